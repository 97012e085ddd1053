"""The attack on one component of a system, that is on rows that published numbers connect.

One solution of a programme shows possible values of all guarded numbers at once, so most of them
are cleared by few programmes that move many numbers together; what is left gets its own.
"""

from __future__ import annotations

from typing import Iterable, List, Optional, Sequence, Set

import numpy as np
from scipy import sparse

from ...progress import Progress, checkpoint
from .bounds import EXACT_WITHIN, Known, extreme, lifted, whole_solution
from .findings import Audit, Exposed, Guarded
from .nearby import Nearby

MOST_ROUNDS, FEW_LEFT, WORTH_A_ROUND = 20, 3, 0.05
"""Programmes that move many numbers together: at most so many, not for so few numbers, and only as
long as a pair of them clears this share of what was left."""
AROUND = (75, 200, 500)
"""In a large component a number is first attacked with at most so many moves around it."""
TAKEN_TOGETHER = 100
"""Worlds found before are looked through in pieces: the newest clear most."""
CEILING_TIMES = 4.0
"""No row is taken to be more than so many times the largest number: else a programme that moves
numbers together would be unbounded."""


class ComponentAttack:
    """The attack on the guarded numbers of one component: rows that published numbers connect.

    Args:
        known: the component. wanted: (guarded numbers × rows) of it.
        numbers: the positions of its published numbers in the whole system.
        outcome: what is found is entered here.
        first_only: stop at the first number exposed.
        count_all: find every whole value an exposed number can have.
    Attributes:
        worlds: rows found that a reader cannot rule out.
    """

    def __init__(
        self,
        known: Known,
        wanted: sparse.csr_matrix,
        guarded: Sequence[Guarded],
        numbers: np.ndarray,
        outcome: Audit,
        progress: Optional[Progress],
        first_only: bool,
        count_all: bool,
    ):
        self._known, self._wanted, self._guarded = known, wanted, guarded
        self._numbers, self._outcome, self._progress = numbers, outcome, progress
        self._first_only, self._count_all = first_only, count_all
        self._nearby: Optional[Nearby] = None
        self._low = np.array([g.value for g in guarded], dtype="float64")
        self._high = self._low.copy()
        self._seen: List[Set[int]] = [{round(g.value)} if g.whole else set() for g in guarded]
        self.worlds: List[np.ndarray] = []
        largest = max([1.0, *np.abs(known.high), *np.abs(self._low)])
        self._ceiling = CEILING_TIMES * largest + 100.0
        self._open = np.array(
            [not self._is_clear(position) for position in range(len(guarded))], dtype=bool
        )

    def take_in(self, worlds: np.ndarray) -> None:
        """Take in the ``worlds`` (worlds × rows) found before, the newest first, as long as they
        are needed."""
        for end in range(len(worlds), 0, -TAKEN_TOGETHER):
            left = self._uncleared()
            if not len(left):
                return
            some = worlds[max(end - TAKEN_TOGETHER, 0) : end]
            whole = np.abs(some - np.round(some)).max(axis=1) < EXACT_WITHIN
            self._note(left, (self._wanted[left] @ some.T).T, whole)

    def search_nearby(self, truth: np.ndarray, moves: sparse.csr_matrix) -> None:
        """Clear what moves around each number clear, few moves first."""
        self._nearby = Nearby(self._known, truth, moves, self._ceiling)
        for around in AROUND:
            for position in self._uncleared():
                self._move_around(self._nearby, position, around)
        for position in self._uncleared():
            self._move_least(self._nearby, position)

    def run(self, expose_all: bool) -> None:
        """Clear what can be cleared together, then the rest one by one; or expose all that is not
        clear yet."""
        if expose_all and self._nearby is not None:
            for position in self._uncleared():
                self._outcome.programmes += 2
                one = self._guarded[position]
                by = self._nearby.binding(self._wanted[position], one.whole)
                self._outcome.exposed.append(
                    self._exposed(position, (int(self._numbers[n]) for n in by))
                )
        else:
            self._lift_together()
            for position in self._uncleared():
                if not self._clear(position):
                    self._attack(position)
                    if self._first_only and self._outcome.exposed:
                        return
        self._note_possible()

    def _note_possible(self) -> None:
        self._outcome.possible.update(
            {
                one.name: len(self._seen[position])
                for position, one in enumerate(self._guarded)
                if one.whole
            }
        )

    def _lift_together(self) -> None:
        """Clear by programmes that move many numbers at once, up and down in turn, as long as it is
        worth it."""
        left = self._uncleared()
        for attempt in range(MOST_ROUNDS):
            if len(left) < FEW_LEFT:
                break
            self._lift(left, attempt % 2 == 0)
            before, left = len(left), self._uncleared()
            if attempt % 2 and before - len(left) < WORTH_A_ROUND * before:
                break

    def _move_around(self, nearby: Nearby, position: int, most: int) -> None:
        """Look for other values of one number by at most so many moves around it, all others
        staying."""
        one = self._guarded[position]
        if self._clear(position):
            return
        here = nearby.around(self._wanted[position], most, one.whole)
        for sign in (1, -1):
            if self._clear(position):
                return
            self._outcome.whole_programmes += int(one.whole)
            value = self._value_in(here.farthest(sign > 0), position)
            if not one.whole or value is None:
                continue
            for change in range(1, int(round(abs(value - one.value)))):
                if self._clear(position):
                    return
                if round(one.value + sign * change) not in self._seen[position]:
                    self._outcome.whole_programmes += 1
                    self._value_in(here.by(sign * change), position)

    def _move_least(self, nearby: Nearby, position: int) -> None:
        """Look for other values of one number by the smallest moves, wherever they are."""
        one = self._guarded[position]
        for change in (sign * step for sign in (1, -1) for step in self._steps(one)):
            if self._clear(position):
                return
            if not one.whole or round(one.value + change) not in self._seen[position]:
                self._outcome.programmes += 1
                self._value_in(nearby.smallest(self._wanted[position], change, one.whole), position)

    def _steps(self, one: Guarded) -> Sequence[float]:
        """How far a number must be moved, to either side, to be cleared."""
        return (
            range(1, one.values)
            if one.whole
            else [max(one.above, one.below, float(one.values - 1))]
        )

    def _value_in(self, rows: Optional[np.ndarray], position: int) -> Optional[float]:
        """What one number is in other ``rows``, noting what all are; None where there are none."""
        if rows is None:
            return None
        self._learn(rows)
        return float((self._wanted[position] @ rows)[0])

    def _lift(self, left: np.ndarray, upwards: bool) -> None:
        """Move all that are ``left`` as far as they need, as many as can be at once."""
        wanted = [self._guarded[p] for p in left]
        need = np.array(
            [max(float(g.values - 1), g.above if upwards else g.below, 1.0) for g in wanted]
        )
        values = np.array([g.value for g in wanted])
        self._outcome.programmes += 1
        self._learn(lifted(self._known, self._wanted[left], values, need, upwards, self._ceiling))

    def _solve(self, objective: np.ndarray, largest: bool) -> np.ndarray:
        found = extreme(self._known, objective, largest, self._ceiling)
        self._outcome.programmes += 1
        if found.rows is not None:
            self._learn(found.rows)
        return found.binding

    def _learn(self, rows: np.ndarray) -> None:
        """Note which values of the guarded numbers the solution ``rows`` shows to be possible."""
        if self._progress is not None:
            checkpoint(self._progress)
        values = np.asarray(self._wanted @ rows).reshape(1, -1)
        whole = np.all(np.abs(rows - np.round(rows)) < EXACT_WITHIN, keepdims=True)
        left = self._uncleared()
        if len(left) and self._note(left, values[:, left], whole):
            self.worlds.append(rows)

    def _note(self, positions: np.ndarray, values: np.ndarray, whole: np.ndarray) -> bool:
        """Note that the ``values`` (worlds × numbers) of the numbers at ``positions`` are possible;
        is any new?

        Args:
            whole: which worlds are whole numbers in every row.
        """
        low = np.minimum(self._low[positions], values.min(axis=0))
        high = np.maximum(self._high[positions], values.max(axis=0))
        new = bool(
            (
                (low < self._low[positions] - EXACT_WITHIN)
                | (high > self._high[positions] + EXACT_WITHIN)
            ).any()
        )
        self._low[positions], self._high[positions] = low, high
        for position, counts in zip(
            positions.tolist(), np.round(values[whole]).astype("int64").T.tolist()
        ):
            seen = self._seen[position]
            before = len(seen)
            seen.update(counts)
            new = new or len(seen) > before
            self._open[position] = not self._is_clear(position)
        return new

    def _uncleared(self) -> np.ndarray:
        return np.flatnonzero(self._open)

    def _clear(self, position: int) -> bool:
        """Is the number shown to be safe already?"""
        return not self._open[position]

    def _is_clear(self, position: int) -> bool:
        one = self._guarded[position]
        low, high = self._low[position] - EXACT_WITHIN, self._high[position] + EXACT_WITHIN
        if low > one.value - one.below or high < one.value + one.above:
            return False
        return (
            len(self._seen[position]) >= one.values if one.whole else high - low >= one.values - 1
        )

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
        self._outcome.exposed.append(
            self._exposed(
                position, (int(self._numbers[n]) for n in by if binding[n] > EXACT_WITHIN)
            )
        )

    def _exposed(self, position: int, by: Iterable[int]) -> Exposed:
        if self._count_all and self._guarded[position].whole:
            self._see_all(position)
        return Exposed(
            self._guarded[position],
            float(self._low[position]),
            float(self._high[position]),
            tuple(by),
            len(self._seen[position]),
        )

    def _see_all(self, position: int) -> None:
        """Find every whole value there can be between the bounds."""
        low, high = (
            np.ceil(self._low[position] - EXACT_WITHIN),
            np.floor(self._high[position] + EXACT_WITHIN),
        )
        column = self._wanted[position].toarray()[0]
        for value in sorted(set(range(int(low), int(high) + 1)) - self._seen[position]):
            self._outcome.whole_programmes += 1
            rows = whole_solution(self._known, column, value)
            if rows is not None:
                self._learn(rows)

    def _enough_values(self, position: int) -> bool:
        """Are there so many possible whole values, within what is known to be possible, as are
        asked for?"""
        one, seen = self._guarded[position], self._seen[position]
        low = int(np.ceil(self._low[position] - EXACT_WITHIN))
        high = int(np.floor(self._high[position] + EXACT_WITHIN))
        if (
            self._low[position] > one.value - one.below + EXACT_WITHIN
            or high - low + 1 < one.values
        ):
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
