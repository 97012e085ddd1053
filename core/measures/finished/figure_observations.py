"""Finished figures as observations: matched to areas by code, or carried over from other areas."""

from __future__ import annotations

from typing import Optional, Sequence

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...catalogue.indicators.definitions import Indicator
from ...i18n import tr
from ...numbers import number
from ...progress import Progress
from ..observations import COLUMNS, FINISHED, HIDDEN, NO_DENOMINATOR, NOBODY, UNKNOWN
from .carrying_over import carried_over
from .codes import areas_of
from .unit_map import by_units, refuse_twice

MOST_NAMED = 5


def observations_of_figures(
    figures: pd.DataFrame,
    area_set: AreaSet,
    indicators: Sequence[Indicator],
    vintage: str,
    progress: Progress,
    own_areas: Optional[AreaSet] = None,
    units: Optional[pd.DataFrame] = None,
) -> pd.DataFrame:
    """Observations (``observations.COLUMNS``) of ``figures`` (as ``completed`` gives them) for
    ``area_set``.

    Args:
        own_areas: the areas the figures are of, where they are others than those of ``area_set``:
            counts are then shared out by area, and percentages worked out anew.
        units: where the figures are of other units than areas, which areas these lie in
            (``figure_map.COLUMNS``).
    Raises:
        InputError: an area or unit stands twice, or a percentage without denominator would have
            to be carried over or added up.
    """
    if units is not None:
        found = by_units(figures, units, area_set, indicators, progress)
    else:
        found = _placed(figures, own_areas or area_set, progress)
    if own_areas is not None:
        found = carried_over(found, own_areas, area_set, indicators, progress)
    missing = found["value"].isna()
    plain = found["indicator"].isin([i.id for i in indicators if i.scale is None])
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
    positions = areas_of(figures["area_code"], area_set)
    found = figures[positions >= 0].assign(area=positions[positions >= 0])
    lost = sorted({str(code) for code in figures.loc[positions < 0, "area_code"]})
    if lost:
        progress.warn(
            tr(
                "{name}: {count} area codes of the finished figures are no areas of it ({codes}).",
                name=area_set.name,
                count=number(len(lost)),
                codes=", ".join(lost[:MOST_NAMED]) + (", …" if len(lost) > MOST_NAMED else ""),
            )
        )
    refuse_twice(found, ["area", "period", "indicator"])
    return found


def has_codes(figures: pd.DataFrame, area_set: AreaSet) -> bool:
    """Is any of the figures' area codes an area of ``area_set``?"""
    return bool((areas_of(figures["area_code"], area_set) >= 0).any())
