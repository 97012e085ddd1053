"""Reads the rings of polygons from well-known binary.

Source of the format: OGC 06-103r4 (Simple Feature Access), ISO and EWKB flags for Z and M.
"""

from __future__ import annotations

import struct
from typing import List, Tuple

import numpy as np

POLYGON, MULTIPOLYGON = 3, 6


def rings(wkb: bytes) -> List[np.ndarray]:
    """Every ring of a polygon or multipolygon as an (n, 2) float64 array; holes are rings too.

    Raises:
        ValueError: another geometry type.
    """
    found: List[np.ndarray] = []
    _read(memoryview(wkb), 0, found)
    return found


def _header(view: memoryview, at: int) -> Tuple[str, int, int, int]:
    """Byte order, type of geometry, numbers per point, and where its content begins.

    EWKB says Z, M and a reference system in the three highest bits; ISO adds 1000 for Z, 2000 for M
    and 3000 for both.
    """
    order = "<" if view[at] == 1 else ">"
    (code,) = struct.unpack_from(order + "I", view, at + 1)
    at += 5
    extra = bool(code & 0x80000000) + bool(code & 0x40000000)
    if code & 0x20000000:  # the reference system's number stands before the content
        at += 4
    code &= 0x0FFFFFFF
    extra += {0: 0, 1: 1, 2: 1, 3: 2}[code // 1000]
    return order, code % 1000, 2 + extra, at


def _read(view: memoryview, at: int, found: List[np.ndarray]) -> int:
    """Add the rings of the geometry at ``at`` to ``found``; where it ends."""
    order, kind, width, at = _header(view, at)
    if kind not in (POLYGON, MULTIPOLYGON):
        raise ValueError(f"geometry type {kind} is not a polygon")
    (count,) = struct.unpack_from(order + "I", view, at)
    at += 4
    for _ in range(count):
        if kind == MULTIPOLYGON:
            at = _read(view, at, found)
        else:
            (points,) = struct.unpack_from(order + "I", view, at)
            at += 4
            values = np.frombuffer(view, dtype=order + "f8", count=points * width, offset=at)
            found.append(values.reshape(points, width)[:, :2].astype("float64"))
            at += points * width * 8
    return at
