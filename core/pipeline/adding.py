"""The whole job into the monitor file: what came is counted, added to what is there, and judged
with it; and the newest addition taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Dict, List, Mapping, Optional, Sequence

import pandas as pd

from ..catalogue.law.rule_sets import rule_set, rule_set_faults
from ..errors import InputError
from ..i18n import capitalised, in_language, tr
from ..measures.findings import Findings
from ..measures.self_check.check import as_table, warned
from ..numbers import number
from ..period_lists import periods_text
from ..periods import period_text, year_of
from ..progress import Listening, Part, Progress
from ..store.figures.blocks import FIGURES, REGISTER
from ..store.monitor_file import MonitorFile
from ..store.runs.completing import Completing
from ..store.runs.revisions import revised
from ..store.runs.runs import Run
from .adding_words import completing_sentences
from .boundary_news import tell_changed_boundaries
from .counting.count_areas import Counted, count_areas
from .counting.records import digests
from .half_files import tell_half_files
from .inputs import FIGURES_FIRST, Choices, Inputs, rules_of
from .judging import law_rows, levels_by_area
from .judging_in_force import JudgingInForce, choices_of
from .other_source import tell_other_source

POPULATION, PERSONS = "population", "persons"


@dataclass(frozen=True)
class Added:
    """What an addition brought.

    Attributes:
        number: of the addition.
        observations: area set id → what was counted.
        assessments: area set id → what was judged anew: the periods that were added, and those
            whose means or references rest on them.
        findings: by register.
        checks: the self-check gone on from, with what was told.
        half: what was told of months that look like half a file.
        known: the periods whose every figure the file had already, of some source.
    """

    number: int
    observations: Mapping[str, pd.DataFrame]
    assessments: Mapping[str, pd.DataFrame]
    findings: Mapping[str, Findings]
    checks: pd.DataFrame = field(default_factory=pd.DataFrame)
    half: Sequence[str] = ()
    known: Sequence[str] = ()


def add_period(
    inputs: Inputs,
    choices: Choices,
    monitor: MonitorFile,
    progress: Progress,
    plugin_version: str = "",
    checks: Optional[pd.DataFrame] = None,
) -> Added:
    """The whole job: add what came – a month, several, or a table of figures alone – to the monitor
    file, which is made where there is none, and judge it; nothing that was counted before is
    counted again.

    A period that is there already gets a new vintage, which is in force from now on. Means over
    years, references and earlier lists are taken from what the file holds.

    Args:
        checks: the findings of the self-check the user went on from (``self_check.as_table``), kept
            with the addition together with what is told while it counts.
    Raises:
        SociodemografiError: says what to do; the monitor file is as it was.
    """
    monitor.check_writable()
    heard = Listening(progress)
    progress = heard
    for fault in rule_set_faults():
        progress.warn(str(fault))
    for area_set in inputs.area_sets:
        tell_changed_boundaries(monitor, area_set, progress)
    progress.report(0.0, tr("Placing and counting persons"))
    if choices.indicators and POPULATION not in choices.indicators and inputs.delivery(PERSONS):
        choices = replace(choices, indicators=(POPULATION, *choices.indicators))
    part = Part(progress, 0.0, 0.85)
    counted = count_areas(inputs, choices, part, with_atoms=True, with_halves=True)
    progress.report(0.85, tr("Judging the areas"))
    _warn_of_variants(counted, choices, progress)
    if inputs.delivery(PERSONS):
        _refuse_without_persons(counted)
    tell_other_source(monitor, counted, inputs, choices, progress)
    half = tell_half_files(monitor, counted, inputs, progress)
    known = _known_already(monitor, counted)
    judging = JudgingInForce(choices)
    noted = _with_told(checks, [*heard.warnings], inputs)
    run = Run(
        about={
            **choices_of(choices),
            "plugin_version": plugin_version,
            "municipality": choices.municipality,
            "persons_source": ", ".join(delivery.name for delivery in inputs.deliveries),
            "went_on": choices.go_on,
            "areas_counted": sum(len(s.areas) for s in inputs.area_sets),
        },
        observations=counted.observations,
        findings=counted.findings,
        references=counted.references,
        deliveries=counted.records,
        checks=noted,
        atoms=counted.atoms,
        definitions=digests([*counted.indicators, *(p.indicator for p in counted.halves.plans)]),
        first_source=FIGURES if choices.source_order == FIGURES_FIRST else REGISTER,
        history=inputs.history or {},
    )
    progress.report(0.92, tr("Writing the monitor file"))
    completing = Completing(counted.halves)
    number = monitor.runs.save(run, list(inputs.area_sets), judging, completing)
    for sentence in [*completing_sentences(completing), *judging.told]:
        progress.warn(sentence)
    progress.report(1.0)
    return Added(
        number=number,
        observations=counted.observations,
        assessments=judging.judged,
        findings=counted.findings,
        checks=noted,
        half=half,
        known=known,
    )


def undo_period(monitor: MonitorFile, progress: Progress, wanted: int = 0) -> Dict[str, List[str]]:
    """Take the newest addition back, and judge again what it touched, as the one before was
    judged.

    Args:
        wanted: the number of the addition that somebody was shown; 0 where nobody was.
    Returns:
        Area set id → the periods whose figures changed.
    Raises:
        SociodemografiError: says what to do; the monitor file is as it was.
    """
    judging = JudgingInForce()
    changed = monitor.runs.undo(judging, wanted)
    for sentence in judging.told:
        progress.warn(sentence)
    return changed


def sentences_of(added: Added, monitor: MonitorFile) -> List[str]:
    """What an addition brought, in words: its periods, what it revised, and the levels in the
    newest period it brought."""
    periods = sorted({p for table in added.observations.values() for p in table["period"]})
    first = tr("Addition {number}: no figures of its own.", number=added.number)
    if periods:
        first = tr(
            "Addition {number}: {periods}.", number=added.number, periods=periods_text(periods)
        )
    told = [first]
    told += [
        tr(
            "{period} was there already: {figures} figures of {indicators} indicators are others "
            "now.",
            period=capitalised(period_text(one.period)),
            figures=number(one.figures),
            indicators=number(one.indicators),
        )
        for one in revised(monitor.runs.revisions(added.number))
        if one.figures
    ]
    changed = {one.period for one in revised(monitor.runs.revisions(added.number)) if one.figures}
    told += [
        tr(
            "{period} was there already, and no figure of it changed.",
            period=capitalised(period_text(period)),
        )
        for period in added.known
        if period not in changed
    ]
    for table in added.assessments.values():
        newest = table["period"].max()
        for level, areas in levels_by_area(table, newest).items():
            told.append(f"{period_text(newest)}  {level}: {number(len(areas))}")
    return told


def _known_already(monitor: MonitorFile, counted: Counted) -> List[str]:
    """The periods of ``counted`` whose every indicator ``monitor`` has figures of in them."""
    new, periods = set(), set()
    for area_set, table in counted.observations.items():
        there = set()
        if monitor.path.exists():
            held = monitor.in_force.held(area_set)
            there = set(zip(held["indicator"], held["period"]))
        pairs = set(zip(table["indicator"], table["period"]))
        periods |= {period for _, period in pairs}
        new |= {period for _, period in pairs - there}
    return sorted(periods - new)


def _refuse_without_persons(counted: Counted) -> None:
    """Refuse a person register that has nobody in the period asked for: it is the wrong one."""
    if not any(len(law_rows(table)) for table in counted.observations.values()):
        raise InputError(
            tr(
                "The person register has no rows for the period {period}.",
                period=counted.period or "-",
            ),
            tr("Check the period, or leave it empty to count all periods of the register."),
        )


def _warn_of_variants(counted: Counted, choices: Choices, progress: Progress) -> None:
    """Tell where the rules of the time count unknown education and this addition does not."""
    if choices.unknown_education_as_basic:
        return
    periods = {p for table in counted.observations.values() for p in law_rows(table)["period"]}
    years = {year_of(p) for p in ([counted.period] if counted.period else periods)}
    for identifier in {rules_of(year, choices.rule_set).id for year in years}:
        rules = rule_set(identifier)
        if any(criterion.variant for criterion in rules.criteria.values()):
            progress.warn(
                tr(
                    "{rules}: the law of the time counts unknown education as basic school, and "
                    "this run does "
                    "not. The choice can be made before computing.",
                    rules=in_language(rules.name),
                )
            )


def _with_told(
    checks: Optional[pd.DataFrame], warnings: Sequence[str], inputs: Inputs
) -> pd.DataFrame:
    """``checks`` and what was told while the registers were counted, each sentence once."""
    known = as_table([]) if checks is None else checks
    said = list(known.itertuples(index=False))
    told = as_table(warned(warnings, said, inputs.registers_by_source()))
    parts = [part for part in (known, told) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else known
