"""Empirical-Bayes shrinkage: the share of a small area is drawn to the municipality's."""

from __future__ import annotations

from typing import Tuple

import numpy as np


def shrinking(numerators: np.ndarray, denominators: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """How much of each area's own share is kept (0-1), and the municipality's share; (periods,
    areas), (periods, 1).

    x* = b x + (1 − b) m, b = t² / (t² + s²), with m = Σ numerators / Σ denominators, s² = m (1 − m)
    / n the sampling variance at the municipality's share (an area's own share of 0 of 3 says
    nothing of its variance), and t² = max(0, Σ n (x − m)² / Σ n − m (1 − m) / mean n) the variance
    between areas. Rates above one (events per resident) have Poisson variance m / n. NaN where
    counts are not known.

    Source:
        Marshall (1991), Applied Statistics 40: 283-294; English Indices of Deprivation 2019, stage
        3.
    """
    known = ~np.isnan(numerators) & (denominators > 0)
    count = np.where(known, denominators, 0.0)
    having = np.where(known, numerators, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = having.sum(axis=1, keepdims=True) / count.sum(axis=1, keepdims=True)
        share = np.where(known, having / count, 0.0)
        variance = np.where(mean < 1.0, mean * (1.0 - mean), mean)
        spread = (count * (share - mean) ** 2).sum(axis=1, keepdims=True) / count.sum(
            axis=1, keepdims=True
        )
        average = count.sum(axis=1, keepdims=True) / known.sum(axis=1, keepdims=True)
        between = np.maximum(0.0, spread - variance / average)
        sampling = variance / count
        kept = np.where(between + sampling > 0, between / (between + sampling), 1.0)
    return np.where(known, kept, np.nan), mean


def shrunk(values: np.ndarray, numerators: np.ndarray, denominators: np.ndarray) -> np.ndarray:
    """Shares drawn to the share of all areas together, the more the fewer persons they rest on
    (``shrinking``).

    Args:
        values: shares in any unit, (periods, areas); ``numerators`` and ``denominators`` in counts,
            the same shape.
    Returns:
        The same unit and shape; a value without counts stays as it is.
    """
    kept, mean = shrinking(numerators, denominators)
    known = ~np.isnan(kept) & ~np.isnan(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = numerators / denominators
        unit = np.where(known & (share > 0), values / share, np.nan)
        scale = np.nanmedian(unit) if np.any(known & (share > 0)) else 1.0
        return np.where(known, (kept * share + (1.0 - kept) * mean) * scale, values)
