"""Geometry as GeoFA keeps it: 2D multi geometries in EPSG:25832 to the millimetre."""

from __future__ import annotations

import json
from typing import Iterable, List, Optional, Tuple

import numpy as np
import pandas as pd
from osgeo import ogr

from ..areas.wkb import rings
from ..errors import ServiceError
from ..i18n import tr
from ..numbers import number
from ..progress import Progress
from .server import LIMITS, SERVICE

MULTI = {"MultiPolygon": ogr.ForceToMultiPolygon, "MultiPoint": ogr.ForceToMultiPoint}
DECIMALS = 3
TOUCHING_M = 0.001
IDS_TOLD = 10
Ring = Tuple[Tuple[int, int], ...]


def multi(geometry: ogr.Geometry, kind: str) -> bytes:
    """``geometry`` as 2D well-known binary of ``kind`` (``MultiPolygon`` or ``MultiPoint``)."""
    flat = MULTI[kind](geometry.Clone())
    flat.FlattenTo2D()
    return bytes(flat.ExportToWkb(ogr.wkbNDR))


def rounded(wkb: bytes, kind: str) -> bytes:
    """``wkb`` as a 2D geometry of ``kind`` with coordinates to the millimetre.

    Points that become one are one, rings that vanish are left out.
    """
    geometry = ogr.CreateGeometryFromWkb(multi(ogr.CreateGeometryFromWkb(wkb), kind))
    if ogr.GT_Flatten(geometry.GetGeometryType()) != ogr.wkbMultiPolygon:
        for part in _parts(geometry):
            part.SetPoint_2D(0, round(part.GetX(), DECIMALS), round(part.GetY(), DECIMALS))
        return bytes(geometry.ExportToWkb(ogr.wkbNDR))
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in _parts(geometry):
        kept = ogr.Geometry(ogr.wkbPolygon)
        for position, ring in enumerate(_parts(polygon)):
            points = _rounded_points(ring)
            if len(points) >= 4:
                kept.AddGeometryDirectly(_ring(points))
            elif position == 0:
                break
        if not kept.IsEmpty():
            whole.AddGeometryDirectly(kept)
    return bytes(whole.ExportToWkb(ogr.wkbNDR))


def _parts(geometry: ogr.Geometry) -> Iterable[ogr.Geometry]:
    return (geometry.GetGeometryRef(position) for position in range(geometry.GetGeometryCount()))


def _rounded_points(ring: ogr.Geometry) -> List[Tuple[float, float]]:
    points: List[Tuple[float, float]] = []
    for x, y, *_ in ring.GetPoints() or ():
        point = (round(x, DECIMALS), round(y, DECIMALS))
        if not points or points[-1] != point:
            points.append(point)
    return points


def _ring(points: Iterable[Tuple[float, float]]) -> ogr.Geometry:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in points:
        ring.AddPoint_2D(x, y)
    return ring


def same(first: bytes, second: bytes) -> bool:
    """Are the two the same geometry to the millimetre, wherever their rings begin and whichever way
    they run?

    A server may write a millimetre's half up or down, so points may differ by one millimetre.
    """
    if first == second:
        return True
    if not first or not second:
        return False
    if _points_agree(first, second):
        return True
    return _canonical(first) == _canonical(second)


def _points_agree(first: bytes, second: bytes) -> bool:
    one, other = _coordinates(first), _coordinates(second)
    if [len(part) for part in one] != [len(part) for part in other]:
        return False
    tolerance = LIMITS["coordinate_metres"] * 1.01
    return all(np.abs(a - b).max() <= tolerance for a, b in zip(one, other))


def _coordinates(wkb: bytes) -> List[np.ndarray]:
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbMultiPolygon:
        return rings(wkb)
    return [np.array([[part.GetX(), part.GetY()]]) for part in _parts(geometry)]


def _canonical(wkb: bytes) -> List[Ring]:
    """The rings as whole millimetres, each from its least point in the direction of the lesser
    neighbour, sorted."""
    return sorted(_canonical_ring(part) for part in _coordinates(wkb))


def _canonical_ring(part: np.ndarray) -> Ring:
    points = [tuple(point) for point in np.round(part * 10**DECIMALS).astype("int64").tolist()]
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    start = points.index(min(points))
    ring = points[start:] + points[:start]
    backward = [ring[0], *reversed(ring[1:])]
    return tuple(min(ring, backward))


def is_in_denmark(table_of_wkb: Iterable[bytes]) -> bool:
    """Do the coordinates lie where EPSG:25832 puts Denmark? False, where most do not, tells of
    another system."""
    west, south, east, north = SERVICE["extent_25832"]
    inside = outside = 0
    for wkb in table_of_wkb:
        shape = ogr.CreateGeometryFromWkb(wkb) if wkb else None
        if shape is None or shape.IsEmpty():
            continue
        left, right, bottom, top = shape.GetEnvelope()
        if left < west or right > east or bottom < south or top > north:
            outside += 1
        else:
            inside += 1
    return outside <= inside


def has_shape(wkb: bytes) -> bool:
    """Is there anything to draw in the multi geometry ``wkb``? Not where it is missing, or has no
    part."""
    return len(wkb) >= 9 and wkb[5:9] != b"\0\0\0\0"


def with_geometry(table: pd.DataFrame, progress: Progress) -> pd.DataFrame:
    """The objects of ``table`` (``objekt_id``, ``wkb``) that have a geometry; the others are told
    and left out.

    Raises:
        ServiceError: there are objects, and none has a geometry.
    """
    there = table["wkb"].map(has_shape).astype(bool)
    lost = table.loc[~there, "objekt_id"].fillna("?").astype(str)
    if not len(lost):
        return table
    if len(lost) == len(table):
        raise ServiceError(
            tr(
                "None of the {count} objects that GeoFA has here has a geometry.",
                count=number(len(lost)),
            ),
            tr("Tell the municipality that has registered them."),
        )
    more = " …" if len(lost) > IDS_TOLD else ""
    progress.warn(
        tr(
            "Left out, for want of a geometry in GeoFA: {count} ({ids}).",
            count=number(len(lost)),
            ids=", ".join(lost.iloc[:IDS_TOLD]) + more,
        )
    )
    return table[there].reset_index(drop=True)


def gml(wkb: bytes, crs: str) -> str:
    """``wkb`` as GML 3.1.1 without ids: ``MultiPolygon`` or ``MultiPoint``, coordinates to the
    millimetre.

    Source: OGC 03-105r1. ``MultiPolygon`` is what QGIS sends and GC2 reads; QGIS Server does not
    end when it meets a ``MultiSurface``. GC2 takes a ``gml:id`` inside a geometry for the object's
    own id, so there is none.
    """
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbMultiPoint:
        members = "".join(
            f"<gml:pointMember><gml:Point><gml:pos>{_positions(part)}</gml:pos></gml:Point>"
            "</gml:pointMember>"
            for part in _parts(geometry)
        )
        return f'<gml:MultiPoint srsName="{crs}">{members}</gml:MultiPoint>'
    members = "".join(
        f"<gml:polygonMember>{_gml_polygon(part)}</gml:polygonMember>" for part in _parts(geometry)
    )
    return f'<gml:MultiPolygon srsName="{crs}">{members}</gml:MultiPolygon>'


def _gml_polygon(polygon: ogr.Geometry) -> str:
    parts = []
    for position, ring in enumerate(_parts(polygon)):
        side = "interior" if position else "exterior"
        parts.append(
            f"<gml:{side}><gml:LinearRing><gml:posList>{_positions(ring)}</gml:posList></gml:LinearRing>"
            f"</gml:{side}>"
        )
    return f"<gml:Polygon>{''.join(parts)}</gml:Polygon>"


def _positions(line: ogr.Geometry) -> str:
    return " ".join(f"{x:.{DECIMALS}f} {y:.{DECIMALS}f}" for x, y, *_ in line.GetPoints())


def geojson(wkb: bytes) -> "Optional[dict]":
    """``wkb`` as a GeoJSON geometry that names EPSG:25832, as GeoFA's SQL API asks for it."""
    if not wkb:
        return None
    shape = json.loads(ogr.CreateGeometryFromWkb(wkb).ExportToJson(["COORDINATE_PRECISION=3"]))
    return {
        "type": shape["type"],
        "crs": {"type": "name", "properties": {"name": "EPSG:25832"}},
        "coordinates": shape["coordinates"],
    }
