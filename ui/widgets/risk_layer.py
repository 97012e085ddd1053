"""The risk map of one area set in the project: what is selected there, and the period it shows."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsCoordinateTransform, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

AROUND = 4.0
"""How much wider than an area the map is that looks at it."""


class RiskLayer(QObject):
    """Follows the layer while it is there; all is quiet where it is not.

    Signals:
        chosen: the one area that was selected on the map.
    """

    chosen = pyqtSignal(str)

    def __init__(self, parent: Optional[QObject] = None):
        super().__init__(parent)
        self._layer: Optional[QgsVectorLayer] = None
        self._area_set = ""

    def follow(self, area_set: str) -> None:
        """Listen to the layer of ``area_set``, and no longer to the one before."""
        from ...core.gis.maps.project_layers import ROLE_RISK, existing

        self.stop()
        self._area_set = area_set
        self._layer = existing(QgsProject.instance(), ROLE_RISK, area_set) if area_set else None
        if self._layer is not None:
            self._layer.selectionChanged.connect(self._selected)
            self._layer.willBeDeleted.connect(self._forget)

    def stop(self) -> None:
        """Listen no more."""
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._selected)
            self._layer.willBeDeleted.disconnect(self._forget)
        self._layer = None

    def _forget(self) -> None:
        self._layer = None

    def _selected(self, *_: object) -> None:
        features = self._layer.selectedFeatures()
        if len(features) == 1:
            self.chosen.emit(str(features[0]["area_id"]))

    def select(self, area: str) -> None:
        """Select ``area``, and tell nobody."""
        if self._layer is None:
            return
        from ...core.gis.maps.project_layers import area_expression

        self._layer.selectionChanged.disconnect(self._selected)
        self._layer.selectByExpression(area_expression(area))
        self._layer.selectionChanged.connect(self._selected)

    def look_at(self, canvas: Optional[QgsMapCanvas], area: str) -> None:
        """Let the map show ``area`` and what lies around it."""
        if self._layer is None or canvas is None:
            return
        from ...core.gis.maps.project_layers import area_expression

        request = QgsFeatureRequest().setFilterExpression(area_expression(area)).setNoAttributes()
        feature = next(self._layer.getFeatures(request), None)
        if feature is None or feature.geometry().isNull():
            return
        crs, project = canvas.mapSettings().destinationCrs(), QgsProject.instance()
        to_map = QgsCoordinateTransform(self._layer.crs(), crs, project)
        box = to_map.transformBoundingBox(feature.geometry().boundingBox())
        box.scale(AROUND)
        canvas.setExtent(box)
        canvas.refresh()

    def show_period(self, name: str, period: str) -> None:
        """Let the map show ``period``; ``name`` is that of the area set."""
        if self._layer is None:
            return
        from ...core.gis.maps.layers import show_period

        show_period(self._layer, self._area_set, name, period)
