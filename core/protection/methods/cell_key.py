"""The cell-key method: the same persons get the same small change in every map and table.

Every person has a key that follows from a secret and the person's id; the keys of the persons
behind a number are added up, and the fraction of the sum looks the change up in a table. Meant for
areas users draw themselves, where suppression cannot foresee what will be asked.
Source: Handbook on Statistical Disclosure Control, 2nd ed. 2024, section 5.4; the table of changes
by maximum entropy after S. Giessing, "Computational Issues in the Design of Transition
Probabilities", PSD 2016.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Sequence, Tuple

import numpy as np
from scipy.optimize import linprog, minimize

from ...errors import InputError
from ...i18n import tr

INTERIOR = 1e-9
LEAST_PROBABILITY = 1e-300


@dataclass(frozen=True)
class Perturbation:
    """A table of changes: ``probability[i, j]`` that the count ``i`` is shown as ``j``; larger
    counts use the last row, moved up."""

    probability: np.ndarray

    def shown(self, counts: Sequence[int], keys: Sequence[float] | np.ndarray) -> np.ndarray:
        """The number shown for each count with its cell key: the first whose accumulated
        probability reaches it."""
        last = len(self.probability) - 1
        rows = np.minimum(np.asarray(counts, dtype="int64"), last)
        up_to = np.cumsum(self.probability, axis=1)[rows]
        up_to[:, -1] = np.inf
        target = (up_to < np.asarray(keys, dtype="float64")[:, None] - INTERIOR).sum(axis=1)
        return np.asarray(counts, dtype="int64") - rows + target


def perturbation(
    deviation: int, variance: float, blocked: int = 0, least_stay: float = 0.0
) -> Perturbation:
    """The table with the largest entropy that changes a count by at most ``deviation``, by 0 in the
    mean.

    Args:
        variance: of the change; where a small count cannot have so much, or so little, the nearest
            there can be.
        blocked: the numbers 1 to ``blocked`` are never shown.
        least_stay: the least probability that a count is not changed.
    """
    last = deviation if not blocked else deviation + blocked + 1
    table = np.zeros((last + 1, last + deviation + 1))
    table[0, 0] = 1.0
    for count in range(1, last + 1):
        targets = np.array(
            [
                t
                for t in range(max(0, count - deviation), count + deviation + 1)
                if t == 0 or t > blocked
            ]
        )
        table[count, targets] = _most_even(targets - count, variance, least_stay)
    return Perturbation(table)


def _most_even(changes: np.ndarray, variance: float, least_stay: float) -> np.ndarray:
    """The probabilities of ``changes`` with the largest entropy, mean 0 and, where it can be, the
    variance; where that is too little, those with the smallest."""
    ones, squares = np.ones(len(changes)), changes.astype("float64") ** 2
    equal, values = [ones, changes.astype("float64")], [1.0, 0.0]
    unequal, limits = [], []
    for nearer, farther in _towards_no_change(changes):
        row = np.zeros(len(changes))
        row[farther], row[nearer] = 1.0, -1.0
        unequal.append(row)
        limits.append(0.0)
    if least_stay and (changes == 0).any():
        unequal.append(np.where(changes == 0, -1.0, 0.0))
        limits.append(-least_stay)
    matrix = np.array(unequal) if unequal else None
    narrowest, widest = (
        linprog(
            sign * squares,
            A_ub=matrix,
            b_ub=limits or None,
            A_eq=np.array(equal),
            b_eq=values,
            bounds=(0, 1),
            method="highs",
        )
        for sign in (1.0, -1.0)
    )
    if narrowest.status == 0 and variance <= narrowest.fun + INTERIOR:
        return narrowest.x
    if widest.status == 0 and variance < -widest.fun - INTERIOR:
        equal.append(squares)
        values.append(variance)
    constraints = [
        {
            "type": "eq",
            "fun": lambda p: np.array(equal) @ p - values,
            "jac": lambda p: np.array(equal),
        }
    ]
    if matrix is not None:
        constraints.append(
            {"type": "ineq", "fun": lambda p: limits - matrix @ p, "jac": lambda p: -matrix}
        )
    start = linprog(
        np.zeros(len(changes)),
        A_ub=matrix,
        b_ub=limits or None,
        A_eq=np.array(equal),
        b_eq=values,
        bounds=(0, 1),
        method="highs",
    )
    guess = (start.x if start.status == 0 else ones / len(changes)) * 0.5 + 0.5 / len(changes)

    def disorder(p: np.ndarray) -> float:
        return float(np.sum(p * np.log(np.maximum(p, LEAST_PROBABILITY))))

    found = minimize(
        disorder,
        guess,
        jac=lambda p: np.log(np.maximum(p, LEAST_PROBABILITY)) + 1.0,
        method="SLSQP",
        bounds=[(0.0, 1.0)] * len(changes),
        constraints=constraints,
        options={"ftol": 1e-15, "maxiter": 1000},
    )
    if not found.success:
        raise InputError(
            tr("No table of changes was found for these parameters."),
            tr("Choose a larger deviation, or another variance."),
            str(found.message),
        )
    probabilities = np.clip(found.x, 0.0, 1.0)
    return probabilities / probabilities.sum()


def _towards_no_change(changes: np.ndarray) -> Iterable[Tuple[int, int]]:
    """(position, position of the next change farther from none): the farther is never the likelier.

    Where a count cannot stay what it is, its two sides have nothing in common.
    """
    for side in (np.flatnonzero(changes >= 0), np.flatnonzero(changes <= 0)[::-1]):
        if len(side) and changes[side[0]] == 0:
            yield from zip(side, side[1:])
