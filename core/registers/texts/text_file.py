"""Reads a delimited text file in pieces.

Danish habits: semicolon, decimal comma, point for thousands, cp1252 or UTF-8 with BOM.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, FrozenSet, Iterator, List, Optional, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import RegisterKind
from ...catalogue.registers.marks import marks
from ...errors import InputError
from ...i18n import tr
from ...progress import Progress, checkpoint
from ..column_names import check_names, has_year_headings, looks_like_data, refuse_too_many_columns
from ..problems import ReadingProblem
from ..reading import AS_GUESSED, Reading
from .doubtful_fields import doubtful_fields
from .encoding import decoded, opened, sample_of
from .layout import layout_of
from .line_shape import CheckedStream

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
        if self.empty:
            return
        first_row = self.header_row + 1
        with opened(self.path) as raw:
            stream = CheckedStream(
                raw,
                separator=self.separator,
                fields=len(self.columns),
                name=self.name,
                header_row=self.header_record,
                header_differs=self.trailing,
            )
            try:
                for piece in self._parsed(stream, roles, kind, rows):
                    checkpoint(progress)
                    progress.report(stream.tell() / max(self.size, 1))
                    self._refuse_trailing(piece, first_row)
                    table = pd.DataFrame({role: piece[column] for role, column in roles.items()})
                    table.index = pd.RangeIndex(len(table))
                    notes = self._without_empty(table, stream.empty_rows, first_row)
                    table.attrs["told"] = notes + self._over_lines(stream, first_row)
                    yield first_row, table
                    first_row += len(piece)
                    stream.begin_piece()
            except (pd.errors.ParserError, UnicodeDecodeError, csv.Error) as error:
                raise stream.fault or self._unreadable(error, first_row) from None
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

    def _parsed(
        self, stream: CheckedStream, roles: "dict[str, str]", kind: RegisterKind, rows: int
    ) -> Iterator[pd.DataFrame]:
        """The columns in ``roles``, and the nameless one behind the last, as pandas reads them."""
        types = self._types(roles, kind)
        wanted = {*roles.values(), *(self.columns[-1:] if self.trailing else ())}
        yield from pd.read_csv(
            io.BufferedReader(stream, BUFFER_BYTES),
            sep=self.separator,
            encoding=self.encoding,
            decimal=self.decimal,
            header=None,
            names=list(self.columns),
            skiprows=self.header_record,
            usecols=sorted(wanted),
            dtype=types,  # type: ignore[arg-type]
            chunksize=rows,
            keep_default_na=False,
            na_values={column: [""] if column in types else NO_NUMBER for column in wanted},
            skipinitialspace=True,
            low_memory=False,
        )

    def _unreadable(self, error: Exception, line: int) -> InputError:
        return InputError(
            tr("The file {file} cannot be read after line {line}.", file=self.name, line=line),
            tr(
                "Check that every row has the same number of fields and that the file is "
                "one whole "
                "text file."
            ),
            type(error).__name__,
        )

    def _types(self, roles: "dict[str, str]", kind: RegisterKind) -> "dict[str, str]":
        """Column → the type pandas reads it as; numbers that can be read in two ways stay texts."""
        type_of = [(column, kind.column(role).type) for role, column in roles.items()]
        types = {column: TEXT_TYPES[type_] for column, type_ in type_of if type_ in TEXT_TYPES}
        numeric = {column for column, type_ in type_of if type_ in NUMBER_TYPES}
        if numeric:
            if "fields" not in self._doubtful:
                self._doubtful["fields"] = doubtful_fields(self.path, self.separator)
            fields = self._doubtful["fields"]
            for column in numeric:
                if fields is None or self.columns.index(column) in fields:
                    types[column] = "str"
        return types

    def _note(self, message: str, count: int, row: int, reason: str) -> ReadingProblem:
        return ReadingProblem(
            file=self.name,
            role="",
            field="",
            message=message,
            next_step=tr("Nothing, where that is as it should be."),
            rows=count,
            first_row=row,
            blocks=False,
            reason=reason,
        )

    def _over_lines(self, stream: CheckedStream, first_row: int) -> List[ReadingProblem]:
        """A note of the cells of the piece that go on over several lines; none where none do."""
        if not stream.over_lines:
            return []
        message = tr("cells go on over several lines")
        return [self._note(message, stream.over_lines, first_row, "over_lines")]

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
        if not self.trailing:
            return
        filled = np.flatnonzero(piece[self.columns[-1]].notna().to_numpy())
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


def open_text_file(path: "str | Path", reading: Reading = AS_GUESSED) -> TextFile:
    """The text file at ``path``; what ``reading`` does not say is found from its beginning.

    Raises:
        InputError: missing, empty, not text, without a separator, or with two columns of one name.
    """
    path = Path(path)
    sample, whole = sample_of(path)
    if not sample.strip():
        raise InputError(
            tr("The file {file} is empty.", file=path.name),
            tr("Choose a file with column names in the first line and one row per person below."),
        )
    text, encoding = decoded(path, sample, reading.encoding)
    if not whole and "\n" in text:
        text = text[: text.rindex("\n") + 1]
    try:
        layout = layout_of(text, reading, path.name)
    except csv.Error:
        raise InputError(
            tr(
                "The file {file} has a cell of more than {count} characters.",
                file=path.name,
                count=csv.field_size_limit(),
            ),
            tr("A quotation mark may be missing, or it is no table. Correct the file."),
        ) from None
    header = layout.rows[layout.header]
    refuse_too_many_columns(len(header.cells), path.name)
    columns = tuple(
        name.strip() or tr("(column {number})", number=n)
        for n, name in enumerate(header.cells, start=1)
    )
    if looks_like_data(columns, years_are_names=has_year_headings(columns)):
        raise InputError(
            tr(
                "The first line of the file {file} looks like data, not column names.",
                file=path.name,
            ),
            tr("Write the column names in the first line."),
        )
    if layout.trailing:
        columns += (tr("(column {number})", number=len(columns) + 1),)
    check_names(columns, path.name)
    return TextFile(
        path=path,
        encoding=encoding,
        separator=layout.separator,
        decimal=reading.decimal or layout.decimal,
        columns=columns,
        header_row=header.line,
        header_record=header.record,
        empty=not layout.below,
        said_decimal=reading.decimal,
        trailing=layout.trailing,
    )
