"""Which periods the rows are of, and at which days they are counted."""

from __future__ import annotations

from typing import Dict, Set

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import RegisterKind
from ...i18n import in_language, tr
from ...numbers import number
from ...periods import is_year, month_number, month_numbers, months_between, period_text
from ..findings import day_sentences
from .check import INFO, WARNING, CheckList
from .column_statistics import ColumnStatistics

MONTHS_SHOWN = 12


class OtherMonths:
    """Rows of what happens (moves, events) whose date lies in another month than their period: the
    column with the period goes before the date."""

    def __init__(self, kind: RegisterKind):
        self._date, self._rows = kind.period_from, 0

    def see(self, table: pd.DataFrame) -> None:
        """Look at a table."""
        if self._date not in table:
            return
        periods = table["period"].cat
        codes = periods.codes.to_numpy()  # −1, a row without a period, reads the last entry
        months = np.array([*map(month_number, periods.categories), -1])[codes]
        monthly = np.array([*(not is_year(period) for period in periods.categories), False])[codes]
        happened = month_numbers(table[self._date])
        other = happened.notna().to_numpy() & (happened.to_numpy() != months)
        self._rows += int((monthly & other).sum())

    def report(self, findings: CheckList) -> None:
        """Tell of such rows."""
        if self._rows:
            findings.add(
                "other_month",
                WARNING,
                self._rows,
                tr(
                    "The date of {count} rows lies in another month than their period, which they "
                    "are counted in.",
                    count=number(self._rows),
                ),
                tr("Leave the column with the period unmapped, where the date is right."),
            )


class ReferenceDays:
    """The days at which rows are counted."""

    def __init__(self, kind: RegisterKind):
        self._kind = kind
        self._days: Dict[str, Set[str]] = {}

    def see(self, table: pd.DataFrame) -> None:
        """Look at a table."""
        for period, days in table.attrs["days"].items():
            self._days.setdefault(period, set()).update(days)

    def report(self, findings: CheckList) -> None:
        """Tell of days that are not the first of their month."""
        for text, grave in day_sentences(self._days, in_language(self._kind.text).lower()):
            findings.add(
                "reference_day",
                WARNING if grave else INFO,
                0,
                text,
                tr("Nothing, where that is as it should be."),
            )


def report_missing_months(
    statistics: ColumnStatistics, kind: RegisterKind, findings: CheckList
) -> None:
    """Tell which months are missing between the first and the last, of what stands at a date; but a
    register of one and the same month of every year lacks none."""
    months = sorted(period for period in statistics.rows if not is_year(period))
    if kind.flow or len(months) < 3:
        return
    between = months_between(months[0], months[-1])
    gaps = [period for period in between if period not in statistics.rows]
    yearly = len({period[4:] for period in months}) == 1
    if gaps and not yearly:
        findings.add(
            "missing_periods",
            WARNING,
            0,
            tr(
                "{count} months between {first} and {last} are missing: {months}.",
                count=number(len(gaps)),
                first=period_text(months[0]),
                last=period_text(months[-1]),
                months=", ".join(map(period_text, gaps[:MONTHS_SHOWN])),
            ),
            tr("Add the months' files. Figures over several months will lack them."),
        )
