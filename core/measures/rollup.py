"""Hands what was added up by atom out to the areas of a set."""

from __future__ import annotations

from typing import NamedTuple, Tuple

import numpy as np

from ..areas.area_set import AreaSet
from .places import Atoms


class Spread(NamedTuple):
    """Of single values by area (float64, NaN where there are none): the largest, the second largest, the median.

    Kept in memory alone: the two largest are for the dominance rule of disclosure control.
    """

    largest: np.ndarray
    second: np.ndarray
    median: np.ndarray


class Rollup:
    """From atoms to the areas of one set; made when all atoms are known."""

    def __init__(self, atoms: Atoms, area_set: AreaSet):
        self.areas = len(area_set.areas)
        atom, area = atoms.members(area_set)
        order = np.argsort(atom, kind="stable")
        self._atom, self._area = atom[order], area[order]

    def sums(self, of_atoms: np.ndarray) -> np.ndarray:
        """(areas,) of (atoms,); atoms beyond the end have none."""
        there = self._atom < len(of_atoms)
        return np.bincount(self._area[there], weights=of_atoms[self._atom[there]], minlength=self.areas)

    def spread(self, atoms: np.ndarray, values: np.ndarray) -> Spread:
        """The spread of single ``values`` that lie in ``atoms``."""
        area, value = self._sorted(atoms, values)
        last = np.searchsorted(area, np.arange(self.areas), "right")
        first = np.searchsorted(area, np.arange(self.areas), "left")
        count = last - first
        at = np.append(value, np.nan)
        nothing = len(value)
        low = np.where(count > 0, first + (count - 1) // 2, nothing)
        high = np.where(count > 0, first + count // 2, nothing)
        return Spread(
            at[np.where(count > 0, last - 1, nothing)],
            at[np.where(count > 1, last - 2, nothing)],
            (at[low] + at[high]) / 2.0,
        )

    def _sorted(self, atoms: np.ndarray, values: np.ndarray) -> "Tuple[np.ndarray, np.ndarray]":
        """(area, value) sorted by area and then by value; a value in two areas stands twice."""
        low, high = (np.searchsorted(self._atom, atoms, side) for side in ("left", "right"))
        times = high - low
        row = np.repeat(np.arange(len(atoms)), times)
        place = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times) + low[row]
        area, value = self._area[place], values[row]
        order = np.lexsort((value, area))
        return area[order], value[order]
