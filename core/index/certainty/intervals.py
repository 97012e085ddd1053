"""How certain a share or a rate is: confidence intervals for small numbers."""

from __future__ import annotations

from statistics import NormalDist
from typing import Tuple

import numpy as np

CONFIDENCE = 0.95


def wilson(
    numerators: np.ndarray, denominators: np.ndarray, confidence: float = CONFIDENCE
) -> Tuple[np.ndarray, np.ndarray]:
    """(low, high) of a share between 0 and 1, by Wilson's score interval; NaN where the denominator
    is not above 0.

    Source: Wilson (1927), JASA 22: 209-212. Full-time persons, which are no whole numbers, are
    taken as they are; more than everybody is everybody.
    """
    count = np.where(denominators > 0, denominators, np.nan)
    z = NormalDist().inv_cdf(0.5 + confidence / 2.0)
    share = np.clip(numerators / count, 0.0, 1.0)
    centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = (
        z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    )
    return centre - half, centre + half


def byar(
    numerators: np.ndarray, denominators: np.ndarray, confidence: float = CONFIDENCE
) -> Tuple[np.ndarray, np.ndarray]:
    """(low, high) of events per one of the denominator, by Byar's approximation of the exact
    Poisson interval.

    Source: Breslow and Day (1987), Statistical Methods in Cancer Research II, IARC: 69.
    """
    count = np.where(denominators > 0, denominators, np.nan)
    z = NormalDist().inv_cdf(0.5 + confidence / 2.0)
    some = np.maximum(numerators, 1e-9)
    low = some * (1 - 1 / (9 * some) - z / (3 * np.sqrt(some))) ** 3
    more = numerators + 1
    high = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return np.where(numerators > 0, np.maximum(low, 0.0), numerators * 0.0) / count, high / count


def interval(
    numerators: np.ndarray,
    denominators: np.ndarray,
    scale: float,
    events: bool,
    confidence: float = CONFIDENCE,
) -> Tuple[np.ndarray, np.ndarray]:
    """(low, high) in the indicator's unit: Wilson for shares of persons, Byar for ``events``.

    Args:
        scale: what numerator / denominator is multiplied by (100 for percent).
    """
    low, high = (byar if events else wilson)(numerators, denominators, confidence)
    return scale * low, scale * high
