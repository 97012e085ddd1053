"""What was placed, what was not, and what came twice, as rows of the table ``findings``."""

from __future__ import annotations

from typing import Iterator, Mapping, Tuple

import pandas as pd

from ...measures.findings import Findings

Row = Tuple[str, str, str, int]
"""Area set and period (empty: of all), what was found, and how many rows of the register."""


def findings_table(findings: Mapping[str, Findings]) -> pd.DataFrame:
    """The columns of ``findings`` without ``run``; ``findings`` by register."""
    rows = [(register, *row) for register, found in findings.items() for row in _rows(found)]
    return pd.DataFrame(rows, columns=["register", "area_set", "period", "finding", "persons"])


def _rows(found: Findings) -> Iterator[Row]:
    for period, count in found.rows.items():
        yield "", period, "rows", count
    for (area_set, period), count in found.placed.items():
        yield area_set, period, "placed", count
    for (area_set, period, reason), count in found.unplaced.items():
        yield area_set, period, reason, count
    for (period, column), count in found.missing.items():
        yield "", period, f"missing {column}", count
    for period, count in found.by_house.items():
        yield "", period, "by_house", count
    for period, count in found.by_zeros.items():
        yield "", period, "by_zeros", count
    for column, count in found.unreadable.items():
        yield "", "", f"unreadable {column}", count
    for problem in found.told:
        yield "", "", f"told {problem.reason} {problem.role}".strip(), problem.rows
    for repeat in found.repeats:
        where = " ".join(filter(None, (repeat.check, repeat.field, repeat.file)))
        yield "", ", ".join(repeat.periods), where, repeat.rows
