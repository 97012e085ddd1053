"""From old boundaries to new ones: what share of each old area lies in each new area.

By the persons at its addresses where they are given, else by its addresses, and by area alone where
no address lies in it; every share says which. An area that is the same in both sets, its outline
too, is itself and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Optional, Tuple

import numpy as np
import pandas as pd

from ..i18n import tr
from ..numbers import number
from ..progress import Part, Progress, Silent, checkpoint
from .area_set import AreaSet
from .location import Location, locate
from .overlap import (
    SLIVER,
    box_of,
    covered_shares,
    lie_apart,
    one_outline,
    shares_of_areas,
    sizes,
)
from .versions import OUTLINE, pairs, some_areas

PERSONS, ADDRESSES, AREA, KEY = "persons", "addresses", "area", "key"
CERTAIN_FIRST = (KEY, OUTLINE, PERSONS, ADDRESSES, AREA)
"""What a share may be known by, the most certain first: the same area by ``objekt_id`` or area id,
and by its outline; the same outline under another id; persons; addresses; area."""
COLUMNS = ("from_area", "to_area", "share", "weight", "by")
OUTSIDE_COLUMNS = ("from_area", "share", "by")
COVER_COLUMNS = ("to_area", "covered", "twice", "by")
SHOWN = 5


@dataclass(frozen=True)
class Addresses:
    """Where people live.

    Attributes:
        x, y: metres, EPSG:25832; NaN is nowhere.
        persons: how many live at each, NaN where nobody says; None where it is said of none.
    """

    x: np.ndarray
    y: np.ndarray
    persons: Optional[np.ndarray] = None

    def box(self, west: float, south: float, east: float, north: float) -> "Addresses":
        """Those in the box, its sides included."""
        x, y = self.x, self.y
        at = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
        return Addresses(x[at], y[at], None if self.persons is None else self.persons[at])

    @property
    def weights(self) -> Dict[str, np.ndarray]:
        """What an address may weigh, the best first: its persons, and 1."""
        one = {ADDRESSES: np.ones(len(self.x))}
        if self.persons is None:
            return one
        return {PERSONS: np.nan_to_num(self.persons.astype("float64")), **one}


@dataclass(frozen=True)
class Crosswalk:
    """The way from the areas of ``old`` to those of ``new``.

    Attributes:
        table: ``COLUMNS``: ``share`` (0-1) of the old area ``from_area`` in the new one
            ``to_area``, ``weight``, what lies in both (persons, addresses, or square metres), and
            ``by``, one of ``CERTAIN_FIRST``. The shares of an old area sum to at most 1, but for
            new areas that lie over each other: what lies in several is in each.
        outside: ``OUTSIDE_COLUMNS``: the ``share`` of every old area that lies in no new one.
        cover: ``COVER_COLUMNS``: how much (0-1) of every new area lies in old ones, and how much of
            it in several.
    """

    old: AreaSet
    new: AreaSet
    table: pd.DataFrame
    outside: pd.DataFrame
    cover: pd.DataFrame

    @property
    def kept(self) -> Mapping[str, str]:
        """Old area → the new one that is the same."""
        same = self.table[self.table["by"].isin([KEY, OUTLINE])]
        return dict(zip(same["from_area"], same["to_area"]))


def crosswalk(
    old: AreaSet, new: AreaSet, progress: Progress, addresses: Optional[Addresses] = None
) -> Crosswalk:
    """The way from the boundaries of ``old`` to those of ``new``; what falls outside is told."""
    old, new = _as_partition(old, progress), _as_partition(new, progress)
    points = addresses or Addresses(np.empty(0), np.empty(0))
    kept = _kept(old, new, points, progress)
    source = _with_new_outlines(old, new, kept)
    # the old areas as they are have been looked at; those with new outlines may touch by a sliver
    before = locate(points.x, points.y, source, Silent())
    after = locate(points.x, points.y, new, Part(progress, 0.3, 0.6))
    rows, inside = _Shares(source, new, points, before, after).rows(progress)
    table = _with_kept(rows, kept, old, new)
    found = Crosswalk(
        old=old,
        new=new,
        table=table,
        outside=_outside(table, inside, old, new),
        cover=_Shares(new, source, points, after, before).cover(progress),
    )
    _tell(found, progress)
    progress.report(1.0)
    return found


def _as_partition(area_set: AreaSet, progress: Progress) -> AreaSet:
    """Areas that lie apart are a partition: an address on a border belongs to one of them."""
    if area_set.kind == "partition" or not lie_apart(area_set, progress):
        return area_set
    return replace(area_set, kind="partition")


def _kept(
    old: AreaSet, new: AreaSet, points: Addresses, progress: Progress
) -> Dict[int, Tuple[int, str]]:
    """Position of an old area → that of the new one that is the same, and what tells."""
    found: Dict[int, Tuple[int, str]] = {}
    for o, n, by in pairs(old, new, progress):
        checkpoint(progress)
        before, after = old.areas["wkb"].iat[o], new.areas["wkb"].iat[n]
        if one_outline(before, after) and (
            before == after or _hold_the_same(some_areas(old, [o]), some_areas(new, [n]), points)
        ):
            found[o] = (n, OUTLINE if by == OUTLINE else KEY)
    return found


def _hold_the_same(one: AreaSet, other: AreaSet, points: Addresses) -> bool:
    """Do two areas with nearly one outline hold the same people? A block of flats fits in a
    sliver."""
    boxes = np.array([box_of(area_set.areas["wkb"].iat[0]) for area_set in (one, other)])
    near = points.box(*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))
    first, second = (
        locate(near.x, near.y, replace(area_set, kind="free"), Silent()).layers[0] >= 0
        for area_set in (one, other)
    )
    return all(
        weight[first != second].sum() <= SLIVER * weight[first | second].sum()
        for weight in near.weights.values()
    )


def _with_new_outlines(old: AreaSet, new: AreaSet, kept: Mapping[int, Tuple[int, str]]) -> AreaSet:
    """``old`` with the kept areas first, drawn as the new ones are."""
    rest = [position for position in range(len(old.areas)) if position not in kept]
    drawn = some_areas(old, [*kept, *rest])
    outlines = [new.areas["wkb"].iat[n] for n, _ in kept.values()]
    wkb = pd.Series([*outlines, *drawn.areas["wkb"].iloc[len(kept) :]], dtype=object)
    return replace(drawn, areas=drawn.areas.assign(wkb=wkb))


def _outside(table: pd.DataFrame, inside: pd.DataFrame, old: AreaSet, new: AreaSet) -> pd.DataFrame:
    """``OUTSIDE_COLUMNS`` of the old areas that are not wholly in new ones.

    Args:
        inside: ``from_area``, ``inside`` (0-1) and ``by``.
    """
    inside = inside.set_index("from_area").reindex(list(old.area_ids))
    if new.kind == "partition":
        shares = table.groupby("from_area")["share"].sum()
        inside["inside"] = shares.reindex(inside.index, fill_value=0.0)
    kept = table.loc[table["by"].isin([KEY, OUTLINE]), "from_area"]
    lost = inside[(inside["inside"] < 1) & ~inside.index.isin(kept)].reset_index()
    return lost.assign(share=1 - lost["inside"])[list(OUTSIDE_COLUMNS)]


def _with_kept(
    rows: pd.DataFrame, kept: Mapping[int, Tuple[int, str]], old: AreaSet, new: AreaSet
) -> pd.DataFrame:
    """``rows`` with the kept areas as themselves: a new area that is an old one has nothing of any
    other, and an old one is in others only where these lie over it."""
    before, after = list(old.area_ids), list(new.area_ids)
    itself = {before[o]: (after[n], by) for o, (n, by) in kept.items()}
    weight = {
        (source, target): (amount, by)
        for source, target, amount, by in zip(
            rows["from_area"], rows["to_area"], rows["weight"], rows["by"]
        )
    }
    size = dict(zip(before, sizes(old)))
    of_kept = pd.DataFrame(
        [
            (source, target, 1.0, weight.get((source, target), (size[source], ""))[0], by)
            for source, (target, by) in itself.items()
        ],
        columns=list(COLUMNS),
    )
    others = rows[~rows["to_area"].isin([target for target, _ in itself.values()])]
    if new.kind == "partition":
        others = others[~others["from_area"].isin(list(itself))]
    order = {area: place for place, area in enumerate(before)}
    parts = [part for part in (of_kept, others) if len(part)]
    table = pd.concat(parts, ignore_index=True) if parts else rows
    places = table["from_area"].map(order).to_numpy()
    return table.iloc[np.argsort(places, kind="stable")].reset_index(drop=True)


class _Shares:
    """What of the areas of ``source`` lies in those of ``target``.

    Args:
        before, after: where ``points`` lie in ``source`` and in ``target``.
    """

    def __init__(
        self,
        source: AreaSet,
        target: AreaSet,
        points: Addresses,
        before: Location,
        after: Location,
    ):
        self._source, self._target = source, target
        self._before, self._after, self._weights = before, after, points.weights
        self._totals = {name: self._by_area(weight) for name, weight in self._weights.items()}
        self._by = np.full(len(source.areas), AREA, dtype=object)
        for name in reversed(list(self._weights)):
            self._by[self._totals[name] > 0] = name

    def _by_area(self, weight: np.ndarray) -> np.ndarray:
        """The ``weight`` of the points of every area of ``source``."""
        total = np.zeros(len(self._source.areas))
        for layer in self._before.layers:
            there = layer >= 0
            total += np.bincount(layer[there], weight[there], minlength=len(total))
        return total

    def rows(self, progress: Progress) -> Tuple[pd.DataFrame, pd.DataFrame]:
        """(``COLUMNS``; ``from_area``, ``inside``, how much of it lies in any new area, and
        ``by``)."""
        found = [self._in_pairs(name) for name in self._weights]
        inside = self._inside()
        by_area = np.flatnonzero(self._by == AREA)
        if len(by_area):
            alone = some_areas(self._source, by_area.tolist())
            shares = shares_of_areas(alone, self._target, progress)
            shares = shares.assign(own=by_area[shares["own"]])
            if self._target.kind == "partition":  # their sum may be a little more than the whole
                total = shares.groupby("own")["share"].transform("sum")
                shares["share"] /= total.clip(lower=1.0)
            weight = shares["share"] * sizes(self._source)[shares["own"]]
            found.append(shares.assign(weight=weight, by=AREA))
            inside[by_area] = covered_shares(alone, self._target, progress)
        table = pd.concat(found, ignore_index=True).sort_values(["own", "target"], kind="stable")
        old, new = (np.array(s.area_ids, dtype=object) for s in (self._source, self._target))
        table["from_area"], table["to_area"] = old[table["own"]], new[table["target"]]
        of_area = pd.DataFrame({"from_area": old, "inside": inside, "by": self._by})
        return table[list(COLUMNS)].reset_index(drop=True), of_area

    def _in_pairs(self, name: str) -> pd.DataFrame:
        """``own``, ``target``, ``share``, ``weight``, ``by`` of the areas that are shared out by
        ``name``."""
        weight, of_all = self._weights[name], self._totals[name]
        width = len(self._target.areas)
        keys: List[np.ndarray] = [np.empty(0, dtype="int64")]
        amounts: List[np.ndarray] = [np.empty(0)]
        for own in self._before.layers:
            for other in self._after.layers:
                both = np.flatnonzero((own >= 0) & (other >= 0) & (weight > 0))
                both = both[self._by[own[both]] == name]
                keys.append(own[both].astype("int64") * width + other[both])
                amounts.append(weight[both])
        pair, place = np.unique(np.concatenate(keys), return_inverse=True)
        total = np.bincount(place, np.concatenate(amounts), minlength=len(pair))
        own, target = pair // width, pair % width
        return pd.DataFrame(
            {
                "own": own,
                "target": target,
                "share": np.minimum(1.0, total / of_all[own]),
                "weight": total,
                "by": name,
            }
        )

    def _inside(self) -> np.ndarray:
        """The share of every area of ``source`` whose points lie in any of ``target``."""
        return self._shares_where(self._after.layers[0] >= 0)

    def _shares_where(self, points: np.ndarray) -> np.ndarray:
        """The share of every area that lies at ``points`` (booleans); 0 where no point does."""
        share = np.zeros(len(self._source.areas))
        for name, weight in self._weights.items():
            mine = self._by == name
            here = self._by_area(np.where(points, weight, 0.0))
            share[mine] = np.minimum(1.0, here[mine] / self._totals[name][mine])
        return share

    def cover(self, progress: Progress) -> pd.DataFrame:
        """How much of every area of ``source``, here the new ones, lies in ``target``: the columns
        of ``COVER_COLUMNS``."""
        several = np.zeros(len(self._weights[ADDRESSES]), dtype=bool)
        if len(self._after.layers) > 1:
            several = self._after.layers[1] >= 0
        covered, twice = self._inside(), self._shares_where(several)
        by_area = np.flatnonzero(self._by == AREA)
        if len(by_area):
            alone = some_areas(self._source, by_area.tolist())
            covered[by_area] = covered_shares(alone, self._target, progress)
            shares = shares_of_areas(alone, self._target, progress)
            sums = shares.groupby("own")["share"].sum().reindex(range(len(by_area)), fill_value=0.0)
            if self._target.kind != "partition":
                twice[by_area] = np.maximum(0.0, sums.to_numpy() - covered[by_area])
        return pd.DataFrame(
            {
                "to_area": list(self._source.area_ids),
                "covered": covered,
                "twice": twice,
                "by": self._by,
            },
            columns=list(COVER_COLUMNS),
        )


def _tell(found: Crosswalk, progress: Progress) -> None:
    """Say what falls outside, what is by area alone, and where old areas lie over each other."""
    lost = found.outside[found.outside["share"] > SLIVER]
    if len(lost):
        shares = [f"{area} ({number(100 * share, 1)} %)" for area, share in _some(lost)]
        progress.warn(
            tr(
                "{count} areas of {old} lie wholly or partly outside {new}, and that part of their "
                "figures is in no new area: {areas}.",
                count=number(len(lost)),
                old=found.old.name,
                new=found.new.name,
                areas=", ".join(shares) + (" …" if len(lost) > SHOWN else ""),
            )
        )
    alone = found.table.loc[found.table["by"] == AREA, "from_area"].drop_duplicates()
    if len(alone):
        progress.warn(
            tr(
                "{count} areas of {old} are shared out by area, as if people lived evenly: no "
                "address lies in them.",
                count=number(len(alone)),
                old=found.old.name,
            )
        )
    doubled = int((found.cover["twice"] > SLIVER).sum())
    if doubled:
        progress.warn(
            tr(
                "Areas of {old} lie over each other in {count} areas of {new}, where their figures "
                "cannot be added up. Take one kind of area at a time.",
                old=found.old.name,
                new=found.new.name,
                count=number(doubled),
            )
        )


def _some(lost: pd.DataFrame) -> List[Tuple[str, float]]:
    first = lost.sort_values("share", ascending=False, kind="stable").head(SHOWN)
    return list(zip(first["from_area"], first["share"]))
