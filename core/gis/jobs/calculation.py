"""The calculation page's jobs: everything counted and judged, and one new indicator tried."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd
from qgis.core import QgsCoordinateTransformContext

from ...areas.area_set import AreaSet
from ...catalogue.indicators.definitions import Indicator, parse
from ...errors import InputError
from ...i18n import tr
from ...measures.counting import count
from ...numbers import number
from ...pipeline.adding import add_period
from ...pipeline.counting.choosing import lacking_of
from ...pipeline.inputs import Choices, open_registers
from ...progress import Part, Progress
from ...registers.tables.addresses import read_addresses
from ...registers.tables.register import Register
from ...store.monitor_file import MonitorFile
from ...store.results import Results, read_results
from .inputs import ChosenSources, inputs_of


@dataclass(frozen=True)
class Computed:
    """The result of a run: assessments by area set id, what was placed, and all that the window
    shows of it."""

    assessments: Mapping[str, pd.DataFrame]
    rows: int
    placed: Dict[str, int]
    area_sets: List[AreaSet]
    results: Results

    @property
    def periods(self) -> List[str]:
        """The periods judged, ascending."""
        return sorted({period for table in self.assessments.values() for period in table["period"]})


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
    """Count and judge the area sets of the monitor file, and keep the run there."""
    store = MonitorFile(monitor)
    area_sets = [store.areas.load(identifier) for identifier in area_set_ids]
    inputs = replace(inputs_of(chosen, area_sets, context, progress), history=history)
    run = add_period(inputs, choices, store, progress, version, checks)
    findings = run.findings["persons"]
    placed: Counter[str] = Counter()
    for (area_set, _), rows in findings.placed.items():
        placed[area_set] += rows
    return Computed(
        assessments=run.assessments,
        rows=sum(findings.rows.values()),
        placed={area_set.id: placed[area_set.id] for area_set in area_sets},
        area_sets=area_sets,
        results=read_results(store, area_set_ids),
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
        period=last["period"].iloc[0],
        numerator=number(last["numerator"].sum(), 1),
        denominator=number(last["denominator"].sum(), 1),
        low=number(values.min(), 1) + unit,
        high=number(values.max(), 1) + unit,
    )
