"""What was said of the newest period before an addition that judged areas of it otherwise."""

from __future__ import annotations

import sqlite3
from typing import Mapping

import pandas as pd

from ..form.tables import append, read_table
from .reader import Reader

SAID = ["category", "decided", "risk_level"]
"""What makes it another judgement."""
OF_RUN = "SELECT * FROM judged_before WHERE run = ? AND area_set = ? ORDER BY fid"


def keep_judged_before(
    connection: sqlite3.Connection, run: int, judged: Mapping[str, pd.DataFrame]
) -> None:
    """Keep what stands of the newest period judged so far of each area that ``judged`` (area set id
    → assessments) says something else of; called before that takes its place."""
    reader = Reader(connection)
    for area_set, now in judged.items():
        standing = reader.judged(area_set)
        if not standing or not len(now):
            continue
        before = reader.assessments(area_set, standing[-1]).drop(columns=["fid"])
        after = now[now["period"] == standing[-1]]
        others = _others(before, after)
        if len(others):
            append(connection, "judged_before", others.assign(run=run))


def judged_before(connection: sqlite3.Connection, run: int, area_set: str) -> pd.DataFrame:
    """The rows that ``run`` judged otherwise, as they stood: the columns of ``judged_before``."""
    return read_table(connection, "judged_before", OF_RUN, (run, area_set), whole=True)


def _others(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``before`` whose area says something else in ``after``."""
    said = _said(after).to_dict("index")
    was = _said(before).to_dict("index")
    changed = [area for area, one in was.items() if area in said and said[area] != one]
    return before[before["area_id"].isin(changed)]


def _said(table: pd.DataFrame) -> pd.DataFrame:
    words = table.set_index("area_id")[SAID]
    words = words[~words.index.duplicated(keep="last")]
    return words.assign(decided=words["decided"].astype(bool)).fillna("")
