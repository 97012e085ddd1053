"""What a reader can work out: the smallest and largest value a hidden number can have.

The reader knows every published number, that counts are not negative, and how the numbers hang
together. Bounds are found by linear programming (HiGHS through scipy), whole numbers by integer
programming. Source: Handbook on Statistical Disclosure Control, 2nd ed. 2024, section 4.2.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Optional, Sequence

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, linprog, milp

from ...errors import SociodemografiError
from ...i18n import tr

OPTIMAL, INFEASIBLE, UNBOUNDED = 0, 2, 3
EXACT_WITHIN = 1e-6
Column = Mapping[int, float]


class AttackError(SociodemografiError):
    """A programme was not solved: nothing is known, so nothing may be released."""


@dataclass(frozen=True)
class Known:
    """What the reader knows: ``low`` ≤ matrix · rows ≤ ``high``, and rows from ``floor``.

    Attributes:
        matrix: (numbers × rows) whole numbers, sparse.
        low, high: the published values; equal where a number is shown exactly.
        floor: the least value of a row; minus infinity where values may be negative.
    """

    matrix: sparse.csr_matrix
    low: np.ndarray
    high: np.ndarray
    floor: float = 0.0

    @property
    def rows(self) -> int:
        """How many inner cells there are."""
        return self.matrix.shape[1]

    def only(self, numbers: np.ndarray, rows: np.ndarray) -> "Known":
        """The part of the system with these numbers and rows (positions)."""
        return Known(
            self.matrix[numbers][:, rows], self.low[numbers], self.high[numbers], self.floor
        )


def matrix_of(columns: Sequence[Column], rows: int) -> sparse.csr_matrix:
    """(columns × rows) of ``columns``."""
    numbers = [n for n, column in enumerate(columns) for _ in column]
    places = [row for column in columns for row in column]
    values = [float(value) for column in columns for value in column.values()]
    return sparse.csr_matrix((values, (numbers, places)), shape=(len(columns), rows))


@dataclass(frozen=True)
class Extreme:
    """The solution of one programme: the ``value`` (infinite where unbounded), the rows, and how
    hard each published number binds (absolute dual)."""

    value: float
    rows: Optional[np.ndarray]
    binding: np.ndarray


def extreme(
    known: Known, objective: np.ndarray, largest: bool, ceiling: Optional[float] = None
) -> Extreme:
    """The ``largest`` (or smallest) ``objective`` · rows the reader cannot rule out.

    Args:
        ceiling: the largest value of a row, and the least of one without a floor; None where there
            is none.
    Raises:
        AttackError: the solver ended neither with an optimum nor with "unbounded".
    """
    exact = known.low == known.high
    some = ~exact
    upper = sparse.vstack([known.matrix[some], -known.matrix[some]]) if some.any() else None
    limits = np.r_[known.high[some], -known.low[some]] if some.any() else None
    bottom = None if ceiling is None else -ceiling
    least = bottom if np.isneginf(known.floor) else known.floor
    result = linprog(
        -objective if largest else objective,
        A_ub=upper,
        b_ub=limits,
        A_eq=known.matrix[exact] if exact.any() else None,
        b_eq=known.low[exact] if exact.any() else None,
        bounds=(least, ceiling),
        method="highs",
    )
    binding = np.zeros(len(known.low))
    if result.status == UNBOUNDED:
        return Extreme(np.inf if largest else -np.inf, None, binding)
    if result.status != OPTIMAL:
        raise unsolved(result)
    if exact.any():
        binding[exact] = np.abs(result.eqlin.marginals)
    if some.any():
        pairs = np.abs(result.ineqlin.marginals).reshape(2, -1)
        binding[some] = pairs.max(axis=0)
    return Extreme(float(objective @ result.x), result.x, binding)


def lifted(
    known: Known,
    wanted: sparse.csr_matrix,
    values: np.ndarray,
    need: np.ndarray,
    upwards: bool,
    ceiling: float,
) -> np.ndarray:
    """Rows that move as many of ``wanted`` as far as they need at once, each counted no farther
    than its need.

    Args:
        wanted: (numbers × rows). values: where each number is. need: how far it should move.
    """
    count, sign = wanted.shape[0], 1.0 if upwards else -1.0
    exact = known.low == known.high
    gains = sparse.hstack([-sign * wanted, sparse.identity(count)])
    some = known.matrix[~exact]
    upper = [gains] + [
        sparse.hstack([m, sparse.csr_matrix((m.shape[0], count))])
        for m in (some, -some)
        if m.shape[0]
    ]
    limits = np.r_[-sign * values, known.high[~exact], -known.low[~exact]]
    equal = sparse.hstack([known.matrix[exact], sparse.csr_matrix((int(exact.sum()), count))])
    least = -ceiling if np.isneginf(known.floor) else known.floor
    result = linprog(
        np.r_[np.zeros(known.rows), -np.ones(count)],
        A_ub=sparse.vstack(upper).tocsr(),
        b_ub=limits,
        A_eq=equal if exact.any() else None,
        b_eq=known.low[exact] if exact.any() else None,
        bounds=[(least, ceiling)] * known.rows + [(0.0, float(n)) for n in need],
        method="highs",
    )
    if result.status != OPTIMAL:
        raise unsolved(result)
    return result.x[: known.rows]


def whole_solution(known: Known, column: np.ndarray, value: float) -> Optional[np.ndarray]:
    """Rows in whole numbers where ``column`` (dense) has ``value``; None where there are none."""
    matrix = sparse.vstack([known.matrix, sparse.csr_matrix(column)]).tocsr()
    more = Known(matrix, np.r_[known.low, value], np.r_[known.high, value], known.floor)
    result = whole_programme(more, np.zeros(known.rows))
    if result.status == OPTIMAL:
        return np.round(result.x)
    if result.status == INFEASIBLE:
        return None
    raise unsolved(result)


def whole_programme(known: Known, objective: np.ndarray) -> OptimizeResult:
    """The smallest ``objective`` · rows in whole numbers, as the solver gives it."""
    limits = LinearConstraint(known.matrix, known.low - EXACT_WITHIN, known.high + EXACT_WITHIN)
    return milp(
        objective,
        constraints=[limits] if known.matrix.shape[0] else [],
        integrality=np.ones(known.rows),
        bounds=Bounds(known.floor, np.inf),
    )


def unsolved(result: OptimizeResult) -> AttackError:
    """The error that tells that a programme ended neither way."""
    return AttackError(
        tr(
            "The audit could not be carried through: a linear programme ended with status "
            "{status}.",
            status=str(result.status),
        ),
        tr("Nothing is released. Check that the numbers agree with each other, and try again."),
        str(result.message),
    )
