"""How long runs stay: of every area set the newest and the one before, sums by atom of the newest
alone.

What was delivered, sent and released is kept for ever and is not touched here.
"""

from __future__ import annotations

import sqlite3
from typing import Iterable

RUNS_KEPT = 2

FORGET_OLD_OF_SET = (
    "DELETE FROM observations WHERE area_set = ? AND run NOT IN "
    "(SELECT DISTINCT run FROM observations WHERE area_set = ? ORDER BY run DESC LIMIT ?)",
    "DELETE FROM assessments WHERE area_set = ? AND run NOT IN "
    "(SELECT DISTINCT run FROM assessments WHERE area_set = ? ORDER BY run DESC LIMIT ?)",
)
FORGET_UNUSED = (
    "DELETE FROM reference_values WHERE run NOT IN (SELECT run FROM observations)",
    "DELETE FROM findings WHERE run NOT IN (SELECT run FROM observations)",
    "DELETE FROM checks WHERE run NOT IN (SELECT run FROM observations)",
    "DELETE FROM runs WHERE run NOT IN (SELECT run FROM observations)",
    "DELETE FROM atom_sets WHERE run NOT IN (SELECT max(run) FROM runs)",
    "DELETE FROM atom_counts WHERE run NOT IN (SELECT max(run) FROM runs)",
    "DELETE FROM concentrations WHERE run NOT IN (SELECT max(run) FROM runs)",
)


def forget_old(connection: sqlite3.Connection, area_sets: Iterable[str]) -> None:
    """Take away the runs of ``area_sets`` (ids) that are too old, and what belongs to no run any
    more."""
    for identifier in area_sets:
        for forget in FORGET_OLD_OF_SET:
            connection.execute(forget, (identifier, identifier, RUNS_KEPT))
    for forget in FORGET_UNUSED:
        connection.execute(forget)
