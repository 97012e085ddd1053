"""Fetches a named comparator as reference values."""

from __future__ import annotations

import datetime
import re
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
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
Areas = Dict[str, Tuple[str, str]]


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
    keys = [variable.code, TIME]
    numerator = _summed(cells, about.numerator, keys)
    denominator = None if about.denominator is None else _summed(cells, about.denominator, keys)
    if about.denominator_table is not None:
        denominator = _other_table(
            client, about.denominator_table, list(known), numerator, Part(progress, 0.7, 1.0)
        )
    rows: List[tuple] = []
    for (code, time), value in numerator.items():
        period = period_of(time)
        below = float("nan") if denominator is None else denominator.get((code, time), float("nan"))
        if period is None or np.isnan(value):
            continue
        ready = about.denominator is None and about.denominator_table is None
        figure = value if ready else about.scale * value / below if below else float("nan")
        rows.append(
            (
                *known[code],
                period,
                about.indicator,
                figure,
                float("nan") if ready else value,
                below,
                about.table,
            )
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _summed(
    cells: pd.DataFrame, wanted: Optional[Mapping[str, Sequence[str]]], keys: Sequence[str]
) -> pd.Series:
    """The sum over the cells that ``wanted`` chooses, by area and time; NaN where one of them is
    missing."""
    chosen = cells
    for name, codes in (wanted or {}).items():
        column = next(c for c in cells if c.lower() == name.lower())
        if "*" not in codes:
            chosen = chosen[chosen[column].isin(list(codes))]
    return chosen.groupby(list(keys))[VALUE].agg(lambda values: values.sum(skipna=False))


def _other_table(
    client: StatBankClient,
    about: Mapping[str, object],
    areas: Sequence[str],
    numerator: pd.Series,
    progress: Progress,
) -> Dict[Tuple[str, str], float]:
    """The denominator of another table, in the given quarter of each year."""
    years = sorted({time for _, time in numerator.index})
    times = [f"{year_of(year)}{about['quarter']}" for year in years]
    cells = client.data(
        about["table"],
        {about["area_variable"]: list(areas), **about["selection"], TIME: times},
        progress,
    )
    sums = _summed(cells, None, [about["area_variable"], TIME])
    return {
        (code, time): sums.get((code, f"{year_of(time)}{about['quarter']}"), float("nan"))
        for code, time in numerator.index
    }
