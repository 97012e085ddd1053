"""Reading and changing the monitor file: whole or not at all, and never what is not ours, newer, or
damaged.

A kill at any moment leaves the last good state: SQLite's journal rolls an unfinished change back
when the file is next opened, and a new file gets its name when it is whole. What is changed is kept
in memory until it is put on the disk in one go, so others read on meanwhile. The journal stays
beside the file, not a write-ahead log: those do not work on network drives.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Iterator

from ... import strays
from ...errors import StoreError
from ...files import patiently
from ...i18n import tr
from ..form import making
from ..form.geopackage import create_file
from . import access, failures, wholeness
from .migrations import bring_up_to_date, is_older

KEEP_CHANGES_IN_MEMORY = "PRAGMA cache_spill = 100000"
"""Up to so many pages (400 MB); a larger change makes others wait."""


class OneTransaction(sqlite3.Connection):
    """A connection on which ``commit`` waits: pandas commits after every table, we want all or
    nothing."""

    def commit(self) -> None:
        """Do nothing; ``finish`` commits."""

    def finish(self) -> None:
        """Commit everything since the beginning."""
        super().commit()


def clear_strays(path: Path, older_than: float = strays.SECONDS_KEPT) -> None:
    """Take away what saves that were killed left beside ``path``, ``older_than`` seconds ago."""
    strays.clear(path.parent, (_prefix(path),), older_than, ".gpkg")


def _prefix(path: Path) -> str:
    return f".{path.stem}-"


@contextmanager
def reading(path: Path, seconds: float, only_small: bool) -> Iterator[sqlite3.Connection]:
    """A connection to read by; another's save is waited for, ``seconds`` at most. A file of an
    earlier version is brought up to date first, a copy of it set aside.

    Args:
        only_small: leave the search of a large file for damage to another time
            (``wholeness.check_whole``).
    Raises:
        StoreError: the file is not there, is no monitor file, of a newer version or damaged, or
            another program is saving.
    """
    try:
        access.check_there(path)
        _bring_up_to_date(path, seconds, only_small)
        with wholeness.checked(path, seconds, only_small), _connected(path, seconds) as connection:
            yield connection
    except failures.FAILURES as error:
        raise failures.in_words(path, error, writing=False) from None


@contextmanager
def changing(path: Path, seconds: float, only_small: bool) -> Iterator[OneTransaction]:
    """A connection whose changes come whole or not at all; nobody else writes from its beginning to
    its end.

    Raises:
        StoreError: the file or its folder cannot be written, it is no monitor file, of a newer
            version or damaged (nothing is written then), another program is saving, or the file
            went while this one saved.
    """
    clear_strays(path)
    try:
        with (
            _existing(path, seconds, only_small)
            if path.exists()
            else _new(path, seconds) as connection
        ):
            yield connection
            connection.finish()
    except failures.FAILURES as error:
        raise failures.in_words(path, error, writing=True) from None


@contextmanager
def _existing(path: Path, seconds: float, only_small: bool) -> Iterator[OneTransaction]:
    access.check_there(path)
    wholeness.check_whole(path, seconds, only_small)
    _bring_up_to_date(path, seconds, only_small)
    with closing(access.connect(path, seconds, OneTransaction)) as connection:
        connection.execute(KEEP_CHANGES_IN_MEMORY)
        connection.execute("BEGIN IMMEDIATE")
        access.check_ours(connection, path)
        opened = os.stat(path)
        try:
            making.mark(connection)
            yield connection
        finally:
            _refuse_moved(path, opened)
    wholeness.remember_whole(path)


@contextmanager
def _new(path: Path, seconds: float) -> Iterator[OneTransaction]:
    if not path.parent.is_dir():
        raise FileNotFoundError(path.parent)
    work = path.with_name(strays.aside(_prefix(path), ".gpkg"))
    try:
        create_file(work)
        with closing(access.connect(work, seconds, OneTransaction)) as connection:
            making.mark(connection)
            yield connection
        _put_in_place(work, path)
    finally:
        strays.remove_database(work)
    wholeness.remember_whole(path)


def _bring_up_to_date(path: Path, seconds: float, only_small: bool) -> None:
    """Change a file of an earlier version to the form of today.

    Raises:
        StoreError: it lacks what it should have. OSError, sqlite3.Error, ValueError: as
            ``migrations.bring_up_to_date``.
    """
    with closing(access.connect(path, seconds, sqlite3.Connection)) as connection:
        connection.isolation_level = None
        access.check_ours(connection, path)
        if not is_older(connection):
            lacking = making.lacking(connection)
            if lacking:
                raise wholeness.damaged(path, lacking[0])
            return
        wholeness.check_whole(path, seconds, only_small)
        bring_up_to_date(path, connection)
    wholeness.remember_whole(path)


def check_writable(path: Path, seconds: float, only_small: bool) -> None:
    """Raise ``StoreError`` when nothing could be saved at ``path``; leaves no trace, and changes
    nothing."""
    try:
        if path.exists():
            access.check_there(path)
            wholeness.check_whole(path, seconds, only_small)
            for needed in (path, path.parent):  # the journal is made beside the file
                if not os.access(needed, os.W_OK):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(needed))
            with _connected(path, seconds) as connection:
                connection.execute("BEGIN IMMEDIATE")
            return
    except failures.FAILURES as error:
        raise failures.in_words(path, error, writing=True) from None
    probe = path.with_name(strays.aside(_prefix(path), ".gpkg"))
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StoreError(
            tr("The folder {folder} cannot be written to.", folder=str(path.parent)),
            tr("Choose a folder that exists and that you may write to."),
            error.strerror or "",
        ) from None


@contextmanager
def _connected(path: Path, seconds: float) -> Iterator[OneTransaction]:
    with closing(access.connect(path, seconds, OneTransaction)) as connection:
        access.check_ours(connection, path)
        yield connection


def _put_in_place(work: Path, path: Path) -> None:
    """Give the whole file its name, unless somebody made a file of that name meanwhile.

    A journal that a removed file of that name left would be rolled back into the new one.
    """
    if not path.exists():
        strays.remove_journals(path)
    try:
        os.link(work, path)
    except FileExistsError:
        raise _moved(path) from None
    except (OSError, NotImplementedError):  # not every disk has links
        if path.exists():
            raise _moved(path) from None
        patiently(lambda: os.rename(work, path), path)


def _refuse_moved(path: Path, opened: os.stat_result) -> None:
    """Refuse to call a save done that went into a file which is not at ``path`` any more."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        raise _moved(path) from None
    if (found.st_dev, found.st_ino) != (opened.st_dev, opened.st_ino):
        raise _moved(path)


def _moved(path: Path) -> StoreError:
    return StoreError(
        tr(
            "The monitor file {file} was removed or replaced while it was being saved.",
            file=str(path),
        ),
        tr("What was to be saved is not in it. Check who else uses the file, and try again."),
    )
