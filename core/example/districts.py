"""Districts of the example municipality with GeoFA's published columns, and their file."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Dict, List, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd
from osgeo import ogr, osr

from ..catalogue.geofa.themes import code_list, district_types, theme
from .geography import Land, multipolygon_wkb

HOUSING_LAYER = "boligomraader"
NAMESPACE = uuid.UUID("6f3b1f5e-5d5e-4a55-9c6a-0d2f5c1f0999")
FIELD_TYPES = {
    "integer": ogr.OFTInteger,
    "text": ogr.OFTString,
    "uuid": ogr.OFTString,
    "timestamp": ogr.OFTString,
}

District = Tuple[str, str, dict, bytes]


def _split(
    land: Land, column_cuts: Sequence[int], row_cuts: Sequence[int]
) -> "List[List[Tuple[int, int]]]":
    """The cells in blocks between the cuts, row by row."""
    blocks: Dict[Tuple[int, int], list] = {}
    for row, column in land.cells:
        key = (sum(row >= cut for cut in row_cuts), sum(column >= cut for cut in column_cuts))
        blocks.setdefault(key, []).append((row, column))
    return [blocks[key] for key in sorted(blocks)]


def all_districts(land: Land) -> Dict[str, List[District]]:
    """Theme code → (key, name, theme columns, wkb) of every district."""

    def of(blocks: list, name: str, prefix: str, **columns: object) -> List[District]:
        return [
            (
                f"{prefix}{number:02d}",
                f"{name} {number}",
                {**columns, "nr": number},
                multipolygon_wkb(land.outline(block)),
            )
            for number, block in enumerate(blocks, start=1)
        ]

    basic = of([[cell] for cell in land.cells], "Basisdistrikt", "D", type=11)
    constant = of(_split(land, (3, 5), (2, 4)), "Konstantområde", "K", type=12)
    lower = of(
        _split(land, (3, 4, 5), (3,)), "Skoledistrikt", "S", type=5, starttrin=11, sluttrin=6
    )
    upper = of(
        _split(land, (4,), (3,)), "Overbygningsdistrikt", "O", type=5, starttrin=7, sluttrin=9
    )
    social = of(_split(land, (3, 5), (3,)), "Socialdistrikt", "F", type=6)
    care = of(_split(land, (4,), (2, 4)), "Ældredistrikt", "A", type=9)
    committee = of(_split(land, (2, 6), ()), "Lokaludvalg", "L", type=1)
    return {
        "5713": basic + constant,
        "5710": lower + upper,
        "5711": social,
        "5712": care,
        "5701": committee,
    }


def district_rows(code: str, districts: Sequence[District], municipality: dict) -> pd.DataFrame:
    """GeoFA's published columns of theme ``code`` and ``wkb``, one row per district."""
    about = theme(code)
    rows = []
    for key, name, columns, wkb in districts:
        identity = f"{code}/{key}"
        row = {
            "temakode": int(code),
            "temanavn": about.view,
            "objekt_id": str(uuid.uuid5(NAMESPACE, identity)),
            "versions_id": str(uuid.uuid5(NAMESPACE, identity + "/1")),
            "systid_fra": "2023-06-01T10:00:00+02:00",
            "oprettet": "2023-06-01T10:00:00+02:00",
            "cvr_kode": municipality["cvr"],
            "cvr_navn": municipality["name"],
            "kommunekode": int(municipality["code"]),
            "bruger_id": "eksempel",
            "oprindkode": 5,
            "oprindelse": code_list("oprindelse")[5],
            "statuskode": 3,
            "status": code_list("status")[3],
            "off_kode": 1,
            "offentlig": code_list("synlighed")[1],
            "noegle": key,
            "note": "Fiktivt eksempel",
            about.fields["type"]: columns["type"],
            about.fields["type_name"]: district_types(code)[columns["type"]],
            about.fields["name"]: name,
            "wkb": wkb,
        }
        if about.fields["number"]:
            row[about.fields["number"]] = columns["nr"]
        if about.has_grades:
            grades = code_list("klassetrin")
            row.update(
                starttrin_kode=columns["starttrin"],
                starttrin=grades[columns["starttrin"]],
                sluttrin_kode=columns["sluttrin"],
                slutttrin=grades[columns["sluttrin"]],
            )
        rows.append(row)
    names = [column.name for column in about.columns if column.type != "geometry"]
    return pd.DataFrame(rows).reindex(columns=names + ["wkb"]).astype(object)


def write_districts(path: Path, land: Land, rings: Sequence[np.ndarray], profiles: dict) -> None:
    """Write a GeoPackage with a layer per theme and one of housing areas; raises OSError."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(25832)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    if source is None:
        raise OSError(path)
    for code, districts in all_districts(land).items():
        about = theme(code)
        fields = {one.name: one.type for one in about.columns if one.type != "geometry"}
        rows = district_rows(code, districts, profiles["municipality"])
        _write_layer(source, about.view, reference, fields, rows)
    areas = [entry for entry in profiles["groups"] if entry["kind"] == "housing"]
    rows = pd.DataFrame(
        {
            "noegle": [entry["id"] for entry in areas],
            "navn": [entry["name"] for entry in areas],
            "note": "Fiktivt boligområde",
            "wkb": [multipolygon_wkb(ring) for ring in rings],
        }
    )
    fields = dict.fromkeys(("noegle", "navn", "note"), "text")
    _write_layer(source, HOUSING_LAYER, reference, fields, rows)


def _write_layer(
    source: ogr.DataSource,
    name: str,
    reference: osr.SpatialReference,
    fields: Mapping[str, str],
    rows: pd.DataFrame,
) -> None:
    """A layer of ``rows`` with the ``fields`` (name → the theme's type) and the shape ``wkb``."""
    layer = source.CreateLayer(
        name, reference, ogr.wkbMultiPolygon, options=["GEOMETRY_NAME=geometri"]
    )
    for field, type_ in fields.items():
        layer.CreateField(ogr.FieldDefn(field, FIELD_TYPES[type_]))
    for row in rows.to_dict("records"):
        feature = ogr.Feature(layer.GetLayerDefn())
        for field in fields:
            value = row[field]
            if value is not None and value == value:
                feature.SetField(field, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkb(row["wkb"]))
        layer.CreateFeature(feature)
