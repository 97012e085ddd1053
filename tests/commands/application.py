"""A QGIS without a window, in a profile of its own."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Optional

FONT = "DejaVu Sans"  # Debian has it; without a screen Qt picks one that later is not found
PROCESSING_PLUGINS = "/usr/share/qgis/python/plugins"


def start_qgis(language: str = "en", profile: Optional[str] = None) -> "tuple":
    """Start QGIS and the plugin's provider; returns (application, plugin), both to be kept."""
    profile = profile or tempfile.mkdtemp(prefix="sociodemografi-profile-")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
    os.environ["XDG_CACHE_HOME"] = os.path.join(profile, "cache")
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="sociodemografi-run-"))
    from qgis.core import QgsApplication
    from qgis.PyQt.QtGui import QFont

    application = QgsApplication([], True)
    application.setFont(QFont(FONT))
    application.initQgis()
    if PROCESSING_PLUGINS not in sys.path:
        sys.path.append(PROCESSING_PLUGINS)
    from processing.core.Processing import Processing

    Processing.initialize()
    import geofa_sociodemografi
    from geofa_sociodemografi.core.gis.host import translation

    plugin = geofa_sociodemografi.classFactory(None)
    if language != "en":
        translation.remove(plugin._translator)
        plugin._translator = translation.install(language)
    plugin.initProcessing()
    return application, plugin
