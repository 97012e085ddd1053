"""What can be worked out of finished figures, and what cannot be right in them."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

import numpy as np
import pandas as pd

from ...catalogue import files
from ...catalogue.indicators.definitions import Indicator
from ...catalogue.registers.marks import usual_of_unit
from ...errors import InputError
from ...i18n import tr
from ...progress import Progress

SLACK = 1e-9
"""What the arithmetic of doubles may add to a part."""
CONTRADICTION = 1.0
"""Percentage points by which a percentage may differ from its parts: sources round either."""


def completed(
    figures: pd.DataFrame, indicators: Sequence[Indicator], progress: Progress
) -> pd.DataFrame:
    """``figures`` (``figure_reader.COLUMNS``) of known indicators, each with what can be
    worked out.

    ``value`` of numerator and denominator, ``numerator`` of value and denominator, ``denominator``
    of value and numerator (where the value is not 0).

    Raises:
        InputError: a part is larger than its whole, a percentage outside 0-100, or figures that
            contradict each other by more than rounding; names area, period and indicator.
    """
    scale_of = {i.id: i.scale for i in indicators}
    unknown = sorted({str(name) for name in figures["indicator"]} - set(scale_of))
    if unknown:
        progress.warn(
            tr(
                "The finished figures name indicators that the catalogue does not have: {names}.",
                names=", ".join(unknown[:8]),
            )
        )
    table = figures[figures["indicator"].isin(list(scale_of))].copy()
    scale = table["indicator"].map(scale_of).astype("float64")
    percent = table["indicator"].isin([i.id for i in indicators if i.unit == "percent"])
    with np.errstate(invalid="ignore", divide="ignore"):
        worked_out = scale * table["numerator"] / table["denominator"]
        _refuse(
            table,
            percent & (table["numerator"] > table["denominator"] + SLACK),
            tr("the part is larger than the whole"),
        )
        _refuse(table, percent & (table["numerator"] < 0), tr("the part is negative"))
        _refuse(
            table,
            percent & ((table["value"] < 0) | (table["value"] > 100)),
            tr("the percentage is outside 0-100"),
        )
        _refuse(
            table,
            percent & ((worked_out - table["value"]).abs() > CONTRADICTION),
            tr("numerator, denominator and percentage contradict each other"),
        )
        plain = scale.isna()
        value = table["value"].where(
            table["value"].notna(), worked_out.where(~plain, table["numerator"])
        )
        numerator = table["numerator"].where(
            table["numerator"].notna(), table["value"] * table["denominator"] / scale
        )
        numerator = numerator.where(~plain | numerator.notna(), table["value"])
        implied = (scale * table["numerator"] / table["value"]).where(table["value"] != 0)
        denominator = table["denominator"].where(table["denominator"].notna(), implied)
    _tell_unusual(table, indicators, progress)
    return table.assign(value=value, numerator=numerator, denominator=denominator)


def _tell_unusual(table: pd.DataFrame, indicators: Sequence[Indicator], progress: Progress) -> None:
    """Warn of figures that seem to be written in another unit: thousands of kroner, shares for
    percentages."""
    given = table[table["value"].notna() & table["numerator"].isna()]
    for indicator in indicators:
        values = given.loc[given["indicator"] == indicator.id, "value"].to_numpy()
        of_unit: Mapping[str, Any] = usual_of_unit(indicator.unit)
        usual = of_unit.get("usual")
        if len(values) and usual and not usual[0] <= np.median(values) <= usual[1]:
            progress.warn(
                tr(
                    "The finished figures of {indicator} are {value} as a rule, which is unusual. "
                    "Check their "
                    "unit.",
                    indicator=indicator.id,
                    value=f"{np.median(values):.10g}",
                )
            )
        if indicator.unit == "percent" and _are_shares(values) and not _may_be_small(indicator):
            progress.warn(
                tr(
                    "All finished figures of {indicator} are at most 1 percent. If they are "
                    "shares, write "
                    "them as percentages (0.605 as 60.5).",
                    indicator=indicator.id,
                )
            )


def _are_shares(values: np.ndarray) -> bool:
    """Are they several numbers of at most 1, with more decimals than most percentages have?"""
    return bool(
        (values > 0).sum() > 1
        and values.max() <= 1
        and (np.abs(np.round(values, 1) - values) > SLACK).any()
    )


def _may_be_small(indicator: Indicator) -> bool:
    """Is the figure of the whole nation below 1 percent at times?"""
    span = files.read("registers/references.json")["spans"]["of_indicator"].get(indicator.id)
    return span is not None and span[0] < 1


def _refuse(table: pd.DataFrame, wrong: pd.Series, message: str) -> None:
    if wrong.any():
        row = table[wrong].iloc[0]
        raise InputError(
            tr(
                "Finished figures, area {area}, {period}, {indicator}: {message}.",
                area=row["area_code"],
                period=row["period"],
                indicator=row["indicator"],
                message=message,
            ),
            tr("Correct the figures, or the choice of columns."),
        )
