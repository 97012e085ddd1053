"""Finished figures: read, and set beside what was counted."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Collection, Dict, FrozenSet, List, Mapping, Optional, Sequence, Set

import pandas as pd

from ...areas.area_set import AreaSet
from ...catalogue.indicators.definitions import Indicator
from ...errors import InputError
from ...i18n import tr
from ...measures.findings import Findings, span_text
from ...measures.finished.completion import completed
from ...measures.finished.figure_observations import has_codes, observations_of_figures
from ...measures.finished.unit_map import is_mapped
from ...numbers import number
from ...periods import period_text
from ...progress import Part, Progress, Silent
from ...registers.problems import ReadingProblem, ReadingProblems
from ...registers.tables.figure_map import read_figure_map
from ...registers.tables.figures import read_figures
from ..inputs import FIGURES_FIRST, Choices, Inputs
from .two_sources import (
    Difference,
    Pair,
    differences,
    figures_first,
    in_pairs,
    known_pairs,
    merged,
    of_figures,
    without_pairs,
)

FINISHED_FIGURES = "figures"


@dataclass(frozen=True)
class FinishedFigures:
    """Figures that came finished.

    Attributes:
        table: as ``measures.finished.completion.completed`` gives them.
        told: what the reader left out or took to mean something.
        unreadable: the cells that could not be read.
        units: where the figures are of other units than areas, which areas these lie in
            (``registers.tables.figure_map.COLUMNS``).
    """

    table: pd.DataFrame
    told: List[ReadingProblem]
    unreadable: List[ReadingProblem]
    units: Optional[pd.DataFrame] = None

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
    """The finished figures of the ``known`` indicators; None where there are none.

    Raises:
        InputError: they, or the table of units and areas, cannot be read; names file, row, field.
    """
    delivery = inputs.delivery(FINISHED_FIGURES)
    if delivery is None:
        if inputs.figure_map:
            progress.warn(
                tr("The table of units and areas is not used: there are no finished figures.")
            )
        return None
    units = _units(inputs, progress)
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
    return FinishedFigures(completed(figures, known, progress), notes.all(), unread.all(), units)


def _units(inputs: Inputs, progress: Progress) -> Optional[pd.DataFrame]:
    """The table of units and areas; None where the figures are of areas."""
    if not inputs.figure_map:
        return None
    if inputs.figure_areas is not None:
        raise InputError(
            tr(
                "The finished figures cannot be both of other areas ({name}) and of units of a "
                "table of units and areas.",
                name=inputs.figure_areas.name,
            ),
            tr("Give one of the two."),
        )
    return read_figure_map(inputs.figure_map, progress)


@dataclass(frozen=True)
class Joined:
    """Counted and finished figures together.

    Attributes:
        observations: area set id → observations.
        taken: the indicators and periods in which a finished figure took the place of a counted
            one.
        told: what the two sources say otherwise.
    """

    observations: Dict[str, pd.DataFrame]
    taken: FrozenSet[Pair] = frozenset()
    told: Sequence[ReadingProblem] = ()


def with_finished(
    observations: Mapping[str, pd.DataFrame],
    finished: FinishedFigures,
    inputs: Inputs,
    choices: Choices,
    indicators: Sequence[Indicator],
    periods: Optional[Collection[str]],
    progress: Progress,
) -> Joined:
    """``observations`` with the finished figures of ``indicators``; where both have a figure of one
    period, the order of sources (``choices.source_order``) says which is used, and differences
    beyond rounding are told.

    With registers first, an indicator and period that the registers know of any area is theirs
    wholly. With finished figures first, every area has its finished figure where it has one.

    Args:
        periods: take figures of these alone; of all where None.
    Raises:
        InputError: none of the figures is of an area, or a figure cannot be added up or carried
            over.
    """
    figures = finished.table[finished.table["indicator"].isin([i.id for i in indicators])]
    if periods is not None:
        figures = figures[figures["period"].isin(list(periods))]
    joining = _Joining(finished, inputs, choices.source_order, indicators, progress)
    return joining.joined(observations, figures)


class _Joining:
    """Sets finished figures beside what was counted."""

    def __init__(
        self,
        finished: FinishedFigures,
        inputs: Inputs,
        order: str,
        indicators: Sequence[Indicator],
        progress: Progress,
    ):
        self._finished, self._inputs, self._indicators = finished, inputs, indicators
        self._figures_first, self._progress = order == FIGURES_FIRST, progress
        self._vintage = datetime.date.today().isoformat()

    def joined(self, observations: Mapping[str, pd.DataFrame], figures: pd.DataFrame) -> Joined:
        """The ``observations`` with ``figures``."""
        known: FrozenSet[Pair] = frozenset().union(*map(known_pairs, observations.values()))
        of_registers = in_pairs(figures, known)
        wanted = figures if self._figures_first else figures[~of_registers]
        matching = self._matching(wanted if len(wanted) else figures, bool(len(wanted)))
        tables, apart = dict(observations), []
        taken: FrozenSet[Pair] = frozenset()
        replaced = 0
        for area_set in matching:
            counted = observations[area_set.id]
            progress = self._progress if len(wanted) else Silent()
            more = self._observed(wanted, area_set, progress)
            compared = more if self._figures_first else self._compared(figures, known, area_set)
            apart += self._apart(counted, compared, figures)
            if self._figures_first:
                rest, more, pairs = figures_first(counted, more)
                replaced += len(counted) - len(rest)
            else:
                rest, pairs = without_pairs(counted, more)
            taken |= pairs
            table = pd.concat([rest, of_figures(more)], ignore_index=True)
            if "facet" in table:  # a finished figure is of everybody
                table = table.fillna({"facet": "", "facet_value": ""})
            tables[area_set.id] = table
        self._tell(int(of_registers.sum()), replaced)
        return Joined(tables, taken, self._told(merged(apart)))

    def _matching(self, figures: pd.DataFrame, wanted: bool) -> List[AreaSet]:
        """The area sets that any of the ``figures`` is of; one there must be where they are
        ``wanted``."""
        inputs, units = self._inputs, self._finished.units
        if units is not None:
            matching = [s for s in inputs.area_sets if is_mapped(figures, units, s)]
        else:
            matching = [s for s in inputs.area_sets if has_codes(figures, inputs.figure_areas or s)]
        if not len(figures) or matching or not wanted:
            return matching
        if units is not None:
            raise InputError(
                tr(
                    "The table of units and areas leads none of the finished figures to an area "
                    "of {name}.",
                    name=", ".join(s.name for s in inputs.area_sets),
                ),
                tr(
                    "Write the units as the figures have them (for example {unit}), and the areas' "
                    "ids (for example {example}).",
                    unit=str(figures.iloc[0]["area_code"]),
                    example=", ".join(inputs.area_sets[0].area_ids[:3]),
                ),
            )
        asked = inputs.figure_areas or inputs.area_sets[0]
        raise InputError(
            tr("None of the finished figures' area codes is an area of {name}.", name=asked.name),
            tr(
                "Use the areas' ids (for example {example}), or give the areas the figures are of.",
                example=", ".join(asked.area_ids[:3]),
            ),
        )

    def _observed(
        self, figures: pd.DataFrame, area_set: AreaSet, progress: Progress
    ) -> pd.DataFrame:
        return observations_of_figures(
            figures,
            area_set,
            self._indicators,
            self._vintage,
            progress,
            self._inputs.figure_areas,
            self._finished.units,
        )

    def _compared(
        self, figures: pd.DataFrame, known: FrozenSet[Pair], area_set: AreaSet
    ) -> Optional[pd.DataFrame]:
        """The observations of the figures that are not used because the registers give them; None
        where they cannot be had, which stops nothing."""
        try:
            return self._observed(figures[in_pairs(figures, known)], area_set, Silent())
        except InputError:
            return None

    def _apart(
        self, counted: pd.DataFrame, compared: Optional[pd.DataFrame], given: pd.DataFrame
    ) -> List[Difference]:
        if compared is None or not len(compared):
            return []
        whole = counted[counted["facet"] == ""] if "facet" in counted else counted
        # what was worked out of several areas or units is not rounded as their figures are
        as_given = self._finished.units is None and self._inputs.figure_areas is None
        return differences(whole, compared, given if as_given else given[:0], self._indicators)

    def _tell(self, of_registers: int, replaced: int) -> None:
        if self._figures_first and replaced:
            self._progress.warn(
                tr(
                    "{count} figures of the registers are not used: the finished figures go before "
                    "them. An edition holds no figures of the registers of the same indicators and "
                    "periods.",
                    count=number(replaced),
                )
            )
        if not self._figures_first and of_registers:
            self._progress.warn(
                tr(
                    "{count} finished figures are not used: the registers give the same "
                    "indicators.",
                    count=number(of_registers),
                )
            )

    def _told(self, apart: Sequence[Difference]) -> List[ReadingProblem]:
        delivery = self._inputs.delivery(FINISHED_FIGURES)
        used = tr("the finished figures") if self._figures_first else tr("those of the registers")
        for one in apart:
            self._progress.warn(one.sentence(used))
        return [one.problem(delivery.name if delivery is not None else "") for one in apart]


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
                "both. Read by the same period, what sets them side by side, such as the law's "
                "criteria, stays undecided; as things stand, the newest figure known serves. It "
                "concerns: {names}.",
                given=span_text(sorted(given), period_text),
                counted=span_text(sorted(counted), period_text),
                names=", ".join(apart),
            )
        )
