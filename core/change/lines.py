"""A series as a chart draws it: lines that break where figures are missing, years as points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

import numpy as np
import pandas as pd

from ..areas.crosswalk import AREA
from .periods_due import MONTHS, YEARS, place_of

Line = Tuple[np.ndarray, np.ndarray]
"""Months (``month_number``) and figures; NaN breaks the line."""
BESIDE = ("municipality", "region", "nation", "law_value", "threshold", "prevention_threshold")


@dataclass(frozen=True)
class Lines:
    """One area's series.

    Attributes:
        months: the area's figures by month.
        years: its figures of whole years, each in the middle of its year.
        beside: the columns of ``BESIDE`` that say something: of months where there are any, else of
            years.
        gaps: the months, or middles of years, of figures that are missing.
        breaks: where the definition changed: the area's line is broken before them.
        provisional: where the figure is usually revised later.
        earlier: what figures were before they were revised.
        cast: of figures that were counted in other boundaries; ``by_area`` those of them that were
            shared out by area alone.
    """

    area: str
    name: str
    months: Line
    years: Line
    beside: Dict[str, Line]
    gaps: Tuple[float, ...]
    breaks: Tuple[float, ...] = ()
    provisional: Tuple[float, ...] = ()
    earlier: Line = (np.empty(0), np.empty(0))
    cast: Line = (np.empty(0), np.empty(0))
    by_area: Line = (np.empty(0), np.empty(0))

    @property
    def ends(self) -> "Tuple[float, float]":
        """The lowest and the highest of the area's own figures; NaN where it has none."""
        own = np.concatenate([self.months[1], self.years[1], self.earlier[1]])
        own = own[~np.isnan(own)]
        return (float(own.min()), float(own.max())) if len(own) else (np.nan, np.nan)

    @property
    def settled(self) -> Line:
        """The line of months without those that are provisional."""
        places, figures = self.months
        return places, np.where(np.isin(places, self.provisional), np.nan, figures)

    @property
    def unsettled(self) -> Line:
        """The line to and between the months that are provisional."""
        places, figures = self.months
        soon = np.isin(places, self.provisional)
        reached = soon | np.append(soon[1:], False)
        return places, np.where(reached, figures, np.nan)


def lines_of(table: pd.DataFrame, earlier: Optional[pd.DataFrame] = None) -> List[Lines]:
    """The lines of every area of a series (``series.COLUMNS``), in its order; ``earlier`` figures
    as ``vintages.COLUMNS``."""
    places = {period: place_of(period) for period in table["period"].unique()}
    table = table.assign(at=table["period"].map(places).astype("float64"))
    by_area = table.groupby("area_id", sort=False, observed=True)
    before: Dict[str, Line] = {}
    if earlier is not None and len(earlier):
        drawn = earlier.assign(at=earlier["period"].map(place_of).astype("float64"))
        before = {
            str(area): _line(rows, "value") for area, rows in drawn.groupby("area_id", sort=False)
        }
    nothing = Lines.earlier
    return [_lines(str(area), rows, before.get(str(area), nothing)) for area, rows in by_area]


def _lines(area: str, rows: pd.DataFrame, earlier: Line) -> Lines:
    months, years = rows[rows["kind"] == MONTHS], rows[rows["kind"] == YEARS]
    shown = months if len(months) else years
    own = _line(shown, "value")[1]
    beside = {name: _line(shown, name) for name in BESIDE}
    if np.array_equal(beside["law_value"][1], own, equal_nan=True):
        beside.pop("law_value")  # the law takes no mean: it is the area's own line
    missing = rows[rows["value"].isna()]
    return Lines(
        area=area,
        name=str(rows["name"].iloc[0]),
        months=_broken(months),
        years=_line(years, "value"),
        beside={name: line for name, line in beside.items() if not np.isnan(line[1]).all()},
        gaps=tuple(missing["at"]),
        breaks=tuple(rows.loc[rows["new_definition"], "at"]),
        provisional=tuple(months.loc[months["provisional"].astype(bool), "at"]),
        earlier=earlier,
        cast=_line(rows[~rows["cast"].isin(["", AREA])], "value"),
        by_area=_line(rows[rows["cast"] == AREA], "value"),
    )


def _line(rows: pd.DataFrame, column: str) -> Line:
    return rows["at"].to_numpy(), rows[column].to_numpy(dtype="float64")


def _broken(rows: pd.DataFrame) -> Line:
    """The line of the area's figures, which does not join two definitions."""
    places, figures = _line(rows, "value")
    at = np.flatnonzero(rows["new_definition"].to_numpy(dtype=bool))
    return np.insert(places, at, places[at] - 0.5), np.insert(figures, at, np.nan)
