"""The composite index: from a cube of figures to scores and classes, step by declared step.

Shrink, orient, fill; then normalise, aggregate by theme, aggregate to the index, rescale
(``fitting.py``); class.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ..catalogue.index.checks import refuse
from ..catalogue.index.definitions import HIGHER, LOWER, IndexDefinition
from ..catalogue.index.methods import ALL_PERIODS, FROZEN, GIVEN, THIS_PERIOD
from ..catalogue.index.traits import aggregation_traits, missing_traits
from ..catalogue.indicators.definitions import Indicator
from ..errors import InputError, TooFewAreasError
from ..i18n import tr
from .cube import Cube
from .steps.classes import Breaks, classify
from .steps.fitting import Fitted, fit_place, months_without_reference
from .steps.missing import complete
from .steps.normalisation import orient
from .steps.shrinkage import shrunk

LEAST_AREAS = 3


@dataclass(frozen=True)
class Scores:
    """The index of every area and period; arrays are (periods, areas), by theme or member (n,
    periods, areas).

    Attributes:
        score: high is much disadvantage; NaN where an area takes no part.
        index_class: 1 … n, 0 where there is no score.
        normalised: by member in the definition's order; ``theme_scores``: by theme.
        values: figures in their own unit as they were scored: shrunk, and filled where they were
            missing.
        reference: the same of the baseline, (n, periods of it, areas); None where each period is
            its own.
        filled: where a missing figure was put in.
        few: areas left out for too few residents; ``lacking``: for missing figures.
        warnings: sentences for the user.
    """

    definition: IndexDefinition
    areas: Tuple[str, ...]
    periods: Tuple[str, ...]
    score: np.ndarray
    index_class: np.ndarray
    normalised: np.ndarray
    theme_scores: np.ndarray
    filled: np.ndarray
    few: np.ndarray
    lacking: np.ndarray
    fitted: Fitted
    values: np.ndarray
    reference: Optional[np.ndarray]
    warnings: Tuple[str, ...] = ()
    parts: Tuple["Scores", ...] = ()

    def of(self, period: str) -> "Scores":
        """The scores of ``period`` with what was fitted to it: the whole, but where every month has
        loadings of its own."""
        return next((part for part in self.parts if part.periods == (period,)), self)

    def reason(self, period: int, area: int) -> str:
        """Why the area has no score, in the user's language; empty where it has one."""
        if self.few[period, area]:
            return tr("Fewer than {least} residents", least=self.definition.minimum_population)
        if self.lacking[period, area]:
            return tr("Figures are missing")
        return tr("No score this month") if np.isnan(self.score[period, area]) else ""


def signs(definition: IndexDefinition, known: Mapping[str, Indicator]) -> Dict[str, float]:
    """Indicator → 1 where more is more disadvantage, −1 where less is.

    Raises:
        CatalogueError: an indicator is unknown, or neutral and the definition does not say its
            direction; names both.
    """
    found = {}
    for member in definition.members:
        indicator = known.get(member.indicator)
        direction = member.direction or (indicator.direction if indicator is not None else "")
        if indicator is None and not member.direction:
            refuse(
                "indicator",
                member.indicator,
                definition.id,
                tr("the catalogue has no such indicator."),
                tr("Correct the id, or say its direction where it is a field of yours."),
            )
        if direction not in (HIGHER, LOWER):
            refuse(
                "direction",
                member.indicator,
                definition.id,
                tr("the indicator is neither good nor bad of itself."),
                tr("Write {higher} or {lower}.", higher=HIGHER, lower=LOWER),
            )
        found[member.indicator] = 1.0 if direction == HIGHER else -1.0
    return found


def not_counted(definition: IndexDefinition, cube: Cube) -> Tuple[str, ...]:
    """The indicators of ``definition`` that ``cube`` has no figures of at all."""
    return tuple(
        i for i in definition.indicators if i not in cube.values or np.isnan(cube.values[i]).all()
    )


def score_index(
    cube: Cube,
    definition: IndexDefinition,
    sign_of: Mapping[str, float],
    periods: Optional[Sequence[str]] = None,
    natural_breaks: Optional[Breaks] = None,
) -> Scores:
    """Score ``periods`` of ``cube`` (all when None).

    Args:
        sign_of: indicator → 1 or −1 (``signs``).
        natural_breaks: finds Fisher-Jenks breaks, where the definition wants them.
    Raises:
        TooFewAreasError: fewer than three areas take part in every period.
        InputError: an indicator was not counted, the baseline's period is not there, a logarithm or
            a mean meets numbers it cannot take.
    """
    _refuse_lacking(cube, definition)
    shown = list(cube.periods if periods is None else periods)
    if len(shown) > 1 and definition.baseline in (THIS_PERIOD, GIVEN) and _has_loadings(definition):
        return _month_by_month(cube, definition, sign_of, shown, natural_breaks)
    needed = _needed_periods(cube, definition, shown)
    part = cube.at(needed)
    wanted = [needed.index(period) for period in shown]
    few = _too_few(part, definition)
    weights = np.array(list(definition.effective_weights().values()))
    figures = complete(
        _figures(part, definition, few),
        weights,
        definition.missing,
        ~few,
        definition.indicators,
        part.periods,
        part.areas,
        wanted,
    )
    enough = (~np.isnan(figures.stack)).any(axis=0).sum(axis=1)[wanted] >= LEAST_AREAS
    warnings = _check_areas(enough, shown)
    reference = _reference(figures.stack, part, definition)
    every = wanted == list(range(len(needed)))  # then nothing need be copied
    values = figures.stack if every else figures.stack[:, wanted]
    fitted, members, themes, scores = fit_place(
        None if reference is None else _oriented(reference, definition, sign_of),
        _oriented(values, definition, sign_of),
        definition,
        sign_of,
        part.areas,
        natural_breaks,
    )
    warnings += months_without_reference(definition, fitted, shown)
    if not enough.all():
        scores = np.where(enough[:, None], scores, np.nan)
    return Scores(
        definition=definition,
        areas=cube.areas,
        periods=tuple(shown),
        score=scores,
        index_class=classify(scores, definition.classes, fitted.cuts),
        normalised=members,
        theme_scores=themes,
        filled=figures.filled if every else figures.filled[:, wanted],
        few=few[wanted],
        lacking=figures.lacking[wanted],
        fitted=fitted,
        values=values,
        reference=reference,
        warnings=tuple(warnings),
    )


def _has_loadings(definition: IndexDefinition) -> bool:
    return any(
        aggregation_traits(one.name).loadings
        for one in (definition.theme_aggregation, definition.index_aggregation)
    )


def _month_by_month(
    cube: Cube,
    definition: IndexDefinition,
    sign_of: Mapping[str, float],
    shown: Sequence[str],
    natural_breaks: Optional[Breaks],
) -> Scores:
    """Every period scored by itself; one with too few areas has no scores, and says so, unless all
    have too few."""
    parts: Dict[str, Scores] = {}
    refused: Dict[str, TooFewAreasError] = {}
    for period in shown:
        try:
            parts[period] = score_index(cube, definition, sign_of, [period], natural_breaks)
        except TooFewAreasError as error:
            refused[period] = error
    if not parts:
        raise next(iter(refused.values()))
    like = next(iter(parts.values()))
    return _joined(
        [
            parts[period]
            if period in parts
            else _unscored(cube, like, period, refused[period].message)
            for period in shown
        ]
    )


def _unscored(cube: Cube, like: Scores, period: str, reason: str) -> Scores:
    """A period in which no area has a score; its figures are kept, and nothing in it is fitted to
    it."""
    part, definition = cube.at([period]), like.definition
    few = _too_few(part, definition)
    figures = _figures(part, definition, few)
    return replace(
        like,
        periods=(period,),
        score=np.full_like(like.score, np.nan),
        index_class=np.zeros_like(like.index_class),
        normalised=np.full_like(like.normalised, np.nan),
        theme_scores=np.full_like(like.theme_scores, np.nan),
        filled=np.zeros_like(like.filled),
        few=few,
        lacking=~few & np.isnan(figures).any(axis=0),
        values=figures,
        warnings=(f"{period}: {reason}",),
    )


def _joined(parts: Sequence[Scores]) -> Scores:
    """The scores of single periods as one; what was fitted is that of the last with scores, and
    ``Scores.of`` gives each its own."""

    def along(name: str, axis: int) -> np.ndarray:
        return np.concatenate([getattr(part, name) for part in parts], axis=axis)

    last = next((part for part in reversed(parts) if part.index_class.any()), parts[-1])
    return Scores(
        definition=last.definition,
        areas=last.areas,
        periods=tuple(part.periods[0] for part in parts),
        score=along("score", 0),
        index_class=along("index_class", 0),
        normalised=along("normalised", 1),
        theme_scores=along("theme_scores", 1),
        filled=along("filled", 1),
        few=along("few", 0),
        lacking=along("lacking", 0),
        fitted=last.fitted,
        values=along("values", 1),
        reference=None,
        warnings=tuple(warning for part in parts for warning in part.warnings),
        parts=tuple(parts),
    )


def _refuse_lacking(cube: Cube, definition: IndexDefinition) -> None:
    lacking = not_counted(definition, cube)
    if lacking:
        raise InputError(
            tr(
                "The index {name} needs indicators that have no figures: {indicators}.",
                name=definition.id,
                indicators=", ".join(lacking),
            ),
            tr("Count them, or take them out of the index."),
        )
    if definition.minimum_population and np.isnan(cube.population).all():
        raise InputError(
            tr(
                "The index {name} leaves out areas with fewer than {least} residents, and the "
                "residents are not known.",
                name=definition.id,
                least=definition.minimum_population,
            ),
            tr("Count the residents (population), or set minimum_population to 0."),
        )


def _needed_periods(cube: Cube, definition: IndexDefinition, shown: List[str]) -> List[str]:
    """The periods to read: those shown, those the baseline rests on, and those figures are carried
    forward from."""
    if definition.baseline == FROZEN and definition.baseline_period not in cube.periods:
        raise InputError(
            tr(
                "The index {name} is frozen at {period}, which was not counted.",
                name=definition.id,
                period=definition.baseline_period,
            ),
            tr("Choose one of {choices}.", choices=", ".join(cube.periods)),
        )
    if definition.baseline == ALL_PERIODS or missing_traits(definition.missing.name).looks_back:
        return list(cube.periods)
    extra = {definition.baseline_period} if definition.baseline == FROZEN else set()
    return sorted(set(shown) | extra)


def _figures(cube: Cube, definition: IndexDefinition, few: np.ndarray) -> np.ndarray:
    """The figures in their own unit, (members, periods, areas), where the definition wants it
    shrunk to what the areas have together, but for the ``few``."""
    rows = []
    for name in definition.indicators:
        values = cube.values[name]
        if definition.shrinkage and name in cube.denominators and name in cube.numerators:
            values = shrunk(
                values, cube.numerators[name], np.where(few, np.nan, cube.denominators[name])
            )
        rows.append(values)
    return np.stack(rows)


def _oriented(
    figures: np.ndarray, definition: IndexDefinition, sign_of: Mapping[str, float]
) -> List[np.ndarray]:
    return [
        orient(
            row, sign_of[member.indicator], definition.normalisation_of(member), member.indicator
        )
        for row, member in zip(figures, definition.members)
    ]


def _too_few(cube: Cube, definition: IndexDefinition) -> np.ndarray:
    if not definition.minimum_population:
        return np.zeros(cube.population.shape, dtype=bool)
    with np.errstate(invalid="ignore"):
        return ~(cube.population >= definition.minimum_population)


def _check_areas(enough: np.ndarray, periods: Sequence[str]) -> List[str]:
    """Refuse where no period has ``enough`` areas; name the periods that have not."""
    few = [period for period, has in zip(periods, enough) if not has]
    if len(few) == len(periods):
        raise TooFewAreasError(
            tr("Fewer than {least} areas can take part in the index.", least=LEAST_AREAS),
            tr(
                "Take in more areas, lower minimum_population, or choose another rule for missing "
                "figures."
            ),
        )
    return [
        tr("{period}: fewer than {least} areas take part.", period=period, least=LEAST_AREAS)
        for period in few
    ]


def _reference(stack: np.ndarray, cube: Cube, definition: IndexDefinition) -> Optional[np.ndarray]:
    """The figures scales are fitted to, (members, periods or 1, areas); None where each period is
    its own.

    Raises:
        InputError: fewer than three areas have figures in the month the index is frozen at.
    """
    if definition.baseline == ALL_PERIODS:
        return stack
    if definition.baseline != FROZEN:
        return None
    reference = stack[:, [cube.periods.index(definition.baseline_period)]]
    if (~np.isnan(reference)).any(axis=0).sum() < LEAST_AREAS:
        raise InputError(
            tr(
                "The index {name} is frozen at {period}, when fewer than {least} areas have the "
                "figures it needs.",
                name=definition.id,
                period=definition.baseline_period,
                least=LEAST_AREAS,
            ),
            tr("Freeze it at another month."),
        )
    return reference
