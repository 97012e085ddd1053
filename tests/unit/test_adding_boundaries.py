"""Boundaries that change between additions: every month is shown, released and taken back in its own."""

from __future__ import annotations

import pandas as pd
import pytest
from geofa_sociodemografi.core.areas.area_set import fingerprint
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
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
    before, versions = content(path), MonitorFile(path).areas.versions("grid")
    add(path, "2026-02", OTHERS[other])
    undo_period(MonitorFile(path), Silent())
    assert_same(content(path), before)
    pd.testing.assert_frame_equal(MonitorFile(path).areas.versions("grid"), versions)


def test_boundaries_that_were_loaded_since_stay(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, "2026-01", grid(3, 2))
    add(path, "2026-02", grid(2, 2))
    MonitorFile(path).areas.save([grid(3, 2, side=9.0)])
    undo_period(MonitorFile(path), Silent())
    now = MonitorFile(path).areas.load("grid")
    assert fingerprint(now) == fingerprint(grid(3, 2, side=9.0))
