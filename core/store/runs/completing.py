"""Rates of two registers in an addition: set against the half that the file has, whichever addition
brought it.

The rate belongs to the addition that completed it: it goes with it when that is taken back, and the
half that was there before stays.
"""

from __future__ import annotations

import datetime
import sqlite3
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Collection, Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet, fingerprint
from ...measures.atom_counts import AtomCounts
from ...measures.coverage import Coverage
from ...measures.halves import Halves, Joining, Pair, Rate, kept_atoms
from ...measures.observations import FACET_COLUMNS, SOURCE
from ...measures.plan.terms import Plan, Term
from ..figures.blocks import REGISTER
from .atoms import keep_atoms, write_atoms
from .halves import Kept, kept_of, read_halves, write_halves
from .layouts import Layout

if TYPE_CHECKING:
    from .runs import Run


@dataclass
class Completing:
    """Completes the rates of an addition that gives ``halves``, and notes what it did.

    Attributes:
        joined: the rates that were made of a half that was in the file.
        waiting: those whose denominators no register has given yet.
        apart: those whose halves were counted in other boundaries, or other sets of areas.
    """

    halves: Halves = field(default_factory=Halves)
    joined: List[Pair] = field(default_factory=list)
    waiting: List[Pair] = field(default_factory=list)
    apart: List[Pair] = field(default_factory=list)

    def complete(
        self,
        connection: sqlite3.Connection,
        number: int,
        run: "Run",
        area_sets: Sequence[AreaSet],
        layout: Layout,
        place: np.ndarray,
    ) -> Tuple["Run", Optional[AtomCounts]]:
        """Keep the halves with the addition ``number``, whose atoms are at ``place`` in ``layout``.

        Returns:
            ``run`` with the rates that are made now, and their sums by the atoms of ``layout``;
            None where none is.
        """
        write_halves(connection, number, self.halves.kept, layout.number, place, len(layout))
        rates = self._to_make(connection, number, layout.number)
        if not rates:
            return run, None
        wanted = [half for rate in rates for half in rate.halves]
        by_id = {one.id: one for one in area_sets}
        atoms = kept_atoms([by_id[name] for name in layout.area_ids], layout.atoms)
        joining = Joining(atoms, datetime.date.today().isoformat())
        tables, counts = joining.joined(rates, read_halves(connection, wanted, len(layout)))
        return _with_rates(run, tables, {(r.plan.indicator.id, r.period) for r in rates}), counts

    def _to_make(self, connection: sqlite3.Connection, number: int, layout: int) -> List[Rate]:
        """The rates that this addition gave a half of, and that it did not count at once of the
        halves in force."""
        known: Dict[Term, Dict[str, Kept]] = {}

        def kept(term: Term) -> Dict[str, Kept]:
            if term not in known:
                known[term] = kept_of(connection, term)
            return known[term]

        found = []
        for plan in self.halves.plans:
            above, below = kept(plan.numerator), kept(plan.denominator)
            for period, half in sorted(above.items()):
                pair = (plan.indicator.id, period)
                at = _serving(plan, period, below)
                of_at = None if at is None else below[at]
                if number not in (half.run, of_at.run if of_at else 0):
                    continue
                new = of_at is None or of_at.run == number
                if half.run == number and new and self.halves.counted.get(pair, pair) == at:
                    continue
                if half.layout != layout or (of_at and of_at.layout != layout):
                    self.apart.append(pair)
                    if half.layout != layout:
                        continue
                    at = None
                else:
                    (self.waiting if at is None else self.joined).append(pair)
                found.append(Rate(plan, period, at))
        return found


def keep_with_atoms(
    connection: sqlite3.Connection,
    number: int,
    run: "Run",
    area_sets: Sequence[AreaSet],
    completing: Optional[Completing],
) -> "Run":
    """Keep the sums by atom of ``run``, and of the rates that are made now.

    Returns:
        ``run`` with those rates.
    """
    if run.atoms is None:
        return run
    fingerprints = {one.id: fingerprint(one) for one in area_sets}
    layout, place = keep_atoms(connection, number, run.atoms, fingerprints)
    made = None
    if completing is not None:
        run, made = completing.complete(connection, number, run, area_sets, layout, place)
    if run.atoms is not None:
        write_atoms(connection, number, run.atoms, layout, place)
    if made is not None:
        write_atoms(connection, number, made, layout, np.arange(len(layout)))
    return run


def _serving(plan: Plan, period: str, below: Collection[str]) -> Optional[str]:
    """The period of the denominators that serve ``period``; None where none does."""
    return Coverage({plan.denominator.register: below}).denominator_period(plan.indicator, period)


def _with_rates(run: "Run", tables: Mapping[str, pd.DataFrame], pairs: Set[Pair]) -> "Run":
    """``run`` with the ``tables`` in the place of what its registers said of the ``pairs``."""
    observations = dict(run.observations)
    for name, rates in tables.items():
        counted = observations[name]
        gone = [
            (indicator, period) in pairs and str(source).startswith(REGISTER)
            for indicator, period, source in zip(
                counted["indicator"], counted["period"], counted[SOURCE]
            )
        ]
        parts = [part for part in (counted[~np.array(gone, dtype=bool)], rates) if len(part)]
        table = pd.concat(parts, ignore_index=True)
        facets = [column for column in FACET_COLUMNS if column in table]
        observations[name] = table.fillna({column: "" for column in facets})
    atoms = run.atoms
    if atoms is not None:
        atoms = atoms.of_keys({key for key in atoms.values if key[::-1] not in pairs})
    return replace(run, observations=observations, atoms=atoms)
