"""The land of the example municipality: districts as a partition, and housing areas across them.

An island that does not exist, laid in the open sea of Kattegat (EPSG:25832), so that nobody takes
it for a real place.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

import numpy as np

CENTRE = np.array([660_000.0, 6_268_000.0])
COLUMN_WIDTHS = (4200, 2600, 1300, 900, 900, 1400, 2700, 4000)
ROW_HEIGHTS = (3600, 1700, 900, 900, 1900, 3800)
NODE_JITTER, EDGE_JITTER, EDGE_SPLITS = 0.16, 0.05, 3
Cell = Tuple[int, int]


@dataclass(frozen=True)
class Land:
    """The cells of a grid with crooked edges.

    Attributes:
        nodes: (rows + 1, columns + 1, 2) corner coordinates, metres.
        edges: (from node, to node) → (n, 2) points from one to the other, both ways the same.
        kinds: cell → ``town``, ``suburb`` or ``country``.
    """

    nodes: np.ndarray
    edges: Dict[Tuple[Cell, Cell], np.ndarray]
    kinds: Dict[Cell, str]

    @property
    def cells(self) -> List[Cell]:
        """All cells, row by row from the south-west."""
        return list(self.kinds)

    def outline(self, cells: Sequence[Cell]) -> np.ndarray:
        """The closed ring, counter-clockwise, around ``cells`` (one piece without holes)."""
        sides = [side for cell in cells for side in _sides(cell)]
        outer = {a: b for a, b in sides if (b, a) not in set(sides)}
        start = next(iter(outer))
        at, ring = start, []
        while True:
            ring.append(self.edges[(at, outer[at])][:-1])
            at = outer[at]
            if at == start:
                break
        ring = np.concatenate(ring)
        return np.vstack([ring, ring[:1]])

    def inside(self, cell: Cell, u: np.ndarray, v: np.ndarray) -> np.ndarray:
        """(n, 2) points at the shares ``u`` (east) and ``v`` (north), 0-1, of ``cell``'s inner
        part."""
        row, column = cell
        u, v = (0.08 + 0.84 * share[:, None] for share in (u, v))
        sw, se = self.nodes[row, column], self.nodes[row, column + 1]
        nw, ne = self.nodes[row + 1, column], self.nodes[row + 1, column + 1]
        return sw * (1 - u) * (1 - v) + se * u * (1 - v) + nw * (1 - u) * v + ne * u * v


def _sides(cell: Cell) -> List[Tuple[Cell, Cell]]:
    row, column = cell
    corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
    return list(zip(corners, corners[1:] + corners[:1]))


def _crooked(a: np.ndarray, b: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    points = np.vstack([a, b])
    for _ in range(EDGE_SPLITS):
        steps = np.diff(points, axis=0)
        across = np.column_stack([-steps[:, 1], steps[:, 0]])
        middles = (
            points[:-1]
            + steps / 2
            + across * rng.uniform(-EDGE_JITTER, EDGE_JITTER, (len(steps), 1))
        )
        joined = np.empty((len(points) + len(middles), 2))
        joined[0::2], joined[1::2] = points, middles
        points = joined
    return np.round(points, 3)


def make_land(rng: np.random.Generator) -> Land:
    """The land for one seed: 8 × 6 cells, small in the town, large in the country."""
    xs = np.concatenate([[0], np.cumsum(COLUMN_WIDTHS)])
    ys = np.concatenate([[0], np.cumsum(ROW_HEIGHTS)])
    nodes = np.stack(np.meshgrid(xs - xs[-1] / 2, ys - ys[-1] / 2), axis=-1).astype(float)
    span = np.stack(
        np.meshgrid(
            np.minimum(
                np.append(COLUMN_WIDTHS, COLUMN_WIDTHS[-1]),
                np.insert(COLUMN_WIDTHS, 0, COLUMN_WIDTHS[0]),
            ),
            np.minimum(
                np.append(ROW_HEIGHTS, ROW_HEIGHTS[-1]), np.insert(ROW_HEIGHTS, 0, ROW_HEIGHTS[0])
            ),
        ),
        axis=-1,
    )
    nodes += span * rng.uniform(-NODE_JITTER, NODE_JITTER, nodes.shape)
    reach = nodes / np.abs(nodes).max(axis=(0, 1))
    nodes *= 1 - 0.16 * (np.abs(reach[..., :1] * reach[..., 1:]))
    nodes = np.round(nodes + CENTRE, 3)
    edges, kinds = {}, {}
    for row in range(len(ROW_HEIGHTS)):
        for column in range(len(COLUMN_WIDTHS)):
            for a, b in _sides((row, column)):
                if (a, b) not in edges:
                    edges[(a, b)] = _crooked(nodes[a], nodes[b], rng)
                    edges[(b, a)] = edges[(a, b)][::-1]
            inner = 2 <= column <= 5 and 1 <= row <= 4
            kinds[(row, column)] = (
                "town" if inner and row in (2, 3) else "suburb" if inner else "country"
            )
    return Land(nodes, edges, kinds)


def housing_outline(
    land: Land, position: int, residents: int, rng: np.random.Generator
) -> np.ndarray:
    """A closed ring for housing area number ``position``, laid across a district border of the
    town."""
    spots = [(row, column) for row in (2, 3, 4) for column in (3, 4, 5)] + [
        (2, 2),
        (4, 2),
        (3, 6),
        (2, 6),
    ]
    row, column = spots[position % len(spots)]
    centre = land.nodes[row, column] + (70.0, -40.0)
    width = max(90.0, 8.5 * np.sqrt(residents))
    height = 0.62 * width
    corners = np.array([[-1, -1], [1, -1], [1, 0.2], [0.4, 1], [-1, 1]]) * (width / 2, height / 2)
    turn = rng.uniform(-0.5, 0.5)
    spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    ring = np.round(corners @ spin + centre, 3)
    return np.vstack([ring, ring[:1]])


def multipolygon_wkb(ring: np.ndarray) -> bytes:
    """A closed (n, 2) ring as a multipolygon of one polygon, little-endian WKB."""
    body = (
        struct.pack("<BII", 1, 3, 1) + struct.pack("<I", len(ring)) + ring.astype("<f8").tobytes()
    )
    return struct.pack("<BII", 1, 6, 1) + body
