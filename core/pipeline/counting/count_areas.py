"""Step 1: place the rows and count the indicators."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Dict, List, Mapping, Optional, Sequence, Set, Tuple

import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.indicators.facets import breakdowns
from ...catalogue.law.dates import CURRENT, LIST
from ...catalogue.law.measured import figures_of_law
from ...catalogue.law.rule_sets import longest_mean
from ...catalogue.own import catalogue
from ...errors import InputError
from ...i18n import tr
from ...measures.atom_counts import AtomCounts
from ...measures.counting import count
from ...measures.findings import Findings
from ...measures.halves import Halves
from ...measures.observations import OF_REGISTER, SOURCE
from ...measures.plan.register_plan import Keys
from ...measures.references import read_references
from ...periods import reference_date, year_of, years_before
from ...progress import Part, Progress
from ...registers.tables.addresses import read_addresses
from ...registers.tables.register import Register
from ..inputs import Choices, Inputs, open_registers, rules_of
from .choosing import countable, lacking_of, period_asked_for, rates_of
from .finished_figures import (
    FINISHED_FIGURES,
    FinishedFigures,
    read_finished,
    warn_of_other_periods,
    with_finished,
)
from .records import records
from .remarks import warn_of
from .two_sources import without_taken


@dataclass(frozen=True)
class Counted:
    """Observations by area set id, what was not placed, the references used, and the record of what
    came. Observations have the columns of ``observations.COLUMNS`` (with facets its
    ``FACET_COLUMNS``), and ``source``, where each figure is from: ``register:persons`` and the
    like, or ``figures``.

    Where one period was asked for (``period``), what serves it by the reading of the choices is
    counted too: the same month of earlier years for the law's means, older finished figures;
    ``of_period`` leaves those out again. ``atoms`` are the sums by atom, where
    asked for; ``halves`` of the rates of two registers, where asked for.
    """

    observations: Dict[str, pd.DataFrame]
    findings: Dict[str, Findings]
    references: Optional[pd.DataFrame]
    period: Optional[str]
    indicators: Tuple[Indicator, ...] = ()
    records: Tuple[dict, ...] = ()
    atoms: Optional[AtomCounts] = None
    halves: Halves = field(default_factory=Halves)

    def of_period(self, table: pd.DataFrame) -> pd.DataFrame:
        """The rows of ``table`` in the period asked for; all where none was."""
        if self.period is None:
            return table
        return table[table["period"] == self.period].reset_index(drop=True)


def count_areas(
    inputs: Inputs,
    choices: Choices,
    progress: Progress,
    with_atoms: bool = False,
    keys: Optional[Keys] = None,
    with_halves: bool = False,
) -> Counted:
    """Step 1: place the rows and count the indicators; ``with_atoms`` also by atom, for disclosure
    control; ``keys`` as ``measures.counting.count``; ``with_halves`` also what one register gives
    of the rates of two, for the monitor file: reference values and earlier lists may then come
    alone.

    Raises:
        InputError: names file, row or field; nothing has been written.
    """
    addresses = references = None
    if inputs.addresses:
        addresses = read_addresses(inputs.addresses, Part(progress, 0.0, 0.05))
    if inputs.references:
        references = read_references(inputs.references, Part(progress, 0.05, 0.06))
    registers = open_registers(inputs, choices, addresses is not None)
    known = catalogue(choices.catalogue)
    finished = read_finished(inputs, choices, known, progress)
    given = set() if finished is None else finished.indicators
    indicators = countable(registers, given, choices, known, progress, with_halves)
    wanted = period_asked_for(choices)
    periods = None if wanted is None else _serving(wanted, choices)
    from_registers = [i for i in indicators if not lacking_of(i, registers)]
    counted = count(
        registers,
        addresses,
        inputs.area_sets,
        from_registers,
        Part(progress, 0.06, 1.0),
        periods,
        breakdowns(choices.facets),
        choices.go_on,
        with_atoms=with_atoms,
        keys=keys,
        rates=rates_of(registers, choices, known) if with_halves else (),
    )
    observations, findings = _with_sources(counted.observations, indicators), counted.findings
    atoms = counted.atoms
    taken: Set[str] = set()
    if wanted is not None:
        findings = {kind: found.only({wanted}) for kind, found in findings.items()}
    if finished is not None:
        not_counted = [i for i in indicators if i not in from_registers]
        warn_of_other_periods(finished, not_counted, findings, progress)
        serving = _finished_serving(wanted, choices, periods, finished)
        joined = with_finished(
            observations, finished, inputs, choices, indicators, serving, progress
        )
        observations = joined.observations
        finished = replace(finished, told=[*finished.told, *joined.told])
        atoms = None if atoms is None else without_taken(atoms, joined.taken)
        taken = {identifier for identifier, _ in joined.taken}
    if registers or finished is not None:
        _refuse_empty(findings, observations, registers, wanted)
    elif not (with_halves and (references is not None or inputs.history)):
        raise InputError(
            tr("Nothing was given to count."),
            tr("Give a register, or finished figures; to a monitor file also reference values."),
        )
    for kind, found in findings.items():
        warn_of(found, kind, inputs.area_sets, progress)
    if finished is not None:
        findings[FINISHED_FIGURES] = finished.findings
    return Counted(
        observations=observations,
        findings=findings,
        references=references,
        period=wanted,
        indicators=indicators,
        records=tuple(records(inputs, findings, finished, indicators, from_registers, taken)),
        atoms=atoms,
        halves=counted.halves,
    )


def _with_sources(
    observations: Mapping[str, pd.DataFrame], indicators: Sequence[Indicator]
) -> Dict[str, pd.DataFrame]:
    """``observations`` with the register that each figure was counted in."""
    register_of = {i.id: f"{OF_REGISTER}{i.register}" for i in indicators}
    return {
        identifier: table.assign(**{SOURCE: table["indicator"].map(register_of).astype(object)})
        for identifier, table in observations.items()
    }


def _serving(period: str, choices: Choices) -> List[str]:
    """``period`` and what else of the registers serves it: the same month of the years before, that
    the law takes the mean with; for a list by the law's own dates the months of those."""
    if choices.reading != LIST:
        return [years_before(period, back) for back in range(longest_mean())]
    year = year_of(period)
    rules = rules_of(year, choices.rule_set)
    wanted = {period: None}
    for figure in figures_of_law().values():
        dates = rules.dates_of(figure)
        for back in dates.years_back:
            wanted.update(dict.fromkeys(dates.candidates(year - back)))
    return list(wanted)


def _finished_serving(
    period: Optional[str],
    choices: Choices,
    periods: Optional[List[str]],
    finished: FinishedFigures,
) -> Optional[List[str]]:
    """The periods of finished figures that serve ``period``: as things stand all up to it, else
    those of the registers (``periods``); None for all."""
    if period is None or choices.reading != CURRENT:
        return periods
    last = reference_date(period)
    return [p for p in finished.table["period"].unique() if reference_date(p) <= last]


def _refuse_empty(
    findings: Mapping[str, Findings],
    observations: Mapping[str, pd.DataFrame],
    registers: Mapping[str, Register],
    period: Optional[str],
) -> None:
    if any(found.rows for found in findings.values()) or any(map(len, observations.values())):
        return
    known = sorted({p for register in registers.values() for p in register.periods if p})
    next_step = tr("Check the period, or leave it empty to count all periods of the register.")
    if known:
        next_step = tr("It has files for {periods}.", periods=", ".join(known))
    raise InputError(
        tr("The register has no rows for the period {period}.", period=period or "-"), next_step
    )


def whole_of(observations: pd.DataFrame) -> pd.DataFrame:
    """The rows that are not broken down, without the facet columns."""
    if "facet" in observations:
        observations = observations[observations["facet"] == ""].drop(
            columns=["facet", "facet_value"]
        )
    return observations.reset_index(drop=True)
