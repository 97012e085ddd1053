"""How many rows of every class lie in every atom, as far as the counts tell; else one of the ways
they can.

Counts tell sums of classes. Where the classes do not follow, whole numbers are chosen that fit,
near to what is most even: any of them serves to look for others that a reader cannot rule out.
"""

from __future__ import annotations

from typing import Mapping, Optional, Sequence, Tuple

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from ..attack.bounds import INFEASIBLE, OPTIMAL, unsolved

NEAR = 1e-6
Vector = Mapping[int, int]


def cells_of(
    sums: Sequence[Tuple[Vector, np.ndarray]], zeros: Sequence[Vector], cells: int
) -> Optional[np.ndarray]:
    """(atoms × cells) from 0 with the ``sums`` (cells → factor, amount by atom) and ``zeros``
    (sums that are 0); None where no numbers from 0 have them.

    Raises:
        AttackError: a programme was not solved.
    """
    atoms = len(sums[0][1])
    if not cells:
        nothing = all(not amount.any() for _, amount in sums)
        return np.zeros((atoms, 0)) if nothing else None
    vectors = [*(vector for vector, _ in sums), *zeros]
    matrix = np.array([[v.get(cell, 0) for cell in range(cells)] for v in vectors], dtype=float)
    amounts = np.column_stack([*(amount for _, amount in sums), *(np.zeros(atoms) for _ in zeros)])
    # atoms with the same sums get the same cells, and are solved once
    kinds, place = np.unique(amounts, axis=0, return_inverse=True)
    least_squares = kinds @ np.linalg.pinv(matrix).T
    if np.linalg.matrix_rank(matrix) == cells:  # the sums say what the cells are
        fits = (
            np.abs(least_squares @ matrix.T - kinds).max(initial=0.0) < NEAR
            and least_squares.min(initial=0.0) > -NEAR
        )
        return _tidy(least_squares)[place] if fits else None
    found = _near(matrix, kinds, np.maximum(least_squares, 0.0))
    return None if found is None else _tidy(found)[place]


def _tidy(values: np.ndarray) -> np.ndarray:
    """``values`` without the dust of solving: whole where they are nearly so, and not below 0."""
    whole = np.round(values)
    return np.maximum(np.where(np.abs(values - whole) < NEAR, whole, values), 0.0)


def _near(matrix: np.ndarray, kinds: np.ndarray, target: np.ndarray) -> Optional[np.ndarray]:
    """The nearest to ``target`` (sum of absolute differences) with the sums ``kinds`` of
    ``matrix``."""
    count, cells = target.shape
    # |found − target| = above + below, both from 0: a linear programme for all kinds at once
    every = sparse.kron(sparse.identity(count), sparse.csr_matrix(matrix))
    one = sparse.identity(count * cells)
    equal = sparse.vstack(
        [
            sparse.hstack([every, sparse.csr_matrix((every.shape[0], 2 * count * cells))]),
            sparse.hstack([one, -one, one]),
        ]
    ).tocsr()
    result = linprog(
        np.r_[np.zeros(count * cells), np.ones(2 * count * cells)],
        A_eq=equal,
        b_eq=np.r_[kinds.ravel(), target.ravel()],
        bounds=(0, None),
        method="highs",
    )
    if result.status == INFEASIBLE:
        return None
    if result.status != OPTIMAL:
        raise unsolved(result)
    found = result.x[: count * cells].reshape(count, cells)
    whole = np.abs(kinds - np.round(kinds)).max(axis=1) < NEAR
    parted = np.abs(found - np.round(found)).max(axis=1) > NEAR
    for row in np.flatnonzero(whole & parted):
        better = _whole(matrix, kinds[row], target[row])
        if better is None:
            return None
        found[row] = better
    return found


def _whole(matrix: np.ndarray, sums: np.ndarray, target: np.ndarray) -> Optional[np.ndarray]:
    """Whole numbers from 0 with the ``sums`` of ``matrix``, few where the ``target`` is small;
    None: there are none."""
    # no room for rounding: with it, HiGHS in scipy 1.10 ended the whole process
    exact = np.round(sums)
    result = milp(
        1.0 / (1.0 + target),
        constraints=[LinearConstraint(matrix, exact, exact)],
        integrality=np.ones(len(target)),
        bounds=Bounds(0, np.inf),
    )
    if result.status == INFEASIBLE:
        return None
    if result.status != OPTIMAL:
        raise unsolved(result)
    return np.round(result.x)
