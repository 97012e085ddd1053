"""The newest addition that still stands, and which periods the file has: what must be known before
anything is added or taken back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import List, Optional, Tuple

from ...periods import is_year, month_number
from ..opening.database import Database

NEWEST = """
SELECT run, created FROM runs
WHERE coalesce(undone, '') = '' ORDER BY run DESC LIMIT 1
"""
DELIVERIES_OF_RUN = """
SELECT coalesce(name, ''), coalesce(register, ''), coalesce(period, ''), coalesce(rows, 0)
FROM deliveries WHERE run = ? ORDER BY fid
"""


@dataclass(frozen=True)
class Addition:
    """One addition.

    Attributes:
        created: when (ISO 8601).
        periods: those it brought, ascending.
        deliveries: (name, register, period, rows) of what came.
        first: did nothing stand before it?
    """

    number: int
    created: str
    periods: Tuple[str, ...]
    deliveries: Tuple[Tuple[str, str, str, int], ...] = ()
    first: bool = False


def newest_not_undone(connection: sqlite3.Connection) -> int:
    """The number of the newest addition that still stands, 0 where there is none."""
    found = connection.execute(
        "SELECT coalesce(max(run), 0) FROM runs WHERE coalesce(undone, '') = ''"
    ).fetchone()
    return int(found[0])


def newest_addition(database: Database) -> Optional[Addition]:
    """The newest addition that is not taken back; None where there is none."""
    with database.reading() as connection:
        found = connection.execute(NEWEST).fetchone()
        if found is None:
            return None
        number = int(found[0])
        periods = connection.execute(
            "SELECT DISTINCT period FROM parts WHERE run = ?", (number,)
        ).fetchall()
        before = connection.execute(
            "SELECT count(*) FROM runs WHERE run < ? AND coalesce(undone, '') = ''", (number,)
        ).fetchone()[0]
        deliveries = connection.execute(DELIVERIES_OF_RUN, (number,)).fetchall()
    return Addition(
        number,
        str(found[1]),
        tuple(in_time([period for (period,) in periods])),
        tuple((str(n), str(kind), str(p), int(rows)) for n, kind, p, rows in deliveries),
        not before,
    )


def periods_there(database: Database) -> List[str]:
    """The periods that figures are in force of, ascending; no figure is read."""
    with database.reading() as connection:
        rows = connection.execute("SELECT DISTINCT period FROM parts WHERE in_force = 1").fetchall()
    return in_time([period for (period,) in rows])


def in_time(periods: List[str]) -> List[str]:
    """``periods`` from the oldest on; a year before its January."""
    return sorted(periods, key=lambda period: (month_number(period), not is_year(period)))
