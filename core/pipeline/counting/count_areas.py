"""Step 1: place the rows and count the indicators."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Collection, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...catalogue.indicators.definitions import Indicator, chosen
from ...catalogue.indicators.facets import breakdowns
from ...catalogue.indicators.filters import filter_text
from ...catalogue.law.measured import law_indicators
from ...catalogue.law.rule_sets import longest_mean
from ...catalogue.own import catalogue
from ...catalogue.registers.kinds import register_kind
from ...errors import InputError
from ...i18n import in_language, tr
from ...measures.atom_counts import AtomCounts
from ...measures.counting import count
from ...measures.findings import Findings, day_sentences, reason_text, span_text
from ...measures.finished import completed, has_codes, observations_of_figures
from ...measures.plan.register_plan import Keys
from ...measures.references import read_references
from ...numbers import number
from ...periods import years_before
from ...progress import Part, Progress
from ...registers.delivery import record
from ...registers.problems import ReadingProblems, sentence
from ...registers.tables.addresses import read_addresses
from ...registers.tables.figures import read_figures
from ...registers.tables.register import Register
from ...registers.written.periods import normal_period
from ..inputs import ALL, Choices, Inputs, open_registers

FINISHED_FIGURES = "figures"


@dataclass(frozen=True)
class Counted:
    """Observations by area set id, what was not placed, the references used, and the record of what
    came.

    Where one period was asked for (``period``), the same month of earlier years is counted too, for
    the law's means; ``of_period`` leaves those out again. ``atoms`` are the sums by atom, where
    asked for.
    """

    observations: Dict[str, pd.DataFrame]
    findings: Dict[str, Findings]
    references: Optional[pd.DataFrame]
    period: Optional[str]
    indicators: Tuple[Indicator, ...] = ()
    records: Tuple[dict, ...] = ()
    atoms: Optional[AtomCounts] = None

    def of_period(self, table: pd.DataFrame) -> pd.DataFrame:
        """The rows of ``table`` in the period asked for; all where none was."""
        return (
            table
            if self.period is None
            else table[table["period"] == self.period].reset_index(drop=True)
        )


def count_areas(
    inputs: Inputs,
    choices: Choices,
    progress: Progress,
    with_atoms: bool = False,
    released: Collection[str] = (),
    keys: Optional[Keys] = None,
) -> Counted:
    """Step 1: place the rows and count the indicators; ``with_atoms`` also by atom, for disclosure
    control, the ``released`` periods among them however old; ``keys`` as
    ``measures.counting.count``.

    Raises:
        InputError: names file, row or field; nothing has been written.
    """
    addresses = (
        read_addresses(inputs.addresses, Part(progress, 0.0, 0.05)) if inputs.addresses else None
    )
    references = (
        read_references(inputs.references, Part(progress, 0.05, 0.06))
        if inputs.references
        else None
    )
    registers = open_registers(inputs, choices, addresses is not None)
    known = catalogue(choices.catalogue)
    notes, unread = ReadingProblems(), ReadingProblems()
    finished = _finished(inputs, choices, known, progress, notes, unread)
    indicators = _countable(registers, finished, choices, known, progress)
    wanted = _period_asked_for(choices)
    asked = (
        None if wanted is None else [years_before(wanted, back) for back in range(longest_mean())]
    )
    from_registers = [i for i in indicators if not lacking_of(i, registers)]
    counted = count(
        registers,
        addresses,
        inputs.area_sets,
        from_registers,
        Part(progress, 0.06, 1.0),
        asked,
        breakdowns(choices.facets),
        choices.go_on,
        with_atoms=with_atoms,
        released=released,
        keys=keys,
    )
    findings = counted.findings
    if wanted is not None:
        findings = {
            kind: found.only(lambda period: period == wanted) for kind, found in findings.items()
        }
    _warn_of_other_periods(
        finished, [i for i in indicators if i not in from_registers], findings, progress
    )
    observations = _with_finished(
        counted.observations, finished, inputs, indicators, asked, progress
    )
    _refuse_empty(findings, observations, registers, wanted)
    for kind, found in findings.items():
        warn_of(found, kind, inputs.area_sets, progress)
    if finished is not None:
        findings[FINISHED_FIGURES] = Findings(told=notes.all())
        findings[FINISHED_FIGURES].note_unreadable(unread.all())
    return Counted(
        observations,
        findings,
        references,
        wanted,
        indicators,
        tuple(_records(inputs, findings, finished, indicators, from_registers)),
        counted.atoms,
    )


def _finished(
    inputs: Inputs,
    choices: Choices,
    known: Sequence[Indicator],
    progress: Progress,
    notes: ReadingProblems,
    unread: ReadingProblems,
) -> Optional[pd.DataFrame]:
    """The finished figures, completed; None where there are none."""
    delivery = inputs.delivery(FINISHED_FIGURES)
    if delivery is None:
        return None
    figures = read_figures(
        delivery.sources,
        delivery.mapping,
        known,
        Part(progress, 0.06, 0.07),
        choices.period or delivery.period,
        unread if choices.go_on else None,
        notes,
    )
    for problem in unread.all():
        progress.warn(
            tr(
                "{count} cells in {column} could not be read and count as unknown.",
                count=number(problem.rows),
                column=f"{problem.file}, {problem.field}",
            )
        )
    return completed(figures, known, progress)


def _with_finished(
    observations: Dict[str, pd.DataFrame],
    finished: Optional[pd.DataFrame],
    inputs: Inputs,
    indicators: Sequence[Indicator],
    periods: Optional[Sequence[str]],
    progress: Progress,
) -> Dict[str, pd.DataFrame]:
    """``observations`` with the finished figures of what was not counted."""
    if finished is None:
        return observations
    wanted = finished[finished["indicator"].isin([i.id for i in indicators])]
    if periods is not None:
        wanted = wanted[wanted["period"].isin(list(periods))]
    counted_already = {
        pair for table in observations.values() for pair in zip(table["indicator"], table["period"])
    }
    free = np.array(
        [pair not in counted_already for pair in zip(wanted["indicator"], wanted["period"])],
        dtype=bool,
    )
    if not free.all():
        progress.warn(
            tr(
                "{count} finished figures are not used: the registers give the same indicators.",
                count=number(int((~free).sum())),
            )
        )
    wanted = wanted[free]
    matching = [s for s in inputs.area_sets if has_codes(wanted, inputs.figure_areas or s)]
    if len(wanted) and not matching:
        asked = inputs.figure_areas or inputs.area_sets[0]
        raise InputError(
            tr("None of the finished figures' area codes is an area of {name}.", name=asked.name),
            tr(
                "Use the areas' ids (for example {example}), or give the areas the figures are of.",
                example=", ".join(asked.area_ids[:3]),
            ),
        )
    vintage, joined = datetime.date.today().isoformat(), dict(observations)
    for area_set in matching:
        more = observations_of_figures(
            wanted, area_set, indicators, vintage, progress, inputs.figure_areas
        )
        table = pd.concat([observations[area_set.id], more], ignore_index=True)
        joined[area_set.id] = (
            table.fillna({"facet": "", "facet_value": ""}) if "facet" in table else table
        )
    return joined


def _warn_of_other_periods(
    finished: Optional[pd.DataFrame],
    indicators: Sequence[Indicator],
    findings: Mapping[str, Findings],
    progress: Progress,
) -> None:
    """Tell where finished figures stand in for registers and are of none of the periods that the
    registers are of: months beside years. What comes as finished figures alone is set beside
    nothing that is counted."""
    counted = sorted({period for found in findings.values() for period in found.rows})
    if finished is None or not counted:
        return
    periods_of = finished.groupby("indicator")["period"].agg(set)
    apart = [
        i
        for i in indicators
        if i.numerator_kind != "finished"
        and i.id in periods_of
        and not periods_of[i.id] & set(counted)
    ]
    if apart:
        given = sorted(set().union(*(periods_of[i.id] for i in apart)))
        progress.warn(
            tr(
                "The finished figures are of {given}, the registers of {counted}: no period has "
                "both, and "
                "what sets them side by side, such as the law's criteria, stays undecided. It "
                "concerns: "
                "{names}.",
                given=span_text(given),
                counted=span_text(counted),
                names=", ".join(i.id for i in apart),
            )
        )


def _records(
    inputs: Inputs,
    findings: Mapping[str, Findings],
    finished: Optional[pd.DataFrame],
    indicators: Sequence[Indicator],
    from_registers: Sequence[Indicator],
) -> List[dict]:
    """What came, in which state, and by which definitions it was counted."""
    rows = []
    for delivery in inputs.deliveries:
        of_periods = dict(findings[delivery.register].rows) if delivery.register in findings else {}
        if delivery.register == FINISHED_FIGURES and finished is not None:
            of_periods = finished["period"].value_counts().to_dict()
        used = [
            (i.id, _definition_text(i))
            for i in indicators
            if delivery.register in (i.registers if i in from_registers else (FINISHED_FIGURES,))
        ]
        days = findings[delivery.register].days if delivery.register in findings else None
        rows += record(delivery, of_periods, used, days=days)
    return rows


def _definition_text(indicator: Indicator) -> str:
    parts = (
        indicator.register,
        filter_text(indicator.population),
        indicator.numerator_kind,
        filter_text(indicator.numerator)
        if isinstance(indicator.numerator, dict)
        else indicator.numerator,
        filter_text(indicator.where),
        indicator.denominator_register,
        filter_text(indicator.denominator_population),
        indicator.denominator_sum,
        indicator.unit,
    )
    return "\n".join(str(part) for part in parts)


def _period_asked_for(choices: Choices) -> Optional[str]:
    if not choices.period:
        return None
    period = normal_period(choices.period)
    if period is None:
        raise InputError(
            tr("{period} is not a period.", period=choices.period),
            tr("Write a month as YYYY-MM, for example 2026-01."),
        )
    return period


def _countable(
    registers: Mapping[str, Register],
    finished: Optional[pd.DataFrame],
    choices: Choices,
    known: Sequence[Indicator],
    progress: Progress,
) -> Tuple[Indicator, ...]:
    """The chosen indicators; without a choice those the registers can serve, the rest of theirs
    warned of."""
    of_law = {indicator.id for indicator in law_indicators()}
    indicators = tuple(
        i.with_variant("unknown_as_basic")
        if choices.unknown_education_as_basic and "unknown_as_basic" in i.variants
        else i
        for i in chosen(choices.indicators, known)
        if choices.indicators or choices.scope == ALL or i.id in of_law
    )
    given = set() if finished is None else set(finished["indicator"])
    served, left_out, finished_alone = [], [], []
    for indicator in indicators:
        lacking = lacking_of(indicator, registers)
        if not lacking or indicator.id in given:
            served.append(indicator)
            if lacking and indicator.numerator_kind != "finished":
                finished_alone.append(f"{indicator.id} ({', '.join(lacking)})")
        elif choices.indicators:
            raise InputError(
                tr(
                    "The indicator {indicator} needs {columns}, which the registers do not have.",
                    indicator=indicator.id,
                    columns=", ".join(lacking),
                ),
                tr("Map a column to it, or leave the indicator out."),
            )
        elif indicator.register in registers:
            left_out.append(f"{indicator.id} ({', '.join(lacking)})")
    if finished_alone:
        progress.warn(
            tr(
                "Taken from the finished figures, for want of columns or registers: {names}.",
                names="; ".join(finished_alone),
            )
        )
    if left_out:
        progress.warn(
            tr("Left out, for want of columns or registers: {names}.", names="; ".join(left_out))
        )
    return tuple(served)


def lacking_of(indicator: Indicator, registers: Mapping[str, Register]) -> List[str]:
    """The columns (or whole registers) that ``indicator`` needs and that are not there."""
    if indicator.numerator_kind == "finished":
        return [FINISHED_FIGURES]
    lacking = []
    for kind in indicator.registers:
        if kind not in registers:
            lacking.append(kind)
        else:
            columns = sorted(set(indicator.columns_of(kind)) - registers[kind].columns)
            lacking += [column if kind == "persons" else f"{kind}.{column}" for column in columns]
    return lacking


def _refuse_empty(
    findings: Mapping[str, Findings],
    observations: Mapping[str, pd.DataFrame],
    registers: Mapping[str, Register],
    period: Optional[str],
) -> None:
    if any(found.rows for found in findings.values()) or any(map(len, observations.values())):
        return
    known = sorted({p for register in registers.values() for p in register.periods if p})
    raise InputError(
        tr("The register has no rows for the period {period}.", period=period or "-"),
        tr("It has files for {periods}.", periods=", ".join(known))
        if known
        else tr("Check the period, or leave it empty to count all periods of the register."),
    )


def warn_of(
    findings: Findings, kind: str, area_sets: Sequence[AreaSet], progress: Progress
) -> None:
    """Tell what was placed and what was not, in numbers."""
    read = sum(findings.rows.values())
    for area_set in area_sets:
        lost = findings.total_unplaced(area_set.id)
        if not lost:
            continue
        placed = sum(n for (s, _), n in findings.placed.items() if s == area_set.id)
        reasons = ", ".join(
            f"{number(n)} {reason_text(r)}" for r, n in sorted(lost.items(), key=lambda kv: -kv[1])
        )
        progress.warn(
            tr(
                "{name}, {register}: {placed} of {read} rows placed. Not placed: {reasons}.",
                name=area_set.name,
                register=in_language(register_kind(kind).text).lower(),
                placed=number(placed),
                read=number(read),
                reasons=reasons,
            )
        )
    by_house = sum(findings.by_house.values())
    if by_house:
        progress.warn(
            tr(
                "{count} rows are placed by house number: the address list lacks their floor and "
                "door.",
                count=number(by_house),
            )
        )
    by_zeros = sum(findings.by_zeros.values())
    if by_zeros:
        progress.warn(
            tr(
                "{count} rows are placed by an area code whose zeros in front were lost, and are "
                "put back.",
                count=number(by_zeros),
            )
        )
    for text, _ in day_sentences(findings.days, in_language(register_kind(kind).text).lower()):
        progress.warn(text)
    for problem in findings.told:
        progress.warn(sentence(problem))
    for repeat in findings.repeats:
        progress.warn(f"{repeat.text} {repeat.next_step}")
    for column, rows in findings.unreadable.items():
        progress.warn(
            tr(
                "{count} cells in {column} could not be read and count as unknown.",
                count=number(rows),
                column=column,
            )
        )
    lacking: Dict[str, int] = defaultdict(int)
    for (_, column), rows in findings.missing.items():
        lacking[column] += rows
    for column, rows in lacking.items():
        progress.warn(
            tr("{count} rows have no value in {column}.", count=number(rows), column=column)
        )


def whole_of(observations: pd.DataFrame) -> pd.DataFrame:
    """The rows that are not broken down, without the facet columns."""
    if "facet" in observations:
        observations = observations[observations["facet"] == ""].drop(
            columns=["facet", "facet_value"]
        )
    return observations.reset_index(drop=True)
