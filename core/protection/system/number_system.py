"""What a method of protection, and the attack, need to know of a system of numbers."""

from __future__ import annotations

from typing import Dict, List, Mapping, Protocol

import numpy as np
from scipy import sparse

from .numbers import Number


class NumberSystem(Protocol):
    """Numbers, what is known to be 0, and the rows they are made of
    (``family_numbers.FamilyNumbers``, ``sums.Sums``)."""

    numbers: List[Number]
    zeros: List[Dict[int, int]]
    rows: np.ndarray
    floor: float

    def moves(self) -> sparse.csr_matrix:
        """(rows × moves) changes of the rows that leave what everybody knows of each of them."""

    def in_free_rows(self, column: Mapping[int, int]) -> Mapping[int, int]:
        """``column`` without rows that follow from the others and from what everybody knows."""

    def singletons(self) -> List[int]:
        """Rows whose value follows once a sum of them is known."""

    def whole_numbers(self) -> bool:
        """Are all rows counts?"""
