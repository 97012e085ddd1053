"""Geometry between well-known binary, as the tables hold it, and QGIS."""

from __future__ import annotations

from typing import List

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsVectorLayer, QgsWkbTypes


def geometry_of(wkb: bytes) -> QgsGeometry:
    """The geometry of well-known binary; empty where it cannot be read."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def parts_of(geometry: QgsGeometry) -> List[QgsGeometry]:
    """The parts of a collection, and of the collections within it."""
    found = []
    for part in geometry.asGeometryCollection():
        within = QgsWkbTypes.flatType(part.wkbType()) == QgsWkbTypes.Type.GeometryCollection
        found += parts_of(part) if within else [part]
    return found


def polygon_parts(geometry: QgsGeometry) -> List[QgsGeometry]:
    """The polygons of a collection, without its lines and points."""
    return [
        part
        for part in parts_of(geometry)
        if QgsWkbTypes.geometryType(part.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
    ]


def polygons_of(geometry: QgsGeometry) -> QgsGeometry:
    """``polygon_parts`` as one geometry; empty where there are none."""
    parts = polygon_parts(geometry)
    return QgsGeometry.collectGeometry(parts) if parts else QgsGeometry()


def crs_of(layer: QgsVectorLayer) -> QgsCoordinateReferenceSystem:
    """The layer's reference system; its file's where QGIS gives it none because its geometries are
    of several types."""
    crs = layer.crs()
    return crs if crs.isValid() or layer.isSpatial() else layer.dataProvider().crs()
