"""Files of earlier versions: changed, they get what they lack; read, they are as if they had it,
empty.

Every form so far only adds tables and columns to the one before, so one way serves all of them:
what is missing is made, and nothing that stands is touched.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from osgeo import ogr

from . import schema, views
from .geopackage import add_columns, add_table


def stand_in_for_lacking(connection: sqlite3.Connection) -> None:
    """Let ``connection`` find the tables that versions after the first brought, empty where the
    file lacks them; they are its own, in memory, and the file stays as it is.

    So nobody who reads has to ask whether a table is there.
    """
    there = {name for (name,) in connection.execute("SELECT name FROM main.sqlite_master")}
    lacking = [table for table in schema.LATER if table not in there]
    if lacking:
        connection.execute("PRAGMA temp_store = MEMORY")
    for table in lacking:
        columns = ", ".join(f'"{name}"' for name in schema.column_names(table))
        connection.execute(f'CREATE TEMP TABLE "{table}" (fid INTEGER PRIMARY KEY, {columns})')


def upgrade(path: Path) -> None:
    """Give a monitor file of an earlier version the tables and columns it lacks; nothing in it
    changes.

    Raises:
        OSError, sqlite3.Error: it cannot be written, or another program writes to it.
    """
    source = ogr.Open(str(path), 1)
    if source is None:
        raise OSError(path)
    for table, columns in schema.TABLES.items():
        layer = source.GetLayerByName(table)
        if layer is None:
            layer = add_table(source, table)
        known = layer.GetLayerDefn()
        add_columns(layer, tuple(one for one in columns if known.GetFieldIndex(one[0]) < 0))
        del layer
    del source
    with closing(sqlite3.connect(path)) as connection:
        views.create(connection)
        connection.commit()
        if is_older(connection):  # GDAL says nothing where it could not add
            raise sqlite3.OperationalError("database is locked")


def is_older(connection: sqlite3.Connection) -> bool:
    """Was the file made by a version that kept less?"""
    for table, columns in schema.TABLES.items():
        known = {
            row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (table,))
        }
        if not known >= {name for name, _ in columns}:
            return True
    return bool(views.missing(connection))
