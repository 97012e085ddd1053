"""Which figures of the monitor file a judgement rests on, so that no others are read."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, List, Mapping, Sequence, Set, Tuple

import pandas as pd

from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.recommended import AUTO
from ..catalogue.law.rule_sets import all_rule_sets, longest_mean
from ..catalogue.law.rules import RuleSet
from ..measures.observations import UNKNOWN
from ..measures.readings import month_of
from ..periods import is_year, month_number, month_text, year_of, years_before
from ..store.runs.reader import Reader
from .inputs import rules_of

Series = Mapping[str, Sequence[str]]
"""Indicator → its periods, ascending."""
Needed = Callable[[str, Sequence[str], Sequence[Any]], Set[str]]
"""Of an indicator's periods those that are needed for what is wanted."""


def judged_periods(series: Series) -> List[str]:
    """The periods an area can be judged in, ascending by month: those its residents are known in;
    where they are known in none, all there are figures of."""
    floors = {figures_of_law()[rules.floor.figure].indicator for rules in all_rule_sets()}
    found = {period for floor in floors for period in series.get(floor, ())}
    if not found:
        found = {period for periods in series.values() for period in periods}
    return sorted(found, key=lambda period: (month_number(period), period))


def is_from(period: str, first: str) -> bool:
    """Is ``period`` one of those from ``first`` on (empty: of none)?"""
    return bool(first) and month_number(period) >= month_number(first)


def list_years(series: Series, choice: str) -> List[int]:
    """The list years that the residents of 1 January are there of, ascending."""
    years = {year_of(p) for periods in series.values() for p in periods}
    found = []
    first_list = all_rule_sets()[0].first_year if choice == AUTO else 0
    for year in sorted({y + n for y in years for n in (0, 1)}):
        if year < first_list:
            continue
        rules = rules_of(year, choice)
        dates = rules.dates_of(figures_of_law()[rules.floor.figure])
        floor = series.get(figures_of_law()[rules.floor.figure].indicator, ())
        if set(dates.candidates(year - dates.years_back[0])) & set(floor):
            found.append(year)
    return found


def of_list_dates(
    choice: str, indicator: str, periods: Sequence[str], years: Sequence[int]
) -> Set[str]:
    """Of the ``periods`` of an ``indicator`` those that the lists of ``years`` may rest on, by the
    rules chosen."""
    wanted: Set[str] = set()
    for year in years:
        rules = rules_of(year, choice)
        for figure in figures_of_law().values():
            if figure.indicator == indicator:
                dates = rules.dates_of(figure)
                for back in dates.years_back:
                    wanted |= set(dates.candidates(year - back))
    return wanted & set(periods)


def newest_of(indicator: str, periods: Sequence[str], wanted: Sequence[str]) -> Set[str]:
    """Of the ``periods`` of an indicator those that figures of the ``wanted`` may be taken from."""
    there = set(periods)
    found: Set[str] = set()
    for period in wanted:
        for newest in {*_newest(periods, [period]), period}:
            means = [years_before(newest, back) for back in range(longest_mean())]
            found |= {p for one in means for p in _window(indicator, one)} & there
    return found


def months_approximated(period: str, series: Series, rules: RuleSet, years: int) -> Set[str]:
    """The months that the approximations of ``period`` are means of, over so many ``years``: of the
    figures that no figure of their own serves."""
    found: Set[str] = set()
    for figure in figures_of_law().values():
        by = figure.approximated_by
        if by is None or by.indicator not in series or is_year(period):
            continue
        dates = rules.dates_of(figure)
        ages = [month_number(period) - month_of(p, dates) for p in series.get(figure.indicator, ())]
        if not any(0 <= age <= figure.serves.oldest_months for age in ages):
            for back in range(years):
                found |= set(_window(by.indicator, years_before(period, back)))
    return found


def _window(indicator: str, period: str) -> List[str]:
    """``period``, and the months before it whose mean an approximation of ``period`` is."""
    months = [
        figure.approximated_by.months
        for figure in figures_of_law().values()
        if figure.approximated_by is not None and figure.approximated_by.indicator == indicator
    ]
    if not months or is_year(period):
        return [period]
    return [month_text(month_number(period) - back) for back in range(max(months))]


def figures_needed(
    reader: Reader, area_set: str, series: Series, needed_of: Needed, wanted: Sequence[Any]
) -> pd.DataFrame:
    """The figures that the ``wanted`` periods or lists are judged on (``InForce.observations``),
    also of areas that there are no more.

    Where the newest figure of an area is not known, or the newest table has none of it, an older
    one may serve, so all of that indicator are read then.
    """
    needed = {name: needed_of(name, periods, wanted) for name, periods in series.items()}
    table = _figures(reader, area_set, needed)
    there = _areas_by(table, ["period"])
    known = _areas_by(table[table["status"] != UNKNOWN], ["indicator", "period"])
    silent = {
        name
        for name, periods in needed.items()
        for one in wanted
        for newest in _newest(periods, [one])
        if not there.get(one, set()) <= known.get((name, newest), set())
    }
    if silent:
        rest = _figures(reader, area_set, {name: series[name] for name in silent})
        table = pd.concat([table[~table["indicator"].isin(list(silent))], rest], ignore_index=True)
    return table


def _areas_by(table: pd.DataFrame, names: List[str]) -> Dict[Any, Set[str]]:
    """The areas in ``table`` by what stands in its columns ``names``."""
    by = names[0] if len(names) == 1 else names
    return {key: set(rows["area_id"]) for key, rows in table.groupby(by, sort=False)}


def _newest(periods: Iterable[str], wanted: Sequence[Any]) -> Set[str]:
    """Of ``periods`` the newest month and the two newest years by each of ``wanted``; none by the
    years of lists, which have dates of their own."""
    ordered = sorted(periods)
    found: Set[str] = set()
    for one in (one for one in wanted if isinstance(one, str)):
        months = [p for p in ordered if not is_year(p) and month_number(p) <= month_number(one)]
        years = [p for p in ordered if is_year(p) and year_of(p) <= year_of(one)]
        found |= {*months[-1:], *years[-2:]}
    return found


def _figures(reader: Reader, area_set: str, needed: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """The figures of indicator → periods."""
    by_periods: Dict[Tuple[str, ...], List[str]] = {}
    for name, periods in needed.items():
        if periods:
            by_periods.setdefault(tuple(sorted(periods)), []).append(name)
    tables = [
        reader.observations(area_set, names, periods, gone=True)
        for periods, names in by_periods.items()
    ]
    return pd.concat(tables, ignore_index=True)
