"""Finished figures of some areas shared out among others by the size of what they share.

A percentage can be carried over only with its denominator: the mean of two percentages is not the
percentage of the whole.
"""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...areas.overlap import shares_of_areas
from ...catalogue.indicators.definitions import Indicator
from ...errors import InputError
from ...i18n import in_language, tr
from ...numbers import number
from ...progress import Progress

SLIVER = 1e-3
"""A smaller share of an area is where two outlines were drawn apart, not what lies in it."""
AMOUNTS = ["numerator", "denominator"]


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
        InputError: a figure that is divided by something comes without its parts.
    """
    scale_of = {i.id: i.scale for i in indicators}
    _refuse_without_parts(figures, indicators)
    shares = shares_of_areas(own, target, progress)
    needed: Dict[int, Set[int]] = (
        shares[shares["share"] > SLIVER].groupby("target")["own"].agg(set).to_dict()
    )
    shared = figures.rename(columns={"area": "own"}).merge(shares, on="own")
    shared[AMOUNTS] = shared[AMOUNTS].mul(shared["share"], axis=0)
    shared["hidden_share"] = shared["share"].where(shared["hidden"], 0.0)
    codes = np.array(target.area_ids, dtype=object)
    parts: List[pd.DataFrame] = []
    incomplete = 0
    for (period, indicator), group in shared.groupby(["period", "indicator"], sort=False):
        sums, lacking = _summed(group, needed, scale_of[indicator])
        incomplete += lacking
        parts.append(
            sums.assign(
                area_code=codes[sums.index], area=sums.index, period=period, indicator=indicator
            )
        )
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


def _refuse_without_parts(figures: pd.DataFrame, indicators: Sequence[Indicator]) -> None:
    divided = figures["indicator"].isin([i.id for i in indicators if i.scale is not None])
    lacking = figures["denominator"].isna() | figures["numerator"].isna()
    without = figures[divided & ~figures["hidden"] & lacking]
    if len(without):
        name_of = {i.id: in_language(i.name) for i in indicators}
        raise InputError(
            tr(
                "{indicator} is given for other areas and without denominators, so it cannot be "
                "carried over.",
                indicator=name_of[without.iloc[0]["indicator"]],
            ),
            tr("Give the denominators too, or figures for the areas themselves."),
        )


def _summed(
    group: pd.DataFrame, needed: Mapping[int, Set[int]], scale: Optional[float]
) -> Tuple[pd.DataFrame, int]:
    """(by area of the target the sums of one period and indicator, in how many of them a part is
    lacking). An area of which any part is hidden is hidden."""
    sums = group.groupby("target")[[*AMOUNTS, "hidden_share"]].sum(min_count=1)
    given = set(group["own"])
    lacking = np.array([not needed.get(area, set()) <= given for area in sums.index], dtype=bool)
    hidden = sums["hidden_share"] > 0
    for amount in AMOUNTS:
        sums[amount] = sums[amount].mask(lacking | hidden)
    sums["hidden"] = hidden
    if scale is None:
        return sums.assign(value=sums["numerator"]), int(lacking.sum())
    with np.errstate(invalid="ignore", divide="ignore"):
        value = scale * sums["numerator"] / sums["denominator"]
    return sums.assign(value=value), int(lacking.sum())
