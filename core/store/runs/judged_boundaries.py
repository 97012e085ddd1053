"""Which version of its boundary each judged area is shown in: that of the figures it is judged
on."""

from __future__ import annotations

import sqlite3
from typing import Dict, List

import pandas as pd

from ...catalogue.law.measured import figures_of_law
from ...periods import are_years
from ..figures.boundaries import counted_in
from ..figures.parts import area_keys

SEVERAL_VERSIONS = "SELECT 1 FROM areas WHERE area_set = ? AND valid_to IS NOT NULL LIMIT 1"
NEWEST_VERSIONS = "SELECT area_id, max(fid) FROM areas WHERE area_set = ? GROUP BY area_id"


def in_their_boundaries(
    connection: sqlite3.Connection, area_set: str, judged: pd.DataFrame, run: int
) -> pd.DataFrame:
    """``judged`` (assessments) with the addition, the area set, and the key of each area with the
    boundary it was counted in: in the judged month itself where anything was, else in the period
    that the first of the law's figures is of. Of a year, which is what a list is called by, the
    figures' periods go first: the residents of its 1 January."""
    keys: Dict[str, int] = area_keys(connection, area_set)
    area = judged["area_id"].map(keys)
    if connection.execute(SEVERAL_VERSIONS, (area_set,)).fetchone():
        area = pd.Series(_counted(connection, area_set, judged, keys), index=judged.index)
    return judged.assign(run=run, area_set=area_set, area=area)


def _counted(
    connection: sqlite3.Connection, area_set: str, judged: pd.DataFrame, keys: Dict[str, int]
) -> List[int]:
    columns = [figure.period_column for figure in figures_of_law().values()]
    rows = judged[[name for name in columns if name in judged]].fillna("")
    rows.insert(0, "month", judged["period"].where(~are_years(judged["period"]), ""))
    rows["year"] = judged["period"]
    periods = sorted({str(one) for name in rows for one in rows[name].unique()} - {""})
    versions = counted_in(connection, area_set, periods)
    every = {**dict(connection.execute(NEWEST_VERSIONS, (area_set,))), **keys}
    found = []
    for area, asked in zip(judged["area_id"], rows.itertuples(index=False)):
        known = (versions.get((period, area)) for period in asked)
        found.append(next((key for key in known if key is not None), every[area]))
    return found
