"""The views of the monitor file: what a map shows as layers, and the figures in force in words."""

from __future__ import annotations

import sqlite3
from typing import List

from . import schema

# CROSS JOIN: SQLite takes the tables in the order they are written in; left to itself it reads all
# figures for every part
VIEWS = {
    schema.OBSERVATIONS: """
CREATE VIEW observations AS
SELECT f.fid AS OGC_FID, p.run AS run, p.area_set AS area_set, a.area_id AS area_id,
p.period AS period, p.indicator AS indicator, f.numerator AS numerator,
f.denominator AS denominator, f.value AS value, f.persons AS persons,
f.households AS households, s.name AS status, o.vintage AS vintage, p.facet AS facet,
p.facet_value AS facet_value, o.source AS source
FROM parts AS p
CROSS JOIN figures AS f ON f.fid BETWEEN p.fid * 1048576 AND p.fid * 1048576 + 1048575
JOIN parts AS o ON o.fid = coalesce(f.origin, p.fid)
JOIN areas AS a ON a.fid = f.fid & 1048575
LEFT JOIN figure_statuses AS s ON s.status = f.status
WHERE p.in_force = 1
""",
    schema.RISK_MAP: """
CREATE VIEW risk_map AS
SELECT s.fid AS OGC_FID, a.geom AS geom, a.name AS name, s.*
FROM assessments AS s JOIN areas AS a ON a.fid = s.area
""",
    schema.INDEX_MAP: """
CREATE VIEW index_map AS
SELECT s.fid AS OGC_FID, a.geom AS geom, a.name AS name, s.*
FROM index_scores AS s JOIN areas AS a
ON a.area_set = s.area_set AND a.area_id = s.area_id AND a.valid_to IS NULL
""",
}
MAPS = (schema.RISK_MAP, schema.INDEX_MAP)
REGISTER_MAP = """
INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, srs_id)
VALUES (?, 'features', ?, 25832)
"""
REGISTER_MAP_GEOMETRY = """
INSERT OR IGNORE INTO gpkg_geometry_columns
(table_name, column_name, geometry_type_name, srs_id, z, m)
VALUES (?, 'geom', 'MULTIPOLYGON', 25832, 0, 0)
"""
REGISTER_TABLE = """
INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, srs_id)
VALUES (?, 'attributes', ?, 0)
"""


def missing(connection: sqlite3.Connection) -> List[str]:
    """The views that are not there: a file of an earlier version lacks some."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return [name for name in VIEWS if name not in there]


def create(connection: sqlite3.Connection) -> None:
    """Make the views that are not there, and tell GeoPackage of them."""
    for name in missing(connection):
        connection.execute(VIEWS[name])
        connection.execute(REGISTER_MAP if name in MAPS else REGISTER_TABLE, (name, name))
        if name in MAPS:
            connection.execute(REGISTER_MAP_GEOMETRY, (name,))


def drop_maps(connection: sqlite3.Connection) -> None:
    """Take away the views of the maps, which an earlier form made otherwise; what GeoPackage knows
    of them stays."""
    connection.execute("DROP VIEW IF EXISTS risk_map")
    connection.execute("DROP VIEW IF EXISTS index_map")
