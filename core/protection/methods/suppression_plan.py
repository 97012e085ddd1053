"""The numbers of a system sorted by what may be done with them, and hidden step by step until the
attack finds nothing."""

from __future__ import annotations

from typing import Dict, FrozenSet, List, Optional, Sequence, Set, Tuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from ...progress import Progress, checkpoint
from ..attack.audit import LARGE, audit
from ..attack.bounds import Known, matrix_of
from ..attack.findings import Audit, Exposed, Guarded
from ..attack.reduction import Start
from ..attack.worlds import Worlds
from ..system.carried_bounds import CarriedBounds
from ..system.number_system import NumberSystem
from ..system.numbers import BETWEEN, DENOMINATOR, NUMERATOR, REST, Number, NumberKey
from ..system.places import WHOLE
from ..system.reasons import CARRIED, SECONDARY
from .elimination import suppress

MOST_REPAIRS = 40
"""Rounds of hiding more and attacking again."""
SPARE = 100
"""Programmes that are always spent on showing again what need not be hidden."""
MOST_ATTACKED = 1500
"""Of more guarded numbers in one family, overlaps that no area leaves of another are guarded by
elimination alone."""


class SuppressionPlan:
    """The numbers of a system (by their positions), sorted by what may be done with them.

    Attributes:
        known: what everybody knows, or what was released before: it cannot be hidden.
        primary: what must not be known by itself (primary suppression), the virtual ones included.
        candidates: what would be shown, the most wanted first: denominators, then large counts.
        narrow_anyway: guarded numbers that the known totals alone leave fewer values than asked
            for, guarded against being narrowed further.
        unsafe: primary numbers that are exactly computable whatever is hidden.
    """

    def __init__(
        self,
        system: NumberSystem,
        released: FrozenSet[NumberKey],
        absent: FrozenSet[str] = frozenset(),
    ):
        self._system, self._numbers, self._absent = system, system.numbers, absent
        everything = range(len(self._numbers))
        self._rest_is_sensitive = {
            n.indicator
            for n in self._numbers
            if n.place.key == WHOLE and n.kind == REST and n.reason
        }
        self._known_anyway = [n for n in everything if self._numbers[n].fixed or self._is_total(n)]
        anyway = set(self._known_anyway)
        self.known = [n for n in everything if n in anyway or self._numbers[n].key in released]
        self.narrow_anyway: Dict[int, Guarded] = {}
        known = set(self.known)
        self.primary = [n for n in everything if self._numbers[n].reason and n not in known]
        shown = [
            n
            for n in everything
            if n not in known
            and self._numbers[n].place.shown
            and self._numbers[n].indicator not in absent
            and self._numbers[n].kind in (NUMERATOR, DENOMINATOR)
        ]
        self.candidates = sorted(
            shown, key=lambda n: (self._numbers[n].kind != DENOMINATOR, -self._numbers[n].value)
        )
        self._bounds = CarriedBounds(self._numbers, len(system.zeros))
        self._told_to_others: List[int] = []
        self.unsafe: Tuple[int, ...] = ()
        self._given_away_anyway: Set[int] = set()
        self._because: Dict[int, int] = {}
        columns = [number.column for number in self._numbers]
        self._zeros = range(len(columns), len(columns) + len(system.zeros))
        self._in_free_rows = [system.in_free_rows(column) for column in [*columns, *system.zeros]]
        self._matrix = matrix_of(
            [*columns, *system.zeros, *(columns[n] for n in self._bounds.of)], len(system.rows)
        )
        self._moves = system.moves()
        values = np.r_[[number.value for number in self._numbers], np.zeros(len(system.zeros))]
        self._low, self._high = (
            np.r_[values, ends] for ends in (self._bounds.low, self._bounds.high)
        )
        self._worlds = Worlds(self._matrix, self._low, self._high)
        self._reason_beside = {
            (*self._numbers[n].place.key, self._numbers[n].indicator): self._numbers[n].reason
            for n in self.primary
            if self._numbers[n].kind in (REST, BETWEEN)
        }

    def _is_total(self, position: int) -> bool:
        """The municipality's own totals are published elsewhere, but for those that say too much
        themselves, and those of indicators that this edition does not hold."""
        number = self._numbers[position]
        if (
            number.place.key != WHOLE
            or number.kind not in (NUMERATOR, DENOMINATOR)
            or number.indicator in self._absent
        ):
            return False
        return not number.reason and (
            number.kind == DENOMINATOR or number.indicator not in self._rest_is_sensitive
        )

    def hide(self, progress: Optional[Progress]) -> Set[int]:
        """The numbers to hide by elimination, primary ones included."""
        columns = self._in_free_rows
        found = suppress(
            columns,
            self.candidates,
            self.primary,
            [*self._zeros, *self.known],
            self._system.singletons(),
            progress=progress,
        )
        self._because = dict(found.because)
        if found.unsafe:
            anyway = suppress(
                columns, [], found.unsafe, [*self._zeros, *self._known_anyway], progress=progress
            )
            self._given_away_anyway = set(anyway.unsafe)
            self.unsafe = tuple(n for n in found.unsafe if n not in self._given_away_anyway)
        return set(found.secondary) | (set(self.primary) - set(self.known))

    def _published(self, hidden: Set[int]) -> List[int]:
        """What a reader knows; a number shown that must not be is known all the same."""
        return [
            *self.known,
            *self._told_to_others,
            *(n for n in self.candidates if n not in hidden),
            *self._bounds.shown(hidden),
        ]

    def guarded(self) -> List[Guarded]:
        """The numbers that must stand the attack."""
        whole = self._system.whole_numbers()
        attacked = [
            n
            for n in self.primary
            if n not in {*self.unsafe, *self._given_away_anyway, *self._told_to_others}
        ]
        if len(attacked) > MOST_ATTACKED:
            attacked = [
                n
                for n in attacked
                if self._numbers[n].place.shown or self._numbers[n].place.left_over
            ]
        return [
            self.narrow_anyway.get(n)
            or Guarded(
                name=n,
                column=self._numbers[n].column,
                value=self._numbers[n].value,
                values=max(self._numbers[n].values, 1),
                below=self._numbers[n].margin,
                above=self._numbers[n].margin,
                whole=whole,
            )
            for n in attacked
        ]

    def expect_no_more_than_is_open(
        self, hidden: Set[int], outcome: Audit, progress: Optional[Progress]
    ) -> None:
        """Where what everybody knows leaves an exposed number less room than it should have, guard
        what is left, and attack again.

        A small municipality's totals may say so much that no edition could hide it; what counts
        then is that the edition adds nothing.
        """
        guarded = [one.guarded for one in outcome.exposed]
        anyway = [*self._known_anyway, *self._told_to_others, *self._bounds.for_good]
        before = self._attack_knowing(anyway, guarded, progress, count_all=True)
        outcome.programmes += before.programmes
        outcome.whole_programmes += before.whole_programmes
        self.narrow_anyway.update({one.guarded.name: one.no_worse() for one in before.exposed})
        guarded = [self.narrow_anyway.get(one.name, one) for one in guarded]
        self._join(outcome, self.attack(hidden, guarded, progress))

    def protect_for_other_readers(
        self,
        shown_to_others: FrozenSet[NumberKey],
        hidden: Set[int],
        outcome: Audit,
        progress: Optional[Progress],
    ) -> Set[int]:
        """Hide what is needed more for readers who know the numbers ``shown_to_others`` too; the
        outcome joins ``outcome``."""
        known = set(self.known)
        self._told_to_others = [
            n
            for n, number in enumerate(self._numbers)
            if number.key in shown_to_others and n not in known
        ]
        if not self._told_to_others:
            return hidden
        found = self.attack(hidden, self.guarded(), progress, near_only=True)
        if found.exposed:
            self.expect_no_more_than_is_open(hidden, found, progress)
            hidden, found = self.repair(hidden, found, progress, False)
        outcome.exposed += found.exposed
        outcome.programmes += found.programmes
        outcome.whole_programmes += found.whole_programmes
        return hidden

    def without_what_follows(self, hidden: Set[int]) -> Set[int]:
        """``hidden`` without what a reader can work out anyway: to show it tells nothing."""
        primary = {frozenset(self._numbers[n].column.items()) for n in self.primary}
        asked = [
            n
            for n in self.candidates
            if n in hidden and frozenset(self._numbers[n].column.items()) not in primary
        ]
        shown = [*self.known, *(n for n in self.candidates if n not in hidden)]
        return hidden - set(suppress(self._in_free_rows, [], asked, [*self._zeros, *shown]).unsafe)

    def attack(
        self,
        hidden: Set[int],
        guarded: Sequence[Guarded],
        progress: Optional[Progress],
        first_only: bool = False,
        near_only: bool = False,
    ) -> Audit:
        """The audit of ``guarded`` when ``hidden`` is hidden."""
        return self._attack_knowing(
            self._published(hidden), guarded, progress, first_only, near_only
        )

    def _attack_knowing(
        self,
        published: Sequence[int],
        guarded: Sequence[Guarded],
        progress: Optional[Progress],
        first_only: bool = False,
        near_only: bool = False,
        count_all: bool = False,
    ) -> Audit:
        here = np.r_[published, self._zeros].astype("int64")
        known = Known(self._matrix[here], self._low[here], self._high[here], self._system.floor)
        start = Start(self._system.rows, self._moves, self._worlds.fitting(here))
        found = audit(known, guarded, progress, first_only, start, near_only, count_all)
        self._worlds.add(found.worlds)
        found.worlds = []
        return found

    def repair(
        self,
        hidden: Set[int],
        outcome: Audit,
        progress: Optional[Progress],
        show_needless: bool = True,
    ) -> Tuple[Set[int], Audit]:
        """Hide more, the number that binds hardest first, until nothing is exposed or nothing is
        left to hide.

        In a large system a number is first called exposed when it is not cleared near by; so a
        little more may be hidden there than is needed, and is not looked for again.
        """
        repaired: Set[int] = set()
        for near_only in (True, False):
            for _ in range(MOST_REPAIRS):
                if not outcome.exposed:
                    break
                if progress is not None:
                    checkpoint(progress)
                published = self._published(hidden)
                more = {
                    n
                    for one in outcome.exposed
                    for chosen in self._to_hide(one, published, hidden)[:1]
                    for n in self._bounds.with_its_cell(chosen)
                }
                if not more:
                    break
                hidden, repaired = hidden | more, repaired | more
                self._attack_again(hidden, outcome, progress, near_only)
            if near_only and outcome.exposed:
                self._attack_again(hidden, outcome, progress, False)
        if show_needless and not outcome.exposed and len(self._system.rows) <= LARGE:
            hidden = self._without_needless(hidden, repaired, outcome, progress)
        return hidden, outcome

    def _attack_again(
        self, hidden: Set[int], outcome: Audit, progress: Optional[Progress], near_only: bool
    ) -> None:
        """Attack what was exposed, now that more is hidden."""
        guarded = [one.guarded for one in outcome.exposed]
        self._join(outcome, self.attack(hidden, guarded, progress, near_only=near_only))

    def _join(self, outcome: Audit, again: Audit) -> None:
        """``again`` is the attack on what was exposed in ``outcome``."""
        outcome.exposed = again.exposed
        outcome.programmes += again.programmes
        outcome.whole_programmes += again.whole_programmes
        outcome.possible.update(again.possible)

    def _without_needless(
        self, hidden: Set[int], repaired: Set[int], outcome: Audit, progress: Optional[Progress]
    ) -> Set[int]:
        """``hidden`` without what need not be, the most wanted shown first.

        That is what was hidden for singletons alone, and what ``repaired`` has made needless. It is
        looked for with at most half as many programmes as the audit itself took, and ``SPARE``
        more.
        """
        budget = (3 * (outcome.programmes + outcome.whole_programmes)) // 2 + SPARE
        touched, guarded = (
            {row for n in repaired for row in self._number_of(n).column},
            self.guarded(),
        )
        part = self._parts(hidden)
        for position in self.candidates:
            alike = {
                n for n in hidden if self._number_of(n).column == self._numbers[position].column
            }
            if position not in alike or alike & set(self.primary):
                continue
            victim = [g for g in guarded if g.name == self._because.get(position)]
            if victim and touched.isdisjoint(self._numbers[position].column):
                continue
            if outcome.programmes + outcome.whole_programmes > budget:
                break
            reached = set(part[list(self._numbers[position].column)].tolist())
            near = [g for g in guarded if not reached.isdisjoint(part[list(g.column)].tolist())]
            for victims in (victim, near):  # the one it would give away first
                again = self.attack(hidden - alike, victims, progress, True)
                outcome.programmes += again.programmes
                outcome.whole_programmes += again.whole_programmes
                if again.exposed:
                    break
            else:
                hidden, part = hidden - alike, self._parts(hidden - alike)
                outcome.possible.update(again.possible)
        return hidden

    def _parts(self, hidden: Set[int]) -> np.ndarray:
        """Row → which part of the system it is in: no number that a reader knows is in two of
        them."""
        known = self._matrix[np.r_[self._published(hidden), self._zeros].astype("int64")]
        return connected_components(sparse.bmat([[None, known.T], [known, None]]), directed=False)[
            1
        ][: known.shape[1]]

    def _to_hide(self, exposed: Exposed, published: Sequence[int], hidden: Set[int]) -> List[int]:
        """The published numbers that may be hidden to widen what is exposed, the hardest binding
        first.

        Where none of them touches it, what holds it does so through others: then any may be hidden,
        the smallest first.
        """
        may = (set(self.candidates) | set(self._bounds.may_be_hidden)) - hidden
        binding = [published[n] for n in exposed.by if n < len(published)]
        rows = exposed.guarded.column.keys()
        number = self._number_of
        touching = sorted(
            (n for n in may if number(n).column.keys() & rows),
            key=lambda n: (number(n).kind == DENOMINATOR, number(n).value),
        )
        first = [n for n in binding if n in may and number(n).kind == NUMERATOR]
        found = list(dict.fromkeys([*first, *touching, *(n for n in binding if n in may)]))
        return found or sorted(may, key=lambda n: (number(n).kind == DENOMINATOR, number(n).value))

    def _number_of(self, position: int) -> Number:
        """The number at ``position``, or that which a value carried over at ``position`` is near
        to."""
        return self._numbers[self._bounds.number_at.get(position, position)]

    def reason(self, position: int, hidden: Set[int]) -> str:
        """Why a shown number is hidden: its own reason, that of the rest it would tell, or the
        others'."""
        number = self._numbers[position]
        if number.reason == CARRIED and self._bounds.is_hidden(number, hidden):
            return SECONDARY
        if number.reason:
            return number.reason
        return self._reason_beside.get((*number.place.key, number.indicator), SECONDARY)
