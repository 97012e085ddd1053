"""Areas × indicators of one period: a table to look over, and to take into a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..i18n import in_language, tr
from ..numbers import shortest
from ..periods import are_years, is_year, period_text, year_of
from ..plain_text import spreadsheet_text
from .words import unit_text

OLDEST_YEAR = 3
"""How many years before a month a figure of a whole year may be, to stand beside the month's."""


@dataclass(frozen=True)
class Column:
    """One indicator of a matrix, and the period its figures are of."""

    indicator: Indicator
    period: str

    @property
    def heading(self) -> str:
        """The indicator's name in the user's language."""
        return in_language(self.indicator.name)

    @property
    def unit(self) -> str:
        """Its unit in words."""
        return unit_text(self.indicator.unit)


@dataclass(frozen=True)
class Matrix:
    """Areas × indicators of one period, in no order of rank.

    Attributes:
        names: area id → name, in the order of the rows.
        columns: the indicators, in the catalogue's order.
        values: (areas, indicators) in each indicator's unit, NaN where there is no figure.
    """

    period: str
    names: Mapping[str, str]
    columns: Tuple[Column, ...]
    values: np.ndarray

    @property
    def areas(self) -> Tuple[str, ...]:
        """The ids of the rows."""
        return tuple(self.names)

    @property
    def shares(self) -> np.ndarray:
        """(areas, indicators): how far along the colour scale, from 0 at the indicator's lowest
        figure to 1 at its highest; 0.5 where all are alike, NaN where there is no figure.

        The scale is each indicator's own, and goes by the figure alone: a high figure is not a bad
        one.
        """
        there = ~np.isnan(self.values)
        low = np.min(np.where(there, self.values, np.inf), axis=0, initial=np.inf)
        high = np.max(np.where(there, self.values, -np.inf), axis=0, initial=-np.inf)
        with np.errstate(invalid="ignore", divide="ignore"):
            shares = (self.values - low) / (high - low)
        return np.where(there & (high == low), 0.5, np.where(there, shares, np.nan))

    def table(self) -> pd.DataFrame:
        """``area_id``, ``name``, ``period``, and per indicator a column of its id."""
        figures = {c.indicator.id: self.values[:, n] for n, c in enumerate(self.columns)}
        about = {"area_id": self.areas, "name": list(self.names.values()), "period": self.period}
        return pd.DataFrame({**about, **figures})


def matrix(
    observations: pd.DataFrame,
    period: str,
    names: Mapping[str, str],
    known: Mapping[str, Indicator],
    indicators: Sequence[str] = (),
    with_years: bool = False,
) -> Matrix:
    """The figures of ``period``.

    Args:
        observations: of one area set, not broken down, at least those of ``period``: ``area_id``,
            ``period``, ``indicator``, ``value``.
        names: area id → name of every area of the set, in the order of the rows.
        known: the catalogue by id, in the order of the columns.
        indicators: those to show, with figures or without; those that have any where none are
            named.
        with_years: an indicator that has no figures in a month but of whole years stands with the
            newest that was over by then, and says so in ``Column.period``.
    """
    rows = observations[observations["value"].notna()]
    at = rows[rows["period"] == period]
    taken: Dict[str, str] = dict.fromkeys(at["indicator"].unique(), period)
    if with_years and not is_year(period):
        years = rows[are_years(rows["period"])] if len(rows) else rows
        over = years["period"].astype(int) if len(years) else pd.Series(dtype=int)
        now = year_of(period)
        years = years[over.between(now - OLDEST_YEAR, now - 1)]
        newest = years.groupby("indicator")["period"].max()
        taken = {**newest.to_dict(), **taken}
    shown = [one for one in known if one in (set(indicators) or set(taken))]
    columns = tuple(Column(known[one], taken.get(one, period)) for one in shown)
    values = np.full((len(names), len(columns)), np.nan)
    wanted = rows[rows["indicator"].isin(shown)]
    wanted = wanted[wanted["period"] == wanted["indicator"].map(taken)]
    row = pd.Categorical(wanted["area_id"], categories=list(names)).codes
    column = pd.Categorical(wanted["indicator"], categories=shown).codes
    inside = row >= 0
    values[row[inside], column[inside]] = wanted["value"].to_numpy(dtype="float64")[inside]
    return Matrix(period, dict(names), columns, values)


def matrix_text(found: Matrix, rows: Sequence[int] = (), separator: str = "\t") -> str:
    """``found`` as text for a spreadsheet: a heading with units, then a line per area.

    Numbers have all their decimals, the decimal mark of the language in use and no thousands; where
    there is no figure the cell is empty. Names that a spreadsheet would compute stay texts.

    Args:
        rows: the rows to give, in this order; all where none are named.
        separator: what stands between cells (a tab, or a semicolon for a CSV file).
    """
    headings = [tr("Area"), *(heading_of(c, found.period) for c in found.columns)]
    lines = [[_cell(text, separator) for text in headings]]
    names = list(found.names.values())
    for row in rows or range(len(names)):
        figures = ["" if np.isnan(v) else shortest(float(v)) for v in found.values[row]]
        lines.append([_cell(names[row], separator), *figures])
    return "\n".join(separator.join(line) for line in lines) + "\n"


def heading_of(column: Column, period: str) -> str:
    """The name, the unit, and the period where it is another than the matrix'."""
    about: List[str] = [column.unit]
    if column.period != period:
        about.append(period_text(column.period))
    return f"{column.heading} ({', '.join(about)})"


def _cell(text: str, separator: str) -> str:
    """``text`` on one line and in one cell."""
    flat = spreadsheet_text(" ".join(text.split()))
    if separator in flat or '"' in flat:
        return '"' + flat.replace('"', '""') + '"'
    return flat
