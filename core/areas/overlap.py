"""How much of one area lies in another."""

from __future__ import annotations

import pandas as pd
from osgeo import ogr

from ..progress import Progress, checkpoint
from .area_set import AreaSet


def shares_of_areas(own: AreaSet, target: AreaSet, progress: Progress) -> pd.DataFrame:
    """The share of every area of ``own`` that lies in each area of ``target``.

    Returns:
        DataFrame ``own``, ``target`` (positions) and ``share`` (0-1), where the two share any area.
    """
    targets = [ogr.CreateGeometryFromWkb(wkb) for wkb in target.areas["wkb"]]
    boxes = [geometry.GetEnvelope() for geometry in targets]
    rows = []
    for position, wkb in enumerate(own.areas["wkb"]):
        checkpoint(progress)
        geometry = ogr.CreateGeometryFromWkb(wkb)
        west, east, south, north = geometry.GetEnvelope()
        size = geometry.GetArea()
        for other, (left, right, bottom, top) in enumerate(boxes):
            if west < right and left < east and south < top and bottom < north:
                shared = geometry.Intersection(targets[other])
                area = shared.GetArea() if shared is not None else 0.0
                if area > 0 and size > 0:
                    # the intersection is computed in floating point, and may come out larger
                    rows.append((position, other, min(1.0, area / size)))
    return pd.DataFrame(rows, columns=["own", "target", "share"]).astype(
        {"own": "int64", "target": "int64"}
    )
