"""Where the header of a sheet's table is, and the names it gives: title rows above it, several rows
with merged cells, years over figures."""

from __future__ import annotations

from typing import List, NamedTuple, Sequence

from ...i18n import tr
from ..column_names import looks_like_data

HEADER_AMONG, LOOK_AT_ROWS = 40, 200
MORE_ROWS_BELOW, MORE_ROWS_ABOVE = 2, 3
"""How many rows a header may have besides the one that is found first."""
Row = Sequence[object]


class Header(NamedTuple):
    """The positions of the header's first and last row."""

    top: int
    bottom: int


def filled_cells(row: Row) -> int:
    """How many cells of ``row`` hold something."""
    return sum(cell is not None for cell in row)


def find_header(numbers: Sequence[int], rows: Sequence[Row], wanted: int) -> Header:
    """The header among the filled ``rows`` (at least one) with their ``numbers``: the row
    ``wanted``, or the texts and years above the figures. It lies behind them where there is
    none."""
    if wanted:
        position = next((n for n, number in enumerate(numbers) if number >= wanted), len(rows))
        return Header(position, position)
    widths = sorted(filled_cells(row) for row in rows[:LOOK_AT_ROWS])
    usual = widths[len(widths) // 2]
    among = range(min(HEADER_AMONG, len(rows)))
    first = next((n for n in among if filled_cells(rows[n]) > max(1, usual // 2)), 0)
    bottom = first
    while bottom - first < MORE_ROWS_BELOW and _goes_on(rows, bottom):
        bottom += 1
    top = bottom
    while top > 0 and bottom - top < MORE_ROWS_ABOVE and _is_heading(rows[top - 1]):
        top -= 1
    return Header(top, bottom)


def _goes_on(rows: Sequence[Row], position: int) -> bool:
    """Does the header go on in the row below: names under merged cells, with figures below them?

    A row of texts is data where the rows below are texts too.
    """
    if position + 2 >= len(rows) or None not in rows[position][:-1]:
        return False
    below, after = rows[position + 1], rows[position + 2]
    return _only_names(below) and not _only_names(after) and not looks_like_data(below)


def _is_heading(row: Row) -> bool:
    """Can the row be part of a header: several names, some of them over more than one column?"""
    return filled_cells(row) > 1 and _only_names(row)


def _only_names(row: Row) -> bool:
    """Are all its cells texts or years?"""
    return all(_is_year(cell) or _is_name(cell) for cell in row if cell is not None)


def _is_name(cell: object) -> bool:
    return isinstance(cell, str) and not cell.replace(",", "").replace(".", "").isdigit()


def _is_year(cell: object) -> bool:
    text = str(cell)
    return (
        not isinstance(cell, bool)
        and text.isdigit()
        and len(text) == 4
        and text[:2] in ("19", "20")
    )


def names_of(rows: Sequence[Row], header: Header) -> List[str]:
    """The column names: cells of the header's rows joined, a merged cell standing for those right
    of it."""
    levels = [_spread(row) for row in rows[header.top : header.bottom]] + [rows[header.bottom]]
    names = []
    for number, column in enumerate(zip(*levels), start=1):
        words = [str(cell).strip() for cell in column if cell is not None]
        names.append(" / ".join(dict.fromkeys(words)) or tr("(column {number})", number=number))
    return names


def _spread(row: Row) -> List[object]:
    """``row`` with every empty cell filled from the left."""
    spread: List[object] = []
    for cell in row:
        spread.append(spread[-1] if cell is None and spread else cell)
    return spread
