"""Step 2: judge the areas by the law; and the whole job into the monitor file."""

from __future__ import annotations

from typing import Any, Collection, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from ..assessment.criteria import Options, assess
from ..assessment.other_region import by_other_regions
from ..catalogue.law.dates import LIST
from ..catalogue.law.measured import law_indicators
from ..catalogue.law.recommended import AUTO
from ..catalogue.law.rule_sets import (
    all_rule_sets,
    category_names,
    rule_set,
)
from ..catalogue.law.rules import RuleSet
from ..errors import InputError
from ..i18n import tr
from ..measures.figure_notes import sentences
from ..measures.figures import law_figures
from ..measures.list_figures import list_figures, years_served
from ..periods import day_after, reference_date, year_of
from .counting.count_areas import whole_of
from .inputs import Choices, rules_of


def judge(
    observations: pd.DataFrame,
    choices: Choices,
    references: Optional[pd.DataFrame] = None,
    history: Optional[Mapping[Tuple[str, int], str]] = None,
    period: Optional[str] = None,
    told: Optional[Dict[str, None]] = None,
    periods: Optional[Collection[str]] = None,
) -> pd.DataFrame:
    """Step 2: the law's figures and the category of every area and period of one area set.

    With ``period`` that period alone is judged, with ``periods`` those; earlier ones serve as
    ``choices.reading`` says. The reading ``list`` gives the lists' years (``judge_lists``), with
    ``period`` that of its year.
    ``told`` is filled with what a user must know of the figures (``figure_notes``).

    Periods are judged by year, oldest first; a category of 1 January counts as that year's where
    ``history`` does not say.

    Returns:
        The columns of ``law_figures`` and ``assess``.
    """
    if choices.reading == LIST:
        of_year = None if period is None else [year_of(period)]
        return judge_lists(observations, choices, references, history, told, of_year)
    wanted = set(observations["period"] if periods is None else periods)
    if period is not None:
        wanted = {period}
    years = sorted({year_of(p) for p in wanted})
    rules = {year: rules_of(year, choices.rule_set) for year in years}
    figures = {
        r.id: law_figures(
            observations,
            r,
            references,
            choices.region,
            choices.allow_fewer_years,
            choices.reading,
            wanted,
        )
        for r in {r.id: r for r in rules.values()}.values()
    }
    known = None if history is None else dict(history)
    options = Options(choices.use_origin, choices.closeness_percent)
    parts = []
    for year in years:
        table = figures[rules[year].id]
        here = table["year"] == year
        part = _assessed(table[here], rules[year], options, known, told)
        parts.append(part)
        january = part[part["period"].isin([f"{year}", f"{year}-01"])]
        _remember(known, january, rules[year], year)
    return pd.concat(parts, ignore_index=True)


def judge_lists(
    observations: pd.DataFrame,
    choices: Choices,
    references: Optional[pd.DataFrame] = None,
    history: Optional[Mapping[Tuple[str, int], str]] = None,
    told: Optional[Dict[str, None]] = None,
    years: Optional[Sequence[int]] = None,
    with_others: bool = True,
) -> pd.DataFrame:
    """The law's own reading: the category of every area on the list of every year that can be
    served, which is where the residents of 1 January are there (and, with ``years``, of those).

    ``choices.reading`` is not looked at. The memory of earlier years is ``history``, and where it
    does not say, the lists judged before, which are left to ``history`` where not ``with_others``.
    ``told`` as in ``judge``.

    Returns:
        The columns of ``list_figures`` and ``assess``, by year, then area; ``period`` is the year
        of the list. No rows where no year can be served.
    """
    known = None if history is None else dict(history)
    options = Options(choices.use_origin, choices.closeness_percent)
    parts = []
    for year, rules in _lists_served(observations, choices.rule_set):
        if years is not None and year not in years and (history is None or not with_others):
            continue
        table = list_figures(
            observations, rules, [year], references, choices.region, choices.allow_fewer_years
        )
        asked = years is None or year in years
        part = _assessed(table, rules, options, known, told if asked else None)
        _remember(known, part, rules, year)
        if asked:
            parts.append(part)
    if not parts:
        newest = rules_of(None, choices.rule_set)
        return assess(list_figures(observations, newest, []), newest, options, known)
    return pd.concat(parts, ignore_index=True)


def _lists_served(observations: pd.DataFrame, choice: str) -> List[Tuple[int, RuleSet]]:
    """The years whose list can be judged, ascending, with their rules; by the year's own rules no
    year before the first list."""
    if choice != AUTO:
        return [(year, rule_set(choice)) for year in years_served(observations, rule_set(choice))]
    return sorted(
        (year, rules)
        for rules in all_rule_sets()
        for year in years_served(observations, rules)
        if rules.first_year <= year and (rules.last_year is None or year <= rules.last_year)
    )


def _assessed(
    table: pd.DataFrame,
    rules: RuleSet,
    options: Options,
    known: Optional[Mapping[Tuple[str, int], str]],
    told: Optional[Dict[str, None]],
) -> pd.DataFrame:
    judged = assess(table, rules, options, known)
    noted, flips = by_other_regions(judged, rules, options, known)
    if told is not None:
        told.update(dict.fromkeys([*sentences(table), *flips]))
    return noted


def _remember(
    known: Optional[Dict[Tuple[str, int], str]], part: pd.DataFrame, rules: RuleSet, year: int
) -> None:
    """Add the categories of ``part`` to what is ``known`` of ``year``, where it does not say."""
    if known is not None:
        for area, category in remembered(part, rules).items():
            known.setdefault((area, year), category)


def remembered(part: pd.DataFrame, rules: RuleSet) -> Dict[str, str]:
    """Area → category of the rows of ``part`` that a memory may build on: those that are decided,
    and those whose category is certain and grave enough for it."""
    order = [category.id for category in rules.categories]
    memories = [order.index(c.memory_category) for c in rules.categories if c.memory_years]
    enough = order[min(memories) :] if memories else []
    certain = part[part["decided"].astype(bool) | part["category"].isin(enough)]
    return dict(zip(certain["area_id"], certain["category"]))


def with_dates(assessments: pd.DataFrame) -> pd.DataFrame:
    """``assessments`` (not empty) with ``period_start`` and ``period_end`` (ISO dates, end
    exclusive) for QGIS."""
    periods = assessments["period"].tolist()
    start = {period: reference_date(period).isoformat() for period in set(periods)}
    end = {period: day_after(period).isoformat() for period in set(periods)}
    return assessments.assign(
        period_start=[start[period] for period in periods],
        period_end=[end[period] for period in periods],
    )


def law_rows(observations: pd.DataFrame) -> pd.DataFrame:
    """The rows of the law's indicators, not broken down."""
    law = observations["indicator"].isin([indicator.id for indicator in law_indicators()])
    return whole_of(observations[law])


def history_of(rows: "Iterable[Tuple[Any, Any, Any]]") -> Dict[Tuple[str, int], str]:
    """(area_id, list year) → category id from rows (area, year, category).

    Categories may be ids or the names of the time; a row without a category is a year not known.

    Raises:
        InputError: a year is no number, or a category is none; names the row.
    """
    history: Dict[Tuple[str, int], str] = {}
    names = category_names()
    for row, (area, year, category) in enumerate(rows, start=1):
        if category is None or not str(category).strip():
            continue
        identifier = names.get(str(category).strip().lower())
        if identifier is None:
            raise InputError(
                tr("The history table, row {row}: the category is not known.", row=row),
                tr("Use one of {choices}.", choices=", ".join(sorted(set(names.values())))),
            )
        try:
            history[(str(area), int(year))] = identifier
        except (TypeError, ValueError):
            raise InputError(
                tr("The history table, row {row}: the year is not a number.", row=row),
                tr("Write the list year with four digits in the column year."),
            ) from None
    return history


def levels_by_area(assessments: pd.DataFrame, period: str) -> Mapping[str, List[str]]:
    """Risk level → area ids of ``period``."""
    rows = assessments[assessments["period"] == period]
    return {str(level): part["area_id"].tolist() for level, part in rows.groupby("risk_level")}
