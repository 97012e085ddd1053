"""Figures that jump from one period to the next: much more than they have changed before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, Optional, Set

import numpy as np

from ...catalogue.registers.kinds import RegisterKind
from ...i18n import in_language, tr
from ...numbers import number
from .check import WARNING, CheckList
from .column_statistics import ColumnStatistics

STANDARD_DEVIATIONS = 3.0
FEWEST_CHANGES = 4
"""Changes before a change, that it can be held against."""
SMALLEST_JUMP = 0.02
"""Of a share in itself, of other figures in parts of them: what is less is no jump, however evenly
the figure has changed before."""


@dataclass(frozen=True)
class _Jump:
    period: str
    before: float
    after: float


def report_jumps(
    statistics: ColumnStatistics,
    earlier: Optional[ColumnStatistics],
    kind: RegisterKind,
    limit: float,
    findings: CheckList,
) -> None:
    """Tell of jumps in the new periods: those the delivery before (``earlier``) lacks, else the
    newest.

    How many rows there are, and how many cells are filled, is looked at in every period of a
    register of what stands at a date.

    Args:
        limit: how many standard deviations a change must be from the mean of those before.
    """
    before = {} if earlier is None else earlier.series()
    new = set(sorted(statistics.rows)[-1:])
    if earlier is not None:
        new = set(statistics.rows) - set(earlier.rows)
    for (column, what), figures in statistics.series().items():
        always = not kind.flow and what in ("rows", "filled")
        looked_at = new | set(figures) if always else new
        joined = {**before.get((column, what), {}), **figures}
        for jump in _jumps(joined, looked_at, limit, is_share=_is_share(what)):
            decimals = 0 if what == "rows" else 3
            findings.add(
                "jump",
                WARNING,
                0,
                tr(
                    "{name} goes from {before} to {after} in {period}: more than {limit} "
                    "standard deviations from "
                    "the changes before.",
                    name=_name(column, what, kind),
                    before=number(jump.before, decimals),
                    after=number(jump.after, decimals),
                    period=jump.period,
                    limit=number(limit, 1),
                ),
                tr("Check the delivery against the one before."),
                period=jump.period,
                field=column,
            )


def _jumps(
    figures: Dict[str, float], looked_at: Set[str], limit: float, is_share: bool
) -> Iterator[_Jump]:
    """The jumps of a series (period → figure) in the periods ``looked_at``."""
    periods = sorted(figures)
    values = np.array([figures[period] for period in periods])
    changes = np.diff(values)
    for position in range(FEWEST_CHANGES, len(changes)):
        period, value = periods[position + 1], values[position]
        if period not in looked_at:
            continue
        earlier = changes[:position]
        size = abs(changes[position] - float(np.mean(earlier)))
        least = SMALLEST_JUMP if is_share else SMALLEST_JUMP * abs(value)
        if size > limit * float(np.std(earlier, ddof=1)) and size > least:
            yield _Jump(period, value, values[position + 1])


def _is_share(what: str) -> bool:
    return what == "filled" or what.startswith("=")


def _name(column: str, what: str, kind: RegisterKind) -> str:
    if what == "rows":
        return tr("the number of rows")
    title = in_language(kind.column(column).text) if column in kind.names else column
    figure = {"filled": tr("share filled"), "mean": tr("mean")}.get(what, what)
    return f"{title} ({figure})"
