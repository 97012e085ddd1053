"""The values that columns of codes hold, and how often: met while a register is read."""

from __future__ import annotations

from collections import Counter
from typing import Dict, Mapping, Tuple

MOST_KEPT = 1000
"""No column of codes has so many values."""


class ValueCounts:
    """Column of the file and role → value → rows. Only columns whose values may be shown are
    counted, see ``columns.translation``."""

    def __init__(self) -> None:
        self.values: "Dict[Tuple[str, str], Counter[str]]" = {}
        self.files: Dict[Tuple[str, str, str], Dict[str, None]] = {}

    def add(self, column: str, role: str, file: str, values: Mapping[str, int]) -> None:
        """Count the ``values`` (text → rows) of a piece of ``file``. Beyond ``MOST_KEPT`` values
        only the known ones go on."""
        known = self.values.setdefault((column, role), Counter())
        for value, rows in values.items():
            if value in known or len(known) <= MOST_KEPT:
                known[value] += rows
                self.files.setdefault((column, role, value), {})[file] = None
