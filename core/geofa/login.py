"""Who writes in GeoFA: a user with Basic login, and a token of the SQL API made from it.

Passwords and tokens live in memory alone and in no text: neither class shows them.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import Callable, Optional

import requests

from ..catalogue import files
from ..errors import ServiceError
from ..i18n import tr
from .answers import RefusedError, ask, wrong_password
from .server import SERVICE, Server

SECONDS_TO_SPARE = 30


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

    def __init__(self, session: requests.Session, server: Server, login: Login, seconds: float,
                 now: Callable[[], float] = time.monotonic):
        self._session, self._server, self._login, self._seconds, self._now = session, server, login, seconds, now
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
                self._take(self._ask({"grant_type": "refresh_token", "refresh_token": self._refresh}))
                return
            except RefusedError:
                self._refresh = ""
        self._fetch()

    def _fetch(self) -> None:
        self._take(self._ask({"grant_type": "password", "username": self._login.user,
                              "password": self._login.password(),
                              "database": files.need(SERVICE, "oauth", "geofa.json")["database"]}))

    def _ask(self, grant: "dict[str, str]") -> str:
        grant["client_id"] = files.need(SERVICE, "oauth", "geofa.json")["client_id"]
        problem: Optional[ServiceError] = None
        try:
            return ask(self._session, "POST", self._server.oauth, self._seconds, json=grant,
                       headers={"Accept": "application/json; charset=utf-8"})
        except RefusedError as error:  # a server may repeat what it was asked: nothing of its answer is told
            problem = wrong_password(self._server.host) if error.status in (400, 401, 403) else RefusedError(
                tr("GeoFA ({host}) gave no token.", host=self._server.host),
                tr("Check the server address; ask GeoFA's support whether the user may use the SQL API."))
            problem.status = error.status
        except ServiceError as error:
            problem = error.with_traceback(None)
        raise problem

    def _take(self, body: str) -> None:
        try:
            answer = json.loads(body)
            access, lasts = str(answer["access_token"]), float(answer.get("expires_in") or 3600)
        except (ValueError, KeyError, TypeError):
            answer = None
        if answer is None:
            raise ServiceError(
                tr("GeoFA ({host}) gave no token.", host=self._server.host),
                tr("Check the server address; ask GeoFA's support whether the user may use the SQL API."))
        self._access = access
        self._refresh = str(answer.get("refresh_token") or self._refresh)
        self._ends = self._now() + max(0.0, lasts - SECONDS_TO_SPARE)
