"""Which areas a judged period or list is of: those that were there in it."""

from __future__ import annotations

from typing import Collection, Mapping, Set

import pandas as pd

from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.rule_sets import all_rule_sets

Own = Mapping[str, Mapping[str, Collection[str]]]
"""Judged period → indicator → the periods of its figures that are the period's own."""


def floors() -> Set[str]:
    """The indicators that say whether there are residents enough."""
    return {figures_of_law()[rules.floor.figure].indicator for rules in all_rule_sets()}


def in_their_months(
    judged: pd.DataFrame, observations: pd.DataFrame, own: Own, todays: Collection[str]
) -> pd.DataFrame:
    """The rows of ``judged`` (``area_id``, ``period``) whose areas have any of the figures that are
    their period's ``own``. An area that is not one of ``todays`` must be among those whose
    residents were counted, where any were."""
    wanted = pd.DataFrame(
        [
            (one, indicator, period)
            for one, periods_of in own.items()
            for indicator, periods in periods_of.items()
            for period in periods
        ],
        columns=["judged", "indicator", "period"],
    )
    found = wanted.merge(observations[["area_id", "indicator", "period"]])
    of_floor = found[found["indicator"].isin(list(floors()))]
    there = set(zip(found["area_id"], found["judged"]))
    lived_in = set(zip(of_floor["area_id"], of_floor["judged"]))
    counted = set(of_floor["judged"])
    kept = [
        (area, period) in there
        and (area in todays or period not in counted or (area, period) in lived_in)
        for area, period in zip(judged["area_id"], judged["period"])
    ]
    return judged[pd.Series(kept, index=judged.index, dtype=bool)].reset_index(drop=True)
