"""Whether the monitor file is whole, and where a copy of it lies when it is not."""

from __future__ import annotations

import datetime
import os
import re
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

from ...errors import StoreError
from ...i18n import tr
from ...periods import day_text
from . import access

SMALL_BYTES = 16_000_000
"""A file so small is checked in a tenth of a second, and read in as much again."""
COPY = re.compile(
    r" ?\((form )?\d"
    r"|[ _.-]+(kopi|copy|sikkerhedskopi|backup|bak|old|gammel)(?![a-zæøå])|[ _.-]+(19|20)\d\d"
    r"|\.gpkg[~._-]",
    re.IGNORECASE,
)
"""What follows the name in that of a copy: ours ( (form 5)), Windows' ( - Kopi, (1)), a date, .bak;
``monitor2`` and ``monitor_skoler`` are files of their own."""

State = Tuple[int, ...]
_found_whole: Dict[str, State] = {}


def state_of(path: Path) -> State:
    """What changes when anybody writes: the file's identity, size and time, and those of what is
    not yet in it."""
    found: List[int] = []
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
    if is_known_whole(path) or (only_small and os.stat(path).st_size > SMALL_BYTES):
        return
    with closing(access.connect(path, seconds, sqlite3.Connection)) as connection:
        access.check_ours(connection, path)
        page = connection.execute("PRAGMA page_size").fetchone()[0]
        # SQLite itself reads a last page that lacks a few bytes as whole
        if os.stat(path).st_size % page:
            raise damaged(path)
        try:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
        except UnicodeDecodeError:  # what is wrong is told by a name that is damaged itself
            raise damaged(path) from None
        if found != ("ok",):
            raise damaged(path)
    _found_whole[str(path)] = state


@contextmanager
def checked(path: Path, seconds: float, only_small: bool) -> Iterator[None]:
    """Read a file while it is looked through for damage: a large one in a thread of its own, which
    is waited for at the end, so that nothing read of a damaged file gets out.

    Raises:
        StoreError, sqlite3.Error: as ``check_whole``; at the end also where the reading failed,
            which is then no surprise.
    """
    if only_small or path.stat().st_size <= SMALL_BYTES or is_known_whole(path):
        check_whole(path, seconds, only_small)
        yield
        return
    from concurrent.futures import ThreadPoolExecutor  # the window's thread never comes here

    with ThreadPoolExecutor(1) as aside:
        check = aside.submit(check_whole, path, seconds, only_small)
        try:
            yield
        finally:
            check.result()


def is_known_whole(path: Path) -> bool:
    """Has this process found the file whole in the state it is in?"""
    return _found_whole.get(str(path)) == state_of(path)


def remember_whole(path: Path) -> None:
    """The file was whole, and what has changed since is our own doing."""
    _found_whole[str(path)] = state_of(path)


def damaged(path: Path, details: str = "") -> StoreError:
    """The file's content is damaged; tells of the newest copy beside it."""
    copy = _newest_copy(path)
    if copy is None:
        step = tr("Nothing was changed in it. Take the latest copy from your backup.")
    else:
        made = datetime.datetime.fromtimestamp(copy.stat().st_mtime)
        step = tr(
            "Nothing was changed in it. Beside it lies what may be a copy, from {when}: {copy}.",
            copy=copy.name,
            when=f"{day_text(made.date().isoformat())} {made:%H.%M}",
        )
    return StoreError(
        tr("The monitor file {file} cannot be read: it is damaged.", file=str(path)), step, details
    )


def _newest_copy(path: Path) -> Optional[Path]:
    """The newest monitor file beside ``path`` that is called as copies of it are."""
    own = {path.name, *(path.name + end for end in ("-journal", "-wal", "-shm"))}
    try:
        copies = [
            (other.stat().st_mtime, other)
            for other in path.parent.iterdir()
            if other.name.startswith(path.stem)
            and COPY.match(other.name[len(path.stem) :])
            and other.is_file()
            and other.name not in own
            and looks_like_ours(other)
        ]
    except OSError:  # the folder cannot be listed: no copy can be told of
        return None
    return max(copies)[1] if copies else None


def looks_like_ours(path: Path) -> bool:
    """Is there a monitor file of a form that this version knows?"""
    try:
        with closing(access.connect(path, 0.1, sqlite3.Connection)) as connection:
            access.check_ours(connection, path)
            return True
    except (sqlite3.Error, StoreError):
        return False
