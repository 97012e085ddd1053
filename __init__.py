"""QGIS plugin "GeoFA Sociodemografi"."""

from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import SociodemografiPlugin


def classFactory(iface: "Optional[QgisInterface]") -> "SociodemografiPlugin":  # noqa: N802 (QGIS')
    """The plugin, for QGIS; ``iface`` is its ``QgisInterface``."""
    from .plugin import SociodemografiPlugin

    return SociodemografiPlugin(iface)
