"""The look of an index on the map: classes from light to dark, hatched where they are not certain."""

from __future__ import annotations

from typing import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ..catalogue.index_colours import Shade, class_shades, matrix_shades
from ..catalogue.index_definitions import IndexDefinition
from ..catalogue.risk_levels import NO_DATA, risk_levels
from ..i18n import in_language, number, tr
from . import compat
from .style import fill, hatch, labels

CLASS_FIELD, CODE_FIELD = "index_class", "code"
UNCERTAIN_HATCH = "#262626"


def _symbol(shade: Shade, certain_from: float) -> QgsFillSymbol:
    symbol = fill(shade.colour)
    lines = hatch(UNCERTAIN_HATCH)
    lines.setDataDefinedProperty(
        compat.LAYER_ENABLED, QgsProperty.fromExpression(f"coalesce(\"kept\" < {certain_from}, false)"))
    symbol.appendSymbolLayer(lines)
    return symbol


def index_renderer(definition: IndexDefinition, by_dynamics: bool, certain_from: float) -> QgsCategorizedSymbolRenderer:
    """Classes (or status × dynamics) in fixed order; an area kept in fewer than ``certain_from`` (0-1) of the runs is
    hatched; all else is "no data"."""
    shades: Sequence[Shade] = matrix_shades(definition) if by_dynamics else class_shades(definition)
    categories = [QgsRendererCategory(shade.value, _symbol(shade, certain_from), shade.name) for shade in shades]
    nothing = next(level for level in risk_levels() if level.id == NO_DATA)
    symbol = fill(nothing.colour)
    symbol.appendSymbolLayer(hatch(nothing.hatch))
    categories.append(QgsRendererCategory("", symbol, tr("Not scored")))
    return QgsCategorizedSymbolRenderer(CODE_FIELD if by_dynamics else CLASS_FIELD, categories)


def index_tip(definition: IndexDefinition) -> str:
    """HTML of a map tip: name, class, dynamics, stability, note."""
    kept = tr("Kept in {percent} % of the runs", percent="|").split("|")
    return (f"<b>[% \"name\" %]</b><br/>{in_language(definition.name)}: [% coalesce(\"class_label\", '–') %]"
            "[% CASE WHEN coalesce(\"dynamics_label\", '') <> '' THEN ', ' || lower(\"dynamics_label\") ELSE '' "
            "END %]"
            f"<br/>[% CASE WHEN \"kept\" IS NOT NULL THEN '{kept[0]}' || round(\"kept\" * 100) || '{kept[1]}' "
            "ELSE '' END %]<br/><i>[% coalesce(\"note\", '') %]</i>")


def style_index(layer: QgsVectorLayer, definition: IndexDefinition, by_dynamics: bool, certain_from: float) -> None:
    """Colour ``layer`` by class, or by status × dynamics, with labels and map tips."""
    layer.setRenderer(index_renderer(definition, by_dynamics, certain_from))
    layer.setLabeling(labels("name"))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(index_tip(definition))


def hatch_text(certain_from: float) -> str:
    """What the hatch means, for a legend."""
    return tr("Hatched: the class is kept in fewer than {percent} % of the runs", percent=number(100 * certain_from))
