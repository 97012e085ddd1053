"""Categories in three-valued logic: those that hold for certain, and those that missing figures
could let hold.

A missing figure makes a criterion undecided; the category is undecided only where the missing
figure could change it (Kleene's strong logic: a criterion not known counts as met in the one, as
not met in the other).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Mapping, Optional, Set, Tuple

import numpy as np
import pandas as pd

from ..catalogue.law.rules import Category, RuleSet

History = Mapping[Tuple[str, int], str]
CertainAndPossible = Tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Outcomes:
    """What the criteria of one rule set give, row by row: 1.0, 0.0 or NaN.

    Attributes:
        met: criterion → its outcomes; floor those of the fewest residents (§ 61 a, stk. 3).
        left_out: the criteria that are not used, of origin.
    """

    met: Mapping[str, np.ndarray]
    floor: np.ndarray
    left_out: Set[str]


def gravest(
    rules: RuleSet, table: pd.DataFrame, outcomes: Outcomes, history: Optional[History]
) -> CertainAndPossible:
    """Per row the place of the gravest category that holds for certain, and of the gravest that
    missing figures could let hold; −1 for none."""
    pairs = [
        _certain_or_possible(category, outcomes, _memory(category, rules, table, history))
        for category in rules.categories
    ]
    return _last([certain for certain, _ in pairs]), _last([possible for _, possible in pairs])


def _certain_or_possible(
    category: Category, outcomes: Outcomes, memory: CertainAndPossible
) -> CertainAndPossible:
    rows = len(outcomes.floor)
    if any(gate in outcomes.left_out for gate in category.gate):
        nobody = np.zeros(rows, dtype=bool)
        return nobody, nobody.copy()
    counted = [outcomes.met[c] for c in category.of if c not in outcomes.left_out]
    certain = np.sum([met == 1 for met in counted], axis=0) >= category.at_least
    possible = np.sum([met != 0 for met in counted], axis=0) >= category.at_least
    for gate in [outcomes.floor] + [outcomes.met[gate] for gate in category.gate]:
        certain &= gate == 1
        possible &= gate != 0
    if category.memory_years:
        certain &= memory[0]
        possible &= memory[1]
    return certain, possible


def _memory(
    category: Category, rules: RuleSet, table: pd.DataFrame, history: Optional[History]
) -> CertainAndPossible:
    """Was each area in the memory category in all earlier years (§ 61 a, stk. 4): for certain, and
    possibly.

    Without any history the question is not asked and the answer is no.
    """
    rows = len(table)
    if not category.memory_years or history is None or "year" not in table:
        nobody = np.zeros(rows, dtype=bool)
        return nobody, nobody.copy()
    order = [c.id for c in rules.categories]
    enough = set(order[order.index(category.memory_category) :])
    certain, possible = np.ones(rows, dtype=bool), np.ones(rows, dtype=bool)
    for row, (area, year) in enumerate(zip(table["area_id"], table["year"])):
        for back in range(1, category.memory_years):
            was = None if pd.isna(year) else history.get((str(area), int(year) - back))
            certain[row] &= was in enough
            possible[row] &= was is None or was in enough
    return certain, possible


def _last(holding: List[np.ndarray]) -> np.ndarray:
    """Per row the position of the last category that holds, −1 for none."""
    highest = np.full(len(holding[0]), -1)
    for position, where in enumerate(holding):
        highest[where] = position
    return highest
