"""Storage limitation: how long the monitor file keeps its months, and earlier vintages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, List

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QPushButton, QSpinBox, QWidget

from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ...core.periods import day_text
from ..session import Session
from ..widgets.confirm import Confirm
from ..widgets.plain import plain_label
from ..widgets.shown_file import show_file

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from ...core.gis.host.feedback import FeedbackProgress
    from ...core.gis.jobs.calculation import Changed

LEAST, MOST, USUAL = 2, 100, 5
DAY = len("YYYY-MM-DD")


class StorageBox(QWidget):
    """How many years, what that deletes, and the button that does it.

    Signals:
        done: what was deleted, in words, and warnings.
    """

    done = pyqtSignal(str, list)

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        self._periods: List[str] = []
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.vintages, self.years = QSpinBox(), QSpinBox()
        self.vintages.setRange(1, 50)
        self.vintages.setToolTip(
            tr(
                "How many earlier editions of a period keep their figures when it comes again. "
                "Counts from the next delivery; totals stay."
            )
        )
        self.years.setRange(LEAST, MOST)
        self.years.setValue(USUAL)
        self.years.setSuffix(" " + tr("years"))
        self.years.setToolTip(
            tr("At least 2: the law takes means of two years. Nothing is deleted by itself.")
        )
        for spin in (self.vintages, self.years):
            spin.setKeyboardTracking(False)
        self.says, self.before = plain_label(), plain_label()
        for label in (self.says, self.before):
            label.setWordWrap(True)
        self.delete = QPushButton(tr("Delete older months…"))
        self.confirm = Confirm(tr("Delete"))
        form.addRow(tr("Keep earlier editions"), self.vintages)
        form.addRow(tr("Keep months for"), self.years)
        for widget in (self.says, self.delete, self.confirm, self.before):
            form.addRow(widget)
        self.vintages.valueChanged.connect(self._choose_vintages)
        self.years.valueChanged.connect(self._choose_years)
        self.delete.clicked.connect(self._ask)
        self.confirm.confirmed.connect(self._delete)

    def refresh(self, again: bool = False) -> None:
        """What the file keeps, and what the choice would delete; read when the box is seen."""
        self.confirm.hide()
        if self.session.monitor_path is None or not (again or self.isVisible()):
            return
        from ...core.store.settings import MONTHLY_YEARS, VINTAGES_KEPT

        try:
            store = self.session.monitor()
            chosen = store.settings.all()
            forgotten = store.retention.forgotten()
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self._set(self.vintages, int(chosen[VINTAGES_KEPT]))
        if chosen[MONTHLY_YEARS]:
            self._set(self.years, max(LEAST, int(chosen[MONTHLY_YEARS])))
        self.before.setVisible(bool(len(forgotten)))
        if len(forgotten):
            last = forgotten.iloc[0]
            self.before.setText(
                tr(
                    "{day}: {months} months deleted, all older than {years} years.",
                    day=day_text(str(last["made"])[:DAY]),
                    months=int(last["months"]),
                    years=int(last["years"]),
                )
            )
        self._say()

    @staticmethod
    def _set(spin: QSpinBox, value: int) -> None:
        spin.blockSignals(True)
        spin.setValue(value)
        spin.blockSignals(False)

    def _say(self) -> None:
        from ...core.pipeline.adding_words import deleting_text

        try:
            self._periods = self.session.monitor().retention.too_old(self.years.value())
        except SociodemografiError as error:
            self._periods = []
            self.session.failed.emit(error)
        self.says.setText(deleting_text(self._periods))
        self.delete.setEnabled(bool(self._periods) and not self.session.busy)

    def _ask(self) -> None:
        from ...core.period_lists import periods_text

        text = tr("Delete {periods}? It cannot be undone.", periods=periods_text(self._periods))
        self.confirm.ask(text)

    def _choose_vintages(self, kept: int) -> None:
        from ...core.store.settings import VINTAGES_KEPT

        self._keep(VINTAGES_KEPT, kept)

    def _choose_years(self, years: int) -> None:
        from ...core.store.settings import MONTHLY_YEARS

        self.confirm.hide()
        self._keep(MONTHLY_YEARS, years)
        self._say()

    def _keep(self, name: str, value: int) -> None:
        try:
            self.session.monitor().settings.choose(name, str(value))
        except SociodemografiError as error:
            self.session.failed.emit(error)

    def _delete(self) -> None:
        state = self.session.state
        asked = (Path(state.monitor), list(self._periods), self.years.value())
        area_sets = list(state.area_sets)

        def work(progress: "FeedbackProgress", _: "QgsFeedback") -> "Changed":
            from ...core.gis.jobs.calculation import forget_months

            return forget_months(*asked, area_sets, progress)

        self.session.run(tr("Deleting months"), work, self._publish)

    def _publish(self, changed: "Changed", warnings: List[str]) -> None:
        from ...core.period_lists import periods_text

        gone = list(self._periods)
        try:
            show_file(self.session, changed.area_sets, changed.results)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.refresh(again=True)
        self.done.emit(tr("Deleted: {periods}.", periods=periods_text(gone)), warnings)
