"""The way of SQL API v4: all statements in one request, which is one transaction."""

from __future__ import annotations

from typing import Dict, List, Tuple

from ...catalogue.geofa.themes import Theme
from .. import shapes
from ..comparison.changes import END, INSERT, UPDATE, Comparison, ObjectChange
from ..reading.sql import SqlV4
from ..replies.values import whole
from ..words import statements
from .wfs_transaction import Totals


def statements_of(comparison: Comparison) -> "List[Tuple[str, dict]]":
    """(kind, statement with its parameter sets) of all that is to be sent; one statement per set of
    columns."""
    theme = comparison.theme
    groups: "Dict[tuple, List[dict]]" = {}
    for change in comparison.to_send:
        columns, parameters = _parameters(theme, change)
        groups.setdefault((change.kind, columns, change.geometry_changes), []).append(parameters)
    return [
        (kind, statements.body(_statement(theme, kind, columns, moved), sets))
        for (kind, columns, moved), sets in groups.items()
    ]


def _parameters(theme: Theme, change: ObjectChange) -> "Tuple[tuple, dict]":
    if change.kind == INSERT:
        values = {
            "objekt_id": change.objekt_id,
            **{
                c.name: change.values.get(c.name)
                for c in theme.user_columns
                if c.name in change.values
            },
        }
        return tuple(values), {**values, "geometri": shapes.geojson(change.after)}
    if change.kind == END:
        return (), {"objekt_id": change.objekt_id}
    values = dict(change.sent_values)
    moved = {"geometri": shapes.geojson(change.after)} if change.geometry_changes else {}
    return tuple(sorted(values)), {**values, **moved, "objekt_id": change.objekt_id}


def _statement(theme: Theme, kind: str, columns: tuple, moved: bool) -> str:
    if kind == INSERT:
        return statements.insert(theme, columns)
    return statements.delete(theme) if kind == END else statements.update(theme, columns, moved)


class SqlTransaction:
    """``write`` sends a comparison as one transaction of SQL API v4."""

    name = "SQL API v4"

    def __init__(self, sql: SqlV4):
        self._sql = sql

    def write(self, comparison: Comparison) -> Totals:
        """Send what is to be sent.

        GeoFA may carry a part out in silence where its rules hide an object; the totals tell, and
        reading back does.

        Raises:
            RefusedError: GeoFA said no; nothing was changed.
            UnansweredError: nobody knows what was changed.
        """
        sent = statements_of(comparison)
        counts = {INSERT: 0, UPDATE: 0, END: 0}
        for (kind, _), answer in zip(sent, self._sql.run([statement for _, statement in sent])):
            counts[kind] += whole(answer.get("affected_rows"), "affected_rows") or 0
        return Totals(counts[INSERT], counts[UPDATE], counts[END])
