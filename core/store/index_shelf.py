"""Indices in the monitor file: how each was defined, and what it gave for every area and period."""

from __future__ import annotations

import datetime
import json
from typing import Optional

import pandas as pd

from ..catalogue.index.definitions import IndexDefinition
from ..catalogue.index.parser import parse_definition
from ..catalogue.index.presets import as_json
from ..i18n import in_language
from .form.tables import append, read_table
from .opening.database import Database
from .runs.runs import newest_run

FORGET = (
    "DELETE FROM index_definitions WHERE index_id = ? AND area_set = ?",
    "DELETE FROM index_scores WHERE index_id = ? AND area_set = ?",
)


class IndexShelf:
    """The indices of one monitor file; the newest result of each index and area set is kept."""

    def __init__(self, database: Database):
        self._database = database

    def save(self, definition: IndexDefinition, area_set: str, table: pd.DataFrame) -> None:
        """Keep the ``table`` (columns of ``index_scores`` without ids) of ``definition`` for
        ``area_set``.

        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        about = {
            "index_id": definition.id,
            "area_set": area_set,
            "name": in_language(definition.name),
            "created": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
            "definition": json.dumps(as_json(definition), ensure_ascii=False),
        }
        with self._database.changing() as connection:
            run = newest_run(connection)
            for forget in FORGET:
                connection.execute(forget, (definition.id, area_set))
            append(connection, "index_definitions", pd.DataFrame([{**about, "run": run}]))
            scores = table.assign(index_id=definition.id, run=run, area_set=area_set)
            append(connection, "index_scores", scores)

    def definitions(self) -> pd.DataFrame:
        """The kept indices, the newest first: ``index_id``, ``area_set``, ``name``, ``created``,
        ``run``."""
        with self._database.reading() as connection:
            return read_table(
                connection,
                "index_definitions",
                "SELECT index_id, area_set, name, created, run "
                "FROM index_definitions ORDER BY created DESC, fid DESC",
            )

    def definition(self, identifier: str, area_set: str) -> Optional[IndexDefinition]:
        """The index that is kept of ``area_set`` as it was defined: ``identifier``, else the one
        kept last; None where none is."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT definition FROM index_definitions WHERE area_set = ? "
                "ORDER BY index_id <> ?, created DESC, fid DESC LIMIT 1",
                (area_set, identifier),
            ).fetchone()
        if found is None:
            return None
        return parse_definition(json.loads(found[0]), self._database.path.name)

    def scores(self, identifier: str, area_set: str) -> pd.DataFrame:
        """The kept scores of an index and area set, with the areas' names."""
        with self._database.reading() as connection:
            return read_table(
                connection,
                "index_scores",
                "SELECT s.*, a.name FROM index_scores s JOIN areas a "
                "ON a.area_set = s.area_set AND a.area_id = s.area_id AND a.valid_to IS NULL "
                "WHERE s.index_id = ? AND s.area_set = ? ORDER BY s.fid",
                (identifier, area_set),
            )
