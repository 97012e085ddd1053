"""The one way to the network: where a login may go, how much may come back, and for how long.

Every client asks through ``fetch``, whatever the transport. Redirects are followed here and nowhere
else: a request that carries a login goes on within its own origin (scheme, host and port, RFC 6454)
alone. What comes is counted as it arrives, also as it is unpacked, and no cookie is kept: one may
stand for a login.
"""

from __future__ import annotations

import io
import re
import threading
import time
import zlib
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Callable, Iterator, List, Mapping, Optional, Tuple
from urllib.parse import urljoin, urlsplit

import numpy as np
import requests
import urllib3

from .catalogue.limits import MEGABYTE, limits
from .confidential import quoted, remember_header
from .errors import ServiceError, lets_go
from .i18n import tr
from .web_address import PORTS, is_safe_for_login, origin
from .web_certificates import certificate_error, reason_of
from .web_text import text_of

CONNECT_SECONDS = 10.0
PIECE = 1 << 16
PLAIN_PLACE = re.compile(r"^[A-Za-z0-9._-]+(:\d+)?$|^\[[0-9A-Fa-f:.]+\](:\d+)?$")
"""A host with its port, which every reader of addresses takes for the same."""
NO_COOKIES = DefaultCookiePolicy(allowed_domains=[])
SAME_AGAIN = (307, 308)
REDIRECTS = (301, 302, 303, *SAME_AGAIN)
LONGEST_PLACE = 100


class ElsewhereError(ServiceError):
    """A request was to go on where it may not. ``nothing_done``: the server said so before it did
    anything."""

    def __init__(self, message: str, next_step: str, nothing_done: bool = True):
        super().__init__(message, next_step)
        self.nothing_done = nothing_done


class TooMuchError(ServiceError):
    """An answer is larger than any of its kind."""


class CutOffError(requests.ConnectionError):
    """Less of an answer came than was promised."""


class UnreadableError(ServiceError):
    """An answer is packed in a way that was not asked for, or damaged in its packing."""


@dataclass(frozen=True)
class Answer:
    """A whole answer, unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> Optional[str]:
        """The body as the document says it is written; None where it is not."""
        return text_of(self.body, self.headers.get("content-type", ""))


@lets_go
def fetch(
    session: requests.Session,
    method: str,
    url: str,
    seconds: float,
    *,
    login: bool = False,
    plain_login: bool = False,
    **parts: object,
) -> Answer:
    """The whole answer to a request.

    Args:
        session: holds login and transport; its own way of following redirects is not used.
        seconds: how long the whole answer may take.
        login: a password or token travels in the body. One in a header, or added by session or
            transport, is seen.
        plain_login: the user lets the login travel to this server without encryption.
        parts: ``params``, ``data``, ``json``, ``headers`` as ``requests`` takes them.
    Raises:
        requests.RequestException: no connection, cut off, or too slow.
        ElsewhereError, TooMuchError, UnreadableError, CertificateError: as they say.
        CancelledError: the user stopped (inside QGIS).
    """
    ends = time.monotonic() + seconds
    session.cookies.set_policy(NO_COOKIES)
    before: Optional[Tuple[requests.PreparedRequest, int]] = None
    for _ in range(int(limits("answers")["redirects"]) + 1):
        request = session.prepare_request(
            requests.Request(method, url, **parts)
        )  # as it will be, to look at
        carries_login = login or _has_login(session, request)
        _refuse_unsafe(request.url, carries_login, plain_login)
        if before is not None:  # as it will be asked, whatever its spelling made of the first look
            _refuse_elsewhere(before[0], request.url, before[1], carries_login)
        answer = _carried(session, method, url, ends, parts)
        target = _target(request.url, answer)
        if target is None:
            return answer
        _refuse_elsewhere(request, target, answer.status, carries_login)
        before = request, answer.status
        method, url, parts = _next(method, target, answer.status, parts)
    raise ElsewhereError(
        tr("{host} sends the request round in circles.", host=urlsplit(url).netloc),
        tr("Check the server address and your network access."),
    )


# -- where it may go -----------------------------------------------------------------------------


def _has_login(session: requests.Session, request: requests.PreparedRequest) -> bool:
    if "Authorization" in request.headers:
        remember_header(str(request.headers["Authorization"]))
        return True
    return session.auth is not None or bool(
        getattr(session.get_adapter(request.url), "has_login", False)
    )


def _refuse_unsafe(url: str, login: bool, plain_login: bool) -> None:
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not PLAIN_PLACE.match(parts.netloc):
        raise ElsewhereError(
            tr(
                "{address} is no address that can be asked.",
                address=quoted(parts.netloc.rpartition("@")[2], LONGEST_PLACE),
            ),
            tr("Write it as {example}.", example="https://geofa.geodanmark.dk"),
        )
    if login and not plain_login and not is_safe_for_login(url):
        raise ElsewhereError(
            tr(
                "The address {address} is not encrypted, and a password would be sent to it.",
                address=f"{parts.scheme}://{parts.netloc}",
            ),
            tr("Use the address with https, or allow it for this one server on the page GeoFA."),
        )


def _target(url: str, answer: Answer) -> Optional[str]:
    """Where the answer sends the request on to, empty where that is no address; None where it is
    the answer."""
    place = answer.headers.get("location", "")
    if answer.status not in REDIRECTS or not place:
        return None
    try:
        return urljoin(url, place.encode("latin-1", "replace").decode("utf-8", "replace"))
    except ValueError:
        return ""


def _refuse_elsewhere(
    request: requests.PreparedRequest, target: str, status: int, login: bool
) -> None:
    """A login stays within its origin; no request goes on to where nobody can see who answers."""
    here, there = origin(request.url), origin(target)
    if not PLAIN_PLACE.match(_place(target)):
        there = ("", "", 0)  # readers of addresses may take it for different hosts
    downgraded = here[0] == "https" and there[0] != "https"
    if here == there or not (login or downgraded):
        return
    shown = quoted(f"{there[0]}://{there[1]}:{there[2]}" if there[1] else target, LONGEST_PLACE)
    raise ElsewhereError(
        tr(
            "{host} sends the request on to {other}, where the login may not go.",
            host=urlsplit(request.url).netloc,
            other=shown,
        )
        if login
        else tr(
            "{host} sends the request on to {other}, which is not encrypted.",
            host=urlsplit(request.url).netloc,
            other=shown,
        ),
        tr(
            "If the service has moved, choose its new address with https; else ask whoever runs it."
        ),
        request.method == "GET" or status in SAME_AGAIN,
    )


def _place(address: str) -> str:
    """Host and port of ``address`` as they are written, with all that may stand before them."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _next(
    method: str, target: str, status: int, parts: Mapping[str, object]
) -> "Tuple[str, str, dict]":
    """The request to go on with: the same again for 307 and 308, else a GET without body (RFC 9110,
    15.4)."""
    if status in SAME_AGAIN:
        return method, target, {name: part for name, part in parts.items() if name != "params"}
    headers = {
        name: text
        for name, text in (parts.get("headers") or {}).items()
        if not name.lower().startswith("content-")
    }
    return "GET", target, {"headers": headers}


# -- how much, and for how long ------------------------------------------------------------------


def _carried(
    session: requests.Session, method: str, url: str, ends: float, parts: Mapping[str, object]
) -> Answer:
    """Send the request once and read its answer before ``ends``."""
    left = max(0.1, ends - time.monotonic())
    try:
        if getattr(session.get_adapter(url), "keeps_time", False):
            return _once(session, method, url, left, parts, lambda: False)
        return _within(left, lambda given_up: _once(session, method, url, left, parts, given_up))
    except requests.exceptions.SSLError as error:
        reason = reason_of(error)
        if reason is None:
            raise
    raise certificate_error(url, [reason])


def _within(seconds: float, work: Callable[[Callable[[], bool]], Answer]) -> Answer:
    """What ``work`` gives within ``seconds``: a socket's own limit begins anew with every byte that
    drips in."""
    done: List[Answer] = []
    failed: List[BaseException] = []
    late = threading.Event()

    def run() -> None:
        try:
            done.append(work(late.is_set))
        except BaseException as error:  # noqa: BLE001 (raised again by the caller)
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    late.set()
    if failed:
        raise failed[0].with_traceback(None)
    if not done:
        raise requests.ReadTimeout()
    return done[0]


def _once(
    session: requests.Session,
    method: str,
    url: str,
    seconds: float,
    parts: Mapping[str, object],
    given_up: Callable[[], bool],
) -> Answer:
    places: List[str] = []

    def take_place(response: requests.Response, **_: object) -> None:
        """``requests`` would read all that comes with a redirect, without end, to see where it
        leads."""
        if response.status_code in REDIRECTS and "location" in response.headers:
            places.append(response.headers.pop("location"))

    more = {**parts, "headers": {**(parts.get("headers") or {}), "Accept-Encoding": "gzip"}}
    response = session.request(
        method,
        url,
        stream=True,
        allow_redirects=False,
        hooks={"response": take_place},
        timeout=(min(CONNECT_SECONDS, seconds), seconds),
        **more,
    )
    try:
        if places:
            return Answer(response.status_code, {"location": places[0]}, b"")
        return Answer(response.status_code, response.headers, _body(response, url, given_up))
    except requests.RequestException:
        raise
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise CutOffError(type(error).__name__) from None
    finally:
        response.close()


def _body(response: requests.Response, url: str, given_up: Callable[[], bool]) -> bytes:
    """The unpacked body, whole.

    Raises:
        CutOffError: fewer bytes came than were promised.
    """
    arrived = _Counted(_pieces(response, given_up), url)
    packing = response.headers.get("content-encoding", "").strip().lower()
    body = io.BytesIO()  # gives what it holds without copying it
    for piece in arrived if packing in ("", "identity") else _unpacked(arrived, packing, url):
        body.write(piece)
        refuse_too_much(body.tell(), url)
    promised = response.headers.get("content-length", "")
    if promised.isdigit() and len(promised) < 20 and arrived.count < int(promised):
        raise CutOffError()
    return body.getvalue()


def _pieces(response: requests.Response, given_up: Callable[[], bool]) -> Iterator[bytes]:
    if response.raw is None:  # a transport that has read it all already
        yield response.content
        return
    while not given_up():
        piece = response.raw.read(PIECE)
        if not piece:
            return
        yield piece


class _Counted:
    """Pieces, and how many bytes of them have come; too many are refused."""

    def __init__(self, pieces: Iterator[bytes], url: str):
        self._pieces, self._url, self.count = pieces, url, 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.count += len(piece)
            refuse_too_much(self.count, self._url)
            yield piece


def refuse_too_much(count: int, url: str) -> None:
    """Raise ``TooMuchError`` for more bytes than an answer may have."""
    most = limits("answers")["megabytes"]
    if count > most * MEGABYTE:
        raise TooMuchError(
            tr(
                "The answer of {host} is larger than {count} MB.",
                host=urlsplit(url).netloc,
                count=int(most),
            ),
            tr(
                "Ask for less: one municipality, or fewer values. If it goes on, tell whoever runs "
                "the service."
            ),
        )


def refuse_wide(body: bytes, url: str) -> None:
    """Raise ``TooMuchError`` where the text of ``body`` would need more than twice what an answer
    may have: one letter beyond Latin-1 makes every letter of a text two bytes in Python, one beyond
    the first plane four."""
    highest = int(np.frombuffer(body, dtype="uint8").max()) if body else 0
    width = 4 if highest >= 0xF0 else 2 if highest >= 0xC4 else 1
    refuse_too_much(len(body) * width // 2, url)


def _unpacked(pieces: "_Counted", packing: str, url: str) -> Iterator[bytes]:
    """``pieces`` unpacked a little at a time, so that a small answer never becomes a large one in
    one step."""
    problem = packing not in ("gzip", "x-gzip", "deflate")
    unpack, begun = zlib.decompressobj(zlib.MAX_WBITS | 32), False
    try:
        for piece in () if problem else pieces:
            while piece:
                begun = True
                yield unpack.decompress(piece, PIECE)
                piece = unpack.unconsumed_tail
                if unpack.eof:
                    piece = unpack.unused_data
                    unpack, begun = zlib.decompressobj(zlib.MAX_WBITS | 32), False
        yield unpack.flush()
        if begun and not unpack.eof:
            raise CutOffError()
    except zlib.error:
        problem = True
    if problem:
        raise UnreadableError(
            tr(
                "The answer of {host} is packed in a way that cannot be unpacked.",
                host=urlsplit(url).netloc,
            ),
            tr(
                "Try again. A proxy may stand between; if it goes on, tell whoever runs the "
                "service."
            ),
        )
