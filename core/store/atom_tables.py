"""The sums by atom in the monitor file: arrays as they are, one row per number and period.

Atoms may be single houses, so these tables never leave the municipality; editions are made from them.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Dict, Sequence

import numpy as np
import pandas as pd

from ..measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts, Key

EVERY_ATOM = ""
"""The area set of the row that says how many atoms there are."""


def write_atoms(connection: sqlite3.Connection, run: int, counts: AtomCounts) -> None:
    """Keep ``counts`` with ``run``."""
    rows = [(run, EVERY_ATOM, "[]", np.arange(counts.atoms, dtype="int64").tobytes(), b"")]
    rows += [(run, name, json.dumps(list(counts.area_ids[name]), ensure_ascii=False), atoms.tobytes(), areas.tobytes())
             for name, (atoms, areas) in counts.members.items()]
    connection.executemany(
        "INSERT INTO atom_sets (run, area_set, area_ids, atoms, areas) VALUES (?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO atom_counts (run, period, indicator, name, amounts) VALUES (?, ?, ?, ?, ?)",
        ((run, period, indicator, name, np.asarray(amounts, dtype="float64").tobytes())
         for (period, indicator), columns in counts.values.items() for name, amounts in columns.items()))
    connection.executemany(
        "INSERT INTO concentrations (run, area_set, area_id, period, indicator, rest, two) VALUES "
        "(?, ?, ?, ?, ?, ?, ?)",
        ((run, *row) for row in counts.concentration[list(CONCENTRATION_COLUMNS)].itertuples(index=False)))


def read_atoms(connection: sqlite3.Connection, run: int, indicators: Sequence[str] = ()) -> AtomCounts:
    """The sums by atom of ``run``, of ``indicators`` alone where some are named; of no atoms where they were not
    kept."""
    members, area_ids, total = {}, {}, 0
    for name, ids, atoms, areas in connection.execute(
            "SELECT area_set, area_ids, atoms, areas FROM atom_sets WHERE run = ?", (run,)):
        if name == EVERY_ATOM:
            total = len(np.frombuffer(atoms, dtype="int64"))
        else:
            area_ids[name] = json.loads(ids)
            members[name] = (np.frombuffer(atoms, dtype="int64"), np.frombuffer(areas, dtype="int64"))
    values: Dict[Key, Dict[str, np.ndarray]] = {}
    for period, indicator, name, amounts in connection.execute(
            "SELECT period, indicator, name, amounts FROM atom_counts WHERE run = ? "
            "AND (? = '[]' OR indicator IN (SELECT value FROM json_each(?))) ORDER BY fid",
            (run, json.dumps(list(indicators)), json.dumps(list(indicators)))):
        values.setdefault((period, indicator), {})[name] = np.frombuffer(amounts, dtype="float64")
    concentration = pd.read_sql_query(
        "SELECT area_set, area_id, period, indicator, rest, two FROM concentrations WHERE run = ?", connection,
        params=(run,))
    return AtomCounts(total, area_ids, members, values, concentration)
