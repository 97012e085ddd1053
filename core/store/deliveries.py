"""The record of what came: every delivery ever counted or looked at, kept for ever."""

from __future__ import annotations

from typing import Mapping, Sequence

import pandas as pd

from .form.schema import column_names
from .form.tables import append, read_table
from .opening.database import Database

Record = Mapping[str, object]
"""One delivery: columns of ``deliveries`` without ``run``."""


class Deliveries:
    """The deliveries in one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def save(self, records: Sequence[Record]) -> None:
        """Keep the ``records`` of what came, without counting; raises ``StoreError``, changing
        nothing."""
        with self._database.changing() as connection:
            append(connection, "deliveries", pd.DataFrame(list(records)))

    def all(self) -> pd.DataFrame:
        """Every delivery, the newest first: the columns of ``deliveries``, ``run`` (none where it
        was not counted) the last."""
        with self._database.reading() as connection:
            table = read_table(
                connection,
                "deliveries",
                "SELECT * FROM deliveries ORDER BY received DESC, register, period DESC",
                whole=True,
            )
        return table[[*column_names("deliveries")[1:], "run"]]
