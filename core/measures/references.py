"""Reference values: what the nation and the region have, by indicator and period."""

from __future__ import annotations

from typing import Any, Hashable, Mapping, Sequence

import pandas as pd

from ..catalogue import files
from ..catalogue.indicators.definitions import all_indicators
from ..catalogue.law.measured import figure_name, law_indicators
from ..catalogue.registers.kinds import register_kind
from ..errors import InputError
from ..i18n import in_language, tr
from ..numbers import shortest
from ..periods import period_text
from ..progress import Progress
from ..registers.column_names import plain_name
from ..registers.indicator_names import indicators_by_name
from ..registers.sources import RegisterSource
from ..registers.tables.table import read_table


def read_references(sources: Sequence[RegisterSource], progress: Progress) -> pd.DataFrame:
    """The reference values of ``sources``.

    Returns:
        DataFrame ``level`` (``nation``, ``region``, ``municipality``), ``code``, ``period``
        (``YYYY`` or ``YYYY-MM``), ``indicator``, ``value`` (percent or kroner), ``persons`` (that
        it is the mean of; NaN where nobody says).
    Raises:
        InputError: a column is missing, a cell cannot be read, a value is none that its indicator
            can have, or two rows give one value differently; names file, row and field.
    """
    table = read_table(register_kind("references"), sources, progress, placed=True)
    table["indicator"] = _ids(table["indicator"])
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
    if "persons" not in table:
        table["persons"] = float("nan")
    return table[["level", "code", "period", "indicator", "value", "persons"]]


def _ids(named: "pd.Series[Any]") -> "pd.Series[Any]":
    """The indicators' ids, of ids or names in any language; a text that is neither as it stands."""
    ids = indicators_by_name({one.id: one for one in all_indicators()})
    found = {
        text: ids.get(plain_name(text), text.strip()) for text in named.dropna().unique().tolist()
    }
    return named.map(found)


def _known_names() -> str:
    """What the indicators that areas are judged by are called: those a reference table is for."""
    return "; ".join(in_language(one.name) for one in law_indicators())


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
                "{names}; the first is row {row} of {file}. The law's are called: {known}.",
                count=len(unknown),
                names="; ".join(sorted(set(unknown["indicator"]))),
                known=_known_names(),
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
                        indicator=figure_name(indicator),
                        period=period_text(row["period"]),
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
                    indicator=figure_name(later["indicator"]),
                    period=period_text(later["period"]),
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
