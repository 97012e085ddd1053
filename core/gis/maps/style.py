"""The look of the risk map: one renderer, labels and map tips, the same in every period."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...catalogue.law.figures import LawFigure
from ...catalogue.law.measured import figure_labels, figures_of_law
from ...catalogue.law.risk_levels import NO_DATA, RiskLevel, outline, risk_levels
from ...catalogue.law.rule_sets import leading_criteria
from ...catalogue.law.rules import Criterion
from ...i18n import in_language, tr
from ...numbers import MINUS
from ...plain_text import as_html, expression_field, expression_text, html_of, not_evaluated

ANYTHING_ELSE = ""
HATCH_DISTANCE_MM, HATCH_WIDTH_MM = 1.6, 0.25
LABEL_SIZE, LABEL_HALO_MM = 8.0, 0.8
LABEL_MINIMUM_SCALE = 150_000
RAW_NAME = '[% "name" %]'


def fill(colour: str) -> QgsFillSymbol:
    """A fill with the outline of all areas."""
    line = outline()
    return QgsFillSymbol.createSimple(
        {
            "color": colour,
            "outline_color": line["colour"],
            "outline_width": str(line["width_mm"]),
            "outline_style": "solid",
        }
    )


def hatch(colour: str) -> QgsLinePatternFillSymbolLayer:
    """Oblique lines to lay over a fill."""
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(45.0)
    lines.setDistance(HATCH_DISTANCE_MM)
    lines.setLineWidth(HATCH_WIDTH_MM)
    lines.setColor(QColor(colour))
    return lines


def _symbol(level: RiskLevel) -> QgsFillSymbol:
    symbol = fill(level.colour)
    if level.hatch:
        symbol.appendSymbolLayer(hatch(level.hatch))
    return symbol


def risk_renderer(field: str) -> QgsCategorizedSymbolRenderer:
    """Classes in fixed order by the risk level or category in ``field``; all else is "no data"."""
    categories = [
        QgsRendererCategory(
            ANYTHING_ELSE if level.id == NO_DATA else level.id,
            _symbol(level),
            in_language(level.name),
        )
        for level in risk_levels()
    ]
    return QgsCategorizedSymbolRenderer(field, categories)


def labels(field: str) -> QgsVectorLayerSimpleLabeling:
    """Quiet labels of ``field`` with a halo, from a scale at which they can be read."""
    text = QgsTextFormat()
    text.setSize(LABEL_SIZE)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(QColor("#262626"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(LABEL_HALO_MM)
    halo.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    halo.setColor(QColor("#FFFFFF"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text)
    settings.scaleVisibility = True
    settings.minimumScale = LABEL_MINIMUM_SCALE
    return QgsVectorLayerSimpleLabeling(settings)


def _date_and_age(figure: LawFigure, years: int = 1) -> str:
    """The expression of `` (2025, 11 months old)``: what the figure, a mean of so many ``years``,
    is of; empty where nobody says."""
    period, age = expression_field(figure.period_column), expression_field(figure.age_column)
    one, more = expression_text(tr("1 month old")), expression_text(tr("months old"))
    months = f"CASE WHEN {age} = 1 THEN {one} ELSE to_string({age}) || ' ' || {more} END"
    old = f"CASE WHEN {age} > 0 THEN ', ' || {months} ELSE '' END"
    mean = tr("mean of {years} years to", years=years) + " " if years > 1 else ""
    of = f"{expression_text(mean)} || {period}" if mean else period
    return f"CASE WHEN {period} <> '' THEN ' (' || {of} || {old} || ')' ELSE '' END"


def _criterion_row(criterion: Criterion, fields: List[str]) -> str:
    """The row of a map tip with outcome, figure and margin of ``criterion``."""
    label = _as_written(figure_labels()[criterion.figure])
    met, margin = f'"met_{criterion.id}"', f'"margin_{criterion.id}"'
    mark = f"[% CASE WHEN {met} THEN '●' WHEN {met} IS NULL THEN '?' ELSE '○' END %]"
    figure = f"[% coalesce(format_number(\"{criterion.figure}\", 1) || ' %', '–') %]"
    measured = figures_of_law()[criterion.figure]
    if {measured.period_column, measured.age_column} <= set(fields):
        figure += shown_as_text(_date_and_age(measured, criterion.averaging_years))
    if measured.approximated_by is not None and measured.approximation_column in fields:
        told = expression_text(", " + in_language(measured.approximated_by.label))
        stands_in = expression_field(measured.approximation_column)
        figure += shown_as_text(f"CASE WHEN {stands_in} = 1 THEN {told} ELSE '' END")
    signed = f"replace(format_number({margin}, 1), '-', '{MINUS}')"
    distance = f"[% coalesce({signed}, '–') %]"
    return (
        f"<tr><td>{mark}</td><td>{label}</td>"
        f"<td align='right'>{figure}</td>"
        f"<td align='right'>{distance}</td></tr>"
    )


def map_tip(fields: List[str], level_field: str) -> str:
    """HTML with level, criteria and margins, of those ``fields`` there are."""
    name = next((f for f in ("name", "navn") if f in fields), level_field)
    rows = [
        _criterion_row(criterion, fields)
        for criterion in leading_criteria().values()
        if {criterion.figure, f"met_{criterion.id}", f"margin_{criterion.id}"} <= set(fields)
    ]
    value, margin = _as_written(tr("Value")), _as_written(tr("Margin (percentage points)"))
    table = (
        f"<table cellpadding='3'><tr><td></td><td></td><td align='right'>{value}</td>"
        f"<td align='right'>{margin}</td></tr>{''.join(rows)}</table>"
        if rows
        else ""
    )
    period = f"<br/>{shown_as_text(expression_field('period'))}" if "period" in fields else ""
    nothing = expression_text(tr("No data or undecided"))
    of_the_time = "nullif(\"label\", ''), " if "label" in fields else ""
    label = shown_as_text(f"coalesce({of_the_time}{expression_field(level_field)}, {nothing})")
    note = "<i>{}</i>".format(
        _as_written(tr("Indicative calculation: the ministry's list is the decision."))
    )
    return f"<b>{shown_as_text(expression_field(name))}</b>{period}<br/>{label}{table}{note}"


def shown_as_text(expression: str) -> str:
    """The part of a map tip that shows the value of ``expression`` as it is written: tips are HTML,
    and run scripts."""
    return f"[% {html_of(expression)} %]"


def renew_tip(layer: QgsVectorLayer, template: str) -> None:
    """Put ``template`` in the place of a map tip that a version before 0.6 gave ``layer``: it
    showed names as HTML."""
    if template and RAW_NAME in layer.mapTipTemplate():
        layer.setMapTipTemplate(template)


def _as_written(text: str) -> str:
    return not_evaluated(as_html(text))


def tip_as_text(layer: QgsVectorLayer) -> None:
    """Give ``layer``, where it has no map tip of its own, one that shows its display name as it is
    written; QGIS' own shows it as HTML."""
    name = layer.displayExpression()
    if name and not layer.mapTipTemplate():
        layer.setMapTipTemplate(f"<b>{shown_as_text(f'to_string({name})')}</b>")


def style_risk(layer: QgsVectorLayer, field: str) -> None:
    """Colour ``layer`` by the risk level or category in ``field``, with labels and map tips."""
    names = layer.fields().names()
    layer.setRenderer(risk_renderer(field))
    label = next((f for f in ("name", "navn", "area", "area_id") if f in names), None)
    if label:
        layer.setLabeling(labels(label))
        layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(map_tip(names, field))
    layer.triggerRepaint()
