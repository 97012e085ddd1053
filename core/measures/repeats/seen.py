"""What is delivered more than once: a month in two files, a thing in two rows, a thing in two
places.

The self-check and the count ask here, so that both say the same. Identifiers are hashes, and are
forgotten when their month has been read. Only where something comes twice is the register read
again, to see what it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import Collection, Dict, List, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...errors import InputError
from ...progress import Progress
from ...registers.tables.register import Register
from ...registers.written.periods import period_in_name
from ..table_periods import TablePeriods
from .repeat import ROWS, Repeat
from .second_reading import SecondReading

LARGE_BYTES = 100_000_000
"""A register of more than this many bytes is large: about 800,000 rows."""


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
        again = SecondReading(self._register, identifier_of(self._register), shared)
        again.read({period for _, period in twice}, progress)
        rows_twice = [
            Repeat(ROWS, (period,), (), of, rows) for (of, period), rows in sorted(twice.items())
        ]
        return [*again.files(), *rows_twice, *again.places()]


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
    again = SecondReading(register, identifier_of(register), shared)
    again.read(set(), progress)
    return again.files()


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
    roles = [
        {role: column for role, column in of.items() if role != name or month in (None, newest)}
        for of, month in zip(register.roles, months)
    ]
    return replace(register, roles=roles)


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
