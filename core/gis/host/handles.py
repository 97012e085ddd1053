"""Lets go of files that QGIS has read.

QGIS keeps what a layer was read by open for a minute, even when the layer is long gone, and on
Windows nobody can save, replace or remove the file meanwhile. Reloading a layer closes it; it must
be done while the layer, or something made of it, is still there.
"""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsVectorLayer

FILES = "ogr"


def let_go(layer: QgsVectorLayer) -> None:
    """Close what ``layer`` was read by; the layer itself stays usable."""
    if layer.providerType() == FILES and layer.isValid():
        layer.dataProvider().reloadData()


def let_source_go(source: str) -> None:
    """``let_go`` of the layer that is gone and of which something else was made; ``source`` is its
    data source."""
    let_go(QgsVectorLayer(source, "", FILES))


def let_inputs_go(context: QgsProcessingContext) -> None:
    """``let_go`` of the layers that Processing opened itself, of paths that were given to it."""
    for layer in context.temporaryLayerStore().mapLayers().values():
        if isinstance(layer, QgsVectorLayer):
            let_go(layer)
