"""The receipts: everything ever sent to GeoFA, object by object, kept for ever."""

from __future__ import annotations

import pandas as pd

from .form.schema import column_names
from .form.tables import append, read_table
from .opening.database import Database


class Receipts:
    """The receipts in one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def save(self, rows: pd.DataFrame) -> None:
        """Keep the ``rows`` of a receipt (columns of ``receipts``); raises ``StoreError``."""
        with self._database.changing() as connection:
            append(connection, "receipts", rows)

    def all(self) -> pd.DataFrame:
        """Everything ever sent, the newest sending first; columns of ``receipts``."""
        with self._database.reading() as connection:
            table = read_table(
                connection, "receipts", "SELECT * FROM receipts ORDER BY time DESC, fid", whole=True
            )
        return table[list(column_names("receipts"))]
