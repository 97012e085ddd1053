"""Empirical-Bayes shrinkage: the share of a small area is drawn to the municipality's."""

from __future__ import annotations

import numpy as np


def shrunk(values: np.ndarray, numerators: np.ndarray, denominators: np.ndarray) -> np.ndarray:
    """Shares drawn to the share of all areas together, the more the fewer persons they rest on.

    x* = b x + (1 − b) m, b = t² / (t² + s²), with m = Σ numerators / Σ denominators, s² = m (1 − m) / n the sampling
    variance at the municipality's share (an area's own share of 0 of 3 says nothing of its variance), and
    t² = max(0, Σ n (x − m)² / Σ n − m (1 − m) / mean n) the variance between areas. Rates above one (events per
    resident) have Poisson variance m / n.

    Args:
        values: shares in any unit, (periods, areas); ``numerators`` and ``denominators`` in counts, the same shape.
    Returns:
        The same unit and shape; a value without counts stays as it is.
    Source:
        Marshall (1991), Applied Statistics 40: 283-294; English Indices of Deprivation 2019, stage 3.
    """
    known = ~np.isnan(numerators) & (denominators > 0) & ~np.isnan(values)
    count = np.where(known, denominators, 0.0)
    having = np.where(known, numerators, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = having.sum(axis=1, keepdims=True) / count.sum(axis=1, keepdims=True)
        share = np.where(known, having / count, 0.0)
        variance = np.where(mean < 1.0, mean * (1.0 - mean), mean)
        spread = (count * (share - mean) ** 2).sum(axis=1, keepdims=True) / count.sum(axis=1, keepdims=True)
        average = count.sum(axis=1, keepdims=True) / known.sum(axis=1, keepdims=True)
        between = np.maximum(0.0, spread - variance / average)
        sampling = variance / count
        kept = np.where(between + sampling > 0, between / (between + sampling), 1.0)
        drawn = kept * share + (1.0 - kept) * mean
        unit = np.where(share > 0, values / share, np.nan)
        scale = np.nanmedian(unit) if np.any(share > 0) else 1.0
    return np.where(known, drawn * scale, values)
