"""What was counted, by atom: the building blocks of every number shown, for disclosure control.

An atom may be a single house. These numbers stay in memory and in the municipality's own monitor
file.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Collection, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from ..catalogue.indicators.breakdowns import WHOLE
from .coverage import Coverage
from .homes import Homes
from .plan.atoms import Atoms
from .plan.terms import Plan, Remainder, Rows, Term, keyed
from .rollup import Spread
from .sums import Sums

CONCENTRATION_COLUMNS = ("area_set", "area_id", "period", "indicator", "rest", "two")
Key = Tuple[str, str]


@dataclass(frozen=True)
class AtomCounts:
    """Sums by atom.

    Attributes:
        atoms: how many there are.
        area_ids: area set id → its areas' ids.
        members: area set id → (atom, position of the area) of every atom and each area it lies in.
        values: (period, indicator) → ``numerator``, ``denominator``, ``persons`` and ``households``
            behind it, ``numerator_households`` (of those who have it) and ``rest_households`` (of
            those who have not), ``numerator_key`` and ``denominator_key`` (sums of the cell-key
            method's keys, where asked for), ``concerned`` and ``known`` (rows that the numerator is
            of, and those of them it is known of, where some is not) → one number per atom; what is
            not known (households nobody told of) is not there.
        several: (period, indicator, name of households) → the households with those of them that
            lie in several atoms, which their numbers by atom count in each; not there where none
            does.
        concentration: ``CONCENTRATION_COLUMNS``; of means by area: the ``rest`` of the sum without
            its two largest contributions, in parts of the largest (low where one person carries the
            sum), and those ``two`` in parts of the sum.
    """

    atoms: int
    area_ids: Mapping[str, Sequence[str]]
    members: Mapping[str, Tuple[np.ndarray, np.ndarray]]
    values: Mapping[Key, Mapping[str, np.ndarray]]
    concentration: pd.DataFrame
    several: Mapping[Tuple[str, str, str], Homes] = field(default_factory=dict)

    def homes(self, period: str, indicator: str, name: str = "households") -> Optional[Homes]:
        """The households ``name`` of ``indicator``; None where nobody told of them."""
        by_atom = self.values.get((period, indicator), {}).get(name)
        return (
            None if by_atom is None else self.several.get((period, indicator, name), Homes(by_atom))
        )

    def unknown(self, period: str, indicator: str, atoms: np.ndarray) -> bool:
        """Is ``indicator`` unknown in ``atoms``, where its numerator is of somebody and known of
        nobody?"""
        found = self.values.get((period, indicator), {})
        return (
            "known" in found
            and found["concerned"][atoms].sum() > 0
            and found["known"][atoms].sum() == 0
        )

    def of_keys(self, kept: Collection[Key]) -> "AtomCounts":
        """The sums of ``kept`` alone, and the households that lie in several atoms of theirs."""
        return replace(
            self,
            values={key: sums for key, sums in self.values.items() if key in kept},
            several={key: homes for key, homes in self.several.items() if key[:2] in kept},
        )

    @property
    def periods(self) -> Sequence[str]:
        """The periods there are, ascending."""
        return sorted({period for period, _ in self.values})


def atom_counts(
    atoms: Atoms,
    area_sets: Sequence[AreaSet],
    plans: Sequence[Plan],
    sums: Mapping[str, Sums],
    coverage: Coverage,
    periods: Optional[Sequence[str]] = None,
) -> AtomCounts:
    """The sums by atom of all periods (of ``periods`` where given).

    Args:
        sums: register kind → its sums. coverage: the periods it covers.
    """
    every = coverage.periods_of_all(plans, periods)
    values: Dict[Key, Dict[str, np.ndarray]] = {}
    several: Dict[Tuple[str, str, str], Homes] = {}
    for period in every:
        for one in plans:
            identifier = one.indicator.id
            if period not in coverage.periods_of(one.indicator.register):
                continue
            at = coverage.denominator_period(one.indicator, period)
            found = _amounts(one, period, at, len(atoms), sums)
            for name, homes in _homes(one, period, at, len(atoms), sums).items():
                found[name] = homes.by_atom
                if len(homes.times):
                    several[(period, identifier, name)] = homes
            values[(period, identifier)] = found
    kept = {period for period, _ in values}
    spreads = spreads_of_indicators(plans, sums)
    return AtomCounts(
        atoms=len(atoms),
        area_ids={s.id: list(s.area_ids) for s in area_sets},
        members={s.id: atoms.members(s) for s in area_sets},
        values=values,
        concentration=_concentration(area_sets, spreads, kept),
        several=several,
    )


def spreads_of_indicators(
    plans: Sequence[Plan], sums: Mapping[str, Sums]
) -> Dict[Tuple[str, str, str], Spread]:
    """(area set id, indicator, period) → the spread of its single values, of means and medians."""
    return {
        (area_set, one.indicator.id, period): spread
        for of_register in sums.values()
        for (area_set, term, period), spread in of_register.spreads.items()
        for one in plans
        if one.numerator == term
    }


def _amounts(
    one: Plan, period: str, at: Optional[str], atoms: int, sums: Mapping[str, Sums]
) -> Dict[str, np.ndarray]:
    """The sums of one indicator; ``at`` is the period of its denominator, None where none
    serves."""

    def summed(term: Term, when: str) -> np.ndarray:
        found = sums[term.register].of(WHOLE, term, when)
        return np.r_[found, np.zeros(atoms - len(found))]

    amounts = {"numerator": summed(one.numerator, period)}
    concerned, known = summed(one.concerned, period), summed(one.known, period)
    if one.indicator.numerator_kind in ("count", "sum") and (known < concerned).any():
        amounts.update(concerned=concerned, known=known)
    if sums[one.numerator.register].has(WHOLE, keyed(one.numerator)):
        amounts["numerator_key"] = summed(keyed(one.numerator), period)
    if at is None:
        return amounts
    if sums[one.denominator.register].has(WHOLE, keyed(one.denominator)):
        amounts["denominator_key"] = summed(keyed(one.denominator), at)
    amounts["persons"] = summed(one.behind, at)
    if one.indicator.scale is not None:
        amounts["denominator"] = summed(one.denominator, at)
    return amounts


def _homes(
    one: Plan, period: str, at: Optional[str], atoms: int, sums: Mapping[str, Sums]
) -> Dict[str, Homes]:
    """The households of one indicator by name, of those that somebody told of."""
    if at is None:
        return {}
    asked: Dict[str, Tuple[Rows, str]] = {"households": (one.behind, at)}
    if one.indicator.numerator_kind == "count":
        asked["numerator_households"] = (one.numerator, period)
        if one.behind.register == one.numerator.register:
            asked["rest_households"] = (Remainder(one.behind, one.numerator), period)
    found = {
        name: sums[rows.register].households(rows, when) for name, (rows, when) in asked.items()
    }
    return {name: homes.of_atoms(atoms) for name, homes in found.items() if homes is not None}


def _concentration(
    area_sets: Sequence[AreaSet],
    spreads: Mapping[Tuple[str, str, str], Spread],
    periods: Collection[str],
) -> pd.DataFrame:
    """``CONCENTRATION_COLUMNS`` of the ``periods``."""
    by_id = {area_set.id: area_set for area_set in area_sets}
    rows = [
        (set_id, area, period, indicator, rest, two)
        for (set_id, indicator, period), spread in spreads.items()
        if period in periods
        for area, rest, two in _rests(by_id[set_id], spread)
    ]
    return pd.DataFrame(rows, columns=list(CONCENTRATION_COLUMNS))


def _rests(area_set: AreaSet, spread: Spread) -> List[Tuple[str, float, float]]:
    """(area, what is left of the sum without the two largest, in parts of the largest, those two in
    parts of the sum), where it is known."""
    two = spread.largest + np.nan_to_num(spread.second)
    with np.errstate(invalid="ignore", divide="ignore"):
        rest, share = (spread.total - two) / spread.largest, two / spread.total
    return [
        (area, float(left), float(part))
        for area, left, part in zip(area_set.area_ids, rest, share)
        if not np.isnan(left)
    ]
