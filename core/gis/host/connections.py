"""Tables of the PostgreSQL connections that the user has saved in QGIS.

A table is named ``postgres:connection/schema/table``; where and as whom is QGIS' own knowledge, so
no password passes through here. QGIS reads a view by a column with another value in each row: it is
named behind the view (``postgres:connection/schema/view/column``), or found.
"""

from __future__ import annotations

from typing import List, Tuple

from qgis.core import (
    QgsAbstractDatabaseProviderConnection,
    QgsDataSourceUri,
    QgsException,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ...errors import InputError
from ...i18n import tr

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
            tr(
                "Make it in QGIS' Browser, or choose one of {choices}.",
                choices=", ".join(connections()) or "-",
            ),
        )
    return metadata.findConnection(name)


def tables(name: str) -> List[Tuple[str, str]]:
    """(schema, table) of every table and view of the connection ``name``.

    Raises:
        InputError: there is no such connection, or it cannot be reached.
    """
    connection = _connection(name)
    try:
        return sorted(
            (table.schema(), table.tableName())
            for schema in connection.schemas()
            for table in connection.tables(schema)
        )
    except (QgsException, QgsProviderConnectionException) as error:
        problem = type(error).__name__  # its text may repeat the connection with its password
    raise InputError(
        tr("The database of the connection {name} cannot be reached.", name=name),
        tr("Check in QGIS' Browser that the connection works."),
        problem,
    )


def database_layer(text: str) -> QgsVectorLayer:
    """The table or view that ``text`` names, as a layer.

    Raises:
        InputError: the name, the connection, the table or the column is wrong, or no column tells a
            view's rows apart.
    """
    from ...registers.column_names import safe_names

    parts = text[len(PREFIX) :].split("/")
    if len(parts) not in (3, 4) or not all(parts):
        raise InputError(
            tr("{text} does not name a table of a PostgreSQL connection.", text=text),
            tr("Write postgres:connection/schema/table."),
        )
    name, schema, table = parts[:3]
    connection = _connection(name)
    uri = connection.tableUri(schema, table)
    columns = _key_columns(connection, schema, table)
    for key in parts[3:] or ["", *columns]:
        layer = _layer(uri, table, key)
        if layer.isValid():
            return layer
    shown = f"{schema}.{table}"
    if parts[3:]:
        raise InputError(
            tr(
                "The column {column} of {table} in the connection {name} is not there, or has a "
                "value several times.",
                column=safe_names([parts[3]], columns),
                table=shown,
                name=name,
            ),
            tr(
                "Name a column with another value in each row: "
                "postgres:connection/schema/view/column."
            ),
        )
    if columns:
        raise InputError(
            tr(
                "No column of the view {table} in the connection {name} has another value in each "
                "row.",
                table=shown,
                name=name,
            ),
            tr(
                "Let the view have one, for example row_number() OVER () AS id; one you know of is "
                "named as postgres:connection/schema/view/column."
            ),
        )
    raise InputError(
        tr("The table {table} of the connection {name} cannot be read.", table=shown, name=name),
        tr("Check that it exists, that you may read it, and that it has a primary key."),
    )


def _layer(uri: str, name: str, key: str) -> QgsVectorLayer:
    """The layer read by the column ``key``, or by the one QGIS knows where it is empty."""
    source = QgsDataSourceUri(uri)
    if key:
        source.setKeyColumn(key)
    return QgsVectorLayer(source.uri(False) if key else uri, name, PROVIDER)


def _key_columns(
    connection: QgsAbstractDatabaseProviderConnection, schema: str, table: str
) -> List[str]:
    """The columns of a view by which its rows may be told apart; none of a table."""
    try:
        about = connection.table(schema, table)
    except (QgsException, QgsProviderConnectionException):
        return []
    is_view = bool(about.flags() & QgsAbstractDatabaseProviderConnection.TableFlag.View)
    return list(about.primaryKeyColumns()) if is_view else []
