"""Storage limitation: which months go, that they are gone, and what stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.adding import undo_period
from geofa_sociodemografi.core.pipeline.adding_words import deleting_text
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.test_adding import MONTHS, add

OLD = ["2024-07"]


@pytest.fixture
def store(tmp_path):
    add(tmp_path / "m.gpkg", *MONTHS)
    return MonitorFile(tmp_path / "m.gpkg")


def test_months_that_are_too_old_go_and_each_january_stays(store):
    assert store.retention.too_old(2) == OLD and store.retention.too_old(3) == []
    before = store.in_force.observations("grid", periods=["2025-01"])
    store.retention.forget(OLD, 2)
    assert not len(store.in_force.observations("grid", periods=OLD))
    assert OLD[0] not in store.in_force.judged("grid") and "2024-01" in store.in_force.judged(
        "grid"
    )
    assert store.runs.periods() == [month for month in MONTHS if month not in OLD]
    assert store.in_force.observations("grid", periods=["2025-01"]).equals(before)
    (about,) = store.retention.forgotten().to_dict("records")
    assert (about["years"], about["months"], about["periods"]) == (2, 1, '["2024-07"]')
    with closing(sqlite3.connect(store.path)) as connection:
        kept = "SELECT count(*), sum(kept), sum(total > 0) FROM parts WHERE period = '2024-07'"
        parts, with_figures, with_totals = connection.execute(kept).fetchone()
    assert parts and with_figures == 0 and with_totals, "that they were there stays on record"


def test_nothing_is_deleted_that_nobody_was_told_of(store):
    with pytest.raises(InputError, match="others than those shown"):
        store.retention.forget(["2024-07", "2025-01"], 2)
    with pytest.raises(InputError, match="others than those shown"):
        store.retention.forget(OLD, 1)
    assert store.in_force.judged("grid") == MONTHS and not len(store.retention.forgotten())


def test_what_comes_after_is_added_and_taken_back_as_before(store):
    store.retention.forget(OLD, 2)
    judged = store.in_force.assessments("grid").drop(columns=["fid", "run"])
    add(store.path, "2026-07", seed=9)
    undo_period(store, Silent())
    again = store.in_force.assessments("grid").drop(columns=["fid", "run"])
    assert again.equals(judged)


def test_what_will_go_is_said_first():
    assert deleting_text([]) == "No month is older than that: nothing is deleted."
    text = deleting_text(["2015-02", "2015-03"])
    assert text.startswith(
        "Deletes 2 months: February 2015 – March 2015. January of each year stays"
    )
    assert deleting_text(OLD).startswith("Deletes July 2024.")
