"""What numbers are of: the areas, the municipality, the small groups that areas give away, and
which are too small."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, FrozenSet, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.rules import Profile
from ...errors import InputError
from ...i18n import tr
from ...measures.atom_counts import AtomCounts
from ...measures.homes import Homes
from .differencing import difference_atoms

POPULATION = "population"
WHOLE = ("", "")
"""The key of the whole municipality."""
Cell = Tuple[str, str, str]
"""(area set, area, indicator)."""


@dataclass(frozen=True)
class Place:
    """What numbers are of: an area, the whole municipality (both ids empty), or a group areas give
    away.

    Attributes:
        atoms: what it is made of.
        shown: False for a group that can be worked out only.
        left_over: what one area, or several together, leave of another.
    """

    area_set: str
    area_id: str
    atoms: np.ndarray
    shown: bool = True
    left_over: bool = False

    @property
    def key(self) -> Tuple[str, str]:
        """(area set, area)."""
        return self.area_set, self.area_id


def residents_of(counts: AtomCounts, period: str) -> Tuple[np.ndarray, Optional[Homes]]:
    """(residents by atom, households); households None where the register does not tell.

    Raises:
        InputError: the residents were not counted in ``period``.
    """
    found = counts.values.get((period, POPULATION))
    if found is None:
        raise InputError(
            tr(
                "The residents of {period} were not counted, so no area can be judged too small.",
                period=period,
            ),
            tr("Count the indicator population along with the others."),
        )
    return found["numerator"], counts.homes(period, POPULATION)


def areas_of(counts: AtomCounts) -> List[Place]:
    """The municipality and every area of every set."""
    places = [Place(*WHOLE, np.arange(counts.atoms))]
    for set_id, (atoms, areas) in counts.members.items():
        order = np.argsort(areas, kind="stable")
        starts = np.searchsorted(areas[order], np.arange(len(counts.area_ids[set_id]) + 1))
        places += [
            Place(set_id, area_id, np.unique(atoms[order][starts[n] : starts[n + 1]]))
            for n, area_id in enumerate(counts.area_ids[set_id])
        ]
    return places


def derivable(
    counts: AtomCounts, areas: Sequence[Place], residents: np.ndarray, least: int
) -> List[Place]:
    """The groups that are no area but may be worked out.

    What an area leaves of one it lies in (the municipality among them), small groups that two sets
    give away together, and every atom.
    """
    inhabited = [replace(place, atoms=place.atoms[residents[place.atoms] > 0]) for place in areas]
    known = {tuple(place.atoms) for place in inhabited}
    left = [tuple(group) for group in _left_over(inhabited, counts.atoms)]
    left += [
        tuple(group) for group in difference_atoms(list(counts.members.values()), residents, least)
    ]
    groups = {group: True for group in left if group and group not in known}
    for atom in np.flatnonzero(residents > 0):
        groups.setdefault((int(atom),), False)
    return [
        Place("", f"#{number}", np.array(group), False, left_over)
        for number, (group, left_over) in enumerate(groups.items(), start=1)
        if group not in known
    ]


def _left_over(areas: Sequence[Place], atoms: int) -> List[np.ndarray]:
    """What every area leaves of each area that it lies in."""
    inside = np.zeros((len(areas), atoms), dtype=bool)
    for position, place in enumerate(areas):
        inside[position, place.atoms] = True
    groups = []
    for position, place in enumerate(areas):
        if len(place.atoms):
            around = inside[:, place.atoms].all(axis=1)
            around[position] = False
            groups += [
                np.flatnonzero(inside[other] & ~inside[position])
                for other in np.flatnonzero(around)
            ]
    return groups


@dataclass(frozen=True)
class TooSmall:
    """An area under the gate: its residents and households (NaN unknown)."""

    area_set: str
    area_id: str
    residents: float
    households: float


def gated(
    areas: Sequence[Place],
    residents: np.ndarray,
    households: Optional[Homes],
    indicators: Sequence[Indicator],
    profile: Profile,
) -> FrozenSet[Tuple[str, str, str]]:
    """(area set, area, indicator) of inhabited areas with fewer residents or households than the
    profile, or the indicator's source, asks for."""
    few = set()
    for place in areas:
        persons, homes = _size(place, residents, households)
        for indicator in indicators:
            least_persons, least_homes = profile.gate(indicator)
            if 0 < persons < least_persons or (persons > 0 and homes < least_homes):
                few.add((*place.key, indicator.id))
    return frozenset(few)


def too_small(
    areas: Sequence[Place], residents: np.ndarray, households: Optional[Homes], profile: Profile
) -> List[TooSmall]:
    """The inhabited areas under the profile's own gate, smallest first."""
    found = []
    for place in areas:
        persons, homes = _size(place, residents, households)
        if (
            place.key != WHOLE
            and persons > 0
            and (persons < profile.gate_persons or homes < profile.gate_households)
        ):
            found.append(TooSmall(*place.key, persons, homes))
    return sorted(found, key=lambda one: (one.residents, one.area_id))


def _size(place: Place, residents: np.ndarray, households: Optional[Homes]) -> Tuple[float, float]:
    homes = np.nan if households is None else households.within(place.atoms)
    return float(residents[place.atoms].sum()), homes


def suggested_merges(
    sizes: Mapping[str, Tuple[float, float]],
    neighbours: Mapping[str, Set[str]],
    least: Tuple[int, int],
) -> List[FrozenSet[str]]:
    """Which areas of a partition to merge so that each has enough residents and households.

    The smallest area is merged with its smallest neighbour, again and again, so a partition stays
    one. An area without neighbours (an island) is left as it is.

    Args:
        sizes: area → (residents, households); households NaN where unknown.
        neighbours: area → the areas it has a border with.
        least: (residents, households).
    Returns:
        The groups of two or more areas.
    """
    group_of: Dict[str, FrozenSet[str]] = {area: frozenset([area]) for area in sizes}

    def total(group: FrozenSet[str]) -> Tuple[float, float]:
        persons, homes = (sum(sizes[area][n] for area in group) for n in (0, 1))
        return persons, homes

    def by_size(group: FrozenSet[str]) -> Tuple[float, List[str]]:
        return total(group)[0], sorted(group)

    def small(group: FrozenSet[str]) -> bool:
        persons, homes = total(group)
        return 0 < persons < least[0] or (persons > 0 and homes < least[1])

    alone: Set[FrozenSet[str]] = set()
    while True:
        waiting = sorted(
            {g for g in group_of.values() if small(g) and g not in alone},
            key=by_size,
        )
        if not waiting:
            break
        group = waiting[0]
        around = {
            group_of[other]
            for area in group
            for other in neighbours.get(area, ())
            if other in group_of
        }
        around.discard(group)
        if not around:
            alone.add(group)
            continue
        smallest: FrozenSet[str] = min(around, key=by_size)
        joined = group | smallest
        group_of.update({area: joined for area in joined})
    return sorted({g for g in group_of.values() if len(g) > 1}, key=sorted)
