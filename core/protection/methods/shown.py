"""How figures are shown: rounded by what stands behind them, never with more than can be stood
by."""

from __future__ import annotations

import numpy as np

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.rules import Profile

NEAREST = {"kroner": 1000.0, "years": 0.1, "m2": 0.1, "ratio": 0.01, "per_1000": 0.1}
WORK_DECIMALS = 1
"""Decimals of a count of full-time persons."""


def shown_value(value: float, denominator: float, indicator: Indicator, profile: Profile) -> float:
    """``value`` (in the indicator's unit) as an edition shows it; NaN stays NaN."""
    if np.isnan(value) or not profile.protects:
        return value
    if indicator.unit == "percent":
        return _to_nearest(
            value, 10.0 ** -profile.decimals(0.0 if np.isnan(denominator) else denominator)
        )
    if indicator.unit == "persons":
        return shown_count(value)
    return _to_nearest(value, NEAREST[indicator.unit])


def shown_count(count: float) -> float:
    """A count as it is; one of full-time persons to one decimal."""
    return round(count, WORK_DECIMALS)


def _to_nearest(value: float, step: float) -> float:
    rounded = np.floor(value / step + 0.5) * step
    return float(np.round(rounded, 10))
