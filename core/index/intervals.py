"""How certain a share or a rate is: confidence intervals for small numbers."""

from __future__ import annotations

from statistics import NormalDist
from typing import Tuple

import numpy as np

CONFIDENCE = 0.95


def wilson(numerators: np.ndarray, denominators: np.ndarray,
           confidence: float = CONFIDENCE) -> Tuple[np.ndarray, np.ndarray]:
    """(low, high) of a share between 0 and 1, by Wilson's score interval; NaN where the denominator is not above 0.

    Source: Wilson (1927), JASA 22: 209-212. Full-time persons, which are no whole numbers, are taken as they are.
    """
    count = np.where(denominators > 0, denominators, np.nan)
    z = NormalDist().inv_cdf(0.5 + confidence / 2.0)
    share = numerators / count
    centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return centre - half, centre + half


def clopper_pearson(numerators: np.ndarray, denominators: np.ndarray,
                    confidence: float = CONFIDENCE) -> Tuple[np.ndarray, np.ndarray]:
    """(low, high) of a share between 0 and 1, exact: at least ``confidence`` whatever the share.

    Source: Clopper and Pearson (1934), Biometrika 26: 404-413.
    """
    from scipy.stats import beta

    tail = (1.0 - confidence) / 2.0
    count = np.where(denominators > 0, denominators, np.nan)
    low = np.where(numerators <= 0, 0.0, beta.ppf(tail, numerators, count - numerators + 1))
    high = np.where(numerators >= count, 1.0, beta.ppf(1 - tail, numerators + 1, count - numerators))
    unknown = np.isnan(numerators) | np.isnan(count)
    return np.where(unknown, np.nan, low), np.where(unknown, np.nan, high)


def poisson(numerators: np.ndarray, denominators: np.ndarray,
            confidence: float = CONFIDENCE) -> Tuple[np.ndarray, np.ndarray]:
    """(low, high) of events per one of the denominator, exact.

    Source: Garwood (1936), Biometrika 28: 437-442.
    """
    from scipy.stats import chi2

    tail = (1.0 - confidence) / 2.0
    count = np.where(denominators > 0, denominators, np.nan)
    low = np.where(numerators <= 0, 0.0, chi2.ppf(tail, 2 * numerators) / 2)
    high = chi2.ppf(1 - tail, 2 * numerators + 2) / 2
    return np.where(np.isnan(numerators), np.nan, low) / count, high / count


def interval(numerators: np.ndarray, denominators: np.ndarray, scale: float, events: bool,
             confidence: float = CONFIDENCE) -> Tuple[np.ndarray, np.ndarray]:
    """(low, high) in the indicator's unit: Wilson for shares of persons, Poisson for ``events``.

    Args:
        scale: what numerator / denominator is multiplied by (100 for percent).
    """
    low, high = (poisson if events else wilson)(numerators, denominators, confidence)
    return scale * low, scale * high
