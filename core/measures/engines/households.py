"""Households behind the numbers, noted per period and forgotten when it is whole."""

from __future__ import annotations

from collections import defaultdict
from typing import Dict, List, NamedTuple, Sequence, Tuple

import numpy as np
import pandas as pd

from ..homes import Homes
from ..plan.terms import Rows
from .piece import Piece

ATOM_MIX = np.uint64(0x9E3779B97F4A7C15)
"""2^64 divided by the golden ratio: spreads the few atoms over all bits, so that hash and atom make
one number, and the hash comes back when they are mixed again."""


class _Pairs(NamedTuple):
    """Households by atom, each pair once: the mixed hashes (ascending), the atoms, and (rows,
    pairs) in which of the rows asked for the household has one."""

    mixed: np.ndarray
    atoms: np.ndarray
    flags: np.ndarray


class Households:
    """The households of one register: in which atoms each has a row that counts.

    Args:
        asked: the rows whose households are counted.
    """

    def __init__(self, asked: Sequence[Rows]):
        self._asked = asked
        self._seen: Dict[str, List[_Pairs]] = defaultdict(list)
        self.homes: Dict[Tuple[Rows, str], Homes] = {}

    def add(self, piece: Piece, hashes: np.ndarray) -> None:
        """Note the households of ``piece``; ``hashes`` are theirs by row (0 unknown)."""
        for period, part in piece.periods:
            rows = np.arange(len(hashes)) if part is None else part
            rows = rows[hashes[rows] != 0]
            atoms = piece.atoms[rows].astype("uint64")
            unique, first, place = np.unique(
                _mixed(hashes[rows], atoms), return_index=True, return_inverse=True
            )
            flags = np.zeros((len(self._asked), len(unique)), dtype=bool)
            for position, asked in enumerate(self._asked):
                counts = np.zeros(len(hashes), dtype=bool)
                counts[piece.counted(asked)] = True
                flags[position][place[counts[rows]]] = True
            self._seen[period].append(_Pairs(unique, atoms[first].astype("int64"), flags))

    def finish(self, period: str) -> None:
        """No more rows of ``period`` will come: count its households, forget who they were."""
        seen = self._seen.pop(period, [])
        if not seen:
            return
        pairs = _joined(seen)
        counting = _Counting(_mixed(pairs.mixed, pairs.atoms.astype("uint64")), pairs.atoms)
        for position, asked in enumerate(self._asked):
            self.homes[(asked, period)] = counting.of(pairs.flags[position])


def _mixed(hashes: np.ndarray, atoms: np.ndarray) -> np.ndarray:
    """Hash and atom in one number; of such a number and its atom, the hash again."""
    return hashes ^ (atoms * ATOM_MIX)


def _joined(seen: Sequence[_Pairs]) -> _Pairs:
    """The pairs of all pieces, each once."""
    mixed, atoms = (np.concatenate([part[n] for part in seen]) for n in (0, 1))
    flags = np.concatenate([part.flags for part in seen], axis=1)
    if len(seen) == 1:
        return _Pairs(mixed, atoms, flags)
    unique, first, place = np.unique(mixed, return_index=True, return_inverse=True)
    joined = np.zeros((len(flags), len(unique)), dtype=bool)
    for position, counts in enumerate(flags):
        joined[position][place[counts]] = True
    return _Pairs(unique, atoms[first], joined)


class _Counting:
    """Counts the households of one period, from every household's atoms.

    Args:
        households: hashes; atoms: where; each pair once.
    """

    def __init__(self, households: np.ndarray, atoms: np.ndarray):
        several = np.flatnonzero(pd.Series(households).duplicated(keep=False).to_numpy())
        self._several = several[np.lexsort((atoms[several], households[several]))]
        self._households, self._atoms = households, atoms

    def of(self, counted: np.ndarray) -> Homes:
        """The households of the pairs that are ``counted`` (boolean)."""
        by_atom = np.bincount(self._atoms[counted]).astype("float64")
        mine = self._several[counted[self._several]]
        return (
            Homes(by_atom, *_sets(self._households[mine], self._atoms[mine]))
            if len(mine)
            else Homes(by_atom)
        )


def _sets(households: np.ndarray, atoms: np.ndarray) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """``times``, ``number`` and ``atom`` of households in order, those in one atom left out."""
    starts = np.flatnonzero(np.r_[True, households[1:] != households[:-1]])
    sizes = np.diff(np.r_[starts, len(households)])
    # sets are told apart by the sum of their atoms' hashes; a 0 would hash to 0, and say nothing
    hashes = pd.util.hash_array((atoms + 1).astype("uint64"), categorize=False)
    names = np.add.reduceat(hashes, starts)
    several = np.flatnonzero(sizes > 1)
    _, first, times = np.unique(names[several], return_index=True, return_counts=True)
    chosen = several[first]
    number = np.repeat(np.arange(len(chosen)), sizes[chosen])
    entries = (
        np.concatenate([np.arange(starts[n], starts[n] + sizes[n]) for n in chosen])
        if len(chosen)
        else np.zeros(0, dtype="int64")
    )
    return times.astype("int64"), number, atoms[entries]
