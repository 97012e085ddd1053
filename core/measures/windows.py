"""Figures over several periods: rolling 12 months, quarters, years, the mean of two years.

What stands at a date (residents, dwellings) is averaged over the periods; what happens in a period
(moves, events) is added up. Shares are the whole numerator over the whole denominator, never the
mean of shares.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..i18n import in_language, tr
from ..periods import (
    are_years,
    month_number,
    month_text,
    quarter_start,
    quarter_text,
    year_and_month,
    year_text,
    years_of,
)
from ..progress import Progress
from .observations import (
    COUNTED,
    FINISHED,
    NO_DENOMINATOR,
    NOBODY,
    OF_FIGURES,
    OF_REGISTER,
    SOURCE,
)

ROLLING, QUARTER, YEAR, TWO_YEARS = "rolling_12", "quarter", "year", "two_years"
WINDOWS = (ROLLING, QUARTER, YEAR, TWO_YEARS)
INCOMPLETE = "incomplete"
KEYS = ["area_id", "indicator"]
AMOUNTS = ["numerator", "denominator", "persons", "households"]
USABLE = (COUNTED, NOBODY, FINISHED)


@dataclass(frozen=True)
class Window:
    """The months that make up one result: ``period`` is its name (``2026-01``, ``2025K4``,
    ``2025``)."""

    period: str
    months: Tuple[int, ...]


def windows_of(kind: str, months: Sequence[int]) -> List[Window]:
    """The windows of ``kind`` that end within ``months`` (month numbers)."""
    if kind == ROLLING:
        return [Window(month_text(m), tuple(range(m - 11, m + 1))) for m in months]
    if kind == QUARTER:
        firsts = sorted({quarter_start(m) for m in months})
        return [Window(quarter_text(m), tuple(range(m, m + 3))) for m in firsts]
    if kind == YEAR:
        return [
            Window(year_text(y), tuple(range(12 * y, 12 * y + 12)))
            for y in sorted({year_and_month(m)[0] for m in months})
        ]
    return [Window(month_text(m), (m - 12, m)) for m in months]


def over_window(
    observations: pd.DataFrame, kind: str, indicators: Sequence[Indicator]
) -> pd.DataFrame:
    """``observations`` (columns of ``observations.COLUMNS``, monthly) over the windows of ``kind``.

    Means over the months for what stands at a date; sums for what happens. Medians cannot be put
    together and are left out. A window that lacks a month, or has one whose figure is unknown,
    hidden or without a denominator, has no figures and the status ``incomplete``; a month in which
    nobody was counted is none. A window with a finished figure in it has the status ``finished``.

    Args:
        kind: ``rolling_12``, ``quarter``, ``year``, or ``two_years`` (a month and the same of the
            year before).
    Returns:
        The same columns; ``period`` as ``Window`` names it. Rows of yearly periods are put together
        over two years alone, and left out of the other windows (``warn_of_windows`` tells).
    """
    about: Mapping[str, Indicator] = {i.id: i for i in indicators}
    known = observations[
        observations["indicator"].map(lambda i: i in about and about[i].numerator_kind != "median")
    ]
    yearly = are_years(known["period"])
    parts = _parts(known[~yearly], kind, about)
    if kind == TWO_YEARS:
        parts += [
            part.assign(period=years_of(part["period"]).map(year_text))
            for part in _parts(known[yearly], kind, about)
        ]
    if not parts:
        return observations[:0]
    table = pd.concat(parts, ignore_index=True)
    if SOURCE in observations:
        table[SOURCE] = _sources(table, about)
    return table[list(observations.columns)]


def _sources(table: pd.DataFrame, about: Mapping[str, Indicator]) -> List[str]:
    """Where the months (``months``) of each window come from, ``finished`` of them being finished
    figures."""
    found = []
    for name, months, finished in zip(table["indicator"], table["months"], table["finished"]):
        register = f"{OF_REGISTER}{about[name].register}"
        if about[name].numerator_kind == "finished" or (finished and finished == months):
            found.append(OF_FIGURES)
        else:
            found.append(f"{OF_FIGURES}+{register}" if finished else register)
    return found


def warn_of_windows(
    observations: pd.DataFrame, kind: str, indicators: Sequence[Indicator], progress: Progress
) -> None:
    """Tell which of ``observations`` have no figures over the windows of ``kind``, and why:
    medians, figures of years where months are put together, and finished shares and means without
    denominators."""
    medians = [i.id for i in indicators if i.numerator_kind == "median"]
    is_median = observations["indicator"].isin(medians)
    rest = observations[~is_median]
    yearly = are_years(rest["period"]) & (kind != TWO_YEARS)
    no_whole = ~yearly & (rest["status"] == NO_DENOMINATOR) & rest["value"].notna()

    def names(found: pd.Series) -> str:
        there = set(found)
        return ", ".join(in_language(i.name) for i in indicators if i.id in there)

    if is_median.any():
        progress.warn(
            tr(
                "Medians cannot be put together over several months and are left out: {names}.",
                names=names(observations["indicator"][is_median]),
            )
        )
    if yearly.any():
        progress.warn(
            tr(
                "Figures of whole years are no months and are left out of the figures over several "
                "months: "
                "{names}.",
                names=names(rest["indicator"][yearly]),
            )
        )
    if no_whole.any():
        progress.warn(
            tr(
                "Finished figures without denominators cannot be put together and have no value "
                "over several "
                "months: {names}.",
                names=names(rest["indicator"][no_whole]),
            )
        )


def _parts(table: pd.DataFrame, kind: str, about: Mapping[str, Indicator]) -> List[pd.DataFrame]:
    """One table per window of ``kind`` of rows that are all of months, or all of years."""
    keys = KEYS + [c for c in ("facet", "facet_value") if c in table]
    number_of = {period: month_number(period) for period in table["period"].unique()}
    month = table["period"].map(number_of).astype("int64")
    usable = table["status"].isin(USABLE)
    days, vintages = pd.factorize(table["vintage"], sort=True)
    vintage_of = np.append(vintages.to_numpy(dtype=object), "")  # the last, −1, is of no month
    table = table.assign(vintage=days, finished=table["status"] == FINISHED)
    parts: List[pd.DataFrame] = []
    for window in windows_of(kind, sorted(month.unique())):
        inside = month.isin(window.months)
        every = table[inside].groupby(keys, sort=False, observed=True).size().index
        groups = table[inside & usable].groupby(keys, sort=False, observed=True)
        # what any of the months does not know, the window does not know
        sums = groups[AMOUNTS].sum().where(groups[AMOUNTS].count().eq(groups.size(), axis=0))
        sums["months"] = groups["period"].nunique()
        sums["known"] = groups["value"].count()
        sums["finished"] = groups["finished"].sum()
        sums["vintage"] = groups["vintage"].max()
        sums = sums.reindex(every).fillna({"months": 0, "known": 0, "finished": 0, "vintage": -1})
        sums["vintage"] = vintage_of[sums["vintage"].astype("int64")]
        parts.append(_figures(sums.reset_index(), window, about))
    return parts


def _figures(sums: pd.DataFrame, window: Window, about: Mapping[str, Indicator]) -> pd.DataFrame:
    """The result of one window from sums over its months."""

    def of_indicators(trait: Callable[[Indicator], Any], dtype: str) -> np.ndarray:
        return sums["indicator"].map({i: trait(one) for i, one in about.items()}).to_numpy(dtype)

    flow = of_indicators(lambda one: one.flow, "bool")
    own = of_indicators(lambda one: one.denominator_register == one.register, "bool")
    scale = of_indicators(lambda one: one.scale, "float64")
    months = np.maximum(sums["months"].to_numpy(), 1)
    complete = sums["months"].to_numpy() == len(window.months)
    # what happens is added up, what stands at a date is averaged: moves of a year over the mean
    # number of residents, but over all moves of the year where moves are their own denominator
    numerator = sums["numerator"].to_numpy() / np.where(flow, 1, months)
    denominator = sums["denominator"].to_numpy() / np.where(flow & own, 1, months)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.where(np.isnan(scale), numerator, scale * numerator / denominator)
    there = complete & (sums["known"].to_numpy() > 0)
    known_as = np.where(sums["finished"].to_numpy() > 0, FINISHED, COUNTED)
    result: Dict[str, object] = {
        "period": window.period,
        "numerator": np.where(complete, numerator, np.nan),
        "denominator": np.where(complete, denominator, np.nan),
        "value": np.where(there, value, np.nan),
        "persons": np.where(complete, sums["persons"].to_numpy() / months, np.nan),
        "households": np.where(complete, sums["households"].to_numpy() / months, np.nan),
        "status": np.where(complete, np.where(there, known_as, NOBODY), INCOMPLETE),
    }
    return sums.assign(**result)
