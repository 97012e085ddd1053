"""A piece of a register, looked at once by everything that adds it up."""

from __future__ import annotations

from typing import Dict, Mapping

import numpy as np
import pandas as pd

from ...catalogue.indicators.breakdowns import Breakdown
from ..plan.terms import Rows
from ..table_periods import TablePeriods
from .masks import Masks


class Piece:
    """Some rows of a register.

    Args:
        table: the rows. masks: the filters over them.
        atoms: the atom of each row. periods: each period with its rows.
        groups: breakdown → the group number of each row; ``WHOLE`` is not among them.
    """

    def __init__(
        self,
        table: pd.DataFrame,
        masks: Masks,
        atoms: np.ndarray,
        periods: TablePeriods,
        groups: Mapping[Breakdown, np.ndarray],
    ):
        self.table, self.atoms, self.periods, self.groups = table, atoms, periods, groups
        self._masks = masks
        self._counted: Dict[Rows, np.ndarray] = {}

    def counted(self, rows: Rows) -> np.ndarray:
        """The positions of the rows that count, ascending."""
        found = self._counted.get(rows)
        if found is None:
            found = self._counted[rows] = np.flatnonzero(self._masks.rows(rows))
        return found

    def values(self, column: str) -> np.ndarray:
        """A column as numbers (float64)."""
        return self.table[column].to_numpy(dtype="float64")
