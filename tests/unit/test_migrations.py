"""Monitor files as the versions 0.1 to 0.7 made them: every figure is there afterwards, and the file goes on."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import SociodemografiError, StoreError
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.form import schema
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.store.opening import migrations

from tests.unit.earlier_versions import VERSIONS, made_by
from tests.unit.helpers import grid, inputs, persons
from tests.unit.store_doors import DOORS

FORM = dict(zip(VERSIONS, "2345555"))
NUMBERS = ["numerator", "denominator", "value"]
KEY = ["period", "indicator", "area_id"]


def read(path, statement, *parameters):
    with closing(sqlite3.connect(path)) as connection:
        return pd.read_sql_query(statement, connection, params=parameters)


def sorted_by_key(table):
    columns = [*KEY, *NUMBERS]
    return table.sort_values(KEY)[columns].reset_index(drop=True)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_figure_is_there_and_the_newest_in_force(version, tmp_path):
    path = made_by(version, tmp_path)
    old = read(path, "SELECT * FROM observations")
    (area_set,) = set(old["area_set"])
    newest = old[old["run"] == old.groupby("period")["run"].transform("max")]
    found = MonitorFile(path).in_force.observations(area_set)
    assert found["period"].nunique() == 3
    pd.testing.assert_frame_equal(
        sorted_by_key(found), sorted_by_key(newest), check_dtype=False, check_exact=True
    )
    kept = read(
        path,
        "SELECT p.run, p.period, p.indicator, a.area_id, f.numerator, f.denominator, f.value "
        "FROM parts p JOIN figures f ON f.fid / 1048576 = p.fid "
        "JOIN areas a ON a.fid = f.fid % 1048576",
    )
    for run in (1, 2):
        pd.testing.assert_frame_equal(
            sorted_by_key(kept[kept["run"] == run]),
            sorted_by_key(old[old["run"] == run]),
            check_dtype=False,
            check_exact=True,
        )


@pytest.mark.parametrize("version", VERSIONS)
def test_assessments_map_and_copy(version, tmp_path):
    path = made_by(version, tmp_path)
    before = path.read_bytes()
    old = read(path, "SELECT * FROM assessments")
    (area_set,) = set(old["area_set"])
    newest = old[old["run"] == old.groupby("period")["run"].transform("max")]
    found = MonitorFile(path).in_force.assessments(area_set)
    assert found.set_index(["period", "area_id"])["category"].to_dict() == (
        newest.set_index(["period", "area_id"])["category"].to_dict()
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        f"m (form {FORM[version]}).gpkg",
        "m.gpkg",
    ]
    assert (tmp_path / f"m (form {FORM[version]}).gpkg").read_bytes() == before
    shown = read(path, "SELECT count(*) AS areas, count(geom) AS drawn FROM risk_map")
    assert shown.iloc[0].tolist() == [12, 12]
    assert read(path, "SELECT schema_version FROM monitor_file")["schema_version"].tolist() == [
        schema.VERSION
    ]
    assert (
        read(path, "SELECT count(*) AS old FROM sqlite_master WHERE name LIKE 'old_%'").iloc[0, 0]
        == 0
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_every_door_reads_it_and_it_goes_on(version, tmp_path):
    path = made_by(version, tmp_path)
    (name,) = MonitorFile(path).areas.sets()["area_set"]
    for door in DOORS.values():
        try:
            door(MonitorFile(path))
        except SociodemografiError as error:
            assert "damaged" not in str(error)
    area_set = MonitorFile(path).areas.load(name)
    assert len(area_set.areas) == 4
    source = persons(x=[500_005.0] * 400, y=[6_200_005.0] * 400, age=[40] * 400, period="2026-02")
    add_period(inputs([area_set], [source]), Choices(), MonitorFile(path), Silent())
    store = MonitorFile(path)
    assert store.in_force.periods(name)["population"] == [
        "2024-01",
        "2025-01",
        "2026-01",
        "2026-02",
    ]
    assert len(store.in_force.assessments(name, "2026-02")) == 4
    assert prepare_edition(path, "parter", "", "", Silent()).edition.safe


@pytest.mark.parametrize("version", ["0.4", "0.7"])
def test_an_edition_of_a_month_an_earlier_version_counted(version, tmp_path):
    path = made_by(version, tmp_path)
    edition = prepare_edition(path, "parter", "2026-01", "", Silent()).edition
    assert edition.safe and set(edition.table["period"]) == {"2026-01"}


def test_a_copy_that_is_there_is_kept(tmp_path):
    path = made_by("0.3", tmp_path)
    mine = tmp_path / "m (form 4).gpkg"
    mine.write_text("mine")
    MonitorFile(path).areas.sets()
    assert mine.read_text() == "mine" and (tmp_path / "m (form 4, 2).gpkg").exists()


def test_a_failure_on_the_way_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = made_by("0.5", tmp_path)
    before = path.read_bytes()

    def broken(connection):
        raise sqlite3.OperationalError("disk full")

    with monkeypatch.context() as now:
        now.setattr(migrations, "_number_areas", broken)
        with pytest.raises(StoreError, match="m.gpkg"):
            MonitorFile(path).areas.sets()
    assert path.read_bytes() == before
    assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".")]
    assert len(MonitorFile(path).areas.sets()) == 1


def test_a_file_that_lacks_half_of_what_disclosure_control_reads_is_damaged(tmp_path):
    path = made_by("0.5", tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE concentrations")
        connection.commit()
    with pytest.raises(StoreError, match="damaged"):
        MonitorFile(path).areas.sets()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_may_be_written_it_is_told(tmp_path):
    path = made_by("0.2", tmp_path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="earlier version.*Copy it to a folder"):
            MonitorFile(path).areas.sets()
    finally:
        tmp_path.chmod(0o700)


def test_where_nothing_may_be_written_it_is_told_to_root_too(tmp_path, monkeypatch):
    path = made_by("0.2", tmp_path)
    before = path.read_bytes()
    monkeypatch.setattr(migrations.os, "access", lambda *_: False)
    with pytest.raises(StoreError, match="earlier version.*Copy it to a folder"):
        MonitorFile(path).areas.sets()
    assert path.read_bytes() == before and [p.name for p in tmp_path.iterdir()] == ["m.gpkg"]


def test_two_sessions_at_once_bring_it_up_to_date_once(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    path = made_by("0.6", tmp_path)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: len(MonitorFile(path).areas.sets()), range(4)))
    assert found == [1] * 4
    assert len(list(tmp_path.glob("m (form*"))) == 1


@pytest.mark.parametrize("version", VERSIONS)
def test_somebody_s_own_tables_views_and_styles_stay(version, tmp_path):
    path = made_by(version, tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE mine (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO mine VALUES (1, 'a');"
            "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT);"
            "INSERT INTO layer_styles VALUES (1, 'risk_map');"
            "CREATE VIEW my_figures AS SELECT area_id, value FROM observations;"
        )
    MonitorFile(path).areas.sets()
    for table in ("mine", "layer_styles"):
        assert len(read(path, f"SELECT * FROM {table}")) == 1  # noqa: S608
    shown = read(path, "SELECT count(*) AS rows FROM my_figures").iloc[0, 0]
    assert shown == read(path, "SELECT count(*) AS rows FROM observations").iloc[0, 0] > 0


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("use_origin", [True, False])
def test_other_choices_than_an_earlier_version_s_judge_all_anew(version, use_origin, tmp_path):
    path = made_by(version, tmp_path)
    store = MonitorFile(path)
    (name,) = store.areas.sets()["area_set"]
    before = store.in_force.assessments(name)
    source = persons(x=[500_005.0] * 400, y=[6_200_005.0] * 400, age=[40] * 400, period="2026-02")
    made = inputs([store.areas.load(name)], [source])
    add_period(made, Choices(use_origin=use_origin), store, Silent())
    judged = store.in_force.assessments(name)
    assert set(judged["origin_used"]) == {int(use_origin)}
    same = judged[judged["period"] != "2026-02"]["run"].tolist() == before["run"].tolist()
    assert same == (use_origin is True)


def test_areas_that_were_gone_are_no_hindrance_when_others_are_loaded(tmp_path):
    """Figures of an area that is no more have an area without a boundary: nothing may fall over it."""
    path = made_by("0.5", tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM areas WHERE area_id = 'a3'")
        connection.commit()
    store = MonitorFile(path)
    (name,) = store.areas.sets()["area_set"]
    assert store.areas.load(name).area_ids == ["a0", "a1", "a2"]
    shown = read(path, "SELECT count(*) AS rows, count(geom) AS drawn FROM risk_map")
    assert shown.iloc[0].tolist() == [12, 9]
    store.areas.save([grid(2, 2, identifier=name)])
    assert store.areas.load(name).area_ids == ["c0r0", "c1r0", "c0r1", "c1r1"]


def test_nobody_else_may_write_while_the_copy_is_set_aside(tmp_path, monkeypatch):
    """Another process, between the copy and the change: closing the file that was copied must not have given up the
    lock on it."""
    path, plain = made_by("0.5", tmp_path), migrations._convert
    asked = []

    def then(connection):
        done = subprocess.run([sys.executable, "-c", INTRUDER, str(path)], capture_output=True)
        asked.append(done.stdout.decode().strip())
        plain(connection)

    monkeypatch.setattr(migrations, "_convert", then)
    assert len(MonitorFile(path).areas.sets()) == 1
    assert asked == ["database is locked"]


INTRUDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0.1)
try:
    connection.execute("UPDATE runs SET municipality = '0461'")
    connection.commit()
    print("written")
except sqlite3.OperationalError as error:
    print(error)
"""
