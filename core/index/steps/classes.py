"""Classes of scores: cuts are found once, on the baseline's scores, and every score falls into one
of them."""

from __future__ import annotations

from functools import partial
from typing import Callable, Optional, Sequence, Tuple

import numpy as np

from ...catalogue.index.definitions import Classes
from ...catalogue.index.traits import class_traits
from ...errors import InputError
from ...i18n import tr
from .normalisation import ON_A_LIMIT, is_flat, moments

NO_CLASS = 0
Breaks = Callable[[Sequence[float], int], Sequence[float]]
"""Finds natural breaks: (scores, number of classes) → the upper ends of all classes but the
last."""


def cuts_of(
    classes: Classes, scores: np.ndarray, natural_breaks: Optional[Breaks] = None
) -> np.ndarray:
    """The cuts of the baseline's ``scores`` (periods, areas), ascending: (periods, classes − 1).

    ``quantiles`` are linear between two scores; ``sd`` uses the population's standard deviation.

    Raises:
        InputError: natural breaks are wanted and nobody finds them, or there are fewer different
            scores than classes.
    """
    traits, given = class_traits(classes.method), np.array([[at for at, _ in classes.cuts]])
    if traits.in_scores:
        return given
    if traits.in_spreads:
        about = moments(scores, 0)
        spread = np.where(is_flat(about["sd"], about["mean"]), 0.0, about["sd"])
        return about["mean"] + spread * given
    inner_ends: Callable[[np.ndarray, int], np.ndarray] = _quantiles
    if traits.searched:
        if natural_breaks is None:
            raise InputError(
                tr("Natural breaks are found by QGIS, which is not here."), tr("Choose quantiles.")
            )
        inner_ends = partial(_natural, natural_breaks=natural_breaks)
    found = np.full((len(scores), classes.count - 1), np.nan)
    for row, values in enumerate(scores):
        known = values[~np.isnan(values)]
        if len(known):
            found[row] = inner_ends(known, classes.count)
    return found


def _quantiles(known: np.ndarray, count: int) -> np.ndarray:
    return np.quantile(known, np.arange(1, count) / count)


def _natural(known: np.ndarray, count: int, natural_breaks: Breaks) -> np.ndarray:
    if len(np.unique(known)) < count:
        raise InputError(
            tr(
                "There are {found} different scores, too few for {count} classes.",
                found=len(np.unique(known)),
                count=count,
            ),
            tr("Choose fewer classes."),
        )
    return np.asarray(natural_breaks(known.tolist(), count), dtype="float64")[: count - 1]


def classify(scores: np.ndarray, classes: Classes, cuts: np.ndarray) -> np.ndarray:
    """Class 1 … n of every score, 0 where there is none. A score on a cut belongs where the
    definition says, to the class below unless it says otherwise."""
    below = [side for _, side in classes.cuts] or [True] * cuts.shape[1]
    found = np.ones(scores.shape, dtype="int8")
    with np.errstate(invalid="ignore"):
        for position, belongs_below in enumerate(below):
            cut = cuts[:, [position]]
            within = ON_A_LIMIT * np.maximum(1.0, np.abs(cut))
            found += (scores - cut > within) if belongs_below else (scores - cut >= -within)
    return np.where(np.isnan(scores), NO_CLASS, found)


def fixed_at(classes: Classes, cuts: np.ndarray) -> Classes:
    """The same classes with the cuts found (the last period's), to be shared with others."""
    sides: Tuple[bool, ...] = tuple(side for _, side in classes.cuts) or tuple(
        [True] * cuts.shape[1]
    )
    return Classes("fixed", tuple(zip((float(cut) for cut in cuts[-1]), sides)), 0, classes.labels)
