"""A system made smaller before it is attacked: what is known to be zero goes, and what is alike is
one.

What the attack finds in the smaller system is spread again over the rows that went into it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Tuple

import numpy as np
from scipy import sparse

from .bounds import Known

SEED = 20180101


@dataclass(frozen=True)
class Start:
    """Where an attack begins.

    Attributes:
        rows: the true ones.
        moves: (rows × moves) from there that leave what a reader knows of single rows: in a large
            system most guarded numbers are cleared by the moves around them alone.
        worlds: (worlds × rows) rows found before that a reader cannot rule out.
    """

    rows: np.ndarray
    moves: sparse.csr_matrix
    worlds: np.ndarray


@dataclass(frozen=True)
class Reduced:
    """A system without rows known to be zero, like rows and numbers said twice.

    Attributes:
        known, wanted: the system and the guarded numbers in it.
        numbers: which numbers are left. keep: which rows are not known to be zero.
        place: which row of the system each of ``keep`` has gone into. members: the other way
            (positions in ``keep``).
    """

    known: Known
    wanted: sparse.csr_matrix
    numbers: np.ndarray
    keep: np.ndarray
    place: np.ndarray
    members: List[np.ndarray]

    def start(self, start: Start) -> Start:
        """``start`` in the rows of this system."""
        shape = (self.known.rows, len(self.keep))
        together = sparse.csr_matrix(
            (np.ones(len(self.keep)), (self.place, np.arange(len(self.keep)))), shape=shape
        )
        return Start(
            together @ start.rows[self.keep],
            (together @ start.moves[self.keep]).tocsr(),
            (together @ start.worlds[:, self.keep].T).T,
        )

    def spread(self, found: np.ndarray, rows: np.ndarray, truth: np.ndarray) -> np.ndarray:
        """What is ``found`` of ``rows`` of this system, in the rows that went into it, near to
        their ``truth``."""
        whole = truth.copy()
        change = (
            found
            - np.bincount(self.place, weights=truth[self.keep], minlength=self.known.rows)[rows]
        )
        for row in np.flatnonzero(change):
            left = change[row]
            for one in self.keep[self.members[rows[row]]]:
                taken = max(left, -whole[one]) if self.known.floor == 0.0 else left
                whole[one] += taken
                left -= taken
        return whole


def reduced(known: Known, wanted: sparse.csr_matrix) -> Reduced:
    """The same system, smaller; ``wanted`` (numbers × rows) are the guarded numbers."""
    matrix, low, high = known.matrix.tocsr(), known.low, known.high
    zero = np.zeros(known.rows, dtype=bool)
    if known.floor == 0.0:
        nothing = (high == 0) & (matrix.multiply(matrix < 0).sum(axis=1).A1 == 0)
        zero[matrix[nothing].indices] = True
    keep = np.flatnonzero(~zero)
    matrix, wanted = matrix[:, keep], wanted[:, keep]
    rows, place = _first_of_each(sparse.vstack([matrix, wanted]).T.tocsr())
    matrix, wanted = matrix[:, rows].tocsr(), wanted[:, rows].tocsr()
    numbers = np.flatnonzero(np.diff(matrix.indptr))
    numbers = numbers[_first_of_each(matrix[numbers], low[numbers], high[numbers])[0]]
    members = np.split(
        np.argsort(place, kind="stable"), np.cumsum(np.bincount(place, minlength=len(rows)))[:-1]
    )
    return Reduced(
        Known(matrix[numbers], low[numbers], high[numbers], known.floor),
        wanted,
        numbers,
        keep,
        place,
        members,
    )


def _first_of_each(matrix: sparse.csr_matrix, *also: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """(the first of the rows that are alike, and alike in ``also``; which of them each row is
    like).

    Rows are compared by two random projections.
    """
    generator = np.random.default_rng(SEED)
    marks = [matrix @ generator.random(matrix.shape[1]) for _ in range(2)]
    _, first, place = np.unique(
        np.column_stack([*marks, *also]), axis=0, return_index=True, return_inverse=True
    )
    order = np.argsort(first)
    rank = np.empty(len(order), dtype="int64")
    rank[order] = np.arange(len(order))
    return first[order], rank[place]
