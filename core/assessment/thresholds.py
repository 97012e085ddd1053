"""Figures against the thresholds of criteria: which hold, and how far the rest are from it.

Figures are compared unrounded: two figures are taken as equal when they differ by less than a
billionth, which is less than any two shares of persons can differ by, so that binary fractions
never decide a category.
"""

from __future__ import annotations

from typing import Tuple

import numpy as np
import pandas as pd

from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.nation import possible_share, published_threshold
from ..catalogue.law.rules import Criterion

EQUAL_WITHIN = 1e-9


def numbers(table: pd.DataFrame, column: str) -> np.ndarray:
    """A column of ``table``; NaN where it has none."""
    if column not in table:
        return np.full(len(table), np.nan)
    return table[column].to_numpy(dtype="float64")


def threshold(criterion: Criterion, table: pd.DataFrame) -> np.ndarray:
    """The threshold per row, in the figure's unit; NaN where the national figure is not known.

    A national figure of the table comes first, then a threshold published with the year's list.
    """
    times = criterion.times_national
    if times is None:
        return np.full(len(table), np.nan if criterion.threshold is None else criterion.threshold)
    figure = figures_of_law()[criterion.figure]
    own = times * numbers(table, figure.nation_column)
    if "year" not in table:
        return own
    published = table["year"].map(
        lambda year: None if pd.isna(year) else published_threshold(figure.id, int(year), times)
    )
    return np.where(np.isnan(own), published.astype(float), own)


def meets(
    criterion: Criterion,
    values: np.ndarray,
    table: pd.DataFrame,
    limits: np.ndarray,
    nearer_percent: float = 0.0,
) -> np.ndarray:
    """1.0 where ``values`` meet ``criterion``, 0.0 where not, NaN where that is not known.

    Where the national figure is not known but another multiple of it was published, rounded, with
    the year's list, the criterion is decided where every national figure that prints so gives the
    same.

    Args:
        limits: ``threshold(criterion, table)``.
        nearer_percent: take thresholds this share of themselves nearer.
    """
    direction = -1.0 if criterion.operator.startswith(">") else 1.0
    factor = 1.0 + direction * nearer_percent / 100.0
    met = holds(values, criterion.operator, limits * factor)
    if criterion.times_national is None or not np.isnan(limits).any():
        return met
    low, high = _possible_limits(criterion, criterion.times_national, table, limits)
    at_low, at_high = (holds(values, criterion.operator, limit * factor) for limit in (low, high))
    return np.where(np.isnan(met) & (at_low == at_high), at_low, met)


def _possible_limits(
    criterion: Criterion, times: float, table: pd.DataFrame, limits: np.ndarray
) -> Tuple[np.ndarray, np.ndarray]:
    """The lowest and highest threshold that a rounded one published for another multiple allows;
    NaN elsewhere."""
    low, high = np.full(len(table), np.nan), np.full(len(table), np.nan)
    if "year" not in table:
        return low, high
    years = table["year"].to_numpy(dtype="float64")
    for year in np.unique(years[np.isnan(limits) & ~np.isnan(years)]):
        span = possible_share(criterion.figure, int(year))
        if span is not None:
            rows = np.isnan(limits) & (years == year)
            low[rows], high[rows] = (times * share for share in span)
    return low, high


def denominators(table: pd.DataFrame, figure: str) -> np.ndarray:
    """How many persons the share ``figure`` is of, per row; the figure it is a share of (residents,
    for origin) where it has no own denominator; NaN where it is not known."""
    measured = figures_of_law()[figure]
    own = numbers(table, measured.denominator_column)
    return np.where(np.isnan(own), numbers(table, measured.whole), own) if measured.whole else own


def holds(values: np.ndarray, operator: str, limits: np.ndarray) -> np.ndarray:
    """1.0 where ``values operator limits`` holds, 0.0 where not, NaN where either is missing."""
    difference = values - limits
    equal = np.abs(difference) <= EQUAL_WITHIN * np.maximum(1.0, np.abs(limits))
    above = (difference > 0) & ~equal
    met = {
        ">": above,
        ">=": above | equal,
        "<": ~above & ~equal,
        "<=": ~above,
    }[operator]
    return np.where(np.isnan(difference), np.nan, met.astype(float))


def safe_distance(values: np.ndarray, operator: str, limits: np.ndarray) -> np.ndarray:
    """How far the figure is on the safe side of its threshold; negative beyond it."""
    return limits - values if operator.startswith(">") else values - limits
