"""An invented town for disclosure control: two area sets over each other, and figures that must not get out."""

from __future__ import annotations

import json
import sqlite3
from typing import Dict

import numpy as np
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import areas, grid, inputs, persons, polygon_wkb

WEST, SOUTH, SIDE = 500_000.0, 6_200_000.0, 10.0
FEW_AREA, LONELY_AREA = "c2r1", "c1r1"
"""``FEW_AREA`` has three residents; in ``LONELY_AREA`` four are outside work, each for a share that is nobody else's."""
CANARY_SHARE, CANARY_INCOME = 0.7182818, 271_828.0
LAST = "2026-01"
_counted: Dict[str, bytes] = {}
"""The monitor files made so far, by what was counted: many tests begin with the same town."""


def slices(identifier="slices"):
    """Three areas across the grid's columns: the borders cut its squares."""

    def strip(x, width):
        left, right = WEST + x, WEST + x + width
        return polygon_wkb(
            [(left, SOUTH), (right, SOUTH), (right, SOUTH + 2 * SIDE), (left, SOUTH + 2 * SIDE)]
        )

    return areas({"west": strip(0, 13), "middle": strip(13, 9), "east": strip(22, 8)}, identifier)


def people(seed=1, period=LAST, moved_in=0):
    """About 1,500 residents of six squares; ``moved_in`` more in c0r0, all employed and of one household."""
    random = np.random.default_rng(seed)
    columns = {
        name: []
        for name in (
            "x",
            "y",
            "age",
            "household_id",
            "employed",
            "outside_work",
            "gross_income",
            "student",
            "convicted",
            "low_income",
        )
    }
    for square, count in (
        ("c0r0", 400),
        ("c1r0", 380),
        ("c2r0", 350),
        ("c0r1", 300),
        ("c1r1", 120),
        ("c2r1", 3),
    ):
        column, row = int(square[1]), int(square[3])
        few = square in (FEW_AREA, LONELY_AREA)
        out = np.zeros(count) if few else (random.random(count) < 0.3).astype(float)
        if square == LONELY_AREA:
            out[:4] = CANARY_SHARE
        income = random.integers(150, 600, count) * 1000.0
        if square == FEW_AREA:
            income[:] = CANARY_INCOME
        columns["x"] += (WEST + SIDE * column + random.uniform(0.5, 9.5, count)).tolist()
        columns["y"] += (SOUTH + SIDE * row + random.uniform(0.5, 9.5, count)).tolist()
        columns["age"] += random.integers(30, 60, count).tolist()
        columns["household_id"] += [f"{square}-{n // 2}" for n in range(count)]
        columns["employed"] += (random.random(count) < 0.6).astype(int).tolist()
        columns["outside_work"] += out.tolist()
        columns["gross_income"] += income.tolist()
        columns["student"] += [0] * count
        columns["convicted"] += (random.random(count) < 0.02).astype(int).tolist()
        columns["low_income"] += (random.random(count) < 0.1).astype(int).tolist()
    for _ in range(moved_in):
        for name, value in (
            ("x", WEST + 5),
            ("y", SOUTH + 5),
            ("age", 40),
            ("household_id", "new"),
            ("employed", 1),
            ("outside_work", 0.0),
            ("gross_income", 300_000.0),
            ("student", 0),
            ("convicted", 0),
            ("low_income", 0),
        ):
            columns[name].append(value)
    return {**columns, "period": [period] * len(columns["x"])}


def joined(*tables):
    """Several months as one register."""
    return {name: [value for table in tables for value in table[name]] for name in tables[0]}


def monitor(path, *months, area_sets=None):
    """A monitor file at ``path`` of the town, ``months`` tables of ``people``."""
    register = joined(*(months or (people(),)))
    key, usual = json.dumps(register), area_sets is None and not path.exists()
    if usual and key in _counted:
        path.write_bytes(_counted[key])
        return path
    given = inputs(area_sets or [grid(3, 2), slices()], [persons(**register)])
    add_period(given, Choices(allow_fewer_years=True), MonitorFile(path), Silent(), "test")
    if usual:
        _counted[key] = path.read_bytes()
    return path


def forget(path, period, indicator=""):
    """Let the file at ``path`` have no figures of ``period`` any more, or none of ``indicator``."""
    with sqlite3.connect(path) as connection:
        for statement in (
            "UPDATE parts SET in_force = 0, kept = 0 WHERE period = ? AND ? IN ('', indicator)",
            "DELETE FROM atom_counts WHERE period = ? AND ? IN ('', indicator)",
        ):
            connection.execute(statement, (period, indicator))
