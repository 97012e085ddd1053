"""Which figures of an addition, and which of those that were there, are in force, area by area."""

from __future__ import annotations

import sqlite3
from typing import Dict, Mapping, Set, Tuple

import numpy as np

from .blocks import REGISTER, Block, Key, block_of, nothing
from .rows import read_rows

OTHER_SOURCE = """
SELECT fid, source FROM parts WHERE area_set = ? AND period = ? AND indicator = ? AND facet = ?
AND facet_value = ? AND kept = 1 ORDER BY run DESC, fid DESC
"""
VERSIONS = """
SELECT a.fid, a.area_id, coalesce(t.fid, 0), a.geom IS t.geom FROM areas AS a
LEFT JOIN areas AS t ON t.area_set = a.area_set AND t.area_id = a.area_id AND t.valid_to IS NULL
WHERE a.area_set = ? AND a.valid_to IS NOT NULL
"""


def prefers(source: str, other: str, first: str) -> int:
    """1 where ``source`` goes before ``other``, -1 where behind, 0 where they are of one kind."""
    own, others = (one.startswith(first) for one in (source, other))
    return int(own) - int(others)


class Versions:
    """The areas of a set of today, and those that were."""

    def __init__(self, connection: sqlite3.Connection, area_set: str):
        self._todays: Dict[int, int] = {}
        self._same: Dict[int, int] = {}
        for fid, _, today, same in connection.execute(VERSIONS, (area_set,)):
            self._todays[fid] = today
            if same and today:
                self._same[fid] = today

    def of_today(self, old: Block) -> Block:
        """``old`` with the keys of today where an area has the boundary it had: another name makes
        no other area."""
        return old._replace(area=_mapped(old.area, self._same)) if self._same else old

    def in_another_boundary(self, old: Block, new: Block) -> np.ndarray:
        """The rows of ``old`` whose areas ``new`` has in another boundary: they are not mixed."""
        todays = _mapped(old.area, self._todays)
        return np.isin(todays, new.area) & (todays != old.area)


def _mapped(area: np.ndarray, keys: Mapping[int, int]) -> np.ndarray:
    return np.array([keys.get(one, one) for one in area.tolist()], dtype="int64")


class Choice:
    """Which of two sources goes first (``first``), in one area set."""

    def __init__(self, connection: sqlite3.Connection, area_set: str, first: str):
        self._connection, self._area_set, self._first = connection, area_set, first
        self._versions = Versions(connection, area_set)

    def of_today(self, old: Block) -> Block:
        """As ``Versions.of_today``."""
        return self._versions.of_today(old)

    def between(
        self, key: Key, new: Block, source: str, old: Block
    ) -> Tuple[np.ndarray, np.ndarray, Block]:
        """(rows of ``new``, rows of ``old``, masks; rows of other parts) that are to be in
        force."""
        sources = self._sources(set(old.origin.tolist()))
        place = {int(area): n for n, area in enumerate(old.area)}
        from_new, from_old = np.ones(len(new.area), dtype=bool), np.ones(len(old.area), dtype=bool)
        if source.startswith(REGISTER):  # a register says of every area what there is
            from_old = np.array(
                [not sources[one].startswith(REGISTER) for one in old.origin.tolist()], dtype=bool
            )
        said, says = old.says, new.says
        for n, area in enumerate(new.area):
            at = place.get(int(area))
            if at is None:
                continue
            order = prefers(source, sources[int(old.origin[at])], self._first)
            if order:  # what says more goes first, whichever source it is of
                more = says[n] > said[at] or (says[n] == said[at] and order > 0)
            else:
                more = source.startswith(REGISTER) or says[n] > 0
            from_new[n] = more or said[at] == 0
            from_old[at] = not from_new[n]
        from_old &= ~self._versions.in_another_boundary(old, new)
        others = self._others(key, source, new.chosen(from_new & (says < 2)))
        from_new &= ~np.isin(new.area, others.area)
        return from_new, from_old, others

    def _sources(self, parts: Set[int]) -> Dict[int, str]:
        return {
            part: str(
                self._connection.execute(
                    "SELECT source FROM parts WHERE fid = ?", (part,)
                ).fetchone()[0]
            )
            for part in parts
        }

    def _others(self, key: Key, source: str, wanted: Block) -> Block:
        """What the other source says more of the areas of ``wanted``, of which a new part of
        ``source`` has no figure: its newest figures, in force or not."""
        found, left = nothing(), dict(zip(wanted.area.tolist(), wanted.says.tolist()))
        if not left:
            return found
        for part, other in self._connection.execute(
            OTHER_SOURCE, (self._area_set, *key)
        ).fetchall():
            if left and other.startswith(REGISTER) != source.startswith(REGISTER):
                block = self.of_today(block_of(read_rows(self._connection, [part]), part))
                known = [left.get(area, 2) for area in block.area.tolist()]
                block = block.chosen((block.origin == part) & (block.says > np.array(known)))
                found = found.and_rows(block)
                for area in block.area.tolist():
                    del left[area]
        return found
