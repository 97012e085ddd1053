"""Everything that needs QGIS: layers, styles, network, settings and tasks."""
