"""A slider over the periods there are: one step, one period."""

from __future__ import annotations

from typing import List, Sequence

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from ...core.i18n import tr
from ...core.periods import period_text
from ..widgets.plain import plain_label, set_tip

PAUSE_MS = 120
"""The map and the charts follow when the slider has stood still so long."""


class MonthSlider(QWidget):
    """The slider between its arrows, and the period.

    Signals:
        chosen: the period that was chosen here.
    """

    chosen = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self._periods: List[str] = []
        self.label = plain_label()
        font = self.label.font()
        font.setBold(True)
        self.label.setFont(font)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(12)
        self.slider.setAccessibleName(tr("Period"))
        self.slider.setToolTip(tr("Arrow keys: a month. Page up and down: a year."))
        self.earlier, self.later = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button, arrow, step, name in (
            (self.earlier, Qt.ArrowType.LeftArrow, -1, tr("The period before")),
            (self.later, Qt.ArrowType.RightArrow, 1, tr("The period after")),
        ):
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            set_tip(button, name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _, step=step: self._move(step))
        row.addWidget(self.earlier)
        row.addWidget(self.slider, 1)
        row.addWidget(self.later)
        row.addWidget(self.label)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.slider.valueChanged.connect(self._moved)

    @property
    def period(self) -> str:
        """The period shown; empty where there is none."""
        at = self.slider.value()
        return self._periods[at] if at < len(self._periods) else ""

    def has(self, period: str) -> bool:
        """Is ``period`` one of them?"""
        return period in self._periods

    def show_periods(self, periods: Sequence[str], wanted: str) -> None:
        """Let these be chosen among, the oldest first; ``wanted`` is shown where it is one, else
        the one that is, else the newest. Nobody is told."""
        before = self.period
        self._periods = list(periods)
        wide = [self._wide(period_text(one)) for one in self._periods]
        self.label.setMinimumWidth(max(wide, default=0))  # else the slider jumps with the name
        there = [one for one in (wanted, before) if one in self._periods]
        self._set(self._periods.index(there[0]) if there else len(self._periods) - 1)

    def show_period(self, period: str) -> None:
        """Show ``period`` where it is one of them, and tell nobody."""
        if period in self._periods:
            self._set(self._periods.index(period))

    def _wide(self, text: str) -> int:
        return self.label.fontMetrics().horizontalAdvance(text)

    def _set(self, at: int) -> None:
        self._pause.stop()
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(self._periods) - 1))
        self.slider.setValue(max(0, at))
        self.slider.blockSignals(False)
        self._show()

    def _show(self) -> None:
        period = self.period
        self.label.setText(period_text(period) if period else "–")
        self.slider.setAccessibleDescription(self.label.text())
        self.earlier.setEnabled(self.slider.value() > 0)
        self.later.setEnabled(self.slider.value() < self.slider.maximum())

    def _move(self, step: int) -> None:
        self.slider.setValue(self.slider.value() + step)

    def _moved(self, _: int) -> None:
        self._show()
        self._pause.start()

    def _tell(self) -> None:
        if self.period:
            self.chosen.emit(self.period)
