"""Keeps StatBank's answers on disk for a while. They are public figures."""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from pathlib import Path
from typing import Callable, Optional

HOURS_KEPT = 24


class Cache:
    """A folder of answers; one older than ``hours`` is fetched again. A cache that cannot be used is none."""

    def __init__(self, folder: Path, hours: float = HOURS_KEPT, now: Callable[[], float] = time.time):
        self._folder, self._seconds, self._now = Path(folder), hours * 3600, now

    def _path(self, key: str) -> Path:
        return self._folder / f"{hashlib.sha256(key.encode('utf-8')).hexdigest()}.statbank"

    def get(self, key: str) -> Optional[bytes]:
        """The answer kept for ``key``, None where there is none or it is too old."""
        path = self._path(key)
        try:
            return path.read_bytes() if self._now() - path.stat().st_mtime < self._seconds else None
        except OSError:
            return None

    def put(self, key: str, answer: bytes) -> bool:
        """Keep ``answer``; False where the folder cannot be written."""
        path = self._path(key)
        work = path.with_name(f".{uuid.uuid4().hex}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            work.write_bytes(answer)
            os.replace(work, path)
        except OSError:
            return False
        return True
