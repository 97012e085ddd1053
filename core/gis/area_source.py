"""Area sets from QGIS layers: reprojected, checked, as well-known binary."""

from __future__ import annotations

from typing import Optional

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..areas.area_set import CRS, AreaSet, Provenance, make_area_set
from ..errors import InputError
from ..i18n import tr
from ..progress import Progress, checkpoint
from ..registers.column_names import told
from . import compat
from .field_names import ID_FIELDS, NAME_FIELDS, guess_field


def transform_to_25832(crs: QgsCoordinateReferenceSystem, name: str,
                       context: QgsCoordinateTransformContext) -> QgsCoordinateTransform:
    """The way from ``crs`` to EPSG:25832; raises ``InputError`` for a layer without reference system."""
    if not crs.isValid():
        raise InputError(
            tr("The layer {name} has no coordinate reference system.", name=name),
            tr("Set it in the layer's properties; GeoFA and Danish registers use EPSG:25832."),
        )
    return QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(CRS), context)


def _as_multipolygon(geometry: QgsGeometry, transform: QgsCoordinateTransform, name: str, area: str) -> bytes:
    geometry = QgsGeometry(geometry)
    if geometry.isNull() or geometry.isEmpty():
        return b""
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    geometry.get().dropZValue()
    geometry.get().dropMValue()
    if not geometry.isGeosValid():
        problems = geometry.validateGeometry(compat.GEOS_VALIDATION)
        where = problems[0].where() if problems and problems[0].hasWhere() else None
        raise InputError(
            tr("{name}: the polygon of area {area} is not valid ({problem}).", name=name, area=area,
               problem=(problems[0].what() if problems else "?")
               + (f", {where.x():.1f} {where.y():.1f}" if where else "")),
            tr("Mend it with the Processing tool Fix geometries, or redraw the area."),
        )
    try:
        geometry.transform(transform)
    except QgsCsException:
        raise InputError(
            tr("{name}: the area {area} cannot be reprojected to EPSG:25832.", name=name, area=area),
            tr("Check the layer's coordinate reference system."),
        ) from None
    geometry.convertToMultiType()
    return bytes(geometry.asWkb())


def _features(source: QgsFeatureSource, request: QgsFeatureRequest) -> QgsFeatureIterator:
    """The features, invalid ones too: we say more about those than Processing does."""
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return source.getFeatures(request)


def area_set_of(source: QgsFeatureSource, id_field: str, identifier: str, name: str, progress: Progress,
                context: QgsCoordinateTransformContext, kind: str = "free", name_field: str = "",
                provenance: Optional[Provenance] = None) -> AreaSet:
    """The areas of a polygon layer.

    Args:
        source: polygons in any reference system; told when they are reprojected.
        id_field: field with a unique value per area; guessed from usual names when empty.
        identifier: id of the area set; name: its name in texts.
        kind: ``partition`` or ``free``.
    Raises:
        InputError: no id field, repeated ids, an invalid or missing polygon; names the area.
    """
    fields = source.fields()
    id_field = id_field or guess_field(fields.names(), ID_FIELDS) or ""
    if fields.lookupField(id_field) < 0:
        raise InputError(
            tr("{name} has no field {field} for the area id.", name=name,
               field=told([id_field], fields.names()) if id_field else "-"),
            tr("Choose one of its fields: {choices}.", choices=told(fields.names())),
        )
    name_field = name_field or guess_field(fields.names(), NAME_FIELDS) or id_field
    transform = transform_to_25832(source.sourceCrs(), name, context)
    if not transform.isShortCircuited():
        progress.warn(
            tr("{name} is reprojected from {crs} to EPSG:25832.", name=name, crs=source.sourceCrs().authid())
        )
    indexes = {key: fields.lookupField(f) for key, f in (
        ("area_id", id_field), ("name", name_field), ("objekt_id", "objekt_id"), ("versions_id", "versions_id"))}
    request = QgsFeatureRequest().setSubsetOfAttributes(sorted({i for i in indexes.values() if i >= 0}))
    rows = []
    for feature in _features(source, request):
        checkpoint(progress)
        texts = {key: compat.text_of(feature[i]) if i >= 0 else "" for key, i in indexes.items()}
        label = texts["area_id"] or str(feature.id())
        rows.append({**texts, "wkb": _as_multipolygon(feature.geometry(), transform, name, label)})
    areas = pd.DataFrame(rows, columns=["area_id", "name", "objekt_id", "versions_id", "wkb"])
    return make_area_set(identifier, name, kind, areas, provenance=provenance or Provenance(name))
