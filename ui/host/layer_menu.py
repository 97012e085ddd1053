"""The menu of the plugin's layers: from an area on the map to its card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterable, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...core.errors import InputError
from ...core.gis.host.compat import VECTOR_LAYER
from ...core.i18n import tr
from ..widgets.messages import show_error

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

AREA_SET, AREA_ID, MENU = "sociodemografi/area_set", "area_id", "Sociodemografi"
"""The property that the plugin's layers bear (``gis.maps.project_layers``), which QGIS' start does
not load, and the field."""


class LayerMenu:
    """The action, on every layer of areas that the plugin has put into the project."""

    def __init__(
        self, iface: "QgisInterface", icon: QIcon, show: Callable[[str, str], object]
    ) -> None:
        self._iface, self._show = iface, show
        self.action = QAction(icon, tr("The area's card"), iface.mainWindow())
        self.action.triggered.connect(self.show_card)
        iface.addCustomActionForLayerType(self.action, MENU, VECTOR_LAYER, False)
        project = QgsProject.instance()
        self._offer(project.mapLayers().values())
        project.layersAdded.connect(self._offer)

    def remove(self) -> None:
        """No layer has it any more."""
        QgsProject.instance().layersAdded.disconnect(self._offer)
        self._iface.removeCustomActionForLayerType(self.action)
        self.action.deleteLater()

    def _offer(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and layer.customProperty(AREA_SET):
                self._iface.addCustomActionForLayer(self.action, layer)

    def show_card(self, *_: object) -> None:
        """Show the card of the area that is selected in the layer; say so where none is."""
        layer = self._iface.activeLayer()
        area = _selected(layer)
        if area is None:
            error = InputError(
                tr("No area is selected in the layer."),
                tr(
                    "Select one with QGIS' selection tool, or type omr and its name in QGIS' "
                    "search field."
                ),
            )
            show_error(self._iface.messageBar(), error)
            return
        self._show(str(layer.customProperty(AREA_SET)), area)


def _selected(layer: Optional[QgsMapLayer]) -> Optional[str]:
    """The area of the first selected feature; None where there is none."""
    if not isinstance(layer, QgsVectorLayer) or layer.fields().indexOf(AREA_ID) < 0:
        return None
    return next((str(one[AREA_ID]) for one in layer.selectedFeatures()), None)
