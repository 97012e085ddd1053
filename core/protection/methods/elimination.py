"""Secondary suppression by Gauss elimination with exact integers.

Every number that is shown or can be worked out is a column: a combination of inner cells (rows).
Columns are published one by one, the most wanted first; a column is hidden when publishing it would
let a primary column be computed from the published ones. Nothing is rounded, so "can be computed"
is exact and holds both ways.

Source: Ø. Langsrud, "Secondary Cell Suppression by Gaussian Elimination", PSD 2024,
doi 10.1007/978-3-031-69651-0_6.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import gcd
from typing import (
    Collection,
    Dict,
    FrozenSet,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Set,
    Tuple,
)

from ...progress import Progress, checkpoint

Column = Mapping[int, int]
"""Row → whole number; rows that are not there have 0."""
NONE, ANY_SUM, ANY_SUM_NOT_PRIMARY = "none", "anySum", "anySumNOTprimary"
COLUMNS_BETWEEN_CHECKS = 200


@dataclass(frozen=True)
class Suppression:
    """What has to be hidden besides the primary columns.

    Attributes:
        secondary: candidates to hide, in their order.
        unsafe: primary columns that the forced ones give away whatever else is hidden.
        because: hidden candidate → the primary column it would give away; one hidden for singletons
            is not there.
    """

    secondary: Tuple[int, ...]
    unsafe: Tuple[int, ...]
    because: Mapping[int, int] = field(default_factory=dict)


def suppress(
    columns: Sequence[Column],
    candidates: Sequence[int],
    primary: Iterable[int],
    forced: Sequence[int] = (),
    singletons: Collection[int] = (),
    method: str = ANY_SUM,
    progress: Optional[Progress] = None,
) -> Suppression:
    """The candidates that must be hidden so that no primary column follows from the published ones.

    Args:
        columns: the system; columns alike are one number and share one fate.
        candidates: positions in ``columns``, the most wanted first; primary ones among them are
            left out.
        primary: columns that must not become known. Some may be virtual: never shown, but
            computable.
        forced: columns that are known already (published before, or elsewhere).
        singletons: rows whose value a reader may guess once a sum of them is known: inner cells of
            1 where zeros are published, of 0 where zeros are hidden.
        method: how sums of singletons are handled: ``none``; ``anySum``, where published singletons
            are primary; ``anySumNOTprimary``, where they are not.
    Returns:
        ``Suppression``, in positions of ``columns``.
    """
    same, first_of = _alike(columns)
    sensitive = {first_of[c] for c in primary}
    known = list(dict.fromkeys(first_of[c] for c in forced))
    given_away = sensitive & set(known)
    sensitive -= given_away
    order = known + [
        c
        for c in dict.fromkeys(first_of[c] for c in candidates)
        if c not in sensitive and c not in set(known)
    ]
    elimination = _Elimination(columns, order, sorted(sensitive), len(known), singletons, method)
    hidden, lost = elimination.run(progress)
    wanted = set(candidates) - set(primary)
    secondary = tuple(
        c for c in candidates if c in wanted and (first_of[c] in hidden or first_of[c] in sensitive)
    )
    unsafe = tuple(sorted(c for one in given_away | lost for c in same[one] if c in set(primary)))
    because = {
        c: elimination.because[first_of[c]] for c in secondary if first_of[c] in elimination.because
    }
    return Suppression(secondary, unsafe, because)


def _alike(columns: Sequence[Column]) -> Tuple[Dict[int, List[int]], List[int]]:
    """(first column → all columns like it, column → the first like it)."""
    first: Dict[FrozenSet, int] = {}
    same: Dict[int, List[int]] = defaultdict(list)
    first_of = []
    for position, column in enumerate(columns):
        one = first.setdefault(frozenset(column.items()), position)
        same[one].append(position)
        first_of.append(one)
    return same, first_of


class _Elimination:
    """The state of one elimination: residuals of the candidates and of the primary columns."""

    def __init__(
        self,
        columns: Sequence[Column],
        order: Sequence[int],
        primary: Sequence[int],
        forced: int,
        singletons: Collection[int],
        method: str,
    ):
        single = frozenset() if method == NONE else frozenset(singletons)
        rows = sorted(
            {row for column in columns for row in column}, key=lambda row: (row in single, row)
        )
        place = {row: number for number, row in enumerate(rows)}
        self._single_from = len(rows) - sum(row in single for row in rows)
        self._apart = method == ANY_SUM_NOT_PRIMARY
        self._order, self._forced = order, forced
        self._open = [{place[r]: v for r, v in columns[c].items() if v} for c in order]
        self._names: List[Optional[int]] = list(primary)
        self._guarded = [{place[r]: v for r, v in columns[c].items() if v} for c in primary]
        if single and not self._apart:
            if forced:
                self._guard_sums_of_singletons(columns, place)
            else:
                kept = [
                    n
                    for n, column in enumerate(self._guarded)
                    if not column or min(column) < self._single_from
                ]
                self._names = [self._names[n] for n in kept]
                self._guarded = [self._guarded[n] for n in kept]
        self._used: Set[int] = set()
        self.because: Dict[int, int] = {}
        self._open_at: Dict[int, Set[int]] = defaultdict(set)
        self._guarded_at: Dict[int, Set[int]] = defaultdict(set)
        for index, at in ((self._open, self._open_at), (self._guarded, self._guarded_at)):
            for number, column in enumerate(index):
                for row in column:
                    at[row].add(number)

    def _guard_sums_of_singletons(
        self, columns: Sequence[Column], place: Mapping[int, int]
    ) -> None:
        """Make every sum of two or more singletons within a column primary."""
        seen = {frozenset(column.items()) for column in self._guarded}
        for column in columns:
            part = {place[r]: v for r, v in column.items() if v and place[r] >= self._single_from}
            key = frozenset(part.items())
            if len(part) > 1 and key not in seen:
                seen.add(key)
                self._names.append(None)
                self._guarded.append(part)

    def run(self, progress: Optional[Progress]) -> Tuple[Set[int], Set[int]]:
        """(candidates hidden, primary columns given away by the forced)."""
        hidden: Set[int] = set()
        empty = {n for n, column in enumerate(self._guarded) if not column}
        lost: Set[int] = set()
        for number, name in enumerate(self._order):
            if progress is not None and number % COLUMNS_BETWEEN_CHECKS == 0:
                checkpoint(progress)
            if number == self._forced:
                lost = self._emptied(empty)
            column = self._open[number]
            if not column:
                continue
            if number >= self._forced and self._must_hide(name, number, column):
                hidden.add(name)
                self._forget(number)
                continue
            if self._open[number]:
                self._eliminate(number)
        if len(self._order) <= self._forced:
            lost = self._emptied(empty)
        return hidden, lost

    def _emptied(self, empty_before: Set[int]) -> Set[int]:
        return {
            name
            for n, (name, column) in enumerate(zip(self._names, self._guarded))
            if not column and n not in empty_before and name is not None
        }

    def _must_hide(self, name: int, number: int, column: Dict[int, int]) -> bool:
        # rows are sorted with the singletons last: what begins among them has no other rows
        if min(column) < self._single_from:
            return self._gives_away(name, column)
        # 0 + 0 = 0 tells two zeros, 1 + 1 = 2 two ones: a sum of singletons alone is published only
        # where its factors differ, so that other values give it too, and no row is in two of them
        told_apart = len(set(column.values())) > 1 and not self._used & column.keys()
        if told_apart:
            self._used |= column.keys()
            return self._gives_away(name, column)
        if not self._apart:
            return True
        near = {n for row in column for n in self._guarded_at[row]}
        if any(self._guarded[n].keys() <= column.keys() for n in near):
            return True
        self._forget_rows(number, set(column))
        return False

    def _gives_away(self, name: int, column: Dict[int, int]) -> bool:
        """Is a primary residual a multiple of ``column``?"""
        pivot = min(column)
        for number in self._guarded_at[pivot]:
            other = self._guarded[number]
            if len(other) == len(column) and other.keys() == column.keys():
                ours, theirs = column[pivot], other[pivot]
                if all(value * theirs == other[row] * ours for row, value in column.items()):
                    given_away = self._names[number]
                    if given_away is not None:
                        self.because[name] = given_away
                    return True
        return False

    def _forget(self, number: int) -> None:
        for row in self._open[number]:
            self._open_at[row].discard(number)
        self._open[number] = {}

    def _forget_rows(self, number: int, rows: Set[int]) -> None:
        """The values of ``rows`` have become known: take them out of every column."""
        self._forget(number)
        for columns, at in ((self._open, self._open_at), (self._guarded, self._guarded_at)):
            for row in rows:
                for other in at.pop(row, ()):
                    columns[other].pop(row, None)

    def _eliminate(self, number: int) -> None:
        column = self._open[number]
        self._forget(number)
        # now the residuals are modulo what has been published; a primary one that is left with
        # nothing would be computable
        pivot = min(column)
        for columns, at in ((self._open, self._open_at), (self._guarded, self._guarded_at)):
            for other in list(at[pivot]):
                columns[other] = _reduced(columns[other], column, pivot, at, other)


def _reduced(
    column: Dict[int, int], by: Dict[int, int], pivot: int, at: Dict[int, Set[int]], number: int
) -> Dict[int, int]:
    """``column`` freed of the row ``pivot`` with a multiple of ``by``; the index ``at`` follows."""
    common = gcd(column[pivot], by[pivot])
    times, factor = by[pivot] // common, column[pivot] // common
    if times < 0:
        times, factor = -times, -factor
    if times != 1:
        column = {row: value * times for row, value in column.items()}
    for row, value in by.items():
        left = column.get(row, 0) - factor * value
        if left:
            if row not in column:
                at[row].add(number)
            column[row] = left
        elif row in column:
            del column[row]
            at[row].discard(number)
    if times != 1:
        common = gcd(*column.values()) if column else 1
        if common > 1:
            column = {row: value // common for row, value in column.items()}
    return column
