"""Sums and means: one person may weigh more than another, so few persons and heavy persons are both
looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Mapping, Sequence, Tuple

import numpy as np
from scipy import sparse

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.rules import Profile
from .context import Context
from .numbers import NUMERATOR, Number
from .places import Place
from .primary import dominated, heavy
from .reasons import DERIVED, DOMINATED, FEW, FEW_HOUSEHOLDS

LEAST_UNITS = 5
"""The fewest persons behind a mean, whatever the profile: two know their own part each. Source:
Deutsche Bundesbank, sdcLog."""


class Sums:
    """The sums of one indicator over ``places``, by the rules of ``profile``.

    Args:
        totals: the sum by atom. persons: those behind it by atom.
        weights: (area set, area) → (what is left without the two largest contributions, in parts of
            the largest; those two, in parts of the sum).
    Attributes:
        numbers, zeros, rows: as ``family_numbers.FamilyNumbers``; a row is an atom.
    """

    def __init__(
        self,
        indicator: Indicator,
        totals: np.ndarray,
        persons: np.ndarray,
        places: Sequence[Place],
        profile: Profile,
        context: Context,
        weights: Mapping[Tuple[str, str], Tuple[float, float]],
    ):
        self._indicator, self._profile, self._context, self._weights = (
            indicator,
            profile,
            context,
            weights,
        )
        self._persons = persons
        self.rows = totals.astype("float64")
        self.floor = 0.0 if (totals >= 0).all() else -np.inf
        self.zeros: List[Dict[int, int]] = []
        there = persons > 0
        inhabited = [replace(place, atoms=place.atoms[there[place.atoms]]) for place in places]
        found = [self._number(place) for place in inhabited if len(place.atoms)]
        self.numbers = [number for number in found if number.place.shown or number.reason]

    def moves(self) -> sparse.csr_matrix:
        """Each atom's sum by itself."""
        return sparse.identity(len(self.rows), format="csr")

    def in_free_rows(self, column: Mapping[int, int]) -> Mapping[int, int]:
        """``column`` as it is."""
        return column

    def singletons(self) -> List[int]:
        """None: a reader cannot guess a sum."""
        return []

    def whole_numbers(self) -> bool:
        """Sums are no counts."""
        return False

    def _number(self, place: Place) -> Number:
        value = float(self.rows[place.atoms].sum())
        reason = self._reason(place)
        if reason and not place.shown:
            reason = DERIVED
        margin = abs(value) * self._profile.p_percent / 100.0 if reason else 0.0
        if self.floor == 0.0:
            margin = min(margin, value)
        return Number(
            kind=NUMERATOR,
            indicator=self._indicator.id,
            place=place,
            column={int(atom): 1 for atom in place.atoms},
            value=value,
            reason=reason,
            values=1,
            margin=margin,
        )

    def _reason(self, place: Place) -> str:
        name = self._indicator.id
        persons = self._persons[place.atoms].sum()
        homes = self._context.households.get(name)
        if persons < max(self._profile.least_persons(self._indicator), LEAST_UNITS):
            return FEW
        if (
            homes is not None
            and homes.have is not None
            and homes.have.within(place.atoms) < self._profile.households
        ):
            return FEW_HOUSEHOLDS
        rest, two = self._weights.get(place.key, (np.inf, 0.0))
        if heavy(rest, self._profile.p_percent) or dominated(
            [two], 1.0, self._profile.dominance_percent
        ):
            return DOMINATED
        return self._context.of_place(name, place)
