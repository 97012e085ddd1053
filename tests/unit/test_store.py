"""The monitor file: whole or not at all, and nothing of a person in it."""

from __future__ import annotations

import sqlite3

import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import CancelledError, InputError, StoreError
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from osgeo import ogr

from tests.unit.helpers import grid, inputs, persons, write

X, Y = 500_005.0, 6_200_005.0


def two_people(**columns):
    source = persons(**{"x": [X, X], "y": [Y, Y], "age": [40, 20], "period": "2026-01", **columns})
    return inputs([grid(2, 2)], [source])


def run(path, **columns):
    return add_period(two_people(**columns), Choices(), MonitorFile(path), Silent(), "1.2.3")


def newest_run(path):
    with sqlite3.connect(path) as connection:
        return connection.execute(
            "SELECT run, plugin_version, created FROM runs ORDER BY run DESC"
        ).fetchone()


def test_area_sets_come_back_as_they_were(tmp_path):
    store = MonitorFile(tmp_path / "æøå mappe.gpkg")
    store.areas.save([grid(2, 2)])
    store.areas.save([grid(3, 1, identifier="other"), grid(1, 1)])
    assert store.areas.sets().set_index("area_set")["areas"].to_dict() == {"other": 3, "grid": 1}
    pd.testing.assert_frame_equal(store.areas.load("other").areas, grid(3, 1).areas)


def test_gdal_reads_the_risk_map_with_geometry_and_dates(tmp_path):
    run(tmp_path / "m.gpkg")
    source = ogr.Open(str(tmp_path / "m.gpkg"))
    layer = source.GetLayerByName("risk_map")
    feature = next(f for f in layer if f["area_id"] == "c0r0")
    assert (layer.GetFeatureCount(), feature["population"], feature["period_start"]) == (
        4,
        2.0,
        "2026/01/01",
    )
    assert feature["period_end"] == "2026/02/01"
    assert feature.GetGeometryRef().GetArea() == pytest.approx(100)
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "25832"


def test_an_addition_of_one_area_set_leaves_the_others(tmp_path):
    store = MonitorFile(tmp_path / "m.gpkg")
    source = persons(x=[X, X], y=[Y, Y], age=[40, 20], period="2026-01")
    for name in ("a", "b", "c", "c", "c", "c"):
        add_period(inputs([grid(2, 2, identifier=name)], [source]), Choices(), store, Silent())
    assert [len(store.in_force.assessments(name)) for name in "abc"] == [4, 4, 4]
    assert [set(store.in_force.parts(name)["run"]) for name in "abc"] == [{1}, {2}, {6}]
    with sqlite3.connect(tmp_path / "m.gpkg") as connection:
        kept = connection.execute(
            "SELECT DISTINCT run FROM parts WHERE kept = 1 ORDER BY run"
        ).fetchall()
        figures = connection.execute("SELECT DISTINCT fid / 1048576 FROM figures").fetchall()
        of_kept = connection.execute("SELECT fid FROM parts WHERE kept = 1").fetchall()
    assert kept == [(1,), (2,), (4,), (5,), (6,)] and sorted(figures) == sorted(of_kept)


def test_a_file_another_program_writes_to_is_told_before_the_work(tmp_path, monkeypatch):
    from geofa_sociodemografi.core.store.opening import database

    run(tmp_path / "m.gpkg")
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.1)
    other = sqlite3.connect(tmp_path / "m.gpkg")
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="cannot be written"):
            MonitorFile(tmp_path / "m.gpkg").check_writable()
    finally:
        other.close()


def test_the_vintage_before_is_kept_and_the_map_shows_the_newest(tmp_path):
    for age in (40, 41, 42):
        run(tmp_path / "m.gpkg", age=[age, age], x=[X, X + (10 if age == 42 else 0)])
    with sqlite3.connect(tmp_path / "m.gpkg") as connection:
        runs = {r for (r,) in connection.execute("SELECT DISTINCT run FROM parts WHERE kept = 1")}
        shown = connection.execute(
            "SELECT count(*), min(run), max(population) FROM risk_map"
        ).fetchone()
    assert runs == {1, 2, 3} and shown == (4, 3, 1.0)
    assert newest_run(tmp_path / "m.gpkg")[:2] == (3, "1.2.3")


@pytest.mark.parametrize("begin_with_a_file", [False, True])
def test_a_fault_in_the_register_leaves_everything_as_it_was(tmp_path, begin_with_a_file):
    path = tmp_path / "m.gpkg"
    if begin_with_a_file:
        run(path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(InputError):
        run(path, age=[40, 900])
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


@pytest.mark.parametrize("begin_with_a_file", [False, True])
def test_a_failure_in_the_middle_of_writing_leaves_everything_as_it_was(
    tmp_path, monkeypatch, begin_with_a_file
):
    path = tmp_path / "m.gpkg"
    if begin_with_a_file:
        run(path)
    before = newest_run(path) if begin_with_a_file else None
    from geofa_sociodemografi.core.store.runs import runs

    def broken(findings):
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(runs, "findings_table", broken)
    with pytest.raises(StoreError, match="cannot be written"):
        run(path, age=[1, 1])
    assert [p.name for p in tmp_path.iterdir()] == (["m.gpkg"] if begin_with_a_file else [])
    if begin_with_a_file:
        assert newest_run(path) == before


def test_cancelling_in_the_middle_of_a_large_file_writes_nothing(tmp_path):
    register = write(tmp_path / "p.csv", "x;y;age;period\n" + f"{X};{Y};40;2026-01\n" * 450_000)

    class CancelLater(Silent):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 5

    progress = CancelLater()
    with pytest.raises(CancelledError):
        add_period(
            inputs([grid(2, 2)], file_sources(register)),
            Choices(),
            MonitorFile(tmp_path / "m.gpkg"),
            progress,
        )
    assert [p.name for p in tmp_path.iterdir()] == ["p.csv"]


def test_places_that_cannot_be_written_are_named_before_the_work(tmp_path):
    with pytest.raises(StoreError, match="/proc"):
        run("/proc/m.gpkg")
    with pytest.raises(StoreError, match="nowhere"):
        run(tmp_path / "nowhere" / "m.gpkg")


def test_another_programs_file_is_not_touched(tmp_path):
    path = tmp_path / "other.gpkg"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (a)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a monitor file"):
        run(path)
    assert path.read_bytes() == before
    path.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    with pytest.raises(StoreError):
        MonitorFile(path).areas.sets()


def test_no_person_row_identifier_or_address_is_written(tmp_path):
    columns = {
        "person_id": ["0101901234", "CANARY-P"],
        "household_id": ["CANARY-H", "x"],
        "address_key": ["CANARY-A", "CANARY-B"],
    }
    run(tmp_path / "m.gpkg", **columns)
    content = (tmp_path / "m.gpkg").read_bytes()
    assert all(text.encode() not in content for text in ("0101901234", "CANARY"))


def test_the_figures_in_force_are_found_by_their_part_in_any_program(tmp_path):
    """The view asked by period and indicator, as GDAL asks: a scan of all figures took minutes after five years."""
    run(tmp_path / "m.gpkg")
    source = ogr.Open(str(tmp_path / "m.gpkg"))
    layer = source.GetLayerByName("observations")
    layer.SetAttributeFilter("period = '2026-01' AND indicator = 'population'")
    assert sorted((f["area_id"], f["value"], f["status"]) for f in layer) == [
        ("c0r0", 2.0, "counted"),
        ("c0r1", 0.0, "nobody"),
        ("c1r0", 0.0, "nobody"),
        ("c1r1", 0.0, "nobody"),
    ]
    with sqlite3.connect(tmp_path / "m.gpkg") as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT * FROM observations WHERE period = '2026-01'"
        ).fetchall()
    assert not any(step[3].startswith("SCAN f") for step in plan), plan
