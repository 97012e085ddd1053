"""One column of one piece of a file: its cells as texts, and what is wrong with them."""

from __future__ import annotations

from typing import Callable, Optional

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import Column, RegisterKind
from ...catalogue.registers.marks import marks
from ...i18n import tr
from ...numbers import with_mark
from ..categorical import categorical
from ..problems import ReadingProblem, ReadingProblems, refuse_or_note
from ..written.numbers import Evidence, all_cleaned
from .decimal_signs import span_of

EXACT = 2.0**53
"""From here on a number with decimals cannot hold every whole number: digits may be lost."""


def as_text(cell: object) -> str:
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
        return int(self.values.index.to_numpy()[position]) + self.first_row

    def refuse(self, wrong: np.ndarray, message: str, next_step: str) -> None:
        """Raise ``InputError`` naming file, first wrong row and field, when any row is ``wrong``.

        Where problems are collected they are noted instead, and the caller makes the cells missing.
        """
        rows = np.flatnonzero(wrong)
        if not len(rows):
            return
        more = tr(" ({count} rows in this part of the file)", count=len(rows))
        problem = self._problem(rows, message, next_step)
        refuse_or_note(problem, self._problems, more if len(rows) > 1 else "")

    def _problem(
        self,
        rows: np.ndarray,
        message: str,
        next_step: str,
        blocks: bool = True,
        reason: str = "",
    ) -> ReadingProblem:
        """A problem of ``rows`` (positions in this piece)."""
        return ReadingProblem(
            file=self.file,
            role=self.column.name,
            field=str(self.values.name),
            message=message,
            next_step=next_step,
            rows=len(rows),
            first_row=self._row(rows[0]),
            blocks=blocks,
            reason=reason,
        )

    def remark(self, found: np.ndarray, message: str, next_step: str, reason: str = "") -> None:
        """Note what is no fault but should be known; ``reason`` is its name in the record."""
        rows = np.flatnonzero(found)
        if len(rows) and self._notes is not None:
            self._notes.add(self._problem(rows, message, next_step, blocks=False, reason=reason))

    @property
    def collecting(self) -> bool:
        """Are problems collected?"""
        return self._problems is not None

    def texts(self) -> pd.Series:
        """The cells as category of stripped texts, missing values as missing."""
        values = self.values
        if values.dtype.name != "category":
            values = values.map(as_text, na_action="ignore").astype("category")
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
        return categorical(codes, pd.Index(unique, dtype=object), values.index)

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
        return categorical(new, unique, texts.index)
