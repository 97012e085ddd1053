"""What has changed in twelve months, area by area, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Dict

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.change.words import change_text, interval_text, noise_text, short
from ...core.i18n import tr
from ...core.numbers import number
from ...core.periods import period_text
from ..widgets.plain import plain_label, set_tip
from .wording import status_text

if TYPE_CHECKING:
    from ...core.gis.jobs.change import Trend

ID = Qt.ItemDataRole.UserRole
AREA, NOW, CHANGE = range(3)
LEAST_HEIGHT, NARROW = 260, 330


class _ByNumber(QTableWidgetItem):
    """A cell that sorts by a number behind its text; cells without one come last."""

    def __init__(self, text: str, value: float):
        super().__init__(text)
        self._value = value

    def __lt__(self, other: QTableWidgetItem) -> bool:
        """By the number."""
        return _last(self._value) < _last(getattr(other, "_value", math.nan))


def _last(value: float) -> float:
    return math.inf if math.isnan(value) else value


class ChangesPanel(QWidget):
    """A table of areas: the figure, and how it moved.

    Signals:
        picked: the area whose row was chosen.
    """

    picked = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        self.summary, self.note = plain_label(), plain_label()
        for label in (self.summary, self.note):
            label.setWordWrap(True)
        self.areas = QTableWidget(0, 3)
        self.areas.setAccessibleName(tr("What has changed in 12 months"))
        self.areas.setHorizontalHeaderLabels([tr("Area"), tr("Now"), tr("In 12 months")])
        self.areas.verticalHeader().setVisible(False)
        self.areas.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.areas.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.areas.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.areas.setWordWrap(True)
        self.areas.setMinimumHeight(LEAST_HEIGHT)
        header = self.areas.horizontalHeader()
        header.setSectionResizeMode(AREA, QHeaderView.ResizeMode.Stretch)
        self._fit(QHeaderView.ResizeMode.ResizeToContents)
        lines = 2.4 * self.areas.fontMetrics().height()
        self.areas.verticalHeader().setDefaultSectionSize(int(lines))
        self.areas.setSortingEnabled(True)
        self.areas.sortByColumn(AREA, Qt.SortOrder.AscendingOrder)
        self.areas.itemSelectionChanged.connect(self._tell_picked)
        for widget in (self.summary, self.areas, self.note):
            column.addWidget(widget)
        self.clear()

    def _fit(self, mode: QHeaderView.ResizeMode) -> None:
        for section in (NOW, CHANGE):
            self.areas.horizontalHeader().setSectionResizeMode(section, mode)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In the narrowest panel the areas' names count for more than their figures."""
        super().resizeEvent(event)
        self.areas.setColumnHidden(NOW, self.width() < NARROW)

    def clear(self) -> None:
        """Show nothing."""
        self.areas.setRowCount(0)
        self.summary.clear()
        self.note.clear()

    def show_all(self, trend: "Trend", area: str, period: str) -> None:
        """Show every area's figure of ``period`` and its change, ``area`` marked."""
        unit = trend.indicator.unit
        rows = trend.table[trend.table["period"] == period].to_dict("records")
        self.areas.blockSignals(True)
        self.areas.setSortingEnabled(False)
        self.areas.clearSelection()
        self.areas.setRowCount(len(rows))
        # else every cell that is set measures all the others
        self._fit(QHeaderView.ResizeMode.Interactive)
        for place, row in enumerate(rows):
            self._show_row(place, row, unit)
        self._fit(QHeaderView.ResizeMode.ResizeToContents)
        self.areas.setSortingEnabled(True)
        self.areas.blockSignals(False)
        self.mark(area)
        self._summarise(rows, period)

    def _show_row(self, place: int, row: Dict[str, object], unit: str) -> None:
        name = QTableWidgetItem(str(row["name"]))
        name.setData(ID, row["area_id"])
        value, change = float(row["value"]), float(row["change"])
        set_tip(name, f"{row['name']}: {short(value, unit)}")
        now = _ByNumber(short(value, unit), value)
        if math.isnan(value):
            set_tip(now, status_text(str(row["status"]), str(row["last_figure"])))
        words = change_text(change, unit) or "–"
        noise = noise_text(row["more_than_noise"])
        moved = _ByNumber(f"{words}\n{noise}" if noise else words, change)
        font = moved.font()
        font.setBold(row["more_than_noise"] is True)
        moved.setFont(font)
        ends = interval_text(float(row["change_low"]), float(row["change_high"]), unit)
        if ends:
            since = period_text(str(row["change_from"]))
            set_tip(moved, tr("Since {period}; 95 % interval {ends}.", period=since, ends=ends))
        now.setTextAlignment(int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        for column, item in ((AREA, name), (NOW, now), (CHANGE, moved)):
            self.areas.setItem(place, column, item)

    def _summarise(self, rows: "list[dict]", period: str) -> None:
        told = [row for row in rows if row["more_than_noise"] is not None]
        compared = [row for row in rows if not math.isnan(row["change"])]
        if not compared:
            self.summary.setText(
                tr(
                    "No figures of {period} can be compared with the year before.",
                    period=period_text(period),
                )
            )
            self.note.clear()
            return
        moved = sum(row["more_than_noise"] is True for row in told)
        self.summary.setText(
            tr(
                "{moved} of {count} areas have moved more than chance since the year before.",
                moved=number(moved),
                count=number(len(told)),
            )
            if told
            else tr(
                "{count} areas can be compared with the year before.", count=number(len(compared))
            )
        )
        self.note.setText(
            tr(
                "Both months count as independent. Most residents are the same in both, so a real "
                "change may lie within chance; one that is told is more than it. Where nothing "
                "has changed, up to one area in 20 is told all the same."
            )
            if told
            else tr("Counts and means have no interval: what chance does to them is not known.")
        )

    def mark(self, area: str) -> None:
        """Mark the row of ``area`` without telling."""
        self.areas.blockSignals(True)
        self.areas.clearSelection()
        for row in range(self.areas.rowCount()):
            if self.areas.item(row, AREA).data(ID) == area:
                self.areas.selectRow(row)
        self.areas.blockSignals(False)

    def _tell_picked(self) -> None:
        items = self.areas.selectedItems()
        if items:
            self.picked.emit(self.areas.item(items[0].row(), AREA).data(ID))
