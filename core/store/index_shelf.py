"""Indices in the monitor file: how each was defined, and what it gave for every area and period."""

from __future__ import annotations

import datetime
import json

import pandas as pd

from ..catalogue.index.definitions import IndexDefinition
from ..catalogue.index.presets import as_json
from ..i18n import in_language
from . import schema
from .geopackage import has
from .monitor_file import MonitorFile
from .typed_tables import newest_run, read_table

FORGET = (
    "DELETE FROM index_definitions WHERE index_id = ? AND area_set = ?",
    "DELETE FROM index_scores WHERE index_id = ? AND area_set = ?",
)


class IndexShelf:
    """The indices of one monitor file; the newest result of each index and area set is kept."""

    def __init__(self, monitor: MonitorFile):
        self._monitor = monitor

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
        with self._monitor.changing() as connection:
            about["run"] = newest_run(connection)
            rows = table.assign(index_id=definition.id, run=about["run"], area_set=area_set)
            for forget in FORGET:
                connection.execute(forget, (definition.id, area_set))
            pd.DataFrame([about])[list(schema.column_names("index_definitions"))].to_sql(
                "index_definitions", connection, if_exists="append", index=False
            )
            columns = [c for c in schema.column_names("index_scores") if c in rows]
            rows[columns].to_sql("index_scores", connection, if_exists="append", index=False)

    def definitions(self) -> pd.DataFrame:
        """The kept indices, the newest first: ``index_id``, ``area_set``, ``name``, ``created``,
        ``run``."""
        columns = ["index_id", "area_set", "name", "created", "run"]
        with self._monitor.reading() as connection:
            if not has(connection, "index_definitions"):
                return pd.DataFrame(columns=columns)
            return read_table(
                connection,
                "index_definitions",
                "SELECT index_id, area_set, name, created, run "
                "FROM index_definitions ORDER BY created DESC, fid DESC",
            )

    def scores(self, identifier: str, area_set: str) -> pd.DataFrame:
        """The kept scores of an index and area set, with the areas' names."""
        with self._monitor.reading() as connection:
            if not has(connection, "index_scores"):
                return pd.DataFrame(columns=[*schema.column_names("index_scores"), "name"])
            return read_table(
                connection,
                "index_scores",
                "SELECT s.*, a.name FROM index_scores s JOIN areas a "
                "ON a.area_set = s.area_set AND a.area_id = s.area_id WHERE s.index_id = ? AND "
                "s.area_set = ? "
                "ORDER BY s.fid",
                (identifier, area_set),
            )
