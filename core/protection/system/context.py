"""What the rules look at besides the numbers: households, small areas, and what is out already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, FrozenSet, Mapping, Optional, Sequence, Tuple

import numpy as np

from ...catalogue.protection.rules import Harmless
from ...measures.homes import Homes
from .numbers import DENOMINATOR, NUMERATOR, REST, CarriedBound, Number
from .places import Cell, Place
from .reasons import CARRIED, EARLIER, GATE


@dataclass(frozen=True)
class Households:
    """The households of those who have it, and of those who have not; None where nobody told."""

    have: Optional[Homes] = None
    rest: Optional[Homes] = None


@dataclass(frozen=True)
class Context:
    """What the rules look at besides the numbers.

    Attributes:
        households: indicator → its households. harmless: indicator → its harmless directions.
        gated: (area set, area, indicator) that must not show register attributes, the area being
            too small.
        earlier: (area set, area, indicator) hidden in an earlier release, few persons having
            changed since.
        carried: (area set, area, indicator) that keep the value shown before.
        shown_before: (area set, area, indicator) of shares carried → (numerator, denominator) shown
            before.
        kept: the same of all values that other releases of the period have carried over.
        inhabited: atoms where somebody lives; a reader does not know that nobody there has what is
            counted.
    """

    households: Mapping[str, Households] = field(default_factory=dict)
    harmless: Mapping[str, Harmless] = field(default_factory=dict)
    gated: FrozenSet[Cell] = frozenset()
    earlier: FrozenSet[Cell] = frozenset()
    carried: FrozenSet[Cell] = frozenset()
    shown_before: Mapping[Cell, Tuple[float, float]] = field(default_factory=dict)
    kept: Mapping[Cell, Sequence[Tuple[float, float]]] = field(default_factory=dict)
    inhabited: Optional[np.ndarray] = None

    def of_place(self, indicator: str, place: Place) -> str:
        """Why ``place`` shows nothing of ``indicator``, whatever the number is; empty where it
        may."""
        key = (*place.key, indicator)
        if key in self.gated:
            return GATE
        if key in self.earlier:
            return EARLIER
        return CARRIED if key in self.carried else ""

    def near(self, number: Number, turnover: int, is_carried: bool) -> Tuple[CarriedBound, ...]:
        """What values carried over say of the new ``number``: fewer than ``turnover`` have changed.

        Where more have (a value may be carried over for the sake of another), no less than that is
        said.

        Args:
            is_carried: does the cell keep its value, other releases aside?
        """
        key, kind, value = (*number.place.key, number.indicator), number.kind, number.value
        before = [self.shown_before[key]] if is_carried and key in self.shown_before else []
        found: Dict[float, CarriedBound] = {}
        out_already = [(shown, True) for shown in self.kept.get(key, ())]
        for (have, whole), for_good in [*out_already, *((shown, False) for shown in before)]:
            then = {NUMERATOR: have, REST: whole - have, DENOMINATOR: whole}.get(kind, np.nan)
            if not np.isnan(then) and then not in found:
                # fewer than the turnover have changed: of whole numbers, at most one less than it
                both_whole = float(value).is_integer() and float(then).is_integer()
                reach = max(float(turnover - both_whole), abs(value - then))
                found[then] = CarriedBound(max(then - reach, 0.0), then + reach, for_good)
        return tuple(found.values())
