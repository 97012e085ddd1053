"""From sums by atom to observations by area."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from ..catalogue.indicators.breakdowns import WHOLE, Breakdown, breakdown_id
from .coverage import Coverage
from .plan.terms import Plan, Term
from .rollup import Rollup
from .sums import Sums

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
SOURCE, OF_FIGURES, OF_REGISTER = "source", "figures", "register:"
"""The column that says where a figure is from, and what it says: finished figures, or a register
(``register:persons``); both with + between where a figure is made of several."""
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


Block = Dict[str, Any]
"""One period, indicator and group: texts for all areas, and arrays by area."""
FIGURES = ("numerator", "denominator", "value", "persons", "households", "status")


class Observing:
    """Makes the observations of one area set.

    Args:
        sums: register kind → its sums. coverage: the periods it covers.
    """

    def __init__(
        self, area_set: AreaSet, rollup: Rollup, sums: Mapping[str, Sums], coverage: Coverage
    ):
        self._set, self._rollup, self._sums, self._coverage = area_set, rollup, sums, coverage

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
        """
        blocks = list(self._blocks(plans, breakdowns, periods))
        columns: Dict[str, Any] = {
            "area_id": np.tile(np.array(self._set.area_ids, dtype=object), len(blocks))
        }
        for name in ("period", "indicator", *FACET_COLUMNS):
            texts = np.array([block[name] for block in blocks], dtype=object)
            columns[name] = np.repeat(texts, self._rollup.areas)
        for name in FIGURES:
            columns[name] = np.concatenate([block[name] for block in blocks]) if blocks else []
        columns["vintage"] = vintage
        names = COLUMNS + (FACET_COLUMNS if len(breakdowns) > 1 else ())
        return pd.DataFrame(columns, columns=list(names))

    def _blocks(
        self,
        plans: Sequence[Plan],
        breakdowns: Sequence[Breakdown],
        periods: Optional[Sequence[str]],
    ) -> Iterator[Block]:
        """The blocks of every period, and in it of every indicator whose register covers it."""
        for period in self._coverage.periods_of_all(plans, periods):
            for one in plans:
                if period in self._coverage.periods_of(one.indicator.register):
                    for breakdown in breakdowns:
                        yield from self._blocks_of(one, period, breakdown)

    def _blocks_of(self, one: Plan, period: str, breakdown: Breakdown) -> List[Block]:
        """One block for each group of ``breakdown`` that the indicator is counted in."""
        mine = self._sums[one.indicator.register]
        if not mine.has(breakdown, one.numerator):
            return []
        other = self._sums.get(one.indicator.denominator_register)
        if other is None or not other.has(breakdown, one.denominator):
            return [] if breakdown else [self._block(one, period, breakdown, "")]
        return [
            self._block(one, period, breakdown, group) for group in sorted(mine.groups[breakdown])
        ]

    def _block(self, one: Plan, period: str, breakdown: Breakdown, group: str) -> Block:
        indicator = one.indicator
        at = self._coverage.denominator_period(indicator, period)
        unknown = np.full(self._rollup.areas, np.nan)

        def summed(term: Term, when: Optional[str]) -> np.ndarray:
            if when is None:
                return unknown
            return self._rollup.sums(self._sums[term.register].of(breakdown, term, when, group))

        numerator, denominator = summed(one.numerator, period), summed(one.denominator, at)
        # where the numerator concerns nobody, that is known: nothing happened
        known = np.where(summed(one.concerned, period) > 0, summed(one.known, period), denominator)
        persons = summed(one.behind, at)
        status = _status(denominator, known, persons)
        value = _value(indicator.scale, numerator, denominator, status)
        if indicator.numerator_kind == "median":
            numerator, value = unknown, self._median(one.numerator, period, breakdown, group)
        return {
            "period": period,
            "indicator": indicator.id,
            "facet": breakdown_id(breakdown),
            "facet_value": group,
            "numerator": numerator,
            "denominator": unknown if indicator.scale is None else denominator,
            "value": value,
            "persons": persons,
            "households": unknown if breakdown else self._households(one, at),
            "status": status,
        }

    def _households(self, one: Plan, at: Optional[str]) -> np.ndarray:
        """The households behind the numbers, which are counted of everybody alone."""
        homes = None
        if at is not None:
            homes = self._sums[one.behind.register].households(one.behind, at)
        if homes is None:
            return np.full(self._rollup.areas, np.nan)
        return self._rollup.households(homes)

    def _median(self, term: Term, period: str, breakdown: Breakdown, group: str) -> np.ndarray:
        sums, unknown = self._sums[term.register], np.full(self._rollup.areas, np.nan)
        if breakdown == WHOLE:
            spread = sums.spreads.get((self._set.id, term, period))
            return unknown if spread is None else spread.median
        by_group = sums.medians.get((self._set.id, term, period, breakdown))
        position = sums.groups[breakdown].index(group)
        if by_group is None or position >= by_group.shape[1]:
            return unknown
        return by_group[:, position]


def _value(
    scale: Optional[float], numerator: np.ndarray, denominator: np.ndarray, status: np.ndarray
) -> np.ndarray:
    """``scale`` × numerator / denominator, never rounded; of a plain count the count."""
    if scale is None:
        return np.where(status == UNKNOWN, np.nan, numerator)
    with np.errstate(invalid="ignore", divide="ignore"):
        there = (status == COUNTED) & (denominator > 0)
        return np.where(there, scale * numerator / denominator, np.nan)


def _status(denominator: np.ndarray, known: np.ndarray, persons: np.ndarray) -> np.ndarray:
    return np.select(
        [np.isnan(denominator), (known == 0) & (persons > 0), denominator == 0],
        [NO_DENOMINATOR, UNKNOWN, NOBODY],
        COUNTED,
    ).astype(object)
