"""Tables of the monitor file as pandas tables: every column of the type the schema says, or none at
all.

SQLite keeps whatever it is given in whatever column; a damaged file, or another program, may hold a
text where a number is expected, and would be read without a word.
"""

from __future__ import annotations

import sqlite3
from typing import Any, Mapping, Sequence

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
ALLOWED = {
    "text": ("string", "empty"),
    "date": ("string", "empty"),
    "binary": ("bytes", "empty"),
    "integer": ("integer", "floating", "mixed-integer-float", "empty", "boolean"),
    "real": ("integer", "floating", "mixed-integer-float", "empty"),
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
    found = pd.read_sql_query(statement, connection, params=tuple(parameters))
    kinds = dict(schema.TABLES.get(table, ()))
    for name in kinds if whole else ():
        if name not in found:
            found[name] = None
    return _typed(found, {**MADE_BY_STATEMENTS, **dict(schema.AREA_COLUMNS), **kinds})


def append(connection: sqlite3.Connection, table: str, rows: pd.DataFrame) -> None:
    """Add ``rows`` to ``table``; columns that it has not are left out."""
    columns = [column for column in schema.column_names(table) if column in rows]
    rows[columns].to_sql(table, connection, if_exists="append", index=False)


def _typed(found: pd.DataFrame, kinds: Mapping[str, str]) -> pd.DataFrame:
    """``found`` if its columns are of the ``kinds`` named; raises ``ValueError`` where not."""
    for name in found.columns:
        kind = kinds[name]
        if pd.api.types.infer_dtype(found[name], skipna=True) not in (
            *ALLOWED[kind],
            *_kinds_of_nothing(found[name]),
        ):
            raise ValueError(name)
        if name == "period" and not all(map(_period_or_none, found[name].dropna().unique())):
            raise ValueError(name)
        if kind == "real":
            found[name] = found[name].astype("float64")
    return found


def _period_or_none(text: str) -> bool:
    """A month, a year, or empty: what was delivered may be of no period."""
    return not text or is_period(text)


def _kinds_of_nothing(column: pd.Series) -> Sequence[str]:
    """A column without any value is of every kind, whatever pandas makes of it."""
    return ("floating", "mixed", "integer") if not column.notna().any() else ()
