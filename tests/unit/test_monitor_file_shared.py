"""Kills, others who read, save or remove at the same time, and what is left beside the file."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest
from geofa_sociodemografi.core import strays
from geofa_sociodemografi.core.errors import StoreError
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.store.opening import database

from tests import package
from tests.unit.helpers import grid

KILLS = 200


@pytest.fixture
def path(tmp_path):
    MonitorFile(tmp_path / "monitor.gpkg").areas.save([grid(2, 2)])
    return tmp_path / "monitor.gpkg"


# -- kills --------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the children are forked")
def test_200_kills_leave_the_last_save_or_the_one_begun_and_no_strays(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.killed_saves", str(tmp_path), str(KILLS), "5"],
        cwd=package.ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == KILLS, done.stderr
    in_the_middle = 0
    for one in found:
        told = one["announced"]
        begun = told[-1:] if told and told[-1] else []
        in_the_middle += bool(begun)
        last = [size for size, end in zip(told, told[1:]) if end == 0][-1:]
        good = [[[12 * size], 12 * size] for size in (*last, *begun)] + (
            [] if last else [one["before"]]
        )
        assert one["after"] in good, one
    assert in_the_middle > KILLS / 2
    left = sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("."))
    assert left, "kills while a new file is made leave what was written aside"
    MonitorFile(tmp_path / "monitor.gpkg").clear_strays(older_than=0)
    assert {one.name for one in tmp_path.iterdir()} <= {"monitor.gpkg", "monitor.gpkg-journal"}
    MonitorFile(tmp_path / "monitor.gpkg").areas.save([grid(1, 1)])
    assert [one.name for one in tmp_path.iterdir()] == ["monitor.gpkg"]


def test_the_journal_of_a_file_that_was_removed_is_not_rolled_back_into_a_new_one(tmp_path):
    """A save is killed, somebody removes the file, and a new one is made under the name."""
    path = tmp_path / "monitor.gpkg"
    MonitorFile(path).areas.save([grid(2, 2)])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM areas")
        journal = path.with_name("monitor.gpkg-journal").read_bytes()
    path.unlink()
    path.with_name("monitor.gpkg-journal").write_bytes(journal)
    MonitorFile(path).areas.save([grid(3, 3)])
    assert len(MonitorFile(path).areas.load("grid").areas) == 9
    assert [one.name for one in tmp_path.iterdir()] == ["monitor.gpkg"]


# -- strays -------------------------------------------------------------------------------------------------


def old(path, hours=30.0):
    then = time.time() - hours * 3600
    for one in [*path.rglob("*"), path] if path.is_dir() else [path]:
        os.utime(one, (then, then))
    return path


def test_the_next_save_clears_what_is_old_and_of_exactly_our_names(path):
    folder = path.parent
    ours = [folder / f".monitor-0123abcd.gpkg{end}" for end in ("", "-journal", "-wal", "-shm")]
    others = [
        folder / name
        for name in (
            ".monitor-0123abc.gpkg",
            ".monitor-0123abcdx.gpkg",
            ".monitor-0123ABCD.gpkg",
            "monitor-0123abcd.gpkg",
            ".monitor2-0123abcd.gpkg",
            ".monitor-0123abcd.gpkg.bak",
            ".monitor-0123abcd.txt",
            "monitor.gpkg.bak",
        )
    ]
    for one in [*ours, *others]:
        old(one.write_bytes(b"x") and one)
    young = folder / ".monitor-89abcdef.gpkg"
    young.write_bytes(b"x")
    link = folder / ".monitor-fedcba98.gpkg"
    link.symlink_to(others[0])
    MonitorFile(path).areas.save([grid(1, 1)])
    assert set(folder.iterdir()) == {path, young, link, *others}


def test_folders_are_as_old_as_the_newest_thing_in_them(tmp_path):
    for name in (".udgave-0123abcd", ".udgave-89abcdef", ".udgave-fedcba98"):
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / "deep" / "kort.pdf").write_bytes(b"x")
        old(tmp_path / name)
    (tmp_path / ".udgave-89abcdef" / "deep" / "kort.pdf").write_bytes(b"being written")
    (tmp_path / "udgave_2026-01").mkdir()
    gone = strays.clear(tmp_path, (".udgave-",))
    assert sorted(one.name for one in gone) == [".udgave-0123abcd", ".udgave-fedcba98"]
    assert sorted(one.name for one in tmp_path.iterdir()) == [".udgave-89abcdef", "udgave_2026-01"]
    assert strays.clear(tmp_path / "nowhere", (".udgave-",)) == []


def test_what_is_named_aside_is_what_is_cleared(tmp_path):
    (tmp_path / strays.aside(".monitor-", ".gpkg")).touch()
    (tmp_path / strays.aside(".udgave-")).mkdir()
    assert (
        len(strays.clear(tmp_path, (".monitor-",), 0, ".gpkg"))
        == len(strays.clear(tmp_path, (".udgave-",), 0))
        == 1
    )


# -- others -------------------------------------------------------------------------------------------------


def test_a_reader_reads_on_while_a_large_save_goes_on(path):
    """Without what is kept in memory, SQLite puts so large a change on the disk in the middle and locks readers out."""
    with MonitorFile(path).changing() as connection:
        connection.executemany(
            "INSERT INTO findings (run, finding) VALUES (1, ?)",
            (("x" * 4000,) for _ in range(5_000)),
        )
        assert MonitorFile(path, at_once=True).areas.sets()["areas"].tolist() == [4]
        with closing(sqlite3.connect(path, timeout=0)) as other:
            assert other.execute("SELECT count(*) FROM findings").fetchone() == (0,)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM findings").fetchone() == (5_000,)


def locked(path, how):
    other = sqlite3.connect(path)
    other.execute(how)
    return other


@pytest.mark.parametrize("how", ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"])
def test_anothers_save_is_told_from_damage(path, monkeypatch, how):
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    monkeypatch.setattr(database, "WAIT_AT_ONCE", 0.05)
    before = path.read_bytes()
    with closing(locked(path, how)):
        for store in (MonitorFile(path), MonitorFile(path, at_once=True)):
            doors = [store.check_writable, lambda store=store: store.areas.save([grid(1, 1)])]
            for door in doors + ([store.areas.sets] if "EXCLUSIVE" in how else []):
                with pytest.raises(StoreError, match="another program is saving") as caught:
                    door()
                assert "damaged" not in str(caught.value) and "try again" in caught.value.next_step
    assert path.read_bytes() == before and MonitorFile(path).areas.sets()["areas"].tolist() == [4]


def test_two_saves_at_once_both_stand(path):
    def save(name):
        for _ in range(5):
            MonitorFile(path).areas.save([grid(1, 3, identifier=name)])

    threads = [threading.Thread(target=save, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert MonitorFile(path).areas.sets().set_index("area_set")["areas"].to_dict() == {
        "grid": 4,
        "a": 3,
        "b": 3,
        "c": 3,
    }


def removed(path):
    path.unlink()


def replaced(path):
    path.rename(path.with_name("before.gpkg"))
    MonitorFile(path).areas.save([grid(1, 1, identifier="another")])


@pytest.mark.parametrize("happens", [removed, replaced])
@pytest.mark.parametrize("after_the_first_row", [False, True])
def test_a_file_that_went_while_it_was_saved_is_no_success(path, happens, after_the_first_row):
    with pytest.raises(StoreError, match="removed or replaced"):
        with MonitorFile(path).changing() as connection:
            if after_the_first_row:
                connection.execute("INSERT INTO findings (run) VALUES (1)")
            happens(path)
            connection.execute("INSERT INTO findings (run) VALUES (2)")
    if happens is replaced:
        assert MonitorFile(path).areas.sets()["area_set"].tolist() == ["another"]
    else:
        assert not path.exists()


def test_a_file_made_meanwhile_is_not_written_over(tmp_path):
    path = tmp_path / "monitor.gpkg"
    with pytest.raises(StoreError, match="removed or replaced"):
        with MonitorFile(path).changing() as connection:
            connection.execute("INSERT INTO findings (run) VALUES (1)")
            MonitorFile(path).areas.save([grid(1, 1, identifier="another")])
    assert MonitorFile(path).areas.sets()["area_set"].tolist() == ["another"]
    assert [one.name for one in tmp_path.iterdir()] == ["monitor.gpkg"]


def test_a_file_that_goes_before_it_is_opened_is_not_made_anew(path, monkeypatch):
    from geofa_sociodemografi.core.store.opening import access

    real = access.check_there

    def gone_after(found):
        real(found)
        found.unlink()

    monkeypatch.setattr(access, "check_there", gone_after)
    with pytest.raises(StoreError):
        MonitorFile(path).areas.sets()
    assert list(path.parent.iterdir()) == []


def test_a_disk_that_is_full_is_told_as_that(path):
    before = MonitorFile(path).areas.sets()
    with pytest.raises(StoreError, match="cannot be written") as caught:
        with MonitorFile(path).changing() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 3}")
            connection.executemany(
                "INSERT INTO findings (finding) VALUES (?)", (("x" * 4000,) for _ in range(50))
            )
    assert "full" in caught.value.details
    assert MonitorFile(path).areas.sets().equals(before)
