"""Figures of the law for an area that meets none of its criteria, but for what is said."""

from __future__ import annotations

import numpy as np
import pandas as pd

NAN = np.nan
SAFE = {
    "population": 2000.0,
    "nonwestern": 10.0,
    "no_work": 10.0,
    "convicted": 0.5,
    "basic_education": 20.0,
    "income": 90.0,
    "convicted_national": 0.7,
    "no_work_denominator": 1000.0,
    "convicted_denominator": 1500.0,
    "basic_education_denominator": 700.0,
}


def figures(*rows):
    """A row for each of ``rows``, which say what is otherwise."""
    return pd.DataFrame(
        [{"area_id": "a", "period": "2026-01", "year": 2026, **SAFE, **row} for row in rows]
    )
