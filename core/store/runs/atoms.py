"""The sums by atom in the monitor file: arrays as they are, one row per number and period.

Atoms may be single houses, so these tables never leave the municipality; editions are made from
them.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ...measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts, Key
from ...measures.homes import Homes, homes_from
from ..form.tables import read_table

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
        ((run, *row) for row in _arrays(counts)),
    )
    connection.executemany(
        "INSERT INTO concentrations (run, area_set, area_id, period, indicator, rest, two) VALUES "
        "(?, ?, ?, ?, ?, ?, ?)",
        (
            (run, *row)
            for row in counts.concentration[list(CONCENTRATION_COLUMNS)].itertuples(index=False)
        ),
    )


def _arrays(counts: AtomCounts) -> Iterator[Tuple[str, str, str, bytes]]:
    """(period, indicator, name, array), one at a time: together they may fill the memory twice."""
    for (period, indicator), columns in counts.values.items():
        for name, amounts in columns.items():
            yield period, indicator, name, np.asarray(amounts, dtype="float64").tobytes()
    for (period, indicator, name), homes in counts.several.items():
        yield period, indicator, name + IN_SEVERAL, homes.as_numbers().tobytes()


def read_periods(connection: sqlite3.Connection, run: int) -> List[str]:
    """The periods ``run`` kept sums by atom of, ascending; none where an earlier version counted
    it."""
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
    None where none are kept: an earlier version counted, or a newer run has come.

    Raises:
        ValueError: the arrays do not fit one another.
    """
    wanted, when = json.dumps(list(indicators)), json.dumps(list(periods))
    counts = read_table(
        connection,
        "atom_counts",
        "SELECT period, indicator, name, amounts FROM atom_counts WHERE run = ? "
        "AND (? = '[]' OR indicator IN (SELECT value FROM json_each(?))) "
        "AND (? = '[]' OR period IN (SELECT value FROM json_each(?))) ORDER BY fid",
        (run, wanted, wanted, when, when),
    )
    if not len(counts):
        return None
    total, area_ids, members = _read_sets(connection, run)
    values: Dict[Key, Dict[str, np.ndarray]] = {}
    several: Dict[Tuple[str, str, str], np.ndarray] = {}
    for period, indicator, name, blob in counts.itertuples(index=False):
        amounts = np.frombuffer(blob, dtype="float64")
        if name.endswith(IN_SEVERAL):
            several[(period, indicator, name[: -len(IN_SEVERAL)])] = amounts
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
    return AtomCounts(
        atoms=total,
        area_ids=area_ids,
        members=members,
        values=values,
        concentration=concentration,
        several=_several(several, values),
    )


def _read_sets(
    connection: sqlite3.Connection, run: int
) -> Tuple[int, Dict[str, List[str]], Dict[str, Tuple[np.ndarray, np.ndarray]]]:
    """How many atoms there are; area set id → its areas' ids; and which atom lies in which area."""
    sets = read_table(
        connection,
        "atom_sets",
        "SELECT area_set, area_ids, atoms, areas FROM atom_sets WHERE run = ?",
        (run,),
    )
    total, area_ids, members = 0, {}, {}
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
    return total, area_ids, members


def _several(
    numbers: Mapping[Tuple[str, str, str], np.ndarray],
    values: Mapping[Key, Mapping[str, np.ndarray]],
) -> Dict[Tuple[str, str, str], Homes]:
    """(period, indicator, name) → households that lie in several atoms."""
    several = {}
    for (period, indicator, name), row in numbers.items():
        by_atom = values.get((period, indicator), {}).get(name)
        if by_atom is None:
            raise ValueError("atom_counts")
        several[(period, indicator, name)] = homes_from(by_atom, row)
    return several


def _check_positions(found: np.ndarray, end: int) -> None:
    if len(found) and not 0 <= found.min() <= found.max() < end:
        raise ValueError("atom_sets")
