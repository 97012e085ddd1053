"""Which rows have no place among the areas, and what their keys look like."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pandas as pd

from ...i18n import tr
from ...numbers import number
from ..findings import reason_text
from ..plan.places import Places
from .check import INFO, WARNING, CheckList

SHAPES_SHOWN = 3
KEYS_LOOKED_AT = 10_000
"""Of each piece; the shapes of more keys would tell nothing new."""


class UnplacedRows:
    """The rows without a place, by reason."""

    def __init__(self, places: Places):
        self._places = places
        self._rows: Counter = Counter()
        self._shapes: Counter = Counter()

    def see(self, table: pd.DataFrame) -> None:
        """Look at a table."""
        placed = self._places.of_rows(table)
        for reason, rows in placed.reasons.items():
            self._rows[("", reason)] += int(rows.sum())
        if "address_key" in table:
            lost = table.loc[placed.reasons["not_in_list"], "address_key"].astype(object)
            self._shapes.update(shape_of(str(key)) for key in lost.iloc[:KEYS_LOOKED_AT])
        somewhere = ~np.logical_or.reduce(list(placed.reasons.values()))
        for area_set in self._places.area_sets:
            outside = somewhere & (placed.located[area_set.id].layers[0] < 0)
            self._rows[(area_set.name, "outside")] += int(outside.sum())

    def report(self, findings: CheckList) -> None:
        """Tell how many rows have no place, and why. Free areas need not cover the municipality, so
        rows outside them are as they should be."""
        free = {area_set.name for area_set in self._places.area_sets if area_set.kind == "free"}
        for (area_set, reason), rows in self._rows.items():
            if not rows:
                continue
            text = tr(
                "{count} rows cannot be placed: {reason}.",
                count=number(rows),
                reason=reason_text(reason),
            )
            if reason == "not_in_list" and self._shapes:
                shapes = self._shapes.most_common(SHAPES_SHOWN)
                text += " " + tr(
                    "Their keys look like {shapes}.",
                    shapes=", ".join(f"{shape} ({number(count)})" for shape, count in shapes),
                )
            findings.add(
                f"unplaced_{reason}",
                INFO if area_set in free else WARNING,
                rows,
                f"{area_set}: {text}" if area_set else text,
                _next_step(reason),
            )


def shape_of(key: str) -> str:
    """The shape of a key: digits as 9, letters as a, the rest as it is."""
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", key))


def _next_step(reason: str) -> str:
    return {
        "no_key": tr("Fill the address key or the coordinates, or go on without these rows."),
        "unknown_code": tr("Use the areas' ids or objekt_id."),
        "not_in_list": tr(
            "Check that the keys have the form of the address list, and that the list is new "
            "enough."
        ),
        "no_coordinates": tr("Fetch an address list with coordinates of every address."),
        "outside": tr(
            "They live outside the areas. That is right where the areas do not cover the "
            "municipality."
        ),
    }[reason]
