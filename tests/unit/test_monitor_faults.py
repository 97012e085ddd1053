"""Whatever happens while a month is added: the last good state is there, no stray files, and a sentence with the next step."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from geofa_sociodemografi.core.errors import StoreError
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.store.opening import database

from tests.package import ROOT
from tests.unit.monitor_content import assert_same, content
from tests.unit.test_adding import add

KILLS = 50
OWN = {"m.gpkg", "m.gpkg-journal"}
"""What may lie there after a kill: SQLite takes a journal it did not come to use away with the next save."""
ADDING = """
import sys
sys.path.insert(0, sys.argv[1])
import tests.package
from tests.unit.test_adding import add
print("ready", flush=True)
while True:
    add(sys.argv[2], sys.argv[3])
    print("added", flush=True)
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    path = tmp_path_factory.mktemp("good") / "m.gpkg"
    add(path, "2025-01", "2026-01")
    return path


@pytest.fixture
def path(good, tmp_path):
    return Path(shutil.copy(good, tmp_path / "m.gpkg"))


def runs(path):
    """The additions that stand, when the file is next opened by anybody."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [run for (run,) in connection.execute("SELECT run FROM runs ORDER BY run")]


@pytest.mark.slow
def test_fifty_kills_during_additions_leave_the_last_good_state(path, good):
    """Additions one after the other, killed at any moment: each is there whole, or not at all."""
    dice, kills, whole = random.Random(5), 0, content(good)
    adding = [sys.executable, "-c", ADDING, str(ROOT), str(path), "2026-07"]
    while kills < KILLS:
        begun = subprocess.Popen(adding, stdout=subprocess.PIPE, text=True)
        assert begun.stdout.readline() == "ready\n"
        for _ in range(5):  # starting costs more than adding: several kills are not possible in one
            time.sleep(dice.uniform(0.0, 0.25))
            if dice.random() < 0.7:
                break
        begun.send_signal(signal.SIGKILL)
        begun.wait()
        kills += 1
        store = MonitorFile(path)
        found = store.in_force.periods("grid")["population"]
        assert found in (["2025-01", "2026-01"], ["2025-01", "2026-01", "2026-07"])
        kept = runs(path)
        assert kept == list(range(1, len(kept) + 1))
        assert set(store.in_force.parts("grid")["run"]) <= {1, kept[-1]}
        store.clear_strays(0)
        assert {one.name for one in path.parent.iterdir()} <= OWN
        if len(kept) > 3:  # back to where it began: what is taken back leaves what was there
            for _ in kept[1:]:
                undo_period(store, Silent())
            assert_same(content(path), whole)
            assert [one.name for one in path.parent.iterdir()] == ["m.gpkg"]
            shutil.copy(good, path)


def test_a_full_disk_leaves_the_file_as_it_was(path, monkeypatch):
    """SQLite itself says that it is full: no page more may be used."""
    from geofa_sociodemografi.core.store.opening import transaction

    before = path.read_bytes()

    class Full(transaction.OneTransaction):
        def __init__(self, *args, **more):
            super().__init__(*args, **more)
            pages = sqlite3.Connection.execute(self, "PRAGMA page_count").fetchone()[0]
            sqlite3.Connection.execute(self, f"PRAGMA max_page_count = {pages + 2}")

    with monkeypatch.context() as now:
        now.setattr(transaction, "OneTransaction", Full)
        with pytest.raises(StoreError, match="cannot be written") as told:
            add(path, "2026-07")
    assert "full" in told.value.details and told.value.next_step
    assert path.read_bytes() == before and [p.name for p in path.parent.iterdir()] == ["m.gpkg"]
    add(path, "2026-07")
    assert runs(path) == [1, 2]


def test_two_sessions_at_once_the_second_reads_and_is_told(path, monkeypatch):
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.1)
    with MonitorFile(path).changing() as connection:
        connection.execute("UPDATE runs SET municipality = '0461'")
        assert MonitorFile(path).in_force.periods("grid")["population"] == ["2025-01", "2026-01"]
        with pytest.raises(StoreError, match="another program is saving") as told:
            add(path, "2026-07")
    assert told.value.next_step and runs(path) == [1]
    add(path, "2026-07")
    assert runs(path) == [1, 2]


def test_a_file_that_goes_while_it_is_added_to_is_told(path, monkeypatch):
    """The network drive goes: the folder is not there any more when the month is to be written."""
    from geofa_sociodemografi.core.store.runs import runs as additions

    gone = path.parent.with_name("gone")
    plain = additions.write_figures

    def unplug(*args, **more):
        path.parent.rename(gone)
        return plain(*args, **more)

    with monkeypatch.context() as now:
        now.setattr(additions, "write_figures", unplug)
        with pytest.raises(StoreError) as told:
            add(path, "2026-07")
    assert told.value.next_step
    gone.rename(path.parent)
    assert MonitorFile(path).in_force.periods("grid")["population"] == ["2025-01", "2026-01"]
    assert {one.name for one in path.parent.iterdir()} <= OWN
    add(path, "2026-07")
    assert [one.name for one in path.parent.iterdir()] == ["m.gpkg"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_only_be_read_is_read_and_told_before_the_work(path):
    path.chmod(0o400)
    assert MonitorFile(path).in_force.periods("grid")["population"] == ["2025-01", "2026-01"]
    with pytest.raises(StoreError, match="cannot be written"):
        add(path, "2026-07")


def test_a_truncated_file_is_told_and_not_touched(path):
    content_before = path.read_bytes()
    for part in (0.2, 0.5, 0.9, 0.999):
        cut = content_before[: int(len(content_before) * part)]
        path.write_bytes(cut)
        with pytest.raises(StoreError) as told:
            add(path, "2026-07")
        assert told.value.next_step and path.read_bytes() == cut


def test_a_failure_while_judging_leaves_the_file_as_it_was(path, monkeypatch):
    from geofa_sociodemografi.core.pipeline import judging_in_force

    before = path.read_bytes()

    def broken(*_, **__):
        raise MemoryError

    monkeypatch.setattr(judging_in_force, "judge", broken)
    with pytest.raises(StoreError):
        add(path, "2026-07")
    assert path.read_bytes() == before


def test_the_choices_of_before_are_kept_and_others_judge_all_anew(path):
    from tests.unit.test_adding import given

    store = MonitorFile(path)
    first = store.in_force.assessments("grid")
    assert set(first["run"]) == {1}
    add_period(given("2026-07"), Choices(use_origin=False), store, Silent())
    judged = store.in_force.assessments("grid")
    assert set(judged["run"]) == {2} and set(judged["origin_used"]) == {0}
    undo_period(store, Silent())
    assert set(store.in_force.assessments("grid")["origin_used"]) == {1}, "as before it was added"
