"""How long figures stay: of every period what is in force and a number of earlier vintages, and of
months as many years as the municipality has chosen; after that each year's January, whose figures
the law takes.

What was delivered, sent and released is kept for ever and is not touched here.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
from typing import List, Sequence, Set, Tuple

import pandas as pd

from ...errors import InputError
from ...i18n import tr
from ...periods import is_year, month_of, years_before
from ..form.schema import AREA_BITS
from ..form.tables import append, read_table
from ..opening.database import Database
from ..settings import VINTAGES_KEPT, setting

TOO_OLD = """
SELECT fid, run, period FROM (SELECT fid, run, period, in_force, dense_rank() OVER
(PARTITION BY area_set, period, indicator, facet, facet_value ORDER BY run DESC) AS age
FROM parts WHERE kept = 1 AND period IN (SELECT value FROM json_each(?)))
WHERE in_force = 0 AND age > 1 + ?
AND fid NOT IN (SELECT replaces FROM parts WHERE in_force = 1)
"""
"""What the figures in force replaced stays, however many have come behind it: the newest addition
can be taken back."""
LEAST_YEARS = 2
"""The law takes means of two years: the newest month is judged with the same month a year
before."""
OF_PERIODS = "SELECT fid FROM parts WHERE period IN (SELECT value FROM json_each(?)) AND kept = 1"
JANUARY = 1


def forget_vintages(connection: sqlite3.Connection, periods: Sequence[str]) -> Set[Tuple[int, str]]:
    """Take away the figures of vintages of ``periods`` that are too many; that they were there, and
    their totals, stays.

    Returns:
        (addition, period) of the figures that went.
    """
    found = connection.execute(
        TOO_OLD, (json.dumps(list(periods)), int(setting(connection, VINTAGES_KEPT)))
    ).fetchall()
    _forget_figures(connection, [part for part, _, _ in found])
    return {(run, period) for _, run, period in found}


def too_old(connection: sqlite3.Connection, years: int) -> List[str]:
    """The months that go when monthly figures are kept for ``years`` back from the newest,
    ascending: no January, and no yearly figure."""
    months = [
        period
        for (period,) in connection.execute("SELECT DISTINCT period FROM parts WHERE in_force = 1")
        if not is_year(period)
    ]
    if not months:
        return []
    last = years_before(max(months), years)
    return sorted(p for p in months if p <= last and month_of(p) != JANUARY)


def forget_months(connection: sqlite3.Connection, periods: Sequence[str]) -> None:
    """Take away all figures, assessments, sums by atom and index scores of ``periods``."""
    wanted = json.dumps(list(periods))
    found = connection.execute(OF_PERIODS, (wanted,)).fetchall()
    _forget_figures(connection, [part for (part,) in found])
    for statement in (
        "UPDATE parts SET in_force = 0 WHERE period IN (SELECT value FROM json_each(?))",
        "DELETE FROM assessments WHERE period IN (SELECT value FROM json_each(?))",
        "DELETE FROM judged_before WHERE period IN (SELECT value FROM json_each(?))",
        "DELETE FROM atom_counts WHERE period IN (SELECT value FROM json_each(?))",
        "DELETE FROM concentrations WHERE period IN (SELECT value FROM json_each(?))",
        "DELETE FROM halves WHERE period IN (SELECT value FROM json_each(?))",
        "DELETE FROM index_scores WHERE period IN (SELECT value FROM json_each(?))",
    ):
        connection.execute(statement, (wanted,))


def _forget_figures(connection: sqlite3.Connection, parts: Sequence[int]) -> None:
    for part in parts:
        connection.execute(
            "DELETE FROM figures WHERE fid BETWEEN ? AND ?",
            (part << AREA_BITS, ((part + 1) << AREA_BITS) - 1),
        )
        connection.execute("UPDATE parts SET kept = 0 WHERE fid = ?", (part,))


class Retention:
    """How long one monitor file keeps its months."""

    def __init__(self, database: Database):
        self._database = database

    def too_old(self, years: int) -> List[str]:
        """The months that ``forget(years)`` would take away, ascending."""
        with self._database.reading() as connection:
            return too_old(connection, years)

    def forget(self, periods: Sequence[str], years: int) -> None:
        """Take the figures of ``periods`` away, which must be those that are too old by ``years``;
        that they were there, when they went, and their totals, stays on record.

        Raises:
            InputError: they are others by now: nothing is taken away that nobody was told of.
            StoreError: nothing is changed.
        """
        with self._database.changing() as connection:
            if years < LEAST_YEARS or list(periods) != too_old(connection, years):
                raise InputError(
                    tr("The months that are too old are others than those shown."),
                    tr("Look at what will be deleted once more, and delete again."),
                )
            forget_months(connection, periods)
            about = {
                "made": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
                "years": years,
                "months": len(periods),
                "periods": json.dumps(list(periods)),
            }
            append(connection, "forgotten", pd.DataFrame([about]))

    def forgotten(self) -> pd.DataFrame:
        """What was taken away, the newest first: the columns of ``forgotten``."""
        with self._database.reading() as connection:
            return read_table(
                connection,
                "forgotten",
                "SELECT made, years, months, periods FROM forgotten ORDER BY fid DESC",
            )
