"""How far from each threshold, in percentage points and in whole persons, and in words."""

from __future__ import annotations

import math
from typing import List

import numpy as np
import pandas as pd

from ..catalogue.rule_sets import Criterion, rule_set
from ..i18n import number, tr

COLUMNS = ("area_id", "period", "criterion", "figure", "value", "operator", "threshold", "met", "margin", "persons",
           "text")
SHARES = ("nonwestern", "no_work", "convicted", "basic_education")
WHOLE_WITHIN = 1e-6


def whole_persons(margin: float, operator: str, met: bool) -> int:
    """The smallest whole number of persons that turns a criterion: positive below a threshold (so many more would
    meet it), negative beyond (so many fewer would not).

    Args:
        margin: the distance in persons, positive on the safe side (``margin_*_persons``).
    """
    nearest = round(margin)
    distance = abs(float(nearest) if abs(margin - nearest) < WHOLE_WITHIN else margin)
    at_threshold_is_met = operator in (">=", "<=")
    just_there_turns = at_threshold_is_met != met
    persons = math.ceil(distance) if just_there_turns else math.floor(distance) + 1
    return -persons if met else persons


def criteria_table(assessments: pd.DataFrame) -> pd.DataFrame:
    """Every criterion of every row of ``assessments`` (``criteria.assess``), one row each.

    Returns:
        ``COLUMNS``: ``value``, ``threshold`` and ``margin`` in the figure's unit; ``persons`` as ``whole_persons``,
        NaN where the denominator is not known; ``text`` a sentence. A figure that is missing is a row with NaN.
    """
    rows: List[tuple] = []
    for row in assessments.to_dict("records"):
        rules = rule_set(row["rule_set"])
        for identifier, criterion in rules.criteria.items():
            if math.isnan(_number(row.get(f"margin_{identifier}"))):
                rows.append((row["area_id"], row.get("period", ""), identifier, criterion.figure, np.nan,
                             criterion.operator, np.nan, np.nan, np.nan, np.nan, ""))
                continue
            rows.append(_row(row, identifier, criterion))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _number(found: object) -> float:
    return float("nan") if found is None else float(found)


def _row(row: dict, identifier: str, criterion: Criterion) -> tuple:
    value, margin = _number(row[criterion.figure]), _number(row[f"margin_{identifier}"])
    met = bool(row[f"met_{identifier}"])
    limit = value + margin if criterion.operator.startswith(">") else value - margin
    counts_persons = criterion.figure in SHARES
    in_persons = _number(row.get(f"margin_{identifier}_persons")) if counts_persons else float("nan")
    persons = float("nan") if math.isnan(in_persons) else whole_persons(in_persons, criterion.operator, met)
    return (row["area_id"], row.get("period", ""), identifier, criterion.figure, value, criterion.operator, limit,
            float(met), margin, persons, margin_text(criterion, margin, persons, met))


def margin_text(criterion: Criterion, margin: float, persons: float, met: bool) -> str:
    """The distance in words: whole persons where they are known, else percentage points."""
    above = met == criterion.operator.startswith(">")
    if math.isnan(persons):
        points = number(abs(margin), 1)
        return (tr("{points} percentage points above the threshold", points=points) if above
                else tr("{points} percentage points below the threshold", points=points))
    count = number(abs(persons))
    if criterion.figure == "no_work":
        text = (tr("{count} full-time persons above the threshold", count=count) if above
                else tr("{count} full-time persons below the threshold", count=count))
    else:
        text = (tr("{count} persons above the threshold", count=count) if above
                else tr("{count} persons below the threshold", count=count))
    if criterion.averaging_years > 1:
        text += " " + tr("in the mean of {years} years", years=criterion.averaging_years)
    return text
