"""What changed between two states of a theme, by version."""

from __future__ import annotations

import pandas as pd

from ...catalogue.geofa.themes import Theme
from .. import shapes
from .compare import label_of, plain

NEW, CHANGED, ENDED = "new", "changed", "ended"
CHANGE_COLUMNS = (
    "objekt_id",
    "label",
    "change",
    "columns",
    "versions_before",
    "versions_id",
    "systid_fra",
)


def changes_between(theme: Theme, before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """The objects that differ between two tables of ``GeofaClient`` (``districts``, ``as_of``).

    Returns:
        ``CHANGE_COLUMNS``: ``change`` is ``new``, ``changed`` or ``ended``; ``columns`` names what
        differs (``geometri`` too; empty where a version was made though nothing changed).
    """
    old = {str(row["objekt_id"]): row for row in before.to_dict("records")}
    new = {str(row["objekt_id"]): row for row in now.to_dict("records")}
    rows = []
    for identifier, row in new.items():
        there = old.get(identifier)
        if there is None:
            rows.append(
                (
                    identifier,
                    label_of(row, theme),
                    NEW,
                    "",
                    "",
                    row["versions_id"],
                    row["systid_fra"],
                )
            )
        elif there["versions_id"] != row["versions_id"]:
            rows.append(
                (
                    identifier,
                    label_of(row, theme),
                    CHANGED,
                    ", ".join(_differing(theme, there, row)),
                    there["versions_id"],
                    row["versions_id"],
                    row["systid_fra"],
                )
            )
    rows += [
        (identifier, label_of(row, theme), ENDED, "", row["versions_id"], "", "")
        for identifier, row in old.items()
        if identifier not in new
    ]
    return pd.DataFrame(rows, columns=list(CHANGE_COLUMNS))


def _differing(theme: Theme, there: dict, row: dict) -> "list[str]":
    found = [
        c.name
        for c in theme.user_columns
        if plain(there[c.name], c.type) != plain(row[c.name], c.type)
    ]
    return found + ([] if shapes.same(there["wkb"], row["wkb"]) else ["geometri"])


def changed_ids(kept: "dict[str, str]", now: pd.DataFrame) -> "tuple[list[str], list[str]]":
    """(new or changed, ended) ``objekt_id`` of ``kept`` (id → ``versions_id``) beside
    ``GeofaClient.versions``."""
    there = dict(zip(now["objekt_id"].astype(str), now["versions_id"].astype(str)))
    return (
        [i for i, version in there.items() if kept.get(i) != version],
        [i for i in kept if i not in there],
    )
