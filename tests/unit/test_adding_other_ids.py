"""A table of districts that comes again with other ids: the areas are the same by objekt_id, noegle or outline."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pandas as pd
import pytest
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.time.releases import CELL_COLUMNS
from geofa_sociodemografi.core.store.ledger import ENTRY
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import people, slices
from tests.unit.monitor_content import assert_same, content

FIRST = [f"c{c}r{r}" for r in range(2) for c in range(3)]
OTHERS = {
    "all others": [f"d{n}" for n in range(6)],
    "two changed places": ["c1r0", "c0r0", *FIRST[2:]],
    "one moves up": ["c1r0", "new", *FIRST[2:]],
}


def districts(ids, key="objekt_id", side=10.0):
    """Six squares that ``key`` knows again; by their outline alone where it is ``outline``."""
    made = grid(3, 2, side=side)
    keys = {} if key == "outline" else {key: [f"k{n}" for n in range(6)]}
    return replace(made, areas=made.areas.assign(area_id=list(ids), name=FIRST, **keys))


def add(path, month, town, progress=None, history=None):
    made = inputs([town, slices()], [persons(**people(1, month))], history=history)
    add_period(made, Choices(), MonitorFile(path), progress or Silent())


def earlier_lists(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT area_id, year FROM list_history").fetchall()


def today(path):
    with closing(sqlite3.connect(path)) as connection:
        return pd.read_sql_query(
            "SELECT area_id, name, objekt_id, noegle, valid_from, valid_to, geom FROM areas",
            connection,
        )


@pytest.mark.parametrize("side", [10.0, 9.0])
@pytest.mark.parametrize("key", ["objekt_id", "noegle"])
@pytest.mark.parametrize("ids", OTHERS.values(), ids=OTHERS.keys())
def test_a_series_goes_on_under_the_new_id(tmp_path, ids, key, side):
    """As in a file whose districts had the new ids from the first."""
    for path, first in (("changed.gpkg", FIRST), ("always.gpkg", ids)):
        add(tmp_path / path, "2026-01", districts(first, key))
        add(tmp_path / path, "2026-02", districts(ids, key, side))
    one, other = (content(tmp_path / path) for path in ("changed.gpkg", "always.gpkg"))
    assert_same(one, other)
    assert set(one["grid"]["area_id"]) == set(ids)
    assert len(one["grid judged"]) == 12


def test_without_a_key_the_outline_tells(tmp_path):
    path, silent = tmp_path / "m.gpkg", Silent()
    add(path, "2026-01", districts(FIRST, "outline"))
    add(path, "2026-02", districts(OTHERS["all others"], "outline"), silent)
    found = MonitorFile(path).in_force.observations("grid")
    assert found.groupby("area_id")["period"].nunique().eq(2).all()
    (told,) = (text for text in silent.warnings if "another id" in text)
    assert "6 areas of grid" in told and "c0r0 → d0" in told and "the same by outline" in told


@pytest.mark.parametrize("ids", OTHERS.values(), ids=OTHERS.keys())
def test_other_ids_are_taken_back_with_the_addition(tmp_path, ids):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", districts(FIRST), history={("c0r0", 2024): "vulnerable"})
    before, areas = content(path), today(path)
    add(path, "2026-02", districts(ids, side=9.0))
    assert earlier_lists(path) == [(ids[0], 2024)]
    undo_period(MonitorFile(path), Silent())
    assert_same(content(path), before)
    pd.testing.assert_frame_equal(today(path), areas)
    assert earlier_lists(path) == [("c0r0", 2024)]


def test_a_gone_area_keeps_its_figures_where_another_takes_its_id(tmp_path):
    """c1r0 is gone, and c0r0 is called c1r0 now: the two are not mixed."""
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", districts(FIRST))
    ids = OTHERS["one moves up"]
    town = districts(ids)
    town = replace(town, areas=town.areas.drop(index=1).reset_index(drop=True))
    was = MonitorFile(path).in_force.observations("grid").set_index(["area_id", "indicator"])
    add(path, "2026-02", town)
    found = MonitorFile(path).in_force.observations("grid")
    found = found[found["period"] == "2026-01"].set_index(["area_id", "indicator"])
    pd.testing.assert_series_equal(
        found.loc["c1r0", "numerator"], was.loc["c0r0", "numerator"], check_names=False
    )
    assert "c0r0" not in found.index
    with closing(sqlite3.connect(path)) as connection:
        kept = connection.execute(
            "SELECT area_id, count(*) FROM observations WHERE area_set = 'grid' "
            "AND period = '2026-01' GROUP BY area_id"
        ).fetchall()
    assert len(kept) == 6 and len({count for _, count in kept}) == 1


def test_what_was_released_binds_under_the_new_id(tmp_path):
    """An edition of a month is made after the change as it was before it."""
    path, ids = tmp_path / "m.gpkg", OTHERS["all others"]
    add(path, "2026-01", districts(FIRST))
    made = prepare_edition(path, "parter", "2026-01", "", Silent()).edition
    entry = {name: "" for name in ENTRY}
    entry = {**entry, "release": "r1", "audience": 1, "method": "suppression", "period": "2026-01"}
    cells = made.table.reindex(columns=list(CELL_COLUMNS))
    MonitorFile(path).ledger.enter(entry, cells, made.fingerprints)
    add(path, "2026-02", districts(ids, side=9.0))
    again = prepare_edition(path, "parter", "2026-01", "", Silent()).edition
    names = dict(zip(FIRST, ids))
    wanted = made.table.assign(area_id=made.table["area_id"].map(lambda one: names.get(one, one)))
    pd.testing.assert_frame_equal(
        again.table[["area_id", "indicator", "value", "status"]],
        wanted[["area_id", "indicator", "value", "status"]],
    )
    released = MonitorFile(path).ledger.releases()
    assert set(released.cells.loc[released.cells["area_set"] == "grid", "area_id"]) <= set(ids)
    assert released.geometry[("r1", "grid")] == again.fingerprints["grid"]
