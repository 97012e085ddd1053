"""What a figure was before it was revised."""

from __future__ import annotations

import pandas as pd

COLUMNS = ("area_id", "period", "value", "vintage")
ROUNDING = 1e-9


def earlier_figures(kept: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """The figures of earlier vintages that were others than what came after them.

    Args:
        kept: ``area_id``, ``period``, ``value`` (in the indicator's unit) and ``vintage`` (ISO
            date) of the earlier vintages, the oldest first. now: the same of what is in force,
            whose vintage is not asked for.
    Returns:
        DataFrame ``COLUMNS`` by area and period, the oldest first.
    """
    known = kept.loc[kept["value"].notna(), list(COLUMNS)]
    after = now.loc[now["period"].isin(set(known["period"])), ["area_id", "period", "value"]]
    every = pd.concat([known, after], ignore_index=True)
    every = every.sort_values(["area_id", "period"], kind="stable", ignore_index=True)
    following = every.groupby(["area_id", "period"], sort=False)["value"].shift(-1)
    revised = every["vintage"].notna() & ((every["value"] - following).abs() > ROUNDING)
    return every.loc[revised, list(COLUMNS)].reset_index(drop=True)
