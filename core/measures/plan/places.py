"""Where rows lie: from their own point, their address or an area code to atoms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Mapping, NamedTuple, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...areas.location import Location, locate
from ...progress import Progress, Silent
from ...registers.tables.addresses import AddressList
from ...registers.written.keys import whole_number
from .atoms import Atoms, Located

NOWHERE = -1
PLACE_COLUMNS = ("x", "y", "address_key", "area_code")
"""The columns that give a row its place."""


@dataclass(frozen=True)
class Placed:
    """The places of the rows of one table.

    Attributes:
        located: area set id → location.
        atoms: the atom of each row.
        reasons: reason → rows that have no point at all.
        by_house: rows placed by their house, the list lacking their flat.
        by_zeros: rows placed by an area code whose zeros in front were put back.
    """

    located: Located
    atoms: np.ndarray
    reasons: Mapping[str, np.ndarray]
    by_house: np.ndarray
    by_zeros: np.ndarray


class _KeysFound(NamedTuple):
    """Of every row: has it an address key, which address of the list is that, and was only its
    house found?"""

    given: np.ndarray
    address: np.ndarray
    by_house: np.ndarray


class Places:
    """Where rows lie: by their own point, by their address, or by an area code.

    The addresses are placed once, whatever registers, months and indicators are counted.
    """

    def __init__(
        self, addresses: Optional[AddressList], area_sets: Sequence[AreaSet], progress: Progress
    ):
        self.area_sets, self.atoms = area_sets, Atoms(area_sets)
        self.addresses, self._progress = addresses, progress
        self._codes = {s.id: _codes_of(s) for s in area_sets}
        self._of_set: Dict[str, Location] = {}
        self._atoms_of_addresses = np.zeros(0, dtype="int64")
        if addresses is not None:
            self._of_set = {s.id: locate(addresses.x, addresses.y, s, progress) for s in area_sets}
            self._atoms_of_addresses = self.atoms.of(self._of_set)
            self._with_point = ~(np.isnan(addresses.x) | np.isnan(addresses.y))

    def of_rows(self, table: pd.DataFrame) -> Placed:
        """The place of every row of ``table`` (``PLACE_COLUMNS`` where there).

        A row's own point goes before its address, and that before its area code.
        """
        none = np.zeros(len(table), dtype=bool)
        has_point = none
        if "x" in table and "y" in table:
            has_point = ~(np.isnan(table["x"].to_numpy()) | np.isnan(table["y"].to_numpy()))
        keys = self._by_key(table)
        address = np.where(has_point, NOWHERE, keys.address)
        located, atoms = self._by_address(address), None
        if has_point.any():
            located = _overlaid(located, self._by_point(table, has_point), has_point)
        elif "area_code" not in table and self.addresses is not None:
            atoms = self._atoms_of(address)  # many times faster than from the locations
        coded, by_zeros = none, none
        if "area_code" in table:
            by_code, without_zeros = self._by_code(table["area_code"])
            an_area = [location.layers[0] >= 0 for location in by_code.values()]
            coded = ~has_point & (address < 0) & np.logical_or.reduce(an_area or [none])
            by_zeros = coded & without_zeros
            located = _overlaid(located, by_code, coded)
        return Placed(
            located=located,
            atoms=self.atoms.of(located) if atoms is None else atoms,
            reasons=self._reasons(table, ~has_point & ~coded, keys.given, address),
            by_house=keys.by_house & (address >= 0),
            by_zeros=by_zeros,
        )

    def _by_key(self, table: pd.DataFrame) -> _KeysFound:
        if self.addresses is None or "address_key" not in table:
            none = np.zeros(len(table), dtype=bool)
            return _KeysFound(none, np.full(len(table), NOWHERE, dtype="int64"), none)
        keys = table["address_key"].cat
        found, houses = self.addresses.find(keys.categories.astype(object).tolist())
        codes = keys.codes.to_numpy()
        return _KeysFound(
            codes >= 0, np.append(found, NOWHERE)[codes], np.append(houses, False)[codes]
        )

    def _reasons(
        self, table: pd.DataFrame, lost: np.ndarray, has_key: np.ndarray, address: np.ndarray
    ) -> Dict[str, np.ndarray]:
        """Why the rows that are ``lost`` (neither a point nor an area's code) have no place; an
        address of the list may give one yet."""
        unknown_code, has_coordinates = lost & False, lost & False
        if "area_code" in table:
            unknown_code = lost & (address < 0) & ~has_key & table["area_code"].notna().to_numpy()
        if self.addresses is not None:
            has_coordinates = np.append(self._with_point, False)[address]
        return {
            "no_key": lost & ~has_key & ~unknown_code,
            "unknown_code": unknown_code,
            "not_in_list": lost & has_key & (address < 0),
            "no_coordinates": lost & (address >= 0) & ~has_coordinates,
        }

    def _atoms_of(self, address: np.ndarray) -> np.ndarray:
        if not self.area_sets:
            return np.zeros(len(address), dtype="int64")
        nowhere = self.atoms.of(
            {s.id: Location([np.full(1, NOWHERE, "int32")]) for s in self.area_sets}
        )
        return np.append(self._atoms_of_addresses, nowhere)[address]

    def _by_address(self, address: np.ndarray) -> Located:
        if self.addresses is None:
            return {
                s.id: Location([np.full(len(address), NOWHERE, dtype="int32")])
                for s in self.area_sets
            }
        return {s.id: self._of_set[s.id].take(address) for s in self.area_sets}

    def _by_point(self, table: pd.DataFrame, rows: np.ndarray) -> Located:
        quiet = Silent()
        x = np.where(rows, table["x"].to_numpy(), np.nan)
        located = {s.id: locate(x, table["y"].to_numpy(), s, quiet) for s in self.area_sets}
        for warning in quiet.warnings:
            self._progress.warn(warning)
        return located

    def _by_code(self, codes: pd.Series) -> Tuple[Located, np.ndarray]:
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


def _overlaid(below: Located, above: Located, rows: np.ndarray) -> Located:
    """``above`` at ``rows``, ``below`` elsewhere."""
    both = {}
    empty = np.full(len(rows), NOWHERE, dtype="int32")
    for identifier in below:
        layers = [list(location[identifier].layers) for location in (above, below)]
        depth = max(map(len, layers))
        first, second = (part + [empty] * (depth - len(part)) for part in layers)
        both[identifier] = Location([np.where(rows, a, b) for a, b in zip(first, second)])
    return both


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
