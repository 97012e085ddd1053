"""Classifies areas by the law's dated criteria, in three-valued logic.

A missing figure makes a criterion undecided; the category is undecided only where the missing
figure could change it. Figures are compared unrounded: two figures are taken as equal when they
differ by less than a billionth, which is less than any two shares of persons can differ by, so that
binary fractions never decide a category.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Tuple

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import all_indicators
from ..catalogue.law import risk_levels
from ..catalogue.law.rule_sets import (
    Category,
    Criterion,
    RuleSet,
    all_rule_sets,
    possible_national_share,
    published_national_threshold,
    rule_set_for_year,
)
from ..i18n import in_language, tr
from ..measures.figure_notes import NOTE, PARTED
from ..numbers import number

EQUAL_WITHIN = 1e-9
NATIONAL = "convicted_national"
ORIGIN = "nonwestern"
SHARES = ("nonwestern", "no_work", "convicted", "basic_education")
"""The figures that are shares of persons; the rest have no margin in persons."""
History = Mapping[Tuple[str, int], str]


@dataclass(frozen=True)
class Options:
    """How to judge.

    Attributes:
        use_origin: False leaves the origin criterion out (EU Court, C-417/23).
        closeness_percent: an area is close when figures this share of a threshold away would change
            its category.
    """

    use_origin: bool = True
    closeness_percent: float = 5.0


AS_THE_LAW = Options()


def criterion_ids() -> List[str]:
    """Every criterion of every rule set, in the order of the newest rules; the columns of a
    result."""
    ids: Dict[str, None] = {}
    for rules in reversed(all_rule_sets()):
        ids.update(dict.fromkeys(rules.criteria))
    return list(ids)


def result_columns() -> List[str]:
    """The columns ``assess`` adds."""
    ids = criterion_ids()
    return (
        [
            "rule_set",
            "category",
            "label",
            "risk_level",
            "decided",
            "category_possible",
            "criteria_met",
            "criteria_counted",
        ]
        + [f"met_{i}" for i in ids]
        + [f"margin_{i}" for i in ids]
        + [f"margin_{i}_persons" for i in ids]
        + ["origin_used", "note"]
    )


def threshold(criterion: Criterion, table: pd.DataFrame) -> np.ndarray:
    """The threshold per row, in the figure's unit; NaN where the national figure is not known.

    A national figure of the table comes first, then a threshold published with the year's list.
    """
    if criterion.threshold is not None:
        return np.full(len(table), float(criterion.threshold))
    national = _numbers(table, NATIONAL)
    own = criterion.times_national * national
    if "year" not in table:
        return own
    published = table["year"].map(
        lambda year: None
        if pd.isna(year)
        else published_national_threshold(int(year), criterion.times_national)
    )
    return np.where(np.isnan(own), published.astype(float), own)


def meets(
    criterion: Criterion,
    values: np.ndarray,
    table: pd.DataFrame,
    limits: np.ndarray,
    nearer_percent: float = 0.0,
) -> np.ndarray:
    """1.0 where ``values`` meet ``criterion``, 0.0 where not, NaN where that is not known.

    Where the national figure is not known but another multiple of it was published, rounded, with
    the year's list, the criterion is decided where every national figure that prints so gives the
    same.

    Args:
        limits: ``threshold(criterion, table)``.
        nearer_percent: take thresholds this share of themselves nearer.
    """
    direction = -1.0 if criterion.operator.startswith(">") else 1.0
    factor = 1.0 + direction * nearer_percent / 100.0
    met = holds(values, criterion.operator, limits * factor)
    if criterion.times_national is None or not np.isnan(limits).any():
        return met
    low, high = _possible_limits(criterion, table, limits)
    at_low, at_high = (holds(values, criterion.operator, limit * factor) for limit in (low, high))
    return np.where(np.isnan(met) & (at_low == at_high), at_low, met)


def _possible_limits(
    criterion: Criterion, table: pd.DataFrame, limits: np.ndarray
) -> "Tuple[np.ndarray, np.ndarray]":
    """The lowest and highest threshold that a rounded one published for another multiple allows;
    NaN elsewhere."""
    low, high = np.full(len(table), np.nan), np.full(len(table), np.nan)
    if "year" not in table:
        return low, high
    years = table["year"].to_numpy(dtype="float64")
    for year in np.unique(years[np.isnan(limits) & ~np.isnan(years)]):
        span = possible_national_share(int(year))
        if span is not None:
            rows = np.isnan(limits) & (years == year)
            low[rows], high[rows] = (criterion.times_national * share for share in span)
    return low, high


def _numbers(table: pd.DataFrame, column: str) -> np.ndarray:
    if column not in table:
        return np.full(len(table), np.nan)
    return table[column].to_numpy(dtype="float64")


def denominators(table: pd.DataFrame, figure: str) -> np.ndarray:
    """How many persons the share ``figure`` is of, per row; residents where the share of origin has
    no own; NaN where it is not known."""
    own = _numbers(table, f"{figure}_denominator")
    return np.where(np.isnan(own), _numbers(table, "population"), own) if figure == ORIGIN else own


def holds(values: np.ndarray, operator: str, limits: np.ndarray) -> np.ndarray:
    """1.0 where ``values operator limits`` holds, 0.0 where not, NaN where either is missing."""
    difference = values - limits
    equal = np.abs(difference) <= EQUAL_WITHIN * np.maximum(1.0, np.abs(limits))
    above = (difference > 0) & ~equal
    met = {
        ">": above,
        ">=": above | equal,
        "<": ~above & ~equal,
        "<=": ~above,
    }[operator]
    return np.where(np.isnan(difference), np.nan, met.astype(float))


def _safe_distance(values: np.ndarray, operator: str, limits: np.ndarray) -> np.ndarray:
    """How far the figure is on the safe side of its threshold; negative beyond it."""
    return limits - values if operator.startswith(">") else values - limits


def _certain_or_possible(
    category: Category,
    met: Mapping[str, np.ndarray],
    floor: np.ndarray,
    origin: "set[str]",
    memory: "Tuple[np.ndarray, np.ndarray]",
) -> "Tuple[np.ndarray, np.ndarray]":
    """Where the category holds for certain, and where missing figures could let it hold."""
    rows = len(floor)
    if any(gate in origin for gate in category.gate):
        nobody = np.zeros(rows, dtype=bool)
        return nobody, nobody.copy()
    counted = [met[c] for c in category.of if c not in origin]
    certain = np.sum([m == 1 for m in counted], axis=0) >= category.at_least
    possible = np.sum([m != 0 for m in counted], axis=0) >= category.at_least
    for gate in [floor] + [met[g] for g in category.gate]:
        certain &= gate == 1
        possible &= gate != 0
    if category.memory_years:
        certain &= memory[0]
        possible &= memory[1]
    return certain, possible


def _memory(
    category: Category, rule_set: RuleSet, table: pd.DataFrame, history: Optional[History]
) -> "Tuple[np.ndarray, np.ndarray]":
    """Was each area in the memory category in all earlier years: for certain, and possibly.

    Without any history the question is not asked and the answer is no.
    """
    rows = len(table)
    if not category.memory_years or history is None or "year" not in table:
        nobody = np.zeros(rows, dtype=bool)
        return nobody, nobody.copy()
    order = [c.id for c in rule_set.categories]
    enough = set(order[order.index(category.memory_category) :])
    certain, possible = np.ones(rows, dtype=bool), np.ones(rows, dtype=bool)
    for row, (area, year) in enumerate(zip(table["area_id"], table["year"])):
        for back in range(1, category.memory_years):
            was = None if pd.isna(year) else history.get((str(area), int(year) - back))
            certain[row] &= was in enough
            possible[row] &= was is None or was in enough
    return certain, possible


def _highest(holding: List[np.ndarray]) -> np.ndarray:
    """Per row the position of the last category that holds, −1 for none."""
    highest = np.full(len(holding[0]), -1)
    for position, where in enumerate(holding):
        highest[where] = position
    return highest


def _levels(
    rule_set: RuleSet,
    table: pd.DataFrame,
    met: Mapping[str, np.ndarray],
    floor: np.ndarray,
    origin: "set[str]",
    history: Optional[History],
) -> "Tuple[np.ndarray, np.ndarray]":
    pairs = [
        _certain_or_possible(c, met, floor, origin, _memory(c, rule_set, table, history))
        for c in rule_set.categories
    ]
    return _highest([certain for certain, _ in pairs]), _highest(
        [possible for _, possible in pairs]
    )


def assess(
    table: pd.DataFrame,
    rule_set: Optional[RuleSet] = None,
    options: Options = AS_THE_LAW,
    history: Optional[History] = None,
) -> pd.DataFrame:
    """The category of every row, with its reasons.

    Args:
        table: one row per area (and period): ``area_id``; ``year`` (list year, optional);
            ``population`` (persons), ``nonwestern``, ``no_work``, ``convicted``,
            ``basic_education`` (percent), ``income`` (percent of the region),
            ``convicted_national`` (percent), ``<figure>_denominator`` (persons). A column or value
            that is missing is a missing figure. ``figure_note`` (sentences) goes into ``note``.
        rule_set: the rules; by ``year`` when None (the newest rules without a year).
        history: (area_id, list year) → category of that year's list. A year not given is unknown.
            None: the years before are not looked at, and no area is judged on them.
    Returns:
        ``table`` with ``result_columns()``: ``category`` the gravest category that holds for
        certain (``ingen`` when none can hold, missing when none is certain but one is possible);
        ``label`` its name at the time; ``risk_level`` for the map; ``decided``;
        ``category_possible`` the gravest that missing figures leave open; ``criteria_met`` how many
        of ``criteria_counted``; ``met_*`` 1/0/NaN; ``margin_*`` distance to the threshold in
        percentage points, positive on the safe side, negative beyond it; ``margin_*_persons`` the
        same in persons where the denominator is known; ``origin_used``; ``note``.
    Raises:
        InputError: no rules are known for a year.
    """
    years = table["year"] if "year" in table else pd.Series([None] * len(table), index=table.index)
    if rule_set is not None:
        rules_of_row = pd.Series([rule_set.id] * len(table), index=table.index, dtype=object)
        sets = {rule_set.id: rule_set}
    else:
        of_year = {y: rule_set_for_year(None if pd.isna(y) else int(y)) for y in years.unique()}
        rules_of_row = (
            years.map(lambda y: of_year[y].id)
            if years.notna().all()
            else pd.Series(
                [rule_set_for_year(None if pd.isna(y) else int(y)).id for y in years],
                index=table.index,
                dtype=object,
            )
        )
        sets = {rules.id: rules for rules in of_year.values()}
    parts = []
    for identifier, rules in sets.items():
        part = table[rules_of_row == identifier]
        if len(part):
            parts.append(_assess_by(part, rules, options, history))
    if not parts:
        return table.assign(**{column: pd.Series(dtype=object) for column in result_columns()})
    return pd.concat(parts).loc[table.index]


def _assess_by(
    table: pd.DataFrame, rules: RuleSet, options: Options, history: Optional[History]
) -> pd.DataFrame:
    said = table[NOTE].to_list() if NOTE in table else []
    table = table.drop(columns=NOTE) if said else table
    origin = (
        set()
        if options.use_origin
        else {c.id for c in rules.criteria.values() if c.figure == rules.origin_figure}
    )
    met, relaxed, margins = {}, {}, {}
    for criterion in rules.criteria.values():
        values, limits = _numbers(table, criterion.figure), threshold(criterion, table)
        met[criterion.id] = meets(criterion, values, table, limits)
        relaxed[criterion.id] = meets(criterion, values, table, limits, options.closeness_percent)
        margins[criterion.id] = _safe_distance(values, criterion.operator, limits)
    population = _numbers(table, rules.floor.figure)
    limits = threshold(rules.floor, table)
    floor = holds(population, rules.floor.operator, limits)
    certain, possible = _levels(rules, table, met, floor, origin, history)
    near_floor = meets(rules.floor, population, table, limits, options.closeness_percent)
    close, _ = _levels(rules, table, relaxed, near_floor, origin, history)
    order = [c.id for c in rules.categories]
    decided = certain == possible
    category = np.array([order[i] if i >= 0 else risk_levels.NONE for i in certain], dtype=object)
    category[(certain < 0) & ~decided] = None
    risk = np.where(category == None, risk_levels.NO_DATA, category)  # noqa: E711 (element-wise)
    risk[(category == risk_levels.NONE) & (close > certain)] = risk_levels.CLOSE
    counted = [c for c in rules.counted if c not in origin]
    result = {
        "rule_set": rules.id,
        "category": category,
        "label": [rules.label(c) if c else "" for c in category],
        "risk_level": risk,
        "decided": decided,
        "category_possible": [order[i] if i >= 0 else risk_levels.NONE for i in possible],
        "criteria_met": np.sum([met[c] == 1 for c in counted], axis=0).astype(int),
        "criteria_counted": len(counted),
    }
    result.update(_criterion_columns(table, rules, met, margins, origin))
    result["origin_used"] = options.use_origin
    by_print = _of_print(rules, met, margins, table)
    result["note"] = [
        _note(rules, met, floor, row, origin, bool(decided[row]), history, table)
        for row in range(len(table))
    ]
    for row, sentence in [*enumerate(said), *by_print.items()]:
        if sentence:
            result["note"][row] += " " + sentence.replace(PARTED, " ")
    if not table.columns.intersection(
        list(result)
    ).empty:  # judged before: the columns stay where they are
        return table.assign(**result)
    return pd.concat([table, pd.DataFrame(result, index=table.index)], axis=1)


def _criterion_columns(
    table: pd.DataFrame,
    rules: RuleSet,
    met: Mapping[str, np.ndarray],
    margins: Mapping[str, np.ndarray],
    origin: "set[str]",
) -> Dict[str, np.ndarray]:
    nothing = np.full(len(table), np.nan)
    columns: Dict[str, np.ndarray] = {}
    for prefix, values in (("met_", met), ("margin_", margins)):
        for identifier in criterion_ids():
            used = identifier in values and identifier not in origin
            columns[prefix + identifier] = values[identifier] if used else nothing
    for identifier in criterion_ids():
        persons = nothing
        if (
            identifier in margins
            and identifier not in origin
            and rules.criteria[identifier].figure in SHARES
        ):
            persons = (
                margins[identifier] * denominators(table, rules.criteria[identifier].figure) / 100.0
            )
        columns[f"margin_{identifier}_persons"] = persons
    return columns


def _figure_name(figure: str) -> str:
    """The figure's name in the user's language."""
    if figure == NATIONAL:
        return tr("the national share of convicted")
    return in_language(next(i.name for i in all_indicators() if i.id == figure))


def _of_print(
    rules: RuleSet,
    met: Mapping[str, np.ndarray],
    margins: Mapping[str, np.ndarray],
    table: pd.DataFrame,
) -> "Dict[int, str]":
    """Row → what is said where a criterion was decided by the national shares that a published
    threshold lets be."""
    by_print = np.any(
        [~np.isnan(met[c.id]) & np.isnan(margins[c.id]) for c in rules.criteria.values()], axis=0
    )
    found = {}
    for row in np.flatnonzero(by_print):
        low, high = possible_national_share(int(table["year"].iloc[row]))
        found[int(row)] = tr(
            "The national share of convicted is known from a rounded threshold alone: from {low} "
            "to "
            "{high} percent.",
            low=number(low, 4),
            high=number(high, 4),
        )
    return found


def _note(
    rules: RuleSet,
    met: Mapping[str, np.ndarray],
    floor: np.ndarray,
    row: int,
    origin: "set[str]",
    decided: bool,
    history: Optional[History],
    table: pd.DataFrame,
) -> str:
    """What the user must know about one result, in the user's language."""
    missing = (
        {
            i: NATIONAL
            if c.times_national and not np.isnan(_numbers(table, c.figure)[row])
            else c.figure
            for i, c in rules.criteria.items()
        }
        if not decided
        else {}
    )
    sentences = [tr("Indicative calculation: the ministry's list is the decision.")]
    if origin:
        sentences.append(
            tr(
                "Computed without the origin criterion (EU Court, C-417/23); categories that rest "
                "on it "
                "are not given."
            )
        )
    if not decided:
        lacking = {
            figure for i, figure in missing.items() if np.isnan(met[i][row]) and i not in origin
        }
        if np.isnan(floor[row]):
            lacking.add(rules.floor.figure)
        if lacking:
            names = [_figure_name(figure) for figure in sorted(lacking)]
            sentences.append(tr("Undecided. Missing: {figures}.", figures="; ".join(names)))
        else:
            sentences.append(tr("Undecided: the category of earlier years is missing."))
    if history is None and any(c.memory_years for c in rules.categories):
        sentences.append(tr("Earlier years were not looked at."))
    return " ".join(sentences)
