"""Which periods a series should have, so that one that is missing is seen."""

from __future__ import annotations

from functools import reduce
from math import gcd
from typing import List, Sequence

from ..catalogue.indicators.definitions import Indicator
from ..periods import (
    MONTHS_OF_YEAR,
    is_year,
    month_number,
    month_text,
    year_of,
    year_text,
)

MONTHS, YEARS = "month", "year"
"""The two kinds of series: figures of months (or of a day in a month), and of whole years."""
STEPS = {"quarterly": 3, "yearly": MONTHS_OF_YEAR, "per_election": 0}
"""How often a source comes at least, in months, by ``Indicator.frequency``: every month where it is
not named, 0 where nobody knows when it comes next."""
MIDDLE_OF_YEAR = (MONTHS_OF_YEAR - 1) / 2


def place_of(period: str) -> float:
    """Where ``period`` stands on an axis of months (``month_number``): a whole year in its
    middle."""
    return month_number(period) + (MIDDLE_OF_YEAR if is_year(period) else 0.0)


def usual_step(indicator: Indicator) -> int:
    """How many months the catalogue says lie between two figures; 0 where it does not know."""
    return STEPS.get(indicator.frequency, 1)


def step_of(indicator: Indicator, months: Sequence[int]) -> int:
    """How many months lie between two figures that come as they should: as often as the catalogue
    says, or oftener where they do."""
    usual = usual_step(indicator)
    ordered = sorted(months)
    return reduce(gcd, (b - a for a, b in zip(ordered, ordered[1:])), usual)


def due_periods(indicator: Indicator, periods: Sequence[str], until: str) -> List[str]:
    """The periods from the first to the last of ``periods`` (all months, or all years), and on to
    those that the source usually has when the monitor has ``until`` (``lag_months``). Those alone
    where nobody knows when the source comes (elections).

    Args:
        until: the newest period of the monitor; the last of ``periods`` where it is empty.
    """
    if not periods or not usual_step(indicator):
        return sorted(set(periods))
    first, last = min(periods), max(periods)
    newest = until or last
    if is_year(first):
        known = year_of(newest) if is_year(newest) else _last_year_known(indicator, newest)
        return [year_text(y) for y in range(year_of(first), max(year_of(last), known) + 1)]
    step = step_of(indicator, [month_number(period) for period in periods])
    known_month = month_number(last) if is_year(newest) else month_number(newest)
    end = max(month_number(last), known_month - indicator.lag_months)
    return [month_text(n) for n in range(month_number(first), end + 1, step)]


def _last_year_known(indicator: Indicator, month: str) -> int:
    """The last whole year that the source usually has in ``month``."""
    return (month_number(month) - indicator.lag_months) // MONTHS_OF_YEAR - 1
