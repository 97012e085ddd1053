"""The release ledger: what has left the municipality, figure by figure, kept for ever in the
monitor file."""

from __future__ import annotations

import sqlite3
from typing import Collection, Mapping, Optional

import pandas as pd

from ..errors import InputError
from ..i18n import tr
from ..protection.time.releases import CELL_COLUMNS, Releases
from .form.schema import column_names
from .form.tables import append, read_table
from .opening.database import Database

ENTRY = column_names("releases")


class Ledger:
    """The ledger of one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def releases(self) -> Releases:
        """Every release, oldest first; none in a file of an earlier version."""
        with self._database.reading() as connection:
            about = _entries(connection)
            if not len(about):
                return _no_releases()
            cells = read_table(
                connection, "release_cells", "SELECT * FROM release_cells ORDER BY fid", whole=True
            )
            sets = read_table(
                connection,
                "release_sets",
                "SELECT release, area_set, fingerprint FROM release_sets",
            )
        return Releases(
            about,
            cells[list(CELL_COLUMNS)],
            {(release, name): found for release, name, found in sets.itertuples(index=False)},
        )

    def entries(self) -> pd.DataFrame:
        """What is known of every release, oldest first, without its figures: the columns of
        ``releases``."""
        with self._database.reading() as connection:
            return _entries(connection)

    def enter(
        self,
        entry: Mapping[str, object],
        cells: pd.DataFrame,
        fingerprints: Mapping[str, str],
        known: Optional[Collection[str]] = None,
    ) -> None:
        """Enter a release: its ``entry`` (columns of ``releases``), its figures, its boundaries.

        Args:
            known: the releases that the new one was held against; None where it was held against
                none that may have come since.
        Raises:
            InputError: something was released since, by somebody else, that the new one was not
                held against.
            StoreError: the file cannot be written; nothing is entered then, and nothing may be
                released.
        """
        identifier = entry["release"]
        with self._database.changing() as connection:
            entered = set() if known is None else set(_entries(connection)["release"])
            since = sorted(entered - set(known or ()))
            if since:
                raise InputError(
                    tr(
                        "The release {release} was entered in the ledger while this edition was "
                        "made.",
                        release=since[0],
                    ),
                    tr(
                        "Check the edition again, so that it is held against that one too. Nothing "
                        "was released."
                    ),
                )
            append(connection, "releases", pd.DataFrame([entry])[list(ENTRY)])
            figures = cells.assign(release=identifier)[list(CELL_COLUMNS)]
            append(connection, "release_cells", figures)
            connection.executemany(
                "INSERT INTO release_sets (release, area_set, fingerprint) VALUES (?, ?, ?)",
                ((identifier, name, found) for name, found in fingerprints.items()),
            )

    def remove(self, identifier: str) -> None:
        """Take a release out that did not take place: its files could not be put in their place."""
        with self._database.changing() as connection:
            connection.execute("DELETE FROM releases WHERE release = ?", (identifier,))
            connection.execute("DELETE FROM release_cells WHERE release = ?", (identifier,))
            connection.execute("DELETE FROM release_sets WHERE release = ?", (identifier,))


def _entries(connection: sqlite3.Connection) -> pd.DataFrame:
    return read_table(
        connection, "releases", "SELECT * FROM releases ORDER BY created, fid", whole=True
    )[list(ENTRY)]


def _no_releases() -> Releases:
    return Releases(pd.DataFrame(columns=list(ENTRY)), pd.DataFrame(columns=list(CELL_COLUMNS)), {})
