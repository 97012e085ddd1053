"""The mean of several years' figures, and the persons that it rests on.

A matrix has a year per row, the newest first, and a figure per column; NaN where there is none.
"""

from __future__ import annotations

import numpy as np


def mean(matrix: np.ndarray, allow_fewer: bool) -> np.ndarray:
    """The plain mean of the years; NaN where one is missing, unless ``allow_fewer``: then of the
    years there are, the newest among them."""
    if not allow_fewer:
        return np.asarray(matrix.mean(axis=0))
    there = ~np.isnan(matrix)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(there[0], np.nansum(matrix, axis=0) / there.sum(axis=0), np.nan)


def there_are(matrix: np.ndarray) -> np.ndarray:
    """How many of the years there are; 0 where the newest is missing (int64)."""
    there = ~np.isnan(matrix)
    return np.where(there[0], there.sum(axis=0), 0).astype("int64")


def persons(values: np.ndarray, wholes: np.ndarray, allow_fewer: bool) -> np.ndarray:
    """The denominator that ``mean`` of ``values`` rests on: the harmonic mean of the years'
    ``wholes``, since one person more in each year moves the mean of shares by the mean of
    1 / denominator; NaN where the denominator of one of its years is not known."""
    if len(wholes) == 1:
        return np.asarray(wholes[0])
    with np.errstate(divide="ignore"):
        inverse = 1.0 / np.where(wholes > 0, wholes, np.inf)
    # the mean with a year whose persons are not known has no persons
    inverse[np.isnan(wholes)] = np.inf
    # a year without a figure is in no mean
    inverse[np.isnan(values)] = np.nan
    with np.errstate(divide="ignore"):
        found = 1.0 / mean(inverse, allow_fewer)
    return np.where((found > 0) & np.isfinite(found), found, np.nan)
