"""The composite index: from a cube of figures to scores and classes, step by declared step.

Shrink, orient, fill, normalise, aggregate by theme, aggregate to the index, rescale, class. What is fitted to the
baseline (scales, loadings, cuts) is kept apart from what is scored with it, so that a frozen index scores any month,
and one area can be scored again with one number changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ..catalogue.index_definitions import (
    ALL_PERIODS,
    FROZEN,
    GIVEN,
    HIGHER,
    LOWER,
    THIS_PERIOD,
    IndexDefinition,
    Member,
    Method,
)
from ..catalogue.index_parser import refuse
from ..catalogue.indicators import Indicator
from ..errors import InputError
from ..i18n import tr
from .aggregation import aggregate, principal_weights
from .classes import Breaks, classify, cuts_of
from .cube import Cube
from .missing import complete
from .normalisation import Scale, apply, fit, given_scale, orient
from .shrinkage import shrunk

LEAST_AREAS = 3
NEED_POSITIVE = frozenset({"geometric", "harmonic", "power"})


@dataclass(frozen=True)
class Fitted:
    """Everything fitted to the baseline: scales of the members, of the themes and of the score, the weights in use
    (loadings where they are a principal component's), and the cuts of the classes."""

    members: Tuple[Scale, ...]
    themes: Optional[Tuple[Scale, ...]]
    rescale: Optional[Scale]
    weights: Tuple[Tuple[np.ndarray, ...], np.ndarray]
    cuts: np.ndarray


@dataclass(frozen=True)
class Scores:
    """The index of every area and period; arrays are (periods, areas), by theme or member (n, periods, areas).

    Attributes:
        score: high is much disadvantage; NaN where an area takes no part.
        index_class: 1 … n, 0 where there is no score.
        normalised: by member in the definition's order; ``theme_scores``: by theme.
        values: figures in their own unit as they were scored: shrunk, and filled where they were missing.
        reference: the same of the baseline, (n, periods of it, areas); None where each period is its own.
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
        """The scores of ``period`` with what was fitted to it: the whole, but where every month has loadings of its
        own."""
        return next((part for part in self.parts if part.periods == (period,)), self)

    def reason(self, period: int, area: int) -> str:
        """Why the area has no score, in the user's language; empty where it has one."""
        if self.few[period, area]:
            return tr("Fewer than {least} residents", least=self.definition.minimum_population)
        return tr("Figures are missing") if self.lacking[period, area] else ""


def signs(definition: IndexDefinition, known: Mapping[str, Indicator]) -> Dict[str, float]:
    """Indicator → 1 where more is more disadvantage, −1 where less is.

    Raises:
        CatalogueError: an indicator is unknown, or neutral and the definition does not say its direction; names both.
    """
    found = {}
    for member in definition.members:
        indicator = known.get(member.indicator)
        direction = member.direction or (indicator.direction if indicator is not None else "")
        if indicator is None and not member.direction:
            refuse("indicator", member.indicator, definition.id, tr("the catalogue has no such indicator."),
                   tr("Correct the id, or say its direction where it is a field of yours."))
        if direction not in (HIGHER, LOWER):
            refuse("direction", member.indicator, definition.id,
                   tr("the indicator is neither good nor bad of itself."),
                   tr("Write {higher} or {lower}.", higher=HIGHER, lower=LOWER))
        found[member.indicator] = 1.0 if direction == HIGHER else -1.0
    return found


def not_counted(definition: IndexDefinition, cube: Cube) -> Tuple[str, ...]:
    """The indicators of ``definition`` that ``cube`` has no figures of at all."""
    return tuple(i for i in definition.indicators if i not in cube.values or np.isnan(cube.values[i]).all())


def score_index(cube: Cube, definition: IndexDefinition, sign_of: Mapping[str, float],
                periods: Optional[Sequence[str]] = None, natural_breaks: Optional[Breaks] = None) -> Scores:
    """Score ``periods`` of ``cube`` (all when None).

    Args:
        sign_of: indicator → 1 or −1 (``signs``).
        natural_breaks: finds Fisher-Jenks breaks, where the definition wants them.
    Raises:
        InputError: an indicator was not counted, the baseline's period is not there, fewer than three areas take
            part, a logarithm or a mean meets numbers it cannot take.
    """
    _refuse_lacking(cube, definition)
    shown = list(cube.periods if periods is None else periods)
    if len(shown) > 1 and definition.baseline in (THIS_PERIOD, GIVEN) and _has_loadings(definition):
        return _joined([score_index(cube, definition, sign_of, [period], natural_breaks) for period in shown])
    needed = _needed_periods(cube, definition, shown)
    part = cube.at(needed)
    wanted = [needed.index(period) for period in shown]
    few = _too_few(part, definition)
    weights = np.array(list(definition.effective_weights().values()))
    figures = complete(_figures(part, definition), weights, definition.missing, ~few, definition.indicators,
                       part.periods, part.areas, wanted)
    warnings = _check_areas(figures.stack, part.periods, wanted)
    reference = _reference(figures.stack, part, definition)
    every = wanted == list(range(len(needed)))  # then nothing need be copied
    values = figures.stack if every else figures.stack[:, wanted]
    fitted, members, themes, scores = _fit_apply(
        None if reference is None else _oriented(reference, definition, sign_of),
        _oriented(values, definition, sign_of), definition, sign_of, part.areas, natural_breaks)
    return Scores(definition, cube.areas, tuple(shown), scores, classify(scores, definition.classes, fitted.cuts),
                  members, themes, figures.filled if every else figures.filled[:, wanted],
                  few[wanted], figures.lacking[wanted], fitted, values, reference, tuple(warnings))


def _has_loadings(definition: IndexDefinition) -> bool:
    return "principal_component" in (definition.theme_aggregation.name, definition.index_aggregation.name)


def _joined(parts: Sequence[Scores]) -> Scores:
    """The scores of single periods as one; what was fitted is the last one's, and ``Scores.of`` gives each its own."""
    def along(name: str, axis: int) -> np.ndarray:
        return np.concatenate([getattr(part, name) for part in parts], axis=axis)

    last = parts[-1]
    return Scores(
        last.definition, last.areas, tuple(part.periods[0] for part in parts), along("score", 0),
        along("index_class", 0), along("normalised", 1), along("theme_scores", 1), along("filled", 1), along("few", 0),
        along("lacking", 0), last.fitted, along("values", 1), None,
        tuple(warning for part in parts for warning in part.warnings), tuple(parts))


def _refuse_lacking(cube: Cube, definition: IndexDefinition) -> None:
    lacking = not_counted(definition, cube)
    if lacking:
        raise InputError(
            tr("The index {name} needs indicators that have no figures: {indicators}.", name=definition.id,
               indicators=", ".join(lacking)),
            tr("Count them, or take them out of the index."))
    if definition.minimum_population and np.isnan(cube.population).all():
        raise InputError(
            tr("The index {name} leaves out areas with fewer than {least} residents, and the residents are not known.",
               name=definition.id, least=definition.minimum_population),
            tr("Count the residents (population), or set minimum_population to 0."))


def _needed_periods(cube: Cube, definition: IndexDefinition, shown: List[str]) -> List[str]:
    """The periods to read: those shown, those the baseline rests on, and those figures are carried forward from."""
    if definition.baseline == FROZEN and definition.baseline_period not in cube.periods:
        raise InputError(
            tr("The index {name} is frozen at {period}, which was not counted.", name=definition.id,
               period=definition.baseline_period),
            tr("Choose one of {choices}.", choices=", ".join(cube.periods)))
    if definition.baseline == ALL_PERIODS or definition.missing.name == "carried_forward":
        return list(cube.periods)
    extra = {definition.baseline_period} if definition.baseline == FROZEN else set()
    return sorted(set(shown) | extra)


def _figures(cube: Cube, definition: IndexDefinition) -> np.ndarray:
    """The figures in their own unit, shrunk where the definition wants it, (members, periods, areas)."""
    rows = []
    for name in definition.indicators:
        values = cube.values[name]
        if definition.shrinkage and name in cube.denominators and name in cube.numerators:
            values = shrunk(values, cube.numerators[name], cube.denominators[name])
        rows.append(values)
    return np.stack(rows)


def _oriented(figures: np.ndarray, definition: IndexDefinition, sign_of: Mapping[str, float]) -> List[np.ndarray]:
    return [orient(row, sign_of[member.indicator], definition.normalisation_of(member), member.indicator)
            for row, member in zip(figures, definition.members)]


def _too_few(cube: Cube, definition: IndexDefinition) -> np.ndarray:
    if not definition.minimum_population:
        return np.zeros(cube.population.shape, dtype=bool)
    with np.errstate(invalid="ignore"):
        return ~(cube.population >= definition.minimum_population)


def _check_areas(stack: np.ndarray, periods: Sequence[str], wanted: Sequence[int]) -> List[str]:
    """Refuse where no period has three areas; name the periods that have not."""
    count = (~np.isnan(stack)).any(axis=0).sum(axis=1)
    few = [periods[row] for row in wanted if count[row] < LEAST_AREAS]
    if len(few) == len(wanted):
        raise InputError(
            tr("Fewer than {least} areas can take part in the index.", least=LEAST_AREAS),
            tr("Take in more areas, lower minimum_population, or choose another rule for missing figures."))
    return [tr("{period}: fewer than {least} areas take part.", period=period, least=LEAST_AREAS) for period in few]


def _reference(stack: np.ndarray, cube: Cube, definition: IndexDefinition) -> Optional[np.ndarray]:
    """The figures scales are fitted to, (members, periods or 1, areas); None where each period is its own.

    Raises:
        InputError: fewer than three areas have figures in the month the index is frozen at.
    """
    if definition.baseline == ALL_PERIODS:
        return stack.reshape(len(stack), 1, -1)
    if definition.baseline != FROZEN:
        return None
    reference = stack[:, [cube.periods.index(definition.baseline_period)]]
    if (~np.isnan(reference)).any(axis=0).sum() < LEAST_AREAS:
        raise InputError(
            tr("The index {name} is frozen at {period}, when fewer than {least} areas have the figures it needs.",
               name=definition.id, period=definition.baseline_period, least=LEAST_AREAS),
            tr("Freeze it at another month."))
    return reference


def _member_scale(reference: np.ndarray, definition: IndexDefinition, member: Member, method: Method,
                  sign: float) -> Scale:
    if definition.baseline == GIVEN:
        scale = given_scale(member.scale, method, sign)
        if scale is None:
            refuse("scale", member.indicator, definition.id,
                   tr("these numbers do not fit the normalisation {method}.", method=method.name),
                   tr("Write mean and sd for z, low and high for min_max."))
        return scale
    scale = fit(reference, method, sign)
    if method.name in ("target", "reference"):
        _refuse_turned(reference, scale, member)
    return scale


def _refuse_turned(reference: np.ndarray, scale: Scale, member: Member) -> None:
    """A goal at, or on the wrong side of, the least disadvantaged area would turn the indicator round."""
    most = np.where(np.isnan(reference), -np.inf, reference).max(axis=1, keepdims=True)
    if np.any((scale["high"] <= scale["low"]) & (most > scale["low"])):
        raise InputError(
            tr("{indicator}: the target or reference lies at or beyond the least disadvantaged area, so nothing lies "
               "between the two.", indicator=member.indicator),
            tr("Choose one with more disadvantage, or another normalisation."))


def place(values: np.ndarray, method: Method, scale: Scale, definition: IndexDefinition) -> np.ndarray:
    """Oriented ``values`` on ``scale``. Under a mean that needs numbers above zero, a figure below the end of a frozen
    ``min_max`` scale stands at that end: it is as good as the baseline knows."""
    placed = apply(values, method, scale)
    needs_positive = NEED_POSITIVE & {definition.theme_aggregation.name, definition.index_aggregation.name}
    if method.name == "min_max" and needs_positive and method.options["low"] > 0:
        return np.maximum(placed, method.options["low"])
    return placed


def with_area(method: Method, areas: Sequence[str], baseline: str) -> Method:
    """``method`` with the position of its reference area in the place of the id."""
    if method.name != "reference" or method.options["area"] not in areas or baseline == ALL_PERIODS:
        return method
    return replace(method, options={**method.options, "area": areas.index(method.options["area"])})


def _fit_apply(reference: Optional[List[np.ndarray]], stack: List[np.ndarray], definition: IndexDefinition,
               sign_of: Mapping[str, float], areas: Sequence[str], natural_breaks: Optional[Breaks]
               ) -> Tuple[Fitted, np.ndarray, np.ndarray, np.ndarray]:
    """Fit every step to ``reference`` (to ``stack`` itself when None) and place ``stack`` by it: fitted, normalised
    members, themes, scores."""
    own = reference is None
    scales, fitted_members, members = [], [], []
    for row, member in enumerate(definition.members):
        method = with_area(definition.normalisation_of(member), areas, definition.baseline)
        figures = stack[row]
        fitted_to = figures if own else reference[row]
        scale = _member_scale(fitted_to, definition, member, method, sign_of[member.indicator])
        scales.append(scale)
        members.append(place(figures, method, scale, definition))
        fitted_members.append(members[-1] if own else place(fitted_to, method, scale, definition))
    placed = np.stack(members)
    base = placed if own else np.stack(fitted_members)
    inner, outer = _weights(definition, base)
    base_themes = _themes(base, definition, inner)
    theme_scales = None
    if definition.theme_normalisation is not None:
        theme_scales = tuple(fit(row, definition.theme_normalisation) for row in base_themes)
        base_themes = _rescaled(base_themes, definition.theme_normalisation, theme_scales)
    outer = _index_weights(definition, outer, base_themes)
    base_score = aggregate(base_themes, outer, definition.index_aggregation, definition.id)
    rescale = fit(base_score, definition.rescale) if definition.rescale is not None else None
    fitted = Fitted(tuple(scales), theme_scales, rescale, (inner, outer), np.empty((0, 0)))
    themes, scores = score_normalised(placed, definition, fitted)
    based = scores if own else score_normalised(base, definition, fitted)[1]
    return replace(fitted, cuts=cuts_of(definition.classes, based, natural_breaks)), placed, themes, scores


def _weights(definition: IndexDefinition, base: np.ndarray) -> Tuple[Tuple[np.ndarray, ...], np.ndarray]:
    """Weights in every theme and of the themes; the members' loadings where a theme is a principal component."""
    outer, inner = definition.weights()
    rows, start = [], 0
    for theme, weights in zip(definition.themes, inner):
        end = start + len(theme.members)
        loadings = definition.theme_aggregation.name == "principal_component" and len(theme.members) > 1
        rows.append(principal_weights(base[start:end].reshape(end - start, -1)) if loadings else np.array(weights))
        start = end
    return tuple(rows), np.array(outer)


def _index_weights(definition: IndexDefinition, outer: np.ndarray, themes: np.ndarray) -> np.ndarray:
    if definition.index_aggregation.name != "principal_component" or len(themes) == 1:
        return outer
    return principal_weights(themes.reshape(len(themes), -1))


def _themes(placed: np.ndarray, definition: IndexDefinition, inner: Sequence[np.ndarray]) -> np.ndarray:
    rows, start = [], 0
    for theme, weights in zip(definition.themes, inner):
        end = start + len(theme.members)
        rows.append(aggregate(placed[start:end], weights, definition.theme_aggregation, theme.id))
        start = end
    return np.stack(rows)


def _rescaled(themes: np.ndarray, method: Method, scales: Sequence[Scale]) -> np.ndarray:
    return np.stack([apply(row, method, scale) for row, scale in zip(themes, scales)])


def score_normalised(placed: np.ndarray, definition: IndexDefinition,
                     fitted: Fitted) -> Tuple[np.ndarray, np.ndarray]:
    """(theme scores, scores) of normalised members (members, periods, areas) by what was fitted."""
    inner, outer = fitted.weights
    themes = _themes(placed, definition, inner)
    if fitted.themes is not None:
        themes = _rescaled(themes, definition.theme_normalisation, fitted.themes)
    scores = aggregate(themes, outer, definition.index_aggregation, definition.id)
    return themes, scores if fitted.rescale is None else apply(scores, definition.rescale, fitted.rescale)
