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
from . import making, schema

EPSG = 25832


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
    del areas, source
    with closing(sqlite3.connect(path)) as connection:
        making.add_lacking(connection)
        connection.commit()


def geopackage_geometry(wkb: bytes) -> bytes:
    """``wkb`` as GeoPackage binary with envelope (OGC 12-128r18, 2.1.3)."""
    points = np.concatenate(rings(wkb))
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return b"GP" + struct.pack("<BBi4d", 0, 0b00000011, EPSG, west, east, south, north) + bytes(wkb)


def wkb_of(blob: bytes) -> bytes:
    """The geometry of a GeoPackage ``blob``."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return bytes(blob[8 + envelope :])
