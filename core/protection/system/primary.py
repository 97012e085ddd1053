"""Primary rules: which numbers say too much by themselves.

A share needs three numbers kept apart: how many have it (n), how many have not (N − n), and of how
many (N). Rules for sums and means look at the largest contributions.
Sources: Handbook on Statistical Disclosure Control, 2nd ed. 2024, section 4.2; for the thresholds
the profiles in ``resources/catalogue/protection``.
"""

from __future__ import annotations

from typing import Sequence

import numpy as np


def too_few(counts: np.ndarray, least: float, zeros_too: bool = True) -> np.ndarray:
    """Is the count from 1 (or from 0) up to below ``least``? Unknown counts are not."""
    with np.errstate(invalid="ignore"):
        return (counts < least - 1e-9) & ((counts > 0) | zeros_too)


def heavy(rest: float, percent: float) -> bool:
    """The p % rule of what is left of a sum without its two largest contributions, in parts of the
    largest: could the second largest contributor come within ``percent`` of the largest?"""
    return rest < percent / 100.0 - 1e-12


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


def dominated(largest: Sequence[float], total: float, percent: float) -> bool:
    """The (n, k) rule: do the ``largest`` contributions (n of them) make up more than ``percent``
    of ``total``?"""
    return sum(largest) > percent / 100.0 * total


def dominance_protection(largest: Sequence[float], total: float, percent: float) -> float:
    """How far above the total the possible values must reach where ``dominated``, else 0."""
    return max(100.0 / percent * sum(largest) - total, 0.0)


def small_difference(parent: float, child: float, least: int) -> bool:
    """k-disclosure: does a number within another leave fewer than ``least``, none included?

    Who is known to be in the larger is then all but known to be in the smaller.
    """
    return child > 0 and 0 <= parent - child < least


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
