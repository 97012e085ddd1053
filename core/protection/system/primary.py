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


def dominated(largest: Sequence[float], total: float, percent: float) -> bool:
    """The (n, k) rule: do the ``largest`` contributions (n of them) make up more than ``percent``
    of ``total``?"""
    return sum(largest) > percent / 100.0 * total


def small_difference(parent: float, child: float, least: int) -> bool:
    """k-disclosure: does a number within another leave fewer than ``least``, none included?

    Who is known to be in the larger is then all but known to be in the smaller.
    """
    return child > 0 and 0 <= parent - child < least
