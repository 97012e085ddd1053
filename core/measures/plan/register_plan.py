"""What must be added up in one register, of all indicators together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Collection, Dict, Iterable, List, Optional, Sequence, Set, Tuple

import numpy as np

from ...catalogue.indicators.breakdowns import WHOLE, Breakdown
from ...registers.tables.register import Register
from .lacks import Lack, lacks_of
from .places import PLACE_COLUMNS
from .terms import Plan, Remainder, Rows, Term, keyed

Keys = Callable[[np.ndarray], np.ndarray]
"""Identifiers (uint64) → whole keys of the cell-key method."""


@dataclass(frozen=True)
class Asked:
    """What is asked for of all registers, besides the indicators.

    Attributes:
        breakdowns: what the numbers are broken down by, ``WHOLE`` among them.
        periods: those asked for; None for all.
        with_atoms: sums by atom are wanted for disclosure control, which looks at more households.
        keys: of persons, where sums of keys are wanted too.
    """

    breakdowns: Sequence[Breakdown]
    periods: Optional[Collection[str]] = None
    with_atoms: bool = False
    keys: Optional[Keys] = None


@dataclass(frozen=True)
class RegisterPlan:
    """What must be added up in one register, each thing once however many indicators share it.

    Attributes:
        terms: breakdown → the sums by atom and group; ``WHOLE`` among them.
        households: the rows whose households are counted.
        values: the means and medians, whose single values are looked at by area.
        medians: those of ``values`` whose median is wanted, by the groups of every breakdown too.
        lacks: which rows want a value.
        columns: what must be read for all of this, those of places and households among them; none
            that the register lacks.
        identifier: the column that tells the register's things apart; empty where none does.
        periods: those asked for; None for all.
        keys: of the identifiers, where sums of ``RECORD_KEY`` are among the ``terms``.
    """

    terms: "Dict[Breakdown, Tuple[Term, ...]]"
    households: Tuple[Rows, ...]
    values: Tuple[Term, ...]
    medians: Tuple[Term, ...]
    lacks: Tuple[Lack, ...]
    columns: Tuple[str, ...]
    identifier: str
    periods: Optional[Collection[str]]
    keys: Optional[Keys]


def register_plan(
    register: Register, plans: Sequence[Plan], parts: Sequence[Plan], asked: Asked
) -> RegisterPlan:
    """What must be added up in ``register`` for the indicators of ``plans``.

    Args:
        parts: the indicators' parts by facets, whose sums by atom disclosure control asks for.
    """
    kind = register.kind.kind
    mine = [one for one in plans if kind in one.indicator.registers]
    mine_parts = [one for one in parts if kind in one.indicator.registers]
    identifier = next((name for name in register.kind.unique if name in register.columns), "")
    keys = asked.keys if identifier else None
    numerators = [one for one in mine if one.numerator.register == kind]
    return RegisterPlan(
        terms=_terms(register, mine, mine_parts, asked.breakdowns, with_keys=keys is not None),
        households=_once(_counted_by_household([*mine, *mine_parts], kind, asked.with_atoms)),
        values=_once(_terms_of_kinds(numerators, ("mean", "median"))),
        medians=_once(_terms_of_kinds(numerators, ("median",))),
        lacks=_once(lack for one in numerators for lack in lacks_of(one.indicator)),
        columns=_columns(register, mine, asked.breakdowns),
        identifier=identifier,
        periods=asked.periods,
        keys=keys,
    )


def can_be_broken_down(breakdown: Breakdown, one: Plan, register: Register) -> bool:
    """Has ``register`` the columns of ``breakdown``, if terms of ``one`` are counted in it?"""
    return register.kind.kind not in one.indicator.registers or all(
        facet.column in register.columns for facet in breakdown
    )


def _once(found: Iterable) -> Tuple:
    return tuple(dict.fromkeys(found))


def _terms_of_kinds(plans: Iterable[Plan], kinds: Collection[str]) -> List[Term]:
    return [one.numerator for one in plans if one.indicator.numerator_kind in kinds]


def _terms(
    register: Register,
    plans: Sequence[Plan],
    parts: Sequence[Plan],
    breakdowns: Sequence[Breakdown],
    with_keys: bool,
) -> Dict[Breakdown, Tuple[Term, ...]]:
    """Breakdown → terms; a breakdown whose column the register lacks is left out."""
    kind = register.kind.kind
    terms = {
        breakdown: _of_register(kind, plans)
        for breakdown in breakdowns
        if all(facet.column in register.columns for facet in breakdown)
    }
    terms[WHOLE] += _of_register(kind, parts)
    if with_keys:
        terms[WHOLE] += [keyed(term) for term in terms[WHOLE] if not term.column]
    return {breakdown: _once(found) for breakdown, found in terms.items()}


def _of_register(kind: str, plans: Sequence[Plan]) -> List[Term]:
    return [term for one in plans for term in one.terms if term.register == kind]


def _counted_by_household(plans: Sequence[Plan], kind: str, with_atoms: bool) -> List[Rows]:
    """The rows of the register ``kind`` whose households are counted: those behind the numbers;
    for disclosure control also those who are in the numerator, and those who are not."""
    rows: List[Rows] = [one.behind for one in plans if one.behind.register == kind]
    for one in plans if with_atoms else ():
        if one.indicator.numerator_kind == "count" and one.numerator.register == kind:
            rows.append(one.numerator)
            if one.behind.register == kind:
                rows.append(Remainder(one.behind, one.numerator))
    return rows


def _columns(
    register: Register, plans: Sequence[Plan], breakdowns: Sequence[Breakdown]
) -> Tuple[str, ...]:
    used: Set[str] = set()
    household = next((name for name in register.kind.household if name in register.columns), None)
    if household is not None:
        used.add(household)
    for one in plans:
        used |= set(one.indicator.columns_of(register.kind.kind))
    for breakdown in breakdowns:
        used |= {facet.column for facet in breakdown}
    places = {*PLACE_COLUMNS, "period"}
    everywhere = (used | places) & (register.columns | {"period"})
    # a place that some files say and others do not is read where it is said
    return tuple(sorted(everywhere | (places & register.any_columns)))
