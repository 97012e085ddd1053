"""Asks StatBank: which tables there are, what a table holds, and its figures.

Requests are JSON posted to ``https://api.statbank.dk/v1/{tables|tableinfo|data}``. No key is
needed. Data are CC BY 4.0 (name Statistics Denmark).
"""

from __future__ import annotations

import contextlib
import json
import math
import time
from typing import Any, Callable, Dict, Mapping, Optional, Sequence, TypeVar

import pandas as pd
import requests

from ..errors import InputError, ServiceError, lets_go
from ..i18n import language, tr
from ..progress import Progress, checkpoint
from ..web.answer_cache import AnswerCache
from ..web.body import CutOffError, refuse_wide
from ..web.fetch import fetch
from .replies import (
    StatBankError,
    TableInfo,
    error_of,
    read_bulk,
    read_jsonstat,
    read_tableinfo,
    read_tables,
)

PRODUCTION = "https://api.statbank.dk/v1"
HOURS_KEPT = 24
SECONDS_BETWEEN = 0.25
LIMIT = "REQUEST-LIMIT"
Answer = TypeVar("Answer")


class StatBankClient:
    """A client of one StatBank.

    Args:
        session: sends the requests. url: address with version. seconds: how long to wait for an
            answer.
        cache: keeps answers on disk; None keeps none.
        clock, sleep: time, so that at most four requests a second are sent.
    """

    def __init__(
        self,
        session: requests.Session,
        url: str = PRODUCTION,
        seconds: float = 60,
        cache: Optional[AnswerCache] = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._session, self._url, self._seconds = session, url.rstrip("/"), seconds
        self._cache, self._clock, self._sleep = cache, clock, sleep
        self._last = -math.inf
        self._language = "da" if language() == "da" else "en"

    def tables(self, progress: Progress) -> pd.DataFrame:
        """Every active table: ``id``, ``text``, ``unit``, ``updated``, ``firstPeriod``,
        ``latestPeriod``."""
        asked = {"lang": self._language, "format": "JSON"}
        return self._post("tables", asked, "tables", progress, read_tables)

    def tableinfo(self, table: str, progress: Progress) -> TableInfo:
        """What ``table`` holds.

        Raises:
            StatBankError: there is no such table. ServiceError: no answer, or one that cannot be
                read.
        """
        asked = {"table": table, "lang": self._language, "format": "JSON"}
        return self._post(
            "tableinfo", asked, table, progress, lambda body: read_tableinfo(body, table)
        )

    def data(
        self, table: str, selection: Mapping[str, Sequence[str]], progress: Progress
    ) -> pd.DataFrame:
        """The cells of ``table`` that ``selection`` chooses.

        JSONSTAT is asked for, and BULK where StatBank says that there are too many cells.

        Args:
            selection: variable → codes; ``*`` and time rules as ``(1)`` (the newest) are StatBank's
                own.
        Returns:
            DataFrame with a column of codes for each variable chosen, and ``value`` (NaN missing).
        Raises:
            InputError: the table has no such variable or code, or a variable that must be chosen is
                not.
            StatBankError, ServiceError: as ``tableinfo``.
        """
        info = self.tableinfo(table, progress)
        chosen = _checked(info, selection)
        asked = {
            "table": info.table,
            "lang": self._language,
            "valuePresentation": "Code",
            "variables": [{"code": code, "values": values} for code, values in chosen.items()],
        }
        try:
            return self._post(
                "data",
                {**asked, "format": "JSONSTAT"},
                table,
                progress,
                lambda body: read_jsonstat(body, table),
            )
        except StatBankError as error:
            if error.code != LIMIT:
                raise
        missing = [v.code for v in info.variables if v.code not in chosen]
        if missing:
            raise InputError(
                tr(
                    "The extract of {table} is so large that values must be chosen for every "
                    "variable.",
                    table=table,
                ),
                tr("Choose values for {names}.", names=", ".join(missing)),
            )
        return self._post(
            "data",
            {**asked, "format": "BULK"},
            table,
            progress,
            lambda body: read_bulk(body, info, "," if self._language == "da" else "."),
        )

    @lets_go
    def _post(
        self,
        endpoint: str,
        asked: Mapping[str, Any],
        table: str,
        progress: Progress,
        read: Callable[[bytes], Answer],
    ) -> Answer:
        """What ``read`` makes of the answer, kept or fetched; only one that could be read is
        kept."""
        checkpoint(progress)
        key = json.dumps(
            {"url": self._url, "endpoint": endpoint, **asked}, sort_keys=True, ensure_ascii=False
        )
        kept = self._cache.get(key) if self._cache is not None else None
        if kept is not None:
            with contextlib.suppress(ServiceError):  # what cannot be read is asked for again
                return read(kept)
        wait = SECONDS_BETWEEN - (self._clock() - self._last)
        if wait > 0:
            self._sleep(wait)
        self._last = self._clock()
        body = self._answer(f"{self._url}/{endpoint}", asked, table)
        checkpoint(progress)
        answer = read(body)
        if self._cache is not None:
            self._cache.put(key, body)
        return answer

    def _answer(self, url: str, asked: Mapping[str, Any], table: str) -> bytes:
        try:
            answer = fetch(
                self._session,
                "POST",
                url,
                self._seconds,
                data=json.dumps(asked, ensure_ascii=False).encode("utf-8"),
                headers={"Content-Type": "application/json; charset=utf-8"},
            )
        except CutOffError:
            raise ServiceError(
                tr("StatBank's answer about {table} was cut off.", table=table), tr("Try again.")
            ) from None
        except requests.exceptions.Timeout:
            raise ServiceError(
                tr(
                    "StatBank did not answer within {seconds} seconds.",
                    seconds=round(self._seconds),
                ),
                tr("Try again later."),
            ) from None
        except requests.exceptions.RequestException as error:
            raise ServiceError(
                tr("StatBank at {url} cannot be reached.", url=self._url),
                tr("Check the network and QGIS' proxy settings, and try again."),
                type(error).__name__,
            ) from None
        if answer.status == 400:
            raise error_of(answer.body, table)
        if answer.status != 200:
            raise ServiceError(
                tr("StatBank answered with the error {code}.", code=answer.status),
                tr("Try again later."),
            )
        refuse_wide(answer.body, url)
        return answer.body


def _checked(info: TableInfo, selection: Mapping[str, Sequence[str]]) -> Dict[str, Sequence[str]]:
    """``selection`` with the variables' own names; raises ``InputError`` where the table does not
    fit it."""
    chosen: Dict[str, Sequence[str]] = {}
    for name, values in selection.items():
        variable = info.variable(name)
        if variable is None:
            raise InputError(
                tr("The table {table} has no variable {name}.", table=info.table, name=name),
                tr("It has {choices}.", choices=", ".join(v.code for v in info.variables)),
            )
        plain = [value for value in values if not set(value) & set("*()<>=")]
        unknown = [value for value in plain if value not in variable.values]
        if unknown:
            raise InputError(
                tr(
                    "The table {table} has no {name} with the code {codes}.",
                    table=info.table,
                    name=variable.code,
                    codes=", ".join(unknown[:5]),
                ),
                tr("It has {choices}.", choices=", ".join(list(variable.values)[:12]) + " …"),
            )
        chosen[variable.code] = list(values)
    lacking = [v.code for v in info.variables if not v.elimination and v.code not in chosen]
    if lacking:
        raise InputError(
            tr(
                "Values must be chosen for {names} of the table {table}.",
                names=", ".join(lacking),
                table=info.table,
            ),
            tr("Choose codes, or * for all."),
        )
    return chosen
