"""The files really written, opened again: every number and text found must be one of the edition's.

A map can leak what its table hides: in a field nobody sees, a class limit, a sheet, a journal
beside the file. So the files are read as a stranger would read them, and nothing that the edition
did not put there may be found.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Dict, Iterable, List, Sequence, Set

import numpy as np
from osgeo import ogr
from qgis.PyQt.QtXml import QDomDocument

from ...errors import StoreError
from ...i18n import tr
from ...plain_text import WORD_JOINER, is_formula, printable, written_in_spreadsheet
from ..host import compat
from ..host.anonymous import names_somebody
from ..maps.map_image import LINE_BREAK, in_lines
from ..sources.workbook_cells import read_cells
from .classes import Subject, class_breaks, shown_values, value_text
from .map import MAP_PDF, MAP_SVG, PROJECT, REPORT, map_texts
from .names import legend_title
from .tables import (
    CERTIFICATE,
    CSV,
    FIGURES,
    GEOPACKAGE,
    PROMISE,
    WORKBOOK,
    Content,
    figures_table,
    promise_text,
    title_of,
)

EXPECTED = {GEOPACKAGE, CSV, WORKBOOK, CERTIFICATE, PROMISE, PROJECT, MAP_PDF, MAP_SVG, REPORT}
WORKBOOK_PARTS = re.compile(
    r"^(\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|"
    r"sharedStrings)\.xml|xl/_rels/workbook\.xml\.rels|xl/theme/theme1\.xml|"
    r"xl/worksheets/sheet[12]\.xml)$"
)
SHEET, FORMULA_CELL = re.compile(r"^xl/worksheets/"), re.compile(rb"<(?:\w+:)?f[\s>/]")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")
ONE_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FILTER_NUMBER = re.compile(r"(?:>=|<=|<|>)\s*(-?[\d.]+(?:e[+-]?\d+)?)")
LETTERS, LINE_LETTERS = re.compile(r"[^\W\d_]"), 4
MOST_PIECES = 8
"""A text on the map is written in so many pieces at the most, by the fonts it needs."""
DECIMALS = 6


class LeakError(StoreError):
    """A written file holds something that is not in the edition: it must not leave the house."""


class Allowed:
    """The numbers and texts that an edition consists of."""

    def __init__(self, content: Content):
        figures = figures_table(content)
        numeric = figures[["numerator", "denominator", "value"]].to_numpy(dtype="float64").ravel()
        self.numbers: Set[float] = {round(float(n), DECIMALS) for n in numeric[~np.isnan(numeric)]}
        self.texts: Set[str] = {
            str(text)
            for name in figures
            for text in figures[name].dropna().unique()
            if name not in ("numerator", "denominator", "value")
        }
        self.texts |= {
            str(n)
            for s in content.area_sets.values()
            for n in [*s.areas["name"], *s.areas["area_id"]]
        }
        self.texts |= set(figures.columns) | {
            title_of(content.edition),
            tr("About the edition"),
            "",
        }
        self.texts |= set(promise_text(content).splitlines())
        self.in_files: Set[str] = {in_lines_of_file(text) for text in self.texts}

    def number(self, value: float) -> bool:
        """Is the number one of the edition's?"""
        return round(float(value), DECIMALS) in self.numbers

    def cell(self, value: object) -> bool:
        """Is the cell of a table, as read from a file, one of the edition's?"""
        if value is None or (isinstance(value, float) and np.isnan(value)):
            return True
        if isinstance(value, (int, float)):
            return self.number(value)
        text = str(value)
        if text in self.texts or in_lines_of_file(text) in self.in_files:
            return True
        plain = text.replace(",", ".")
        return bool(ONE_NUMBER.fullmatch(plain)) and self.number(float(plain))


def in_lines_of_file(text: str) -> str:
    """``text`` as XML and CSV keep it: one kind of line end, and no forbidden characters."""
    return printable(text).replace("\r\n", "\n").replace("\r", "\n")


def audit_files(
    content: Content, subject: Subject, folder: Path, scale: Sequence[str]
) -> Dict[str, int]:
    """Open every file of ``folder`` again; file → how many numbers and texts were looked at.

    Args:
        scale: the numbers of the map's scale bar (``write_map_and_report``).

    Raises:
        LeakError: a file holds what the edition does not, or is not one of the edition's; names
            file and place, never the value.
    """
    allowed = Allowed(content)
    strange = sorted(path.name for path in folder.rglob("*") if path.name not in EXPECTED)
    if strange:
        raise _leak(strange[0], tr("a file that is not part of the edition"))
    return {
        GEOPACKAGE: _audit_geopackage(folder / GEOPACKAGE, allowed, content),
        CSV: _audit_csv(folder / CSV, allowed),
        WORKBOOK: _audit_workbook(folder / WORKBOOK, allowed),
        PROJECT: _audit_project(folder / PROJECT, content, subject),
        MAP_SVG: _audit_svg(folder / MAP_SVG, content, subject, scale),
        CERTIFICATE: _audit_certificate(folder / CERTIFICATE, content),
    }


def _leak(file: str, place: str) -> LeakError:
    return LeakError(
        tr(
            "The file {file} holds something that is not in the edition ({place}); nothing was "
            "released.",
            file=file,
            place=place,
        ),
        tr("Report this as a fault of the plugin. Do not release the files."),
    )


def _check(file: str, place: str, values: Iterable[object], allowed: Allowed) -> int:
    count = 0
    for value in values:
        count += 1
        if not allowed.cell(value):
            raise _leak(file, place)
    return count


def _audit_geopackage(path: Path, allowed: Allowed, content: Content) -> int:
    count = 0
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")]
        if set(tables) - set(content.tables.values()) - {FIGURES}:
            raise _leak(path.name, tr("a table too many"))
        others = {
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        others = {
            n for n in others - set(tables) if not n.startswith(("gpkg_", "rtree_", "sqlite_"))
        }
        if others:
            raise _leak(path.name, min(others))
    source = ogr.Open(str(path))
    for table in tables:
        layer = source.GetLayerByName(table)
        for feature in layer:
            count += _check(
                path.name,
                table,
                (feature.GetField(n) for n in range(feature.GetFieldCount())),
                allowed,
            )
        del layer
    del source
    return count


def _audit_csv(path: Path, allowed: Allowed) -> int:
    """Every cell, its mark taken off; one that a spreadsheet would compute must be a number."""
    count = 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row, line in enumerate(csv.reader(file, delimiter=";"), start=1):
            place = tr("row {row}", row=row)
            if any(is_formula(cell) and not NUMBER.fullmatch(cell) for cell in line):
                raise _leak(path.name, place)
            count += _check(path.name, place, map(written_in_spreadsheet, line), allowed)
    return count


def _audit_workbook(path: Path, allowed: Allowed) -> int:
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            if not WORKBOOK_PARTS.match(part):
                raise _leak(path.name, part)
            if SHEET.match(part) and FORMULA_CELL.search(archive.read(part)):
                raise _leak(path.name, tr("a formula"))
    return sum(
        _check(path.name, name, row, allowed)
        for name, rows in read_cells(path, with_hidden=True).items()
        for _, row in rows
    )


def _audit_project(path: Path, content: Content, subject: Subject) -> int:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        written = archive.read(next(n for n in names if n.endswith(".qgs")))
    document = _document(path.name, written)
    if str(path.parent).encode("utf-8") in written:
        raise _leak(path.name, tr("a path"))
    if names_somebody(document):
        raise _leak(path.name, tr("who saved it"))
    sources = _texts_of(document, "datasource")
    wanted = f"./{GEOPACKAGE}|layername={content.tables[subject.area_set]}"
    if any(source not in (wanted, "") for source in sources) or len(names) > 2:
        raise _leak(path.name, "datasource")
    breaks = {round(b, DECIMALS) for b in class_breaks(shown_values(content.edition, subject))}
    rules = document.elementsByTagName("rule")
    count = 0
    for position in range(rules.count()):
        for text in FILTER_NUMBER.findall(rules.at(position).toElement().attribute("filter")):
            count += 1
            if round(float(text), DECIMALS) not in breaks:
                raise _leak(path.name, "renderer")
    return count + len(sources)


def _texts_of(document: QDomDocument, tag: str) -> List[str]:
    found = document.elementsByTagName(tag)
    return [found.at(n).toElement().text() for n in range(found.count())]


def _audit_svg(path: Path, content: Content, subject: Subject, scale: Sequence[str]) -> int:
    """Every text of the map with a number in it is an area's name or one of the map's own texts."""
    document = _document(path.name, path.read_bytes())
    breaks = class_breaks(shown_values(content.edition, subject))
    limits = [value_text(b, subject.indicator) for b in breaks]
    told = {f"{low} – {high}" for low, high in zip(limits, limits[1:])} | set(
        map_texts(content, subject)
    )
    told |= set(content.names.values()) | set(in_lines(legend_title(subject)).split(LINE_BREAK))
    told = {_on_map(line) for text in told for line in (text, *text.splitlines())}
    bar = {number for text in scale for number in NUMBER.findall(text)}
    count = 0
    texts = _texts_of(document, "text")
    for position, text in enumerate(texts):
        numbers = NUMBER.findall(text)
        count += len(numbers)
        if not numbers or (len(numbers) == 1 and numbers[0] in bar):
            continue
        if not _is_told(_on_map(text), told) and not _is_piece(texts, position, told):
            raise _leak(path.name, tr("a text on the map"))
    return count


def _document(file: str, written: bytes) -> QDomDocument:
    """``written`` as XML; what cannot be read cannot be looked through."""
    document = QDomDocument()
    if not compat.is_read(document, written):
        raise _leak(file, "XML")
    return document


def _on_map(text: str) -> str:
    """``text`` as QGIS draws it: blanks and marks without width say nothing."""
    return " ".join(text.replace(WORD_JOINER, "").split())


def _is_told(text: str, told: Set[str]) -> bool:
    """Is it one of the map's texts, or a line of one (long texts are broken)?"""
    return text in told or (
        len(LETTERS.findall(text)) >= LINE_LETTERS and any(text in whole for whole in told)
    )


def _is_piece(texts: Sequence[str], position: int, told: Set[str]) -> bool:
    """Is it, with those beside it, one of the map's texts? What another font has to draw is written
    apart."""
    whole = {"".join(text.split()) for text in told}
    around = range(max(position - MOST_PIECES, 0), position + 1)
    ends = range(position + 1, min(position + MOST_PIECES, len(texts)) + 1)
    return any(
        "".join(_on_map("".join(texts[start:end])).split()) in whole
        for start in around
        for end in ends
    )


def _audit_certificate(path: Path, content: Content) -> int:
    if json.loads(path.read_text(encoding="utf-8")) != json.loads(json.dumps(content.certificate)):
        raise _leak(path.name, "JSON")
    return len(content.certificate)
