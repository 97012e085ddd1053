"""Entries in the order in which people look for them."""

from __future__ import annotations

from typing import Dict, Mapping

from qgis.PyQt.QtCore import QCollator, QLocale

from ...core.i18n import language


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
