"""The two halves of a rate that is counted in two registers, such as moves per 1,000 residents.

The registers may come in different additions. Each half is kept by atom, and the rate is made where
both are there, by the same routines as one that is counted at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Collection, Dict, Iterator, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from ..catalogue.indicators.breakdowns import WHOLE, Breakdown, breakdown_id
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.indicators.facets import breakdowns
from .atom_counts import AtomCounts, atom_counts
from .coverage import Coverage
from .homes import Homes
from .observations import OF_REGISTER, SOURCE, Observing
from .plan.atoms import Atoms, Combination
from .plan.terms import Plan, Rows, Term
from .rollup import Rollup
from .sums import Sums

EVERYBODY = ("", "")
Pair = Tuple[str, str]
"""Indicator and period."""


@dataclass(frozen=True)
class Half:
    """The sums of one term in one period.

    Attributes:
        by_group: (breakdown, group) → one number per atom, short where the last atoms have none;
            ``EVERYBODY`` among them.
        homes: the households of its rows; None where nobody told of them.
    """

    by_group: Mapping[Tuple[str, str], np.ndarray]
    homes: Optional[Homes] = None


@dataclass(frozen=True)
class Halves:
    """What a count gives of the rates that are counted in two registers.

    Attributes:
        plans: of those asked for, whichever of their registers came.
        kept: (term, period) → the half.
        counted: the rates that were counted at once → the period of their denominators, None where
            none serves.
    """

    plans: Sequence[Plan] = ()
    kept: Mapping[Tuple[Term, str], Half] = field(default_factory=dict)
    counted: Mapping[Pair, Optional[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Rate:
    """A rate of one ``period`` that both halves are known of: the period of its denominators is
    ``at``, None where none serves."""

    plan: Plan
    period: str
    at: Optional[str]

    @property
    def halves(self) -> List[Tuple[Term, str]]:
        """The terms it is made of, and of which period."""
        found = [(term, self.period) for term in numerators(self.plan)]
        if self.at is not None:
            found += [(term, self.at) for term in denominators(self.plan)]
        return list(dict.fromkeys(found))


def of_two_registers(indicator: Indicator) -> bool:
    """Is its numerator counted in one register, and its denominator in another?"""
    return (
        indicator.numerator_kind in ("count", "sum")
        and indicator.denominator_register != indicator.register
    )


def numerators(plan: Plan) -> Tuple[Term, ...]:
    """The terms of ``plan`` in the register of its numerator."""
    return (plan.numerator, plan.concerned, plan.known)


def denominators(plan: Plan) -> Tuple[Term, ...]:
    """The terms of ``plan`` in the register of its denominator."""
    return (plan.denominator, plan.behind)


def halves_of(
    plans: Sequence[Plan],
    at_once: Collection[Plan],
    sums: Mapping[str, Sums],
    coverage: Coverage,
    wanted: Optional[Collection[str]],
) -> Halves:
    """The halves of ``plans``, those of the periods ``wanted`` alone (None: all) and those that
    serve them.

    Args:
        at_once: those of them whose registers both came. sums, coverage: of the registers.
    """
    counted = {
        (one.indicator.id, period): coverage.denominator_period(one.indicator, period)
        for one in at_once
        for period in _chosen(coverage.periods_of(one.numerator.register), wanted)
    }
    serving = None if wanted is None else {*wanted, *filter(None, counted.values())}
    with_homes: Set[Rows] = {one.behind for one in plans}
    with_homes |= {p.numerator for p in plans if p.indicator.numerator_kind == "count"}
    kept: Dict[Tuple[Term, str], Half] = {}
    for one in plans:
        for terms, asked in ((numerators(one), wanted), (denominators(one), serving)):
            mine = sums.get(terms[0].register)
            if mine is None or not all(mine.has(WHOLE, term) for term in terms):
                continue
            for period in _chosen(coverage.periods_of(terms[0].register), asked):
                for term in terms:
                    if (term, period) not in kept:
                        kept[(term, period)] = _half(mine, term, period, term in with_homes)
    return Halves(tuple(plans), kept, counted)


def _chosen(periods: Sequence[str], wanted: Optional[Collection[str]]) -> List[str]:
    return [period for period in periods if wanted is None or period in wanted]


def _half(sums: Sums, term: Term, period: str, with_homes: bool) -> Half:
    by_group = {
        (breakdown_id(breakdown), group): sums.of(breakdown, term, period, group)
        for breakdown in sums.terms
        if sums.has(breakdown, term)
        for group in sums.groups[breakdown]
    }
    return Half(by_group, sums.households(term, period) if with_homes else None)


class Joining:
    """Makes rates of halves whose atoms are ``atoms``."""

    def __init__(self, atoms: Atoms, vintage: str):
        self._atoms, self._vintage = atoms, vintage
        self._rollups = [(one, Rollup(atoms, one)) for one in atoms.area_sets]

    def joined(
        self, rates: Sequence[Rate], halves: Mapping[Tuple[Term, str], Half]
    ) -> Tuple[Dict[str, pd.DataFrame], AtomCounts]:
        """(area set id → observations with ``source``, sums by atom) of ``rates``."""
        tables: Dict[str, List[pd.DataFrame]] = {one.id: [] for one, _ in self._rollups}
        counts: List[AtomCounts] = []
        for rate in rates:
            coverage = _coverage(rate)
            sums = dict(_sums(rate, halves))
            groups = [WHOLE, *_breakdowns(halves[(rate.plan.numerator, rate.period)])]
            source = f"{OF_REGISTER}{rate.plan.numerator.register}"
            for area_set, rollup in self._rollups:
                observing = Observing(area_set, rollup, sums, coverage)
                table = observing.table([rate.plan], groups, self._vintage)
                tables[area_set.id].append(table.assign(**{SOURCE: source}))
            counts.append(
                atom_counts(self._atoms, self._atoms.area_sets, [rate.plan], sums, coverage)
            )
        together = AtomCounts(
            counts[0].atoms,
            counts[0].area_ids,
            counts[0].members,
            {key: found for one in counts for key, found in one.values.items()},
            counts[0].concentration[:0],
            {key: homes for one in counts for key, homes in one.several.items()},
        )
        return {name: pd.concat(of, ignore_index=True) for name, of in tables.items()}, together


def _coverage(rate: Rate) -> Coverage:
    covered = {rate.plan.numerator.register: [rate.period]}
    if rate.at is not None:
        covered[rate.plan.denominator.register] = [rate.at]
    return Coverage(covered)


def _breakdowns(half: Half) -> List[Breakdown]:
    names = dict.fromkeys(name for name, _ in half.by_group if name)
    return list(breakdowns(list(names)))


def _sums(rate: Rate, halves: Mapping[Tuple[Term, str], Half]) -> Iterator[Tuple[str, Sums]]:
    """(register, its sums) of the halves of ``rate``."""
    sides = [(numerators(rate.plan), rate.period)]
    if rate.at is not None:
        sides.append((denominators(rate.plan), rate.at))
    for terms, period in sides:
        mine = {term: halves[(term, period)] for term in terms}
        first = mine[terms[0]]
        of_breakdown = {WHOLE: [""]}
        for breakdown in _breakdowns(first):
            name = breakdown_id(breakdown)
            of_breakdown[breakdown] = [group for one, group in first.by_group if one == name]
        homes: Dict[Tuple[Rows, str], Homes] = {
            (term, period): half.homes for term, half in mine.items() if half.homes is not None
        }
        yield (
            terms[0].register,
            Sums(
                terms={breakdown: tuple(mine) for breakdown in of_breakdown},
                groups=of_breakdown,
                by_atom={
                    (breakdown, term, period): np.column_stack(
                        _equally_long(
                            [half.by_group[(breakdown_id(breakdown), group)] for group in groups]
                        )
                    )
                    for breakdown, groups in of_breakdown.items()
                    for term, half in mine.items()
                },
                homes=homes or None,
            ),
        )


def _equally_long(found: Sequence[np.ndarray]) -> List[np.ndarray]:
    size = max(map(len, found))
    return [np.r_[one, np.zeros(size - len(one))] for one in found]


def kept_atoms(area_sets: Sequence[AreaSet], combinations: Sequence[Combination]) -> Atoms:
    """The atoms with these ``combinations`` of areas, in their order."""
    atoms = Atoms(area_sets)
    for combination in combinations:
        atoms.number(combination)
    return atoms
