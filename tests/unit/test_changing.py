"""Series and matrices read from a monitor file."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.changing import (
    asked,
    held,
    known_by_id,
    read_matrix,
    read_series,
    within,
)
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import areas
from tests.unit.invented_town import monitor, people, slices


@pytest.fixture
def store(tmp_path):
    """Three months, of which one in the middle was never delivered."""
    return MonitorFile(
        monitor(tmp_path / "m.gpkg", people(1, "2025-01"), people(2, "2025-12"), people(3))
    )


def test_what_the_file_has_is_told_without_reading_its_figures(store):
    there = held(store, "grid")
    assert there.periods == ("2025-01", "2025-12", "2026-01") and there.newest == "2026-01"
    assert len(there.names) == 6 and "no_work" in [one.id for one in there.indicators]
    observed = store.in_force.observations("grid")
    assert set(observed["indicator"]) == {one.id for one in there.indicators}


def test_an_area_set_an_indicator_and_a_month_that_are_not_there_are_named(store):
    with pytest.raises(InputError, match="no area set elsewhere.*grid, slices"):
        held(store, "elsewhere")
    there = held(store, "grid")
    with pytest.raises(InputError, match="no burglary.*Choose among population"):
        asked(there, ["burglary"])
    with pytest.raises(InputError, match="no c9r9.*c0r0"):
        asked(there, [], ["c9r9"])
    with pytest.raises(InputError, match="no figures of 2025-06.*2025-12"):
        read_matrix(store, there, "2025-06", known_by_id())
    store.areas.save([areas({"x": slices().areas["wkb"].iloc[0]}, "empty")])
    with pytest.raises(InputError, match="Nothing has been counted"):
        held(store, "empty")


def test_the_series_of_a_share_with_gaps_and_the_sum_of_the_parts(store):
    there = held(store, "grid")
    (no_work,) = asked(there, ["no_work"])
    found = read_series(store, there, [no_work], ["c0r0", "c2r0"])
    assert found["area_id"].unique().tolist() == ["c0r0", "c2r0"]
    one = found[found["area_id"] == "c0r0"].set_index("period")
    assert len(one) == 13 and (one["status"] == "gap").sum() == 10
    assert one.loc["2025-06", "last_figure"] == "2025-01"
    raw = store.in_force.observations("grid", ["no_work"])
    now = raw[raw["period"] == "2026-01"]
    whole = 100 * now["numerator"].sum() / now["denominator"].sum()
    assert one.loc["2026-01", "municipality"] == pytest.approx(whole)
    assert one.loc["2026-01", "municipality_from"] == "sum"
    assert (
        one.loc["2026-01", "threshold"] == 40.0 and one.loc["2026-01", "change_from"] == "2025-01"
    )


def test_a_set_that_does_not_cover_the_municipality_is_set_beside_one_that_does(store):
    sets = store.areas.sets().set_index("area_set")["kind"].to_dict()
    there = held(store, "slices")
    (no_work,) = asked(there, ["no_work"])
    mine = read_series(store, there, [no_work]).set_index(["area_id", "period"])
    whole = read_series(store, held(store, "grid"), [no_work]).set_index(["area_id", "period"])
    assert "partition" in sets.values()
    assert mine.loc[("west", "2026-01"), "municipality"] == pytest.approx(
        whole.loc[("c0r0", "2026-01"), "municipality"]
    )


def test_several_indicators_and_a_span_of_periods(store):
    there = held(store, "grid")
    found = read_series(store, there, asked(there, ["no_work", "population"]), ["c0r0"])
    assert found["indicator"].unique().tolist() == ["no_work", "population"]
    some = within(found, "2025-11", "2026-01")
    assert sorted(some["period"].unique()) == ["2025-11", "2025-12", "2026-01"]
    assert len(within(found, "2025", "2025")) == 2 * 12
    assert len(within(found, "", "")) == len(found)


def test_the_matrix_is_what_the_file_has_of_the_month(store):
    there = held(store, "grid")
    found = read_matrix(store, there, "2026-01", known_by_id(), ("no_work",))
    raw = store.in_force.observations("grid", ["no_work"], ["2026-01"]).set_index("area_id")[
        "value"
    ]
    assert found.table().set_index("area_id")["no_work"].to_dict() == pytest.approx(raw.to_dict())
    assert set(store.in_force.observations("grid", periods=["2026-01"])["period"]) == {"2026-01"}
