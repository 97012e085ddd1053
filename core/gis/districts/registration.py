"""From a layer or table of QGIS to a table that GeoFA can be compared with."""

from __future__ import annotations

from typing import Dict, Mapping, Optional

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...catalogue.geofa.themes import Theme
from ...errors import InputError
from ...geofa.comparison import mapping as mappings
from ...geofa.server import CRS
from ...i18n import tr
from ..host import compat

KINDS = {
    "MultiPolygon": QgsWkbTypes.GeometryType.PolygonGeometry,
    "MultiPoint": QgsWkbTypes.GeometryType.PointGeometry,
}


def mapping_of(source: QgsFeatureSource, theme: Theme, text: str) -> Dict[str, str]:
    """Column → field of ``source``: what ``text`` (JSON) says, the rest guessed.

    Raises:
        InputError: an unknown column or field.
    """
    fields = source.fields().names()
    given = mappings.parse(text, theme, fields)
    return {
        column: field
        for column, field in {**mappings.guess(theme, fields), **given}.items()
        if field
    }


def wanted_table(
    source: QgsFeatureSource,
    theme: Theme,
    mapping: "str | Mapping[str, str]",
    context: QgsCoordinateTransformContext,
) -> pd.DataFrame:
    """The objects of ``source`` as ``geofa.comparison.compare`` takes them.

    Args:
        source: polygons (points for a theme of points) in any coordinate system, or a table without
            geometry.
        mapping: JSON, or column → field (or ``=text``).
    Returns:
        The mapped columns (empty as None), ``objekt_id`` where mapped, ``wkb`` (EPSG:25832; empty
        where there is no geometry) and ``row`` (from 1).
    Raises:
        InputError: no rows, another kind of geometry, an unknown coordinate system, or an unknown
            column or field.
    """
    if isinstance(mapping, str):
        chosen = mapping_of(source, theme, mapping)
    else:
        chosen = dict(mapping)
        mappings.refuse_unknown(chosen, theme, source.fields().names())
    transform = _transform(source, theme, context)
    rows = []
    for number, feature in enumerate(source.getFeatures(QgsFeatureRequest()), start=1):
        row = {column: _value(feature, field) for column, field in chosen.items()}
        row["wkb"] = _wkb(feature.geometry(), transform, number) if feature.hasGeometry() else b""
        row["row"] = number
        rows.append(row)
    if not rows:
        raise InputError(
            tr("{name} has no rows.", name=source.sourceName()),
            tr("Choose another layer or table."),
        )
    return pd.DataFrame(rows, dtype=object)


def _value(feature: QgsFeature, field: str) -> object:
    if field.startswith(mappings.CONSTANT):
        return field[len(mappings.CONSTANT) :] or None
    value = compat.value(feature[field])
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate)
    return value


def _transform(
    source: QgsFeatureSource, theme: Theme, context: QgsCoordinateTransformContext
) -> Optional[QgsCoordinateTransform]:
    if source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        return None
    if QgsWkbTypes.geometryType(source.wkbType()) != KINDS[theme.geometry_type]:
        raise InputError(
            tr(
                "{name} has another kind of geometry than theme {theme} ({kind}).",
                name=source.sourceName(),
                theme=theme.code,
                kind=theme.geometry_type,
            ),
            tr("Choose another layer, or another theme."),
        )
    if not source.sourceCrs().isValid():
        raise InputError(
            tr("{name} has no coordinate system.", name=source.sourceName()),
            tr("Set the layer's coordinate system, usually EPSG:25832."),
        )
    return QgsCoordinateTransform(source.sourceCrs(), QgsCoordinateReferenceSystem(CRS), context)


def _wkb(geometry: QgsGeometry, transform: Optional[QgsCoordinateTransform], number: int) -> bytes:
    shape = QgsGeometry(geometry)
    failed = False
    try:
        if transform is not None and not transform.isShortCircuited():
            shape.transform(transform)
    except QgsCsException:
        failed = True
    if failed:
        raise InputError(
            tr("Row {row} cannot be moved to EPSG:25832.", row=number),
            tr("Check the layer's coordinate system."),
        )
    shape.get().convertTo(QgsWkbTypes.flatType(shape.wkbType()))
    return bytes(shape.asWkb())
