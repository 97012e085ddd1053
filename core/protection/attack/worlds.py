"""Worlds: rows that a reader cannot rule out, kept from attack to attack.

Protecting a family attacks it many times, with a little more or less shown each time. What one
attack has found to be possible stays possible as long as it agrees with what is shown, and need not
be looked for again.
"""

from __future__ import annotations

from typing import List, Sequence

import numpy as np
from scipy import sparse

from .bounds import EXACT_WITHIN

MOST_VALUES = 8_000_000
"""So many values of worlds are kept; from there on the oldest half goes."""


class Worlds:
    """The worlds found so far of one system.

    Args:
        matrix: (numbers × rows) everything that may be shown or known. low, high: between what each
            number is known to be where it is.
    """

    def __init__(self, matrix: sparse.csr_matrix, low: np.ndarray, high: np.ndarray):
        self._matrix, self._low, self._high = matrix, low - EXACT_WITHIN, high + EXACT_WITHIN
        self._most = max(MOST_VALUES // max(sum(matrix.shape), 1), 2)
        self._rows: List[np.ndarray] = []
        self._agrees: List[np.ndarray] = []

    def add(self, found: Sequence[np.ndarray]) -> None:
        """Keep the rows ``found``."""
        for rows in found:
            values = self._matrix @ rows
            self._rows.append(rows)
            self._agrees.append((values >= self._low) & (values <= self._high))
        if len(self._rows) > self._most:
            half = len(self._rows) - self._most // 2
            self._rows, self._agrees = self._rows[half:], self._agrees[half:]

    def fitting(self, shown: np.ndarray) -> np.ndarray:
        """(worlds × rows) those that agree with the numbers ``shown`` (positions)."""
        if not self._rows:
            return np.zeros((0, self._matrix.shape[1]))
        fits = np.array(self._agrees)[:, shown].all(axis=1)
        return np.array([self._rows[n] for n in np.flatnonzero(fits)]).reshape(
            -1, self._matrix.shape[1]
        )
