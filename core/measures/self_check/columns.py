"""What the columns hold: whether they are filled, fit each other, and are the ones meant."""

from __future__ import annotations

from collections import Counter
from typing import Mapping, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import RegisterKind
from ...i18n import in_language, tr
from ...numbers import number
from .check import INFO, WARNING, CheckList
from .column_statistics import ColumnStatistics

ALIKE, MANY_ALIKE = 20, 0.01
"""No household has so many rows of a period, and so large a part of them."""
FEWEST_FOR_A_MEAN = 100
"""The mean of fewer cells says little about which way a column is coded."""


class PartsOverWholes:
    """Rows in which a part is larger than its whole."""

    def __init__(self, kind: RegisterKind):
        self._kind = kind
        self._rows: Counter = Counter()

    def see(self, table: pd.DataFrame) -> None:
        """Look at a table."""
        for part, whole in self._kind.parts:
            if part in table and whole in table:
                self._rows[(part, whole)] += int((table[part] > table[whole]).sum())

    def report(self, findings: CheckList) -> None:
        """Tell of such rows."""
        for (part, whole), rows in self._rows.items():
            if rows:
                findings.add(
                    "parts",
                    WARNING,
                    rows,
                    tr(
                        "In {count} rows {part} is larger than {whole}.",
                        count=number(rows),
                        part=part,
                        whole=whole,
                    ),
                    tr("Check that the two columns are mapped the right way round."),
                    field=part,
                )


class SharedHouseholds:
    """Households that too many rows are of. An identifier that a large part of the rows share is no
    household's: ``0`` may be written where there is none."""

    def __init__(self, kind: RegisterKind, statistics: ColumnStatistics):
        self._kind, self._statistics = kind, statistics
        self._rows: Counter = Counter()

    def see(self, table: pd.DataFrame) -> None:
        """Look at a table."""
        for name in self._kind.household:
            if name not in table or table[name].dtype != "uint64":
                continue
            for period, hashes in table[name].groupby(table["period"], observed=True):
                households, rows = np.unique(hashes.to_numpy(), return_counts=True)
                many = (rows >= ALIKE) & (households != 0)
                for household, number_of_rows in zip(households[many], rows[many]):
                    self._rows[(name, period, household)] += int(number_of_rows)

    def report(self, findings: CheckList) -> None:
        """Tell of such households, without saying which."""
        for (name, period, _), rows in self._rows.items():
            if rows >= MANY_ALIKE * self._statistics.rows[period]:
                findings.add(
                    "shared_id",
                    WARNING,
                    rows,
                    tr(
                        "{count} rows have one and the same {column}, and count as one household.",
                        count=number(rows),
                        column=name,
                    ),
                    tr("If it stands for none, leave those cells empty."),
                    period=period,
                    field=name,
                )


def report_filled(statistics: ColumnStatistics, kind: RegisterKind, findings: CheckList) -> None:
    """Tell which columns are empty, hold one value alone, or have cells without a value."""
    known = {column for column, _ in statistics.filled}
    filled = {name: statistics.filled_cells(name) for name in kind.names if name in known}
    titles = {name: in_language(kind.column(name).text) for name in filled}
    for name, cells in filled.items():
        if not cells:
            findings.add(
                "empty",
                WARNING,
                findings.total,
                tr("The column {name} is empty.", name=titles[name]),
                tr("Leave it unmapped, or map the right column."),
                field=name,
            )
    constant = [n for n, cells in filled.items() if cells > 1 and len(statistics.distinct[n]) < 2]
    if constant:
        findings.add(
            "constant",
            INFO,
            max(filled[name] for name in constant),
            tr(
                "The same value in every row: {names}.",
                names=", ".join(titles[name] for name in constant),
            ),
            tr("Check that the right columns are mapped to them."),
            field=", ".join(constant),
        )
    gaps = [
        f"{titles[name]} ({number(findings.total - cells)})"
        for name, cells in filled.items()
        if 0 < cells < findings.total
    ]
    if gaps:
        findings.add(
            "missing",
            INFO,
            0,
            tr("Rows without a value: {names}.", names=", ".join(gaps)),
            tr("They count as unknown where an indicator asks."),
        )


def report_means(statistics: ColumnStatistics, kind: RegisterKind, findings: CheckList) -> None:
    """Tell of columns whose mean is none that a whole municipality has."""
    _report_outside(
        statistics,
        kind.plausible,
        findings,
        tr("The column may be coded the other way round (1 for no), or be another one."),
    )
    _report_outside(
        statistics,
        {
            column.name: (column.usual[0], column.usual[1])
            for column in kind.columns
            if column.usual
        },
        findings,
        tr(
            "The numbers may be in another unit (thousands of kroner, a share for a percentage), "
            "or the "
            "column be another one."
        ),
    )


def _report_outside(
    statistics: ColumnStatistics,
    plausible: Mapping[str, Tuple[float, float]],
    findings: CheckList,
    next_step: str,
) -> None:
    for column, (low, high) in plausible.items():
        cells = statistics.filled_cells(column)
        if cells < FEWEST_FOR_A_MEAN:
            continue
        mean = statistics.mean(column)
        if not low <= mean <= high:
            findings.add(
                "direction",
                WARNING,
                cells,
                tr(
                    "The mean of {column} is {mean}; a whole municipality lies between {low} and "
                    "{high}.",
                    column=column,
                    mean=number(mean, 2),
                    low=number(low, 2),
                    high=number(high, 2),
                ),
                next_step,
                field=column,
            )
