"""Addresses of the example municipality: houses and flats with KVHX and coordinates."""

from __future__ import annotations

from typing import List, Sequence

import numpy as np
import pandas as pd

from .geography import Land

FLOORS = ("st", "1", "2", "3")
DOORS = ("tv", "mf", "th")
FLATS_PER_HOUSE = len(FLOORS) * len(DOORS)
HOUSES_PER_STREET = 40
STREETS = 9_800


def in_housing_area(ring: np.ndarray, flats: int, rng: np.random.Generator) -> np.ndarray:
    """(flats, 2) coordinates: blocks of flats in rows inside the closed ``ring``."""
    blocks = -(-flats // FLATS_PER_HOUSE)
    centre = ring[:-1].mean(axis=0)
    spokes = rng.integers(0, len(ring) - 1, blocks)
    along, out = rng.random((2, blocks, 1))
    edge = ring[spokes] * (1 - along) + ring[spokes + 1] * along
    points = centre + (edge - centre) * (0.08 + 0.84 * np.sqrt(out))
    return np.repeat(np.round(points, 2), FLATS_PER_HOUSE, axis=0)[:flats]


def in_cells(
    land: Land,
    kind: str,
    dwellings: int,
    flats_share: float,
    avoid: Sequence[np.ndarray],
    rng: np.random.Generator,
) -> np.ndarray:
    """(dwellings, 2) coordinates in the cells of ``kind``, outside the housing areas ``avoid``."""
    cells = [cell for cell in land.cells if land.kinds[cell] == kind]
    points: List[np.ndarray] = []
    made = 0
    while made < dwellings:
        wanted = dwellings - made
        chosen = rng.integers(0, len(cells), wanted)
        u, v = rng.random((2, wanted))
        spots = np.empty((wanted, 2))
        for number, cell in enumerate(cells):
            here = chosen == number
            spots[here] = land.inside(cell, u[here], v[here])
        for ring in avoid:
            centre = ring[:-1].mean(axis=0)
            reach = np.hypot(*(ring - centre).T).max()
            spots = spots[np.hypot(*(spots - centre).T) > reach]
        stacked = np.where(
            rng.random(len(spots)) < flats_share / FLATS_PER_HOUSE * 2.2, FLATS_PER_HOUSE, 1
        )
        points.append(np.repeat(np.round(spots, 2), stacked, axis=0))
        made += len(points[-1])
    return np.concatenate(points)[:dwellings]


def address_table(points: np.ndarray, municipality: str) -> pd.DataFrame:
    """Addresses of dwellings at ``points`` (n, 2); equal neighbours are flats of one house.

    Returns:
        DataFrame ``address_key`` (KVHX, 19 characters), ``x``, ``y`` (metres, EPSG:25832).
    """
    new_house = np.append(True, (points[1:] != points[:-1]).any(axis=1))
    house = np.cumsum(new_house) - 1
    flat = np.arange(len(points)) - np.flatnonzero(new_house)[house]
    flats = np.bincount(house)[house]
    per_street = max(HOUSES_PER_STREET, -(-int(house[-1] + 1) // STREETS))
    street, number = house // per_street + 1, house % per_street + 1
    floor = np.array(FLOORS)[(flat // len(DOORS)) % len(FLOORS)]
    door = np.array(DOORS)[flat % len(DOORS)]
    keys = [
        f"{municipality}{s:04d}{n:_>4}" + (f"{f:_>3}{d:_>4}" if many > 1 else "_" * 7)
        for s, n, f, d, many in zip(street, number, floor, door, flats)
    ]
    return pd.DataFrame({"address_key": keys, "x": points[:, 0], "y": points[:, 1]})
