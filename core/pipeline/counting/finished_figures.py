"""Finished figures: read, and set beside what was counted."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Collection, Dict, List, Mapping, Optional, Sequence, Set

import numpy as np
import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...errors import InputError
from ...i18n import tr
from ...measures.findings import Findings, span_text
from ...measures.finished.completion import completed
from ...measures.finished.figure_observations import has_codes, observations_of_figures
from ...numbers import number
from ...progress import Part, Progress
from ...registers.problems import ReadingProblem, ReadingProblems
from ...registers.tables.figures import read_figures
from ..inputs import Choices, Inputs

FINISHED_FIGURES = "figures"


@dataclass(frozen=True)
class FinishedFigures:
    """Figures that came finished.

    Attributes:
        table: as ``measures.finished.completion.completed`` gives them.
        told: what the reader left out or took to mean something.
        unreadable: the cells that could not be read.
    """

    table: pd.DataFrame
    told: List[ReadingProblem]
    unreadable: List[ReadingProblem]

    @property
    def indicators(self) -> Set[str]:
        """The indicators there are figures of."""
        return set(self.table["indicator"])

    @property
    def findings(self) -> Findings:
        """What is to be told of them, in the shape of a register's findings."""
        findings = Findings(told=self.told)
        findings.note_unreadable(self.unreadable)
        return findings


def read_finished(
    inputs: Inputs, choices: Choices, known: Sequence[Indicator], progress: Progress
) -> Optional[FinishedFigures]:
    """The finished figures of the ``known`` indicators; None where there are none."""
    delivery = inputs.delivery(FINISHED_FIGURES)
    if delivery is None:
        return None
    notes, unread = ReadingProblems(), ReadingProblems()
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
    return FinishedFigures(completed(figures, known, progress), notes.all(), unread.all())


def with_finished(
    observations: Mapping[str, pd.DataFrame],
    finished: FinishedFigures,
    inputs: Inputs,
    indicators: Sequence[Indicator],
    periods: Optional[Collection[str]],
    progress: Progress,
) -> Dict[str, pd.DataFrame]:
    """``observations`` with the finished figures of the ``indicators`` that were not counted.

    Args:
        periods: take figures of these alone; of all where None.
    Raises:
        InputError: none of the figures is of an area.
    """
    figures = _not_counted(finished.table, observations, indicators, periods, progress)
    matching = [s for s in inputs.area_sets if has_codes(figures, inputs.figure_areas or s)]
    if len(figures) and not matching:
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
            figures, area_set, indicators, vintage, progress, inputs.figure_areas
        )
        table = pd.concat([observations[area_set.id], more], ignore_index=True)
        if "facet" in table:  # a finished figure is of everybody
            table = table.fillna({"facet": "", "facet_value": ""})
        joined[area_set.id] = table
    return joined


def _not_counted(
    figures: pd.DataFrame,
    observations: Mapping[str, pd.DataFrame],
    indicators: Sequence[Indicator],
    periods: Optional[Collection[str]],
    progress: Progress,
) -> pd.DataFrame:
    """The figures that are wanted and that no register gives; the others are told."""
    wanted = figures[figures["indicator"].isin([i.id for i in indicators])]
    if periods is not None:
        wanted = wanted[wanted["period"].isin(list(periods))]
    counted = {
        pair for table in observations.values() for pair in zip(table["indicator"], table["period"])
    }
    pairs = zip(wanted["indicator"], wanted["period"])
    free = np.array([pair not in counted for pair in pairs], dtype=bool)
    if not free.all():
        progress.warn(
            tr(
                "{count} finished figures are not used: the registers give the same indicators.",
                count=number(int((~free).sum())),
            )
        )
    return wanted[free]


def warn_of_other_periods(
    finished: FinishedFigures,
    indicators: Sequence[Indicator],
    findings: Mapping[str, Findings],
    progress: Progress,
) -> None:
    """Tell where finished figures stand in for registers and are of none of the periods that the
    registers are of: months beside years. What comes as finished figures alone is set beside
    nothing that is counted.

    Args:
        indicators: those that are not counted.
    """
    counted = {period for found in findings.values() for period in found.rows}
    periods_of = finished.table.groupby("indicator")["period"].agg(set)
    apart = [
        i.id
        for i in indicators
        if i.numerator_kind != "finished" and i.id in periods_of and not periods_of[i.id] & counted
    ]
    if counted and apart:
        given: Set[str] = set().union(*(periods_of[identifier] for identifier in apart))
        progress.warn(
            tr(
                "The finished figures are of {given}, the registers of {counted}: no period has "
                "both, and "
                "what sets them side by side, such as the law's criteria, stays undecided. It "
                "concerns: "
                "{names}.",
                given=span_text(sorted(given)),
                counted=span_text(sorted(counted)),
                names=", ".join(apart),
            )
        )
