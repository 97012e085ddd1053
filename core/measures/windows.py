"""Figures over several periods: rolling 12 months, quarters, years, the mean of two years.

What stands at a date (residents, dwellings) is averaged over the periods; what happens in a period (moves,
events) is added up. Shares are the whole numerator over the whole denominator, never the mean of shares.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.indicators import Indicator
from ..registers.periods import month_number, month_text
from .observations import COUNTED, FINISHED, NOBODY

ROLLING, QUARTER, YEAR, TWO_YEARS = "rolling_12", "quarter", "year", "two_years"
WINDOWS = (ROLLING, QUARTER, YEAR, TWO_YEARS)
INCOMPLETE = "incomplete"
KEYS = ["area_id", "indicator"]
USABLE = (COUNTED, NOBODY, FINISHED)


@dataclass(frozen=True)
class Window:
    """The months that make up one result: ``period`` is its name (``2026-01``, ``2025K4``, ``2025``)."""

    period: str
    months: Tuple[int, ...]


def windows_of(kind: str, months: Sequence[int]) -> List[Window]:
    """The windows of ``kind`` that end within ``months`` (month numbers)."""
    if kind == ROLLING:
        return [Window(month_text(m), tuple(range(m - 11, m + 1))) for m in months]
    if kind == QUARTER:
        firsts = sorted({m - m % 3 for m in months})
        return [Window(f"{m // 12:04d}K{m % 12 // 3 + 1}", tuple(range(m, m + 3))) for m in firsts]
    if kind == YEAR:
        return [Window(f"{y:04d}", tuple(range(12 * y, 12 * y + 12))) for y in sorted({m // 12 for m in months})]
    return [Window(month_text(m), (m - 12, m)) for m in months]


def over_window(observations: pd.DataFrame, kind: str, indicators: Sequence[Indicator]) -> pd.DataFrame:
    """``observations`` (columns of ``observations.COLUMNS``, monthly) over the windows of ``kind``.

    Means over the months for what stands at a date; sums for what happens. Medians cannot be put together
    and are left out. A window that lacks a month, or has one whose figure is unknown, hidden or without a
    denominator, has no figures and the status ``incomplete``; a month in which nobody was counted is none.

    Args:
        kind: ``rolling_12``, ``quarter``, ``year``, or ``two_years`` (a month and the same of the year before).
    Returns:
        The same columns; ``period`` as ``Window`` names it; rows of yearly periods are left out.
    """
    about: Mapping[str, Indicator] = {i.id: i for i in indicators}
    monthly = observations[observations["period"].str.len() == 7]
    monthly = monthly[monthly["indicator"].map(lambda i: i in about and about[i].numerator_kind != "median")]
    keys = KEYS + [c for c in ("facet", "facet_value") if c in monthly]
    number = monthly["period"].map({p: month_number(p) for p in monthly["period"].unique()}).astype("int64")
    parts: List[pd.DataFrame] = []
    for window in windows_of(kind, sorted(number.unique())):
        here = monthly[number.isin(window.months) & monthly["status"].isin(USABLE)]
        every = monthly[number.isin(window.months)].groupby(keys, sort=False, observed=True).size().index
        groups = here.groupby(keys, sort=False, observed=True)
        sums = groups[["numerator", "denominator", "persons", "households"]].sum(min_count=1)
        sums["months"] = groups["period"].nunique()
        sums["known"] = groups["value"].count()
        sums["vintage"] = groups["vintage"].max()
        sums = sums.reindex(every).fillna({"months": 0, "known": 0, "vintage": ""})
        parts.append(_figures(sums.reset_index(), window, about))
    if not parts:
        return observations[:0]
    return pd.concat(parts, ignore_index=True)[list(observations.columns)]


def _figures(sums: pd.DataFrame, window: Window, about: Mapping[str, Indicator]) -> pd.DataFrame:
    """The result of one window from sums over its months."""
    whole = len(window.months)
    flow = sums["indicator"].map({i: one.flow for i, one in about.items()}).to_numpy(dtype=bool)
    own = sums["indicator"].map({i: one.denominator_register == one.register for i, one in about.items()})
    scale = sums["indicator"].map({i: one.scale for i, one in about.items()}).astype("float64").to_numpy()
    months = np.maximum(sums["months"].to_numpy(), 1)
    complete = sums["months"].to_numpy() == whole
    numerator = sums["numerator"].to_numpy() / np.where(flow, 1, months)
    added = flow & own.to_numpy(dtype=bool)
    denominator = sums["denominator"].to_numpy() / np.where(added, 1, months)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.where(np.isnan(scale), numerator, scale * numerator / denominator)
    there = complete & (sums["known"].to_numpy() > 0)
    result: Dict[str, object] = {
        "period": window.period, "numerator": np.where(complete, numerator, np.nan),
        "denominator": np.where(complete, denominator, np.nan), "value": np.where(there, value, np.nan),
        "persons": np.where(complete, sums["persons"].to_numpy() / months, np.nan),
        "households": np.where(complete, sums["households"].to_numpy() / months, np.nan),
        "status": np.where(complete, np.where(there, "counted", "nobody"), INCOMPLETE),
    }
    return sums.assign(**result)
