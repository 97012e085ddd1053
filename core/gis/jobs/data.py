"""The data page's job: the registers looked through before they are counted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Set, Tuple

import pandas as pd
from qgis.core import QgsCoordinateTransformContext

from ...catalogue.indicators.definitions import Indicator, all_indicators
from ...catalogue.own import catalogue
from ...catalogue.registers.kinds import COUNTED_KINDS, RegisterKind, register_kind
from ...errors import InputError
from ...i18n import tr
from ...measures.finished.completion import completed
from ...measures.references import read_references
from ...measures.self_check.check import (
    ERROR,
    REFUSED,
    Check,
    CheckList,
    as_table,
    checks_of,
    warned,
)
from ...pipeline.checking import check_inputs
from ...pipeline.counting.choosing import lacking_of
from ...pipeline.half_files import rows_of_file
from ...pipeline.inputs import Choices, Inputs, open_registers
from ...progress import Listening, Part, Progress
from ...registers.columns.mapping import guess_mapping
from ...registers.columns.translation import names_persons
from ...registers.delivery import Delivery
from ...registers.problems import ReadingProblems
from ...registers.sources import RegisterSource
from ...registers.tables.figure_columns import figure_columns
from ...registers.tables.figure_map import read_figure_map
from ...registers.tables.figures import read_figures
from ...registers.texts.text_file import TextFile
from ...registers.values.offers import Offer, offers, unused_columns
from ...registers.values.questions import ColumnValues
from ...registers.values.sharing import roles_of_source
from ...registers.written.periods import period_in_name
from ...store.monitor_file import MonitorFile
from .inputs import ChosenSources, inputs_of

EXAMPLE_ROWS = 1000


@dataclass(frozen=True)
class Preview:
    """What a register looks like before it is counted.

    Attributes:
        columns: the columns of the first source; mapping: role → column, as it will be used.
        examples: column → what the first row has (a mark for personal columns).
        sources: how many files; periods: those known so far.
        reading: how the file is written, in words.
        offers: columns that could play a role that has none; unused: columns that play none.
        values: what the columns of codes hold, but for those of persons.
    """

    columns: Tuple[str, ...]
    mapping: Dict[str, str]
    examples: Dict[str, str]
    sources: int
    periods: List[str]
    reading: str
    offers: Sequence[Offer] = ()
    unused: Tuple[str, ...] = ()
    values: Sequence[ColumnValues] = ()


@dataclass(frozen=True)
class RegistersLookedThrough:
    """The registers looked through: previews by kind, the self-check, the ids of what can be
    counted, and the periods that counting would bring.

    ``error`` says why they could not be looked through, where the columns must be chosen first.
    """

    previews: Dict[str, Preview]
    checks: List[Check]
    servable: List[str]
    error: Optional[InputError] = None
    table: Optional[pd.DataFrame] = field(default=None, repr=False)
    periods: List[str] = field(default_factory=list)


def load_registers(
    chosen: ChosenSources,
    monitor: Optional[Path],
    area_set_ids: Sequence[str],
    own_catalogue: str,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> RegistersLookedThrough:
    """Open the registers, check how their columns are understood, and look every row through.

    Raises:
        InputError: a register cannot be opened at all; names file and column.
    """
    progress.report(0.0, tr("Looking the registers through"))
    area_sets = []
    of_file: Mapping[str, Mapping[str, float]] = {}
    if monitor is not None:
        store = MonitorFile(monitor)
        of_file = rows_of_file(store)
        area_sets = [store.areas.load(identifier) for identifier in area_set_ids]
    heard = Listening(progress, pass_on=False)
    inputs = inputs_of(chosen, area_sets, context, heard)
    known = catalogue(own_catalogue)
    choices = Choices(period=chosen.period, catalogue=own_catalogue)
    previews = {d.register: _preview(d, heard) for d in inputs.deliveries}
    try:
        return _looked_through(inputs, known, choices, previews, heard, of_file)
    except InputError as error:
        problem = error
    for text in heard.warnings:
        progress.warn(text)
    return RegistersLookedThrough(previews, [], [], problem)


def _looked_through(
    inputs: Inputs,
    known: Sequence[Indicator],
    choices: Choices,
    previews: Dict[str, Preview],
    progress: Listening,
    of_file: Mapping[str, Mapping[str, float]],
) -> RegistersLookedThrough:
    registers = open_registers(inputs, choices, bool(inputs.addresses))
    met: Set[str] = set()
    values: Dict[str, List[ColumnValues]] = {}
    part = Part(progress, 0.05, 1.0)
    checks = check_inputs(inputs, choices, part, met=met, values=values, of_file=of_file)
    previews = {
        kind: replace(preview, values=values.get(kind, ())) for kind, preview in previews.items()
    }
    servable = [i.id for i in known if not lacking_of(i, registers)]
    figures = inputs.delivery("figures")
    if figures is not None:
        problems = ReadingProblems()
        read = read_figures(
            figures.sources, figures.mapping, known, progress, choices.period, problems, problems
        )
        checks["figures"] = checks_of(problems, "figures", len(read))
        table = completed(read, known, progress)
        servable += sorted(set(table["indicator"]) - set(servable))
        met |= set(table["period"])
    if inputs.figure_map:
        read_figure_map(inputs.figure_map, progress)
    if inputs.references:
        checks["references"] = _references_checked(inputs, progress)
    every = [check for of_kind in checks.values() for check in of_kind]
    every += warned(progress.warnings, every, inputs.registers_by_source())
    periods = sorted(met & {choices.period} if choices.period else met)
    return RegistersLookedThrough(previews, every, servable, table=as_table(every), periods=periods)


def _references_checked(inputs: Inputs, progress: Progress) -> List[Check]:
    """What counting will say of the reference values; what it will refuse is the only finding."""
    heard = Listening(progress, pass_on=False)
    try:
        read_references(inputs.references, heard)
    except InputError as error:
        findings = CheckList("references", 0)
        findings.add(REFUSED, ERROR, 0, error.message, error.next_step)
        return findings.checks
    return [replace(check, register="references") for check in warned(heard.warnings, (), {})]


def _preview(delivery: Delivery, progress: Progress) -> Preview:
    source = delivery.sources[0]
    kind = register_kind(delivery.register)
    if delivery.register in COUNTED_KINDS:
        roles = roles_of_source(delivery.mapping, source, kind)
        first = next(iter(source.pieces(roles, kind, progress)), None)
        if first is None:
            raise InputError(
                tr("{name} has no rows.", name=source.name), tr("Choose another file or layer.")
            )
        examples = _examples(first[1], roles, kind)
        offered = offers(delivery.mapping, roles, source, kind, delivery.declined)
        unused = unused_columns([source], [roles])
    else:
        roles, examples, offered, unused = _figure_roles(delivery, kind), {}, [], ()
    named = [p for p in (period_in_name(s.name) for s in delivery.sources) if p]
    return Preview(
        columns=tuple(source.columns),
        mapping=roles,
        examples=examples,
        sources=len(delivery.sources),
        periods=sorted(set(named)),
        reading=_reading_text(source),
        offers=offered,
        unused=unused,
    )


def _figure_roles(delivery: Delivery, kind: RegisterKind) -> Dict[str, str]:
    """Role → column of finished figures as they will be read; what was given alone, and what the
    headings say, where they cannot be read so."""
    source, given = delivery.sources[0], dict(delivery.mapping)
    known = {one.id: one for one in all_indicators()}
    try:
        found = figure_columns(source, kind, given, known, delivery.period or "")
    except InputError:
        free = [column for column in source.columns if column not in given.values()]
        guessed = guess_mapping(free, kind)
        return {**{role: one for role, one in guessed.items() if role not in given}, **given}
    return {**found.roles, **given}


def _reading_text(source: RegisterSource) -> str:
    if not isinstance(source, TextFile):
        return ""
    separator = {"\t": tr("tab")}.get(source.separator, source.separator)
    return tr(
        "{encoding}, separator {separator}, decimal sign {decimal}, column names in row {row}",
        encoding={"utf-8-sig": "UTF-8"}.get(source.encoding, "Windows-1252"),
        separator=separator,
        decimal=source.decimal,
        row=source.header_row,
    )


def _examples(piece: pd.DataFrame, roles: Mapping[str, str], kind: RegisterKind) -> Dict[str, str]:
    """The first filled cell of each mapped column; personal columns are not shown."""
    examples = {}
    hidden = {column for role, column in roles.items() if kind.column(role).hidden}
    for role, column in roles.items():
        filled = piece[role].iloc[:EXAMPLE_ROWS].dropna()
        if column in hidden or names_persons(column, kind):
            examples[column] = tr("(not shown)")
        else:
            examples[column] = str(filled.iloc[0]) if len(filled) else ""
    return examples
