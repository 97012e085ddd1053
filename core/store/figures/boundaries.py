"""Which version of its boundary each area was counted in, period by period."""

from __future__ import annotations

import json
import sqlite3
from typing import Dict, Sequence, Tuple

from .rows import read_rows

WIDEST_PARTS = """
SELECT fid, period FROM (SELECT fid, period, row_number() OVER (PARTITION BY period
ORDER BY source LIKE 'register%' DESC, areas DESC, fid) AS place FROM parts
WHERE area_set = ? AND in_force = 1 AND period IN (SELECT value FROM json_each(?)))
WHERE place = 1
"""
"""Of each period the part of most areas, one of a register where there is one: a table of figures
may be of some areas alone."""
IDS = "SELECT fid, area_id FROM areas WHERE area_set = ?"


def counted_in(
    connection: sqlite3.Connection, area_set: str, periods: Sequence[str]
) -> Dict[Tuple[str, str], int]:
    """(period, area id) → the key of the area, with the boundary it was counted in."""
    of_part = dict(connection.execute(WIDEST_PARTS, (area_set, json.dumps(list(periods)))))
    ids = dict(connection.execute(IDS, (area_set,)))
    rows = read_rows(connection, sorted(of_part))
    return {
        (of_part[part], ids[area]): area
        for part, area in zip(rows.part.tolist(), rows.area.tolist())
    }
