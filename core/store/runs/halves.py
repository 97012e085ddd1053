"""The halves of rates in the monitor file (``measures.halves``): sums by atom of one register, kept
until, and after, the other is there.

Atoms may be single houses, so they never leave the municipality.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import Dict, Iterable, Iterator, Mapping, NamedTuple, Sequence, Tuple

import numpy as np

from ...measures.halves import EVERYBODY, Half
from ...measures.homes import Homes, homes_from
from ...measures.plan.terms import Term
from ..figures.packing import packed, unpacked
from ..form.tables import read_table

SUMS, HOUSEHOLDS, IN_SEVERAL = "sums", "households", "households_in_several_atoms"
NEWEST = """
SELECT period, max(run), layout FROM halves
WHERE term = ? AND name = 'sums' AND facet = '' GROUP BY period
"""
OF_TERM = """
SELECT name, facet, facet_value, amounts FROM halves
WHERE term = ? AND period = ? AND run = ? ORDER BY fid
"""
INSERT = """
INSERT INTO halves (run, period, term, name, facet, facet_value, layout, amounts)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
TOO_MANY = """
DELETE FROM halves WHERE (term, period, run) IN (SELECT term, period, run FROM (
SELECT term, period, run, row_number() OVER (PARTITION BY term, period ORDER BY run DESC) AS age
FROM halves WHERE name = 'sums' AND facet = '' AND period IN (SELECT value FROM json_each(?)))
WHERE age > 1 + ?)
"""
Halves = Mapping[Tuple[Term, str], Half]


class Kept(NamedTuple):
    """The half in force of a term and period: the addition that brought it, and the layout of its
    atoms."""

    run: int
    layout: int


def term_key(term: Term) -> str:
    """By which the file knows ``term``: its register, and a digest of what it adds up."""
    text = json.dumps([term.where, term.column, term.given, term.decided])
    return f"{term.register} {hashlib.sha256(text.encode('utf-8')).hexdigest()[:16]}"


def write_halves(
    connection: sqlite3.Connection,
    run: int,
    halves: Halves,
    layout: int,
    place: np.ndarray,
    size: int,
) -> None:
    """Keep ``halves`` with ``run``; ``place`` of each of their atoms among the ``size`` of the
    ``layout``."""
    connection.executemany(
        INSERT,
        (
            (run, period, term_key(term), *about, layout, packed(amounts))
            for (term, period), half in halves.items()
            for about, amounts in _arrays(half, place, size)
        ),
    )


def _arrays(
    half: Half, place: np.ndarray, size: int
) -> Iterator[Tuple[Tuple[str, str, str], np.ndarray]]:
    """((name, facet, group), numbers) of what a half is kept as."""

    def placed(amounts: np.ndarray) -> np.ndarray:
        found = np.zeros(size)
        found[place[: len(amounts)]] = amounts
        return found

    for (facet, group), amounts in half.by_group.items():
        yield (SUMS, facet, group), placed(amounts)
    if half.homes is not None:
        homes = half.homes
        by_atom = placed(homes.by_atom)
        yield (HOUSEHOLDS, *EVERYBODY), by_atom
        if len(homes.times):
            moved = Homes(by_atom, homes.times, homes.number, place[homes.atom])
            yield (IN_SEVERAL, *EVERYBODY), moved.as_numbers()


def kept_of(connection: sqlite3.Connection, term: Term) -> Dict[str, Kept]:
    """Period → the half of ``term`` in force; nothing is unpacked."""
    rows = connection.execute(NEWEST, (term_key(term),)).fetchall()
    return {str(period): Kept(int(run), int(layout)) for period, run, layout in rows}


def read_halves(
    connection: sqlite3.Connection, wanted: Iterable[Tuple[Term, str]], size: int
) -> Dict[Tuple[Term, str], Half]:
    """The halves in force of the ``wanted`` terms and periods, in a layout of ``size`` atoms.

    Raises:
        ValueError: the arrays do not fit one another.
    """
    found = {}
    for term, period in dict.fromkeys(wanted):
        kept = kept_of(connection, term)[period]
        rows = read_table(connection, "halves", OF_TERM, (term_key(term), period, kept.run))
        found[(term, period)] = _half(rows.itertuples(index=False), size)
    return found


def _half(rows: Iterable[Tuple[str, str, str, bytes]], size: int) -> Half:
    by_group: Dict[Tuple[str, str], np.ndarray] = {}
    homes, several = None, None
    for name, facet, group, blob in rows:
        amounts = unpacked(blob)
        if name == IN_SEVERAL:
            several = amounts
            continue
        if len(amounts) > size:
            raise ValueError("halves")
        whole = np.r_[amounts, np.zeros(size - len(amounts))]
        if name == HOUSEHOLDS:
            homes = whole
        else:
            by_group[(facet or "", group or "")] = whole
    return Half(by_group, None if homes is None else homes_from(homes, several))


def forget_halves(connection: sqlite3.Connection, periods: Sequence[str], vintages: int) -> None:
    """Take away the halves of ``periods`` that are older than so many ``vintages`` before the one
    in force; one stays always, for the newest addition can be taken back."""
    connection.execute(TOO_MANY, (json.dumps(list(periods)), max(vintages, 1)))
