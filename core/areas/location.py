"""Which area a point lies in.

Even-odd rule (ray to the east) over all rings at once, so holes and multipolygons need no care.

The border rule: a point on the border between two areas of a partition belongs to the area east of
the border; on an exactly west-east border, to the area north of it. The rule looks at one edge at a
time and decides its side exactly, so exactly one of two neighbours gets the point. A point exactly
on the outer border, which the rule gives to nobody, belongs to the area it borders (the first by
order). In a set that should be a partition but overlaps, a point belongs to the first of its areas,
and that is told.

In a free set every area goes by its own border, whatever the others are: a point on it belongs to
the area, so areas of one shape have the same points, and of two neighbours both have the points
between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence

import numpy as np

from ..i18n import tr
from ..numbers import number
from ..progress import Progress, checkpoint
from .area_set import AreaSet
from .edges import Edges, edges_of, sides
from .grid import Grid, give, worth_while


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


def locate(x: np.ndarray, y: np.ndarray, area_set: AreaSet, progress: Progress) -> Location:
    """Where the points (metres, EPSG:25832; NaN is nowhere) lie in ``area_set``.

    Returns:
        ``Location`` with one entry per point; see the border rule above.
    """
    known = np.flatnonzero(~(np.isnan(x) | np.isnan(y)))
    shapes = [edges_of(wkb) for wkb in area_set.areas["wkb"]]
    layers = [np.full(len(x), -1, dtype="int32")]
    if worth_while(len(known)):
        known = _by_grid(x, y, known, shapes, layers)
    order = known[np.argsort(y[known], kind="stable")]
    _one_by_one(x, y, order, shapes, layers, area_set.kind == "partition", progress)
    if area_set.kind == "partition" and len(layers) > 1:
        progress.warn(
            tr(
                "{name}: {count} places lie in more than one area and are given to the first.",
                name=area_set.name,
                count=number(int((layers[1] >= 0).sum())),
            )
        )
        layers = layers[:1]
    return Location(layers)


def _by_grid(
    x: np.ndarray,
    y: np.ndarray,
    points: np.ndarray,
    shapes: Sequence[Edges],
    layers: List[np.ndarray],
) -> np.ndarray:
    """Place the points of cells away from every border, in ``layers``; the rest is returned."""
    grid = Grid(shapes, len(points))
    cells, on_grid = grid.cells_of(x[points], y[points])
    of_cells = [np.full(grid.border.size, -1, dtype="int32")]
    for area, edges in enumerate(shapes):
        give(of_cells, grid.cells_inside(edges), area)
    near_border = on_grid & grid.border.ravel()[cells]
    clear = points[on_grid & ~near_border]
    clear_cells = cells[on_grid & ~near_border]
    for depth, owner in enumerate(of_cells):
        if depth == len(layers):
            layers.append(np.full(len(x), -1, dtype="int32"))
        layers[depth][clear] = owner[clear_cells]
    return points[near_border]


def _one_by_one(
    x: np.ndarray,
    y: np.ndarray,
    order: np.ndarray,
    shapes: Sequence[Edges],
    layers: List[np.ndarray],
    partition: bool,
    progress: Progress,
) -> None:
    """Place the points ``order`` (y ascending), in ``layers``."""
    xs, ys = x[order], y[order]
    outer: List[np.ndarray] = []
    for area, edges in enumerate(shapes):
        checkpoint(progress)
        progress.report(area / len(shapes))
        near = _in_box(xs, ys, edges)
        inside, on = sides(xs[near], ys[near], edges)
        give(layers, order[near[inside if partition else inside | on]], area)
        outer.append(order[near[on & ~inside]])
    for area, points in enumerate(outer if partition else ()):
        layers[0][points[layers[0][points] < 0]] = area


def _in_box(x: np.ndarray, y: np.ndarray, edges: Edges) -> np.ndarray:
    """The points (y ascending) in the area's box, its sides included."""
    west, south, east, north = edges.box
    low, high = np.searchsorted(y, south, "left"), np.searchsorted(y, north, "right")
    return low + np.flatnonzero((x[low:high] >= west) & (x[low:high] <= east))
