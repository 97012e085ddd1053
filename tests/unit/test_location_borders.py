"""Points on borders: every area of a free set by its own border, every point of a partition in one area."""

from __future__ import annotations

import itertools
from fractions import Fraction

import numpy as np
import pytest
from geofa_sociodemografi.core.areas.edges import edges_of, on_border, sides
from geofa_sociodemografi.core.areas.location import locate
from geofa_sociodemografi.core.progress import Silent
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.helpers import areas, multipolygon_wkb, polygon_wkb, square

BOX = polygon_wkb(square(0, 0, 10))


def members(points, shapes, kind="free"):
    """The ids of the areas each point lies in."""
    x, y = np.array(points, dtype=float).T
    location = locate(x, y, areas(shapes, kind=kind), Silent())
    return [
        {list(shapes)[layer[n]] for layer in location.layers if layer[n] >= 0}
        for n in range(len(points))
    ]


BORDER = [(0, 5), (10, 5), (5, 0), (5, 10), (0, 0), (10, 0), (0, 10), (10, 10)]


def test_two_identical_areas_of_a_free_set_get_the_same_points():
    assert members(BORDER, {"a": BOX, "b": BOX}) == [{"a", "b"}] * 8
    assert members(BORDER, {"a": BOX}) == [{"a"}] * 8
    assert members(BORDER, {"a": BOX, "b": BOX}, "partition") == [{"a"}] * 8


def test_an_area_that_lies_over_another_takes_nothing_of_its_border():
    wide = polygon_wkb(square(-5, -5, 30))
    assert members(BORDER, {"wide": wide, "a": BOX}) == [{"wide", "a"}] * 8
    part = polygon_wkb(
        square(5, 0, 5)
    )  # shares the lower half of the eastern border, and a part of the southern
    assert members([(10, 3), (10, 7), (7, 0), (5, 3), (15, 3)], {"a": BOX, "part": part}) == [
        {"a", "part"},
        {"a"},
        {"a", "part"},
        {"a", "part"},
        set(),
    ]


def test_what_an_area_of_a_free_set_gets_hangs_on_no_other_area():
    grid = {
        f"{c}{r}": polygon_wkb(square(c * 10, r * 10))
        for c, r in itertools.product(range(3), range(3))
    }
    points = [(x / 2, y / 2) for x, y in itertools.product(range(-2, 63), range(-2, 63))]
    together, alone = (
        members(points, grid),
        {name: members(points, {name: grid[name]}) for name in grid},
    )
    for n, (x, y) in enumerate(points):
        assert together[n] == {name for name in grid if alone[name][n]}
        assert together[n] == {
            f"{c}{r}"
            for c, r in itertools.product(range(3), range(3))
            if 10 * c <= x <= 10 * c + 10 and 10 * r <= y <= 10 * r + 10
        }
    assert all(
        len(found) == (0 <= x <= 30 and 0 <= y <= 30)
        for (x, y), found in zip(points, members(points, grid, "partition"))
    )


def test_a_hole_has_a_border_too():
    ring = polygon_wkb(square(0, 0, 30), square(10, 10, 10))
    inner = [(10, 15), (20, 15), (15, 10), (15, 20)]
    assert members([*inner, (15, 15)], {"ring": ring, "again": ring}) == [{"ring", "again"}] * 4 + [
        set()
    ]
    hole = polygon_wkb(square(10, 10, 10))
    assert [len(found) for found in members(inner, {"ring": ring, "hole": hole}, "partition")] == [
        1
    ] * 4


def exactly(point, ring):
    """Inside by the half-open rule, and on the border, in fractions, one edge at a time."""
    x, y = map(Fraction, point)
    inside = on = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]]):
        x1, y1, x2, y2 = map(Fraction, (x1, y1, x2, y2))
        cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
        on |= cross == 0 and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2)
        inside ^= (y1 <= y) != (y2 <= y) and (y - y1) * (x2 - x1) / (y2 - y1) + x1 > x
    return inside, on


corner = st.tuples(st.integers(0, 8), st.integers(0, 8))
rings = st.lists(st.lists(corner, min_size=3, max_size=6, unique=True), min_size=1, max_size=5)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(rings, st.lists(st.tuples(st.integers(0, 16), st.integers(0, 16)), min_size=1, max_size=40))
def test_the_rule_of_free_areas_agrees_with_fractions(shapes, halves):
    points = [(a / 2, b / 2) for a, b in halves]
    named = {str(n): polygon_wkb(ring) for n, ring in enumerate([*shapes, shapes[0]])}
    found = members(points, named)
    for point, have in zip(points, found):
        own = [exactly(point, ring) for ring in [*shapes, shapes[0]]]
        assert have == {str(n) for n, (inside, on) in enumerate(own) if inside or on}
        assert ("0" in have) == (str(len(shapes)) in have)
    order = {name: named[name] for name in reversed(list(named))}
    assert members(points, order) == found


@pytest.mark.parametrize("seed", range(3))
def test_one_look_finds_the_same_border_points_as_a_look_at_every_edge(seed):
    rng = np.random.default_rng(seed)
    ring = rng.integers(0, 12, (9, 2)).astype(float)
    edges = edges_of(multipolygon_wkb(polygon_wkb(ring), polygon_wkb(square(20, 2, 6))))
    x, y = rng.integers(0, 60, 3000) / 2, np.sort(rng.integers(-2, 28, 3000) / 2)
    np.testing.assert_array_equal(sides(x, y, edges)[1], on_border(x, y, edges))


def test_many_points_and_few_are_placed_alike_in_a_free_set():
    rng = np.random.default_rng(5)
    shapes = {
        str(n): polygon_wkb(square(*rng.integers(0, 40, 2), rng.integers(5, 30))) for n in range(12)
    }
    shapes["again"] = shapes["3"]
    points = rng.integers(0, 70, (25_000, 2)).astype(float)
    assert members(points, shapes) == [
        found for part in np.array_split(points, 9) for found in members(part, shapes)
    ]
