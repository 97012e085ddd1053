"""What is delivered more than once: a month in two files, a thing in two rows, a thing in two
places.

The self-check and the count ask here, so that both say the same. Identifiers are hashes, and are
forgotten when their month has been read. Only where something comes twice is the register read
again, to see what it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Collection, Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ..errors import InputError
from ..i18n import tr
from ..numbers import number
from ..progress import Progress, Silent, checkpoint
from ..registers.delivery import checksum
from ..registers.problems import ReadingProblems
from ..registers.tables.register import Register
from ..registers.written.periods import period_in_name
from .plan.places import PLACE_COLUMNS
from .table_periods import TablePeriods

COPY_SHARE = 0.5
"""Two files of one month are two editions of it where at least this share of the smaller one's
things is in the other: of files by district it is none, or a few who have moved."""
LARGE_BYTES = 100_000_000
"""A register of more than this many bytes is large: about 800,000 rows."""
IDENTICAL, EDITIONS, SHARED, BESIDE, ROWS, PLACES = (
    "same_file",
    "same_month",
    "same_things",
    "month_in_parts",
    "duplicates",
    "two_places",
)
MONTHS_SHOWN = 3


@dataclass(frozen=True)
class Repeat:
    """One thing that comes twice.

    Attributes:
        check: what: ``same_file`` (two files are one), ``same_month`` (two editions of a month),
            ``same_things`` (a few things in both), ``month_in_parts`` (two files hold a month, and
            nothing of it is in both), ``duplicates`` (rows of an identifier that has one already),
            ``two_places`` (identifiers in more than one place).
        periods: the months; files: the two files; field: the identifier, or empty; rows: how many
            rows, or things.
    """

    check: str
    periods: Tuple[str, ...]
    files: Tuple[str, ...]
    field: str
    rows: int

    @property
    def blocks(self) -> bool:
        """Would a count be of the same things twice for certain, so that the user must say that it
        is meant? Rows without an identifier may be alike by chance."""
        return self.check == IDENTICAL or self.check == EDITIONS and bool(self.field)

    @property
    def is_quiet(self) -> bool:
        """Is it right, where a month is delivered in parts?"""
        return self.check == BESIDE and bool(self.field)

    @property
    def file(self) -> str:
        """The files by name."""
        return " / ".join(self.files)

    @property
    def text(self) -> str:
        """What was found."""
        first, second = self.files if self.files else ("", "")
        shown = ", ".join(self.periods[:MONTHS_SHOWN]) + (
            " …" if len(self.periods) > MONTHS_SHOWN else ""
        )
        if self.check == IDENTICAL:
            return tr(
                "The files {first} and {second} are one and the same ({period}).",
                first=first,
                second=second,
                period=shown,
            )
        if self.check in (EDITIONS, SHARED):
            return tr(
                "The files {first} and {second} both hold {period}: {count} rows stand in both.",
                first=first,
                second=second,
                period=shown,
                count=number(self.rows),
            )
        if self.check == BESIDE:
            return tr(
                "The files {first} and {second} both hold {period}; no row stands in both.",
                first=first,
                second=second,
                period=shown,
            )
        if self.check == ROWS:
            return tr(
                "{count} rows have an {field} that stands more than once in {period}.",
                count=number(self.rows),
                field=self.field,
                period=shown,
            )
        return tr(
            "{count} values of {field} stand in more than one place in {period}.",
            count=number(self.rows),
            field=self.field,
            period=shown,
        )

    @property
    def next_step(self) -> str:
        """What to do about it."""
        if self.blocks:
            return tr(
                "Take one of the two files out of the delivery: every row of both would be counted."
            )
        if self.check in (EDITIONS, BESIDE):
            return tr(
                "The rows of both are counted. That is right where a month is delivered in parts; "
                "where one "
                "corrects the other, take the older out."
            )
        return tr("Each row is counted. Find out why they are delivered twice.")


class Seen:
    """What one pass over a register has seen: which source holds which period, and how many things
    stand there twice.

    Args:
        register: the register. names: its identifiers that are looked at; none where only the
            files' months matter.
    """

    def __init__(self, register: Register, names: Sequence[str] = ()):
        self._register, self._names = register, names
        self._sources: Dict[str, Set[int]] = defaultdict(set)
        self._held: Dict[Tuple[str, str], List[np.ndarray]] = defaultdict(list)
        self._twice: Counter = Counter()

    def add(self, table: pd.DataFrame, of_period: TablePeriods) -> None:
        """Note a table of ``Register.pieces`` with its periods."""
        for period, rows in of_period:
            self._sources[period].add(table.attrs["source"])
            for name in self._names:
                if name in table:
                    values = table[name].to_numpy()
                    self._held[(name, period)].append(values if rows is None else values[rows])

    def finish(self, period: str) -> None:
        """Forget the identifiers of ``period``, whose last row has come."""
        for name in self._names:
            again = repeated(self._held.pop((name, period), ()))
            if again:
                self._twice[(name, period)] = again

    def found(self, progress: Progress, wanted: Optional[Collection[str]] = None) -> List[Repeat]:
        """What comes twice in the ``wanted`` periods (all where None), the gravest first.

        Raises:
            CancelledError: the user stopped.
        """
        for _, period in list(self._held):
            self.finish(period)
        shared = {
            period: of
            for period, of in self._sources.items()
            if len(of) > 1 and _is_wanted(period, wanted)
        }
        twice = {key: rows for key, rows in self._twice.items() if _is_wanted(key[1], wanted)}
        again = _Again(
            self._register,
            identifier_of(self._register),
            shared,
            {period for _, period in twice},
            progress,
        )
        found = again.files() + [
            Repeat(ROWS, (period,), (), of, rows) for (of, period), rows in sorted(twice.items())
        ]
        return found + again.places()


def repeats_of_names(
    register: Register, progress: Progress, wanted: Optional[Collection[str]] = None
) -> List[Repeat]:
    """What can be told before anything is read: of files whose names (or the delivery) say one and
    the same period."""
    of_period: Dict[str, Set[int]] = defaultdict(set)
    for position, period in enumerate(register.periods):
        if period is not None and not getattr(register.sources[position], "empty", False):
            of_period[period].add(position)
    shared = {
        period: of for period, of in of_period.items() if len(of) > 1 and _is_wanted(period, wanted)
    }
    return _Again(register, identifier_of(register), shared, set(), progress).files()


def identifier_of(register: Register) -> str:
    """The column that tells the things of ``register`` apart, empty where it has none."""
    return next((name for name in register.kind.unique if name in register.columns), "")


def newest_alone(
    register: Register, name: str, wanted: Optional[Collection[str]] = None
) -> Register:
    """``register``, of a large one with the identifier ``name`` in the files of the newest (of the
    ``wanted``) month alone: reading it of all would cost a seventh of the count, and the older were
    looked at when they came.

    A file without a month in its name keeps it. The self-check looks at every one.
    """
    months = [period_in_name(source.name) for source in register.sources]
    newest = max((month for month in months if month and _is_wanted(month, wanted)), default=None)
    if sum(source.size for source in register.sources) <= LARGE_BYTES or newest is None:
        return register
    return replace(
        register,
        roles=[
            roles
            if month is None or month == newest
            else {role: of for role, of in roles.items() if role != name}
            for roles, month in zip(register.roles, months)
        ],
    )


def refuse_blocking(repeats: Sequence[Repeat]) -> None:
    """Raise ``InputError`` for the first of ``repeats`` by which things would be counted twice."""
    for one in repeats:
        if one.blocks:
            raise InputError(one.text, one.next_step)


def repeated(parts: Sequence[np.ndarray]) -> int:
    """How many values stand more than once, the first of each left out; 0 is no value."""
    values = np.sort(np.concatenate(parts)) if len(parts) else np.zeros(0, dtype="uint64")
    values = values[np.searchsorted(values, 1) :] if len(values) else values
    return int(np.count_nonzero(values[1:] == values[:-1]))


def _is_wanted(period: str, wanted: Optional[Collection[str]]) -> bool:
    return wanted is None or period in wanted


class _Again:
    """The periods in which something comes twice, read once more: what stands where, and in which
    file."""

    def __init__(
        self,
        register: Register,
        name: str,
        shared: Mapping[str, Set[int]],
        twice: Set[str],
        progress: Progress,
    ):
        self._register, self._name, self._shared = register, name, shared
        self._keys: Dict[Tuple[str, int], List[np.ndarray]] = defaultdict(list)
        self._things: Dict[str, List[Tuple[np.ndarray, np.ndarray]]] = defaultdict(list)
        if shared or twice:
            self._read(set(shared) | (twice if name else set()), progress)

    def _read(self, periods: Set[str], progress: Progress) -> None:
        register = self._register
        chosen = [
            n for n, period in enumerate(register.periods) if period is None or period in periods
        ]
        only = replace(
            register,
            sources=[register.sources[n] for n in chosen],
            roles=[register.roles[n] for n in chosen],
            periods=[register.periods[n] for n in chosen],
        )
        whole = sorted(register.columns - {"period"})
        places = [name for name in PLACE_COLUMNS if name in register.columns]
        columns = [self._name, *places] if self._name else whole
        for table in only.pieces(columns, _Mute(progress), ReadingProblems()):
            checkpoint(progress)
            source = chosen[table.attrs["source"]]
            for period in table["period"].cat.categories:
                rows = (table["period"] == period).to_numpy()
                if period not in periods or not rows.any():
                    continue
                part = table[rows]
                place = _hashed(part, [name for name in places if name in part])
                keys = (
                    part[self._name].to_numpy()
                    if self._name
                    else _hashed(part, [c for c in whole if c in part])
                )
                self._keys[(period, source)].append(keys[keys != 0])
                if self._name:
                    self._things[period].append((keys[keys != 0], place[keys != 0]))

    def files(self) -> List[Repeat]:
        """The pairs of files that hold one month, the gravest first; months of one pair and kind
        together."""
        months: Dict[Tuple[str, int, int], List[Tuple[str, int]]] = defaultdict(list)
        marks: Dict[int, str] = {}
        for period, sources in sorted(self._shared.items()):
            for first, second in combinations(sorted(sources), 2):
                a, b = (
                    np.unique(np.concatenate(self._keys[(period, n)] or [np.zeros(0, "uint64")]))
                    for n in (first, second)
                )
                both = len(np.intersect1d(a, b, assume_unique=True))
                kind = (
                    EDITIONS
                    if both and both >= COPY_SHARE * min(len(a), len(b))
                    else SHARED
                    if both
                    else BESIDE
                )
                if kind == EDITIONS and self._mark(first, marks) in (
                    self._mark(second, marks) or None,
                ):
                    kind = IDENTICAL
                months[(kind, first, second)].append((period, both))
        order = (IDENTICAL, EDITIONS, SHARED, BESIDE)
        return [
            Repeat(
                kind,
                tuple(period for period, _ in of),
                (self._register.sources[first].name, self._register.sources[second].name),
                self._name,
                sum(both for _, both in of),
            )
            for (kind, first, second), of in sorted(
                months.items(), key=lambda entry: order.index(entry[0][0])
            )
        ]

    def _mark(self, source: int, marks: Dict[int, str]) -> str:
        """The SHA-256 of a file, empty of a table in memory."""
        if source not in marks:
            of = self._register.sources[source]
            marks[source] = checksum([of]) if getattr(of, "path", None) is not None else ""
        return marks[source]

    def places(self) -> List[Repeat]:
        """The identifiers that stand in more than one place in a period."""
        found = []
        for period, parts in sorted(self._things.items()):
            ids, places = (np.concatenate(column) for column in zip(*parts))
            pairs = (
                np.unique(np.column_stack([ids, places]), axis=0)[:, 0]
                if places.any()
                else np.zeros(0, "uint64")
            )
            several = int(np.count_nonzero(np.unique(pairs, return_counts=True)[1] > 1))
            if several:
                found.append(Repeat(PLACES, (period,), (), self._name, several))
        return found


class _Mute(Silent):
    """Hears Cancel alone: what the first reading has told is not told again."""

    def __init__(self, whole: Progress):
        super().__init__()
        self._whole = whole

    def is_cancelled(self) -> bool:
        """Ask the whole."""
        return self._whole.is_cancelled()


def _hashed(table: pd.DataFrame, columns: Sequence[str]) -> np.ndarray:
    """A hash of each row of ``columns`` (uint64, never 0 by chance worth a thought)."""
    if not columns:
        return np.zeros(len(table), dtype="uint64")
    return pd.util.hash_pandas_object(table[list(columns)], index=False).to_numpy()
