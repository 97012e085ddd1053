"""What the pages share: the project's state, the monitor file, and the one task that may run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Dict, List, Optional, Tuple, TypeVar

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import SociodemografiError
from ..core.gis.host import tasks
from ..core.gis.host.project_state import ProjectState, counted_by, load_state, save_state
from ..core.gis.host.settings import Settings, load_settings, save_settings
from ..core.i18n import tr
from ..core.packages import NEEDED, missing
from .chosen import choices_of, profile_of, sources_of
from .shown.choice import Shown
from .shown.map import ShownMap
from .shown.table import ShownTable

if TYPE_CHECKING:
    import pandas as pd
    from qgis.core import QgsFeedback
    from qgis.gui import QgsMapCanvas

    from ..core.gis.host.feedback import FeedbackProgress
    from ..core.gis.jobs.inputs import ChosenSources
    from ..core.pipeline.inputs import Choices
    from ..core.registers.delivery import DeliveryProfile
    from ..core.store.monitor_file import MonitorFile
    from ..core.store.results import Results
    from ..core.store.runs.standing import Addition

MOST_KEPT = 8
"""So many periods' assessments are kept at hand: the one shown, the one before, and those between
which somebody goes to and fro."""
Found = TypeVar("Found")
"""What a job hands over."""


class Session(QObject):
    """State of the dock for the open project, and the map beside it (``canvas``; None without a
    window).

    Attributes:
        servable, coming, checks: what the registers that were looked through can serve, the periods
            they would bring, and what was found.
        judged: area set id → the periods there are assessments of.
        periods, newest: the periods that the monitor file has figures of, and its newest addition.
        shown: the area set, period, theme and area that map and pages show; table: the areas'
            table of it; map: draws it.
        looks: a file was opened, and the map goes to its areas; not so for a project.

    Signals:
        replaced: another project or monitor file is open; pages forget what they showed.
        changed: something the pages show has changed.
        touched: a choice was made that the next count reads, and nothing shown has changed.
        started, step, moved, ended: a task begins, names a step, moves on (0-100), has ended.
        failed: an error to be told; done: a result text and warnings.
        looked_through: registers were looked through elsewhere than on the page Data;
            given: a file to read as the register of a kind (kind, path) is given elsewhere.
    """

    replaced = pyqtSignal()
    changed = pyqtSignal()
    touched = pyqtSignal()
    started = pyqtSignal(str)
    step = pyqtSignal(str)
    moved = pyqtSignal(float)
    ended = pyqtSignal()
    failed = pyqtSignal(object)
    done = pyqtSignal(str, list)
    looked_through = pyqtSignal(object)
    given = pyqtSignal(str, str)

    def __init__(
        self, parent: Optional[QObject] = None, canvas: "Optional[QgsMapCanvas]" = None
    ) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self.settings: Settings = load_settings()
        self.state: ProjectState = load_state(QgsProject.instance())
        self.servable: List[str] = []
        self.coming: List[str] = []
        self.checks: "Optional[pd.DataFrame]" = None
        self.judged: Dict[str, List[str]] = {}
        self.set_names: Dict[str, str] = {}
        self.indices: List[str] = []
        self.periods: List[str] = []
        self.newest: "Optional[Addition]" = None
        self.generation = 0
        self.written: Optional[Path] = None
        self.reading_project = False
        self.looks = False
        self.shown = Shown(self, self.state)
        self.table = ShownTable(self)
        self.map = ShownMap(self, self.table)
        self._assessments: "Dict[Tuple[int, str, str], pd.DataFrame]" = {}
        self._task: Optional[tasks.WorkTask] = None

    @property
    def monitor_path(self) -> Optional[Path]:
        """The open monitor file, if it is there."""
        path = Path(self.state.monitor) if self.state.monitor else None
        return path if path and path.exists() else None

    def monitor(self) -> "MonitorFile":
        """The monitor file of the project, to be read in the window's thread; raises ``StoreError``
        where it has gone."""
        from ..core.store.monitor_file import MonitorFile

        store = MonitorFile(self.state.monitor, at_once=True)
        store.check_there()
        return store

    @property
    def stale(self) -> bool:
        """Are sources, columns, indicators or rules chosen that the last count did not read?"""
        state = self.state
        return bool(state.counted and state.registers) and counted_by(state) != state.counted

    @property
    def busy(self) -> bool:
        """Is a task running?"""
        return self._task is not None

    def assessments(self, area_set: str, period: str) -> "Optional[pd.DataFrame]":
        """The assessments of one area set and period (``InForce.assessments``), read when they are
        first shown; None where there are none, or they cannot be read, which is told."""
        if period not in self.judged.get(area_set, ()):
            return None
        wanted = (self.generation, area_set, period)
        if wanted not in self._assessments:
            try:
                found = self.monitor().in_force.assessments(area_set, period)
            except SociodemografiError as error:
                self.failed.emit(error)
                return None
            while len(self._assessments) >= MOST_KEPT:
                self._assessments.pop(next(iter(self._assessments)))
            self._assessments[wanted] = found
        return self._assessments[wanted]

    def begin(self) -> None:
        """The panel is there: show the project that is open."""
        self.load_results()
        self.replaced.emit()
        self.changed.emit()

    def reload(self) -> None:
        """Take over the state of the project just opened; a running task ends untold."""
        self._replace(load_state(QgsProject.instance()))

    def reload_read(self, *_: object) -> None:
        """The same while QGIS is still reading the project: no layer may be removed yet
        (``reading_project``)."""
        self.reading_project = True
        try:
            self.reload()
        finally:
            self.reading_project = False

    def open_monitor(self, path: Path, state: Optional[ProjectState] = None) -> None:
        """Go on with the monitor file ``path`` (which may not exist yet), and what ``state`` knows
        of it."""
        self._replace(
            state or ProjectState(monitor=str(path), municipality=self.state.municipality)
        )
        self.save()

    def _replace(self, state: ProjectState) -> None:
        if self._task is not None:
            self._task.orphan()
            self._task = None
            self.ended.emit()
        self.state = state
        self.judged, self.set_names, self.indices = {}, {}, []
        self.periods, self.newest = [], None
        self.forget_sources()
        self.shown.forget(state)
        self.looks = not self.reading_project
        self.load_results()
        self.replaced.emit()
        self.changed.emit()

    def forget_sources(self) -> None:
        """Other registers are chosen: what the ones before could serve is not known any more."""
        self.servable, self.coming, self.checks = [], [], None

    def _remember_file(self) -> None:
        """The open file is the newest of the recent ones."""
        if self.settings.remember(self.state.monitor):
            save_settings(self.settings)

    def _clear_strays(self) -> None:
        """Take away what work that was killed left beside the monitor file."""
        from ..core.store.monitor_file import MonitorFile

        MonitorFile(self.state.monitor).clear_strays()

    def load_results(self) -> None:
        """Read the newest run of the chosen area sets from the monitor file, where there is one:
        now where the file is small, else in the background, and then the pages show it as if it
        were just opened."""
        if missing(*NEEDED) or not self.state.monitor:
            return  # before pandas is read: a dock without a file is there at once
        self._clear_strays()
        if self.monitor_path is None:
            return
        self._remember_file()
        from ..core.store.results import read_results

        chosen = list(self.state.area_sets)
        self.fetch(
            tr("Reading the monitor file"), lambda store: read_results(store, chosen), self._loaded
        )

    def _loaded(self, results: "Results", later: bool) -> None:
        self.take(results)
        if later:
            self.replaced.emit()
            self.changed.emit()

    def take(self, results: "Results") -> None:
        """Let the pages show ``results`` from now on."""
        self.indices, self.set_names, self.judged = (
            results.indices,
            results.set_names,
            results.judged,
        )
        self.periods, self.newest = results.periods, results.newest
        self.generation += 1
        self._assessments.clear()
        self.table.forget()
        self.shown.offer(results)

    def fetch(
        self,
        description: str,
        read: Callable[["MonitorFile"], Found],
        show: Callable[[Found, bool], None],
        refused: Optional[Callable[[SociodemografiError], object]] = None,
    ) -> bool:
        """``read`` the monitor file, then ``show(what was read, was it later?)``: now where the
        file is small, else in the background, so that the window never stands still.

        Returns:
            False where it must be asked for again: a task is running.
        """
        from ..core.store.monitor_file import MonitorFile

        path = Path(self.state.monitor)
        if MonitorFile(path).is_small:
            try:
                found = read(self.monitor())
            except SociodemografiError as error:
                (refused or self.failed.emit)(error)
                return True
            show(found, False)
            return True
        if self.busy:
            return False
        self.run(
            description,
            lambda progress, feedback: read(MonitorFile(path)),
            lambda found, warnings: show(found, True),
            refused,
        )
        return True

    def profile(self, kind: str) -> "DeliveryProfile":
        """How the register of the ``kind`` is read."""
        return profile_of(self.state, kind)

    def choices(self) -> "Choices":
        """How to count and judge, as the pages have it."""
        return choices_of(self.state)

    def history(self) -> Optional[Dict[Tuple[str, int], str]]:
        """The categories of earlier lists; None where none are given.

        Raises:
            InputError: the table cannot be read.
        """
        from ..core.gis.law.earlier_lists import read_history_source

        if not self.state.history:
            return None
        return read_history_source(
            QgsProject.instance().mapLayer(self.state.history) or self.state.history
        )

    def judged_by(self) -> "Tuple[Choices, Optional[Dict[Tuple[str, int], str]]]":
        """How what is shown was judged, and by which earlier lists: what the monitor file says, not
        what is chosen for the next count.

        Raises:
            StoreError: the file cannot be read.
        """
        from ..core.pipeline.judging_in_force import choices_in_force

        store = self.monitor()
        choices = replace(choices_in_force(store), municipality=self.state.municipality)
        return choices, store.in_force.history() or None

    def chosen_sources(self) -> "ChosenSources":
        """The chosen registers with their profiles, ready for the background.

        Raises:
            InputError: a layer cannot be read.
        """
        return sources_of(self.state)

    def write_state(self, *_: object) -> None:
        """Keep the state in the project as it is being written, with paths as they are there."""
        save_state(QgsProject.instance(), self.state)

    def save(self) -> None:
        """Keep the state in the project and the settings in the profile; tell the pages."""
        save_state(QgsProject.instance(), self.state)
        if self.monitor_path is not None:
            self.settings.remember(self.state.monitor)
        save_settings(self.settings)
        self.changed.emit()

    def touch(self) -> None:
        """Keep the state in the project: a choice for the next count was made."""
        save_state(QgsProject.instance(), self.state)
        self.touched.emit()

    def run(
        self,
        description: str,
        work: Callable[["FeedbackProgress", "QgsFeedback"], Found],
        publish: Callable[[Found, List[str]], None],
        refused: Optional[Callable[[SociodemografiError], object]] = None,
    ) -> None:
        """Run ``work(progress, feedback)`` in the background, then ``publish(result, warnings)``
        here.

        An error is told by ``refused``, or in the panel where that is None.
        """
        if self.busy:
            return

        def ended() -> None:
            self._task = None
            self.ended.emit()

        def published(result: Found, warnings: List[str]) -> None:
            ended()
            publish(result, warnings)

        def failed(error: SociodemografiError) -> None:
            ended()
            (refused or self.failed.emit)(error)

        self._task = tasks.WorkTask(description, work, published, failed, self.step.emit)
        self._task.progressChanged.connect(self.moved)
        self.started.emit(description)
        tasks.start(self._task)

    def cancel(self) -> None:
        """Ask the running task to stop."""
        if self._task is not None:
            self._task.cancel()
