"""A finished table of the law's figures, several periods of each area, read as things stand or by
the law's own dates: its rows take the figures of other rows of theirs."""

from __future__ import annotations

from typing import Dict, Optional, Tuple

import numpy as np
import pandas as pd

from ..catalogue.law.dates import LIST, PERIOD, ListDate
from ..catalogue.law.figures import LawFigure
from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.rule_sets import rule_set_for_year
from ..catalogue.law.rules import RuleSet
from ..periods import is_period, month_number, year_of
from .figure_notes import add_note, missing_note, too_old_note
from .readings import NONE, Given, at_dates, month_of, newest


def by_reading(table: pd.DataFrame, reading: str, rules: Optional[RuleSet] = None) -> pd.DataFrame:
    """``table`` with the figures of ``reading`` in every row.

    A figure of the table is a mean already, of the years up to its own row's; so one row gives it,
    with its denominator and the nation's figure.

    Args:
        table: ``area_id``, ``period``, and of the columns of ``figures.law_figures`` those there
            are.
        reading: ``current`` gives each row the newest figure of its area known by its period;
            ``list`` those of the list of the year that its period lies in.
        rules: whose dates; the newest rules' when None.
    Returns:
        ``table`` with ``<figure>_period`` and ``<figure>_age`` (months; at the period, of a list at
        its publication). As it is where it has no periods, an area twice in one, or the reading is
        ``period``.
    """
    if reading == PERIOD or "period" not in table or not table["period"].map(_dated).all():
        return table
    if table.duplicated(["area_id", "period"]).any():
        return table
    rules = rules or rule_set_for_year(None)
    found = table.copy()
    for figure in figures_of_law().values():
        if figure.id in table:
            _read(table, found, figure, reading, rules)
    return found


def _dated(period: object) -> bool:
    return isinstance(period, str) and is_period(period)


def _read(
    table: pd.DataFrame, found: pd.DataFrame, figure: LawFigure, reading: str, rules: RuleSet
) -> None:
    """Give the rows of ``found`` the ``figure`` that ``reading`` takes from ``table``."""
    given = Given(
        table[["area_id", "period"]].assign(
            indicator=figure.id, value=table[figure.id], denominator=np.nan
        )
    )
    series = given.series(figure.id)
    if series is None:
        return
    dates, answered = rules.dates_of(figure), series.answered
    if reading == LIST:
        columns, judged = _of_list(found, given, answered, figure, rules)
    else:
        columns, judged = _of_now(found, given, answered, figure, dates)
    areas = given.places(table["area_id"])
    row_of = np.full((len(given.areas), len(given.periods) + 1), NONE, dtype="int64")
    row_of[areas, table["period"].map(given.place)] = np.arange(len(table))
    source = row_of[areas, columns]
    for column in (figure.id, figure.denominator_column):
        if column in table:
            found[column] = _taken(table, column, source)
    if figure.nation is not None and figure.nation_column in table:
        nation = _taken(table, figure.nation_column, source)
        own = table[figure.nation_column].to_numpy(dtype="float64")
        found[figure.nation_column] = np.where(np.isnan(nation), own, nation)
    names = np.array([*given.periods, ""], dtype=object)
    moments = np.array([*(month_of(p, dates) for p in given.periods), 0])
    there = columns != NONE
    found[figure.period_column] = np.where(there, names[columns], "")
    found[figure.age_column] = np.where(there, np.maximum(judged - moments[columns], 0), np.nan)


def _taken(table: pd.DataFrame, column: str, source: np.ndarray) -> np.ndarray:
    values = np.append(table[column].to_numpy(dtype="float64"), np.nan)
    return np.asarray(values[source])


def _of_now(
    found: pd.DataFrame, given: Given, answered: np.ndarray, figure: LawFigure, dates: ListDate
) -> Tuple[np.ndarray, np.ndarray]:
    """The position of the period that each row's figure is of, and the month its age is counted
    to; what is too old is noted in ``found`` and not taken."""
    judged = found["period"].map(month_number).to_numpy(dtype="int64")
    areas, own = given.places(found["area_id"]), found["period"].map(given.place).to_numpy()
    columns = newest(given, answered, given.periods, dates)[areas, own]
    moments = np.array([*(month_of(p, dates) for p in given.periods), 0])
    age = judged - moments[columns]
    old = (columns != NONE) & (columns != own) & (age > figure.serves.oldest_months)
    names = np.array([*given.periods, ""], dtype=object)
    for period in sorted(set(names[columns[old]])):
        add_note(found, old & (names[columns] == period), too_old_note(figure, period))
    return np.where(old, NONE, columns), judged


def _of_list(
    found: pd.DataFrame, given: Given, answered: np.ndarray, figure: LawFigure, rules: RuleSet
) -> Tuple[np.ndarray, np.ndarray]:
    """As ``_of_now``, by the dates of the list of each row's year; what is missing is noted."""
    dates, areas = rules.dates_of(figure), given.places(found["area_id"])
    years = found["period"].map(year_of).to_numpy(dtype="int64")
    columns = np.full(len(found), NONE, dtype="int64")
    places: Dict[int, np.ndarray] = {}
    for year in sorted(set(years)):
        wanted = int(year) - dates.years_back[0]
        places[year], _ = at_dates(given, answered, dates.candidates(wanted))
        here = years == year
        columns[here] = places[year][areas[here]]
        if figure.id in rules.averaging_years:
            add_note(found, here & (columns == NONE), missing_note(figure, dates, wanted))
    return columns, years * 12 + rules.published_month - 1
