"""The change page's reading: a monitor file and plain values in, plain data out; no widget, no
project."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import List, Optional, Tuple

import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...change.lines import Lines, lines_of
from ...change.matrix import Matrix
from ...change.series import series
from ...change.vintages import COLUMNS, earlier_figures
from ...periods import is_year
from ...pipeline.casting_series import AS_COUNTED, boundaries_of
from ...pipeline.changing import (
    Held,
    held,
    known_by_id,
    names_in,
    read_matrix,
    read_series,
)
from ...store.monitor_file import MonitorFile


@dataclass(frozen=True)
class Trend:
    """The series of one indicator in every area of a set.

    Attributes:
        there: what the file has of the set.
        table: ``series.COLUMNS``.
        lines: the same as a chart draws it, an entry per area that has figures.
        earlier: what figures were before they were revised, ``vintages.COLUMNS``.
        days: from when the boundaries hold that the set has had (``areas.days``).
    """

    there: Held
    indicator: Indicator
    table: pd.DataFrame
    lines: List[Lines]
    earlier: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(COLUMNS)))
    days: Tuple[str, ...] = ()

    def period_at(self, period: str) -> str:
        """``period`` where the indicator has it; of one that comes of whole years alone the newest
        that was over by then."""
        there = sorted(self.table["period"].unique())
        if period in there or not all(map(is_year, there)):
            return period
        over = [year for year in there if year < period[:4]]
        return over[-1] if over else period


def read_trend(
    store: MonitorFile,
    area_set: str,
    indicator: str,
    folder: str,
    municipality: str,
    boundaries: str = AS_COUNTED,
) -> Trend:
    """The series of ``indicator``, or of the first there is where the set has it not; on the
    ``boundaries`` of one date, where one is named.

    Raises:
        InputError: nothing was counted for the area set, or it had no boundaries on that date.
        StoreError: the file cannot be read.
    """
    there = replace(held(store, area_set, folder), gone={})  # the page follows areas of today
    one = next((i for i in there.indicators if i.id == indicator), None)
    chosen: Optional[Indicator] = one or next(iter(there.indicators), None)
    if chosen is None:  # only such as the catalogue does not know any more
        chosen = next(iter(known_by_id(folder).values()))
        empty = series(store.in_force.observations(area_set)[:0], chosen, there.names)
        return Trend(there=there, indicator=chosen, table=empty, lines=[])
    days = tuple(store.areas.days(area_set))
    table = read_series(store, there, [chosen], municipality=municipality, boundaries=boundaries)
    if boundaries == AS_COUNTED:
        earlier = earlier_figures(store.in_force.earlier(area_set, chosen.id), table)
    else:  # what was revised was counted in its own boundaries
        names = names_in(boundaries_of(store, area_set, boundaries))
        earlier, there = pd.DataFrame(columns=list(COLUMNS)), replace(there, names=names)
    return Trend(
        there=there,
        indicator=chosen,
        table=table,
        lines=lines_of(table, earlier),
        earlier=earlier,
        days=days,
    )


def read_month(store: MonitorFile, there: Held, period: str, folder: str) -> Matrix:
    """Areas × indicators of ``period``, with the newest whole years beside a month.

    Raises:
        InputError: nothing was counted for the period. StoreError: the file cannot be read.
    """
    return read_matrix(store, there, period, known_by_id(folder), with_years=True)
