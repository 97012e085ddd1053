"""Point in area: against an exact brute force in rational numbers, and the border rule."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from geofa_sociodemografi.core.areas.location import locate
from geofa_sociodemografi.core.progress import Silent
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.helpers import areas, grid, multipolygon_wkb, polygon_wkb, square


def exactly_inside(x, y, rings):
    """Strictly inside by the even-odd rule in exact arithmetic; None on an edge."""
    x, y, crossings = Fraction(x), Fraction(y), 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, list(ring[1:]) + [ring[0]]):
            x1, y1, x2, y2 = map(Fraction, (x1, y1, x2, y2))
            cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
            if cross == 0 and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2):
                return None
            if (y1 <= y) != (y2 <= y) and (y - y1) * (x2 - x1) / (y2 - y1) + x1 > x:
                crossings += 1
    return crossings % 2 == 1


coordinate = st.integers(0, 12)
triangle = st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=7, unique=True)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    triangle, st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), min_size=1, max_size=30)
)
def test_points_off_the_edges_agree_with_exact_arithmetic(ring, halves):
    points = [(a / 2, b / 2) for a, b in halves]
    x, y = np.array(points, dtype=float).T
    found = locate(x, y, areas({"a": polygon_wkb(ring)}), Silent()).layers[0]
    for (px, py), area in zip(points, found):
        expected = exactly_inside(px, py, [ring])
        if expected is not None:
            assert (area == 0) == expected


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(-2, 42), st.integers(-2, 32)), min_size=1, max_size=60))
def test_every_point_of_a_partition_has_exactly_one_area_borders_and_corners_too(halves):
    x = 500_000 + np.array([a for a, _ in halves]) * 1.0
    y = 6_200_000 + np.array([b for _, b in halves]) * 1.0
    location = locate(x, y, grid(4, 3), Silent())
    assert len(location.layers) == 1
    inside = (x >= 500_000) & (x <= 500_040) & (y >= 6_200_000) & (y <= 6_200_030)
    assert ((location.layers[0] >= 0) == inside).all()


def test_crooked_shared_borders_give_each_border_point_to_one_neighbour():
    rng = np.random.default_rng(3)
    border = np.column_stack([500_000 + rng.uniform(-3, 3, 40), 6_200_000 + np.arange(40) * 2.5])
    west = polygon_wkb(
        [(499_900, 6_200_000)] + [tuple(p) for p in border] + [(499_900, border[-1][1])]
    )
    east = polygon_wkb(
        [(500_100, border[-1][1])] + [tuple(p) for p in border[::-1]] + [(500_100, 6_200_000)]
    )
    share = rng.uniform(0, 1, (39, 20, 1))
    on_edges = (border[:-1, None] * (1 - share) + border[1:, None] * share).reshape(-1, 2)
    points = np.vstack([border, on_edges])
    location = locate(points[:, 0], points[:, 1], areas({"w": west, "e": east}), Silent())
    assert len(location.layers) == 1, "a point was given to both"
    assert (location.layers[0] >= 0).all(), "a point was given to neither"


def test_the_border_rule_east_and_north():
    location = locate(
        np.array([500_010.0, 500_005.0]), np.array([6_200_005.0, 6_200_010.0]), grid(2, 2), Silent()
    )
    assert [grid(2, 2).area_ids[i] for i in location.layers[0]] == ["c1r0", "c0r1"]


def test_holes_and_parts():
    ring_with_hole = polygon_wkb(square(0, 0, 30), square(10, 10, 10))
    both = areas(
        {
            "donut": multipolygon_wkb(ring_with_hole, polygon_wkb(square(100, 0))),
            "hole": polygon_wkb(square(10, 10, 10)),
        }
    )
    x, y = np.array([5.0, 15.0, 105.0, 60.0]), np.array([5.0, 15.0, 5.0, 5.0])
    assert locate(x, y, both, Silent()).layers[0].tolist() == [0, 1, 0, -1]


def test_overlapping_areas_all_get_the_point_and_nowhere_is_nowhere():
    three = areas(
        {n: polygon_wkb(square(0, 0, s)) for n, s in (("a", 10), ("b", 20), ("c", 30))}, kind="free"
    )
    location = locate(np.array([5.0, 15.0, np.nan]), np.array([5.0, 15.0, 5.0]), three, Silent())
    found = np.array(location.layers).T.tolist()
    assert (
        sorted(found[0]) == [0, 1, 2] and sorted(found[1]) == [-1, 1, 2] and set(found[2]) == {-1}
    )


def own_border(x, y, ring):
    """Inside the ring or on it, in exact arithmetic."""
    return exactly_inside(x, y, [ring]) is not False


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(
    st.lists(triangle, min_size=1, max_size=4),
    st.integers(0, 3),
    st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), min_size=1, max_size=30),
)
def test_every_area_of_a_free_set_goes_by_its_own_border_whatever_the_others_are(
    rings, twin, halves
):
    rings = [*rings, rings[twin % len(rings)]]
    x, y = np.array([(a / 2, b / 2) for a, b in halves], dtype=float).T
    layers = locate(
        x, y, areas({str(n): polygon_wkb(r) for n, r in enumerate(rings)}, kind="free"), Silent()
    ).layers
    for point in range(len(x)):
        found = sorted(int(layer[point]) for layer in layers if layer[point] >= 0)
        assert found == [n for n, ring in enumerate(rings) if own_border(x[point], y[point], ring)]
