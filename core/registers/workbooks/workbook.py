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
from typing import BinaryIO, Dict, List, Sequence, Tuple

import pandas as pd

from ...errors import InputError
from ...files import cure
from ...i18n import tr
from ...packages import missing, missing_text
from ..column_names import check_names, looks_like_data
from ..reading import AS_GUESSED, Reading
from . import cell_reader
from .limits import CellCount, check_workbook, has_formulas
from .marks import SheetMarks, WorkbookMarks, marks_of
from .remarks import fill_merged, other_sheets, remarks_of

SHEET_SUFFIXES = (".xlsx", ".xlsm")
HEADER_AMONG, LOOK_AT_ROWS = 40, 200


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
    return sum(_filled(row) > 1 for row in rows) > 1


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
        return _openpyxl_cells
    host = cell_reader.installed()
    if host is None:
        raise InputError(
            missing_text(["openpyxl"]), tr("Or save the sheet as CSV (UTF-8) and choose that file.")
        )
    return host


def _openpyxl_cells(path: Path) -> Dict[str, cell_reader.Rows]:
    """The cells of the visible sheets; the file is closed again, whatever happens, so that Excel
    can save it."""
    with path.open("rb") as stream:
        values = _sheets_in(stream, CellCount(path.name), with_results=True)
    if not has_formulas(path):
        return values
    with path.open("rb") as again:
        written = _sheets_in(again, CellCount(path.name), with_results=False)
    return {
        sheet: [
            (
                number,
                [
                    cell_reader.NO_RESULT
                    if cell is None and isinstance(formula, str) and formula.startswith("=")
                    else cell
                    for cell, formula in zip(row, formulas)
                ],
            )
            for (number, row), (_, formulas) in zip(rows, written[sheet])
        ]
        for sheet, rows in values.items()
    }


def _sheets_in(
    stream: BinaryIO, count: CellCount, with_results: bool
) -> Dict[str, cell_reader.Rows]:
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


def _as_wide(rows: cell_reader.Rows, count: CellCount) -> cell_reader.Rows:
    """``rows`` padded to the widest of them; the cells are counted before there are so many."""
    width = max((len(row) for _, row in rows), default=0)
    for number, _ in rows:
        count.add(number, width)
    return [(number, [*row, *[None] * (width - len(row))]) for number, row in rows]


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


def _filled(row: Sequence[object]) -> int:
    return sum(cell is not None for cell in row)


def _header(numbers: Sequence[int], rows: Sequence[Sequence[object]], wanted: int) -> int:
    """Position of the header's last row: the one wanted, or the last of texts and years above the
    figures."""
    if wanted:
        return next((n for n, number in enumerate(numbers) if number >= wanted), len(rows))
    usual = sorted(_filled(row) for row in rows[:LOOK_AT_ROWS])[len(rows[:LOOK_AT_ROWS]) // 2]
    first = next(
        (n for n in range(min(HEADER_AMONG, len(rows))) if _filled(rows[n]) > max(1, usual // 2)), 0
    )
    last = first
    while last - first < 2 and _continues(rows, last):
        last += 1
    return last


def _continues(rows: Sequence[Sequence[object]], position: int) -> bool:
    """Does the header go on in the row below: names under merged cells, with figures below them?

    A row of texts is data where the rows below are texts too.
    """
    if position + 2 >= len(rows) or None not in rows[position][:-1]:
        return False
    below, after = rows[position + 1], rows[position + 2]
    return _only_names(below) and not _only_names(after) and not looks_like_data(below)


def _only_names(row: Sequence[object]) -> bool:
    """Are all its cells texts or years?"""
    cells = [cell for cell in row if cell is not None]
    return all(
        _is_year(cell)
        or (isinstance(cell, str) and not cell.replace(",", "").replace(".", "").isdigit())
        for cell in cells
    )


def _is_year(cell: object) -> bool:
    text = str(cell)
    return (
        not isinstance(cell, bool)
        and text.isdigit()
        and len(text) == 4
        and text[:2] in ("19", "20")
    )


def _names(rows: Sequence[Sequence[object]], position: int, top: int, file: str) -> List[str]:
    """The column names: cells of the header's rows joined, a merged cell standing for those right
    of it."""
    levels = []
    for row in rows[top : position + 1]:
        filled, last = [], None
        for cell in row:
            last = cell if cell is not None else last
            filled.append(last if row is not rows[position] else cell)
        levels.append(filled)
    names = []
    for number, column in enumerate(zip(*levels), start=1):
        words = [str(cell).strip() for cell in column if cell is not None]
        names.append(" / ".join(dict.fromkeys(words)) or tr("(column {number})", number=number))
    check_names(names, file)
    return names


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
    position = _header(numbers, rows, reading.header_row) if rows else 0
    if position + 1 >= len(rows):
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
    top = position
    while (
        top > 0
        and position - top < 3
        and not reading.header_row
        and _belongs(rows, top - 1, position)
    ):
        top -= 1
    width = max(len(row) for row in rows)
    padded = [list(row) + [None] * (width - len(row)) for row in rows]
    names = _names(padded, position, top, name)
    if looks_like_data(padded[position]):
        raise InputError(
            tr("The first line of the file {file} looks like data, not column names.", file=name),
            tr("Write the column names in the first line."),
        )
    marks = all_marks.sheets.get(sheet, SheetMarks())
    merged = fill_merged(numbers, padded, numbers[position], marks)
    remarks = remarks_of(
        name,
        names,
        numbers[position + 1 :],
        padded[position + 1 :],
        marks,
        merged,
        len(all_marks.hidden),
    )
    table = pd.DataFrame(
        padded[position + 1 :],
        columns=names,
        dtype=object,
        index=[row - numbers[position] - 1 for row in numbers[position + 1 :]],
    )
    table = table.loc[:, table.notna().any().to_numpy() | ~table.columns.str.startswith("(")]
    return WorkbookTable(name, sheets, numbers[position], table, remarks)


def _belongs(rows: Sequence[Sequence[object]], above: int, header: int) -> bool:
    """Is the row above part of the header: several names, some of them over more than one
    column?"""
    return _filled(rows[above]) > 1 and _only_names(rows[above]) and above < header
