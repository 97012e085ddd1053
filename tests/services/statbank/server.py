"""A local server that answers as StatBank does, faults included.

GET path form and POST JSON for tables, tableinfo and data; JSONSTAT (old form), CSV and BULK; elimination, time
rules, patterns, ranges and the cell limit; errors by ``errorTypeCode``. Figures are invented: a cell's value is
worked out of its codes.
"""

from __future__ import annotations

import fnmatch
import gzip
import itertools
import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

AREAS = {"000": "Hele landet", "083": "Region Syddanmark", "461": "Odense", "101": "København"}
SEX = {"TOT": "I alt", "1": "Mænd", "2": "Kvinder"}
AGES = {"IALT": "I alt", **{str(a): f"{a} år" for a in range(0, 126)}}
BANDS = {
    b: b
    for b in (
        "TOT",
        "15-19",
        "20-24",
        "25-29",
        "30-34",
        "35-39",
        "40-44",
        "45-49",
        "50-54",
        "55-59",
        "60-64",
    )
}


def variable(code, values, elimination=True, time=False):
    return {
        "id": code,
        "text": code.lower(),
        "elimination": elimination,
        "time": time,
        "values": [{"id": key, "text": text} for key, text in values.items()],
    }


def times(*codes):
    return variable("Tid", {code: code for code in codes}, False, True)


TABLES = {
    "FOLK1E": (
        "Folketal efter herkomst",
        "Antal",
        [
            variable("OMRÅDE", AREAS),
            variable("KØN", SEX),
            variable("ALDER", AGES),
            variable(
                "HERKOMST",
                {"TOT": "I alt", "1": "Dansk", "24": "a ", "25": "b", "34": "c", "35": "d"},
            ),
            times("2025K4", "2026K1", "2026K2"),
        ],
    ),
    "FOLK1A": (
        "Folketal",
        "Antal",
        [
            variable("OMRÅDE", AREAS),
            variable("KØN", SEX),
            variable("ALDER", AGES),
            variable("CIVILSTAND", {"TOT": "I alt", "U": "Ugift"}),
            times("2024K1", "2025K1", "2026K1"),
        ],
    ),
    "FOLK1AM": (
        "Folketal, måned",
        "Antal",
        [
            variable("OMRÅDE", AREAS),
            variable("KØN", SEX),
            variable("ALDER", AGES),
            times("2026M01", "2026M02"),
        ],
    ),
    "HFUDD11": (
        "Uddannelse",
        "Antal",
        [
            variable("BOPOMR", AREAS),
            variable("HERKOMST", {"TOT": "I alt"}),
            variable("HFUDD", {"TOT": "I alt", "H10": "g"}),
            variable("ALDER", BANDS),
            variable("KØN", {"TOT": "I alt", "M": "m", "K": "k"}),
            times("2024", "2025"),
        ],
    ),
    "INDKP111": (
        "Indkomst",
        "1.000 kr.",
        [
            variable("REGLAND", {"000": "Hele landet", "083": "Region Syddanmark"}),
            variable("ENHED", {"101": "Personer", "110": "Beløb"}, False),
            variable("KOEN", {"MOK": "I alt"}),
            variable("ALDER1", BANDS),
            variable("INDKOMSTTYPE", {"105": "I alt", "100": "Disponibel"}, False),
            times("2023", "2024"),
        ],
    ),
    "STRAFNA6": (
        "Skyldige",
        "Antal",
        [
            variable("OMRÅDE", AREAS, False),
            variable("KØN", {"M": "m", "K": "k"}),
            variable("ALDER", {"TOT": "I alt", "15-29": "15-29"}),
            variable("HERKOMST1", {"1": "a", "6": "b"}),
            times("2024", "2025"),
        ],
    ),
    "AUP01": (
        "Ledige",
        "Pct.",
        [
            variable("OMRÅDE", AREAS),
            variable("ALDER", {"TOT": "I alt"}),
            variable("KØN", SEX),
            times("2026M01", "2026M02"),
        ],
    ),
}
CELL_LIMIT = 100_000


def figure(table, cell):
    """The invented figure of a cell (codes by variable): None is missing."""
    if cell.get("Tid") == "2025K4" and cell.get("OMRÅDE") == "101":
        return None
    number = sum(ord(letter) * (n + 3) for n, letter in enumerate("".join(cell.values())))
    if TABLES[table][1] == "Pct.":
        return round(number % 97 / 10, 1)
    return number


class RefusedError(Exception):
    """An error with a code."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def selected(about, wanted):
    """The codes that the texts ``wanted`` choose among the values of ``about``."""
    codes, found = [v["id"] for v in about["values"]], []
    for text in wanted:
        rule = re.fullmatch(r"\((-?)n?\+?(\d+)\)", text)
        spans = re.findall(r"(>=|<=|>|<)([^<>=]+)", text)
        if rule and about["time"]:
            n = int(rule[2])
            found += codes[-n:] if rule[1] else codes[-n : len(codes) - n + 1 or None]
        elif spans:
            tests = {
                ">=": lambda c, v: c >= v,
                "<=": lambda c, v: c <= v,
                ">": lambda c, v: c > v,
                "<": lambda c, v: c < v,
            }
            found += [c for c in codes if all(tests[o](c, v) for o, v in spans)]
        elif "*" in text:
            found += fnmatch.filter(codes, text)
        elif text in codes:
            found.append(text)
        else:
            raise RefusedError("EXTRACT-NOTFOUND", f"Kan ikke finde værdi: {text} ({about['id']})")
    return list(dict.fromkeys(found))


class StatBankServer:
    """The server; ``fault`` makes it misbehave, ``requests`` holds what it was asked."""

    def __init__(self):
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                parts = urlsplit(self.path)
                query = dict(parse_qsl(parts.query))
                steps = [unquote(step) for step in parts.path.strip("/").split("/")][1:]
                asked = {
                    "lang": query.pop("lang", "da"),
                    "valuePresentation": query.pop("valuePresentation", "Default"),
                }
                if len(steps) > 1:
                    asked["table"] = steps[1]
                if len(steps) > 2:
                    asked["format"] = steps[2]
                asked["variables"] = [
                    {"code": k, "values": v.split(",")} for k, v in query.items() if k != "format"
                ]
                outer.answer(self, steps[0] if steps else "", asked)

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                try:
                    asked = json.loads(body)
                except json.JSONDecodeError:
                    asked = {}
                outer.answer(self, urlsplit(self.path).path.strip("/").split("/")[-1], asked)

            def log_message(self, *_):
                pass

        self.fault, self.requests = "", []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler, endpoint, asked):
        self.requests.append((endpoint, asked, time.monotonic()))
        if self.fault == "slow":
            time.sleep(3)
        if self.fault in ("500", "503"):
            return self.send(handler, int(self.fault), b"Server Error", "text/plain")
        if self.fault == "html 400":
            return self.send(handler, 400, b"<html>Bad Request (proxy)</html>", "text/html")
        if self.fault == "html 200":
            return self.send(handler, 200, b"<html>Log ind</html>", "text/html")
        try:
            status, body, kind = self.reply(endpoint, asked)
        except RefusedError as error:
            body = json.dumps({"errorTypeCode": error.code, "message": str(error)}).encode()
            return self.send(handler, 400, body, "application/json; charset=utf-8")
        self.send(handler, status, body, kind)

    def send(self, handler, status, body, kind):
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        if self.fault == "gzip":
            body = gzip.compress(body)
            handler.send_header("Content-Encoding", "gzip")
        sent = body[: len(body) // 2] if self.fault == "cut off" and status == 200 else body
        handler.send_header("Content-Length", str(len(sent)))
        handler.send_header("StatbankAPI-Request-Id", "x")
        handler.end_headers()
        handler.wfile.write(sent)

    def reply(self, endpoint, asked):
        if endpoint not in ("tables", "tableinfo", "data"):
            return 404, b"<html>404 - File or directory not found.</html>", "text/html"
        if not asked:
            raise RefusedError("REQUEST-EMPTY", "Forespørgslen er tom")
        if endpoint == "tables":
            rows = [
                {
                    "id": t,
                    "text": a[0],
                    "unit": a[1],
                    "updated": "2026-02-11T08:00:00",
                    "active": True,
                    "firstPeriod": a[2][-1]["values"][0]["id"],
                    "latestPeriod": a[2][-1]["values"][-1]["id"],
                    "variables": [v["text"] for v in a[2]],
                }
                for t, a in TABLES.items()
            ]
            return 200, json.dumps(rows).encode(), "application/json"
        table = str(asked.get("table", "")).upper()
        if not table:
            raise RefusedError("REQUEST-MISSING", "Der er ikke angivet nogen tabel-id.")
        if table not in TABLES or self.fault == "renamed":
            raise RefusedError("EXTRACT-NOTFOUND", f"Tabel findes ikke: {table}")
        if endpoint == "tableinfo":
            text, unit, variables = TABLES[table]
            return (
                200,
                json.dumps(
                    {
                        "id": table,
                        "text": text,
                        "description": text,
                        "unit": unit,
                        "suppressedDataValue": "0",
                        "updated": "2026-02-11T08:00:00",
                        "active": True,
                        "contacts": [],
                        "documentation": None,
                        "footnote": {"text": "Fodnote", "mandatory": False}
                        if table == "FOLK1E"
                        else None,
                        "variables": variables,
                    }
                ).encode(),
                "application/json",
            )
        return self.data(table, asked)

    def data(self, table, asked):
        form = str(asked.get("format", "")).upper()
        if form not in ("JSONSTAT", "CSV", "BULK"):
            raise RefusedError("REQUEST-MISSING", "Format not found or not valid.")
        wanted = {v["code"].upper(): v["values"] for v in asked.get("variables", [])}
        chosen, left_out = {}, []
        for about in TABLES[table][2]:
            values = wanted.pop(about["id"].upper(), None)
            if values is not None:
                chosen[about["id"]] = selected(about, values)
            elif not about["elimination"]:
                raise RefusedError(
                    "EXTRACT-NOTALLOWED", f"Der skal vælges værdier for variabel: {about['id']}"
                )
            else:
                left_out.append(about["id"])
        if wanted:
            raise RefusedError("EXTRACT-NOTFOUND", f"Kan ikke finde variabel: {next(iter(wanted))}")
        if form == "BULK" and (left_out or "timeOrder" in asked):
            raise RefusedError("EXTRACT-NOTALLOWED", "Der skal vælges værdier for variabel")
        size = 1
        for codes in chosen.values():
            size *= len(codes)
        if form != "BULK" and size > CELL_LIMIT:
            raise RefusedError(
                "REQUEST-LIMIT", f"Forespørgslen på op mod {size} celler er over begrænsningen"
            )
        cells = [dict(zip(chosen, codes)) for codes in itertools.product(*chosen.values())]
        if form == "JSONSTAT":
            return 200, self.jsonstat(table, chosen, cells), "text/json; charset=utf-8"
        comma = "," if asked.get("lang", "da") == "da" else "."
        lines = [";".join([*(c.upper() for c in chosen), "INDHOLD"])]
        labels = {v["id"]: {c["id"]: c["text"] for c in v["values"]} for v in TABLES[table][2]}
        as_codes = asked.get("valuePresentation") == "Code" and self.fault != "labels"
        for cell in cells:
            value = figure(table, cell)
            shown = ".." if value is None else str(value).replace(".", comma)
            lines.append(
                ";".join([*(c if as_codes else labels[v][c] for v, c in cell.items()), shown])
            )
        text = "\r\n".join(lines) + "\r\n"
        return (
            200,
            text.encode("utf-8-sig" if self.fault == "bom" else "utf-8"),
            "text/csv; charset=utf-8",
        )

    @staticmethod
    def jsonstat(table, chosen, cells):
        names = list(chosen)
        at = names.index("Tid")
        ids = [*names[:at], "ContentsCode", *names[at:]]
        dimension = {
            name: {
                "label": name,
                "category": {"index": {c: n for n, c in enumerate(codes)}, "label": {}},
            }
            for name, codes in chosen.items()
        }
        dimension["ContentsCode"] = {
            "label": "x",
            "category": {"index": {table: 0}, "label": {table: "x"}},
        }
        dimension.update(
            id=ids,
            size=[1 if n == "ContentsCode" else len(chosen[n]) for n in ids],
            role={"time": ["Tid"], "metric": ["ContentsCode"]},
        )
        return json.dumps(
            {
                "dataset": {
                    "dimension": dimension,
                    "label": table,
                    "source": "x",
                    "value": [figure(table, cell) for cell in cells],
                }
            }
        ).encode()
