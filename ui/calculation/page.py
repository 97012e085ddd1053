"""Beregning: which indicators, by which rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, List

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QMenu,
    QPushButton,
    QToolButton,
)

from ...core.catalogue.indicators.definitions import all_indicators
from ...core.catalogue.law.dates import CURRENT, PERIOD
from ...core.catalogue.law.rule_sets import all_rule_sets, rule_set_faults
from ...core.catalogue.own import (
    catalogue,
    entry_of,
    export_own,
    import_own,
    own_entries,
    remove_own,
)
from ...core.errors import InputError, SociodemografiError
from ...core.gis.host.settings import profile_catalogue
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ...core.version import plugin_version
from ..session import Session
from ..widgets.narrow import folding_box
from ..widgets.page import Page
from ..widgets.plain import plain_label
from ..widgets.shown_file import show_file
from .indicator_tree import IndicatorTree
from .newest_addition import SINCE, NewestAddition
from .storage_box import StorageBox

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ...core.gis.host.feedback import FeedbackProgress
    from ...core.gis.jobs.calculation import Computed


class CalculationPage(Page):
    """Choices and the button that runs the job."""

    ID, PLACE, REQUIRED = "calculation", 30, True

    def __init__(self, session: Session):
        super().__init__(session)
        box, form = self.group(tr("Indicators"))
        self.indicators = IndicatorTree()
        form.addRow(self.indicators)
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
        box, form = self.group(tr("Rules"))
        self.rule_set = QComboBox()
        self.rule_set.setMinimumContentsLength(14)
        self.rule_set.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rule_set.addItem(tr("By the year of the period"), "auto")
        for rules in all_rule_sets():
            self.rule_set.addItem(in_language(rules.name), rules.id)
        self.reading = QComboBox()
        self.reading.addItem(tr("as things stand"), CURRENT)
        self.reading.addItem(tr("the same month"), PERIOD)
        self.reading.setToolTip(
            tr(
                "As things stand, every criterion is judged on the newest figure known in the "
                "month; in the same month, on figures of that month alone. The law's own list "
                "stands beside it on the page Assessment."
            )
        )
        self.closeness = QDoubleSpinBox()
        self.closeness.setRange(0, 50)
        self.closeness.setDecimals(1)
        self.closeness.setSuffix(" %")
        self.closeness.setToolTip(
            tr("An area is close when its figures are within this share of a threshold.")
        )
        self.use_origin = QCheckBox(tr("Use the origin criterion"))
        self.use_origin.setToolTip(
            tr(
                "EU Court, C-417/23 (18 December 2025): the criterion may be discrimination. "
                "Without it, categories that rest on it are not given."
            )
        )
        self.fewer_years = QCheckBox(tr("Use the years there are"))
        self.fewer_years.setToolTip(
            tr(
                "The law takes the mean of two years. Without an earlier year the figure is "
                "missing, unless this is checked; the result is then an approximation."
            )
        )
        self.unknown = QCheckBox(tr("Unknown as basic school"))
        self.unknown.setToolTip(tr("Count unknown education as basic school"))
        form.addRow(tr("Rule set"), self.rule_set)
        for fault in rule_set_faults():
            told = plain_label(str(fault))
            told.setWordWrap(True)
            form.addRow(told)
        form.addRow(tr("Reading"), self.reading)
        form.addRow(tr("Close to a threshold"), self.closeness)
        for check in (self.use_origin, self.fewer_years, self.unknown):
            form.addRow(check)
        self.column.addWidget(box)
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

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Calculation")

    def lacks(self) -> str:
        """Districts, then a register or a table of figures."""
        state = self.session.state
        if not state.area_sets or self.session.monitor_path is None:
            return tr("Waiting for districts (page Areas).")
        if not state.registers:
            return tr("Waiting for a register or finished figures (page Data).")
        return ""

    def finished(self) -> bool:
        """Something has been computed."""
        return bool(self.session.results)

    def goes_on_to(self) -> str:
        """What was computed first is seen on the map; what was added to it, in what is new."""
        if self._stays or not self.session.results:
            return ""
        return SINCE if self._added_to_others else "map"

    def restore(self) -> None:
        """The choices of the project just opened."""
        state = self.session.state
        self._added_to_others = False
        self.newest.told("")
        self.rule_set.setCurrentIndex(max(0, self.rule_set.findData(state.rule_set)))
        self.reading.setCurrentIndex(max(0, self.reading.findData(state.reading)))
        self.closeness.setValue(state.closeness_percent)
        self.use_origin.setChecked(state.use_origin)
        self.fewer_years.setChecked(state.allow_fewer_years)
        self.unknown.setChecked(state.unknown_education_as_basic)
        self._fill()

    def refresh(self) -> None:
        """What can be computed, or what is missing first."""
        self.indicators.allow(self.session.servable)
        lacks = self.lacks()
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

    def _keep_choices(self) -> None:
        state = self.session.state
        checked, possible = self.indicators.checked(), self.indicators.possible()
        if not checked:
            raise InputError(tr("No indicator is chosen."), tr("Tick at least one indicator."))
        state.indicators = [] if len(checked) == len(possible) else checked
        state.rule_set = self.rule_set.currentData()
        state.reading = self.reading.currentData()
        state.closeness_percent = self.closeness.value()
        state.use_origin = self.use_origin.isChecked()
        state.allow_fewer_years = self.fewer_years.isChecked()
        state.unknown_education_as_basic = self.unknown.isChecked()
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
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Export own indicators"), "indikatorer.json", "JSON (*.json)"
        )
        if path:
            self._tell_or_fail(
                lambda: tr(
                    "{count} indicators are exported to {file}.",
                    file=path,
                    count=number(export_own(self.own_folder(), path)),
                )
            )

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
            self._keep_choices()
            choices, history, given = (
                self.session.choices(),
                self.session.history(),
                self.session.chosen_sources(),
            )
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        state = self.session.state
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
        self.newest.told(text)
        try:
            show_file(self.session, computed.area_sets, computed.results)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.session.done.emit(text, warnings)
