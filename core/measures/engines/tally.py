"""Adds up terms by atom, group and period, piece by piece."""

from __future__ import annotations

from typing import Dict, Mapping, Sequence, Tuple

import numpy as np

from ...catalogue.indicators.breakdowns import Breakdown
from ..plan.terms import Term
from .groups import Groups
from .piece import Piece


class Tally:
    """The sums of one register.

    Args:
        terms: what is added up by each breakdown, ``WHOLE`` among them.
        groups: the groups of each breakdown.
    """

    def __init__(
        self, terms: Mapping[Breakdown, Sequence[Term]], groups: Mapping[Breakdown, Groups]
    ):
        self._terms, self._groups = terms, groups
        self.by_atom: Dict[Tuple[Breakdown, Term, str], np.ndarray] = {}

    def add(self, piece: Piece) -> None:
        """Add the rows of ``piece``."""
        width = int(piece.atoms.max()) + 1 if len(piece.atoms) else 0
        shelves = piece.atoms
        if len(piece.periods) > 1:
            # one bincount for all periods: every period has its own stretch of atoms
            number = np.zeros(len(piece.atoms), dtype="int64")
            for position, (_, rows) in enumerate(piece.periods):
                number[rows] = position
            shelves = piece.atoms + number * width
        for breakdown, terms in self._terms.items():
            count = len(self._groups[breakdown].names)
            cells = shelves * count + piece.groups[breakdown] if breakdown else shelves
            for term in terms:
                rows = piece.counted(term)
                weights = piece.values(term.column)[rows] if term.column else None
                sums = np.bincount(cells[rows], weights, len(piece.periods) * width * count)
                sums = sums.reshape(len(piece.periods), width, count)
                for (period, _), of_period in zip(piece.periods, sums):
                    self._put((breakdown, term, period), of_period)

    def _put(self, key: Tuple[Breakdown, Term, str], sums: np.ndarray) -> None:
        known = self.by_atom.get(key)
        if known is None:
            self.by_atom[key] = sums.astype("float64")
            return
        shape = tuple(np.maximum(known.shape, sums.shape))
        if shape != known.shape:
            grown = np.zeros(shape)
            grown[: known.shape[0], : known.shape[1]] = known
            self.by_atom[key] = known = grown
        known[: sums.shape[0], : sums.shape[1]] += sums
