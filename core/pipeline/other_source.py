"""Figures that an addition brings from another source than those the monitor file has of the same
period: how far the two are apart, and which is in force."""

from __future__ import annotations

from typing import Dict, List, Mapping, Tuple

import pandas as pd

from ..i18n import in_language, tr
from ..measures.findings import Findings
from ..measures.observations import SOURCE
from ..numbers import number
from ..periods import period_text
from ..progress import Progress
from ..registers.problems import ReadingProblem
from ..store.figures.blocks import FIGURES, REGISTER
from ..store.monitor_file import MonitorFile
from .counting.count_areas import Counted
from .counting.two_sources import Difference, differences, merged
from .inputs import FIGURES_FIRST, Choices, Inputs

Apart = List[Difference]


def tell_other_source(
    monitor: MonitorFile, counted: Counted, inputs: Inputs, choices: Choices, progress: Progress
) -> None:
    """Warn of the figures of ``counted`` that ``monitor`` has others of from another source, and
    note them in its findings; nothing where the file is new.

    Raises:
        StoreError: the file cannot be read.
    """
    if not monitor.path.exists():
        return
    apart: Dict[str, Apart] = {REGISTER: [], FIGURES: []}
    names: Dict[str, str] = {}
    for area_set in inputs.area_sets:
        names.update(zip(area_set.areas["area_id"], area_set.areas["name"]))
        table = counted.observations.get(area_set.id)
        if table is not None and len(table):
            for brought, found in _apart(monitor, area_set.id, table, counted).items():
                apart[brought] += found
    used_first = FIGURES if choices.source_order == FIGURES_FIRST else REGISTER
    for brought, found in apart.items():
        for one in merged(found):
            progress.warn(_sentence(one, brought, used_first, names))
            _note(one, brought, counted.findings, inputs)


def _apart(
    monitor: MonitorFile, area_set: str, table: pd.DataFrame, counted: Counted
) -> Mapping[str, Apart]:
    """What the addition brought, ``REGISTER`` or ``FIGURES`` → how far it is from the other kind of
    source in the file."""
    if "facet" in table:
        table = table[table["facet"] == ""]
    table = table if SOURCE in table else table.assign(**{SOURCE: REGISTER})
    there = monitor.in_force.observations(
        area_set, sorted(set(table["indicator"])), sorted(set(table["period"]))
    )
    brought, known = _by_kind(table), _by_kind(there)
    about = counted.indicators
    return {
        REGISTER: differences(brought[REGISTER], known[FIGURES], known[FIGURES], about),
        FIGURES: differences(known[REGISTER], brought[FIGURES], brought[FIGURES], about),
    }


def _by_kind(table: pd.DataFrame) -> Dict[str, pd.DataFrame]:
    registers = table[SOURCE].fillna("").str.startswith(REGISTER)
    return {REGISTER: table[registers], FIGURES: table[~registers]}


def _kinds() -> Dict[str, Tuple[str, str]]:
    """A kind of source → what is said of its figures that came, and of those that are in force."""
    return {
        REGISTER: (tr("the registers"), tr("those of the registers")),
        FIGURES: (tr("the finished figures"), tr("the finished figures")),
    }


def _sentence(one: Difference, brought: str, first: str, names: Mapping[str, str]) -> str:
    kinds = _kinds()
    area, period = one.where
    return tr(
        "{indicator}: {count} figures of {areas} areas are others in {brought} that came now than "
        "the monitor file has from another source, by at most {difference} ({area}, {period}). By "
        "the chosen order of sources {used} are in force.",
        indicator=in_language(one.indicator.name),
        count=number(one.figures),
        areas=number(len(one.areas)),
        brought=kinds[brought][0],
        difference=one.amount,
        area=names.get(area, area),
        period=period_text(period),
        used=kinds[first][1],
    )


def _note(one: Difference, brought: str, findings: Mapping[str, Findings], inputs: Inputs) -> None:
    kind = FIGURES if brought == FIGURES else one.indicator.register
    delivery = inputs.delivery(kind)
    if kind in findings:
        findings[kind].told.append(
            ReadingProblem(
                file=delivery.name if delivery is not None else "",
                role="value",
                field="value",
                message=tr(
                    "the monitor file has other figures of {indicator} from another source, at "
                    "most {difference} away",
                    indicator=in_language(one.indicator.name),
                    difference=one.amount,
                ),
                next_step=tr("Find out which source is right, and choose the order of sources."),
                rows=one.figures,
                first_row=0,
                blocks=False,
                reason="two_sources",
            )
        )
