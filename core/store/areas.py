"""The area sets in the monitor file: what is known of each, and its areas with their geometry, once
for every version of an area.

An area whose name or boundary changes gets a new row, and the row before says until when it was
valid: figures keep the boundary they were counted in. An area whose id changes is the same
(``same_areas``).
"""

from __future__ import annotations

import datetime
import json
import sqlite3
from dataclasses import replace
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet, Provenance, make_area_set
from ..areas.wkb import rings
from ..errors import StoreError
from ..i18n import tr
from ..numbers import number
from .area_names import given_names, remove, rename
from .figures.boundaries import counted_in
from .form.geopackage import geopackage_geometry, wkb_of
from .form.schema import AREA_BITS
from .form.tables import read_table
from .opening.database import Database
from .same_areas import ids_of_today, know_by

INSERT_SET = """
INSERT INTO area_sets
(area_set, name, kind, municipality, theme, source, retrieved, licence, valid_from)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_AREA = """
INSERT INTO areas
(geom, area_set, area_id, name, objekt_id, versions_id, noegle, position, valid_from, valid_to)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
"""
SET_EXTENT = """
UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?,
last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name IN ('areas', 'risk_map',
'index_map')
"""
BY_KEY = """
SELECT area_id, name, objekt_id, versions_id, coalesce(noegle, '') AS noegle, geom AS wkb FROM areas
WHERE fid IN (SELECT value FROM json_each(?)) AND geom IS NOT NULL
"""
KNOW_BY_NOW = """
UPDATE areas SET objekt_id = ?, versions_id = ?, noegle = ?, position = ? WHERE fid = ?
"""
DAYS = """
SELECT DISTINCT coalesce(valid_from, '') FROM areas WHERE area_set = ? AND geom IS NOT NULL
ORDER BY 1
"""
AT_DAY = """
SELECT area_id, name, objekt_id, versions_id, coalesce(noegle, '') AS noegle, geom AS wkb FROM areas
WHERE area_set = ? AND geom IS NOT NULL AND coalesce(valid_from, '') <= ?
AND (valid_to IS NULL OR valid_to > ?) ORDER BY position, fid
"""
TODAYS = """
SELECT fid, area_id, name, geom, objekt_id, versions_id, noegle, position FROM areas
WHERE area_set = ? AND valid_to IS NULL
"""
GONE = """
SELECT area_id, name FROM areas AS a WHERE area_set = ? AND valid_to IS NOT NULL AND NOT EXISTS
(SELECT 1 FROM areas AS t WHERE t.area_set = a.area_set AND t.area_id = a.area_id
AND t.valid_to IS NULL) ORDER BY area_id, fid
"""
GEOMETRIES = "SELECT geom FROM areas WHERE geom IS NOT NULL"
"""An area that was gone before its file was brought up to date has none."""
FORGET_UNUSED = """
DELETE FROM areas WHERE area_set = ? AND valid_to IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM parts WHERE area_set = ?)
"""


class Areas:
    """The area sets of one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def save(self, area_sets: Sequence[AreaSet]) -> None:
        """Keep ``area_sets``; a set with the same id becomes its new version.

        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        with self._database.changing() as connection:
            write_area_sets(connection, area_sets)

    def sets(self) -> pd.DataFrame:
        """The kept area sets: the columns of ``area_sets``, and ``areas``, how many it has."""
        with self._database.reading() as connection:
            return read_table(
                connection,
                "area_sets",
                "SELECT area_set, name, kind, municipality, theme, source, retrieved, "
                "licence, valid_from, (SELECT count(*) FROM areas a WHERE a.area_set = s.area_set "
                "AND a.valid_to IS NULL) AS areas FROM area_sets s",
            )

    def rename(self, identifier: str, name: str) -> None:
        """Give the area set ``identifier`` a ``name``, which it keeps when it is fetched again.

        Raises:
            InputError: it is no name. StoreError: the set is not there, or nothing is changed.
        """
        self.load(identifier)
        with self._database.changing() as connection:
            rename(connection, identifier, name)

    def remove(self, identifier: str) -> None:
        """Take the area set ``identifier`` out of the file.

        Raises:
            InputError: it has figures, or an edition shows it. StoreError: the set is not there, or
                nothing is changed.
        """
        name = self.load(identifier).name
        with self._database.changing() as connection:
            remove(connection, identifier, name)

    def find(self, identifier: str) -> Optional[AreaSet]:
        """The area set ``identifier`` as it is today; None where it is not there."""
        known = set(self.sets()["area_set"]) if self._database.path.exists() else set()
        return self.load(identifier) if identifier in known else None

    def names(self) -> List[Tuple[str, str, str, str]]:
        """(area set, its name, area, its name) of every area there is today, without geometry."""
        with self._database.reading() as connection:
            table = read_table(
                connection,
                "areas",
                "SELECT s.area_set, s.name AS set_name, a.area_id, a.name FROM areas a "
                "JOIN area_sets s ON s.area_set = a.area_set WHERE a.valid_to IS NULL "
                "ORDER BY s.fid, a.position, a.fid",
            )
        return list(table.itertuples(index=False, name=None))

    def gone(self, identifier: str) -> Dict[str, str]:
        """Area id → name of the areas that ``identifier`` had and has no more, by id."""
        with self._database.reading() as connection:
            return dict(connection.execute(GONE, (identifier,)).fetchall())

    def load_counted(self, identifier: str, period: str, area_ids: Sequence[str]) -> AreaSet:
        """The area set ``identifier`` in the boundaries that ``period`` was counted in: the areas
        ``area_ids``, in their order. As it is today where not all of them are known.

        Raises:
            StoreError: it is not there.
        """
        today = self.load(identifier)
        with self._database.reading() as connection:
            keys = sorted(counted_in(connection, identifier, [period]).values())
            areas = read_table(connection, "areas", BY_KEY, (json.dumps(keys),))
        areas = areas.set_index("area_id", drop=False)
        if not set(area_ids) <= set(areas.index):
            return today
        areas = areas.loc[list(area_ids)].reset_index(drop=True)
        return replace(today, areas=areas.assign(wkb=areas["wkb"].map(wkb_of)))

    def days(self, identifier: str) -> List[str]:
        """The days (ISO) from which boundaries of ``identifier`` hold, ascending; the first is
        empty where nobody has said."""
        with self._database.reading() as connection:
            found = connection.execute(DAYS, (identifier,)).fetchall()
        return [str(day) for (day,) in found]

    def load_at(self, identifier: str, day: str) -> Optional[AreaSet]:
        """The area set ``identifier`` in the boundaries of ``day`` (ISO date); None where it had
        none, or they are not kept.

        Raises:
            StoreError: it is not there.
        """
        today = self.load(identifier)
        with self._database.reading() as connection:
            areas = read_table(connection, "areas", AT_DAY, (identifier, day, day))
        if not len(areas):
            return None
        return replace(today, areas=areas.assign(wkb=areas["wkb"].map(wkb_of)))

    def of_keys(self, area_set: AreaSet, keys: Sequence[int]) -> AreaSet:
        """``area_set`` with the areas of ``keys``, in the boundaries they had; those without one
        are left out."""
        with self._database.reading() as connection:
            areas = read_table(connection, "areas", BY_KEY, (json.dumps(list(keys)),))
        return replace(area_set, areas=areas.assign(wkb=areas["wkb"].map(wkb_of)))

    def load(self, identifier: str) -> AreaSet:
        """The area set ``identifier`` as it is today; raises ``StoreError`` when it is not
        there."""
        with self._database.reading() as connection:
            about = read_table(
                connection,
                "area_sets",
                "SELECT name, kind, municipality, theme, source, retrieved, licence, "
                "coalesce(valid_from, '') AS valid_from FROM area_sets WHERE area_set = ?",
                (identifier,),
            )
            areas = read_table(
                connection,
                "areas",
                "SELECT area_id, name, objekt_id, versions_id, coalesce(noegle, '') AS noegle, "
                "geom AS wkb FROM areas "
                "WHERE area_set = ? AND valid_to IS NULL ORDER BY position, fid",
                (identifier,),
            )
            areas["wkb"] = areas["wkb"].map(wkb_of)
            if len(about):
                return _area_set(identifier, about, areas)
        raise StoreError(
            tr(
                "The monitor file {file} has no area set {name}.",
                file=str(self._database.path),
                name=identifier,
            ),
            tr("Load the districts again."),
        )


def _area_set(identifier: str, about: pd.DataFrame, areas: pd.DataFrame) -> AreaSet:
    name, kind, municipality, theme, source, retrieved, licence, valid_from = about.iloc[0]
    return make_area_set(
        identifier,
        name,
        kind,
        areas,
        municipality=municipality,
        theme=theme,
        provenance=Provenance(source, retrieved, licence, valid_from),
    )


def write_area_sets(
    connection: sqlite3.Connection, area_sets: Sequence[AreaSet]
) -> Dict[str, Dict[str, str]]:
    """Keep ``area_sets``; a set with the same id becomes its new version.

    Returns:
        Area set id → the ids that its areas were known by → those they have now, where they have
        others.
    """
    changed, others = False, {}
    given = given_names(connection)
    for area_set in area_sets:
        connection.execute("DELETE FROM area_sets WHERE area_set = ?", (area_set.id,))
        about = area_set.provenance
        connection.execute(
            INSERT_SET,
            (
                area_set.id,
                given.get(area_set.id, area_set.name),
                area_set.kind,
                area_set.municipality,
                area_set.theme,
                about.source,
                about.retrieved,
                about.licence,
                about.valid_from,
            ),
        )
        since = area_set.valid_from or datetime.date.today().isoformat()
        others[area_set.id] = ids_of_today(connection, area_set, since)
        know_by(connection, area_set.id, others[area_set.id])
        changed |= _write_areas(connection, area_set, since)
    if changed:
        every = [wkb_of(blob) for (blob,) in connection.execute(GEOMETRIES)]
        points = np.concatenate([ring for wkb in every for ring in rings(wkb)])
        connection.execute(SET_EXTENT, (*points.min(axis=0), *points.max(axis=0)))
    return others


def _write_areas(connection: sqlite3.Connection, area_set: AreaSet, since: str) -> bool:
    """The areas of ``area_set``, those that are as they were in their rows, the others valid
    ``since``; did any change?"""
    before: Dict[str, Tuple[Any, ...]] = {
        row[1]: row for row in connection.execute(TODAYS, (area_set.id,))
    }
    first, changed = not before, False
    for position, row in enumerate(area_set.areas.itertuples(index=False)):
        geometry = geopackage_geometry(row.wkb)
        known = before.pop(row.area_id, None)
        if known is not None and known[2] == row.name and bytes(known[3]) == geometry:
            about = (row.objekt_id, row.versions_id, row.noegle, position)
            if known[4:] != about:
                connection.execute(KNOW_BY_NOW, (*about, known[0]))
            continue
        changed = True
        if known is not None:
            _end(connection, known[0], since)
        made = connection.execute(
            INSERT_AREA,
            (
                geometry,
                area_set.id,
                row.area_id,
                row.name,
                row.objekt_id,
                row.versions_id,
                row.noegle,
                position,
                area_set.valid_from if first else since,
            ),
        )
        _check_key(int(made.lastrowid or 0), area_set)
    for gone in before.values():
        _end(connection, gone[0], since)
    connection.execute(FORGET_UNUSED, (area_set.id, area_set.id))
    return changed or bool(before)


def _check_key(key: int, area_set: AreaSet) -> None:
    """Refuse an area whose ``key`` does not fit in the number of a figure: its figures would be
    another area's."""
    if key >> AREA_BITS:
        raise StoreError(
            tr(
                "The areas of {name} cannot be kept: a monitor file can have {most} areas, with "
                "those of earlier boundaries.",
                name=area_set.name,
                most=number((1 << AREA_BITS) - 1),
            ),
            tr("Make a new monitor file, with fewer areas. Nothing was changed."),
        )


def _end(connection: sqlite3.Connection, area: int, since: str) -> None:
    connection.execute("UPDATE areas SET valid_to = ? WHERE fid = ?", (since, area))
