"""The figures the law compares: means over years, income in percent of the region, national
shares."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import all_indicators
from ..catalogue.law.figures import LawFigure
from ..catalogue.law.measured import against_nation, against_region, figures_of_law
from ..catalogue.law.rule_sets import all_rule_sets
from ..catalogue.law.rules import RuleSet
from ..periods import years_before, years_of
from .figure_notes import NOTE, add_note, few_years_note, sentences
from .references import old_regions, reference_values


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
    matrix = _years(table, column, years)
    if not allow_fewer:
        return matrix.mean(axis=0)
    there = ~np.isnan(matrix)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(there[0], np.nansum(matrix, axis=0) / there.sum(axis=0), np.nan)


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


def _persons_of_years(
    table: pd.DataFrame, indicator: str, years: int, allow_fewer: bool
) -> np.ndarray:
    """The denominator a mean of years rests on: the harmonic mean of the years', since one person
    more in each year moves the mean of shares by the mean of 1 / denominator. The years are those
    the mean of values is taken of; NaN where the denominator of one of them is not known."""
    column = f"{indicator}_denominator"
    if years == 1:
        return table[column].to_numpy(dtype="float64")
    whole = table[column].to_numpy(dtype="float64")
    with np.errstate(divide="ignore"):
        inverse = 1.0 / np.where(whole > 0, whole, np.inf)
    # the mean with a year whose persons are not known has no persons
    inverse[np.isnan(whole)] = np.inf
    # a year without a figure is in no mean
    inverse[table[indicator].isna()] = np.nan
    of_years = table[["area_id", "period"]].assign(inverse=inverse)
    with np.errstate(divide="ignore"):
        persons = 1.0 / mean_of_years(of_years, "inverse", years, allow_fewer)
    return np.where((persons > 0) & np.isfinite(persons), persons, np.nan)


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
    if allow_fewer:
        there = ~np.isnan(matrix)
        with np.errstate(invalid="ignore", divide="ignore"):
            return pd.Series(np.nansum(matrix, axis=0) / there.sum(axis=0), index=list(periods))
    return pd.Series(matrix.mean(axis=0), index=list(periods))


def law_figures(
    observations: pd.DataFrame,
    rule_set: RuleSet,
    references: Optional[pd.DataFrame] = None,
    region: str = "",
    allow_fewer_years: bool = False,
) -> pd.DataFrame:
    """The figures ``rule_set`` compares, one row per area and period.

    Args:
        observations: long table of one area set (``counting.OBSERVATION_COLUMNS``).
        references: national ``convicted`` and regional ``income`` (``references.read_references``).
        region: the region's code, where the references hold several.
        allow_fewer_years: take the mean of the years there are when earlier ones are missing.
    Returns:
        DataFrame ``area_id``, ``period``, ``year``; per figure of the law ``<figure>`` (persons,
        percent, or percent of the region's; means over the law's years) and, for shares,
        ``<figure>_denominator`` (persons; over years the harmonic mean); ``<figure>_national``
        (percent, same mean) of those that criteria set against the nation's. NaN where a figure is
        missing. ``figure_notes.NOTE`` says where fewer years or an old region were taken.
    """
    table = wide(observations)
    averaging = rule_set.averaging_years
    figures = table[["area_id", "period"]].copy()
    figures["year"] = years_of(figures["period"])
    for figure in figures_of_law().values():
        if figure.indicator not in table:
            figures[figure.id] = np.nan
            continue
        years = averaging.get(figure.id, 1)
        figures[figure.id] = mean_of_years(table, figure.indicator, years, allow_fewer_years)
        if f"{figure.indicator}_denominator" in table and figure.region is None:
            figures[figure.denominator_column] = _persons_of_years(
                table, figure.indicator, years, allow_fewer_years
            )
    periods = sorted(set(figures["period"]))
    for figure in against_region():
        regional = reference_values(references, "region", figure.indicator, periods, region)
        figures[figure.id] = 100.0 * figures[figure.id] / figures["period"].map(regional)
    for figure in against_nation():
        national = _national_mean(
            references, figure.indicator, periods, averaging.get(figure.id, 1), allow_fewer_years
        )
        figures[figure.nation_column] = figures["period"].map(national)
    fewer = _averaged(averaging) if allow_fewer_years else []
    return _noted(figures, table, fewer, references, region)


def _averaged(averaging: Mapping[str, int]) -> List[Tuple[str, str, int]]:
    """(figure, its indicator, years) of the figures that are means of several years."""
    known = figures_of_law()
    return [
        (figure, known[figure].indicator, years) for figure, years in averaging.items() if years > 1
    ]


def _noted(
    figures: pd.DataFrame,
    table: pd.DataFrame,
    fewer: Sequence[Tuple[str, str, int]],
    references: Optional[pd.DataFrame],
    region: str,
) -> pd.DataFrame:
    """``figures`` with ``NOTE``: means of ``fewer`` (figure, indicator, years) years, of the nation
    and the area, and those held against old regions."""
    figures[NOTE] = ""
    periods = sorted(set(figures["period"]))
    nations = {figure.indicator: figure for figure in against_nation()}
    for _, indicator, years in fewer:
        if indicator in nations:
            _note_nation(figures, nations[indicator], years, references)
    for figure, indicator, years in fewer:
        there = years_there(table, indicator, years) if indicator in table else np.array([])
        for count in range(1, years if there.any() else 1):
            add_note(figures, there == count, few_years_note(figure, count, years))
    for held in against_region():
        for period, sentence in old_regions(references, held.indicator, periods, region).items():
            rows = (figures["period"] == period) & figures[held.id].notna()
            add_note(figures, rows.to_numpy(), sentence)
    return figures


def _note_nation(
    figures: pd.DataFrame, figure: LawFigure, years: int, references: Optional[pd.DataFrame]
) -> None:
    """Note where the nation's ``figure`` is the mean of fewer than ``years`` years."""
    periods = sorted(set(figures["period"]))
    known = ~np.isnan(_national_years(references, figure.indicator, periods, years))
    for period, count in zip(periods, known.sum(axis=0)):
        if 0 < count < years:
            add_note(
                figures,
                (figures["period"] == period).to_numpy(),
                few_years_note(figure.nation_column, int(count), years),
            )


def comparison_notes(
    table: pd.DataFrame,
    references: Optional[pd.DataFrame],
    region: str = "",
    period: Optional[str] = None,
) -> List[str]:
    """What must be said of ``with_comparisons``' ``table`` (of ``period`` alone): means of fewer
    years than the law's, and old regions."""
    about = table[["area_id", "period"]].assign(
        **{figure.id: _column(table, figure.region_field) for figure in against_region()}
    )
    fewer = [
        (i.id, i.id, i.averaging_years)
        for i in all_indicators()
        if f"{i.id}_{i.averaging_years}y_years" in table
    ]
    noted = _noted(about, table, fewer, references, region)
    return sentences(noted if period is None else noted[noted["period"] == period])


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
        found[f"{name}_denominator"] = _persons_of_years(table, indicator, years, allow_fewer)
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
    there = ~np.isnan(_years(table, indicator, years))
    return np.where(there[0], there.sum(axis=0), 0).astype("int64")
