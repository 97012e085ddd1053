"""Observations of old boundaries on new ones: sums against plain arithmetic, and what must be missing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.areas.crosswalk import Addresses, crosswalk
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.measures.finished.casting import cast
from geofa_sociodemografi.core.measures.observations import COLUMNS
from geofa_sociodemografi.core.progress import Silent

from tests.unit.helpers import areas, grid
from tests.unit.test_crosswalk import addresses, box, cells, drawn, keyed

KNOWN = all_indicators()
MEDIAN = next(i.id for i in KNOWN if i.numerator_kind == "median")


def observed(rows, **more):
    """Observations of (area, indicator, numerator, denominator)."""
    scale = {i.id: i.scale for i in KNOWN}
    table = pd.DataFrame(rows, columns=["area_id", "indicator", "numerator", "denominator"])
    table = table.astype({"numerator": "float64", "denominator": "float64"})
    value = [
        n if scale[i] is None else (scale[i] * n / d if d else np.nan)
        for i, n, d in zip(table["indicator"], table["numerator"], table["denominator"])
    ]
    table = table.assign(
        period="2026-01",
        value=value,
        persons=table["denominator"].where(table["denominator"].notna(), table["numerator"]),
        households=1.0,
        status="counted",
        vintage="2026-02-01",
    )
    return table[list(COLUMNS)].assign(**more)


def town():
    """Two old areas; the new ones cut the eastern in halves of 3 and 1 persons."""
    old = areas({"w": box(0, 0, 10, 10), "e": box(10, 0, 20, 10)}, "old")
    new = areas({"west": box(0, 0, 15, 10), "east": box(15, 0, 20, 10)}, "new")
    return crosswalk(old, new, Silent(), addresses([(1, 1), (11, 1), (16, 1)], [5, 3, 1]))


def of(table, area, indicator):
    return table.set_index(["area_id", "indicator"]).loc[(area, indicator)]


def test_parts_are_shared_out_and_values_worked_out_anew():
    rows = [
        ("w", "convicted", 4, 100),
        ("e", "convicted", 8, 40),
        ("w", "population", 110, None),
        ("e", "population", 44, None),
    ]
    found = cast(observed(rows), town(), KNOWN, Silent())
    west = of(found, "west", "convicted")
    assert (west["numerator"], west["denominator"]) == (4 + 6, 100 + 30)
    scale = {i.id: i.scale for i in KNOWN}["convicted"]
    assert west["value"] == pytest.approx(scale * 10 / 130)
    assert west["status"] == "counted" and west["cast"] == "persons"
    assert np.isnan(west["households"]) and west["persons"] == 130
    assert of(found, "east", "population")["value"] == 11 and list(found) == [*COLUMNS, "cast"]
    assert found["numerator"].sum() == pytest.approx(4 + 8 + 110 + 44)


def test_what_cannot_be_added_up_is_missing_and_the_status_says_why():
    table = observed(
        [
            ("w", "convicted", np.nan, np.nan),
            ("e", "convicted", 1, 10),
            ("w", MEDIAN, np.nan, 10),
            ("e", MEDIAN, np.nan, 10),
            ("w", "turnout", 5, 10),
            ("e", "turnout", np.nan, np.nan),
            ("w", "population", 5, None),
        ]
    )
    table.loc[0, ["value", "status"]] = [12.5, "no_denominator"]
    table.loc[2:3, "value"] = 300_000.0
    table.loc[5, "status"] = "hidden"
    silent = Silent()
    found = cast(table, town(), KNOWN, silent)
    assert of(found, "west", "convicted")["status"] == "no_denominator"
    assert of(found, "east", "convicted")["value"] > 0
    assert of(found, "west", MEDIAN)["status"] == "not_additive"
    assert of(found, "west", "turnout")["status"] == "hidden"
    assert of(found, "west", "population")["status"] == "unknown"
    missing = found[~found["status"].isin(["counted"])]
    assert missing[["numerator", "denominator", "value"]].isna().all().all()
    said = " ".join(silent.warnings)
    assert "medians cannot be added up" in said and "they have no denominators" in said


def test_the_same_areas_have_their_figures_as_they_were():
    shapes = {"a": box(0, 0, 10, 10), "b": box(10, 0, 20, 10)}
    old = keyed(shapes, "old", objects=["o1", "o2"])
    new = keyed({"x": shapes["a"], "y": shapes["b"]}, "new", objects=["o1", "o2"])
    table = observed(
        [("a", "convicted", 1 / 3, 7), ("b", "convicted", 2, 7), ("a", MEDIAN, np.nan, 9)]
    )
    table.loc[2, "value"] = 1.5
    table.loc[1, ["numerator", "denominator", "status"]] = [np.nan, np.nan, "no_denominator"]
    found = cast(table, crosswalk(old, new, Silent(), addresses([(1, 1)])), KNOWN, Silent())
    expected = table.assign(area_id=table["area_id"].map({"a": "x", "b": "y"}))
    by = ["area_id", "indicator"]
    pd.testing.assert_frame_equal(
        found[list(COLUMNS)].sort_values(by, ignore_index=True),
        expected.sort_values(by, ignore_index=True),
    )
    assert set(found["cast"]) == {"key"}


def test_an_area_that_changed_and_has_no_figures_has_none_on_the_new_boundaries():
    old = areas({"w": box(0, 0, 10, 10), "e": box(10, 0, 20, 10)}, "old")
    new = areas({"w": box(0, 0, 10, 10), "e": box(10, 0, 24, 10)}, "new")
    table = observed([("w", "convicted", 6, 30)])
    found = cast(table, crosswalk(old, new, Silent()), KNOWN, Silent())
    assert found[["area_id", "numerator"]].values.tolist() == [["w", 6]]


def test_an_old_set_that_covers_half_a_municipality_gives_that_half_alone():
    old = areas({"w": box(0, 0, 10, 10)}, "old")
    new = areas({"s": box(0, 0, 20, 5), "n": box(0, 5, 10, 10), "far": box(10, 5, 20, 10)}, "new")
    points = addresses([(1, 1), (2, 2), (15, 1), (1, 9), (15, 9)])
    silent = Silent()
    table = observed([("w", "convicted", 6, 30)])
    found = cast(table, crosswalk(old, new, silent, points), KNOWN, silent)
    assert of(found, "s", "convicted")["status"] == "not_covered"
    assert of(found, "n", "convicted")["numerator"] == pytest.approx(2)
    assert "far" not in set(found["area_id"])
    assert any("a part of the area lies in no old one" in warning for warning in silent.warnings)


def test_old_areas_over_each_other_are_not_added_up():
    old = areas({"all": box(0, 0, 20, 10), "west": box(0, 0, 5, 10)}, "old", "free")
    new = areas({"n": box(0, 0, 20, 10.5)}, "new")
    way = crosswalk(old, new, Silent(), addresses([(1, 1), (9, 9)]))
    found = cast(
        observed([("all", "population", 9, None), ("west", "population", 4, None)]),
        way,
        KNOWN,
        Silent(),
    )
    assert found["status"].tolist() == ["overlap"] and found["value"].isna().all()


def test_nobody_is_a_known_number():
    table = observed([("w", "convicted", 0, 0), ("e", "convicted", 2, 8)])
    table.loc[0, "status"] = "nobody"
    found = cast(table, town(), KNOWN, Silent())
    assert of(found, "west", "convicted")["denominator"] == 6
    table = observed([("w", "convicted", np.nan, 0), ("e", "convicted", 0, 0)])
    table["status"] = "nobody"
    found = cast(table, town(), KNOWN, Silent())
    assert of(found, "west", "convicted")["status"] == "nobody"
    assert of(found, "west", "convicted")["denominator"] == 0


def test_facets_and_sources_go_with_their_figures():
    first = observed([("w", "population", 4, None), ("e", "population", 4, None)])
    both = pd.concat(
        [
            first.assign(facet="", facet_value="", source=["register:persons", "figures"]),
            first.assign(facet="sex", facet_value="k", source="register:persons"),
        ],
        ignore_index=True,
    )
    found = cast(both, town(), KNOWN, Silent()).set_index(["area_id", "facet"])
    assert found.loc[("west", ""), "source"] == "figures+register:persons"
    assert found.loc[("west", "sex"), "source"] == "register:persons"
    assert found.loc[("west", "sex"), "value"] == 7


def test_areas_and_indicators_that_nobody_knows_are_told():
    silent = Silent()
    table = observed([("zz", "population", 4, None), ("w", "population", 4, None)])
    table = pd.concat([table, table.assign(indicator="nonsense")], ignore_index=True)
    found = cast(table, town(), KNOWN, silent)
    assert found["area_id"].tolist() == ["west"] and set(found["status"]) == {"unknown"}
    assert any("1 area codes" in warning and "zz" in warning for warning in silent.warnings)
    assert any("nonsense" in warning for warning in silent.warnings)
    nothing = cast(table[:0], town(), KNOWN, Silent())
    assert not len(nothing) and list(nothing) == [*COLUMNS, "cast"]


@pytest.mark.parametrize("seed", range(8))
def test_what_was_is_what_there_is_and_what_fell_outside(seed):
    """Sums over the new areas are the sums before less what lies outside, whatever the boundaries."""
    rng = np.random.default_rng(seed)
    old, new = drawn(cells(rng, 8), "o"), drawn(cells(rng, 9)[: 9 - seed % 4], "n")
    points = rng.uniform(0, 1000, (200, 2)) + (500_000, 6_200_000)
    persons = rng.integers(0, 3, 200).astype("float64")
    way = crosswalk(old, new, Silent(), Addresses(points[:, 0], points[:, 1], persons))
    parts = rng.integers(0, 50, 8)
    rows = [(a, "convicted", n, n + 60) for a, n in zip(old.area_ids, parts)]
    found = cast(observed(rows), way, KNOWN, Silent())
    lost = way.outside.set_index("from_area")["share"]
    before = sum(n * (1 - lost.get(a, 0.0)) for a, _, n, _ in rows)
    assert (found["status"] == "counted").all()
    assert found["numerator"].sum() == pytest.approx(before)
    shares = way.table.set_index(["from_area", "to_area"])["share"]
    for row in found.itertuples():
        one_by_one = sum(n * shares.get((a, row.area_id), 0.0) for a, _, n, _ in rows)
        whole = sum(d * shares.get((a, row.area_id), 0.0) for a, _, _, d in rows)
        assert row.numerator == pytest.approx(one_by_one)
        assert row.value == pytest.approx(100 * one_by_one / whole)


def test_a_grid_cast_on_itself_is_itself_to_the_last_digit():
    rng = np.random.default_rng(1)
    old, new = grid(4, 4), grid(4, 4)
    rows = [(a, "convicted", n, 97.0) for a, n in zip(old.area_ids, rng.random(16))]
    table = observed(rows)
    found = cast(table, crosswalk(old, new, Silent()), KNOWN, Silent())
    pd.testing.assert_frame_equal(found[list(COLUMNS)], table)
