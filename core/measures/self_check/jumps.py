"""Figures that jump from one period to the next: much more than they have changed before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, Mapping, Optional, Set

import numpy as np

from ...catalogue.registers.kinds import RegisterKind
from ...i18n import capitalised, in_language, tr
from ...numbers import number, signed
from ...periods import period_text
from .check import WARNING, CheckList
from .column_statistics import ColumnStatistics

STANDARD_DEVIATIONS = 3.0
FEWEST_CHANGES = 4
"""Changes before a change, that it can be held against."""
SMALLEST_JUMP = 0.02
"""Of a share in itself, of other figures in parts of them: what is less is no jump, however evenly
the figure has changed before."""


USUAL_STEP = 0.05
"""A total that changes by no more than this part of itself from month to month is not asked about,
nor one that changes by at most so many times (``TIMES_USUAL``) what it has changed before."""
TIMES_USUAL = 3.0


@dataclass(frozen=True)
class Step:
    """A total that changed unusually much: from what it was in the period ``earlier`` to ``after``;
    ``usual`` is the largest change before (0-1), NaN where there is none."""

    period: str
    earlier: str
    before: float
    after: float
    usual: float

    @property
    def share(self) -> float:
        """The change in parts of what was before."""
        return (self.after - self.before) / self.before


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
    of_file: Optional[Mapping[str, float]] = None,
) -> None:
    """Tell of jumps in the new periods: those the delivery before (``earlier``) lacks, else the
    newest.

    How many rows there are, and how many cells are filled, is looked at in every period of a
    register of what stands at a date.

    Args:
        limit: how many standard deviations a change must be from the mean of those before.
        of_file: period → rows of the same register that a monitor file was made of.
    """
    if of_file and not kind.flow:
        _report_rows(statistics, of_file, findings)
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
                    period=period_text(jump.period),
                    limit=number(limit, 1),
                ),
                tr("Check the delivery against the one before."),
                period=jump.period,
                field=column,
            )


def unusual_step(totals: Mapping[str, float], period: str) -> Optional[Step]:
    """The change of a total (period → total) from the period before ``period`` to it, where it is
    unusual for the totals before; None where it is not, or there is none before."""
    earlier = sorted(one for one in totals if one < period)
    if not earlier or not totals[earlier[-1]] > 0:
        return None
    values = np.array([totals[one] for one in earlier], dtype="float64")
    with np.errstate(divide="ignore", invalid="ignore"):
        steps = np.abs(np.diff(values) / values[:-1])
    usual = float(np.nanmax(steps)) if len(steps) else float("nan")
    found = Step(period, earlier[-1], float(values[-1]), float(totals[period]), usual)
    limit = USUAL_STEP if usual != usual else max(USUAL_STEP, TIMES_USUAL * usual)
    return found if abs(found.share) > limit else None


def _report_rows(
    statistics: ColumnStatistics, of_file: Mapping[str, float], findings: CheckList
) -> None:
    """Tell of periods with unusually many or few rows beside the month before in the file."""
    rows = {period: float(count) for period, count in statistics.rows.items()}
    for period in sorted(rows):
        step = unusual_step({**of_file, **rows}, period)
        if step is None:
            continue
        findings.add(
            "rows_of_file",
            WARNING,
            int(step.after),
            tr(
                "{period} has {after} rows, {earlier} had {before}: {share} %.",
                period=capitalised(period_text(period)),
                after=number(step.after),
                earlier=period_text(step.earlier),
                before=number(step.before),
                share=signed(100 * step.share),
            ),
            tr("Check that the file is whole before it is added."),
            period=period,
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
