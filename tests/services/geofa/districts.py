"""Invented districts for tests of registering: a grid of squares in Odense."""

from __future__ import annotations

from typing import Sequence

import pandas as pd

from tests.unit.helpers import multipolygon_wkb, polygon_wkb, square

WEST, SOUTH, SIDE, PER_ROW = 580_000, 6_130_000, 200, 25


def shape(number: int, grow: float = 0.0) -> bytes:
    """The square of district ``number`` (from 1); its east side moved by ``grow`` metres."""
    x, y = WEST + (number - 1) % PER_ROW * SIDE, SOUTH + (number - 1) // PER_ROW * SIDE
    corners = [(cx + (grow if cx > x else 0), cy) for cx, cy in square(x, y, SIDE)]
    return multipolygon_wkb(polygon_wkb(corners))


def table(numbers: Sequence[int], **columns: object) -> pd.DataFrame:
    """Basic districts as ``registration.wanted_table`` gives them."""
    rows = [
        {
            "prog_distrikt_nr": n,
            "prog_distrikt_navn": f"Distrikt {n}",
            "prog_distrikt_type_kode": 11,
            "noegle": f"O{n:03d}",
            "note": None,
            **columns,
            "wkb": shape(n),
            "row": position,
        }
        for position, n in enumerate(numbers, start=1)
    ]
    return pd.DataFrame(rows, dtype=object)
