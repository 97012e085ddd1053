"""Figures of one period, indicator and group as arrays: what comes, and what is there."""

from __future__ import annotations

from typing import Iterator, Mapping, NamedTuple, Optional, Tuple

import numpy as np
import pandas as pd

from ..form.making import STATUSES
from .rows import NUMBERS, Rows, number_of_status

REGISTER, FIGURES = "register", "figures"
KEY = ("period", "indicator", "facet", "facet_value")
Key = Tuple[str, str, str, str]
UNKNOWN, WAITING, HIDDEN = (
    STATUSES.index(name) + 1 for name in ("unknown", "no_denominator", "hidden")
)


class Block(NamedTuple):
    """The figures of one period, indicator and group: areas (keys), ``NUMBERS``, statuses
    (numbers), and the part each row was taken over from, 0 where it is new."""

    area: np.ndarray
    numbers: Mapping[str, np.ndarray]
    status: np.ndarray
    origin: np.ndarray

    def chosen(self, rows: np.ndarray) -> "Block":
        """The ``rows`` (a mask or positions) alone."""
        numbers = {name: values[rows] for name, values in self.numbers.items()}
        return Block(self.area[rows], numbers, self.status[rows], self.origin[rows])

    @property
    def says(self) -> np.ndarray:
        """How much each row says: 0 nothing, 1 that its source hides the figure, 2 the figure, or
        that there is none."""
        return np.select([self.status == UNKNOWN, self.status == HIDDEN], [0, 1], 2)

    def total(self, name: str) -> Optional[float]:
        """The sum of the ``name`` there are; None where there is none."""
        values = self.numbers[name]
        return float(np.nansum(values)) if (~np.isnan(values)).any() else None

    def of_part(self, part: int) -> "Block":
        """The same, its new rows as those of ``part``."""
        return self._replace(origin=np.where(self.origin, self.origin, part))

    def and_rows(self, other: "Block") -> "Block":
        """The rows of both."""
        return Block(
            np.r_[self.area, other.area],
            {name: np.r_[self.numbers[name], other.numbers[name]] for name in NUMBERS},
            np.r_[self.status, other.status],
            np.r_[self.origin, other.origin],
        )


def nothing() -> Block:
    """No rows."""
    none = np.zeros(0, dtype="int64")
    return Block(none, {name: np.zeros(0) for name in NUMBERS}, none, none)


def block_of(rows: Rows, part: int) -> Block:
    """The figures of ``part``, each with the part it comes from."""
    return Block(rows.area, rows.numbers, rows.status, rows.origin).of_part(part)


def blocks_of(
    observations: pd.DataFrame, keys: Mapping[str, int]
) -> Iterator[Tuple[Key, Block, str, str]]:
    """(key, figures, source, vintage) of every part of ``observations``; ``keys`` of the areas."""
    table = observations.copy(deep=False)
    for name in ("facet", "facet_value", "status", "vintage"):
        table[name] = table[name].fillna("") if name in table else ""
    table["source"] = table.get("source", REGISTER)
    area = table["area_id"].map(keys).to_numpy(dtype="int64")
    known = {one: number_of_status(one) for one in table["status"].unique()}
    status = table["status"].map(known).to_numpy(dtype="int64")
    absent = np.full(len(table), np.nan)
    numbers = {
        name: table[name].to_numpy(dtype="float64") if name in table else absent for name in NUMBERS
    }
    vintages, sources = table["vintage"].to_numpy(), table["source"].to_numpy()
    whole = Block(area, numbers, status, np.zeros(len(table), dtype="int64"))
    number = table.groupby([*KEY, "source"], sort=False, observed=True).ngroup().to_numpy()
    order = np.argsort(number, kind="stable")
    starts = np.flatnonzero(np.diff(number[order])) + 1
    keys_of = table[list(KEY)].to_numpy(dtype=object)
    for rows in np.split(order, starts) if len(order) else ():
        period, indicator, facet, group = map(str, keys_of[rows[0]])
        key = (period, indicator, facet, group)
        yield key, whole.chosen(rows), str(sources[rows[0]]), str(vintages[rows[0]] or "")
