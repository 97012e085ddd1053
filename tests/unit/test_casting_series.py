"""Series on the boundaries of one date, held against the same persons counted in those boundaries from the first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.areas.area_set import Provenance
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.casting_series import TODAY
from geofa_sociodemografi.core.pipeline.changing import asked, held, read_series
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import areas, grid, inputs, persons, polygon_wkb
from tests.unit.invented_town import SOUTH, WEST, people

WANTED = ["population", "no_work", "income"]


def box(left, right, south=0.0, north=20.0):
    corners = [(left, south), (right, south), (right, north), (left, north)]
    return polygon_wkb([(WEST + x, SOUTH + y) for x, y in corners])


def districts(cut, valid_from, kind="partition"):
    """West and east of a line ``cut`` metres from the edge of the town, and a third that stays."""
    shapes = {"west": box(0, cut), "east": box(cut, 20), "stays": box(20, 30)}
    made = areas(shapes, "districts", kind)
    return replace(made, provenance=Provenance(valid_from=valid_from))


def districts_of(cut, valid_from):
    """As ``districts``, along the grid's squares: what is between 10 and 20 is of west or of east."""
    between = [(20, 10), (20, 20), (10, 20)] if cut == 10 else [(20, 10)]
    corners = [(cut, 0), (30, 0), (30, 10), *between]
    east = polygon_wkb([(WEST + x, SOUTH + y) for x, y in corners])
    shapes = {"west": box(0, cut), "east": east, "stays": box(20, 30, 10, 20)}
    return replace(areas(shapes, "districts"), provenance=Provenance(valid_from=valid_from))


def add(path, month, town, beside=True, figures=None):
    sets = [town, grid(3, 2)] if beside else [town]
    made = inputs(sets, [persons(**people(3, month))], figures=figures or [])
    add_period(made, Choices(allow_fewer_years=True), MonitorFile(path), Silent())


def series(path, boundaries=TODAY, wanted=WANTED):
    store = MonitorFile(path)
    there = held(store, "districts")
    return read_series(store, there, asked(there, wanted), boundaries=boundaries)


def numbers(table, *columns):
    return table.set_index(["indicator", "area_id", "period"])[list(columns)]


def test_a_series_is_added_up_anew_where_the_atoms_tell(tmp_path):
    """The line went from 10 to 20 metres, along the grid's squares: as if it had always been there."""
    for path, first in (("moved.gpkg", 10), ("always.gpkg", 20)):
        add(tmp_path / path, "2026-01", districts_of(first, "2025-01-01"))
        add(tmp_path / path, "2026-02", districts_of(20, "2026-02-01"))
    found, wanted = series(tmp_path / "moved.gpkg"), series(tmp_path / "always.gpkg", "")
    pd.testing.assert_frame_equal(
        numbers(found, "value", "numerator", "denominator", "status"),
        numbers(wanted, "value", "numerator", "denominator", "status"),
    )
    how = found[found["value"].notna()].set_index(["area_id", "period"])["cast"].sort_index()
    assert set(how["west", "2026-01"]) == set(how["east", "2026-01"]) == {"atoms"}
    assert set(how["stays", "2026-01"]) == {""} and set(how["west", "2026-02"]) == {""}


def test_the_boundaries_of_any_date_can_be_chosen(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", districts_of(10, "2025-01-01"))
    add(path, "2026-02", districts_of(20, "2026-02-01"))
    assert MonitorFile(path).areas.days("districts") == ["2025-01-01", "2026-02-01"]
    then, counted = series(path, "2025-06-30"), series(path, "")
    first = counted["period"] == "2026-01"
    pd.testing.assert_series_equal(
        numbers(then[then["period"] == "2026-01"], "value")["value"],
        numbers(counted[first], "value")["value"],
    )
    assert set(then.loc[then["period"] == "2026-02", "cast"]) == {"atoms", ""}
    assert series(path, "2026-03-01")["value"].equals(series(path)["value"])
    assert set(counted["cast"]) == {""}
    store = MonitorFile(path)
    there = held(store, "districts")
    with pytest.raises(InputError, match="no north.*Choose among west, east, stays"):
        read_series(store, there, asked(there, WANTED), ["north"], boundaries=TODAY)
    with pytest.raises(InputError, match="cannot be cast"):
        read_series(store, there, asked(there, WANTED), over="year", boundaries=TODAY)
    with pytest.raises(InputError, match="no boundaries on 31 December 2024"):
        series(path, "2024-12-31")


def test_without_finer_atoms_it_is_by_area_and_says_so(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", districts(10, "2025-01-01"), beside=False)
    add(path, "2026-02", districts(15, "2026-02-01"), beside=False)
    found = series(path).set_index(["indicator", "area_id", "period"]).sort_index()
    counted = MonitorFile(path).in_force.observations("districts", ["population"], gone=True)
    was = counted[counted["period"] == "2026-01"].set_index("area_id")["value"]
    west = found.loc["population", "west", "2026-01"]
    assert west["value"] == pytest.approx(was["west"] + was["east"] / 2)
    assert west["cast"] == found.loc["no_work", "east", "2026-01"]["cast"] == "area"
    assert found.loc["no_work", "stays", "2026-01"]["cast"] == ""


def test_finished_figures_are_shared_out_by_the_residents_of_the_atoms(tmp_path):
    path = tmp_path / "m.gpkg"
    table = pd.DataFrame(
        [
            ("west", "2025", "basic_education", 40.0, 100),
            ("east", "2025", "basic_education", 10.0, 300),
        ]
        + [("stays", "2025", "basic_education", 20.0, 100)],
        columns=["area_code", "period", "indicator", "value", "denominator"],
    )
    add(path, "2026-01", districts_of(10, "2025-01-01"), figures=[TableSource("t", table)])
    add(path, "2026-02", districts_of(20, "2026-02-01"))
    found = series(path, wanted=["basic_education"]).set_index("area_id")
    here = pd.DataFrame(people(3, "2026-01"))
    x, y = here["x"] - WEST, here["y"] - SOUTH
    east = (x >= 10) & ((x < 20) | (y < 10))
    moved = (east & (x < 20)).sum() / east.sum()
    numerator, denominator = 40 + 30 * moved, 100 + 300 * moved
    west = found.loc["west"]
    assert west["denominator"] == pytest.approx(denominator)
    assert west["value"] == pytest.approx(100 * numerator / denominator)
    assert west["cast"] == "persons" and found.loc["stays", "cast"] == ""
    assert np.isfinite(found.loc["east", "value"])
