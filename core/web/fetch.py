"""The one way to the network: where a login may go, how much may come back, and for how long.

Every client asks through ``fetch``, whatever the transport. Redirects are followed here and nowhere
else: a request that carries a login goes on within its own origin (scheme, host and port, RFC 6454)
alone. No cookie is kept: one may stand for a login.
"""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Callable, List, Mapping, Optional, Tuple
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from ..catalogue.limits import limits
from ..confidential import quoted, remember_header
from ..errors import ServiceError, lets_go
from ..i18n import tr
from .address import PORTS, is_safe_for_login, origin
from .body import CutOffError, body_of
from .certificates import certificate_error, reason_of
from .text import text_of

CONNECT_SECONDS = 10.0
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
    **parts: Any,
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
        # as it will be, to look at
        request = session.prepare_request(requests.Request(method, url, **parts))
        carries_login = login or _has_login(session, request)
        asked = _address(request)
        _refuse_unsafe(asked, carries_login, plain_login)
        if before is not None:  # as it will be asked, whatever its spelling made of the first look
            _refuse_elsewhere(before[0], asked, before[1], carries_login)
        answer = _carried(session, method, url, ends, parts)
        target = _target(asked, answer)
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


def _address(request: requests.PreparedRequest) -> str:
    return request.url or ""


def _has_login(session: requests.Session, request: requests.PreparedRequest) -> bool:
    if "Authorization" in request.headers:
        remember_header(str(request.headers["Authorization"]))
        return True
    adapter = session.get_adapter(_address(request))
    return session.auth is not None or bool(getattr(adapter, "has_login", False))


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
    here, there = origin(_address(request)), origin(target)
    if not PLAIN_PLACE.match(_place(target)):
        there = ("", "", 0)  # readers of addresses may take it for different hosts
    downgraded = here[0] == "https" and there[0] != "https"
    if here == there or not (login or downgraded):
        return
    shown = quoted(f"{there[0]}://{there[1]}:{there[2]}" if there[1] else target, LONGEST_PLACE)
    host = urlsplit(_address(request)).netloc
    if login:
        problem = tr(
            "{host} sends the request on to {other}, where the login may not go.",
            host=host,
            other=shown,
        )
    else:
        problem = tr(
            "{host} sends the request on to {other}, which is not encrypted.",
            host=host,
            other=shown,
        )
    raise ElsewhereError(
        problem,
        tr(
            "If the service has moved, choose its new address with https; else ask whoever runs it."
        ),
        nothing_done=request.method == "GET" or status in SAME_AGAIN,
    )


def _place(address: str) -> str:
    """Host and port of ``address`` as they are written, with all that may stand before them."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _next(
    method: str, target: str, status: int, parts: Mapping[str, Any]
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


# -- for how long -----------------------------------------------------------------------------


def _carried(
    session: requests.Session, method: str, url: str, ends: float, parts: Mapping[str, Any]
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
    parts: Mapping[str, Any],
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
        return Answer(response.status_code, response.headers, body_of(response, url, given_up))
    except requests.RequestException:
        raise
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise CutOffError(type(error).__name__) from None
    finally:
        response.close()
