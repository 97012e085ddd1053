"""Hostile files, each read by what reads such files."""

from __future__ import annotations

import io
import itertools
import zipfile

from tests.services.told import MB, ZEROS, tell


def zipped(path, parts):
    """A zip with ``parts``: name → pieces."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, pieces in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece)
    return path


def workbook(path, **instead):
    """A workbook of one small sheet, with parts put in place of its own."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["alder", "koen"], ["år", "mand"], ["b", "kvinde"]):
        book.active.append(row)
    plain = io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as archive:
        parts = {name: [archive.read(name)] for name in archive.namelist()}
    names = {
        "strings": "xl/sharedStrings.xml",
        "sheet": "xl/worksheets/sheet1.xml",
        "styles": "xl/styles.xml",
        "more": "xl/more.bin",
    }
    return zipped(path, {**parts, **{names[key]: pieces for key, pieces in instead.items()}})


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SST = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def files(folder):
    """Every hostile file, read by what reads such files."""
    from geofa_sociodemografi.core.catalogue import own
    from geofa_sociodemografi.core.catalogue.index import presets as index_presets
    from geofa_sociodemografi.core.catalogue.protection import rules as protection
    from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.delivery import load_profile
    from geofa_sociodemografi.core.registers.texts.text_file import open_text_file
    from geofa_sociodemografi.core.registers.workbooks.workbook import open_workbook_table
    from geofa_sociodemografi.core.store.packages.file import read_package

    texts = {
        "deep": [b"[" * (5 * MB)],
        "levels": [b'{"indicators":' * 300],
        "large": itertools.repeat(ZEROS, 800),
        "NaN": [b'{"a": NaN}'],
        "1e400": [b'{"a": 1e400}'],
        "10^400": [b'{"profiles": {"offentlig": {"persons": 1' + b"0" * 400 + b"}}}"],
        "digits": [b"1" * (5 * MB)],
        "objects": [b"[" + b"{}," * (2 * MB) + b"{}]"],
        "latin": ['{"å": 1}'.encode("latin-1")],
        "list": [b"[]"],
        "null": [b"null"],
        "bytes": [bytes(range(256))],
        "wrong": [b'{"profiles": {"offentlig": 5}, "indicators": 7, "id": 7}'],
    }
    for name, pieces in texts.items():
        place = folder / name
        place.mkdir()
        (place / "f.json").write_bytes(b"")
        with (place / "f.json").open("wb") as stream:
            for piece in pieces:
                stream.write(piece)
        (place / "diskretion.json").symlink_to(place / "f.json")
        tell(f"{name} package", lambda place=place: read_package(place / "f.json"))
        tell(f"{name} profile", lambda place=place: load_profile(place / "f.json"))
        tell(f"{name} own", lambda place=place: own.import_own(place / "f.json", folder / "own"))
        tell(f"{name} index", lambda place=place: index_presets.read_definition(place / "f.json"))
        if name not in ("null", "list", "objects", "deep"):
            tell(f"{name} diskretion", lambda place=place: protection.profiles(place))
        (place / "f.json").unlink()
    wide = b'<row><c r="XFD1"><v>1</v></c></row>'
    books = {
        "strings": {
            "strings": [SST, *itertools.repeat(b"<si><t>a</t></si>" * 100_000, 60), b"</sst>"]
        },
        "one string": {
            "strings": [SST, b"<si><t>", *itertools.repeat(ZEROS, 900), b"</t></si></sst>"]
        },
        "cells": {
            "sheet": [
                SHEET,
                b"<row>",
                *itertools.repeat(b"<c><v>1</v></c>" * 100_000, 90),
                b"</row></sheetData></worksheet>",
            ]
        },
        "wide rows": {"sheet": [SHEET, wide * 100_000, b"</sheetData></worksheet>"]},
        "gap": {
            "sheet": [SHEET, b'<row r="99999999999"><c><v>1</v></c></row></sheetData></worksheet>']
        },
        "nested": {"sheet": [SHEET, *itertools.repeat(b"<a>" * 100_000, 200)]},
        "styles": {"styles": [b"<styleSheet>" + b"<xf/>" * 500_000 + b"</styleSheet>"]},
        "laughs": {"strings": [b'<!DOCTYPE a [<!ENTITY a "aaaa">]>' + SST + b"</sst>"]},
        "emoji": {
            "strings": [
                SST,
                *itertools.repeat(
                    ("<si><t>" + "a" * 150 + "\U0001f600</t></si>").encode() * 10_000, 60
                ),
                b"</sst>",
            ]
        },
    }
    for name, parts in books.items():
        path = workbook(folder / "b.xlsx", **parts)
        tell(f"{name} workbook", lambda path=path: open_workbook_table(path))
    zipped(folder / "b.xlsx", {f"x{n}.xml": [b"<a/>"] for n in range(3000)})
    tell("many parts workbook", lambda: open_workbook_table(folder / "b.xlsx"))
    head = b"alder;koen\n1;m\n"
    tables = {
        "separators": [b";" * (300_000)],
        "line": [head, *itertools.repeat(ZEROS, 900)],
        "quote": [head, b'"', *itertools.repeat(b"1;m\n" * 250_000, 400)],
        "stray quote": [head, b'1;m"m\n', b'"', *itertools.repeat(b"1;m\n" * 250_000, 400)],
        "row of separators": [head, *itertools.repeat(b";" * MB, 400)],
        "stray separators": [head, b'1;m"m\n', *itertools.repeat(b";" * MB, 400)],
    }
    kind = register_kind("persons")
    for name, pieces in tables.items():
        with (folder / "t.csv").open("wb") as stream:
            for piece in pieces:
                stream.write(piece)
        tell(
            f"{name} text",
            lambda: list(open_text_file(folder / "t.csv").pieces({"age": "alder"}, kind, Silent())),
        )
    (folder / "t.csv").unlink()
