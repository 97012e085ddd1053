"""What the nation or a region had in a period or a year, looked up in a table of reference values.

A region that is made of others (``catalogue.law.regions``) is worked out from them where the table
has no value of its own and says how many persons each part's value is the mean of.
"""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence

import pandas as pd

from ..catalogue import files
from ..catalogue.law.measured import figure_name
from ..catalogue.law.regions import Region, region_on, regions
from ..errors import InputError
from ..i18n import tr
from ..periods import as_month, is_year, month_number, reference_date, years_before

REGION = "region"
WORKED_OUT = "worked_out"
"""The column that is true in rows that are worked out of others."""


def _month_known(period: str) -> str:
    """The month from which a reference is known: a month's own; for a year the January after it."""
    return as_month(years_before(period, -1)) if is_year(period) else period


def reference_values(
    references: Optional[pd.DataFrame],
    level: str,
    indicator: str,
    periods: Sequence[str],
    code: str = "",
) -> pd.Series:
    """The value of ``indicator`` at ``level`` for each of ``periods``: the latest known by then.

    A value is the figure of the year up to its month; a yearly value (``2025``) is known from the
    January after, where that month has none of its own. How many months a value serves is said in
    the catalogue (``serves_months``). A region that has become part of another by the period is
    looked up as that one, and as itself where that one has no value that serves.

    Returns:
        Series over ``periods`` (NaN where nothing serves).
    Raises:
        InputError: the table has other regions than ``code``, or several and none is asked for.
    """
    values = values_of_code(references, level, indicator, periods, code)
    table = known_values(references, level, indicator)
    if level != REGION or not code or table is None:
        return values
    for period in values.index:
        now = region_on(code, reference_date(period))
        if now is not None and now.code != code and now.code in set(table["code"]):
            new = values_of_code(references, level, indicator, [period], now.code)[period]
            values[period] = values[period] if pd.isna(new) else new
    return values


def values_of_code(
    references: Optional[pd.DataFrame],
    level: str,
    indicator: str,
    periods: Sequence[str],
    code: str = "",
) -> pd.Series:
    """``reference_values`` of the region ``code`` itself, whatever has become of it; a region that
    another took the place of in all of ``periods`` may be missing."""
    values = pd.Series(float("nan"), index=list(periods), dtype="float64")
    table = known_values(references, level, indicator)
    if table is None or _replaced(table, level, periods, code):
        return values
    serves = files.read("registers/references.json")["serves_months"]
    span = serves.get(indicator, serves["default"])
    chosen = _choose_code(table, level, indicator, code)
    by_length = chosen.sort_values("period", key=lambda names: names.str.len(), kind="stable")
    known = {
        month_number(_month_known(p)): v for p, v in zip(by_length["period"], by_length["value"])
    }
    for period in values.index:
        age = {month_number(period) - month: value for month, value in known.items()}
        serving = [months for months in age if 0 <= months < span]
        if serving:
            values[period] = age[min(serving)]
    return values


def _replaced(table: pd.DataFrame, level: str, periods: Sequence[str], code: str) -> bool:
    """Has another region, which ``table`` has, taken the place of ``code``, which it has not, in
    all of ``periods``?"""
    codes = set(table["code"])
    if level != REGION or not code or code in codes:
        return False
    now = [region_on(code, reference_date(period)) for period in periods]
    return all(one is not None and one.code != code and one.code in codes for one in now)


def values_of_years(
    references: Optional[pd.DataFrame],
    level: str,
    indicator: str,
    years: Sequence[str],
    code: str = "",
) -> pd.Series:
    """The ``indicator`` of the nation or a region of whole ``years`` (``2025``) themselves.

    The year's own value; where there is none the January after's or the December's, which are of
    the year up to them. No other year serves. The region is ``code`` itself.

    Returns:
        Series over ``years`` (NaN where there is none).
    Raises:
        InputError: the table has other regions than ``code``, or several and none is asked for.
    """
    values = pd.Series(float("nan"), index=list(years), dtype="float64")
    table = known_values(references, level, indicator)
    if table is None:
        return values
    chosen = _choose_code(table, level, indicator, code)
    known = dict(zip(chosen["period"], chosen["value"]))
    for year in values.index:
        for period in (year, as_month(years_before(year, -1)), f"{year}-12"):
            if period in known:
                values[year] = known[period]
                break
    return values


def known_values(
    references: Optional[pd.DataFrame], level: str, indicator: str
) -> Optional[pd.DataFrame]:
    """The rows of one ``level`` and ``indicator`` that have a value, and those of new regions that
    can be worked out (``WORKED_OUT``); None without a table."""
    if references is None:
        return None
    table = references[(references["level"] == level) & (references["indicator"] == indicator)]
    table = table[table["value"].notna()].assign(**{WORKED_OUT: False})
    if level != REGION or "persons" not in table:
        return table
    made = [row for region in regions() if region.parts for row in _worked_out(table, region)]
    return pd.concat([table, pd.DataFrame(made)], ignore_index=True) if made else table


def _worked_out(table: pd.DataFrame, region: Region) -> List[Dict[str, object]]:
    """The rows of ``region`` in the periods that it has none in and all its parts have a value and
    numbers of persons in: the mean by persons."""
    own = set(table.loc[table["code"] == region.code, "period"])
    parts = table[table["code"].isin(region.parts) & (table["persons"] > 0)]
    rows: List[Dict[str, object]] = []
    for period, of_period in parts.groupby("period"):
        if period in own or set(of_period["code"]) != set(region.parts):
            continue
        persons = of_period["persons"].sum()
        value = (of_period["value"] * of_period["persons"]).sum() / persons
        about = of_period.iloc[0].to_dict()
        rows.append(
            {**about, "code": region.code, "value": value, "persons": persons, WORKED_OUT: True}
        )
    return rows


def level_name(level: str) -> str:
    """What a level of the reference table is called."""
    return {
        "nation": tr("nation"),
        "region": tr("region"),
        "municipality": tr("municipality"),
    }.get(level, level)


def _choose_code(table: pd.DataFrame, level: str, indicator: str, code: str) -> pd.DataFrame:
    codes = sorted(set(table["code"]))
    if code in codes:
        return table[table["code"] == code]
    if len(codes) < 2 and (not code or codes in ([], [""])):
        return table
    raise InputError(
        tr(
            "The reference table has {indicator} at the level {level} for the codes {codes}, not "
            "for {wanted}.",
            indicator=figure_name(indicator),
            level=level_name(level),
            codes=", ".join(one or tr("(none)") for one in codes),
            wanted=code or tr("an unknown region"),
        ),
        tr("Choose the municipality, so that its region is known, or give the rows of its region."),
    )
