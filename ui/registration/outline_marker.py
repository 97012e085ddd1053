"""Draws geometry before and after over the map, and brings it into view."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...core.gis.sources.geometries import geometry_of

CRS = "EPSG:25832"
BEFORE, AFTER, FILL_ALPHA = "#6B6B6B", "#E66100", 40
LEAST_BOX_M, FAR = 40.0, 4


class OutlineMarker:
    """Two outlines over ``canvas`` (None: nothing is drawn)."""

    def __init__(self, canvas: Optional[QgsMapCanvas]):
        self._canvas = canvas
        self._bands: List[QgsRubberBand] = []

    def show(self, before: bytes, after: bytes = b"") -> None:
        """Draw the outlines (WKB, EPSG:25832), and pan there where they are out of view."""
        self.clear()
        if self._canvas is None:
            return
        for wkb, colour, style in (
            (before, BEFORE, Qt.PenStyle.DashLine),
            (after, AFTER, Qt.PenStyle.SolidLine),
        ):
            if wkb:
                self._bands.append(self._band(geometry_of(wkb), colour, style))
        shapes = [geometry_of(wkb) for wkb in (before, after) if wkb]
        if shapes:
            self._bring_into_view(QgsGeometry.collectGeometry(shapes))

    def _band(self, shape: QgsGeometry, colour: str, style: Qt.PenStyle) -> QgsRubberBand:
        polygon = (
            QgsWkbTypes.geometryType(shape.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
        )
        band = QgsRubberBand(
            self._canvas,
            QgsWkbTypes.GeometryType.PolygonGeometry
            if polygon
            else QgsWkbTypes.GeometryType.PointGeometry,
        )
        band.setToGeometry(shape, QgsCoordinateReferenceSystem(CRS))
        band.setStrokeColor(QColor(colour))
        fill = QColor(colour)
        fill.setAlpha(FILL_ALPHA if style == Qt.PenStyle.SolidLine else 0)
        band.setFillColor(fill)
        band.setWidth(2)
        band.setLineStyle(style)
        return band

    def _bring_into_view(self, shape: QgsGeometry) -> None:
        box = shape.boundingBox()
        box.grow(max(LEAST_BOX_M, box.width() / 4, box.height() / 4))
        to_map = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(CRS),
            self._canvas.mapSettings().destinationCrs(),
            QgsProject.instance(),
        )
        wanted = to_map.transformBoundingBox(box)
        if (
            not self._canvas.extent().contains(wanted)
            or self._canvas.extent().width() > FAR * wanted.width()
        ):
            self._canvas.setExtent(wanted)
            self._canvas.refresh()

    def clear(self) -> None:
        """Take the outlines away."""
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []
