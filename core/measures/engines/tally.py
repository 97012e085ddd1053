"""Adds up terms, households and values by atom and period, piece by piece."""

from __future__ import annotations

from collections import defaultdict
from typing import Callable, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.indicators.facets import CROSSED_BY, Facet, unknown_group
from ..findings import Periods
from ..homes import Counting, Homes
from ..plan.terms import Term
from .masks import Masks

ATOM_MIX = np.uint64(0x9E3779B97F4A7C15)
Breakdown = Tuple[Facet, ...]
ValueGroups = Dict[Breakdown, np.ndarray]
Digest = Callable[[Term, str, np.ndarray, np.ndarray, ValueGroups], None]
WHOLE: Breakdown = ()
"""The breakdown into one group: everybody."""


def breakdown_id(breakdown: Breakdown) -> str:
    """``sex``, or ``sex*age_band``; empty for everybody."""
    return CROSSED_BY.join(facet.id for facet in breakdown)


class Groups:
    """The groups of one breakdown, in the order they are met; each keeps its number."""

    def __init__(self, breakdown: Breakdown):
        self.breakdown = breakdown
        self._numbers: Dict[str, int] = {} if breakdown else {"": 0}

    @property
    def names(self) -> List[str]:
        """The groups' codes, by number."""
        return list(self._numbers)

    def of(self, table: pd.DataFrame) -> np.ndarray:
        """The group number of each row."""
        code, names = np.zeros(len(table), dtype="int64"), [""]
        for facet in self.breakdown:
            part, part_names = _groups_of(facet, table[facet.column])
            code = code * len(part_names) + part
            names = [f"{a}{CROSSED_BY}{b}" if a else b for a in names for b in part_names]
        used, place = np.unique(code, return_inverse=True)
        return np.array(
            [self._numbers.setdefault(names[c], len(self._numbers)) for c in used], dtype="int64"
        )[place]


def _groups_of(facet: Facet, values: pd.Series) -> "Tuple[np.ndarray, List[str]]":
    if facet.bands:
        codes = np.full(len(values), len(facet.bands), dtype="int64")
        numbers = values.to_numpy(dtype="float64")
        for position, (_, low, high) in enumerate(facet.bands):
            with np.errstate(invalid="ignore"):
                codes[(numbers >= low) & (numbers <= (np.inf if high is None else high))] = position
        return codes, [code for code, _, _ in facet.bands] + [unknown_group()]
    known = values.cat.categories.astype(str).tolist()
    codes = values.cat.codes.to_numpy().astype("int64")
    return np.where(codes < 0, len(known), codes), [*known, unknown_group()]


class Tally:
    """The sums of one register.

    Args:
        terms_of: what is added up by each breakdown, ``WHOLE`` among them.
        households: terms whose households are counted too.
        values: terms whose single values are kept until their period is finished (medians,
            dominance), and then handed to ``digest`` (term, period, atoms, values, groups), where
            ``groups`` is breakdown → the group number of each value.
        by_group: those of ``values`` that are handed over with their groups.
    """

    def __init__(
        self,
        terms_of: Mapping[Breakdown, Sequence[Term]],
        households: Sequence[Term],
        values: Sequence[Term],
        digest: Digest,
        by_group: Sequence[Term] = (),
    ):
        self._terms_of = {
            breakdown: tuple(dict.fromkeys(terms)) for breakdown, terms in terms_of.items()
        }
        self.groups = {breakdown: Groups(breakdown) for breakdown in terms_of}
        self._households = tuple(dict.fromkeys(households))
        self._values, self._digest, self._by_group = (
            tuple(dict.fromkeys(values)),
            digest,
            frozenset(by_group),
        )
        self._sums: Dict[Tuple[Breakdown, Term, str], np.ndarray] = {}
        self._seen: Dict[str, List[Tuple[np.ndarray, np.ndarray, np.ndarray]]] = defaultdict(list)
        self._kept: Dict[Tuple[Term, str], List[Tuple[np.ndarray, np.ndarray, ValueGroups]]] = (
            defaultdict(list)
        )
        self._homes: Dict[Tuple[Term, str], Homes] = {}
        self.has_households = bool(self._households)

    def add(
        self,
        table: pd.DataFrame,
        masks: Masks,
        atoms: np.ndarray,
        periods: Periods,
        households: Optional[np.ndarray],
    ) -> None:
        """Add a table's rows, which lie in ``atoms``; ``households`` are hashes (0 unknown), None
        where unknown."""
        width = int(atoms.max()) + 1 if len(atoms) else 0
        cells = atoms
        if len(periods) > 1:
            number = np.zeros(len(atoms), dtype="int64")
            for position, (_, rows) in enumerate(periods):
                number[rows] = position
            cells = atoms + number * width
        rows_of: Dict[Term, np.ndarray] = {}
        groups_of: ValueGroups = {}
        for breakdown, terms in self._terms_of.items():
            groups = self.groups[breakdown]
            of_rows = groups.of(table) if breakdown else None
            if of_rows is not None:
                groups_of[breakdown] = of_rows
            count = len(groups.names)
            here = cells if of_rows is None else cells * count + of_rows
            for term in terms:
                if term not in rows_of:
                    rows_of[term] = np.flatnonzero(term.rows(masks))
                rows = rows_of[term]
                weights = (
                    table[term.column].to_numpy(dtype="float64")[rows] if term.column else None
                )
                sums = np.bincount(here[rows], weights, minlength=len(periods) * width * count)
                sums = sums.reshape(len(periods), width, count)
                for (period, _), part in zip(periods, sums):
                    self._put(breakdown, term, period, part)
        self._keep_values(table, rows_of, masks, atoms, periods, groups_of)
        if households is None:
            self.has_households = False
        elif self.has_households:
            self._see(households, rows_of, masks, atoms, periods)

    def _put(self, breakdown: Breakdown, term: Term, period: str, part: np.ndarray) -> None:
        key = (breakdown, term, period)
        known = self._sums.get(key)
        if known is None:
            self._sums[key] = part.astype("float64")
            return
        shape = tuple(np.maximum(known.shape, part.shape))
        if shape != known.shape:
            grown = np.zeros(shape)
            grown[: known.shape[0], : known.shape[1]] = known
            self._sums[key] = known = grown
        known[: part.shape[0], : part.shape[1]] += part

    def _keep_values(
        self,
        table: pd.DataFrame,
        rows_of: Dict[Term, np.ndarray],
        masks: Masks,
        atoms: np.ndarray,
        periods: Periods,
        groups_of: ValueGroups,
    ) -> None:
        for term in self._values:
            rows = rows_of.get(term)
            rows = np.flatnonzero(term.rows(masks)) if rows is None else rows
            values = table[term.column].to_numpy(dtype="float64")
            for period, part in periods:
                here = rows if part is None else rows[np.isin(rows, part, assume_unique=True)]
                groups = {
                    breakdown: of_rows[here].astype("int32")
                    for breakdown, of_rows in groups_of.items()
                    if term in self._by_group and self.has(breakdown, term)
                }
                self._kept[(term, period)].append(
                    (atoms[here].astype("int32"), values[here], groups)
                )

    def _see(
        self,
        households: np.ndarray,
        rows_of: Dict[Term, np.ndarray],
        masks: Masks,
        atoms: np.ndarray,
        periods: Periods,
    ) -> None:
        """Note for every household of a period in which of the terms one of its rows counts."""
        for period, part in periods:
            rows = np.arange(len(atoms)) if part is None else part
            rows = rows[households[rows] != 0]
            at = atoms[rows].astype("uint64")
            ids = households[rows] ^ (at * ATOM_MIX)
            unique, first, place = np.unique(ids, return_index=True, return_inverse=True)
            flags = np.zeros((len(self._households), len(unique)), dtype=bool)
            for position, term in enumerate(self._households):
                counted = rows_of.get(term)
                mask = np.zeros(len(atoms), dtype=bool)
                mask[np.flatnonzero(term.rows(masks)) if counted is None else counted] = True
                flags[position][place[mask[rows]]] = True
            self._seen[period].append((unique, at[first].astype("int64"), flags))

    def finish(self, period: str) -> None:
        """No more rows of ``period`` will come: count its households, digest its values, forget
        both."""
        for term in self._values:
            kept = self._kept.pop((term, period), [])
            if kept:
                groups = {
                    breakdown: np.concatenate([part[2][breakdown] for part in kept])
                    for breakdown in kept[0][2]
                }
                self._digest(
                    term,
                    period,
                    *(np.concatenate([part[n] for part in kept]) for n in (0, 1)),
                    groups,
                )
        parts = self._seen.pop(period, [])
        if not parts:
            return
        ids, atoms = (np.concatenate([part[n] for part in parts]) for n in (0, 1))
        flags = np.concatenate([part[2] for part in parts], axis=1)
        if len(parts) > 1:
            unique, first, place = np.unique(ids, return_index=True, return_inverse=True)
            joined = np.zeros((len(self._households), len(unique)), dtype=bool)
            for position in range(len(self._households)):
                joined[position][place[flags[position]]] = True
            ids, atoms, flags = unique, atoms[first], joined
        counting = Counting(ids ^ (atoms.astype("uint64") * ATOM_MIX), atoms)
        for position, term in enumerate(self._households):
            self._homes[(term, period)] = counting.of(flags[position])

    def has(self, breakdown: Breakdown, term: Term) -> bool:
        """Is ``term`` added up by ``breakdown``?"""
        return term in self._terms_of.get(breakdown, ())

    def sums(self, breakdown: Breakdown, term: Term, period: str) -> np.ndarray:
        """(atoms, groups) sums; shorter where the last atoms or groups have none."""
        return self._sums.get(
            (breakdown, term, period), np.zeros((0, len(self.groups[breakdown].names)))
        )

    def households(self, term: Term, period: str) -> Optional[Homes]:
        """Households of the rows of ``term``; None where no column says which household a row is
        of."""
        return self._homes.get((term, period), Homes(np.zeros(0))) if self.has_households else None
