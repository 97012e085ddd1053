"""A new monitor file, a GeoPackage with the tables of ``schema``; and how GeoPackage writes a
geometry."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import numpy as np
from osgeo import ogr, osr

from ...areas.wkb import rings
from . import schema, views

EPSG = 25832
OGR_TYPES = {
    "text": ogr.OFTString,
    "integer": ogr.OFTInteger64,
    "real": ogr.OFTReal,
    "date": ogr.OFTDate,
    "binary": ogr.OFTBinary,
}


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
        add_columns(add_table(source, table), columns)
    del areas, source
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE INDEX assessments_by_run ON assessments (area_set, run)")
        connection.execute("CREATE INDEX observations_by_run ON observations (area_set, run)")
        connection.execute("CREATE INDEX areas_by_id ON areas (area_set, area_id)")
        views.create(connection)
        connection.commit()


def add_table(source: ogr.DataSource, table: str) -> ogr.Layer:
    """A new ``table`` of ``source``, without geometry and still without columns."""
    return source.CreateLayer(
        table, None, ogr.wkbNone, options=["FID=fid", "ASPATIAL_VARIANT=GPKG_ATTRIBUTES"]
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
