"""How a delimited text file is laid out, found from its beginning: separator, header, decimal
sign."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import List, NamedTuple, Optional, Sequence

from ...errors import InputError
from ...i18n import tr
from ...numbers import COMMA, POINT, mark_among
from ..reading import SEPARATORS, Reading

HEADER_AMONG, SAMPLE_ROWS, ROWS_COMPARED = 30, 500, 50


class Row(NamedTuple):
    """A row of cells, with the line and the record it ends in, counted from 1; a cell with several
    lines is one record."""

    line: int
    record: int
    cells: Sequence[str]


@dataclass(frozen=True)
class Layout:
    """The beginning of a file cut into cells.

    Attributes:
        rows: those that are not empty. header: the position among them of the column names.
    """

    separator: str
    rows: Sequence[Row]
    header: int

    @property
    def names(self) -> Sequence[str]:
        """The cells of the header; none where there are no rows."""
        return self.rows[self.header].cells if self.rows else ()

    @property
    def below(self) -> List[Sequence[str]]:
        """The cells of the rows below the header."""
        return [row.cells for row in self.rows[self.header + 1 :]]

    @property
    def trailing(self) -> bool:
        """Have most rows below the header one separator more than it?"""
        width, below = len(self.names), [len(cells) for cells in self.below]
        return width > 1 and 2 * below.count(width + 1) > len(below)

    @property
    def decimal(self) -> str:
        """The decimal sign of the numbers below the header, most likely; a Danish file, with
        semicolons, has a comma."""
        cells = (cell.strip() for row in self.below for cell in row)
        return mark_among(cells, COMMA if self.separator == ";" else POINT)


def layout_of(text: str, reading: Reading, name: str) -> Layout:
    """The layout under the separator that cuts the header finest, and most lines as the header; one
    that takes lines for titles gives way to one that cuts all of them alike.

    Raises:
        InputError: no separator cuts it; ``name`` is what the file is called.
        csv.Error: a cell is longer than any can be.
    """
    cut = [
        _cut(text, separator, reading.header_row)
        for separator in ([reading.separator] if reading.separator else SEPARATORS)
    ]
    best: Optional[Layout] = None
    trailing: Optional[Layout] = None
    whole: List[Layout] = []
    for layout in cut:
        widths = _widths(layout)
        if layout.header == 0 and len(widths) > 1 and widths[0] > 1 and len(set(widths)) == 1:
            whole.append(layout)
        if _is_finer(layout, best) and 2 * widths.count(widths[0]) >= len(widths):
            best = layout
        elif layout.trailing and _is_finer(layout, trailing):
            trailing = layout
    if trailing is not None and _is_finer(trailing, best):
        best = trailing
    if whole and best is not None and best.header:
        # decimal commas are many, and where they are taken for separators their first line is a row
        best = max(whole, key=lambda layout: len(layout.names))
    if best is None:
        raise InputError(
            tr(
                "No column separator was found in the file {file}: the header is read as one "
                "column.",
                file=name,
            ),
            tr(
                "Save the file with semicolon or comma between the columns, and the column names "
                "in the "
                "first line."
            ),
            tr("The header has {count} characters.", count=len(text.splitlines()[0])),
        )
    return best


def _widths(layout: Layout) -> List[int]:
    """How many cells the header and the first rows below it have."""
    return [len(row.cells) for row in layout.rows[layout.header :][:ROWS_COMPARED]]


def _is_finer(layout: Layout, best: Optional[Layout]) -> bool:
    """Has its header more cells than that of the ``best`` so far, and more than one?"""
    return len(layout.names) > (len(best.names) if best is not None else 1)


def _cut(text: str, separator: str, header_row: int) -> Layout:
    """``text`` cut by ``separator``; the header is the line wanted, or the first that is no title.

    A title has one cell filled, or less than half of those that most lines have.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: List[Row] = []
    for record, cells in enumerate(reader, start=1):
        if any(cell.strip() for cell in cells):
            rows.append(Row(reader.line_num, record, cells))
        if len(rows) == SAMPLE_ROWS:
            break
    if header_row:
        wanted = (n for n, row in enumerate(rows) if row.line >= header_row)
        return Layout(separator, rows, next(wanted, 0))
    widths = [len(row.cells) for row in rows]
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
    filled = [sum(bool(cell.strip()) for cell in row.cells) for row in rows]
    no_titles = (n for n, count in enumerate(filled[:HEADER_AMONG]) if count > max(1, usual // 2))
    return Layout(separator, rows, next(no_titles, 0))
