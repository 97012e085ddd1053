"""What a workbook says about its cells besides what stands in them: shown as a percentage, merged,
hidden.

Read from the sheets' own XML (ECMA-376, part 1: 18.3.1 for rows, columns and merged cells, 18.8.30
for number formats), whoever reads the cells. ``limits.check_workbook`` has refused
declared entities before.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO, Dict, FrozenSet, List, Mapping, Set, Tuple, cast

from ...catalogue.limits import limits
from ...packages import missing
from . import cell_reader, openpyxl_reader
from .cell_reader import Begin
from .limits import DECLARATION, OVERLAP

PERCENT_FORMATS = frozenset({9, 10})
"""The built-in number formats 0% and 0.00%."""
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
PLACE = re.compile(r"^([A-Z]{1,3})(\d+)$")
WORKSHEET, HIDDEN, TRUE = "/worksheet", ("hidden", "veryHidden"), ("1", "true")
Range = Tuple[int, int, int, int]


@dataclass
class SheetMarks:
    """The marks of one sheet; rows and columns are counted from 1.

    Attributes:
        percent: (row, column) of the cells shown as percentages.
        merged: first row, first column, last row, last column of merged cells.
        hidden_rows: by a filter or by hand. hidden_columns: a 1 at the place of each.
        filtered: does the sheet have a filter?
    """

    percent: Set[Tuple[int, int]] = field(default_factory=set)
    merged: List[Range] = field(default_factory=list)
    hidden_rows: Set[int] = field(default_factory=set)
    hidden_columns: bytearray = field(default_factory=bytearray)
    filtered: bool = False

    def is_hidden_column(self, column: int) -> bool:
        """Is it hidden?"""
        return column < len(self.hidden_columns) and bool(self.hidden_columns[column])

    def hide_columns(self, first: int, last: int, most: int) -> None:
        """Note the columns ``first`` to ``last``, of ``most`` that a sheet can have."""
        if not self.hidden_columns:
            self.hidden_columns = bytearray(most + 1)
        first, last = max(1, first), min(last, most)
        self.hidden_columns[first : last + 1] = b"\1" * max(0, last + 1 - first)


@dataclass(frozen=True)
class WorkbookMarks:
    """The marks of each visible sheet by its name, and the names of the hidden sheets."""

    sheets: Mapping[str, SheetMarks]
    hidden: Tuple[str, ...]


def marks_of(path: Path) -> WorkbookMarks:
    """The marks of the workbook at ``path``; it is closed again, whatever happens.

    Raises:
        OSError, zipfile.BadZipFile, KeyError, ValueError: it is no workbook, or a damaged one.
    """
    with zipfile.ZipFile(path) as archive:
        book = next(
            (
                target
                for kind, target in _relations(archive, "").values()
                if kind.endswith("/officeDocument")
            ),
            "",
        )
        relations = _relations(archive, book)
        named: List[Tuple[str, str, str]] = []

        def begin(name: str, about: Mapping[str, str]) -> None:
            if name == "sheet":
                named.append((about.get("name", ""), about.get("id", ""), about.get("state", "")))

        _parse(archive, book, begin)
        named = [entry for entry in named if relations[entry[1]][0].endswith(WORKSHEET)]
        percent = _percent_styles(archive, relations)
        return WorkbookMarks(
            {
                name: _marks(archive, relations[link][1], percent)
                for name, link, state in named
                if state not in HIDDEN
            },
            tuple(name for name, _, state in named if state in HIDDEN),
        )


def document_marks(path: Path, sheet: str) -> SheetMarks:
    """The percentages and hidden rows of a sheet of an OpenDocument spreadsheet (OASIS OpenDocument
    1.3, part 3, 9.1); none where there is no such sheet.

    Raises:
        OSError, zipfile.BadZipFile, KeyError, ValueError: it is none, a damaged one, or too large.
    """
    marks, most = SheetMarks(), limits("workbook")["cells"]
    within, row, rows, column = False, 1, 0, 1

    def begin(name: str, about: Mapping[str, str]) -> None:
        nonlocal within, row, rows, column
        if name == "table":
            within, row, rows = about.get("name") == sheet, 1, 0
        elif within and name == "table-row":
            row, rows, column = row + rows, int(about.get("number-rows-repeated", 1)), 1
            if about.get("visibility", "visible") != "visible" and rows <= most:
                marks.hidden_rows.update(range(row, row + rows))
                marks.filtered |= about["visibility"] == "filter"
        elif within and name in ("table-cell", "covered-table-cell"):
            columns = int(about.get("number-columns-repeated", 1))
            if about.get("value-type") == "percentage":
                if rows * columns > most - len(marks.percent):
                    raise ValueError("too large")
                marks.percent.update(
                    (down, across)
                    for down in range(row, row + rows)
                    for across in range(column, column + columns)
                )
            column += columns

    with zipfile.ZipFile(path) as archive:
        _parse(archive, "content.xml", begin)
    return marks


class _Undeclared:
    """A stream of XML that declares no words of its own: they could unfold to more than any memory
    holds. Parsers ask it for nothing but ``read``."""

    def __init__(self, stream: IO[bytes]):
        self._stream, self._tail = stream, b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self._stream.read(size)
        if DECLARATION.search(self._tail + piece):
            raise ValueError("declares words of its own")
        self._tail = piece[-OVERLAP:]
        return piece


def _parse(archive: zipfile.ZipFile, part: str, begin: Begin) -> None:
    """Call ``begin`` with the name and the attributes of every element of ``part``, without their
    namespaces."""
    read = None if not missing("openpyxl") else cell_reader.installed_elements()
    try:
        with archive.open(part) as stream:
            (read or openpyxl_reader.read_elements)(cast(BinaryIO, _Undeclared(stream)), begin)
    except SyntaxError as error:
        problem = type(error).__name__
    else:
        return
    raise ValueError(problem)


def _relations(archive: zipfile.ZipFile, part: str) -> Dict[str, Tuple[str, str]]:
    """id → (type, part) of what ``part`` (the whole file where empty) refers to."""
    folder, name = posixpath.split(part)
    found: Dict[str, Tuple[str, str]] = {}

    def begin(element: str, about: Mapping[str, str]) -> None:
        if element == "Relationship":
            target = about.get("Target", "")
            whole = (
                target[1:]
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            found[about.get("Id", "")] = (about.get("Type", ""), whole)

    _parse(archive, posixpath.join(folder, "_rels", f"{name}.rels"), begin)
    return found


def shows_percent(code: str) -> bool:
    """Does the number format show a hundred times the number and a sign? A quoted sign is only a
    letter."""
    return "%" in LITERAL.sub("", code.split(";")[0])


def _percent_styles(
    archive: zipfile.ZipFile, relations: Mapping[str, Tuple[str, str]]
) -> FrozenSet[str]:
    """The positions (as the cells write them) of the cell styles that show percentages."""
    part = next((part for kind, part in relations.values() if kind.endswith("/styles")), None)
    if part is None:
        return frozenset()
    formats, styles, within = set(PERCENT_FORMATS), [], [""]

    def begin(name: str, about: Mapping[str, str]) -> None:
        if name == "numFmt":
            (formats.add if shows_percent(about.get("formatCode", "")) else formats.discard)(
                int(about.get("numFmtId", 0))
            )
        elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            within[0] = name
        elif name == "xf" and within[0] == "cellXfs":
            styles.append(int(about.get("numFmtId") or 0))

    _parse(archive, part, begin)
    return frozenset(str(position) for position, number in enumerate(styles) if number in formats)


def _marks(archive: zipfile.ZipFile, part: str, percent: FrozenSet[str]) -> SheetMarks:
    marks = SheetMarks()
    row, column, groups, span = 0, 0, 0, 0
    most = limits("workbook")

    def begin(name: str, about: Mapping[str, str]) -> None:
        nonlocal row, column, groups, span
        if name == "c":
            if percent:
                column = _column(about.get("r", ""), column + 1)
                if about.get("s") in percent and about.get("t", "n") == "n":
                    marks.percent.add((row, column))
        elif name == "row":
            row, column = int(about.get("r") or row + 1), 0
            if about.get("hidden") in TRUE:
                marks.hidden_rows.add(row)
        elif name == "col" and about.get("hidden") in TRUE:
            groups += 1
            marks.hide_columns(int(about["min"]), int(about["max"]), int(most["columns"]))
        elif name == "mergeCell":
            marks.merged.extend(_ranges(about.get("ref", "")))
            span += marks.merged[-1][2] - marks.merged[-1][0] if marks.merged else 0
        elif name == "autoFilter":
            marks.filtered = True
        if groups > most["columns"] or span > most["cells"]:
            # no sheet has so many, and whoever uses them would walk through them all
            raise ValueError("too many")

    _parse(archive, part, begin)
    return marks


def _ranges(text: str) -> List[Range]:
    """``A2:B4`` as numbers; none where it is no range of several cells."""
    places = [PLACE.match(place) for place in text.replace("$", "").split(":")]
    ends = [place for place in places if place is not None]
    if len(ends) != 2 or len(places) != 2:
        return []
    (left, top), (right, bottom) = ((_column(end.group(0), 0), int(end.group(2))) for end in ends)
    return [(min(top, bottom), min(left, right), max(top, bottom), max(left, right))]


def _column(place: str, following: int) -> int:
    """``AB12`` → 28; where the cell does not say its place it follows the one before."""
    column = 0
    for letter in place:
        if not "A" <= letter <= "Z":
            break
        column = column * 26 + ord(letter) - 64
    return column or following
