"""Reference periods, ``YYYY-MM`` for a month and ``YYYY`` for a year: arithmetic, and how people
read them.

Months are counted since year 0 (``month_number``), so that a difference is a subtraction and
nothing depends on how long a month is. A year stands for its January wherever a single month is
asked for: the law's figures are those of 1 January.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, List, Optional, Tuple

from .i18n import language

if TYPE_CHECKING:
    import pandas as pd

MONTHS_OF_YEAR, MONTHS_OF_QUARTER, MONTHS_OF_HALF = 12, 3, 6
FORM = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?")
MONTH_NAMES = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def is_period(text: str) -> bool:
    """Is ``text`` a month or a year as periods are written here?"""
    return FORM.fullmatch(text) is not None


def is_year(period: str) -> bool:
    """Is ``period`` a whole year, and no month?"""
    return len(period) == len("YYYY")


def are_years(periods: "pd.Series") -> "pd.Series":
    """``is_year`` of every period."""
    return periods.str.len() == len("YYYY")


def year_of(period: str) -> int:
    """The year that ``period`` is, or lies in."""
    return int(period[:4])


def years_of(periods: "pd.Series") -> "pd.Series":
    """The ``year_of`` every period, as int64."""
    return periods.str[:4].astype(int)


def month_of(period: str) -> int:
    """The month of the year, 1 to 12; January for a year."""
    return int(period[5:7] or 1)


def as_month(period: str) -> str:
    """``period`` where it is a month; a year as its January."""
    return f"{period}-01" if is_year(period) else period


def reference_date(period: str) -> datetime.date:
    """The day residents are counted where the register says none: the first of the month, 1 January
    for a year."""
    return datetime.date(year_of(period), month_of(period), 1)


def period_of_day(day: datetime.date) -> str:
    """The month that ``day`` lies in."""
    return day.isoformat()[: len("YYYY-MM")]


def day_after(period: str) -> datetime.date:
    """The first day that is no longer in ``period``."""
    length = MONTHS_OF_YEAR if is_year(period) else 1
    return reference_date(month_text(month_number(period) + length))


def is_future(period: str, today: Optional[datetime.date] = None) -> bool:
    """Does ``period`` begin after ``today``?"""
    return reference_date(period) > (today or datetime.date.today())


def month_number(period: str) -> int:
    """Months since year 0; a yearly period is counted on 1 January."""
    return year_of(period) * MONTHS_OF_YEAR + month_of(period) - 1


def month_numbers(dates: "pd.Series") -> "pd.Series":
    """The ``month_number`` of every date; missing where the date is."""
    return dates.dt.year * MONTHS_OF_YEAR + dates.dt.month - 1


def year_and_month(number: int) -> Tuple[int, int]:
    """The year and the month of the year (1 to 12) of a ``month_number``."""
    return number // MONTHS_OF_YEAR, number % MONTHS_OF_YEAR + 1


def month_text(number: int) -> str:
    """The month of a ``month_number``."""
    year, month = year_and_month(number)
    return f"{year:04d}-{month:02d}"


def year_text(year: int) -> str:
    """The period of a whole ``year``."""
    return f"{year:04d}"


def quarter_start(number: int) -> int:
    """The first month of the quarter that a ``month_number`` lies in, as such a number."""
    return number - number % MONTHS_OF_QUARTER


def quarter_text(number: int) -> str:
    """The quarter that a ``month_number`` lies in, as Statistics Denmark writes it: ``2025K4``."""
    year, month = year_and_month(number)
    return f"{year_text(year)}K{(month - 1) // MONTHS_OF_QUARTER + 1}"


def part_of_year(year: str, part: int, months: int) -> str:
    """The first month of a ``part`` (counted from 1) of a ``year`` cut into parts of so many
    ``months``: ``2026-04`` is where the second quarter begins."""
    return month_text(month_number(year) + months * (part - 1))


def months_between(first: str, last: str) -> List[str]:
    """Every month from ``first`` to ``last`` (``YYYY-MM``), both with."""
    return [month_text(n) for n in range(month_number(first), month_number(last) + 1)]


def years_before(period: str, years: int) -> str:
    """The same month (or year) ``years`` earlier."""
    return year_text(year_of(period) - years) + period[4:]


def months_before(period: str, months: int) -> str:
    """The period ``months`` before; of a year (``YYYY``) whole years alone, else empty; empty also
    where there is no period."""
    if not period:
        return ""
    if is_year(period):
        years, rest = divmod(months, MONTHS_OF_YEAR)
        return "" if rest else years_before(period, years)
    return month_text(month_number(period) - months)


def period_text(period: str) -> str:
    """``2026-01`` as "januar 2026" in the language in use; a year as it is."""
    if is_year(period):
        return period
    name = MONTH_NAMES.get(language(), MONTH_NAMES["en"]).split()[month_of(period) - 1]
    return f"{name} {period[:4]}"


def day_text(day: str) -> str:
    """``2026-09-30`` as "30. september 2026" in the language in use."""
    mark = "." if language() == "da" else ""
    return f"{int(day[8:])}{mark} {period_text(day[:7])}"
