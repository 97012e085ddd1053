"""Puts files in their place, whole or not at all, and tells truly why one cannot be read or
written.

Windows refuses to replace, rename or remove what anybody has open: a layer of the project, Excel, a
virus scanner that looks at a file just written. A scanner lets go by itself, so moves are tried
again for a few seconds; for the rest the user is told who may hold the file and what to do about
it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import threading
import time
from pathlib import Path
from typing import Callable, Iterator, List, Sequence, Tuple

from .i18n import tr

WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 2.0)
WAITS_OF_WINDOW = WAITS[:3]
"""Seconds between the attempts; few on the main thread, where the window stands still meanwhile."""
HELD, READ_ONLY, NO_RIGHT, NO_FOLDER = "held", "read-only", "no right", "no folder"
MISSING, FULL, OTHER = "missing", "full", "other"
"""Why a file could not be written or read."""
SHARING = (32, 33, 1224)
"""Windows' codes for a file that is open elsewhere, locked in part, or mapped into memory."""
NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
DENIED = (errno.EACCES, errno.EPERM)
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".csv")
LAYERS = (".gpkg", ".shp", ".dbf", ".shx", ".qgz", ".qgs")


def reason(error: OSError, path: Path, reading: bool = False) -> str:
    """Why ``path`` could not be written (or read): ``HELD`` and the other words above, found out on
    the spot.

    The code alone does not tell: Windows answers "access denied" for a file held, a write-protected
    one and a folder without rights alike.
    """
    if getattr(error, "winerror", None) in SHARING or error.errno in (errno.EBUSY, errno.ETXTBSY):
        return HELD
    if error.errno in NO_ROOM:
        return FULL
    if not path.parent.is_dir():
        return NO_FOLDER
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return MISSING
    if error.errno == errno.EROFS:
        return NO_RIGHT
    return _why_denied(path, reading) if error.errno in DENIED else OTHER


def _why_denied(path: Path, reading: bool) -> str:
    if reading:
        return HELD if os.access(path, os.R_OK) else NO_RIGHT
    if path.exists() and not os.access(path, os.W_OK):
        return READ_ONLY
    return HELD if _may_write_in(path.parent) else NO_RIGHT


def _may_write_in(folder: Path) -> bool:
    """Can a file be made there? Windows' own answer about a folder's rights is no answer."""
    probe = folder / f".{os.urandom(4).hex()}.tmp"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def cure(error: OSError, path: "str | Path", reading: bool = False) -> str:
    """What the user can do when ``path`` could not be written (or read): the cause, and the way
    on."""
    path = Path(path)
    found = reason(error, path, reading)
    if found == HELD:
        return _holder(path)
    if found == READ_ONLY:
        return tr("It is write-protected. Take the protection off, or choose another name.")
    if found == NO_RIGHT and reading:
        return tr("You may not read it. Ask for the right to, or choose another file.")
    if found == NO_RIGHT:
        return tr(
            "You may not write in the folder {folder}. Choose another folder.",
            folder=str(path.parent),
        )
    if found == NO_FOLDER:
        return tr(
            "The folder {folder} is not there. Choose a folder that exists.",
            folder=str(path.parent),
        )
    if found == MISSING:
        return tr("It is not there. Check name and place, or choose another file.")
    if found == FULL:
        return tr("The disk is full. Make room, or choose another disk.")
    return tr("Choose another file or folder, on a disk that answers.")


def cure_of_reading(path: "str | Path", otherwise: str) -> str:
    """``cure`` of the file ``path`` that a library could not read, ``otherwise`` where it can be
    opened."""
    try:
        with open(path, "rb"):
            return otherwise
    except OSError as error:
        return cure(error, path, reading=True)


def _holder(path: Path) -> str:
    """Who may have ``path`` open, by what it is, and what to do."""
    path = held_in(path)
    kind = path.suffix.lower()
    if kind in WORKBOOKS:
        return tr(
            "Another program has {file} open, probably Excel. Close it there, and try again.",
            file=path.name,
        )
    if kind in LAYERS:
        return tr(
            "{file} is open in a layer or in another program. Remove its layers from the project, "
            "wait a minute "
            "until QGIS lets go, and close other programs that show it. Or choose another place.",
            file=path.name,
        )
    return tr(
        "Another program has {file} open, perhaps a virus scanner. Close it where it is shown, "
        "wait a moment, "
        "and try again.",
        file=path.name,
    )


def held_in(path: Path) -> Path:
    """The first file below the folder ``path`` that is held; ``path`` itself where it is a file, or
    none is."""
    return next((one for one in sorted(path.rglob("*")) if one.is_file() and _is_held(one)), path)


def _is_held(path: Path) -> bool:
    """Is the file ``path`` open somewhere? Moved to its own name it stays what it is, but Windows
    refuses the move."""
    try:
        os.replace(path, path)
    except OSError:
        return True
    return False


def patiently(act: Callable[[], object], path: Path) -> None:
    """Do ``act``, again after a while as long as somebody holds ``path``; raises its ``OSError`` at
    the end."""
    on_main_thread = threading.current_thread() is threading.main_thread()
    for wait in WAITS_OF_WINDOW if on_main_thread else WAITS:
        try:
            act()
            return
        except OSError as error:
            if reason(error, path) != HELD:
                raise
        time.sleep(wait)
    act()


def put_in_place(work: Path, target: Path) -> None:
    """Move the finished ``work`` to ``target``, over a file that is there; raises ``OSError``."""
    patiently(lambda: os.replace(work, target), target)


def remove(path: Path) -> None:
    """Remove the file ``path``, which may be gone already; raises ``OSError``."""
    patiently(lambda: path.unlink(missing_ok=True), path)


def forget(path: Path) -> None:
    """Remove a file or folder that nobody needs any more; what cannot be removed is left."""
    if path.is_dir():
        import shutil  # QGIS' start needs none of it

        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def work_name(target: Path) -> Path:
    """A hidden name beside ``target`` with its ending, to write to before it is put in place."""
    return target.with_name(f".{target.stem}-{os.urandom(4).hex()}{target.suffix}")


@contextlib.contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """A name to write to; what is written there takes the place of ``target`` at the end, or
    nothing changes.

    Raises:
        OSError: it cannot be put in place (``cure`` tells why).
    """
    work = work_name(target)
    try:
        yield work
        put_in_place(work, target)
    finally:
        forget(work)


def put_all_in_place(moves: Sequence[Tuple[Path, Path]]) -> None:
    """Move each finished file or folder to its target, over what is there: all of them or none.

    What lies in the targets is moved aside first: where one of them is held, nothing has changed.

    Args:
        moves: (work, target), on one disk.
    Raises:
        OSError: one cannot be replaced; its ``filename`` tells which. Everything is as it was.
    """
    aside: List[Tuple[Path, Path]] = []
    placed: List[Tuple[Path, Path]] = []
    try:
        for _, target in moves:
            if target.exists():
                old = work_name(target)
                put_in_place(target, old)
                aside.append((target, old))
        for work, target in moves:
            put_in_place(work, target)
            placed.append((work, target))
    except OSError:
        for work, target in reversed(placed):
            put_in_place(target, work)
        for target, old in reversed(aside):
            put_in_place(old, target)
        raise
    for _, old in aside:
        forget(old)


def refuse_held(path: Path) -> None:
    """Raise ``OSError`` where the file ``path`` is there and cannot be replaced; nothing in it
    changes."""
    if path.is_file():
        patiently(lambda: os.replace(path, path), path)
