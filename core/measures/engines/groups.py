"""The groups of a breakdown, as numbers by row."""

from __future__ import annotations

from typing import Dict, List, Tuple

import numpy as np
import pandas as pd

from ...catalogue.indicators.breakdowns import Breakdown
from ...catalogue.indicators.facets import CROSSED_BY, Facet, unknown_group


class Groups:
    """The groups of one breakdown, in the order they are met; each keeps its number."""

    def __init__(self, breakdown: Breakdown):
        self.breakdown = breakdown
        self._numbers: Dict[str, int] = {} if breakdown else {"": 0}

    @property
    def names(self) -> List[str]:
        """The groups' codes, by number."""
        return list(self._numbers)

    def of(self, table: pd.DataFrame) -> np.ndarray:
        """The group number of each row."""
        code, names = np.zeros(len(table), dtype="int64"), [""]
        for facet in self.breakdown:
            part, part_names = _groups_of(facet, table[facet.column])
            code = code * len(part_names) + part
            names = [f"{a}{CROSSED_BY}{b}" if a else b for a in names for b in part_names]
        used, place = np.unique(code, return_inverse=True)
        numbers = [self._numbers.setdefault(names[c], len(self._numbers)) for c in used]
        return np.array(numbers, dtype="int64")[place]


def _groups_of(facet: Facet, values: pd.Series) -> Tuple[np.ndarray, List[str]]:
    """A number per row, and the groups' codes by number, the unknown last."""
    if facet.bands:
        codes = np.full(len(values), len(facet.bands), dtype="int64")
        numbers = values.to_numpy(dtype="float64")
        for position, (_, low, high) in enumerate(facet.bands):
            with np.errstate(invalid="ignore"):
                codes[(numbers >= low) & (numbers <= (np.inf if high is None else high))] = position
        return codes, [code for code, _, _ in facet.bands] + [unknown_group()]
    known = values.cat.categories.astype(str).tolist()
    codes = values.cat.codes.to_numpy().astype("int64")
    return np.where(codes < 0, len(known), codes), [*known, unknown_group()]
