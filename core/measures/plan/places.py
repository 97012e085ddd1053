"""From rows to atoms: the places that no border of any area set divides.

An atom is a combination of areas, one entry per layer of every area set. Everything is added up by
atom, once for all area sets, and the atoms are then handed out to their areas. Disclosure control
thinks in the same atoms.
"""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...areas.location import Location, locate
from ...progress import Progress, Silent
from ...registers.tables.addresses import AddressList
from ...registers.written.keys import whole_number

NOWHERE = -1


class Atoms:
    """The combinations of areas met so far, numbered; a combination keeps its number."""

    def __init__(self, area_sets: Sequence[AreaSet]):
        self.area_sets = tuple(area_sets)
        self._numbers: Dict[Tuple[Tuple[int, ...], ...], int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, located: "Dict[str, Location]") -> np.ndarray:
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
        numbers = np.empty(len(first), dtype="int64")
        layers_of = [
            np.column_stack([layer[first] for layer in located[s.id].layers])
            for s in self.area_sets
        ]
        for position in range(len(first)):
            combination = tuple(
                tuple(area for area in layers[position] if area >= 0) for layers in layers_of
            )
            numbers[position] = self._numbers.setdefault(combination, len(self._numbers))
        return numbers[code]

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


class Places:
    """Where rows lie: by their own point, by their address, or by an area code.

    The addresses are placed once, whatever registers, months and indicators are counted.
    """

    def __init__(
        self, addresses: Optional[AddressList], area_sets: Sequence[AreaSet], progress: Progress
    ):
        self.area_sets, self.atoms = area_sets, Atoms(area_sets)
        self._addresses, self._progress = addresses, progress
        self._codes = {s.id: _codes_of(s) for s in area_sets}
        self._of_set: Dict[str, Location] = {}
        self._atoms_of_addresses = np.zeros(0, dtype="int64")
        if addresses is not None:
            self._of_set = {s.id: locate(addresses.x, addresses.y, s, progress) for s in area_sets}
            self._atoms_of_addresses = self.atoms.of(self._of_set)
            self._with_point = ~(np.isnan(addresses.x) | np.isnan(addresses.y))

    def of_rows(self, table: pd.DataFrame) -> "Placed":
        """The place of every row of ``table`` (``x``, ``y``, ``address_key``, ``area_code`` where
        there)."""
        rows = len(table)
        has_point = np.zeros(rows, dtype=bool)
        if "x" in table and "y" in table:
            x, y = table["x"].to_numpy(), table["y"].to_numpy()
            has_point = ~(np.isnan(x) | np.isnan(y))
        keyed, by_house = np.zeros(rows, dtype=bool), np.zeros(rows, dtype=bool)
        address = np.full(rows, NOWHERE, dtype="int64")
        if self._addresses is not None and "address_key" in table:
            keys = table["address_key"].cat
            found, houses = self._addresses.find(keys.categories.astype(object))
            codes = keys.codes.to_numpy()
            keyed, address, by_house = (
                codes >= 0,
                np.append(found, NOWHERE)[codes],
                np.append(houses, False)[codes],
            )
        address = np.where(has_point, NOWHERE, address)
        coded, by_zeros = np.zeros(rows, dtype=bool), np.zeros(rows, dtype=bool)
        located, atoms = self._by_address(address), None
        if has_point.any():
            located = self._overlay(located, self._by_point(table, has_point), has_point)
        elif "area_code" not in table and self._addresses is not None:
            atoms = self._atoms_of(address)
        if "area_code" in table:
            by_code, without_zeros = self._by_code(table["area_code"])
            left = ~has_point & (address < 0)
            coded = left & np.logical_or.reduce(
                [loc.layers[0] >= 0 for loc in by_code.values()] or [left & False]
            )
            located, by_zeros = self._overlay(located, by_code, coded), coded & without_zeros
        lost = ~has_point & ~coded
        unknown_code = lost & (address < 0) & ~keyed if "area_code" in table else lost & False
        unknown_code &= table["area_code"].notna().to_numpy() if "area_code" in table else False
        known = (
            np.append(self._with_point, False)[address]
            if self._addresses is not None
            else lost & False
        )
        reasons = {
            "no_key": lost & ~keyed & ~unknown_code,
            "unknown_code": unknown_code,
            "not_in_list": lost & keyed & (address < 0),
            "no_coordinates": lost & (address >= 0) & ~known,
        }
        return Placed(
            located,
            self.atoms.of(located) if atoms is None else atoms,
            reasons,
            by_house & (address >= 0),
            by_zeros,
        )

    def _atoms_of(self, address: np.ndarray) -> np.ndarray:
        if not self.area_sets:
            return np.zeros(len(address), dtype="int64")
        nowhere = self.atoms.of(
            {s.id: Location([np.full(1, NOWHERE, "int32")]) for s in self.area_sets}
        )
        return np.append(self._atoms_of_addresses, nowhere)[address]

    def _by_address(self, address: np.ndarray) -> "Dict[str, Location]":
        if self._addresses is None:
            return {
                s.id: Location([np.full(len(address), NOWHERE, dtype="int32")])
                for s in self.area_sets
            }
        return {s.id: self._of_set[s.id].take(address) for s in self.area_sets}

    def _by_point(self, table: pd.DataFrame, rows: np.ndarray) -> "Dict[str, Location]":
        quiet = Silent()
        x = np.where(rows, table["x"].to_numpy(), np.nan)
        located = {s.id: locate(x, table["y"].to_numpy(), s, quiet) for s in self.area_sets}
        for warning in quiet.warnings:
            self._progress.warn(warning)
        return located

    def _by_code(self, codes: pd.Series) -> "Tuple[Dict[str, Location], np.ndarray]":
        """Where the area codes lie, and the rows (boolean) whose code is an area's but for zeros in
        front."""
        texts, numbers = codes.cat.categories.astype(str), codes.cat.codes.to_numpy()
        found = {s.id: _found(self._codes[s.id], texts) for s in self.area_sets}
        nobodys = np.ones(len(texts), dtype=bool) & bool(found)
        for one in found.values():
            nobodys &= one.isna().to_numpy()
        if nobodys.any():
            bare = [
                whole_number(text).lstrip("0") if alone else ""
                for text, alone in zip(texts, nobodys)
            ]
            found = {
                of: one.where(one.notna(), _without_zeros(self._codes[of]).reindex(bare).to_numpy())
                for of, one in found.items()
            }
            nobodys &= np.logical_or.reduce([one.notna().to_numpy() for one in found.values()])
        located = {
            of: Location(
                [np.append(one.fillna(NOWHERE).to_numpy(), NOWHERE).astype("int32")[numbers]]
            )
            for of, one in found.items()
        }
        return located, np.append(nobodys, False)[numbers]

    @staticmethod
    def _overlay(
        below: "Dict[str, Location]", above: "Dict[str, Location]", rows: np.ndarray
    ) -> "Dict[str, Location]":
        """``above`` at ``rows``, ``below`` elsewhere."""
        both = {}
        for identifier in below:
            first, second = list(above[identifier].layers), list(below[identifier].layers)
            empty = np.full(len(rows), NOWHERE, dtype="int32")
            depth = max(len(first), len(second))
            padded: List[List[np.ndarray]] = [
                part + [empty] * (depth - len(part)) for part in (first, second)
            ]
            both[identifier] = Location([np.where(rows, a, b) for a, b in zip(*padded)])
        return both


class Placed:
    """The places of the rows of one table.

    Attributes:
        located: area set id → location.
        atoms: the atom of each row.
        reasons: reason → rows that have no point at all.
        by_house: rows placed by their house, the list lacking their flat.
        by_zeros: rows placed by an area code whose zeros in front were put back.
    """

    def __init__(
        self,
        located: "Dict[str, Location]",
        atoms: np.ndarray,
        reasons: "Dict[str, np.ndarray]",
        by_house: np.ndarray,
        by_zeros: np.ndarray,
    ):
        self.located, self.atoms, self.reasons, self.by_house = located, atoms, reasons, by_house
        self.by_zeros = by_zeros


def _found(known: pd.Series, codes: pd.Index) -> pd.Series:
    """The position of each code; ``101.0`` is ``101`` where no area is called so."""
    return known.reindex([code if code in known.index else whole_number(code) for code in codes])


def _without_zeros(known: pd.Series) -> pd.Series:
    """``known`` by codes without zeros in front, of the areas that alone have theirs."""
    bare = known.set_axis(known.index.str.lstrip("0")).drop("", errors="ignore")
    areas = bare.groupby(level=0)
    return areas.first()[areas.nunique() == 1]


def _codes_of(area_set: AreaSet) -> pd.Series:
    """Position by area id and by ``objekt_id``; an id that is both goes by the area id."""
    areas = area_set.areas
    every = pd.concat(
        [
            pd.Series(np.arange(len(areas)), index=areas["area_id"].astype(str)),
            pd.Series(np.arange(len(areas)), index=areas["objekt_id"].astype(str)),
        ]
    )
    return every[~every.index.duplicated() & (every.index != "")]
