"""What additions changed in figures that were there: by period, and how often months are revised
later."""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Optional, Set, Tuple

import pandas as pd

from ...periods import is_year, month_number

POPULATION = "population"
SEEN_OFTEN = 3
"""So many revised months make a habit."""


class Revised(NamedTuple):
    """A period of an area set that an addition changed: how many ``figures`` (of an area and an
    indicator) of how many ``indicators``, and its residents ``before`` and ``after`` (None where
    they are not known)."""

    area_set: str
    period: str
    indicators: int
    figures: int
    before: Optional[float]
    after: Optional[float]


def revised(revisions: pd.DataFrame) -> List[Revised]:
    """``Runs.revisions`` by area set and period, oldest period first."""
    found = []
    for (area_set, period), rows in revisions.groupby(["area_set", "period"], sort=True):
        changed = rows[rows["areas"] > 0]
        residents = rows[rows["indicator"] == POPULATION]
        before, after = (
            (float(residents[name].iloc[0]) if len(residents) else None)
            for name in ("total_before", "total_after")
        )
        found.append(
            Revised(
                str(area_set),
                str(period),
                int(changed["indicator"].nunique()),
                int(changed["areas"].sum()),
                before,
                after,
            )
        )
    return found


def provisional(parts: pd.DataFrame, revisions: pd.DataFrame) -> Set[Tuple[str, str]]:
    """(indicator, period) of the figures in force that are provisional: their series has been
    revised in so many months (``SEEN_OFTEN``), every time upwards or every time downwards, and they
    came as early as figures that were revised.

    Args:
        parts: ``InForce.parts`` of an area set. revisions: ``Runs.revisions`` of the same.
    """
    habits = _habits(revisions)
    return {
        (one.indicator, one.period)
        for one in parts.itertuples()
        if not is_year(one.period)
        and one.indicator in habits
        and _age(one.period, one.vintage) <= habits[one.indicator]
    }


def _habits(revisions: pd.DataFrame) -> Dict[str, int]:
    """Indicator → how many months old its figures were, at most, when they came to be revised in
    one direction, where that has happened often and never the other way."""
    found: Dict[str, int] = {}
    for indicator, rows in revisions.groupby("indicator", sort=False):
        moved = rows[(rows["areas"] > 0) & ~rows["period"].map(is_year)]
        step = (moved["total_after"] - moved["total_before"]).to_numpy(dtype="float64")
        one_way = bool((step > 0).all() or (step < 0).all())
        if moved["period"].nunique() >= SEEN_OFTEN and one_way:
            ages = [_age(str(p), str(v)) for p, v in zip(moved["period"], moved["vintage"])]
            found[str(indicator)] = max(ages)
    return found


def _age(period: str, vintage: str) -> int:
    """How many months after ``period`` a figure came."""
    return month_number(vintage[: len("YYYY-MM")]) - month_number(period)
