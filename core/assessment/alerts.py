"""What to look at first: areas near a threshold, and areas that changed category."""

from __future__ import annotations

from typing import List, Optional

import pandas as pd

from ..catalogue.law.rule_sets import rule_set
from ..catalogue.law.rules import RuleSet
from ..i18n import tr
from .margins import criteria_table

COLUMNS = ("area_id", "period", "kind", "criterion", "persons", "text")
CHANGED, NEAR, FLOOR = "changed", "near", "floor"


def alerts(
    assessments: pd.DataFrame, period: Optional[str] = None, within_percent: float = 5.0
) -> pd.DataFrame:
    """The alerts of ``period`` (the newest when None).

    Args:
        assessments: ``criteria.assess`` with ``period``, of several periods where changes are
            wanted.
        within_percent: a figure is near a threshold when it is this share of the threshold away, on
            either side.
    Returns:
        ``COLUMNS``, by area: first those that changed category since the period before
        (``changed``), then the criteria near their threshold (``near``) of areas large enough to be
        judged, and the areas near the population floor (``floor``). A change is told only between
        two decided categories.
    """
    if not len(assessments):
        return pd.DataFrame(columns=list(COLUMNS))
    period = period or max(assessments["period"])
    now = assessments[assessments["period"] == period]
    rows: List[tuple] = _changes(assessments, now, period) + _near(now, period, within_percent)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _changes(assessments: pd.DataFrame, now: pd.DataFrame, period: str) -> List[tuple]:
    earlier = sorted(p for p in assessments["period"].unique() if p < period)
    if not earlier:
        return []
    told = ["area_id", "decided", "category", "label"]
    before = (
        assessments.loc[assessments["period"] == earlier[-1], told]
        .set_index("area_id")
        .to_dict("index")
    )
    rows = []
    for row in now[told].to_dict("records"):
        if row["area_id"] not in before:
            continue
        was = before[row["area_id"]]
        if bool(was["decided"]) and bool(row["decided"]) and was["category"] != row["category"]:
            rows.append(
                (
                    row["area_id"],
                    period,
                    CHANGED,
                    "",
                    None,
                    tr(
                        "From {before} to {after} since {period}",
                        before=_label(was["label"]),
                        after=_label(row["label"]),
                        period=earlier[-1],
                    ),
                )
            )
    return rows


def _label(label: object) -> str:
    return str(label).lower() if label and label == label else tr("no category")


def _near(now: pd.DataFrame, period: str, within_percent: float) -> List[tuple]:
    table = criteria_table(now.assign(period=period))
    rules = {row["area_id"]: rule_set(row["rule_set"]) for row in now.to_dict("records")}
    population = dict(zip(now["area_id"], now["population"]))
    rows, seen = [], set()
    for row in table.to_dict("records"):
        criterion = rules[row["area_id"]].criteria[row["criterion"]]
        key = (row["area_id"], row["figure"], row["threshold"])
        if key in seen or not _large_enough(rules[row["area_id"]], population[row["area_id"]]):
            continue
        seen.add(key)  # two sections of the law may have the same threshold
        if abs(row["margin"]) <= within_percent / 100.0 * abs(row["threshold"]):
            rows.append((row["area_id"], period, NEAR, criterion.id, row["persons"], row["text"]))
    for area, residents in population.items():
        rows += _floor(area, residents, rules[area], period, within_percent)
    return rows


def _large_enough(rules: RuleSet, residents: float) -> bool:
    return residents == residents and residents >= rules.floor.threshold


def _floor(
    area: str, residents: float, rules: RuleSet, period: str, within_percent: float
) -> List[tuple]:
    floor = rules.floor
    if not abs(residents - floor.threshold) <= within_percent / 100.0 * floor.threshold:
        return []
    distance = residents - floor.threshold
    text = (
        tr(
            "{count} residents above the {floor} that the rules ask for",
            count=int(distance),
            floor=int(floor.threshold),
        )
        if distance >= 0
        else tr(
            "{count} residents below the {floor} that the rules ask for",
            count=int(-distance),
            floor=int(floor.threshold),
        )
    )
    return [(area, period, FLOOR, "population", distance, text)]
