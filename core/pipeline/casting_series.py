"""The figures of an area set on the boundaries of one date: those of today, or of any other."""

from __future__ import annotations

from typing import Dict, FrozenSet, Iterator, List, Tuple

import pandas as pd

from ..areas.area_set import AreaSet
from ..areas.crosswalk import KEY, Crosswalk, crosswalk
from ..areas.versions import OUTLINE
from ..catalogue.indicators.definitions import Indicator
from ..errors import InputError
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..measures.finished.by_atoms import (
    AtomShares,
    figures_by_atom,
    shared_by_residents,
    shares_of_atoms,
)
from ..measures.finished.casting import CAST, NOT_COVERED, cast
from ..measures.finished.sharing_out import MEDIAN
from ..periods import day_text
from ..progress import Progress, Silent, checkpoint
from ..store.monitor_file import MonitorFile

AS_COUNTED, TODAY = "", "today"
"""The boundaries of a series: each period in its own, those of today; else an ISO date."""
RESIDENTS = "population"
Keys = FrozenSet[int]
"""The keys of the areas, with their boundaries, that a period was counted in."""


def boundaries_of(store: MonitorFile, area_set: str, boundaries: str) -> AreaSet:
    """``area_set`` in the ``boundaries`` of today, or of a date.

    Raises:
        InputError: there were none on that date; says from when there are.
        StoreError: the file cannot be read.
    """
    if boundaries == TODAY:
        return store.areas.load(area_set)
    found = store.areas.load_at(area_set, boundaries)
    if found is None:
        days = [day for day in store.areas.days(area_set) if day]
        raise InputError(
            tr("{name} had no boundaries on {day}.", name=area_set, day=day_text(boundaries)),
            tr("Choose a day from {day} on.", day=day_text(days[0]) if days else "-"),
        )
    return found


def cast_observations(
    store: MonitorFile, target: AreaSet, indicator: Indicator, progress: Progress
) -> pd.DataFrame:
    """The figures in force of ``indicator`` in the areas of ``target``, whatever boundaries they
    were counted in.

    Returns:
        ``InForce.observations`` without ``area`` and with ``cast``: how a figure that was counted
        in other boundaries came to the area: ``atoms`` (added up anew, exact), ``persons`` or
        ``area`` (shared out by residents, or by area alone); empty where it is as it was counted.
    """
    rows = store.in_force.observations(target.id, [indicator.id], gone=True)
    residents = store.in_force.observations(target.id, [RESIDENTS], gone=True)
    months = dict(_by_boundaries(residents))
    parts = [rows[:0].drop(columns="area").assign(**{CAST: ""})]
    for keys, periods in _by_boundaries(rows):
        checkpoint(progress)
        mine = rows[rows["period"].isin(periods)]
        old = store.areas.of_keys(target, sorted(keys))
        mine = mine[mine["area_id"].isin(list(old.area_ids))].drop(columns="area")
        if _outlines(old) == _outlines(target):
            parts.append(mine.assign(**{CAST: ""}))
        elif len(old.areas):
            onto = _Onto(store, old, target, indicator, months.get(keys, []), progress)
            parts.append(onto.cast(mine, periods))
    found = pd.concat(parts, ignore_index=True)
    return found.sort_values("period", kind="stable", ignore_index=True)


def _by_boundaries(rows: pd.DataFrame) -> Iterator[Tuple[Keys, List[str]]]:
    """The boundaries that periods were counted in, and those periods."""
    found: Dict[Keys, List[str]] = {}
    for period, mine in rows.groupby("period"):
        found.setdefault(frozenset(mine["area"].tolist()), []).append(str(period))
    return iter(found.items())


def _outlines(area_set: AreaSet) -> Dict[str, bytes]:
    return dict(zip(area_set.areas["area_id"], area_set.areas["wkb"]))


class _Onto:
    """The way from the boundaries of some periods to others.

    Args:
        months: those that residents were counted in the same boundaries in.
    """

    def __init__(
        self,
        store: MonitorFile,
        old: AreaSet,
        target: AreaSet,
        indicator: Indicator,
        months: List[str],
        progress: Progress,
    ):
        self._store, self._old, self._target = store, old, target
        self._indicator, self._months, self._progress = indicator, months, progress
        self._way = crosswalk(old, target, Silent())  # the marks say what it would tell
        self._changed = set(self._way.new.area_ids) - set(self._way.kept.values())

    def cast(self, rows: pd.DataFrame, periods: List[str]) -> pd.DataFrame:
        """``rows``, all of ``periods``, on the new boundaries."""
        found = cast(rows, self._by_residents(), [self._indicator], Silent())
        same = found[CAST].isin([KEY, OUTLINE])
        found = found.assign(**{CAST: found[CAST].mask(same, "")})
        exact = self._by_atom(periods)
        if not len(exact):
            return found
        keys = ["area_id", "period"]
        known = found.set_index(keys)
        told = exact[keys].apply(tuple, axis=1)
        covered = told.isin(known.index[known["status"] != NOT_COVERED])
        exact = exact[covered.to_numpy() & exact["area_id"].isin(self._changed).to_numpy()]
        exact = exact.set_index(keys)
        rest = known[~known.index.isin(exact.index)]
        texts = known.reindex(exact.index)[["vintage", "source"]]
        both = pd.concat([rest, exact.join(texts)]).reindex(known.index).reset_index()
        return both.reindex(columns=found.columns)

    def _by_atom(self, periods: List[str]) -> pd.DataFrame:
        """The figures that can be added up anew."""
        parts: List[pd.DataFrame] = []
        if self._indicator.numerator_kind == MEDIAN:
            return pd.DataFrame()
        left = list(periods)
        while left:
            counts = self._atoms([self._indicator.id], left[0])
            here = [] if counts is None else [p for p in left if p in counts.periods]
            if counts is not None and here:
                shares = self._shares(counts, here[0])
                parts += [
                    figures_by_atom(counts, shares, self._target, period, self._indicator)
                    for period in here
                    if (period, self._indicator.id) in counts.values
                ]
            left = [p for p in left if p not in here and p != left[0]]
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()

    def _by_residents(self) -> Crosswalk:
        """The way by the residents of the newest month in the same boundaries, by area where there
        is none."""
        for month in reversed(self._months):
            counts = self._atoms([RESIDENTS], month)
            if counts is not None and (month, RESIDENTS) in counts.values:
                persons = counts.values[(month, RESIDENTS)]["numerator"]
                shares = self._shares(counts, month)
                return shared_by_residents(self._way, counts, shares, persons)
        return self._way

    def _atoms(self, indicators: List[str], period: str) -> "AtomCounts | None":
        """The sums by atom of the layout that ``period`` was counted in; None where it has none."""
        found = self._store.in_force.atoms(indicators, like=period)
        if found is None or period not in found.periods or self._old.id not in found.members:
            return None
        return found

    def _shares(self, counts: AtomCounts, period: str) -> AtomShares:
        sets = {
            name: self._store.areas.load_counted(name, period, list(ids))
            for name, ids in counts.area_ids.items()
        }
        fitting = {n: one for n, one in sets.items() if list(one.area_ids) == counts.area_ids[n]}
        return shares_of_atoms(counts, fitting, self._target, self._progress)
