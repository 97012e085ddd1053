"""Days as files write them, some of them as instants of universal time."""

from __future__ import annotations

import datetime
import re
from typing import Optional, Tuple

TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?"
ZONE = r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)"
NO_YEAR = r"(?!.*(?<![\d:,])(?:19|20)\d\d(?!\d))"
"""Where a second day follows, it is a span of days and not one."""
ISO_DAY = re.compile(
    rf"^(?P<y>\d{{4}})-?(?P<m>\d{{2}})-?(?P<d>\d{{2}})(?:[T ](?:{TIME}{ZONE}$|{NO_YEAR}.*$))?$",
    re.IGNORECASE,
)
DANISH_DAY = re.compile(
    rf"^(?P<d>\d{{1,2}})[-./](?P<m>\d{{1,2}})[-./](?P<y>\d{{4}})(?:[T ]+{TIME}(?:{ZONE})?)?$",
    re.IGNORECASE,
)
SUMMER_TIME_SINCE, TO_OCTOBER_SINCE = 1980, 1996


def day_parts(text: str) -> Optional[Tuple[int, int, int]]:
    """Year, month and day that ``text`` says, whether or not there is such a day; None where it
    says none.

    ``2026-01-31``, ``20260131``, ``31-01-2026``, ``31.1.2026`` and ``31/01/2026``, each with a time
    of day behind it or without; a time with its zone (``2025-12-31T23:00:00Z``) is the day it then
    was in Denmark.
    """
    found = ISO_DAY.match(text) or DANISH_DAY.match(text)
    if found is None:
        return None
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if found["zone"]:
        try:
            there = datetime.datetime(year, month, day, int(found["hour"]), int(found["minute"]))
            here = danish_time(there - _offset(found["zone"]))
        except (ValueError, OverflowError):
            return year, month, day
        return here.year, here.month, here.day
    return year, month, day


def _offset(zone: str) -> datetime.timedelta:
    digits = zone[1:].replace(":", "")
    if not digits.isdigit():
        return datetime.timedelta(0)
    minutes = 60 * int(digits[:2]) + int(digits[2:] or 0)
    return datetime.timedelta(minutes=-minutes if zone[0] == "-" else minutes)


def danish_time(instant: datetime.datetime) -> datetime.datetime:
    """Clock time in Denmark at an ``instant`` of universal time, since 1949 (Windows' Python knows
    no zones)."""
    summer = False
    if instant.year >= SUMMER_TIME_SINCE:
        first = (
            _last_sunday(instant.year, 3)
            if instant.year > SUMMER_TIME_SINCE
            else datetime.datetime(1980, 4, 6)
        )
        last = _last_sunday(instant.year, 10 if instant.year >= TO_OCTOBER_SINCE else 9)
        summer = first <= instant - datetime.timedelta(hours=1) < last
    return instant + datetime.timedelta(hours=2 if summer else 1)


def _last_sunday(year: int, month: int) -> datetime.datetime:
    last = datetime.datetime(year, month, 31 if month != 9 else 30)
    return last - datetime.timedelta(days=(last.weekday() + 1) % 7)
