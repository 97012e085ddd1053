"""One source of a register, piece by piece, with the columns that are asked for."""

from __future__ import annotations

import datetime
from typing import Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import Derived, RegisterKind
from ...errors import InputError
from ...i18n import tr
from ...periods import month_numbers, month_text, reference_date
from ...progress import Progress
from ..categorical import categorical
from ..column_names import safe_role_names
from ..columns.canonical import to_canonical
from ..columns.decimal_signs import Signs
from ..columns.derived import REFERENCE_DAY, RULES, Making, sources_of_derived
from ..columns.mapping import tell_namesakes
from ..columns.translation import NO_RULES, Rules, Translation, listable_roles
from ..problems import ReadingProblem, ReadingProblems, refuse_or_note, tell
from ..sources import RegisterSource
from ..written.periods import day_of


class SourceReader:
    """Reads one source of a register.

    Args:
        roles: canonical column → the source's column.
        columns: the canonical columns asked for, those made of others among them.
        period: of all rows, None where a column says it; day: the day it is written as.
        problems, notes: as ``Register.pieces`` has them.
        rules: what values mean that the catalogue does not know.
    """

    def __init__(
        self,
        kind: RegisterKind,
        source: RegisterSource,
        roles: Mapping[str, str],
        columns: Sequence[str],
        period: Optional[str] = None,
        day: Optional[datetime.date] = None,
        problems: Optional[ReadingProblems] = None,
        notes: Optional[ReadingProblems] = None,
        rules: Rules = NO_RULES,
    ):
        self._kind, self._source, self._roles = kind, source, roles
        self._columns, self._period, self._day = columns, period, day
        self._problems = problems
        self._notes = notes if notes is not None else problems
        found = (sources_of_derived(name, kind, roles) for name in columns)
        self._made = [derived for derived in found if derived is not None]
        self._stand_ins = [
            derived
            for derived in kind.derived
            if derived.rule == "age"
            and derived.name in columns
            and {derived.name, *derived.sources} <= set(roles)
        ]
        self._read = self._columns_to_read()
        self._translation = Translation(
            rules,
            roles,
            listable_roles(kind, roles),
            problems.values if problems is not None else None,
        )
        self._shown: Mapping[str, str] = {}

    def _columns_to_read(self) -> List[str]:
        """The canonical columns that are read: those asked for, those that others are made of, and
        the one that says the period."""
        wanted = [column for column in self._columns if column in self._roles]
        for derived in (*self._made, *self._stand_ins):
            wanted += [name for name in derived.sources if name in self._roles]
        of_period = [name for name in ("period", self._kind.period_from) if name in self._roles]
        return list(dict.fromkeys(wanted + of_period[:1]))

    def tables(self, progress: Progress) -> Iterator[pd.DataFrame]:
        """The pieces of the source, as ``Register.pieces`` gives them but for the position."""
        tell_namesakes(self._roles, self._source, self._notes)
        reading = {role: self._roles[role] for role in self._roles if role in self._read}
        if not reading:  # rows are counted all the same
            reading = dict([next(iter(self._roles.items()))])
        self._shown = safe_role_names(reading, self._source.columns)
        signs = Signs(self._source, self._roles, self._kind, progress)
        for first_row, piece in self._source.pieces(reading, self._kind, progress):
            tell(piece, self._notes)
            table = to_canonical(
                piece,
                self._kind,
                source_names=self._shown,
                file=self._source.name,
                first_row=first_row,
                columns=self._read,
                problems=self._problems,
                notes=self._notes,
                signs=signs,
                translation=self._translation,
            )
            days = self._days_of(piece)
            if days is not None:
                table[REFERENCE_DAY] = days
            yield self._completed(table, first_row)

    def _completed(self, table: pd.DataFrame, first_row: int) -> pd.DataFrame:
        """``table`` with its period, the columns made of others, and none that nobody asked for."""
        table = self._with_period(table, first_row)
        self._make(table, first_row)
        self._stand_in(table, first_row)
        days = self._counted_at(table)
        table = table.drop(columns=[c for c in table if c not in self._columns and c != "period"])
        table.index = pd.RangeIndex(len(table))
        table.attrs = {"file": self._source.name, "days": days}
        return table

    def _days_of(self, piece: pd.DataFrame) -> Optional[np.ndarray]:
        """The days that the periods of ``piece`` are written as (datetime64[D], NaT for months);
        None for months."""
        if "period" not in piece:
            return None if self._day is None else np.full(len(piece), np.datetime64(self._day))
        cells = piece["period"]
        # as an array of objects: numbers may be among the texts, and stay as they are
        of_any_type = cells.to_numpy() if cells.dtype == object else cells
        codes, texts = pd.factorize(of_any_type)  # type: ignore[arg-type]
        days = np.array([day_of(str(text)) for text in texts] + [None], dtype="datetime64[D]")
        return None if np.isnat(days).all() else days[codes]

    def _counted_at(self, table: pd.DataFrame) -> Dict[str, Tuple[str, ...]]:
        """Period → the days at which its rows are counted; of what happens (moves, events) none."""
        if self._kind.flow:
            return {}
        found: Dict[str, Tuple[str, ...]] = {
            period: (reference_date(period).isoformat(),)
            for period in table["period"].cat.categories
        }
        if REFERENCE_DAY not in table:
            return found
        said = table[REFERENCE_DAY].dt.strftime("%Y-%m-%d")
        for period, days in said.groupby(table["period"], observed=True):
            found[str(period)] = tuple(sorted(set(days.fillna(found[str(period)][0]))))
        return found

    def _with_period(self, table: pd.DataFrame, first_row: int) -> pd.DataFrame:
        """``table`` with the period of every row; rows without one are refused, or left out."""
        if self._period is not None:
            of_all = np.zeros(len(table), dtype="int8")
            table["period"] = categorical(of_all, [self._period], table.index)
        elif "period" not in table:
            table["period"] = _months_of(self._possible(table[self._kind.period_from], first_row))
        missing = np.flatnonzero(table["period"].isna().to_numpy())
        if not len(missing):
            return table
        row = int(table.index[missing[0]]) + first_row
        next_step = tr(
            "Fill the period of every row, or keep one file per month with the month in its name."
        )
        if self._problems is None:
            raise InputError(
                tr("{file}, row {row}: the period is empty.", file=self._source.name, row=row),
                next_step,
            )
        self._problems.add(
            ReadingProblem(
                file=self._source.name,
                role="period",
                field="period",
                message=tr("the period is missing, and the row is left out"),
                next_step=next_step,
                rows=len(missing),
                first_row=row,
            )
        )
        return table[table["period"].notna()]

    def _possible(self, dates: pd.Series, first_row: int) -> pd.Series:
        """``dates`` without days on which nothing can have happened, which are refused or noted."""
        earliest, today = pd.Timestamp(self._kind.earliest or "1900-01-01"), pd.Timestamp.today()
        wrong = (dates < earliest) | (dates > today)
        rows = np.flatnonzero(wrong.to_numpy())
        if not len(rows):
            return dates
        refuse_or_note(
            ReadingProblem(
                file=self._source.name,
                role=self._kind.period_from,
                field=self._kind.period_from,
                message=tr(
                    "the date lies before {first} or in the future", first=str(earliest.date())
                ),
                next_step=tr("Correct the date, or check the clock of this machine."),
                rows=len(rows),
                first_row=int(dates.index[rows[0]]) + first_row,
            ),
            self._problems,
        )
        return dates.mask(wrong)

    def _made_of(self, derived: Derived, table: pd.DataFrame, first_row: int) -> pd.Series:
        """The column that is ``derived`` of others in ``table``; what cannot be is refused or
        noted."""
        noted = ReadingProblems()
        making = Making(table, self._kind, self._source.name, first_row, self._shown, noted)
        found = RULES[derived.rule](making, derived)
        for problem in noted.all():
            refuse_or_note(problem, self._problems)
        return found

    def _make(self, table: pd.DataFrame, first_row: int) -> None:
        """Add the columns made of others, in place."""
        for derived in self._made:
            table[derived.name] = self._made_of(derived, table, first_row)

    def _stand_in(self, table: pd.DataFrame, first_row: int) -> None:
        """Fill empty cells of a column that can be made of others, in place, and note how many."""
        for derived in self._stand_ins:
            empty = table[derived.name].isna() & table[derived.sources[0]].notna()
            if not empty.any():
                continue
            found = self._made_of(derived, table[empty], first_row)
            table.loc[empty, derived.name] = found
            if self._notes is not None:
                self._notes.add(
                    ReadingProblem(
                        file=self._source.name,
                        role=derived.name,
                        field=self._shown.get(derived.name, derived.name),
                        message=tr(
                            "the cell is empty, and {column} is used instead",
                            column=derived.sources[0],
                        ),
                        next_step=tr(
                            "Leave {role} unmapped where the column is empty.", role=derived.name
                        ),
                        rows=int(found.notna().sum()),
                        first_row=int(found.index.to_numpy()[0]) + first_row,
                        blocks=False,
                        reason="stands_in",
                    )
                )


def _months_of(dates: pd.Series) -> pd.Series:
    """The month of every date, as category."""
    months = month_numbers(dates)
    known = np.unique(months.dropna().astype(int))
    codes = np.where(months.isna(), -1, np.searchsorted(known, months.fillna(0)))
    return categorical(codes, [month_text(month) for month in known], dates.index)
