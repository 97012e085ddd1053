"""Geometry between well-known binary, as the tables hold it, and QGIS."""

from __future__ import annotations

from typing import List

from qgis.core import QgsGeometry, QgsWkbTypes


def geometry_of(wkb: bytes) -> QgsGeometry:
    """The geometry of well-known binary; empty where it cannot be read."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def polygon_parts(geometry: QgsGeometry) -> List[QgsGeometry]:
    """The polygons of a collection, without its lines and points."""
    return [part for part in geometry.asGeometryCollection()
            if QgsWkbTypes.geometryType(part.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry]


def polygons_of(geometry: QgsGeometry) -> QgsGeometry:
    """``polygon_parts`` as one geometry; empty where there are none."""
    parts = polygon_parts(geometry)
    return QgsGeometry.collectGeometry(parts) if parts else QgsGeometry()
