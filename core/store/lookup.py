"""One figure at a time, out of the monitor file, for those who ask thousands of times a second from
any thread: expressions that QGIS works out while it draws.

The file is read only, a period of an indicator at a time, and again when it has changed; nothing is
brought up to date, waited for, or told: what cannot be read is not known.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import urllib.parse
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple, TypeVar

from ..periods import months_before

SECONDS, LOOKED_AT = 0.25, 1.0
"""How long another's save is waited for; how long the file is believed not to have changed."""
FIGURES = """
SELECT p.area_set, a.area_id, f.value, p.definition, a.fid FROM parts AS p
CROSS JOIN figures AS f ON f.fid BETWEEN p.fid * 1048576 AND p.fid * 1048576 + 1048575
JOIN areas AS a ON a.fid = f.fid & 1048575
WHERE p.in_force = 1 AND p.facet = '' AND p.indicator = ? AND p.period = ?
"""
PERIODS = """
SELECT area_set, max(period) FROM parts WHERE in_force = 1 AND facet = '' AND indicator = ?
GROUP BY area_set
"""
JUDGED = "SELECT * FROM assessments WHERE period = ?"
JUDGED_PERIODS = "SELECT area_set, max(period) FROM assessments GROUP BY area_set"
SETS = "SELECT area_set FROM area_sets ORDER BY fid"
AREAS = "SELECT area_set, area_id, name FROM areas WHERE valid_to IS NULL"
Found = TypeVar("Found")
Key = Tuple[str, str]
"""An area set and an area."""


class Figure(NamedTuple):
    """A value in the indicator's unit, the digest of its definition, and the boundary it is of."""

    value: Optional[float]
    definition: str
    boundary: int


class Lookup:
    """Figures and assessments in force in the file that is ``open``; usable from any thread.

    Every question takes ``area_set`` (empty: the first in the file that has an answer) and
    ``period`` (empty: the newest the area set has), and answers None where nothing is known.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._path: Optional[Path] = None
        self._stamp: Tuple[int, int] = (0, 0)
        self._looked = 0.0
        self._known: Dict[Tuple[str, ...], Any] = {}

    def open(self, path: str) -> None:
        """Answer from the monitor file at ``path`` from now on; from none where it is empty."""
        with self._lock:
            wanted = Path(path) if path else None
            if wanted != self._path:
                self._path, self._known, self._looked = wanted, {}, 0.0

    def value(
        self, area: str, indicator: str, period: str = "", area_set: str = ""
    ) -> Optional[float]:
        """The figure of ``indicator``, in its unit."""
        found = self._figure(area, indicator, period, area_set)
        return None if found is None else found[1].value

    def change(
        self, area: str, indicator: str, months: int, period: str = "", area_set: str = ""
    ) -> Optional[float]:
        """How much the figure of ``indicator`` has moved in ``months``, in its unit; None too where
        the definition or the boundary is another than it was."""
        found = self._figure(area, indicator, period, area_set)
        if found is None or found[1].value is None:
            return None
        (where, when), now = found
        before = self._figure(area, indicator, months_before(when, months) or "-", where)
        if before is None or before[1].value is None:
            return None
        same = before[1][1:] == now[1:]
        return now.value - before[1].value if same and now.value is not None else None

    def category(self, area: str, period: str = "", area_set: str = "") -> Optional[str]:
        """What the law calls the area; empty where it is none of the law's."""
        row = self._assessment(area, period, area_set)
        return None if row is None or not row.get("decided") else str(row.get("label") or "")

    def margin(
        self, area: str, criterion: str, period: str = "", area_set: str = ""
    ) -> Optional[float]:
        """How far the area is from the threshold of ``criterion`` (in its unit, mostly percentage
        points); below zero beyond it."""
        row = self._assessment(area, period, area_set)
        margin = None if row is None else row.get(f"margin_{criterion}")
        return None if margin is None else float(margin)

    def areas(self) -> Sequence[Tuple[str, str, str]]:
        """(area set, area, name) of every area of today."""
        return self._of(("areas",), AREAS, (), lambda rows: [tuple(row) for row in rows]) or []

    # -- what is asked of the file -------------------------------------------------------------

    def _figure(
        self, area: str, indicator: str, period: str, area_set: str
    ) -> Optional[Tuple[Key, Figure]]:
        newest = {} if period else self._of(("newest", indicator), PERIODS, (indicator,), dict)
        for one in self._sets(area_set):
            when = period or (newest or {}).get(one, "")
            rows = self._of(("figures", indicator, when), FIGURES, (indicator, when), _figures)
            if rows and (one, area) in rows:
                return (one, when), rows[one, area]
        return None

    def _assessment(self, area: str, period: str, area_set: str) -> Optional[Dict[str, Any]]:
        newest = {} if period else self._of(("judged",), JUDGED_PERIODS, (), dict)
        for one in self._sets(area_set):
            when = period or (newest or {}).get(one, "")
            rows = self._of(("assessments", when), JUDGED, (when,), _by_area)
            if rows and (one, area) in rows:
                return rows[one, area]
        return None

    def _sets(self, area_set: str) -> Sequence[str]:
        if area_set:
            return [area_set]
        return self._of(("sets",), SETS, (), lambda rows: [one for (one,) in rows]) or []

    def _of(
        self,
        key: Tuple[str, ...],
        statement: str,
        values: Sequence[str],
        made: Callable[[Any], Found],
    ) -> Optional[Found]:
        """What ``made`` makes of the rows, kept until the file changes; None where it cannot be
        read now."""
        with self._lock:
            self._look()
            if self._path is None:
                return None
            if key not in self._known:
                try:
                    self._known[key] = made(_rows(self._path, statement, values))
                except (sqlite3.Error, OSError):
                    self._known[key] = None
            found: Optional[Found] = self._known[key]
            return found

    def _look(self) -> None:
        """Forget what was read where the file has changed since; asked of the disk once a second
        at most."""
        if self._path is None or time.monotonic() - self._looked < LOOKED_AT:
            return
        self._looked = time.monotonic()
        try:
            about = self._path.stat()
            stamp = (about.st_mtime_ns, about.st_size)
        except OSError:
            stamp = (0, 0)
        if stamp != self._stamp:
            self._stamp, self._known = stamp, {}


def _rows(path: Path, statement: str, values: Sequence[str]) -> List[sqlite3.Row]:
    name = Path(os.path.abspath(path)).as_posix()
    start = "file://" if name.startswith("/") else "file:///"
    connection = sqlite3.connect(
        f"{start}{urllib.parse.quote(name)}?mode=ro", timeout=SECONDS, uri=True
    )
    try:
        connection.row_factory = sqlite3.Row
        return connection.execute(statement, tuple(values)).fetchall()
    finally:
        connection.close()


def _figures(rows: Sequence[sqlite3.Row]) -> Dict[Key, Figure]:
    return {(row[0], row[1]): Figure(row[2], str(row[3]), row[4]) for row in rows}


def _by_area(rows: Sequence[sqlite3.Row]) -> Dict[Key, Dict[str, Any]]:
    return {(row["area_set"], row["area_id"]): dict(row) for row in rows}
