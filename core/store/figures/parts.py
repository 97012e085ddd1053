"""Figures added to the monitor file: each addition's own parts, and which part is then in force.

Of one area set, period, indicator and group the newest part is in force. Where a register and
finished figures give the same figure, the order of sources decides (``in_force.prefers``). An area
that a new part has no figure of keeps the one it had: the part in force is then put together from
both. A group that a register delivered again does not have is replaced by a part of no areas.
"""

from __future__ import annotations

import datetime
import sqlite3
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...errors import InputError
from ...i18n import tr
from ..form.schema import AREA_BITS
from .blocks import REGISTER, WAITING, Block, Key, block_of, blocks_of, nothing
from .in_force import Choice
from .rows import NUMBERS, read_parts, read_rows

ROUNDING = 1e-9
NOT_KEPT = """
SELECT DISTINCT period FROM parts WHERE run = ? AND in_force = 1
AND replaces IN (SELECT fid FROM parts WHERE kept = 0) ORDER BY period
"""
INSERT_PART = """
INSERT INTO parts (fid, run, area_set, period, indicator, facet, facet_value, source, vintage,
definition, in_force, kept, replaces, areas, total, persons)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
"""
INSERT_FIGURES = """
INSERT INTO figures (fid, numerator, denominator, value, persons, households, status, origin)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_REVISION = """
INSERT INTO revisions (run, area_set, period, indicator, before, areas, total_before, total_after,
persons_before, persons_after, largest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
FORGET_REVISION = "DELETE FROM revisions WHERE run = ? AND before = ?"
TODAYS_KEYS = "SELECT area_id, fid FROM areas WHERE area_set = ? AND valid_to IS NULL"


def area_keys(connection: sqlite3.Connection, area_set: str) -> Dict[str, int]:
    """The id of every area of ``area_set`` there is today → its key."""
    return dict(connection.execute(TODAYS_KEYS, (area_set,)).fetchall())


def write_figures(
    connection: sqlite3.Connection,
    run: int,
    area_set: str,
    observations: pd.DataFrame,
    definitions: Mapping[str, str],
    first: str = REGISTER,
    keys: Optional[Mapping[str, int]] = None,
) -> None:
    """Add ``observations`` (``observations.COLUMNS``; ``facet``, ``facet_value`` and ``source``
    where there are any) as parts of ``run``.

    Args:
        definitions: indicator → digest of its definition.
        first: the source that goes before the other, ``register`` or ``figures``.
        keys: area id → key; of the areas of today where None.
    """
    keys = area_keys(connection, area_set) if keys is None else keys
    periods = sorted(set(observations["period"]))
    adding = _Adding(connection, run, area_set, periods, definitions, first)
    for key, block, source, vintage in blocks_of(observations, keys):
        adding.add(key, block, source, vintage)
    adding.take_groups_away()


class _Known(NamedTuple):
    """A part that was in force: its number, source and areas, and the totals it came with."""

    fid: int
    source: str
    areas: int
    total: Optional[float]
    persons: Optional[float]


class _Adding:
    """One addition's figures of one area set."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        run: int,
        area_set: str,
        periods: Sequence[str],
        definitions: Mapping[str, str],
        first: str,
    ):
        self._connection, self._run, self._area_set = connection, run, area_set
        self._definitions, self._today = definitions, datetime.date.today().isoformat()
        self._choice = Choice(connection, area_set, first)
        self._before: Dict[Key, _Known] = {
            (str(p.period), str(p.indicator), str(p.facet), str(p.facet_value)): _Known(
                int(p.fid), str(p.source), int(p.areas), _or_none(p.total), _or_none(p.persons)
            )
            for p in read_parts(connection, area_set, periods=periods).itertuples()
        }
        self._now: Dict[Key, int] = {key: known.fid for key, known in self._before.items()}
        self._added: Set[Key] = set()
        self._registers: Dict[Tuple[str, str], str] = {}
        self._number = connection.execute("SELECT coalesce(max(fid), 0) FROM parts").fetchone()[0]

    def add(self, key: Key, block: Block, source: str, vintage: str) -> None:
        """Add one part, and put in force what then is; two sources may give a part each."""
        again = key in self._added
        self._added.add(key)
        if source.startswith(REGISTER) and not key[2]:
            self._registers[key[:2]] = source
        about = (
            *(self._run, self._area_set, *key, source),
            *(vintage or self._today, self._definitions.get(key[1], "")),
        )
        there = self._now.get(key)
        if there is None:
            self._now[key] = self._insert(about, key, block, True)
            return
        old = self._read(there)
        from_new, from_old, others = self._choice.between(key, block, source, old)
        whole = bool(from_new.all() and not from_old.any())
        number = self._insert(about, key, block, whole)
        if not (from_new.any() or len(others.area)):
            return
        found = block
        if not whole:
            chosen = block.chosen(from_new).of_part(number)
            found = chosen.and_rows(old.chosen(from_old)).and_rows(others)
            number = self._insert(about, key, found, True)
        self._connection.execute("UPDATE parts SET in_force = 0 WHERE fid = ?", (there,))
        self._now[key] = number
        known = self._before.get(key)
        if known is not None:
            if again:
                self._connection.execute(FORGET_REVISION, (self._run, known.fid))
                old = self._read(known.fid)
            self._note_revision(key, known, old, found)

    def take_groups_away(self) -> None:
        """Of the indicators that a register gave, what it gave before of groups that it does not
        have now is no more in force."""
        for key, known in self._before.items():
            source = self._registers.get(key[:2])
            if not key[2] or key in self._added or source is None or not known.areas:
                continue
            self._connection.execute("UPDATE parts SET in_force = 0 WHERE fid = ?", (known.fid,))
            about = (self._run, self._area_set, *key, source, self._today)
            self._insert((*about, self._definitions.get(key[1], "")), key, nothing(), True)

    def _read(self, part: int) -> Block:
        return self._choice.of_today(block_of(read_rows(self._connection, [part]), part))

    def _insert(self, about: Sequence[Any], key: Key, block: Block, in_force: bool) -> int:
        known = self._before.get(key)
        self._number += 1
        _insert(self._connection, self._number, about, block, in_force, known.fid if known else 0)
        return self._number

    def _note_revision(self, key: Key, known: _Known, old: Block, new: Block) -> None:
        """Keep what changed in the part that was in force; nothing where nothing did, or where
        what was there waited for its denominators."""
        if len(old.area) and (old.status == WAITING).all():
            return
        values = dict(zip(old.area.tolist(), old.numbers["value"].tolist()))
        before = np.array([values.get(area, np.nan) for area in new.area.tolist()], dtype="float64")
        step = np.abs(new.numbers["value"] - before)
        changed = (step > ROUNDING) | (np.isnan(before) != np.isnan(new.numbers["value"]))
        if changed.any() or known.total != new.total("numerator"):
            self._connection.execute(
                INSERT_REVISION,
                (
                    *(
                        self._run,
                        self._area_set,
                        *key[:2],
                        known.fid,
                        int(changed.sum()),
                        known.total,
                        new.total("numerator"),
                    ),
                    *(known.persons, new.total("persons")),
                    float(np.nanmax(step)) if (~np.isnan(step)).any() else None,
                ),
            )


def _or_none(number: float) -> Optional[float]:
    return None if np.isnan(number) else float(number)


def _insert(
    connection: sqlite3.Connection,
    number: int,
    about: Sequence[Any],
    block: Block,
    in_force: bool,
    replaces: int,
) -> None:
    connection.execute(
        INSERT_PART,
        (
            *(number, *about, int(in_force), replaces, len(block.area)),
            *(block.total("numerator"), block.total("persons")),
        ),
    )
    order = np.argsort(block.area, kind="stable")
    columns: List[List[Any]] = [((number << AREA_BITS) + block.area[order]).tolist()]
    columns += [block.numbers[name][order].tolist() for name in NUMBERS]
    columns += [block.status[order].tolist(), [one or None for one in block.origin[order].tolist()]]
    connection.executemany(INSERT_FIGURES, zip(*columns))


def undo_figures(connection: sqlite3.Connection, run: int) -> Dict[str, List[str]]:
    """Take the parts of ``run`` away; what they replaced is in force again.

    Returns:
        Area set id → the periods whose figures changed.
    Raises:
        InputError: what they replaced is no longer kept.
    """
    lost = [period for (period,) in connection.execute(NOT_KEPT, (run,))]
    if lost:
        raise InputError(
            tr(
                "The figures of {periods} that the addition replaced are not kept any more.",
                periods=", ".join(lost),
            ),
            tr("Add the right figures instead. Nothing was changed."),
        )
    gone = read_parts_of_run(connection, run)
    for part in gone.sort_values("fid", ascending=False).itertuples():
        if part.in_force and part.replaces:
            connection.execute(
                "UPDATE parts SET in_force = 1 WHERE fid = ? AND kept = 1", (part.replaces,)
            )
        connection.execute(
            "DELETE FROM figures WHERE fid BETWEEN ? AND ?",
            (part.fid << AREA_BITS, ((part.fid + 1) << AREA_BITS) - 1),
        )
    connection.execute("DELETE FROM parts WHERE run = ?", (run,))
    connection.execute("DELETE FROM revisions WHERE run = ?", (run,))
    return {
        str(area_set): sorted(set(rows["period"]))
        for area_set, rows in gone.groupby("area_set", sort=False)
    }


def read_parts_of_run(connection: sqlite3.Connection, run: int) -> pd.DataFrame:
    """The parts of ``run``: ``fid``, ``area_set``, ``period``, ``in_force``, ``replaces``."""
    found = connection.execute(
        "SELECT fid, area_set, period, in_force, replaces FROM parts WHERE run = ?", (run,)
    ).fetchall()
    return pd.DataFrame(found, columns=["fid", "area_set", "period", "in_force", "replaces"])
