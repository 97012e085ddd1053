"""The cells of an Excel workbook read with Qt's XML reader, where openpyxl is not installed, and to
look a written workbook through.

GDAL's XLSX driver gives a column one type: under a title or a header of several rows it hands out
numbers as texts, and ``12.345`` as a number and as a Danish text (12345) can then not be told
apart. So the cells are read one by one.
"""

from __future__ import annotations

import datetime
import posixpath
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Dict, Iterator, List, Optional, Set, Tuple

from qgis.PyQt.QtCore import QXmlStreamAttributes, QXmlStreamReader

from ...registers.workbooks.cell_reader import NO_RESULT, Begin, Rows
from ...registers.workbooks.limits import CellCount

MOST_BYTES = 1 << 29
BLOCK = 1 << 20
EPOCH, EPOCH_1904, LEAP_DAY = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1), 60
NO_ATTRIBUTES = QXmlStreamAttributes()
DAY_MS = 86_400_000
DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""The built-in number formats of dates and times (ECMA-376, part 1, 18.8.30)."""
NO_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
DATE_LETTERS = re.compile(r"[dmhysDMHYS]")
WHOLE = re.compile(r"^[+-]?\d+$")
CELL_PLACE = re.compile(r"^([A-Z]{1,3})(\d+)$")
TOKEN, PREMATURE = QXmlStreamReader.TokenType, QXmlStreamReader.Error.PrematureEndOfDocumentError
WORKSHEET, HIDDEN = "/worksheet", ("hidden", "veryHidden")


def read_cells(path: Path, with_hidden: bool = False) -> Dict[str, Rows]:
    """The sheets of the workbook at ``path`` with the cells as they are (``cell_reader.Rows``).

    Args:
        with_hidden: also the sheets that are not shown.
    Raises:
        OSError, zipfile.BadZipFile, KeyError, ValueError: it is no workbook, or a damaged one.
        InputError: it has more cells than can be read.
    """
    count, padded = CellCount(path.name), CellCount(path.name)
    with zipfile.ZipFile(path) as archive:
        book = next(
            target
            for kind, target in _relations(archive, "").values()
            if kind.endswith("/officeDocument")
        )
        relations = _relations(archive, book)
        sheets, since = _sheets(archive, book)
        texts = _shared_texts(archive, relations)
        dates = _date_styles(archive, relations)
        return {
            name: _rows(archive, relations[link][1], texts, dates, since, count, padded)
            for name, link, state in sheets
            if relations[link][0].endswith(WORKSHEET) and (with_hidden or state not in HIDDEN)
        }


@dataclass(frozen=True)
class _Tag:
    """The beginning of an element, with its ``attributes``, or its end, with the ``text`` in it."""

    name: str
    begins: bool
    attributes: QXmlStreamAttributes
    text: str = ""

    def attribute(self, name: str) -> str:
        """The attribute's value, empty where it has none."""
        return str(self.attributes.value(name))

    def all_attributes(self) -> Iterator[Tuple[str, str]]:
        """(name, value) of each."""
        for one in map(self.attributes.at, range(self.attributes.size())):
            yield one.name(), one.value()


def _tags(archive: zipfile.ZipFile, part: str) -> Iterator[_Tag]:
    """The beginnings and ends of the elements of ``part``, read block by block."""
    if archive.getinfo(part).file_size > MOST_BYTES:
        raise ValueError("too large")
    with archive.open(part) as stream:
        yield from _tags_in(stream)


def _tags_in(stream: IO[bytes]) -> Iterator[_Tag]:
    reader, text = QXmlStreamReader(), ""
    while True:
        token = reader.readNext()
        if token == TOKEN.StartElement:
            text = ""
            yield _Tag(reader.name(), True, reader.attributes())
        elif token == TOKEN.EndElement:
            yield _Tag(reader.name(), False, NO_ATTRIBUTES, text)
            text = ""
        elif token == TOKEN.Characters:
            text += reader.text()
        elif token == TOKEN.EndDocument:
            return
        elif token == TOKEN.DTD or (token == TOKEN.Invalid and reader.error() != PREMATURE):
            raise ValueError("no workbook's XML")
        elif token == TOKEN.Invalid:
            block = stream.read(BLOCK)
            if not block:
                raise ValueError("cut off")
            reader.addData(block)


def read_elements(stream: IO[bytes], begin: Begin) -> None:
    """Call ``begin`` with the name and the attributes of every element of the XML in ``stream``.

    Raises:
        ValueError: it is no XML, or has a document type.
    """
    for tag in _tags_in(stream):
        if tag.begins:
            begin(tag.name, dict(tag.all_attributes()))


def _relations(archive: zipfile.ZipFile, part: str) -> Dict[str, Tuple[str, str]]:
    """id → (type, part) of what ``part`` (the whole file where empty) refers to."""
    folder, name = posixpath.split(part)
    found = {}
    for tag in _tags(archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if tag.begins and tag.name == "Relationship":
            target = tag.attribute("Target")
            whole = (
                target[1:]
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            found[tag.attribute("Id")] = (tag.attribute("Type"), whole)
    return found


def _part(relations: Dict[str, Tuple[str, str]], kind: str) -> Optional[str]:
    return next((part for found, part in relations.values() if found.endswith(kind)), None)


def _sheets(
    archive: zipfile.ZipFile, book: str
) -> Tuple[List[Tuple[str, str, str]], datetime.datetime]:
    """(name, id of its relation, state) of each sheet, and the day that dates are counted from."""
    sheets: List[Tuple[str, str, str]] = []
    since = EPOCH
    for tag in _tags(archive, book):
        if tag.begins and tag.name == "sheet":
            # whatever the prefix of its namespace
            link = next((value for name, value in tag.all_attributes() if name == "id"), "")
            sheets.append((tag.attribute("name"), link, tag.attribute("state")))
        elif tag.begins and tag.name == "workbookPr" and tag.attribute("date1904") in ("1", "true"):
            since = EPOCH_1904
    return sheets, since


def _shared_texts(archive: zipfile.ZipFile, relations: Dict[str, Tuple[str, str]]) -> List[str]:
    part = _part(relations, "/sharedStrings")
    if part is None:
        return []
    texts: List[str] = []
    pieces: List[str] = []
    spoken = 0
    for tag in _tags(archive, part):
        if tag.name == "rPh":  # how it is pronounced
            spoken += 1 if tag.begins else -1
        elif tag.name == "t" and not tag.begins and not spoken:
            pieces.append(tag.text)
        elif tag.name == "si" and not tag.begins:
            texts.append("".join(pieces))
            pieces = []
    return texts


def _date_styles(archive: zipfile.ZipFile, relations: Dict[str, Tuple[str, str]]) -> Set[int]:
    """The positions of the cell styles that show dates or times."""
    part = _part(relations, "/styles")
    if part is None:
        return set()
    dates: Set[int] = set()
    formats, position, inside = set(DATE_FORMATS), 0, False
    for tag in _tags(archive, part):
        if tag.name == "cellXfs":
            inside = tag.begins
        elif tag.begins and tag.name == "numFmt":
            shown = NO_LETTERS.sub("", tag.attribute("formatCode").split(";")[0])
            is_date = DATE_LETTERS.search(shown) is not None
            (formats.add if is_date else formats.discard)(int(tag.attribute("numFmtId")))
        elif tag.begins and tag.name == "xf" and inside:
            if int(tag.attribute("numFmtId") or 0) in formats:
                dates.add(position)
            position += 1
    return dates


@dataclass
class _Cell:
    """A cell as it stands in the file."""

    column: int
    kind: str
    style: int
    written: Optional[str] = None
    formula: bool = False


def _rows(
    archive: zipfile.ZipFile,
    part: str,
    texts: List[str],
    dates: Set[int],
    since: datetime.datetime,
    count: CellCount,
    padded: CellCount,
) -> Rows:
    """The rows of a sheet, all as wide as the widest; their cells are counted before and after they
    are widened."""
    rows: List[Tuple[int, List[object]]] = []
    row: List[object] = []
    number, width, cell = 0, 0, _Cell(0, "", 0)
    for tag in _tags(archive, part):
        if tag.begins and tag.name == "row":
            number, row = int(tag.attribute("r") or number + 1), []
            cell = _Cell(0, "", 0)
        elif tag.begins and tag.name == "c":
            cell = _Cell(
                _column(tag.attribute("r"), cell.column + 1),
                tag.attribute("t") or "n",
                int(tag.attribute("s") or 0),
            )
        elif not tag.begins and tag.name in ("v", "t"):
            cell.written = (cell.written or "") + tag.text
        elif tag.name == "f":
            cell.formula = True
        elif tag.name == "c":
            row += [None] * (cell.column - 1 - len(row))
            row[cell.column - 1 :] = [_value(cell, texts, dates, since)]
        elif tag.name == "row" and row:
            count.add(number, len(row))
            rows.append((number, row))
            width = max(width, len(row))
    for number, _ in rows:
        padded.add(number, width)
    return [(number, row + [None] * (width - len(row))) for number, row in rows]


def _column(place: str, following: int) -> int:
    """``AB12`` → 28; where the cell does not say its place it follows the one before."""
    found = CELL_PLACE.match(place)
    if found is None:
        return following
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _value(cell: _Cell, texts: List[str], dates: Set[int], since: datetime.datetime) -> object:
    written = cell.written
    if not written:
        if cell.kind == "str":  # a formula may give an empty text
            return written
        return NO_RESULT if cell.formula else None
    if cell.kind == "s":
        return texts[int(written)]
    if cell.kind == "b":
        return written.strip() in ("1", "true")
    if cell.kind == "d":
        return datetime.datetime.fromisoformat(written.rstrip("Z"))
    if cell.kind != "n":
        return written
    return _number(written.strip(), cell.style in dates, since)


def _number(text: str, is_date: bool, since: datetime.datetime) -> object:
    if not text:
        return None
    if not is_date:
        return int(text) if WHOLE.match(text) else float(text)
    days = float(text)
    if 0 <= days < 1:
        return (since + datetime.timedelta(days=days)).time()
    if since is EPOCH and days < LEAP_DAY:  # 1900 has a 29 February in workbooks
        days += 1
    return since + datetime.timedelta(milliseconds=round(days * DAY_MS))
