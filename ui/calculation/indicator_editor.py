"""Copies an indicator, changes it, tries it, and saves it among the municipality's own."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import Optional

from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...core.catalogue.indicators.definitions import DIRECTIONS, UNITS
from ...core.catalogue.registers.kinds import register_kind
from ...core.change.words import unit_text
from ...core.errors import SociodemografiError
from ...core.i18n import in_language, tr
from ..session import Session
from ..widgets.messages import show_error
from ..widgets.plain import plain_label
from ..widgets.wheel import guard
from .filter_edit import FilterEdit

WIDTH, HEIGHT = 460, 640


def direction_text(direction: str) -> str:
    """The direction in words."""
    return {
        "higher_is_worse": tr("higher is worse"),
        "lower_is_worse": tr("lower is worse"),
        "neutral": tr("neither"),
    }[direction]


class IndicatorEditor(QDialog):
    """A window beside the map; it does not block.

    Args:
        entry: a catalogue entry to begin with. folder: where own indicators are kept.
    """

    saved = pyqtSignal(str)

    def __init__(
        self, session: Session, entry: dict, folder: str, parent: Optional[QWidget] = None
    ):
        super().__init__(parent)
        self._session, self._entry, self._folder = session, deepcopy(entry), folder
        self.setWindowTitle(tr("Own indicator"))
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        self.bar = QgsMessageBar()
        column.addWidget(self.bar)
        area, body = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        form = QFormLayout(body)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._build(form)
        area.setWidget(body)
        column.addWidget(area, 1)
        self.result = plain_label()
        self.result.setWordWrap(True)
        column.addWidget(self.result)
        row = QHBoxLayout()
        self.try_it = QPushButton(tr("Try it"))
        self.try_it.setToolTip(
            tr("Count it on the newest period of the register chosen on the Data page.")
        )
        self.try_it.clicked.connect(self._try)
        self.save = QPushButton(tr("Save"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        row.addWidget(self.try_it)
        row.addStretch(1)
        row.addWidget(self.save)
        column.addLayout(row)
        guard(self)

    def _build(self, form: QFormLayout) -> None:
        entry, kind = self._entry, register_kind(self._entry["register"])
        self.identifier = QLineEdit(entry["id"])
        self.names = {code: QLineEdit(entry["name"][code]) for code in ("da", "en")}
        self.definitions = {
            code: QPlainTextEdit(entry["definition"][code]) for code in ("da", "en")
        }
        for edit in self.definitions.values():
            edit.setMaximumHeight(64)
            edit.setTabChangesFocus(True)
        self.direction, self.unit = QComboBox(), QComboBox()
        for direction in DIRECTIONS:
            self.direction.addItem(direction_text(direction), direction)
        for unit in UNITS:
            self.unit.addItem(unit_text(unit), unit)
        self.direction.setCurrentIndex(self.direction.findData(entry["direction"]))
        self.unit.setCurrentIndex(self.unit.findData(entry["unit"]))
        form.addRow(tr("Id"), self.identifier)
        form.addRow(tr("Name (Danish)"), self.names["da"])
        form.addRow(tr("Name (English)"), self.names["en"])
        form.addRow(tr("Definition (Danish)"), self.definitions["da"])
        form.addRow(tr("Definition (English)"), self.definitions["en"])
        form.addRow(tr("Register"), plain_label(in_language(kind.text)))
        form.addRow(tr("Unit"), self.unit)
        form.addRow(tr("Direction"), self.direction)
        self.population = FilterEdit(kind)
        self.population.set_filter(entry["population"])
        form.addRow(self._title(tr("Who is counted (population)")))
        form.addRow(self.population)
        self.numerator: Optional[FilterEdit] = None
        form.addRow(self._title(tr("Numerator")))
        if "count" in entry["numerator"]:
            self.numerator = FilterEdit(kind)
            self.numerator.set_filter(entry["numerator"]["count"])
            form.addRow(self.numerator)
        else:
            self.summed = QComboBox()
            how = next(iter(entry["numerator"]))
            for name, about in kind.countable.items():
                if about.type in ("number", "integer"):
                    self.summed.addItem(in_language(about.text), name)
            self.summed.setCurrentIndex(max(0, self.summed.findData(entry["numerator"][how])))
            text = {"sum": tr("Sum of"), "mean": tr("Mean of"), "median": tr("Median of")}.get(
                how, ""
            )
            form.addRow(text, self.summed)

    @staticmethod
    def _title(text: str) -> QLabel:
        label = plain_label(text)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        return label

    def entry(self) -> dict:
        """The catalogue entry as it is shown; raises ``InputError`` where a condition cannot be
        read."""
        entry = deepcopy(self._entry)
        entry.update(
            id=self.identifier.text().strip(),
            direction=self.direction.currentData(),
            unit=self.unit.currentData(),
            name={code: edit.text().strip() for code, edit in self.names.items()},
            definition={
                code: edit.toPlainText().strip() for code, edit in self.definitions.items()
            },
            population=self.population.filter(),
        )
        if self.numerator is not None:
            entry["numerator"] = {"count": self.numerator.filter()}
        elif "finished" not in entry["numerator"]:
            how = next(key for key in entry["numerator"] if key != "where")
            entry["numerator"] = {**entry["numerator"], how: self.summed.currentData()}
        return entry

    def _try(self) -> None:
        from ...core.gis.jobs.calculation import try_indicator

        state = self._session.state
        try:
            given, entry = self._session.chosen_sources(), self.entry()
        except SociodemografiError as error:
            show_error(self.bar, error)
            return
        work = partial(
            try_indicator,
            entry,
            given,
            self._session.monitor_path,
            list(state.area_sets),
            QgsProject.instance().transformContext(),
        )
        self._session.run(
            tr("Trying the indicator"),
            lambda progress, feedback: work(progress),
            self._show_trial,
            lambda error: show_error(self.bar, error),
        )

    def _show_trial(self, text: str, warnings: list) -> None:
        self.result.setText(text)

    def _save(self) -> None:
        from ...core.catalogue.own import save_own

        try:
            indicator = save_own(self._folder, self.entry())
        except SociodemografiError as error:
            show_error(self.bar, error)
            return
        self.saved.emit(indicator.id)
        self.accept()
