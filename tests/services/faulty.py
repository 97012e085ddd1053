"""A server on loopback that answers wrongly in one chosen way."""

from __future__ import annotations

import gzip
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOGIN_PAGE = b"<!DOCTYPE html><html><body><form>Log ind</form></body></html>"
EMPTY = b"""<?xml version='1.0'?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0"
 numberMatched="0" numberReturned="0"></wfs:FeatureCollection>"""
EXCEPTION = b"""<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">
<ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>Databasen er &lt;nede&gt;</ows:ExceptionText>
</ows:Exception></ows:ExceptionReport>"""


@contextmanager
def answering(body: bytes = b"", status: int = 200, seconds: float = 0.0, compressed: bool = False):
    """The address of a server that answers every GET with ``body`` after ``seconds``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802
            time.sleep(seconds)
            packed = compressed and "gzip" in self.headers.get("Accept-Encoding", "")
            sent = gzip.compress(body) if packed else body
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(sent)))
                if packed:
                    self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(sent)
            except OSError:
                return

        def log_message(self, *_):
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/ows/fkg/fkg"
    finally:
        server.shutdown()
        server.server_close()
