"""One area's trend: a chart, or a table where charts cannot be drawn, and what it says in words."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Callable, Dict, List, Mapping, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ...core.change.periods_due import place_of
from ...core.i18n import in_language, tr
from ...core.packages import missing_text
from ...core.periods import month_text, period_text
from ..widgets.chart import Chart, charts_lack
from ..widgets.plain import plain_label
from .wording import (
    about_limits,
    cast_sentence,
    cast_text,
    earlier_sentence,
    figure_sentence,
    gaps_sentence,
    provisional_sentence,
    status_text,
    tip_text,
)

if TYPE_CHECKING:
    import pandas as pd

    from ...core.change.lines import Lines
    from ...core.gis.jobs.change import Trend

PLOT, LEGEND_LINE, TABLE_HEIGHT = 225, 17, 260


class TrendPanel(QWidget):
    """The chosen area's series.

    Signals:
        month: the month that was clicked in the chart.
    """

    month = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        self.heading, self.said = plain_label(), plain_label()
        self.notes, self.lacking = plain_label(), plain_label()
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        for label in (self.heading, self.said, self.notes, self.lacking):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chart = Chart(PLOT)
        self.chart.clicked.connect(self._tell_month)
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(tr("The chosen area over time"))
        self.table.setHorizontalHeaderLabels(
            [tr("Period"), tr("Area"), tr("Municipality"), tr("Threshold"), tr("Cast")]
        )
        self.table.verticalHeader().setVisible(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setFixedHeight(TABLE_HEIGHT)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for widget in (
            self.heading,
            self.said,
            self.lacking,
            self.chart,
            self.table,
            self.notes,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        for label in (self.heading, self.said, self.notes, self.lacking):
            label.clear()
            label.hide()
        self.chart.show_drawing(None)
        self.chart.hide()
        self.table.setRowCount(0)
        self.table.hide()

    def show_area(self, trend: "Trend", area: str, period: str) -> None:
        """Show the series of ``area``, ``period`` marked."""
        name = trend.there.names.get(area, area)
        indicator = trend.indicator
        rows = trend.table[trend.table["area_id"] == area]
        lines = next((one for one in trend.lines if one.area == area), None)
        self.heading.setText(f"{name}: {in_language(indicator.name)}")
        self.heading.show()
        if lines is None:
            self.said.setText(tr("This area has no figures of the indicator."))
            self.said.show()
            self.notes.hide()
            self.chart.hide()
            self.table.hide()
            return
        tips = _Tips(rows, trend.earlier[trend.earlier["area_id"] == area], indicator.unit)
        sentence = tips.sentence(period)
        self.said.setText(sentence)
        self.said.show()
        self._show_notes(rows, trend, lines)
        lack = charts_lack()
        self.lacking.setText(
            tr("The figures are shown as a table.") + " " + missing_text(lack) if lack else ""
        )
        self.lacking.setVisible(bool(lack))
        self.chart.setVisible(not lack)
        self.table.setVisible(bool(lack))
        if lack:
            self._fill(rows, indicator.unit)
        else:
            self._draw(lines, indicator.unit, period, sentence, tips.at)

    def _draw(
        self, lines: "Lines", unit: str, period: str, said: str, tip: "Callable[[float], str]"
    ) -> None:
        from ...core.gis.charts.trend import draw_trend

        marks = (lines.earlier[0], lines.cast[0], lines.by_area[0], lines.provisional)
        more = sum(len(one) > 0 for one in marks)
        self.chart.setFixedHeight(PLOT + LEGEND_LINE * (len(lines.beside) + 2 + more))
        drawing = partial(_drawn, draw_trend, lines, unit, place_of(period))
        self.chart.show_drawing(drawing, said, tip)

    def _show_notes(self, rows: "pd.DataFrame", trend: "Trend", lines: "Lines") -> None:
        from ...core.change.beside import SUM
        from ...core.change.series import GAP

        gaps = rows[rows["status"] == GAP]
        last = gaps["last_figure"].iloc[-1] if len(gaps) else ""
        notes: List[str] = [gaps_sentence(gaps["period"].tolist(), last)]
        notes.append(cast_sentence(rows["cast"].tolist()))
        notes.append(provisional_sentence(rows.loc[rows["provisional"], "period"].tolist()))
        notes += about_limits(
            trend.indicator, "law_value" in lines.beside, "threshold" in lines.beside
        )
        if SUM in set(rows["municipality_from"]) and trend.indicator.unit != "persons":
            notes.append(tr("The municipality is its areas added up."))
        self.notes.setText("\n".join(filter(None, notes)))
        self.notes.setVisible(bool(self.notes.text()))

    def _fill(self, rows: "pd.DataFrame", unit: str) -> None:
        from ...core.change.words import short

        self.table.setRowCount(len(rows))
        newest_first = rows.iloc[::-1].to_dict("records")
        for place, row in enumerate(newest_first):
            own = short(row["value"], unit)
            if math.isnan(row["value"]):
                own = status_text(row["status"], "")
            elif row["provisional"]:
                own = tr("{figure} (provisional)", figure=own)
            cells = (
                period_text(row["period"]),
                own,
                short(row["municipality"], unit),
                short(row["threshold"], unit),
                cast_text(row["cast"]),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                    )
                self.table.setItem(place, column, item)

    def _tell_month(self, axes: Optional[object], place: float) -> None:
        self.month.emit(month_text(round(place)))


class _Tips:
    """What is said of the periods of one area.

    Args:
        rows: its ``series.COLUMNS``. earlier: its ``vintages.COLUMNS``.
    """

    def __init__(self, rows: "pd.DataFrame", earlier: "pd.DataFrame", unit: str):
        self._unit = unit
        self._rows = {row["period"]: row for row in rows.to_dict("records")}
        self._earlier: Dict[str, List[Mapping[str, object]]] = {}
        for one in earlier.to_dict("records"):
            self._earlier.setdefault(one["period"], []).append(one)

    def sentence(self, period: str) -> str:
        """The figure of ``period``, how it moved, and what it was before."""
        if period not in self._rows:
            return tr("{period}: no figure.", period=period_text(period).capitalize())
        said = figure_sentence(self._rows[period], self._unit)
        before = earlier_sentence(self._earlier.get(period, ()), self._unit)
        return " ".join(filter(None, (said, before)))

    def at(self, place: float) -> str:
        """What the tip says at a place of the axis: of its month, else of its year."""
        month = month_text(round(place))
        for period in (month, month[: len("YYYY")]):
            if period in self._rows:
                return tip_text(self._rows[period], self._earlier.get(period, ()), self._unit)
        return ""


def _drawn(
    draw: object, lines: "Lines", unit: str, month: float, figure: object, look: object
) -> None:
    draw(figure, look, lines, unit, month)
