"""Small area sets and registers made by hand."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Sequence

import numpy as np
import pandas as pd
from geofa_sociodemografi.core.areas.area_set import AreaSet, make_area_set
from geofa_sociodemografi.core.pipeline.inputs import Inputs
from geofa_sociodemografi.core.registers.delivery import Delivery, DeliveryProfile
from geofa_sociodemografi.core.registers.sources import TableSource

Ring = Sequence[Sequence[float]]


def polygon_wkb(*rings: Ring) -> bytes:
    """A polygon: outer ring first, then holes."""
    body = struct.pack("<BII", 1, 3, len(rings))
    for ring in rings:
        points = np.asarray(list(ring) + [ring[0]], dtype="<f8")
        body += struct.pack("<I", len(points)) + points.tobytes()
    return body


def multipolygon_wkb(*polygons: bytes) -> bytes:
    """A multipolygon of polygons made by ``polygon_wkb``."""
    return struct.pack("<BII", 1, 6, len(polygons)) + b"".join(polygons)


def square(x: float, y: float, side: float = 10.0) -> Ring:
    """A ring with its south-west corner at (x, y)."""
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]


def areas(shapes: "dict[str, bytes]", identifier: str = "set", kind: str = "partition") -> AreaSet:
    """An area set of named shapes."""
    return make_area_set(
        identifier,
        identifier,
        kind,
        pd.DataFrame(
            {
                "area_id": list(shapes),
                "name": list(shapes),
                "objekt_id": "",
                "versions_id": "",
                "wkb": list(shapes.values()),
            }
        ),
    )


def grid(columns: int, rows: int, side: float = 10.0, identifier: str = "grid") -> AreaSet:
    """A partition of squares ``c<column>r<row>``, far from zero as real coordinates are."""
    return areas(
        {
            f"c{c}r{r}": polygon_wkb(square(500_000 + c * side, 6_200_000 + r * side, side))
            for r in range(rows)
            for c in range(columns)
        },
        identifier,
    )


def persons(**columns: object) -> TableSource:
    """A register in memory."""
    return TableSource("persons", pd.DataFrame(columns))


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A text file."""
    path.write_bytes(text.encode(encoding))
    return path


def inputs(
    area_sets, persons, addresses=(), references=(), history=None, mapping=None, **others
) -> Inputs:
    """Inputs of a person register and, by name, of other registers."""
    deliveries = [
        Delivery(
            kind, sources, DeliveryProfile("", kind, (mapping or {}) if kind == "persons" else {})
        )
        for kind, sources in {"persons": persons, **others}.items()
    ]
    return Inputs(
        area_sets, deliveries, addresses=addresses, references=references, history=history
    )
