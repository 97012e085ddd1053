"""The figures of the monitor file read: parts, and a row per area of each, by columns.

A month of 500 areas and 84 indicators is 42,000 rows: they become arrays without passing through
objects of rows.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...catalogue.indicators.definitions import all_indicators
from ..form.making import STATUSES
from ..form.schema import AREA_BITS
from ..form.tables import read_table

PARTS = """
SELECT fid, run, area_set, period, indicator, facet, facet_value, source, vintage, definition,
in_force, kept, replaces, areas, total, persons FROM parts
WHERE area_set = ? AND in_force = 1
AND (? = '[]' OR indicator IN (SELECT value FROM json_each(?)))
AND (? = 1 OR facet = '') ORDER BY period, fid
"""
PARTS_OF_PERIODS = PARTS.replace(
    "AND in_force", "AND period IN (SELECT value FROM json_each(?)) AND in_force"
)
"""The same found by the index, which a condition that may be empty would not use."""
FIGURES = """
SELECT f.fid, f.numerator, f.denominator, f.value, f.persons, f.households, f.status, f.origin
FROM json_each(?) AS wanted
CROSS JOIN figures AS f ON f.fid BETWEEN wanted.value * 1048576 AND wanted.value * 1048576 + 1048575
"""
NUMBERS = ("numerator", "denominator", "value", "persons", "households")
AREA_MASK = (1 << AREA_BITS) - 1
ALLOWED = {int, float, type(None)}


@dataclass(frozen=True)
class Rows:
    """Figures as arrays, in the order of their parts and areas.

    Attributes:
        part, area: keys (int64).
        numbers: ``NUMBERS`` → float64, NaN where there is none.
        status: positions in ``STATUSES`` from 1; origin: the part a row was taken over from, 0
            where it is its own.
    """

    part: np.ndarray
    area: np.ndarray
    numbers: Mapping[str, np.ndarray]
    status: np.ndarray
    origin: np.ndarray


def read_parts(
    connection: sqlite3.Connection,
    area_set: str,
    indicators: Sequence[str] = (),
    periods: Sequence[str] = (),
    facets: bool = True,
) -> pd.DataFrame:
    """The parts of ``area_set`` that are in force (columns of ``parts``, and ``fid``) by period, in
    the order they came; of ``indicators`` and ``periods`` alone where some are named; without those
    of groups where not ``facets``."""
    wanted = json.dumps(list(indicators))
    if periods:
        when = json.dumps(list(periods))
        return read_table(
            connection, "parts", PARTS_OF_PERIODS, (area_set, when, wanted, wanted, int(facets))
        )
    return read_table(connection, "parts", PARTS, (area_set, wanted, wanted, int(facets)))


def read_rows(connection: sqlite3.Connection, parts: Sequence[int]) -> Rows:
    """The figures of ``parts``, in their order.

    Raises:
        ValueError: a column holds something else than numbers.
    """
    found = connection.execute(FIGURES, (json.dumps([int(part) for part in parts]),)).fetchall()
    columns: List[Sequence[Any]] = list(zip(*found)) if found else [()] * 8
    if any(not set(map(type, column)) <= ALLOWED for column in columns):
        raise ValueError("figures")
    keys = np.array(columns[0], dtype="int64")
    return Rows(
        part=keys >> AREA_BITS,
        area=keys & AREA_MASK,
        numbers={
            name: np.array(column, dtype="float64") for name, column in zip(NUMBERS, columns[1:6])
        },
        status=np.array(columns[6], dtype="float64").astype("int64"),
        origin=np.array([one or 0 for one in columns[7]], dtype="int64"),
    )


def read_observations(
    connection: sqlite3.Connection,
    parts: pd.DataFrame,
    todays_areas: bool = True,
) -> pd.DataFrame:
    """The figures of ``parts`` (of one area set, as ``read_parts`` gives them).

    Returns:
        ``area_id``, ``period``, ``indicator``, ``numerator``, ``denominator``, ``value``,
        ``persons``, ``households``, ``status``, ``vintage``, ``facet``, ``facet_value``,
        ``source``, ``area`` (the key of the area, with the boundary it was counted in): by period,
        by indicator in the catalogue's order, by area in the set's.
    """
    parts = in_order(parts)
    rows = read_rows(connection, parts["fid"].tolist())
    ids, position, todays = _areas(connection, set(parts["area_set"]))
    order = np.lexsort((position[rows.area], _rank(parts["fid"].to_numpy(), rows.part)))
    if todays_areas:
        order = order[todays[rows.area[order]]]
    at = _rank(parts["fid"].to_numpy(), rows.part)[order]
    table = pd.DataFrame({"area_id": ids[rows.area[order]]})
    for name in ("period", "indicator"):
        table[name] = parts[name].to_numpy(dtype=object)[at]
    for name in NUMBERS:
        table[name] = rows.numbers[name][order]
    table["status"] = np.array(["", *STATUSES], dtype=object)[rows.status[order]]
    for name in ("vintage", "facet", "facet_value", "source"):
        table[name] = parts[name].to_numpy(dtype=object)[at]
    _tell_origin(connection, table, rows.origin[order])
    return table.assign(area=rows.area[order])


def in_order(parts: pd.DataFrame) -> pd.DataFrame:
    """``parts`` by period, then by indicator in the catalogue's order, own ones last by name."""
    known = _catalogue_order()
    place = [(known.get(name, len(known)), name) for name in parts["indicator"]]
    keys = list(
        zip(parts["period"], place, parts["facet"].fillna(""), parts["facet_value"].fillna(""))
    )
    return parts.iloc[sorted(range(len(parts)), key=keys.__getitem__)].reset_index(drop=True)


@lru_cache(maxsize=1)
def _catalogue_order() -> Mapping[str, int]:
    return {indicator.id: n for n, indicator in enumerate(all_indicators())}


def _rank(parts: np.ndarray, found: np.ndarray) -> np.ndarray:
    """The position in ``parts`` of each part ``found``."""
    by_number = np.argsort(parts, kind="stable")
    return by_number[np.searchsorted(parts, found, sorter=by_number)]


def _areas(
    connection: sqlite3.Connection, area_sets: Set[str]
) -> Tuple[np.ndarray, np.ndarray, np.ndarray]:
    """By key of an area: its id, its place in the set of today (those no longer there behind), and
    whether there is an area of that id today."""
    found = connection.execute(
        "SELECT fid, area_set, area_id, position, valid_to FROM areas "
        "WHERE area_set IN (SELECT value FROM json_each(?)) ORDER BY fid",
        (json.dumps(sorted(area_sets)),),
    ).fetchall()
    size = max((row[0] for row in found), default=0) + 1
    ids = np.full(size, "", dtype=object)
    position, todays = np.full(size, size, dtype="int64"), np.zeros(size, dtype=bool)
    today: Dict[Tuple[str, str], int] = {
        (row[1], row[2]): row[3] for row in found if row[4] is None
    }
    for fid, area_set, area_id, _, _ in found:
        ids[fid] = area_id
        place = today.get((area_set, area_id))
        if place is not None:
            position[fid], todays[fid] = place, True
    return ids, position, todays


def _tell_origin(connection: sqlite3.Connection, table: pd.DataFrame, origin: np.ndarray) -> None:
    """Put in source and vintage of the rows that were taken over from another part."""
    taken = np.flatnonzero(origin)
    if not len(taken):
        return
    of_part = {
        fid: (source, vintage)
        for fid, source, vintage in connection.execute(
            "SELECT fid, source, vintage FROM parts WHERE fid IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({int(one) for one in origin[taken]})),),
        )
    }
    for column, place in (("source", 0), ("vintage", 1)):
        values = table[column].to_numpy(dtype=object).copy()
        values[taken] = [of_part[int(part)][place] for part in origin[taken]]
        table[column] = values


def number_of_status(status: Optional[str]) -> int:
    """The number that ``figures.status`` says ``status`` with."""
    return STATUSES.index(status or "") + 1
