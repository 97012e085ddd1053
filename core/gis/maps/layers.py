"""Layers of the monitor file and of GeoFA themes, with metadata, in one group of the project."""

from __future__ import annotations

from typing import List, Optional, Sequence

import pandas as pd
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDataProvider,
    QgsDateTimeRange,
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsLayerMetadata,
    QgsProject,
    QgsProviderRegistry,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ...areas.area_set import CRS, AreaSet, Provenance
from ...catalogue.geofa.themes import Theme
from ...errors import StoreError
from ...i18n import in_language, tr
from ...periods import day_after, period_text, reference_date
from ...store.form.schema import AREAS, RISK_MAP
from ...store.monitor_file import MonitorFile
from ..host import compat
from ..sources.geometries import geometry_of
from .project_layers import AREA_SET, ROLE_AREAS, ROLE_RISK, ROLE_TIME, add_to_group
from .style import style_risk

BACKGROUND = {"color": "#FAFAF7", "outline_color": "#B5B5B5", "outline_width": "0.15"}
HIDDEN_FIELDS = ("OGC_FID", "fid", "run", "area_set")


def metadata_of(provenance: Provenance, title: str, abstract: str) -> QgsLayerMetadata:
    """Metadata that travels with a layer: where from, when, under which licence."""
    metadata = QgsLayerMetadata()
    metadata.setTitle(title)
    metadata.setAbstract(abstract)
    metadata.setCrs(QgsCoordinateReferenceSystem(CRS))
    if provenance.licence:
        metadata.setLicenses([provenance.licence])
        metadata.setRights(
            [tr("{source}, {licence}", source=provenance.source, licence=provenance.licence)]
        )
    if provenance.source:
        metadata.addHistoryItem(
            tr(
                "Retrieved {time} from {source}",
                time=provenance.retrieved or "?",
                source=provenance.source,
            )
        )
    return metadata


def theme_fields(theme: Theme) -> QgsFields:
    """The published columns of ``theme`` as QGIS fields, with Danish aliases."""
    fields = QgsFields()
    for column in theme.columns:
        if column.type != "geometry":
            field: QgsField = compat.field(
                column.name, "integer" if column.type == "integer" else "text"
            )
            field.setAlias(in_language(column.alias))
            fields.append(field)
    return fields


def theme_features(table: pd.DataFrame, theme: Theme) -> List[QgsFeature]:
    """Features with ``theme_fields`` of the districts in ``table`` (``GeofaClient.districts``)."""
    fields = theme_fields(theme)
    features = []
    for row in table.to_dict("records"):
        feature = QgsFeature(fields)
        feature.setAttributes([_attribute(row[field.name()]) for field in fields])
        feature.setGeometry(geometry_of(row["wkb"]))
        features.append(feature)
    return features


def _attribute(plain: object) -> object:
    return None if plain is None or plain != plain else plain


def risk_layer(
    monitor: MonitorFile, area_set: str, name: str, period: Optional[str]
) -> QgsVectorLayer:
    """The risk map of ``area_set``: of ``period`` alone, or of all periods when None.

    Raises:
        StoreError: the monitor file has no risk map.
    """
    layer = QgsVectorLayer(
        f"{monitor.path}|layername={RISK_MAP}|subset={subset(area_set, period)}", name, "ogr"
    )
    if not layer.isValid():
        raise StoreError(
            tr("The monitor file {file} cannot be shown.", file=str(monitor.path)),
            tr("Compute again, or choose another file."),
        )
    layer.setCustomProperty(AREA_SET, area_set)
    style_risk(layer, "risk_level")
    for name in HIDDEN_FIELDS:
        layer.setEditorWidgetSetup(
            layer.fields().lookupField(name), QgsEditorWidgetSetup("Hidden", {})
        )
    return layer


def subset(area_set: str, period: Optional[str]) -> str:
    """The provider filter for ``area_set`` and, unless None, ``period``."""
    text = '"area_set" = ' + _quoted(area_set)
    return text if period is None else f'{text} AND "period" = {_quoted(period)}'


def _quoted(text: str) -> str:
    """``text`` in a provider's filter, where a backslash is a letter (in an expression it is
    not)."""
    return "'" + text.replace("'", "''") + "'"


def background_layer(monitor: MonitorFile, area_set: AreaSet) -> QgsVectorLayer:
    """The outlines of ``area_set``, quiet, to lie under the risk maps."""
    source = f"{monitor.path}|layername={AREAS}|subset={subset(area_set.id, None)}"
    layer = QgsVectorLayer(source, tr("{name}, outlines", name=area_set.name), "ogr")
    layer.setCustomProperty(AREA_SET, area_set.id)
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(BACKGROUND)))
    return layer


def show_in_time(layer: QgsVectorLayer) -> None:
    """Let QGIS' temporal controller show each period from its first day to the next period's."""
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    temporal.setStartField("period_start")
    temporal.setEndField("period_end")
    temporal.setIsActive(True)


def set_project_time(project: QgsProject, periods: Sequence[str]) -> None:
    """The project's temporal range over ``periods`` (``YYYY-MM`` or ``YYYY``), end exclusive."""
    first, last = min(periods), max(periods)
    start, end = (
        QDate(day.year, day.month, day.day) for day in (reference_date(first), day_after(last))
    )
    project.timeSettings().setTemporalRange(
        QgsDateTimeRange(QDateTime(start, QTime(0, 0)), QDateTime(end, QTime(0, 0)), True, False)
    )


def publish_outlines(
    project: QgsProject, monitor: MonitorFile, area_set: AreaSet
) -> QgsVectorLayer:
    """Show the areas of ``area_set`` as they lie in the monitor file, under the risk maps."""
    first = not project.mapLayers()
    layer = background_layer(monitor, area_set)
    layer.setMetadata(metadata_of(area_set.provenance, area_set.name, ""))
    shown = add_to_group(project, layer, ROLE_AREAS)
    if first or not project.crs().isValid():
        project.setCrs(QgsCoordinateReferenceSystem(CRS))
    return shown


def publish_risk_maps(
    project: QgsProject, monitor: MonitorFile, area_sets: Sequence[AreaSet], periods: Sequence[str]
) -> List[QgsVectorLayer]:
    """Show the newest period of every area set, and a layer over time where there are several
    periods.

    Returns:
        The layers of the newest period; the first area set is visible.
    """
    newest = max(periods)
    shown = []
    empty = not project.mapLayers()
    for position, area_set in enumerate(area_sets):
        title = tr("{name}, risk level {period}", name=area_set.name, period=period_text(newest))
        layer = risk_layer(monitor, area_set.id, title, newest)
        layer.setMetadata(
            metadata_of(
                area_set.provenance,
                title,
                tr("Indicative calculation: the ministry's list is the decision."),
            )
        )
        shown.append(add_to_group(project, layer, ROLE_RISK, visible=position == 0))
        if len(periods) > 1:
            over_time = risk_layer(
                monitor, area_set.id, tr("{name}, over time", name=area_set.name), None
            )
            show_in_time(over_time)
            add_to_group(project, over_time, ROLE_TIME, visible=False)
    partition = next((s for s in area_sets if s.kind == "partition"), None)
    if partition is not None:
        publish_outlines(project, monitor, partition)
    if len(periods) > 1:
        set_project_time(project, periods)
    if empty or not project.crs().isValid():
        project.setCrs(QgsCoordinateReferenceSystem(CRS))
    return shown


def show_period(layer: QgsVectorLayer, area_set: str, name: str, period: str) -> None:
    """Let the risk layer show ``period``; style and place stay as they are.

    Its source is set anew: QGIS opens a file to be changed, with a write-ahead log, when only the
    filter is.
    """
    wanted = subset(area_set, period)
    if layer.subsetString() != wanted:
        registry, provider = QgsProviderRegistry.instance(), layer.providerType()
        source = {**registry.decodeUri(provider, layer.source()), "subset": wanted}
        layer.setDataSource(
            registry.encodeUri(provider, source),
            layer.name(),
            provider,
            QgsDataProvider.ProviderOptions(),
        )
        layer.setName(tr("{name}, risk level {period}", name=name, period=period_text(period)))
