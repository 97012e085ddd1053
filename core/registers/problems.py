"""Cells that cannot be read, told one kind at a time instead of stopping at the first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Dict, List, Optional, Tuple

from ..errors import InputError
from ..i18n import tr
from ..numbers import number
from ..progress import Progress
from .value_counts import ValueCounts

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class ReadingProblem:
    """One kind of fault in one column of one file.

    Attributes:
        rows: how many cells; first_row: the first of them, as the user counts; 0 where it is no
            row.
        field: empty where whole rows are meant.
        blocks: the register cannot be counted before the user decides to go on without the cells.
        reason: what it is called in the record of a run, in one word.
    """

    file: str
    role: str
    field: str
    message: str
    next_step: str
    rows: int
    first_row: int
    blocks: bool = True
    reason: str = ""


class ReadingProblems:
    """Collects what a strict reader would refuse; the cells then count as unknown.

    Args:
        values: collects the values that columns of codes hold, too; None does not.
    """

    def __init__(self, values: Optional[ValueCounts] = None) -> None:
        self.values = values
        self._kept: Dict[Tuple[str, str, str], ReadingProblem] = {}

    def add(self, problem: ReadingProblem) -> None:
        """Note ``problem``; the same fault in another part of the same file adds up."""
        key = (problem.file, problem.role, problem.message)
        known = self._kept.get(key)
        self._kept[key] = replace(known, rows=known.rows + problem.rows) if known else problem

    def all(self) -> List[ReadingProblem]:
        """What was found, in the order it was met."""
        return list(self._kept.values())


def refuse_or_note(
    problem: ReadingProblem, problems: Optional[ReadingProblems], more: str = ""
) -> None:
    """Note ``problem``; where nobody collects ``problems``, raise it, with ``more`` behind its
    message.

    Raises:
        InputError: names file, row and field.
    """
    if problems is not None:
        problems.add(problem)
        return
    raise InputError(
        tr(
            "{file}, row {row}, field {field}: {message}{more}.",
            file=problem.file,
            row=problem.first_row,
            field=problem.field,
            message=problem.message,
            more=more,
        ),
        problem.next_step,
    )


def tell(piece: "pd.DataFrame", notes: Optional[ReadingProblems]) -> None:
    """Note what the reader of ``piece`` has left out of it."""
    if notes is not None:
        for problem in piece.attrs.get("told", ()):
            notes.add(problem)


def sentence(problem: ReadingProblem) -> str:
    """A note in words: where, how often, what."""
    where = ", ".join(filter(None, (problem.file, problem.field)))
    if not problem.first_row:
        return tr(
            "{where}: {message} ({count} in all).",
            where=where,
            message=problem.message,
            count=number(problem.rows),
        )
    return tr(
        "{where}: {message} ({count} in all, the first in row {row}).",
        where=where,
        message=problem.message,
        count=number(problem.rows),
        row=problem.first_row,
    )


def warn(notes: ReadingProblems, progress: Progress) -> None:
    """Tell every note."""
    for problem in notes.all():
        progress.warn(sentence(problem))
