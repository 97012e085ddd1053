"""Columns made of other columns: age of a date of birth, residents per room, a key of its parts."""

from __future__ import annotations

from typing import Callable, Mapping, Optional

import numpy as np
import pandas as pd

from ..catalogue.register_kinds import Derived, RegisterKind
from ..i18n import tr
from .keys import key_of_parts
from .periods import reference_date
from .problems import Problem, Problems


class Making:
    """A table whose columns are being completed, and where its rows came from."""

    def __init__(self, table: pd.DataFrame, kind: RegisterKind, file: str, first_row: int,
                 roles: Mapping[str, str], problems: Problems):
        self.table, self.kind, self.file, self.first_row = table, kind, file, first_row
        self.roles, self.problems = roles, problems

    def reference(self) -> pd.Series:
        """The day residents are counted, of every row."""
        dates = {period: pd.Timestamp(reference_date(period)) for period in self.table["period"].cat.categories}
        return pd.to_datetime(self.table["period"].map(dates).astype("datetime64[ns]"))

    def refuse(self, wrong: pd.Series, role: str, message: str, next_step: str) -> None:
        """Note the rows that are ``wrong``."""
        rows = np.flatnonzero(wrong.to_numpy())
        if len(rows):
            self.problems.add(Problem(self.file, role, self.roles.get(role, role), message, next_step, len(rows),
                                      int(rows[0]) + self.first_row))


def _age(making: Making, derived: Derived) -> pd.Series:
    """Whole years on the reference day; a later date of birth or too high an age is noted and missing."""
    role = derived.sources[0]
    births, reference = making.table[role], making.reference()
    future = births > reference
    making.refuse(future, role, tr("the date lies after the reference date"),
                  tr("Correct the date, or the period of the row."))
    had_birthday = (births.dt.month < reference.dt.month) | (
        (births.dt.month == reference.dt.month) & (births.dt.day <= reference.dt.day))
    age = reference.dt.year - births.dt.year - np.where(had_birthday, 0, 1)
    oldest = making.kind.column("age").maximum
    too_old = age > oldest
    making.refuse(too_old, role, tr("the age is over {oldest} years", oldest=f"{oldest:g}"),
                  tr("Correct the date of birth."))
    return age.mask(future | too_old).astype("float32")


def _years_since(making: Making, derived: Derived) -> pd.Series:
    """Whole years from the date to the reference day; a later date is noted and missing."""
    role = derived.sources[0]
    dates, reference = making.table[role], making.reference()
    future = dates > reference
    making.refuse(future, role, tr("the date lies after the reference date"),
                  tr("Correct the date, or the period of the row."))
    before_anniversary = (reference.dt.month * 100 + reference.dt.day) < (dates.dt.month * 100 + dates.dt.day)
    years = reference.dt.year - dates.dt.year - before_anniversary
    return years.mask(future).astype("float64")


def _ratio(making: Making, derived: Derived) -> pd.Series:
    over, under = (making.table[name].to_numpy(dtype="float64") for name in derived.sources)
    with np.errstate(invalid="ignore", divide="ignore"):
        return pd.Series(np.where(under > 0, over / under, np.nan), index=making.table.index)


def _codes(making: Making, derived: Derived) -> pd.Series:
    return making.table[derived.sources[0]].astype(object).map(dict(derived.values)).astype("float64")


def _address_key(making: Making, derived: Derived) -> pd.Series:
    """KVHX of municipality, road, house, floor and door; missing where one of the first three is."""
    parts = [making.table[name].astype(object) if name in making.table else pd.Series(None, making.table.index, object)
             for name in derived.sources]
    whole = parts[0].notna() & parts[1].notna() & parts[2].notna()
    texts = [part.where(part.notna(), "") for part in parts]
    keys = [key_of_parts(*cells) if there else None for there, *cells in zip(whole, *texts)]
    return pd.Series(keys, index=making.table.index, dtype=object).astype("category")


RULES: Mapping[str, Callable[[Making, Derived], pd.Series]] = {
    "age": _age, "years_since": _years_since, "ratio": _ratio, "codes": _codes, "address_key": _address_key,
}


def sources_of_derived(name: str, kind: RegisterKind, roles: Mapping[str, str]) -> Optional[Derived]:
    """How ``name`` is made of the columns a source has (``roles``); None where it is not or need not be."""
    if name in roles:
        return None
    for derived in kind.derived:
        if derived.name == name and name in kind.with_derived(tuple(roles)):
            return derived
    return None
