"""GeoFA's districts in QGIS: area sets, layers, browser, working copy, checks and mending."""
