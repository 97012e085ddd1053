"""Boundaries that change between additions: every month is shown, released and taken back in its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pandas as pd
import pytest
from geofa_sociodemografi.core.areas.area_set import Provenance, fingerprint
from geofa_sociodemografi.core.errors import StoreError
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.changing import (
    held,
    known_by_id,
    read_matrix,
    read_series,
)
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import people, slices
from tests.unit.monitor_content import assert_same, content

OTHERS = {
    "moved": grid(3, 2, side=9.0),
    "fewer": grid(2, 2),
    "in another order": grid(3, 2),
    "more": grid(3, 3),
}
OTHERS["in another order"].areas.sort_values("area_id", ascending=False, inplace=True)


def versions_of_file(path):
    """Every version of every area, as the file keeps them."""
    with closing(sqlite3.connect(path)) as connection:
        return pd.read_sql_query(
            "SELECT area_set, area_id, name, valid_from, valid_to, geom FROM areas ORDER BY fid",
            connection,
        )


def add(path, month, town):
    made = inputs([town, slices()], [persons(**people(1, month))])
    add_period(made, Choices(), MonitorFile(path), Silent())


@pytest.mark.parametrize("other", ["moved", "fewer", "more"])
def test_an_edition_of_a_month_is_in_the_boundaries_it_was_counted_in(tmp_path, other):
    """Its ledger entry must say which: what is released later is held against it by them."""
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", grid(3, 2))
    before = prepare_edition(path, "parter", "2026-01", "", Silent())
    add(path, "2026-02", OTHERS[other])
    after = prepare_edition(path, "parter", "2026-01", "", Silent())
    pd.testing.assert_frame_equal(after.edition.table, before.edition.table)
    assert after.edition.fingerprints == before.edition.fingerprints
    assert fingerprint(after.area_sets["grid"]) == fingerprint(grid(3, 2))


@pytest.mark.parametrize("other", OTHERS)
def test_boundaries_are_taken_back_with_the_addition_that_brought_them(tmp_path, other):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", grid(3, 2))
    before, versions = content(path), versions_of_file(path)
    add(path, "2026-02", OTHERS[other])
    undo_period(MonitorFile(path), Silent())
    assert_same(content(path), before)
    pd.testing.assert_frame_equal(versions_of_file(path), versions)


def test_boundaries_that_were_loaded_since_stay(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", grid(3, 2))
    add(path, "2026-02", grid(2, 2))
    MonitorFile(path).areas.save([grid(3, 2, side=9.0)])
    undo_period(MonitorFile(path), Silent())
    now = MonitorFile(path).areas.load("grid")
    assert fingerprint(now) == fingerprint(grid(3, 2, side=9.0))


def test_an_old_month_is_shown_in_its_boundaries_beside_a_table_of_some_areas(tmp_path):
    """The table came first, of one area: whose boundary the others had is asked of the register."""
    path = tmp_path / "m.gpkg"
    table = pd.DataFrame(
        [("c1r0", "2026-01", "turnout", "60")],
        columns=["area_code", "period", "indicator", "value"],
    )
    figures = Inputs([grid(3, 2)], [Delivery("figures", [TableSource("f", table)])])
    add_period(figures, Choices(), MonitorFile(path), Silent())
    add(path, "2026-01", grid(3, 2))
    add(path, "2026-02", OTHERS["moved"])
    add_period(
        inputs([OTHERS["moved"], slices()], [persons(**people(1, "2026-03"))]),
        Choices(use_origin=False),  # another choice: all months are judged anew
        MonitorFile(path),
        Silent(),
    )
    with closing(sqlite3.connect(path)) as connection:
        drawn = connection.execute(
            "SELECT r.period, count(*), sum(a.valid_to IS NULL) FROM risk_map r "
            "JOIN areas a ON a.fid = r.area WHERE r.area_set = 'grid' GROUP BY r.period"
        ).fetchall()
    assert drawn == [("2026-01", 6, 0), ("2026-02", 6, 6), ("2026-03", 6, 6)]


def test_changed_boundaries_are_told_before_they_are_kept(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", grid(3, 2))
    silent = Silent()
    add_period(
        inputs([grid(3, 3, side=9.0)], [persons(**people(1, "2026-02"))]),
        Choices(),
        MonitorFile(path),
        silent,
    )
    (told,) = (text for text in silent.warnings if "boundaries" in text)
    assert "6 redrawn (c0r0, c1r0, c2r0, c0r1, c1r1, …)" in told and "3 new (c0r2" in told
    silent = Silent()
    add_period(
        inputs([grid(3, 3, side=9.0)], [persons(**people(1, "2026-03"))]),
        Choices(),
        MonitorFile(path),
        silent,
    )
    assert not any("boundaries" in text for text in silent.warnings)


def about_sets(path):
    with closing(sqlite3.connect(path)) as connection:
        return pd.read_sql_query("SELECT * FROM area_sets ORDER BY fid", connection)


def called(name):
    """The districts under another ``name``, of another kind and origin."""
    provenance = Provenance("other.gpkg", "2026-03-01T00:00:00", "CC0", "2026-01-01")
    return replace(grid(3, 2), name=name, kind="free", provenance=provenance)


@pytest.mark.parametrize("other", [called("Roder"), replace(OTHERS["moved"], name="Roder")])
def test_the_sets_own_name_and_origin_are_taken_back(tmp_path, other):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", grid(3, 2))
    before = about_sets(path)
    add(path, "2026-02", other)
    assert "Roder" in about_sets(path)["name"].tolist()
    undo_period(MonitorFile(path), Silent())
    pd.testing.assert_frame_equal(about_sets(path), before)


def test_a_name_that_was_given_since_stays(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", grid(3, 2))
    add(path, "2026-02", called("Roder"))
    MonitorFile(path).areas.save([called("Kvarterer")])
    undo_period(MonitorFile(path), Silent())
    assert "Kvarterer" in about_sets(path)["name"].tolist()


def test_areas_that_cannot_be_numbered_are_refused_in_words(tmp_path):
    """The number of a figure has room for 2**20 areas: one more would be taken for another."""
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", grid(3, 2))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'areas'", (2**20 - 3,))
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="can have 1,048,575 areas.*Make a new monitor file"):
        add(path, "2026-02", OTHERS["moved"])
    assert path.read_bytes() == before


def districts_by_period(path, table="assessments"):
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            f"SELECT s.period, count(*) FROM {table} s JOIN areas a ON a.fid = s.area "
            "WHERE s.area_set = 'grid' GROUP BY s.period"
        )
        return dict(rows.fetchall())


def of_2023(town):
    """A table of 2023, which judges every month of 2024 and later anew."""
    table = pd.DataFrame(
        [("c0r0", "2023", "convicted", "2,6")],
        columns=["area_code", "period", "indicator", "value"],
    )
    return Inputs([town], [Delivery("figures", [TableSource("f", table)])])


@pytest.mark.parametrize("judged_by", ["table", "table taken back", "other choices"])
def test_areas_that_are_gone_stay_in_their_months_however_late_they_are_judged(tmp_path, judged_by):
    path = tmp_path / "m.gpkg"
    for month, town in (("2024-01", grid(3, 2)), ("2025-01", grid(3, 2)), ("2026-01", grid(2, 2))):
        add(path, month, town)
    if judged_by == "other choices":
        made = inputs([grid(2, 2), slices()], [persons(**people(2, "2026-01"))])
        add_period(made, Choices(use_origin=False), MonitorFile(path), Silent())
    else:
        add_period(of_2023(grid(2, 2)), Choices(), MonitorFile(path), Silent())
    if judged_by == "table taken back":
        undo_period(MonitorFile(path), Silent())
    assert districts_by_period(path) == {"2024-01": 6, "2025-01": 6, "2026-01": 4}
    assert districts_by_period(path, "risk_map") == {"2024-01": 6, "2025-01": 6, "2026-01": 4}
    assert districts_by_period(path, "lists") == {"2024": 6, "2025": 6, "2026": 4}


def test_a_month_counted_again_without_an_area_is_judged_without_it(tmp_path):
    path = tmp_path / "m.gpkg"
    for month, town in (("2024-01", grid(3, 2)), ("2026-01", grid(2, 2)), ("2024-01", grid(2, 2))):
        add(path, month, town)
    assert districts_by_period(path) == {"2024-01": 4, "2026-01": 4}


def test_series_and_matrix_have_the_areas_of_their_months(tmp_path):
    path = tmp_path / "m.gpkg"
    for month, town in (("2025-01", grid(3, 2)), ("2025-02", grid(3, 2)), ("2025-03", grid(2, 2))):
        add(path, month, town)
    store = MonitorFile(path)
    there, known = held(store, "grid"), known_by_id()
    assert set(there.gone) == {"c2r0", "c2r1"} and len(there.names) == 4
    table = read_series(store, there, [known["population"]], ["c2r0", "c0r0"])
    periods = table.groupby("area_id")["period"].agg(list).to_dict()
    assert periods == {
        "c2r0": ["2025-01", "2025-02"],
        "c0r0": ["2025-01", "2025-02", "2025-03"],
    }
    assert len(read_matrix(store, there, "2025-02", known).areas) == 6
    assert len(read_matrix(store, there, "2025-03", known).areas) == 4
