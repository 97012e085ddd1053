"""Fetches a named comparator as reference values."""

from __future__ import annotations

import datetime
import math
import re
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from ..catalogue.indicators.comparators import Comparator
from ..catalogue.law.municipalities import municipalities
from ..catalogue.law.regions import region_of_municipality
from ..errors import InputError
from ..i18n import tr
from ..periods import MONTHS_OF_HALF, MONTHS_OF_QUARTER, part_of_year, year_of
from ..progress import Part, Progress
from .client import StatBankClient
from .replies import VALUE

COLUMNS = ("level", "code", "period", "indicator", "value", "numerator", "denominator", "table")
NATION = "000"
NEWEST = "(1)"
TIME = "Tid"
TIMES = (
    (re.compile(r"^(\d{4})$"), lambda m: m[1]),
    (re.compile(r"^(\d{4})K([1-4])$"), lambda m: part_of_year(m[1], int(m[2]), MONTHS_OF_QUARTER)),
    (re.compile(r"^(\d{4})M(\d{2})$"), lambda m: f"{m[1]}-{m[2]}"),
    (re.compile(r"^(\d{4})H([12])$"), lambda m: part_of_year(m[1], int(m[2]), MONTHS_OF_HALF)),
)
NAN = float("nan")
Areas = Dict[str, Tuple[str, str]]
Sums = Dict[Tuple[str, str], float]
"""(area, time), both as StatBank codes them → sum."""


def period_of(time: str) -> Optional[str]:
    """The period a time code begins with: ``2026K2`` is ``2026-04``; None where it is none of
    ours."""
    for form, period in TIMES:
        match = form.match(time)
        if match:
            return period(match)
    return None


def areas_of(
    municipality: str, levels: Sequence[str], day: Optional[datetime.date] = None
) -> Areas:
    """StatBank's area code → (level, our code): the country, the municipality's region, the
    municipality.

    Raises:
        InputError: the municipality's region has no code at Statistics Denmark yet.
    """
    day = day or datetime.date.today()
    areas: Areas = {NATION: ("nation", "")} if "nation" in levels else {}
    if municipality and "region" in levels:
        region = region_of_municipality(municipality, day)
        if region is not None and not region.dst:
            raise InputError(
                tr(
                    "Statistics Denmark's code of {name} is not known to this version.",
                    name=region.name,
                ),
                tr("Update the plugin, or give the reference values in a table."),
            )
        if region is not None:
            areas[region.dst] = ("region", region.code)
    if (
        municipality in municipalities()
        and "municipality" in levels
        and municipalities()[municipality].region
    ):
        areas[municipality.lstrip("0")] = ("municipality", municipality)
    return areas


def fetch_comparator(
    client: StatBankClient,
    about: Comparator,
    municipality: str,
    progress: Progress,
    times: Sequence[str] = (NEWEST,),
) -> pd.DataFrame:
    """Reference values of ``about`` for the country, and the municipality and its region where they
    are known.

    Args:
        times: StatBank's time codes or rules; the newest when not given.
    Returns:
        DataFrame with ``COLUMNS``: the columns of a reference table, and what the value was worked
        out of.
    Raises:
        InputError: the table is not as the catalogue says; names what is missing.
        StatBankError, ServiceError: StatBank refused, or gave no answer.
    """
    areas = areas_of(municipality, about.levels)
    if not areas:
        raise InputError(
            tr(
                "The comparator {name} has figures by {levels}.",
                name=about.id,
                levels=", ".join(about.levels),
            ),
            tr("Give the municipality."),
        )
    info = client.tableinfo(about.table, progress)
    variable = info.variable(about.area_variable)
    known = {
        code: place
        for code, place in areas.items()
        if variable is not None and code in variable.values
    }
    lacking = [level for code, (level, _) in areas.items() if code not in known]
    if lacking:
        progress.warn(
            tr(
                "The table {table} has no figures of the level {levels}.",
                table=about.table,
                levels=", ".join(lacking),
            )
        )
    cells = client.data(
        about.table,
        {about.area_variable: list(known), **about.selection, TIME: list(times)},
        Part(progress, 0.2, 0.7),
    )
    area_column = about.area_variable if variable is None else variable.code
    numerator = _summed(cells, about.numerator, area_column)
    denominator: Optional[Sums] = None
    if about.denominator is not None:
        denominator = _summed(cells, about.denominator, area_column)
    if about.denominator_table is not None:
        denominator = _other_table(
            client, about.denominator_table, list(known), numerator, Part(progress, 0.7, 1.0)
        )
    rows: List[tuple] = []
    for (code, time), value in numerator.items():
        period = period_of(time)
        if period is None or math.isnan(value):
            continue
        place = (*known[code], period, about.indicator)
        if denominator is None:  # the cell is the figure itself
            rows.append((*place, value, NAN, NAN, about.table))
            continue
        below = denominator.get((code, time), NAN)
        figure = about.scale * value / below if below else NAN
        rows.append((*place, figure, value, below, about.table))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _summed(
    cells: pd.DataFrame, wanted: Optional[Mapping[str, Sequence[str]]], area_column: str
) -> Sums:
    """The sum over the cells that ``wanted`` chooses, by area and time; NaN where one of them is
    missing."""
    chosen = cells
    for name, codes in (wanted or {}).items():
        column = next(c for c in map(str, cells.columns) if c.lower() == name.lower())
        if "*" not in codes:
            chosen = chosen[chosen[column].isin(list(codes))]
    by_place = chosen.groupby([area_column, TIME])[VALUE]
    sums = by_place.agg(lambda values: values.sum(skipna=False)).reset_index()
    return {(area, time): float(value) for area, time, value in sums.itertuples(index=False)}


def _other_table(
    client: StatBankClient,
    about: Mapping[str, Any],
    areas: Sequence[str],
    numerator: Sums,
    progress: Progress,
) -> Sums:
    """The denominator of another table, in the given quarter of each year."""

    def quarter_of(time: str) -> str:
        return f"{year_of(time)}{about['quarter']}"

    area_column = about["area_variable"]
    times = [quarter_of(year) for year in sorted({time for _, time in numerator})]
    cells = client.data(
        about["table"],
        {area_column: list(areas), **about["selection"], TIME: times},
        progress,
    )
    sums = _summed(cells, None, area_column)
    return {(code, time): sums.get((code, quarter_of(time)), NAN) for code, time in numerator}
