"""A waterfall: from the areas' middle, step by step, to one area's score."""

from __future__ import annotations

import math
from typing import List, Sequence, Tuple

from qgis.PyQt.QtCore import QEvent, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...core.gis.charts.look import seen
from ...core.i18n import tr
from ...core.numbers import number, signed
from ...core.plain_text import unmistakable

UP, DOWN, LEVEL = "#B5651D", "#3B6FA0", "#8A8A8A"
NAME_SHARE, BAR_SHARE = 0.5, 0.34
LINE_FACTOR = 1.6
MOST_ROWS = 12


class ContributionBars(QWidget):
    """Rows of name, bar and number: the middle first, the largest contributions next, the score
    last."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: List[Tuple[str, float, float]] = []
        self._range = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_contributions(
        self,
        middle: float,
        contributions: Sequence[Tuple[str, float]],
        together: float,
        score: float,
    ) -> None:
        """Show (name, contribution) from the largest; what is small beyond a dozen is one row."""
        known = sorted(
            ((n, c) for n, c in contributions if not math.isnan(c)), key=lambda pair: -abs(pair[1])
        )
        shown, rest = known[:MOST_ROWS], known[MOST_ROWS:]
        steps = list(shown)
        if rest:
            steps.append((tr("{count} others", count=len(rest)), sum(c for _, c in rest)))
        if abs(together) > 1e-6:
            steps.append((tr("Together"), together))
        self.rows = [(tr("The areas' middle"), middle, middle)] if not math.isnan(score) else []
        at = middle
        for name, change in steps if self.rows else []:
            self.rows.append((name, at, at + change))
            at += change
        if self.rows:
            self.rows.append((tr("Score"), score, score))
            ends = [end for _, a, b in self.rows for end in (a, b)]
            self._range = (min(ends), max(max(ends), min(ends) + 1e-9))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.rows = []
        self.setFixedHeight(0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the rows."""
        return QSize(260, int(len(self.rows) * self._line()))

    def _line(self) -> float:
        return self.fontMetrics().height() * LINE_FACTOR

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self.palette().color(QPalette.ColorRole.WindowText)
        ground = self.palette().color(QPalette.ColorRole.Window).name()
        names, bars = self.width() * NAME_SHARE, self.width() * BAR_SHARE
        low, high = self._range
        line, metrics = self._line(), self.fontMetrics()
        for row, (name, start, end) in enumerate(self.rows):
            y = row * line
            painter.setPen(text)
            painter.drawText(
                QRectF(0, y, names - 6, line),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(names - 6)),
            )
            ends = sorted(names + (value - low) / (high - low) * bars for value in (start, end))
            colour = LEVEL if start == end else UP if end > start else DOWN
            painter.fillRect(
                QRectF(
                    ends[0] - (1.5 if start == end else 0),
                    y + line * 0.2,
                    max(ends[1] - ends[0], 3.0 if start == end else 1.0),
                    line * 0.6,
                ),
                QColor(seen(colour, ground)),
            )
            shown = number(end, 2) if start == end else signed(end - start, 2)
            painter.drawText(
                QRectF(names + bars, y, self.width() - names - bars, line),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                shown,
            )
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell the whole name of the row under the mouse."""
        if event.type() == event.Type.ToolTip:
            row = int(event.pos().y() / self._line())
            if 0 <= row < len(self.rows):
                QToolTip.showText(event.globalPos(), unmistakable(self.rows[row][0]), self)
            return True
        return super().event(event)
