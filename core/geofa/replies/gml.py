"""Objects from a WFS answer in GML (1.1 or 2.0), read by GDAL."""

from __future__ import annotations

import re
import uuid

import pandas as pd
from osgeo import gdal, ogr

from ...catalogue.geofa.themes import Theme
from ...confidential import quoted
from ...web.text import in_utf8
from .. import shapes
from .answers import LONGEST_DETAILS
from .values import damaged, refuse_too_many, value_of

MEMBER = re.compile(r"<wfs:member|<\w+:featureMember")
ONE_MEMBER = re.compile(r"<\w+:(?:member|featureMember)[\s>]")
LONGEST_TAIL = 20_000
TIME_POSITION = re.compile(rb"</?gml:timePosition>")


def read(body: str, theme: Theme) -> pd.DataFrame:
    """The objects in ``body``.

    Returns:
        DataFrame with the theme's columns (``integer`` as int or None, all else as text or None;
        columns the server does not send are None) and ``wkb`` (the theme's geometry type in the
        answer's coordinates, easting first).
    Raises:
        ServiceError: cut off or damaged GML, or objects in it that were not read.
    """
    # MapServer wraps a time in a gml:timePosition, and GDAL then loses whose time it was.
    name = f"/vsimem/geofa-{uuid.uuid4().hex}"
    refuse_too_many(sum(1 for _ in MEMBER.finditer(body)))
    gdal.FileFromMemBuffer(f"{name}.gml", TIME_POSITION.sub(b"", in_utf8(body)))
    columns = [column for column in theme.columns if column.type != "geometry"]
    rows = []
    try:
        if not _is_whole(body):
            raise damaged("")
        # GDAL would guess types from the values, and a key 001 would become 1.
        gdal.SetThreadLocalConfigOption("GML_FIELDTYPES", "ALWAYS_STRING")
        source = gdal.OpenEx(
            f"{name}.gml",
            gdal.OF_VECTOR,
            allowed_drivers=["GML"],
            open_options=["DOWNLOAD_SCHEMA=NO", "EXPOSE_GML_ID=NO"],
        )
        if source is None and MEMBER.search(body):
            raise damaged("")
        layer = source.GetLayer(0) if source is not None and source.GetLayerCount() else None
        for feature in layer or ():
            rows.append(_row(feature, columns, theme.geometry_type))
        del layer, source
    except RuntimeError as error:
        raise damaged(quoted(str(error), LONGEST_DETAILS)) from None
    finally:
        gdal.SetThreadLocalConfigOption("GML_FIELDTYPES", None)
        for suffix in ("gml", "gfs"):  # newer GDAL raises for a file that is not there
            if gdal.VSIStatL(f"{name}.{suffix}") is not None:
                gdal.Unlink(f"{name}.{suffix}")
    if len(rows) < sum(1 for _ in ONE_MEMBER.finditer(body)):
        raise damaged("member")
    return pd.DataFrame(rows, columns=[c.name for c in columns] + ["wkb"], dtype=object)


def _is_whole(body: str) -> bool:
    """Does ``body`` end with the collection's end? Comments may come after it (XML 1.0, 2.1)."""
    tail = body[-LONGEST_TAIL:].rstrip()
    while tail.endswith("-->"):
        tail = tail[: max(0, tail.rfind("<!--"))].rstrip()
    return tail.endswith("FeatureCollection>")


def _row(feature: ogr.Feature, columns: list, kind: str) -> list:
    row = []
    for column in columns:
        index = feature.GetFieldIndex(column.name)
        value = (
            feature.GetFieldAsString(index)
            if index >= 0 and feature.IsFieldSetAndNotNull(index)
            else ""
        )
        row.append(value_of(value, column.type, column.name))
    geometry = feature.GetGeometryRef()
    if geometry is None:
        return row + [b""]
    return row + [shapes.multi(geometry, kind)]
