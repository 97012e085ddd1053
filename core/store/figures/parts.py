"""Figures added to the monitor file: each addition's own parts, and which part is then in force.

Of one area set, period, indicator and group the newest part is in force. Where a register and
finished figures give the same figure, the order of sources decides (``prefers``). An area that a
new part has no figure of keeps the one it had: the part in force is then put together from both.
"""

from __future__ import annotations

import datetime
import sqlite3
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..form.making import STATUSES
from ..form.schema import AREA_BITS
from .rows import NUMBERS, Rows, number_of_status, read_parts, read_rows

REGISTER, FIGURES = "register", "figures"
KEY = ("period", "indicator", "facet", "facet_value")
Key = Tuple[str, str, str, str]
UNKNOWN = STATUSES.index("unknown") + 1
ROUNDING = 1e-9
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


TODAYS_KEYS = "SELECT area_id, fid FROM areas WHERE area_set = ? AND valid_to IS NULL"


class Block(NamedTuple):
    """The figures of one period, indicator and group: areas (keys), ``NUMBERS``, statuses
    (numbers), and the part each row was taken over from, 0 where it is new."""

    area: np.ndarray
    numbers: Mapping[str, np.ndarray]
    status: np.ndarray
    origin: np.ndarray

    def chosen(self, rows: np.ndarray) -> "Block":
        """The ``rows`` (a mask or positions) alone."""
        numbers = {name: values[rows] for name, values in self.numbers.items()}
        return Block(self.area[rows], numbers, self.status[rows], self.origin[rows])

    @property
    def unknown(self) -> np.ndarray:
        """Which rows say nothing."""
        return self.status == UNKNOWN

    def total(self, name: str) -> Optional[float]:
        """The sum of the ``name`` there are; None where there is none."""
        values = self.numbers[name]
        return float(np.nansum(values)) if (~np.isnan(values)).any() else None


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
) -> int:
    """Add ``observations`` (``observations.COLUMNS``; ``facet``, ``facet_value`` and ``source``
    where there are any) as parts of ``run``.

    Args:
        definitions: indicator → digest of its definition.
        first: the source that goes before the other, ``register`` or ``figures``.
        keys: area id → key; of the areas of today where None.
    Returns:
        How many parts were added.
    """
    before = {
        (str(p.period), str(p.indicator), str(p.facet), str(p.facet_value)): p
        for p in read_parts(
            connection, area_set, periods=sorted(set(observations["period"]))
        ).itertuples()
    }
    number = connection.execute("SELECT coalesce(max(fid), 0) FROM parts").fetchone()[0]
    start, today = number, datetime.date.today().isoformat()
    keys = area_keys(connection, area_set) if keys is None else keys
    todays = np.array(sorted(keys.values()), dtype="int64")
    for key, block, source, vintage in _blocks(observations, keys):
        number += 1
        known = before.get(key)
        about = (run, area_set, *key, source, vintage or today, definitions.get(key[1], ""))
        if known is None:
            _insert(connection, number, about, block, True, 0)
            continue
        old = _block_of(read_rows(connection, [known.fid]), known.fid)
        from_new, from_old = _choice(connection, block, source, old, known, first)
        from_old &= np.isin(
            old.area, todays
        )  # what was counted in another boundary is not mixed in
        whole = bool(from_new.all() and not from_old.any())
        _insert(connection, number, about, block, whole, known.fid)
        _note_revision(connection, (run, area_set, *key[:2]), known, old, block)
        if from_new.any():
            connection.execute("UPDATE parts SET in_force = 0 WHERE fid = ?", (known.fid,))
            if not whole:
                joined = _joined(block.chosen(from_new), old.chosen(from_old), number)
                number += 1
                _insert(connection, number, about, joined, True, known.fid)
    return number - start


def _blocks(
    observations: pd.DataFrame, keys: Mapping[str, int]
) -> Iterator[Tuple[Key, Block, str, str]]:
    """(key, figures, source, vintage) of every part of ``observations``."""
    table = observations.copy(deep=False)
    for name in ("facet", "facet_value", "status", "vintage"):
        table[name] = table[name].fillna("") if name in table else ""
    table["source"] = table.get("source", REGISTER)
    area = table["area_id"].map(keys).to_numpy(dtype="int64")
    known = {one: number_of_status(one) for one in table["status"].unique()}
    status = table["status"].map(known).to_numpy(dtype="int64")
    nothing = np.full(len(table), np.nan)
    numbers = {
        name: table[name].to_numpy(dtype="float64") if name in table else nothing
        for name in NUMBERS
    }
    vintages, sources = table["vintage"].to_numpy(), table["source"].to_numpy()
    nobody = np.zeros(len(table), dtype="int64")
    whole = Block(area, numbers, status, nobody)
    number = table.groupby([*KEY, "source"], sort=False, observed=True).ngroup().to_numpy()
    order = np.argsort(number, kind="stable")
    starts = np.flatnonzero(np.diff(number[order])) + 1
    keys_of = table[list(KEY)].to_numpy(dtype=object)
    for rows in np.split(order, starts) if len(order) else ():
        period, indicator, facet, group = map(str, keys_of[rows[0]])
        key = (period, indicator, facet, group)
        yield key, whole.chosen(rows), str(sources[rows[0]]), str(vintages[rows[0]] or "")


def _block_of(rows: Rows, part: int) -> Block:
    """The figures of ``part``, each with the part it comes from."""
    return Block(rows.area, rows.numbers, rows.status, np.where(rows.origin, rows.origin, part))


def prefers(source: str, other: str, first: str) -> int:
    """1 where ``source`` goes before ``other``, -1 where behind, 0 where they are of one kind."""
    own, others = (one.startswith(first) for one in (source, other))
    return int(own) - int(others)


def _choice(
    connection: sqlite3.Connection, new: Block, source: str, old: Block, known: Any, first: str
) -> Tuple[np.ndarray, np.ndarray]:
    """(rows of ``new``, rows of ``old``) that are to be in force, masks."""
    sources = {known.fid: known.source}
    for part in set(old.origin.tolist()) - set(sources):
        sources[part] = connection.execute(
            "SELECT source FROM parts WHERE fid = ?", (int(part),)
        ).fetchone()[0]
    place = {int(area): n for n, area in enumerate(old.area)}
    from_new, from_old = np.ones(len(new.area), dtype=bool), np.ones(len(old.area), dtype=bool)
    unknown, silent = new.unknown, old.unknown
    for n, area in enumerate(new.area):
        at = place.get(int(area))
        if at is None:
            continue
        order = prefers(source, sources[int(old.origin[at])], first)
        newest = order > 0 or (order == 0 and source.startswith(REGISTER)) or not unknown[n]
        from_new[n] = silent[at] or (order >= 0 and newest and not (order > 0 and unknown[n]))
        from_old[at] = not from_new[n]
    return from_new, from_old


def _joined(new: Block, old: Block, part: int) -> Block:
    """The rows of both, each with the part it comes from."""
    numbers = {name: np.r_[new.numbers[name], old.numbers[name]] for name in NUMBERS}
    origin = np.r_[np.full(len(new.area), part, dtype="int64"), old.origin]
    return Block(np.r_[new.area, old.area], numbers, np.r_[new.status, old.status], origin)


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


def _note_revision(
    connection: sqlite3.Connection, key: Sequence[Any], known: Any, old: Block, new: Block
) -> None:
    """Keep what a part changed in the one that was in force; nothing where it changed nothing."""
    values = dict(zip(old.area.tolist(), old.numbers["value"].tolist()))
    before = np.array([values.get(area, np.nan) for area in new.area.tolist()], dtype="float64")
    step = np.abs(new.numbers["value"] - before)
    changed = (step > ROUNDING) | (np.isnan(before) != np.isnan(new.numbers["value"]))
    if changed.any() or known.total != new.total("numerator"):
        connection.execute(
            INSERT_REVISION,
            (
                *(*key, known.fid, int(changed.sum()), known.total, new.total("numerator")),
                *(known.persons, new.total("persons")),
                float(np.nanmax(step)) if (~np.isnan(step)).any() else None,
            ),
        )


def undo_figures(connection: sqlite3.Connection, run: int) -> Dict[str, List[str]]:
    """Take the parts of ``run`` away; what they replaced is in force again.

    Returns:
        Area set id → the periods whose figures changed.
    """
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
