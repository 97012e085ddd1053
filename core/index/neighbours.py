"""Like with like: the areas most alike in chosen indicators, at home and in municipalities that
shared a package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

import numpy as np
import pandas as pd

from ..errors import InputError
from ..i18n import tr
from .steps.normalisation import SAME_WITHIN

COLUMNS = ("area_id", "neighbour_id", "neighbour_from", "rank", "distance", "compared")
LEAST_SHARE = 0.5


@dataclass(frozen=True)
class Group:
    """Areas with figures: ids, where they are from (empty for at home), and (indicators, areas)."""

    areas: Sequence[str]
    origin: str
    figures: np.ndarray


def neighbours(
    home: Group,
    others: Sequence[Group],
    count: int = 5,
    weights: Sequence[float] = (),
    least_share: float = LEAST_SHARE,
    of: Sequence[str] = (),
) -> pd.DataFrame:
    """The ``count`` nearest neighbours of every area at home (of those in ``of`` where given),
    among the areas at home and of ``others``.

    Figures are standardised by the mean and standard deviation (ddof 0) of the areas at home, so
    that the distance between two areas does not depend on who else is compared. The distance is the
    root of the weighted mean of squared differences over the indicators that both have; both must
    have at least ``least_share`` of the weight. Indicators in which all areas at home are the same
    tell nothing and are left out.

    Returns:
        ``COLUMNS``: ``rank`` from 1; ``compared`` how many indicators both have. Areas that are as
        far stand in the order they came in.
    Raises:
        InputError: no indicator varies among the areas, or fewer than two areas have figures.
    """
    mean, sd = np.nanmean(_or_nan(home.figures), axis=1), np.nanstd(_or_nan(home.figures), axis=1)
    every_weight = np.asarray(weights or np.ones(len(home.figures)), dtype="float64")
    varying = (sd > SAME_WITHIN * np.maximum(1.0, np.abs(mean))) & (every_weight > 0)
    if not varying.any():
        raise InputError(
            tr("None of the chosen indicators differs between the areas."),
            tr("Choose indicators that were counted."),
        )
    weight = every_weight[varying]
    groups = [home, *others]

    def standard(figures: np.ndarray) -> np.ndarray:
        return (figures[varying] - mean[varying, None]) / sd[varying, None]

    own = standard(home.figures)
    every = np.concatenate([standard(group.figures) for group in groups], axis=1)
    names = [(area, group.origin) for group in groups for area in group.areas]
    if (~np.isnan(every)).any(axis=0).sum() < 2:
        raise InputError(
            tr("Fewer than two areas have figures to compare."),
            tr("Choose indicators that were counted."),
        )
    chosen = [at for at, area in enumerate(home.areas) if not of or area in set(of)]
    distance, compared, share = _distances(own[:, chosen], every, weight)
    distance[share < least_share] = np.nan
    distance[np.arange(len(chosen)), chosen] = np.nan  # itself
    rows = []
    for position, area in enumerate(home.areas[at] for at in chosen):
        order = np.argsort(distance[position], kind="stable")
        order = order[~np.isnan(distance[position][order])][:count]
        rows += [
            (
                area,
                *names[other],
                rank,
                float(distance[position, other]),
                int(compared[position, other]),
            )
            for rank, other in enumerate(order, start=1)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _or_nan(figures: np.ndarray) -> np.ndarray:
    """``figures`` with a zero where an indicator has none at all, so that its mean is no
    warning."""
    empty = np.isnan(figures).all(axis=1, keepdims=True)
    return np.where(empty, 0.0, figures)


def _distances(
    own: np.ndarray, every: np.ndarray, weight: np.ndarray
) -> "tuple[np.ndarray, np.ndarray, np.ndarray]":
    """(distance, indicators both have, share of the weight both have), each (own areas, all
    areas)."""
    here, there = ~np.isnan(own), ~np.isnan(every)
    square = np.zeros((own.shape[1], every.shape[1]))
    present = np.zeros(square.shape)
    for row, (one, other) in enumerate(zip(np.where(here, own, 0.0), np.where(there, every, 0.0))):
        both = np.logical_and.outer(here[row], there[row])
        square += weight[row] * np.where(both, np.subtract.outer(one, other) ** 2, 0.0)
        present += weight[row] * both
    with np.errstate(invalid="ignore", divide="ignore"):
        distance = np.sqrt(square / np.where(present > 0, present, np.nan))
    return distance, here.T.astype(int) @ there.astype(int), present / weight.sum()
