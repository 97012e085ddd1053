"""What a series is set beside: the whole municipality, the region, the nation, and the law's
threshold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Tuple

import numpy as np
import pandas as pd

from ..assessment.thresholds import threshold
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.law.figures import LawFigure
from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.rule_sets import rule_set_for_year
from ..catalogue.law.rules import Criterion, RuleSet
from ..errors import SociodemografiError
from ..measures.figures import law_figures
from ..measures.reference_values import reference_values
from ..periods import is_year, year_of

SUM, REFERENCE = "sum", "reference"
"""Where the municipality's figure is from: the areas added up, or the reference values."""
LAW_COLUMNS = ("law_value", "threshold", "prevention_threshold")


@dataclass(frozen=True)
class Beside:
    """What figures can be set beside.

    Attributes:
        whole: observations of an area set that covers the municipality without overlap; None where
            there is none.
        references: reference values (``references.read_references``).
        region, municipality: the codes by which they are looked up.
    """

    whole: Optional[pd.DataFrame] = field(default=None, repr=False)
    references: Optional[pd.DataFrame] = field(default=None, repr=False)
    region: str = ""
    municipality: str = ""


def reference_of(beside: Beside, level: str, indicator: str, periods: List[str]) -> pd.Series:
    """The reference of ``level`` for each period: a whole year's own where the table has it, else
    the latest known by then; NaN where there is none, or it is not known which one is meant."""
    code = {"region": beside.region, "municipality": beside.municipality}.get(level, "")
    try:
        found = reference_values(beside.references, level, indicator, periods, code)
    except SociodemografiError:  # the table has others than this one
        return pd.Series(np.nan, index=periods, dtype="float64")
    if beside.references is not None and not found.isna().all():
        table = beside.references
        own = table[(table["level"] == level) & (table["indicator"] == indicator)]
        own = own[own["code"] == code] if code in set(own["code"]) else own
        if own["code"].nunique() <= 1:
            by_period = own.set_index("period")["value"]
            for period in filter(is_year, periods):
                found[period] = by_period.get(period, found[period])
    return found


def municipality_of(
    beside: Beside, indicator: Indicator, periods: List[str]
) -> "Tuple[pd.Series, pd.Series]":
    """(figure, ``SUM`` or ``REFERENCE``) of the municipality in each period.

    The areas are added up where each of them has its numbers, so that nothing is missing in the
    sum; medians, finished shares and hidden numbers do not add up. Whoever was placed in no area
    is in no sum.
    """
    summed = _sums(beside.whole, indicator).reindex(periods)
    given = reference_of(beside, "municipality", indicator.id, periods)
    source = pd.Series("", index=periods, dtype=object)
    source[given.notna()] = REFERENCE
    source[summed.notna()] = SUM
    return summed.where(summed.notna(), given), source


def _sums(whole: Optional[pd.DataFrame], indicator: Indicator) -> pd.Series:
    """The figure of all areas together by period, of those periods that add up."""
    if whole is None:
        return pd.Series(dtype="float64")
    areas = whole["area_id"].nunique()
    rows = whole[whole["indicator"] == indicator.id]
    needed = ["numerator"] if indicator.scale is None else ["numerator", "denominator"]
    by_period = rows.groupby("period")[needed]
    sums = by_period.sum()[(by_period.count() == areas).all(axis=1)]
    if indicator.scale is None:
        return sums["numerator"]
    with np.errstate(invalid="ignore", divide="ignore"):
        return (indicator.scale * sums["numerator"] / sums["denominator"]).where(
            sums["denominator"] > 0
        )


def law_of(observations: pd.DataFrame, indicator: Indicator, beside: Beside) -> pd.DataFrame:
    """What the law holds ``indicator`` against, by the rules of each period's year.

    Args:
        observations: of ``indicator`` alone, every area and period.
    Returns:
        DataFrame by ``area_id``, ``period``: ``LAW_COLUMNS`` in the indicator's unit (kroner for
        income, whose limit is a share of the region's). ``law_value`` is the figure that is held
        against the threshold: over two years the mean. ``threshold`` is that of § 61 a (and the
        fewest residents), ``prevention_threshold`` of categories with criteria of their own
        (§ 61 b). Empty where the law does not measure the indicator.
    """
    figure = next((f for f in figures_of_law().values() if f.indicator == indicator.id), None)
    empty = pd.DataFrame(columns=["area_id", "period", *LAW_COLUMNS])
    if figure is None or not len(observations):
        return empty
    years_of_rules = _rules(observations)
    parts = []
    for rules, years in years_of_rules:
        try:
            table = law_figures(observations, rules, beside.references, beside.region)
        except SociodemografiError:  # the references are another region's
            continue
        table = table[table["year"].isin(years)]
        parts.append(_limits(table, figure, rules, beside, observations))
    return pd.concat(parts, ignore_index=True) if parts else empty


def _rules(observations: pd.DataFrame) -> "List[Tuple[RuleSet, List[int]]]":
    """The rule sets behind the years there are, each with its years."""
    found: Dict[str, Tuple[RuleSet, List[int]]] = {}
    for year in sorted({year_of(p) for p in observations["period"].unique()}):
        try:
            rules = rule_set_for_year(year)
        except SociodemografiError:  # no list was made that year
            continue
        found.setdefault(rules.id, (rules, []))[1].append(year)
    return list(found.values())


def _limits(
    table: pd.DataFrame,
    figure: LawFigure,
    rules: RuleSet,
    beside: Beside,
    observations: pd.DataFrame,
) -> pd.DataFrame:
    leading = {criterion.id for criterion in rules.leading}
    main: List[Criterion] = [rules.floor] if rules.floor.figure == figure.id else []
    other: List[Criterion] = []
    for criterion in rules.criteria.values():
        if criterion.figure == figure.id:
            (main if criterion.id in leading else other).append(criterion)
    value = table[figure.id].to_numpy(dtype="float64")
    if not main and not other:
        value = np.full(len(table), np.nan)  # these rules do not look at it
    in_unit = np.ones(len(table))
    if figure.region is not None:  # one percent of the region's is so many kroner
        # a year's is the year's own, as areas are judged by it afterwards
        regional = reference_of(beside, "region", figure.indicator, sorted(set(table["period"])))
        in_unit = table["period"].map(regional).to_numpy(dtype="float64") / 100.0
    takes_no_mean = rules.averaging_years.get(figure.id, 1) == 1
    if takes_no_mean and (main or other):  # it is the area's own figure
        own = observations.drop_duplicates(["area_id", "period"], keep="last")
        keys = pd.MultiIndex.from_frame(table[["area_id", "period"]].astype(str))
        own = own.assign(area_id=own["area_id"].astype(str), period=own["period"].astype(str))
        by_key = own.set_index(["area_id", "period"])["value"]
        value, law_unit = by_key.reindex(keys).to_numpy(dtype="float64"), np.ones(len(table))
    else:
        law_unit = in_unit
    columns = {
        "law_value": value * law_unit,
        "threshold": _of(main, table) * in_unit,
        "prevention_threshold": _of(other, table) * in_unit,
    }
    return table[["area_id", "period"]].assign(**columns)


def _of(criteria: List[Criterion], table: pd.DataFrame) -> np.ndarray:
    if not criteria:
        return np.full(len(table), np.nan)
    return threshold(criteria[0], table)
