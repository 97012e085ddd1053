"""Catalogue filters as masks over a table."""

from __future__ import annotations

from typing import Any, Callable, Dict, Mapping

import numpy as np
import pandas as pd

from ...catalogue.indicators.filters import filter_text
from ..plan.lacks import Lack
from ..plan.terms import Remainder, Rows

Test = Callable[[pd.Series, Any], np.ndarray]
"""(values of a column, what they are compared with: the ``value`` of a checked filter) → where it
holds."""


def _compare(compare: Callable[[np.ndarray, Any], np.ndarray]) -> Test:
    def mask(values: pd.Series, wanted: Any) -> np.ndarray:
        with np.errstate(invalid="ignore"):
            return compare(values.to_numpy(), wanted)

    return mask


def _is_in(values: pd.Series, wanted: Any) -> np.ndarray:
    if values.dtype.name == "category":
        # compare the few categories, not the many rows; code -1, a missing value, reads the last
        categories = values.cat.categories
        codes = categories.get_indexer(list(wanted))  # type: ignore[no-untyped-call]
        lookup = np.zeros(len(values.cat.categories) + 1, dtype=bool)
        lookup[codes[codes >= 0]] = True
        return lookup[values.cat.codes.to_numpy()]
    return values.isin(list(wanted)).to_numpy()


def _equal(values: pd.Series, wanted: Any) -> np.ndarray:
    if values.dtype.name == "category":
        return _is_in(values, [wanted])
    return values.to_numpy() == wanted


TESTS: Mapping[str, Test] = {
    "=": _equal,
    "in": _is_in,
    "between": _compare(lambda numbers, wanted: (numbers >= wanted[0]) & (numbers <= wanted[1])),
    ">=": _compare(lambda numbers, wanted: numbers >= wanted),
    "<=": _compare(lambda numbers, wanted: numbers <= wanted),
    ">": _compare(lambda numbers, wanted: numbers > wanted),
    "<": _compare(lambda numbers, wanted: numbers < wanted),
    "missing": lambda values, wanted: values.isna().to_numpy(),
}


class Masks:
    """The filters of a catalogue over one table; each is worked out once."""

    def __init__(self, table: pd.DataFrame):
        self.table = table
        self._known: Dict[str, np.ndarray] = {}

    def __call__(self, node: dict) -> np.ndarray:
        """Boolean array (one per row): where ``node`` holds; a missing value holds in none but
        ``missing``.

        The form of ``node`` is checked when the catalogue is read
        (``catalogue.indicators.filters.check_filter``). The array is shared: do not write to it.
        """
        text = filter_text(node)
        if text not in self._known:
            self._known[text] = self._worked_out(node)
        return self._known[text]

    def rows(self, counted: Rows) -> np.ndarray:
        """The rows that a term, or the remainder of one, counts (boolean)."""
        if isinstance(counted, Remainder):
            return self.rows(counted.whole) & ~self.rows(counted.part)
        rows = self(counted.node)
        for column in counted.given:
            rows = rows & self.given(column)
        return rows if counted.question is None else rows & self.decided(counted.question)

    def lacking(self, lack: Lack) -> np.ndarray:
        """The rows that lack a value (boolean)."""
        rows = self(lack.node) & ~self.given(lack.column)
        return rows if lack.question is None else rows & ~self.decided(lack.question)

    def given(self, column: str) -> np.ndarray:
        """Where ``column`` has a value."""
        return self({"not": {"column": column, "operator": "missing"}})

    def decided(self, node: dict) -> np.ndarray:
        """Where the values that are there say whether ``node`` holds (Kleene's three-valued logic).

        A dwelling that is not vacant is not vacant for long, whether its months are known or not.
        """
        key = f"decided {filter_text(node)}"
        if key not in self._known:
            self._known[key] = self._is_decided(node)
        return self._known[key]

    def _is_decided(self, node: dict) -> np.ndarray:
        for joiner, settles in (("all", False), ("any", True)):
            if joiner in node:
                every = np.ones(len(self.table), dtype=bool)
                settled = np.zeros(len(self.table), dtype=bool)
                for child in node[joiner]:
                    decided = self.decided(child)
                    every &= decided
                    settled |= decided & (self(child) == settles)
                return every | settled
        if "not" in node:
            return self.decided(node["not"])
        if node["operator"] == "missing":
            return np.ones(len(self.table), dtype=bool)
        return self.given(node["column"])

    def _worked_out(self, node: dict) -> np.ndarray:
        if "all" in node:
            parts = [self(child) for child in node["all"]]
            return np.logical_and.reduce(parts) if parts else np.ones(len(self.table), dtype=bool)
        if "any" in node:
            parts = [self(child) for child in node["any"]]
            return np.logical_or.reduce(parts) if parts else np.zeros(len(self.table), dtype=bool)
        if "not" in node:
            return ~self(node["not"])
        return TESTS[node["operator"]](self.table[node["column"]], node.get("value"))
