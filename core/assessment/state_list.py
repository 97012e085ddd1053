"""The state's list beside the municipality's own reading: where they differ, and why.

The difference in a figure is taken apart: what has happened since the list's date (``since``), and
what is left at that date (``method``): definition, register or boundary, unless the list's rounding
explains it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Mapping, Optional, Set, Tuple

import numpy as np
import pandas as pd

from ..catalogue.law.measured import figures_of_law
from ..catalogue.law.rule_sets import rule_set_for_year
from ..catalogue.law.rules import Criterion
from ..errors import InputError
from ..i18n import tr
from ..numbers import signed
from ..periods import as_month, month_number, month_text, year_of, year_text
from .thresholds import EQUAL_WITHIN, meets, threshold

COLUMNS = (
    "area_id",
    "year",
    "criterion",
    "figure",
    "own",
    "own_at_date",
    "state",
    "since",
    "method",
    "rounding",
    "own_met",
    "state_met",
    "cause",
    "text",
)
SAME, ROUNDING, REFERENCE, DATE, METHOD = "same", "rounding", "reference", "date", "method"
UNDATED, UNKNOWN, UNMEASURED = "undated", "unknown", "unmeasured"
OPEN = (UNKNOWN, UNMEASURED)
"""Causes of rows of which it cannot be told whether the two read alike."""


def period_of_list(year: int, figure: str) -> str:
    """The month whose own figures answer to the list of ``year`` (periods are as on the first of
    the month)."""
    after = figures_of_law()[figure].months_after_january
    return month_text(month_number(year_text(year)) + after)


def printed_decimals(figure: str) -> int:
    """How many decimals the lists print."""
    return figures_of_law()[figure].decimals


def of_year(state: pd.DataFrame, period: str) -> pd.DataFrame:
    """The rows of the list that ``period`` answers to: its own year's, or the newest before it;
    none where all are newer.

    Args:
        state: the lists: ``year`` and more. period: ``YYYY-MM`` or ``YYYY``.
    """
    before = state["year"][state["year"] <= year_of(period)]
    return state[state["year"] == before.max()].reset_index(drop=True)


@dataclass(frozen=True)
class PlacedList:
    """The list's rows with the ids of areas; the names that are none of theirs, and those that are
    several's."""

    rows: pd.DataFrame
    unknown: Tuple[str, ...]
    ambiguous: Tuple[str, ...]


def on_areas(state: pd.DataFrame, areas: pd.DataFrame) -> PlacedList:
    """Find the areas that the list's rows name: by id, else by name (upper and lower case are
    alike).

    Args:
        state: the list; ``area_id`` holds an id or a name, ``name`` a name or nothing.
        areas: ``area_id``, ``name``, one row per area.
    Raises:
        InputError: two rows name the same area in one year.
    """
    ids = set(areas["area_id"])
    names: Dict[str, List[str]] = {}
    for area, name in zip(areas["area_id"], areas["name"]):
        names.setdefault(_plain_name(name), []).append(area)
    names.pop("", None)  # areas without a name have none to be found by
    found: List[Optional[str]] = []
    unknown: List[str] = []
    ambiguous: List[str] = []
    for text, other in zip(state["area_id"], state["name"]):
        named = (
            [text]
            if text in ids
            else names.get(_plain_name(text)) or names.get(_plain_name(other)) or []
        )
        found.append(named[0] if len(named) == 1 else None)
        if len(named) != 1:
            (ambiguous if named else unknown).append(other or text)
    placed = state.assign(area_id=found)
    placed = placed[placed["area_id"].notna()].reset_index(drop=True)
    twice = placed[placed.duplicated(["area_id", "year"])]
    if len(twice):
        raise InputError(
            tr(
                "The state's list names the area {area} twice in {year}.",
                area=twice["area_id"].iloc[0],
                year=int(twice["year"].iloc[0]),
            ),
            tr("Keep one of the rows."),
        )
    return PlacedList(placed, tuple(dict.fromkeys(unknown)), tuple(dict.fromkeys(ambiguous)))


def _plain_name(text: str) -> str:
    return " ".join(str(text).split()).casefold()


def compare_with_list(
    own: pd.DataFrame, state: pd.DataFrame, period: Optional[str] = None
) -> pd.DataFrame:
    """Every criterion of every area on the state's list, beside the municipality's own reading.

    Args:
        own: ``measures.figures.law_figures`` of all periods counted (``area_id``, ``period``,
            figures, ``<figure>_national``).
        state: the list: ``area_id``, ``year``, figures as printed, ``<figure>_national`` where
            known; our own at the list's date where not.
        period: the own reading; the newest when None.
    Returns:
        ``COLUMNS``, one row per area, list year and criterion with a figure on either side:
        ``since`` = own − own_at_date, ``method`` = own_at_date − state, ``rounding`` half a unit of
        the last printed decimal; ``own_met`` and ``state_met`` 1, 0 or NaN; ``cause`` why the two
        outcomes differ: ``same`` they do not, ``rounding`` the threshold lies within the printed
        figure's rounding, ``reference`` another national share, ``date`` our figure at the list's
        date gave the state's outcome, ``method`` it did not, ``undated`` it is not known,
        ``unknown`` a figure is missing, ``unmeasured`` the national share is; ``text`` a sentence.
    """
    period = period or max(own["period"])
    rows: List[Tuple[object, ...]] = []
    by_period = {
        as_month(str(name)): part.drop_duplicates("area_id").set_index("area_id")
        for name, part in own.groupby("period")
    }
    for line in state.to_dict("records"):
        rules = rule_set_for_year(int(line["year"]))
        here = _one(by_period, as_month(period), line["area_id"])
        for criterion in rules.criteria.values():
            row = _criterion(line, here, by_period, criterion)
            if row is not None:
                rows.append(row)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def dates_of_lists(years: Iterable[int]) -> Set[str]:
    """The months (``YYYY-MM``) whose own figures ``compare_with_list`` sets beside the lists of
    ``years``, but for the one that is read."""
    return {
        period_of_list(int(year), figure)
        for year in set(years)
        for figure in {one.figure for one in rule_set_for_year(int(year)).criteria.values()}
    }


def _one(by_period: Mapping[str, pd.DataFrame], period: str, area: str) -> Mapping[str, float]:
    table = by_period.get(period)
    return {} if table is None or area not in table.index else table.loc[area].to_dict()


def _get(row: Mapping[Any, Any], name: str) -> float:
    found = row.get(name)
    return float("nan") if found is None else float(found)


@dataclass(frozen=True)
class _Readings:
    """One criterion of one area, as the municipality and the state read it.

    Attributes:
        own, at_date, state: the own figure, the own at the list's date, and the state's as printed.
        own_nation, state_nation: the nation's figures that the two are held against.
        rounding: half a unit of the last printed decimal.
    """

    criterion: Criterion
    year: int
    own: float
    at_date: float
    state: float
    own_nation: float
    state_nation: float
    rounding: float

    @property
    def own_met(self) -> float:
        """Is the criterion met by the own figure? 1, 0 or NaN."""
        return self._met(self.own, self.own_nation)

    def met_by(self, value: float) -> float:
        """Is it met by ``value``, held against what the state's is held against?"""
        return self._met(value, self.state_nation)

    def _met(self, value: float, nation: float) -> float:
        column = figures_of_law()[self.criterion.figure].nation_column
        table = pd.DataFrame({column: [nation], "year": [self.year]})
        limits = threshold(self.criterion, table)
        return float(meets(self.criterion, np.array([value]), table, limits)[0])

    def cause(self) -> str:
        """Why the two outcomes differ: the first of the causes that explains it."""
        if math.isnan(self.own) or math.isnan(self.state):
            return UNKNOWN
        own_met, state_met = self.own_met, self.met_by(self.state)
        if math.isnan(own_met) or math.isnan(state_met):
            return UNMEASURED
        if own_met == state_met:
            return SAME
        # what would be rounded up to the next printed figure is not in this one
        upper = self.state + self.rounding - 2 * EQUAL_WITHIN * max(1.0, abs(self.state))
        if self.met_by(self.state - self.rounding) != self.met_by(upper):
            return ROUNDING
        if self.criterion.times_national and self.met_by(self.own) == state_met:
            return REFERENCE
        if math.isnan(self.at_date):
            return UNDATED
        return DATE if self.met_by(self.at_date) == state_met else METHOD


def _criterion(
    line: Mapping[Any, Any],
    here: Mapping[str, float],
    by_period: Mapping[str, pd.DataFrame],
    criterion: Criterion,
) -> Optional[Tuple[object, ...]]:
    """The row of one ``line`` of the list and one criterion; None where neither has a figure."""
    year, figure = int(line["year"]), figures_of_law()[criterion.figure]
    if math.isnan(_get(here, figure.id)) and math.isnan(_get(line, figure.id)):
        return None
    then = _one(by_period, period_of_list(year, figure.id), line["area_id"])
    printed = _get(line, figure.nation_column)
    found = _Readings(
        criterion=criterion,
        year=year,
        own=_get(here, figure.id),
        at_date=_get(then, figure.id),
        state=_get(line, figure.id),
        own_nation=_get(here, figure.nation_column),
        state_nation=_get(then, figure.nation_column) if math.isnan(printed) else printed,
        rounding=0.5 * 10.0**-figure.decimals,
    )
    since, method = found.own - found.at_date, found.at_date - found.state
    cause = found.cause()
    return (
        line["area_id"],
        year,
        criterion.id,
        figure.id,
        found.own,
        found.at_date,
        found.state,
        since,
        method,
        found.rounding,
        found.own_met,
        found.met_by(found.state),
        cause,
        _text(cause, since, method, found.rounding),
    )


def _text(cause: str, since: float, method: float, half: float) -> str:
    sentences = {
        SAME: tr("Both read the criterion alike."),
        ROUNDING: tr(
            "The threshold lies within the rounding of the printed figure; it cannot be decided "
            "from print."
        ),
        REFERENCE: tr("The national share the two are held against differs."),
        DATE: tr("The figures have moved since the list's date."),
        METHOD: tr("The figures differ at the list's own date: definition, register or boundary."),
        UNDATED: tr(
            "Our figure at the list's date is not known, so it cannot be told why the two differ."
        ),
        UNKNOWN: tr("One of the two has no figure."),
        UNMEASURED: tr("The national share, and with it the threshold, is not known."),
    }
    text = sentences[cause]
    if since == since and method == method:
        rest = (
            tr("within its rounding")
            if abs(method) <= half + EQUAL_WITHIN
            else tr("{points} in method", points=signed(method))
        )
        text += " " + tr(
            "Since the list's date {since}; at that date {rest}.", since=signed(since), rest=rest
        )
    return text
