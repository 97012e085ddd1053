"""Figures of other boundaries, added up from the sums by atom that are kept.

An atom has no outline of its own, but lies in areas of every set that was counted with it. Where
one of them lies wholly in a new area, or wholly outside it, the atom is known to do so; where none
does, it is shared out as the smallest of them, by area.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Mapping

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...areas.crosswalk import AREA, COLUMNS, PERSONS, Crosswalk
from ...areas.overlap import SLIVER, shares_of_areas, sizes
from ...catalogue.indicators.definitions import Indicator
from ...progress import Progress
from ..atom_counts import AtomCounts
from ..observations import COUNTED, NO_DENOMINATOR, NOBODY, UNKNOWN
from .sharing_out import values_of

ATOMS = "atoms"
"""How a figure came to a new area: every atom of it is known to lie in it."""
AMOUNTS = ("numerator", "denominator", "persons")


@dataclass(frozen=True)
class AtomShares:
    """Where atoms lie in new areas.

    Attributes:
        share: (atoms, new areas), 0-1. certain: the same, where that is known.
    """

    share: np.ndarray
    certain: np.ndarray

    def sums(self, of_atoms: np.ndarray) -> np.ndarray:
        """(new areas,) of (atoms,)."""
        return np.asarray(of_atoms, dtype="float64") @ self.share

    def sure(self, of_atoms: np.ndarray) -> np.ndarray:
        """Of which new areas is it known of every atom that has any?"""
        return np.asarray(~((np.asarray(of_atoms) > 0)[:, None] & ~self.certain).any(axis=0))


def shares_of_atoms(
    counts: AtomCounts, area_sets: Mapping[str, AreaSet], target: AreaSet, progress: Progress
) -> AtomShares:
    """Where the atoms of ``counts`` lie in the areas of ``target``.

    Args:
        area_sets: those that the atoms were counted in, in their boundaries of then.
    """
    share = np.zeros((counts.atoms, len(target.areas)))
    certain, smallest = np.zeros(share.shape, dtype=bool), np.full(counts.atoms, np.inf)
    for name, area_set in area_sets.items():
        found = shares_of_areas(area_set, target, progress)
        table = np.zeros((len(area_set.areas), len(target.areas)))
        table[found["own"], found["target"]] = found["share"]
        known, size = (table <= SLIVER) | (table >= 1 - SLIVER), sizes(area_set)
        for atom, area in zip(*(column.tolist() for column in counts.members[name])):
            first = known[area] & ~certain[atom]
            share[atom, first] = np.round(table[area, first])
            certain[atom] |= known[area]
            if size[area] < smallest[atom]:
                smallest[atom], rest = size[area], ~certain[atom]
                share[atom, rest] = table[area, rest]
    return AtomShares(share, certain)


def figures_by_atom(
    counts: AtomCounts, shares: AtomShares, target: AreaSet, period: str, indicator: Indicator
) -> pd.DataFrame:
    """``indicator`` of ``period`` in the areas of ``target``: ``area_id``, ``period``,
    ``indicator``, ``AMOUNTS``, ``value``, ``status`` and ``cast``, ``ATOMS`` or ``AREA``."""
    of_atoms = counts.values[(period, indicator.id)]
    table = pd.DataFrame({"area_id": list(target.area_ids)})
    table = table.assign(period=period, indicator=indicator.id)
    for name in AMOUNTS:
        table[name] = shares.sums(of_atoms[name]) if name in of_atoms else np.nan
    value = values_of(table["numerator"], table["denominator"], table["indicator"], [indicator])
    unknown = np.zeros(len(table), dtype=bool)
    if "known" in of_atoms:
        unknown = (shares.sums(of_atoms["concerned"]) > 0) & (shares.sums(of_atoms["known"]) == 0)
    scaled = indicator.scale is not None
    status = np.select(
        [unknown, scaled & table["denominator"].isna(), scaled & (table["denominator"] == 0)],
        [UNKNOWN, NO_DENOMINATOR, NOBODY],
        COUNTED,
    ).astype(object)
    sure = np.logical_and.reduce([shares.sure(of_atoms[n]) for n in AMOUNTS if n in of_atoms])
    return table.assign(
        value=np.where(status == COUNTED, value, np.nan),
        numerator=table["numerator"].mask(unknown),
        status=status,
        cast=np.where(sure, ATOMS, AREA).astype(object),
    )


def shared_by_residents(
    way: Crosswalk, counts: AtomCounts, shares: AtomShares, residents: np.ndarray
) -> Crosswalk:
    """``way`` with the areas that are not the same shared out by the ``residents`` of their atoms:
    by persons where it is known of each, else still by area."""
    atoms, places = counts.members[way.old.id]
    ids = list(counts.area_ids[way.old.id])
    before = list(way.old.area_ids)
    rows: List[Dict[str, object]] = []
    done = set()
    for area in set(before) - set(way.kept):
        mine = np.zeros(counts.atoms)
        if area in ids:
            inside = atoms[places == ids.index(area)]
            mine[inside] = residents[inside]
        total = mine.sum()
        if total <= 0:
            continue
        done.add(area)
        weights, sure = shares.sums(mine), shares.sure(mine)
        for n, (target, weight) in enumerate(zip(way.new.area_ids, weights)):
            if weight > 0:
                by = PERSONS if sure[n] else AREA
                row = (area, target, min(1.0, weight / total), weight, by)
                rows.append(dict(zip(COLUMNS, row)))
    taken = set(way.kept.values()) if way.new.kind == "partition" else set()
    fresh = pd.DataFrame([row for row in rows if row["to_area"] not in taken], columns=COLUMNS)
    rest = way.table[~way.table["from_area"].isin(done)]
    return replace(way, table=pd.concat([rest, fresh], ignore_index=True))
