"""Objects as GeoFA has them, and rows of a source."""

from __future__ import annotations

import struct
import uuid

import pandas as pd
from geofa_sociodemografi.core.catalogue.geofa.themes import theme

from tests.unit.helpers import multipolygon_wkb, polygon_wkb, square

THEME, SCHOOLS = theme("5713"), theme("5710")


def area(x=0.0, side=100.0):
    return multipolygon_wkb(polygon_wkb(square(580_000 + x, 6_130_000, side)))


def point():
    return struct.pack("<BII", 1, 4, 1) + struct.pack("<BIdd", 1, 1, 580_000.0, 6_130_000.0)


def there(*rows, about=THEME):
    """Objects as GeoFA has them."""
    table = []
    for number, row in enumerate(rows, start=1):
        table.append(
            {
                **{c.name: None for c in about.columns if c.type != "geometry"},
                "objekt_id": str(uuid.UUID(int=number)),
                "versions_id": f"v{number}",
                "statuskode": 3,
                "cvr_kode": 35209115,
                "bruger_id": "x",
                "oprindkode": 5,
                "off_kode": 1,
                about.fields["type"]: about.default_type,
                "wkb": area(200.0 * number),
                **row,
            }
        )
    return pd.DataFrame(
        table,
        columns=[c.name for c in about.columns if c.type != "geometry"] + ["wkb"],
        dtype=object,
    )


def wanted(*rows):
    """Rows of a source."""
    return pd.DataFrame(
        [{"wkb": b"", "row": n, **row} for n, row in enumerate(rows, start=1)], dtype=object
    )
