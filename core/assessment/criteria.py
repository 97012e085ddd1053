"""Classifies areas by the law's dated criteria: figures against thresholds (``thresholds.py``), and
categories in three-valued logic (``categories.py``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Set

import numpy as np
import pandas as pd

from ..catalogue.law import risk_levels
from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.recommended import RECOMMENDED
from ..catalogue.law.rule_sets import all_rule_sets, rule_set_for_year
from ..catalogue.law.rules import RuleSet
from ..measures.figure_notes import NOTE
from .categories import History, Outcomes, gravest
from .judgement_notes import notes
from .thresholds import denominators, meets, numbers, safe_distance, threshold


@dataclass(frozen=True)
class Options:
    """How to judge.

    Attributes:
        use_origin: False leaves the origin criterion out (EU Court, C-417/23).
        closeness_percent: an area is close when figures this share of a threshold away would change
            its category.
    """

    use_origin: bool = RECOMMENDED.use_origin
    closeness_percent: float = RECOMMENDED.closeness_percent


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


def assess(
    table: pd.DataFrame,
    rule_set: Optional[RuleSet] = None,
    options: Options = AS_THE_LAW,
    history: Optional[History] = None,
) -> pd.DataFrame:
    """The category of every row, with its reasons.

    Args:
        table: one row per area (and period): ``area_id``; ``year`` (list year, optional);
            the law's figures (persons, percent, percent of the region's), ``<figure>_national``
            (percent), ``<figure>_denominator`` (persons). A column or value that is missing is a
            missing figure. ``figure_note`` (sentences) goes into ``note``.
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
    rules_of_row = _rules_of(table, rule_set)
    parts = []
    for rules in {rules.id: rules for rules in rules_of_row}.values():
        part = table[[rules.id == own.id for own in rules_of_row]]
        parts.append(_assess_by(part, rules, options, history))
    if not parts:
        return table.assign(**{column: pd.Series(dtype=object) for column in result_columns()})
    return pd.concat(parts).loc[table.index]


def _rules_of(table: pd.DataFrame, rules: Optional[RuleSet]) -> List[RuleSet]:
    """The rules that each row is judged by: ``rules``, or those of its own year."""
    if rules is not None:
        return [rules] * len(table)
    if "year" not in table:
        return [rule_set_for_year(None)] * len(table) if len(table) else []
    years = [None if pd.isna(year) else int(year) for year in table["year"]]
    of_year = {year: rule_set_for_year(year) for year in dict.fromkeys(years)}
    return [of_year[year] for year in years]


def _assess_by(
    table: pd.DataFrame, rules: RuleSet, options: Options, history: Optional[History]
) -> pd.DataFrame:
    """The rows of ``table`` judged by ``rules``."""
    figure_notes = table[NOTE].to_list() if NOTE in table else [""] * len(table)
    table = table.drop(columns=NOTE, errors="ignore")
    left_out: Set[str] = set()  # § 61 a, stk. 2, and § 61 b may be discrimination: C-417/23
    if not options.use_origin:
        left_out = {c.id for c in rules.criteria.values() if c.figure == rules.origin_figure}
    margins: Dict[str, np.ndarray] = {}
    met: Dict[str, np.ndarray] = {}
    nearly_met: Dict[str, np.ndarray] = {}
    for criterion in (rules.floor, *rules.criteria.values()):
        values, limits = numbers(table, criterion.figure), threshold(criterion, table)
        met[criterion.id] = meets(criterion, values, table, limits)
        nearly_met[criterion.id] = meets(
            criterion, values, table, limits, options.closeness_percent
        )
        margins[criterion.id] = safe_distance(values, criterion.operator, limits)
    outcomes = Outcomes(met, met[rules.floor.id], left_out)
    nearly = Outcomes(nearly_met, nearly_met[rules.floor.id], left_out)
    certain, possible = gravest(rules, table, outcomes, history)
    close, _ = gravest(rules, table, nearly, history)
    decided = certain == possible
    category = _category_ids(rules, certain)
    category[(certain < 0) & ~decided] = None
    risk = np.where(pd.isna(category), risk_levels.NO_DATA, category)
    risk[(category == risk_levels.NONE) & (close > certain)] = risk_levels.CLOSE
    counted = [c for c in rules.counted if c not in left_out]
    result = {
        "rule_set": rules.id,
        "category": category,
        "label": [rules.label(c) if c else "" for c in category],
        "risk_level": risk,
        "decided": decided,
        "category_possible": _category_ids(rules, possible),
        "criteria_met": np.sum([met[c] == 1 for c in counted], axis=0).astype(int),
        "criteria_counted": len(counted),
        **_criterion_columns(table, rules, outcomes, margins),
        "origin_used": options.use_origin,
        "note": notes(rules, table, outcomes, margins, decided, history, figure_notes),
    }
    # where it was judged before, the columns stay where they are
    if not table.columns.intersection(list(result)).empty:
        return table.assign(**result)
    return pd.concat([table, pd.DataFrame(result, index=table.index)], axis=1)


def _category_ids(rules: RuleSet, places: np.ndarray) -> np.ndarray:
    """The categories at ``places``; none where that is −1."""
    order = [category.id for category in rules.categories]
    return np.array(
        [order[place] if place >= 0 else risk_levels.NONE for place in places], dtype=object
    )


def _criterion_columns(
    table: pd.DataFrame,
    rules: RuleSet,
    outcomes: Outcomes,
    margins: Mapping[str, np.ndarray],
) -> Dict[str, np.ndarray]:
    """Outcome and margins of every criterion of any time; NaN where ``rules`` do not use it."""
    nothing = np.full(len(table), np.nan)
    used = {
        identifier: criterion
        for identifier, criterion in rules.criteria.items()
        if identifier not in outcomes.left_out
    }
    columns: Dict[str, np.ndarray] = {}
    for prefix, values in (("met_", outcomes.met), ("margin_", margins)):
        for identifier in criterion_ids():
            columns[prefix + identifier] = values[identifier] if identifier in used else nothing
    for identifier in criterion_ids():
        persons = nothing
        if identifier in used and figures_of_law()[used[identifier].figure].share:
            # a point is a hundredth of the persons that the share is of
            whole = denominators(table, used[identifier].figure)
            persons = margins[identifier] * whole / 100.0
        columns[f"margin_{identifier}_persons"] = persons
    return columns
