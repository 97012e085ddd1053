"""The periods in which something comes twice, read once more: what stands where, in which file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import Dict, List, Mapping, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...progress import Progress, Silent, checkpoint
from ...registers.delivery import checksum
from ...registers.problems import ReadingProblems
from ...registers.tables.register import Register
from ..plan.places import PLACE_COLUMNS
from .repeat import (
    BESIDE,
    EDITIONS,
    GRAVEST_FIRST,
    IDENTICAL,
    PLACES,
    SHARED,
    Repeat,
)

COPY_SHARE = 0.5
"""Two files of one month are two editions of it where at least this share of the smaller one's
things is in the other: of files by district it is none, or a few who have moved."""


class SecondReading:
    """What stands twice in a register, told apart by an identifier or else by whole rows.

    Args:
        identifier: the column, or empty.
        shared: period → the sources that hold it, where they are several.
    """

    def __init__(self, register: Register, identifier: str, shared: Mapping[str, Set[int]]):
        self._register, self._identifier, self._shared = register, identifier, shared
        self._keys: Dict[Tuple[str, int], List[np.ndarray]] = defaultdict(list)
        self._things: Dict[str, List[Tuple[np.ndarray, np.ndarray]]] = defaultdict(list)
        self._checksums: Dict[int, str] = {}

    def read(self, twice: Set[str], progress: Progress) -> None:
        """Read the shared periods, and those in which an identifier stands ``twice``."""
        periods = set(self._shared) | (twice if self._identifier else set())
        if not periods:
            return
        register = self._register
        chosen = [n for n, of in enumerate(register.periods) if of is None or of in periods]
        columns = self._columns()
        for table in _sources_alone(register, chosen).pieces(
            columns, _Mute(progress), ReadingProblems()
        ):
            checkpoint(progress)
            source = chosen[table.attrs["source"]]
            for period in table["period"].cat.categories:
                rows = (table["period"] == period).to_numpy()
                if period in periods and rows.any():
                    self._note(table[rows], period, source, columns)

    def _columns(self) -> List[str]:
        """What tells things apart: the identifier, and where it stands; else whole rows."""
        have = self._register.columns
        if not self._identifier:
            return sorted(have - {"period"})
        return [self._identifier, *(name for name in PLACE_COLUMNS if name in have)]

    def _note(self, rows: pd.DataFrame, period: str, source: int, columns: Sequence[str]) -> None:
        if not self._identifier:
            keys = _hashed(rows, columns)
            self._keys[(period, source)].append(keys[keys != 0])
            return
        keys = rows[self._identifier].to_numpy()
        known = keys != 0
        self._keys[(period, source)].append(keys[known])
        place = _hashed(rows, [name for name in columns if name != self._identifier])
        self._things[period].append((keys[known], place[known]))

    def files(self) -> List[Repeat]:
        """The pairs of files that hold one month, the gravest first; months of one pair and kind
        together."""
        months: Dict[Tuple[str, int, int], List[Tuple[str, int]]] = defaultdict(list)
        for period, sources in sorted(self._shared.items()):
            for first, second in combinations(sorted(sources), 2):
                check, both = self._compared(period, first, second)
                months[(check, first, second)].append((period, both))
        gravest_first = sorted(months.items(), key=lambda entry: GRAVEST_FIRST.index(entry[0][0]))
        return [
            Repeat(
                check,
                tuple(period for period, _ in of),
                (self._register.sources[first].name, self._register.sources[second].name),
                self._identifier,
                sum(both for _, both in of),
            )
            for (check, first, second), of in gravest_first
        ]

    def _compared(self, period: str, first: int, second: int) -> Tuple[str, int]:
        """What two sources of one ``period`` are to each other, and how many things are in both."""
        ours, theirs = (
            np.unique(np.concatenate(self._keys[(period, n)] or [np.zeros(0, "uint64")]))
            for n in (first, second)
        )
        both = len(np.intersect1d(ours, theirs, assume_unique=True))
        if not both:
            return BESIDE, both
        if both < COPY_SHARE * min(len(ours), len(theirs)):
            return SHARED, both
        same = self._checksum(first) and self._checksum(first) == self._checksum(second)
        return (IDENTICAL if same else EDITIONS), both

    def _checksum(self, source: int) -> str:
        """The SHA-256 of a file, empty of a table in memory."""
        if source not in self._checksums:
            of = self._register.sources[source]
            is_file = getattr(of, "path", None) is not None
            self._checksums[source] = checksum([of]) if is_file else ""
        return self._checksums[source]

    def places(self) -> List[Repeat]:
        """The identifiers that stand in more than one place in a period."""
        found = []
        for period, parts in sorted(self._things.items()):
            things, places = (np.concatenate(column) for column in zip(*parts))
            if not places.any():
                continue
            pairs = np.unique(np.column_stack([things, places]), axis=0)[:, 0]
            several = int(np.count_nonzero(np.unique(pairs, return_counts=True)[1] > 1))
            if several:
                found.append(Repeat(PLACES, (period,), (), self._identifier, several))
        return found


class _Mute(Silent):
    """Hears Cancel alone: what the first reading has told is not told again."""

    def __init__(self, whole: Progress):
        super().__init__()
        self._whole = whole

    def is_cancelled(self) -> bool:
        """Ask the whole."""
        return self._whole.is_cancelled()


def _sources_alone(register: Register, chosen: Sequence[int]) -> Register:
    """``register`` with the sources at the positions ``chosen`` alone."""
    return replace(
        register,
        sources=[register.sources[n] for n in chosen],
        roles=[register.roles[n] for n in chosen],
        periods=[register.periods[n] for n in chosen],
        days=[register.days[n] for n in chosen] if register.days else (),
    )


def _hashed(table: pd.DataFrame, columns: Sequence[str]) -> np.ndarray:
    """A hash of each row of those of ``columns`` that are there (uint64, never 0 by chance worth a
    thought); 0 where none is."""
    there = [name for name in columns if name in table]
    if not there:
        return np.zeros(len(table), dtype="uint64")
    return pd.util.hash_pandas_object(table[there], index=False).to_numpy()
