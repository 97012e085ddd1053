"""What the map of an edition shows, and in which classes and colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List

import numpy as np
import pandas as pd
from qgis.core import QgsFillSymbol, QgsLinePatternFillSymbolLayer, QgsRuleBasedRenderer
from qgis.PyQt.QtGui import QColor

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.law.risk_levels import outline
from ...catalogue.protection.rules import look
from ...numbers import number
from ...plain_text import expression_text
from ...protection.edition import Edition
from ...protection.statuses import HIDDEN
from ..maps.style import HATCH_DISTANCE_MM, HATCH_WIDTH_MM
from .tables import HIDDEN_NAME, NOBODY, STATUS, status_name

CLASSES = 5
UNIT_SIGNS = {"percent": " %", "kroner": " kr.", "m2": " m²"}
"""What stands behind a number of the unit."""


@dataclass(frozen=True)
class Subject:
    """What the map shows: one indicator of one area set."""

    area_set: str
    indicator: Indicator


def shown_values(edition: Edition, subject: Subject) -> np.ndarray:
    """The values the map may know: those shown."""
    return _shown(edition, subject).dropna().to_numpy(dtype="float64")


def nobody_in(edition: Edition, subject: Subject) -> bool:
    """Is there an area shown with nobody in the group?"""
    return bool(_shown(edition, subject).isna().any())


def _shown(edition: Edition, subject: Subject) -> pd.Series:
    table = edition.table
    of_subject = (table["area_set"] == subject.area_set) & (
        table["indicator"] == subject.indicator.id
    )
    return table.loc[of_subject & (table["status"] != HIDDEN), "value"]


def class_breaks(values: np.ndarray) -> List[float]:
    """Round class limits over ``values`` (from, …, to), at most five classes; empty where nothing
    is shown."""
    if not len(values):
        return []
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return [low, high]
    rough = (high - low) / CLASSES
    size = 10.0 ** np.floor(np.log10(rough))
    for step in (size, 2 * size, 5 * size, 10 * size, 20 * size):
        first = np.floor(low / step) * step
        count = int(np.ceil((high - first) / step - 1e-9))
        if count <= CLASSES:
            return [float(np.round(first + n * step, 10)) for n in range(max(count, 1) + 1)]
    return [low, high]


def value_text(value: float, indicator: Indicator) -> str:
    """``43 %`` or ``1.234``: no more decimals than the value has."""
    decimals = next((d for d in range(3) if abs(round(value, d) - value) < 1e-9), 3)
    return number(value, decimals) + UNIT_SIGNS.get(indicator.unit, "")


def renderer(edition: Edition, subject: Subject) -> QgsRuleBasedRenderer:
    """Classes by the shown values; one colour and hatch for what is hidden, whatever the reason."""
    # the breaks are made of shown values alone: classes over all would tell how far hidden ones go
    about, field = look(), subject.indicator.id
    breaks = class_breaks(shown_values(edition, subject))
    root = QgsRuleBasedRenderer.Rule(None)
    hidden, nobody = status_name(HIDDEN_NAME), status_name(NOBODY)
    last = len(breaks) - 2
    for position, (low, high) in enumerate(zip(breaks, breaks[1:])):
        below = "<=" if position == last else "<"
        rule = QgsRuleBasedRenderer.Rule(
            _symbol(about.classes[position * (len(about.classes) - 1) // max(last, 1)]),
            filterExp=f'"{field}" >= {low:.10g} AND "{field}" {below} {high:.10g}',
            label=f"{value_text(low, subject.indicator)} – {value_text(high, subject.indicator)}",
        )
        root.appendChild(rule)
    if nobody_in(edition, subject):
        root.appendChild(
            QgsRuleBasedRenderer.Rule(
                _symbol("#FFFFFF"),
                filterExp=f'"{field}{STATUS}" = {expression_text(nobody)}',
                label=nobody,
            )
        )
    rest = QgsRuleBasedRenderer.Rule(_symbol(about.hidden_colour, about.hidden_hatch), label=hidden)
    rest.setIsElse(True)
    root.appendChild(rest)
    return QgsRuleBasedRenderer(root)


def _symbol(colour: str, hatch: str = "") -> QgsFillSymbol:
    line = outline()
    symbol = QgsFillSymbol.createSimple(
        {
            "color": colour,
            "outline_color": line["colour"],
            "outline_width": str(line["width_mm"]),
            "outline_style": "solid",
        }
    )
    if hatch:
        lines = QgsLinePatternFillSymbolLayer()
        lines.setLineAngle(45.0)
        lines.setDistance(HATCH_DISTANCE_MM)
        lines.setLineWidth(HATCH_WIDTH_MM)
        lines.setColor(QColor(hatch))
        symbol.appendSymbolLayer(lines)
    return symbol
