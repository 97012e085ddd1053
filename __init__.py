"""QGIS plugin "GeoFA Sociodemografi"."""


def classFactory(iface):  # noqa: N802 (the name QGIS asks for)
    """The plugin, for QGIS; ``iface`` is its ``QgisInterface``."""
    from .plugin import SociodemografiPlugin

    return SociodemografiPlugin(iface)
