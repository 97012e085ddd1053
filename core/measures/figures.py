"""The figures the law compares: means over years, income in percent of the region, national
shares."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import all_indicators
from ..catalogue.law.rule_sets import RuleSet, all_rule_sets
from ..periods import years_before, years_of
from .figure_notes import NATIONAL, NOTE, add_note, few_years_note, sentences
from .references import old_regions, reference_values

FIGURES = ("population", "nonwestern", "no_work", "convicted", "basic_education", "income")


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
        columns[indicator] = rows["value"]
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
    table: pd.DataFrame, figure: str, years: int, allow_fewer: bool
) -> np.ndarray:
    """The denominator a mean of years rests on: the harmonic mean of the years', since one person
    more in each year moves the mean of shares by the mean of 1 / denominator. The years are those
    the mean of values is taken of; NaN where the denominator of one of them is not known."""
    column = f"{figure}_denominator"
    if years == 1:
        return table[column].to_numpy(dtype="float64")
    whole = table[column].to_numpy(dtype="float64")
    with np.errstate(divide="ignore"):
        inverse = 1.0 / np.where(whole > 0, whole, np.inf)
    inverse[np.isnan(whole)] = (
        np.inf
    )  # the mean with a year whose persons are not known has no persons
    inverse[table[figure].isna()] = np.nan  # a year without a figure is in no mean
    of_years = table[["area_id", "period"]].assign(inverse=inverse)
    with np.errstate(divide="ignore"):
        persons = 1.0 / mean_of_years(of_years, "inverse", years, allow_fewer)
    return np.where((persons > 0) & np.isfinite(persons), persons, np.nan)


def _national_years(
    references: Optional[pd.DataFrame], periods: Sequence[str], years: int
) -> np.ndarray:
    return np.vstack(
        [
            reference_values(
                references, "nation", "convicted", [years_before(p, back) for p in periods]
            ).to_numpy()
            for back in range(years)
        ]
    )


def _national_mean(
    references: Optional[pd.DataFrame], periods: Sequence[str], years: int, allow_fewer: bool
) -> pd.Series:
    matrix = _national_years(references, periods, years)
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
        DataFrame ``area_id``, ``period``, ``year``, ``population``, ``nonwestern``, ``no_work``,
        ``convicted``, ``basic_education`` (percent, means over the law's years), ``income``
        (percent of the region's mean), ``convicted_national`` (percent, same mean), and
        ``<figure>_denominator`` (persons; over years the harmonic mean) for the shares; NaN where a
        figure is missing. ``figure_notes.NOTE`` says where fewer years or an old region were taken.
    """
    table = wide(observations)
    averaging = {c.figure: c.averaging_years for c in rule_set.criteria.values()}
    figures = table[["area_id", "period"]].copy()
    figures["year"] = years_of(figures["period"])
    for figure in FIGURES:
        if figure not in table:
            figures[figure] = np.nan
            continue
        figures[figure] = mean_of_years(table, figure, averaging.get(figure, 1), allow_fewer_years)
        if f"{figure}_denominator" in table and figure != "income":
            figures[f"{figure}_denominator"] = _persons_of_years(
                table, figure, averaging.get(figure, 1), allow_fewer_years
            )
    periods = sorted(set(figures["period"]))
    regional = reference_values(references, "region", "income", periods, region)
    figures["income"] = 100.0 * figures["income"] / figures["period"].map(regional)
    national = _national_mean(references, periods, averaging.get("convicted", 1), allow_fewer_years)
    figures["convicted_national"] = figures["period"].map(national)
    return _noted(figures, table, averaging if allow_fewer_years else {}, references, region)


def _noted(
    figures: pd.DataFrame,
    table: pd.DataFrame,
    fewer: Mapping[str, int],
    references: Optional[pd.DataFrame],
    region: str,
) -> pd.DataFrame:
    """``figures`` with ``NOTE``: means of ``fewer`` (figure → years) years, of the area and the
    nation, and incomes of old regions."""
    figures[NOTE] = ""
    periods = sorted(set(figures["period"]))
    if fewer.get("convicted", 1) > 1:
        there = (~np.isnan(_national_years(references, periods, fewer["convicted"]))).sum(axis=0)
        for period, count in zip(periods, there):
            if 0 < count < fewer["convicted"]:
                add_note(
                    figures,
                    (figures["period"] == period).to_numpy(),
                    few_years_note(NATIONAL, int(count), fewer["convicted"]),
                )
    for figure, years in fewer.items():
        there = years_there(table, figure, years) if figure in table and years > 1 else np.array([])
        for count in range(1, years if there.any() else 1):
            add_note(figures, there == count, few_years_note(figure, count, years))
    for period, sentence in old_regions(references, periods, region).items():
        add_note(
            figures,
            ((figures["period"] == period) & figures["income"].notna()).to_numpy(),
            sentence,
        )
    return figures


def comparison_notes(
    table: pd.DataFrame,
    references: Optional[pd.DataFrame],
    region: str = "",
    period: Optional[str] = None,
) -> List[str]:
    """What must be said of ``with_comparisons``' ``table`` (of ``period`` alone): means of fewer
    years than the law's, and old regions."""
    about = table[["area_id", "period"]].assign(income=table.get("income_region_pct", np.nan))
    averaging = {
        i.id: i.averaging_years
        for i in all_indicators()
        if f"{i.id}_{i.averaging_years}y_years" in table
    }
    noted = _noted(about, table, averaging, references, region)
    return sentences(noted if period is None else noted[noted["period"] == period])


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
        ``income_region_pct`` (percent of the region's mean); then ``<figure>_2y_denominator``
        (persons, harmonic mean) and, with ``allow_fewer_years``, ``<figure>_2y_years`` (how many
        there were). The means of four years that the rules of 2010-2013 take follow in the same
        way, where a period is of those years or has four.
    """
    table = wide(observations)
    table.insert(2, "year", years_of(table["period"]))
    periods = sorted(set(table["period"]))
    averaging = {
        i.id: i.averaging_years for i in all_indicators() if i.averaging_years > 1 and i.id in table
    }
    beside: Dict[str, np.ndarray] = {}
    for figure, years in averaging.items():
        beside.update(_means(table, figure, years, allow_fewer_years))
        table[f"{figure}_{years}y"] = beside.pop(f"{figure}_{years}y")
    if "convicted" in averaging:
        years = averaging["convicted"]
        national = _national_mean(references, periods, years, allow_fewer_years)
        table[f"convicted_nation_{years}y"] = table["period"].map(national)
    if "income" in table:
        regional = table["period"].map(
            reference_values(references, "region", "income", periods, region)
        )
        table["income_region_pct"] = 100.0 * table["income"] / regional
    for figure, years in _older_means(table, averaging):
        beside.update(_means(table, figure, years, allow_fewer_years))
    return table.assign(**beside)


def _means(
    table: pd.DataFrame, figure: str, years: int, allow_fewer: bool
) -> Dict[str, np.ndarray]:
    """The mean's column, and what a reader must know of it."""
    name = f"{figure}_{years}y"
    found = {name: mean_of_years(table, figure, years, allow_fewer)}
    if f"{figure}_denominator" in table:
        found[f"{name}_denominator"] = _persons_of_years(table, figure, years, allow_fewer)
    if allow_fewer:
        found[f"{name}_years"] = years_there(table, figure, years)
    return found


def _older_means(table: pd.DataFrame, averaging: Mapping[str, int]) -> List[Tuple[str, int]]:
    """(figure, years) of the means that rules no longer in force take, and that this table can
    have."""
    wanted = {
        (c.figure, c.averaging_years): rules
        for rules in all_rule_sets()
        for c in rules.criteria.values()
        if c.figure in averaging and c.averaging_years not in (1, averaging[c.figure])
    }
    return [
        (figure, years)
        for (figure, years), rules in wanted.items()
        if (
            rules.last_year is not None
            and table["year"].between(rules.first_year, rules.last_year).any()
        )
        or (years_there(table, figure, years) == years).any()
    ]


def years_there(table: pd.DataFrame, figure: str, years: int) -> np.ndarray:
    """How many of the ``years`` up to each row's period its area has ``figure`` in; 0 where its own
    has none."""
    there = ~np.isnan(_years(table, figure, years))
    return np.where(there[0], there.sum(axis=0), 0).astype("int64")
