"""Reference values: what the nation and the region have, by indicator and period."""

from __future__ import annotations

from typing import Dict, Optional, Sequence

import pandas as pd

from ..catalogue import files
from ..catalogue.indicators import all_indicators
from ..catalogue.regions import region_name, region_on
from ..catalogue.register_kinds import register_kind
from ..errors import InputError
from ..i18n import tr
from ..progress import Progress
from ..registers.periods import month_number, reference_date
from ..registers.sources import RegisterSource
from ..registers.table import read_table


def read_references(sources: Sequence[RegisterSource], progress: Progress) -> pd.DataFrame:
    """The reference values of ``sources``.

    Returns:
        DataFrame ``level`` (``nation``, ``region``, ``municipality``), ``code``, ``period``
        (``YYYY`` or ``YYYY-MM``), ``indicator``, ``value`` (percent or kroner).
    Raises:
        InputError: a column is missing or a cell cannot be read; names file, row and field.
    """
    table = read_table(register_kind("references"), sources, progress)
    table["indicator"] = table["indicator"].str.strip().str.lower()
    _check_indicators(table, progress)
    if "code" not in table:
        table["code"] = ""
    return table.fillna({"code": ""})[["level", "code", "period", "indicator", "value"]]


def _check_indicators(table: pd.DataFrame, progress: Progress) -> None:
    """Warn of indicators the catalogue does not know; refuse percentages outside 0-100."""
    unit = {indicator.id: indicator.unit for indicator in all_indicators()}
    unknown = sorted(set(table["indicator"].dropna()) - set(unit))
    if unknown:
        progress.warn(tr("The reference table names indicators that are not known and not used: {names}.",
                         names=", ".join(unknown)))
    percent = table["indicator"].map(unit) == "percent"
    wrong = table[percent & ~table["value"].between(0, 100) & table["value"].notna()]
    if len(wrong):
        row = wrong.iloc[0]
        raise InputError(
            tr("The reference table has {value} percent for {indicator} in {period}.", value=f"{row['value']:g}",
               indicator=row["indicator"], period=row["period"]),
            tr("Write percentages between 0 and 100, with a decimal comma in files with semicolons."),
        )


def _choose_code(table: pd.DataFrame, level: str, indicator: str, code: str) -> pd.DataFrame:
    codes = sorted(set(table["code"]))
    if code in codes:
        return table[table["code"] == code]
    if len(codes) < 2 and (not code or codes in ([], [""])):
        return table
    raise InputError(
        tr("The reference table has {indicator} at the level {level} for the codes {codes}, not for {wanted}.",
           indicator=indicator, level=level, codes=", ".join(codes), wanted=code or tr("an unknown region")),
        tr("Choose the municipality, so that its region is known, or give the rows of its region."),
    )


def _month_known(period: str) -> str:
    """The month from which a reference is known: a month's own; for a year the January after it."""
    return period if len(period) > 4 else f"{int(period) + 1:04d}-01"


def reference_values(references: Optional[pd.DataFrame], level: str, indicator: str,
                     periods: Sequence[str], code: str = "") -> pd.Series:
    """The value of ``indicator`` at ``level`` for each of ``periods``: the latest known by then.

    A value is the figure of the year up to its month; a yearly value (``2025``) is known from the
    January after. How many months a value serves is said in the catalogue (``serves_months``). A region that
    has become part of another by the period is looked up as that one, and as itself where that one has no
    values.

    Returns:
        Series over ``periods`` (NaN where nothing serves).
    Raises:
        InputError: the table has other regions than ``code``, or several and none is asked for.
    """
    values = pd.Series(float("nan"), index=list(periods), dtype="float64")
    if references is None:
        return values
    table = references[(references["level"] == level) & (references["indicator"] == indicator)]
    table = table[table["value"].notna()]
    serves = files.read("registers/references.json")["serves_months"]
    span = serves.get(indicator, serves["default"])
    known_of: Dict[str, Dict[int, float]] = {}
    for period in periods:
        wanted = _code_at(code, level, period, table)
        if wanted not in known_of:
            chosen = _choose_code(table, level, indicator, wanted)
            known_of[wanted] = {month_number(_month_known(p)): v for p, v in zip(chosen["period"], chosen["value"])}
        age = {month_number(period) - month: value for month, value in known_of[wanted].items()}
        serving = [months for months in age if 0 <= months < span]
        if serving:
            values[period] = age[min(serving)]
    return values


def old_regions(references: Optional[pd.DataFrame], periods: Sequence[str], code: str = "") -> Dict[str, str]:
    """The periods in which the region's income of ``reference_values`` is an old region's, though that has become part
    of another that the table has no values of; period → a sentence that says which."""
    found: Dict[str, str] = {}
    if references is None:
        return found
    table = references[(references["level"] == "region") & (references["indicator"] == "income")
                       & references["value"].notna()]
    codes = set(table["code"])
    asked = code or (next(iter(codes)) if len(codes) == 1 else "")
    for period in periods if asked in codes else ():
        now = region_on(asked, reference_date(period))
        if now is not None and now.code != asked and now.code not in codes:
            found[period] = tr("Income is held against {old}, which became part of {new} on {date}: the reference "
                               "table has no values of {new}.", old=region_name(asked), new=now.name,
                               date=now.valid_from)
    return found


def _code_at(code: str, level: str, period: str, table: pd.DataFrame) -> str:
    """The code of the region that ``code`` is part of in ``period``, where the table has it."""
    region = region_on(code, reference_date(period)) if level == "region" and code else None
    return region.code if region is not None and region.code in set(table["code"]) else code
