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

HOP = {"connection", "transfer-encoding", "content-encoding", "content-length", "keep-alive", "host"}


@dataclass
class Wire:
    """What happens to requests that ``hits`` (method, path, body) picks; all others pass.

    ``fault``: ``before`` (cut before the server hears it), ``during`` (the server hears half of it), ``after`` (the
    server has done it, the answer is lost), ``half`` (half of the answer comes), or a pair (status, body) to answer.
    """

    url: str = ""
    fault: object = ""
    hits: Callable[[str, str, bytes], bool] = lambda method, path, body: True
    times: Optional[int] = None
    heard: List[str] = field(default_factory=list)


@contextmanager
def wire(upstream: str, fault: object = "", hits: Optional[Callable[[str, str, bytes], bool]] = None,
         times: Optional[int] = None):
    """A ``Wire`` to the server at ``upstream`` (an address without path).

    Args:
        times: how many requests the fault hits; all when None.
    """
    line = Wire(fault=fault, times=times)
    if hits is not None:
        line.hits = hits

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self._pass(b"")

        def do_POST(self):
            self._pass(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def _pass(self, body: bytes) -> None:
            line.heard.append(f"{self.command} {self.path.partition('?')[0]}")
            hit = bool(line.fault) and line.hits(self.command, self.path, body) and line.times != 0
            if not hit:
                return self._answer(*self._forward(body))
            if line.times is not None:
                line.times -= 1
            if isinstance(line.fault, tuple):
                return self._answer(line.fault[0], {"Content-Type": "text/html"}, line.fault[1])
            if line.fault == "during":
                self._send_half(body)
            elif line.fault in ("after", "half"):
                status, headers, answer = self._forward(body)
                if line.fault == "half":
                    return self._answer(status, headers, answer[: len(answer) // 2], len(answer))
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)
            return None

        def _forward(self, body: bytes):
            headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP}
            answer = requests.request(self.command, upstream + self.path, data=body, headers=headers, timeout=120)
            return answer.status_code, answer.headers, answer.content

        def _send_half(self, body: bytes) -> None:
            host, port = upstream.rpartition("/")[2].split(":")
            lines = [f"{self.command} {self.path} HTTP/1.1", f"Host: {host}:{port}", f"Content-Length: {len(body)}"]
            lines += [f"{k}: {v}" for k, v in self.headers.items() if k.lower() not in HOP]
            with socket.create_connection((host, int(port))) as connection:
                connection.sendall("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body[: len(body) // 2])

        def _answer(self, status: int, headers: dict, body: bytes, length: Optional[int] = None) -> None:
            with contextlib.suppress(OSError):
                self.send_response(status)
                for key, value in headers.items():
                    if key.lower() not in HOP:
                        self.send_header(key, value)
                self.send_header("Content-Length", str(length or len(body)))
                self.end_headers()
                self.wfile.write(body)
                if length is not None:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)

        def log_message(self, *_):
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    line.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()
