"""What a session that was killed left behind: files and folders written aside, cleared by age at
the next start."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path
from typing import Iterable, List

EDITION = ".udgave-"
"""How folders begin that editions are written in before they are released."""
BESIDE_A_DATABASE = ("-journal", "-wal", "-shm")
SECONDS_KEPT = 3600.0
"""Nothing is written aside for an hour without being touched."""


def aside(prefix: str, suffix: str = "") -> str:
    """A new name for what is written aside: ``prefix``, eight hexadecimal digits, ``suffix``."""
    return f"{prefix}{os.urandom(4).hex()}{suffix}"


def clear(
    folder: "str | Path",
    prefixes: Iterable[str],
    older_than: float = SECONDS_KEPT,
    suffix: str = "",
) -> List[Path]:
    """Take away what ``aside`` named in ``folder`` and nobody has touched for ``older_than``
    seconds.

    A database's journals go with it. What is younger, has another name, is a link, or is held by
    another program stays; nothing is raised.

    Returns:
        What was taken away.
    """
    beside = "|".join(BESIDE_A_DATABASE) if suffix else ""
    ours = re.compile(
        f"({'|'.join(map(re.escape, prefixes))})[0-9a-f]{{8}}{re.escape(suffix)}({beside})?"
    )
    import shutil  # QGIS' start needs none of it

    gone: List[Path] = []
    try:
        entries = [
            entry
            for entry in os.scandir(folder)
            if ours.fullmatch(entry.name) and not entry.is_symlink()
        ]
    except OSError:  # no such folder, or not ours to read: then there is nothing of ours to clear
        return gone
    for entry in entries:
        try:
            if time.time() - _touched(entry) >= older_than:
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path)
                else:
                    os.unlink(entry.path)
                gone.append(Path(entry.path))
        except OSError:  # held by another program: the next start tries again
            continue
    return gone


def remove_database(path: Path) -> None:
    """Take away a database that was written aside, with its journals; what is held is cleared
    another time."""
    with contextlib.suppress(OSError):
        path.unlink()
    remove_journals(path)


def remove_journals(path: Path) -> None:
    """Take away the journals beside the database ``path``, which is not there (any more)."""
    for end in BESIDE_A_DATABASE:
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).unlink()


def _touched(entry: "os.DirEntry[str]") -> float:
    """When a file, or anything in a folder, was last changed; seconds since 1970."""
    times = [entry.stat(follow_symlinks=False).st_mtime]
    for folder, _, files in os.walk(entry.path) if entry.is_dir(follow_symlinks=False) else ():
        times += [
            os.stat(os.path.join(folder, name), follow_symlinks=False).st_mtime for name in files
        ]
    return max(times)
