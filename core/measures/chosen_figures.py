"""The law's figures of rows whose periods a reading has chosen: means over them, what they are held
against, of when they are and how old."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.law.dates import ListDate
from ..catalogue.law.figures import LawFigure
from ..catalogue.law.measured import (
    against_nation,
    against_region,
    approximated_figures,
    figures_of_law,
)
from . import means
from .figure_notes import NOTE, add_note, few_years_note
from .readings import NONE, Given, Series, gathered, month_of
from .region_readings import NATION, Held, region_readings, regions_told


@dataclass(frozen=True)
class Chosen:
    """Which periods one figure of some rows is taken from.

    Attributes:
        columns: the positions of the periods that the figure is the mean of: (years, rows), the
            newest first.
        back: how many years before the newest each of them is.
        of: the period of the newest in each row, by which the nation's and the region's are found;
            empty where there is none.
        dates: of when the figure of a whole year is.
        approximated: the rows whose figure is taken from ``instead``, the approximation; None where
            none is.
    """

    columns: np.ndarray
    back: Sequence[int]
    of: Sequence[str]
    dates: ListDate
    approximated: Optional[np.ndarray] = None
    instead: Optional[Series] = None


@dataclass(frozen=True)
class HeldAgainst:
    """The ``references``, the code of the ``region`` that is meant, and whether a mean may be
    of fewer years than the law's."""

    references: Optional[pd.DataFrame] = None
    region: str = ""
    allow_fewer: bool = False


def with_figures(
    figures: pd.DataFrame,
    given: Given,
    areas: np.ndarray,
    judged: np.ndarray,
    chosen: Mapping[str, Chosen],
    held: HeldAgainst,
) -> pd.DataFrame:
    """``figures`` (``area_id``, ``period``, ``year``, ``NOTE``) with the law's figures.

    Args:
        areas: the position of each row's area. judged: the month (``periods.month_number``) that
            its ages are counted to.
        chosen: every figure of the law → where it is taken from.
    Returns:
        The columns of ``figures.law_figures``.
    """
    note = figures.pop(NOTE)
    columns: Dict[str, np.ndarray] = {}
    values: Dict[str, np.ndarray] = {}
    for figure in figures_of_law().values():
        own, values[figure.id] = _columns(
            given, figure, areas, chosen[figure.id], judged, held.allow_fewer
        )
        columns.update(own)
    for figure in approximated_figures():
        stands_in = chosen[figure.id].approximated
        columns[figure.approximation_column] = (
            np.zeros(len(areas), dtype="int64") if stands_in is None else stands_in.astype("int64")
        )
    nations: Dict[str, np.ndarray] = {}
    periods = list(figures["period"])
    for figure in against_region():
        read = region_readings(
            held.references, figure.indicator, periods, chosen[figure.id].of, held.region
        )
        amounts = columns[figure.id]
        columns[figure.id] = 100.0 * amounts / read.values
        columns[figure.region_column] = read.codes
        columns[figure.other_region_column] = 100.0 * amounts / read.others
        columns[figure.other_region_code_column] = read.other_codes
    for figure in against_nation():
        against = Held(held.references, NATION, figure.indicator, periods, chosen[figure.id].of)
        nations[figure.id] = against.years(chosen[figure.id].back)
        columns[figure.nation_column] = nation_mean(nations[figure.id], held.allow_fewer)
    figures = pd.concat([figures, pd.DataFrame(columns, index=figures.index)], axis=1)
    figures[NOTE] = note
    if held.allow_fewer:
        for figure in against_nation():
            there = (~np.isnan(nations[figure.id])).sum(axis=0)
            note_fewer(figures, figure.nation_column, there, len(nations[figure.id]))
        for figure in figures_of_law().values():
            there = means.there_are(values[figure.id])
            note_fewer(figures, figure.id, there, len(values[figure.id]))
    dated = {figure.id: chosen[figure.id].of for figure in against_region()}
    note_regions(figures, held.references, held.region, dated)
    return figures


def _columns(
    given: Given,
    figure: LawFigure,
    areas: np.ndarray,
    chosen: Chosen,
    judged: np.ndarray,
    allow_fewer: bool,
) -> Tuple[Dict[str, np.ndarray], np.ndarray]:
    """The columns of ``figure`` in its indicator's unit, and the years' values (years, rows)."""
    rows, series = len(areas), given.series(figure.indicator)
    if series is None and chosen.instead is None:
        empty = {
            figure.id: np.full(rows, np.nan),
            figure.period_column: np.full(rows, "", dtype=object),
            figure.age_column: np.full(rows, np.nan),
        }
        return empty, np.full(chosen.columns.shape, np.nan)
    read = _Reading(series, chosen, areas)
    values = read.of("values")
    found = {figure.id: means.mean(values, allow_fewer)}
    if read.has_wholes and figure.region is None:
        wholes = read.of("denominators")
        found[figure.denominator_column] = means.persons(values, wholes, allow_fewer)
    newest = chosen.columns[0]
    there = (newest != NONE) & (read.of("answered")[0] == 1)
    moments = np.array([*(month_of(p, chosen.dates) for p in given.periods), 0])
    names = np.array([*given.periods, ""], dtype=object)
    found[figure.period_column] = np.where(there, names[newest], "")
    # a year's own figure is of its end, and the year is judged as its January
    age = np.maximum(judged - moments[newest], 0)
    found[figure.age_column] = np.where(there, age, np.nan)
    return found, values


class _Reading:
    """A figure's own series and, in the rows that it is approximated in, the other one."""

    def __init__(self, series: Optional[Series], chosen: Chosen, areas: np.ndarray):
        self._series, self._chosen, self._areas = series, chosen, areas

    @property
    def has_wholes(self) -> bool:
        """Is any denominator known?"""
        own = self._series is not None and self._series.denominators is not None
        return own or self._chosen.instead is not None

    def of(self, name: str) -> np.ndarray:
        """(years, rows) of ``name``, a field of ``Series``; NaN where nothing is known."""
        own = self._gathered(self._series, name)
        if self._chosen.instead is None or self._chosen.approximated is None:
            return own
        return np.where(self._chosen.approximated, self._gathered(self._chosen.instead, name), own)

    def _gathered(self, series: Optional[Series], name: str) -> np.ndarray:
        found = None if series is None else getattr(series, name)
        if found is None:
            return np.full(self._chosen.columns.shape, np.nan)
        return gathered(found, self._areas, self._chosen.columns)


def nation_mean(matrix: np.ndarray, allow_fewer: bool) -> np.ndarray:
    """The nation's mean of the years (years, rows); NaN where one is missing, unless
    ``allow_fewer``: then of the years there are."""
    if not allow_fewer:
        return np.asarray(matrix.mean(axis=0))
    there = ~np.isnan(matrix)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.nansum(matrix, axis=0) / there.sum(axis=0))


def note_fewer(figures: pd.DataFrame, figure: str, there: np.ndarray, years: int) -> None:
    """Note the rows whose ``figure``, own or the nation's, is the mean of fewer than ``years``
    years (``there``)."""
    for fewer in range(1, years if there.any() else 1):
        add_note(figures, there == fewer, few_years_note(figure, fewer, years))


def note_regions(
    figures: pd.DataFrame,
    references: Optional[pd.DataFrame],
    region: str,
    of: Optional[Mapping[str, Sequence[str]]] = None,
) -> None:
    """Note, where a region has become part of another, which of the two the rows are held
    against; ``of`` is figure → the period that each row's figure is of, where that is not the
    row's own."""
    periods = list(figures["period"])
    for held in against_region():
        dated = periods if of is None else of[held.id]
        said = np.array(
            regions_told(references, held.indicator, periods, dated, region), dtype=object
        )
        known = figures[held.id].notna().to_numpy()
        for sentence in sorted(set(said) - {""}):
            add_note(figures, (said == sentence) & known, sentence)
