"""How much of one area lies in another, and whether two outlines are one."""

from __future__ import annotations

from typing import Iterable, List, Tuple

import numpy as np
import pandas as pd
from osgeo import ogr

from ..progress import Progress, checkpoint
from .area_set import AreaSet
from .wkb import rings

SLIVER = 1e-3
"""A smaller share of an area is where two outlines were drawn apart, not what lies in it."""
Box = Tuple[float, float, float, float]


def shares_of_areas(own: AreaSet, target: AreaSet, progress: Progress) -> pd.DataFrame:
    """The share of every area of ``own`` that lies in each area of ``target``.

    Returns:
        DataFrame ``own``, ``target`` (positions) and ``share`` (0-1), where the two share any area.
    """
    others = _Shapes(target.areas["wkb"])
    rows = []
    for position, wkb in enumerate(own.areas["wkb"]):
        checkpoint(progress)
        geometry = ogr.CreateGeometryFromWkb(wkb)
        size = geometry.GetArea()
        for other in others.near(geometry):
            shared = geometry.Intersection(others.shapes[other])
            area = shared.GetArea() if shared is not None else 0.0
            if area > 0 and size > 0:
                # the intersection is computed in floating point, and may come out larger
                rows.append((position, int(other), min(1.0, area / size)))
    return pd.DataFrame(rows, columns=["own", "target", "share"]).astype(
        {"own": "int64", "target": "int64", "share": "float64"}
    )


def covered_shares(own: AreaSet, target: AreaSet, progress: Progress) -> np.ndarray:
    """The share (0-1) of every area of ``own`` that lies in any area of ``target``."""
    others = _Shapes(target.areas["wkb"])
    covered = []
    for wkb in own.areas["wkb"]:
        checkpoint(progress)
        geometry = ogr.CreateGeometryFromWkb(wkb)
        size, rest = geometry.GetArea(), geometry
        for other in others.near(geometry):
            left = rest.Difference(others.shapes[other])
            rest = rest if left is None else left
        covered.append(min(1.0, max(0.0, 1 - rest.GetArea() / size)) if size > 0 else 0.0)
    return np.array(covered, dtype="float64")


def sizes(area_set: AreaSet) -> np.ndarray:
    """Square metres by area."""
    return np.array([ogr.CreateGeometryFromWkb(wkb).GetArea() for wkb in area_set.areas["wkb"]])


def lie_apart(area_set: AreaSet, progress: Progress) -> bool:
    """Does no area lie over another by more than a sliver of the smaller?"""
    shapes = _Shapes(area_set.areas["wkb"])
    for position, geometry in enumerate(shapes.shapes):
        checkpoint(progress)
        for other in shapes.near(geometry):
            if other <= position:
                continue
            shared = geometry.Intersection(shapes.shapes[other])
            smaller = min(geometry.GetArea(), shapes.shapes[other].GetArea())
            if shared is not None and shared.GetArea() > SLIVER * smaller:
                return False
    return True


def one_outline(first: bytes, second: bytes) -> bool:
    """Are the polygons ``first`` and ``second`` the same, but for a sliver of the larger?"""
    if bytes(first) == bytes(second):
        return True
    if not _meet(box_of(first), box_of(second)):
        return False
    one, other = ogr.CreateGeometryFromWkb(first), ogr.CreateGeometryFromWkb(second)
    apart = one.SymDifference(other)
    larger = max(one.GetArea(), other.GetArea())
    return apart is not None and larger > 0 and apart.GetArea() <= SLIVER * larger


def box_of(wkb: bytes) -> Box:
    """West, south, east, north."""
    points = np.concatenate(rings(bytes(wkb)))
    west, south = points.min(axis=0).tolist()
    east, north = points.max(axis=0).tolist()
    return west, south, east, north


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


class _Shapes:
    """Geometries with their boxes."""

    def __init__(self, every: Iterable[bytes]):
        self.shapes: List[ogr.Geometry] = [ogr.CreateGeometryFromWkb(wkb) for wkb in every]
        boxes = np.array([shape.GetEnvelope() for shape in self.shapes], dtype="float64")
        self._boxes = boxes.reshape(len(self.shapes), 4)

    def near(self, geometry: ogr.Geometry) -> List[int]:
        """Those whose box shares some area with the box of ``geometry``."""
        west, east, south, north = geometry.GetEnvelope()
        boxes = self._boxes
        meeting = (
            (west < boxes[:, 1])
            & (boxes[:, 0] < east)
            & (south < boxes[:, 3])
            & (boxes[:, 2] < north)
        )
        return np.flatnonzero(meeting).tolist()
