"""A small table the user points at, as a layer: a layer of the project, a file, or a table of a
saved connection."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ...errors import InputError
from ...files import cure_of_reading
from ...i18n import tr
from ..host.connections import database_layer, is_database_table
from ..host.handles import let_go
from .sheet_layer import in_percent
from .shown_layer import ShownLayer, cells_of_sheet


def table_layer(given: "str | QgsVectorLayer | ShownLayer") -> "QgsVectorLayer | ShownLayer":
    """The table ``given`` (a layer, what it shows, a path, or
    ``postgres:connection/schema/table``) as a layer.

    A file is read and closed; cells that a workbook shows as percentages are percentages.

    Raises:
        InputError: it cannot be read; names it.
    """
    if isinstance(given, ShownLayer):
        return given
    if isinstance(given, QgsVectorLayer):
        layer, name = given, given.name()
    elif is_database_table(given):
        return database_layer(given)
    else:
        layer, name = QgsVectorLayer(str(given), str(given), "ogr"), str(given)
    if not layer.isValid():
        advice = tr("Choose a CSV file, a spreadsheet, a GeoPackage table or a layer.")
        raise InputError(
            tr("The table {file} cannot be read.", file=name),
            advice if layer is given else cure_of_reading(name.split("|")[0], advice),
        )
    cells = cells_of_sheet(layer)
    shown = layer if cells is None else in_percent(layer, cells)[0]
    if shown is layer:
        return layer if layer is given else _in_memory(layer)
    if layer is not given:
        let_go(layer)
    return shown


def _in_memory(layer: QgsVectorLayer) -> QgsVectorLayer:
    copy = layer.materialize(QgsFeatureRequest())
    copy.setName(layer.name())
    let_go(layer)
    return copy
