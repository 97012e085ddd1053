"""QGIS as a host: its versions, tasks, network, settings, passwords and language."""
