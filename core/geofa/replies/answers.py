"""One question to GeoFA, and the judgement of its answer: whole and usable, refused, or lost on the
way.

Writing needs the difference: a refused request changed nothing, while nobody knows what a lost one
did.
"""

from __future__ import annotations

import html
import re
from typing import Any, Optional
from urllib.parse import urlsplit

import requests

from ...catalogue.json_text import JsonError, parse
from ...confidential import quoted
from ...errors import ServiceError, lets_go
from ...i18n import tr
from ...web import body as web_body
from ...web.certificates import CertificateError
from ...web.fetch import ElsewhereError, fetch

EXCEPTION = re.compile(r"<(?:\w+:)?(?:ExceptionText|ServiceException)\b[^>]*>(.*?)</", re.DOTALL)
LONGEST_DETAILS, LONGEST_SAID, LONGEST_REPORT = 500, 500, 20_000
GATEWAY = (408, 502, 503, 504)
"""The server behind may have heard the request, or not."""


class RefusedError(ServiceError):
    """GeoFA answered and said no; the request changed nothing.

    ``status`` is the HTTP status.
    """

    status = 0


class UnansweredError(ServiceError):
    """No whole answer came: the request may have been carried out or not, or may still be.

    ``status`` is the HTTP status where a gateway answered, else 0.
    """

    status = 0


class TooMuchError(UnansweredError):
    """The answer is larger than any of its kind: less must be asked for."""


def too_much(reason: str) -> TooMuchError:
    """The error of an answer whose values need more memory than there is; ``reason`` says so."""
    return TooMuchError(
        tr("GeoFA's answer is too large. {reason}", reason=reason), tr("Choose one municipality.")
    )


@lets_go
def ask(session: requests.Session, method: str, url: str, seconds: float, **parts: Any) -> str:
    """The body of a successful answer.

    Args:
        method: ``GET`` or ``POST``.
        seconds: how long to wait for the answer.
        parts: as ``fetch`` takes them.
    Raises:
        UnansweredError: no connection, cut off, too slow, unreadable, or sent on elsewhere when the
            work may be done.
        TooMuchError: larger than any answer may be.
        RefusedError: an error status, an exception report, a web page such as a login form, or sent
            on elsewhere.
        CancelledError: the user stopped (inside QGIS).
    """
    host = urlsplit(url).netloc
    try:
        answer = fetch(session, method, url, seconds, **parts)
        web_body.refuse_wide(answer.body, url)
    except ElsewhereError as error:
        raise (RefusedError if error.nothing_done else UnansweredError)(
            error.message, error.next_step
        ) from None
    except web_body.TooMuchError as error:
        raise TooMuchError(error.message, error.next_step) from None
    except web_body.UnreadableError as error:
        raise UnansweredError(error.message, error.next_step) from None
    except CertificateError as error:  # nothing was sent; what was kept of a reading may serve
        raise (UnansweredError if method == "GET" else RefusedError)(
            error.message, error.next_step, error.details
        ) from None
    except requests.Timeout as error:
        raise UnansweredError(
            tr("GeoFA ({host}) did not answer in time.", host=host),
            tr("Try again later, or go on with districts already in the monitor file."),
            type(error).__name__,
        ) from None
    except requests.RequestException as error:
        raise UnansweredError(
            tr("GeoFA ({host}) cannot be reached.", host=host),
            tr(
                "Check the network and the server address. Districts already in the monitor file "
                "can be used "
                "without the network."
            ),
            type(error).__name__,
        ) from None
    text = answer.text
    body = answer.body.decode("utf-8", "replace") if text is None else text
    problem = refusal(answer.status, body, url)
    if problem is None and text is None:
        problem = UnansweredError(
            tr("The answer of {host} is not written in the letters it says it is.", host=host),
            tr(
                "Try again. A proxy may stand between; if it goes on, tell whoever runs the "
                "service."
            ),
        )
    if problem is not None:
        raise problem
    return body


def wrong_password(host: str) -> RefusedError:
    """The sentence for a login that is not accepted."""
    return RefusedError(
        tr("GeoFA ({host}) does not accept the user name and password.", host=host),
        tr(
            "Check the authentication configuration in QGIS' options. Users of GeoFA are named kom "
            "and the "
            "municipality's three digits."
        ),
    )


def refusal(status: int, body: str, url: str) -> "Optional[RefusedError | UnansweredError]":
    """The sentence for an answer that says no, or that a gateway gave for a server behind it; None
    for a good one."""
    host = urlsplit(url).netloc
    said = exception_text(body)
    problem: "RefusedError | UnansweredError"
    if status in (400, 401) and "invalid_grant" in body or status == 401:
        problem = wrong_password(host)
    elif status == 403 or said is not None and is_municipality_rule(said):
        problem = RefusedError(
            tr(
                "GeoFA ({host}) refuses: an object is not the municipality's own, or lies outside "
                "it.",
                host=host,
            ),
            tr(
                "Check that the login belongs to the municipality, that the CVR number is its own, "
                "and that every "
                "object lies inside it."
            ),
            said or "",
        )
    elif said is not None:
        problem = RefusedError(
            tr("GeoFA refused the request: {problem}", problem=said),
            tr(
                "The theme or one of its columns may have another name on this server, or a value "
                "breaks one of its "
                "rules. Check the server address and the values."
            ),
            quoted(body, LONGEST_DETAILS),
        )
    elif is_web_page(body) and status == 200:
        problem = RefusedError(
            tr("The address {url} answered with a web page instead of data.", url=url),
            tr(
                "It may be a login page or a proxy. Check the server address and your network "
                "access."
            ),
            quoted(body, LONGEST_DETAILS),
        )
    elif status >= 300:
        kind = UnansweredError if status in GATEWAY else RefusedError
        problem = kind(
            tr("GeoFA ({host}) answered with error {status}.", host=host, status=status),
            tr("Try again later, or go on with districts already in the monitor file."),
            quoted(body, LONGEST_DETAILS),
        )
    else:
        return None
    problem.status = status
    return problem


def exception_text(body: str) -> Optional[str]:
    """What an OGC exception report, or an error of the SQL API, says, without login and no longer
    than a sentence or two; None where ``body`` is neither."""
    said = _said(body)
    return None if said is None else quoted(said, LONGEST_SAID)


def _said(body: str) -> Optional[str]:
    body = (
        body if len(body) <= 2 * LONGEST_REPORT else body[:LONGEST_REPORT] + body[-LONGEST_REPORT:]
    )
    if "ExceptionReport" in body or "ServiceException" in body:
        found = EXCEPTION.search(body)
        return html.unescape(found.group(1)).strip() if found else body
    if body.lstrip().startswith("{") and (
        '"success":false' in body.replace(" ", "") or '"error"' in body
    ):
        try:
            said: Any = parse(body)
        except JsonError:
            return None
        if said.get("success") is False or "error" in said:
            return str(
                said.get("message") or said.get("error_description") or said.get("error") or body
            )
    return None


def is_municipality_rule(said: str) -> bool:
    """Is ``said`` GeoFA's refusal of an object outside the municipality's own?"""
    return any(words in said for words in ("LIMIT ERROR", "COUNT 0 ERROR", "Geofence violation"))


def is_web_page(body: str) -> bool:
    """Is ``body`` HTML, such as a login or error page?"""
    start = body.lstrip()[:200].lower()
    return start.startswith("<!doctype html") or "<html" in start
