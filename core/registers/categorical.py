"""Columns of few distinct values: the values once, and their places."""

from __future__ import annotations

from typing import Sequence, Union

import numpy as np
import pandas as pd

Values = Union[Sequence[object], "pd.Index"]


def categorical(codes: np.ndarray, values: Values, index: pd.Index) -> pd.Series:
    """A category column over ``index``: the place of each row's value in ``values`` (distinct),
    -1 where it is missing."""
    return pd.Series(
        pd.Categorical.from_codes(codes, categories=values),  # type: ignore[arg-type]
        index=index,
    )
