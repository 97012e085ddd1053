"""What was counted, by atom: the building blocks of every number shown, for disclosure control.

An atom may be a single house. These numbers stay in memory and in the municipality's own monitor
file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Collection, Dict, Mapping, Optional, Sequence, Tuple, Union

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from .engines.tally import WHOLE, Tally
from .homes import Homes
from .observations import Observing
from .plan.places import Atoms
from .plan.terms import Plan, Remainder, keyed
from .rollup import Spread

PERIODS_KEPT = 13
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

    @property
    def periods(self) -> Sequence[str]:
        """The periods there are, ascending."""
        return sorted({period for period, _ in self.values})


def atom_counts(
    atoms: Atoms,
    area_sets: Sequence[AreaSet],
    plans: Sequence[Plan],
    tallies: Mapping[str, Tally],
    observing: Observing,
    spreads: Mapping[Tuple[str, str, str], Spread],
    periods: Optional[Sequence[str]] = None,
    released: Collection[str] = (),
) -> AtomCounts:
    """The sums by atom of the newest ``PERIODS_KEPT`` periods (of ``periods`` where given).

    Args:
        released: periods that are kept however old they are, for new figures are compared with
            them.
        observing: of any of the area sets; says which period's denominator serves which.
        spreads: (area set id, indicator, period) → the two largest contributions by area.
    """
    served = {one.indicator.id: observing.periods_of(one.indicator.register) for one in plans}
    every = sorted(
        {p for found in served.values() for p in found if periods is None or p in periods}
    )
    values: Dict[Key, Dict[str, np.ndarray]] = {}
    several: Dict[Tuple[str, str, str], Homes] = {}
    for period in [p for p in every if p in every[-PERIODS_KEPT:] or p in released]:
        for one in plans:
            if period in served[one.indicator.id]:
                found = _of_plan(one, period, len(atoms), tallies, observing)
                values[(period, one.indicator.id)] = {
                    name: amounts.by_atom if isinstance(amounts, Homes) else amounts
                    for name, amounts in found.items()
                }
                several.update(
                    {
                        (period, one.indicator.id, name): homes
                        for name, homes in found.items()
                        if isinstance(homes, Homes) and len(homes.times)
                    }
                )
    kept = {period for period, _ in values}
    rows = [
        (set_id, area, period, indicator, rest, two)
        for (set_id, indicator, period), spread in spreads.items()
        if period in kept
        for area, rest, two in _rests(next(s for s in area_sets if s.id == set_id), spread)
    ]
    return AtomCounts(
        len(atoms),
        {s.id: list(s.area_ids) for s in area_sets},
        {s.id: atoms.members(s) for s in area_sets},
        values,
        pd.DataFrame(rows, columns=list(CONCENTRATION_COLUMNS)),
        several,
    )


def _of_plan(
    one: Plan, period: str, atoms: int, tallies: Mapping[str, Tally], observing: Observing
) -> Dict[str, Union[np.ndarray, Homes]]:
    at = observing.denominator_period(one.indicator, period)

    def whole(found: np.ndarray) -> np.ndarray:
        return np.r_[found, np.zeros(atoms - len(found))]

    def summed(term: object, when: str) -> np.ndarray:
        sums = tallies[term.register].sums(WHOLE, term, when)
        return whole(sums[:, 0] if sums.shape[1] else np.zeros(0))

    result: Dict[str, Union[np.ndarray, Homes]] = {"numerator": summed(one.numerator, period)}
    concerned, known = summed(one.concerned, period), summed(one.known, period)
    if one.indicator.numerator_kind in ("count", "sum") and (known < concerned).any():
        result.update(concerned=concerned, known=known)
    if tallies[one.numerator.register].has(WHOLE, keyed(one.numerator)):
        result["numerator_key"] = summed(keyed(one.numerator), period)
    if at is None:
        return result
    if tallies[one.denominator.register].has(WHOLE, keyed(one.denominator)):
        result["denominator_key"] = summed(keyed(one.denominator), at)
    result["persons"] = summed(one.behind, at)
    if one.indicator.scale is not None:
        result["denominator"] = summed(one.denominator, at)
    homes = {"households": (one.behind, at)}
    if one.indicator.numerator_kind == "count":
        homes["numerator_households"] = (one.numerator, period)
        if one.behind.register == one.numerator.register:
            homes["rest_households"] = (Remainder(one.behind, one.numerator), period)
    for name, (term, when) in homes.items():
        found = tallies[term.register].households(term, when)
        if found is not None:
            result[name] = found.of_atoms(atoms)
    return result


def _rests(area_set: AreaSet, spread: Spread) -> "list[Tuple[str, float, float]]":
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
