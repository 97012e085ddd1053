"""Which rows of a register's table are of which period."""

from __future__ import annotations

from typing import List, Optional, Tuple

import numpy as np
import pandas as pd

TablePeriods = List[Tuple[str, Optional[np.ndarray]]]
"""Each period of a table with its rows (None: all of them)."""


def periods_of(table: pd.DataFrame) -> TablePeriods:
    """The periods of ``table`` and their rows."""
    column = table["period"].cat
    codes = column.codes.to_numpy()
    used = np.unique(codes)
    if len(used) == 1:
        return [(column.categories[used[0]], None)]
    return [(column.categories[code], np.flatnonzero(codes == code)) for code in used]
