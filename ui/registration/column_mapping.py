"""Which field of the source fills which column of a GeoFA theme."""

from __future__ import annotations

from typing import Dict, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from ...core.catalogue.geofa.themes import Theme
from ...core.geofa.comparison.mapping import CONSTANT, guess
from ...core.i18n import in_language, tr
from ..widgets.order import tab_after
from ..widgets.plain import set_tip

COLUMN = Qt.ItemDataRole.UserRole
NOT_TOUCHED = ""


class ColumnMapping(QTableWidget):
    """Column of the theme, field of the source; ``=text`` fills every row with the text."""

    def __init__(self) -> None:
        super().__init__(0, 2)
        self.setHorizontalHeaderLabels([tr("GeoFA's column"), tr("Field, or =text")])
        self.verticalHeader().setVisible(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(1, 150)
        self.setMinimumHeight(200)
        self.setToolTip(
            tr(
                "A column set to – is not touched in GeoFA. New objects get the municipality's CVR "
                "number, origin, status, visibility and type where the source says nothing."
            )
        )

    def show_theme(self, theme: Theme, fields: Sequence[str]) -> None:
        """The columns of ``theme`` with the fields guessed from their names."""
        self.setRowCount(0)
        guessed = guess(theme, fields)
        columns = [("objekt_id", tr("Object id"), False)]
        columns += [(c.name, in_language(c.alias), c.required) for c in theme.user_columns]
        for name, text, required in columns:
            row = self.rowCount()
            self.insertRow(row)
            item = QTableWidgetItem(text + (" *" if required else ""))
            set_tip(item, name)
            item.setData(COLUMN, name)
            self.setItem(row, 0, item)
            self.setCellWidget(row, 1, self._combo(text, fields, guessed.get(name, NOT_TOUCHED)))
        tab_after(self, *(self.cellWidget(row, 1) for row in range(self.rowCount())))

    @staticmethod
    def _combo(name: str, fields: Sequence[str], chosen: str) -> QComboBox:
        combo = QComboBox()
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItem("–", NOT_TOUCHED)
        for field in fields:
            combo.addItem(field, field)
        combo.setMinimumContentsLength(8)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.setAccessibleName(name)
        return combo

    def mapping(self) -> Dict[str, str]:
        """Column → field or ``=text``, those not touched left out."""
        found = {}
        for row in range(self.rowCount()):
            text = self.cellWidget(row, 1).currentText().strip()
            if text and text != "–" and text != CONSTANT:
                found[self.item(row, 0).data(COLUMN)] = text
        return found
