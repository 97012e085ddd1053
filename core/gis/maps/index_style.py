"""The look of an index on the map: classes from light to dark, hatched where they are not
certain."""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.core import QgsFillSymbol, QgsRuleBasedRenderer, QgsVectorLayer

from ...catalogue.index.colours import Shade, class_shades, matrix_shades
from ...catalogue.index.definitions import IndexDefinition
from ...catalogue.law.risk_levels import NO_DATA, risk_levels
from ...i18n import in_language, tr
from ...numbers import number
from ...plain_text import as_html, expression_field, expression_text, legend_text, not_evaluated
from .style import fill, hatch, labels, shown_as_text

CLASS_FIELD, CODE_FIELD = "index_class", "code"
UNCERTAIN_HATCH = "#262626"


def _rule(symbol: QgsFillSymbol, label: str, expression: str) -> QgsRuleBasedRenderer.Rule:
    rule = QgsRuleBasedRenderer.Rule(symbol)
    rule.setLabel(legend_text(label))
    rule.setFilterExpression(expression)
    return rule


def index_renderer(
    definition: IndexDefinition, by_dynamics: bool, certain_from: Optional[float]
) -> QgsRuleBasedRenderer:
    """Classes (or status × dynamics) in fixed order, all else "not scored"; over them a hatch where
    the class is kept in fewer than ``certain_from`` (0-1) of the runs, none where that is None."""
    shades: Sequence[Shade] = matrix_shades(definition) if by_dynamics else class_shades(definition)
    field = CODE_FIELD if by_dynamics else CLASS_FIELD
    rules: List[QgsRuleBasedRenderer.Rule] = [
        _rule(fill(shade.colour), shade.name, f'"{field}" = {shade.value}') for shade in shades
    ]
    nothing = next(level for level in risk_levels() if level.id == NO_DATA)
    symbol = fill(nothing.colour)
    if nothing.hatch is not None:
        symbol.appendSymbolLayer(hatch(nothing.hatch))
    rules.append(_rule(symbol, tr("Not scored"), f'"{field}" IS NULL'))
    if certain_from is not None:
        lines = QgsFillSymbol()
        lines.changeSymbolLayer(0, hatch(UNCERTAIN_HATCH))
        rules.append(_rule(lines, hatch_text(certain_from), f'"kept" < {certain_from}'))
    root = QgsRuleBasedRenderer.Rule(None)
    for rule in rules:
        root.appendChild(rule)
    return QgsRuleBasedRenderer(root)


def index_tip(definition: IndexDefinition) -> str:
    """HTML of a map tip: name, class, dynamics, stability, note."""
    before, after = (
        expression_text(part)
        for part in tr("Kept in {percent} % of the runs", percent="|").split("|")
    )
    dynamics = (
        "CASE WHEN coalesce(\"dynamics_label\", '') <> '' "
        "THEN ', ' || lower(\"dynamics_label\") ELSE '' END"
    )
    kept = (
        f'CASE WHEN "kept" IS NOT NULL THEN {before} || round("kept" * 100) || {after} '
        "ELSE '' END"
    )
    index = not_evaluated(as_html(in_language(definition.name)))
    label, note = "coalesce(\"class_label\", '–')", "coalesce(\"note\", '')"
    return (
        f"<b>{shown_as_text(expression_field('name'))}</b><br/>{index}: {shown_as_text(label)}"
        f"{shown_as_text(dynamics)}<br/>{shown_as_text(kept)}<br/><i>{shown_as_text(note)}</i>"
    )


def style_index(
    layer: QgsVectorLayer,
    definition: IndexDefinition,
    by_dynamics: bool,
    certain_from: Optional[float],
) -> None:
    """Colour ``layer`` by class, or by status × dynamics, with labels and map tips."""
    layer.setRenderer(index_renderer(definition, by_dynamics, certain_from))
    layer.setLabeling(labels("name"))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(index_tip(definition))


def hatch_text(certain_from: float) -> str:
    """What the hatch means."""
    return tr(
        "Hatched: class kept in under {percent} % of the runs", percent=number(100 * certain_from)
    )
