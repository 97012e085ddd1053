"""Placing against GEOS (shapely), with points made to be difficult."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from geofa_sociodemografi.core.areas.area_set import make_area_set
from geofa_sociodemografi.core.areas.location import locate
from geofa_sociodemografi.core.progress import Silent

WEST, SOUTH, SIDE = 600_000.0, 6_200_000.0, 8_000.0


def area_set(shapes, kind="partition"):
    return make_area_set(
        "s",
        "s",
        kind,
        pd.DataFrame(
            {
                "area_id": [str(n) for n in range(len(shapes))],
                "name": "",
                "objekt_id": "",
                "versions_id": "",
                "wkb": [shapely.to_wkb(shape) for shape in shapes],
            }
        ),
    )


def partition(rng, areas=60):
    """Crooked cells that share their borders exactly; two have holes filled by others, one is in two parts."""
    seeds = shapely.MultiPoint(rng.uniform(0, SIDE, (areas, 2)) + (WEST, SOUTH))
    frame = shapely.box(WEST, SOUTH, WEST + SIDE, SOUTH + SIDE)
    cells = [
        shapely.intersection(cell, frame)
        for cell in shapely.get_parts(shapely.voronoi_polygons(seeds))
    ]
    cells = shapely.set_precision(cells, 0.001).tolist()
    for n in (3, 11):
        centre = shapely.centroid(cells[n])
        island = shapely.set_precision(shapely.buffer(centre, 60, quad_segs=5), 0.001)
        cells[n] = shapely.difference(cells[n], island)
        cells.append(island)
    cells.append(shapely.union(cells.pop(20), cells.pop(40)))
    return cells


def hostile_points(cells, rng, count):
    """Random points; corners; points along borders, computed and so a hair off them; at and beside corners' heights."""
    corners = shapely.get_coordinates(cells)
    starts, ends = corners[:-1], corners[1:]
    n = count // 5
    pick = rng.integers(0, len(starts), n)
    share = rng.random((n, 1))
    along = starts[pick] + share * (ends - starts)[pick]
    level = np.column_stack(
        [rng.uniform(WEST, WEST + SIDE, n), corners[rng.integers(0, len(corners), n), 1]]
    )
    beside = corners[rng.integers(0, len(corners), n)] + rng.choice([-1e-9, 0, 1e-9], (n, 2))
    inside = rng.uniform(-200, SIDE + 200, (count - 4 * n, 2)) + (WEST, SOUTH)
    return np.concatenate([corners[rng.integers(0, len(corners), n)], along, level, beside, inside])


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_partition_agrees_with_geos_for_every_one_of_100_000_points(seed):
    rng = np.random.default_rng(seed)
    cells = partition(rng)
    points = hostile_points(cells, rng, 100_000)
    ours = locate(points[:, 0], points[:, 1], area_set(cells), Silent()).layers
    assert len(ours) == 1
    shapes = shapely.points(points)
    inside = np.zeros((len(points), len(cells)), dtype=bool)
    touching = np.zeros_like(inside)
    for n, cell in enumerate(cells):
        shapely.prepare(cell)
        inside[:, n] = shapely.contains(cell, shapes)
        touching[:, n] = shapely.intersects(cell, shapes)
    strictly = inside.any(axis=1)
    assert strictly.sum() > 50_000 and (touching.sum(axis=1) > 1).sum() > 5_000
    np.testing.assert_array_equal(ours[0][strictly], inside[strictly].argmax(axis=1))
    nowhere = ~touching.any(axis=1)
    assert (ours[0][nowhere] == -1).all() and nowhere.sum() > 1000
    border = ~strictly & ~nowhere
    assert touching[np.flatnonzero(border), ours[0][border]].all(), (
        "a border point is given to one of its areas"
    )


def test_overlapping_areas_agree_with_geos_inside_every_one():
    rng = np.random.default_rng(3)
    shapes = [
        shapely.buffer(shapely.Point(*rng.uniform(0, SIDE, 2) + (WEST, SOUTH)), r)
        for r in rng.uniform(300, 2000, 25)
    ]
    points = rng.uniform(0, SIDE, (40_000, 2)) + (WEST, SOUTH)
    layers = locate(points[:, 0], points[:, 1], area_set(shapes, "free"), Silent()).layers
    ours = np.zeros((len(points), len(shapes)), dtype=bool)
    for layer in layers:
        ours[np.flatnonzero(layer >= 0), layer[layer >= 0]] = True
    geos = np.column_stack([shapely.contains_xy(shape, points) for shape in shapes])
    np.testing.assert_array_equal(ours, geos)


@pytest.mark.slow
def test_few_points_and_many_are_placed_alike():
    rng = np.random.default_rng(4)
    cells = area_set(partition(rng))
    points = hostile_points([shapely.from_wkb(w) for w in cells.areas["wkb"]], rng, 30_000)
    many = locate(points[:, 0], points[:, 1], cells, Silent()).layers[0]
    few = np.concatenate(
        [
            locate(part[:, 0], part[:, 1], cells, Silent()).layers[0]
            for part in np.array_split(points, 10)
        ]
    )
    np.testing.assert_array_equal(many, few)
