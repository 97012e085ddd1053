"""A grid over an area set: most cells touch no border, and all their points lie in the same areas.

The usual first step of fast point location (cells flagged as inside, outside or on a border, after
Fisher 1990 and PostGIS' and GEOS' own indexed locators): only points in border cells need looking
at.
"""

from __future__ import annotations

from typing import List, Sequence, Tuple

import numpy as np

from .edges import Edges

FEWEST_POINTS = 20_000
CELLS_PER_POINT = 4
LARGEST_SIDE = 2048


class Grid:
    """Cells of equal size over all the areas.

    Attributes:
        border: (rows, columns) cells that an edge may touch.
    """

    def __init__(self, shapes: Sequence[Edges], points: int):
        boxes = np.array([edges.box for edges in shapes])
        self._west, self._south = boxes[:, 0].min(), boxes[:, 1].min()
        width, height = boxes[:, 2].max() - self._west, boxes[:, 3].max() - self._south
        side = int(np.clip(np.sqrt(points * CELLS_PER_POINT), 16, LARGEST_SIDE))
        self._size = max(width, height) / side or 1.0
        self.columns, self.rows = (int(length / self._size) + 1 for length in (width, height))
        self.border = np.zeros((self.rows, self.columns), dtype=bool)
        for edges in shapes:
            self._touch(edges)
        self._widen()

    def cells_of(self, x: np.ndarray, y: np.ndarray) -> "Tuple[np.ndarray, np.ndarray]":
        """The cell (row × columns + column) of each point; whether it lies on the grid at all."""
        column = np.floor((x - self._west) / self._size)
        row = np.floor((y - self._south) / self._size)
        on = (column >= 0) & (row >= 0) & (column < self.columns) & (row < self.rows)
        return np.where(on, row * self.columns + column, 0).astype("int64"), on

    def _touch(self, edges: Edges) -> None:
        """Flag the cells of points at most half a cell apart along every edge."""
        longest = np.maximum(np.abs(edges.x2 - edges.x1), edges.y2 - edges.y1)
        steps = np.ceil(2 * longest / self._size).astype("int64") + 1
        edge = np.repeat(np.arange(len(steps)), steps)
        share = (np.arange(steps.sum()) - np.repeat(np.cumsum(steps) - steps, steps)) / np.maximum(
            steps[edge] - 1, 1
        )
        x = edges.x1[edge] + share * (edges.x2 - edges.x1)[edge]
        y = edges.y1[edge] + share * (edges.y2 - edges.y1)[edge]
        cells, _ = self.cells_of(np.clip(x, self._west, None), np.clip(y, self._south, None))
        self.border.ravel()[cells] = True

    def _widen(self) -> None:
        """Flag the eight neighbours too: an edge leaves no flagged cell further than into one of
        them."""
        for axis in (0, 1):
            flagged = self.border.copy()
            after, before = [slice(None)] * 2, [slice(None)] * 2
            after[axis], before[axis] = slice(1, None), slice(None, -1)
            self.border[tuple(after)] |= flagged[tuple(before)]
            self.border[tuple(before)] |= flagged[tuple(after)]

    def cells_inside(self, edges: Edges) -> np.ndarray:
        """The cells away from every border whose centre is inside the area."""
        west, south, east, north = edges.box
        left = int((west - self._west) / self._size)
        bottom = int((south - self._south) / self._size)
        right = min(self.columns, int((east - self._west) / self._size) + 1)
        top = min(self.rows, int((north - self._south) / self._size) + 1)
        centres_x = self._west + (np.arange(left, right) + 0.5) * self._size
        centres_y = self._south + (np.arange(bottom, top) + 0.5) * self._size
        # even-odd over the centres: a centre is inside where an odd number of edges cross its row
        # to the east of it
        first, last = np.searchsorted(centres_y, edges.y1), np.searchsorted(centres_y, edges.y2)
        counts = last - first
        edge = np.repeat(np.arange(len(counts)), counts)
        row = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + first[edge]
        slope = (edges.x2 - edges.x1)[edge] / (edges.y2 - edges.y1)[edge]
        crossing = edges.x1[edge] + (centres_y[row] - edges.y1[edge]) * slope
        column = np.searchsorted(centres_x, crossing)
        shape = (top - bottom, right - left + 1)
        crossed = np.bincount(row * shape[1] + column, minlength=shape[0] * shape[1]).reshape(shape)
        odd = (np.cumsum(crossed[:, :0:-1], axis=1)[:, ::-1] & 1).astype(bool)
        rows, columns = np.nonzero(odd & ~self.border[bottom:top, left:right])
        return (rows + bottom) * self.columns + columns + left


def worth_while(points: int) -> bool:
    """Are there so many points that a grid pays?"""
    return points >= FEWEST_POINTS


def give(layers: List[np.ndarray], points: np.ndarray, area: int) -> None:
    """Put ``area`` in the first layer that is free at each of ``points``, in place."""
    depth = 0
    while len(points):
        if depth == len(layers):
            layers.append(np.full(len(layers[0]), -1, dtype="int32"))
        free = layers[depth][points] < 0
        layers[depth][points[free]] = area
        points = points[~free]
        depth += 1
