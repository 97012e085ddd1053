"""Who writes in GeoFA: a user with Basic login, and a token of the SQL API made from it.

Passwords and tokens live in memory alone and in no text: neither class shows them.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

import requests

from ..catalogue.json_text import parse
from ..catalogue.limits import limits
from ..confidential import remember, remember_name
from ..errors import ServiceError, lets_go
from ..i18n import tr
from .replies.answers import RefusedError, ask, wrong_password
from .server import SERVICE, Server

SECONDS_TO_SPARE = 30
PLAIN = re.compile(r"^[\x21-\x7e]*\Z")
"""What a header can hold: a token with more in it is none."""


@dataclass(frozen=True)
class Login:
    """A user of GeoFA.

    Attributes:
        user: the name, ``kom`` and three digits.
        basic: a session that adds the Basic login to every request.
        password: gives the password when a token is fetched; never kept.
    """

    user: str
    basic: requests.Session = field(repr=False)
    password: Callable[[], str] = field(repr=False)


class Token:
    """An access token of SQL API v4; fetched when it is first needed, refreshed when it is used up.

    Args:
        session: sends without login.
        now: the clock, in seconds.
    """

    def __init__(
        self,
        session: requests.Session,
        server: Server,
        login: Login,
        seconds: float,
        now: Callable[[], float] = time.monotonic,
    ):
        self._session, self._server, self._login, self._seconds, self._now = (
            session,
            server,
            login,
            seconds,
            now,
        )
        self._access, self._refresh, self._ends = "", "", 0.0

    def header(self) -> "dict[str, str]":
        """The ``Authorization`` header.

        Raises:
            ServiceError: no token can be had.
        """
        if not self._access:
            self._fetch()
        elif self._now() > self._ends:
            self.renew()
        return {"Authorization": f"Bearer {self._access}"}

    def renew(self) -> None:
        """A new token: by the refresh token, or by name and password where that is used up too."""
        if self._refresh:
            try:
                self._take(
                    self._ask({"grant_type": "refresh_token", "refresh_token": self._refresh})
                )
                return
            except RefusedError:
                self._refresh = ""
        self._fetch()

    def _fetch(self) -> None:
        password = self._login.password()
        remember(password)
        remember_name(self._login.user)
        self._take(
            self._ask(
                {
                    "grant_type": "password",
                    "username": self._login.user,
                    "password": password,
                    "database": SERVICE["oauth"]["database"],
                }
            )
        )

    @lets_go
    def _ask(self, grant: "dict[str, str]") -> str:
        grant["client_id"] = SERVICE["oauth"]["client_id"]
        problem: Optional[ServiceError] = None
        try:
            return ask(
                self._session,
                "POST",
                self._server.oauth,
                self._seconds,
                login=True,
                plain_login=self._server.plain_login,
                json=grant,
                headers={"Accept": "application/json; charset=utf-8"},
            )
        except RefusedError as error:
            problem = self._refused(error)
        except ServiceError as error:
            problem = error.with_traceback(None)
        raise problem

    def _refused(self, error: RefusedError) -> ServiceError:
        """What is told of a refusal: of the server's own words nothing, as it may repeat what it
        was asked."""
        if not error.status:  # it never came to an answer
            return error.with_traceback(None)
        problem = (
            wrong_password(self._server.host)
            if error.status in (400, 401, 403)
            else self._no_token()
        )
        problem.status = error.status
        return problem

    def _no_token(self) -> RefusedError:
        return RefusedError(
            tr("GeoFA ({host}) gave no token.", host=self._server.host),
            tr(
                "Check the server address; ask GeoFA's support whether the user may use the SQL "
                "API."
            ),
        )

    def _take(self, body: str) -> None:
        try:
            answer: Any = parse(body)
            access, refresh = (
                _token(answer["access_token"]),
                _token(answer.get("refresh_token") or self._refresh),
            )
            lasts = float(answer.get("expires_in") or 3600)
        except (ValueError, KeyError, TypeError, AttributeError):
            answer = None
        if answer is None:
            raise self._no_token()
        for secret in filter(None, (access, refresh)):
            remember(secret)
        self._access, self._refresh = access, refresh
        self._ends = self._now() + max(0.0, lasts - SECONDS_TO_SPARE)


def _token(text: object) -> str:
    """``text``, if it is what a header can carry; raises ``ValueError``."""
    if (
        not isinstance(text, str)
        or not PLAIN.match(text)
        or len(text) > limits("answers")["token_characters"]
    ):
        raise ValueError("token")
    return text
