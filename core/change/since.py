"""What is new since the period before: areas whose level changed or that came near a threshold, and
figures that moved more than chance moves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Collection, Dict, List, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd

from ..assessment.alerts import CHANGED, FLOOR, NEAR, alerts
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.law.measured import criterion_label
from ..i18n import tr
from ..index.certainty.small_numbers import small_number_units
from .noise import Counted, difference

UNDECIDED, DECIDED = "undecided", "decided"
ORDER = (CHANGED, UNDECIDED, DECIDED, FLOOR, NEAR)
"""What is told of areas, the weightiest first."""
NUMBERS = ["numerator", "denominator", "value"]


@dataclass(frozen=True)
class Level:
    """What happened to an area between two periods, in words."""

    area_id: str
    kind: str
    criterion: str
    text: str


@dataclass(frozen=True)
class Pair:
    """Two periods of one series that are compared."""

    indicator: Indicator
    before: str
    now: str
    law: bool


@dataclass(frozen=True)
class Moved:
    """A figure that moved more than chance moves it; all numbers in the indicator's unit."""

    area_id: str
    pair: Pair
    was: float
    value: float
    low: float
    high: float

    @property
    def change(self) -> float:
        """How much was added."""
        return self.value - self.was

    @property
    def weight(self) -> float:
        """How far the change lies outside chance, in widths of its interval."""
        width = self.high - self.low
        return abs(self.low + self.high) / width if width > 0 else np.inf


def levels(assessments: pd.DataFrame, now: str, before: str, within_percent: float) -> List[Level]:
    """Areas whose category changed, that can no longer be decided or can be now, and that came
    within ``within_percent`` of a threshold; by area as they stand, the weightiest first.

    Args:
        assessments: of both periods (``assess`` with ``period``); of ``now`` alone where nothing
            was judged before, and then nothing is told.
    """
    if not before or before not in set(assessments["period"]):
        return []
    there = alerts(assessments, now, within_percent)
    earlier = alerts(assessments[assessments["period"] == before], before, within_percent)
    known = {(row.area_id, row.kind, row.criterion) for row in earlier.itertuples()}
    found = [
        Level(str(row.area_id), str(row.kind), str(row.criterion), _text(row))
        for row in there.itertuples()
        if row.kind == CHANGED or (row.area_id, row.kind, row.criterion) not in known
    ]
    of_now, of_before = (assessments[assessments["period"] == p] for p in (now, before))
    return _sorted([*found, *_decided(of_now, of_before)], assessments)


def rejudged(before: pd.DataFrame, after: pd.DataFrame, within_percent: float) -> List[Level]:
    """What an addition changed in the judgement of one period: as ``levels``, but of the same
    period ``before`` and ``after``.

    Args:
        before: what stood (``assess`` with ``period``) of the areas that are judged otherwise.
        after: what is said now of the whole area set.
    """
    was = before.drop_duplicates("area_id", keep="last").set_index("area_id")
    now = after[after["area_id"].isin(was.index)]
    if not len(now):
        return []
    period = str(now["period"].iloc[0])
    earlier = alerts(before, period, within_percent)
    known = {(row.area_id, row.kind, row.criterion) for row in earlier.itertuples()}
    found = [
        Level(str(row.area_id), str(row.kind), str(row.criterion), _text(row))
        for row in alerts(now, period, within_percent).itertuples()
        if (row.area_id, row.kind, row.criterion) not in known
    ]
    for row in now.itertuples():
        one = was.loc[row.area_id]
        if bool(one["decided"]) and bool(row.decided) and one["category"] != row.category:
            text = tr(
                "From {before} to {after}", before=_label(one["label"]), after=_label(row.label)
            )
            found.append(Level(str(row.area_id), CHANGED, "", text))
    return _sorted([*found, *_decided(now, before)], after)


def _sorted(found: Sequence[Level], assessments: pd.DataFrame) -> List[Level]:
    """The weightiest first, by area as they stand."""
    place = {area: n for n, area in enumerate(assessments["area_id"].unique())}
    return sorted(found, key=lambda one: (ORDER.index(one.kind), place[one.area_id]))


def _text(row: Any) -> str:
    """What an alert says, and of which figure."""
    return f"{criterion_label(row.criterion)}: {row.text}" if row.kind == NEAR else str(row.text)


def _decided(now: pd.DataFrame, before: pd.DataFrame) -> List[Level]:
    was = before.set_index("area_id")["decided"].astype(bool).to_dict()
    found = []
    for area, row in now.set_index("area_id").iterrows():
        if area not in was or was[area] == bool(row["decided"]):
            continue
        if row["decided"]:
            text = tr("Can be decided now: {label}", label=_label(row["label"]))
            found.append(Level(str(area), DECIDED, "", text))
        else:
            note = str(row["note"]) if "note" in row and row["note"] == row["note"] else ""
            text = " ".join(filter(None, (tr("Can no longer be decided."), note)))
            found.append(Level(str(area), UNDECIDED, "", text))
    return found


def _label(label: object) -> str:
    return str(label).lower() if label and label == label else tr("no category")


def pairs_of(
    parts: pd.DataFrame,
    brought: Collection[Tuple[str, str]],
    known: Mapping[str, Indicator],
    law: Collection[str],
    breaks: Collection[Tuple[str, str]] = (),
) -> List[Pair]:
    """The periods to compare: of every indicator the newest month, and the newest year, that an
    addition ``brought``, with the one before; none where it is not the newest of the file, or the
    definition ``breaks`` there. The law's indicators come first.

    Args:
        parts: ``period`` and ``indicator`` of what is in force.
        brought, breaks: (indicator, period).
    """
    found = []
    brought, breaks = set(brought), set(breaks)
    years = parts["period"].str.len() == len("YYYY")
    for (name, _), rows in parts.groupby(["indicator", years], sort=False):
        periods = sorted(rows["period"].unique())
        if name not in known or len(periods) < 2:
            continue
        now = periods[-1]
        if (name, now) in brought and (name, now) not in breaks:
            found.append(Pair(known[name], periods[-2], now, name in law))
    place = {name: n for n, name in enumerate(known)}
    return sorted(found, key=lambda one: (not one.law, place[one.indicator.id], one.now))


def moved(observations: pd.DataFrame, pairs: Sequence[Pair]) -> List[Moved]:
    """The figures of ``observations`` (``area_id``, ``period``, ``indicator``, ``NUMBERS``) that
    moved more than chance (``noise.difference``): the law's first, then by how far outside chance
    they lie. Of counts and means it is not known what chance does to them: they are not told."""
    units = small_number_units({pair.indicator.id: pair.indicator for pair in pairs})
    by_key = {
        key: rows.drop_duplicates("area_id", keep="last").set_index("area_id")[NUMBERS]
        for key, rows in observations.groupby(["indicator", "period"], sort=False)
    }
    found: List[Moved] = []
    for pair in pairs:
        name = pair.indicator.id
        now, before = by_key.get((name, pair.now)), by_key.get((name, pair.before))
        if name in units and now is not None and before is not None:
            found += _moved(pair, now, before.reindex(now.index), *units[name])
    return sorted(found, key=lambda one: (not one.pair.law, -one.weight))


def _moved(
    pair: Pair, now: pd.DataFrame, before: pd.DataFrame, scale: float, events: bool
) -> List[Moved]:
    then, today = (
        Counted(
            table["numerator"].to_numpy(dtype="float64"),
            table["denominator"].to_numpy(dtype="float64"),
        )
        for table in (before, now)
    )
    with np.errstate(divide="ignore", invalid="ignore"):  # nobody is counted somewhere
        told = difference(then, today, scale, events)
    rows = np.flatnonzero((told.low > 0) | (told.high < 0))
    was = scale * then.numerators[rows] / then.denominators[rows]
    value = scale * today.numerators[rows] / today.denominators[rows]
    return [
        Moved(str(now.index[row]), pair, float(a), float(b), float(low), float(high))
        for row, a, b, low, high in zip(rows, was, value, told.low[rows], told.high[rows])
    ]


def by_area(rows: Sequence[Moved]) -> Dict[str, List[Moved]]:
    """``rows`` by area, in the order of each area's first."""
    found: Dict[str, List[Moved]] = {}
    for row in rows:
        found.setdefault(row.area_id, []).append(row)
    return found
