"""Aggregation: several normalised numbers become one, by named methods.

``scores`` is a stack (members, periods, areas); ``weights`` one number per member. Where members
are missing their weight is left out and the rest is taken as the whole; how much may be missing is
the missing-data policy's business. All missing gives NaN. Formulas: OECD/JRC handbook (2008), step
6; names as in COINr.
"""

from __future__ import annotations

from typing import Callable, Dict, Sequence, Union

import numpy as np

from ...catalogue.index.definitions import Method
from ...catalogue.index.methods import Options
from ...errors import InputError, TooFewAreasError
from ...i18n import tr
from .normalisation import ON_A_LIMIT, is_flat, settled

HALF = 0.5
Weights = Union[Sequence[float], np.ndarray]
EQUAL_WITHIN = 1e-12


def aggregate(scores: np.ndarray, weights: Weights, method: Method, name: str = "") -> np.ndarray:
    """(periods, areas) of ``scores`` (members, periods, areas) by ``method``.

    Args:
        name: the theme or index, for an error.
    Raises:
        InputError: a mean that needs numbers above zero meets others; names theme and count.
    """
    return _METHODS[method.name](scores, np.asarray(weights, dtype="float64"), method.options, name)


def present_weight(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weight of the members that are there, (periods, areas)."""
    return np.tensordot(weights, (~np.isnan(scores)).astype("float64"), axes=1)


def _ratio(scores: np.ndarray, weights: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Sum of weights × scores over the sum of ``sizes``, of the members that are there."""
    missing = np.isnan(scores)
    if not missing.any() and sizes.sum() > 0:
        return np.tensordot(weights / sizes.sum(), scores, axes=1)
    present = present_weight(scores, sizes)
    whole = np.tensordot(weights, np.where(missing, 0.0, scores), axes=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(present > 0, whole / present, np.nan)


def _mean(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return _ratio(scores, weights, weights)


def _arithmetic(scores: np.ndarray, weights: np.ndarray, *_: object) -> np.ndarray:
    """sum(w x) / sum(w)."""
    return _mean(scores, weights)


def _need_above(
    scores: np.ndarray, weights: np.ndarray, least: float, strictly: bool, name: str
) -> None:
    weighed = scores[weights > 0]
    wrong = int(np.sum(weighed <= least if strictly else weighed < least))
    if wrong:
        raise InputError(
            tr(
                "{name}: {count} numbers are not above zero, which this mean needs.",
                name=name,
                count=wrong,
            ),
            tr("Normalise with min_max from 1 to 100, or choose the arithmetic mean."),
        )


def _geometric(scores: np.ndarray, weights: np.ndarray, options: Options, name: str) -> np.ndarray:
    """(prod x^w)^(1 / sum(w)), x > 0."""
    _need_above(scores, weights, 0.0, True, name)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.exp(_mean(np.log(_weighed(scores, weights)), weights))


def _harmonic(scores: np.ndarray, weights: np.ndarray, options: Options, name: str) -> np.ndarray:
    """sum(w) / sum(w / x), x > 0."""
    _need_above(scores, weights, 0.0, True, name)
    with np.errstate(divide="ignore", invalid="ignore"):
        return 1.0 / _mean(1.0 / _weighed(scores, weights), weights)


def _power(scores: np.ndarray, weights: np.ndarray, options: Options, name: str) -> np.ndarray:
    """(sum(w x^p) / sum(w))^(1 / p), p ≠ 0; x ≥ 0, and x > 0 for p < 0. A large p lets the worst
    number decide."""
    p = options["p"]
    _need_above(scores, weights, 0.0, p < 0, name)
    with np.errstate(divide="ignore", invalid="ignore"):
        return _mean(_weighed(scores, weights) ** p, weights) ** (1.0 / p)


def _weighed(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """``scores`` with 1 where the weight is zero: a number that does not count must not spoil the
    mean."""
    return np.where((weights > 0)[:, None, None] | np.isnan(scores), scores, 1.0)


def _weighted_median(scores: np.ndarray, weights: np.ndarray, *_: object) -> np.ndarray:
    """The lowest number with at least half the weight at or below it; the mean of it and the next
    where it is just half."""
    order = np.argsort(scores, axis=0, kind="stable")
    in_order = np.take_along_axis(scores, order, axis=0)
    there = ~np.isnan(in_order)
    weight = np.where(there, weights[order], 0.0)
    running = np.cumsum(weight, axis=0)
    whole = running[-1]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = running / whole
    lower = np.argmax(share >= HALF - EQUAL_WITHIN, axis=0)
    upper = np.argmax(share > HALF + EQUAL_WITHIN, axis=0)
    pick = [np.take_along_axis(in_order, at[None], axis=0)[0] for at in (lower, upper)]
    return np.where(whole > 0, (pick[0] + pick[1]) / 2.0, np.nan)


def _outranking(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """(areas, areas) of one period's ``scores`` (members, areas): the share of the weight by which
    the row's area has the higher number; ties count half, and where nothing can be compared it is
    half."""
    areas = scores.shape[1]
    won, compared = np.zeros((areas, areas)), np.zeros((areas, areas))
    for row, weight in zip(scores, weights):
        there = ~np.isnan(row)
        both = np.logical_and.outer(there, there)
        won += weight * np.where(
            both, np.greater.outer(row, row) + HALF * np.equal.outer(row, row), 0.0
        )
        compared += weight * both
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(compared > 0, won / compared, HALF)


def _copeland(scores: np.ndarray, weights: np.ndarray, by_majority: bool) -> np.ndarray:
    found = np.full(scores.shape[1:], np.nan)
    for period in range(scores.shape[1]):
        there = ~np.isnan(scores[:, period]).all(axis=0)
        share = _outranking(settled(scores[:, period][:, there]), weights)
        if by_majority:
            won = np.where(np.abs(share - HALF) < EQUAL_WITHIN, 0.0, np.sign(share - HALF))
            np.fill_diagonal(won, 0.0)
        else:
            won = share.copy()
            np.fill_diagonal(won, 0.0)
        found[period, there] = won.sum(axis=1)
    return found


def _count_above(scores: np.ndarray, weights: np.ndarray, options: Options, _: str) -> np.ndarray:
    """How many members lie above ``threshold``, each counting by its weight (1 where all weigh the
    same)."""
    above = scores - options["threshold"] > ON_A_LIMIT * max(1.0, abs(options["threshold"]))
    flags = np.where(np.isnan(scores), np.nan, above)
    return _mean(flags, weights) * np.sum(weights > 0)


def _component(scores: np.ndarray, weights: np.ndarray, *_: object) -> np.ndarray:
    """sum(v x) / sum(|v|) with the component's loadings v as weights."""
    return _ratio(scores, weights, np.abs(weights))


_METHODS: Dict[str, Callable[..., np.ndarray]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "harmonic": _harmonic,
    "power": _power,
    "weighted_median": _weighted_median,
    "copeland_majority": lambda scores, weights, options, name: _copeland(scores, weights, True),
    "copeland_outranking": lambda scores, weights, options, name: _copeland(scores, weights, False),
    "count_above": _count_above,
    "principal_component": _component,
}


def principal_weights(reference: np.ndarray) -> np.ndarray:
    """Loadings of the first principal component of the correlations of ``reference`` (members,
    areas), by the areas that lack nothing; they sum to more than zero, their squares to 1.

    Raises:
        TooFewAreasError: fewer than three areas lack nothing.
    """
    whole = reference[:, ~np.isnan(reference).any(axis=0)]
    if whole.shape[1] < 3:
        raise TooFewAreasError(
            tr(
                "Only {count} areas have every indicator, too few for a principal component.",
                count=whole.shape[1],
            ),
            tr("Take out the indicators that are missing, or choose another aggregation."),
        )
    mean = whole.mean(axis=1, keepdims=True)
    spread = np.sqrt(((whole - mean) ** 2).sum(axis=1, keepdims=True))
    flat = is_flat(spread, mean)
    unit = np.where(flat, 0.0, (whole - mean) / np.where(flat, 1.0, spread))
    _, vectors = np.linalg.eigh(unit @ unit.T)
    first = vectors[:, -1]
    return first if first.sum() >= 0 else -first
