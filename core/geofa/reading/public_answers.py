"""What everybody may read of GeoFA: asked for, and kept on disk for when GeoFA is away."""

from __future__ import annotations

import json
from typing import Dict, List, Optional, Tuple

import requests

from ...i18n import tr
from ...numbers import number
from ...progress import Progress
from ...web.answer_cache import AnswerCache, Kept
from ..replies.answers import UnansweredError, ask
from .wfs import Get


class PublicAnswers:
    """Asks without login.

    An answer is put on disk when whoever asked for it has found it whole (``keep``); until then it
    waits in memory, and is forgotten where it was refused.

    Args:
        session: sends without login.
        seconds: how long to wait for an answer.
        cache: where answers are kept; nowhere where there is none.
        max_age: hours a kept answer may serve without asking; 0 asks always.
    """

    def __init__(
        self,
        session: requests.Session,
        seconds: float,
        cache: Optional[AnswerCache],
        max_age: float,
    ):
        self._session, self._seconds = session, seconds
        self._cache, self._max_age = cache, max_age
        self._age_is_told = False
        self._waiting: List[Tuple[str, str]] = []

    @property
    def waiting(self) -> int:
        """How many answers wait for being found whole."""
        return len(self._waiting)

    def forget(self, first: int = 0) -> None:
        """Forget the answers that wait, from the ``first`` on: they were refused."""
        del self._waiting[first:]

    def keep(self) -> None:
        """Keep the answers that wait on disk, now that they are known to be whole."""
        for key, body in self._waiting:
            if self._cache is not None:
                self._cache.put(key, body.encode("utf-8"))
        self._waiting = []

    def getter(self, progress: Progress, personal: bool = False) -> Get:
        """Asks for an answer: a young one from the disk, a fresh one, or an old one when GeoFA is
        away; that is told.

        Args:
            personal: what is asked for may tell of persons (``Theme.personal``), and is never kept.
        """

        def get(url: str, parameters: Dict[str, str]) -> str:
            key = json.dumps([url, parameters], sort_keys=True)
            kept = self._kept(key) if not personal else None
            if kept is not None and kept.hours < self._max_age:
                return kept.body.decode("utf-8")
            try:
                body = ask(self._session, "GET", url, self._seconds, params=parameters)
            except UnansweredError as error:
                if kept is None:
                    raise
                self._tell_age(progress, error, kept.hours)
                return kept.body.decode("utf-8")
            if self._cache is not None and not personal:
                self._waiting.append((key, body))
            return body

        return get

    def _kept(self, key: str) -> Optional[Kept]:
        return self._cache.kept(key) if self._cache is not None else None

    def _tell_age(self, progress: Progress, error: UnansweredError, hours: float) -> None:
        """Once is enough: the pages of one reading are about as old as each other."""
        if not self._age_is_told:
            progress.warn(
                tr(
                    "{problem} An answer kept {hours} hours ago is shown.",
                    problem=error.message,
                    hours=number(hours, 1),
                )
            )
        self._age_is_told = True
