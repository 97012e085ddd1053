"""Reads a table from a sheet of an Excel workbook, as Landsbyggefonden and Statistics Denmark
deliver them.

Title rows above the header, headers of several rows with merged cells, and figures hidden by the
source are all usual. What a sheet says of its own size is not believed: exports write it wrong.
"""

from __future__ import annotations

import datetime
import zipfile
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

import pandas as pd

from ...errors import InputError
from ...files import cure
from ...i18n import tr
from ...packages import missing, missing_text
from ..column_names import check_names, looks_like_data
from ..reading import AS_GUESSED, Reading
from . import cell_reader, openpyxl_reader
from .header import Header, filled_cells, find_header, names_of
from .limits import check_workbook
from .marks import SheetMarks, WorkbookMarks, marks_of
from .remarks import fill_merged, other_sheets, remarks_of

SHEET_SUFFIXES = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class WorkbookTable:
    """A table of a workbook.

    Attributes:
        name: file and, where there are several, sheet; sheets: the names to choose among.
        header_row: the row of the column names, counted from 1.
        table: the cells as they are (numbers, texts, dates as ISO texts; None empty), those shown
            as percentages as ``cell_reader.Percent``; indexed by the sheet's rows, counted from 0
            below the header (empty ones are left out).
        remarks: what the user must know about how it was read.
    """

    name: str
    sheets: Tuple[str, ...]
    header_row: int
    table: pd.DataFrame
    remarks: Tuple[str, ...] = ()


def open_workbook_table(path: "str | Path", reading: Reading = AS_GUESSED) -> WorkbookTable:
    """The table of the sheet and header row that ``reading`` says, else of the first sheet with
    one.

    Raises:
        InputError: nobody here reads workbooks, no workbook, no such sheet, no table, two columns
            of one name, or a formula without a saved result; names file, sheet, and row.
    """
    path = Path(path)
    check_workbook(path)
    sheets, marks = _sheets(path)
    if reading.sheet and reading.sheet not in sheets:
        raise InputError(
            tr("The workbook {file} has no sheet {sheet}.", file=path.name, sheet=reading.sheet),
            tr("Choose one of {choices}.", choices=", ".join(sheets)),
        )
    wanted = [reading.sheet] if reading.sheet else list(sheets)
    rows_of = {sheet: sheets[sheet] for sheet in wanted}
    sheet = next((s for s in wanted if len(rows_of[s][1]) > 1), wanted[0])
    found = _table(path, sheet, tuple(sheets), rows_of[sheet], reading, marks)
    others = (
        []
        if reading.sheet
        else [other for other in wanted if other != sheet and _is_table(rows_of[other][1])]
    )
    return replace(found, remarks=(*found.remarks, *other_sheets(path.name, others)))


def _is_table(rows: Sequence[Sequence[object]]) -> bool:
    """Has the sheet rows of several cells below one that could be their header?"""
    return sum(filled_cells(row) > 1 for row in rows) > 1


def sheet_rows(path: Path, sheet: str) -> "Tuple[Dict[int, List[object]], SheetMarks]":
    """The filled rows of a sheet by their number, cells as in ``WorkbookTable``, and its marks;
    none of a hidden sheet.

    Raises:
        InputError: nobody here reads workbooks, or it cannot be read.
    """
    check_workbook(path)
    sheets, marks = _sheets(path)
    numbers, rows = sheets.get(sheet, ([], []))
    return dict(zip(numbers, rows)), marks.sheets.get(sheet, SheetMarks())


Table = Tuple[List[int], List[List[object]]]


def _sheets(path: Path) -> "Tuple[Dict[str, Table], WorkbookMarks]":
    """Sheet → (row numbers, rows) of the visible sheets, empty rows left out; and what else the
    workbook says."""
    _check_opens(path)
    try:
        found = _reader()(path)
        marks = marks_of(path)
    except (
        OSError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        EOFError,
        NotImplementedError,
        SyntaxError,
        StopIteration,
        OverflowError,
        zlib.error,
    ) as error:
        problem = type(error).__name__
    else:
        return {
            sheet: _filled_rows(rows, sheet, path.name, marks.sheets.get(sheet, SheetMarks()))
            for sheet, rows in found.items()
        }, marks
    raise InputError(
        tr("The workbook {file} cannot be read.", file=path.name),
        tr(
            "Open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV "
            "(UTF-8)."
        ),
        problem,
    )


def _check_opens(path: Path) -> None:
    """Raise ``InputError`` where the file is held by another program, or not there."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise InputError(
            tr("The workbook {file} cannot be opened.", file=path.name),
            cure(error, path, reading=True),
            error.strerror or "",
        ) from None


def _reader() -> cell_reader.CellReader:
    """openpyxl where it is installed, else the host's reader."""
    if not missing("openpyxl"):
        return openpyxl_reader.read_cells
    host = cell_reader.installed()
    if host is None:
        raise InputError(
            missing_text(["openpyxl"]), tr("Or save the sheet as CSV (UTF-8) and choose that file.")
        )
    return host


def _filled_rows(rows: cell_reader.Rows, sheet: str, file: str, marks: SheetMarks) -> Table:
    """The filled rows, numbers as the sheet shows them; a formula whose result was never saved is
    refused."""
    in_percent: Dict[int, List[int]] = {}
    for number, column in marks.percent:
        in_percent.setdefault(number, []).append(column - 1)
    numbers, filled = [], []
    for number, row in rows:
        if cell_reader.NO_RESULT in row:
            raise InputError(
                tr(
                    "{file}, sheet {sheet}, row {row}, column {column}: the formula has no saved "
                    "result.",
                    file=file,
                    sheet=sheet,
                    row=number,
                    column=list(row).index(cell_reader.NO_RESULT) + 1,
                ),
                tr("Open the workbook in a spreadsheet program, let it compute, and save it."),
            )
        if any(cell is not None and str(cell).strip() for cell in row):
            numbers.append(number)
            filled.append([_plain(cell) for cell in row])
            for column in in_percent.get(number, ()):
                filled[-1][column : column + 1] = [
                    cell_reader.as_percent(cell) for cell in filled[-1][column : column + 1]
                ]
    return numbers, filled


def _plain(cell: object) -> object:
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, str):
        return cell.strip() or None
    return cell


def _table(
    path: Path,
    sheet: str,
    sheets: Tuple[str, ...],
    found: Table,
    reading: Reading,
    all_marks: WorkbookMarks,
) -> WorkbookTable:
    numbers, rows = found
    name = path.name if len(sheets) == 1 else f"{path.name} [{sheet}]"
    header = find_header(numbers, rows, reading.header_row) if rows else Header(0, 0)
    first = header.bottom + 1
    if first >= len(rows):
        raise InputError(
            tr(
                "The sheet {sheet} of {file} has no table: no rows stand below a row of column "
                "names.",
                sheet=sheet,
                file=path.name,
            ),
            tr(
                "Choose another sheet or header row. The workbook has the sheets {choices}.",
                choices=", ".join(sheets),
            ),
        )
    width = max(len(row) for row in rows)
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    names = names_of(padded, header)
    check_names(names, name)
    if looks_like_data(padded[header.bottom]):
        raise InputError(
            tr("The first line of the file {file} looks like data, not column names.", file=name),
            tr("Write the column names in the first line."),
        )
    marks, header_row = all_marks.sheets.get(sheet, SheetMarks()), numbers[header.bottom]
    merged = fill_merged(numbers, padded, header_row, marks)
    remarks = remarks_of(
        name=name,
        columns=names,
        numbers=numbers[first:],
        rows=padded[first:],
        marks=marks,
        merged=merged,
        hidden_sheets=len(all_marks.hidden),
    )
    table = pd.DataFrame(
        padded[first:],
        columns=names,
        dtype=object,
        index=[row - header_row - 1 for row in numbers[first:]],
    )
    nameless = table.columns.str.startswith("(")
    table = table[[*table.columns[table.notna().any().to_numpy() | ~nameless]]]
    return WorkbookTable(name, sheets, header_row, table, remarks)
