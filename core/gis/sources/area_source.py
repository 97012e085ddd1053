"""Area sets from QGIS layers: reprojected, checked, as well-known binary."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...areas.area_set import COLUMNS, CRS, AreaSet, Provenance, make_area_set
from ...catalogue.registers.kinds import register_kind
from ...errors import InputError
from ...i18n import tr
from ...numbers import number
from ...progress import Progress, checkpoint
from ...registers.column_names import safe_names
from ..host import compat
from .area_fields import features_of, guess_area_fields
from .geometries import crs_of, geometry_of, parts_of, polygon_parts

NO_AREAS = (
    QgsWkbTypes.GeometryType.PointGeometry,
    QgsWkbTypes.GeometryType.LineGeometry,
    QgsWkbTypes.GeometryType.NullGeometry,
)
SHOWN = 5


def transform_to_25832(
    crs: QgsCoordinateReferenceSystem, name: str, context: QgsCoordinateTransformContext
) -> QgsCoordinateTransform:
    """The way from ``crs`` to EPSG:25832; raises ``InputError`` for a layer without reference
    system."""
    if not crs.isValid():
        raise InputError(
            tr("The layer {name} has no coordinate reference system.", name=name),
            tr("Set it in the layer's properties; GeoFA and Danish registers use EPSG:25832."),
        )
    return QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(CRS), context)


def _check_type(source: QgsFeatureSource, name: str) -> None:
    """Refuse a layer of points, lines or no geometry at all."""
    if QgsWkbTypes.geometryType(source.wkbType()) in NO_AREAS:
        raise InputError(
            tr(
                "The layer {name} holds no areas: its geometry is {kind}.",
                name=name,
                kind=QgsWkbTypes.translatedDisplayString(source.wkbType()),
            ),
            tr("Choose a layer of polygons."),
        )


def _polygons(geometry: QgsGeometry, name: str, area: str) -> "Tuple[QgsGeometry, bool]":
    """The polygons of an area's geometry, and whether anything else stands beside them; an area
    without is refused."""
    if QgsWkbTypes.geometryType(geometry.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry:
        return QgsGeometry(geometry), False
    parts = polygon_parts(geometry)
    if not parts:
        raise _no_polygon(geometry, name, area)
    polygons = QgsGeometry.collectGeometry(parts)
    if not polygons.isGeosValid() and all(
        part.isGeosValid() for part in parts
    ):  # neighbours, or one over another
        polygons = QgsGeometry.unaryUnion(parts)
    return polygons, len(parts) < len(parts_of(geometry))


def _no_polygon(geometry: QgsGeometry, name: str, area: str) -> InputError:
    return InputError(
        tr(
            "{name}: the geometry of area {area} is {kind}, not a polygon.",
            name=name,
            area=area,
            kind=QgsWkbTypes.translatedDisplayString(geometry.wkbType()),
        ),
        tr("Draw the area as a polygon, or delete the row."),
    )


def _as_multipolygon(
    geometry: QgsGeometry, transform: QgsCoordinateTransform, name: str, area: str
) -> bytes:
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    geometry.get().dropZValue()
    geometry.get().dropMValue()
    if not geometry.isGeosValid():
        problems = geometry.validateGeometry(compat.GEOS_VALIDATION)
        where = problems[0].where() if problems and problems[0].hasWhere() else None
        raise InputError(
            tr(
                "{name}: the polygon of area {area} is not valid ({problem}).",
                name=name,
                area=area,
                problem=(problems[0].what() if problems else "?")
                + (f", {number(where.x(), 1)} {number(where.y(), 1)}" if where else ""),
            ),
            tr("Mend it with the Processing tool Fix geometries, or redraw the area."),
        )
    try:
        geometry.transform(transform)
    except QgsCsException:
        raise InputError(
            tr(
                "{name}: the area {area} cannot be reprojected to EPSG:25832.", name=name, area=area
            ),
            tr("Check the layer's coordinate reference system."),
        ) from None
    geometry.convertToMultiType()
    if QgsWkbTypes.flatType(geometry.wkbType()) != compat.MULTI_POLYGON:
        raise _no_polygon(geometry, name, area)
    return bytes(geometry.asWkb())


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:SHOWN]) + (" …" if len(ids) > SHOWN else "")


def _tell_places(rows: Sequence[Mapping[str, Any]], name: str, progress: Progress) -> None:
    """Tell which areas lie where no coordinates of a register can be: the layer's reference system
    may be wrong."""
    x, y = (register_kind("addresses").column(axis) for axis in ("x", "y"))
    denmark = QgsRectangle(x.minimum, y.minimum, x.maximum, y.maximum)
    away = [
        str(row["area_id"])
        for row in rows
        if row["wkb"] and not denmark.intersects(geometry_of(row["wkb"]).boundingBox())
    ]
    if away:
        progress.warn(
            tr(
                "{name}: {count} areas lie outside Denmark ({ids}); check the layer's coordinate "
                "reference system.",
                name=name,
                count=number(len(away)),
                ids=_some(away),
            )
        )


def area_set_of(
    source: QgsFeatureSource,
    id_field: str,
    identifier: str,
    name: str,
    progress: Progress,
    context: QgsCoordinateTransformContext,
    kind: str = "free",
    name_field: str = "",
    provenance: Optional[Provenance] = None,
    crs: Optional[QgsCoordinateReferenceSystem] = None,
) -> AreaSet:
    """The areas of a polygon layer.

    Args:
        source: polygons in any reference system; told when they are reprojected.
        id_field: field with a unique value per area; name_field: field of their names; found
            among the fields when empty.
        identifier: id of the area set; name: its name in texts.
        kind: ``partition`` or ``free``.
        crs: of a source that does not know its own.
    Raises:
        InputError: no polygons, no reference system, no id field, repeated ids, an invalid or
            missing polygon; names the layer or the area.
    """
    _check_type(source, name)
    fields = source.fields()
    guessed = guess_area_fields(source, True) if not id_field or not name_field else ("", "")
    id_field = id_field or guessed[0]
    if fields.lookupField(id_field) < 0:
        raise InputError(
            tr(
                "{name} has no field {field} for the area id.",
                name=name,
                field=safe_names([id_field], fields.names()) if id_field else "-",
            ),
            tr("Choose one of its fields: {choices}.", choices=safe_names(fields.names())),
        )
    name_field = name_field or guessed[1] or id_field
    own = crs_of(source) if isinstance(source, QgsVectorLayer) else source.sourceCrs()
    crs = own if own.isValid() or crs is None else crs
    transform = transform_to_25832(crs, name, context)
    if not transform.isShortCircuited():
        progress.warn(
            tr("{name} is reprojected from {crs} to EPSG:25832.", name=name, crs=crs.authid())
        )
    indexes = {
        key: fields.lookupField(f)
        for key, f in (
            ("area_id", id_field),
            ("name", name_field),
            ("objekt_id", "objekt_id"),
            ("versions_id", "versions_id"),
            ("noegle", "noegle"),
        )
    }
    request = QgsFeatureRequest().setSubsetOfAttributes(
        sorted({i for i in indexes.values() if i >= 0})
    )
    rows: List[Dict[str, Any]] = []
    partly: List[str] = []
    for feature in features_of(source, request):
        checkpoint(progress)
        texts = {key: compat.text_of(feature[i]) if i >= 0 else "" for key, i in indexes.items()}
        label, drawn, wkb = texts["area_id"] or str(feature.id()), feature.geometry(), b""
        if not drawn.isNull() and not drawn.isEmpty():
            polygons, more = _polygons(drawn, name, label)
            if more:
                partly.append(label)
            wkb = _as_multipolygon(polygons, transform, name, label)
        rows.append({**texts, "wkb": wkb})
    if partly:
        progress.warn(
            tr(
                "{name}: of {count} areas only the polygons are used, and lines and points beside "
                "them left out: {ids}.",
                name=name,
                count=number(len(partly)),
                ids=_some(partly),
            )
        )
    _tell_places(rows, name, progress)
    areas = pd.DataFrame(rows, columns=list(COLUMNS))
    return make_area_set(identifier, name, kind, areas, provenance=provenance or Provenance(name))
