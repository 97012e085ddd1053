"""A table of areas as it is shown, sorted, and taken into a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Optional, Sequence, Tuple

from ...numbers import shortest
from ...plain_text import spreadsheet_text


@dataclass(frozen=True)
class Heading:
    """A column's name, its explanation, and whether it holds numbers."""

    text: str
    tip: str = ""
    numbers: bool = True


@dataclass(frozen=True)
class Cell:
    """A cell as it is read, the number it is sorted by (None where there is none), and what it
    means in words."""

    text: str
    value: Optional[float] = None
    tip: str = ""


@dataclass(frozen=True)
class Row:
    """An area: its id, its cells, and the colour it has on the map (empty where it has none)."""

    area: str
    cells: Tuple[Cell, ...]
    colour: str = ""

    @property
    def name(self) -> str:
        """The area's name."""
        return self.cells[0].text


@dataclass(frozen=True)
class AreaTable:
    """What is shown of the areas of a set in a period.

    Attributes:
        subject: what it is of, in words.
        period: the period it is of; a whole year where the subject has no months.
        note: what must be known to read it (rule set, dates, method); may be empty.
        headings: the first is the area's name.
        values: area → the number that colours the map, where one does.
        sentences: area → what the table says of it, in a sentence or two.
    """

    subject: str
    period: str
    note: str
    headings: Tuple[Heading, ...]
    rows: Tuple[Row, ...]
    values: Dict[str, float]
    sentences: Dict[str, str]

    def of(self, area: str) -> Optional[Row]:
        """The row of ``area``; None where there is none."""
        return next((row for row in self.rows if row.area == area), None)


def as_text(table: AreaTable, areas: Sequence[str] = ()) -> str:
    """``table`` as text for a spreadsheet: its headings, then a line per area, cells with tabs
    between.

    Numbers have all their decimals and no unit; names that a spreadsheet would compute stay texts.

    Args:
        areas: those to give, in this order; all where none are named.
    """
    by_area = {row.area: row for row in table.rows}
    rows = [by_area[area] for area in areas if area in by_area] if areas else list(table.rows)
    lines = [[_flat(heading.text) for heading in table.headings]]
    for row in rows:
        cells = zip(table.headings, row.cells)
        lines.append([_number(cell) if head.numbers else _flat(cell.text) for head, cell in cells])
    return "\n".join("\t".join(line) for line in lines) + "\n"


def _number(cell: Cell) -> str:
    return "" if cell.value is None else shortest(cell.value)


def _flat(text: str) -> str:
    """``text`` on one line and in one cell."""
    flat = spreadsheet_text(" ".join(text.split()))
    return '"' + flat.replace('"', '""') + '"' if '"' in flat else flat
