"""Indicators whose numbers hang together, and the cells they are all made of.

A cell is a class of rows that the indicators' filters tell apart (``blocks.py``). So whatever the
definitions imply – that social and private rentals are what vacancy is set against, that codes
exclude each other, that one population lies inside another – is how the numbers are made, and a
difference between two indicators is a number like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence, Set, Tuple, cast

import numpy as np

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.rules import Identity, is_kernel
from ...errors import InputError
from ...i18n import tr
from ...measures.atom_counts import AtomCounts
from ...measures.plan.terms import plan
from .blocks import (
    Blocks,
    Counted,
    Universe,
    apart,
    counted,
    groups_of,
    is_part_of_rows,
    make_blocks,
    universe_of,
)
from .cells import cells_of
from .demographics import Demographic, demographics, with_demographics
from .relations import Relations

KERNEL, SHARE, RATE, SUM, MEDIAN, FINISHED = "kernel", "share", "rate", "sum", "median", "finished"
ALMOST = 1e-6
Vector = Mapping[int, int]
"""Cell → factor."""


def kind_of(indicator: Indicator) -> str:
    """How an indicator's numbers hang together.

    ``kernel`` counts of core demographics, always shown; ``share`` a part of its denominator;
    ``rate`` a count set against something else; ``sum`` sums and means, where one person may weigh
    more than another; ``median``; ``finished`` comes as a figure, made of nothing known. The sum or
    mean of a column of 0 and 1 counts rows.
    """
    if indicator.numerator_kind == "finished":
        return FINISHED
    if indicator.numerator_kind == "median":
        return MEDIAN
    if indicator.numerator_kind == "count" and indicator.denominator_register == indicator.register:
        counted_by = cast(Dict[str, Any], indicator.numerator)  # of counts it is a filter
        filters = [indicator.population, indicator.denominator_population, counted_by]
        # a mean or sum of ages is no kernel: of one resident it is that resident's age
        if is_kernel(indicator.register, filters):
            return KERNEL
    one = plan(indicator)
    counts_rows = is_part_of_rows(one.numerator) and is_part_of_rows(one.denominator)
    if not counts_rows and (indicator.numerator_kind == "mean" or indicator.denominator_sum):
        return SUM
    if not counts_rows and indicator.numerator_kind == "sum":
        return RATE if indicator.flow else SUM
    of_its_own = indicator.register == indicator.denominator_register
    return SHARE if of_its_own and indicator.scale is not None else RATE


@dataclass
class Family:
    """Indicators whose numbers hang together.

    Attributes:
        indicators: by id; of the kinds ``share``, ``rate`` and ``sum``.
        values: (atoms × cells) how many of every cell lie in every atom; where the numbers do not
            tell, one of the ways in which they can.
        numerators, denominators: indicator → what the number is made of; a rate has no denominator
            here, and has it alone in the family of the register that it is counted in; so has a
            mean.
        fixed: indicators whose denominator is core demographics, known to everybody.
        known: what core demographics count of the cells, known to everybody.
        zeros: combinations of cells that are 0 in every atom.
        within: (inner, outer) numerators; their difference is a number too.
        relations: what was taken into account of how the numbers hang together.
    """

    indicators: Dict[str, Indicator]
    values: np.ndarray
    numerators: Dict[str, Vector] = field(default_factory=dict)
    denominators: Dict[str, Vector] = field(default_factory=dict)
    fixed: Set[str] = field(default_factory=set)
    known: List[Vector] = field(default_factory=list)
    zeros: List[Vector] = field(default_factory=list)
    within: List[Tuple[str, str]] = field(default_factory=list)
    relations: Optional[Relations] = None


def families(
    indicators: Sequence[Indicator],
    counts: AtomCounts,
    period: str,
    identities: Sequence[Identity] = (),
) -> List[Family]:
    """The families of the shares and rates among ``indicators`` that were counted in ``period``,
    and of how many stand behind means: a mean beside a sum tells how many, so it is shown only
    where that may be known.

    The core demographics among ``indicators`` are known beside them.

    Args:
        identities: sums that the municipality has declared; those that do not hold everywhere are
            left out.
    """
    there = {
        i.id: i
        for i in indicators
        if (period, i.id) in counts.values and kind_of(i) in (SHARE, RATE, SUM)
    }
    holding = [
        i
        for i in identities
        if i.whole in there and set(i.parts) <= set(there) and holds(i, counts, period)
    ]
    by_universe: Dict[Universe, List[UniverseCounts]] = {}
    for indicator in there.values():
        for one in _by_universe(indicator, counts.values[(period, indicator.id)]):
            by_universe.setdefault(one.universe, []).append(one)
    kernel = demographics([i for i in indicators if kind_of(i) == KERNEL], counts, period)
    found = []
    for universe, of_universe in by_universe.items():
        filters = {one.indicator.id: one.filters for one in of_universe}
        for group in _joined(groups_of(filters, universe[0]), holding):
            members = [one for one in of_universe if one.indicator.id in group]
            family = _family(
                members,
                universe,
                [i for i in holding if i.whole in group],
                kernel.get(universe, []),
            )
            if family.values.shape[1]:  # else no row can be what they count
                found.append(family)
    return found


def holds(identity: Identity, counts: AtomCounts, period: str) -> bool:
    """Do the parts of ``identity`` add up to the whole in every atom?"""
    whole = counts.values[(period, identity.whole)]
    both = identity.of_denominators and "denominator" in whole
    for kind in ("numerator", "denominator") if both else ("numerator",):
        total = sum(
            factor * counts.values[(period, part)][kind] for part, factor in identity.parts.items()
        )
        if not np.allclose(total, whole[kind], atol=ALMOST):
            return False
    return True


@dataclass(frozen=True)
class UniverseCounts:
    """What one indicator tells in one universe: the counts of its numerator and denominator, either
    of them maybe not there, and how many they are in every atom."""

    indicator: Indicator
    universe: Universe
    numerator: Optional[Counted]
    denominator: Optional[Counted]
    amounts: Mapping[str, np.ndarray]
    fixed: bool = False

    @property
    def filters(self) -> Tuple[str, ...]:
        """The filters of both."""
        both = [*(self.numerator or ()), *(self.denominator or ())]
        return tuple(dict.fromkeys(text for text, _ in both))


def _by_universe(indicator: Indicator, amounts: Mapping[str, np.ndarray]) -> List[UniverseCounts]:
    """What an indicator tells, universe by universe."""
    one = plan(indicator)
    part, whole = universe_of(one.numerator), universe_of(one.denominator)
    summed = [one.denominator.column] if one.denominator.column else []
    fixed = is_kernel(
        one.denominator.register, [one.denominator.node], [*summed, *one.denominator.given]
    )
    # a plain count is printed beside what it is of
    plain = kind_of(indicator) == RATE and indicator.scale is None and "denominator" in amounts
    if part == whole and (kind_of(indicator) == SHARE or plain):
        have, of = counted(one.numerator), counted(one.denominator)
        return [UniverseCounts(indicator, part, have, of, amounts, fixed)]
    found = []
    if kind_of(indicator) != SUM:
        found.append(UniverseCounts(indicator, part, counted(one.numerator), None, amounts))
    if "denominator" in amounts and not fixed and not whole[1]:
        found.append(UniverseCounts(indicator, whole, None, counted(one.denominator), amounts))
    return found


def _joined(groups: Sequence[Sequence[str]], identities: Sequence[Identity]) -> List[Set[str]]:
    """``groups`` of names, those joined that a declared sum ties."""
    found = [set(group) for group in groups]
    for identity in identities:
        names = {identity.whole, *identity.parts}
        touched = [group for group in found if group & names]
        found = [group for group in found if not group & names]
        if touched:
            found.append(set().union(*touched))
    return found


def _family(
    members: Sequence[UniverseCounts],
    universe: Universe,
    identities: Sequence[Identity],
    kernel: Sequence[Demographic],
) -> Family:
    """The family of ``members`` with its cells; where the counts contradict the definitions, each
    by itself."""
    filters = [one.filters for one in members]

    def fixed(blocks: Blocks) -> List[Vector]:
        return [
            _vector(blocks, one.denominator, one.filters[0])
            for one in members
            if one.fixed and one.denominator
        ]

    together = with_demographics(make_blocks(filters, universe[0]), fixed, kernel, universe[0])
    for of, known in (together, (apart(filters, universe[0]), [])):
        family = _of_blocks(members, universe, of, identities, known)
        if family is not None:
            return family
    raise InputError(
        tr(
            "The counts of {indicator} contradict its definition.",
            indicator=members[0].indicator.id,
        ),
        tr("Count again, all indicators and months together."),
    )


def _of_blocks(
    members: Sequence[UniverseCounts],
    universe: Universe,
    blocks: Blocks,
    identities: Sequence[Identity],
    known: Sequence[Demographic],
) -> Optional[Family]:
    """The family over ``blocks``; None where the counts do not fit them."""
    family = Family({one.indicator.id: one.indicator for one in members}, np.zeros((0, 0)))
    told: List[Tuple[Vector, np.ndarray]] = []
    for one in members:
        name, near = one.indicator.id, one.filters[0]
        for role, count, vectors in (
            ("numerator", one.numerator, family.numerators),
            ("denominator", one.denominator, family.denominators),
        ):
            if count is not None:
                vectors[name] = _vector(blocks, count, near)
                told.append((vectors[name], one.amounts[role]))
        if one.fixed:
            family.fixed.add(name)
    for demographic in known:
        vectors_of = blocks.vectors(demographic.text)
        family.known.extend(vectors_of)
        told += [(vector, demographic.amount) for vector in vectors_of]
    family.zeros = list(blocks.zeros())
    family.zeros += [zero for zero in _declared(family, identities) if zero]
    values = cells_of(told, family.zeros, blocks.cells)
    if values is None:
        return None
    family.values = values
    family.within = _within(family)
    family.relations = Relations(
        universe[0],
        tuple(sorted(blocks.columns)),
        tuple(family.indicators),
        blocks.cells,
        blocks.whole,
    )
    return family


def _vector(blocks: Blocks, count: Counted, block_with: str) -> Dict[int, int]:
    total: Dict[int, int] = {}
    for text, factor in count:
        total = combined(total, blocks.vector(text, block_with), factor)
    return total


def _declared(family: Family, identities: Sequence[Identity]) -> List[Dict[int, int]]:
    """The sums that were declared, as far as they do not follow from the filters."""
    found = []
    for identity in identities:
        for vectors in (
            family.numerators,
            *([family.denominators] if identity.of_denominators else []),
        ):
            if {identity.whole, *identity.parts} <= set(vectors):
                total: Dict[int, int] = dict(vectors[identity.whole])
                for part, factor in identity.parts.items():
                    total = combined(total, vectors[part], -factor)
                found.append(total)
    return found


def _within(family: Family) -> List[Tuple[str, str]]:
    """(inner, outer) of numerators whose rows lie within another's."""
    vectors = family.numerators
    return [
        (a, b)
        for a in vectors
        for b in vectors
        if a != b
        and vectors[a] != vectors[b]
        and min(vectors[a].values(), default=0) > 0
        and all(vectors[b].get(cell, 0) >= times for cell, times in vectors[a].items())
    ]


def combined(first: Vector, second: Vector, factor: int) -> Dict[int, int]:
    """``first`` + factor · ``second``."""
    total = dict(first)
    for cell, times in second.items():
        total[cell] = total.get(cell, 0) + factor * times
    return {cell: times for cell, times in total.items() if times}


def amount(values: np.ndarray, vector: Optional[Vector]) -> np.ndarray:
    """How many of ``vector`` lie in every atom; ``values`` as ``Family.values``."""
    return sum(
        (times * values[:, cell] for cell, times in (vector or {}).items()), np.zeros(len(values))
    )
