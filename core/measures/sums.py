"""What an engine has added up in one register."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import FrozenSet, Mapping, Optional, Sequence, Tuple

import numpy as np

from ..catalogue.indicators.breakdowns import Breakdown
from .homes import Homes
from .plan.terms import Rows, Term
from .rollup import Spread


@dataclass(frozen=True)
class Sums:
    """The sums of one register; the atoms are those of the ``Places`` that were given.

    Attributes:
        terms: breakdown → the terms that were added up by it (``RegisterPlan.terms``).
        groups: breakdown → the codes of its groups, in the order of the columns of ``by_atom``;
            of ``WHOLE`` the one group "".
        by_atom: (breakdown, term, period) → (atoms, groups) sums. It may end before the last atom
            or group where those have none, and an entry may be missing where all are 0.
        homes: (rows, period) → the households of ``RegisterPlan.households``, an entry missing
            where there are none; None where no column says which household a row is of.
        spreads: (area set id, term, period) → by area, of the single values of
            ``RegisterPlan.values`` that have a value in the period.
        medians: (area set id, term, period, breakdown) → (areas, groups) medians of
            ``RegisterPlan.medians``, of every breakdown but ``WHOLE``, whose median is in
            ``spreads``.
    """

    terms: Mapping[Breakdown, Sequence[Term]]
    groups: Mapping[Breakdown, Sequence[str]]
    by_atom: Mapping[Tuple[Breakdown, Term, str], np.ndarray]
    homes: Optional[Mapping[Tuple[Rows, str], Homes]]
    spreads: Mapping[Tuple[str, Term, str], Spread] = field(default_factory=dict)
    medians: Mapping[Tuple[str, Term, str, Breakdown], np.ndarray] = field(default_factory=dict)

    def has(self, breakdown: Breakdown, term: Term) -> bool:
        """Is ``term`` added up by ``breakdown``?"""
        return term in self._added_up.get(breakdown, ())

    @cached_property
    def _added_up(self) -> Mapping[Breakdown, FrozenSet[Term]]:
        return {breakdown: frozenset(terms) for breakdown, terms in self.terms.items()}

    def of(self, breakdown: Breakdown, term: Term, period: str, group: str = "") -> np.ndarray:
        """(atoms,) sums of one ``group``; shorter where the last atoms have none."""
        sums = self.by_atom.get((breakdown, term, period))
        groups = self.groups[breakdown]
        if sums is None or group not in groups:
            return np.zeros(0)
        position = groups.index(group)
        return sums[:, position] if position < sums.shape[1] else np.zeros(0)

    def households(self, rows: Rows, period: str) -> Optional[Homes]:
        """Households of the ``rows``; None where no column says which household a row is of."""
        return None if self.homes is None else self.homes.get((rows, period), Homes(np.zeros(0)))
