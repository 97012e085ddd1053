"""The self-check's findings: how grave, what, where, how many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from ...core.catalogue.registers.kinds import register_kind
from ...core.i18n import in_language, tr
from ...core.numbers import number
from .plain import set_tip

if TYPE_CHECKING:
    from ...core.measures.self_check.check import Check

ICONS = {"error": "/mIconCritical.svg", "warning": "/mIconWarning.svg", "info": "/mIconInfo.svg"}
REGISTER_WIDTH, NARROW = 84, 300
LEAST_HEIGHT, MOST_HEIGHT = 90, 380
"""The table is no taller than its findings, and longer lists scroll."""


class FindingsTable(QTableWidget):
    """One row per finding; the way on is the tip."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setHorizontalHeaderLabels([tr("Finding"), tr("Register"), tr("Rows")])
        self.verticalHeader().setVisible(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        self.setFixedHeight(LEAST_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(1, REGISTER_WIDTH)
        header.sectionResized.connect(self._fit)  # the scroll bar takes room too

    def show_checks(self, checks: "Sequence[Check]") -> None:
        """Show ``checks`` (``measures.self_check.check.Check``), the gravest first."""
        from ...core.measures.self_check.check import by_kind

        checks = by_kind(checks)
        self.setRowCount(len(checks))
        for row, check in enumerate(sorted(checks, key=lambda c: list(ICONS).index(c.severity))):
            is_named = any(file in check.text for file in check.file.split(" / "))
            text = check.text if is_named else f"{check.file}: {check.text}"
            finding = QTableWidgetItem(QgsApplication.getThemeIcon(ICONS[check.severity]), text)
            register = in_language(register_kind(check.register).text) if check.register else ""
            set_tip(
                finding,
                "\n".join(filter(None, (check.text, check.next_step, check.file or register))),
            )
            self.setItem(row, 0, finding)
            self.setItem(row, 1, QTableWidgetItem(register))
            set_tip(self.item(row, 1), register)
            rows = QTableWidgetItem(number(check.rows) if check.rows else "")
            rows.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, 2, rows)
        self._fit()

    def _fit(self, *_: object) -> None:
        """Let every text have the lines it needs, and the table the height of its rows, within
        reason."""
        self.resizeRowsToContents()
        rows = (
            self.verticalHeader().length()
            + self.horizontalHeader().height()
            + 2 * self.frameWidth()
        )
        self.setFixedHeight(max(LEAST_HEIGHT, min(rows, MOST_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the texts have the lines they need at the new width."""
        super().resizeEvent(event)
        self.setColumnHidden(
            1, self.width() < NARROW
        )  # the sentences need the room; the tip says the register
        self._fit()
