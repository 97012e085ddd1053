"""Windows' sharing rules laid over a test process, so that a suite on Linux meets what a municipality's PC refuses.

On Windows a file that anybody has open cannot be renamed, replaced or removed, and a folder cannot be while anything
below it is open: neither Python, SQLite, GDAL nor Qt opens files so that others may. The rules look at what this process
has open (descriptors, mappings, working directory), whoever opened it: Python, SQLite, GDAL or QGIS' connection pool.

What they refuse: ``os.replace``, ``rename``, ``unlink``, ``remove``, ``rmdir`` and all that is made of them (``pathlib``,
``shutil``, ``tempfile``), and GDAL's and Qt's own as Python calls them. What C++ renames or removes on its own cannot be
refused; ``removed_while_open`` finds afterwards what was removed or replaced so while it was open and still is. What
nobody sees: a file renamed by C++ while open, one closed again meanwhile, another process' files, locks on a part of a
file, and Excel's refusal to let others write.

Only paths below ``root`` (the folder for temporary files) are under the rules.
"""

from __future__ import annotations

import errno
import functools
import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Optional, Set, Tuple

import pytest

SWITCH = "WINDOWS_RULES"
"""Environment variable: ``0`` leaves the rules away."""
FOLDERS = ("qgis", "services")
"""The folders of tests that the rules are laid over."""
ACCESS_DENIED, SHARING_VIOLATION, ALREADY_EXISTS = 5, 32, 183
MOVES, REMOVALS = ("replace", "rename"), ("unlink", "remove", "rmdir")
DELETED = " (deleted)"
OF_SQLITE = (
    "etilqs_"  # SQLite's temporary files are opened on Windows so that they vanish by themselves
)


class Rules:
    """The rules over this process, until they are lifted.

    Attributes:
        root: the folder below which they hold. refused: (what, path, who holds it) of every refusal.
    """

    def __init__(self, root: "str | Path | None" = None):
        self.root = os.path.realpath(root or tempfile.gettempdir())
        self.refused: List[Tuple[str, str, str]] = []
        self._real: Dict[Tuple[object, str], object] = {}

    def lay(self) -> "Rules":
        """Begin to refuse."""
        for name in MOVES:
            self._wrap(os, name, self._move)
        for name in REMOVALS:
            self._wrap(os, name, self._remove)
        self._replace(
            shutil, "_use_fd_functions", False
        )  # by path, as on Windows, not by descriptors of folders
        for module, name, check in _bound_functions():
            self._wrap(module, name, self._move if check == "move" else self._remove, failure=-1)
        return self

    def lift(self) -> None:
        """End it: everything is as before."""
        while self._real:
            (owner, name), real = self._real.popitem()
            setattr(owner, name, real)

    def _replace(self, owner: object, name: str, new: object) -> None:
        self._real[(owner, name)] = getattr(owner, name)
        setattr(owner, name, new)

    def _wrap(
        self, owner: object, name: str, check: Callable, failure: Optional[int] = None
    ) -> None:
        real = getattr(owner, name)

        @functools.wraps(real)
        def under_rules(*args: object, **kwargs: object) -> object:
            try:
                check(name, *args, **kwargs)
            except OSError:
                if failure is None:
                    raise
                return failure
            return real(*args, **kwargs)

        self._replace(owner, name, under_rules)

    # -- the rules -----------------------------------------------------------------------------

    def _move(
        self,
        name: str,
        source: object,
        target: object,
        *,
        src_dir_fd: Optional[int] = None,
        dst_dir_fd: Optional[int] = None,
    ) -> None:
        source, target = _full(source, src_dir_fd), _full(target, dst_dir_fd)
        if not self._under(source, target) or not os.path.lexists(source):
            return
        self._refuse_open(
            name, source, ACCESS_DENIED if os.path.isdir(source) else SHARING_VIOLATION
        )
        if source == target or not os.path.lexists(target):
            return
        if name == "rename":
            raise _error(FileExistsError, errno.EEXIST, ALREADY_EXISTS, target)
        self._refuse_open(name, target, ACCESS_DENIED)
        if os.path.isdir(target) or _is_read_only(target):
            raise _error(PermissionError, errno.EACCES, ACCESS_DENIED, target)

    def _remove(self, name: str, path: object, *, dir_fd: Optional[int] = None) -> None:
        path = _full(path, dir_fd)
        if not self._under(path) or not os.path.lexists(path):
            return
        self._refuse_open(name, path, SHARING_VIOLATION)
        is_folder = os.path.isdir(path) and not os.path.islink(path)
        if not is_folder and (name == "rmdir" or _is_read_only(path)):
            raise _error(PermissionError, errno.EACCES, ACCESS_DENIED, path)

    def _under(self, *paths: str) -> bool:
        return any(path.startswith(self.root + os.sep) for path in paths)

    def _refuse_open(self, name: str, path: str, code: int) -> None:
        is_folder = os.path.isdir(path) and not os.path.islink(path)
        for held in open_paths():
            if (held == path and not os.path.isdir(held)) or (
                is_folder and held.startswith(path + os.sep)
            ):
                self.refused.append((name, path, held))
                raise _error(PermissionError, errno.EACCES, code, path)

    def removed_while_open(self) -> Set[str]:
        """Files below the root that are open and were removed or replaced all the same."""
        return {
            held[: -len(DELETED)]
            for held in open_paths()
            if held.endswith(DELETED)
            and self._under(held)
            and OF_SQLITE not in held
            and not os.path.basename(held).startswith("#")
        }


def open_paths() -> Set[str]:
    """What this process has open, mapped, or works in."""
    found = set()
    for link in (
        "/proc/self/cwd",
        *(f"/proc/self/fd/{number}" for number in os.listdir("/proc/self/fd")),
    ):
        try:
            found.add(os.readlink(link))
        except FileNotFoundError:  # the descriptor by which the folder was listed
            continue
    with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
        found.update(
            line.split(None, 5)[5].rstrip("\n") for line in maps if len(line.split(None, 5)) == 6
        )
    return {path for path in found if path.startswith("/")}


def _bound_functions() -> Iterator[Tuple[object, str, str]]:
    """What else Python code may call: (module, function, kind); they tell a refusal by their result."""
    gdal = sys.modules.get("osgeo.gdal")
    if gdal is not None:
        yield gdal, "Rename", "move"
        yield gdal, "Unlink", "remove"
        yield gdal, "Rmdir", "remove"


def _full(path: object, folder: Optional[int] = None) -> str:
    """The path with its folder's links resolved; its own link, if it is one, is what is moved or removed."""
    text = os.fsdecode(path)
    if folder is not None and not os.path.isabs(text):
        text = os.path.join(os.readlink(f"/proc/self/fd/{folder}"), text)
    text = os.path.abspath(text)
    return os.path.join(os.path.realpath(os.path.dirname(text)), os.path.basename(text))


def _is_read_only(path: str) -> bool:
    return not os.path.isdir(path) and not os.lstat(path).st_mode & stat.S_IWUSR


def _error(kind: type, code: int, windows: int, path: str) -> OSError:
    error = kind(code, f"[WinError {windows}] Windows' sharing rules", path)
    error.winerror = windows
    return error


def wanted() -> bool:
    """Are the rules to be laid (the default)?"""
    return os.environ.get(SWITCH, "1") != "0"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Lay the rules over a test of ``FOLDERS`` with all its fixtures.

    Pytest calls this hook for every test of a run, whichever ``conftest.py`` has it: the top one has it, once.
    """
    under = wanted() and os.path.basename(os.path.dirname(str(item.path))) in FOLDERS
    rules = item.windows_rules = Rules().lay() if under else None
    yield
    if rules is not None:
        rules.lift()


def refuse_removed(item: pytest.Item) -> None:
    """Fail where a file was removed or replaced by C++ while it was open."""
    rules = item.windows_rules
    removed = rules.removed_while_open() if rules is not None else set()
    assert not removed, f"removed or replaced while open, which Windows refuses: {sorted(removed)}"
