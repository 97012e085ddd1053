"""In which boundaries the series are shown: each period in its own, or all in those of one date."""

from __future__ import annotations

from typing import Sequence

from qgis.PyQt.QtWidgets import QFormLayout

from ...core.i18n import tr
from ...core.periods import day_text
from ..widgets.narrow import narrow_combo
from ..widgets.plain import plain_label

TODAY = "today"
FIRST = "0001-01-01"
"""A day before any that boundaries can hold from."""


class BoundariesChoice:
    """A row of ``form`` that is there where an area set has had several boundaries."""

    def __init__(self, form: QFormLayout):
        self.combo, self._label = narrow_combo(), plain_label(tr("Boundaries"))
        self.combo.setToolTip(
            tr("Figures that were counted in other boundaries are cast onto these, and marked.")
        )
        form.addRow(self._label, self.combo)
        self._days: "tuple[str, ...] | None" = None
        self.show_days(())

    @property
    def chosen(self) -> str:
        """The boundaries: as counted (empty), ``today``, or an ISO date."""
        return self.combo.currentData() or ""

    def show_days(self, days: Sequence[str]) -> None:
        """Offer the boundaries that hold from ``days`` (ISO, the first may be empty) on; what was
        chosen stays chosen where it is there."""
        if tuple(days) == self._days:
            return
        self._days, chosen = tuple(days), self.chosen
        entries = [(tr("As counted"), ""), (tr("Today's"), TODAY)]
        for day in list(days)[:-1][::-1]:
            shown = tr("From {day}", day=day_text(day)) if day else tr("The first")
            entries.append((shown, day or FIRST))
        self.combo.blockSignals(True)
        self.combo.clear()
        for text, value in entries:
            self.combo.addItem(text, value)
        self.combo.setCurrentIndex(max(0, self.combo.findData(chosen)))
        self.combo.blockSignals(False)
        for widget in (self._label, self.combo):
            widget.setVisible(len(days) > 1)
