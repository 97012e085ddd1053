"""A register of any kind: one row per thing and period, in memory only, piece by piece."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import RegisterKind, register_kind
from ...errors import InputError
from ...i18n import in_language, tr
from ...periods import is_future, month_numbers, month_text, reference_date
from ...progress import Part, Progress
from ..column_names import told, told_roles
from ..columns.canonical import to_canonical
from ..columns.decimal_signs import Signs
from ..columns.derived import REFERENCE_DAY, RULES, Making, sources_of_derived
from ..columns.mapping import complete_mapping, tell_namesakes
from ..problems import ReadingProblem, ReadingProblems, tell
from ..sources import RegisterSource
from ..written.periods import day_in_name, day_of, normal_period, period_in_name


@dataclass(frozen=True)
class Register:
    """Sources of rows with the columns they play.

    Attributes:
        kind: what a row is.
        sources: text files or tables.
        roles: per source, canonical column → the source's column.
        periods: per source, the period of all its rows, or None when a column says it.
        columns: the columns every source has, those made of others included; any_columns: those
            that one has.
        days: per source, the day that the period of all its rows is written as, or None.
        silent_periods: months whose file has no rows, and in which nothing has happened then
            (moves, events).
    """

    kind: RegisterKind
    sources: Sequence[RegisterSource]
    roles: Sequence[Dict[str, str]]
    periods: Sequence[Optional[str]]
    columns: frozenset = field(default_factory=frozenset)
    any_columns: frozenset = field(default_factory=frozenset)
    silent_periods: Sequence[str] = ()
    days: Sequence[Optional[datetime.date]] = ()

    def pieces(
        self,
        columns: Sequence[str],
        progress: Progress,
        problems: Optional[ReadingProblems] = None,
        notes: Optional[ReadingProblems] = None,
    ) -> Iterator[pd.DataFrame]:
        """Tables of ``columns`` (those the register has) with ``period``.

        Args:
            problems: collects what cannot be read, which then counts as missing; rows without a
                period are left out. None refuses both.
            notes: collects what is left out or taken to mean something without being a fault; where
                None, ``problems`` does.
        Yields:
            DataFrames as ``to_canonical`` describes, with ``attrs``: ``file``, ``source``
            (position) and ``days`` (of
            things that stand at a date: period → the days they are counted at, as ISO dates).
        Raises:
            InputError: names file, row and field.
        """
        total = sum(source.size for source in self.sources) or 1
        done, told_notes = 0, notes if notes is not None else problems
        for position, source in enumerate(self.sources):
            if getattr(source, "empty", False):
                continue
            part = Part(progress, done / total, (done + source.size) / total)
            roles = self.roles[position]
            made = [
                d
                for d in (sources_of_derived(name, self.kind, roles) for name in columns)
                if d is not None
            ]
            stands_in = [
                d
                for d in self.kind.derived
                if d.rule == "age" and d.name in columns and {d.name, *d.sources} <= set(roles)
            ]
            wanted = self._wanted(columns, roles, [*made, *stands_in])
            tell_namesakes(roles, source, told_notes)
            reading = {role: column for role, column in roles.items() if role in wanted}
            if not reading:  # rows are counted all the same
                reading = {next(iter(roles)): roles[next(iter(roles))]}
            shown, signs = (
                told_roles(reading, source.columns),
                Signs(source, roles, self.kind, part),
            )
            for first_row, piece in source.pieces(reading, self.kind, part):
                tell(piece, told_notes)
                table = to_canonical(
                    piece, self.kind, shown, source.name, first_row, wanted, problems, notes, signs
                )
                if not len(table.columns):
                    table = pd.DataFrame(index=piece.index)
                days = self._days_of(piece, position)
                if days is not None:
                    table[REFERENCE_DAY] = days
                table = self._with_period(
                    table, self.periods[position], source.name, first_row, problems
                )
                self._make(table, made, source.name, first_row, shown, problems)
                self._stand_in(
                    table, stands_in, source.name, first_row, shown, problems, told_notes
                )
                counted_at = self._counted_at(table)
                table = table.drop(columns=[c for c in table if c not in columns and c != "period"])
                table.index = pd.RangeIndex(len(table))
                table.attrs = {"file": source.name, "source": position, "days": counted_at}
                yield table
            done += source.size

    def _days_of(self, piece: pd.DataFrame, position: int) -> Optional[np.ndarray]:
        """The days that the periods of ``piece`` are written as (datetime64[D], NaT for months);
        None for months."""
        if "period" not in piece:
            day = self.days[position] if self.days else None
            return None if day is None else np.full(len(piece), np.datetime64(day))
        cells = piece["period"]
        codes, texts = pd.factorize(
            cells.to_numpy() if cells.dtype == object else cells
        )  # numbers may be among them
        days = np.array([day_of(str(text)) for text in texts] + [None], dtype="datetime64[D]")
        return None if np.isnat(days).all() else days[codes]

    def _counted_at(self, table: pd.DataFrame) -> Dict[str, Tuple[str, ...]]:
        """Period → the days at which its rows are counted; of what happens (moves, events) none."""
        if self.kind.flow:
            return {}
        periods = table["period"].cat
        found = {period: (reference_date(period).isoformat(),) for period in periods.categories}
        if REFERENCE_DAY not in table:
            return found
        said = table[REFERENCE_DAY].dt.strftime("%Y-%m-%d")
        for period, days in said.groupby(table["period"], observed=True):
            found[period] = tuple(sorted(set(days.fillna(found[period][0]))))
        return found

    def _wanted(
        self, columns: Sequence[str], roles: Mapping[str, str], made: Sequence
    ) -> List[str]:
        wanted = [c for c in columns if c in roles]
        for derived in made:
            wanted += [name for name in derived.sources if name in roles and name not in wanted]
        for name in ("period", self.kind.period_from):
            if name in roles:
                wanted.append(name)
                break
        return list(dict.fromkeys(wanted))

    def _with_period(
        self,
        table: pd.DataFrame,
        period: Optional[str],
        file: str,
        first_row: int,
        problems: Optional[ReadingProblems],
    ) -> pd.DataFrame:
        if period is not None:
            table["period"] = pd.Categorical.from_codes(np.zeros(len(table), "int8"), [period])
        elif "period" not in table:
            table["period"] = _months_of(
                self._possible(table[self.kind.period_from], file, first_row, problems)
            )
        missing = np.flatnonzero(table["period"].isna().to_numpy())
        if not len(missing):
            return table
        if problems is None:
            raise InputError(
                tr(
                    "{file}, row {row}: the period is empty.",
                    file=file,
                    row=int(table.index[missing[0]]) + first_row,
                ),
                tr(
                    "Fill the period of every row, or keep one file per month with the month in "
                    "its name."
                ),
            )
        problems.add(
            ReadingProblem(
                file,
                "period",
                "period",
                tr("the period is missing, and the row is left out"),
                tr(
                    "Fill the period of every row, or keep one file per month with the month in "
                    "its name."
                ),
                len(missing),
                int(table.index[missing[0]]) + first_row,
            )
        )
        return table[table["period"].notna()]

    def _possible(
        self, dates: pd.Series, file: str, first_row: int, problems: Optional[ReadingProblems]
    ) -> pd.Series:
        """``dates`` without days on which nothing can have happened, which are refused or noted."""
        earliest, today = pd.Timestamp(self.kind.earliest or "1900-01-01"), pd.Timestamp.today()
        wrong = np.flatnonzero(((dates < earliest) | (dates > today)).to_numpy())
        if not len(wrong):
            return dates
        message = tr("the date lies before {first} or in the future", first=str(earliest.date()))
        next_step = tr("Correct the date, or check the clock of this machine.")
        row = int(dates.index[wrong[0]]) + first_row
        if problems is None:
            raise InputError(
                tr(
                    "{file}, row {row}, field {field}: {message}{more}.",
                    file=file,
                    row=row,
                    field=self.kind.period_from,
                    message=message,
                    more="",
                ),
                next_step,
            )
        problems.add(
            ReadingProblem(
                file,
                self.kind.period_from,
                self.kind.period_from,
                message,
                next_step,
                len(wrong),
                row,
            )
        )
        return dates.mask((dates < earliest) | (dates > today))

    def _make(
        self,
        table: pd.DataFrame,
        made: Sequence,
        file: str,
        first_row: int,
        roles: Mapping[str, str],
        problems: Optional[ReadingProblems],
    ) -> None:
        """Add the columns made of others, in place."""
        noted = ReadingProblems()
        for derived in made:
            table[derived.name] = RULES[derived.rule](
                Making(table, self.kind, file, first_row, roles, noted), derived
            )
        self._note(noted, file, problems)

    def _stand_in(
        self,
        table: pd.DataFrame,
        stands_in: Sequence,
        file: str,
        first_row: int,
        roles: Mapping[str, str],
        problems: Optional[ReadingProblems],
        notes: Optional[ReadingProblems],
    ) -> None:
        """Fill empty cells of a column that can be made of others, in place, and note how many."""
        noted = ReadingProblems()
        for derived in stands_in:
            empty = table[derived.name].isna() & table[derived.sources[0]].notna()
            if not empty.any():
                continue
            found = RULES[derived.rule](
                Making(table[empty], self.kind, file, first_row, roles, noted), derived
            )
            table.loc[empty, derived.name] = found
            if notes is not None:
                notes.add(
                    ReadingProblem(
                        file,
                        derived.name,
                        roles.get(derived.name, derived.name),
                        tr(
                            "the cell is empty, and {column} is used instead",
                            column=derived.sources[0],
                        ),
                        tr("Leave {role} unmapped where the column is empty.", role=derived.name),
                        int(found.notna().sum()),
                        int(found.index[0]) + first_row,
                        False,
                        "stands_in",
                    )
                )
        self._note(noted, file, problems)

    @staticmethod
    def _note(noted: ReadingProblems, file: str, problems: Optional[ReadingProblems]) -> None:
        for problem in noted.all():
            if problems is None:
                raise InputError(
                    tr(
                        "{file}, row {row}, field {field}: {message}{more}.",
                        file=file,
                        row=problem.first_row,
                        field=problem.field,
                        message=problem.message,
                        more="",
                    ),
                    problem.next_step,
                )
            problems.add(problem)


def _months_of(dates: pd.Series) -> pd.Series:
    months = month_numbers(dates)
    known = np.unique(months.dropna().astype(int))
    codes = np.where(months.isna(), -1, np.searchsorted(known, months.fillna(0)))
    return pd.Series(
        pd.Categorical.from_codes(codes, [month_text(m) for m in known]),
        index=dates.index,
    )


def open_register(
    kind: str,
    sources: Sequence[RegisterSource],
    mapping: "Mapping[str, str] | None" = None,
    period: str = "",
    with_addresses: bool = False,
) -> Register:
    """The register of ``sources``, with roles given or guessed and checked.

    Args:
        kind: one of ``catalogue.register_kinds.COUNTED_KINDS``.
        mapping: canonical column → column; unmentioned roles are guessed from names.
        period: the period of rows that have no period column and no month in the file name.
        with_addresses: an address list is at hand, so an address key gives a place.
    Raises:
        InputError: no place, no period, or a needed column missing; names the file and what it has.
    """
    about = register_kind(kind)
    roles_of, periods_of = [], []
    silent, days = [], []
    for source in sources:
        if getattr(source, "empty", False):
            silent.append(_silent_period(about, source))
        roles = complete_mapping(mapping or {}, source.columns, about, source.name)
        have = about.with_derived(tuple(roles))
        if about.places:
            _check_place(have, source, with_addresses)
        _check_needs(about, have, source)
        roles_of.append(roles)
        in_rows = "period" in roles or about.period_from in roles
        periods_of.append(None if in_rows else _source_period(source, period))
        days.append(None if in_rows else _source_day(source, period))
    columns = [about.with_derived(tuple(roles)) for roles in roles_of]
    return Register(
        about,
        tuple(sources),
        tuple(roles_of),
        tuple(periods_of),
        frozenset.intersection(*columns) if columns else frozenset(),
        frozenset().union(*columns),
        tuple(silent),
        tuple(days),
    )


def _silent_period(about: RegisterKind, source: RegisterSource) -> str:
    """The month of a file without rows, which says that nothing happened; refused of what stands at
    a date."""
    period = period_in_name(source.name)
    if not about.flow or period is None:
        raise InputError(
            tr("The file {file} has a header but no rows.", file=source.name),
            tr("Choose a file with one row per person below the column names."),
        )
    return period


def _check_place(have: frozenset, source: RegisterSource, with_addresses: bool) -> None:
    has_point = {"x", "y"} <= have
    if has_point or "area_code" in have or ("address_key" in have and with_addresses):
        return
    if "address_key" in have:
        raise InputError(
            tr(
                "The file {file} gives places by address_key, but there is no address list.",
                file=source.name,
            ),
            tr("Choose an address list with the columns address_key, x and y."),
        )
    raise InputError(
        tr(
            "The file {file} has no column that says where its rows are (x and y, address_key, or "
            "area_code).",
            file=source.name,
        ),
        tr(
            "Map columns to x and y, to address_key or to area_code. It has: {choices}.",
            choices=told(source.columns),
        ),
    )


def _check_needs(about: RegisterKind, have: frozenset, source: RegisterSource) -> None:
    groups = [*about.needs, *((column.name,) for column in about.columns if column.required)]
    for group in groups:
        if not have & set(group):
            raise InputError(
                tr(
                    "The file {file} has no column for {roles}, which the register {register} "
                    "needs.",
                    file=source.name,
                    roles=" / ".join(group),
                    register=in_language(about.text),
                ),
                tr("Map one of its columns: {choices}.", choices=told(source.columns)),
            )


def _source_day(source: RegisterSource, period: str) -> Optional[datetime.date]:
    """The day that the period of all rows is written as, in the file's name or else as it was
    given."""
    return day_in_name(source.name) if period_in_name(source.name) else day_of(period)


def _source_period(source: RegisterSource, period: str) -> str:
    found = period_in_name(source.name) or normal_period(period)
    if found is None:
        raise InputError(
            tr("The file {file} does not say which period it is for.", file=source.name),
            tr(
                "Map a column to period, put the month in the file name (2026-01), or give the "
                "period."
            ),
        )
    if is_future(found):
        raise InputError(
            tr(
                "The file {file}: the period {period} lies in the future.",
                file=source.name,
                period=found,
            ),
            tr("Correct the period, or check the clock of this machine."),
        )
    return found
