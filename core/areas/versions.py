"""Versions of one area set: which areas are the same, renamed, redrawn, new or gone.

An area is the same through a change of name by GeoFA's ``objekt_id``, else by ``noegle``, the
municipality's own key of it, else by its ``area_id``, else by its outline.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, Iterable, List, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ..progress import Progress, checkpoint
from .area_set import AreaSet
from .overlap import box_of, one_outline, shares_of_areas

SAME, RENAMED, REDRAWN, NEW, GONE = "same", "renamed", "redrawn", "new", "gone"
OBJECT, OWN_KEY, AREA_ID, OUTLINE = "objekt_id", "noegle", "area_id", "outline"
COLUMNS = (
    "from_area",
    "to_area",
    "from_name",
    "to_name",
    "change",
    "by",
    "share",
    "share_of_new",
)
Pair = Tuple[int, int, str]
"""Positions in the old and the new set, and what says that they are one area."""


def versions_of(old: AreaSet, new: AreaSet, progress: Progress) -> pd.DataFrame:
    """What became of every area of ``old`` in ``new``, a later version of the same area set.

    Returns:
        DataFrame ``COLUMNS``, the areas of ``old`` in order and then those that are ``new``:
        ``change`` is ``same``, ``renamed`` (same outline, other name), ``redrawn`` (other outline),
        ``new`` or ``gone``; ``by`` is ``objekt_id``, ``noegle``, ``area_id`` or ``outline``, empty
        where it is new or gone; ``share`` the part (0-1) of the old area that lies in the new one,
        ``share_of_new`` the part of the new one that lies in the old.
    """
    found = pairs(old, new, progress)
    alike = {(o, n) for o, n, _ in found if one_outline(_wkb(old, o), _wkb(new, n))}
    changed = [(o, n) for o, n, _ in found if (o, n) not in alike]
    forth, back = _shares(old, new, changed, progress)
    of_old = {o: (n, by) for o, n, by in found}
    before = list(zip(old.areas["area_id"], old.areas["name"]))
    after = list(zip(new.areas["area_id"], new.areas["name"]))
    rows: List[Tuple[object, ...]] = []
    for o, (area, name) in enumerate(before):
        if o not in of_old:
            rows.append((area, "", name, "", GONE, "", np.nan, np.nan))
            continue
        n, by = of_old[o]
        known_as = after[n]
        if (o, n) in alike:
            change = SAME if name == known_as[1] else RENAMED
            rows.append((area, known_as[0], name, known_as[1], change, by, 1.0, 1.0))
        else:
            part = (forth.get((o, n), 0.0), back.get((o, n), 0.0))
            rows.append((area, known_as[0], name, known_as[1], REDRAWN, by, *part))
    taken = {n for _, n, _ in found}
    rows += [
        ("", area, "", name, NEW, "", np.nan, np.nan)
        for n, (area, name) in enumerate(after)
        if n not in taken
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(
        {"share": "float64", "share_of_new": "float64"}
    )


def pairs(old: AreaSet, new: AreaSet, progress: Progress) -> List[Pair]:
    """The areas of ``old`` that are one with an area of ``new``, each at most once. A key that two
    areas of a set have tells nothing."""
    found: List[Pair] = []
    for key in (OBJECT, OWN_KEY, AREA_ID):
        before = _free(old.areas[key], {o for o, _, _ in found})
        after = _free(new.areas[key], {n for _, n, _ in found})
        found += [(o, after[text], key) for text, o in before.items() if text in after]
    found += _by_outline(old, new, found, progress)
    return sorted(found)


def _free(keys: Iterable[str], taken: Set[int]) -> Dict[str, int]:
    """Key → position of the areas that are not ``taken``, of keys that one area alone has."""
    places: Dict[str, List[int]] = {}
    for position, key in enumerate(map(str, keys)):
        if key:
            places.setdefault(key, []).append(position)
    return {k: at[0] for k, at in places.items() if len(at) == 1 and at[0] not in taken}


def _by_outline(
    old: AreaSet, new: AreaSet, found: Sequence[Pair], progress: Progress
) -> List[Pair]:
    """The areas that nothing but their outline tells are one."""
    lost = [o for o in range(len(old.areas)) if o not in {pair[0] for pair in found}]
    free = [n for n in range(len(new.areas)) if n not in {pair[1] for pair in found}]
    if not lost or not free:
        return []
    boxes = np.array([box_of(_wkb(new, n)) for n in free])
    result: List[Pair] = []
    taken: Set[int] = set()
    for o in lost:
        checkpoint(progress)
        box = np.array(box_of(_wkb(old, o)))
        # outlines that are one have boxes that differ by no more than a thin edge can
        room = max(box[2] - box[0], box[3] - box[1]) / 10
        for at in np.flatnonzero((np.abs(boxes - box) <= room).all(axis=1)):
            n = free[at]
            if n not in taken and one_outline(_wkb(old, o), _wkb(new, n)):
                result.append((o, n, OUTLINE))
                taken.add(n)
                break
    return result


def _shares(
    old: AreaSet, new: AreaSet, changed: Sequence[Tuple[int, int]], progress: Progress
) -> Tuple[Dict[Tuple[int, int], float], Dict[Tuple[int, int], float]]:
    """(old, new) → the share of the old area in the new one, and of the new one in the old."""
    olds, news = [o for o, _ in changed], [n for _, n in changed]
    if not changed:
        return {}, {}
    before, after = some_areas(old, olds), some_areas(new, news)

    def of_pairs(one: AreaSet, other: AreaSet) -> Dict[Tuple[int, int], float]:
        shares = shares_of_areas(one, other, progress)
        together = shares[shares["own"] == shares["target"]]
        return {changed[at]: share for at, share in zip(together["own"], together["share"])}

    return of_pairs(before, after), of_pairs(after, before)


def some_areas(area_set: AreaSet, positions: Sequence[int]) -> AreaSet:
    """``area_set`` with the areas at ``positions`` alone, in that order."""
    return replace(area_set, areas=area_set.areas.iloc[list(positions)].reset_index(drop=True))


def _wkb(area_set: AreaSet, position: int) -> bytes:
    return area_set.areas["wkb"].iat[position]
