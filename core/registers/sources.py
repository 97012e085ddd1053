"""Where register rows come from: text files, folders of monthly files, tables in memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Protocol, Tuple

import pandas as pd

from ..catalogue.register_kinds import RegisterKind
from ..errors import InputError
from ..i18n import tr
from ..progress import Progress, checkpoint
from .text_file import CHUNK_ROWS, open_text_file

TEXT_SUFFIXES = (".csv", ".txt", ".tsv")


class RegisterSource(Protocol):
    """Rows with named columns, read in pieces."""

    name: str
    columns: Tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes or rows: the weight of the source in the progress bar."""

    def pieces(self, roles: "dict[str, str]", kind: RegisterKind,
               progress: Progress) -> Iterator[Tuple[int, pd.DataFrame]]:
        """Row number of the first row, and a table with canonical names, piece by piece."""


@dataclass(frozen=True)
class TableSource:
    """Rows already in memory, for example of a QGIS layer; rows are counted from 1."""

    name: str
    table: pd.DataFrame

    @property
    def columns(self) -> Tuple[str, ...]:
        """The table's column names."""
        return tuple(self.table.columns)

    @property
    def size(self) -> int:
        """Number of rows."""
        return len(self.table)

    def pieces(self, roles: "dict[str, str]", kind: RegisterKind,
               progress: Progress) -> Iterator[Tuple[int, pd.DataFrame]]:
        """The mapped columns, ``CHUNK_ROWS`` rows at a time."""
        for start in range(0, len(self.table), CHUNK_ROWS):
            checkpoint(progress)
            progress.report(start / max(len(self.table), 1))
            part = self.table.iloc[start:start + CHUNK_ROWS]
            yield start + 1, pd.DataFrame({role: part[column] for role, column in roles.items()})


def text_sources(path: "str | Path") -> List[RegisterSource]:
    """The text file at ``path``, or every text file of the folder ``path`` by name.

    Raises:
        InputError: nothing there, a folder without text files, or a file that cannot be read.
    """
    path = Path(path)
    if not path.is_dir():
        return [open_text_file(path)]
    files = sorted(p for p in path.iterdir() if p.suffix.lower() in TEXT_SUFFIXES)
    if not files:
        raise InputError(
            tr("The folder {folder} holds no text files.", folder=str(path)),
            tr("Choose a folder with one CSV file per month, or a single file."),
        )
    return [open_text_file(file) for file in files]
