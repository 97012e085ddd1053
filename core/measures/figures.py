"""The figures the law compares: means over years, income in percent of the region, national
shares."""

from __future__ import annotations

from typing import Collection, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import all_indicators
from ..catalogue.law.dates import CURRENT, PERIOD
from ..catalogue.law.figures import LawFigure
from ..catalogue.law.measured import against_nation, against_region, figures_of_law
from ..catalogue.law.rule_sets import all_rule_sets
from ..catalogue.law.rules import RuleSet
from ..periods import month_number, years_before, years_of
from . import means
from .chosen_figures import (
    Chosen,
    HeldAgainst,
    nation_mean,
    note_fewer,
    note_regions,
    with_figures,
)
from .figure_notes import NOTE, add_note, approximated_note, sentences, too_old_note
from .readings import NONE, Given, month_of, newest
from .reference_values import reference_values


def wide(observations: pd.DataFrame) -> pd.DataFrame:
    """Observations with one row per area and period.

    Returns:
        DataFrame ``area_id``, ``period``, and per indicator ``<id>`` (value) and, where it has
        denominators, ``<id>_numerator`` and ``<id>_denominator``; in the order areas have in
        ``observations``, then by period.
    """
    keys = observations[["area_id", "period"]].drop_duplicates()
    columns: Dict[str, pd.Series] = {}
    for indicator, rows in observations.groupby("indicator", sort=False):
        rows = rows.set_index(["area_id", "period"])
        columns[str(indicator)] = rows["value"]
        if rows["denominator"].notna().any():
            columns[f"{indicator}_numerator"] = rows["numerator"]
            columns[f"{indicator}_denominator"] = rows["denominator"]
    return pd.DataFrame(columns, index=pd.MultiIndex.from_frame(keys)).reset_index()


def mean_of_years(
    table: pd.DataFrame, column: str, years: int, allow_fewer: bool = False
) -> np.ndarray:
    """The plain mean of ``column`` in a period and the same period of the ``years`` − 1 years
    before.

    NaN where a year is missing, unless ``allow_fewer``: then the mean of the years there are.
    """
    return means.mean(_years(table, column, years), allow_fewer)


def _years(table: pd.DataFrame, column: str, years: int) -> np.ndarray:
    """``column`` in each row's period and in the same period of the years before: (years, rows)."""
    values = table.set_index(["area_id", "period"])[column]
    stack: List[np.ndarray] = [values.to_numpy(dtype="float64")]
    for back in range(1, years):
        earlier = pd.MultiIndex.from_arrays(
            [table["area_id"], [years_before(p, back) for p in table["period"]]]
        )
        stack.append(values.reindex(earlier).to_numpy(dtype="float64"))
    return np.vstack(stack)


def _national_years(
    references: Optional[pd.DataFrame], indicator: str, periods: Sequence[str], years: int
) -> np.ndarray:
    """The nation's ``indicator`` in ``periods`` and the same periods of the years before: (years,
    periods)."""
    before = [[years_before(p, back) for p in periods] for back in range(years)]
    return np.vstack(
        [reference_values(references, "nation", indicator, one).to_numpy() for one in before]
    )


def _national_mean(
    references: Optional[pd.DataFrame],
    indicator: str,
    periods: Sequence[str],
    years: int,
    allow_fewer: bool,
) -> pd.Series:
    matrix = _national_years(references, indicator, periods, years)
    return pd.Series(nation_mean(matrix, allow_fewer), index=list(periods))


def law_figures(
    observations: pd.DataFrame,
    rule_set: RuleSet,
    references: Optional[pd.DataFrame] = None,
    region: str = "",
    allow_fewer_years: bool = False,
    reading: str = PERIOD,
    periods: Optional[Collection[str]] = None,
) -> pd.DataFrame:
    """The figures ``rule_set`` compares, one row per area and period.

    Args:
        observations: long table of one area set (``counting.OBSERVATION_COLUMNS``); without
            ``status``, a value that is missing is not known, unless its denominator is 0.
        references: national ``convicted`` and regional ``income`` (``references.read_references``).
        region: the region's code, where the references hold several.
        allow_fewer_years: take the mean of the years there are when earlier ones are missing.
        reading: ``period`` takes every figure of the period itself; ``current`` the newest that is
            known by then (``readings.newest``), unless it is older than the rule sets let it be.
            The years of a mean, the nation's and the region's follow the figure.
        periods: the rows wanted; of all periods when None. Others serve them either way.
    Returns:
        DataFrame ``area_id``, ``period``, ``year``; per figure of the law ``<figure>`` (persons,
        percent, or percent of the region's; means over the law's years), ``<figure>_period`` (the
        period of the figure used, the newest of a mean; empty where there is none),
        ``<figure>_age`` (months it is old in the period; a whole year's is of its December, or of
        its January where the law takes it so) and, for shares, ``<figure>_denominator`` (persons;
        over years the harmonic mean); ``<figure>_national`` (percent, same mean) of those that
        criteria set against the nation's; ``<figure>_region`` (code) of those in percent of the
        region's, and while a region has become part of another ``<figure>_other_region`` (percent
        of the other one's) and ``<figure>_other_region_code``. NaN where a figure is missing.
        ``<figure>_approximated`` is 1 where another indicator stands in for it (as things stand,
        where the rule sets say which). ``figure_notes.NOTE`` says where fewer years were taken,
        which of two regions, what was too old, and what is approximated.
    """
    given = Given(observations)
    keys = observations[["area_id", "period"]].drop_duplicates()
    if periods is not None:
        keys = keys[keys["period"].isin(list(periods))]
    figures = keys.reset_index(drop=True)
    figures["year"], figures[NOTE] = years_of(figures["period"]), ""
    areas = given.places(figures["area_id"])
    judged = figures["period"].map(month_number).to_numpy(dtype="int64")
    chosen = {
        figure.id: _chosen(given, figures, areas, figure, rule_set, reading)
        for figure in figures_of_law().values()
    }
    return with_figures(
        figures, given, areas, judged, chosen, HeldAgainst(references, region, allow_fewer_years)
    )


def _chosen(
    given: Given,
    figures: pd.DataFrame,
    areas: np.ndarray,
    figure: LawFigure,
    rules: RuleSet,
    reading: str,
) -> Chosen:
    """Where ``figure`` is taken from in the rows of ``figures``; what is too old is noted there."""
    back = range(rules.averaging_years.get(figure.id, 1))
    dates = rules.dates_of(figure)
    own = figures["period"].map(given.place).to_numpy(dtype="int64")
    series = given.series(figure.indicator)
    if reading != CURRENT or (series is None and figure.approximated_by is None):
        columns = np.array([given.before(own, years) for years in back])
        return Chosen(columns, back, list(figures["period"]), dates)
    periods = sorted(set(figures["period"]))
    place = figures["period"].map({p: n for n, p in enumerate(periods)}).to_numpy(dtype="int64")
    answered = np.zeros((len(given.areas), len(given.periods)), dtype=bool)
    if series is not None:
        answered = series.answered
    found = newest(given, answered, periods, dates)[areas, place]
    names = np.array([*given.periods, ""], dtype=object)
    moments = np.array([*(month_of(p, dates) for p in given.periods), 0])
    age = figures["period"].map(month_number).to_numpy() - moments[found]
    old = (found != NONE) & (found != own) & (age > figure.serves.oldest_months)
    for period in sorted(set(names[found[old]])):
        add_note(figures, old & (names[found] == period), too_old_note(figure, period))
    found = np.where(old, NONE, found)
    stands_in, instead = None, None
    by = figure.approximated_by
    if by is not None and (found == NONE).any():
        instead = given.rolling(by.indicator, by.months)
    if by is not None and instead is not None:
        at = newest(given, instead.answered, periods, dates)[areas, place]
        age = figures["period"].map(month_number).to_numpy() - moments[at]
        stands_in = (found == NONE) & (at != NONE) & (age <= by.oldest_months)
        found = np.where(stands_in, at, found)
        for period in sorted(set(names[found[stands_in]])):
            sentence = approximated_note(figure, by, period)
            add_note(figures, stands_in & (names[found] == period), sentence)
    columns = np.array([given.before(found, years) for years in back])
    return Chosen(columns, back, names[found], dates, stands_in, instead)


def comparison_notes(
    table: pd.DataFrame,
    references: Optional[pd.DataFrame],
    region: str = "",
    period: Optional[str] = None,
) -> List[str]:
    """What must be said of ``with_comparisons``' ``table`` (of ``period`` alone): means of fewer
    years than the law's, and old regions."""
    about = table[["area_id", "period"]].assign(
        **{figure.id: _column(table, figure.region_field) for figure in against_region()},
        **{NOTE: ""},
    )
    fewer = [i for i in all_indicators() if f"{i.id}_{i.averaging_years}y_years" in table]
    nations = {figure.indicator: figure for figure in against_nation()}
    for one in fewer:
        if one.id in nations:
            known = _national_years(references, one.id, list(table["period"]), one.averaging_years)
            there = (~np.isnan(known)).sum(axis=0)
            note_fewer(about, nations[one.id].nation_column, there, one.averaging_years)
    for one in fewer:
        there = years_there(table, one.id, one.averaging_years)
        note_fewer(about, one.id, there, one.averaging_years)
    note_regions(about, references, region)
    return sentences(about if period is None else about[about["period"] == period])


def _column(table: pd.DataFrame, name: str) -> np.ndarray:
    """A column of numbers of ``table``; NaN where it has none."""
    return table[name].to_numpy(dtype="float64") if name in table else np.full(len(table), np.nan)


def with_comparisons(
    observations: pd.DataFrame,
    references: Optional[pd.DataFrame] = None,
    region: str = "",
    allow_fewer_years: bool = False,
) -> pd.DataFrame:
    """The figures of ``wide`` with what the law sets beside them; ``region`` as in ``law_figures``.

    Returns:
        ``wide`` with ``year`` after ``period``, and where the indicator was counted ``no_work_2y``,
        ``convicted_2y`` (percent, mean of two years), ``convicted_nation_2y`` (percent) and
        ``income_region_pct`` (percent of the region's mean); then ``<indicator>_2y_denominator``
        (persons, harmonic mean) and, with ``allow_fewer_years``, ``<indicator>_2y_years`` (how many
        there were). Other means that rules of any time take (of four years: 2010-2013) follow in
        the same way, where a period is of the rules' years or has so many.
    """
    table = wide(observations)
    table.insert(2, "year", years_of(table["period"]))
    periods = sorted(set(table["period"]))
    averaging = {
        i.id: i.averaging_years for i in all_indicators() if i.averaging_years > 1 and i.id in table
    }
    details: Dict[str, np.ndarray] = {}
    for indicator, years in averaging.items():
        details.update(_means(table, indicator, years, allow_fewer_years))
        table[f"{indicator}_{years}y"] = details.pop(f"{indicator}_{years}y")
    for figure in against_nation():
        if figure.indicator in table:
            national = _national_mean(
                references, figure.indicator, periods, figure.mean_years, allow_fewer_years
            )
            table[figure.nation_field] = table["period"].map(national)
    for figure in against_region():
        if figure.indicator in table:
            regional = reference_values(references, "region", figure.indicator, periods, region)
            own = table[figure.indicator]
            table[figure.region_field] = 100.0 * own / table["period"].map(regional)
    for indicator, years in _other_means(table, averaging):
        details.update(_means(table, indicator, years, allow_fewer_years))
    return table.assign(**details)


def _means(
    table: pd.DataFrame, indicator: str, years: int, allow_fewer: bool
) -> Dict[str, np.ndarray]:
    """The mean's column, and what a reader must know of it."""
    name = f"{indicator}_{years}y"
    found = {name: mean_of_years(table, indicator, years, allow_fewer)}
    if f"{indicator}_denominator" in table:
        wholes = _years(table, f"{indicator}_denominator", years)
        values = _years(table, indicator, years)
        found[f"{name}_denominator"] = means.persons(values, wholes, allow_fewer)
    if allow_fewer:
        found[f"{name}_years"] = years_there(table, indicator, years)
    return found


def _other_means(table: pd.DataFrame, averaging: Mapping[str, int]) -> List[Tuple[str, int]]:
    """(indicator, years) of the means that rules take, that are not the indicators' own
    (``averaging``), and that this table can have."""
    known = figures_of_law()
    wanted = {
        (known[figure].indicator, years): rules
        for rules in all_rule_sets()
        for figure, years in rules.averaging_years.items()
        if years > 1
    }
    return [
        (indicator, years)
        for (indicator, years), rules in wanted.items()
        if indicator in table
        and years != averaging.get(indicator)
        and (_of_the_time(table, rules) or (years_there(table, indicator, years) == years).any())
    ]


def _of_the_time(table: pd.DataFrame, rules: RuleSet) -> bool:
    """Is a period of ``table`` one of those that ``rules`` were behind?"""
    last = table["year"].max() if rules.last_year is None else rules.last_year
    return bool(table["year"].between(rules.first_year, last).any())


def years_there(table: pd.DataFrame, indicator: str, years: int) -> np.ndarray:
    """How many of the ``years`` up to each row's period its area has ``indicator`` in; 0 where its
    own has none."""
    return means.there_are(_years(table, indicator, years))
