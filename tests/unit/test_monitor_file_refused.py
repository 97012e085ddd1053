"""Files that are not ours, of a newer version, or damaged: a sentence, and not one byte is changed in them."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from geofa_sociodemografi.core.errors import SociodemografiError, StoreError
from geofa_sociodemografi.core.store.form import schema
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from osgeo import ogr, osr

from tests.unit.helpers import grid
from tests.unit.invented_town import monitor, people
from tests.unit.store_doors import DOORS, plain

PAGE = 4096
COPIES = 150


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    return monitor(tmp_path_factory.mktemp("good") / "monitor.gpkg", people(), people(2, "2025-12"))


def statement(path, *statements):
    """Change the file as another program would."""
    with closing(sqlite3.connect(path)) as connection:
        for one in statements:
            connection.execute(*one) if isinstance(one, tuple) else connection.execute(one)
        connection.commit()
    return path


def refused_everywhere(path, match):
    """Every reading door and a writing one refuse ``path`` with a sentence and a next step, and leave it alone."""
    before = path.read_bytes() if path.is_file() else None
    for name, door in {**DOORS, "save": lambda store: store.areas.save([grid(1, 1)])}.items():
        with pytest.raises(StoreError, match=match) as caught:
            door(MonitorFile(path))
        assert caught.value.next_step, name
    assert before is None or path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


# -- newer --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [str(int(schema.VERSION) + 1), "99", "9" * 30, "next", ""])
@pytest.mark.parametrize(
    "where", ["UPDATE runs SET schema_version = ?", "UPDATE monitor_file SET schema_version = ?"]
)
def test_a_file_of_a_newer_form_is_neither_read_nor_written(good, tmp_path, where, version):
    path = statement(shutil.copy(good, tmp_path / "m.gpkg"), (where, (version,)))
    refused_everywhere(tmp_path / "m.gpkg", "newer version")
    assert path


def test_one_newer_run_among_the_kept_ones_is_enough(good, tmp_path):
    path = statement(
        shutil.copy(good, tmp_path / "m.gpkg"),
        "INSERT INTO runs (run, schema_version) VALUES (0, '7')",
    )
    refused_everywhere(path, "newer version")


def test_a_newer_form_that_has_other_tables_is_still_told_as_newer(good, tmp_path):
    path = statement(
        shutil.copy(good, tmp_path / "m.gpkg"),
        "UPDATE monitor_file SET schema_version = '7'",
        "DROP VIEW risk_map",
        "DROP TABLE runs",
    )
    refused_everywhere(path, "newer version")


# -- somebody else's ----------------------------------------------------------------------------------------


def geopackage(path, **tables):
    """A GeoPackage with a layer ``areas`` and ``tables``: name → columns, all of text."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(25832)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    source.CreateLayer("areas", reference, ogr.wkbMultiPolygon, options=["GEOMETRY_NAME=geom"])
    for name, columns in tables.items():
        layer = source.CreateLayer(name, None, ogr.wkbNone)
        for column in columns:
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
        del layer
    del source
    return path


def names_alone(path):
    return geopackage(
        path,
        runs=["started"],
        risk_map=["flood"],
        area_sets=["a"],
        observations=["o"],
        assessments=["x"],
    )


def plain_sqlite_with_our_tables(path):
    return statement(
        path,
        "CREATE TABLE areas (geom, area_set)",
        "CREATE TABLE runs (run)",
        "CREATE VIEW risk_map AS SELECT * FROM runs",
    )


def empty(path):
    path.touch()
    return path


def text(path):
    path.write_text("no database at all, but long enough to be looked at\n" * 200)
    return path


def zeros(path):
    path.write_bytes(bytes(8 * PAGE))
    return path


def folder(path):
    path.mkdir()
    return path


@pytest.mark.parametrize(
    "make", [geopackage, names_alone, plain_sqlite_with_our_tables, empty, text, zeros, folder]
)
def test_what_is_no_monitor_file_is_neither_read_nor_written(tmp_path, make):
    refused_everywhere(make(tmp_path / "other.gpkg"), "not a monitor file")


def test_another_marks_file_is_somebody_elses(good, tmp_path):
    path = statement(
        shutil.copy(good, tmp_path / "m.gpkg"), "UPDATE monitor_file SET mark = 'another_plugin'"
    )
    refused_everywhere(path, "not a monitor file")


# -- damaged ------------------------------------------------------------------------------------------------


def flipped(content, dice):
    found = bytearray(content)
    for _ in range(dice.choice([1, 3, 20])):
        found[dice.randrange(len(found))] ^= 1 << dice.randrange(8)
    return bytes(found)


def cut(content, dice):
    return content[: dice.randrange(len(content))]


def zeroed(content, dice):
    start = PAGE * dice.randrange(len(content) // PAGE)
    return content[:start] + bytes(PAGE) + content[start + PAGE :]


def is_whole(path):
    """Does SQLite itself find nothing wrong? A bit turned inside a number is none that a database can know."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except (sqlite3.Error, UnicodeDecodeError):
        return False


@pytest.mark.slow
def test_150_damaged_copies_are_read_right_or_refused_and_never_written(good, tmp_path):
    content = good.read_bytes()
    right = {
        name: plain(door(MonitorFile(good))) for name, door in DOORS.items() if name != "scores"
    }
    read = refused = 0
    for seed in range(COPIES):
        dice = random.Random(seed)
        damage = (flipped, cut, zeroed)[seed % 3]
        path = tmp_path / "m.gpkg"
        path.write_bytes(damage(content, dice))
        before, whole = path.read_bytes(), is_whole(path)
        for name in right:
            try:
                found = plain(DOORS[name](MonitorFile(path)))
            except SociodemografiError as error:
                assert error.next_step, (seed, name)
                refused += 1
            else:
                read += 1
                assert whole and (damage is flipped or found == right[name]), (seed, name)
        assert path.read_bytes() == before, seed
        try:
            MonitorFile(path).areas.save([grid(1, 1, identifier="new")])
            assert whole, seed
        except StoreError:
            assert path.read_bytes() == before, seed
        assert [one.name for one in tmp_path.iterdir()] == ["m.gpkg"], seed
    assert read > 300 and refused > 1500


def test_the_message_of_a_damaged_file_names_the_newest_copy_beside_it(good, tmp_path):
    path = tmp_path / "m.gpkg"
    path.write_bytes(zeroed(good.read_bytes(), random.Random(2)))
    with pytest.raises(StoreError, match="damaged.*backup"):
        MonitorFile(path).areas.sets()
    shutil.copy(good, tmp_path / "m - Kopi.gpkg")
    text(tmp_path / "m - noter.txt")
    with pytest.raises(StoreError, match="m - Kopi.gpkg"):
        MonitorFile(path).areas.save([grid(1, 1)])


@pytest.mark.parametrize(
    "name, is_copy",
    [
        ("monitor - Kopi.gpkg", True),
        ("monitor - Kopi (2).gpkg", True),
        ("monitor (1).gpkg", True),
        ("monitor (form 5).gpkg", True),
        ("monitor_2026-11-30.gpkg", True),
        ("monitor.gpkg.bak", True),
        ("monitor.bak", True),
        ("monitor_backup_2.gpkg", True),
        ("monitor2.gpkg", False),
        ("monitor_skoler.gpkg", False),
        ("monitorering.gpkg", False),
        ("monitor (skoler).gpkg", False),
    ],
)
def test_another_monitor_file_is_not_named_as_a_copy(good, tmp_path, name, is_copy):
    path = tmp_path / "monitor.gpkg"
    path.write_bytes(zeroed(good.read_bytes(), random.Random(2)))
    shutil.copy(good, tmp_path / name)
    with pytest.raises(StoreError) as told:
        MonitorFile(path).areas.sets()
    assert (name in told.value.next_step) is is_copy
    assert ("may be a copy, from " in told.value.next_step) is is_copy


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE figures SET value = 'CANARY' WHERE fid = (SELECT min(fid) FROM figures)",
        "UPDATE areas SET geom = x'4750' WHERE fid = 1",
        "UPDATE atom_counts SET amounts = x'00' WHERE fid = 2",
        "UPDATE atom_sets SET area_ids = '{CANARY' WHERE fid = 2",
        "UPDATE areas SET name = CAST(x'C3284341' AS TEXT)",
        "UPDATE assessments SET period = x'07'",
        "UPDATE parts SET period = '2026-0q' WHERE fid = 2",
        "UPDATE atom_counts SET period = '2026-13'",
    ],
)
def test_values_of_another_type_are_told_without_being_quoted(good, tmp_path, change):
    path = statement(shutil.copy(good, tmp_path / "m.gpkg"), change)
    told = []
    for door in DOORS.values():
        try:
            door(MonitorFile(path))
        except SociodemografiError as error:
            told.append(f"{error} {error.details}")
    assert (
        told and all("damaged" in one for one in told) and not any("CANARY" in one for one in told)
    )


@pytest.mark.parametrize("missing", [1, 2, 5])
def test_a_file_whose_last_page_lacks_a_few_bytes_is_damaged(tmp_path, missing):
    """SQLite's own check passes it, and what is read of it is not what was saved."""
    path = tmp_path / "m.gpkg"
    MonitorFile(path).areas.save([grid(3, 2)])
    whole = path.read_bytes()
    path.write_bytes(whole[:-missing])
    for door in (
        MonitorFile(path).areas.sets,
        MonitorFile(path).check_writable,
        lambda: MonitorFile(path).areas.save([grid(1, 1)]),
    ):
        with pytest.raises(StoreError, match="damaged"):
            door()
    assert path.read_bytes() == whole[:-missing]


def test_a_file_that_may_not_be_written_is_told_before_anything_is_computed(tmp_path, monkeypatch):
    path = tmp_path / "m.gpkg"
    MonitorFile(path).areas.save([grid(1, 1)])
    for refused in (path, path.parent):
        monkeypatch.setattr(
            os, "access", lambda asked, mode, refused=refused: Path(asked) != refused
        )
        with pytest.raises(StoreError, match="cannot be written"):
            MonitorFile(path).check_writable()
