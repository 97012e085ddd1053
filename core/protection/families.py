"""Indicators whose numbers hang together, and the cells they are all made of.

A share is made of two cells: those who have it and those who have not. Indicators within one another (children
with low income, everybody with low income), and those that are sums of others, share cells; so a difference
between two indicators is a number like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np

from ..catalogue.filters import EVERYONE
from ..catalogue.implication import implies
from ..catalogue.indicators import Indicator
from ..catalogue.protection import Identity, is_kernel
from ..measures.atom_counts import AtomCounts
from ..measures.terms import Plan, Term, plan

KERNEL, SHARE, RATE, SUM, MEDIAN, FINISHED = "kernel", "share", "rate", "sum", "median", "finished"
ALMOST = 1e-6
Vector = Mapping[int, int]
"""Cell → factor."""
Parts = Sequence[Tuple[Term, int]]
"""Terms that add up to another, each with its factor."""


def kind_of(indicator: Indicator) -> str:
    """How an indicator's numbers hang together.

    ``kernel`` core demographics, always shown; ``share`` a part of its denominator; ``rate`` a count set against
    something else; ``sum`` sums and means, where one person may weigh more than another; ``median``;
    ``finished`` comes as a figure, made of nothing known.
    """
    if indicator.numerator_kind == "finished":
        return FINISHED
    if indicator.numerator_kind == "median":
        return MEDIAN
    filters = [indicator.population, indicator.where, indicator.denominator_population]
    columns = [indicator.numerator] if isinstance(indicator.numerator, str) else []
    filters += [indicator.numerator] if isinstance(indicator.numerator, dict) else []
    if is_kernel(indicator.register, filters, columns) and indicator.denominator_register == indicator.register:
        return KERNEL
    if indicator.numerator_kind == "mean" or indicator.denominator_sum:
        return SUM
    if indicator.numerator_kind == "sum" and indicator.unit != "percent":
        return RATE if indicator.flow else SUM
    return SHARE if indicator.register == indicator.denominator_register and indicator.scale is not None else RATE


@dataclass
class Family:
    """Indicators whose numbers hang together.

    Attributes:
        indicators: by id; all of the kinds ``share`` and ``rate``.
        values: (atoms × cells) how many of every cell lie in every atom.
        numerators, denominators: indicator → what the number is made of; a rate has no denominator here.
        fixed: indicators whose denominator is core demographics, known to everybody.
        zeros: combinations of cells that are 0 in every atom.
        within: (inner, outer) numerators; their difference is a number too.
    """

    indicators: Dict[str, Indicator]
    values: np.ndarray
    numerators: Dict[str, Vector] = field(default_factory=dict)
    denominators: Dict[str, Vector] = field(default_factory=dict)
    fixed: Set[str] = field(default_factory=set)
    zeros: List[Vector] = field(default_factory=list)
    within: List[Tuple[str, str]] = field(default_factory=list)


def families(indicators: Sequence[Indicator], counts: AtomCounts, period: str,
             identities: Sequence[Identity] = ()) -> List[Family]:
    """The families of the shares and rates among ``indicators`` that were counted in ``period``."""
    there = {i.id: i for i in indicators if (period, i.id) in counts.values and kind_of(i) in (SHARE, RATE)}
    plans = {name: plan(indicator) for name, indicator in there.items()}
    holding = [i for i in identities if i.whole in there and set(i.parts) <= set(there)
               and holds(i, counts, period)]
    groups = _groups(plans, holding)
    return [_Builder({name: there[name] for name in group}, {name: plans[name] for name in group}, counts, period,
                     [i for i in holding if i.whole in group]).family() for group in groups]


def holds(identity: Identity, counts: AtomCounts, period: str) -> bool:
    """Do the parts of ``identity`` add up to the whole in every atom?"""
    whole = counts.values[(period, identity.whole)]
    for kind in ("numerator", "denominator") if identity.of_denominators and "denominator" in whole else ("numerator",):
        total = sum(factor * counts.values[(period, part)][kind] for part, factor in identity.parts.items())
        if not np.allclose(total, whole[kind], atol=ALMOST):
            return False
    return True


def _is_fixed(term: Term) -> bool:
    return is_kernel(term.register, [term.node], [term.column] if term.column else [])


def _inside(inner: Term, outer: Term) -> bool:
    """Are the rows of ``inner`` among those of ``outer``, adding up the same?"""
    if (inner.register, inner.column) != (outer.register, outer.column) or inner == outer:
        return False
    return outer.node == EVERYONE or implies(inner.node, outer.node)


def _groups(plans: Mapping[str, Plan], identities: Sequence[Identity]) -> List[List[str]]:
    """The indicators in groups that share terms, lie within each other, or add up."""
    of: Dict[str, int] = {name: number for number, name in enumerate(plans)}

    def join(names: Iterable[str]) -> None:
        numbers = {of[name] for name in names}
        for name, number in of.items():
            if number in numbers:
                of[name] = min(numbers)

    open_terms = {name: [t for t in _terms(one) if not _is_fixed(t)] for name, one in plans.items()}
    names = list(plans)
    for position, first in enumerate(names):
        for second in names[position + 1:]:
            if any(a == b or _inside(a, b) or _inside(b, a)
                   for a in open_terms[first] for b in open_terms[second]):
                join((first, second))
    for identity in identities:
        join((identity.whole, *identity.parts))
    groups: Dict[int, List[str]] = {}
    for name, number in of.items():
        groups.setdefault(number, []).append(name)
    return list(groups.values())


def _terms(one: Plan) -> List[Term]:
    kind = kind_of(one.indicator)
    return [one.numerator, one.denominator] if kind == SHARE else [one.numerator]


class _Builder:
    """Finds the cells of one family: each term is a smaller one and what it has besides."""

    def __init__(self, indicators: Dict[str, Indicator], plans: Dict[str, Plan], counts: AtomCounts, period: str,
                 identities: Sequence[Identity]):
        self._indicators, self._plans, self._identities = indicators, plans, identities
        self._amounts: Dict[Term, np.ndarray] = {}
        for name, one in plans.items():
            found = counts.values[(period, name)]
            self._amounts.setdefault(one.numerator, found["numerator"])
            if kind_of(one.indicator) == SHARE:
                self._amounts.setdefault(one.denominator, found["denominator"])
        self._vectors: Dict[Term, Dict[int, int]] = {}
        self._cells: List[np.ndarray] = []
        self._zeros: List[Vector] = []

    def family(self) -> Family:
        """The family with its cells."""
        numerator_of = {name: one.numerator for name, one in self._plans.items()}
        wholes, again = self._sums()
        inner_of = {term: [other for other in self._amounts if self._lies_in(other, term)] for term in self._amounts}
        order = sorted(self._amounts, key=lambda t: (len(inner_of[t]), float(self._amounts[t].sum())))
        for term in [t for t in order if t not in wholes]:
            self._build(term, [t for t in inner_of[term] if t in self._vectors])
        waiting = [t for t in order if t in wholes]
        while waiting:
            term = next(t for t in waiting if all(part in self._vectors for part, _ in wholes[t]))
            self._vectors[term] = self._summed(wholes[term])
            waiting.remove(term)
        for term in wholes:
            for inner in inner_of[term]:
                self._say_within(inner, term)
        for term, parts in again:
            zero = combined(self._summed(parts), self._vectors[term], -1)
            self._zeros += [zero] if zero else []
        family = Family(self._indicators, np.column_stack(self._cells), zeros=self._zeros)
        for name, one in self._plans.items():
            family.numerators[name] = self._vectors[one.numerator]
            if one.denominator in self._vectors and kind_of(one.indicator) == SHARE:
                family.denominators[name] = self._vectors[one.denominator]
                if _is_fixed(one.denominator):
                    family.fixed.add(name)
        family.within = [(a, b) for a in numerator_of for b in numerator_of
                         if a != b and numerator_of[a] in inner_of[numerator_of[b]]]
        return family

    def _lies_in(self, inner: Term, outer: Term) -> bool:
        """By definition and in every atom."""
        shares = any(one.numerator == inner and one.denominator == outer for one in self._plans.values())
        return (shares or _inside(inner, outer)) and bool(
            np.all(self._amounts[outer] - self._amounts[inner] >= -ALMOST))

    def _cell(self, amounts: np.ndarray) -> int:
        self._cells.append(np.maximum(amounts, 0.0))
        return len(self._cells) - 1

    def _build(self, term: Term, inner: Sequence[Term]) -> None:
        if not inner:
            self._vectors[term] = {self._cell(self._amounts[term]): 1}
            return
        base = max(inner, key=lambda t: (float(self._amounts[t].sum()), len(self._vectors[t])))
        rest = self._cell(self._amounts[term] - self._amounts[base])
        self._vectors[term] = {**self._vectors[base], rest: 1}
        for other in inner:
            self._say_within(other, term)

    def _sums(self) -> "Tuple[Dict[Term, Parts], List[Tuple[Term, Parts]]]":
        """(term → what it is made of, other sums that give the same term again)."""
        first: Dict[Term, Parts] = {}
        again: List[Tuple[Term, Parts]] = []
        for identity in self._identities:
            kinds = ["numerator"]
            if identity.of_denominators and kind_of(self._indicators[identity.whole]) == SHARE:
                kinds.append("denominator")
            for kind in kinds:
                term = getattr(self._plans[identity.whole], kind)
                parts = [(getattr(self._plans[part], kind), factor) for part, factor in identity.parts.items()]
                if term in first:
                    again.append((term, parts))
                else:
                    first[term] = parts
        return first, again

    def _summed(self, parts: "Parts") -> Dict[int, int]:
        total: Dict[int, int] = {}
        for part, factor in parts:
            total = combined(total, self._vectors[part], factor)
        return total

    def _say_within(self, inner: Term, outer: Term) -> None:
        """Say that ``inner`` lies in ``outer`` where their cells do not show it."""
        small, large = self._vectors[inner], self._vectors[outer]
        if all(large.get(cell, 0) >= times for cell, times in small.items()) and min(large.values()) >= 0:
            return
        rest = self._cell(self._amounts[outer] - self._amounts[inner])
        zero = dict(large)
        for cell, times in [*small.items(), (rest, 1)]:
            zero[cell] = zero.get(cell, 0) - times
        self._zeros.append({cell: times for cell, times in zero.items() if times})


def combined(first: Vector, second: Vector, factor: int) -> Dict[int, int]:
    """``first`` + factor · ``second``."""
    total = dict(first)
    for cell, times in second.items():
        total[cell] = total.get(cell, 0) + factor * times
    return {cell: times for cell, times in total.items() if times}


def amount(values: np.ndarray, vector: Optional[Vector]) -> np.ndarray:
    """How many of ``vector`` lie in every atom; ``values`` as ``Family.values``."""
    return sum((times * values[:, cell] for cell, times in (vector or {}).items()), np.zeros(len(values)))
