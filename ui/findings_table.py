"""The self-check's findings: how grave, what, how many rows."""

from __future__ import annotations

from typing import Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from ..core.catalogue.register_kinds import register_kind
from ..core.i18n import in_language, number, tr
from .plain import set_tip

ICONS = {"error": "/mIconCritical.svg", "warning": "/mIconWarning.svg", "info": "/mIconInfo.svg"}


class FindingsTable(QTableWidget):
    """One row per finding; the way on is the tip."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setHorizontalHeaderLabels([tr("Finding"), tr("Register"), tr("Rows")])
        self.verticalHeader().setVisible(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        self.setMinimumHeight(160)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 76), (2, 68)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, width)

    def show_checks(self, checks: Sequence[object]) -> None:
        """Show ``checks`` (``measures.self_check.Check``), the gravest first."""
        self.setRowCount(len(checks))
        for row, check in enumerate(sorted(checks, key=lambda c: list(ICONS).index(c.severity))):
            finding = QTableWidgetItem(QgsApplication.getThemeIcon(ICONS[check.severity]), check.text)
            set_tip(finding, f"{check.text}\n{check.next_step}" + (f"\n{check.file}" if check.file else ""))
            self.setItem(row, 0, finding)
            self.setItem(row, 1, QTableWidgetItem(in_language(register_kind(check.register).text)))
            rows = QTableWidgetItem(number(check.rows) if check.rows else "")
            rows.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, 2, rows)
        self.resizeRowsToContents()

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Let the texts have the lines they need at the new width."""
        super().resizeEvent(event)
        self.resizeRowsToContents()
