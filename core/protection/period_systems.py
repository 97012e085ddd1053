"""The systems of numbers of one period: everything that an edition could show, as its readers know
it to hang together.

A system is a family of counts (``system/family_numbers.py``) or the sums of one indicator
(``system/sums.py``); each is protected, or attacked, on its own.
"""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.protection.parts import is_part, sums_of_parts, sums_within_parts
from ..catalogue.protection.rules import Profile, harmless, identities
from ..errors import InputError
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..measures.homes import Homes
from .system.context import Context, Households
from .system.families import KERNEL, MEDIAN, RATE, SHARE, SUM, Family, families, holds, kind_of
from .system.family_numbers import FamilyNumbers
from .system.number_system import NumberSystem
from .system.places import Place, areas_of, derivable, gated, residents_of
from .system.relations import Relations
from .system.sums import Sums


def was_counted(indicator: Indicator, counts: AtomCounts, period: str) -> bool:
    """Was it counted? Of a part that nobody in the municipality is in there are no figures, which
    says so."""
    values = counts.values.get((period, indicator.id))
    if values is None or not is_part(indicator.id):
        return values is not None
    return bool(values.get("denominator", values["numerator"]).sum() > 0)


class PeriodSystems:
    """The systems of the ``indicators`` of one period, by the rules of ``profile``.

    Args:
        known_too: indicators that are not shown, but that somebody knows of the period already.
    Attributes:
        kinds: indicator → ``families.kind_of``, empty where it was not counted.
        areas: the municipality and every area of every set.
        residents: by atom. homes: their households; None where the register does not tell.
        relations: how the numbers hang together, of the families made last.
    """

    def __init__(
        self,
        counts: AtomCounts,
        indicators: Tuple[Indicator, ...],
        period: str,
        profile: Profile,
        known_too: Tuple[Indicator, ...] = (),
    ):
        self.counts, self.indicators, self.known_too = counts, indicators, known_too
        self.period, self.profile = period, profile
        self.kinds = {
            i.id: kind_of(i) if (period, i.id) in counts.values else ""
            for i in (*indicators, *known_too)
        }
        self.residents: np.ndarray
        self.homes: Optional[Homes]
        self.residents, self.homes = residents_of(counts, period)
        self.areas = areas_of(counts)
        self.relations: Tuple[Relations, ...] = ()

    def places(self) -> List[Place]:
        """The areas, and what else may be worked out from them."""
        return [
            *self.areas,
            *derivable(self.counts, self.areas, self.residents, self.profile.persons),
        ]

    def context(self) -> Context:
        """What the rules look at besides the numbers, earlier releases aside."""
        judged_by_size = [*self.of(SHARE, RATE, SUM, MEDIAN), *self.known_too_of(SHARE, RATE)]
        return Context(
            households=self._households(),
            harmless=harmless(),
            gated=gated(self.areas, self.residents, self.homes, judged_by_size, self.profile),
            inhabited=self.residents > 0,
        )

    def of(self, *kinds: str) -> List[Indicator]:
        """The indicators of some kinds."""
        return [i for i in self.indicators if self.kinds[i.id] in kinds]

    def known_too_of(self, *kinds: str) -> List[Indicator]:
        """Those of some kinds that are known already and not shown."""
        return [i for i in self.known_too if self.kinds[i.id] in kinds]

    def systems(self, places: Sequence[Place], context: Context) -> List[NumberSystem]:
        """All systems over ``places``: the families of counts, then the sums.

        How many stand behind a sum is a count and hangs together with others, so indicators of
        sums are in both.
        """
        of_counts = [*self.of(KERNEL, SHARE, RATE, SUM), *self.known_too_of(KERNEL, SHARE, RATE)]
        found: List[NumberSystem] = [
            FamilyNumbers(family, places, self.profile, context)
            for family in self.families(of_counts)
        ]
        return found + [self._sums_of(i, places, context) for i in self.of(SUM)]

    def families(self, indicators: Sequence[Indicator]) -> List[Family]:
        """The families of ``indicators``, with every sum that is declared or follows from parts.

        Raises:
            InputError: a sum that the municipality has declared does not hold.
        """
        names = [i.id for i in indicators]
        declared = [*identities(), *self.profile.own_sums]
        sums = [*declared, *sums_within_parts(declared, names), *sums_of_parts(names)]
        for one in self.profile.own_sums:
            if {one.whole, *one.parts} <= set(names) and not holds(one, self.counts, self.period):
                raise InputError(
                    tr(
                        "The sum declared for {indicator} does not hold in {period}.",
                        indicator=one.whole,
                        period=self.period,
                    ),
                    tr(
                        "Correct the identities in diskretion.json: the parts must add up to the "
                        "whole everywhere."
                    ),
                )
        found = families(indicators, self.counts, self.period, sums)
        self.relations = tuple(f.relations for f in found if f.relations is not None)
        return found

    def _sums_of(self, indicator: Indicator, places: Sequence[Place], context: Context) -> Sums:
        values = self.counts.values[(self.period, indicator.id)]
        about = self.counts.concentration
        here = about[(about["indicator"] == indicator.id) & (about["period"] == self.period)]
        weights = dict(zip(zip(here["area_set"], here["area_id"]), zip(here["rest"], here["two"])))
        return Sums(
            indicator,
            values["numerator"],
            values["persons"],
            places,
            self.profile,
            context,
            weights,
        )

    def _households(self) -> Dict[str, Households]:
        found = {}
        for indicator in (*self.indicators, *self.known_too):
            name = (
                "households"
                if self.kinds[indicator.id] in (SUM, MEDIAN)
                else "numerator_households"
            )
            have, rest = (
                self.counts.homes(self.period, indicator.id, one)
                for one in (name, "rest_households")
            )
            found[indicator.id] = Households(have, rest)
        return found
