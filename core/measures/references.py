"""Reference values: what the nation and the region have, by indicator and period."""

from __future__ import annotations

from typing import Any, Dict, Hashable, Mapping, Optional, Sequence

import pandas as pd

from ..catalogue import files
from ..catalogue.indicators.definitions import all_indicators
from ..catalogue.law.regions import region_name, region_on
from ..catalogue.registers.kinds import register_kind
from ..errors import InputError
from ..i18n import tr
from ..numbers import shortest
from ..periods import as_month, is_year, month_number, reference_date, years_before
from ..progress import Progress
from ..registers.sources import RegisterSource
from ..registers.tables.table import read_table


def read_references(sources: Sequence[RegisterSource], progress: Progress) -> pd.DataFrame:
    """The reference values of ``sources``.

    Returns:
        DataFrame ``level`` (``nation``, ``region``, ``municipality``), ``code``, ``period``
        (``YYYY`` or ``YYYY-MM``), ``indicator``, ``value`` (percent or kroner).
    Raises:
        InputError: a column is missing, a cell cannot be read, a value is none that its indicator
            can have, or two rows give one value differently; names file, row and field.
    """
    table = read_table(register_kind("references"), sources, progress, placed=True)
    table["indicator"] = table["indicator"].str.strip().str.lower()
    if "code" not in table:
        table["code"] = ""
    table = table.fillna({"code": ""})
    table.loc[table["level"] == "nation", "code"] = (
        ""  # there is one nation, whatever its code is written as
    )
    table = _whole_rows(table, progress)
    unknown = _tell_unknown(table, progress)
    table = table.drop(index=unknown.index)
    _check_spans(table)
    table = pd.concat([_each_once(table, progress), unknown]).sort_index(ignore_index=True)
    return table[["level", "code", "period", "indicator", "value"]]


def _whole_rows(table: pd.DataFrame, progress: Progress) -> pd.DataFrame:
    """The rows that say what their value is of; those that do not are counted aloud."""
    lacking = table[["level", "period", "indicator"]].isna().any(axis=1)
    if lacking.any():
        first = table[lacking].iloc[0]
        progress.warn(
            tr(
                "{count} rows of the reference table lack level, period or indicator and are not "
                "used; the "
                "first is row {row} of {file}.",
                count=int(lacking.sum()),
                row=first["row"],
                file=first["file"],
            )
        )
    return table[~lacking]


def _tell_unknown(table: pd.DataFrame, progress: Progress) -> pd.DataFrame:
    """The rows of indicators that the catalogue does not know, counted aloud."""
    unknown = table[~table["indicator"].isin([indicator.id for indicator in all_indicators()])]
    if len(unknown):
        progress.warn(
            tr(
                "{count} rows of the reference table name indicators that are not known and are "
                "not used: "
                "{names}; the first is row {row} of {file}.",
                count=len(unknown),
                names=", ".join(sorted(set(unknown["indicator"]))),
                row=unknown.iloc[0]["row"],
                file=unknown.iloc[0]["file"],
            )
        )
    return unknown


def _check_spans(table: pd.DataFrame) -> None:
    """Refuse the first value outside what its indicator can have (``spans`` of the catalogue)."""
    spans = files.read("registers/references.json")["spans"]
    units = {indicator.id: indicator.unit for indicator in all_indicators()}
    for row in table[table["value"].notna()].to_dict("records"):
        indicator, value = row["indicator"], float(row["value"])
        named = spans["of_indicator"].get(indicator)
        least, most = named or spans["of_unit"][units[indicator]]
        if not least <= value <= most and (value != 0 or named):
            raise InputError(
                _at(
                    row,
                    tr(
                        "{value} {unit} for {indicator} in {period} cannot be right; it lies "
                        "between {least} and "
                        "{most}",
                        value=shortest(value),
                        unit=_unit(units[indicator]),
                        indicator=indicator,
                        period=row["period"],
                        least=shortest(least),
                        most=shortest(most),
                    ),
                ),
                _way_on(value, units[indicator], least, most),
            )


def _at(row: "Mapping[Hashable, Any] | pd.Series", message: str) -> str:
    return tr(
        "{file}, row {row}, field {field}: {message}{more}.",
        file=row["file"],
        row=row["row"],
        field="value",
        message=message,
        more="",
    )


def _unit(unit: str) -> str:
    return {"percent": tr("percent"), "kroner": tr("kroner")}.get(unit, unit)


def _way_on(value: float, unit: str, least: float, most: float) -> str:
    if unit == "percent" and least <= 100 * value <= most:
        return tr(
            "It looks like a share. Write it in percent: {value}.", value=shortest(100 * value)
        )
    if unit == "kroner" and least <= 1000 * value <= most:
        return tr(
            "It looks like thousands. Write it in kroner: {value}.", value=f"{1000 * value:.0f}"
        )
    return tr(
        "Correct the value, with a decimal comma in files with semicolons, or take the row out."
    )


def _each_once(table: pd.DataFrame, progress: Progress) -> pd.DataFrame:
    """``table`` without rows that repeat another; two that give one value differently are
    refused."""
    key = ["level", "code", "period", "indicator"]
    known = table[table["value"].notna()]
    first = known.groupby(key, dropna=False, sort=False)["value"].transform("first")
    if (known["value"] != first).any():
        later = known[known["value"] != first].iloc[0]
        earlier = known[(known[key] == later[key]).all(axis=1)].iloc[0]
        raise InputError(
            _at(
                later,
                tr(
                    "{indicator} in {period} is {value} here and {other} in row {row} of {file}",
                    indicator=later["indicator"],
                    period=later["period"],
                    value=shortest(later["value"]),
                    other=shortest(earlier["value"]),
                    row=earlier["row"],
                    file=earlier["file"],
                ),
            ),
            tr("Keep the row that is right, and take the other out."),
        )
    again = known[known.duplicated(key)]
    if len(again):
        progress.warn(
            tr(
                "{count} rows of the reference table repeat another with the same value and are "
                "used once; "
                "the first is row {row} of {file}.",
                count=len(again),
                row=again.iloc[0]["row"],
                file=again.iloc[0]["file"],
            )
        )
    empty = table[table["value"].isna()]
    if len(empty):
        progress.warn(
            tr(
                "{count} rows of the reference table have no value and are not used; the first is "
                "row {row} "
                "of {file}.",
                count=len(empty),
                row=empty.iloc[0]["row"],
                file=empty.iloc[0]["file"],
            )
        )
    return pd.concat([known.drop_duplicates(key), empty])


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
            indicator=indicator,
            level=level,
            codes=", ".join(codes),
            wanted=code or tr("an unknown region"),
        ),
        tr("Choose the municipality, so that its region is known, or give the rows of its region."),
    )


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
    looked up as that one, and as itself where that one has no values (``old_regions`` says so).

    Returns:
        Series over ``periods`` (NaN where nothing serves).
    Raises:
        InputError: the table has other regions than ``code``, or several and none is asked for.
    """
    values = pd.Series(float("nan"), index=list(periods), dtype="float64")
    table = _known_values(references, level, indicator)
    if table is None:
        return values
    serves = files.read("registers/references.json")["serves_months"]
    span = serves.get(indicator, serves["default"])
    known_of: Dict[str, Dict[int, float]] = {}
    for period in periods:
        wanted = _code_at(code, level, period, table)
        if wanted not in known_of:
            chosen = _choose_code(table, level, indicator, wanted)
            by_length = chosen.sort_values(
                "period", key=lambda periods: periods.str.len(), kind="stable"
            )
            known_of[wanted] = {
                month_number(_month_known(p)): v
                for p, v in zip(by_length["period"], by_length["value"])
            }
        age = {month_number(period) - month: value for month, value in known_of[wanted].items()}
        serving = [months for months in age if 0 <= months < span]
        if serving:
            values[period] = age[min(serving)]
    return values


def values_of_years(
    references: Optional[pd.DataFrame],
    level: str,
    indicator: str,
    years: Sequence[str],
    judged: str,
    code: str = "",
) -> pd.Series:
    """The ``indicator`` of the nation or a region of whole ``years`` (``2025``) themselves.

    The year's own value; where there is none the January after's or the December's, which are of
    the year up to them. No other year serves. The region is that of the period ``judged``, as in
    ``reference_values``.

    Returns:
        Series over ``years`` (NaN where there is none).
    Raises:
        InputError: the table has other regions than ``code``, or several and none is asked for.
    """
    values = pd.Series(float("nan"), index=list(years), dtype="float64")
    table = _known_values(references, level, indicator)
    if table is None:
        return values
    chosen = _choose_code(table, level, indicator, _code_at(code, level, judged, table))
    known = dict(zip(chosen["period"], chosen["value"]))
    for year in values.index:
        for period in (year, as_month(years_before(year, -1)), f"{year}-12"):
            if period in known:
                values[year] = known[period]
                break
    return values


def _known_values(
    references: Optional[pd.DataFrame], level: str, indicator: str
) -> Optional[pd.DataFrame]:
    """The rows of one ``level`` and ``indicator`` that have a value; None without a table."""
    if references is None:
        return None
    table = references[(references["level"] == level) & (references["indicator"] == indicator)]
    return table[table["value"].notna()]


def old_regions(
    references: Optional[pd.DataFrame], indicator: str, periods: Sequence[str], code: str = ""
) -> Dict[str, str]:
    """The periods in which the region's ``indicator`` of ``reference_values`` is an old region's,
    though that has become part of another that the table has no values of; period → a sentence that
    says which."""
    found: Dict[str, str] = {}
    if references is None:
        return found
    table = references[
        (references["level"] == "region")
        & (references["indicator"] == indicator)
        & references["value"].notna()
    ]
    codes = set(table["code"])
    asked = code or (next(iter(codes)) if len(codes) == 1 else "")
    for period in periods if asked in codes else ():
        now = region_on(asked, reference_date(period))
        if now is not None and now.code != asked and now.code not in codes:
            found[period] = tr(
                "Income is held against {old}, which became part of {new} on {date}: the reference "
                "table has no values of {new}.",
                old=region_name(asked),
                new=now.name,
                date=now.valid_from,
            )
    return found


def _code_at(code: str, level: str, period: str, table: pd.DataFrame) -> str:
    """The code of the region that ``code`` is part of in ``period``, where the table has it."""
    region = region_on(code, reference_date(period)) if level == "region" and code else None
    return region.code if region is not None and region.code in set(table["code"]) else code
