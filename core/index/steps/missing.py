"""Missing figures: which areas take part, and what stands in for a figure that is not there.

Every definition must choose: ``drop`` leaves an area out that lacks anything; ``threshold`` uses
what there is where it weighs enough; ``none_allowed`` refuses to go on; ``mean`` puts the mean of
the other areas in; ``carried_forward`` takes the latest figure known, at most so many months old.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Sequence, Tuple

import numpy as np

from ...catalogue.index.definitions import Method
from ...catalogue.index.methods import Options
from ...catalogue.index.traits import missing_traits
from ...errors import InputError
from ...i18n import tr
from ...periods import months_before

NAMED = 5


@dataclass(frozen=True)
class Complete:
    """Figures after the policy.

    Attributes:
        stack: (members, periods, areas), NaN throughout for an area that takes no part.
        filled: where a figure was put in.
        lacking: (periods, areas): areas left out because figures are missing.
    """

    stack: np.ndarray
    filled: np.ndarray
    lacking: np.ndarray


def complete(
    stack: np.ndarray,
    weights: np.ndarray,
    policy: Method,
    taking_part: np.ndarray,
    names: Sequence[str],
    periods: Tuple[str, ...],
    areas: Sequence[str],
    wanted: Sequence[int],
) -> Complete:
    """``stack`` (members, periods, areas) by the missing-data ``policy``.

    Args:
        weights: one per member; a member that weighs nothing may be missing.
        taking_part: (periods, areas): areas that are not left out for other reasons.
        wanted: positions of the periods that are scored; nothing may be missing in those.
    Raises:
        InputError: ``none_allowed``, and something is missing; names areas and indicators.
    """
    stack = stack if taking_part.all() else np.where(taking_part, stack, np.nan)
    filled = np.zeros(stack.shape, dtype=bool)
    if missing_traits(policy.name).refuses:
        gone = np.isnan(stack) & taking_part & (weights > 0)[:, None, None]
        _refuse(gone, names, periods, areas, wanted)
    elif policy.name in _FILLS:
        stack, filled = _FILLS[policy.name](stack, taking_part, periods, policy.options)
    if not np.isnan(stack).any():
        return Complete(stack, filled, np.zeros(taking_part.shape, dtype=bool))
    gone = np.isnan(stack) & taking_part & (weights > 0)[:, None, None]
    if "share" in policy.options:
        share = np.tensordot(weights, ~np.isnan(stack), axes=1) / weights.sum()
        lacking = taking_part & (share < policy.options["share"] - 1e-12)
        lacking |= taking_part & np.isnan(stack).all(axis=0)
    else:
        lacking = gone.any(axis=0)
    return Complete(np.where(lacking, np.nan, stack), filled & ~lacking, lacking)


def _refuse(
    gone: np.ndarray,
    names: Sequence[str],
    periods: Tuple[str, ...],
    areas: Sequence[str],
    wanted: Sequence[int],
) -> None:
    found = [
        (member, period, area)
        for member, period, area in zip(*np.nonzero(gone))
        if period in set(wanted)
    ]
    if found:
        places = ", ".join(
            f"{areas[area]} {periods[period]} {names[member]}"
            for member, period, area in found[:NAMED]
        )
        raise InputError(
            tr(
                "{count} figures are missing, and the index allows none: {places}.",
                count=len(found),
                places=places,
            ),
            tr("Choose another rule for missing figures, or take the indicator out."),
        )


def _with_means(
    stack: np.ndarray, taking_part: np.ndarray, *_: object
) -> Tuple[np.ndarray, np.ndarray]:
    there = ~np.isnan(stack)
    count = there.sum(axis=2, keepdims=True)
    # an area of which nothing is known is not made of the others
    taking_part = taking_part & there.any(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(there, stack, 0.0).sum(axis=2, keepdims=True) / count
    filled = ~there & taking_part & (count > 0)
    return np.where(filled, mean, stack), filled


def _carried(
    stack: np.ndarray, taking_part: np.ndarray, periods: Tuple[str, ...], options: Options
) -> Tuple[np.ndarray, np.ndarray]:
    found, filled = stack.copy(), np.zeros(stack.shape, dtype=bool)
    position = {period: row for row, period in enumerate(periods)}
    for row, period in enumerate(periods):
        for back in range(1, int(options["months"]) + 1):
            earlier = position.get(months_before(period, back))
            if earlier is None:
                continue
            take = np.isnan(found[:, row]) & ~np.isnan(stack[:, earlier]) & taking_part[row]
            found[:, row] = np.where(take, stack[:, earlier], found[:, row])
            filled[:, row] |= take
    return found, filled


_FILLS: Dict[str, Callable[..., Tuple[np.ndarray, np.ndarray]]] = {
    "mean": _with_means,
    "carried_forward": _carried,
}
"""The policies that put figures in."""
