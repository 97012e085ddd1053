"""What a publishing that was broken off leaves: marked as not released, and ended at the next
start.

An edition is put in its place with a mark in it, entered in the ledger, and released by taking the
mark away. QGIS may die in between; whoever comes next finds the mark and the ledger, and knows
which of the two it was.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import List

from qgis.core import QgsSettings

from ... import files, strays
from ...errors import StoreError
from ...i18n import tr
from ..host.settings import PREFIX

PLACED = "udgave_"
MARK = "IKKE UDGIVET.txt"
KEY = f"{PREFIX}/unfinished"


def mark(folder: Path, monitor: Path) -> None:
    """Let ``folder`` count as not released until the ledger of ``monitor`` has it; raises
    ``OSError``."""
    text = tr(
        "This edition is not released: publishing was broken off, or goes on. Do not pass it on. "
        "The plugin "
        "releases or removes it when QGIS starts again, as the ledger in this monitor file says:"
    )
    (folder / MARK).write_text(f"{text}\n{monitor.resolve()}\n", encoding="utf-8")


def unmark(folder: Path) -> None:
    """Release ``folder``; raises ``OSError`` where somebody holds the mark."""
    files.remove(folder / MARK)


def remove_unreleased(folder: Path) -> None:
    """Remove an edition that was not released. Where a file of it is held, the mark stays as long
    as the file."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name != MARK:
            files.forget(path)
    if {path.name for path in folder.iterdir()} <= {MARK}:
        files.forget(folder)


def begun(folder: Path) -> None:
    """Remember that something is published in ``folder``."""
    _remember([*_remembered(), str(folder)])


def ended(folder: Path) -> None:
    """Forget ``folder``, unless something unfinished lies there yet."""
    if not _unfinished(folder):
        _remember([place for place in _remembered() if place != str(folder)])


def _unfinished(folder: Path) -> List[Path]:
    return [*folder.glob(f"{strays.EDITION}*"), *folder.glob(f"{PLACED}*/{MARK}")]


def _remembered() -> List[str]:
    kept = QgsSettings().value(KEY, [], section=QgsSettings.Section.Plugins) or []
    return (
        [kept] if isinstance(kept, str) else kept
    )  # a settings file gives a list of one as its text


def _remember(places: List[str]) -> None:
    QgsSettings().setValue(KEY, sorted(set(places)), QgsSettings.Section.Plugins)


def is_remembered() -> bool:
    """Was a publishing broken off, or is one going on?"""
    return bool(_remembered())


def tidy_all() -> None:
    """``tidy`` every folder in which a publishing was broken off."""
    for place in map(Path, _remembered()):
        tidy(place)
        ended(place)


def tidy(folder: Path) -> None:
    """End what was broken off in ``folder``: an edition that the ledger knows is released, others
    are removed.

    What is younger than an hour may be another QGIS at work, and stays; so does an edition whose
    ledger cannot be read.
    """
    strays.clear(folder, (strays.EDITION,))
    for found in folder.glob(f"{PLACED}*/{MARK}"):
        with contextlib.suppress(StoreError, OSError):
            if time.time() - found.stat().st_mtime > strays.SECONDS_KEPT:
                _end(found.parent, Path(found.read_text(encoding="utf-8").splitlines()[-1]))


def _end(folder: Path, monitor: Path) -> None:
    from ...store.monitor_file import MonitorFile

    if folder.name in set(MonitorFile(monitor).ledger.releases().about["place"]):
        unmark(folder)
    else:
        remove_unreleased(folder)
