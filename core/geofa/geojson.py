"""Districts from the SQL APIs' answers: GeoJSON features, or rows with a GeoJSON geometry."""

from __future__ import annotations

import json
from typing import Iterable, List, Mapping, Tuple

import pandas as pd
from osgeo import ogr

from ..catalogue.themes import Theme
from . import shapes
from .gml import damaged

Row = Tuple[Mapping[str, object], object]


def _parsed(body: str) -> dict:
    try:
        parsed = json.loads(body)
    except ValueError:
        parsed = None
    if not isinstance(parsed, dict):
        raise damaged("json")
    return parsed


def read_features(body: str, theme: Theme) -> pd.DataFrame:
    """The objects of a feature collection; columns as ``gml.read``.

    Raises:
        ServiceError: the answer is damaged.
    """
    features = _parsed(body).get("features")
    if not isinstance(features, list):
        raise damaged("features")
    return _table(((f.get("properties") or {}, f.get("geometry")) for f in features), theme)


def read_rows(rows: Iterable[Mapping[str, object]], theme: Theme) -> pd.DataFrame:
    """The objects of ``rows`` with a GeoJSON ``geometri`` each; columns as ``gml.read``."""
    return _table(((row, row.get("geometri")) for row in rows), theme)


def read_data(body: str) -> List[dict]:
    """The rows of an answer in format ``json``.

    Raises:
        ServiceError: the answer is damaged.
    """
    data = _parsed(body).get("data")
    if not isinstance(data, list):
        raise damaged("data")
    return data


def _table(rows: Iterable[Row], theme: Theme) -> pd.DataFrame:
    columns = [column for column in theme.columns if column.type != "geometry"]
    table = [[_value(values.get(c.name), c.type) for c in columns] + [_wkb(geometry, theme)]
             for values, geometry in rows]
    return pd.DataFrame(table, columns=[c.name for c in columns] + ["wkb"], dtype=object)


def _value(value: object, kind: str) -> object:
    if value is None or value == "":
        return None
    return int(value) if kind == "integer" else str(value)


def _wkb(geometry: object, theme: Theme) -> bytes:
    if not geometry:
        return b""
    shape = ogr.CreateGeometryFromJson(json.dumps(geometry))
    if shape is None:
        raise damaged("geometry")
    return shapes.multi(shape, theme.geometry_type)
