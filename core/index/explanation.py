"""Why an area has its score: what each indicator contributes, which indicators say the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Tuple

import numpy as np

from ..catalogue.index.definitions import IndexDefinition
from ..catalogue.index.traits import aggregation_traits
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.protection.implication import implies
from ..i18n import in_language, tr
from ..numbers import number
from .composite import Scores
from .steps.fitting import Fitted, score_normalised

SAYS_THE_SAME = 0.9
FEWEST_PAIRS = 3


@dataclass(frozen=True)
class Explanation:
    """One area's score taken apart: ``middle`` + the ``contributions`` (by indicator) +
    ``together`` = ``score``.

    ``middle`` is the score of an area that has the areas' mean in every indicator; a contribution
    is what the score would lose if the area had the mean in that indicator; ``together`` is what
    does not add up, 0 in sums and arithmetic means.
    """

    score: float
    middle: float
    contributions: Mapping[str, float]
    together: float


def explain(scores: Scores, period: str, area: str) -> Explanation:
    """The contributions to the score of ``area`` in ``period``; all NaN where it has no score."""
    scores = scores.of(period)
    definition = scores.definition
    row, at = scores.periods.index(period), scores.areas.index(area)
    here = scores.normalised[:, row]
    known = ~np.isnan(here)
    count = known.sum(axis=1)
    mean = np.where(known, here, 0.0).sum(axis=1) / np.where(count > 0, count, np.nan)
    own = here[:, at]
    mean_of_known = np.where(np.isnan(own), np.nan, mean)
    columns = [own, mean_of_known] + [
        np.where(np.arange(len(own)) == k, mean_of_known, own) for k in range(len(own))
    ]
    found = _scored(np.stack(columns, axis=1), scores, row, at)
    contributions = {
        indicator: float(found[0] - found[2 + k]) if not np.isnan(own[k]) else float("nan")
        for k, indicator in enumerate(definition.indicators)
    }
    score, middle = float(found[0]), float(found[1])
    return Explanation(
        score,
        middle,
        contributions,
        score - middle - float(np.nansum(list(contributions.values()))),
    )


def _scored(columns: np.ndarray, scores: Scores, row: int, at: int) -> np.ndarray:
    """Scores of made-up areas (members, areas), by what was fitted to the period in ``row``.

    Where areas are compared with one another, each made-up area takes the place of the area at
    ``at``.
    """
    definition, fitted = scores.definition, _of_period(scores, row)
    aggregations = (definition.theme_aggregation, definition.index_aggregation)
    if not any(aggregation_traits(one.name).compares_areas for one in aggregations):
        return score_normalised(columns[:, None], definition, fitted)[1][0]
    others = np.delete(scores.normalised[:, [row]], at, axis=2)
    stacks = [np.concatenate([column[:, None, None], others], axis=2) for column in columns.T]
    return np.array([score_normalised(stack, definition, fitted)[1][0, 0] for stack in stacks])


def _of_period(scores: Scores, row: int) -> Fitted:
    """What was fitted, with the scales of one period."""

    def picked(scale: Mapping[str, np.ndarray]) -> Dict[str, np.ndarray]:
        return {
            name: array[[row]] if len(array) == len(scores.periods) else array
            for name, array in scale.items()
        }

    fitted = scores.fitted
    return replace(
        fitted,
        themes=None if fitted.themes is None else tuple(picked(scale) for scale in fitted.themes),
        rescale=None if fitted.rescale is None else picked(fitted.rescale),
    )


def correlations(scores: Scores, period: str) -> np.ndarray:
    """Pearson's correlation of every two normalised indicators over the areas that have both,
    (members, members); NaN where one does not vary or fewer than three areas have both."""
    here = scores.normalised[:, scores.periods.index(period)]
    found = np.full((len(here), len(here)), np.nan)
    for a, first in enumerate(here):
        for b, second in enumerate(here):
            both = ~np.isnan(first) & ~np.isnan(second)
            if both.sum() >= FEWEST_PAIRS:
                found[a, b] = _pearson(first[both], second[both])
    return found


def _pearson(first: np.ndarray, second: np.ndarray) -> float:
    x, y = first - first.mean(), second - second.mean()
    size = np.sqrt((x * x).sum() * (y * y).sum())
    return float((x * y).sum() / size) if size > 1e-12 else float("nan")


def double_counting(scores: Scores, period: str, known: Mapping[str, Indicator]) -> List[str]:
    """Sentences on indicators that count the same twice: one within another, or moving together
    (|r| ≥ 0.9)."""
    definition = scores.definition
    found = []
    together = correlations(scores, period)
    for (a, first), (b, second) in _pairs(definition):
        ours, theirs = _name(first, known), _name(second, known)
        if _within(known.get(first), known.get(second)):
            found.append(
                tr(
                    "{first} is a part of {second}: what it counts weighs double.",
                    first=ours,
                    second=theirs,
                )
            )
        elif _within(known.get(second), known.get(first)):
            found.append(
                tr(
                    "{first} is a part of {second}: what it counts weighs double.",
                    first=theirs,
                    second=ours,
                )
            )
        elif abs(together[a, b]) >= SAYS_THE_SAME:
            found.append(
                tr(
                    "{first} and {second} say nearly the same (r = {r}), so it weighs double.",
                    first=ours,
                    second=theirs,
                    r=number(together[a, b], 2),
                )
            )
    return found


def _pairs(definition: IndexDefinition) -> List[Tuple[Tuple[int, str], Tuple[int, str]]]:
    members = list(enumerate(definition.indicators))
    return [(one, other) for one in members for other in members if one[0] < other[0]]


def _name(identifier: str, known: Mapping[str, Indicator]) -> str:
    return in_language(known[identifier].name) if identifier in known else identifier


def _within(narrow: "Indicator | None", wide: "Indicator | None") -> bool:
    """Is everything that ``narrow`` counts, or sums, also in ``wide``?"""
    if narrow is None or wide is None or narrow.register != wide.register:
        return False
    if narrow.numerator_kind != wide.numerator_kind or narrow.numerator_kind not in (
        "count",
        "sum",
    ):
        return False
    if narrow.numerator_kind == "sum" and narrow.numerator != wide.numerator:
        return False
    return implies(_whose(narrow), _whose(wide))


def _whose(indicator: Indicator) -> dict:
    """A filter on the rows in the indicator's numerator."""
    having = indicator.numerator if indicator.numerator_kind == "count" else indicator.where
    return {"all": [indicator.population, having]}
