"""Layers, files and connections of QGIS, read to plain tables."""
