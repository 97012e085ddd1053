"""Finished figures of some areas shared out among others by the size of what they share."""

from __future__ import annotations

from typing import Sequence

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...areas.overlap import shares_of_areas, sizes
from ...catalogue.indicators.definitions import Indicator
from ...i18n import tr
from ...numbers import number
from ...progress import Progress
from .sharing_out import needed, refuse_what_cannot, shared_out, values_of

KEYS = ("period", "indicator")


def carried_over(
    figures: pd.DataFrame,
    own: AreaSet,
    target: AreaSet,
    indicators: Sequence[Indicator],
    progress: Progress,
) -> pd.DataFrame:
    """``figures`` of the areas ``own`` shared out among the areas of ``target``, as if people lived
    evenly: the same columns, ``area`` being the position in ``target``.

    Raises:
        InputError: a figure that is divided by something comes without its parts, or is a median.
    """
    refuse_what_cannot(figures, indicators)
    shares = shares_of_areas(own, target, progress)
    shares["weight"] = shares["share"] * sizes(own)[shares["own"]]
    shares["needed"] = needed(shares)
    found = added_up(figures.rename(columns={"area": "own"}), shares, target, indicators)
    progress.warn(
        tr(
            "Finished figures were carried over to {name} by area, as if people lived evenly.",
            name=target.name,
        )
    )
    incomplete = int(found["lacking"].sum())
    if incomplete:
        progress.warn(
            tr(
                "{count} figures are missing in {name}: some of the areas they lie in have none.",
                count=number(incomplete),
                name=target.name,
            )
        )
    return found.reindex(columns=list(figures.columns))


def added_up(
    figures: pd.DataFrame, shares: pd.DataFrame, target: AreaSet, indicators: Sequence[Indicator]
) -> pd.DataFrame:
    """``figures`` (``own``, and the columns of ``figure_reader.COLUMNS``) added up by the areas of
    ``target``, their values worked out anew. An area of which any part is hidden is hidden.

    Args:
        shares: as ``sharing_out.shared_out`` takes them, ``target`` being the position.
    Returns:
        ``area_code``, ``area`` (position), ``period``, ``indicator``, ``numerator``,
        ``denominator``, ``value``, ``hidden``, and ``lacking``: a part of it is not there or not
        known.
    """
    known = figures
    if len(figures):  # nobody there is a whole that is known, whatever its part is written as
        nobody = figures["numerator"].isna() & (figures["denominator"] == 0)
        known = figures.assign(numerator=figures["numerator"].mask(nobody, 0.0))
    sums = shared_out(known, shares, KEYS, marks=("hidden",))
    sums["lacking"] |= sums["numerator"].isna() & ~sums["hidden"]
    for amount in ("numerator", "denominator"):
        sums[amount] = sums[amount].mask(sums["lacking"] | sums["hidden"])
    codes = np.array(target.area_ids, dtype=object)
    return sums.assign(
        area_code=codes[sums["target"].to_numpy("int64")],
        area=sums["target"],
        value=values_of(sums["numerator"], sums["denominator"], sums["indicator"], indicators),
    )
