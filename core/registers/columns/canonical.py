"""From a file's cells to canonical values; what cannot be read is told by row and field."""

from __future__ import annotations

import re
from functools import partial
from typing import Callable, Optional, Sequence

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import Column, RegisterKind
from ...catalogue.registers.marks import marks
from ...errors import InputError
from ...i18n import tr
from ...numbers import with_mark
from ...periods import is_future
from ..problems import ReadingProblem, ReadingProblems
from ..workbooks.cell_reader import Percent
from ..written.days import day_parts
from ..written.keys import LOST_NUMBER, WITH_DECIMAL, lost_in_a_number, whole_number
from ..written.numbers import (
    Evidence,
    all_cleaned,
    cleaned,
    doubt_next_step,
    doubt_text,
    read_numbers,
)
from ..written.periods import normal_period
from .decimal_signs import Signs, span_of

TRUE = {"1", "1.0", "1,0", "ja", "j", "true", "sand", "x"}
FALSE = {"0", "0.0", "0,0", "nej", "n", "false", "falsk"}
EXACT = 2.0**53
"""From here on a number with decimals cannot hold every whole number: digits may be lost."""
PERCENT = "procent"
AROUND = (" ", "\u00a0", "\t", "=", "'")
"""What may stand around an identifier and is none of it."""
CPR = re.compile(r"^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}-?\d{4}$")


def _as_text(cell: object) -> str:
    """The cell as text, numbers as Danes write them: with decimal comma, whole ones without
    decimals.

    Spreadsheets keep every number as one with decimals, and a point before three digits would be
    read as a thousand. One so large that digits may be lost is written with an exponent, and so
    refused as a key.
    """
    if isinstance(cell, float):
        if abs(cell) >= EXACT:
            return with_mark(f"{cell:.16e}")
        return str(int(cell)) if cell.is_integer() else with_mark(repr(float(cell)))
    return str(cell)


class Cells:
    """One column of one piece of a file, ready to be read and to say where it is wrong."""

    def __init__(
        self,
        values: pd.Series,
        column: Column,
        kind: RegisterKind,
        file: str,
        first_row: int,
        problems: Optional[ReadingProblems] = None,
        notes: Optional[ReadingProblems] = None,
        sign: Optional[Callable[[], str]] = None,
    ):
        self.values, self.column, self.kind = values, column, kind
        self.file, self.first_row, self._problems = file, first_row, problems
        self._notes = notes if notes is not None else problems
        self._sign = sign

    def sign(self) -> str:
        """The decimal sign of the column; empty where its cells do not say."""
        if self._sign is not None:
            return self._sign()
        evidence = Evidence()
        evidence.add([cell for cell in self.values.dropna().unique() if isinstance(cell, str)])
        return evidence.sign({"": span_of(self.column)})

    def _row(self, position: int) -> int:
        """The row of a cell as the user counts."""
        return int(self.values.index[position]) + self.first_row

    def refuse(self, wrong: np.ndarray, message: str, next_step: str) -> None:
        """Raise ``InputError`` naming file, first wrong row and field, when any row is ``wrong``.

        Where problems are collected they are noted instead, and the caller makes the cells missing.
        """
        rows = np.flatnonzero(wrong)
        if not len(rows):
            return
        if self._problems is not None:
            self._problems.add(
                ReadingProblem(
                    self.file,
                    self.column.name,
                    str(self.values.name),
                    message,
                    next_step,
                    len(rows),
                    self._row(rows[0]),
                )
            )
            return
        more = (
            tr(" ({count} rows in this part of the file)", count=len(rows)) if len(rows) > 1 else ""
        )
        raise InputError(
            tr(
                "{file}, row {row}, field {field}: {message}{more}.",
                file=self.file,
                row=self._row(rows[0]),
                field=self.values.name,
                message=message,
                more=more,
            ),
            next_step,
        )

    def remark(self, found: np.ndarray, message: str, next_step: str, reason: str = "") -> None:
        """Note what is no fault but should be known; ``reason`` is its name in the record."""
        rows = np.flatnonzero(found)
        if len(rows) and self._notes is not None:
            self._notes.add(
                ReadingProblem(
                    self.file,
                    self.column.name,
                    str(self.values.name),
                    message,
                    next_step,
                    len(rows),
                    self._row(rows[0]),
                    blocks=False,
                    reason=reason,
                )
            )

    @property
    def collecting(self) -> bool:
        """Are problems collected?"""
        return self._problems is not None

    def texts(self) -> pd.Series:
        """The cells as category of stripped texts, missing values as missing."""
        values = self.values
        if values.dtype.name != "category":
            values = values.map(_as_text, na_action="ignore").astype("category")
        stripped = all_cleaned(values.cat.categories.tolist())
        blank = marks().missing.union(self.kind.missing_values)
        longest = max(map(len, blank))
        missing = [len(text) <= longest and text.lower() in blank for text in stripped]
        unique = list(dict.fromkeys(text for text, gone in zip(stripped, missing) if not gone))
        codes = values.cat.codes.to_numpy()
        if len(unique) < len(stripped):
            place = {text: number for number, text in enumerate(unique)}
            codes = np.array(
                [-1 if gone else place[text] for text, gone in zip(stripped, missing)] + [-1]
            )[codes]
        return pd.Series(
            pd.Categorical.from_codes(codes, categories=pd.Index(unique, dtype=object)),
            index=values.index,
        )

    def translated(
        self, translate: Callable[[str], object], message: str, next_step: str
    ) -> pd.Series:
        """The cells with every distinct text translated (category); None from ``translate`` is
        refused."""
        texts = self.texts()
        codes = texts.cat.codes.to_numpy()
        meanings = [translate(text) for text in texts.cat.categories]
        unknown = np.append(np.array([m is None for m in meanings], dtype=bool), False)
        if unknown.any():
            self.refuse(unknown[codes], message, next_step)
        unique = list(dict.fromkeys(m for m in meanings if m is not None))
        place = {meaning: number for number, meaning in enumerate(unique)}
        new = np.array([place.get(m, -1) for m in meanings] + [-1])[codes]
        return pd.Series(pd.Categorical.from_codes(new, categories=unique), index=texts.index)


def _numbers(cells: Cells) -> np.ndarray:
    values = cells.values
    if values.dtype.kind in "if":
        return values.to_numpy(dtype="float64")
    if (
        values.dtype.kind in "bO" and cells.column.maximum == 1
    ):  # a share: 0.5 where the sheet shows 50 %, 1 for true
        values = values.map(
            lambda cell: cell.share
            if isinstance(cell, Percent)
            else float(cell)
            if cell is True or cell is False
            else cell
        )
    found = read_numbers(
        values, cells.sign, percent=cells.column.unit == PERCENT or bool(cells.column.by)
    )
    cells.refuse(
        found.wrong,
        tr("text where a number is expected"),
        tr("Correct the cell, or map another column to {role}.", role=cells.column.name),
    )
    cells.refuse(found.doubtful, doubt_text(), doubt_next_step())
    cells.remark(
        found.hidden,
        tr("the source hides the number, and it counts as unknown"),
        tr("Ask whoever delivers the file for the numbers, if they are needed."),
        "hidden",
    )
    return found.values


def _bounded(cells: Cells, numbers: np.ndarray) -> np.ndarray:
    column = cells.column
    with np.errstate(invalid="ignore"):
        wrong = (numbers < column.minimum) | (numbers > column.maximum) | np.isinf(numbers)
    if column.type == "coordinate":
        numbers = np.where(numbers == 0, np.nan, numbers)
        wrong &= ~np.isnan(numbers)
        hint = tr(
            "Coordinates must be metres in EPSG:25832. Reproject the file, or map the right "
            "columns."
        )
    else:
        hint = tr("Correct the cell, or map another column to {role}.", role=column.name)
    cells.refuse(
        wrong,
        tr(
            "the value is outside {minimum}-{maximum}",
            minimum=f"{column.minimum:g}",
            maximum=f"{column.maximum:g}",
        ),
        hint,
    )
    return np.where(wrong, np.nan, numbers)


def _number(cells: Cells) -> pd.Series:
    numbers = _numbers(cells)
    if cells.column.minimum is not None:
        numbers = _bounded(cells, numbers)
    return pd.Series(numbers, index=cells.values.index)


def _integer(cells: Cells) -> pd.Series:
    numbers = _number(cells)
    broken = numbers.notna() & (numbers % 1 != 0)
    cells.refuse(
        broken.to_numpy(),
        tr("a whole number is expected"),
        tr("Correct the cell, or map another column to {role}.", role=cells.column.name),
    )
    return numbers.mask(broken).astype("float32")


def _boolean(cells: Cells) -> pd.Series:
    def truth(text: str) -> "float | None":
        text = text.lower()
        return 1.0 if text in TRUE else 0.0 if text in FALSE else None

    values = cells.values
    if values.dtype.kind in "fi":
        numbers = values.to_numpy(dtype="float32")
        if np.isin(numbers[~np.isnan(numbers)], (0, 1)).all():
            return pd.Series(numbers, index=values.index)
    known = cells.translated(
        truth, tr("0 or 1 is expected"), tr("Write 1 for yes, 0 for no, nothing for unknown.")
    ).cat
    numbers = np.append(known.categories.to_numpy(dtype="float32"), np.float32("nan"))[
        known.codes.to_numpy()
    ]
    return pd.Series(numbers.astype("float32"), index=cells.values.index)


def _code(cells: Cells) -> pd.Series:
    spellings = {spelling: code for code, all_ in cells.column.codes.items() for spelling in all_}
    return cells.translated(
        lambda text: spellings.get(whole_number(text.lower())),
        tr("the code is not in the list"),
        tr("Use {choices}; leave unknown cells empty.", choices=", ".join(cells.column.codes)),
    )


def _education(cells: Cells) -> pd.Series:
    def main_area(text: str) -> "str | None":
        text = re.split("[.,]", text.upper())[0].lstrip("H")
        return text[:2] if text.isdigit() and text[:2] in cells.column.codes else None

    return cells.translated(
        main_area,
        tr("the code is not a DISCED-15 main area"),
        tr(
            "Use two digits: {choices}; leave unknown cells empty.",
            choices=", ".join(cells.column.codes),
        ),
    )


def _period(cells: Cells) -> pd.Series:
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
    def iso(text: str) -> "str | None":
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


def _key(cells: Cells) -> pd.Series:
    keys = cells.texts()
    lost = [key for key in keys.cat.categories if key[1:2] in ",.eE" and lost_in_a_number(key)]
    if not lost:
        return keys
    cells.refuse(
        keys.isin(lost).to_numpy(),
        tr("the key has been turned into a number and its last digits are lost"),
        tr("A spreadsheet did it. Fetch the key again as text, for example 04610855__18__1__tv."),
    )
    return keys.cat.remove_categories(lost)


def _digits(cells: Cells) -> pd.Series:
    """Codes of a fixed number of digits, whose zeros in front a spreadsheet may have taken."""
    width, short = cells.column.width, set()

    def padded(text: str) -> Optional[str]:
        whole = text[:-2] if text.endswith((".0", ",0")) else text
        if not whole.isdigit() or len(whole) > width:
            return None
        if len(whole) < width:
            short.add(text)
        return whole.zfill(width)

    codes = cells.translated(
        padded,
        tr("{width} digits are expected", width=width),
        tr("Correct the cell, or map another column to {role}.", role=cells.column.name),
    )
    if short:
        cells.remark(
            cells.texts().isin(short).to_numpy(),
            tr("zeros in front are lost, and are put back"),
            tr("Fetch the codes as text, so that nothing else is lost."),
            "zeros",
        )
    return codes


def _cases(mark: str) -> "tuple[str, ...]":
    return mark, mark.upper(), mark.capitalize()


def _whole_identifiers(cells: Cells, texts: np.ndarray) -> np.ndarray:
    """``texts`` without blanks around them, marks of spreadsheets and the decimals of whole
    numbers; numbers that have lost digits are refused, and missing."""
    every = "\n".join(texts)
    if any(sign in every for sign in AROUND):
        texts = np.array([cleaned(text) for text in texts], dtype=object)
        every = "\n".join(texts)
    if not any(sign in every for sign in "+.,"):  # pseudonyms have none of them, and are many
        return texts
    if WITH_DECIMAL.search(every):
        texts = np.array([whole_number(text) for text in texts], dtype=object)
    if LOST_NUMBER.search(every):
        lost = np.array([bool(LOST_NUMBER.match(text)) for text in texts])
        cells.refuse(
            lost,
            tr("the identifier has been turned into a number and its last digits are lost"),
            tr("A spreadsheet did it. Fetch the identifiers again as text."),
        )
        texts = np.where(lost, "", texts)
    return texts


def _identifier(cells: Cells) -> pd.Series:
    """Identifiers as 64-bit hashes (0 where missing): they can be told apart, and not be read."""
    values = cells.values
    texts = values.to_numpy(dtype=object, na_value="")
    if values.dtype != object or not all(type(text) is str for text in texts):
        texts = np.array([_as_text(text) for text in texts], dtype=object)
    texts = _whole_identifiers(cells, texts)
    hashes = pd.util.hash_array(texts, categorize=False)
    if cells.collecting:
        cells.remark(
            np.array([len(text) in (10, 11) and bool(CPR.match(text)) for text in texts]),
            tr("these look like CPR numbers"),
            tr("They are not kept or shown, but ask for a pseudonym in their place."),
        )
    spellings = dict.fromkeys(
        form
        for mark in marks().no_identifier.union(cells.kind.missing_values)
        for form in _cases(mark)
    )
    none = hashes == pd.util.hash_array(np.array([""], dtype=object), categorize=False)[0]
    marked = pd.util.hash_array(np.array(list(spellings), dtype=object), categorize=False)
    missing = (
        pd.Series(hashes).isin(marked).to_numpy()
    )  # numpy sorts where it has so many to look for
    cells.remark(
        missing & ~none,
        tr("an id that says that there is none (such as NA or -) counts as no id"),
        tr("Check that it is no id. Give every row an id of its own."),
        "no_id",
    )
    return pd.Series(np.where(missing | none, np.uint64(0), hashes), index=values.index)


READERS = {
    "period": _period,
    "coordinate": _number,
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
    "code": _code,
    "education": _education,
    "date": _date,
    "key": _key,
    "text": Cells.texts,
    "digits": _digits,
    "identifier": _identifier,
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
) -> pd.DataFrame:
    """``piece`` with canonical dtypes.

    Args:
        piece: table with canonical column names and the file's cells.
        source_names: canonical column → the file's name for it as errors may say it
            (``told_roles``).
        file: the file's or layer's name, used in errors.
        first_row: the row number, as the user counts, of the row with the index 0.
        columns: which columns to convert; others are left out.
        problems: collects what cannot be read, which then counts as missing; None refuses it.
        notes: collects what is no fault but should be known; where None, ``problems`` does.
        signs: the decimal signs of the source's columns; where None, the piece's own cells say.
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
            cells = Cells(values, kind.column(role), kind, file, first_row, problems, notes, sign)
            table[role] = READERS[kind.column(role).type](cells).rename(role)
    return pd.DataFrame(table, index=piece.index)
