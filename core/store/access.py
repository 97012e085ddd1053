"""How the monitor file is opened: whose file it is, whether it is whole, and in words what went
wrong.

No door of the store opens the file otherwise, so none lets a database's own error out.
"""

from __future__ import annotations

import datetime
import os
import sqlite3
import struct
import urllib.parse
from contextlib import closing
from pathlib import Path
from typing import Dict, Optional, Tuple, Type, TypeVar

from ..errors import StoreError
from ..i18n import tr
from . import schema

Connection = TypeVar("Connection", bound=sqlite3.Connection)
GEOPACKAGE = (0x47504B47, 0x47503130, 0x47503131)
"""``application_id`` of a GeoPackage, of version 1.2 and later, 1.0 and 1.1 (OGC 12-128r18,
requirement 2)."""
FAILURES = (
    sqlite3.Error,
    OSError,
    RuntimeError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    MemoryError,
    struct.error,
)
"""What SQLite, pandas (whose ``DatabaseError`` is an ``OSError``), GDAL and damaged values
raise."""
UNREADABLE = (ValueError, TypeError, LookupError, ArithmeticError, MemoryError, struct.error)
SMALL_BYTES = 16_000_000
"""A file so small is checked in a tenth of a second, and read in as much again."""

State = Tuple[int, ...]
_found_whole: Dict[str, State] = {}


def connect(path: Path, seconds: float, factory: Type[Connection]) -> Connection:
    """Open the file, which is never made; another's save is waited for, ``seconds`` at most.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    name = Path(os.path.abspath(path)).as_posix()
    start = "file://" if name.startswith("/") else "file:///"
    return sqlite3.connect(
        f"{start}{urllib.parse.quote(name)}?mode=rw", timeout=seconds, factory=factory, uri=True
    )


# -- whose it is ----------------------------------------------------------------------------------


def check_there(path: Path) -> None:
    """Refuse a path where there is no file.

    Raises:
        StoreError: there is nothing, or a folder.
    """
    if path.is_dir():
        raise StoreError(
            tr("{file} is a folder, not a monitor file.", file=str(path)),
            tr("Choose another file."),
        )
    if not path.exists():
        raise StoreError(
            tr("The monitor file {file} does not exist.", file=str(path)),
            tr("Choose another file, or make a new one."),
        )


def check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is no monitor file, and one whose form a newer version made.

    Raises:
        StoreError: says which.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] not in GEOPACKAGE:
        raise foreign(path)
    marked = _columns(connection, schema.MARK_TABLE) >= set(schema.column_names(schema.MARK_TABLE))
    marks = (
        connection.execute("SELECT mark, schema_version FROM monitor_file").fetchall()
        if marked
        else []
    )
    if any(mark != schema.MARK for mark, _ in marks):
        raise foreign(path)
    _refuse_newer(path, [version for _, version in marks])
    for table, wanted in schema.FIRST.items():
        if not _columns(connection, table) >= set(wanted):
            raise foreign(path)
    _refuse_newer(
        path,
        [version for (version,) in connection.execute("SELECT DISTINCT schema_version FROM runs")],
    )


def _columns(connection: sqlite3.Connection, table: str) -> set:
    return {row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (table,))}


def _refuse_newer(path: Path, versions: "list[object]") -> None:
    known = int(schema.VERSION)
    for version in versions:
        if version is None:  # what the first versions wrote
            continue
        number = int(version) if str(version).isdecimal() else None
        if number is None or number > known:
            raise StoreError(
                tr(
                    "The monitor file {file} was made by a newer version of the plugin: its form "
                    "is {found}, this "
                    "version knows {known}.",
                    file=str(path),
                    found="?" if number is None else number,
                    known=known,
                ),
                tr("Update the plugin. The file is as it was."),
            )


def foreign(path: Path) -> StoreError:
    """The file is somebody else's."""
    return StoreError(
        tr("The file {file} exists but is not a monitor file.", file=str(path)),
        tr(
            "Choose another file name. If it was one, its beginning is damaged: take your latest "
            "copy."
        ),
    )


# -- whether it is whole --------------------------------------------------------------------------


def state_of(path: Path) -> State:
    """What changes when anybody writes: the file's identity, size and time, and those of what is
    not yet in it."""
    found = []
    for name in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal")):
        try:
            about = os.stat(name)
            found += [about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns]
        except FileNotFoundError:
            found.append(0)
    return tuple(found)


def check_whole(path: Path, seconds: float, only_small: bool = False) -> None:
    """Look through the whole file for damage, once for every state of it that this process sees.

    200 MB take a second; with ``only_small`` a larger file is left for later.

    Raises:
        StoreError: it is damaged; says where a copy lies. Nothing is written.
        sqlite3.Error: it cannot be read.
    """
    state = state_of(path)
    if _found_whole.get(str(path)) == state or (only_small and os.stat(path).st_size > SMALL_BYTES):
        return
    with closing(connect(path, seconds, sqlite3.Connection)) as connection:
        check_ours(connection, path)
        page = connection.execute("PRAGMA page_size").fetchone()[0]
        if (
            os.stat(path).st_size % page
        ):  # SQLite itself reads a last page that lacks a few bytes as whole
            raise damaged(path)
        try:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
        except UnicodeDecodeError:  # what is wrong is told by a name that is damaged itself
            raise damaged(path) from None
        if found != ("ok",):
            raise damaged(path)
    _found_whole[str(path)] = state


def remember_whole(path: Path) -> None:
    """The file was whole, and what has changed since is our own doing."""
    _found_whole[str(path)] = state_of(path)


def damaged(path: Path, details: str = "") -> StoreError:
    """The file's content is damaged; tells of the newest copy beside it."""
    copy = _newest_copy(path)
    if copy is None:
        step = tr("Nothing was changed in it. Take the latest copy from your backup.")
    else:
        when = datetime.datetime.fromtimestamp(copy.stat().st_mtime).strftime("%Y-%m-%d %H:%M")
        step = tr(
            "Nothing was changed in it. A copy lies beside it: {copy}, {when}.",
            copy=copy.name,
            when=when,
        )
    return StoreError(
        tr("The monitor file {file} cannot be read: it is damaged.", file=str(path)), step, details
    )


def _newest_copy(path: Path) -> Optional[Path]:
    """The newest file beside ``path`` whose name begins as its does: a copy somebody made."""
    journals = tuple(path.name + end for end in ("-journal", "-wal", "-shm"))
    try:
        copies = [
            one
            for one in path.parent.iterdir()
            if one.name.startswith(path.stem)
            and one.is_file()
            and one.name != path.name
            and one.name not in journals
            and _looks_like_ours(one)
        ]
        return max(copies, key=lambda one: one.stat().st_mtime, default=None)
    except OSError:  # the folder cannot be listed: no copy can be told of
        return None


def _looks_like_ours(path: Path) -> bool:
    try:
        with closing(connect(path, 0.1, sqlite3.Connection)) as connection:
            check_ours(connection, path)
            return True
    except (sqlite3.Error, StoreError):
        return False


# -- what went wrong ------------------------------------------------------------------------------


def told(path: Path, error: BaseException, writing: bool) -> StoreError:
    """``error`` (one of ``FAILURES``) in words, without what it quotes."""
    cause = error.__cause__ if isinstance(error.__cause__, sqlite3.Error) else error
    text = str(cause) if isinstance(cause, sqlite3.Error) else ""
    if "locked" in text or "busy" in text:
        return _busy(path, writing)
    if "not a database" in text:
        return foreign(path)
    if (
        "malformed" in text
        or "corrupt" in text
        or "decode" in text
        or (not writing and isinstance(cause, UNREADABLE))
    ):
        return damaged(path, type(cause).__name__)
    if text.startswith("no such"):
        return StoreError(
            tr(
                "The monitor file {file} was made by an earlier version, which did not keep this.",
                file=str(path),
            ),
            tr("Compute again."),
            text,
        )
    details = text or getattr(cause, "strerror", None) or type(cause).__name__
    if writing:
        return StoreError(
            tr("The monitor file {file} cannot be written.", file=str(path)),
            tr(
                "Check that the folder exists and may be written to, and that no other program "
                "holds the file."
            ),
            details,
        )
    return StoreError(
        tr("The monitor file {file} cannot be read.", file=str(path)),
        tr("Check that it may be read, and that no other program holds it."),
        details,
    )


def _busy(path: Path, writing: bool) -> StoreError:
    step = tr("Wait a moment and try again. The file is as it was.")
    if writing:
        return StoreError(
            tr(
                "The monitor file {file} cannot be written now: another program is saving in it.",
                file=str(path),
            ),
            step,
        )
    return StoreError(
        tr(
            "The monitor file {file} cannot be read now: another program is saving in it.",
            file=str(path),
        ),
        step,
    )
