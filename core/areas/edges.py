"""The edges of areas, and on which side of them points lie, exactly.

The side is the sign of a determinant. Where rounding could turn the sign (Shewchuk 1997, "Adaptive
precision floating-point arithmetic and fast robust geometric predicates", the first filter of
``orient2d``) it is computed again in fractions, so a point is never on the wrong side of a border.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import List, Tuple

import numpy as np

from .wkb import rings

PAIRS_AT_A_TIME = 4_000_000
ROUNDING = np.finfo("float64").eps / 2
SIGN_IS_SURE = (3.0 + 16.0 * ROUNDING) * ROUNDING


@dataclass(frozen=True)
class Edges:
    """The edges of one area from south to north: (x1, y1) → (x2, y2), y1 <= y2."""

    x1: np.ndarray
    y1: np.ndarray
    x2: np.ndarray
    y2: np.ndarray

    @property
    def box(self) -> Tuple[float, float, float, float]:
        """West, south, east, north."""
        return (
            min(self.x1.min(), self.x2.min()),
            self.y1.min(),
            max(self.x1.max(), self.x2.max()),
            self.y2.max(),
        )


def edges_of(wkb: bytes) -> Edges:
    """The edges of the polygon ``wkb``, exactly vertical ones included, points of no length left
    out."""
    starts, ends = [], []
    for ring in rings(wkb):
        if len(ring) and (ring[0] != ring[-1]).any():
            ring = np.vstack([ring, ring[:1]])
        starts.append(ring[:-1])
        ends.append(ring[1:])
    a, b = np.concatenate(starts), np.concatenate(ends)
    swap = (a[:, 1] > b[:, 1]) | ((a[:, 1] == b[:, 1]) & (a[:, 0] > b[:, 0]))
    low, high = np.where(swap[:, None], b, a), np.where(swap[:, None], a, b)
    return Edges(low[:, 0], low[:, 1], high[:, 0], high[:, 1])


def _pairs(first: np.ndarray, last: np.ndarray) -> "Tuple[np.ndarray, np.ndarray]":
    """All (edge, point) with first[edge] <= point < last[edge]."""
    counts = last - first
    edge = np.repeat(np.arange(len(counts)), counts)
    offset = np.repeat(np.cumsum(counts) - counts, counts)
    return edge, np.arange(counts.sum()) - offset + first[edge]


def _blocks(counts: np.ndarray) -> "List[slice]":
    """Stretches of the edges, with at most ``PAIRS_AT_A_TIME`` pairs in each but for its last
    edge's: all pairs at once could be more than memory holds."""
    total = np.cumsum(counts)
    last = int(total[-1]) if len(total) else 0
    cuts = np.searchsorted(total, np.arange(PAIRS_AT_A_TIME, last + 1, PAIRS_AT_A_TIME))
    bounds = sorted({0, *(int(cut) + 1 for cut in cuts), len(counts)})
    return [slice(a, b) for a, b in zip(bounds[:-1], bounds[1:])]


def _side(
    x: np.ndarray, y: np.ndarray, edges: Edges, edge: np.ndarray, point: np.ndarray
) -> np.ndarray:
    """Per pair: positive where the point lies west of its edge, negative east of it, 0 on its
    line."""
    x1, y1 = edges.x1[edge], edges.y1[edge]
    along = (edges.x2[edge] - x1) * (y[point] - y1)
    across = (edges.y2[edge] - y1) * (x[point] - x1)
    side = along - across
    # where rounding may have turned the sign, the determinant again in fractions, which are exact
    for pair in np.flatnonzero(np.abs(side) <= SIGN_IS_SURE * (np.abs(along) + np.abs(across))):
        e, p = edge[pair], point[pair]
        corners = (edges.x1[e], edges.y1[e], edges.x2[e], edges.y2[e], x[p], y[p])
        ax, ay, bx, by, px, py = (Fraction(float(metres)) for metres in corners)
        exact = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
        side[pair] = (exact > 0) - (exact < 0)
    return side


def sides(x: np.ndarray, y: np.ndarray, edges: Edges) -> "Tuple[np.ndarray, np.ndarray]":
    """Which points (y ascending) are inside by the even-odd rule, a ray running east from each;
    which lie exactly on an edge."""
    first = np.searchsorted(y, edges.y1, "left")
    last = np.searchsorted(y, edges.y2, "left")
    crossings, on = np.zeros(len(x), dtype="int64"), np.zeros(len(x), dtype=bool)
    for block in _blocks(last - first):
        edge, point = _pairs(first[block], last[block])
        edge += block.start
        side = _side(x, y, edges, edge, point)
        crossings += np.bincount(point[side > 0], minlength=len(x))
        touching = point[side == 0]
        if len(touching):
            on[touching] = True
    beyond = np.searchsorted(y, edges.y2, "right")
    ending = np.flatnonzero(beyond > last)  # upper ends and level edges are in no ray's way
    if len(ending):
        level = np.unique(_pairs(last[ending], beyond[ending])[1])
        on[level[on_border(x[level], y[level], edges)]] = True
    return (crossings & 1).astype(bool), on


def on_border(x: np.ndarray, y: np.ndarray, edges: Edges) -> np.ndarray:
    """Do the points (y ascending) lie exactly on an edge?"""
    first = np.searchsorted(y, edges.y1, "left")
    last = np.searchsorted(y, edges.y2, "right")
    on = np.zeros(len(x), dtype=bool)
    for block in _blocks(last - first):
        edge, point = _pairs(first[block], last[block])
        edge += block.start
        west = np.minimum(edges.x1[edge], edges.x2[edge])
        east = np.maximum(edges.x1[edge], edges.x2[edge])
        near = np.flatnonzero((x[point] >= west) & (x[point] <= east))
        touching = _side(x, y, edges, edge[near], point[near]) == 0
        on[point[near][touching]] = True
    return on
