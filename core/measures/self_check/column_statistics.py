"""What stands in a register: per period how many rows, and per column how much and what."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Dict, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import RegisterKind
from ..table_periods import periods_of


class ColumnStatistics:
    """What a pass over a register saw: per period how many rows, and per column what stands in
    it."""

    def __init__(self, kind: RegisterKind):
        self._followed = {
            c.name for c in kind.columns if c.type in ("code", "education") and not c.hidden
        }
        self.rows: Counter = Counter()
        self.filled: Counter = Counter()
        self.sums: Dict[Tuple[str, str], float] = defaultdict(float)
        self.codes: Dict[Tuple[str, str], Counter] = defaultdict(Counter)
        self.distinct: Dict[str, set] = defaultdict(set)
        self.numeric: set = set()

    def add(self, table: pd.DataFrame) -> None:
        """Add a table with canonical columns."""
        for period, part in periods_of(table):
            rows = table if part is None else table.iloc[part]
            self.rows[period] += len(rows)
            for column in map(str, rows):
                if column != "period":
                    self._column(column, period, rows[column])

    def _column(self, column: str, period: str, values: pd.Series) -> None:
        key = (column, period)
        if values.dtype.kind == "u":
            there = values[values != 0]
            self.filled[key] += len(there)
            self._meet(column, there)
            return
        self.filled[key] += int(values.notna().sum())
        self._meet(column, values.dropna())
        if values.dtype.kind == "f":
            self.numeric.add(column)
            self.sums[key] += float(np.nansum(values.to_numpy()))
        elif column in self._followed:
            self.codes[key].update(values.value_counts().to_dict())

    def _meet(self, column: str, values: pd.Series) -> None:
        """Note two different values of ``column``; more are not kept."""
        if len(self.distinct[column]) < 2:
            self.distinct[column] |= set(values.unique()[:2])

    def filled_cells(self, column: str) -> int:
        """The cells of ``column`` that have a value, over all periods."""
        return sum(cells for (name, _), cells in self.filled.items() if name == column)

    def mean(self, column: str) -> float:
        """The mean of a numeric ``column`` with values, over all periods."""
        total = sum(value for (name, _), value in self.sums.items() if name == column)
        return total / self.filled_cells(column)

    def series(self) -> Dict[Tuple[str, str], Dict[str, float]]:
        """(column, what) → period → figure, for the search for jumps; the rows go by ("",
        "rows")."""
        found: Dict[Tuple[str, str], Dict[str, float]] = defaultdict(dict)
        for period, rows in self.rows.items():
            found[("", "rows")][period] = float(rows)
        for (column, period), filled in self.filled.items():
            found[(column, "filled")][period] = filled / self.rows[period]
            if column in self.numeric and filled:
                found[(column, "mean")][period] = self.sums[(column, period)] / filled
        for (column, period), codes in self.codes.items():
            for code, rows in codes.items():
                found[(column, f"= {code}")][period] = rows / self.rows[period]
        return found
