"""Hands what was added up by atom out to the areas of a set."""

from __future__ import annotations

from typing import List, NamedTuple, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from .homes import Homes
from .plan.atoms import Atoms


class Spread(NamedTuple):
    """Of single values by area (float64, NaN where there are none): the largest, the second
    largest, the median, and their sum.

    Kept in memory alone: the two largest are for the dominance rule of disclosure control. The
    median is NaN where nobody asked for it.
    """

    largest: np.ndarray
    second: np.ndarray
    median: np.ndarray
    total: np.ndarray


def two_largest(atoms: np.ndarray, values: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """The two largest ``values`` of every atom, as (atoms, values): all that the largest of an area
    can be."""
    largest = pd.Series(values).groupby(atoms).max()
    # take one row with the largest value away from every atom, and look for the largest again
    top = np.full(int(atoms.max()) + 1 if len(atoms) else 0, np.nan)
    top[largest.index] = largest
    first = np.flatnonzero(values == top[atoms])
    once = np.unique(atoms[first], return_index=True)[1]
    rest = np.ones(len(values), dtype=bool)
    rest[first[once]] = False
    second = pd.Series(values[rest]).groupby(atoms[rest]).max()
    return (
        np.concatenate([largest.index.to_numpy(), second.index.to_numpy()]).astype("int64"),
        np.concatenate([largest.to_numpy(), second.to_numpy()]),
    )


class Rollup:
    """From atoms to the areas of one set; made when all atoms are known."""

    def __init__(self, atoms: Atoms, area_set: AreaSet):
        self.areas = len(area_set.areas)
        atom, area = atoms.members(area_set)
        order = np.argsort(atom, kind="stable")
        atom, area = atom[order], area[order]
        # an atom in overlapping areas has an entry for each: the first goes to the first layer, and
        # so on, so that a layer gives every atom one area at most and can be added up at once
        nth = pd.Series(atom).groupby(atom).cumcount().to_numpy()
        self._layers: List[np.ndarray] = []
        for level in range(int(nth.max()) + 1 if len(nth) else 0):
            layer = np.full(len(atoms), -1, dtype="int64")
            layer[atom[nth == level]] = area[nth == level]
            self._layers.append(layer)

    def sums(self, of_atoms: np.ndarray) -> np.ndarray:
        """(areas,) of (atoms,); atoms beyond the end have none."""
        total = np.zeros(self.areas)
        for layer in self._layers:
            area = layer[: len(of_atoms)] + 1  # 0 is outside every area
            sums = np.bincount(area, weights=of_atoms, minlength=self.areas + 1)
            total += sums[1 : self.areas + 1]
        return total

    def households(self, homes: Homes) -> np.ndarray:
        """(areas,) households with a row in any atom of the area; one in several of them counts
        once."""
        total = self.sums(homes.by_atom)
        if not len(homes.times):
            return total
        # a household with rows in n atoms of an area was added up n times: take n - 1 away again
        area, entry = self._in_areas(homes.atom, np.arange(len(homes.atom)))
        sets = homes.number[entry.astype("int64")]
        pairs, atoms_here = np.unique(np.column_stack([sets, area]), axis=0, return_counts=True)
        number, area = pairs.T
        too_many = (atoms_here - 1) * homes.times[number]
        return total - np.bincount(area, weights=too_many, minlength=self.areas)

    def spread(
        self,
        atoms: np.ndarray,
        values: np.ndarray,
        top: Tuple[np.ndarray, np.ndarray],
        with_median: bool,
    ) -> Spread:
        """The spread of single ``values`` that lie in ``atoms``; ``top`` is what ``two_largest``
        makes of them."""
        area, value = self._in_areas(*top)
        largest = self._by_area(pd.Series(value).groupby(area).max())
        # where the largest value stands more than once, the second largest is as large
        at_top = value == largest[area]
        alone = np.bincount(area[at_top], minlength=self.areas) == 1
        below = self._by_area(pd.Series(value[~at_top]).groupby(area[~at_top]).max())
        median = np.full(self.areas, np.nan)
        if with_median:
            area, value = self._in_areas(atoms, values)
            median = self._by_area(pd.Series(value).groupby(area).median())
        total = self.sums(np.bincount(atoms, weights=values))
        return Spread(largest, np.where(alone, below, largest), median, total)

    def medians(self, atoms: np.ndarray, values: np.ndarray, groups: np.ndarray) -> np.ndarray:
        """(areas, groups) medians of the ``values`` in ``atoms``, by the group of each; NaN where
        there are none."""
        area, value = self._in_areas(atoms, values)
        group = self._in_areas(atoms, groups)[1].astype("int64")
        found = pd.Series(value).groupby([area, group]).median()
        result = np.full((self.areas, int(groups.max()) + 1 if len(groups) else 0), np.nan)
        result[found.index.get_level_values(0), found.index.get_level_values(1)] = found.to_numpy()
        return result

    def _by_area(self, found: pd.Series) -> np.ndarray:
        result = np.full(self.areas, np.nan)
        result[found.index.to_numpy(dtype="int64")] = found.to_numpy()
        return result

    def _in_areas(self, atoms: np.ndarray, values: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
        """(area, value) of every value and each area it lies in."""
        areas, kept = [np.zeros(0, dtype="int64")], [np.zeros(0)]
        for layer in self._layers:
            area = layer[atoms]
            inside = area >= 0
            areas.append(area[inside])
            kept.append(values[inside])
        return np.concatenate(areas), np.concatenate(kept)
