"""Tables of the PostgreSQL connections that the user has saved in QGIS.

A table is named ``postgres:connection/schema/table``; where and as whom is QGIS' own knowledge, so no password
passes through here.
"""

from __future__ import annotations

from typing import List, Tuple

from qgis.core import (
    QgsAbstractDatabaseProviderConnection,
    QgsException,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..errors import InputError
from ..i18n import tr

PREFIX, PROVIDER = "postgres:", "postgres"


def is_database_table(text: object) -> bool:
    """Does ``text`` name a table of a saved connection?"""
    return isinstance(text, str) and text.startswith(PREFIX)


def connections() -> List[str]:
    """The names of the saved PostgreSQL connections."""
    metadata = QgsProviderRegistry.instance().providerMetadata(PROVIDER)
    return sorted(metadata.connections()) if metadata is not None else []


def _connection(name: str) -> QgsAbstractDatabaseProviderConnection:
    metadata = QgsProviderRegistry.instance().providerMetadata(PROVIDER)
    if metadata is None or name not in metadata.connections():
        raise InputError(
            tr("QGIS has no saved PostgreSQL connection {name}.", name=name),
            tr("Make it in QGIS' Browser, or choose one of {choices}.", choices=", ".join(connections()) or "-"),
        )
    return metadata.findConnection(name)


def tables(name: str) -> List[Tuple[str, str]]:
    """(schema, table) of every table and view of the connection ``name``.

    Raises:
        InputError: there is no such connection, or it cannot be reached.
    """
    connection = _connection(name)
    try:
        return sorted((table.schema(), table.tableName()) for schema in connection.schemas()
                      for table in connection.tables(schema))
    except (QgsException, QgsProviderConnectionException) as error:
        problem = type(error).__name__  # its text may repeat the connection with its password
    raise InputError(
        tr("The database of the connection {name} cannot be reached.", name=name),
        tr("Check in QGIS' Browser that the connection works."), problem,
    )


def database_layer(text: str) -> QgsVectorLayer:
    """The table that ``text`` names, as a layer.

    Raises:
        InputError: the name, the connection or the table is wrong.
    """
    parts = text[len(PREFIX):].split("/")
    if len(parts) != 3 or not all(parts):
        raise InputError(
            tr("{text} does not name a table of a PostgreSQL connection.", text=text),
            tr("Write postgres:connection/schema/table."),
        )
    name, schema, table = parts
    connection = _connection(name)
    layer = QgsVectorLayer(connection.tableUri(schema, table), table, PROVIDER)
    if not layer.isValid():
        raise InputError(
            tr("The table {table} of the connection {name} cannot be read.", table=f"{schema}.{table}", name=name),
            tr("Check that it exists, that you may read it, and that it has a primary key."),
        )
    return layer
