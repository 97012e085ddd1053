"""Finds out how a delimited text file is written, and reads it in pieces.

Danish habits: semicolon, decimal comma, point for thousands, cp1252 or UTF-8 with BOM.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Sequence, Tuple

import pandas as pd

from ..catalogue.register_kinds import RegisterKind
from ..errors import InputError
from ..i18n import tr
from ..progress import Progress, checkpoint
from .line_shape import CheckedStream

SEPARATORS = (";", ",", "\t", "|")
SAMPLE_BYTES = 262_144
CHUNK_ROWS = 200_000
BUFFER_BYTES = 1 << 20
DECODE_BYTES = 1 << 22
NUMBER_CELL = re.compile(r"^-?[\d.,]+$")
DATA_CELL = re.compile(r"^(\d{6}-?\d{4}|\d{5,}|\d{1,4}[-./]\d{1,2}[-./]\d{1,4})$")
DECIMAL_COMMA = re.compile(r"^-?\d+,\d+$")
DECIMAL_POINT = re.compile(r"^-?(0\.\d+|\d+\.(?!\d{3}$)\d+)$")


@dataclass(frozen=True)
class TextFile:
    """A delimited text file and how it is written.

    Attributes:
        encoding: ``utf-8-sig`` (with or without BOM) or ``cp1252``.
        separator: one of ``;``, ``,``, tab and ``|``.
        decimal: ``,`` or ``.``.
        columns: the header's names.
    """

    path: Path
    encoding: str
    separator: str
    decimal: str
    columns: Tuple[str, ...]

    @property
    def name(self) -> str:
        """What the user calls the file."""
        return self.path.name

    @property
    def size(self) -> int:
        """Bytes, as the weight of the file in the progress bar."""
        return self.path.stat().st_size

    def pieces(self, roles: "dict[str, str]", kind: RegisterKind, progress: Progress,
               rows: int = CHUNK_ROWS) -> Iterator[Tuple[int, pd.DataFrame]]:
        """The mapped columns, at most ``rows`` rows at a time.

        Args:
            roles: canonical column → column of the file.
        Yields:
            The line number of the first row (the header is line 1) and a table with the canonical
            names; texts are categories, numbers are numbers where the whole piece is numeric.
        Raises:
            InputError: the file cannot be parsed; names the line where known.
            CancelledError: the user stopped.
        """
        text_types = {"period", "key", "code", "education", "date", "text", "boolean", "identifier"}
        types = {
            column: "category"
            for role, column in roles.items()
            if kind.column(role).type in text_types
        }
        first_row = 2
        with open(self.path, "rb", buffering=0) as raw:
            stream = CheckedStream(raw, self.separator, len(self.columns), self.name)
            try:
                reader = pd.read_csv(
                    io.BufferedReader(stream, BUFFER_BYTES), sep=self.separator, encoding=self.encoding,
                    decimal=self.decimal, header=0, names=list(self.columns),
                    usecols=sorted(set(roles.values())), dtype=types, chunksize=rows,
                    na_values=list(kind.missing_values), skipinitialspace=True, low_memory=False,
                )
                for piece in reader:
                    checkpoint(progress)
                    progress.report(stream.tell() / max(self.size, 1))
                    yield first_row, pd.DataFrame({role: piece[column] for role, column in roles.items()})
                    first_row += len(piece)
            except (pd.errors.ParserError, UnicodeDecodeError, csv.Error) as error:
                if stream.fault is not None:
                    raise stream.fault from None
                raise InputError(
                    tr("The file {file} cannot be read after line {line}.", file=self.name, line=first_row),
                    tr("Check that every row has the same number of fields and that the file is one whole "
                       "text file."),
                    str(type(error).__name__),
                ) from None


def _decode(path: Path, sample: bytes) -> Tuple[str, str]:
    """The text of ``sample`` and the encoding of the whole file, UTF-8 or else cp1252."""
    if b"\x00" in sample:
        raise InputError(
            tr("The file {file} is not a text file.", file=path.name),
            tr("Save it as CSV (UTF-8) and choose that file."),
        )
    encoding = "utf-8-sig" if _is_utf8(path) else "cp1252"
    return sample.decode(encoding, errors="replace"), encoding


def _separator(lines: Sequence[str], name: str) -> str:
    header = lines[0]
    best, best_fields = "", 1
    for separator in SEPARATORS:
        counts = [len(row) for row in csv.reader(lines[:50], delimiter=separator)]
        if counts[0] > best_fields and sum(c == counts[0] for c in counts) >= len(counts) / 2:
            best, best_fields = separator, counts[0]
    if not best:
        raise InputError(
            tr("No column separator was found in the file {file}: the header is read as one column.", file=name),
            tr("Save the file with semicolon or comma between the columns, and the column names in the "
               "first line."),
            tr("The header has {count} characters.", count=len(header)),
        )
    return best


def _decimal(rows: Sequence[Sequence[str]], separator: str) -> str:
    cells = [cell.strip() for row in rows for cell in row]
    if any(DECIMAL_COMMA.match(cell) for cell in cells):
        return ","
    if any(DECIMAL_POINT.match(cell) for cell in cells):
        return "."
    return "," if separator == ";" else "."


def _looks_like_data(header: Sequence[str]) -> bool:
    """Does the header hold long numbers, dates or CPR numbers, or numbers for the most part?"""
    cells = [cell for cell in header if cell]
    numbers = [cell for cell in cells if NUMBER_CELL.match(cell)]
    return any(DATA_CELL.match(cell) for cell in cells) or 2 * len(numbers) >= max(1, len(cells))


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


def open_text_file(path: "str | Path") -> TextFile:
    """The text file at ``path`` with encoding, separator and decimal sign found from its beginning.

    Raises:
        InputError: missing, empty, not text, without a separator, or with two columns of one name.
    """
    path = Path(path)
    try:
        with open(path, "rb") as stream:
            sample = stream.read(SAMPLE_BYTES)
            whole = not stream.read(1)
    except OSError as error:
        raise InputError(
            tr("The file {file} cannot be opened.", file=str(path)),
            tr("Check that it exists and that no other program holds it."),
            error.strerror or "",
        ) from None
    if not sample.strip():
        raise InputError(
            tr("The file {file} is empty.", file=path.name),
            tr("Choose a file with column names in the first line and one row per person below."),
        )
    text, encoding = _decode(path, sample)
    lines = [line for line in text.splitlines() if line.strip()]
    if not whole and len(lines) > 1:
        lines = lines[:-1]
    if len(lines) < 2:
        raise InputError(
            tr("The file {file} has a header but no rows.", file=path.name),
            tr("Choose a file with one row per person below the column names."),
        )
    separator = _separator(lines, path.name)
    rows = list(csv.reader(lines[:500], delimiter=separator))
    columns = tuple(name.strip() for name in rows[0])
    if _looks_like_data(columns):
        raise InputError(
            tr("The first line of the file {file} looks like data, not column names.", file=path.name),
            tr("Write the column names in the first line."),
        )
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise InputError(
            tr("The file {file} has more than one column named {column}.", file=path.name,
               column=", ".join(twice)),
            tr("Give each column its own name."),
        )
    return TextFile(path, encoding, separator, _decimal(rows[1:], separator), columns)
