"""Observations and references of a small municipality, as the readings of the law are tried on."""

from __future__ import annotations

import numpy as np
import pandas as pd
from geofa_sociodemografi.core.catalogue.law.rule_sets import rule_set

NAN = np.nan
RULES = rule_set("2021")
COLUMNS = ["area_id", "period", "indicator", "value", "numerator", "denominator", "status"]


def observed(*rows):
    """(area, period, indicator, value[, denominator[, status]])."""
    full = [(*row, *(NAN, "finished")[len(row) - 4 :]) for row in rows]
    return pd.DataFrame([(a, p, i, v, NAN, d, s) for a, p, i, v, d, s in full], columns=COLUMNS)


def held(nation=None, region=None, code="1083"):
    """Period → the national share of convicted, and the region's income."""
    return pd.DataFrame(
        [("nation", "", p, "convicted", v) for p, v in (nation or {}).items()]
        + [("region", code, p, "income", v) for p, v in (region or {}).items()],
        columns=["level", "code", "period", "indicator", "value"],
    )


YEARS = {"2023": 2.6, "2024": 2.2, "2025": 2.4}
NATION = {"2023": 0.7, "2024": 0.7, "2025": 0.7}
REGION = {"2023": 380_000.0, "2024": 380_000.0, "2025": 380_000.0}


def municipality(*more, areas=("a", "b")):
    """Residents, origin and benefits of two Januaries, and yearly figures: what a municipality
    has."""
    rows = []
    for area in areas:
        for month in ("2025-01", "2026-01"):
            rows += [
                (area, month, "population", 2400, NAN, "counted"),
                (area, month, "nonwestern", 20.0, 2400, "counted"),
            ]
        for year, convicted in YEARS.items():
            rows += [
                (area, year, "convicted", convicted),
                (area, year, "basic_education", 65.0),
                (area, year, "income", 200_000.0),
            ]
    return observed(*rows, *more)


def only(table, area="a", period="2026-01"):
    return table.set_index(["area_id", "period"]).loc[(area, period)]
