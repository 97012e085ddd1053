"""From a file's cells to canonical values; what cannot be read is told by row and field."""

from __future__ import annotations

from functools import partial
from typing import Callable, Mapping, Optional, Sequence

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import RegisterKind
from ...i18n import tr
from ...periods import is_future
from ..problems import ReadingProblems
from ..written.days import day_parts
from ..written.periods import normal_period
from . import identifier_columns, number_columns
from .cells import Cells
from .decimal_signs import Signs
from .meanings import certain_meaning
from .translation import Translation


def _code(cells: Cells) -> pd.Series:
    """Codes of the column's list, in any of the spellings and words it knows."""
    return cells.translated(
        certain_meaning(cells.column),
        tr("the code is not in the list"),
        tr(
            "Use {choices}, say what the value means, or leave unknown cells empty.",
            choices=", ".join(cells.column.codes),
        ),
    )


def _education(cells: Cells) -> pd.Series:
    """The main area (two digits) of a DISCED-15 code, or its label."""
    return cells.translated(
        certain_meaning(cells.column),
        tr("the code is not a DISCED-15 main area"),
        tr(
            "Use two digits ({choices}), say what the value means, or leave unknown cells empty.",
            choices=", ".join(cells.column.codes),
        ),
    )


def _period(cells: Cells) -> pd.Series:
    """Months and years, none of them in the future."""
    periods = cells.translated(
        normal_period,
        tr("the period cannot be read"),
        tr("Write months as YYYY-MM, for example 2026-01."),
    )
    future = [p for p in periods.cat.categories if is_future(p)]
    if not future:
        return periods
    cells.refuse(
        periods.isin(future).to_numpy(),
        tr("the period lies in the future"),
        tr("Correct the period, or check the clock of this machine."),
    )
    return periods.cat.remove_categories(future)


def _date(cells: Cells) -> pd.Series:
    """Days as datetime64; that a text can be read as one does not say that there is such a day."""

    def iso(text: str) -> Optional[str]:
        day = day_parts(text)
        return None if day is None else f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"

    texts = cells.translated(
        iso, tr("the date cannot be read"), tr("Write dates as DD-MM-YYYY or YYYY-MM-DD.")
    ).cat
    unique = pd.to_datetime(
        pd.Series(texts.categories.astype(object)), errors="coerce", format="%Y-%m-%d"
    ).to_numpy()
    dates = np.append(unique, np.datetime64("NaT"))[texts.codes.to_numpy()]
    cells.refuse(
        (texts.codes.to_numpy() >= 0) & np.isnat(dates),
        tr("the date does not exist"),
        tr("Write dates as DD-MM-YYYY or YYYY-MM-DD."),
    )
    return pd.Series(dates.astype("datetime64[ns]"), index=cells.values.index)


READERS: Mapping[str, Callable[[Cells], pd.Series]] = {
    "period": _period,
    "coordinate": number_columns.number,
    "number": number_columns.number,
    "integer": number_columns.integer,
    "boolean": number_columns.boolean,
    "code": _code,
    "education": _education,
    "date": _date,
    "key": identifier_columns.key,
    "text": Cells.texts,
    "digits": identifier_columns.digits,
    "identifier": identifier_columns.identifier,
}


def to_canonical(
    piece: pd.DataFrame,
    kind: RegisterKind,
    source_names: "dict[str, str]",
    file: str,
    first_row: int,
    columns: Sequence[str],
    problems: Optional[ReadingProblems] = None,
    notes: Optional[ReadingProblems] = None,
    signs: Optional[Signs] = None,
    translation: Optional[Translation] = None,
) -> pd.DataFrame:
    """``piece`` with canonical dtypes.

    Args:
        piece: table with canonical column names and the file's cells.
        source_names: canonical column → the file's name for it as errors may say it
            (``safe_role_names``).
        file: the file's or layer's name, used in errors.
        first_row: the row number, as the user counts, of the row with the index 0.
        columns: which columns to convert; others are left out.
        problems: collects what cannot be read, which then counts as missing; None refuses it.
        notes: collects what is no fault but should be known; where None, ``problems`` does.
        signs: the decimal signs of the source's columns; where None, the piece's own cells say.
        translation: what values mean that are no codes.
    Returns:
        By the column's type: ``period``, ``code``, ``education``, ``text``, ``digits`` and ``key``
        category; ``coordinate`` (metres EPSG:25832) and ``number`` float64; ``integer`` and
        ``boolean`` (0/1) float32; ``date`` datetime64; ``identifier`` uint64 hashes; missing as NaN
        (identifiers as 0).
    Raises:
        InputError: a cell cannot be read or is out of bounds; names file, row and field.
    """
    table = {}
    for role in columns:
        if role in piece:
            values = piece[role].rename(source_names.get(role, role))
            sign = partial(signs.of, role) if signs is not None else None
            column = kind.column(role)
            if translation is not None:
                values = translation.of(values, column, file)
            cells = Cells(
                values=values,
                column=column,
                kind=kind,
                file=file,
                first_row=first_row,
                problems=problems,
                notes=notes,
                sign=sign,
            )
            table[role] = READERS[column.type](cells).rename(role)
    return pd.DataFrame(table, index=piece.index)
