"""What is fitted to the baseline (scales, loadings, cuts), kept apart from what is scored with it.

So a frozen index scores any month, and one area can be scored again with one number changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ...catalogue.index.checks import refuse
from ...catalogue.index.definitions import IndexDefinition, Member, Method, needed
from ...catalogue.index.methods import ALL_PERIODS, GIVEN
from ...catalogue.index.traits import aggregation_traits, normalisation_traits
from ...errors import InputError, TooFewAreasError
from ...i18n import tr
from .aggregation import aggregate, principal_weights
from .classes import Breaks, cuts_of
from .normalisation import Scale, apply, fit, given_scale


@dataclass(frozen=True)
class Fitted:
    """Everything fitted to the baseline: scales of the members, of the themes and of the score, the
    weights in use (loadings where they are a principal component's), and the cuts of the
    classes."""

    members: Tuple[Scale, ...]
    themes: Optional[Tuple[Scale, ...]]
    rescale: Optional[Scale]
    weights: Tuple[Tuple[np.ndarray, ...], np.ndarray]
    cuts: np.ndarray


def place(
    values: np.ndarray, method: Method, scale: Scale, definition: IndexDefinition
) -> np.ndarray:
    """Oriented ``values`` on ``scale``. Under a mean that needs numbers above zero, a figure below
    the end of a frozen ``min_max`` scale stands at that end: it is as good as the baseline
    knows."""
    means = (definition.theme_aggregation, definition.index_aggregation)
    return _not_below(apply(values, method, scale), method, any(map(_needs_positive, means)))


def with_area(method: Method, areas: Sequence[str]) -> Method:
    """``method`` with the position of its reference area in the place of the id."""
    if not normalisation_traits(method.name).of_area or method.options["area"] not in areas:
        return method
    return replace(method, options={**method.options, "area": areas.index(method.options["area"])})


def fit_place(
    reference: Optional[List[np.ndarray]],
    stack: List[np.ndarray],
    definition: IndexDefinition,
    sign_of: Mapping[str, float],
    areas: Sequence[str],
    natural_breaks: Optional[Breaks],
) -> Tuple[Fitted, np.ndarray, np.ndarray, np.ndarray]:
    """Fit every step to ``reference`` (to ``stack`` itself when None) and place ``stack`` by it:
    fitted, normalised members, themes, scores."""
    as_one = definition.baseline == ALL_PERIODS and reference is not None

    def whole(row: np.ndarray) -> np.ndarray:
        """All months as one, where that is the baseline."""
        return row.reshape(1, -1) if as_one else row

    scales, members, reference_members = [], [], []
    for row, member in enumerate(definition.members):
        method = with_area(definition.normalisation_of(member), areas)
        # ranks know the figures they were fitted to by being the very same array
        fitted_to = stack[row] if reference is None else reference[row]
        sign = sign_of[member.indicator]
        scale = _member_scale(whole(fitted_to), definition, member, method, sign)
        scales.append(scale)
        members.append(place(stack[row], method, scale, definition))
        if reference is not None:
            reference_members.append(place(fitted_to, method, scale, definition))
    placed = np.stack(members)
    baseline = placed if reference is None else np.stack(reference_members)
    inner, outer = _weights(definition, baseline)
    baseline_themes = _themes(baseline, definition, inner)
    theme_scales = None
    if definition.theme_normalisation is not None:
        theme_scales = tuple(
            fit(whole(row), definition.theme_normalisation) for row in baseline_themes
        )
        baseline_themes = _rescaled(baseline_themes, definition, theme_scales)
    outer = _index_weights(definition, outer, baseline_themes)
    rescale = None
    if definition.rescale is not None:
        score = aggregate(baseline_themes, outer, definition.index_aggregation, definition.id)
        rescale = fit(whole(score), definition.rescale)
    fitted = Fitted(tuple(scales), theme_scales, rescale, (inner, outer), np.empty((0, 0)))
    themes, scores = score_normalised(placed, definition, fitted)
    baseline_scores = scores
    if reference is not None:
        baseline_scores = score_normalised(baseline, definition, fitted)[1]
    cuts = cuts_of(definition.classes, whole(baseline_scores), natural_breaks)
    return replace(fitted, cuts=cuts), placed, themes, scores


def _weights(
    definition: IndexDefinition, baseline: np.ndarray
) -> Tuple[Tuple[np.ndarray, ...], np.ndarray]:
    """Weights in every theme and of the themes; the members' loadings where a theme is a principal
    component."""
    outer, inner = definition.weights()
    rows, start = [], 0
    for theme, weights in zip(definition.themes, inner):
        end = start + len(theme.members)
        loadings = _has_loadings(definition.theme_aggregation) and len(theme.members) > 1
        rows.append(
            principal_weights(baseline[start:end].reshape(end - start, -1))
            if loadings
            else np.array(weights)
        )
        start = end
    return tuple(rows), np.array(outer)


def _index_weights(
    definition: IndexDefinition, outer: np.ndarray, themes: np.ndarray
) -> np.ndarray:
    if not _has_loadings(definition.index_aggregation) or len(themes) == 1:
        return outer
    return principal_weights(themes.reshape(len(themes), -1))


def _themes(
    placed: np.ndarray, definition: IndexDefinition, inner: Sequence[np.ndarray]
) -> np.ndarray:
    rows, start = [], 0
    for theme, weights in zip(definition.themes, inner):
        end = start + len(theme.members)
        rows.append(aggregate(placed[start:end], weights, definition.theme_aggregation, theme.id))
        start = end
    return np.stack(rows)


def _rescaled(
    themes: np.ndarray, definition: IndexDefinition, scales: Sequence[Scale]
) -> np.ndarray:
    return np.stack([place_theme(row, definition, scale) for row, scale in zip(themes, scales)])


def place_theme(theme: np.ndarray, definition: IndexDefinition, scale: Scale) -> np.ndarray:
    """The scores of a theme on ``scale``; under a mean that needs numbers above zero, none below
    the scale's end."""
    method = definition.theme_normalisation
    if method is None:
        return theme
    return _not_below(
        apply(theme, method, scale), method, _needs_positive(definition.index_aggregation)
    )


def _not_below(placed: np.ndarray, method: Method, needs_positive: bool) -> np.ndarray:
    lowest = normalisation_traits(method.name).lowest
    if isinstance(lowest, str) and needs_positive and method.options[lowest] > 0:
        return np.maximum(placed, method.options[lowest])
    return placed


def _needs_positive(aggregation: Method) -> bool:
    return aggregation_traits(aggregation.name).needs_positive


def _has_loadings(aggregation: Method) -> bool:
    return aggregation_traits(aggregation.name).loadings


def _member_scale(
    reference: np.ndarray, definition: IndexDefinition, member: Member, method: Method, sign: float
) -> Scale:
    traits = normalisation_traits(method.name)
    if definition.baseline == GIVEN and not traits.fixed:
        scale = given_scale(member.scale or {}, method, sign)
        if scale is None:
            refuse(
                "scale",
                member.indicator,
                definition.id,
                tr("these numbers do not fit the normalisation {method}.", method=method.name),
                tr("Write mean and sd for z, low and high for min_max."),
            )
        return scale
    scale = fit(reference, method, sign)
    if {"from", "to"} <= set(needed(method)):
        _refuse_senseless_posts(scale, definition, member)
    if traits.of_area:
        _refuse_unknown_area(reference, scale, definition, member)
    if traits.goal:
        _refuse_turned(reference, scale, member)
    return scale


def _refuse_senseless_posts(scale: Scale, definition: IndexDefinition, member: Member) -> None:
    """The other way round they would turn the indicator."""
    if np.all(scale["low"] < scale["high"]):
        return
    refuse(
        "normalisation.from",
        member.indicator,
        definition.id,
        tr("it is not less disadvantage than {other}.", other="to"),
        tr("Write two numbers, the less disadvantaged as from."),
    )


def _refuse_unknown_area(
    reference: np.ndarray, scale: Scale, definition: IndexDefinition, member: Member
) -> None:
    """In no month where others have a figure has the reference area one."""
    others = ~np.isnan(reference).all(axis=1, keepdims=True)
    if np.any(others) and np.isnan(scale["high"][others]).all():
        raise TooFewAreasError(
            tr(
                "{indicator}: the reference area {area} has no figure, or takes no part.",
                indicator=member.indicator,
                area=str(definition.normalisation_of(member).options["area"]),
            ),
            tr("Choose another area, or another normalisation."),
        )


def months_without_reference(
    definition: IndexDefinition, fitted: Fitted, periods: Sequence[str]
) -> List[str]:
    """A sentence per month and indicator in which the reference area has no figure, so that the
    indicator says nothing."""
    found = []
    for member, scale in zip(definition.members, fitted.members):
        of_area = normalisation_traits(definition.normalisation_of(member).name).of_area
        if of_area and len(scale["high"]) == len(periods):
            found += [
                tr(
                    "{period}: the reference area has no figure of {indicator}.",
                    period=period,
                    indicator=member.indicator,
                )
                for period, high in zip(periods, scale["high"][:, 0])
                if np.isnan(high)
            ]
    return found


def _refuse_turned(reference: np.ndarray, scale: Scale, member: Member) -> None:
    """A goal at, or on the wrong side of, the least disadvantaged area would turn the indicator
    round."""
    most = np.where(np.isnan(reference), -np.inf, reference).max(axis=1, keepdims=True)
    if np.any((scale["high"] <= scale["low"]) & (most > scale["low"])):
        raise InputError(
            tr(
                "{indicator}: the target or reference lies at or beyond the least disadvantaged "
                "area, so nothing lies "
                "between the two.",
                indicator=member.indicator,
            ),
            tr("Choose one with more disadvantage, or another normalisation."),
        )


def score_normalised(
    placed: np.ndarray, definition: IndexDefinition, fitted: Fitted
) -> Tuple[np.ndarray, np.ndarray]:
    """(theme scores, scores) of normalised members (members, periods, areas) by what was fitted."""
    inner, outer = fitted.weights
    themes = _themes(placed, definition, inner)
    if fitted.themes is not None:
        themes = _rescaled(themes, definition, fitted.themes)
    scores = aggregate(themes, outer, definition.index_aggregation, definition.id)
    if definition.rescale is not None and fitted.rescale is not None:
        scores = apply(scores, definition.rescale, fitted.rescale)
    return themes, scores
