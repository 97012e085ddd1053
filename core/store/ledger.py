"""The release ledger: what has left the municipality, figure by figure, kept for ever in the monitor file."""

from __future__ import annotations

import sqlite3
from typing import Dict, Mapping

import pandas as pd

from ..protection.releases import CELL_COLUMNS, Releases
from . import schema
from .monitor_file import MonitorFile

ENTRY = schema.column_names("releases")


class Ledger:
    """The ledger of one monitor file."""

    def __init__(self, monitor: MonitorFile):
        self._monitor = monitor

    def releases(self) -> Releases:
        """Every release, oldest first; none in a file of an earlier version."""
        with self._monitor.reading() as connection:
            if not _there(connection):
                return _empty()
            about = pd.read_sql_query("SELECT * FROM releases ORDER BY created, fid", connection)[list(ENTRY)]
            cells = pd.read_sql_query("SELECT * FROM release_cells ORDER BY fid", connection)[list(CELL_COLUMNS)]
            sets = connection.execute("SELECT release, area_set, fingerprint FROM release_sets").fetchall()
        return Releases(about, cells, {(release, name): found for release, name, found in sets})

    def enter(self, entry: Mapping[str, object], cells: pd.DataFrame, fingerprints: Mapping[str, str]) -> None:
        """Enter a release: its ``entry`` (columns of ``releases``), its figures, its boundaries.

        Raises:
            StoreError: the file cannot be written; nothing is entered then, and nothing may be released.
        """
        identifier = entry["release"]
        with self._monitor.changing() as connection:
            pd.DataFrame([entry])[list(ENTRY)].to_sql("releases", connection, if_exists="append", index=False)
            cells.assign(release=identifier)[list(CELL_COLUMNS)].to_sql("release_cells", connection,
                                                                         if_exists="append", index=False)
            connection.executemany("INSERT INTO release_sets (release, area_set, fingerprint) VALUES (?, ?, ?)",
                                   ((identifier, name, found) for name, found in fingerprints.items()))

    def remove(self, identifier: str) -> None:
        """Take a release out that did not take place: its files could not be put in their place."""
        with self._monitor.changing() as connection:
            connection.execute("DELETE FROM releases WHERE release = ?", (identifier,))
            connection.execute("DELETE FROM release_cells WHERE release = ?", (identifier,))
            connection.execute("DELETE FROM release_sets WHERE release = ?", (identifier,))


def _there(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'releases'").fetchone()[0])


def _empty() -> Releases:
    no_geometry: Dict[tuple, str] = {}
    return Releases(pd.DataFrame(columns=list(ENTRY)), pd.DataFrame(columns=list(CELL_COLUMNS)), no_geometry)
