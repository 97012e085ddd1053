"""The figures in force, read through a connection that is open: also in the transaction that adds
to them."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Optional, Sequence, Set, Tuple

import pandas as pd

from ..figures.parts import area_keys
from ..figures.rows import read_observations, read_parts
from ..figures.vintages import read_earlier
from ..form import schema
from ..form.tables import read_table

REFERENCES = """
SELECT level, code, period, indicator, value, persons FROM reference_values ORDER BY run, fid
"""
OF_REFERENCE = ["level", "code", "period", "indicator"]
"""What a reference value is of: of two that say the same the later is in force."""
ASSESSMENTS = """
SELECT s.*, a.name FROM assessments s JOIN areas a ON a.fid = s.area
WHERE s.area_set = ? AND (? = '' OR s.period = ?) ORDER BY s.period, a.position, s.fid
"""
LISTS = """
SELECT s.*, a.name FROM lists s JOIN areas a ON a.fid = s.area
WHERE s.area_set = ? ORDER BY s.period, a.position, s.fid
"""
NEWEST_STANDING = "SELECT * FROM runs WHERE coalesce(undone, '') = '' ORDER BY run DESC LIMIT 1"


class Reader:
    """What is in force in a monitor file that is open."""

    def __init__(self, connection: sqlite3.Connection):
        self._connection = connection

    def observations(
        self,
        area_set: str,
        indicators: Sequence[str] = (),
        periods: Sequence[str] = (),
        gone: bool = False,
    ) -> pd.DataFrame:
        """As ``InForce.observations``."""
        parts = read_parts(self._connection, area_set, indicators, periods, facets=False)
        table = read_observations(self._connection, parts, todays_areas=not gone)
        return table.drop(columns=["facet", "facet_value"])

    def earlier(self, area_set: str, indicator: str) -> pd.DataFrame:
        """As ``InForce.earlier``."""
        parts = read_earlier(self._connection, area_set, indicator)
        table = read_observations(self._connection, parts)
        return table.drop(columns=["facet", "facet_value"])

    def parts(
        self, area_set: str, indicators: Sequence[str] = (), periods: Sequence[str] = ()
    ) -> pd.DataFrame:
        """As ``InForce.parts``."""
        return read_parts(self._connection, area_set, indicators, periods, facets=False)

    def periods(self, area_set: str, indicators: Sequence[str] = ()) -> Dict[str, List[str]]:
        """Indicator → its periods in ``area_set``, ascending; no figure is read."""
        parts = self.parts(area_set, indicators)
        return {
            str(indicator): sorted(set(rows["period"]))
            for indicator, rows in parts.groupby("indicator", sort=False)
        }

    def assessments(self, area_set: str, period: str = "") -> pd.DataFrame:
        """As ``InForce.assessments``."""
        return read_table(
            self._connection, "assessments", ASSESSMENTS, (area_set, period, period), whole=True
        )

    def judged(self, area_set: str) -> List[str]:
        """As ``InForce.judged``."""
        rows = self._connection.execute(
            "SELECT DISTINCT period FROM assessments WHERE area_set = ? ORDER BY period",
            (area_set,),
        )
        return [str(period) for (period,) in rows]

    def levels(self, area_set: str) -> pd.DataFrame:
        """As ``InForce.levels``."""
        return read_table(
            self._connection,
            "assessments",
            "SELECT area_id, period, risk_level FROM assessments WHERE area_set = ? "
            "ORDER BY period, fid",
            (area_set,),
        )

    def knows_residents(self) -> bool:
        """As ``InForce.knows_residents``."""
        found = self._connection.execute(
            "SELECT 1 FROM assessments WHERE population IS NOT NULL LIMIT 1"
        )
        return found.fetchone() is not None

    def lists(self, area_set: str) -> pd.DataFrame:
        """As ``InForce.lists``."""
        return read_table(self._connection, "lists", LISTS, (area_set,), whole=True)

    def references(self) -> Optional[pd.DataFrame]:
        """As ``InForce.references``."""
        table = read_table(self._connection, "reference_values", REFERENCES).fillna({"code": ""})
        table = table.drop_duplicates(OF_REFERENCE, keep="last")
        order = ["level", "code", "indicator", "period"]
        return table.sort_values(order, ignore_index=True) if len(table) else None

    def todays_areas(self, area_set: str) -> Set[str]:
        """The ids of the areas that ``area_set`` has today."""
        return set(area_keys(self._connection, area_set))

    def area_sets(self) -> List[str]:
        """The area sets there are figures of."""
        rows = self._connection.execute("SELECT DISTINCT area_set FROM parts WHERE in_force = 1")
        return sorted(area_set for (area_set,) in rows)

    def judged_as(self) -> Dict[str, Any]:
        """How the assessments in the file were judged (columns of ``runs``); empty where that is
        not known."""
        found = self._connection.execute(
            "SELECT value FROM settings WHERE name = ?", (schema.JUDGED_AS,)
        ).fetchone()
        return {} if found is None else dict(json.loads(found[0]))

    def chosen(self, names: Sequence[str]) -> Dict[str, Any]:
        """What the newest addition that stands has in its columns ``names``, where it has
        something; empty where none stands."""
        cursor = self._connection.execute(NEWEST_STANDING)
        columns, row = [about[0] for about in cursor.description], cursor.fetchone()
        known = {} if row is None else dict(zip(columns, row))
        return {name: known[name] for name in names if known.get(name) is not None}

    def forgotten(self) -> Set[str]:
        """The months whose figures storage limitation took away."""
        rows = self._connection.execute(
            "SELECT DISTINCT one.value FROM forgotten, json_each(forgotten.periods) AS one"
        )
        return {str(period) for (period,) in rows}

    def history(self) -> Dict[Tuple[str, int], str]:
        """(area, list year) → category of the earlier lists as they were given, the latest word."""
        rows = self._connection.execute(
            "SELECT area_id, year, category FROM list_history ORDER BY run, fid"
        )
        return {(area, year): category for area, year, category in rows}

    def categories(self, area_set: str, periods: Sequence[str]) -> pd.DataFrame:
        """What the assessments of ``periods`` say: ``area_id``, ``period``, ``year``, ``category``,
        ``decided``."""
        return read_table(
            self._connection,
            "assessments",
            "SELECT area_id, period, year, category, decided FROM assessments WHERE area_set = ? "
            "AND period IN (SELECT value FROM json_each(?)) ORDER BY period, fid",
            (area_set, json.dumps(list(periods))),
        )

    def categories_of_lists(self, area_set: str) -> pd.DataFrame:
        """What the lists say, in the columns of ``categories``."""
        return read_table(
            self._connection,
            "lists",
            "SELECT area_id, period, year, category, decided FROM lists WHERE area_set = ? "
            "ORDER BY period, fid",
            (area_set,),
        )
