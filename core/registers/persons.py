"""The person register: one row per resident and period, in memory only, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Iterator, List, Mapping, Optional, Sequence

import numpy as np
import pandas as pd

from ..catalogue.indicators import Indicator
from ..catalogue.register_kinds import register_kind
from ..errors import InputError
from ..i18n import tr
from ..progress import Part, Progress
from .canonical import to_canonical
from .mapping import complete_mapping
from .periods import is_future, normal_period, period_in_name, reference_date
from .sources import RegisterSource

KIND = "persons"


@dataclass(frozen=True)
class PersonRegister:
    """Sources of person rows with the columns they play.

    Attributes:
        sources: text files or tables.
        roles: per source, canonical column → the source's column.
        periods: per source, the period of all its rows, or None when a column says it.
    """

    sources: Sequence[RegisterSource]
    roles: Sequence[Dict[str, str]]
    periods: Sequence[Optional[str]]
    columns: frozenset = field(default_factory=frozenset)

    def pieces(self, columns: Sequence[str], progress: Progress) -> Iterator[pd.DataFrame]:
        """Tables of ``columns`` (those the register has) with ``period`` and, if asked for, ``age``.

        Yields:
            DataFrames as ``to_canonical`` describes; ``age`` is whole years on the first day of the
            period, from ``age`` or ``birth_date``.
        Raises:
            InputError: names file, row and field.
        """
        kind = register_kind(KIND)
        total = sum(source.size for source in self.sources) or 1
        done = 0
        for source, roles, period in zip(self.sources, self.roles, self.periods):
            part = Part(progress, done / total, (done + source.size) / total)
            wanted = self._wanted(columns, roles)
            reading = {role: column for role, column in roles.items() if role in wanted}
            for first_row, piece in source.pieces(reading, kind, part):
                table = to_canonical(piece, kind, reading, source.name, first_row, wanted)
                if period is not None:
                    table["period"] = pd.Categorical.from_codes(np.zeros(len(table), "int8"), [period])
                _refuse_missing_period(table, source.name, first_row)
                if "birth_date" in table:
                    table["age"] = _age(table, reading["birth_date"], source.name, first_row)
                    del table["birth_date"]
                yield table
            done += source.size

    @staticmethod
    def _wanted(columns: Sequence[str], roles: Mapping[str, str]) -> List[str]:
        wanted = [c for c in columns if c in roles]
        if "age" in columns and "age" not in roles:
            wanted.append("birth_date")
        if "period" in roles and "period" not in wanted:
            wanted.append("period")
        return wanted


def _refuse_missing_period(table: pd.DataFrame, file: str, first_row: int) -> None:
    missing = np.flatnonzero(table["period"].isna().to_numpy())
    if len(missing):
        raise InputError(
            tr("{file}, row {row}: the period is empty.", file=file, row=int(missing[0]) + first_row),
            tr("Fill the period of every row, or keep one file per month with the month in its name."),
        )


def _age(table: pd.DataFrame, field_name: str, file: str, first_row: int) -> pd.Series:
    births = table["birth_date"]
    dates = {period: pd.Timestamp(reference_date(period)) for period in table["period"].cat.categories}
    reference = pd.to_datetime(table["period"].map(dates).astype("datetime64[ns]"))
    future = np.flatnonzero((births > reference).to_numpy())
    if len(future):
        raise InputError(
            tr("{file}, row {row}, field {field}: the date of birth lies after the reference date {date}.",
               file=file, row=int(future[0]) + first_row, field=field_name,
               date=str(reference.iloc[future[0]].date())),
            tr("Correct the date, or the period of the row."),
        )
    had_birthday = (births.dt.month < reference.dt.month) | (
        (births.dt.month == reference.dt.month) & (births.dt.day <= reference.dt.day)
    )
    age = reference.dt.year - births.dt.year - np.where(had_birthday, 0, 1)
    oldest = register_kind(KIND).column("age").maximum
    too_old = np.flatnonzero((age > oldest).to_numpy())
    if len(too_old):
        raise InputError(
            tr("{file}, row {row}, field {field}: the age is over {oldest} years.", file=file,
               row=int(too_old[0]) + first_row, field=field_name, oldest=f"{oldest:g}"),
            tr("Correct the date of birth."),
        )
    return age.astype("float32")


def open_persons(sources: Sequence[RegisterSource], mapping: "Mapping[str, str] | None" = None,
                 period: str = "", with_addresses: bool = False) -> PersonRegister:
    """The register of ``sources``, with roles given or guessed and checked.

    Args:
        mapping: canonical column → column; unmentioned roles are guessed from names.
        period: the period of rows that have no period column and no month in the file name.
        with_addresses: an address list is at hand, so an address key places a person.
    Raises:
        InputError: no way to place people, no age, or no period; names the file and what it has.
    """
    kind = register_kind(KIND)
    roles_of, periods_of = [], []
    for source in sources:
        roles = complete_mapping(mapping or {}, source.columns, kind, source.name)
        _check_place(roles, source, with_addresses)
        if "age" not in roles and "birth_date" not in roles:
            raise InputError(
                tr("The file {file} has no column for age or birth_date.", file=source.name),
                tr("Map one of its columns: {choices}.", choices=", ".join(source.columns)),
            )
        roles_of.append(roles)
        periods_of.append(None if "period" in roles else _source_period(source, period))
    with_age = [set(roles) | ({"age"} if "birth_date" in roles else set()) for roles in roles_of]
    columns = set.intersection(*with_age) if with_age else set()
    return PersonRegister(tuple(sources), tuple(roles_of), tuple(periods_of), frozenset(columns))


def _check_place(roles: Mapping[str, str], source: RegisterSource, with_addresses: bool) -> None:
    has_point = "x" in roles and "y" in roles
    if has_point or ("address_key" in roles and with_addresses):
        return
    if "address_key" in roles:
        raise InputError(
            tr("The file {file} places people by address_key, but there is no address list.", file=source.name),
            tr("Choose an address list with the columns address_key, x and y."),
        )
    raise InputError(
        tr("The file {file} has no column that says where people live (x and y, or address_key).",
           file=source.name),
        tr("Map columns to x and y, or to address_key. It has: {choices}.", choices=", ".join(source.columns)),
    )


def _source_period(source: RegisterSource, period: str) -> str:
    found = period_in_name(source.name) or normal_period(period)
    if found is None:
        raise InputError(
            tr("The file {file} does not say which period it is for.", file=source.name),
            tr("Map a column to period, put the month in the file name (2026-01), or give the period."),
        )
    if is_future(found):
        raise InputError(
            tr("The file {file}: the period {period} lies in the future.", file=source.name, period=found),
            tr("Correct the period, or check the clock of this machine."),
        )
    return found


def usable(indicators: Sequence[Indicator], register: PersonRegister) -> Sequence[Indicator]:
    """Those of ``indicators`` whose columns the register has."""
    return tuple(i for i in indicators if set(i.columns) <= register.columns)
