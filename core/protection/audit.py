"""The audit: can anything hidden be worked out, or narrowed to too few values?

Every guarded number is attacked with everything the reader knows. One solution of a programme shows possible values
of all guarded numbers at once, so most of them are cleared by few programmes; what is left gets its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence, Set, Tuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from ..progress import Progress, checkpoint
from .attack import EXACT_WITHIN, Column, Known, can_be, extreme, matrix_of

ROUNDS = 6
SEED = 20180101
CEILING_TIMES = 4.0


@dataclass(frozen=True)
class Guarded:
    """A number that must not be known.

    Attributes:
        name: what it is called in the report of the audit.
        column: its inner cells.
        value: its true value.
        values: at least so many values must be possible (counts).
        below, above: the possible values must reach so far to each side (sums).
        whole: a whole number.
    """

    name: object
    column: Column
    value: float
    values: int = 2
    below: float = 0.0
    above: float = 0.0
    whole: bool = True


@dataclass(frozen=True)
class Exposed:
    """A guarded number that the audit does not clear, and the published numbers that give it away (positions in
    ``Known``, hardest first)."""

    guarded: Guarded
    lower: float
    upper: float
    by: Tuple[int, ...]


@dataclass
class Audit:
    """The outcome.

    Attributes:
        exposed: what is not safe; empty means that everything is.
        checked: guarded numbers attacked.
        rows, numbers: the size of the system after like rows were merged.
        programmes, whole_programmes: linear and integer programmes solved.
        narrowest: the smallest number of possible values (counts) shown; at least this many.
    """

    exposed: List[Exposed] = field(default_factory=list)
    checked: int = 0
    rows: int = 0
    numbers: int = 0
    programmes: int = 0
    whole_programmes: int = 0
    narrowest: float = np.inf

    def add(self, other: "Audit") -> None:
        """Join the outcome of another system."""
        self.exposed += other.exposed
        for name in ("checked", "rows", "numbers", "programmes", "whole_programmes"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.narrowest = min(self.narrowest, other.narrowest)


def audit(known: Known, guarded: Sequence[Guarded], progress: Optional[Progress] = None) -> Audit:
    """Attack every one of ``guarded`` with everything ``known``.

    Raises:
        AttackError: a programme was not solved; then nothing may be released.
        CancelledError: the user stopped.
    """
    outcome = Audit(checked=len(guarded))
    if not guarded:
        return outcome
    wanted = matrix_of([g.column for g in guarded], known.rows)
    known, wanted, numbers = _merged(known, wanted)
    outcome.rows, outcome.numbers = known.rows, known.matrix.shape[0]
    _, part_of_row = connected_components(
        sparse.bmat([[None, known.matrix.T], [known.matrix, None]]), directed=False)
    groups: Dict[Tuple[int, ...], List[int]] = {}
    for position in range(len(guarded)):
        rows = wanted[position].indices
        groups.setdefault(tuple(sorted(set(part_of_row[rows]))), []).append(position)
    for touched, positions in groups.items():
        if not touched:  # made of rows known to be zero alone
            outcome.exposed += [Exposed(guarded[p], 0.0, 0.0, ()) for p in positions]
            continue
        rows = np.flatnonzero(np.isin(part_of_row[:known.rows], touched))
        here = np.flatnonzero(np.isin(part_of_row[known.rows:], touched))
        siege = _Siege(known.only(here, rows), wanted[positions][:, rows], [guarded[p] for p in positions],
                       numbers[here], outcome, progress)
        siege.run()
    return outcome


def _merged(known: Known, wanted: sparse.csr_matrix) -> Tuple[Known, sparse.csr_matrix, np.ndarray]:
    """The same system without rows known to be zero, like rows and numbers said twice; which numbers are left."""
    matrix, low, high = known.matrix.tocsr(), known.low, known.high
    zero = np.zeros(known.rows, dtype=bool)
    if known.floor == 0.0:
        nothing = (high == 0) & (matrix.multiply(matrix < 0).sum(axis=1).A1 == 0)
        zero[matrix[nothing].indices] = True
    keep = np.flatnonzero(~zero)
    matrix, wanted = matrix[:, keep], wanted[:, keep]
    both = sparse.vstack([matrix, wanted]).tocsc()
    both.sort_indices()
    first: Dict[Tuple[bytes, bytes], int] = {}
    for column in range(both.shape[1]):
        part = slice(both.indptr[column], both.indptr[column + 1])
        first.setdefault((both.indices[part].tobytes(), both.data[part].tobytes()), column)
    rows = np.array(sorted(first.values()), dtype="int64")
    matrix, wanted = matrix[:, rows].tocsr(), wanted[:, rows].tocsr()
    matrix.sort_indices()
    said: Dict[Tuple[bytes, bytes], int] = {}
    for number in range(matrix.shape[0]):
        part = slice(matrix.indptr[number], matrix.indptr[number + 1])
        if part.stop > part.start:
            key = (matrix.indices[part].tobytes(), matrix.data[part].tobytes(), low[number], high[number])
            said.setdefault(key, number)
    numbers = np.array(sorted(said.values()), dtype="int64")
    return Known(matrix[numbers], low[numbers], high[numbers], known.floor), wanted, numbers


class _Siege:
    """The attack on the guarded numbers of one connected part of the system."""

    def __init__(self, known: Known, wanted: sparse.csr_matrix, guarded: Sequence[Guarded], numbers: np.ndarray,
                 outcome: Audit, progress: Optional[Progress]):
        self._known, self._wanted, self._guarded = known, wanted, guarded
        self._numbers, self._outcome, self._progress = numbers, outcome, progress
        self._low = np.array([g.value for g in guarded], dtype="float64")
        self._high = self._low.copy()
        self._seen: List[Set[int]] = [{round(g.value)} if g.whole else set() for g in guarded]
        largest = max([1.0, *np.abs(known.high), *np.abs(self._low)])
        self._ceiling = CEILING_TIMES * largest + 100.0

    def run(self) -> None:
        """Clear what can be cleared together, then the rest one by one."""
        random = np.random.default_rng(SEED)
        for attempt in range(ROUNDS):
            left = self._uncleared()
            if not len(left):
                break
            signs = np.ones(len(left)) if attempt < 2 else random.choice([-1.0, 1.0], len(left))
            objective = np.asarray(signs @ self._wanted[left]).ravel()
            self._solve(objective, attempt % 2 == 0)
        for position in self._uncleared():
            if not self._clear(position):
                self._attack(position)
        for position, one in enumerate(self._guarded):
            if one.whole:
                shown = max(len(self._seen[position]), np.floor(self._high[position] + EXACT_WITHIN)
                            - np.ceil(self._low[position] - EXACT_WITHIN) + 1)
                self._outcome.narrowest = min(self._outcome.narrowest, shown)

    def _solve(self, objective: np.ndarray, largest: bool) -> np.ndarray:
        if self._progress is not None:
            checkpoint(self._progress)
        found = extreme(self._known, objective, largest, self._ceiling)
        self._outcome.programmes += 1
        values = np.asarray(self._wanted @ found.rows).ravel()
        self._low, self._high = np.minimum(self._low, values), np.maximum(self._high, values)
        if np.all(np.abs(found.rows - np.round(found.rows)) < EXACT_WITHIN):
            for position, value in enumerate(np.round(values).astype("int64")):
                self._seen[position].add(int(value))
        return found.binding

    def _uncleared(self) -> np.ndarray:
        return np.array([p for p in range(len(self._guarded)) if not self._clear(p)], dtype="int64")

    def _clear(self, position: int) -> bool:
        """Is the number shown to be safe already?"""
        one = self._guarded[position]
        low, high = self._low[position] - EXACT_WITHIN, self._high[position] + EXACT_WITHIN
        if low > one.value - one.below or high < one.value + one.above:
            return False
        if one.whole:
            return len(self._seen[position]) >= one.values or high - low >= 2 * (one.values - 1)
        return high - low >= one.values - 1

    def _attack(self, position: int) -> None:
        one = self._guarded[position]
        objective = self._wanted[position].toarray()[0]
        binding = self._solve(objective, True)
        if self._clear(position):
            return
        binding = np.maximum(binding, self._solve(objective, False))
        if self._clear(position) or (one.whole and self._enough_values(position)):
            return
        by = np.argsort(-binding, kind="stable")
        self._outcome.exposed.append(Exposed(
            one, float(self._low[position]), float(self._high[position]),
            tuple(int(self._numbers[n]) for n in by if binding[n] > EXACT_WITHIN)))

    def _enough_values(self, position: int) -> bool:
        """Are there so many possible whole values as are asked for? The bounds are exact here."""
        one, seen = self._guarded[position], self._seen[position]
        low = int(np.ceil(self._low[position] - EXACT_WITHIN))
        high = int(np.floor(self._high[position] + EXACT_WITHIN))
        if self._low[position] > one.value - one.below + EXACT_WITHIN or high - low + 1 < one.values:
            return False
        column = self._wanted[position].toarray()[0]
        for value in sorted(set(range(low, high + 1)) - seen, key=lambda v: abs(v - one.value)):
            if len(seen) >= one.values:
                break
            self._outcome.whole_programmes += 1
            if can_be(self._known, column, value):
                seen.add(value)
        return len(seen) >= one.values
