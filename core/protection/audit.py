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
from .attack import EXACT_WITHIN, Column, Known, extreme, lifted, matrix_of, whole_solution

MOST_ROUNDS, FEW_LEFT, WORTH_A_ROUND = 20, 3, 0.05
LARGE, AROUND = 1500, (150, 400, 800, 1600)
"""From so many rows on a number is first attacked with at most so many rows around it, then with more."""
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
        possible: name of a guarded count → so many values it can have, at least.
    """

    exposed: List[Exposed] = field(default_factory=list)
    checked: int = 0
    rows: int = 0
    numbers: int = 0
    programmes: int = 0
    whole_programmes: int = 0
    possible: Dict[object, int] = field(default_factory=dict)

    def add(self, other: "Audit") -> None:
        """Join the outcome of another system; what is possible has names of its own system and is left out."""
        self.exposed += other.exposed
        for name in ("checked", "rows", "numbers", "programmes", "whole_programmes"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def audit(known: Known, guarded: Sequence[Guarded], progress: Optional[Progress] = None,
          first_only: bool = False, truth: Optional[np.ndarray] = None) -> Audit:
    """Attack every one of ``guarded`` with everything ``known``; ``first_only`` until the first is exposed.

    Args:
        truth: the true rows, where they are known here: in a large system most guarded numbers are cleared by moving
            the rows around them alone.
    Raises:
        AttackError: a programme was not solved; then nothing may be released.
        CancelledError: the user stopped.
    """
    outcome = Audit(checked=len(guarded))
    if not guarded:
        return outcome
    wanted = matrix_of([g.column for g in guarded], known.rows)
    known, wanted, numbers, truth = _merged(known, wanted, truth)
    outcome.rows, outcome.numbers = known.rows, known.matrix.shape[0]
    _, part_of_row = connected_components(
        sparse.bmat([[None, known.matrix.T], [known.matrix, None]]), directed=False)
    groups: Dict[Tuple[int, ...], List[int]] = {}
    for position in range(len(guarded)):
        rows = wanted[position].indices
        groups.setdefault(tuple(sorted(set(part_of_row[rows]))), []).append(position)
    for touched, positions in groups.items():
        if not touched:  # made of rows known to be zero alone
            outcome.exposed += [Exposed(guarded[p], 0.0, 0.0, ()) for p in positions if guarded[p].values > 1]
            continue
        rows = np.flatnonzero(np.isin(part_of_row[:known.rows], touched))
        here = np.flatnonzero(np.isin(part_of_row[known.rows:], touched))
        siege = _Siege(known.only(here, rows), wanted[positions][:, rows], [guarded[p] for p in positions],
                       numbers[here], outcome, progress, first_only, None if truth is None else truth[rows])
        siege.run()
        if first_only and outcome.exposed:
            break
    return outcome


def _merged(known: Known, wanted: sparse.csr_matrix, truth: Optional[np.ndarray]
            ) -> Tuple[Known, sparse.csr_matrix, np.ndarray, Optional[np.ndarray]]:
    """The same system without rows known to be zero, like rows and numbers said twice; which numbers are left."""
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
    if truth is not None:
        truth = np.bincount(place, weights=truth[keep], minlength=len(rows))
    return Known(matrix[numbers], low[numbers], high[numbers], known.floor), wanted, numbers, truth


def _first_of_each(matrix: sparse.csr_matrix, *also: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """(the first of the rows that are alike, and alike in ``also``; which of them each row is like).

    Rows are compared by two random projections.
    """
    generator = np.random.default_rng(SEED)
    marks = [matrix @ generator.random(matrix.shape[1]) for _ in range(2)]
    _, first, place = np.unique(np.column_stack([*marks, *also]), axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(order), dtype="int64")
    rank[order] = np.arange(len(order))
    return first[order], rank[place]


class _Siege:
    """The attack on the guarded numbers of one connected part of the system."""

    def __init__(self, known: Known, wanted: sparse.csr_matrix, guarded: Sequence[Guarded], numbers: np.ndarray,
                 outcome: Audit, progress: Optional[Progress], first_only: bool, truth: Optional[np.ndarray]):
        self._known, self._wanted, self._guarded = known, wanted, guarded
        self._numbers, self._outcome, self._progress = numbers, outcome, progress
        self._first_only, self._truth = first_only, truth
        self._of_rows = known.matrix.tocsc()
        self._low = np.array([g.value for g in guarded], dtype="float64")
        self._high = self._low.copy()
        self._seen: List[Set[int]] = [{round(g.value)} if g.whole else set() for g in guarded]
        largest = max([1.0, *np.abs(known.high), *np.abs(self._low)])
        self._ceiling = CEILING_TIMES * largest + 100.0

    def run(self) -> None:
        """Clear what can be cleared together, then the rest one by one."""
        if self._truth is not None and self._known.rows > LARGE:
            for around in AROUND:
                for position in self._uncleared():
                    self._move_around(position, around)
        self._lift_together()
        for position in self._uncleared():
            if not self._clear(position):
                self._attack(position)
                if self._first_only and self._outcome.exposed:
                    return
        for position, one in enumerate(self._guarded):
            if one.whole:
                low, high = self._low[position] - EXACT_WITHIN, self._high[position] + EXACT_WITHIN
                between = int(np.floor(high) - np.ceil(low)) + 1
                self._outcome.possible[one.name] = max(len(self._seen[position]), between)

    def _lift_together(self) -> None:
        """Clear by programmes that move many numbers at once, up and down in turn, as long as it is worth it."""
        left = self._uncleared()
        for attempt in range(MOST_ROUNDS):
            if len(left) < FEW_LEFT:
                break
            self._lift(left, attempt % 2 == 0)
            before, left = len(left), self._uncleared()
            if attempt % 2 and before - len(left) < WORTH_A_ROUND * before:
                break

    def _move_around(self, position: int, most: int) -> None:
        """Look for other values of one number by moving at most so many rows around it, all others staying."""
        one = self._guarded[position]
        if self._clear(position):
            return
        free, numbers = self._around(self._wanted[position].indices, most)
        part = self._known.matrix[numbers][:, free]
        told = part @ self._truth[free]
        known = Known(part, told, told, self._known.floor)
        column = self._wanted[position].toarray()[0][free]
        fixed = one.value - float(column @ self._truth[free])
        for largest in (True, False):
            if not self._clear(position):
                self._outcome.programmes += 1
                self._learn(self._with(free, extreme(known, column, largest, self._ceiling).rows))
        if not one.whole or self._clear(position):
            return
        low, high = self._low[position] - EXACT_WITHIN, self._high[position] + EXACT_WITHIN
        for value in range(int(np.ceil(low)), int(np.floor(high)) + 1):
            if self._clear(position):
                return
            if value not in self._seen[position]:
                self._outcome.whole_programmes += 1
                rows = whole_solution(known, column, value - fixed)
                if rows is not None:
                    self._learn(self._with(free, rows))

    def _with(self, free: np.ndarray, values: np.ndarray) -> np.ndarray:
        """The true rows, those ``free`` with ``values``."""
        rows = self._truth.copy()
        rows[free] = values
        return rows

    def _around(self, start: np.ndarray, most: int) -> Tuple[np.ndarray, np.ndarray]:
        """(rows near ``start``, the numbers they stand in): rows of the smallest numbers first, at most ``most``."""
        free = set(start[:most].tolist())
        sizes = np.diff(self._known.matrix.indptr)
        seen: Set[int] = set()
        waiting = list(free)
        while waiting and len(free) < most:
            near = {int(n) for row in waiting
                    for n in self._of_rows.indices[self._of_rows.indptr[row]:self._of_rows.indptr[row + 1]]} - seen
            waiting = []
            for number in sorted(near, key=lambda n: (sizes[n], n)):
                seen.add(number)
                part = slice(self._known.matrix.indptr[number], self._known.matrix.indptr[number + 1])
                fresh = [int(r) for r in self._known.matrix.indices[part] if int(r) not in free]
                free.update(fresh[:most - len(free)])
                waiting += fresh
                if len(free) >= most:
                    break
        rows = np.array(sorted(free), dtype="int64")
        touched = np.unique(np.concatenate([
            self._of_rows.indices[self._of_rows.indptr[r]:self._of_rows.indptr[r + 1]] for r in rows]))
        return rows, touched

    def _lift(self, left: np.ndarray, upwards: bool) -> None:
        """Move all that are ``left`` as far as they need, as many as can be at once."""
        wanted = [self._guarded[p] for p in left]
        need = np.array([max(float(g.values - 1), g.above if upwards else g.below, 1.0) for g in wanted])
        values = np.array([g.value for g in wanted])
        self._outcome.programmes += 1
        self._learn(lifted(self._known, self._wanted[left], values, need, upwards, self._ceiling))

    def _solve(self, objective: np.ndarray, largest: bool) -> np.ndarray:
        found = extreme(self._known, objective, largest, self._ceiling)
        self._outcome.programmes += 1
        self._learn(found.rows)
        return found.binding

    def _learn(self, rows: np.ndarray) -> None:
        """Note which values of the guarded numbers the solution ``rows`` shows to be possible."""
        if self._progress is not None:
            checkpoint(self._progress)
        values = np.asarray(self._wanted @ rows).ravel()
        self._low, self._high = np.minimum(self._low, values), np.maximum(self._high, values)
        if np.all(np.abs(rows - np.round(rows)) < EXACT_WITHIN):
            for position, value in enumerate(np.round(values).astype("int64")):
                self._seen[position].add(int(value))

    def _uncleared(self) -> np.ndarray:
        return np.array([p for p in range(len(self._guarded)) if not self._clear(p)], dtype="int64")

    def _clear(self, position: int) -> bool:
        """Is the number shown to be safe already?"""
        one = self._guarded[position]
        low, high = self._low[position] - EXACT_WITHIN, self._high[position] + EXACT_WITHIN
        if low > one.value - one.below or high < one.value + one.above:
            return False
        return len(self._seen[position]) >= one.values if one.whole else high - low >= one.values - 1

    def _attack(self, position: int) -> None:
        one = self._guarded[position]
        if one.whole and self._enough_values(position):
            return
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
        """Are there so many possible whole values, within what is known to be possible, as are asked for?"""
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
            rows = whole_solution(self._known, column, value)
            if rows is not None:
                self._learn(rows)
        return len(seen) >= one.values
