"""How far from each threshold, in percentage points and in whole persons, and in words."""

from __future__ import annotations

import math
from typing import Any, List, Mapping, Optional, Tuple

import numpy as np
import pandas as pd

from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.rule_sets import rule_set
from ..catalogue.law.rules import Criterion
from ..i18n import tr
from ..numbers import number
from .thresholds import EQUAL_WITHIN

COLUMNS = (
    "area_id",
    "period",
    "criterion",
    "figure",
    "value",
    "operator",
    "threshold",
    "met",
    "margin",
    "persons",
    "text",
)
WHOLE_WITHIN = 1e-6


def whole_persons(margin: float, operator: str, met: bool, within: float = WHOLE_WITHIN) -> int:
    """The smallest whole number of persons that turns a criterion, in each of the years it is the
    mean of: positive below a threshold (so many more would meet it), negative beyond (so many fewer
    would not).

    Args:
        margin: the distance in persons, positive on the safe side (``margin_*_persons``).
        within: a distance this near a whole number is that number.
    """
    nearest = round(margin)
    distance = abs(float(nearest) if abs(margin - nearest) <= within else margin)
    at_threshold_is_met = operator in (">=", "<=")
    just_there_turns = at_threshold_is_met != met
    persons = math.ceil(distance) if just_there_turns else math.floor(distance) + 1
    return -persons if met else persons


def _without_margin(
    row: Mapping[Any, Any], identifier: str, criterion: Criterion
) -> Tuple[object, ...]:
    """The rest of a row whose threshold, or figure, is not known; decided where every threshold
    possible gives it."""
    met = _number(row.get(f"met_{identifier}"))
    if math.isnan(met):
        value, text = float("nan"), ""
    else:
        value = _number(row.get(criterion.figure))
        text = (
            tr("The threshold is not known, but the figure meets every one that it can be.")
            if met
            else tr("The threshold is not known, but the figure meets none that it can be.")
        )
    return (value, criterion.operator, np.nan, met, np.nan, np.nan, text)


def turning_persons(row: Mapping[Any, Any], identifier: str, criterion: Criterion) -> float:
    """``whole_persons`` of one criterion of a row of ``criteria.assess``; NaN where it has none.

    A figure so many persons away is equal to its threshold exactly where ``thresholds.holds`` would
    say so.
    """
    margin = _number(row.get(f"margin_{identifier}"))
    persons = _number(row.get(f"margin_{identifier}_persons"))
    share = figures_of_law()[criterion.figure].share
    if not share or math.isnan(persons) or math.isnan(margin):
        return float("nan")
    limit = _limit(_number(row[criterion.figure]), margin, criterion.operator)
    of_a_point = persons / margin if margin else 0.0
    within = EQUAL_WITHIN * max(1.0, abs(limit)) * of_a_point
    return float(whole_persons(persons, criterion.operator, bool(row[f"met_{identifier}"]), within))


def _limit(value: float, margin: float, operator: str) -> float:
    return value + margin if operator.startswith(">") else value - margin


def criteria_table(assessments: pd.DataFrame) -> pd.DataFrame:
    """Every criterion of every row of ``assessments`` (``criteria.assess``), one row each.

    Returns:
        ``COLUMNS``: ``value``, ``threshold`` and ``margin`` in the figure's unit; ``persons`` as
        ``whole_persons``, NaN where the denominator is not known; ``text`` a sentence. A figure
        that is missing is a row with NaN.
    """
    rows: List[Tuple[object, ...]] = []
    for row in assessments.to_dict("records"):
        rules = rule_set(row["rule_set"])
        for identifier, criterion in rules.criteria.items():
            known = not math.isnan(_number(row.get(f"margin_{identifier}")))
            rest = _with_margin if known else _without_margin
            about = (row["area_id"], row.get("period", ""), identifier, criterion.figure)
            rows.append((*about, *rest(row, identifier, criterion)))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _number(found: Optional[float]) -> float:
    return float("nan") if found is None else float(found)


def _with_margin(
    row: Mapping[Any, Any], identifier: str, criterion: Criterion
) -> Tuple[object, ...]:
    """The rest of a row: value, operator, threshold, outcome, and how far it is."""
    value, margin = _number(row[criterion.figure]), _number(row[f"margin_{identifier}"])
    met = bool(row[f"met_{identifier}"])
    persons = turning_persons(row, identifier, criterion)
    return (
        value,
        criterion.operator,
        _limit(value, margin, criterion.operator),
        float(met),
        margin,
        persons,
        margin_text(criterion, margin, persons, met),
    )


def margin_text(criterion: Criterion, margin: float, persons: float, met: bool) -> str:
    """The distance in words: whole persons where they are known, else percentage points."""
    above = met == criterion.operator.startswith(">")
    if math.isnan(persons):
        points = number(abs(margin), 1)
        return (
            tr("{points} percentage points above the threshold", points=points)
            if above
            else tr("{points} percentage points below the threshold", points=points)
        )
    text = _persons_text(abs(persons), above, figures_of_law()[criterion.figure].full_time_persons)
    if criterion.averaging_years > 1:
        text += " " + tr("in the mean of {years} years", years=criterion.averaging_years)
    return text


def _persons_text(persons: float, above: bool, full_time: bool) -> str:
    """So many persons above or below the threshold; one is no several."""
    count = number(persons)
    if full_time and persons == 1:
        return (
            tr("1 full-time person above the threshold")
            if above
            else tr("1 full-time person below the threshold")
        )
    if full_time:
        return (
            tr("{count} full-time persons above the threshold", count=count)
            if above
            else tr("{count} full-time persons below the threshold", count=count)
        )
    if persons == 1:
        return tr("1 person above the threshold") if above else tr("1 person below the threshold")
    return (
        tr("{count} persons above the threshold", count=count)
        if above
        else tr("{count} persons below the threshold", count=count)
    )
