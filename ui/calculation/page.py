"""Beregning: which indicators, by which rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, FrozenSet, List

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QMenu,
    QPushButton,
    QToolButton,
)

from ...core.catalogue.indicators.definitions import all_indicators
from ...core.catalogue.own import (
    catalogue,
    entry_of,
    export_own,
    import_own,
    own_entries,
    remove_own,
)
from ...core.errors import InputError, SociodemografiError
from ...core.gis.host.project_state import counted_by
from ...core.gis.host.settings import profile_catalogue
from ...core.i18n import tr
from ...core.numbers import number
from ...core.version import plugin_version
from ..session import Session
from ..widgets.narrow import folding_box
from ..widgets.page import Page
from ..widgets.plain import plain_label
from ..widgets.saving import ask_file, wrote
from ..widgets.shown_file import show_file
from ..widgets.undo_row import UndoRow
from .indicator_tree import IndicatorTree
from .newest_addition import SINCE, NewestAddition
from .rules_box import RulesBox
from .storage_box import StorageBox

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ...core.gis.host.feedback import FeedbackProgress
    from ...core.gis.jobs.calculation import Computed


class CalculationPage(Page):
    """Choices and the button that runs the job."""

    ID, PLACE, REQUIRED, COUNTED = "calculation", 30, True, True
    NARROW_ICON = "/mActionCalculateField.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        box, form = self.group(tr("Indicators"))
        self.indicators = IndicatorTree()
        form.addRow(self.indicators)
        self.undo: "UndoRow[FrozenSet[str]]" = UndoRow(
            tr("Indicators"), self.indicators.ticked, self.indicators.tick
        )
        self.indicators.tree.itemChanged.connect(self.undo.changed)
        form.addRow(self.undo)
        self.copy = QPushButton(tr("Copy and change…"))
        self.copy.setToolTip(
            tr("Make an indicator of the municipality's own from the one that is marked.")
        )
        self.copy.clicked.connect(self._copy)
        self.own = QToolButton()
        self.own.setText(tr("Own catalogue"))
        self.own.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.own)
        menu.addAction(tr("Choose folder…"), self._choose_folder)
        menu.addAction(tr("Remove the marked indicator"), self.remove_marked)
        menu.addAction(tr("Export as one file…"), self._choose_export)
        menu.addAction(tr("Import a file…"), self._choose_import)
        self.own.setMenu(menu)
        form.addRow(self.copy)
        form.addRow(self.own)
        self.column.addWidget(box)
        self.rules = RulesBox()
        self.column.addWidget(self.rules)
        disclaimer = plain_label(tr("Indicative calculation: the ministry's list is the decision."))
        disclaimer.setWordWrap(True)
        self.column.addWidget(disclaimer)
        self.adds = plain_label()
        self.adds.setWordWrap(True)
        self.column.addWidget(self.adds)
        self.compute = self.primary(tr("Compute"))
        self.compute.clicked.connect(self._compute)
        self.column.addWidget(self.compute)
        self.newest = NewestAddition(session)
        self.newest.wanted.connect(self.wanted)
        self.column.addWidget(self.newest)
        self.storage = StorageBox(session)
        title = tr("Storage in the monitor file")
        self.kept = folding_box(self.column, title, self.storage, collapsed=True)
        self.kept.collapsedStateChanged.connect(lambda _: self.storage.refresh())
        for part in (self.newest, self.storage):
            part.done.connect(self._tell_and_stay)
        self.column.addStretch(1)
        self._added_to_others = self._stays = False
        self._counts = ""
        for undo in (self.undo, self.rules.undo):
            undo.settled.connect(self._touched)

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Calculation")

    def lacks(self) -> str:
        """Districts, then a register or a table of figures."""
        state = self.session.state
        if not state.area_sets or self.session.monitor_path is None:
            return tr("Waiting for districts (page Areas).")
        if not state.registers and self.session.judged:
            return tr(
                "What the file has is counted and judged. To count more: choose a register or "
                "finished figures (page Data)."
            )
        if not state.registers:
            return tr("Waiting for a register or finished figures (page Data).")
        return ""

    def finished(self) -> bool:
        """Something has been computed."""
        return bool(self.session.judged)

    def next_step(self) -> str:
        """To count, and to count again what was chosen otherwise since."""
        if self.lacks():
            return ""
        if self.session.stale:
            return tr("Compute again: choices have changed since the last count.")
        return "" if self.finished() else tr("Compute.")

    def goes_on_to(self) -> str:
        """What was computed first is seen on the map; what was added to it, in what is new."""
        if self._stays or not self.session.judged:
            return ""
        return SINCE if self._added_to_others else "map"

    def restore(self) -> None:
        """The choices of the project just opened."""
        state = self.session.state
        self._added_to_others = False
        self.newest.told("")
        self.rules.show_state(state)
        self._fill()

    def refresh(self) -> None:
        """What can be computed, or what is missing first."""
        self.indicators.allow(self.session.servable)
        lacks = self.lacks()
        self.indicators.setEnabled(not lacks or not self.session.judged)
        count = number(len(self.session.state.area_sets))
        self.note.setText(lacks or tr("Ready to count and judge {count} area sets.", count=count))
        self.compute.setEnabled(not lacks and not self.session.busy)
        self.adds.setVisible(not lacks)
        if not lacks:
            from ...core.pipeline.adding_words import adding_text

            self.adds.setText(adding_text(self.session.periods, self.session.coming))
        self.newest.refresh()
        self.kept.setVisible(self.session.newest is not None)
        self.storage.refresh()

    def _fill(self) -> None:
        state = self.session.state
        try:
            known = catalogue(state.catalogue)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            known = all_indicators()
        self.indicators.show_indicators(known, state.indicators)
        self.indicators.allow(self.session.servable)
        self.undo.begin(frozenset(one.id for one in known))

    def _touched(self) -> None:
        """A choice was made: it is kept at once, and what was counted by another is told so."""
        self._keep_choices()
        self.session.touch()

    def _keep_choices(self) -> None:
        state = self.session.state
        checked, possible = self.indicators.checked(), self.indicators.possible()
        state.indicators = [] if len(checked) == len(possible) else checked
        self.rules.keep_in(state)

    def _check_choices(self) -> None:
        if not self.indicators.checked():
            raise InputError(tr("No indicator is chosen."), tr("Tick at least one indicator."))
        self._keep_choices()
        self.session.save()

    def _tell_and_stay(self, text: str, warnings: List[str]) -> None:
        self._stays = True
        self.session.done.emit(text, warnings)
        self._stays = False

    # -- own indicators ------------------------------------------------------------------------

    def own_folder(self) -> str:
        """Where the municipality's own indicators are kept: the folder chosen, else one in the
        profile."""
        return self.session.state.catalogue or str(profile_catalogue())

    def _copy(self) -> None:
        from .indicator_editor import IndicatorEditor

        marked = self.indicators.marked()
        if not marked:
            self.session.failed.emit(
                InputError(tr("No indicator is marked."), tr("Click the one to copy."))
            )
            return
        try:
            entry = entry_of(marked, self.session.state.catalogue)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.editor = IndicatorEditor(self.session, entry, self.own_folder(), self.window())
        self.editor.saved.connect(self._saved)
        self.editor.show()

    def _saved(self, identifier: str) -> None:
        self.session.state.catalogue = self.own_folder()
        self.session.forget_sources()
        self.session.save()
        self._fill()
        self.session.done.emit(
            tr("{id} is saved in {folder}.", id=identifier, folder=self.own_folder()), []
        )

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder with the municipality's own indicators"), self.own_folder()
        )
        if folder:
            self.use_folder(folder)

    def use_folder(self, folder: str) -> None:
        """Take the municipality's own indicators from ``folder``."""
        self.session.state.catalogue = folder
        self.session.forget_sources()
        self.session.save()
        self._fill()

    def remove_marked(self) -> None:
        """Take the marked indicator out of the municipality's own."""
        marked = self.indicators.marked()
        self._tell_or_fail(lambda: self._removed(marked))

    def _removed(self, identifier: str) -> str:
        if identifier not in [entry["id"] for entry in own_entries(self.own_folder())]:
            raise InputError(
                tr("The marked indicator is not one of the municipality's own."),
                tr("Mark one with a pencil."),
            )
        remove_own(self.own_folder(), identifier)
        self.session.state.indicators = [
            i for i in self.session.state.indicators if i != identifier
        ]
        self.use_folder(self.own_folder())
        return tr("{id} is removed.", id=identifier)

    def _choose_export(self) -> None:
        title, name = tr("Export own indicators"), "indikatorer.json"
        path = ask_file(self, self.session, title, name, "JSON (*.json)")
        if path is None:
            return
        try:
            count = number(export_own(self.own_folder(), str(path)))
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        text = tr("{count} indicators are exported to {file}.", file=str(path), count=count)
        wrote(self.session, path, text)

    def _choose_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import indicators"), "", "JSON (*.json)")
        if path:
            self.import_file(path)

    def import_file(self, path: str) -> None:
        """Take the indicators of an exported file among the municipality's own."""

        def imported() -> str:
            new, replaced = import_own(path, self.own_folder())
            self.use_folder(self.own_folder())
            return tr(
                "{new} indicators are new, {replaced} replaced.",
                new=number(new),
                replaced=number(replaced),
            )

        self._tell_or_fail(imported)

    def _tell_or_fail(self, work: Callable[[], str]) -> None:
        try:
            self.session.done.emit(work(), [])
        except SociodemografiError as error:
            self.session.failed.emit(error)

    # -- computing -----------------------------------------------------------------------------

    def _compute(self) -> None:
        try:
            self._check_choices()
            choices, history, given = (
                self.session.choices(),
                self.session.history(),
                self.session.chosen_sources(),
            )
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        state = self.session.state
        self._counts = counted_by(state)
        asked = (
            Path(state.monitor),
            list(state.area_sets),
            given,
            history,
            choices,
            self.session.checks,
            plugin_version(),
            QgsProject.instance().transformContext(),
        )

        def work(progress: "FeedbackProgress", _: "QgsFeedback") -> "Computed":
            # in the background: the packages take half a second to be read the first time
            from ...core.gis.jobs.calculation import compute

            return compute(*asked, progress)

        self.session.run(tr("Counting and judging"), work, self._publish)

    def _publish(self, computed: "Computed", warnings: List[str]) -> None:
        from ...core.gis.jobs.calculation import added_text

        text = added_text(computed)
        self._added_to_others = computed.added_to_others
        self.session.state.counted = self._counts
        self.newest.told(text)
        try:
            show_file(self.session, computed.area_sets, computed.results)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.session.done.emit(text, warnings)
