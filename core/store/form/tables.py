"""Tables of the monitor file as pandas tables: every column of the type the schema says, or none at
all.

SQLite keeps whatever it is given in whatever column; a damaged file, or another program, may hold a
text where a number is expected, and would be read without a word.
"""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, Sequence, Set

import numpy as np
import pandas as pd

from ...periods import is_period
from . import schema

MADE_BY_STATEMENTS = {
    "wkb": "binary",
    "name": "text",
    "set_name": "text",
    "areas": "integer",
    "fid": "integer",
    "vintage": "text",
}
"""Columns that no table of the schema has: statements join or count them."""
NOTHING = type(None)
ALLOWED: Dict[str, Set[type]] = {
    "text": {str, NOTHING},
    "date": {str, NOTHING},
    "binary": {bytes, NOTHING},
    "integer": {int, float, NOTHING},
    "real": {int, float, NOTHING},
}


def read_table(
    connection: sqlite3.Connection,
    table: str,
    statement: str,
    parameters: Sequence[Any] = (),
    whole: bool = False,
) -> pd.DataFrame:
    """What ``statement`` gives, its columns those of ``table`` (and ``MADE_BY_STATEMENTS``); real
    numbers as ``float64``.

    Args:
        whole: the statement takes every column; those that an earlier version did not keep are
            there, and empty.
    Raises:
        ValueError: a column holds something else than its type; nothing of it is quoted.
        sqlite3.Error: it cannot be read.
    """
    cursor = connection.execute(statement, tuple(parameters))
    rows = cursor.fetchall()
    names = [about[0] for about in cursor.description]
    own = dict(schema.TABLES.get(table, ()))
    kinds = {**MADE_BY_STATEMENTS, **dict(schema.AREA_COLUMNS), **own}
    columns = list(zip(*rows)) if rows else [()] * len(names)
    found = {name: _column(name, kinds[name], cells) for name, cells in zip(names, columns)}
    for name in own if whole else ():
        if name not in found:
            found[name] = _column(name, own[name], (None,) * len(rows))
    return pd.DataFrame(found)


def append(connection: sqlite3.Connection, table: str, rows: pd.DataFrame) -> None:
    """Add ``rows`` to ``table``; columns that it has not are left out."""
    columns = [column for column in schema.column_names(table) if column in rows]
    rows[columns].to_sql(table, connection, if_exists="append", index=False)


def _column(name: str, kind: str, cells: Sequence[Any]) -> np.ndarray:
    """``cells`` as a column of the ``kind``: numbers as float64, whole ones as int64 where none is
    missing; ``ValueError`` where they are of another kind."""
    types = set(map(type, cells))
    if not types <= ALLOWED[kind]:
        raise ValueError(name)
    if name == "period" and not all(_period_or_none(cell) for cell in set(cells) - {None}):
        raise ValueError(name)
    if kind == "real" or (kind == "integer" and types - {int, NOTHING}):
        return np.array(cells, dtype="float64")
    if kind == "integer" and types == {int}:
        return np.array(cells, dtype="int64")
    if kind == "integer" and int in types:
        return np.array(cells, dtype="float64")
    found = np.empty(len(cells), dtype=object)
    found[:] = cells
    return found


def _period_or_none(text: str) -> bool:
    """A month, a year, or empty: what was delivered may be of no period."""
    return not text or is_period(text)
