"""Two readings of the same areas side by side: as things stand, and by the law's own dates; the
state's list beside them."""

from __future__ import annotations

import math
from typing import Any, Dict, List, Mapping, Optional

import pandas as pd

from ..catalogue.law.figures import LawFigure
from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.rule_sets import rule_set
from ..catalogue.law.rules import Criterion
from ..i18n import in_language
from .criteria_words import mean_text

COLUMNS = (
    "area_id",
    "period",
    "year",
    "criterion",
    "figure",
    "current",
    "current_period",
    "current_age",
    "current_met",
    "current_approximated",
    "current_mean",
    "list",
    "list_period",
    "list_age",
    "list_mean",
    "list_met",
    "difference",
    "state",
)


def side_by_side(
    current: pd.DataFrame, listed: pd.DataFrame, state: Optional[pd.DataFrame] = None
) -> pd.DataFrame:
    """The leading criteria of every area in both readings.

    Args:
        current: ``judging.judge`` of one period. listed: ``judging.judge_lists``; of each area the
            row of the period's year is taken.
        state: the state's list on the areas (``state_list.on_areas``): ``area_id``, ``year`` and
            figures as printed.
    Returns:
        ``COLUMNS``, a row for each area and criterion of the rules that the period is judged by:
        the figures in percent, ``…_period`` what they are of, ``…_age`` months, ``…_met`` 1, 0 or
        NaN, ``current_approximated`` what stands in for the figure in words (empty: it is its
        own), ``…_mean`` of which years it is the mean in words, ``difference`` = current − list
        (points), ``state`` as printed. NaN, or an empty period, where there is none.
    """
    of_list = _rows(listed)
    of_state = {} if state is None else _rows(state)
    rows: List[Dict[str, Any]] = []
    for row in current.to_dict("records"):
        key = (row["area_id"], int(row["year"]))
        beside, printed = of_list.get(key, {}), of_state.get(key, {})
        for criterion in rule_set(row["rule_set"]).leading:
            figure = figures_of_law()[criterion.figure]
            now, then = _number(row, figure.id), _number(beside, figure.id)
            rows.append(
                {
                    "area_id": row["area_id"],
                    "period": row["period"],
                    "year": key[1],
                    "criterion": criterion.id,
                    "figure": figure.id,
                    "current": now,
                    "current_period": row.get(figure.period_column) or "",
                    "current_age": _number(row, figure.age_column),
                    "current_met": _number(row, f"met_{criterion.id}"),
                    "current_approximated": _approximation(row, figure),
                    "current_mean": _mean(row, criterion),
                    "list": then,
                    "list_period": beside.get(figure.period_column) or "",
                    "list_age": _number(beside, figure.age_column),
                    "list_mean": _mean(beside, criterion),
                    "list_met": _number(beside, f"met_{criterion.id}"),
                    "difference": now - then,
                    "state": _number(printed, figure.id),
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(table: pd.DataFrame) -> Dict[Any, Mapping[Any, Any]]:
    return {(row["area_id"], int(row["year"])): row for row in table.to_dict("records")}


def _mean(row: Mapping[Any, Any], criterion: Criterion) -> str:
    """Of which years a figure is the mean, in words; empty where it is of one, or stands in."""
    figure = figures_of_law()[criterion.figure]
    if _approximation(row, figure):
        return ""
    return mean_text(row.get(figure.period_column), criterion, row.get("note"))


def _approximation(row: Mapping[Any, Any], figure: LawFigure) -> str:
    by = figure.approximated_by
    if by is None or _number(row, figure.approximation_column) != 1:
        return ""
    return in_language(by.label)


def _number(row: Mapping[Any, Any], column: str) -> float:
    found = row.get(column)
    return math.nan if found is None else float(found)
