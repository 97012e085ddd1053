"""The figures of the law's own dates: what the list of a year rests on."""

from __future__ import annotations

from typing import List, Mapping, Optional, Sequence

import numpy as np
import pandas as pd

from ..catalogue.law.dates import WHOLE_YEAR
from ..catalogue.law.figures import LawFigure
from ..catalogue.law.measured import (
    against_nation,
    against_region,
    figure_name,
    figures_of_law,
)
from ..catalogue.law.rules import RuleSet
from ..i18n import in_language
from ..periods import year_of, year_text
from .chosen_figures import Chosen, HeldAgainst, with_figures
from .figure_notes import NOTE, add_note, missing_note, not_the_year_note
from .readings import NONE, Given, at_dates
from .region_readings import NATION, Held, region_readings


def years_served(observations: pd.DataFrame, rules: RuleSet) -> List[int]:
    """The list years that ``rules`` can judge, ascending: those whose residents are there."""
    given, figure = Given(observations), figures_of_law()[rules.floor.figure]
    series, dates = given.series(figure.indicator), rules.dates_of(figure)
    if series is None:
        return []
    newest, found = dates.years_back[0], []
    for year in sorted(
        {year_of(period) + back for period in given.periods for back in (0, newest)}
    ):
        places, _ = at_dates(given, series.answered, dates.candidates(year - newest))
        if (places != NONE).any():
            found.append(year)
    return found


def list_figures(
    observations: pd.DataFrame,
    rules: RuleSet,
    years: Sequence[int],
    references: Optional[pd.DataFrame] = None,
    region: str = "",
    allow_fewer_years: bool = False,
) -> pd.DataFrame:
    """The figures that the lists of ``years`` rest on by ``rules``, one row per area and year.

    Which year's figures, and of which day, is said by the rules' ``list_date``; where a whole
    year's figure is not there, the month after it (a month's is of the year up to it) or its
    December stands in and is told; the nation and the region are of the same years.

    Args:
        observations, references, region, allow_fewer_years: as ``figures.law_figures``.
    Returns:
        The columns of ``figures.law_figures``: ``period`` is the list's year as a text, and ages
        are counted to the month that the list is published in. ``figure_notes.NOTE`` says what is
        missing, and when it usually comes.
    """
    given = Given(observations)
    figures = pd.DataFrame(
        {
            "area_id": np.array(given.areas * len(years), dtype=object),
            "period": np.repeat([year_text(y) for y in years], len(given.areas)).astype(object),
            "year": np.repeat(np.array(years, dtype="int64"), len(given.areas)),
            NOTE: "",
        }
    )
    areas = np.tile(np.arange(len(given.areas)), len(years))
    judged = figures["year"].to_numpy() * 12 + rules.published_month - 1
    chosen = {
        figure.id: _chosen(given, figures, figure, rules, years)
        for figure in figures_of_law().values()
    }
    held = HeldAgainst(references, region, allow_fewer_years)
    table = with_figures(figures, given, areas, judged, chosen, held)
    _note_held(table, rules, chosen, held)
    return table


def _chosen(
    given: Given, figures: pd.DataFrame, figure: LawFigure, rules: RuleSet, years: Sequence[int]
) -> Chosen:
    """Where ``figure`` is taken from in the rows of ``figures``; what the rules look at and is
    missing, or is no yearly figure, is noted there."""
    dates, series = rules.dates_of(figure), given.series(figure.indicator)
    nowhere = np.full(len(given.areas), NONE)
    columns: List[np.ndarray] = []
    for back in dates.years_back:
        parts = []
        for year in years:
            candidates = dates.candidates(year - back)
            found, which = nowhere, nowhere
            if series is not None:
                found, which = at_dates(given, series.answered, candidates)
            parts.append(found)
            if figure.id in rules.averaging_years:
                here = (figures["year"] == year).to_numpy()
                _note(figures, here, figure, rules, year - back, which, candidates)
        columns.append(np.concatenate(parts) if parts else nowhere[:0])
    of = [_held_in(year - dates.years_back[0], dates.moment) for year in figures["year"]]
    offsets = [back - dates.years_back[0] for back in dates.years_back]
    return Chosen(np.array(columns), offsets, of, dates)


def _held_in(year: int, moment: str) -> str:
    """The period by which the nation and the region are looked up: the year, or the day's month."""
    return year_text(year) if moment == WHOLE_YEAR else f"{year_text(year)}-{moment[:2]}"


def _note(
    figures: pd.DataFrame,
    here: np.ndarray,
    figure: LawFigure,
    rules: RuleSet,
    year: int,
    which: np.ndarray,
    candidates: Sequence[str],
) -> None:
    """Note the rows ``here`` of areas without a figure of ``year``, and with a month's for it."""
    dates, rows = rules.dates_of(figure), np.flatnonzero(here)

    def noted(areas: np.ndarray, sentence: str) -> None:
        mask = np.zeros(len(figures), dtype=bool)
        mask[rows[areas]] = True
        add_note(figures, mask, sentence)

    if (which == NONE).any():
        noted(which == NONE, missing_note(figure, dates, year))
    for place, period in enumerate(candidates):
        if dates.moment == WHOLE_YEAR and place and (which == place).any():
            noted(which == place, not_the_year_note(figure, year, period))


def _note_held(
    table: pd.DataFrame, rules: RuleSet, chosen: Mapping[str, Chosen], held: HeldAgainst
) -> None:
    """Note the years that the nation's and the region's figures are missing of, where criteria of
    ``rules`` are held against them."""
    wanted = {c.figure for c in rules.criteria.values() if c.times_national is not None}
    periods = list(table["period"])
    for figure in against_nation():
        if figure.id in wanted:
            about, name = chosen[figure.id], figure_name(figure.nation_column)
            against = Held(held.references, NATION, figure.indicator, periods, about.of)
            _note_years(table, figure, rules, against.years(about.back), name)
    for figure in against_region():
        if figure.region is not None and figure.id in rules.averaging_years:
            read = region_readings(
                held.references, figure.indicator, periods, chosen[figure.id].of, held.region
            )
            name = in_language(figure.region.label)
            _note_years(table, figure, rules, read.values[np.newaxis], name)


def _note_years(
    table: pd.DataFrame, figure: LawFigure, rules: RuleSet, values: np.ndarray, name: str
) -> None:
    """Note the rows in which a year of ``values`` (years, rows) is missing."""
    dates = rules.dates_of(figure)
    for back, of_year in zip(dates.years_back, values):
        missing = np.isnan(of_year)
        for year in sorted(set(table["year"][missing])):
            rows = missing & (table["year"] == year).to_numpy()
            add_note(table, rows, missing_note(figure, dates, int(year) - back, name))
