"""What changed between two states of a theme, by version."""

from __future__ import annotations

from typing import Any, List, Mapping, Tuple

import pandas as pd

from ...catalogue.geofa.themes import Theme
from .. import shapes
from .plain import label_of, plain

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
    rows: List[Tuple[str, ...]] = []
    for identifier, row in new.items():
        label, now_is = label_of(row, theme), (row["versions_id"], row["systid_fra"])
        there = old.get(identifier)
        if there is None:
            rows.append((identifier, label, NEW, "", "", *now_is))
        elif there["versions_id"] != row["versions_id"]:
            differing = ", ".join(_differing(theme, there, row))
            rows.append((identifier, label, CHANGED, differing, there["versions_id"], *now_is))
    rows += [
        (identifier, label_of(row, theme), ENDED, "", row["versions_id"], "", "")
        for identifier, row in old.items()
        if identifier not in new
    ]
    return pd.DataFrame(rows, columns=list(CHANGE_COLUMNS))


def _differing(theme: Theme, there: Mapping[Any, Any], row: Mapping[Any, Any]) -> List[str]:
    kinds = {column.name: column.type for column in theme.user_columns}
    found = [
        name for name, kind in kinds.items() if plain(there[name], kind) != plain(row[name], kind)
    ]
    return found + ([] if shapes.same(there["wkb"], row["wkb"]) else ["geometri"])


def changed_ids(kept: Mapping[str, str], now: pd.DataFrame) -> Tuple[List[str], List[str]]:
    """(new or changed, ended) ``objekt_id`` of ``kept`` (id → ``versions_id``) compared with
    ``GeofaClient.versions``."""
    there = dict(zip(now["objekt_id"].astype(str), now["versions_id"].astype(str)))
    return (
        [i for i, version in there.items() if kept.get(i) != version],
        [i for i in kept if i not in there],
    )
