"""The one door to openpyxl for what is read: cells, and the elements of a workbook's XML."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Dict

from .cell_reader import NO_RESULT, Begin, Rows
from .limits import CellCount, has_formulas


def read_cells(path: Path) -> Dict[str, Rows]:
    """The cells of the visible sheets (``cell_reader.CellReader``); the file is closed again,
    whatever happens, so that Excel can save it.

    A workbook with formulas is read twice: openpyxl gives their results or their texts, and only
    both together say which result was never saved.
    """
    with path.open("rb") as stream:
        values = _sheets_in(stream, CellCount(path.name), with_results=True)
    if not has_formulas(path):
        return values
    with path.open("rb") as again:
        written = _sheets_in(again, CellCount(path.name), with_results=False)
    return {
        sheet: [
            (number, [_result(cell, formula) for cell, formula in zip(row, formulas)])
            for (number, row), (_, formulas) in zip(rows, written[sheet])
        ]
        for sheet, rows in values.items()
    }


def _result(cell: object, written: object) -> object:
    """The cell, or that the formula ``written`` in it has no saved result."""
    lacks = cell is None and isinstance(written, str) and written.startswith("=")
    return NO_RESULT if lacks else cell


def _sheets_in(stream: BinaryIO, count: CellCount, with_results: bool) -> Dict[str, Rows]:
    """The visible sheets, with the results of formulas or the formulas themselves, every row as
    wide as the widest."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=with_results)
    except InvalidFileException as error:
        raise ValueError(str(error)) from None
    found = {}
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            sheet.reset_dimensions()
            counted = (  # empty rows too: a row may say that it stands far below
                (number, count.counted(number, row))
                for number, row in enumerate(sheet.iter_rows(values_only=True), start=1)
            )
            rows = [(number, row) for number, row in counted if row]
            found[sheet.title] = _as_wide(rows, CellCount(count.file))
    return found


def _as_wide(rows: Rows, count: CellCount) -> Rows:
    """``rows`` padded to the widest of them; the cells are counted before there are so many."""
    width = max((len(row) for _, row in rows), default=0)
    for number, _ in rows:
        count.add(number, width)
    return [(number, [*row, *[None] * (width - len(row))]) for number, row in rows]


def read_elements(stream: BinaryIO, begin: Begin) -> None:
    """Call ``begin`` for every element of XML (``cell_reader.ElementReader``)."""
    from openpyxl.xml.functions import iterparse

    for event, element in iterparse(stream, events=("start", "end")):
        if event == "end":
            element.clear()
        else:
            begin(_local(element.tag), {_local(key): text for key, text in element.attrib.items()})


def _local(name: str) -> str:
    return name.rpartition("}")[2]
