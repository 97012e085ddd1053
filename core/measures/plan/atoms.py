"""Atoms: the places that no border of any area set divides.

An atom is a combination of areas, one entry per layer of every area set. Everything is added up by
atom, once for all area sets, and the atoms are then handed out to their areas. Disclosure control
thinks in the same atoms.
"""

from __future__ import annotations

from typing import Dict, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...areas.location import Location

Located = Mapping[str, Location]
"""Area set id → where each row lies."""
Combination = Tuple[Tuple[int, ...], ...]
"""Of every area set, in order, the positions of the areas that something lies in."""


class Atoms:
    """The combinations of areas met so far, numbered; a combination keeps its number."""

    def __init__(self, area_sets: Sequence[AreaSet]):
        self.area_sets = tuple(area_sets)
        self._numbers: Dict[Combination, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, located: Located) -> np.ndarray:
        """The atom of each row (int64) of ``located`` (area set id → location); none where there
        are no sets."""
        if not located:
            return np.zeros(0, dtype="int64")
        rows = len(next(iter(located.values())).layers[0])
        code = np.zeros(rows, dtype="int64")
        for area_set in self.area_sets:
            for layer in located[area_set.id].layers:
                code = pd.factorize(code * (len(area_set.areas) + 1) + layer + 1)[0]
        first = np.full(int(code.max()) + 1 if rows else 0, 0, dtype="int64")
        first[code[::-1]] = np.arange(rows - 1, -1, -1)
        layers_of = [
            np.column_stack([layer[first] for layer in located[s.id].layers])
            for s in self.area_sets
        ]
        numbers = np.empty(len(first), dtype="int64")
        for position in range(len(first)):
            numbers[position] = self.number(
                tuple(tuple(area for area in layers[position] if area >= 0) for layers in layers_of)
            )
        return numbers[code]

    def number(self, combination: Combination) -> int:
        """The number of the atom that lies in ``combination``, a new one where it is met first."""
        return self._numbers.setdefault(combination, len(self._numbers))

    def members(self, area_set: AreaSet) -> "Tuple[np.ndarray, np.ndarray]":
        """(atom, area) of every atom and each area of ``area_set`` it lies in."""
        position = self.area_sets.index(area_set)
        pairs = [
            (atom, area)
            for combination, atom in self._numbers.items()
            for area in combination[position]
        ]
        table = np.array(pairs, dtype="int64").reshape(-1, 2)
        return table[:, 0], table[:, 1]
