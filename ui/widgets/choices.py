"""Combos that several pages fill alike."""

from __future__ import annotations

from typing import Dict, Iterable, Mapping

from qgis.PyQt.QtCore import QCollator, QLocale
from qgis.PyQt.QtWidgets import QComboBox

from ...core.i18n import language
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


def by_name(names: Mapping[str, str]) -> Dict[str, str]:
    """Id → name in the order of a register: Å last in Danish, and 2 before 10."""
    order = QCollator(QLocale(language()))
    order.setNumericMode(True)
    keys = {one: order.sortKey(name) for one, name in names.items()}
    return {one: names[one] for one in sorted(names, key=lambda one: _Key(keys[one]))}


class _Key:
    """A sort key of Qt's, which Python cannot compare by itself."""

    def __init__(self, key: object):
        self._key = key

    def __lt__(self, other: "_Key") -> bool:
        return self._key.compare(other._key) < 0
