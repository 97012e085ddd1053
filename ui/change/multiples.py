"""All areas beside each other, a dozen at a time, on one axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ...core.change.periods_due import place_of
from ...core.i18n import tr
from ...core.numbers import number
from ...core.packages import missing_text
from ..widgets.chart import Chart, charts_lack
from ..widgets.plain import plain_label, set_tip

if TYPE_CHECKING:
    from ...core.change.lines import Lines
    from ...core.gis.jobs.change import Trend

HEIGHT, AT_ONCE = 430, 12


class MultiplesPanel(QWidget):
    """Small charts with one axis for all.

    Signals:
        picked: the area whose chart was clicked.
    """

    picked = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        self.note = plain_label()
        self.note.setWordWrap(True)
        row = QHBoxLayout()
        self.back, self.on, self.where = QToolButton(), QToolButton(), plain_label()
        for button, arrow, step, name in (
            (self.back, Qt.ArrowType.LeftArrow, -1, tr("The areas before")),
            (self.on, Qt.ArrowType.RightArrow, 1, tr("The areas after")),
        ):
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            set_tip(button, name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _, step=step: self._turn(step))
        row.addWidget(self.back)
        row.addWidget(self.where, 1, Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(self.on)
        self.chart = Chart(HEIGHT)
        self.chart.clicked.connect(self._tell_area)
        column.addWidget(self.note)
        column.addLayout(row)
        column.addWidget(self.chart)
        column.addStretch(1)
        self._lines: List[Lines] = []
        self._axes: Dict[object, str] = {}
        self._page, self._unit, self._picked, self._period = 0, "percent", "", ""
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._lines = []
        self._show()

    def show_all(self, trend: "Trend", area: str, period: str) -> None:
        """Show the areas, the page with ``area`` first when it is another than before."""
        new = area != self._picked or trend.lines is not self._lines
        self._lines, self._unit = trend.lines, trend.indicator.unit
        self._picked, self._period = area, period
        places = [n for n, one in enumerate(trend.lines) if one.area == area]
        if new:
            self._page = places[0] // AT_ONCE if places else 0
        self._show()

    def _turn(self, step: int) -> None:
        self._page += step
        self._show()

    def _show(self) -> None:
        lack, count = charts_lack(), len(self._lines)
        last = max(0, (count - 1) // AT_ONCE)
        self._page = min(max(self._page, 0), last)
        first = self._page * AT_ONCE
        some = self._lines[first : first + AT_ONCE]
        self.note.setText(
            missing_text(lack)
            if lack
            else tr("All areas have the same axis. Grey is the municipality.")
            if self._unit != "persons" and any("municipality" in one.beside for one in some)
            else tr("All areas have the same axis.")
        )
        self.where.setText(
            tr(
                "{first}–{last} of {count}",
                first=number(first + 1),
                last=number(first + len(some)),
                count=number(count),
            )
            if count
            else ""
        )
        for widget in (self.back, self.on, self.where):
            widget.setVisible(count > AT_ONCE and not lack)
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < last)
        self.chart.setVisible(not lack)
        self.chart.show_drawing(self._drawing(some) if some and not lack else None)

    def _drawing(self, some: "List[Lines]") -> object:
        every, unit, picked, period = self._lines, self._unit, self._picked, self._period

        def draw(figure: object, look: object) -> None:
            from ...core.gis.charts.multiples import common_axis, draw_multiples, span_of

            self._axes = draw_multiples(
                figure,
                look,
                some,
                axis=common_axis(every),
                span=span_of(every),
                unit=unit,
                picked=picked,
                month=place_of(period) if period else float("nan"),
            )

        return draw

    def _tell_area(self, axes: Optional[object], _: float) -> None:
        if axes in self._axes:
            self.picked.emit(self._axes[axes])
