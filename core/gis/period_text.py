"""Periods as people read them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from ..i18n import language


def period_text(period: str) -> str:
    """``2026-01`` as "januar 2026" in the language in use; a year as it is."""
    if len(period) == 4:
        return period
    return f"{QLocale(language()).standaloneMonthName(int(period[5:7]))} {period[:4]}"
