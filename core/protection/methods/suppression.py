"""One family protected: what must not be known, what is hidden with it, and the audit that proves
it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import (
    Collection,
    Dict,
    FrozenSet,
    List,
    Mapping,
    Optional,
    Protocol,
    Sequence,
    Set,
    Tuple,
)

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from ...progress import Progress, checkpoint
from ..attack.audit import LARGE, Audit, Exposed, Guarded, audit
from ..attack.bounds import Known, matrix_of
from ..attack.reduction import Start
from ..attack.worlds import Worlds
from ..system.near import NearNumbers
from ..system.numbers import BETWEEN, DENOMINATOR, NUMERATOR, REST, Number
from ..system.places import WHOLE
from ..system.reasons import CARRIED, SECONDARY
from .elimination import suppress

MOST_REPAIRS, SPARE = 40, 100
MOST_ATTACKED = 1500
"""Of more guarded numbers in one family, overlaps that no area leaves of another are guarded by
elimination alone."""
Key = Tuple[str, str, str, str]


class System(Protocol):
    """Numbers, what is known to be 0, and the rows they are made of
    (``family_numbers.FamilyNumbers``, ``sums.Sums``)."""

    numbers: List[Number]
    zeros: List[Dict[int, int]]
    rows: np.ndarray
    floor: float

    def moves(self) -> sparse.csr_matrix:
        """(rows × moves) changes of the rows that leave what everybody knows of each of them."""

    def freed(self, column: Mapping[int, int]) -> Mapping[int, int]:
        """``column`` without rows that follow from the others and from what everybody knows."""

    def singletons(self) -> List[int]:
        """Rows whose value follows once a sum of them is known."""

    def whole_numbers(self) -> bool:
        """Are all rows counts?"""


@dataclass
class Protected:
    """The outcome for one family.

    Attributes:
        hidden: number → why (``reasons``).
        audit: what the attack on it found; nothing exposed means that it is safe.
        unsafe: numbers that are given away by what is known already.
        primary: numbers that must not be known, the virtual ones included.
        columns: numbers in the system.
        narrowest: the fewest values that a guarded count can have, where its group allows so many.
        open_groups: guarded counts of groups so small that all values are fewer; all of them are
            possible.
        narrow_anyway: guarded numbers that the known totals alone leave fewer values; the release
            takes none away.
    """

    hidden: Dict[Key, str] = field(default_factory=dict)
    audit: Audit = field(default_factory=Audit)
    unsafe: List[Key] = field(default_factory=list)
    primary: int = 0
    columns: int = 0
    narrowest: float = np.inf
    open_groups: int = 0
    narrow_anyway: int = 0

    @property
    def safe(self) -> bool:
        """May it be released?"""
        return not self.unsafe and not self.audit.exposed

    def add(self, other: "Protected") -> None:
        """Join the outcome of another family."""
        self.hidden.update(other.hidden)
        self.audit.add(other.audit)
        self.unsafe += other.unsafe
        self.primary += other.primary
        self.columns += other.columns
        self.narrowest = min(self.narrowest, other.narrowest)
        self.open_groups += other.open_groups
        self.narrow_anyway += other.narrow_anyway


def protect_numbers(
    system: System,
    released: Collection[Key] = (),
    progress: Optional[Progress] = None,
    absent: Collection[str] = (),
    beside: Collection[Key] = (),
) -> Protected:
    """Hide what must be hidden of a family, and attack the rest.

    Args:
        released: numbers that earlier releases of the same period showed: they are known, hidden or
            not.
        absent: indicators that are not shown, but of which released numbers are known.
        beside: numbers that other editions showed: whoever has both must not learn more than from
            those alone.
    """
    plan = _Plan(system, frozenset(released), frozenset(absent))
    hidden = plan.hide(progress)
    outcome = plan.attack(hidden, plan.guarded(), progress, near_only=True)
    if len(system.rows) <= LARGE:
        plan.expect_no_more_than_is_open(hidden, outcome, progress)
    hidden, outcome = plan.repair(hidden, outcome, progress)
    if outcome.exposed:
        plan.expect_no_more_than_is_open(hidden, outcome, progress)
        hidden, outcome = plan.repair(hidden, outcome, progress)
    hidden = plan.without_what_follows(
        plan.protect_beside(frozenset(beside), hidden, outcome, progress)
    )
    numbers = system.numbers
    result = Protected(audit=outcome, primary=len(plan.primary), columns=len(numbers))
    wanted = max([n.values for n in numbers], default=0)
    full = [
        count
        for n, count in outcome.possible.items()
        if numbers[n].values == wanted and n not in plan.narrow_anyway
    ]
    result.narrow_anyway = len(plan.narrow_anyway)
    result.narrowest = min(full, default=np.inf)
    result.open_groups = (
        len(outcome.possible) - len(full) - len(plan.narrow_anyway.keys() & outcome.possible.keys())
    )
    result.unsafe = [numbers[n].key for n in plan.unsafe]
    for position in sorted(n for n in hidden if n < len(numbers)):
        number = numbers[position]
        if number.kind in (NUMERATOR, DENOMINATOR) and number.place.shown:
            result.hidden[number.key] = plan.reason(position, hidden)
    return result


def attack_shown(
    system: System, shown: Collection[Key], progress: Optional[Progress] = None
) -> Protected:
    """Attack a table as it is: what is ``shown`` is known, everything else of the system hidden.

    Returns:
        ``Protected``; ``unsafe`` are numbers that are shown though they must not be known.
    """
    plan = _Plan(system, frozenset())
    numbers = system.numbers
    told = {n for n, number in enumerate(numbers) if number.key in shown and number.place.shown}
    plan.unsafe = tuple(n for n in plan.primary if n in told)
    hidden = set(plan.candidates) - told
    outcome = plan.attack(hidden, plan.guarded(), progress)
    if outcome.exposed:
        plan.expect_no_more_than_is_open(hidden, outcome, progress)
    return Protected(
        audit=outcome,
        unsafe=[numbers[n].key for n in plan.unsafe],
        primary=len(plan.primary),
        columns=len(numbers),
    )


class _Plan:
    """The numbers of a system sorted by what may be done with them."""

    def __init__(
        self, system: System, released: FrozenSet[Key], absent: FrozenSet[str] = frozenset()
    ):
        self._system, self._numbers, self._absent = system, system.numbers, absent
        everything = range(len(self._numbers))
        self._told_by_rest = {
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
        self._near = NearNumbers(self._numbers, len(system.zeros))
        self._beside: List[int] = []
        self.unsafe: Tuple[int, ...] = ()
        self._told_anyway: Set[int] = set()
        self._because: Dict[int, int] = {}
        columns = [number.column for number in self._numbers]
        self._zeros = range(len(columns), len(columns) + len(system.zeros))
        self._freed = [system.freed(column) for column in [*columns, *system.zeros]]
        self._matrix = matrix_of(
            [*columns, *system.zeros, *(columns[n] for n in self._near.of)], len(system.rows)
        )
        self._moves = system.moves()
        values = np.r_[[number.value for number in self._numbers], np.zeros(len(system.zeros))]
        self._low, self._high = (np.r_[values, ends] for ends in (self._near.low, self._near.high))
        self._worlds = Worlds(self._matrix, self._low, self._high)
        self._told_by = {
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
            number.kind == DENOMINATOR or number.indicator not in self._told_by_rest
        )

    def hide(self, progress: Optional[Progress]) -> Set[int]:
        """The numbers to hide by elimination, primary ones included."""
        columns = self._freed
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
            self._told_anyway = set(anyway.unsafe)
            self.unsafe = tuple(n for n in found.unsafe if n not in self._told_anyway)
        return set(found.secondary) | (set(self.primary) - set(self.known))

    def _published(self, hidden: Set[int]) -> List[int]:
        """What a reader knows; a number shown that must not be is known all the same."""
        return [
            *self.known,
            *self._beside,
            *(n for n in self.candidates if n not in hidden),
            *self._near.shown(hidden),
        ]

    def guarded(self) -> List[Guarded]:
        """The numbers that must stand the attack."""
        whole = self._system.whole_numbers()
        attacked = [
            n for n in self.primary if n not in {*self.unsafe, *self._told_anyway, *self._beside}
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
                n,
                self._numbers[n].column,
                self._numbers[n].value,
                max(self._numbers[n].values, 1),
                self._numbers[n].margin,
                self._numbers[n].margin,
                whole,
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
        anyway = [*self._known_anyway, *self._beside, *self._near.for_good]
        before = self._attack_knowing(anyway, guarded, progress, count_all=True)
        outcome.programmes += before.programmes
        outcome.whole_programmes += before.whole_programmes
        self.narrow_anyway.update({one.guarded.name: one.no_worse() for one in before.exposed})
        guarded = [self.narrow_anyway.get(one.name, one) for one in guarded]
        self._join(outcome, self.attack(hidden, guarded, progress))

    def protect_beside(
        self, beside: FrozenSet[Key], hidden: Set[int], outcome: Audit, progress: Optional[Progress]
    ) -> Set[int]:
        """Hide what is needed more for readers who know the numbers ``beside`` too; the outcome
        joins ``outcome``."""
        known = set(self.known)
        self._beside = [
            n for n, number in enumerate(self._numbers) if number.key in beside and n not in known
        ]
        if not self._beside:
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
        return hidden - set(suppress(self._freed, [], asked, [*self._zeros, *shown]).unsafe)

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
                    for n in self._near.with_its_cell(chosen)
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
        may = (set(self.candidates) | set(self._near.may_be_hidden)) - hidden
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
        return self._numbers[self._near.number_at.get(position, position)]

    def reason(self, position: int, hidden: Set[int]) -> str:
        """Why a shown number is hidden: its own reason, that of the rest it would tell, or the
        others'."""
        number = self._numbers[position]
        if number.reason == CARRIED and self._near.is_hidden(number, hidden):
            return SECONDARY
        if number.reason:
            return number.reason
        return self._told_by.get((*number.place.key, number.indicator), SECONDARY)
