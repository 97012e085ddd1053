"""From sums by atom to observations by area."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.registers.kinds import register_kind
from ..periods import is_year, month_number, months_between
from .engines.tally import Breakdown, Tally, breakdown_id
from .plan.terms import Plan, Term
from .rollup import Rollup, Spread

COLUMNS = (
    "area_id",
    "period",
    "indicator",
    "numerator",
    "denominator",
    "value",
    "persons",
    "households",
    "status",
    "vintage",
)
FACET_COLUMNS = ("facet", "facet_value")
DENOMINATOR_SERVES_MONTHS = 24
COUNTED, NOBODY, UNKNOWN, NO_DENOMINATOR, FINISHED, HIDDEN = (
    "counted",
    "nobody",
    "unknown",
    "no_denominator",
    "finished",
    "hidden",
)
"""What ``status`` says: counted; nobody in the denominator; nobody has a known value; no register
gives the denominator of the period; a finished figure; hidden by its source."""

Spreads = Mapping[Tuple[Term, str], Spread]
Medians = Mapping[Tuple[Term, str, Breakdown], np.ndarray]


class Observing:
    """Makes the observations of one area set.

    Args:
        tallies: register kind → its sums. periods: register kind → the periods it has rows of.
        spreads: (term, period) → spread of the values of means and medians.
        medians: (term, period, breakdown) → (areas, groups) medians.
    """

    def __init__(
        self,
        area_set: AreaSet,
        rollup: Rollup,
        tallies: Mapping[str, Tally],
        periods: Mapping[str, Sequence[str]],
        spreads: Spreads,
        medians: Medians,
    ):
        self._set, self._rollup, self._tallies = area_set, rollup, tallies
        self._periods = {kind: _covered(kind, found) for kind, found in periods.items()}
        self._spreads, self._medians = spreads, medians

    def table(
        self,
        plans: Sequence[Plan],
        breakdowns: Sequence[Breakdown],
        vintage: str,
        periods: Optional[Sequence[str]] = None,
    ) -> pd.DataFrame:
        """Every area × period × indicator (× group): ``COLUMNS``, and ``FACET_COLUMNS`` with
        breakdowns.

        ``periods`` are given alone; all where it is None.

        A register of moves or events covers every month from its first to its last: a month without
        any is a month with none.
        """
        every = sorted(
            {
                period
                for one in plans
                for period in self._periods[one.indicator.register]
                if periods is None or period in periods
            }
        )
        blocks = [
            block
            for period in every
            for one in plans
            if period in self._periods[one.indicator.register]
            for breakdown in breakdowns
            for block in self._blocks(one, period, breakdown)
        ]
        table = {"area_id": np.tile(np.array(self._set.area_ids, dtype=object), len(blocks))}
        areas = self._rollup.areas
        for name in ("period", "indicator", *FACET_COLUMNS):
            table[name] = np.repeat(
                np.array([block[name] for block in blocks], dtype=object), areas
            )
        for name in ("numerator", "denominator", "value", "persons", "households", "status"):
            table[name] = np.concatenate([block[name] for block in blocks]) if blocks else []
        table["vintage"] = vintage
        columns = COLUMNS + (FACET_COLUMNS if len(breakdowns) > 1 else ())
        return pd.DataFrame(table, columns=list(columns))

    def _blocks(self, one: Plan, period: str, breakdown: Breakdown) -> List[Dict[str, object]]:
        """One block for each group of ``breakdown`` that the indicator is counted in."""
        tally = self._tallies[one.indicator.register]
        if breakdown not in tally.groups or not tally.has(breakdown, one.numerator):
            return []
        other = self._tallies.get(one.indicator.denominator_register)
        if other is None or not other.has(breakdown, one.denominator):
            return [] if breakdown else [self._block(one, period, breakdown, "")]
        return [
            self._block(one, period, breakdown, group)
            for group in sorted(tally.groups[breakdown].names)
        ]

    def _block(self, one: Plan, period: str, breakdown: Breakdown, group: str) -> Dict[str, object]:
        indicator = one.indicator
        at = self.denominator_period(indicator, period)

        def summed(term: Term, when: Optional[str]) -> np.ndarray:
            if when is None:
                return np.full(self._rollup.areas, np.nan)
            tally = self._tallies[term.register]
            names = tally.groups[breakdown].names
            sums = tally.sums(breakdown, term, when)
            position = names.index(group) if group in names else sums.shape[1]
            column = sums[:, position] if position < sums.shape[1] else np.zeros(0)
            return self._rollup.sums(column)

        numerator, denominator = summed(one.numerator, period), summed(one.denominator, at)
        # where the numerator concerns nobody, that is known: nothing happened
        known = np.where(summed(one.concerned, period) > 0, summed(one.known, period), denominator)
        homes = None
        if at is not None and not breakdown:
            homes = self._tallies[one.behind.register].households(one.behind, at)
        persons = summed(one.behind, at)
        status = _status(denominator, known, persons)
        block = {
            "period": period,
            "indicator": indicator.id,
            "facet": breakdown_id(breakdown),
            "facet_value": group,
            "numerator": numerator,
            "denominator": denominator
            if indicator.scale is not None
            else np.full(len(numerator), np.nan),
            "persons": persons,
            "households": np.full(len(numerator), np.nan)
            if homes is None
            else self._rollup.households(homes),
            "status": status,
            "value": self._value(one, numerator, denominator, status),
        }
        if indicator.numerator_kind == "median":
            block["numerator"] = np.full(len(numerator), np.nan)
            block["value"] = self._median(one.numerator, period, breakdown, group)
        return block

    def _median(self, term: Term, period: str, breakdown: Breakdown, group: str) -> np.ndarray:
        found = None
        if not breakdown:
            spread = self._spreads.get((term, period))
            found = None if spread is None else spread.median
        else:
            by_group = self._medians.get((term, period, breakdown))
            position = self._tallies[term.register].groups[breakdown].names.index(group)
            if by_group is not None and position < by_group.shape[1]:
                found = by_group[:, position]
        return np.full(self._rollup.areas, np.nan) if found is None else found

    def _value(
        self, one: Plan, numerator: np.ndarray, denominator: np.ndarray, status: np.ndarray
    ) -> np.ndarray:
        if one.indicator.scale is None:
            return np.where(status == UNKNOWN, np.nan, numerator)
        with np.errstate(invalid="ignore", divide="ignore"):
            there = (status == COUNTED) & (denominator > 0)
            return np.where(there, one.indicator.scale * numerator / denominator, np.nan)

    def periods_of(self, register: str) -> Sequence[str]:
        """The periods that the register of this kind covers."""
        return self._periods.get(register, ())

    def denominator_period(self, indicator: Indicator, period: str) -> Optional[str]:
        """The period whose denominator serves ``period``: the same, or the latest before it."""
        if indicator.denominator_register == indicator.register:
            return period
        known = self._periods.get(indicator.denominator_register, ())
        serving = [
            p
            for p in known
            if 0 <= month_number(period) - month_number(p) < DENOMINATOR_SERVES_MONTHS
        ]
        return max(serving, key=month_number) if serving else None


def _covered(kind: str, found: Sequence[str]) -> Sequence[str]:
    """The periods a register covers: its own, and for a flow the months between them too."""
    months = [period for period in found if not is_year(period)]
    if not register_kind(kind).flow or not months:
        return tuple(found)
    return tuple(sorted({*found, *months_between(min(months), max(months))}))


def _status(denominator: np.ndarray, known: np.ndarray, persons: np.ndarray) -> np.ndarray:
    return np.select(
        [np.isnan(denominator), (known == 0) & (persons > 0), denominator == 0],
        [NO_DENOMINATOR, UNKNOWN, NOBODY],
        COUNTED,
    ).astype(object)
