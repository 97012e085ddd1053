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
import subprocess
import sys
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import requests  # noqa: E402

from tests import package  # noqa: E402, F401 (makes the plugin importable)
from tests.services.hostile_files import files  # noqa: E402
from tests.services.told import MB, ZEROS, tell  # noqa: E402

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
