"""The monitor file as a database that is opened to read, or changed whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import ContextManager

from ... import strays
from . import access, transaction, wholeness

WAIT_SECONDS, WAIT_AT_ONCE = 20, 0.25
"""Seconds another's save is waited for, in a task and in the thread of the window."""


class Database:
    """The monitor file at ``path``; nothing is opened before it is needed.

    Args:
        at_once: for the thread of the window, which must not wait: another's save is waited for a
            quarter of a second, and a large file is looked through for damage by the next task, not
            here.
    """

    def __init__(self, path: "str | Path", at_once: bool = False):
        self.path = Path(path)
        self._at_once = at_once

    @property
    def _seconds(self) -> float:
        return WAIT_AT_ONCE if self._at_once else WAIT_SECONDS

    @property
    def is_small(self) -> bool:
        """Is it there, and so small that reading it holds nobody up?"""
        try:
            return self.path.stat().st_size <= wholeness.SMALL_BYTES
        except OSError:  # whoever reads it is told
            return True

    def clear_strays(self, older_than: float = strays.SECONDS_KEPT) -> None:
        """Take away what saves that were killed left beside the file, ``older_than`` seconds
        ago."""
        transaction.clear_strays(self.path, older_than)

    def changing(self) -> ContextManager[sqlite3.Connection]:
        """A connection whose changes come whole or not at all (``transaction.changing``); raises
        ``StoreError``."""
        return transaction.changing(self.path, self._seconds, self._at_once)

    def reading(self) -> ContextManager[sqlite3.Connection]:
        """A connection to read by (``transaction.reading``); raises ``StoreError``."""
        return transaction.reading(self.path, self._seconds, self._at_once)

    def check_there(self) -> None:
        """Raise ``StoreError`` where there is no such file."""
        access.check_there(self.path)

    def check_writable(self) -> None:
        """Raise ``StoreError`` when nothing could be saved here; leaves no trace, and changes
        nothing."""
        transaction.check_writable(self.path, self._seconds, self._at_once)
