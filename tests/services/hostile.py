"""Hostile answers and files, one process for all: says what each met, and how much memory was needed at most.

Run as ``python -m tests.services.hostile requests|qgis|files FOLDER``; a line per case, ``name<TAB>error<TAB>peak MB``.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import io
import itertools
import json
import os
import resource
import subprocess
import sys
import threading
import uuid
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import requests  # noqa: E402

from tests import package  # noqa: E402, F401 (makes the plugin importable)

MB = 1_000_000
ZEROS = b"0" * MB
HEAD = (
    "<?xml version='1.0'?><wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs/2.0' "
    "xmlns:fkg='http://fkg' xmlns:gml='http://www.opengis.net/gml/3.2'>"
)
MEMBER = "<wfs:member><fkg:t_5713_prog_stat_dis><fkg:objekt_id>{id}</fkg:objekt_id></fkg:t_5713_prog_stat_dis></wfs:member>"


def page(ids):
    """A page of GML with objects of ``ids``."""
    return (
        HEAD + "".join(MEMBER.format(id=one) for one in ids) + "</wfs:FeatureCollection>"
    ).encode()


@functools.cache
def bomb(unpacked_mb, times=1):
    """So many megabytes of nothing, gzipped (``times`` over)."""
    body = io.BytesIO()
    with gzip.GzipFile(fileobj=body, mode="wb", compresslevel=9) as packed:
        for _ in range(unpacked_mb):
            packed.write(ZEROS)
    return body.getvalue() if times == 1 else gzip.compress(body.getvalue())


class Hostile(BaseHTTPRequestHandler):
    """Answers by the first word of the path, whatever comes after."""

    protocol_version = "HTTP/1.1"
    numbers = itertools.count()

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.do_GET()

    def do_GET(self):
        with contextlib.suppress(OSError):
            getattr(self, self.path.strip("/").partition("/")[0])()
        self.close_connection = True

    def start(self, status=200, **headers):
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()

    def whole(self, body, **headers):
        self.start(Content_Length=str(len(body)), **headers)
        self.wfile.write(body)

    def endless(self):
        self.start()
        for _ in range(300):
            self.wfile.write(ZEROS)

    def promised(self):
        self.start(Content_Length=str(300 * MB))
        for _ in range(300):
            self.wfile.write(ZEROS)

    def moved(self):
        self.start(302, Location="/endless/")
        for _ in range(300):
            self.wfile.write(ZEROS)

    def header(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(300):
            self.wfile.write(ZEROS)

    def drip(self):
        self.start()
        for _ in range(300):
            self.wfile.write(b"<")
            self.wfile.flush()
            threading.Event().wait(0.1)

    def gzip(self):
        self.whole(bomb(300), Content_Encoding="gzip")

    def twice(self):
        self.whole(bomb(300, 2), Content_Encoding="gzip, gzip")

    def broken(self):
        self.whole(bomb(1)[:500] + b"x" * 500, Content_Encoding="gzip")

    def deep(self):
        self.whole(b"[" * (30 * MB))

    def objects(self):
        self.whole(b'{"data": [' + b"{}," * (25 * MB) + b"{}]}")

    def figures(self):
        self.whole(b'{"data": [{"objects": 1' + b"0" * 400 + b"}]}")

    def emoji(self):
        self.whole(
            HEAD.encode() + "\U0001f600".encode() + b"a" * (100 * MB) + b"</wfs:FeatureCollection>"
        )

    def members(self):
        self.whole(page(range(600_000)))

    def reports(self):
        self.whole(b"<ServiceException>" * (3 * MB))

    def same(self):
        self.whole(page(range(1000)))

    def pages(self):
        first = next(self.numbers) * 1000
        self.whole(page(range(first, first + 1000)))

    def texts(self):
        row = {"objekt_id": str(uuid.uuid4()), "kommunekode": "Odense", "objects": "many"}
        self.whole(json.dumps({"data": [row], "features": [{"properties": row}]}).encode())

    def rows(self):
        self.whole(json.dumps({"data": [1, 2], "features": [3]}).encode())

    def dimensions(self):
        index = {str(n): n for n in range(10_000)}
        dimension = {
            "id": ["a", "b"],
            "size": [10_000, 10_000],
            "a": {"category": {"index": index}},
            "b": {"category": {"index": index}},
        }
        self.whole(json.dumps({"dataset": {"dimension": dimension, "value": {}}}).encode())

    def log_message(self, *_):
        return


CASES = [
    name
    for name, entry in vars(Hostile).items()
    if callable(entry) and name not in ("do_GET", "do_POST", "start", "whole", "log_message")
]


def met(work):
    """What ``work`` meets: the kind of error and its sentence."""
    from geofa_sociodemografi.core.errors import SociodemografiError

    try:
        work()
    except SociodemografiError as error:
        return f"told: {error} {error.details}"[:200].replace("\n", " ")
    except Exception as error:  # noqa: BLE001 (any kind is what is looked for)
        return f"NOT TOLD: {error!r}"[:200].replace("\n", " ")
    return "nothing"


def tell(name, work):
    """A line about ``name``."""
    found = met(work)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}\t{found}\t{peak}", flush=True)


def answers(session, folder):
    """Every hostile answer, asked for in every way there is."""
    from geofa_sociodemografi.core.catalogue.geofa.themes import theme
    from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
    from geofa_sociodemografi.core.geofa.server import server_of
    from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.statbank.client import StatBankClient
    from geofa_sociodemografi.core.statbank.replies import read_jsonstat
    from geofa_sociodemografi.core.web.answer_cache import AnswerCache

    server = subprocess.Popen(
        [sys.executable, "-m", "tests.services.hostile", "server", "."],
        stdout=subprocess.PIPE,
        text=True,
    )
    port = int(server.stdout.readline())
    about, cache = theme("5713"), AnswerCache(folder / "cache", 1)
    for case in os.environ.get("CASES", " ".join(CASES)).split():
        url = f"http://127.0.0.1:{port}/{case}"
        client = GeofaClient(session, server_of(url), 3 if case == "drip" else 25, None, cache)
        tell(
            f"{case} districts",
            lambda client=client: client.current(about, DistrictFilter("0461"), Silent()),
        )
        if case in ("pages", "members", "endless"):
            continue  # the same again
        tell(f"{case} coverage", lambda client=client: client.coverage([about], Silent()))
        bank = StatBankClient(session, url, client.seconds, cache, sleep=lambda _: None)
        tell(f"{case} tables", lambda bank=bank: bank.tables(Silent()))
        if case == "dimensions":
            tell(
                "dimensions cells",
                lambda url=url: read_jsonstat(requests.get(url, timeout=20).content, "X"),
            )

    server.kill()
    server.wait()


def serve():
    """The hostile server, in a process of its own so that its memory is not ours; says its port."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request, client_address):
            return

    server = Server(("127.0.0.1", 0), Hostile)
    print(server.server_port, flush=True)
    server.serve_forever()


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


def main(kind, folder):
    """All cases of one kind."""
    if kind == "server":
        serve()
    elif kind == "files":
        files(folder)
    elif kind == "requests":
        answers(requests.Session(), folder)
    else:
        from tests.commands.application import start_qgis

        kept = start_qgis("en", str(folder / "profile"))
        from geofa_sociodemografi.core.gis.host.network import qgis_session

        answers(qgis_session(), folder)
        del kept
    sys.stdout.flush()
    os._exit(0)  # some hostile answers are still on their way


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
