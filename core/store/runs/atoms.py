"""The sums by atom in the monitor file: arrays, one row per number and period.

Atoms may be single houses, so these tables never leave the municipality; editions are made from
them. All additions that count the same area sets in the same boundaries share one layout of atoms:
the atoms a later addition meets first are added to it.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ...catalogue.protection.parts import part_id
from ...measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts, Key
from ...measures.homes import Homes, homes_from
from ..figures.blocks import REGISTER
from ..figures.packing import packed, unpacked
from ..form.tables import read_table
from .layouts import EVERY_ATOM, Layout, find_layout, keep_layout, layout_of, read_layout

IN_SEVERAL = "_in_several_atoms"
"""Ends the name of the row that says which of the households lie in several atoms."""
IN_FORCE = """
SELECT p.period, p.indicator, p.facet, p.facet_value, p.area_set, p.run, p.source,
EXISTS (SELECT 1 FROM parts AS own WHERE own.area_set = p.area_set AND own.period = p.period
AND own.indicator = p.indicator AND own.facet = p.facet AND own.facet_value = p.facet_value
AND own.run = p.run AND own.fid < p.fid) AS mixed FROM parts AS p
WHERE p.in_force = 1 AND (? = '[]' OR p.period IN (SELECT value FROM json_each(?)))
"""
COUNTED = """
SELECT DISTINCT period, indicator, run, layout FROM atom_counts
WHERE (? = '[]' OR period IN (SELECT value FROM json_each(?)))
"""
AMOUNTS = """
SELECT period, indicator, name, amounts, run, layout FROM atom_counts
WHERE (? = '[]' OR indicator IN (SELECT value FROM json_each(?)))
AND (? = '[]' OR period IN (SELECT value FROM json_each(?))) ORDER BY period, fid
"""
CONCENTRATIONS = """
SELECT area_set, area_id, period, indicator, rest, two, run FROM concentrations
WHERE (? = '[]' OR period IN (SELECT value FROM json_each(?))) ORDER BY period, fid
"""
SETS_OF_LAYOUTS = "SELECT DISTINCT run, area_set FROM atom_sets WHERE area_set <> ?"
RESIDENTS = "population"
Made = Dict[Key, Tuple[int, int]]
"""(period, indicator) → the addition whose sums are in force, and their layout."""


def keep_atoms(
    connection: sqlite3.Connection, run: int, counts: AtomCounts, fingerprints: Mapping[str, str]
) -> Tuple[Layout, np.ndarray]:
    """(the layout that the atoms of ``counts`` are kept in, the place of each in it);
    ``fingerprints`` of the area sets' boundaries, by id."""
    mine = layout_of(counts, fingerprints)
    known = find_layout(connection, mine)
    layout = known.joined(mine) if known else mine.in_order().at(run)
    keep_layout(connection, layout)
    return layout, layout.places_of(mine)


def write_atoms(
    connection: sqlite3.Connection,
    run: int,
    counts: AtomCounts,
    layout: Layout,
    place: np.ndarray,
) -> None:
    """Keep ``counts`` with ``run``, each atom at its ``place`` in ``layout`` (``keep_atoms``)."""
    connection.executemany(
        "INSERT INTO atom_counts (run, period, indicator, name, amounts, layout) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        ((run, *row, layout.number) for row in _arrays(counts, place, len(layout))),
    )
    connection.executemany(
        "INSERT INTO concentrations (run, area_set, area_id, period, indicator, rest, two) VALUES "
        "(?, ?, ?, ?, ?, ?, ?)",
        (
            (run, *row)
            for row in counts.concentration[list(CONCENTRATION_COLUMNS)].itertuples(index=False)
        ),
    )


def _arrays(
    counts: AtomCounts, place: np.ndarray, size: int
) -> Iterator[Tuple[str, str, str, bytes]]:
    """(period, indicator, name, packed array), one at a time: together they may fill the memory
    twice."""
    for (period, indicator), columns in counts.values.items():
        for name, amounts in columns.items():
            placed = np.zeros(size)
            placed[place] = amounts
            yield period, indicator, name, packed(placed)
    for (period, indicator, name), homes in counts.several.items():
        moved = Homes(homes.by_atom, homes.times, homes.number, place[homes.atom])
        yield period, indicator, name + IN_SEVERAL, packed(moved.as_numbers())


def read_periods(connection: sqlite3.Connection, like: str = "") -> List[str]:
    """The periods whose sums by atom are kept, ascending; those alone that were counted in the same
    boundaries as the period ``like`` where it is named."""
    layout_of_period = _layouts(_made(connection, ()))
    return sorted(
        period
        for period, layout in layout_of_period.items()
        if not like or layout == layout_of_period.get(like)
    )


def read_atoms(
    connection: sqlite3.Connection,
    indicators: Sequence[str] = (),
    periods: Sequence[str] = (),
    like: str = "",
) -> Optional[AtomCounts]:
    """The sums by atom in force, of ``indicators`` and ``periods`` alone where some are named, in
    the boundaries of the period ``like`` (the newest where empty); None where none are kept.

    Raises:
        ValueError: the arrays do not fit one another.
    """
    made = _made(connection, [*periods, like] if periods and like else periods)
    of_period = _layouts(made)
    if not of_period:
        return None
    chosen = of_period.get(like, of_period[max(of_period)])
    made = {key: source for key, source in made.items() if source[1] == chosen}
    layout = read_layout(connection, chosen)
    order, size = layout.order(), len(layout)
    place = np.argsort(order)
    values: Dict[Key, Dict[str, np.ndarray]] = {}
    several: Dict[Tuple[str, str, str], np.ndarray] = {}
    wanted, when = json.dumps(list(indicators)), json.dumps(list(periods))
    rows = read_table(connection, "atom_counts", AMOUNTS, (wanted, wanted, when, when))
    for period, indicator, name, blob, run, number in rows.itertuples(index=False):
        if made.get((period, indicator)) != (run, number):
            continue
        amounts = unpacked(blob)
        if name.endswith(IN_SEVERAL):
            several[(period, indicator, name[: -len(IN_SEVERAL)])] = amounts
            continue
        if len(amounts) > size:
            raise ValueError("atom_counts")
        whole = np.r_[amounts, np.zeros(size - len(amounts))]
        values.setdefault((period, indicator), {})[name] = whole[order]
    concentration = read_table(connection, "concentrations", CONCENTRATIONS, (when, when))
    known = np.array(
        [
            made.get((period, indicator), (0, 0))[0] == run
            for period, indicator, run in zip(
                concentration["period"], concentration["indicator"], concentration["run"]
            )
        ],
        dtype=bool,
    )
    return AtomCounts(
        atoms=size,
        area_ids=layout.area_ids,
        members=layout.in_order().members(),
        values=values,
        concentration=concentration[known]
        .drop(columns="run")
        .reset_index(drop=True)
        .astype({"rest": "float64", "two": "float64"}),
        several=_several(several, values, place),
    )


def _made(connection: sqlite3.Connection, periods: Sequence[str]) -> Made:
    """What is in force of the sums by atom, of ``periods`` alone where some are named: those that
    the figures in force are made of in every area set they were counted in, and those of residents,
    which every area is judged by."""
    when = json.dumps(list(periods))
    of_sets: Dict[int, List[str]] = {}
    for layout, area_set in connection.execute(SETS_OF_LAYOUTS, (EVERY_ATOM,)):
        of_sets.setdefault(layout, []).append(area_set)
    in_force: Dict[Key, Dict[str, int]] = {}
    for period, indicator, facet, group, area_set, run, source, mixed in connection.execute(
        IN_FORCE, (when, when)
    ):
        name = part_id(indicator, facet, group) if facet else indicator
        counted_alone = source.startswith(REGISTER) and not mixed
        in_force.setdefault((period, name), {})[area_set] = run if counted_alone else 0
    found: Made = {}
    counted = read_table(connection, "atom_counts", COUNTED, (when, when))
    for period, indicator, run, layout in counted.itertuples(index=False):
        whole = indicator.partition("|")[0]
        runs = in_force.get((period, indicator), in_force.get((period, whole), {}))
        made_of = {runs[area_set] for area_set in of_sets.get(layout, ()) if area_set in runs}
        if indicator == RESIDENTS and runs:
            made_of = {run}
        if made_of == {run} and run >= found.get((period, indicator), (0, 0))[0]:
            found[(period, indicator)] = (run, layout)
    return found


def _layouts(made: Made) -> Dict[str, int]:
    """Period → the layout that most of its indicators were counted in, the newest of equals."""
    counted: Dict[str, Dict[int, int]] = {}
    for (period, _), (_, layout) in made.items():
        of_period = counted.setdefault(period, {})
        of_period[layout] = of_period.get(layout, 0) + 1
    return {
        period: max(layouts, key=lambda one: (layouts[one], one))
        for period, layouts in counted.items()
    }


def forget_atoms(connection: sqlite3.Connection, gone: Iterable[Tuple[int, str]]) -> None:
    """Take away the sums by atom that an addition kept of a period (``gone``: its number, the
    period) where none of its figures of the period is kept any more."""
    for run, period in gone:
        if not connection.execute(STILL_KEPT, (run, period)).fetchone():
            for statement in FORGET:
                connection.execute(statement, (run, period))


STILL_KEPT = "SELECT 1 FROM parts WHERE run = ? AND period = ? AND kept = 1 LIMIT 1"
FORGET = (
    "DELETE FROM atom_counts WHERE run = ? AND period = ?",
    "DELETE FROM concentrations WHERE run = ? AND period = ?",
)


def _several(
    numbers: Mapping[Tuple[str, str, str], np.ndarray],
    values: Mapping[Key, Mapping[str, np.ndarray]],
    place: np.ndarray,
) -> Dict[Tuple[str, str, str], Homes]:
    """(period, indicator, name) → households that lie in several atoms; ``place`` of each atom as
    it was written. Those of an indicator whose sums were not kept, as a finished figure took its
    place, are left out."""
    several = {}
    for (period, indicator, name), row in numbers.items():
        if (period, indicator) not in values:
            continue
        by_atom = values[(period, indicator)].get(name)
        if by_atom is None:
            raise ValueError("atom_counts")
        homes = homes_from(by_atom, row)
        several[(period, indicator, name)] = Homes(
            by_atom, homes.times, homes.number, place[homes.atom]
        )
    return several
