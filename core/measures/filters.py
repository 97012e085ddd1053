"""Catalogue filters as masks over a table."""

from __future__ import annotations

from typing import Callable, Mapping

import numpy as np
import pandas as pd


def _compare(compare: Callable[[np.ndarray, object], np.ndarray]) -> Callable[[pd.Series, object], np.ndarray]:
    def mask(values: pd.Series, wanted: object) -> np.ndarray:
        with np.errstate(invalid="ignore"):
            return compare(values.to_numpy(), wanted)

    return mask


def _is_in(values: pd.Series, wanted: object) -> np.ndarray:
    if values.dtype.name == "category":
        codes = values.cat.categories.get_indexer(list(wanted))
        return np.isin(values.cat.codes.to_numpy(), codes[codes >= 0])
    return values.isin(list(wanted)).to_numpy()


TESTS: Mapping[str, Callable[[pd.Series, object], np.ndarray]] = {
    "=": lambda values, wanted: _is_in(values, [wanted]),
    "in": _is_in,
    "between": _compare(lambda numbers, wanted: (numbers >= wanted[0]) & (numbers <= wanted[1])),
    ">=": _compare(lambda numbers, wanted: numbers >= wanted),
    "<=": _compare(lambda numbers, wanted: numbers <= wanted),
    ">": _compare(lambda numbers, wanted: numbers > wanted),
    "<": _compare(lambda numbers, wanted: numbers < wanted),
    "missing": lambda values, wanted: values.isna().to_numpy(),
}


def mask(node: dict, table: pd.DataFrame) -> np.ndarray:
    """Boolean array (one per row): where the filter ``node`` holds; a missing value holds in none but ``missing``.

    The form of ``node`` is checked when the catalogue is read (``catalogue.indicators.check_filter``).
    """
    if "all" in node:
        parts = [mask(child, table) for child in node["all"]]
        return np.logical_and.reduce(parts) if parts else np.ones(len(table), dtype=bool)
    if "any" in node:
        parts = [mask(child, table) for child in node["any"]]
        return np.logical_or.reduce(parts) if parts else np.zeros(len(table), dtype=bool)
    if "not" in node:
        return ~mask(node["not"], table)
    return TESTS[node["operator"]](table[node["column"]], node.get("value"))
