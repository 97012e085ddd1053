"""Other solutions of a large system, found near by: a few rows move while all others stay.

Whatever is found so is possible in the whole system too, so a number may be cleared by it; that
nothing is found proves nothing.
"""

from __future__ import annotations

from typing import List, Optional, Sequence, Set, Tuple

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, linprog, milp

from .bounds import EXACT_WITHIN, INFEASIBLE, OPTIMAL, Known, unsolved

MOST_NODES = 500
"""An integer programme is given up after so many nodes."""
EXTRA_MOVES = 300
"""Moves around a number that are allowed beside those of a solution that is not whole."""
HOLDING = 6000
"""Moves around a number among which what holds it is looked for."""


class Nearby:
    """The system seen from its true rows.

    Args:
        known: the system. truth: its true rows.
        moves: (rows × moves); what a reader knows of every single row stays with any of them.
        reach: no move goes farther.
    """

    def __init__(self, known: Known, truth: np.ndarray, moves: sparse.csr_matrix, reach: float):
        moves = _different(moves)
        self._truth, self._moves, self._reach = truth, moves.tocsc(), reach
        numbers = (known.matrix @ moves).tocsr()
        numbers.eliminate_zeros()
        self._which = np.flatnonzero(np.diff(numbers.indptr))
        self._numbers = numbers[self._which]
        self._at = self._numbers.tocsc()
        self._least = known.floor - truth
        self._everywhere = np.arange(moves.shape[1])

    def around(self, column: sparse.csr_matrix, most: int, whole: bool) -> "Neighbourhood":
        """At most so many moves (but no fewer than its own) around the number ``column`` (1 ×
        rows)."""
        return self._of(column, self._chosen(self._gains(column).indices, most), whole)

    def smallest(
        self, column: sparse.csr_matrix, change: float, whole: bool
    ) -> Optional[np.ndarray]:
        """The rows after the smallest moves of all that change ``column`` so much; None where none
        were found."""
        moves = self._of(column, self._everywhere, whole).smallest(change)
        if (
            moves is None
            or not whole
            or np.abs(moves - np.round(moves)).max(initial=0.0) < EXACT_WITHIN
        ):
            return (
                None
                if moves is None
                else self._truth + self._moves @ (np.round(moves) if whole else moves)
            )
        there = np.flatnonzero(np.abs(moves) > EXACT_WITHIN)
        around = self._chosen(self._gains(column).indices, EXTRA_MOVES)
        return self._of(column, np.union1d(there, around), whole).by(change)

    def binding(self, column: sparse.csr_matrix, whole: bool) -> List[int]:
        """The published numbers that hold ``column`` fastest among the moves around it; hardest
        first."""
        here = self.around(column, HOLDING, whole)
        hold = np.maximum(here.hold(True), here.hold(False))
        order = np.argsort(-hold, kind="stable")
        return [int(self._which[here.touched[n]]) for n in order if hold[n] > EXACT_WITHIN]

    def _gains(self, column: sparse.csr_matrix) -> sparse.csr_matrix:
        gains = (column @ self._moves).tocsr()
        gains.eliminate_zeros()
        return gains

    def _of(self, column: sparse.csr_matrix, free: np.ndarray, whole: bool) -> "Neighbourhood":
        moves = self._moves[:, free]
        rows, touched = (np.unique(part.indices) for part in (moves, self._at[:, free]))
        return Neighbourhood(
            self._truth,
            moves,
            rows,
            self._least[rows],
            self._numbers[touched][:, free],
            touched,
            self._gains(column)[:, free].toarray()[0],
            self._reach,
            whole,
        )

    def _chosen(self, start: Sequence[int], most: int) -> np.ndarray:
        """Moves near ``start``: those in the smallest numbers first."""
        free = {int(move) for move in start}
        sizes = np.diff(self._numbers.indptr)
        seen: Set[int] = set()
        waiting = list(free)
        while waiting and len(free) < most:
            near = {
                int(n)
                for move in waiting
                for n in self._at.indices[self._at.indptr[move] : self._at.indptr[move + 1]]
            } - seen
            waiting = []
            for number in sorted(near, key=lambda n: (sizes[n], n)):
                seen.add(number)
                part = slice(self._numbers.indptr[number], self._numbers.indptr[number + 1])
                fresh = [int(m) for m in self._numbers.indices[part] if int(m) not in free]
                free.update(fresh[: max(most - len(free), 0)])
                waiting += fresh
                if len(free) >= most:
                    break
        return np.array(sorted(free), dtype="int64")


class Neighbourhood:
    """Some moves, and one number that they change.

    Attributes:
        touched: the published numbers that the moves must leave as they are.
    """

    def __init__(
        self,
        truth: np.ndarray,
        moves: sparse.csc_matrix,
        rows: np.ndarray,
        least: np.ndarray,
        numbers: sparse.csr_matrix,
        touched: np.ndarray,
        gains: np.ndarray,
        reach: float,
        whole: bool,
    ):
        self._truth, self._moves, self._rows, self._least = truth, moves, moves.tocsr()[rows], least
        self._numbers, self.touched, self._gains, self._whole = numbers, touched, gains, whole
        size = np.diff(self._rows.indptr)
        self._low, self._high = np.full(len(gains), -reach), np.full(len(gains), reach)
        alone = np.flatnonzero(size == 1)
        move, times = (
            self._rows.indices[self._rows.indptr[alone]],
            self._rows.data[self._rows.indptr[alone]],
        )
        np.maximum.at(self._low, move[times > 0], (least[alone] / times)[times > 0])
        np.minimum.at(self._high, move[times < 0], (least[alone] / times)[times < 0])
        self._together = np.flatnonzero(size > 1)

    def farthest(self, upwards: bool) -> Optional[np.ndarray]:
        """The rows after the moves that change the number most; None where none were found."""
        return self._whole_moves(-self._gains if upwards else self._gains, [])

    def by(self, change: float) -> Optional[np.ndarray]:
        """Rows after moves that change the number by so much; None where none were found."""
        return self._whole_moves(
            np.zeros(len(self._gains)), [LinearConstraint(self._gains[None, :], change, change)]
        )

    def smallest(self, change: float) -> Optional[np.ndarray]:
        """The moves, in parts maybe, that change the number by so much and sum to the least; None:
        there are none."""
        both = sparse.vstack([self._numbers, sparse.csr_matrix(self._gains)])
        limits = np.r_[np.zeros(self._numbers.shape[0]), change]
        found = self._solved(
            np.ones(2 * len(self._gains)),
            sparse.hstack([both, -both]).tocsr(),
            limits,
            True,
            np.column_stack([np.zeros(2 * len(self._gains)), np.r_[self._high, -self._low]]),
        )
        return (
            None
            if found.status == INFEASIBLE
            else found.x[: len(self._gains)] - found.x[len(self._gains) :]
        )

    def hold(self, upwards: bool) -> np.ndarray:
        """How hard each of the numbers ``touched`` holds this one back (absolute dual)."""
        found = self._solved(
            -self._gains if upwards else self._gains,
            self._numbers,
            np.zeros(self._numbers.shape[0]),
            False,
            np.column_stack([self._low, self._high]),
        )
        return np.abs(found.eqlin.marginals)

    def _solved(
        self,
        objective: np.ndarray,
        numbers: sparse.csr_matrix,
        values: np.ndarray,
        twice: bool,
        bounds: np.ndarray,
    ) -> OptimizeResult:
        rows = self._rows[self._together]
        rows = sparse.hstack([rows, -rows]).tocsr() if twice else rows
        found = linprog(
            objective,
            A_eq=numbers,
            b_eq=values,
            bounds=bounds,
            method="highs",
            A_ub=-rows if len(self._together) else None,
            b_ub=-self._least[self._together] if len(self._together) else None,
        )
        if found.status not in (OPTIMAL, INFEASIBLE):
            raise unsolved(found)
        return found

    def _whole_moves(
        self, objective: np.ndarray, limits: List[LinearConstraint]
    ) -> Optional[np.ndarray]:
        if self._numbers.shape[0]:
            limits = [*limits, LinearConstraint(self._numbers, 0, 0)]
        if len(self._together):
            limits = [
                *limits,
                LinearConstraint(self._rows[self._together], self._least[self._together], np.inf),
            ]
        found = milp(
            objective,
            constraints=limits,
            bounds=Bounds(self._low, self._high),
            integrality=np.full(len(objective), int(self._whole)),
            options={"node_limit": MOST_NODES},
        ).x
        if found is None:
            return None
        moves = np.round(found) if self._whole else found
        stays = np.abs(self._numbers @ moves).max(initial=0.0) < EXACT_WITHIN
        allowed = (self._rows @ moves >= self._least - EXACT_WITHIN).all()
        return self._truth + self._moves @ moves if stays and allowed else None


def _different(moves: sparse.csr_matrix) -> sparse.csr_matrix:
    """``moves`` without those that move nothing, and each once."""
    columns = moves.tocsc()
    columns.eliminate_zeros()
    columns.sort_indices()
    first: "dict[Tuple[bytes, bytes], int]" = {}
    for move in np.flatnonzero(np.diff(columns.indptr)):
        part = slice(columns.indptr[move], columns.indptr[move + 1])
        first.setdefault((columns.indices[part].tobytes(), columns.data[part].tobytes()), move)
    return columns[:, sorted(first.values())].tocsr()
