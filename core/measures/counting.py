"""Counting: the numbers of every indicator, area set and period.

It reads from top to bottom: what must be added up in each register (``plan/``), an engine that adds
it up by atom (``engines/``), and the atoms handed out to the areas (``observations``).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from ..areas.area_set import AreaSet
from ..catalogue.indicators.breakdowns import WHOLE, Breakdown, breakdown_id
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.indicators.facets import Facet
from ..catalogue.protection.parts import may_be_parted, parts_of
from ..i18n import in_language, tr
from ..progress import Part, Progress
from ..registers.tables.addresses import AddressList
from ..registers.tables.register import Register
from .atom_counts import AtomCounts, atom_counts, spreads_of_indicators
from .coverage import Coverage
from .engines.contract import Engine
from .engines.pandas_engine import count_in_pandas
from .findings import Findings
from .halves import Halves, halves_of
from .observations import Observing
from .plan.places import Places
from .plan.register_plan import Asked, Keys, can_be_broken_down, register_plan
from .plan.terms import Plan, plan
from .repeats.seen import refuse_blocking, repeats_of_names
from .rollup import Rollup, Spread
from .sums import Sums


@dataclass(frozen=True)
class Counts:
    """What was counted.

    Attributes:
        observations: area set id → table with ``observations.COLUMNS`` (and ``facet``,
            ``facet_value`` where breakdowns were asked for).
        findings: register kind → what was placed and what was not.
        spreads: (area set id, indicator, period) → by area the two largest contributions to a mean,
            for the dominance rule, and the median; kept in memory alone.
        atoms: the sums by atom; None where nobody asked for them.
        halves: of the ``rates`` asked for.
    """

    observations: Dict[str, pd.DataFrame]
    findings: Dict[str, Findings]
    spreads: Dict[Tuple[str, str, str], Spread] = field(default_factory=dict)
    atoms: Optional[AtomCounts] = None
    halves: Halves = field(default_factory=Halves)


def count(
    registers: Mapping[str, Register],
    addresses: Optional[AddressList],
    area_sets: Sequence[AreaSet],
    indicators: Sequence[Indicator],
    progress: Progress,
    periods: Optional[Sequence[str]] = None,
    breakdowns: Sequence[Tuple[Facet, ...]] = (),
    go_on: bool = False,
    vintage: str = "",
    places: Optional[Places] = None,
    with_atoms: bool = False,
    keys: Optional[Keys] = None,
    engine: Engine = count_in_pandas,
    rates: Sequence[Indicator] = (),
) -> Counts:
    """Observations of ``indicators`` for every area set, and what could not be placed.

    Args:
        registers: kind → register, one for every kind the indicators are counted in.
        periods: give observations of these alone; of all periods of the registers when None.
        breakdowns: facets to break the numbers down by, besides the whole.
        go_on: cells that cannot be read count as unknown and are told in the findings; else they
            are refused.
        vintage: ISO date the data are of; today when empty.
        places: of the same addresses and area sets, where they have been made already.
        with_atoms: give the sums by atom too, for disclosure control, of the parts by facets as
            well.
        keys: identifiers (uint64) → whole keys of the cell-key method, whose sums are given by atom
            too, in registers that have an identifier.
        engine: who adds the registers up.
        rates: indicators of two registers whose halves are given too, with or without the other;
            what a register lacks columns for is left out.
    Returns:
        ``Counts``. ``numerator`` and ``denominator`` in the register's rows (sums: the column's
        unit); ``value`` = scale × numerator / denominator; NaN where nobody is counted or nobody
        has a value in the column the numerator reads; a plain count has no denominator. Never
        rounded.
    Raises:
        InputError: a cell cannot be read; names file, row and field.
        CancelledError: the user stopped.
    """
    places = places or Places(addresses, area_sets, progress)
    asked = Asked([WHOLE, *breakdowns], periods, with_atoms, keys)
    plans = [plan(indicator) for indicator in indicators]
    of_two = [plan(indicator) for indicator in rates]
    parts = _parts(plans, registers, breakdowns) if with_atoms else []
    if not go_on:
        for register in registers.values():
            refuse_blocking(repeats_of_names(register, progress, periods))
    known = {one.indicator.id for one in plans}
    apart = [one for one in of_two if one.indicator.id not in known]
    wanted = {kind: [*plans, *_servable(apart, of)] for kind, of in registers.items()}
    sums, findings = _added_up(registers, wanted, parts, asked, places, progress, go_on, engine)
    _warn_of_breakdowns(plans, breakdowns, registers, progress)
    coverage = Coverage({kind: found.rows for kind, found in findings.items()})
    vintage = vintage or datetime.date.today().isoformat()
    observations = {}
    for area_set in area_sets:
        observing = Observing(area_set, Rollup(places.atoms, area_set), sums, coverage)
        observations[area_set.id] = observing.table(plans, asked.breakdowns, vintage, periods)
    atoms = None
    if with_atoms:
        every = [*plans, *parts]
        atoms = atom_counts(places.atoms, area_sets, every, sums, coverage, periods)
    at_once = [one for one in of_two if one.indicator.id in known]
    halves = halves_of(of_two, at_once, sums, coverage, periods)
    return Counts(observations, findings, spreads_of_indicators(plans, sums), atoms, halves)


def _servable(plans: Sequence[Plan], register: Register) -> List[Plan]:
    """Those of ``plans`` that ``register`` has the columns of."""
    kind = register.kind.kind
    return [p for p in plans if set(p.indicator.columns_of(kind)) <= register.columns]


def _added_up(
    registers: Mapping[str, Register],
    plans: Mapping[str, Sequence[Plan]],
    parts: Sequence[Plan],
    asked: Asked,
    places: Places,
    progress: Progress,
    go_on: bool,
    engine: Engine,
) -> Tuple[Dict[str, Sums], Dict[str, Findings]]:
    """Register kind → what the ``engine`` gives of its ``plans``; each register takes time by its
    size."""
    sizes = {kind: sum(source.size for source in of.sources) for kind, of in registers.items()}
    done, total = 0, sum(sizes.values()) or 1
    sums, findings = {}, {}
    for kind, register in registers.items():
        part = Part(progress, done / total, (done + sizes[kind]) / total)
        to_do = register_plan(register, plans[kind], parts, asked)
        sums[kind], findings[kind] = engine(register, to_do, places, part, go_on)
        if not go_on:
            refuse_blocking(findings[kind].repeats)
        done += sizes[kind]
    return sums, findings


def _parts(
    plans: Sequence[Plan], registers: Mapping[str, Register], breakdowns: Sequence[Breakdown]
) -> List[Plan]:
    """The parts of the indicators by the facets their register has."""
    found = []
    for one in plans:
        kind = one.indicator.register
        for breakdown in breakdowns:
            if may_be_parted(one.indicator, breakdown) and can_be_broken_down(
                breakdown, one, registers[kind]
            ):
                found += [plan(part) for part in parts_of(one.indicator, breakdown)]
    return found


def _warn_of_breakdowns(
    plans: Sequence[Plan],
    breakdowns: Sequence[Breakdown],
    registers: Mapping[str, Register],
    progress: Progress,
) -> None:
    for breakdown in breakdowns:
        lacking = [
            in_language(one.indicator.name)
            for one in plans
            if not all(
                can_be_broken_down(breakdown, one, register) for register in registers.values()
            )
        ]
        if lacking:
            progress.warn(
                tr(
                    "Not broken down by {facet}, for want of its column: {names}.",
                    facet=breakdown_id(breakdown),
                    names=", ".join(lacking),
                )
            )
