"""The area sets in the monitor file: what is known of each, and its areas with their geometry,
once."""

from __future__ import annotations

import sqlite3
from typing import Optional, Sequence

import numpy as np

from ..areas.area_set import AreaSet, Provenance, make_area_set
from ..areas.wkb import rings
from .geopackage import geopackage_geometry, wkb_of
from .typed_tables import read_table

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


def read_area_set(connection: sqlite3.Connection, identifier: str) -> Optional[AreaSet]:
    """The kept area set ``identifier``; None where there is none."""
    about = read_table(
        connection,
        "area_sets",
        "SELECT name, kind, municipality, theme, source, retrieved, licence FROM area_sets "
        "WHERE area_set = ?",
        (identifier,),
    )
    if not len(about):
        return None
    areas = read_table(
        connection,
        "areas",
        "SELECT area_id, name, objekt_id, versions_id, geom AS wkb FROM areas "
        "WHERE area_set = ? ORDER BY fid",
        (identifier,),
    )
    areas["wkb"] = areas["wkb"].map(wkb_of)
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
