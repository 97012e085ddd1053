"""What must be known about how a sheet was read: percentages among plain numbers, merged cells,
what is hidden."""

from __future__ import annotations

from typing import List, Sequence, Tuple

from ...i18n import tr
from ...numbers import number
from ..column_names import safe_names
from .cell_reader import Percent
from .marks import SheetMarks

Rows = List[List[object]]


def fill_merged(
    numbers: Sequence[int], rows: Rows, header_row: int, marks: SheetMarks
) -> "Tuple[int, int, int]":
    """Let what stands in a merged cell stand in every row it spans, in place.

    Args:
        numbers: the sheet's number of each of ``rows``. header_row: cells of it and above are left
            alone.
    Returns:
        How many merged cells were filled down, the row of the first, and how many span columns
        (they stand for their first column alone).
    """
    position = {row: place for place, row in enumerate(numbers)}
    filled, first, across = 0, 0, 0
    for top, left, bottom, right in sorted(marks.merged):
        if top <= header_row or top not in position or left > len(rows[position[top]]):
            continue
        cell = rows[position[top]][left - 1]
        across += right > left and cell is not None
        below = [
            position[row] for row in range(top + 1, min(bottom, numbers[-1]) + 1) if row in position
        ]
        if cell is not None and below:
            for place in below:
                if rows[place][left - 1] is None:
                    rows[place][left - 1] = cell
            filled, first = filled + 1, first or top
    return filled, first, across


def remarks_of(
    name: str,
    columns: Sequence[str],
    numbers: Sequence[int],
    rows: Rows,
    marks: SheetMarks,
    merged: "Tuple[int, int, int]",
    hidden_sheets: int,
) -> Tuple[str, ...]:
    """Sentences about the data ``rows`` (with their ``numbers``) of the sheet called ``name``."""
    said = _mixed(name, columns, rows) if marks.percent else []
    filled, first, across = merged
    if filled:
        said.append(
            tr(
                "{file}: {count} merged cells are used for every row they span; the first stands "
                "in row {row}.",
                file=name,
                count=number(filled),
                row=first,
            )
        )
    if across:
        said.append(
            tr(
                "{file}: {count} merged cells span several columns; they are used for the first of "
                "them alone.",
                file=name,
                count=number(across),
            )
        )
    hidden = len(marks.hidden_rows.intersection(numbers))
    if hidden:
        said.append(
            tr(
                "{file}: {count} rows are hidden by a filter of the sheet; they are read all the "
                "same.",
                file=name,
                count=number(hidden),
            )
            if marks.filtered
            else tr(
                "{file}: {count} rows are hidden in the sheet; they are read all the same.",
                file=name,
                count=number(hidden),
            )
        )
    unseen = [
        column
        for place, column in enumerate(columns, start=1)
        if marks.is_hidden_column(place) and any(row[place - 1] is not None for row in rows)
    ]
    if unseen:
        said.append(
            tr(
                "{file}: the columns {columns} are hidden in the sheet; they are read all the "
                "same.",
                file=name,
                columns=safe_names(unseen, columns),
            )
        )
    if hidden_sheets:
        said.append(
            tr(
                "{file}: {count} hidden sheets are not read.",
                file=name,
                count=number(hidden_sheets),
            )
        )
    return tuple(said)


def other_sheets(name: str, sheets: Sequence[str]) -> Tuple[str, ...]:
    """The sentence about the ``sheets`` with tables that are not read; none where there are
    none."""
    return (
        (
            tr(
                "{file}: {count} other sheets hold tables and are not read: {sheets}. Choose the "
                "sheet, or save each as "
                "a file.",
                file=name,
                count=number(len(sheets)),
                sheets=", ".join(sheets),
            ),
        )
        if sheets
        else ()
    )


def _mixed(name: str, columns: Sequence[str], rows: Rows) -> List[str]:
    """Columns where some numbers are shown as percentages and others not."""
    said = []
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows if isinstance(row[place], (int, float)) and row[place]]
        shown = sum(isinstance(cell, Percent) for cell in cells)
        if 0 < shown < len(cells):
            said.append(
                tr(
                    "{file}, column {column}: {count} cells are shown as percentages (0.605 is "
                    "read as 60.5), "
                    "{others} as plain numbers (read as they stand).",
                    file=name,
                    column=safe_names([column], columns),
                    count=number(shown),
                    others=number(len(cells) - shown),
                )
            )
    return said
