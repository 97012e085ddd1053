"""What is in force: today what the newest run gave, of each area set its own newest.

Nobody else asks which run a figure is to be taken from.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Optional, Sequence

import pandas as pd

from ...measures.atom_counts import AtomCounts
from ..form.tables import read_table
from ..opening.database import Database
from .atoms import read_atoms


def newest_run(connection: sqlite3.Connection) -> int:
    """The number of the newest run, 0 where nothing was counted."""
    return int(connection.execute("SELECT coalesce(max(run), 0) FROM runs").fetchone()[0])


class InForce:
    """The figures in force in one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def observations(
        self, area_set: str, indicators: Sequence[str] = (), periods: Sequence[str] = ()
    ) -> pd.DataFrame:
        """The observations of ``area_set`` that are not broken down by a facet, of ``indicators``
        and ``periods`` alone where some are named: ``area_id``, ``period``, ``indicator``,
        ``numerator`` and ``denominator`` (in what the indicator counts), ``value`` (in its unit),
        ``persons``, ``status`` (``measures.observations``)."""
        wanted, when = json.dumps(list(indicators)), json.dumps(list(periods))
        with self._database.reading() as connection:
            return read_table(
                connection,
                "observations",
                "SELECT area_id, period, indicator, numerator, denominator, value, persons, status "
                "FROM observations WHERE area_set = ? AND coalesce(facet, '') = '' "
                "AND run = (SELECT max(run) FROM observations WHERE area_set = ?) "
                "AND (? = '[]' OR indicator IN (SELECT value FROM json_each(?))) "
                "AND (? = '[]' OR period IN (SELECT value FROM json_each(?))) ORDER BY fid",
                (area_set, area_set, wanted, wanted, when, when),
            )

    def held(self, area_set: str) -> pd.DataFrame:
        """What there is of ``area_set``: a row of ``indicator`` and ``period`` for each two that
        have observations in force, by indicator and period."""
        with self._database.reading() as connection:
            return read_table(
                connection,
                "observations",
                "SELECT DISTINCT indicator, period FROM observations "
                "WHERE area_set = ? AND coalesce(facet, '') = '' "
                "AND run = (SELECT max(run) FROM observations WHERE area_set = ?) "
                "ORDER BY indicator, period",
                (area_set, area_set),
            )

    def assessments(self, area_set: str) -> pd.DataFrame:
        """The assessments of ``area_set``: the columns of ``assessments``, and the areas'
        ``name``."""
        with self._database.reading() as connection:
            return read_table(
                connection,
                "assessments",
                "SELECT s.*, a.name FROM assessments s JOIN areas a "
                "ON a.area_set = s.area_set AND a.area_id = s.area_id WHERE s.area_set = ? "
                "AND s.run = (SELECT max(run) FROM assessments WHERE area_set = ?) ORDER BY s.fid",
                (area_set, area_set),
                whole=True,
            )

    def references(self) -> Optional[pd.DataFrame]:
        """The reference values: ``level``, ``code``, ``period``, ``indicator``, ``value`` (in the
        indicator's unit), ``persons`` (that it is the mean of); None where there are none."""
        with self._database.reading() as connection:
            table = read_table(
                connection,
                "reference_values",
                "SELECT * FROM reference_values "
                "WHERE run = (SELECT max(run) FROM runs) ORDER BY fid",
                whole=True,
            ).drop(columns=["fid", "run"])
        return table if len(table) else None

    def atoms(self, indicators: Sequence[str] = ()) -> Optional[AtomCounts]:
        """The sums by atom, of ``indicators`` alone where some are named; None where an earlier
        version counted, which kept none."""
        with self._database.reading() as connection:
            return read_atoms(connection, newest_run(connection), indicators)
