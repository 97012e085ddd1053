"""Data: the municipality's register, its columns, and what places and compares people."""

from __future__ import annotations

from functools import partial
from typing import Dict

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem

from ...core.catalogue.indicators import all_indicators
from ...core.catalogue.register_kinds import register_kind
from ...core.gis.period_text import period_text
from ...core.i18n import in_language, number, tr
from ..session import Session, thing_of
from ..source_edit import SourceEdit
from .page import Page

NOT_MAPPED = ""


class DataPage(Page):
    """Sources, and a table of roles with the columns that play them."""

    def __init__(self, session: Session):
        super().__init__(session)
        box, form = self.group(tr("Sources"))
        self.persons = SourceEdit(tr("Persons"), with_folder=True)
        self.addresses = SourceEdit(tr("Address list"))
        self.references = SourceEdit(tr("Reference values"))
        self.history = SourceEdit(tr("Earlier lists"))
        form.addRow(tr("Persons"), self.persons)
        form.addRow(tr("Address list"), self.addresses)
        form.addRow(tr("Reference values"), self.references)
        form.addRow(tr("Earlier lists"), self.history)
        self.period = QLineEdit()
        self.period.setPlaceholderText(tr("all, or a month as 2026-01"))
        self.period.setToolTip(tr("Count this month alone; needed where neither a column nor the file name says it."))
        form.addRow(tr("Period"), self.period)
        self.load = self.primary(tr("Load"))
        self.load.clicked.connect(self._load)
        form.addRow(self.load)
        self.column.addWidget(box)
        self.persons.changed.connect(self._forget_mapping)
        self.mapping = QTableWidget(0, 3)
        self.mapping.setHorizontalHeaderLabels([tr("Role"), tr("Column"), tr("Example")])
        self.mapping.verticalHeader().setVisible(False)
        self.mapping.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.mapping.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 115), (2, 80)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.mapping.setColumnWidth(column, width)
        self.mapping.setMinimumHeight(260)
        self.column.addWidget(self.mapping, 1)
        self.mapping.hide()
        self.note.setText(self.lacks())

    def lacks(self) -> str:
        """A person register."""
        return "" if self.session.state.persons else tr("No person register chosen yet.")

    def finished(self) -> bool:
        """The register has been read."""
        return bool(self.session.servable or self.session.results)

    def restore(self) -> None:
        """The sources of the project just opened."""
        state = self.session.state
        for edit, value in ((self.persons, state.persons), (self.addresses, state.addresses),
                            (self.references, state.references), (self.history, state.history)):
            edit.blockSignals(True)
            edit.set_value(value)
            edit.blockSignals(False)
        self.period.setText(state.period)
        self.mapping.setRowCount(0)
        self.mapping.hide()

    def refresh(self) -> None:
        """What is there, or missing."""
        if not self.mapping.rowCount():
            self.note.setText(self.lacks() or tr("Press Load to check the register and its columns."))

    def _forget_mapping(self) -> None:
        self.mapping.setRowCount(0)
        self.mapping.hide()
        self.session.state.mapping = {}
        self.session.servable = []

    def chosen_mapping(self) -> Dict[str, str]:
        """Role → column as the table shows it; a role set to nothing has an empty text."""
        return {
            self.mapping.item(row, 0).data(Qt.ItemDataRole.UserRole): self.mapping.cellWidget(row, 1).currentData()
            for row in range(self.mapping.rowCount())
        }

    def _load(self) -> None:
        from ...core.errors import SociodemografiError
        from ...core.gis import jobs

        state = self.session.state
        state.persons, state.addresses = self.persons.value(), self.addresses.value()
        state.references, state.history = self.references.value(), self.history.value()
        state.period = self.period.text().strip()
        if not state.persons:
            self.note.setText(self.lacks())
            return
        given = self.chosen_mapping() or state.mapping
        try:
            persons = thing_of(state.persons)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        work = partial(jobs.preview_register, persons, given, state.period, bool(state.addresses),
                       QgsProject.instance().transformContext())
        self.session.run(tr("Reading the register"), lambda progress, feedback: work(progress), self._show)

    def _show(self, preview: object, warnings: list) -> None:
        kind = register_kind("persons")
        self.mapping.setRowCount(0)
        for column in kind.columns:
            if column.type == "identifier":
                continue
            row = self.mapping.rowCount()
            self.mapping.insertRow(row)
            role = QTableWidgetItem(in_language(column.text))
            role.setToolTip(column.name)
            role.setData(Qt.ItemDataRole.UserRole, column.name)
            self.mapping.setItem(row, 0, role)
            combo = QComboBox()
            combo.addItem("–", NOT_MAPPED)
            for name in preview.columns:
                combo.addItem(name, name)
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setCurrentIndex(max(0, combo.findData(preview.mapping.get(column.name, NOT_MAPPED))))
            self.mapping.setCellWidget(row, 1, combo)
            self.mapping.setItem(row, 2, QTableWidgetItem(
                preview.examples.get(preview.mapping.get(column.name, ""), "")))
        self.mapping.show()
        shown = [c.name for c in kind.columns if c.type != "identifier"]
        self.session.state.mapping = {**dict.fromkeys(shown, NOT_MAPPED), **preview.mapping}
        self.session.servable = preview.servable
        self.session.save()
        unserved = [in_language(i.name) for i in all_indicators() if i.id not in preview.servable]
        text = tr("{files} files, {rows} rows read without fault in the first.", files=number(preview.sources),
                  rows=number(preview.rows))
        if preview.periods:
            text += " " + tr("Periods {first} to {last}.", first=period_text(preview.periods[0]),
                             last=period_text(preview.periods[-1]))
        if unserved:
            text += " " + tr("Cannot be counted without more columns: {names}.", names=", ".join(unserved))
        self.note.setText(tr("Check the columns; press Load again after a change."))
        self.session.done.emit(text, warnings)
