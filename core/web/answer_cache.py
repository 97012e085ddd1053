"""Keeps the answers of public services on disk for a while: public figures and public districts,
nothing else."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Optional

from ..catalogue.limits import MEGABYTE, limits
from ..files import forget, written_whole

DAYS_KEPT = 30


def _digest(answer: bytes) -> str:
    return hashlib.sha256(answer).hexdigest()[:40]  # two in one name, and Windows' paths are short


@dataclass(frozen=True)
class Kept:
    """An answer and how many hours ago it came."""

    body: bytes
    hours: float


class AnswerCache:
    """A folder of answers; ``get`` gives one younger than ``hours``. A cache that cannot be used is
    none."""

    def __init__(self, folder: Path, hours: float, now: Callable[[], float] = time.time):
        self._folder, self.hours, self._now = Path(folder), hours, now

    def _paths(self, key: str) -> "list[Path]":
        """The answers kept for ``key``, the newest first: an older one may be held by a scanner for
        a while."""
        found = list(self._folder.glob(f"{_digest(key.encode('utf-8'))}-*.answer"))
        return sorted(found, key=lambda path: (-_touched(path), path.name))

    def kept(self, key: str) -> Optional[Kept]:
        """What is kept for ``key``, of any age; None where nothing is, or it is no longer what was
        kept."""
        for path in self._paths(key):
            try:
                hours = max(0.0, self._now() - path.stat().st_mtime) / 3600
                with path.open("rb") as stream:
                    body = stream.read(int(limits("answers")["megabytes"] * MEGABYTE) + 1)
            except OSError:
                continue
            if path.stem.endswith(f"-{_digest(body)}"):
                return Kept(body, hours)
        return None

    def get(self, key: str) -> Optional[bytes]:
        """The answer kept for ``key``, None where there is none or it is too old."""
        found = self.kept(key)
        return found.body if found is not None and found.hours < self.hours else None

    def put(self, key: str, answer: bytes) -> bool:
        """Keep ``answer``, under a name that tells a damaged one; False where the folder cannot be
        written."""
        path = self._folder / f"{_digest(key.encode('utf-8'))}-{_digest(answer)}.answer"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with written_whole(path) as work:
                work.write_bytes(answer)
            self._forget_old(path, self._paths(key))
        except OSError:
            return False
        return True

    def _forget_old(self, fresh: Path, replaced: "list[Path]") -> None:
        """Delete what nobody will want any more; what is held is deleted another time."""
        for path in self._folder.glob("*.answer"):
            if path != fresh and (
                path in replaced or self._now() - _touched(path) > DAYS_KEPT * 86400
            ):
                forget(path)


def _touched(path: Path) -> float:
    """When ``path`` was written; 0 where it has gone."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
