"""Two hosts on loopback: one that sends every request on, and one that should never hear what it hears."""

from __future__ import annotations

import ssl
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Callable, List, Optional, Tuple

Heard = Tuple[str, str, str, bytes]
Reply = Tuple[int, "dict[str, str]", bytes]


@dataclass
class Host:
    """A host: what it heard (method, path, headers as text, body), and how it replies to (method, path, body)."""

    reply: Callable[[str, str, bytes], Reply]
    url: str = ""
    heard: List[Heard] = field(default_factory=list)

    @property
    def everything(self) -> str:
        """All that came, as one text."""
        return "\n".join(
            f"{method} {path}\n{headers}\n{body.decode('utf-8', 'replace')}"
            for method, path, headers, body in self.heard
        )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.hear(b"")

    def do_POST(self):
        self.hear(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def hear(self, body):
        host = self.server.host
        host.heard.append((self.command, self.path, str(self.headers), body))
        status, headers, answer = host.reply(self.command, self.path, body)
        self.send_response(status)
        for name, text in {"Content-Length": str(len(answer)), **headers}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        return


class _Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A client that hangs up, on a certificate for one, is no error of ours."""


@contextmanager
def host(
    reply: Callable[[str, str, bytes], Reply],
    address: str = "127.0.0.1",
    context: Optional[ssl.SSLContext] = None,
):
    """A ``Host`` at ``address`` (any of 127.0.0.0/8) on a port of its own, by TLS where there is a ``context``."""
    server = _Server((address, 0), _Handler)
    server.daemon_threads = True
    if context is not None:
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    server.host = Host(
        reply, f"{'http' if context is None else 'https'}://{address}:{server.server_port}"
    )
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.host
    finally:
        server.shutdown()
        server.server_close()
