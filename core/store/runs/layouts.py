"""Layouts of atoms: which atoms there are of some area sets in their boundaries, numbered once for
all additions that count them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ...measures.atom_counts import AtomCounts
from ..form.tables import read_table

EVERY_ATOM = ""
"""The area set of the row that says how many atoms there are."""
Combination = Tuple[Tuple[int, ...], ...]
"""Of every area set, in order, the positions of the areas that an atom lies in, ascending."""
READ = "SELECT area_set, area_ids, atoms, areas, fingerprint FROM atom_sets WHERE run = ?"


@dataclass(frozen=True)
class Layout:
    """Atoms by number.

    Attributes:
        area_ids: area set id → its areas' ids. fingerprints: id → of its boundaries.
        atoms: which areas each lies in, of the sets in their order in ``area_ids``.
        number: by which the file knows it.
    """

    area_ids: Mapping[str, Sequence[str]]
    fingerprints: Mapping[str, str]
    atoms: Sequence[Combination]
    number: int = 0

    def __len__(self) -> int:
        return len(self.atoms)

    def at(self, number: int) -> "Layout":
        """The same under a ``number``."""
        return replace(self, number=number)

    def is_of(self, other: "Layout") -> bool:
        """Are both of the same areas in the same boundaries?"""
        return self.fingerprints == other.fingerprints and {
            name: list(ids) for name, ids in self.area_ids.items()
        } == {name: list(ids) for name, ids in other.area_ids.items()}

    def order(self) -> np.ndarray:
        """The atoms in the order of their areas, whichever addition met them first."""
        return np.array(sorted(range(len(self)), key=self.atoms.__getitem__), dtype="int64")

    def in_order(self) -> "Layout":
        """The same, numbered in that order."""
        return replace(self, atoms=[self.atoms[n] for n in self.order()])

    def joined(self, other: "Layout") -> "Layout":
        """With the atoms of ``other`` that are new behind."""
        theirs = other.of_sets(list(self.area_ids))
        known = set(self.atoms)
        return replace(
            self, atoms=[*self.atoms, *(one for one in sorted(theirs) if one not in known)]
        )

    def of_sets(self, names: Sequence[str]) -> List[Combination]:
        """The atoms with the area sets in the order of ``names``."""
        own = list(self.area_ids)
        places = [own.index(name) for name in names]
        return [tuple(atom[place] for place in places) for atom in self.atoms]

    def places_of(self, other: "Layout") -> np.ndarray:
        """The number here of each atom of ``other``, all of which are here."""
        numbers = {atom: n for n, atom in enumerate(self.atoms)}
        theirs = other.of_sets(list(self.area_ids))
        return np.array([numbers[atom] for atom in theirs], dtype="int64")

    def members(self) -> Dict[str, Tuple[np.ndarray, np.ndarray]]:
        """Area set id → (atom, position of the area) of every atom and each area it lies in."""
        found = {}
        for place, name in enumerate(self.area_ids):
            pairs = [(n, area) for n, atom in enumerate(self.atoms) for area in atom[place]]
            table = np.array(pairs, dtype="int64").reshape(-1, 2)
            found[name] = (table[:, 0], table[:, 1])
        return found


def layout_of(counts: AtomCounts, fingerprints: Mapping[str, str]) -> Layout:
    """The layout that ``counts`` are in."""
    return Layout(
        {name: list(ids) for name, ids in counts.area_ids.items()},
        {name: fingerprints.get(name, "") for name in counts.area_ids},
        _combinations(counts.atoms, list(counts.members.values())),
    )


def _combinations(
    atoms: int, members: Sequence[Tuple[np.ndarray, np.ndarray]]
) -> List[Combination]:
    of_sets: List[List[List[int]]] = []
    for atom, area in members:
        areas: List[List[int]] = [[] for _ in range(atoms)]
        for one, place in zip(atom.tolist(), area.tolist()):
            areas[one].append(place)
        of_sets.append(areas)
    return [tuple(tuple(sorted(areas[n])) for areas in of_sets) for n in range(atoms)]


def find_layout(connection: sqlite3.Connection, wanted: Layout) -> Optional[Layout]:
    """The kept layout of the same areas in the same boundaries; None where there is none."""
    for (number,) in connection.execute("SELECT DISTINCT run FROM atom_sets ORDER BY run DESC"):
        known = read_layout(connection, number)
        if known.is_of(wanted):
            return known
    return None


def read_layout(connection: sqlite3.Connection, number: int) -> Layout:
    """The layout ``number``.

    Raises:
        ValueError: its arrays do not fit one another.
    """
    sets = read_table(connection, "atom_sets", READ, (number,))
    total = 0
    area_ids: Dict[str, List[str]] = {}
    members: Dict[str, Tuple[np.ndarray, np.ndarray]] = {}
    fingerprints: Dict[str, str] = {}
    for name, ids, atoms, areas, found in sets.itertuples(index=False):
        if name == EVERY_ATOM:
            total = len(np.frombuffer(atoms, dtype="int64"))
            continue
        area_ids[name], fingerprints[name] = json.loads(ids), found or ""
        members[name] = (np.frombuffer(atoms, dtype="int64"), np.frombuffer(areas, dtype="int64"))
    for name, (atoms, areas) in members.items():
        _check_positions(atoms, total)
        _check_positions(areas, len(area_ids[name]))
        if len(atoms) != len(areas):
            raise ValueError("atom_sets")
    combined = _combinations(total, list(members.values()))
    if len(set(combined)) != total:
        raise ValueError("atom_sets")
    return Layout(area_ids, fingerprints, combined, number)


def keep_layout(connection: sqlite3.Connection, layout: Layout) -> None:
    """Write ``layout`` under its number, in place of what stood there."""
    connection.execute("DELETE FROM atom_sets WHERE run = ?", (layout.number,))
    every = np.arange(len(layout), dtype="int64").tobytes()
    rows = [(layout.number, EVERY_ATOM, "[]", every, b"", "")]
    for name, (atoms, areas) in layout.members().items():
        ids = json.dumps(list(layout.area_ids[name]), ensure_ascii=False)
        found = layout.fingerprints[name]
        rows.append((layout.number, name, ids, atoms.tobytes(), areas.tobytes(), found))
    connection.executemany(
        "INSERT INTO atom_sets (run, area_set, area_ids, atoms, areas, fingerprint) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )


def _check_positions(found: np.ndarray, end: int) -> None:
    if len(found) and not 0 <= found.min() <= found.max() < end:
        raise ValueError("atom_sets")
