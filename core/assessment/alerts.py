"""What to look at first: areas near a threshold, and areas that changed category."""

from __future__ import annotations

import math
from typing import List, Optional, Tuple

import pandas as pd

from ..catalogue.law.recommended import RECOMMENDED
from ..catalogue.law.rule_sets import rule_set
from ..catalogue.law.rules import RuleSet
from ..errors import InputError
from ..i18n import tr
from ..numbers import number
from ..periods import period_text
from .margins import criteria_table

COLUMNS = ("area_id", "period", "kind", "criterion", "persons", "text")
Alert = Tuple[str, str, str, str, Optional[float], str]
"""A row of ``COLUMNS``."""
CHANGED, NEAR, FLOOR = "changed", "near", "floor"


def alerts(
    assessments: pd.DataFrame,
    period: Optional[str] = None,
    within_percent: float = RECOMMENDED.closeness_percent,
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
    rows: List[Alert] = _changes(assessments, now, period) + _near(now, period, within_percent)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _changes(assessments: pd.DataFrame, now: pd.DataFrame, period: str) -> List[Alert]:
    earlier = sorted(p for p in assessments["period"].unique() if p < period)
    if not earlier:
        return []
    known = ["area_id", "decided", "category", "label"]
    last = assessments.loc[assessments["period"] == earlier[-1], known]
    twice = last["area_id"][last["area_id"].duplicated()]
    if len(twice):
        raise InputError(
            tr("The area {area} is there twice.", area=twice.iloc[0] or "NULL"),
            tr("Choose the fields with id and period as AREA_ID_FIELD and PERIOD_FIELD."),
        )
    before = last.set_index("area_id").to_dict("index")
    rows: List[Alert] = []
    for row in now[known].to_dict("records"):
        was = before.get(row["area_id"])
        if was is None or was["category"] == row["category"]:
            continue
        if bool(was["decided"]) and bool(row["decided"]):
            text = tr(
                "From {before} to {after} since {period}",
                before=_label(was["label"]),
                after=_label(row["label"]),
                period=period_text(earlier[-1]),
            )
            rows.append((row["area_id"], period, CHANGED, "", None, text))
    return rows


def _label(label: object) -> str:
    return str(label).lower() if label and label == label else tr("no category")


def _near(now: pd.DataFrame, period: str, within_percent: float) -> List[Alert]:
    table = criteria_table(now.assign(period=period))
    rules = {row["area_id"]: rule_set(row["rule_set"]) for row in now.to_dict("records")}
    residents_of = {
        row["area_id"]: float(row.get(rules[row["area_id"]].floor.figure, math.nan))
        for row in now.to_dict("records")
    }
    rows: List[Alert] = []
    seen = set()
    for row in table.to_dict("records"):
        criterion = rules[row["area_id"]].criteria[row["criterion"]]
        key = (row["area_id"], row["figure"], row["threshold"])
        if key in seen or not _large_enough(rules[row["area_id"]], residents_of[row["area_id"]]):
            continue
        seen.add(key)  # two sections of the law may have the same threshold
        if abs(row["margin"]) <= within_percent / 100.0 * abs(row["threshold"]):
            rows.append((row["area_id"], period, NEAR, criterion.id, row["persons"], row["text"]))
    for area, residents in residents_of.items():
        rows += _floor(area, residents, rules[area], period, within_percent)
    return rows


def _large_enough(rules: RuleSet, residents: float) -> bool:
    return residents == residents and residents >= rules.fewest


def _floor(
    area: str, residents: float, rules: RuleSet, period: str, within_percent: float
) -> List[Alert]:
    fewest = rules.fewest
    distance = residents - fewest
    if not abs(distance) <= within_percent / 100.0 * fewest:
        return []
    count = int(abs(distance))
    text = (
        tr(
            "{count} residents above the {floor} that the rules ask for",
            count=number(count),
            floor=number(fewest),
        )
        if distance >= 0
        else tr(
            "{count} residents below the {floor} that the rules ask for",
            count=number(count),
            floor=number(fewest),
        )
    )
    return [(area, period, FLOOR, rules.floor.figure, distance, text)]
