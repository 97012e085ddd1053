"""Small groups that two area sets give away together: an area less the areas within it.

Areas of one set are joined until no tile of the other set that is cut leaves a large piece; what
the pieces that are left add up to is what subtraction would show. Leaks may need several areas
together. Source: Guidelines for SDC Methods Applied on Geo-Referenced Data, 2024, chapter on
differencing; V. Costemalle, "Detecting geographical differencing problems in the context of spatial
data dissemination", Statistical Journal of the IAOS 35 (2019).
"""

from __future__ import annotations

from typing import Dict, FrozenSet, Iterable, List, Mapping, Sequence, Set, Tuple

import numpy as np

Pieces = Mapping[Tuple[int, int], float]
"""(area of the one set, area of the other) → how many live in both; −1 for outside every area of a
set."""


class Zonings:
    """Two area sets over each other: ``pieces`` says how many live in every overlap."""

    def __init__(self, pieces: Pieces):
        self.tiles_of: Dict[int, Dict[int, float]] = {}
        self.areas_of: Dict[int, Dict[int, float]] = {}
        for (area, tile), persons in pieces.items():
            if persons:
                self.tiles_of.setdefault(area, {})[tile] = persons
                self.areas_of.setdefault(tile, {})[area] = persons

    def internal(self, union: Iterable[int]) -> List[Tuple[int, int]]:
        """The pieces in ``union`` (areas of the first set) that lie in no tile wholly within it."""
        inside = set(union)
        return [
            (area, tile)
            for area in inside
            for tile in self.tiles_of.get(area, ())
            if tile < 0 or not self.areas_of[tile].keys() <= inside
        ]

    def external(self, union: Iterable[int]) -> List[Tuple[int, int]]:
        """The pieces outside ``union`` of the tiles of the second set that touch it."""
        inside = set(union)
        touching = {tile for area in inside for tile in self.tiles_of.get(area, ()) if tile >= 0}
        return [
            (area, tile) for tile in touching for area in self.areas_of[tile] if area not in inside
        ]

    def persons(self, pieces: Iterable[Tuple[int, int]]) -> float:
        """How many live in ``pieces``."""
        return sum(self.tiles_of[area][tile] for area, tile in pieces)


def small_differences(
    zonings: Zonings, least: float
) -> "List[Tuple[FrozenSet[int], List[Tuple[int, int]]]]":
    """(union of areas of the first set, pieces) of every difference of above 0 and below ``least``
    persons.

    An area takes with it every area that shares a tile whose piece is not small; such closed
    unions, alone and two and two where they share a tile, are looked at.
    """
    areas = sorted(area for area in zonings.tiles_of if area >= 0)
    takes: Dict[int, Set[int]] = {area: set() for area in areas}
    near: Dict[int, Set[int]] = {area: set() for area in areas}
    for tile, sharing in zonings.areas_of.items():
        sharers = {area for area in sharing if area >= 0} if tile >= 0 else set()
        for area in sharers:
            near[area] |= sharers
            if sharing[area] >= least:
                takes[area] |= sharers
    closed = {area: frozenset(_closure(area, takes)) for area in areas}
    unions = set(closed.values()) | {
        closed[area] | closed[other] for area in areas for other in near[area]
    }
    found = []
    for union in sorted(unions, key=lambda u: (len(u), sorted(u))):
        for pieces in (zonings.internal(union), zonings.external(union)):
            if 0 < zonings.persons(pieces) < least:
                found.append((union, pieces))
    return found


def _closure(start: int, takes: Mapping[int, Set[int]]) -> Set[int]:
    union, waiting = {start}, [start]
    while waiting:
        for other in takes[waiting.pop()] - union:
            union.add(other)
            waiting.append(other)
    return union


def difference_atoms(
    memberships: Sequence[Tuple[np.ndarray, np.ndarray]], persons: np.ndarray, least: float
) -> List[np.ndarray]:
    """The atoms of every small group that two area sets give away together, each time once.

    Args:
        memberships: per area set (atom, area) of every atom and each area it lies in.
        persons: per atom.
        least: fewer persons are a small group.
    """
    groups: Set[Tuple[int, ...]] = set()
    for position, first in enumerate(memberships):
        for other, second in enumerate(memberships):
            if other != position:
                groups |= _small_groups(first, second, persons, least)
    return [np.array(group) for group in sorted(groups)]


def _small_groups(
    first: Tuple[np.ndarray, np.ndarray],
    second: Tuple[np.ndarray, np.ndarray],
    persons: np.ndarray,
    least: float,
) -> Set[Tuple[int, ...]]:
    ours, theirs = (_areas_of(len(persons), member) for member in (first, second))
    atoms_of: Dict[Tuple[int, int], List[int]] = {}
    for atom in np.flatnonzero(persons > 0):
        for area in ours[atom]:
            for tile in theirs[atom]:
                atoms_of.setdefault((area, tile), []).append(int(atom))
    zonings = Zonings({pair: float(persons[atoms].sum()) for pair, atoms in atoms_of.items()})
    return {
        tuple(sorted({atom for piece in pieces for atom in atoms_of[piece]}))
        for _, pieces in small_differences(zonings, least)
    }


def _areas_of(atoms: int, member: Tuple[np.ndarray, np.ndarray]) -> List[List[int]]:
    """The areas of every atom; −1 alone where it lies in none."""
    found: List[List[int]] = [[] for _ in range(atoms)]
    for atom, area in zip(*member):
        found[atom].append(int(area))
    return [areas or [-1] for areas in found]
