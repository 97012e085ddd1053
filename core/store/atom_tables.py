"""The sums by atom in the monitor file: arrays as they are, one row per number and period.

Atoms may be single houses, so these tables never leave the municipality; editions are made from
them.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np

from ..measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts, Key
from ..measures.homes import Homes, homes_from
from .geopackage import has
from .typed_tables import read_table

EVERY_ATOM = ""
"""The area set of the row that says how many atoms there are."""
IN_SEVERAL = "_in_several_atoms"
"""Ends the name of the row that says which of the households lie in several atoms."""


def write_atoms(connection: sqlite3.Connection, run: int, counts: AtomCounts) -> None:
    """Keep ``counts`` with ``run``."""
    rows = [(run, EVERY_ATOM, "[]", np.arange(counts.atoms, dtype="int64").tobytes(), b"")]
    rows += [
        (
            run,
            name,
            json.dumps(list(counts.area_ids[name]), ensure_ascii=False),
            atoms.tobytes(),
            areas.tobytes(),
        )
        for name, (atoms, areas) in counts.members.items()
    ]
    connection.executemany(
        "INSERT INTO atom_sets (run, area_set, area_ids, atoms, areas) VALUES (?, ?, ?, ?, ?)", rows
    )
    connection.executemany(
        "INSERT INTO atom_counts (run, period, indicator, name, amounts) VALUES (?, ?, ?, ?, ?)",
        (
            (run, period, indicator, name, np.asarray(amounts, dtype="float64").tobytes())
            for (period, indicator), columns in counts.values.items()
            for name, amounts in columns.items()
        ),
    )
    connection.executemany(
        "INSERT INTO atom_counts (run, period, indicator, name, amounts) VALUES (?, ?, ?, ?, ?)",
        (
            (run, period, indicator, name + IN_SEVERAL, homes.as_numbers().tobytes())
            for (period, indicator, name), homes in counts.several.items()
        ),
    )
    connection.executemany(
        "INSERT INTO concentrations (run, area_set, area_id, period, indicator, rest, two) VALUES "
        "(?, ?, ?, ?, ?, ?, ?)",
        (
            (run, *row)
            for row in counts.concentration[list(CONCENTRATION_COLUMNS)].itertuples(index=False)
        ),
    )


def read_periods(connection: sqlite3.Connection, run: int) -> List[str]:
    """The periods ``run`` kept sums by atom of, ascending; none where an earlier version counted
    it."""
    if not has(connection, "atom_counts"):
        return []
    return read_table(
        connection,
        "atom_counts",
        "SELECT DISTINCT period FROM atom_counts WHERE run = ? ORDER BY period",
        (run,),
    )["period"].tolist()


def read_atoms(
    connection: sqlite3.Connection,
    run: int,
    indicators: Sequence[str] = (),
    periods: Sequence[str] = (),
) -> Optional[AtomCounts]:
    """The sums by atom of ``run``, of ``indicators`` and ``periods`` alone where some are named;
    None in a file of an earlier version, and of no atoms where they were not kept.

    Raises:
        ValueError: the arrays do not fit one another.
    """
    if not has(connection, "atom_counts"):
        return None
    members, area_ids, total = {}, {}, 0
    sets = read_table(
        connection,
        "atom_sets",
        "SELECT area_set, area_ids, atoms, areas FROM atom_sets WHERE run = ?",
        (run,),
    )
    for name, ids, atoms, areas in sets.itertuples(index=False):
        if name == EVERY_ATOM:
            total = len(np.frombuffer(atoms, dtype="int64"))
        else:
            area_ids[name] = json.loads(ids)
            members[name] = (
                np.frombuffer(atoms, dtype="int64"),
                np.frombuffer(areas, dtype="int64"),
            )
    for name, (atoms, areas) in members.items():
        _check_positions(atoms, total)
        _check_positions(areas, len(area_ids[name]))
        if len(atoms) != len(areas):
            raise ValueError("atom_sets")
    wanted, when = json.dumps(list(indicators)), json.dumps(list(periods))
    counts = read_table(
        connection,
        "atom_counts",
        "SELECT period, indicator, name, amounts FROM atom_counts WHERE run = ? "
        "AND (? = '[]' OR indicator IN (SELECT value FROM json_each(?))) "
        "AND (? = '[]' OR period IN (SELECT value FROM json_each(?))) ORDER BY fid",
        (run, wanted, wanted, when, when),
    )
    values: Dict[Key, Dict[str, np.ndarray]] = {}
    numbers: Dict[Tuple[str, str, str], np.ndarray] = {}
    for period, indicator, name, blob in counts.itertuples(index=False):
        amounts = np.frombuffer(blob, dtype="float64")
        if name.endswith(IN_SEVERAL):
            numbers[(period, indicator, name[: -len(IN_SEVERAL)])] = amounts
            continue
        if len(amounts) != total:
            raise ValueError("atom_counts")
        values.setdefault((period, indicator), {})[name] = amounts
    concentration = read_table(
        connection,
        "concentrations",
        "SELECT area_set, area_id, period, indicator, rest, two FROM concentrations "
        "WHERE run = ? AND (? = '[]' OR period IN (SELECT value FROM json_each(?)))",
        (run, when, when),
    )
    several: Dict[Tuple[str, str, str], Homes] = {}
    for key, row in numbers.items():
        if key[2] not in values.get(key[:2], {}):
            raise ValueError("atom_counts")
        several[key] = homes_from(values[key[:2]][key[2]], row)
    return AtomCounts(total, area_ids, members, values, concentration, several)


def _check_positions(found: np.ndarray, end: int) -> None:
    if len(found) and not 0 <= found.min() <= found.max() < end:
        raise ValueError("atom_sets")
