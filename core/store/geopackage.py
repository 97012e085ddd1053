"""The form of the monitor file: a GeoPackage with the tables of ``schema``."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import numpy as np
from osgeo import ogr, osr

from ..areas.wkb import rings
from . import schema

EPSG = 25832
OGR_TYPES = {
    "text": ogr.OFTString,
    "integer": ogr.OFTInteger64,
    "real": ogr.OFTReal,
    "date": ogr.OFTDate,
    "binary": ogr.OFTBinary,
}


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


def create_file(path: Path) -> None:
    """An empty monitor file at ``path``."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    if source is None:
        raise OSError(path)
    areas = source.CreateLayer(
        schema.AREAS,
        reference,
        ogr.wkbMultiPolygon,
        options=["GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=NO"],
    )
    add_columns(areas, schema.AREA_COLUMNS)
    for table, columns in schema.TABLES.items():
        layer = source.CreateLayer(
            table, None, ogr.wkbNone, options=["FID=fid", "ASPATIAL_VARIANT=GPKG_ATTRIBUTES"]
        )
        add_columns(layer, columns)
        del layer
    del areas, source
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE INDEX assessments_by_run ON assessments (area_set, run)")
        connection.execute("CREATE INDEX observations_by_run ON observations (area_set, run)")
        connection.execute("CREATE INDEX areas_by_id ON areas (area_set, area_id)")
        _create_views(connection)
        connection.commit()


def _create_views(connection: sqlite3.Connection) -> None:
    """Make the views that are not there, and tell GeoPackage of them."""
    for name, statement in VIEWS.items():
        if not has(connection, name):
            connection.execute(statement)
            connection.execute(REGISTER_VIEW, (name, name))
            connection.execute(REGISTER_VIEW_GEOMETRY, (name,))


def has(connection: sqlite3.Connection, table: str) -> bool:
    """Is there a table or view of that name? Files of earlier versions lack some."""
    return bool(
        connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()[0]
    )


def add_columns(layer: ogr.Layer, columns: schema.Columns) -> None:
    """Give ``layer`` the ``columns``."""
    for name, kind in columns:
        layer.CreateField(ogr.FieldDefn(name, OGR_TYPES[kind]))


def geopackage_geometry(wkb: bytes) -> bytes:
    """``wkb`` as GeoPackage binary with envelope (OGC 12-128r18, 2.1.3)."""
    points = np.concatenate(rings(wkb))
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return b"GP" + struct.pack("<BBi4d", 0, 0b00000011, EPSG, west, east, south, north) + bytes(wkb)


def wkb_of(blob: bytes) -> bytes:
    """The geometry of a GeoPackage ``blob``."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return bytes(blob[8 + envelope :])


def upgrade(path: Path) -> None:
    """Give a monitor file of an earlier version the tables and columns it lacks; nothing in it
    changes.

    Raises:
        OSError, sqlite3.Error: it cannot be written, or another program writes to it.
    """
    source = ogr.Open(str(path), 1)
    if source is None:
        raise OSError(path)
    for table, columns in schema.TABLES.items():
        layer = source.GetLayerByName(table)
        if layer is None:
            layer = source.CreateLayer(
                table, None, ogr.wkbNone, options=["FID=fid", "ASPATIAL_VARIANT=GPKG_ATTRIBUTES"]
            )
        known = layer.GetLayerDefn()
        add_columns(layer, [column for column in columns if known.GetFieldIndex(column[0]) < 0])
        del layer
    del source
    with closing(sqlite3.connect(path)) as connection:
        _create_views(connection)
        connection.commit()
        if is_older(connection):  # GDAL says nothing where it could not add
            raise sqlite3.OperationalError("database is locked")


def is_older(connection: sqlite3.Connection) -> bool:
    """Was the file made by a version that kept less?"""
    for table, columns in schema.TABLES.items():
        known = {
            row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (table,))
        }
        if not known >= {name for name, _ in columns}:
            return True
    return not all(has(connection, view) for view in VIEWS)
