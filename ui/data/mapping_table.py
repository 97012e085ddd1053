"""A table of the roles of a register and the columns that play them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from ...core.catalogue.registers.kinds import RegisterKind
from ...core.i18n import in_language, tr
from ..widgets.order import tab_after
from ..widgets.plain import set_tip

if TYPE_CHECKING:
    from ...core.gis.jobs.data import Preview

NOT_MAPPED = ""
NARROW = 300
"""A narrower table shows no examples; they are the tips of the columns then."""
ROLE = Qt.ItemDataRole.UserRole


class MappingTable(QTableWidget):
    """Role, column, example."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setHorizontalHeaderLabels([tr("Role"), tr("Column"), tr("Example")])
        self.verticalHeader().setVisible(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 115), (2, 80)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, width)
        self.setMinimumHeight(220)

    def show_register(self, kind: RegisterKind, preview: "Preview") -> None:
        """The roles of ``kind`` with the columns of ``preview``."""
        self.setRowCount(0)
        for column in kind.columns:
            row = self.rowCount()
            self.insertRow(row)
            role = QTableWidgetItem(in_language(column.text) + (" *" if column.required else ""))
            codes = ", ".join(column.codes)
            set_tip(role, f"{column.name} ({column.type})" + (f": {codes}" if codes else ""))
            role.setData(ROLE, column.name)
            self.setItem(row, 0, role)
            combo = QComboBox()
            combo.addItem("–", NOT_MAPPED)
            for name in preview.columns:
                combo.addItem(name, name)
            given = preview.mapping.get(column.name, NOT_MAPPED)
            if kind.kind == "figures":  # =text says it for the whole file
                combo.setEditable(True)
                if combo.findData(given) < 0:
                    combo.addItem(given, given)
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setCurrentIndex(max(0, combo.findData(given)))
            combo.setAccessibleName(in_language(column.text))
            self.setCellWidget(row, 1, combo)
            self.setItem(row, 2, QTableWidgetItem(preview.examples.get(given, "")))
            set_tip(combo, " · ".join(filter(None, (given, preview.examples.get(given, "")))))
        tab_after(self, *(self.cellWidget(row, 1) for row in range(self.rowCount())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the room to the roles where there is little."""
        super().resizeEvent(event)
        self.setColumnHidden(2, self.width() < NARROW)

    def mapping(self) -> Dict[str, str]:
        """Role → column as the table shows it; a role set to nothing has an empty text."""
        found = {}
        for row in range(self.rowCount()):
            combo = self.cellWidget(row, 1)
            text = combo.currentText() if combo.isEditable() else combo.currentData()
            found[self.item(row, 0).data(ROLE)] = NOT_MAPPED if text == "–" else text
        return found
