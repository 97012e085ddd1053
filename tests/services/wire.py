"""A wire on loopback between a client and a real server, which can be cut in chosen places."""

from __future__ import annotations

import contextlib
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Callable, List, Optional

import requests

HOP = {
    "connection",
    "transfer-encoding",
    "content-encoding",
    "content-length",
    "keep-alive",
    "host",
}
Hits = Callable[[str, str, bytes], bool]


def everything(method: str, path: str, body: bytes) -> bool:
    """Every request is hit."""
    return True


@dataclass
class Wire:
    """What happens to the requests that ``hits`` (method, path, body) picks; all others pass.

    ``fault``: ``before`` (cut before the server hears it), ``during`` (the server hears half of it), ``after`` (the
    server has done it, the answer is lost), ``half`` (half of the answer comes), or a pair (status, body) to answer.
    ``times``: how many requests are hit; all when None.
    """

    upstream: str
    fault: object = ""
    hits: Hits = everything
    times: Optional[int] = None
    url: str = ""
    heard: List[str] = field(default_factory=list)

    def hit(self, method: str, path: str, body: bytes) -> bool:
        """Is this request hit? Counts it."""
        if not self.fault or self.times == 0 or not self.hits(method, path, body):
            return False
        if self.times is not None:
            self.times -= 1
        return True


class Handler(BaseHTTPRequestHandler):
    """One request over ``server.line``."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.carry(b"")

    def do_POST(self):
        self.carry(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def carry(self, body: bytes) -> None:
        """Pass the request on, or do what the fault says."""
        line: Wire = self.server.line
        line.heard.append(f"{self.command} {self.path.partition('?')[0]}")
        if not line.hit(self.command, self.path, body):
            self.answer(*self.forward(body))
        elif isinstance(line.fault, tuple):
            self.answer(line.fault[0], {"Content-Type": "text/html"}, line.fault[1])
        elif line.fault == "half":
            status, headers, answer = self.forward(body)
            self.answer(status, headers, answer[: len(answer) // 2], len(answer))
        else:
            if line.fault == "during":
                self.send_half(body)
            elif line.fault == "after":
                self.forward(body)
            self.cut()

    def forward(self, body: bytes) -> tuple:
        """(status, headers, body) of the server's answer."""
        headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP}
        answer = requests.request(
            self.command,
            self.server.line.upstream + self.path,
            data=body,
            headers=headers,
            timeout=120,
        )
        return answer.status_code, answer.headers, answer.content

    def send_half(self, body: bytes) -> None:
        """Let the server hear half of the request."""
        host, port = self.server.line.upstream.rpartition("/")[2].split(":")
        lines = [
            f"{self.command} {self.path} HTTP/1.1",
            f"Host: {host}:{port}",
            f"Content-Length: {len(body)}",
        ]
        lines += [f"{k}: {v}" for k, v in self.headers.items() if k.lower() not in HOP]
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(
                "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body[: len(body) // 2]
            )

    def answer(self, status: int, headers: dict, body: bytes, length: Optional[int] = None) -> None:
        """Answer; cut where more was promised than is sent."""
        with contextlib.suppress(OSError):
            self.send_response(status)
            for key, value in headers.items():
                if key.lower() not in HOP:
                    self.send_header(key, value)
            self.send_header("Content-Length", str(length or len(body)))
            self.end_headers()
            self.wfile.write(body)
        if length is not None:
            self.cut()

    def cut(self) -> None:
        """End the connection without a word."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *_):
        return


@contextmanager
def wire(upstream: str, fault: object = "", hits: Hits = everything, times: Optional[int] = None):
    """A ``Wire`` to the server at ``upstream`` (an address without path)."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.line = Wire(upstream, fault, hits, times, f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.line
    finally:
        server.shutdown()
        server.server_close()
