"""Random actions of a user on the real dock, by a seed; and a watch over how long the window stands still.

``Clicks(dock, seed).one()`` does something a user can do at that moment: it chooses a page, an area, a period, turns a
wheel, opens the file again, checks an edition, judges, computes, cancels. What opens a dialogue is called where the
dialogue would have called it.
"""

from __future__ import annotations

import random
import sys
import threading
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEventLoop, Qt
from qgis.PyQt.QtWidgets import QApplication

IMPATIENT = 0.1
"""How often the next click comes before the work of the last one has ended."""
ROOT = str(Path(__file__).resolve().parents[1])


class StandStill:
    """Measures how long the window's thread is away from its events, and sees where it is meanwhile.

    ``times`` are seconds by the clock, ``own`` those the thread itself worked (the rest it waited: for a disk, a lock, or
    for other programs on a busy machine). ``longest`` holds (seconds, action, how often the plugin's frames were seen) of every stop above ``limit``.
    """

    def __init__(self, limit: float):
        self.limit, self.longest = limit, []
        self.times: List[float] = []
        self.own: List[float] = []
        self.own_of: Dict[str, float] = {}
        self._main, self._since = threading.main_thread().ident, None
        self._seen: "Counter[str]" = Counter()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def measured(self, what: str, work: object) -> None:
        """Do ``work`` in the window's thread."""
        self._seen, self._since, worked = Counter(), time.perf_counter(), time.thread_time()
        try:
            work()
        finally:
            seconds, own = time.perf_counter() - self._since, time.thread_time() - worked
            self._since = None
        self.times.append(seconds)
        self.own.append(own)
        self.own_of[what] = max(own, self.own_of.get(what, 0.0))
        if seconds > self.limit:
            self.longest.append((seconds, what, self._seen))

    def events(self, what: str, milliseconds: int = 5) -> None:
        """Let the window live a moment."""
        self.measured(
            what,
            lambda: QApplication.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents, milliseconds
            ),
        )

    def _look(self) -> None:
        while not self._ended.wait(0.02):
            since = self._since
            if since is not None and time.perf_counter() - since > 0.05:
                frames = traceback.extract_stack(sys._current_frames()[self._main])
                ours = [
                    f"{Path(f.filename).name}:{f.lineno} {f.name}"
                    for f in reversed(frames)
                    if f"{ROOT}/core" in f.filename or f"{ROOT}/ui" in f.filename
                ]
                self._seen[" < ".join(ours) or "in Qt"] += 1

    def end(self) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()


class Clicks:
    """What can be done on the dock, done by dice.

    Args:
        folder: where pictures, projects and editions go.
        rare: how often long work (computing, judging, checking, publishing, loading) is begun, of all actions.
    """

    def __init__(self, dock: object, seed: int, folder: Path, rare: float = 0.04):
        self.dock, self.dice, self.folder, self.rare = dock, random.Random(seed), folder, rare
        self.done: Dict[str, int] = {}
        self._state = None

    def one(self) -> Tuple[str, object]:
        """(name, the action) to be done next; while a task runs only what is not greyed out."""
        rare, place = (
            self.dice.random() < self.rare,
            self.dice.random(),
        )  # as many dice whatever the dock is at
        if self.dock.session.busy:
            names = ["page", "page", "page", "select_on_map", "cancel"]
        elif rare:
            names = ["load", "compute", "judge", "check", "publish", "merge", "picture"]
        else:
            names = [
                "page",
                "map_set",
                "map_period",
                "map_area",
                "select_on_map",
                "zoom",
                "areas_check",
                "tab",
                "index",
                "theme",
                "theme",
                "shown_indicator",
                "since",
                "index_shown",
                "weight",
                "method",
                "result_row",
                "law_area",
                "what_if",
                "take_in",
                "profile",
                "period",
                "indicator",
                "rules",
                "reopen",
                "project",
            ]
        name = names[int(place * len(names))]
        self.done[name] = self.done.get(name, 0) + 1
        return name, getattr(self, f"_{name}")

    # -- parts ---------------------------------------------------------------------------------

    def _choose(self, combo: object) -> None:
        if combo.count() and combo.isEnabled():
            combo.setCurrentIndex(self.dice.randrange(combo.count()))

    def _row(self, table: object) -> None:
        if table.rowCount() and table.isEnabled():
            table.selectRow(self.dice.randrange(table.rowCount()))

    def _click(self, button: object) -> None:
        if button.isEnabled() and button.isVisibleTo(self.dock):
            button.click()

    # -- pages ---------------------------------------------------------------------------------

    def _page(self) -> None:
        self.dock.go_to(self.dice.choice(self.dock.pages).ID)

    def _map_set(self) -> None:
        self._choose(self.dock.shown.area_set)

    def _map_period(self) -> None:
        self._choose(self.dock.shown.period)

    def _theme(self) -> None:
        self._choose(self.dock.shown.theme)

    def _shown_indicator(self) -> None:
        self._choose(self.dock.shown.indicator)

    def _since(self) -> None:
        self._choose(self.dock.shown.since)

    def _map_area(self) -> None:
        table = self.dock.page("map").areas
        if table.areas() and table.isEnabled():
            table.view.selectRow(self.dice.randrange(len(table.areas())))

    def _select_on_map(self) -> None:
        layers = [
            la
            for la in QgsProject.instance().mapLayers().values()
            if la.fields().lookupField("area_id") >= 0
        ]
        if layers:
            layer = self.dice.choice(layers)
            areas = self.dock.page("map").areas.areas()
            layer.selectByExpression(f"\"area_id\" = '{areas[0] if areas else 'x'}'")

    def _zoom(self) -> None:
        self._click(self.dock.page("map").zoom)

    def _picture(self) -> None:
        if self.dock.session.judged:
            self.dock.page("map").save_picture(self.folder / "kort.png")

    def _areas_check(self) -> None:
        sets = self.dock.page("areas").sets
        if sets.count():
            item = sets.item(self.dice.randrange(sets.count()))
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _tab(self) -> None:
        if self._seen(self.dock.page("assessment")):
            self.dock.page("assessment").tabs.setCurrentIndex(self.dice.randrange(2))

    def _index(self) -> None:
        self._choose(self.dock.page("assessment").index.index)

    def _index_shown(self) -> None:
        self._choose(self.dock.page("assessment").index.shown)

    def _weight(self) -> None:
        spins = list(self.dock.page("assessment").index.members.weights.values())
        if spins:
            self.dice.choice(spins).setValue(self.dice.choice([0.5, 1.0, 2.0, 3.0]))

    def _method(self) -> None:
        combos = list(self.dock.page("assessment").index.method.combos.values())
        self._choose(self.dice.choice(combos))

    def _result_row(self) -> None:
        self._row(self.dock.page("assessment").index.result.areas)

    def _seen(self, page: object, tab: Optional[int] = None) -> bool:
        """Is the page (and tab) seen? One click towards it where it is not: then that is what is done."""
        if self.dock.stack.currentWidget() is not page:
            self.dock.go_to(page.ID)
            return False
        if tab is not None and self.dock.page("assessment").tabs.currentIndex() != tab:
            self.dock.page("assessment").tabs.setCurrentIndex(tab)
            return False
        return True

    def _law_area(self) -> None:
        if self._seen(self.dock.page("assessment"), 1):
            self._choose(self.dock.page("assessment").law.what_if.area)

    def _what_if(self) -> None:
        if self._seen(self.dock.page("assessment"), 1):
            self.dock.page("assessment").law.what_if.persons.setValue(
                self.dice.choice([-50, -5, 0, 5, 50, 200])
            )

    def _take_in(self) -> None:
        if self._seen(self.dock.page("assessment"), 1):
            self._choose(self.dock.page("assessment").law.what_if.taken_in)

    def _profile(self) -> None:
        if self._seen(self.dock.page("disclosure")):
            self._choose(self.dock.page("disclosure").profile)

    def _period(self) -> None:
        if self._seen(self.dock.page("disclosure")):
            self._choose(self.dock.page("disclosure").period)

    def _indicator(self) -> None:
        items = list(self.dock.page("calculation").indicators.items())
        item = self.dice.choice(items)
        on = item.checkState(0) == Qt.CheckState.Checked
        item.setCheckState(0, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _rules(self) -> None:
        self._choose(self.dock.page("calculation").rules.rule_set)

    # -- files ---------------------------------------------------------------------------------

    def _reopen(self) -> None:
        session = self.dock.session
        if session.monitor_path is not None:
            session.open_monitor(Path(session.state.monitor), session.state)

    def _project(self) -> None:
        path = str(self.folder / "projekt.qgz")
        if QgsProject.instance().write(path):
            QgsProject.instance().clear()
            QgsProject.instance().read(path)

    # -- long work -----------------------------------------------------------------------------

    def _load(self) -> None:
        self._click(self.dock.page("data").load)

    def _compute(self) -> None:
        if self._seen(self.dock.page("calculation")):
            self._click(self.dock.page("calculation").compute)

    def _judge(self) -> None:
        if self._seen(self.dock.page("assessment"), 0):
            self._click(self.dock.page("assessment").index.judge)

    def _check(self) -> None:
        if self._seen(self.dock.page("disclosure")):
            self._click(self.dock.page("disclosure").check)

    def _publish(self) -> None:
        if self._seen(self.dock.page("disclosure")) and self.dock.page(
            "disclosure"
        ).publish_box.isVisibleTo(self.dock.page("disclosure")):
            self.dock.page("disclosure").purpose.setText("Dagsorden")
            self.dock.page("disclosure").publish_in(str(self.folder))

    def _merge(self) -> None:
        if self._seen(self.dock.page("disclosure")):
            self._click(self.dock.page("disclosure").merge)

    def _cancel(self) -> None:
        self._click(self.dock.cancel)


def click(
    dock: object,
    clicks: Clicks,
    watch: StandStill,
    count: int,
    patience: float = 120.0,
    each: Optional[object] = None,
) -> None:
    """Do ``count`` actions; a task that runs is given a chance to end, ``patience`` seconds at most."""
    for _ in range(count):
        name, action = clicks.one()
        watch.measured(name, action)
        for _ in range(3):
            watch.events(f"events after {name}")
        end = time.monotonic() + (patience if clicks.dice.random() > IMPATIENT else 0.1)
        while dock.session.busy and time.monotonic() < end:
            watch.events(f"events while busy after {name}")
            time.sleep(0.005)
        if each is not None:
            each()
