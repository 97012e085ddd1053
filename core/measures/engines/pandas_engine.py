"""The engine for files and layers: a register is read and added up piece by piece.

Counts add up over pieces of a register, so a register of any size is counted in little memory.
"""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import RegisterKind
from ...progress import Progress, checkpoint
from ...registers.problems import ReadingProblems
from ...registers.tables.register import Register
from ..findings import Findings
from ..plan.places import Places
from ..plan.register_plan import RegisterPlan
from ..plan.terms import RECORD_KEY
from ..repeats.seen import Seen, newest_alone
from ..sums import Sums
from ..table_periods import periods_of
from .groups import Groups
from .households import Households
from .masks import Masks
from .piece import Piece
from .single_values import SingleValues
from .tally import Tally


def count_in_pandas(
    register: Register, plan: RegisterPlan, places: Places, progress: Progress, go_on: bool
) -> Tuple[Sums, Findings]:
    """The sums and findings of ``register`` (``contract.Engine``)."""
    reading, columns = _reading(register, plan)
    problems, notes = ReadingProblems() if go_on else None, ReadingProblems()
    adding = _Adding(register, plan, places)
    for table in reading.pieces(columns, progress, problems, notes):
        checkpoint(progress)
        adding.finish_before(table.attrs["source"])
        if len(table):
            adding.add(table)
    adding.finish()
    findings = adding.findings
    findings.told = notes.all()
    findings.repeats = adding.seen.found(progress, plan.periods)
    if problems is not None:
        findings.note_unreadable(problems.all())
    return adding.sums(), findings


def _reading(register: Register, plan: RegisterPlan) -> Tuple[Register, List[str]]:
    """What is read, and which columns: the identifier too, to see what comes twice."""
    columns = list(plan.columns)
    if not plan.identifier or plan.identifier in columns:
        return register, columns
    columns.append(plan.identifier)
    if plan.keys is not None:
        return register, columns
    return newest_alone(register, plan.identifier, plan.periods), columns


class _Adding:
    """One pass over a register: what has been added up so far."""

    def __init__(self, register: Register, plan: RegisterPlan, places: Places):
        self._register, self._plan, self._places = register, plan, places
        self._groups = {breakdown: Groups(breakdown) for breakdown in plan.terms}
        self._tally = Tally(plan.terms, self._groups)
        self._households = Households(plan.households) if plan.households else None
        self._values = SingleValues(plan, places)
        self._last_source = _last_source_of(register)
        self.findings = Findings()
        self.seen = Seen(register, [plan.identifier] if plan.identifier else [])

    def add(self, table: pd.DataFrame) -> None:
        """Add the rows of ``table``."""
        if self._plan.keys is not None:
            table[RECORD_KEY] = self._plan.keys(table[self._plan.identifier].to_numpy())
        for period, days in table.attrs["days"].items():
            self.findings.days.setdefault(period, set()).update(days)
        placed, masks, periods = self._places.of_rows(table), Masks(table), periods_of(table)
        self.findings.note(placed, self._lacking(masks), periods)
        # the groups are asked for in every piece before anything is added up, for they may be new
        groups = {b: groups.of(table) for b, groups in self._groups.items() if b}
        piece = Piece(table, masks, placed.atoms, periods, groups)
        self._tally.add(piece)
        self._values.add(piece)
        self._add_households(piece)
        self.seen.add(table, periods)

    def _add_households(self, piece: Piece) -> None:
        hashes = _household_hashes(piece.table, self._register.kind)
        if hashes is None:
            self._households = None  # of some rows alone they would be too few
        elif self._households is not None:
            self._households.add(piece, hashes)

    def _lacking(self, masks: Masks) -> Dict[str, np.ndarray]:
        """Column → rows without a value that is needed of them."""
        lacking: Dict[str, np.ndarray] = {}
        for lack in self._plan.lacks:
            rows = masks.lacking(lack)
            lacking[lack.column] = lacking[lack.column] | rows if lack.column in lacking else rows
        return lacking

    def finish_before(self, source: int) -> None:
        """Finish the periods whose last source came before ``source``: their values and their
        households, the largest things kept, can go."""
        for period in [p for p, last in self._last_source.items() if last < source]:
            self._finish(period)
            self.seen.finish(period)
            del self._last_source[period]

    def finish(self) -> None:
        """No more rows will come."""
        for period in list(self.findings.rows):
            self._finish(period)
        for period in self._register.silent_periods:
            self.findings.rows[period] += 0

    def _finish(self, period: str) -> None:
        self._values.finish(period)
        if self._households is not None:
            self._households.finish(period)

    def sums(self) -> Sums:
        """What was added up."""
        return Sums(
            terms=self._plan.terms,
            groups={breakdown: groups.names for breakdown, groups in self._groups.items()},
            by_atom=self._tally.by_atom,
            homes=None if self._households is None else self._households.homes,
            spreads=self._values.spreads,
            medians=self._values.medians,
        )


def _last_source_of(register: Register) -> Dict[str, int]:
    """Period → its last source; empty where a source may hold any period."""
    if any(period is None for period in register.periods):
        return {}
    return {
        period: position for position, period in enumerate(register.periods) if period is not None
    }


def _household_hashes(table: pd.DataFrame, kind: RegisterKind) -> Optional[np.ndarray]:
    """A hash per row of the household it is of (0 unknown), None where no column says."""
    name = next((column for column in kind.household if column in table), None)
    if name is None:
        return None
    values = table[name]
    if values.dtype.name != "category":
        return values.to_numpy(dtype="uint64")
    hashes = pd.util.hash_array(values.cat.categories.astype(object).to_numpy(), categorize=False)
    return np.append(hashes, np.uint64(0)).astype("uint64")[values.cat.codes.to_numpy()]
