"""A small table the user points at, as a layer: a layer of the project, a file, or a table of a saved connection."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ..errors import InputError
from ..i18n import tr
from .database_source import database_layer, is_database_table


def table_layer(thing: object) -> QgsVectorLayer:
    """``thing`` (a layer, a path, or ``postgres:connection/schema/table``) as a layer.

    Raises:
        InputError: it cannot be read; names it.
    """
    if is_database_table(thing):
        return database_layer(str(thing))
    if isinstance(thing, QgsVectorLayer):
        layer, name = thing, thing.name()
    else:
        layer, name = QgsVectorLayer(str(thing), str(thing), "ogr"), str(thing)
    if not layer.isValid():
        raise InputError(tr("The table {file} cannot be read.", file=name),
                         tr("Choose a CSV file, a spreadsheet, a GeoPackage table or a layer."))
    return layer
