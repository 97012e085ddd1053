"""Finished figures as observations: matched to areas by code, or carried over from other areas by
size.

A percentage can be carried over only with its denominator: the mean of two percentages is not the
percentage of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Dict, List, Mapping, Optional, Sequence, Set

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from ..areas.overlap import shares_of_areas
from ..catalogue import files
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.registers.marks import usual_of_unit
from ..errors import InputError
from ..i18n import in_language, tr
from ..numbers import number
from ..progress import Progress
from ..registers.written.keys import whole_number
from .observations import COLUMNS, FINISHED, HIDDEN, NO_DENOMINATOR, NOBODY, UNKNOWN

SLACK, SLIVER = 1e-9, 1e-3


def completed(
    figures: pd.DataFrame, indicators: Sequence[Indicator], progress: Progress
) -> pd.DataFrame:
    """``figures`` (``registers.tables.figures.COLUMNS``) of known indicators, each with what can be
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
            percent & ((worked_out - table["value"]).abs() > 1.0),
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
        usual = usual_of_unit(indicator.unit).get("usual")
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
    """Are they several numbers of at most 1, with more decimals than percentages are given with?"""
    return bool(
        (values > 0).sum() > 1
        and values.max() <= 1
        and (np.abs(np.round(values, 2) - values) > SLACK).any()
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


def observations_of_figures(
    figures: pd.DataFrame,
    area_set: AreaSet,
    indicators: Sequence[Indicator],
    vintage: str,
    progress: Progress,
    own_areas: Optional[AreaSet] = None,
) -> pd.DataFrame:
    """Observations (``observations.COLUMNS``) of ``figures`` (as ``completed`` gives them) for
    ``area_set``.

    Args:
        own_areas: the areas the figures are of, where they are others than those of ``area_set``:
            counts are then shared out by area, and percentages worked out anew.
    Raises:
        InputError: an area stands twice, or a percentage without denominator would have
            to be carried over.
    """
    found = _placed(figures, own_areas or area_set, progress)
    if own_areas is not None:
        found = _carried_over(found, own_areas, area_set, indicators, progress)
    missing, plain = (
        found["value"].isna(),
        found["indicator"].isin([i.id for i in indicators if i.scale is None]),
    )
    status = np.select(
        [
            missing & found["hidden"],
            missing & (found["denominator"] == 0),
            missing,
            found["denominator"].isna() & ~plain,
        ],
        [HIDDEN, NOBODY, UNKNOWN, NO_DENOMINATOR],
        FINISHED,
    ).astype(object)
    return pd.DataFrame(
        {
            "area_id": np.array(area_set.area_ids, dtype=object)[found["area"]],
            "period": found["period"].to_numpy(),
            "indicator": found["indicator"].to_numpy(),
            "numerator": found["numerator"].to_numpy(),
            "denominator": found["denominator"].to_numpy(),
            "value": found["value"].to_numpy(),
            "persons": found["denominator"].to_numpy(),
            "households": np.full(len(found), np.nan),
            "status": status,
            "vintage": vintage,
        },
        columns=list(COLUMNS),
    )


def _placed(figures: pd.DataFrame, area_set: AreaSet, progress: Progress) -> pd.DataFrame:
    """The figures of the areas of ``area_set``, with ``area`` (position); each area's once."""
    positions = _positions(figures["area_code"], area_set)
    found = figures[positions >= 0].assign(area=positions[positions >= 0])
    lost = int(figures.loc[positions < 0, "area_code"].nunique())
    if lost:
        progress.warn(
            tr(
                "{name}: {count} area codes of the finished figures are no areas of it.",
                name=area_set.name,
                count=number(lost),
            )
        )
    twice = found[found.duplicated(["area", "period", "indicator"])]
    if len(twice):
        row = twice.iloc[0]
        raise InputError(
            tr(
                "The finished figures have {indicator} of area {area} in {period} more than once.",
                indicator=row["indicator"],
                area=row["area_code"],
                period=row["period"],
            ),
            tr("Keep one row for each area, period and indicator."),
        )
    return found


def has_codes(figures: pd.DataFrame, area_set: AreaSet) -> bool:
    """Is any of the figures' area codes an area of ``area_set``?"""
    return bool((_positions(figures["area_code"], area_set) >= 0).any())


def _positions(codes: pd.Series, area_set: AreaSet) -> np.ndarray:
    """The area of each code: by id, ``objekt_id`` or name, else without zeros in front where one
    alone has it so."""
    exact: Dict[str, int] = {}
    bare: Dict[str, Set[int]] = defaultdict(set)
    for column in ("area_id", "objekt_id", "name"):
        for position, text in enumerate(area_set.areas[column].astype(str)):
            if text:
                exact.setdefault(text, position)
                bare[text.lstrip("0")].add(position)
    alone = {text: next(iter(areas)) for text, areas in bare.items() if text and len(areas) == 1}
    texts = [
        text if text in exact else whole_number(text) for text in codes.astype(str).str.strip()
    ]
    return np.array(
        [exact.get(text, alone.get(text.lstrip("0"), -1)) for text in texts], dtype="int64"
    )


def _carried_over(
    figures: pd.DataFrame,
    own: AreaSet,
    target: AreaSet,
    indicators: Sequence[Indicator],
    progress: Progress,
) -> pd.DataFrame:
    """``figures`` of the areas ``own`` shared out among the areas of ``target`` by the size of what
    they share."""
    scale_of = {i.id: i.scale for i in indicators}
    name_of: Mapping[str, str] = {i.id: in_language(i.name) for i in indicators}
    needs = figures["indicator"].map(scale_of).notna()
    without = figures[
        needs & ~figures["hidden"] & (figures["denominator"].isna() | figures["numerator"].isna())
    ]
    if len(without):
        raise InputError(
            tr(
                "{indicator} is given for other areas and without denominators, so it cannot be "
                "carried over.",
                indicator=name_of[without.iloc[0]["indicator"]],
            ),
            tr("Give the denominators too, or figures for the areas themselves."),
        )
    shares = shares_of_areas(own, target, progress)
    touched = shares[shares["share"] > SLIVER].groupby("target")["own"].agg(set)
    joined = figures.rename(columns={"area": "own"}).merge(shares, on="own")
    joined[["numerator", "denominator"]] = joined[["numerator", "denominator"]].mul(
        joined["share"], axis=0
    )
    joined["hidden_share"] = joined["share"].where(joined["hidden"], 0.0)
    parts: List[pd.DataFrame] = []
    incomplete = 0
    for (period, indicator), group in joined.groupby(["period", "indicator"], sort=False):
        sums = group.groupby("target")[["numerator", "denominator", "hidden_share"]].sum(
            min_count=1
        )
        scale, given = scale_of[indicator], set(group["own"])
        lacking = np.array(
            [not touched.get(area, set()) <= given for area in sums.index], dtype=bool
        )
        incomplete += int(lacking.sum())
        sums.loc[lacking, ["numerator", "denominator"]] = np.nan
        sums["hidden"] = sums["hidden_share"] > 0
        sums[["numerator", "denominator"]] = sums[["numerator", "denominator"]].mask(sums["hidden"])
        with np.errstate(invalid="ignore", divide="ignore"):
            sums["value"] = (
                sums["numerator"]
                if scale is None
                else scale * sums["numerator"] / sums["denominator"]
            )
        sums["area_code"], sums["area"] = (
            np.array(target.area_ids, dtype=object)[sums.index],
            sums.index,
        )
        parts.append(sums.assign(period=period, indicator=indicator))
    progress.warn(
        tr(
            "Finished figures were carried over to {name} by area, as if people lived evenly.",
            name=target.name,
        )
    )
    if incomplete:
        progress.warn(
            tr(
                "{count} figures are missing in {name}: some of the areas they lie in have none.",
                count=number(incomplete),
                name=target.name,
            )
        )
    return pd.concat(parts, ignore_index=True)[list(figures.columns)] if parts else figures[:0]
