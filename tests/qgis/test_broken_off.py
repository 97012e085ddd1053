"""A publishing that dies or is held up at any point: what counts as released is in the ledger, and the other way round."""

from __future__ import annotations

import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from geofa_sociodemografi.core import files, strays
from geofa_sociodemografi.core.errors import StoreError
from geofa_sociodemografi.core.gis.editions import publishing, unfinished
from geofa_sociodemografi.core.gis.editions.publishing import (
    draw,
    enter,
    release,
    stage,
    subject_of,
)
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.ledger import Ledger
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.qgis.edition_files import FILES
from tests.unit.invented_town import monitor
from tests.windows import open_paths

SECONDS = 60


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return monitor(tmp_path_factory.mktemp("town") / "monitor.gpkg")


@pytest.fixture(scope="module")
def prepared(town):
    return prepare_edition(town, "parter", "", "", Silent())


@pytest.fixture
def own(town, tmp_path):
    """A monitor file of the test's own."""
    return Path(shutil.copy(town, tmp_path / "monitor.gpkg"))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "ud å"
    made.mkdir()
    yield made
    shutil.rmtree(made)
    unfinished.ended(made)


def released(folder):
    """The editions of ``folder`` that count as released, whole."""
    found = [p for p in folder.glob("udgave_*") if not (p / unfinished.MARK).exists()]
    assert all({f.name for f in p.iterdir()} == FILES for p in found)
    return {p.name for p in found}


def entered(own):
    return set(MonitorFile(own).ledger.releases().about["place"])


def age(folder):
    """Let everything in ``folder`` be older than an hour."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (time.time() - 2 * strays.SECONDS_KEPT,) * 2)


def die_at(name, after):
    """A stand-in for ``publishing.name`` that ends the process before or after its work, as a crash does."""
    owner, _, attribute = name.rpartition(".")
    owner = {"": publishing, "files": files, "Ledger": Ledger}[owner]
    real = getattr(owner, attribute)

    def dying(*args, **kwargs):
        if after:
            real(*args, **kwargs)
        os._exit(9)

    setattr(owner, attribute, dying)


STEPS = ["audit_files", "mark", "files.put_in_place", "Ledger.enter", "unmark", "ended"]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_crash_leaves_nothing_released_unentered_and_nothing_entered_unplaced(
    prepared, own, folder, step, after
):
    staged = stage(prepared, folder, "p")
    subject = subject_of(prepared)
    scale = draw(staged, subject)
    child = os.fork()
    if child == 0:
        die_at(step, after)
        enter(staged, subject, scale, own)
        os._exit(1)
    end = time.monotonic() + SECONDS
    while (done := os.waitpid(child, os.WNOHANG)) == (0, 0) and time.monotonic() < end:
        time.sleep(0.02)
    assert os.waitstatus_to_exitcode(done[1]) == 9, "it did not die where it should"
    whole = {p.name for p in folder.glob("udgave_*") if {f.name for f in p.iterdir()} >= FILES}
    assert released(folder) <= entered(own) <= whole
    unfinished.tidy_all()
    assert released(folder) <= entered(own), "what is young may be another QGIS at work"
    age(folder)
    unfinished.tidy_all()
    assert released(folder) == entered(own) == {p.name for p in folder.iterdir()}
    assert not unfinished.is_remembered()


def test_the_next_publishing_in_a_folder_clears_it_too(prepared, own, folder):
    stage(prepared, folder, "p")
    stray = next(folder.iterdir())
    age(folder)
    unfinished._remember([])
    made = release(stage(prepared, folder, "p"), subject_of(prepared), own)
    assert not stray.exists() and {p.name for p in folder.iterdir()} == {
        made.folder.name
    } == entered(own)


def test_an_edition_whose_ledger_is_not_at_hand_stays_marked(prepared, own, folder):
    staged = stage(prepared, folder, "p")
    unfinished.mark(staged.folder, own)
    staged.folder.rename(staged.target)
    age(folder)
    elsewhere = own.rename(own.with_name("elsewhere.gpkg"))
    unfinished.tidy_all()
    assert staged.target.exists() and released(folder) == set() and unfinished.is_remembered()
    elsewhere.rename(own)
    unfinished.tidy_all()
    assert not staged.target.exists() and not unfinished.is_remembered()


# -- held up -------------------------------------------------------------------------------------


def test_nothing_of_an_edition_is_open_after_it_is_drawn(prepared, own, folder):
    staged = stage(prepared, folder, "p")
    draw(staged, subject_of(prepared))
    assert not [path for path in open_paths() if path.startswith(str(staged.folder))]
    publishing.discard(staged)
    assert not list(folder.iterdir()) and not unfinished.is_remembered()


def scanned(monkeypatch, name, seconds):
    """A virus scanner that opens a file of the edition when it has been looked at, for ``seconds``; all it opened."""
    opened = []
    real = publishing.mark

    def and_held(folder, monitor):
        real(folder, monitor)
        opened.append((folder / name).open("rb"))
        if seconds:
            threading.Timer(seconds, opened[-1].close).start()

    monkeypatch.setattr(publishing, "mark", and_held)
    return opened


@pytest.mark.parametrize("name", ["udgave.gpkg", "kort.pdf", unfinished.MARK])
def test_a_scanner_that_lets_go_is_waited_for(prepared, own, folder, monkeypatch, name):
    scanned(monkeypatch, name, 0.6)
    made = release(stage(prepared, folder, "p"), subject_of(prepared), own)
    assert released(folder) == entered(own) == {made.folder.name}


def test_a_holder_that_stays_is_named_and_nothing_is_released(prepared, own, folder, monkeypatch):
    monkeypatch.setattr(files, "WAITS", (0.01,) * 3)
    opened = scanned(monkeypatch, "udgave.xlsx", 0)
    with pytest.raises(StoreError) as refused:
        release(stage(prepared, folder, "p"), subject_of(prepared), own)
    step = refused.value.next_step
    assert "Nothing was released" in step and "udgave.xlsx" in step and "Excel" in step
    assert released(folder) == entered(own) == set() and unfinished.is_remembered()
    opened[0].close()
    age(folder)
    unfinished.tidy_all()
    assert not list(folder.iterdir()) and not unfinished.is_remembered()


def test_a_release_that_cannot_be_entered_is_taken_away(prepared, own, folder, monkeypatch):
    def full(*_):
        raise StoreError("no room")

    monkeypatch.setattr(Ledger, "enter", full)
    with pytest.raises(StoreError, match="no room"):
        release(stage(prepared, folder, "p"), subject_of(prepared), own)
    assert not list(folder.iterdir()) and entered(own) == set() and not unfinished.is_remembered()


def test_a_mark_that_cannot_be_taken_away_takes_the_release_back(
    prepared, own, folder, monkeypatch
):
    monkeypatch.setattr(files, "WAITS", (0.01,) * 3)
    opened = scanned(monkeypatch, unfinished.MARK, 0)
    monkeypatch.setattr(
        files,
        "put_in_place",
        lambda work, target: opened[0].close()
        or os.replace(work, target)
        or opened.append((target / unfinished.MARK).open("rb")),
    )
    with pytest.raises(StoreError, match="Nothing was released"):
        release(stage(prepared, folder, "p"), subject_of(prepared), own)
    assert released(folder) == entered(own) == set()
    opened[1].close()
