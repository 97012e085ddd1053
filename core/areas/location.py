"""Which area a point lies in.

Even-odd rule (ray to the east) over all rings at once, so holes and multipolygons need no care.

The border rule: a point on the border between two areas of a partition belongs to the area east of
the border; on an exactly west-east border, to the area north of it. The rule looks at one edge at a
time and computes it from its southern end in both areas, so exactly one of two neighbours gets the
point. A point on the outer border, which the rule gives to nobody, belongs to the area it borders
(the first by order). In a set that should be a partition but overlaps, a point belongs to the first
of its areas, and that is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence, Tuple

import numpy as np

from ..i18n import number, tr
from ..progress import Progress, checkpoint
from .area_set import AreaSet
from .wkb import rings

OUTER_BORDER_TOLERANCE = 1e-6
PAIRS_AT_A_TIME = 4_000_000


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
        return (min(self.x1.min(), self.x2.min()), self.y1.min(), max(self.x1.max(), self.x2.max()), self.y2.max())


@dataclass(frozen=True)
class Location:
    """Where points lie: ``layers`` are int32 arrays (one entry per point) of area positions or −1.

    Areas that overlap give a point several areas: the first in ``layers[0]``, the second in
    ``layers[1]`` and so on. A partition has one layer.
    """

    layers: Sequence[np.ndarray]

    def take(self, points: np.ndarray) -> "Location":
        """The location of ``points`` (positions; −1 is nowhere)."""
        return Location([np.append(layer, np.int32(-1))[points] for layer in self.layers])


def edges_of(wkb: bytes) -> Edges:
    """The edges of the polygon ``wkb``, exactly vertical ones included, points of no length left out."""
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
    total = np.cumsum(counts)
    cuts = np.searchsorted(total, np.arange(PAIRS_AT_A_TIME, total[-1] + 1, PAIRS_AT_A_TIME)) if len(total) else []
    bounds = sorted({0, *(int(c) + 1 for c in cuts), len(counts)})
    return [slice(a, b) for a, b in zip(bounds[:-1], bounds[1:])]


def _inside(x: np.ndarray, y: np.ndarray, edges: Edges) -> np.ndarray:
    """Are the points (y ascending) inside by the border rule?"""
    first = np.searchsorted(y, edges.y1, "left")
    last = np.searchsorted(y, edges.y2, "left")
    crossings = np.zeros(len(x), dtype="int64")
    for block in _blocks(last - first):
        edge, point = _pairs(first[block], last[block])
        edge += block.start
        x1, y1, x2, y2 = edges.x1[edge], edges.y1[edge], edges.x2[edge], edges.y2[edge]
        crossed = x[point] < x1 + (y[point] - y1) * ((x2 - x1) / (y2 - y1))
        crossings += np.bincount(point[crossed], minlength=len(x))
    return (crossings & 1).astype(bool)


def _on_border(x: np.ndarray, y: np.ndarray, edges: Edges) -> np.ndarray:
    """Do the points (y ascending) lie on an edge, within the tolerance?"""
    reach = OUTER_BORDER_TOLERANCE
    first = np.searchsorted(y, edges.y1 - reach, "left")
    last = np.searchsorted(y, edges.y2 + reach, "right")
    on = np.zeros(len(x), dtype=bool)
    for block in _blocks(last - first):
        edge, point = _pairs(first[block], last[block])
        edge += block.start
        dx, dy = edges.x2[edge] - edges.x1[edge], edges.y2[edge] - edges.y1[edge]
        px, py = x[point] - edges.x1[edge], y[point] - edges.y1[edge]
        length = np.hypot(dx, dy)
        with np.errstate(invalid="ignore", divide="ignore"):
            along = np.where(length > 0, (px * dx + py * dy) / length, 0.0)
            across = np.where(length > 0, np.abs(px * dy - py * dx) / length, np.hypot(px, py))
        near = (across <= reach) & (along >= -reach) & (along <= length + reach)
        on[point[near]] = True
    return on


def locate(x: np.ndarray, y: np.ndarray, area_set: AreaSet, progress: Progress) -> Location:
    """Where the points (metres, EPSG:25832; NaN is nowhere) lie in ``area_set``.

    Returns:
        ``Location`` with one entry per point; see the border rule above.
    """
    known = np.flatnonzero(~(np.isnan(x) | np.isnan(y)))
    order = known[np.argsort(y[known], kind="stable")]
    xs, ys = x[order], y[order]
    shapes = [edges_of(wkb) for wkb in area_set.areas["wkb"]]
    layers = [np.full(len(x), -1, dtype="int32")]

    def give(points: np.ndarray, area: int) -> None:
        for depth in range(len(shapes)):
            if depth == len(layers):
                layers.append(np.full(len(x), -1, dtype="int32"))
            free = layers[depth][points] < 0
            layers[depth][points[free]] = area
            points = points[~free]
            if not len(points):
                return

    def candidates(pool_x: np.ndarray, pool_y: np.ndarray, edges: Edges, reach: float) -> np.ndarray:
        west, south, east, north = edges.box
        low, high = np.searchsorted(pool_y, [south - reach, north + reach], "left")
        return low + np.flatnonzero((pool_x[low:high] >= west - reach) & (pool_x[low:high] <= east + reach))

    for area, edges in enumerate(shapes):
        checkpoint(progress)
        progress.report(area / len(shapes))
        near = candidates(xs, ys, edges, 0.0)
        give(order[near[_inside(xs[near], ys[near], edges)]], area)
    lost = np.flatnonzero(layers[0][order] < 0)
    if len(lost):
        lost_x, lost_y, lost_points = xs[lost], ys[lost], order[lost]
        for area, edges in enumerate(shapes):
            checkpoint(progress)
            near = candidates(lost_x, lost_y, edges, 2 * OUTER_BORDER_TOLERANCE)
            on = near[_on_border(lost_x[near], lost_y[near], edges)]
            homeless = lost_points[on][layers[0][lost_points[on]] < 0]
            layers[0][homeless] = area
    if area_set.kind == "partition" and len(layers) > 1:
        progress.warn(tr("{name}: {count} places lie in more than one area and are given to the first.",
                         name=area_set.name, count=number(int((layers[1] >= 0).sum()))))
        layers = layers[:1]
    return Location(layers)
