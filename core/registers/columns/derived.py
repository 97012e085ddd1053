"""Columns made of other columns: age of a date of birth, residents per room, a key of its parts."""

from __future__ import annotations

from typing import Callable, Mapping, Optional, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import Derived, RegisterKind
from ...i18n import tr
from ...periods import reference_date
from ..problems import ReadingProblem, ReadingProblems
from ..written.keys import key_of_parts

REFERENCE_DAY = "reference_day"
"""The column of the days (datetime64, missing where a period is a month or a year) that periods are
written as."""


class Making:
    """A table whose columns are being completed, and where its rows came from."""

    def __init__(
        self,
        table: pd.DataFrame,
        kind: RegisterKind,
        file: str,
        first_row: int,
        roles: Mapping[str, str],
        problems: ReadingProblems,
    ):
        self.table, self.kind, self.file, self.first_row = table, kind, file, first_row
        self.roles, self.problems = roles, problems

    def reference(self) -> "Tuple[np.ndarray, np.ndarray]":
        """The day residents are counted, of every row: as YYYYMMDD, and as datetime64. It is the
        day that the period is written as, else the first of its month."""
        periods = self.table["period"].cat
        days = [reference_date(period) for period in periods.categories]
        numbers = [day.year * 10_000 + day.month * 100 + day.day for day in days]
        codes = periods.codes.to_numpy()  # -1, the last, where a row has no period
        number = np.array(numbers or [0])[codes]
        day = np.array([str(day) for day in days] or ["NaT"], dtype="datetime64[D]")[codes]
        if REFERENCE_DAY in self.table:
            said = self.table[REFERENCE_DAY].to_numpy().astype("datetime64[D]")
            there = ~np.isnat(said)
            number, day = np.where(there, _as_number(said), number), np.where(there, said, day)
        return number, day

    def refuse(self, wrong: np.ndarray, role: str, message: str, next_step: str) -> None:
        """Note the rows that are ``wrong``."""
        rows = np.flatnonzero(wrong)
        if len(rows):
            self.problems.add(
                ReadingProblem(
                    file=self.file,
                    role=role,
                    field=self.roles.get(role, role),
                    message=message,
                    next_step=next_step,
                    rows=len(rows),
                    first_row=int(self.table.index[rows[0]]) + self.first_row,
                )
            )


def _as_number(dates: np.ndarray) -> np.ndarray:
    """``dates`` (datetime64[D]) as YYYYMMDD."""
    years, months = dates.astype("datetime64[Y]"), dates.astype("datetime64[M]")
    return (
        (years.astype("int64") + 1970) * 10_000
        + ((months - years).astype("int64") + 1) * 100
        + (dates - months).astype("int64")
        + 1
    )


def _whole_years(making: Making, role: str) -> "Tuple[np.ndarray, np.ndarray]":
    """Whole years from the date to the reference day (NaN unknown); whether the date lies after
    it.

    Days written as YYYYMMDD count whole years by subtraction: the last four digits borrow a year
    exactly where the birthday has not been.
    """
    dates = making.table[role].to_numpy().astype("datetime64[D]")
    known = ~np.isnat(dates)
    as_number = _as_number(dates)
    number, reference = making.reference()
    whole = (number - np.where(known, as_number, number)) // 10_000
    return np.where(known, whole, np.nan), known & (dates > reference)


def _age(making: Making, derived: Derived) -> pd.Series:
    """Whole years on the reference day; a later date of birth or too high an age is noted and
    missing."""
    role = derived.sources[0]
    age, future = _whole_years(making, role)
    making.refuse(
        future,
        role,
        tr("the date lies after the reference date"),
        tr("Correct the date, or the period of the row."),
    )
    oldest = making.kind.column("age").maximum
    with np.errstate(invalid="ignore"):
        too_old = age > oldest
    making.refuse(
        too_old,
        role,
        tr("the age is over {oldest} years", oldest=f"{oldest:g}"),
        tr("Correct the date of birth."),
    )
    return pd.Series(
        np.where(future | too_old, np.nan, age).astype("float32"), index=making.table.index
    )


def _years_since(making: Making, derived: Derived) -> pd.Series:
    """Whole years from the date to the reference day; a later date is noted and missing."""
    role = derived.sources[0]
    years, future = _whole_years(making, role)
    making.refuse(
        future,
        role,
        tr("the date lies after the reference date"),
        tr("Correct the date, or the period of the row."),
    )
    return pd.Series(np.where(future, np.nan, years), index=making.table.index)


def _ratio(making: Making, derived: Derived) -> pd.Series:
    """One number over another; missing where the other is 0."""
    over, under = (making.table[name].to_numpy(dtype="float64") for name in derived.sources)
    with np.errstate(invalid="ignore", divide="ignore"):
        return pd.Series(np.where(under > 0, over / under, np.nan), index=making.table.index)


def _codes(making: Making, derived: Derived) -> pd.Series:
    """The number that stands for each code."""
    codes = making.table[derived.sources[0]].astype(object)
    return codes.map(dict(derived.values)).astype("float64")


def _address_key(making: Making, derived: Derived) -> pd.Series:
    """KVHX of municipality, road, house, floor and door; missing where one of the first three
    is."""
    parts = [
        making.table[name].astype(object)
        if name in making.table
        else pd.Series(None, making.table.index, object)
        for name in derived.sources
    ]
    whole = parts[0].notna() & parts[1].notna() & parts[2].notna()
    texts = [part.where(part.notna(), "") for part in parts]
    keys = [key_of_parts(*cells) if there else None for there, *cells in zip(whole, *texts)]
    return pd.Series(keys, index=making.table.index, dtype=object).astype("category")


RULES: Mapping[str, Callable[[Making, Derived], pd.Series]] = {
    "age": _age,
    "years_since": _years_since,
    "ratio": _ratio,
    "codes": _codes,
    "address_key": _address_key,
}


def sources_of_derived(
    name: str, kind: RegisterKind, roles: Mapping[str, str]
) -> Optional[Derived]:
    """How ``name`` is made of the columns a source has (``roles``); None where it is not or need
    not be."""
    if name in roles:
        return None
    for derived in kind.derived:
        if derived.name == name and name in kind.with_derived(tuple(roles)):
            return derived
    return None
