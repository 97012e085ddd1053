"""The dock's jobs with registers: looked through before they are counted. They run in the
background."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import QgsCoordinateTransformContext

from ...areas.area_set import AreaSet
from ...catalogue.indicators.definitions import Indicator, parse
from ...catalogue.own import catalogue
from ...catalogue.registers.kinds import COUNTED_KINDS, RegisterKind, register_kind
from ...errors import InputError
from ...i18n import tr
from ...measures.counting import count
from ...measures.finished import completed
from ...measures.references import read_references
from ...measures.self_check.register_check import ERROR, REFUSED, Check, as_table, checks_of, warned
from ...numbers import number
from ...pipeline.checking import check_inputs
from ...pipeline.counting import lacking_of
from ...pipeline.inputs import Choices, Inputs, open_registers
from ...progress import Listening, Part, Progress
from ...registers.columns.mapping import complete_mapping
from ...registers.delivery import Delivery, Profile
from ...registers.problems import ReadingProblems
from ...registers.sources import RegisterSource
from ...registers.tables.addresses import read_addresses
from ...registers.tables.figures import CONSTANT, read_figures
from ...registers.tables.register import Register
from ...registers.written.periods import period_in_name
from ...store.monitor_file import MonitorFile
from ..sources.register_source import point_mapping, sources_of

Thing = object
"""A path, a table of a saved connection, or sources made of a layer on the main thread."""
EXAMPLE_ROWS = 1000


@dataclass(frozen=True)
class Given:
    """What the user has chosen on the Data page.

    Attributes:
        registers: kind → where the rows are, and the profile they are read by.
        period: the one period asked for, or empty.
    """

    registers: Mapping[str, Tuple[Thing, Profile]]
    addresses: Optional[Thing] = None
    references: Optional[Thing] = None
    period: str = ""


@dataclass(frozen=True)
class Preview:
    """What a register looks like before it is counted.

    Attributes:
        columns: the columns of the first source; mapping: role → column, as it will be used.
        examples: column → what the first row has (a mark for personal columns).
        sources: how many files; periods: those known so far.
        reading: how the file is written, in words.
    """

    columns: Tuple[str, ...]
    mapping: Dict[str, str]
    examples: Dict[str, str]
    sources: int
    periods: List[str]
    reading: str


@dataclass(frozen=True)
class Loaded:
    """The registers looked through: previews by kind, the self-check, and the ids of what can be
    counted.

    ``error`` says why they could not be looked through, where the columns must be chosen first.
    """

    previews: Dict[str, Preview]
    checks: List[Check]
    servable: List[str]
    error: Optional[InputError] = None
    table: Optional[pd.DataFrame] = field(default=None, repr=False)


def inputs_of(
    given: Given,
    area_sets: Sequence[AreaSet],
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Inputs:
    """The pipeline's inputs of what the user has ``given``.

    Columns that the new file of a profile does not have are told, and their roles guessed.
    """
    deliveries = []
    for kind, (thing, profile) in given.registers.items():
        sources = sources_of(thing, context, profile.reading)
        there = {
            role: column
            for role, column in profile.mapping.items()
            if not column or column.startswith(CONSTANT) or column in sources[0].columns
        }
        gone = sorted(set(profile.mapping) - set(there))
        if gone:
            progress.warn(
                tr(
                    "{file} has not the columns chosen for {roles}; they are guessed again.",
                    file=sources[0].name,
                    roles=", ".join(gone),
                )
            )
        mapping = point_mapping(sources, there)
        deliveries.append(Delivery(kind, sources, replace(profile, mapping=mapping), given.period))
    return Inputs(
        area_sets,
        deliveries,
        sources_of(given.addresses, context) if given.addresses else (),
        sources_of(given.references, context) if given.references else (),
    )


def load_registers(
    given: Given,
    monitor: Optional[Path],
    area_set_ids: Sequence[str],
    own_catalogue: str,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Loaded:
    """Open the registers, check how their columns are understood, and look every row through.

    Raises:
        InputError: a register cannot be opened at all; names file and column.
    """
    progress.report(0.0, tr("Looking the registers through"))
    area_sets = []
    if monitor is not None:
        store = MonitorFile(monitor)
        area_sets = [store.areas.load(identifier) for identifier in area_set_ids]
    heard = Listening(progress, pass_on=False)
    inputs = inputs_of(given, area_sets, context, heard)
    known = catalogue(own_catalogue)
    choices = Choices(period=given.period, catalogue=own_catalogue)
    previews = {d.register: _preview(d, heard) for d in inputs.deliveries}
    try:
        return _looked_through(inputs, known, choices, previews, heard)
    except InputError as error:
        problem = error
    for text in heard.warnings:
        progress.warn(text)
    return Loaded(previews, [], [], problem)


def _looked_through(
    inputs: Inputs,
    known: Sequence[Indicator],
    choices: Choices,
    previews: Dict[str, Preview],
    progress: Listening,
) -> Loaded:
    registers = open_registers(inputs, choices, bool(inputs.addresses))
    checks = check_inputs(inputs, choices, Part(progress, 0.05, 1.0))
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
    if inputs.references:
        checks["references"] = _references_checked(inputs, progress)
    every = [check for of_kind in checks.values() for check in of_kind]
    every += warned(progress.warnings, every, inputs.registers_by_source())
    return Loaded(previews, every, servable, table=as_table(every))


def _references_checked(inputs: Inputs, progress: Progress) -> List[Check]:
    """What counting will say of the reference values; what it will refuse is the only finding."""
    heard = Listening(progress, pass_on=False)
    try:
        read_references(inputs.references, heard)
    except InputError as error:
        return [
            Check(
                "references",
                REFUSED,
                ERROR,
                "",
                "",
                "",
                0,
                float("nan"),
                error.message,
                error.next_step,
            )
        ]
    return [replace(check, register="references") for check in warned(heard.warnings, (), {})]


def try_indicator(
    entry: dict,
    given: Given,
    monitor: Optional[Path],
    area_set_ids: Sequence[str],
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> str:
    """Count the indicator of a catalogue ``entry`` on the newest period there is; the result in
    words.

    Raises:
        SociodemografiError: the entry is no indicator, or the registers cannot serve it.
    """
    indicator = parse(entry, entry.get("id", ""), own=True)
    if monitor is None or not area_set_ids:
        raise InputError(
            tr("There are no districts to count in."),
            tr("Fetch districts on the page Areas first."),
        )
    area_sets = [MonitorFile(monitor).areas.load(identifier) for identifier in area_set_ids]
    inputs = inputs_of(given, area_sets, context, progress)
    registers = open_registers(inputs, Choices(period=given.period), bool(inputs.addresses))
    lacking = lacking_of(indicator, registers)
    if lacking:
        raise InputError(
            tr(
                "The indicator {indicator} needs {columns}, which the registers do not have.",
                indicator=indicator.id,
                columns=", ".join(lacking),
            ),
            tr("Map a column to it, or leave the indicator out."),
        )
    addresses = (
        read_addresses(inputs.addresses, Part(progress, 0.0, 0.1)) if inputs.addresses else None
    )
    newest = {
        kind: _newest(register)
        for kind, register in registers.items()
        if kind in indicator.registers
    }
    counts = count(newest, addresses, area_sets, [indicator], Part(progress, 0.1, 1.0), go_on=True)
    return "\n".join(
        _trial_text(area_set.name, counts.observations[area_set.id], indicator)
        for area_set in area_sets
    )


def _newest(register: Register) -> Register:
    """The sources of the newest period alone, where the sources say their periods."""
    if any(period is None for period in register.periods):
        return register
    last = max(register.periods)
    chosen = [n for n, period in enumerate(register.periods) if period == last]
    return replace(
        register,
        sources=[register.sources[n] for n in chosen],
        roles=[register.roles[n] for n in chosen],
        periods=[last] * len(chosen),
        days=[register.days[n] for n in chosen],
    )


def _trial_text(name: str, observations: pd.DataFrame, indicator: Indicator) -> str:
    last = observations[observations["period"] == observations["period"].max()]
    values = last["value"].dropna()
    if not len(values):
        return tr("{name}: nobody is counted.", name=name)
    unit = {"percent": " %", "kroner": " kr."}.get(indicator.unit, "")
    return tr(
        "{name}, {period}: numerator {numerator}, denominator {denominator}; areas from {low} to "
        "{high}.",
        name=name,
        period=last["period"].iloc[0],
        numerator=number(last["numerator"].sum(), 1),
        denominator=number(last["denominator"].sum(), 1),
        low=number(values.min(), 1) + unit,
        high=number(values.max(), 1) + unit,
    )


def _preview(delivery: Delivery, progress: Progress) -> Preview:
    source = delivery.sources[0]
    kind = register_kind(delivery.register)
    if delivery.register in COUNTED_KINDS:
        roles = complete_mapping(delivery.mapping, source.columns, kind, source.name)
        first = next(iter(source.pieces(roles, kind, progress)), None)
        if first is None:
            raise InputError(
                tr("{name} has no rows.", name=source.name), tr("Choose another file or layer.")
            )
        examples = _examples(first[1], roles, kind)
    else:
        roles, examples = dict(delivery.mapping), {}
    named = [p for p in (period_in_name(s.name) for s in delivery.sources) if p]
    return Preview(
        tuple(source.columns),
        roles,
        examples,
        len(delivery.sources),
        sorted(set(named)),
        _reading_text(source),
    )


def _reading_text(source: RegisterSource) -> str:
    encoding = getattr(source, "encoding", None)
    if encoding is None:
        return ""
    separator = {"\t": tr("tab")}.get(source.separator, source.separator)
    return tr(
        "{encoding}, separator {separator}, decimal sign {decimal}, column names in row {row}",
        encoding={"utf-8-sig": "UTF-8"}.get(encoding, "Windows-1252"),
        separator=separator,
        decimal=source.decimal,
        row=source.header_row,
    )


def _examples(piece: pd.DataFrame, roles: Mapping[str, str], kind: RegisterKind) -> Dict[str, str]:
    """The first filled cell of each mapped column; personal columns are not shown."""
    examples = {}
    for role, column in roles.items():
        filled = piece[role].iloc[:EXAMPLE_ROWS].dropna()
        if kind.column(role).hidden:
            examples[column] = tr("(not shown)")
        else:
            examples[column] = str(filled.iloc[0]) if len(filled) else ""
    return examples
