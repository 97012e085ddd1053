"""Reference values: what the nation and the region have, by indicator and period."""

from __future__ import annotations

from typing import Optional, Sequence

import pandas as pd

from ..catalogue.register_kinds import register_kind
from ..errors import InputError
from ..i18n import tr
from ..progress import Progress
from ..registers.canonical import to_canonical
from ..registers.mapping import complete_mapping
from ..registers.sources import RegisterSource

MAXIMUM_AGE_YEARS = 2


def read_references(sources: Sequence[RegisterSource], progress: Progress) -> pd.DataFrame:
    """The reference values of ``sources``.

    Returns:
        DataFrame ``level`` (``nation``, ``region``, ``municipality``), ``code``, ``period``
        (``YYYY`` or ``YYYY-MM``), ``indicator``, ``value`` (percent or kroner).
    Raises:
        InputError: a column is missing or a cell cannot be read; names file, row and field.
    """
    kind = register_kind("references")
    parts = []
    for source in sources:
        roles = complete_mapping({}, source.columns, kind, source.name)
        for column in kind.columns:
            if column.required and column.name not in roles:
                raise InputError(
                    tr("The reference table {file} has no column {column}.", file=source.name, column=column.name),
                    tr("It needs the columns level, period, indicator and value."),
                )
        for first_row, piece in source.pieces(roles, kind, progress):
            table = to_canonical(piece, kind, roles, source.name, first_row, kind.names)
            parts.append(table.astype({c: object for c in table if c != "value"}))
    table = pd.concat(parts, ignore_index=True)
    if "code" not in table:
        table["code"] = ""
    return table.fillna({"code": ""})[["level", "code", "period", "indicator", "value"]]


def _choose_code(table: pd.DataFrame, level: str, indicator: str, code: str) -> pd.DataFrame:
    codes = sorted(set(table["code"]))
    if len(codes) < 2:
        return table
    if code in codes:
        return table[table["code"] == code]
    raise InputError(
        tr("The reference table has {indicator} for several areas at the level {level}: {codes}.",
           indicator=indicator, level=level, codes=", ".join(codes)),
        tr("Choose the municipality, so that its region is known, or keep the rows of one area."),
    )


def reference_values(references: Optional[pd.DataFrame], level: str, indicator: str,
                     periods: Sequence[str], code: str = "") -> pd.Series:
    """The value of ``indicator`` at ``level`` for each of ``periods``: the latest not later than the period.

    A yearly value (``2025``) is the figure of that year and serves the periods after it: it counts
    as known from the end of the year. A value older than two years serves nobody.

    Returns:
        Series over ``periods`` (NaN where nothing serves).
    """
    empty = pd.Series(float("nan"), index=list(periods), dtype="float64")
    if references is None:
        return empty
    table = references[(references["level"] == level) & (references["indicator"] == indicator)]
    table = _choose_code(table[table["value"].notna()], level, indicator, code)
    known = {(p if len(p) > 4 else f"{p}-12"): v for p, v in zip(table["period"], table["value"])}
    for period in periods:
        month = period if len(period) > 4 else f"{period}-12"
        oldest = f"{int(month[:4]) - MAXIMUM_AGE_YEARS:04d}{month[4:]}"
        serving = [p for p in known if oldest < p <= month]
        if serving:
            empty[period] = known[max(serving)]
    return empty
