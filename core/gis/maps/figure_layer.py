"""One indicator, or its change, on the map: a layer in memory made of the table that the panel
shows."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import QgsFillSymbol, QgsProject, QgsRuleBasedRenderer

from ...areas.area_set import AreaSet
from ...catalogue.index.figure_colours import diverging, sequential
from ...catalogue.law.risk_levels import NO_DATA, risk_levels
from ...change.words import DECIMALS, short
from ...i18n import tr
from ...numbers import signed
from ...periods import period_text
from ...pipeline.shown.table import AreaTable
from ...plain_text import expression_field, legend_text
from .areas_in_memory import AreasInMemory
from .project_layers import ROLE_FIGURES, add_to_group, live_layers, to_top
from .style import fill, hatch, labels, shown_as_text

KINDS = {"value": "real", "said": "text", "period": "text"}
Classes = Tuple[Tuple[float, ...], bool]
"""The upper ends of the classes without the last, and whether they are of a change."""


class FigureLayer(AreasInMemory):
    """The areas of one set by a figure."""

    def __init__(self, area_set: AreaSet):
        super().__init__(area_set, KINDS)
        self._style: Optional[Tuple[object, ...]] = None

    def show(self, table: AreaTable, unit: str, ends: Sequence[float], change: bool) -> None:
        """Show the numbers of ``table``, in classes with the upper ``ends`` (without the last);
        those of a ``change`` around zero."""
        rows = [
            (row.area, table.values.get(row.area), table.sentences.get(row.area, ""), table.period)
            for row in table.rows
        ]
        self.fill(pd.DataFrame(rows, columns=["area_id", *KINDS]))
        style = (tuple(ends), unit, change)
        if style != self._style:
            self.layer.setRenderer(_renderer(ends, unit, change))
            self.layer.setLabeling(labels("name"))
            self.layer.setLabelsEnabled(True)
            self.layer.setMapTipTemplate(
                f"<b>{shown_as_text(expression_field('name'))}</b><br/>"
                f"{shown_as_text(expression_field('said'))}"
            )
            self._style = style
            self.layer.emitStyleChanged()
        self.layer.setName(
            tr(
                "{name}, {subject}, {period}",
                name=self.set_name,
                subject=table.subject,
                period=period_text(table.period),
            )
        )
        self.layer.triggerRepaint()


def publish_figures(project: QgsProject, figures: FigureLayer) -> None:
    """Put ``figures`` at the top of the plugin's group, in the place of an earlier one."""
    if project.mapLayer(figures.id) is None:
        remove_figures(project)
        add_to_group(project, figures.layer, ROLE_FIGURES)
        to_top(project, figures.layer)


def remove_figures(project: QgsProject) -> None:
    """Take the layer of figures out of the project."""
    project.removeMapLayers(live_layers(project, [ROLE_FIGURES]))


def _renderer(ends: Sequence[float], unit: str, change: bool) -> QgsRuleBasedRenderer:
    """Classes in ascending order, each from over the end before to its own; all else without
    figures."""
    colours = diverging(len(ends) + 1) if change else sequential(len(ends) + 1)
    root = QgsRuleBasedRenderer.Rule(None)
    for place, colour in enumerate(colours):
        low = ends[place - 1] if place else None
        high = ends[place] if place < len(ends) else None
        root.appendChild(
            _rule(fill(colour), class_text(low, high, unit, change), _within(low, high))
        )
    nothing = next(level for level in risk_levels() if level.id == NO_DATA)
    symbol = fill(nothing.colour)
    if nothing.hatch is not None:
        symbol.appendSymbolLayer(hatch(nothing.hatch))
    root.appendChild(_rule(symbol, tr("No figure"), '"value" IS NULL'))
    return QgsRuleBasedRenderer(root)


def _rule(symbol: QgsFillSymbol, label: str, expression: str) -> QgsRuleBasedRenderer.Rule:
    rule = QgsRuleBasedRenderer.Rule(symbol)
    rule.setLabel(legend_text(label))
    rule.setFilterExpression(expression)
    return rule


def _within(low: Optional[float], high: Optional[float]) -> str:
    parts: List[str] = ['"value" IS NOT NULL']
    parts += [] if low is None else [f'"value" > {low!r}']
    parts += [] if high is None else [f'"value" <= {high!r}']
    return " AND ".join(parts)


def class_text(low: Optional[float], high: Optional[float], unit: str, change: bool) -> str:
    """What a class holds, in words that overlap with no other's."""

    def said(value: float) -> str:
        if not change:
            return short(value, unit)
        points = tr("{points} percentage points", points=signed(value, 1))
        return points if unit == "percent" else signed(value, DECIMALS.get(unit, 0))

    if low is None and high is None:
        return tr("all areas")
    if low is None:
        return tr("up to {high}", high=said(float(high or 0.0)))
    if high is None:
        return tr("over {low}", low=said(low))
    return tr("over {low} to {high}", low=said(low), high=said(high))
