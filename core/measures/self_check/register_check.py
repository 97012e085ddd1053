"""The self-check of a register, before anything is counted.

Nothing here tells who a person is or where one lives: examples of keys are their shape, digits
shown as 9 and letters as a.
"""

from __future__ import annotations

from typing import List, Mapping, Optional, Sequence, Set

import pandas as pd

from ...progress import Part, Progress, checkpoint
from ...registers.problems import ReadingProblems
from ...registers.tables.register import Register
from ...registers.value_counts import ValueCounts
from ...registers.values.questions import ColumnValues, values_of
from ..plan.places import PLACE_COLUMNS, Places
from ..repeats.seen import Seen
from ..table_periods import periods_of
from .check import ERROR, INFO, WARNING, Check, CheckList, checks_of
from .column_statistics import ColumnStatistics
from .columns import PartsOverWholes, SharedHouseholds, report_filled, report_means
from .jumps import STANDARD_DEVIATIONS, report_jumps
from .months import OtherMonths, ReferenceDays, report_missing_months
from .placing import UnplacedRows
from .values import report_unused, report_values, said_by_values


def check_register(
    register: Register,
    places: Optional[Places],
    progress: Progress,
    previous: Optional[Register] = None,
    standard_deviations: float = STANDARD_DEVIATIONS,
    met: Optional[Set[str]] = None,
    values: Optional[List[ColumnValues]] = None,
    of_file: Optional[Mapping[str, float]] = None,
) -> List[Check]:
    """Everything worth knowing about ``register`` before it is counted.

    Args:
        places: the areas and the address list; None where there are none yet.
        previous: an earlier delivery, to find jumps against.
        standard_deviations: how far a change must be from the earlier changes to be a jump.
        met: gets the periods that rows are of.
        values: gets the values of the columns of codes, but for those of persons.
        of_file: period → rows of the register that a monitor file was made of, to be held against.
    Returns:
        Findings, the gravest first.
    Raises:
        CancelledError: the user stopped.
    """
    kind, problems = register.kind, ReadingProblems(ValueCounts())
    columns = _columns(register)
    checking = _Checking(register, places)
    for table in register.pieces(columns, Part(progress, 0.0, 0.9), problems):
        checkpoint(progress)
        checking.see(table)
    if met is not None:
        met.update(str(period) for period in checking.statistics.rows)
    findings = CheckList(kind.kind, sum(checking.statistics.rows.values()))
    found = values_of(problems.values, kind, register.rules) if problems.values else []
    if values is not None:
        values += found
    told = said_by_values(found, kind)
    findings.checks += [
        check
        for check in checks_of(problems, kind.kind, findings.total)
        if check.check != "unreadable" or check.field not in told
    ]
    report_values(found, kind, findings)
    report_unused(register, findings)
    checking.report(findings, progress)
    earlier = None
    if previous is not None:
        earlier = _statistics(previous, columns, Part(progress, 0.9, 1.0))
    report_jumps(checking.statistics, earlier, kind, standard_deviations, findings, of_file)
    progress.report(1.0)
    return findings.gravest_first()


def _columns(register: Register) -> List[str]:
    """Every column there is, and those of places and periods where only some files have them."""
    kind = register.kind
    every = dict.fromkeys([*kind.names, *(derived.name for derived in kind.derived)])
    somewhere = register.any_columns & {*PLACE_COLUMNS, "period"}
    return [name for name in every if name in register.columns | somewhere]


def _statistics(register: Register, columns: Sequence[str], progress: Progress) -> ColumnStatistics:
    statistics = ColumnStatistics(register.kind)
    for table in register.pieces(columns, progress, ReadingProblems()):
        checkpoint(progress)
        if len(table):
            statistics.add(table)
    return statistics


class _Checking:
    """What one pass over the rows looks at. A new check sees every table, and reports its finding
    when all have been seen."""

    def __init__(self, register: Register, places: Optional[Places]):
        kind = register.kind
        self._kind, self.statistics = kind, ColumnStatistics(kind)
        identifiers = [name for name in kind.unique if name in register.any_columns]
        self._repeats = Seen(register, identifiers)
        self._unplaced = None if places is None else UnplacedRows(places)
        self._parts, self._months = PartsOverWholes(kind), OtherMonths(kind)
        self._households = SharedHouseholds(kind, self.statistics)
        self._days = ReferenceDays(kind)

    def see(self, table: pd.DataFrame) -> None:
        """Look at a table."""
        self._days.see(table)
        if not len(table):
            return
        self.statistics.add(table)
        self._repeats.add(table, periods_of(table))
        if self._unplaced is not None:
            self._unplaced.see(table)
        for check in (self._parts, self._months, self._households):
            check.see(table)

    def report(self, findings: CheckList, progress: Progress) -> None:
        """Tell what was found, in the order in which equally grave findings are shown."""
        if self._unplaced is not None:
            self._unplaced.report(findings)
        _report_repeats(self._repeats, findings, progress)
        for check in (self._parts, self._months, self._households):
            check.report(findings)
        report_filled(self.statistics, self._kind, findings)
        report_missing_months(self.statistics, self._kind, findings)
        self._days.report(findings)
        report_means(self.statistics, self._kind, findings)


def _report_repeats(repeats: Seen, findings: CheckList, progress: Progress) -> None:
    for one in repeats.found(progress):
        severity = WARNING
        if one.blocks or one.is_quiet:
            severity = ERROR if one.blocks else INFO
        findings.add(
            one.check,
            severity,
            one.rows,
            one.text,
            one.next_step,
            file=one.file,
            period=", ".join(one.periods),
            field=one.field,
        )
