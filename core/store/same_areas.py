"""Areas that come with another id than the monitor file knows them by, and are the same by
``objekt_id``, ``noegle`` or outline: all that the file keeps of them goes on under the id of today.

The file knows an area by its id: figures by the rows of ``areas``, judgements, indices, sums by
atom and the ledger by the id itself. So the id is put in everywhere, in the transaction that brings
it, and taken back the same way with the addition.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Dict, Iterator, List, Mapping, Set, Tuple

import pandas as pd

from ..areas.area_set import COLUMNS, AreaSet, fingerprint_of
from ..areas.versions import pairs
from ..progress import Silent
from .form.geopackage import wkb_of
from .form.schema import AREA_BITS

Ids = Mapping[str, str]
"""The id that the file knows an area by → the one it has now."""
KNOWN = """
SELECT area_id, name, coalesce(objekt_id, ''), coalesce(versions_id, ''), coalesce(noegle, ''), geom
FROM areas WHERE area_set = ? AND valid_to IS NULL AND geom IS NOT NULL ORDER BY position, fid
"""
EVERY_ID = "SELECT DISTINCT area_id FROM areas WHERE area_set = ?"
OF_OTHERS = "SELECT DISTINCT area_id FROM areas WHERE area_set <> ?"
RENAME = (
    """
UPDATE areas SET area_id = (SELECT value FROM json_each(?2) WHERE key = area_id)
WHERE area_set = ?1 AND area_id IN (SELECT key FROM json_each(?2))
""",
    """
UPDATE assessments SET area_id = (SELECT value FROM json_each(?2) WHERE key = area_id)
WHERE area_set = ?1 AND area_id IN (SELECT key FROM json_each(?2))
""",
    """
UPDATE judged_before SET area_id = (SELECT value FROM json_each(?2) WHERE key = area_id)
WHERE area_set = ?1 AND area_id IN (SELECT key FROM json_each(?2))
""",
    """
UPDATE lists SET area_id = (SELECT value FROM json_each(?2) WHERE key = area_id)
WHERE area_set = ?1 AND area_id IN (SELECT key FROM json_each(?2))
""",
    """
UPDATE index_scores SET area_id = (SELECT value FROM json_each(?2) WHERE key = area_id)
WHERE area_set = ?1 AND area_id IN (SELECT key FROM json_each(?2))
""",
    """
UPDATE concentrations SET area_id = (SELECT value FROM json_each(?2) WHERE key = area_id)
WHERE area_set = ?1 AND area_id IN (SELECT key FROM json_each(?2))
""",
    """
UPDATE release_cells SET area_id = (SELECT value FROM json_each(?2) WHERE key = area_id)
WHERE area_set = ?1 AND area_id IN (SELECT key FROM json_each(?2))
""",
)
RENAME_HISTORY = """
UPDATE list_history SET area_id = (SELECT value FROM json_each(?1) WHERE key = area_id)
WHERE area_id IN (SELECT key FROM json_each(?1))
"""
LAYOUTS = "SELECT fid, run, area_ids, fingerprint FROM atom_sets WHERE area_set = ?"
COUNTED_IN = """
SELECT p.fid FROM parts AS p WHERE p.area_set = ? AND p.kept = 1 AND p.source LIKE 'register%'
AND p.run IN (SELECT run FROM atom_counts WHERE layout = ?) ORDER BY p.areas DESC, p.fid LIMIT 1
"""
AREAS_OF_PART = """
SELECT a.area_id, a.geom FROM figures AS f JOIN areas AS a ON a.fid = f.fid & ?
WHERE f.fid BETWEEN ? AND ? AND a.geom IS NOT NULL
"""


def ids_of_today(connection: sqlite3.Connection, area_set: AreaSet, since: str) -> Dict[str, str]:
    """The areas of the file that ``area_set`` has under another id; an area that is gone and whose
    id another has now is known by that id and the day it went (``since``)."""
    rows = connection.execute(KNOWN, (area_set.id,)).fetchall()
    known = pd.DataFrame(
        [(*row[:-1], wkb_of(row[-1])) for row in rows], columns=list(COLUMNS), dtype=object
    )
    before = replace(area_set, areas=known)
    was, now = list(before.area_ids), list(area_set.area_ids)
    found = {was[o]: now[n] for o, n, _ in pairs(before, area_set, Silent()) if was[o] != now[n]}
    if not found:
        return {}
    there = {area for (area,) in connection.execute(EVERY_ID, (area_set.id,))}
    for taken in sorted((set(found.values()) & there) - set(found)):
        found[taken] = _free(f"{taken} (–{since})", {*there, *now, *found.values()})
    return found


def _free(wanted: str, taken: Set[str]) -> str:
    """``wanted``, or the first like it that is not ``taken``."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted} {number}"
    return name


def know_by(connection: sqlite3.Connection, area_set: str, ids: Ids) -> None:
    """Know the areas of ``area_set`` by other ``ids`` in all that the file keeps of them."""
    if not ids:
        return
    _rename_layouts(connection, area_set, ids)
    text = json.dumps(dict(ids))
    for statement in RENAME:
        connection.execute(statement, (area_set, text))
    elsewhere = {area for (area,) in connection.execute(OF_OTHERS, (area_set,))}
    own = {before: now for before, now in ids.items() if before not in elsewhere}
    connection.execute(RENAME_HISTORY, (json.dumps(own),))  # lists do not say of which set


def _rename_layouts(connection: sqlite3.Connection, area_set: str, ids: Ids) -> None:
    """The layouts of atoms, and what releases say of their boundaries: the fingerprint is of the
    ids too."""
    prints: Dict[str, str] = {}
    for fid, number, areas, known in connection.execute(LAYOUTS, (area_set,)).fetchall():
        if known not in prints:
            for found in _boundaries(connection, area_set, number):
                if fingerprint_of(found) == known:
                    prints[known] = fingerprint_of([(ids.get(a, a), wkb) for a, wkb in found])
        renamed = [ids.get(area, area) for area in json.loads(areas)]
        connection.execute(
            "UPDATE atom_sets SET area_ids = ?, fingerprint = ? WHERE fid = ?",
            (json.dumps(renamed, ensure_ascii=False), prints.get(known, known), fid),
        )
    connection.execute(
        "UPDATE release_sets SET fingerprint = (SELECT value FROM json_each(?2) "
        "WHERE key = fingerprint) WHERE area_set = ?1 "
        "AND fingerprint IN (SELECT key FROM json_each(?2))",
        (area_set, json.dumps(prints)),
    )


def _boundaries(
    connection: sqlite3.Connection, area_set: str, layout: int
) -> Iterator[List[Tuple[str, bytes]]]:
    """(id, WKB) of the areas that the layout was counted in, as far as its figures are kept."""
    for (part,) in connection.execute(COUNTED_IN, (area_set, layout)).fetchall():
        last = (1 << AREA_BITS) - 1
        first = int(part) << AREA_BITS
        rows = connection.execute(AREAS_OF_PART, (last, first, first + last)).fetchall()
        yield [(area, wkb_of(geom)) for area, geom in rows]
