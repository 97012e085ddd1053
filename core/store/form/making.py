"""What the monitor file is made of besides its areas: tables, indexes, views and fixed rows, each
made where it is lacking.

Plain SQL, so that it is part of the transaction it is done in.
"""

from __future__ import annotations

import sqlite3
from typing import List, Set

from . import schema, views

SQL_TYPES = {
    "text": "TEXT",
    "integer": "INTEGER",
    "real": "REAL",
    "date": "DATE",
    "binary": "BLOB",
}
INDEXES = (
    "CREATE INDEX IF NOT EXISTS areas_by_id ON areas (area_set, area_id)",
    "CREATE INDEX IF NOT EXISTS parts_by_period ON parts (area_set, period, indicator)",
    "CREATE INDEX IF NOT EXISTS parts_by_run ON parts (run)",
    "CREATE INDEX IF NOT EXISTS assessments_by_period ON assessments (area_set, period)",
    "CREATE INDEX IF NOT EXISTS lists_by_period ON lists (area_set, period)",
    "CREATE INDEX IF NOT EXISTS atom_counts_by_period ON atom_counts (period, run)",
    "CREATE INDEX IF NOT EXISTS halves_by_term ON halves (term, name, facet, period, run, layout)",
    "CREATE INDEX IF NOT EXISTS concentrations_by_period ON concentrations (period, run)",
)
STATUSES = (
    *("counted", "nobody", "unknown", "no_denominator", "finished", "hidden"),
    *("incomplete", ""),
)
"""What ``figures.status`` numbers, from 1: the statuses of observations; the last is none at all,
as the first versions kept."""
REGISTER_TABLE = """
INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, srs_id)
VALUES (?, 'attributes', ?, 0)
"""
TABLES_THERE = "SELECT name FROM sqlite_master WHERE type = 'table'"
COLUMNS_OF = "SELECT name FROM pragma_table_info(?)"


def columns_of(connection: sqlite3.Connection, table: str) -> Set[str]:
    """The columns of a table or view of the file; none where it is not there."""
    return {name for (name,) in connection.execute(COLUMNS_OF, (table,))}


def lacking(connection: sqlite3.Connection) -> List[str]:
    """The tables and views that are not there, or lack a column."""
    known = [
        table
        for table, columns in {**schema.TABLES, schema.AREAS: schema.AREA_COLUMNS}.items()
        if not columns_of(connection, table) >= {name for name, _ in columns}
    ]
    return known + views.missing(connection)


def add_lacking(connection: sqlite3.Connection) -> None:
    """Make what is not there; nothing that stands is changed."""
    there = {name for (name,) in connection.execute(TABLES_THERE)}
    _add_columns(connection, schema.AREAS, schema.AREA_COLUMNS)
    for table, columns in schema.TABLES.items():
        if table not in there:
            connection.execute(
                f'CREATE TABLE "{table}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL)'
            )
            connection.execute(REGISTER_TABLE, (table, table))
        _add_columns(connection, table, columns)
    for statement in INDEXES:
        connection.execute(statement)
    if not connection.execute("SELECT count(*) FROM figure_statuses").fetchone()[0]:
        connection.executemany(
            "INSERT INTO figure_statuses (status, name) VALUES (?, ?)", enumerate(STATUSES, 1)
        )
    views.create(connection)


def mark(connection: sqlite3.Connection) -> None:
    """Say in the file whose it is, and of which form."""
    wanted = (schema.MARK, schema.VERSION)
    if connection.execute("SELECT mark, schema_version FROM monitor_file").fetchall() != [wanted]:
        connection.execute("DELETE FROM monitor_file")
        connection.execute("INSERT INTO monitor_file (mark, schema_version) VALUES (?, ?)", wanted)


def _add_columns(connection: sqlite3.Connection, table: str, columns: schema.Columns) -> None:
    known = columns_of(connection, table)
    for name, kind in columns:
        if name not in known:
            connection.execute(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {SQL_TYPES[kind]}')
