"""Means and medians: single values, kept until their period is whole and then only their spread."""

from __future__ import annotations

from collections import defaultdict
from typing import Dict, List, Mapping, NamedTuple, Tuple

import numpy as np

from ...catalogue.indicators.breakdowns import Breakdown
from ..plan.places import Places
from ..plan.register_plan import RegisterPlan
from ..plan.terms import Term
from ..rollup import Rollup, Spread, two_largest
from .piece import Piece


class _Values(NamedTuple):
    """Values of one piece: in which atoms, how large, and in which group of each breakdown."""

    atoms: np.ndarray
    values: np.ndarray
    groups: Mapping[Breakdown, np.ndarray]


class SingleValues:
    """The values of the means and medians of one register, and what is left of them by area.

    The values are the incomes of persons, so they are forgotten with their period: a median, the
    two largest and the sum by area are all that stays.
    """

    def __init__(self, plan: RegisterPlan, places: Places):
        self._plan, self._places = plan, places
        self._kept: Dict[Tuple[Term, str], List[_Values]] = defaultdict(list)
        self.spreads: Dict[Tuple[str, Term, str], Spread] = {}
        self.medians: Dict[Tuple[str, Term, str, Breakdown], np.ndarray] = {}

    def add(self, piece: Piece) -> None:
        """Keep the values of ``piece``."""
        for term in self._plan.values:
            rows, values = piece.counted(term), piece.values(term.column)
            breakdowns = [
                breakdown
                for breakdown in piece.groups
                if term in self._plan.medians and term in self._plan.terms[breakdown]
            ]
            for period, part in piece.periods:
                here = rows if part is None else rows[np.isin(rows, part, assume_unique=True)]
                groups = {
                    breakdown: piece.groups[breakdown][here].astype("int32")
                    for breakdown in breakdowns
                }
                kept = _Values(piece.atoms[here].astype("int32"), values[here], groups)
                self._kept[(term, period)].append(kept)

    def finish(self, period: str) -> None:
        """No more rows of ``period`` will come: work out its spreads, forget its values."""
        rollups: Dict[str, Rollup] = {}
        for term in self._plan.values:
            kept = self._kept.pop((term, period), [])
            if not kept:
                continue
            if not rollups:
                sets = self._places.area_sets
                rollups = {s.id: Rollup(self._places.atoms, s) for s in sets}
            self._spread(term, period, kept, rollups)

    def _spread(
        self, term: Term, period: str, kept: List[_Values], rollups: Mapping[str, Rollup]
    ) -> None:
        atoms = np.concatenate([part.atoms for part in kept])
        values = np.concatenate([part.values for part in kept])
        groups = {
            breakdown: np.concatenate([part.groups[breakdown] for part in kept])
            for breakdown in kept[0].groups
        }
        top = two_largest(atoms, values)
        for area_set, rollup in rollups.items():
            self.spreads[(area_set, term, period)] = rollup.spread(
                atoms, values, top, with_median=term in self._plan.medians
            )
            for breakdown, of_values in groups.items():
                self.medians[(area_set, term, period, breakdown)] = rollup.medians(
                    atoms, values, of_values
                )
