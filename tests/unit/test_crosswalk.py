"""From old boundaries to new ones, against points counted one by one."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pandas as pd
import pytest
import shapely
from geofa_sociodemografi.core.areas.area_set import Provenance, make_area_set
from geofa_sociodemografi.core.areas.crosswalk import Addresses, crosswalk
from geofa_sociodemografi.core.progress import Silent

from tests.unit.helpers import areas, grid, polygon_wkb, square

WEST, SOUTH = 500_000.0, 6_200_000.0


def box(x0, y0, x1, y1):
    """A rectangle in metres from the corner of the test's town."""
    return polygon_wkb(
        [
            (WEST + x0, SOUTH + y0),
            (WEST + x1, SOUTH + y0),
            (WEST + x1, SOUTH + y1),
            (WEST + x0, SOUTH + y1),
        ]
    )


def keyed(shapes, identifier="set", kind="partition", objects=None, names=None):
    """An area set whose areas have the ``objekt_id`` given."""
    made = areas(shapes, identifier, kind)
    table = made.areas.assign(
        objekt_id=list(objects or [""] * len(shapes)), name=list(names or shapes)
    )
    return make_area_set(identifier, identifier, kind, table, provenance=Provenance("test"))


def addresses(points, persons=None):
    x, y = np.array(points, dtype="float64").T
    return Addresses(WEST + x, SOUTH + y, None if persons is None else np.array(persons, "float64"))


def shares(found):
    return {
        (row.from_area, row.to_area): (round(row.share, 12), row.by)
        for row in found.table.itertuples()
    }


def test_persons_weigh_then_addresses_then_area():
    old = areas(
        {"lived": box(0, 0, 10, 10), "empty": box(10, 0, 20, 10), "houses": box(20, 0, 30, 10)},
        "old",
    )
    new = areas({"south": box(0, 0, 30, 4), "north": box(0, 4, 30, 10)}, "new")
    points = addresses([(1, 1), (2, 9), (3, 9), (21, 1), (22, 9)], [6, 1, 1, 0, 0])
    silent = Silent()
    found = crosswalk(old, new, silent, points)
    assert shares(found) == {
        ("lived", "south"): (0.75, "persons"),
        ("lived", "north"): (0.25, "persons"),
        ("empty", "south"): (0.4, "area"),
        ("empty", "north"): (0.6, "area"),
        ("houses", "south"): (0.5, "addresses"),
        ("houses", "north"): (0.5, "addresses"),
    }
    weights = found.table.set_index(["from_area", "to_area"])["weight"]
    assert weights["lived", "south"] == 6 and weights["houses", "north"] == 1
    assert weights["empty", "south"] == pytest.approx(40)
    assert not len(found.outside) and found.cover["covered"].tolist() == [1.0, 1.0]
    assert [w for w in silent.warnings if "1 areas of old are shared out by area" in w]
    assert len(silent.warnings) == 1


def test_what_falls_outside_is_told_and_an_area_may_be_gone():
    old = areas({"half": box(0, 0, 10, 10), "gone": box(100, 0, 110, 10)}, "old")
    new = areas({"west": box(0, 0, 5, 10)}, "new")
    silent = Silent()
    found = crosswalk(old, new, silent, addresses([(1, 1), (2, 2), (3, 3), (9, 9), (101, 1)]))
    assert shares(found) == {("half", "west"): (0.75, "addresses")}
    assert dict(zip(found.outside["from_area"], found.outside["share"])) == {
        "half": 0.25,
        "gone": 1.0,
    }
    assert any("gone (100.0 %), half (25.0 %)" in warning for warning in silent.warnings)


def test_the_same_areas_are_themselves_whatever_they_are_called():
    shapes = {"a": box(0, 0, 10, 10), "b": box(10, 0, 20, 10)}
    old = keyed(shapes, "old", objects=["o1", "o2"])
    new = keyed(
        {"x": shapes["b"], "y": shapes["a"]}, "new", objects=["o2", "o1"], names=["B", "Nyt navn"]
    )
    for points in (None, addresses([(1, 1), (10, 5), (15, 5)], [1, 1, 1])):
        found = crosswalk(old, new, Silent(), points)
        assert shares(found) == {("a", "y"): (1.0, "key"), ("b", "x"): (1.0, "key")}
        assert found.kept == {"a": "y", "b": "x"} and not len(found.outside)


def test_the_same_outline_under_another_id_is_the_same_area_too():
    old, new = areas({"a": box(0, 0, 10, 10)}, "old"), areas({"z": box(0, 0, 10, 10)}, "new")
    assert shares(crosswalk(old, new, Silent())) == {("a", "z"): (1.0, "outline")}


def test_an_area_moved_by_a_hair_is_the_same_unless_people_live_in_the_hair():
    old = keyed({"a": box(0, 0, 1000, 1000), "b": box(1000, 0, 2000, 1000)}, "old")
    new = keyed({"a": box(0, 0, 1000.4, 1000), "b": box(1000.4, 0, 2000, 1000)}, "new")
    nobody = addresses([(1, 1), (1500, 5)])
    assert shares(crosswalk(old, new, Silent(), nobody)) == {
        ("a", "a"): (1.0, "key"),
        ("b", "b"): (1.0, "key"),
    }
    block = addresses([(1, 1), (1000.2, 5), (1500, 5)], [10, 30, 60])
    assert shares(crosswalk(old, new, Silent(), block)) == {
        ("a", "a"): (1.0, "persons"),
        ("b", "a"): (round(30 / 90, 12), "persons"),
        ("b", "b"): (round(60 / 90, 12), "persons"),
    }


def test_an_address_on_a_border_is_in_one_of_two_areas_that_do_not_lie_over_each_other():
    old = areas({"whole": box(0, 0, 20, 10)}, "old", "free")
    new = areas({"w": box(0, 0, 10, 10), "e": box(10, 0, 20, 10)}, "new", "free")
    found = crosswalk(old, new, Silent(), addresses([(10, 5), (5, 5), (15, 5), (15, 6)]))
    assert found.table.groupby("from_area")["share"].sum().tolist() == [1.0]


def test_new_areas_that_lie_over_each_other_each_have_what_lies_in_both():
    old = areas({"a": box(0, 0, 10, 10)}, "old")
    new = areas({"all": box(0, 0, 20, 10), "west": box(0, 0, 5, 10)}, "new", "free")
    found = crosswalk(old, new, Silent(), addresses([(1, 1), (9, 9)]))
    assert shares(found) == {
        ("a", "all"): (1.0, "addresses"),
        ("a", "west"): (0.5, "addresses"),
    }
    assert not len(found.outside)


def test_old_areas_that_lie_over_each_other_are_told():
    old = areas({"all": box(0, 0, 20, 10), "west": box(0, 0, 5, 10)}, "old", "free")
    new = areas({"n": box(0, 0, 20, 9)}, "new")
    for points in (addresses([(1, 1), (9, 8)]), None):
        silent = Silent()
        found = crosswalk(old, new, silent, points)
        assert found.cover["twice"].iloc[0] > 0.2 and found.cover["covered"].iloc[0] == 1
        assert any("lie over each other in 1 areas of new" in w for w in silent.warnings)


def test_a_new_area_says_how_much_of_it_the_old_ones_cover():
    old, new = areas({"a": box(0, 0, 10, 10)}, "old"), areas({"n": box(0, 0, 20, 10)}, "new")
    assert crosswalk(old, new, Silent()).cover["covered"].tolist() == [pytest.approx(0.5)]
    points = addresses([(1, 1), (2, 2), (3, 3), (15, 5)])
    assert crosswalk(old, new, Silent(), points).cover["covered"].tolist() == [0.75]


def cells(rng, count):
    """Crooked cells that share their borders, some of the town lying in none."""
    seeds = shapely.MultiPoint(rng.uniform(0, 1000, (count, 2)) + (WEST, SOUTH))
    frame = shapely.box(WEST, SOUTH, WEST + 1000, SOUTH + 1000)
    parts = shapely.get_parts(shapely.voronoi_polygons(seeds, extend_to=frame))
    return [shapely.intersection(part, frame) for part in parts]


def drawn(shapes, identifier):
    table = pd.DataFrame(
        {
            "area_id": [f"{identifier}{n}" for n in range(len(shapes))],
            "name": "",
            "objekt_id": "",
            "versions_id": "",
            "wkb": [shapely.to_wkb(shape) for shape in shapes],
        }
    )
    return make_area_set(identifier, identifier, "partition", table)


@pytest.mark.parametrize("seed", range(12))
def test_every_share_is_as_counted_point_by_point(seed):
    rng = np.random.default_rng(seed)
    olds, news = cells(rng, 9), cells(rng, 7)[: 7 - seed % 3]
    points = rng.uniform(0, 1000, (300, 2)) + (WEST, SOUTH)
    persons = rng.integers(0, 4, 300).astype("float64") if seed % 2 else None
    at = Addresses(points[:, 0], points[:, 1], persons)
    found = crosswalk(drawn(olds, "o"), drawn(news, "n"), Silent(), at)
    together, whole = defaultdict(float), defaultdict(float)
    for (x, y), weight in zip(points, np.ones(300) if persons is None else persons):
        spot = shapely.Point(x, y)
        old = next(n for n, shape in enumerate(olds) if shape.contains(spot))
        whole[f"o{old}"] += weight
        for n, shape in enumerate(news):
            if shape.contains(spot) and weight:
                together[f"o{old}", f"n{n}"] += weight
    counted = found.table[found.table["by"] != "area"]
    pairs = zip(counted["from_area"], counted["to_area"])
    assert dict(zip(pairs, counted["share"])) == {
        pair: pytest.approx(weight / whole[pair[0]], abs=1e-12)
        for pair, weight in together.items()
        if whole[pair[0]]
    }
    sums = found.table.groupby("from_area")["share"].sum()
    assert (sums <= 1 + 1e-12).all()
    outside = found.outside.set_index("from_area")["share"]
    for area in drawn(olds, "o").area_ids:
        assert sums.get(area, 0.0) + outside.get(area, 0.0) == pytest.approx(1)


@pytest.mark.parametrize("seed", range(4))
def test_shares_by_area_are_those_of_shapely(seed):
    rng = np.random.default_rng(100 + seed)
    olds, news = cells(rng, 6), cells(rng, 6)
    found = crosswalk(drawn(olds, "o"), drawn(news, "n"), Silent())
    for row in found.table.itertuples():
        old, new = olds[int(row.from_area[1:])], news[int(row.to_area[1:])]
        assert row.share == pytest.approx(old.intersection(new).area / old.area, abs=1e-9)
    assert set(found.table["by"]) == {"area"}


def test_a_grid_cast_on_itself_in_another_order_is_itself():
    old = grid(5, 4)
    new = grid(5, 4)
    table = new.areas.iloc[::-1]
    found = crosswalk(old, make_area_set("n", "n", "partition", table), Silent())
    assert found.table["share"].eq(1).all() and found.table["by"].eq("key").all()
    assert found.table["from_area"].tolist() == list(old.area_ids)
    assert found.table["to_area"].tolist() == list(old.area_ids)


def test_addresses_nowhere_count_nowhere():
    old, new = areas({"a": polygon_wkb(square(WEST, SOUTH))}), grid(1, 1)
    points = Addresses(np.array([np.nan, WEST + 1]), np.array([SOUTH, SOUTH + 1]))
    assert crosswalk(old, new, Silent(), points).table["weight"].tolist() == [1.0]
