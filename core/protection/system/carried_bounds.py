"""Values carried over: a reader knows about how large the new ones are.

The rule is published, so a value that is carried over says that the new one is not far from it.
That is known like a number, between two ends; it is taken back only by hiding the value instead of
carrying it over.
"""

from __future__ import annotations

from typing import Dict, List, Sequence, Set

from .numbers import Number
from .places import Cell


class CarriedBounds:
    """What carried values say of ``numbers``, as numbers of their own, behind those and ``zeros``
    sums that are 0.

    Attributes:
        of: the numbers (positions) that carried values are near to.
        low, high: between what each of them is known to be.
        number_at: position of a carried value → the number it is near to.
        for_good: those that are out already. may_be_hidden: the others.
    """

    def __init__(self, numbers: Sequence[Number], zeros: int):
        said = [(n, near) for n, number in enumerate(numbers) for near in number.near]
        start = len(numbers) + zeros
        self.of: List[int] = [n for n, _ in said]
        self.number_at: Dict[int, int] = {start + k: n for k, n in enumerate(self.of)}
        self.low = [near.low for _, near in said]
        self.high = [near.high for _, near in said]
        self.for_good = [start + k for k, (_, near) in enumerate(said) if near.for_good]
        self.may_be_hidden = [start + k for k, (_, near) in enumerate(said) if not near.for_good]
        self._cell: Dict[int, Cell] = {at: _cell(numbers[n]) for at, n in self.number_at.items()}
        self._at: Dict[Cell, Set[int]] = {}
        for at in self.may_be_hidden:
            self._at.setdefault(self._cell[at], set()).add(at)

    def shown(self, hidden: Set[int]) -> List[int]:
        """The carried values that are told when ``hidden`` is hidden."""
        return [*self.for_good, *(at for at in self.may_be_hidden if at not in hidden)]

    def with_its_cell(self, position: int) -> Set[int]:
        """All that is hidden with ``position``: of a carried value everything its cell tells."""
        return {position} | self._at.get(self._cell.get(position, ("", "", "")), set())

    def is_hidden(self, number: Number, hidden: Set[int]) -> bool:
        """Is the carried value of the cell of ``number`` hidden?"""
        return bool(self._at.get(_cell(number), set()) & hidden)


def _cell(number: Number) -> Cell:
    return (*number.place.key, number.indicator)
