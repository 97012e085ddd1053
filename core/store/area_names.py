"""Area sets renamed and removed by the user.

A given name stays when the set is fetched again. A set that has figures, or that an edition shows,
is not removed: what was counted and published stays on record.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Dict

from ..errors import InputError
from ..i18n import tr
from ..plain_text import printable

GIVEN = "area_set_names"
"""The setting that holds the given names: area set id → name."""
MOST_LETTERS = 120
HAS_FIGURES = """
SELECT EXISTS (SELECT 1 FROM parts WHERE area_set = ?1)
OR EXISTS (SELECT 1 FROM assessments WHERE area_set = ?1)
OR EXISTS (SELECT 1 FROM index_definitions WHERE area_set = ?1)
"""
IS_RELEASED = "SELECT EXISTS (SELECT 1 FROM release_sets WHERE area_set = ?)"
FORGET = (
    "DELETE FROM areas WHERE area_set = ?",
    "DELETE FROM area_sets WHERE area_set = ?",
)


def given_names(connection: sqlite3.Connection) -> Dict[str, str]:
    """Area set id → the name that the user has given it."""
    found = connection.execute("SELECT value FROM settings WHERE name = ?", (GIVEN,)).fetchone()
    return dict(json.loads(found[0])) if found is not None else {}


def _keep_names(connection: sqlite3.Connection, names: Dict[str, str]) -> None:
    connection.execute("DELETE FROM settings WHERE name = ?", (GIVEN,))
    if names:
        text = json.dumps(names, ensure_ascii=False)
        connection.execute("INSERT INTO settings (name, value) VALUES (?, ?)", (GIVEN, text))


def rename(connection: sqlite3.Connection, identifier: str, name: str) -> None:
    """Give the area set ``identifier`` the ``name``.

    Raises:
        InputError: it is no name.
    """
    name = " ".join(printable(name).split())
    if not 0 < len(name) <= MOST_LETTERS:
        raise InputError(
            tr("An area set needs a name of at most {count} letters.", count=MOST_LETTERS),
            tr("Write another name."),
        )
    connection.execute("UPDATE area_sets SET name = ? WHERE area_set = ?", (name, identifier))
    _keep_names(connection, {**given_names(connection), identifier: name})


def remove(connection: sqlite3.Connection, identifier: str, name: str) -> None:
    """Take the area set ``identifier`` (called ``name``) out of the file.

    Raises:
        InputError: it has figures, or stands in an edition.
    """
    if connection.execute(IS_RELEASED, (identifier,)).fetchone()[0]:
        raise InputError(
            tr(
                "{name} stands in an edition that has been made, which binds later ones.",
                name=name,
            ),
            tr("Take the check mark away: the areas are not counted then."),
        )
    if connection.execute(HAS_FIGURES, (identifier,)).fetchone()[0]:
        raise InputError(
            tr("{name} has figures in the monitor file.", name=name),
            tr(
                "Take the check mark away: the areas are not counted then. Or take the newest "
                "addition back, and remove them after that."
            ),
        )
    for statement in FORGET:
        connection.execute(statement, (identifier,))
    names = given_names(connection)
    names.pop(identifier, None)
    _keep_names(connection, names)
