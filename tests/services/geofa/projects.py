"""``python3 -m tests.services.geofa.projects FOLDER POSTGRES_PORT DATABASE USER…``: QGIS Server's projects."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from geofa_sociodemografi.core.catalogue.geofa.themes import all_themes
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsProject,
    QgsVectorLayer,
)

DECIMALS = 3


def write(path: Path, user: str, port: str, database: str) -> None:
    """A project with every theme as ``user`` sees it, all of it editable."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    layers = []
    for theme in all_themes():
        uri = QgsDataSourceUri()
        uri.setConnection("127.0.0.1", port, database, user, "")
        uri.setDataSource("fkg", theme.view, "geometri", "", "objekt_id")
        uri.setSrid("25832")
        uri.setParam("checkPrimaryKeyUnicity", "0")
        layer = QgsVectorLayer(uri.uri(False), theme.view, "postgres")
        if not layer.isValid():
            raise RuntimeError(f"{theme.view} cannot be read: {layer.error().summary()}")
        layer.setShortName(theme.view)
        project.addMapLayer(layer)
        project.writeEntry("WFSLayersPrecision", "/" + layer.id(), DECIMALS)
        layers.append(layer.id())
    project.writeEntry("WFSLayers", "/", layers)
    for operation in ("Update", "Insert", "Delete"):
        project.writeEntry("WFSTLayers", operation, layers)
    if not project.write(str(path)):
        raise RuntimeError(f"{path} cannot be written")


def main(folder: str, port: str, database: str, *users: str) -> None:
    """Write a project per user."""
    application = QgsApplication([], False)
    application.initQgis()
    for user in users:
        write(Path(folder) / f"{user}.qgs", user, port, database)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
