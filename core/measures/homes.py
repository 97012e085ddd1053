"""Households of a place: they cannot be added up over atoms where one of them lies in several."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import List, Optional

import numpy as np


def _none() -> np.ndarray:
    return np.zeros(0, dtype="int64")


@dataclass(frozen=True)
class Homes:
    """The households of some rows.

    Attributes:
        by_atom: (atoms,) households with such a row in the atom.
        times: (sets,) households that lie in just the same several atoms.
        number, atom: (entries,) which set, and an atom of it.
    """

    by_atom: np.ndarray
    times: np.ndarray = field(default_factory=_none)
    number: np.ndarray = field(default_factory=_none)
    atom: np.ndarray = field(default_factory=_none)

    def within(self, atoms: np.ndarray) -> float:
        """The households with such a row in any of ``atoms`` (each named once); one in several
        counts once."""
        total = float(self.by_atom[atoms].sum())
        if len(atoms) < 2 or not len(self.times):
            return total
        inside = np.zeros(len(self.by_atom), dtype=bool)
        inside[atoms] = True
        here = np.bincount(self.number[inside[self.atom]], minlength=len(self.times))
        return total - float((np.maximum(here - 1, 0) * self.times).sum())

    def of_atoms(self, atoms: int) -> "Homes":
        """The same with numbers for all ``atoms``."""
        return replace(self, by_atom=np.r_[self.by_atom, np.zeros(atoms - len(self.by_atom))])

    def as_numbers(self) -> np.ndarray:
        """What lies in several atoms as one row of numbers: times, how many atoms, and the atoms,
        set after set."""
        order = np.argsort(self.number, kind="stable")
        sizes = np.bincount(self.number, minlength=len(self.times))
        heads = np.column_stack([self.times, sizes]).ravel()
        places = np.repeat(np.r_[0, np.cumsum(sizes)[:-1]] if len(sizes) else sizes, 2)
        return np.insert(self.atom[order], places, heads).astype("float64")


def homes_from(by_atom: np.ndarray, numbers: Optional[np.ndarray]) -> Homes:
    """The households of ``by_atom`` and of ``as_numbers``.

    Raises:
        ValueError: the numbers are of no such households.
    """
    times: List[int] = []
    number: List[int] = []
    atom: List[int] = []
    at = 0
    row = np.zeros(0, dtype="int64") if numbers is None else numbers.astype("int64")
    while at < len(row):
        size = int(row[at + 1]) if at + 1 < len(row) else 0
        mine = row[at + 2 : at + 2 + size]
        if (
            size < 2
            or len(mine) < size
            or row[at] < 1
            or mine.min() < 0
            or mine.max() >= len(by_atom)
        ):
            raise ValueError("households")
        number += [len(times)] * size
        atom += mine.tolist()
        times.append(int(row[at]))
        at += 2 + size
    return Homes(by_atom, *(np.array(found, dtype="int64") for found in (times, number, atom)))
