"""Districts from the SQL APIs' answers: GeoJSON features, or rows with a GeoJSON geometry."""

from __future__ import annotations

import json
from typing import Iterable, List, Mapping, Sequence, Tuple

import pandas as pd
from osgeo import ogr

from ...catalogue.geofa.themes import Theme, ThemeColumn
from ...catalogue.json_text import JsonError, TooLargeError, parse
from .. import shapes
from .answers import too_much
from .values import damaged, rows_of, value_of

Row = Tuple[Mapping[str, object], object]


def _parsed(body: str) -> dict:
    try:
        parsed, problem = parse(body), "json"
    except TooLargeError as error:
        raise too_much(error.reason) from None
    except JsonError as error:
        parsed, problem = None, error.reason
    if not isinstance(parsed, dict):
        raise damaged(problem)
    return parsed


def read_features(body: str, theme: Theme) -> pd.DataFrame:
    """The objects of a feature collection; columns as ``gml.read``.

    Raises:
        ServiceError: the answer is damaged.
    """
    features = rows_of(_parsed(body).get("features"))
    return _table(((f.get("properties") or {}, f.get("geometry")) for f in features), theme)


def read_rows(rows: Iterable[Mapping[str, object]], theme: Theme) -> pd.DataFrame:
    """The objects of ``rows`` with a GeoJSON ``geometri`` each; columns as ``gml.read``."""
    return _table(((row, row.get("geometri")) for row in rows), theme)


def read_data(body: str) -> List[dict]:
    """The rows of an answer in format ``json``.

    Raises:
        ServiceError: the answer is damaged.
    """
    return rows_of(_parsed(body).get("data"))


def _table(rows: Iterable[Row], theme: Theme) -> pd.DataFrame:
    columns = [column for column in theme.columns if column.type != "geometry"]
    table = [_row(values, columns) + [_wkb(geometry, theme)] for values, geometry in rows]
    return pd.DataFrame(table, columns=[c.name for c in columns] + ["wkb"], dtype=object)


def _row(values: object, columns: Sequence[ThemeColumn]) -> list:
    if not isinstance(values, dict):
        raise damaged("properties")
    return [value_of(values.get(column.name), column.type, column.name) for column in columns]


def _wkb(geometry: object, theme: Theme) -> bytes:
    if not geometry:
        return b""
    shape = ogr.CreateGeometryFromJson(json.dumps(geometry))
    if shape is None:
        raise damaged("geometry")
    return shapes.multi(shape, theme.geometry_type)
