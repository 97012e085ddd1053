"""The areas that an addition brought in other boundaries or under other ids, put back with it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Sequence

from ...areas.area_set import AreaSet
from ..areas import write_area_sets
from ..same_areas import know_by

TODAYS = """
SELECT fid, position, objekt_id, versions_id, noegle FROM areas
WHERE area_set = ? AND valid_to IS NULL ORDER BY fid
"""
ABOUT = """
SELECT fid, name, kind, municipality, theme, source, retrieved, licence, valid_from FROM area_sets
WHERE area_set = ?
"""
PUT_ABOUT_BACK = """
UPDATE area_sets SET fid = ?, name = ?, kind = ?, municipality = ?, theme = ?, source = ?,
retrieved = ?, licence = ?, valid_from = ? WHERE area_set = ?
"""
CHANGED = "SELECT coalesce(areas_changed, '{}') FROM runs WHERE run = ?"
POINT_BACK = (
    """
UPDATE assessments SET area = (SELECT b.fid FROM areas AS a JOIN areas AS b
ON b.area_set = a.area_set AND b.area_id = a.area_id
WHERE a.fid = assessments.area AND b.fid IN (SELECT value FROM json_each(?2)))
WHERE area IN (SELECT value FROM json_each(?1))
""",
    """
UPDATE lists SET area = (SELECT b.fid FROM areas AS a JOIN areas AS b
ON b.area_set = a.area_set AND b.area_id = a.area_id
WHERE a.fid = lists.area AND b.fid IN (SELECT value FROM json_each(?2)))
WHERE area IN (SELECT value FROM json_each(?1))
""",
)
TAKE_AWAY = "DELETE FROM areas WHERE fid IN (SELECT value FROM json_each(?))"
PUT_BACK = """
UPDATE areas SET valid_to = NULL, position = ?, objekt_id = ?, versions_id = ?, noegle = ?
WHERE fid = ?
"""
Rows = List[List[object]]


def change_area_sets(connection: sqlite3.Connection, area_sets: Sequence[AreaSet]) -> str:
    """Keep ``area_sets`` (``areas.write_area_sets``).

    Returns:
        What was there before of those that are others now, for ``runs.areas_changed``.
    """
    before = {one.id: _todays(connection, one.id) for one in area_sets}
    about = {one.id: _about(connection, one.id) for one in area_sets}
    others = write_area_sets(connection, area_sets)
    changed: Dict[str, Dict[str, Any]] = {}
    for name, rows in before.items():
        now = _todays(connection, name)
        was_and_is = [about[name], _about(connection, name)]
        if rows and (rows != now or others[name] or was_and_is[0] != was_and_is[1]):
            changed[name] = {
                "before": rows,
                "after": now,
                "ids": others[name],
                "about": was_and_is,
            }
    return json.dumps(changed)


def take_areas_back(connection: sqlite3.Connection, run: int) -> None:
    """Put the areas back that were there before ``run``, whose figures are gone; not where others
    were loaded since."""
    changed = json.loads(connection.execute(CHANGED, (run,)).fetchone()[0])
    for name, rows in changed.items():
        if rows["after"] != _todays(connection, name):
            continue
        old, new = ({row[0] for row in rows[when]} for when in ("before", "after"))
        if not old <= _all(connection, name):
            continue
        gone = json.dumps(sorted(new - old))
        for statement in POINT_BACK:
            connection.execute(statement, (gone, json.dumps(sorted(old))))
        connection.execute(TAKE_AWAY, (gone,))
        connection.executemany(PUT_BACK, [(*row[1:], row[0]) for row in rows["before"]])
        know_by(connection, name, {now: was for was, now in rows["ids"].items()})
        was, now = rows["about"]
        if was and now == _about(connection, name):
            connection.execute(PUT_ABOUT_BACK, (*was, name))


def _about(connection: sqlite3.Connection, area_set: str) -> List[object]:
    """What the set itself is called, and where it came from; empty where it is not there."""
    return list(connection.execute(ABOUT, (area_set,)).fetchone() or ())


def _todays(connection: sqlite3.Connection, area_set: str) -> Rows:
    return [list(row) for row in connection.execute(TODAYS, (area_set,))]


def _all(connection: sqlite3.Connection, area_set: str) -> "set[object]":
    found = connection.execute("SELECT fid FROM areas WHERE area_set = ?", (area_set,))
    return {fid for (fid,) in found}
