"""What the user points at, made ready for the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer

if TYPE_CHECKING:
    from ..core.gis.sources.register_source import Readable


def readable_of(value: str) -> "Readable":
    """What a source edit holds, ready for the background: the path, or sources made of the layer.

    Raises:
        InputError: the layer cannot be read.
    """
    layer = QgsProject.instance().mapLayer(value)
    if not isinstance(layer, QgsVectorLayer):
        return value
    from ..core.gis.sources.register_source import sources_of

    return sources_of(layer, QgsProject.instance().transformContext())
