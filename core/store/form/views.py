"""The views of the monitor file, which a map shows as layers."""

from __future__ import annotations

import sqlite3
from typing import List

from . import schema

VIEWS = {
    schema.RISK_MAP: """
CREATE VIEW risk_map AS
SELECT s.fid AS OGC_FID, a.geom AS geom, a.name AS name, s.*
FROM assessments AS s JOIN areas AS a ON a.area_set = s.area_set AND a.area_id = s.area_id
WHERE s.run = (SELECT max(r.run) FROM assessments AS r WHERE r.area_set = s.area_set)
""",
    schema.INDEX_MAP: """
CREATE VIEW index_map AS
SELECT s.fid AS OGC_FID, a.geom AS geom, a.name AS name, s.*
FROM index_scores AS s JOIN areas AS a ON a.area_set = s.area_set AND a.area_id = s.area_id
""",
}
REGISTER_VIEW = """
INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?,
25832)
"""
REGISTER_VIEW_GEOMETRY = """
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)
VALUES (?, 'geom', 'MULTIPOLYGON', 25832, 0, 0)
"""


def missing(connection: sqlite3.Connection) -> List[str]:
    """The views that are not there: a file of an earlier version lacks some."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return [name for name in VIEWS if name not in there]


def create(connection: sqlite3.Connection) -> None:
    """Make the views that are not there, and tell GeoPackage of them."""
    for name in missing(connection):
        connection.execute(VIEWS[name])
        connection.execute(REGISTER_VIEW, (name, name))
        connection.execute(REGISTER_VIEW_GEOMETRY, (name,))
