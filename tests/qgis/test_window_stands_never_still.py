"""Random actions on the real dock with a large monitor file: nothing heavy is read in the window's thread."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import os
import random
import threading
import time

import pytest
from geofa_sociodemografi.core.errors import StoreError
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from geofa_sociodemografi.core.store.ledger import Ledger
from geofa_sociodemografi.core.store.opening import access, wholeness
from geofa_sociodemografi.core.store.runs.in_force import InForce
from geofa_sociodemografi.core.store.runs.runs import Runs
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)
from tests.unit.invented_town import monitor, people
from tests.window_actions import Clicks, StandStill, click

ACTIONS, SEED = 150, 11
HEAVY = {
    InForce: ("assessments", "observations", "atoms"),
    Runs: ("counted", "save"),
    Ledger: ("releases",),
}

MONTHS = 12
LIGHT = {
    "assessments": lambda area_set, period="": bool(period),
    "observations": lambda area_set, indicators=(), periods=(): (
        len(indicators) == 1 and 0 < len(periods) <= MONTHS
    ),
}
"""What the window reads itself when it is shown: one period's judgements, one indicator's few periods. A file of ten
years and 500 areas gives them in a fortieth of a second."""


@pytest.fixture
def large(tmp_path, monkeypatch):
    """A monitor file that counts as a large one, whatever its size."""
    monkeypatch.setattr(wholeness, "SMALL_BYTES", 0)
    return monitor(tmp_path / "monitor.gpkg", people(), people(2, "2025-12"))


@pytest.fixture
def read(monkeypatch):
    """(name, was it in the window's thread?) of everything heavy that is read or written."""
    seen = []

    def watched(name, real):
        def doing(*args, **more):
            if name in LIGHT and LIGHT[name](*args[1:], **more):
                return real(*args, **more)
            seen.append((name, threading.current_thread() is threading.main_thread()))
            return real(*args, **more)

        return doing

    for kind, names in HEAVY.items():
        for name in names:
            monkeypatch.setattr(kind, name, watched(name, getattr(kind, name)))
    real = wholeness.check_whole

    def check_whole(path, seconds, only_small=False):
        if not only_small:
            seen.append(("check_whole", threading.current_thread() is threading.main_thread()))
        return real(path, seconds, only_small)

    monkeypatch.setattr(wholeness, "check_whole", check_whole)
    return seen


def opened(dock, path):
    dock.session.open_monitor(
        path, ProjectState(monitor=str(path), area_sets=["grid", "slices"], allow_fewer_years=True)
    )
    wait(lambda: not dock.session.busy)


def test_random_actions_read_nothing_heavy_in_the_windows_thread(dock, large, read, tmp_path):
    opened(dock, large)
    assert dock.session.judged and dock.stack.currentWidget() is dock.page("map"), (
        "shown when it has been read"
    )
    clicks, watch = Clicks(dock, SEED, tmp_path, rare=0.05), StandStill(60.0)
    try:
        click(dock, clicks, watch, ACTIONS)
    finally:
        watch.end()
    wait(lambda: not dock.session.busy)
    opened(dock, large)  # whatever was reached: each kind of work is done once
    dock.go_to("assessment")
    dock.page("assessment").tabs.setCurrentIndex(1)
    wait(lambda: not dock.session.busy and dock.page("assessment").law.what_if.answer.text())
    dock.go_to("disclosure")
    dock.page("disclosure").check.click()
    wait(lambda: not dock.session.busy)
    assert len(clicks.done) > 20 and len(read) > 30
    assert [name for name, in_window in read if in_window] == []
    assert {"observations", "atoms", "counted", "check_whole"} <= {n for n, _ in read}


def test_the_what_if_is_answered_when_its_figures_have_been_read(dock, large):
    opened(dock, large)
    dock.go_to("assessment")
    dock.page("assessment").tabs.setCurrentIndex(1)
    box = dock.page("assessment").law.what_if
    wait(lambda: not dock.session.busy and box.answer.text())
    assert box.answer.text().startswith("As it is") and box.taken_in.findText("west (slices)") > 0


def test_a_project_read_with_a_trial_layer_can_be_saved_again(dock, large, tmp_path):
    """QGIS 3.22 keeps the address of a layer that goes while it reads the project, and crashes on the next save."""
    opened(dock, large)
    dock.go_to("assessment")
    wait(lambda: not dock.session.busy and QgsProject.instance().mapLayers())
    path = str(tmp_path / "p.qgz")
    for _ in range(2):
        assert QgsProject.instance().write(path) and QgsProject.instance().read(path)
        wait(lambda: not dock.session.busy)
    assert QgsProject.instance().write(path)
    roles = [
        layer.customProperty("sociodemografi/role")
        for layer in QgsProject.instance().mapLayers().values()
    ]
    assert roles.count("live_index") <= 1


def test_another_save_holds_the_window_up_for_a_moment_only(dock, large, monkeypatch):
    """A lock that nobody gives back: the window's own reads say so at once, instead of waiting the task's 20 seconds."""
    import sqlite3

    opened(dock, large)
    waited = []
    real = access.connect
    monkeypatch.setattr(
        access,
        "connect",
        lambda path, seconds, factory: (
            waited.append((threading.current_thread() is threading.main_thread(), seconds)),
            real(path, seconds, factory),
        )[1],
    )
    other = sqlite3.connect(large)
    other.execute("BEGIN EXCLUSIVE")
    try:
        dock.refresh()
    finally:
        other.close()
    assert waited and all(seconds < 0.5 for in_window, seconds in waited if in_window)
    assert any(
        "another program is saving" in str(one) for one in dock.said if isinstance(one, StoreError)
    )


def test_strays_beside_the_monitor_file_are_cleared_when_the_project_is_opened(dock, large):
    old, young = large.parent / ".monitor-0123abcd.gpkg", large.parent / ".monitor-89abcdef.gpkg"
    old.touch()
    young.touch()
    os.utime(old, (time.time() - 100_000,) * 2)
    dock.session.open_monitor(large, ProjectState(monitor=str(large), area_sets=["grid"]))
    wait(lambda: not dock.session.busy)
    assert not old.exists() and young.exists()


def test_a_damaged_large_file_is_told_in_the_bar_and_nothing_is_shown(dock, large):
    content = bytearray(large.read_bytes())
    page = 4096 * random.Random(3).randrange(20, len(content) // 4096)
    content[page : page + 4096] = bytes(4096)
    large.write_bytes(content)
    opened(dock, large)
    QApplication.processEvents()
    assert (
        any("damaged" in str(one) for one in dock.said if isinstance(one, StoreError))
        and not dock.session.judged
    )
