"""Reference periods and days as files, their names and their cells write them."""

from __future__ import annotations

import datetime
import re
from typing import Optional

from ...errors import InputError
from ...i18n import tr
from ...periods import is_future, period_of_day
from .days import day_parts

MONTH_FORMS = (
    re.compile(r"^(?P<y>(?:19|20|21)\d{2})-?(?P<m>\d{2})( \D*)?$"),
    re.compile(r"^(?P<m>\d{1,2})[-./](?P<y>(?:19|20|21)\d{2})$"),
    re.compile(r"^(?P<y>(?:19|20|21)\d{2})M(?P<m>\d{2})$"),
)
YEAR_FORM = re.compile(r"^((?:19|20|21)\d{2})([.,]0)?$")
YEARS = range(1900, 2200)
"""Other years are none that a register is of; ``0461`` above a column is a municipality."""
DAY_IN_NAME = re.compile(
    r"(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])"
)
IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_]?(0[1-9]|1[0-2])(?!\d)")


def normal_period(text: str) -> Optional[str]:
    """``text`` as ``YYYY-MM`` or ``YYYY``, or None when it is no period; a day is its month."""
    text = text.strip()
    year = YEAR_FORM.match(text)
    if year:
        return year.group(1)
    for form in MONTH_FORMS:
        match = form.match(text)
        if match and 1 <= int(match["m"]) <= 12:
            return f"{match['y']}-{int(match['m']):02d}"
    day = day_of(text)
    return period_of_day(day) if day is not None and day.year in YEARS else None


def day_of(text: str) -> Optional[datetime.date]:
    """The day that ``text`` says (``2025-12-31``, ``31-12-2025``); None where it says a month, a
    year, no such day, or none at all."""
    parts = day_parts(text.strip())
    try:
        return datetime.date(*parts) if parts is not None else None
    except ValueError:
        return None


def period_in_name(name: str) -> Optional[str]:
    """The month in a file name (``persons_2026-01.csv``, ``udtraek_202601.csv``), or None."""
    match = IN_NAME.search(name)
    return f"{match[1]}-{match[2]}" if match else None


def day_in_name(name: str) -> Optional[datetime.date]:
    """The day in a file name (``persons_2025-12-31.csv``), or None."""
    match = DAY_IN_NAME.search(name)
    return day_of(match[0]) if match else None


def refuse_future(file: str, period: str) -> None:
    """Refuse a ``file`` whose period has not begun.

    Raises:
        InputError: it lies in the future.
    """
    if is_future(period):
        raise InputError(
            tr(
                "The file {file}: the period {period} lies in the future.", file=file, period=period
            ),
            tr("Correct the period, or check the clock of this machine."),
        )
