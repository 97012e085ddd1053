"""When figures come: the last that came of each source, how often they do, and what is late."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.law.dates import Serving
from ..periods import (
    MONTHS_OF_YEAR,
    day_after,
    is_year,
    month_number,
    month_text,
    reference_date,
    year_of,
    year_text,
)
from .periods_due import usual_step

SEEN_OFTEN = 3
"""So many deliveries show a rhythm of their own; before that the catalogue's counts."""
LATELY_DAYS = 14
"""So lately something came where the months before today are still being added."""
MISSED_MONTHS, MISSED_YEARS = 2, 1
"""How many more periods have been due when a source that is late has stopped."""


class Came(NamedTuple):
    """A ``period`` that came on a ``day`` (ISO)."""

    period: str
    day: str


class Usual(NamedTuple):
    """What the catalogue says: how many months lie between two figures (0: nobody knows), how many
    after its period one comes, and, where the law says it, in which month that of a year does."""

    step: int
    lag_months: int
    law: Optional[Serving] = None


@dataclass(frozen=True)
class Source:
    """What comes together: a register, or a finished indicator.

    Attributes:
        names: what it is called; several where several come as one.
        came: every delivery of it; none where it never came.
        flow: does it count what happens in its period, which must be over then?
        law: does the law measure it?
    """

    names: Tuple[str, ...]
    came: Tuple[Came, ...]
    usual: Usual
    flow: bool = False
    law: bool = False


@dataclass(frozen=True)
class Due:
    """What is expected of a source.

    Attributes:
        last: its newest period, ``delivered`` the day (ISO) that came last; empty where none ever
            came.
        step: how many months lie between two of its periods; 0 where nobody knows.
        expected: the period that comes next, and ``by`` when (ISO); empty where nobody knows.
        late: by how many days it is late today.
        missing: periods before ``last`` that never came.
        stopped: more than one period should have come since ``last``: a gap from there.
        catching_up: so it is, but ``last`` itself came so lately that what is older is being added:
            neither late nor stopped.
    """

    names: Tuple[str, ...]
    law: bool
    last: str
    delivered: str
    step: int
    expected: str = ""
    by: str = ""
    late: int = 0
    missing: Tuple[str, ...] = ()
    stopped: bool = False
    catching_up: bool = False


def usual_of(indicator: Indicator, law: Optional[Serving] = None) -> Usual:
    """What the catalogue says of ``indicator``."""
    return Usual(usual_step(indicator), indicator.lag_months, law)


def due(source: Source, today: datetime.date) -> Due:
    """What is expected of ``source``.

    The rhythm is its own where it has come ``SEEN_OFTEN`` times: the usual distance between its
    periods, and how many days after them they usually came (of what came on one day the newest
    counts, for what is older came with it). Else it is the catalogue's.
    """
    periods = _of_one_kind(source.came)
    if not periods:
        return _never_came(source, today)
    last = periods[-1]
    step = _step(periods, source.usual.step)
    found = Due(
        names=source.names,
        law=source.law,
        last=last,
        delivered=max(one.day for one in source.came if one.period == last),
        step=step,
        missing=_missing(periods, step),
    )
    if not step:
        return found
    expected = _after(last, step)
    by = _day_due(source, expected, _days_after(source, periods))
    missed = MISSED_YEARS if is_year(last) else MISSED_MONTHS
    much_later = by + (reference_date(_after(expected, missed * step)) - reference_date(expected))
    stopped = today > much_later
    since = (today - datetime.date.fromisoformat(found.delivered)).days
    catching_up = stopped and since <= LATELY_DAYS
    return replace(
        found,
        expected=expected,
        by=by.isoformat(),
        late=0 if catching_up else max(0, (today - by).days),
        stopped=stopped and not catching_up,
        catching_up=catching_up,
    )


def calendar(sources: Sequence[Source], today: datetime.date) -> List[Due]:
    """``due`` of every source: what is late first, the longest in front; what comes together in one
    line."""
    together: Dict[Due, List[str]] = {}
    for source in sources:
        found = due(source, today)
        together.setdefault(replace(found, names=()), []).extend(found.names)
    lines = [replace(one, names=tuple(names)) for one, names in together.items()]
    return sorted(lines, key=lambda one: (-one.late, bool(one.last), not one.law, one.by))


def _of_one_kind(came: Sequence[Came]) -> List[str]:
    """The periods, ascending: months where there are any, else years."""
    periods = sorted({one.period for one in came})
    months = [period for period in periods if not is_year(period)]
    return months or periods


def _step(periods: Sequence[str], usual: int) -> int:
    if len(periods) < SEEN_OFTEN:
        return MONTHS_OF_YEAR if usual and is_year(periods[-1]) else usual
    numbers = [month_number(period) for period in periods]
    seen = Counter(b - a for a, b in zip(numbers, numbers[1:]))
    return min(seen, key=lambda step: (-seen[step], step))


def _after(period: str, step: int) -> str:
    """The period ``step`` months later; of years whole years."""
    if is_year(period):
        return year_text(year_of(period) + step // MONTHS_OF_YEAR)
    return month_text(month_number(period) + step)


def _missing(periods: Sequence[str], step: int) -> Tuple[str, ...]:
    if not step:
        return ()
    wanted, period, there = [], periods[0], set(periods)
    while period < periods[-1]:
        wanted.append(period)
        period = _after(period, step)
    return tuple(one for one in wanted if one not in there)


def _start(source: Source, period: str) -> datetime.date:
    """The day from which ``period`` is counted how late it comes."""
    return day_after(period) if is_year(period) or source.flow else reference_date(period)


def _days_after(source: Source, periods: Sequence[str]) -> Optional[float]:
    """How many days after its period a figure usually came; None where it has not come often."""
    first: Dict[str, str] = {}
    for one in source.came:
        first[one.period] = min(one.day, first.get(one.period, one.day))
    newest: Dict[str, str] = {}
    for period in periods:
        newest[first[period]] = max(period, newest.get(first[period], period))
    if len(newest) < SEEN_OFTEN:
        return None
    return median(
        (datetime.date.fromisoformat(day) - _start(source, period)).days
        for day, period in newest.items()
    )


def _day_due(source: Source, period: str, days: Optional[float]) -> datetime.date:
    if days is not None:
        return _start(source, period) + datetime.timedelta(days=round(days))
    law = source.usual.law
    if law is not None and is_year(period) and law.month:
        return reference_date(law.comes(year_of(period)))
    start = _start(source, period)
    return reference_date(month_text(month_number(start.isoformat()) + source.usual.lag_months))


def _never_came(source: Source, today: datetime.date) -> Due:
    """What the law needs and nobody has delivered: the newest year that should be there."""
    nothing = Due(names=source.names, law=source.law, last="", delivered="", step=source.usual.step)
    law = source.usual.law
    if law is None or not law.month:
        return nothing
    year = max(
        (y for y in range(today.year - 5, today.year + 1) if _comes(law, y) <= today),
        default=today.year,
    )
    by = _comes(law, year)
    return replace(
        nothing, expected=year_text(year), by=by.isoformat(), late=max(0, (today - by).days)
    )


def _comes(law: Serving, year: int) -> datetime.date:
    return reference_date(law.comes(year))
