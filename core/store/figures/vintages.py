"""The figures that were in force before, as far as they are kept: the earlier vintages."""

from __future__ import annotations

import sqlite3

import pandas as pd

from ..form.tables import read_table

# An addition puts together what it brings and what was there: what was shown before it is what its
# part in force says it ``replaces``, not every part that was never shown.
EARLIER = """
WITH RECURSIVE before (fid) AS (
SELECT replaces FROM parts WHERE area_set = ?1 AND indicator = ?2 AND facet = '' AND in_force = 1
UNION SELECT p.replaces FROM parts AS p JOIN before AS b ON p.fid = b.fid)
SELECT p.fid, p.run, p.area_set, p.period, p.indicator, p.facet, p.facet_value, p.source, p.vintage
FROM parts AS p JOIN before AS b ON b.fid = p.fid WHERE p.kept = 1 ORDER BY p.period, p.fid
"""


def read_earlier(connection: sqlite3.Connection, area_set: str, indicator: str) -> pd.DataFrame:
    """The parts of ``area_set`` and ``indicator`` that were in force before those that are, not
    broken down: by period, the oldest first."""
    return read_table(connection, "parts", EARLIER, (area_set, indicator))
