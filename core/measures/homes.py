"""Households of a place: they cannot be added up over atoms where one of them lies in several."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Optional, Tuple

import numpy as np
import pandas as pd


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
    times, number, atom, at = [], [], [], 0
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


class Counting:
    """Counts the households of one period, from every household's atoms.

    Args:
        households: hashes; atoms: where; each pair once.
    """

    def __init__(self, households: np.ndarray, atoms: np.ndarray):
        several = np.flatnonzero(pd.Series(households).duplicated(keep=False).to_numpy())
        self._several = several[np.lexsort((atoms[several], households[several]))]
        self._households, self._atoms = households, atoms

    def of(self, counted: np.ndarray) -> Homes:
        """The households of the pairs that are ``counted`` (boolean)."""
        by_atom = np.bincount(self._atoms[counted]).astype("float64")
        mine = self._several[counted[self._several]]
        return (
            Homes(by_atom, *_sets(self._households[mine], self._atoms[mine]))
            if len(mine)
            else Homes(by_atom)
        )


def _sets(households: np.ndarray, atoms: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """``times``, ``number`` and ``atom`` of households in order, those in one atom left out."""
    starts = np.flatnonzero(np.r_[True, households[1:] != households[:-1]])
    sizes = np.diff(np.r_[starts, len(households)])
    hashes = pd.util.hash_array(
        (atoms + 1).astype("uint64"), categorize=False
    )  # a 0 would hash to 0, and say nothing
    names = np.add.reduceat(hashes, starts)
    several = np.flatnonzero(sizes > 1)
    _, first, times = np.unique(names[several], return_index=True, return_counts=True)
    chosen = several[first]
    number = np.repeat(np.arange(len(chosen)), sizes[chosen])
    entries = (
        np.concatenate([np.arange(starts[n], starts[n] + sizes[n]) for n in chosen])
        if len(chosen)
        else _none()
    )
    return times.astype("int64"), number, atoms[entries]
