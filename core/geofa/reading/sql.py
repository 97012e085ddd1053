"""GeoFA's SQL APIs: v2 reads public rows without login, v4 reads and writes with a token.

Source: GeoDanmarkGeoFA/Dokumentation, api.md. Answers would come in EPSG:3857 (v2) or 4326 (v4)
unless asked for otherwise, and at most 100,000 rows come without a word about the rest.
"""

from __future__ import annotations

from typing import Callable, List, Mapping, Optional, Sequence

import pandas as pd
import requests

from ...catalogue.geofa.themes import Theme
from ...catalogue.json_text import JsonError, TooLargeError, parse
from ...i18n import tr
from ...numbers import number
from ...progress import Progress, checkpoint
from ..login import Token
from ..replies import geojson
from ..replies.answers import RefusedError, TooMuchError, ask, too_much
from ..replies.values import damaged, refuse_too_many, rows_of
from ..server import LIMITS, Server
from ..words.statements import body, is_uuid, select_districts

FEWEST_ROWS = 100
"""Fewer are not asked for at once, however large they are."""
Select = Callable[[str], pd.DataFrame]


class SqlV4:
    """SQL API v4 with a token; all statements of one call are one transaction."""

    def __init__(self, session: requests.Session, server: Server, token: Token, seconds: float):
        self._session, self._server, self._token, self._seconds = session, server, token, seconds

    def run(self, statements: "Sequence[Mapping[str, object]]") -> List[dict]:
        """The answers to ``statements`` (``statements.body``), one each, in order.

        A token that is used up is renewed once.

        Raises:
            RefusedError: GeoFA said no; nothing was changed.
            UnansweredError: no whole answer came.
            ServiceError: the answer is damaged.
        """
        sent = list(statements)
        try:
            text = self._post(sent)
        except RefusedError as error:
            if error.status != 401:
                raise
            self._token.renew()
            text = self._post(sent)
        try:
            answers, problem = parse(text) if text.strip() else [], ""
        except TooLargeError as error:
            raise too_much(error.reason) from None
        except JsonError as error:
            answers, problem = None, error.reason
        if problem:
            raise damaged(problem)
        return rows_of(answers if isinstance(answers, list) else [answers])

    def _post(self, sent: list) -> str:
        return ask(
            self._session,
            "POST",
            self._server.sql_v4,
            self._seconds,
            plain_login=self._server.plain_login,
            json=sent[0] if len(sent) == 1 else sent,
            headers={"Accept": "application/json; charset=utf-8", **self._token.header()},
        )

    def select(self, statement: str) -> List[dict]:
        """The rows of a select."""
        answers = self.run([body(statement)])
        return rows_of(answers[0].get("data") if len(answers) == 1 else None)


def v2_parameters(statement: str, output: str) -> "dict[str, str]":
    """How SQL API v2 is asked: ``output`` is ``geojson`` or ``json``; always EPSG:25832."""
    return {"q": statement, "srs": "25832", "format": output}


def read_all(
    select: Select,
    theme: Theme,
    tests: Sequence[str],
    view: str,
    order: str,
    progress: Progress,
    rows: Optional[int] = None,
) -> pd.DataFrame:
    """Every object of ``view``, in as many questions as the row limit asks for.

    Args:
        select: gives the table (``geojson.read_features``) of a statement.
        tests: conditions of ``statements.conditions``.
        order: a unique uuid column.
        rows: how many rows one answer may hold; GeoFA's limit unless given.
    """
    limit = int(rows or LIMITS["sql_rows"])
    parts, after, fetched = [], None, 0
    while True:
        checkpoint(progress)
        try:
            part = select(select_districts(theme, tests, view, order, after, limit))
        except TooMuchError:
            if limit < FEWEST_ROWS:
                raise
            limit //= 4
            continue
        parts.append(part)
        fetched += len(part)
        refuse_too_many(fetched)
        progress.report(0.5, tr("{count} districts fetched from GeoFA", count=number(fetched)))
        if len(part) < limit:
            return pd.concat(parts, ignore_index=True)
        after = _next_after(after, part[order])


def _next_after(after: Optional[str], ids: pd.Series) -> str:
    """The id to go on behind; a server that does not go on would be asked for ever."""
    last = str(ids.iloc[-1])
    if not ids.is_unique or after is not None and last <= after or not is_uuid(last):
        raise damaged(str(ids.name))
    return last


def rows_select(sql: SqlV4, theme: Theme) -> Select:
    """``read_all``'s question by SQL API v4."""
    return lambda statement: geojson.read_rows(sql.select(statement), theme)
