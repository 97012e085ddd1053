"""GeoFA's SQL APIs: v2 reads public rows without login, v4 reads and writes with a token.

Source: GeoDanmarkGeoFA/Dokumentation, api.md. Answers would come in EPSG:3857 (v2) or 4326 (v4) unless asked for
otherwise, and at most 100,000 rows come without a word about the rest.
"""

from __future__ import annotations

import json
from typing import Callable, List, Mapping, Optional, Sequence

import pandas as pd
import requests

from ..catalogue.themes import Theme
from ..i18n import number, tr
from ..progress import Progress, checkpoint
from . import geojson
from .answers import RefusedError, ask
from .gml import damaged
from .login import Token
from .server import LIMITS, Server
from .statements import body, select_districts

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
            answers = json.loads(text) if text.strip() else []
        except ValueError:
            answers = None
        if answers is None:
            raise damaged("json")
        return answers if isinstance(answers, list) else [answers]

    def _post(self, sent: list) -> str:
        return ask(self._session, "POST", self._server.sql_v4, self._seconds, plain_login=self._server.plain_login,
                   json=sent[0] if len(sent) == 1 else sent,
                   headers={"Accept": "application/json; charset=utf-8", **self._token.header()})

    def select(self, statement: str) -> List[dict]:
        """The rows of a select."""
        (answer,) = self.run([body(statement)]) or [{}]
        data = answer.get("data")
        if not isinstance(data, list):
            raise damaged("data")
        return data


def v2_parameters(statement: str, output: str) -> "dict[str, str]":
    """How SQL API v2 is asked: ``output`` is ``geojson`` or ``json``; always EPSG:25832."""
    return {"q": statement, "srs": "25832", "format": output}


def read_all(select: Select, theme: Theme, tests: Sequence[str], view: str, order: str, progress: Progress,
             rows: Optional[int] = None) -> pd.DataFrame:
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
        part = select(select_districts(theme, tests, view, order, after, limit))
        parts.append(part)
        fetched += len(part)
        progress.report(0.5, tr("{count} districts fetched from GeoFA", count=number(fetched)))
        if len(part) < limit:
            return pd.concat(parts, ignore_index=True)
        after = str(part[order].iloc[-1])


def rows_select(sql: SqlV4, theme: Theme) -> Select:
    """``read_all``'s question by SQL API v4."""
    return lambda statement: geojson.read_rows(sql.select(statement), theme)
