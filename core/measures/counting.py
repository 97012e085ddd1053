"""One pass over every register: the numbers of every indicator, area set and period.

Counts add up over pieces of a register, so a register of any size is counted piece by piece.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Callable, Collection, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.indicators.facets import Facet
from ..catalogue.protection.parts import may_be_parted, parts_of
from ..catalogue.registers.kinds import RegisterKind
from ..i18n import in_language, tr
from ..progress import Part, Progress, checkpoint
from ..registers.problems import ReadingProblems
from ..registers.tables.addresses import AddressList
from ..registers.tables.register import Register
from .atom_counts import AtomCounts, atom_counts
from .engines.masks import Masks
from .engines.tally import WHOLE, Breakdown, Digest, Tally, ValueGroups, breakdown_id
from .findings import Findings, Periods
from .observations import Observing
from .plan.places import Places
from .plan.terms import RECORD_KEY, Plan, Remainder, Term, keyed, missing_values, plan
from .repeats import Seen, identifier_of, newest_alone, refuse_blocking, repeats_of_names
from .rollup import Rollup, Spread, two_largest

PLACE_COLUMNS = ("x", "y", "address_key", "area_code", "period")

Keys = Callable[[np.ndarray], np.ndarray]


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
    """

    observations: Dict[str, pd.DataFrame]
    findings: Dict[str, Findings]
    spreads: Dict[Tuple[str, str, str], Spread] = field(default_factory=dict)
    atoms: Optional[AtomCounts] = None


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
    released: Collection[str] = (),
    keys: Optional[Keys] = None,
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
            well; of the ``released`` periods however old.
        keys: identifiers (uint64) → whole keys of the cell-key method, whose sums are given by atom
            too, in registers that have an identifier.
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
    plans = [plan(indicator) for indicator in indicators]
    parts = [plan(one) for one in _parts(plans, registers, breakdowns)] if with_atoms else []
    medians = {one.numerator for one in plans if one.indicator.numerator_kind == "median"}
    tallies, findings = {}, {}
    spreads: Dict[Tuple[str, Term, str], Spread] = {}
    by_group: Dict[Tuple[str, Term, str, Breakdown], np.ndarray] = {}

    def digest(
        term: Term, period: str, atoms: np.ndarray, values: np.ndarray, groups: ValueGroups
    ) -> None:
        top = two_largest(atoms, values)
        for area_set in area_sets:
            rollup = Rollup(places.atoms, area_set)
            spreads[(area_set.id, term, period)] = rollup.spread(
                atoms, values, top, term in medians
            )
            for breakdown, of_values in groups.items():
                by_group[(area_set.id, term, period, breakdown)] = rollup.medians(
                    atoms, values, of_values
                )

    if not go_on:
        for register in registers.values():
            refuse_blocking(repeats_of_names(register, progress, periods))
    how = _How([WHOLE, *breakdowns], digest, with_atoms, parts, keys, periods)
    weights = {
        kind: sum(source.size for source in register.sources)
        for kind, register in registers.items()
    }
    done, total = 0, sum(weights.values()) or 1
    for kind, register in registers.items():
        part = Part(progress, done / total, (done + weights[kind]) / total)
        tallies[kind], findings[kind] = _count_register(
            register, plans, places, part, ReadingProblems() if go_on else None, how
        )
        done += weights[kind]
    _warn_of_breakdowns(plans, breakdowns, registers, progress)
    counted = {kind: sorted(found.rows) for kind, found in findings.items()}
    vintage = vintage or datetime.date.today().isoformat()
    tables = {}
    for area_set in area_sets:
        of_set = {key[1:]: spread for key, spread in spreads.items() if key[0] == area_set.id}
        of_groups = {key[1:]: found for key, found in by_group.items() if key[0] == area_set.id}
        observing = Observing(
            area_set, Rollup(places.atoms, area_set), tallies, counted, of_set, of_groups
        )
        tables[area_set.id] = observing.table(plans, [WHOLE, *breakdowns], vintage, periods)
    of_indicator = {
        (identifier, one.indicator.id, period): spread
        for (identifier, term, period), spread in spreads.items()
        for one in plans
        if one.numerator == term
    }
    atoms = None
    if with_atoms:
        atoms = atom_counts(
            places.atoms,
            area_sets,
            [*plans, *parts],
            tallies,
            observing,
            of_indicator,
            periods,
            released,
        )
    return Counts(tables, findings, of_indicator, atoms)


@dataclass(frozen=True)
class _How:
    """How every register is counted: ``breakdowns``, ``digest`` of single values, sums
    ``with_atoms`` of ``parts`` by facets too, and ``keys`` of persons; ``periods`` are those asked
    for."""

    breakdowns: Sequence[Breakdown]
    digest: Digest
    with_atoms: bool
    parts: Sequence[Plan]
    keys: Optional[Keys]
    periods: Optional[Collection[str]]


def _can(breakdown: Breakdown, one: Plan, kind: str, columns: frozenset) -> bool:
    """Can the terms of ``one`` in the register ``kind`` be broken down so?"""
    return kind not in one.indicator.registers or all(
        facet.column in columns for facet in breakdown
    )


def _parts(
    plans: Sequence[Plan], registers: Mapping[str, Register], breakdowns: Sequence[Breakdown]
) -> List[Indicator]:
    """The parts of the indicators by the facets their register has."""
    return [
        part
        for one in plans
        for breakdown in breakdowns
        if may_be_parted(one.indicator, breakdown)
        and _can(breakdown, one, one.indicator.register, registers[one.indicator.register].columns)
        for part in parts_of(one.indicator, breakdown)
    ]


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
                _can(breakdown, one, kind, register.columns) for kind, register in registers.items()
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


def _columns(
    plans: Sequence[Plan], kind: RegisterKind, register: Register, breakdowns: Sequence[Breakdown]
) -> List[str]:
    used = {column for one in plans for column in one.indicator.columns_of(kind.kind)}
    used |= {facet.column for breakdown in breakdowns for facet in breakdown} | set(PLACE_COLUMNS)
    household = next((name for name in kind.household if name in register.columns), None)
    wanted = (used | ({household} if household else set())) & (register.columns | {"period"})
    return sorted(wanted | (set(PLACE_COLUMNS) & register.any_columns))


def _count_register(
    register: Register,
    plans: Sequence[Plan],
    places: Places,
    progress: Progress,
    problems: Optional[ReadingProblems],
    how: _How,
) -> Tuple[Tally, Findings]:
    kind, keys = register.kind.kind, how.keys
    mine = [one for one in plans if kind in one.indicator.registers]
    parts = [one for one in how.parts if kind in one.indicator.registers]
    terms_of = {
        breakdown: [
            term
            for one in mine
            if _can(breakdown, one, kind, register.columns)
            for term in one.terms
            if term.register == kind
        ]
        for breakdown in how.breakdowns
        if all(facet.column in register.columns for facet in breakdown)
    }
    terms_of[WHOLE] += [term for one in parts for term in one.terms]
    identifier = identifier_of(register)
    if keys is not None and identifier:
        terms_of[WHOLE] += [keyed(term) for term in terms_of[WHOLE] if not term.column]
    values = [
        one.numerator
        for one in mine
        if one.indicator.numerator_kind in ("mean", "median") and one.numerator.register == kind
    ]
    medians = [one.numerator for one in mine if one.indicator.numerator_kind == "median"]
    tally = Tally(
        terms_of,
        _told_by_household([*mine, *parts], kind, how.with_atoms),
        values,
        how.digest,
        medians,
    )
    findings = Findings()
    columns = _columns(mine, register.kind, register, how.breakdowns)
    reading = register
    if identifier and identifier not in columns:
        columns.append(identifier)
        reading = register if keys is not None else newest_alone(register, identifier, how.periods)
    notes = ReadingProblems()
    remaining, seen = _last_source_of(register), Seen(register, [identifier] if identifier else [])
    for table in reading.pieces(columns, progress, problems, notes):
        checkpoint(progress)
        source = table.attrs["source"]
        _finish_before(tally, seen, remaining, source)
        if not len(table):
            continue
        if keys is not None and identifier:
            table[RECORD_KEY] = keys(table[identifier].to_numpy())
        for period, days in table.attrs["days"].items():
            findings.days.setdefault(period, set()).update(days)
        placed, masks, of_period = places.of_rows(table), Masks(table), periods_of(table)
        findings.note(
            len(table),
            placed.located,
            placed.reasons,
            placed.by_house,
            _lacking(mine, kind, masks),
            of_period,
            placed.by_zeros,
        )
        tally.add(table, masks, placed.atoms, of_period, _households(table, register.kind))
        seen.add(table, of_period)
    for period in list(findings.rows):
        tally.finish(period)
    for period in register.silent_periods:
        findings.rows[period] += 0
    findings.told = notes.all()
    findings.repeats = seen.found(progress, how.periods)
    if problems is None:
        refuse_blocking(findings.repeats)
    else:
        findings.note_unreadable(problems.all())
    return tally, findings


def _lacking(plans: Sequence[Plan], kind: str, masks: Masks) -> Dict[str, np.ndarray]:
    """Column → rows without a value that an indicator of the register ``kind`` needs of them."""
    lacking: Dict[str, np.ndarray] = {}
    for one in plans:
        if one.indicator.register == kind:
            for column, rows in missing_values(one.indicator, masks).items():
                lacking[column] = lacking[column] | rows if column in lacking else rows
    return lacking


def _told_by_household(plans: Sequence[Plan], kind: str, with_atoms: bool) -> List[object]:
    """The terms of the register ``kind`` whose households are counted: those behind the numbers;
    for disclosure control also those who are in the numerator, and those who are not."""
    terms: List[object] = [one.behind for one in plans if one.behind.register == kind]
    for one in plans if with_atoms else ():
        if one.indicator.numerator_kind == "count" and one.numerator.register == kind:
            terms += [one.numerator] + (
                [Remainder(one.behind, one.numerator)] if one.behind.register == kind else []
            )
    return terms


def _last_source_of(register: Register) -> Dict[str, int]:
    """Period → its last source; empty where a source may hold any period."""
    if any(period is None for period in register.periods):
        return {}
    return {
        period: position for position, period in enumerate(register.periods) if period is not None
    }


def _finish_before(tally: Tally, seen: Seen, remaining: Dict[str, int], source: int) -> None:
    for period in [p for p, last in remaining.items() if last < source]:
        tally.finish(period)
        seen.finish(period)
        del remaining[period]


def _households(table: pd.DataFrame, kind: RegisterKind) -> Optional[np.ndarray]:
    """A hash per row of the household it is of (0 unknown), None where no column says."""
    name = next((column for column in kind.household if column in table), None)
    if name is None:
        return None
    values = table[name]
    if values.dtype.name != "category":
        return values.to_numpy(dtype="uint64")
    hashes = pd.util.hash_array(values.cat.categories.astype(object).to_numpy(), categorize=False)
    return np.append(hashes, np.uint64(0)).astype("uint64")[values.cat.codes.to_numpy()]


def periods_of(table: pd.DataFrame) -> Periods:
    """The periods of ``table`` and their rows."""
    column = table["period"].cat
    codes = column.codes.to_numpy()
    used = np.unique(codes)
    if len(used) == 1:
        return [(column.categories[used[0]], None)]
    return [(column.categories[code], np.flatnonzero(codes == code)) for code in used]
