"""Which periods' figures a criterion is judged on: the period's own, the newest known by then, or
those of the law's own dates.

Everything here is a position: a table of ``Given`` has an area per row and a period per column, and
a reading is a choice of columns.
"""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.law.dates import ListDate
from ..periods import (
    MONTHS_OF_YEAR,
    as_month,
    is_year,
    month_number,
    month_text,
    year_of,
    years_before,
)
from .observations import HIDDEN, NOBODY

NONE = -1
"""The position of a period that there is no figure of."""


class Series(NamedTuple):
    """One indicator of all areas (rows) in all periods (columns).

    Attributes:
        values, denominators: NaN where there is none; denominators None where none is given.
        answered: the area has an answer in the period: a value, or that it is hidden, or of nobody.
            A value that is not known is no answer.
    """

    values: np.ndarray
    denominators: Optional[np.ndarray]
    answered: np.ndarray


class Given:
    """The observations of one area set (``observations.COLUMNS``), by position.

    Attributes:
        areas: in the order of the observations. periods: ascending.
    """

    def __init__(self, observations: pd.DataFrame):
        self._observations = observations
        self._area_of, areas = pd.factorize(observations["area_id"])
        self._period_of, periods = pd.factorize(observations["period"], sort=True)
        self.areas: List[str] = list(areas)
        self.periods: List[str] = list(periods)
        self.place: Dict[str, int] = {period: place for place, period in enumerate(self.periods)}
        self._series: Dict[str, Optional[Series]] = {}

    def places(self, areas: pd.Series) -> np.ndarray:
        """The position of each of ``areas``."""
        return areas.map({area: n for n, area in enumerate(self.areas)}).to_numpy(dtype="int64")

    def series(self, indicator: str) -> Optional[Series]:
        """The figures of ``indicator``; None where it was not counted."""
        if indicator not in self._series:
            self._series[indicator] = self._read(indicator)
        return self._series[indicator]

    def _read(self, indicator: str) -> Optional[Series]:
        rows = (self._observations["indicator"] == indicator).to_numpy()
        if not rows.any():
            return None
        table = self._observations[rows]
        place = (self._area_of[rows], self._period_of[rows])

        def filled(column: str) -> np.ndarray:
            found = np.full((len(self.areas), len(self.periods)), np.nan)
            found[place] = table[column].to_numpy(dtype="float64")
            return found

        values, denominators = filled("value"), filled("denominator")
        answered = ~np.isnan(values) | (denominators == 0)
        if "status" in table:
            answered[place] |= table["status"].isin([NOBODY, HIDDEN]).to_numpy()
        known = not np.isnan(denominators).all()
        return Series(values, denominators if known else None, answered)

    def rolling(self, indicator: str, months: int) -> Optional[Series]:
        """The figures of ``indicator`` over the ``months`` up to each month, the whole numerator
        over the whole denominator; none where a month of them is not known. None where it was not
        counted, or without denominators."""
        of_month = self.series(indicator)
        if of_month is None or of_month.denominators is None:
            return None
        wholes = of_month.denominators
        parts = np.where(wholes == 0, 0.0, of_month.values * wholes)
        unknown = np.full(len(self.areas), np.nan)
        with np.errstate(invalid="ignore", divide="ignore"):
            values = np.column_stack(
                [
                    unknown
                    if is_year(period)
                    else self._over(parts, period, months) / self._over(wholes, period, months)
                    for period in self.periods
                ]
            )
        return Series(values, wholes, ~np.isnan(values))

    def _over(self, amounts: np.ndarray, period: str, months: int) -> np.ndarray:
        """The sum of ``amounts`` over the ``months`` up to ``period``; NaN where one is missing."""
        last = month_number(period)
        places = [self.place.get(month_text(last - back), NONE) for back in range(months)]
        if NONE in places:
            return np.full(len(self.areas), np.nan)
        return np.asarray(amounts[:, places].sum(axis=1))

    def before(self, columns: np.ndarray, years: int) -> np.ndarray:
        """The same period ``years`` earlier of each position; ``NONE`` where there is none."""
        if not years:
            return columns
        earlier = [self.place.get(years_before(p, years), NONE) for p in self.periods]
        return np.array([*earlier, NONE])[columns]


def gathered(figures: np.ndarray, areas: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """``figures`` (areas × periods) of ``areas`` in ``columns``; NaN where that is ``NONE``."""
    return np.where(columns == NONE, np.nan, figures[areas, columns])


def month_of(period: str, dates: ListDate) -> int:
    """The ``month_number`` that a figure of ``period`` is of: a month's own; of a year the month
    that ``dates`` put it in."""
    return dates.month_of_year_figure(period) if is_year(period) else month_number(period)


def _known_from(period: str, dates: ListDate) -> int:
    """The first month that a figure of ``period`` can be known in: a year that is not over has no
    figure, but for what is of its 1 January."""
    if not is_year(period) or dates.of_new_year:
        return month_number(period)
    return month_number(period) + MONTHS_OF_YEAR


def newest(
    given: Given, answered: np.ndarray, periods: Sequence[str], dates: ListDate
) -> np.ndarray:
    """As things stand: of every area the position of the newest period that it has an answer of,
    by each of ``periods``: (areas, periods).

    The period's own goes before all; then the one whose figure is of the latest month, a whole
    year's before the month's where both are. A year is served by years alone.
    """
    moments = {period: month_of(period, dates) for period in given.periods}
    order = sorted(given.periods, key=lambda p: (moments[p], is_year(p)))
    found = np.full((len(given.areas), len(periods)), NONE, dtype="int64")
    for column, period in enumerate(periods):
        judged = month_number(as_month(period))
        serving = [
            given.place[p]
            for p in order
            if p != period
            and (_known_from(p, dates) <= judged)
            and (not is_year(period) or (is_year(p) and year_of(p) < year_of(period)))
        ]
        if period in given.place:
            serving.append(given.place[period])
        if serving:
            there = answered[:, serving]
            last = len(serving) - 1 - np.argmax(there[:, ::-1], axis=1)
            found[:, column] = np.where(there.any(axis=1), np.array(serving)[last], NONE)
    return found


def at_dates(
    given: Given, answered: np.ndarray, candidates: Sequence[str]
) -> Tuple[np.ndarray, np.ndarray]:
    """Of every area the position of the first of ``candidates`` (periods) that it has an answer of,
    and which of them that is; ``NONE`` where it has none."""
    places = [given.place.get(period, NONE) for period in candidates]
    there = np.column_stack(
        [
            answered[:, place] if place != NONE else np.zeros(len(given.areas), dtype=bool)
            for place in places
        ]
    )
    first = np.where(there.any(axis=1), np.argmax(there, axis=1), NONE)
    return np.array([*places, NONE])[first], first
