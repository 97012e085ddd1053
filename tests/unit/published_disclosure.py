"""Measures that published examples of disclosure control are told in; the product needs none of them."""

from __future__ import annotations

from typing import List, Sequence, Tuple

import numpy as np
from geofa_sociodemografi.core.protection.attack.bounds import (
    OPTIMAL,
    UNBOUNDED,
    Column,
    Known,
    extreme,
    matrix_of,
    unsolved,
    whole_programme,
)
from geofa_sociodemografi.core.protection.system.primary import heavy


def p_percent(total: float, largest: float, second: float, percent: float) -> bool:
    """Is a sum sensitive by the p % rule: total − largest − second < percent / 100 · largest?"""
    return heavy((total - largest - second) / largest, percent)


def p_percent_protection(
    total: np.ndarray, largest: np.ndarray, second: np.ndarray, percent: float
) -> np.ndarray:
    """How far above the total the possible values must reach where ``p_percent`` finds it
    sensitive, else 0."""
    rest = np.asarray(total, dtype="float64") - largest - second
    return np.maximum(percent / 100.0 * np.asarray(largest) - rest, 0.0)


def dominance_protection(largest: Sequence[float], total: float, percent: float) -> float:
    """How far above the total the possible values must reach where ``dominated``, else 0."""
    return max(100.0 / percent * sum(largest) - total, 0.0)


def weighted_contributions(values: Sequence[float], weights: Sequence[float]) -> "list[float]":
    """The contributions behind a weighted total, largest first: each value as often as its rounded
    weight says."""
    each = [value for value, weight in zip(values, weights) for _ in range(int(round(weight)))]
    return sorted(each, reverse=True)


def compatible_counts(share: float, whole: int, decimals: int = 0) -> "list[int]":
    """The counts of ``whole`` whose percentage is shown as ``share`` with so many ``decimals``
    (half up).

    A rounded share is no protection where the whole is known: of 100 every whole percentage is one
    count.
    """
    steps = 100 * 10**decimals
    shown = round(share * 10**decimals)
    return [n for n in range(whole + 1) if (2 * steps * n + whole) // (2 * whole) == shown]


def published_count_row(count: int) -> int:
    """The row of the ONS' table of changes for a count: 501-750 are used again for every larger
    count.

    Source: ONSdigital/cell-key-perturbation, documentation of version 3.
    """
    return count if count <= 750 else (count - 1) % 250 + 501


def distance(before: np.ndarray, after: np.ndarray) -> Tuple[float, float, float]:
    """(largest difference, mean absolute difference, Hellinger utility) of published numbers.

    The utility is 1 − Hellinger distance of the two, relative to the largest there can be.
    """
    difference = np.abs(after - before)
    apart = np.sqrt(np.sum((np.sqrt(after) - np.sqrt(before)) ** 2) / 2.0)
    whole = np.sqrt(before.sum())
    return float(difference.max()), float(difference.mean()), float(1.0 - apart / whole)


def interval(known: Known, column: Column) -> Tuple[float, float]:
    """The smallest and largest value of ``column`` that fit everything ``known``."""
    objective = matrix_of([column], known.rows).toarray()[0]
    return extreme(known, objective, False).value, extreme(known, objective, True).value


def whole_interval(known: Known, column: Column) -> Tuple[float, float]:
    """``interval`` where every row is a whole number."""
    objective = matrix_of([column], known.rows).toarray()[0]
    ends: List[float] = []
    for sign in (1.0, -1.0):
        result = whole_programme(known, sign * objective)
        if result.status == UNBOUNDED:
            ends.append(-sign * np.inf)
        elif result.status == OPTIMAL:
            ends.append(float(np.round(objective @ result.x)))
        else:
            raise unsolved(result)
    return ends[0], ends[1]
