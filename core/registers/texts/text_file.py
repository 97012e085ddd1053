"""Finds out how a delimited text file is written, and reads it in pieces.

Danish habits: semicolon, decimal comma, point for thousands, cp1252 or UTF-8 with BOM.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Dict, FrozenSet, Iterator, List, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.limits import limits
from ...catalogue.registers.kinds import RegisterKind
from ...catalogue.registers.marks import marks
from ...errors import InputError
from ...files import cure
from ...i18n import tr
from ...numbers import COMMA, POINT, mark_among, number
from ...progress import Progress, checkpoint
from ..column_names import has_year_headings, looks_like_data, told
from ..problems import ReadingProblem
from ..reading import AS_GUESSED, SEPARATORS, Reading
from .doubtful_fields import doubtful_fields
from .line_shape import CheckedStream

HEADER_AMONG, SAMPLE_ROWS = 30, 500
SAMPLE_BYTES = 262_144
CHUNK_ROWS = 100_000
TEXT_TYPES = {
    **dict.fromkeys(("period", "key", "code", "education", "date", "text", "digits"), "category"),
    "identifier": "str",
}
NUMBER_TYPES = ("number", "integer", "coordinate")
NO_NUMBER = sorted(
    {
        form
        for mark in ("", "-", *marks().missing)
        for form in (mark, mark.upper(), mark.capitalize())
    }
)
BUFFER_BYTES = 1 << 20
DECODE_BYTES = 1 << 22


@dataclass(frozen=True)
class TextFile:
    """A delimited text file and how it is written.

    Attributes:
        encoding: ``utf-8-sig`` (with or without BOM) or ``cp1252``.
        separator: one of ``;``, ``,``, tab and ``|``.
        decimal: ``,`` or ``.``, of the numbers that can be read in one way only; said_decimal: the
            one the user says.
        columns: the header's names; header_row: the line they end in, counted from 1;
            header_record: the same where a cell with several lines counts as one.
        empty: has it no rows? trailing: does every line but the header end in one separator more?
    """

    path: Path
    encoding: str
    separator: str
    decimal: str
    columns: Tuple[str, ...]
    header_row: int = 1
    header_record: int = 1
    empty: bool = False
    said_decimal: str = ""
    trailing: bool = False
    _doubtful: Dict[str, Optional[FrozenSet[int]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def name(self) -> str:
        """What the user calls the file."""
        return self.path.name

    @property
    def size(self) -> int:
        """Bytes, as the weight of the file in the progress bar."""
        return self.path.stat().st_size

    def pieces(
        self,
        roles: "dict[str, str]",
        kind: RegisterKind,
        progress: Progress,
        rows: int = CHUNK_ROWS,
    ) -> Iterator[Tuple[int, pd.DataFrame]]:
        """The mapped columns, at most ``rows`` rows at a time.

        Args:
            roles: canonical column → column of the file.
        Yields:
            The line number of the first row and a table with the canonical names, indexed by the
            rows' numbers from there; texts are categories, numbers are numbers where the whole
            piece is numeric and could not be read in two ways. ``attrs["told"]`` are the
            ``ReadingProblem``s of rows left out.
        Raises:
            InputError: the file cannot be parsed; names the line where known.
            CancelledError: the user stopped.
        """
        types = self._types(roles, kind)
        wanted = set(roles.values()) | ({self.columns[-1]} if self.trailing else set())
        missing = {column: [""] if column in types else NO_NUMBER for column in wanted}
        if self.empty:
            return
        first_row = self.header_row + 1
        with _opened(self.path) as raw:
            stream = CheckedStream(
                raw, self.separator, len(self.columns), self.name, self.header_record, self.trailing
            )
            try:
                reader = pd.read_csv(
                    io.BufferedReader(stream, BUFFER_BYTES),
                    sep=self.separator,
                    encoding=self.encoding,
                    decimal=self.decimal,
                    header=None,
                    names=list(self.columns),
                    skiprows=self.header_record,
                    usecols=sorted(wanted),
                    dtype=types,
                    chunksize=rows,
                    keep_default_na=False,
                    na_values=missing,
                    skipinitialspace=True,
                    low_memory=False,
                )
                told_cells = 0
                for piece in reader:
                    checkpoint(progress)
                    progress.report(stream.tell() / max(self.size, 1))
                    self._refuse_trailing(piece, first_row)
                    table = pd.DataFrame({role: piece[column] for role, column in roles.items()})
                    table.index = pd.RangeIndex(len(table))
                    notes = self._without_empty(table, stream.empty_rows, first_row)
                    if stream.over_lines > told_cells:
                        notes.append(
                            self._note(
                                tr("cells go on over several lines"),
                                stream.over_lines - told_cells,
                                first_row,
                                "over_lines",
                            )
                        )
                        told_cells = stream.over_lines
                    table.attrs["told"] = notes
                    yield first_row, table
                    first_row += len(piece)
                    stream.begin_piece()
                if stream.unfinished:
                    progress.warn(
                        tr(
                            "The file {file} has no line end after its last line {line}; it may "
                            "have been cut "
                            "off.",
                            file=self.name,
                            line=first_row - 1,
                        )
                    )
            except (pd.errors.ParserError, UnicodeDecodeError, csv.Error) as error:
                if stream.fault is not None:
                    raise stream.fault from None
                raise InputError(
                    tr(
                        "The file {file} cannot be read after line {line}.",
                        file=self.name,
                        line=first_row,
                    ),
                    tr(
                        "Check that every row has the same number of fields and that the file is "
                        "one whole "
                        "text file."
                    ),
                    str(type(error).__name__),
                ) from None

    def _types(self, roles: "dict[str, str]", kind: RegisterKind) -> "dict[str, str]":
        """Column → the type pandas reads it as; numbers that can be read in two ways stay texts."""
        types = {
            column: TEXT_TYPES[kind.column(role).type]
            for role, column in roles.items()
            if kind.column(role).type in TEXT_TYPES
        }
        numeric = {
            column for role, column in roles.items() if kind.column(role).type in NUMBER_TYPES
        }
        if numeric:
            if "fields" not in self._doubtful:
                self._doubtful["fields"] = doubtful_fields(self.path, self.separator)
            fields = self._doubtful["fields"]
            types.update(
                {
                    column: "str"
                    for column in numeric
                    if fields is None or self.columns.index(column) in fields
                }
            )
        return types

    def _note(self, message: str, count: int, row: int, reason: str) -> ReadingProblem:
        return ReadingProblem(
            self.name,
            "",
            "",
            message,
            tr("Nothing, where that is as it should be."),
            count,
            row,
            False,
            reason,
        )

    def _without_empty(
        self, table: pd.DataFrame, empty: List[int], first_row: int
    ) -> List[ReadingProblem]:
        """Take the rows of separators alone out of ``table``, in place, and out of ``empty``; say
        how many."""
        begin = first_row - self.header_row - 1
        here = [row - begin for row in empty if row - begin < len(table)]
        if not here:
            return []
        del empty[: len(here)]
        table.drop(index=here, inplace=True)
        return [
            self._note(
                tr("rows of separators alone are left out"),
                len(here),
                here[0] + first_row,
                "empty_rows",
            )
        ]

    def _refuse_trailing(self, piece: pd.DataFrame, first_row: int) -> None:
        """Raise ``InputError`` where something stands behind the last column that has a name."""
        filled = np.flatnonzero(piece[self.columns[-1]].notna().to_numpy()) if self.trailing else ()
        if len(filled):
            raise InputError(
                tr(
                    "{file}, line {line}: there are {found} fields where the header has {wanted}.",
                    file=self.name,
                    line=int(filled[0]) + first_row,
                    found=len(self.columns),
                    wanted=len(self.columns) - 1,
                ),
                tr(
                    "Correct the line. If it is the last one, the file may have been cut off: "
                    "fetch it again."
                ),
            )


def _decode(path: Path, sample: bytes, wanted: str) -> Tuple[str, str]:
    """The text of ``sample`` and the encoding of the whole file: the one ``wanted``, UTF-8 or else
    cp1252."""
    if b"\x00" in sample:
        raise InputError(
            tr("The file {file} is not a text file.", file=path.name),
            tr("Save it as CSV (UTF-8) and choose that file."),
        )
    encoding = wanted or ("utf-8-sig" if _is_utf8(path) else "cp1252")
    return sample.decode(encoding, errors="replace"), encoding


@dataclass(frozen=True)
class _Layout:
    """The beginning of a file cut into cells: ``rows`` with the lines and records they end in, and
    the header."""

    separator: str
    rows: Sequence[Tuple[int, int, Sequence[str]]]
    header: int


def _layout(text: str, separator: str, header_row: int) -> _Layout:
    """``text`` cut by ``separator``; the header is the line wanted, or the first that is no title.

    A title has one cell filled, or less than half of those that most lines have.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = []
    for record, row in enumerate(reader, start=1):
        if any(cell.strip() for cell in row):
            rows.append((reader.line_num, record, row))
        if len(rows) == SAMPLE_ROWS:
            break
    if not rows:
        return _Layout(separator, rows, 0)
    if header_row:
        return _Layout(
            separator,
            rows,
            next((n for n, (line, _, _) in enumerate(rows) if line >= header_row), 0),
        )
    widths = [len(row) for _, _, row in rows]
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    filled = [sum(bool(cell.strip()) for cell in row) for _, _, row in rows]
    header = next(
        (n for n in range(min(HEADER_AMONG, len(rows))) if filled[n] > max(1, usual // 2)), 0
    )
    return _Layout(separator, rows, header)


def _sniffed(text: str, reading: Reading, name: str) -> _Layout:
    """The layout under the separator that cuts the header finest, and most lines as the header; one
    that takes lines for titles gives way to one that cuts all of them alike."""
    best, fields, whole = None, 1, []
    trailing: Optional[_Layout] = None
    for separator in [reading.separator] if reading.separator else SEPARATORS:
        layout = _layout(text, separator, reading.header_row)
        widths = [len(row) for _, _, row in layout.rows[layout.header :][:50]]
        if layout.header == 0 and len(widths) > 1 and widths[0] > 1 and len(set(widths)) == 1:
            whole.append(layout)
        if (
            widths
            and widths[0] > fields
            and sum(width == widths[0] for width in widths) >= len(widths) / 2
        ):
            best, fields = layout, widths[0]
        elif _is_trailing(layout) and (
            trailing is None or widths[0] > len(trailing.rows[trailing.header][2])
        ):
            trailing = layout
    if trailing is not None and len(trailing.rows[trailing.header][2]) > fields:
        best = trailing
    if (
        whole and best is not None and best.header
    ):  # decimal commas are many, and their first line a row
        best = max(whole, key=lambda layout: len(layout.rows[0][2]))
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


def _is_trailing(layout: _Layout) -> bool:
    """Have most rows below the header one separator more than it?"""
    width = len(layout.rows[layout.header][2]) if layout.rows else 0
    below = [len(row) for _, _, row in layout.rows[layout.header + 1 :]]
    return width > 1 and 2 * below.count(width + 1) > len(below)


def _decimal(rows: Sequence[Sequence[str]], separator: str) -> str:
    cells = (cell.strip() for row in rows for cell in row)
    return mark_among(cells, COMMA if separator == ";" else POINT)


def _is_utf8(path: Path) -> bool:
    """Can the whole file be read as UTF-8?"""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with open(path, "rb") as stream:
            while block := stream.read(DECODE_BYTES):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def open_text_file(path: "str | Path", reading: Reading = AS_GUESSED) -> TextFile:
    """The text file at ``path``; what ``reading`` does not say is found from its beginning.

    Raises:
        InputError: missing, empty, not text, without a separator, or with two columns of one name.
    """
    path = Path(path)
    sample, whole = _sample(path)
    if not sample.strip():
        raise InputError(
            tr("The file {file} is empty.", file=path.name),
            tr("Choose a file with column names in the first line and one row per person below."),
        )
    text, encoding = _decode(path, sample, reading.encoding)
    if not whole and "\n" in text:
        text = text[: text.rindex("\n") + 1]
    try:
        layout = _sniffed(text, reading, path.name)
    except csv.Error:
        raise InputError(
            tr(
                "The file {file} has a cell of more than {count} characters.",
                file=path.name,
                count=csv.field_size_limit(),
            ),
            tr("A quotation mark may be missing, or it is no table. Correct the file."),
        ) from None
    line, record, header = layout.rows[layout.header]
    refuse_too_many_columns(len(header), path.name)
    columns = tuple(
        name.strip() or tr("(column {number})", number=n) for n, name in enumerate(header, start=1)
    )
    if looks_like_data(columns, years_are_names=has_year_headings(columns)):
        raise InputError(
            tr(
                "The first line of the file {file} looks like data, not column names.",
                file=path.name,
            ),
            tr("Write the column names in the first line."),
        )
    trailing = _is_trailing(layout)
    columns += (tr("(column {number})", number=len(columns) + 1),) if trailing else ()
    check_names(columns, path.name)
    decimal = reading.decimal or _decimal(
        [row for _, _, row in layout.rows[layout.header + 1 :]], layout.separator
    )
    return TextFile(
        path,
        encoding,
        layout.separator,
        decimal,
        columns,
        line,
        record,
        layout.header + 1 >= len(layout.rows),
        reading.decimal,
        trailing,
    )


def _sample(path: Path) -> Tuple[bytes, bool]:
    """The beginning of the file, and whether that is all of it."""
    try:
        with open(path, "rb") as stream:
            return stream.read(SAMPLE_BYTES), not stream.read(1)
    except OSError as error:
        raise _not_opened(path, error) from None


def _opened(path: Path) -> BinaryIO:
    try:
        return open(path, "rb", buffering=0)
    except OSError as error:
        raise _not_opened(path, error) from None


def _not_opened(path: Path, error: OSError) -> InputError:
    return InputError(
        tr("The file {file} cannot be opened.", file=str(path)),
        cure(error, path, reading=True),
        error.strerror or "",
    )


def refuse_too_many_columns(count: int, name: str) -> None:
    """Raise ``InputError`` where a table is wider than any register."""
    most = int(limits("text_file")["columns"])
    if count > most:
        raise InputError(
            tr("The file {file} has more than {count} columns.", file=name, count=number(most)),
            tr("Choose a table with one row per person, household or dwelling."),
        )


def check_names(columns: Sequence[str], name: str) -> None:
    """Raise ``InputError`` where two columns have one name."""
    twice = sorted(column for column, times in Counter(columns).items() if times > 1)
    if twice:
        raise InputError(
            tr(
                "The file {file} has more than one column named {column}.",
                file=name,
                column=told(twice, columns),
            ),
            tr("Give each column its own name."),
        )
