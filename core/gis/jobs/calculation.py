"""The calculation page's jobs: what came is counted, added and judged; the newest addition taken
back; and one new indicator tried."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import QgsCoordinateTransformContext

from ...areas.area_set import AreaSet
from ...catalogue.indicators.definitions import Indicator, parse
from ...catalogue.registers.kinds import COUNTED_KINDS
from ...errors import InputError
from ...i18n import tr
from ...measures.counting import count
from ...numbers import number
from ...period_lists import periods_text
from ...periods import period_text
from ...pipeline.adding import add_period, undo_period
from ...pipeline.adding_words import revised_text
from ...pipeline.counting.choosing import lacking_of
from ...pipeline.inputs import Choices, open_registers
from ...progress import Part, Progress
from ...registers.tables.addresses import read_addresses
from ...registers.tables.register import Register
from ...store.monitor_file import MonitorFile
from ...store.results import Results, read_results
from ...store.runs.revisions import Revised, revised
from .inputs import ChosenSources, inputs_of

MOST_REVISED = 3
"""So many revised periods are told in one go, the newest."""


@dataclass(frozen=True)
class Computed:
    """The result of an addition.

    Attributes:
        assessments: by area set id, what was judged anew.
        rows: of the person register; where there is none the number of finished figures.
        placed: area set id → how many of them lie in one of its areas; none of finished figures.
        revised: what the addition changed in figures that were there.
        results: all that the window shows of the file now.
        half: what was told of months that look like half a file.
    """

    assessments: Mapping[str, pd.DataFrame]
    rows: int
    placed: Dict[str, int]
    area_sets: List[AreaSet]
    results: Results
    revised: Tuple[Revised, ...] = ()
    half: Tuple[str, ...] = ()

    @property
    def added_to_others(self) -> bool:
        """Was there an addition before?"""
        return self.results.newest is not None and not self.results.newest.first


def compute(
    monitor: Path,
    area_set_ids: Sequence[str],
    chosen: ChosenSources,
    history: Optional[Mapping[Tuple[str, int], str]],
    choices: Choices,
    checks: Optional[pd.DataFrame],
    version: str,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Computed:
    """Count what came in the area sets of the monitor file, add it there, and judge it."""
    store = MonitorFile(monitor)
    area_sets = [store.areas.load(identifier) for identifier in area_set_ids]
    inputs = replace(inputs_of(chosen, area_sets, context, progress), history=history)
    run = add_period(inputs, choices, store, progress, version, checks)
    results = read_results(store, area_set_ids)
    counted = next((run.findings[kind] for kind in COUNTED_KINDS if kind in run.findings), None)
    placed: Counter[str] = Counter()
    for (area_set, _), rows in counted.placed.items() if counted is not None else ():
        placed[area_set] += rows
    deliveries = results.newest.deliveries if results.newest is not None else ()
    return Computed(
        assessments=run.assessments,
        rows=sum(counted.rows.values() if counted is not None else (one[3] for one in deliveries)),
        placed={} if counted is None else {one.id: placed[one.id] for one in area_sets},
        area_sets=area_sets,
        results=results,
        half=tuple(run.half),
        revised=tuple(one for one in revised(store.runs.revisions(run.number)) if one.figures),
    )


def added_text(computed: Computed) -> str:
    """What an addition brought, in numbers: rows placed, and what was revised."""
    results = computed.results
    periods = periods_text(results.newest.periods if results.newest is not None else ()) or "–"
    if computed.placed:
        widest = max(computed.placed, key=lambda one: computed.placed[one])
        said = [
            tr(
                "{placed} of {rows} rows placed in {name}: {periods}.",
                placed=number(computed.placed[widest]),
                rows=number(computed.rows),
                name=results.set_names.get(widest, widest),
                periods=periods,
            )
        ]
    else:
        widest = computed.area_sets[0].id
        said = [
            tr(
                "{count} finished figures added: {periods}.",
                count=number(computed.rows),
                periods=periods,
            )
        ]
    said += computed.half
    if not results.residents:
        said.append(tr("Nothing can be judged yet: no residents of these areas are known."))
    mine = [one for one in computed.revised if one.area_set == widest]
    said += [revised_text(one) for one in mine[-MOST_REVISED:]]
    if len(mine) > MOST_REVISED:
        said.append(
            tr("{count} more periods were revised.", count=number(len(mine) - MOST_REVISED))
        )
    return " ".join(said)


@dataclass(frozen=True)
class Changed:
    """What the window shows of a monitor file that something was taken from."""

    area_sets: List[AreaSet]
    results: Results


def take_back(
    monitor: Path, number: int, area_set_ids: Sequence[str], progress: Progress
) -> Changed:
    """Take the addition ``number``, which must be the newest, back.

    Raises:
        SociodemografiError: another was added meanwhile, or the file cannot be written; it is as it
            was.
    """
    progress.report(0.0, tr("Taking the newest addition back"))
    store = MonitorFile(monitor)
    undo_period(store, progress, number)
    return changed(store, area_set_ids)


def forget_months(
    monitor: Path,
    periods: Sequence[str],
    years: int,
    area_set_ids: Sequence[str],
    progress: Progress,
) -> Changed:
    """Delete the figures of ``periods``, which are older than ``years``.

    Raises:
        SociodemografiError: the file is as it was.
    """
    progress.report(0.0, tr("Deleting months"))
    store = MonitorFile(monitor)
    store.retention.forget(periods, years)
    return changed(store, area_set_ids)


def changed(store: MonitorFile, area_set_ids: Sequence[str]) -> Changed:
    """What there is to show of the file now."""
    return Changed(
        [store.areas.load(identifier) for identifier in area_set_ids],
        read_results(store, area_set_ids),
    )


def try_indicator(
    entry: dict,
    chosen: ChosenSources,
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
    inputs = inputs_of(chosen, area_sets, context, progress)
    registers = open_registers(inputs, Choices(period=chosen.period), bool(inputs.addresses))
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
    said = [period for period in register.periods if period is not None]
    if not said or len(said) < len(register.periods):
        return register
    last = max(said)
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
        period=period_text(last["period"].iloc[0]),
        numerator=number(last["numerator"].sum(), 1),
        denominator=number(last["denominator"].sum(), 1),
        low=number(values.min(), 1) + unit,
        high=number(values.max(), 1) + unit,
    )
