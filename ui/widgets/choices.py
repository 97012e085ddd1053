"""Combos that several pages fill alike."""

from __future__ import annotations

from typing import Iterable

from qgis.PyQt.QtWidgets import QComboBox

from ...core.periods import period_text
from ..session import Session


def fill_area_sets(combo: QComboBox, session: Session) -> None:
    """The area sets that were judged; the one that is chosen stays, and nobody is told."""
    chosen = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for identifier in session.results:
        combo.addItem(session.set_names.get(identifier, identifier), identifier)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)


def fill_periods(combo: QComboBox, periods: Iterable[str], wanted: str) -> None:
    """``periods``, the newest first, with ``wanted`` chosen where it is there; nobody is told."""
    combo.blockSignals(True)
    combo.clear()
    for period in sorted(periods, reverse=True):
        combo.addItem(period_text(period), period)
    combo.setCurrentIndex(max(0, combo.findData(wanted)))
    combo.blockSignals(False)
