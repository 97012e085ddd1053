"""What a municipality has chosen for its monitor file, kept in the file itself."""

from __future__ import annotations

import sqlite3
from typing import Dict

from ..errors import InputError
from ..i18n import tr
from .opening.database import Database

VINTAGES_KEPT, MONTHLY_YEARS = "vintages_kept", "monthly_years"
DEFAULTS = {VINTAGES_KEPT: "2", MONTHLY_YEARS: ""}
"""How many earlier vintages keep their figures; how many years monthly figures are kept (empty: for
ever)."""
MOST_VINTAGES, MOST_YEARS = 50, 100


def setting(connection: sqlite3.Connection, name: str) -> str:
    """What is chosen for ``name``; the default where nothing is."""
    found = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return DEFAULTS[name] if found is None else str(found[0])


class Settings:
    """The settings of one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def all(self) -> Dict[str, str]:
        """Every setting, by name."""
        with self._database.reading() as connection:
            return {name: setting(connection, name) for name in DEFAULTS}

    def choose(self, name: str, value: str) -> None:
        """Set ``name`` to ``value``.

        Raises:
            InputError: it is none that the setting can have. StoreError: nothing is changed.
        """
        _check(name, value)
        with self._database.changing() as connection:
            connection.execute("DELETE FROM settings WHERE name = ?", (name,))
            connection.execute("INSERT INTO settings (name, value) VALUES (?, ?)", (name, value))


def _check(name: str, value: str) -> None:
    most = MOST_VINTAGES if name == VINTAGES_KEPT else MOST_YEARS
    if value == DEFAULTS[name] or (value.isdecimal() and 1 <= int(value) <= most):
        return
    raise InputError(
        tr("{value} is no number from 1 to {most}.", value=value, most=most),
        tr("Write a whole number."),
    )
