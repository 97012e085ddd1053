"""The area sets in the monitor file: what is known of each, and its areas with their geometry,
once."""

from __future__ import annotations

import sqlite3
from typing import List, Sequence, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet, Provenance, make_area_set
from ..areas.wkb import rings
from ..errors import StoreError
from ..i18n import tr
from .form.geopackage import geopackage_geometry, wkb_of
from .form.tables import read_table
from .opening.database import Database

INSERT_SET = """
INSERT INTO area_sets (area_set, name, kind, municipality, theme, source, retrieved, licence)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_AREA = """
INSERT INTO areas (geom, area_set, area_id, name, objekt_id, versions_id) VALUES (?, ?, ?, ?, ?, ?)
"""
SET_EXTENT = """
UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?,
last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name IN ('areas', 'risk_map',
'index_map')
"""


class Areas:
    """The area sets of one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def save(self, area_sets: Sequence[AreaSet]) -> None:
        """Keep ``area_sets``; a set with the same id is replaced.

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
                "licence, (SELECT count(*) FROM areas a WHERE a.area_set = s.area_set) AS areas "
                "FROM area_sets s",
            )

    def names(self) -> List[Tuple[str, str, str, str]]:
        """(area set, its name, area, its name) of every area kept, without geometry."""
        with self._database.reading() as connection:
            table = read_table(
                connection,
                "areas",
                "SELECT s.area_set, s.name AS set_name, a.area_id, a.name FROM areas a "
                "JOIN area_sets s ON s.area_set = a.area_set ORDER BY a.fid",
            )
        return list(table.itertuples(index=False, name=None))

    def load(self, identifier: str) -> AreaSet:
        """The kept area set ``identifier``; raises ``StoreError`` when it is not there."""
        with self._database.reading() as connection:
            about = read_table(
                connection,
                "area_sets",
                "SELECT name, kind, municipality, theme, source, retrieved, licence "
                "FROM area_sets WHERE area_set = ?",
                (identifier,),
            )
            areas = read_table(
                connection,
                "areas",
                "SELECT area_id, name, objekt_id, versions_id, geom AS wkb FROM areas "
                "WHERE area_set = ? ORDER BY fid",
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
    name, kind, municipality, theme, source, retrieved, licence = about.iloc[0]
    return make_area_set(
        identifier,
        name,
        kind,
        areas,
        municipality=municipality,
        theme=theme,
        provenance=Provenance(source, retrieved, licence),
    )


def write_area_sets(connection: sqlite3.Connection, area_sets: Sequence[AreaSet]) -> None:
    """Keep ``area_sets``; a set with the same id is replaced."""
    for area_set in area_sets:
        connection.execute("DELETE FROM area_sets WHERE area_set = ?", (area_set.id,))
        connection.execute("DELETE FROM areas WHERE area_set = ?", (area_set.id,))
        about = area_set.provenance
        connection.execute(
            INSERT_SET,
            (
                area_set.id,
                area_set.name,
                area_set.kind,
                area_set.municipality,
                area_set.theme,
                about.source,
                about.retrieved,
                about.licence,
            ),
        )
        connection.executemany(
            INSERT_AREA,
            (
                (
                    geopackage_geometry(row.wkb),
                    area_set.id,
                    row.area_id,
                    row.name,
                    row.objekt_id,
                    row.versions_id,
                )
                for row in area_set.areas.itertuples(index=False)
            ),
        )
    every = [wkb_of(blob) for (blob,) in connection.execute("SELECT geom FROM areas")]
    points = np.concatenate([ring for wkb in every for ring in rings(wkb)])
    connection.execute(SET_EXTENT, (*points.min(axis=0), *points.max(axis=0)))
