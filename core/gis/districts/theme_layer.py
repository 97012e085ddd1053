"""A GeoFA theme as a layer: live from the WFS, with its form, its rules and its colours."""

from __future__ import annotations

from typing import Mapping, Optional

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsCategorizedSymbolRenderer,
    QgsDataSourceUri,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ...catalogue.geofa.themes import Theme, ThemeColumn, code_list, common_columns, district_types
from ...geofa.comparison.compare import defaults
from ...geofa.rules.broken_rule import Lists
from ...geofa.server import CRS, SERVICE, Server
from ...geofa.words.wfs_words import IN_FORCE
from ...i18n import in_language, tr
from ...plain_text import expression_text, legend_text
from ..maps.style import labels, tip_as_text

HARD = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
FILL_OPACITY, LINE_WIDTH_MM = 0.2, 0.46
POINT = {"name": "circle", "size": "3", "outline_color": "#4D4D4D", "outline_width": "0.26"}
OTHER_COLOUR = "#BBBBBB"
TIME, FOR_EVER = "to_datetime(left(replace(\"{field}\", ' ', 'T'), 19))", "9999-12-31T00:00:00"


def live_layer(
    theme: Theme, server: Server, municipality: str = "", status: Optional[int] = IN_FORCE
) -> QgsVectorLayer:
    """The theme as QGIS' own WFS provider reads it, page by page as the map needs it; it may be
    invalid.

    Args:
        municipality: four digits, or empty for the whole country.
    """
    uri = QgsDataSourceUri()
    for name, value in (
        ("url", server.wfs),
        ("typename", theme.wfs_typename),
        ("version", "2.0.0"),
        ("srsname", CRS),
        ("pagingEnabled", "true"),
        ("pageSize", "1000"),
        ("restrictToRequestBBOX", "1"),
    ):
        uri.setParam(name, value)
    tests = [f'"kommunekode" = {int(municipality)}'] if municipality else []
    tests += [f'"statuskode" = {int(status)}'] if status is not None else []
    if tests:
        uri.setParam("filter", " AND ".join(tests))
    layer = QgsVectorLayer(uri.uri(False), f"{theme.code} {in_language(theme.title)}", "WFS")
    if layer.isValid():
        dress(layer, theme, municipality)
    return layer


def dress(
    layer: QgsVectorLayer,
    theme: Theme,
    municipality: str = "",
    user: str = "",
    lists: Optional[Lists] = None,
) -> None:
    """Give ``layer`` (with any of the theme's columns) aliases, value lists, rules, defaults, style
    and labels.

    Args:
        municipality: whose CVR number new objects get.
        user: who registers.
        lists: code lists by name, where newer than the catalogue's.
    """
    usual = defaults(theme, municipality, user)
    for column in theme.columns:
        index = layer.fields().lookupField(column.name)
        if index >= 0:
            _dress_field(layer, index, column, usual, lists or {})
    _arrange_form(layer, theme)
    layer.setRenderer(renderer(theme))
    name = theme.fields["name"]
    if name and layer.fields().lookupField(name) >= 0:
        layer.setLabeling(labels(name))
        layer.setLabelsEnabled(theme.has_areas)
        layer.setDisplayExpression(f'coalesce("{name}", "objekt_id")')
    tip_as_text(layer)
    layer.triggerRepaint()


def show_versions_in_time(layer: QgsVectorLayer) -> None:
    """Let QGIS' temporal controller show each version while it was GeoFA's own (system time)."""
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    temporal.setStartExpression(TIME.format(field="systid_fra"))
    temporal.setEndExpression(
        f"coalesce({TIME.format(field='systid_til')}, to_datetime('{FOR_EVER}'))"
    )
    temporal.setIsActive(True)


def _arrange_form(layer: QgsVectorLayer, theme: Theme) -> None:
    """What is filled in comes first, then what every registration has, then what GeoFA fills
    itself."""
    common = {column.name for column in common_columns()}
    own = [
        c.name for c in theme.user_columns if c.name not in common or c.name in ("noegle", "note")
    ]
    registration = [c.name for c in theme.user_columns if c.name not in own]
    rest = [c.name for c in theme.columns if c.filled_by != "user"]
    form = layer.editFormConfig()
    form.clearTabs()
    for title, names in (
        (tr("District"), own),
        (tr("Registration"), registration),
        ("GeoFA", rest),
    ):
        tab = QgsAttributeEditorContainer(title, None)
        for name in names:
            index = layer.fields().lookupField(name)
            if index >= 0:
                tab.addChildElement(QgsAttributeEditorField(name, index, tab))
        form.addTab(tab)
    form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    layer.setEditFormConfig(form)


def _dress_field(
    layer: QgsVectorLayer,
    index: int,
    column: ThemeColumn,
    usual: Mapping[str, object],
    lists: "Mapping[str, Mapping[int | str, str]]",
) -> None:
    layer.setFieldAlias(index, in_language(column.alias))
    form = layer.editFormConfig()
    form.setReadOnly(index, column.filled_by != "user")
    layer.setEditFormConfig(form)
    if column.filled_by != "user":
        return
    if column.code_list:
        codes = lists.get(column.code_list) or code_list(column.code_list)
        choices = [{f"{code} {text}": str(code)} for code, text in codes.items()]
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": choices}))
    if column.required:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull, HARD)
    rule = _rule(column, lists)
    if rule:
        layer.setConstraintExpression(
            index, rule, tr("GeoFA's rule for {column}", column=in_language(column.alias))
        )
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintExpression, HARD)
    if column.name in usual:
        value = usual[column.name]
        text = str(value) if isinstance(value, int) else expression_text(value)
        layer.setDefaultValueDefinition(index, QgsDefaultValue(text, False))


def _rule(column: ThemeColumn, lists: "Mapping[str, Mapping[int | str, str]]") -> str:
    """The column's rule as a QGIS expression; empty where it has none beyond being filled."""
    name = f'"{column.name}"'
    if column.code_list:
        codes = lists.get(column.code_list) or code_list(column.code_list)
        values = ", ".join(str(c) if isinstance(c, int) else expression_text(c) for c in codes)
        return f"{name} IS NULL OR {name} IN ({values})"
    if column.minimum is not None:
        return f"{name} IS NULL OR ({name} >= {column.minimum} AND {name} <= {column.maximum})"
    if column.length:
        return f"{name} IS NULL OR length({name}) <= {column.length}"
    return ""


def renderer(theme: Theme) -> QgsCategorizedSymbolRenderer:
    """A colour per type of the theme, fixed by the code list, so that it is the same in every
    municipality."""
    colours = SERVICE["type_colours"]
    codes = district_types(theme.code)
    categories = [
        QgsRendererCategory(
            code, _symbol(theme, colours[position % len(colours)]), legend_text(f"{code} {text}")
        )
        for position, (code, text) in enumerate(sorted(codes.items()))
    ]
    categories.append(QgsRendererCategory(None, _symbol(theme, OTHER_COLOUR), tr("Other")))
    return QgsCategorizedSymbolRenderer(theme.fields["type"], categories)


def _symbol(theme: Theme, colour: str) -> "QgsFillSymbol | QgsMarkerSymbol":
    if not theme.has_areas:
        return QgsMarkerSymbol.createSimple({**POINT, "color": colour})
    # districts of several types lie over each other: the line tells the type, the fill is empty
    symbol = QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": colour, "outline_width": str(LINE_WIDTH_MM)}
    )
    fill = symbol.symbolLayer(0)
    shade = fill.fillColor()
    shade.setAlphaF(FILL_OPACITY)
    fill.setFillColor(shade)
    return symbol
