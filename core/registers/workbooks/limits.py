"""Looks at a workbook before anything reads it: a small file may unpack to more than any memory
holds.

A workbook is a zip of XML (ECMA-376). Its parts are unpacked a little at a time and only counted,
whoever reads it after.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Callable, Dict, Iterator, Mapping, Sequence

from ...catalogue.limits import MEGABYTE, limits
from ...errors import InputError
from ...i18n import tr
from ...numbers import number

PIECE = 1 << 18
SHEET = re.compile(r"(^|/)worksheets/[^/]+\.xml$", re.IGNORECASE)
STRINGS = re.compile(r"sharedStrings[^/]*\.xml$", re.IGNORECASE)
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
MARKUP = (".xml", ".rels", ".vml")
ELEMENT, STRING = re.compile(rb"<[^/?!]"), re.compile(rb"<(?:\w+:)?si\b")
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
OVERLAP = 16


def check_workbook(path: Path) -> None:
    """Refuse a workbook that holds more than can be read.

    Raises:
        InputError: it is too large in one way or another, or declares entities. A file that is no
            whole zip passes: its reader says what is wrong.
    """
    about = limits("workbook")
    counted: Dict[str, int] = {}
    unpacked, texts = 0, 0
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _refuse(path, "parts", len(parts), about, tr("parts"))
            for part in parts:
                for kind, count, size in _counts(archive, part):
                    unpacked += size
                    texts += size if kind == "shared_strings" else 0
                    _refuse(path, "text_megabytes", texts / MEGABYTE, about, tr("MB of texts"))
                    counted[kind] = count if kind == "letters" else counted.get(kind, 0) + count
                    _refuse(path, "megabytes", unpacked / MEGABYTE, about, tr("MB unpacked"))
                    _refuse(path, kind, counted[kind], about, NAMES[kind]())
    except (
        OSError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ):
        return
    if counted.get("declarations"):
        raise InputError(
            tr(
                "The workbook {file} declares words of its own, which no spreadsheet does.",
                file=path.name,
            ),
            tr("Open it in a spreadsheet program and save it again as .xlsx."),
        )


def has_formulas(path: Path) -> bool:
    """Does any sheet of the workbook hold a formula?

    Raises:
        OSError, zipfile.BadZipFile, zlib.error: it is no workbook, or a damaged one.
    """
    with zipfile.ZipFile(path) as archive:
        return any(
            _found(FORMULA, archive, part)
            for part in archive.infolist()
            if SHEET.search(part.filename)
        )


def _found(pattern: "re.Pattern[bytes]", archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    tail = b""
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            if pattern.search(tail + piece):
                return True
            tail = piece[-OVERLAP:]
    return False


NAMES: Mapping[str, Callable[[], str]] = {
    "shared_strings": lambda: tr("different texts"),
    "elements": lambda: tr("cells and their parts"),
    "other_elements": lambda: tr("styles and other parts"),
    "declarations": lambda: "",
    "letters": lambda: tr("letters in one cell"),
}


def _counts(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator["tuple[str, int, int]"]:
    """(what is counted, how many, bytes) of every piece of ``part``."""
    kind = (
        "elements"
        if SHEET.search(part.filename)
        else "shared_strings"
        if STRINGS.search(part.filename)
        else "other_elements"
    )
    word = STRING if kind == "shared_strings" else ELEMENT
    if not part.filename.lower().endswith(MARKUP):
        return  # pictures and the like, which nobody reads
    tail, run = b"", 0
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            text = tail + piece
            run = 0 if b"<" in piece else run + len(piece)
            yield "letters", run, 0
            yield kind, len(word.findall(text)) - len(word.findall(tail)), len(piece)
            if kind == "shared_strings":
                yield "elements", len(ELEMENT.findall(text)) - len(ELEMENT.findall(tail)), 0
            if DECLARATION.search(text):
                yield "declarations", 1, 0
            tail = text[-OVERLAP:]


def _refuse(path: Path, kind: str, count: float, about: Mapping[str, float], name: str) -> None:
    most = about.get(kind)
    if most is not None and count > most:
        raise InputError(
            tr(
                "The workbook {file} has more than {count} {parts}.",
                file=path.name,
                count=number(int(most)),
                parts=name,
            ),
            tr(
                "Save the sheet as CSV (UTF-8) and choose that file, or take away what is not "
                "needed."
            ),
        )


class CellCount:
    """Counts the cells of a workbook as its rows are read: a row may claim sixteen thousand cells
    in thirty bytes."""

    def __init__(self, file: str):
        self.file, self._cells = file, 0

    def counted(self, row: int, cells: Sequence[object]) -> Sequence[object]:
        """``cells`` of row number ``row``, added (``add``)."""
        self.add(row, len(cells))
        return cells

    def add(self, row: int, width: int) -> None:
        """Raise ``InputError`` where row number ``row`` with ``width`` cells is one too many."""
        about = limits("workbook")
        self._cells += width
        if self._cells > about["cells"] or row > about["rows"] or width > about["columns"]:
            raise InputError(
                tr(
                    "The workbook {file} has more than {count} {parts}.",
                    file=self.file,
                    count=number(int(about["cells"])),
                    parts=tr("cells"),
                ),
                tr(
                    "Save the sheet as CSV (UTF-8) and choose that file, or take away what is not "
                    "needed."
                ),
            )
