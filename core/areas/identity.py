"""Under which id an area set stands in a monitor file: two municipalities' sets of one name are two
sets, and a set that comes again is the one it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Optional, Tuple

import numpy as np

from .area_set import AreaSet
from .wkb import rings

Kept = Callable[[str], Optional[AreaSet]]
"""Id → the area set that the file has under it, None where it has none."""
Box = Tuple[float, float, float, float]


def municipal_id(identifier: str, municipality: str) -> str:
    """``0461-5713-11``: the id with its municipality; the id alone where none is known."""
    return f"{municipality}-{identifier}" if municipality else identifier


def id_in_file(area_set: AreaSet, kept: Kept) -> str:
    """The id that ``area_set`` is to have in the file: that of the set it is a new version of, be
    it one kept without a municipality in the id, else a free one with its municipality."""
    own = municipal_id(area_set.id, area_set.municipality)
    for candidate in (own, area_set.id):
        before = kept(candidate)
        if before is not None and is_same_place(before, area_set):
            return candidate
    if kept(own) is None:
        return own
    number, free = 2, kept(f"{own} (2)")
    while free is not None and not is_same_place(free, area_set):
        number += 1
        free = kept(f"{own} ({number})")
    return f"{own} ({number})"


def id_beside_others(area_set: AreaSet, municipality: str, kept: Kept) -> str:
    """The id of ``area_set`` itself, unless the file has another place's areas under it: then one
    with its ``municipality``."""
    before = kept(area_set.id)
    if before is None or is_same_place(before, area_set):
        return area_set.id
    return id_in_file(replace(area_set, municipality=municipality), kept)


def is_same_place(one: AreaSet, other: AreaSet) -> bool:
    """Are both of one municipality? Where one does not say, areas that lie apart are not."""
    if one.municipality and other.municipality:
        return one.municipality == other.municipality
    first, second = _box(one), _box(other)
    return all(first[axis] < second[axis + 2] and second[axis] < first[axis + 2] for axis in (0, 1))


def _box(area_set: AreaSet) -> Box:
    """West, south, east and north of all areas, metres."""
    points = np.concatenate([ring for wkb in area_set.areas["wkb"] for ring in rings(wkb)])
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return float(west), float(south), float(east), float(north)
