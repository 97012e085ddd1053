"""QGIS plugin "GeoFA Sociodemografi"."""

import sys
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import SociodemografiPlugin

# QGIS forgets the modules it heard being imported when it unloads the plugin, not the folders above
# them: what is left is of an earlier load, perhaps of another version, and would not be run again.
for _left in [name for name in sys.modules if name.startswith(f"{__name__}.")]:
    del sys.modules[_left]


def classFactory(iface: "Optional[QgisInterface]") -> "SociodemografiPlugin":  # noqa: N802 (QGIS')
    """The plugin, for QGIS; ``iface`` is its ``QgisInterface``."""
    from .plugin import SociodemografiPlugin

    return SociodemografiPlugin(iface)
