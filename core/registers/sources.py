"""Where register rows come from: text files, folders of monthly files, tables in memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Optional, Protocol, Tuple

import pandas as pd

from ..catalogue.registers.kinds import RegisterKind
from ..errors import InputError
from ..i18n import tr
from ..progress import Progress, checkpoint
from .reading import AS_GUESSED, Reading
from .texts.text_file import CHUNK_ROWS, open_text_file
from .workbooks.workbook import SHEET_SUFFIXES, open_workbook_table

TEXT_SUFFIXES = (".csv", ".txt", ".tsv")


class RegisterSource(Protocol):
    """Rows with named columns, read in pieces."""

    @property
    def name(self) -> str:
        """What the user calls it."""

    @property
    def columns(self) -> Tuple[str, ...]:
        """The names of its columns."""

    @property
    def size(self) -> int:
        """Bytes or rows: the weight of the source in the progress bar."""

    def pieces(
        self, roles: "dict[str, str]", kind: RegisterKind, progress: Progress
    ) -> Iterator[Tuple[int, pd.DataFrame]]:
        """Row number of the first row, and a table with canonical names indexed from there, piece
        by piece."""


@dataclass(frozen=True)
class TableSource:
    """Rows already in memory, for example of a workbook or a QGIS layer.

    ``first_row`` is the number of the first row as the user counts; ``path`` the file it was read
    from; ``remarks`` are told whenever the rows are read; ``rows`` how many rows after the first
    each stands, where some are left out; ``said_decimal`` the decimal sign of numbers that stand as
    texts, where the user says it; ``unsaid_decimal`` the one they have where nothing says.
    """

    name: str
    table: pd.DataFrame
    first_row: int = 1
    path: Optional[Path] = None
    remarks: Tuple[str, ...] = ()
    said_decimal: str = ""
    unsaid_decimal: str = ""
    rows: Optional[Tuple[int, ...]] = None

    @property
    def columns(self) -> Tuple[str, ...]:
        """The table's column names."""
        return tuple(self.table.columns)

    @property
    def size(self) -> int:
        """Number of rows."""
        return len(self.table)

    def pieces(
        self, roles: "dict[str, str]", kind: RegisterKind, progress: Progress
    ) -> Iterator[Tuple[int, pd.DataFrame]]:
        """The mapped columns, ``CHUNK_ROWS`` rows at a time."""
        for remark in self.remarks:
            progress.warn(remark)
        for start in range(0, len(self.table), CHUNK_ROWS):
            checkpoint(progress)
            progress.report(start / max(len(self.table), 1))
            part = self.table.iloc[start : start + CHUNK_ROWS]
            table = pd.DataFrame({role: part[column] for role, column in roles.items()})
            if self.rows is None:
                yield start + self.first_row, table.set_axis(pd.RangeIndex(len(table)), axis=0)
            else:
                places = pd.Index(self.rows[start : start + CHUNK_ROWS])
                yield self.first_row, table.set_axis(places, axis=0)


def file_sources(path: "str | Path", reading: Reading = AS_GUESSED) -> List[RegisterSource]:
    """The text file or workbook at ``path``, or every one of the folder ``path`` by name.

    Raises:
        InputError: nothing there, a folder without tables, or a file that cannot be read.
    """
    path = Path(path)
    if not path.is_dir():
        return [_open(path, reading)]
    files = sorted(
        p
        for p in path.iterdir()
        if p.suffix.lower() in TEXT_SUFFIXES + SHEET_SUFFIXES and not p.name.startswith(("~$", "."))
    )
    if not files:
        raise InputError(
            tr("The folder {folder} holds no text files or workbooks.", folder=str(path)),
            tr("Choose a folder with one CSV file per month, or a single file."),
        )
    return [_open(file, reading) for file in files]


def _open(path: Path, reading: Reading) -> RegisterSource:
    if path.suffix.lower() in SHEET_SUFFIXES:
        found = open_workbook_table(path, reading)
        return TableSource(
            name=found.name,
            table=found.table,
            first_row=found.header_row + 1,
            path=path,
            remarks=found.remarks,
            said_decimal=reading.decimal,
            unsaid_decimal=",",
            rows=tuple(found.table.index),
        )
    return open_text_file(path, reading)
