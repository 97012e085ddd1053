"""``make bench``: does a month cost the same after ten years? The monitor file at 12, 60 and 120 months.

500 areas, 84 indicators a month; the month that is added and timed is counted from a register of 100,000 persons. Beside
it, in the same run, one plain SQLite table of the same figures, a row each, with an index on the period.

``python -m tests.benchmarks.monitor [MONTHS …]``
"""

from __future__ import annotations

import contextlib
import io
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from tests import package  # noqa: F401 (makes the plugin importable)

AREAS, SIDE, PERSONS, ROUNDS = 500, 100.0, 100_000, 5
WEST, SOUTH, COLUMNS = 600_000.0, 6_200_000.0, 25
LAST = 12 * 2026
PLAIN = (
    "CREATE TABLE figures (area TEXT, period TEXT, indicator TEXT, numerator REAL, denominator REAL, "
    "value REAL, persons REAL, households REAL, status TEXT, vintage TEXT)"
)


def grid():
    """500 squares."""
    from tests.unit.helpers import grid as squares

    made = squares(COLUMNS, AREAS // COLUMNS, side=SIDE)
    from geofa_sociodemografi.core.areas.area_set import make_area_set

    return make_area_set("grid", "Områder", "partition", made.areas)


def month(rng, period, ids, indicators):
    """Invented figures of one month: every indicator and area."""
    rows = len(ids) * len(indicators)
    whole = rng.integers(200, 2000, rows).astype(float)
    part = np.floor(whole * rng.uniform(0.01, 0.6, rows))
    return pd.DataFrame(
        {
            "area_id": np.tile(np.array(ids, dtype=object), len(indicators)),
            "period": period,
            "indicator": np.repeat(np.array([i.id for i in indicators], dtype=object), len(ids)),
            "numerator": part,
            "denominator": whole,
            "value": 100.0 * part / whole,
            "persons": whole,
            "households": np.floor(whole / 2),
            "status": "counted",
            "vintage": f"{period}-15",
        }
    )


def atoms_of(tables, ids, indicators):
    """The sums by atom behind ``tables``: an atom for each area."""
    from geofa_sociodemografi.core.measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts

    values = {}
    for table in tables:
        period = table["period"].iloc[0]
        for n, indicator in enumerate(indicators):
            rows = slice(n * len(ids), (n + 1) * len(ids))
            values[(period, indicator.id)] = {
                name: table[name].to_numpy()[rows]
                for name in ("numerator", "denominator", "persons", "households")
            }
    every = np.arange(len(ids))
    return AtomCounts(
        atoms=len(ids),
        area_ids={"grid": list(ids)},
        members={"grid": (every, every)},
        values=values,
        concentration=pd.DataFrame(columns=list(CONCENTRATION_COLUMNS)),
    )


def history(path, plain, months, area_set, indicators):
    """A monitor file and a plain table with so many months."""
    from geofa_sociodemografi.core.periods import month_text
    from geofa_sociodemografi.core.pipeline.inputs import Choices
    from geofa_sociodemografi.core.pipeline.judging_in_force import JudgingInForce
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile
    from geofa_sociodemografi.core.store.runs.runs import Run

    rng, ids = np.random.default_rng(1), area_set.area_ids
    store = MonitorFile(path)
    with contextlib.closing(sqlite3.connect(plain)) as connection:
        connection.execute(PLAIN)
        connection.execute("CREATE INDEX by_period ON figures (period, indicator)")
        for first in range(LAST - months, LAST, 6):
            periods = [month_text(n) for n in range(first, min(first + 6, LAST))]
            tables = [month(rng, period, ids, indicators) for period in periods]
            run = Run(
                about={"municipality": "0999"},
                observations={"grid": pd.concat(tables, ignore_index=True)},
                findings={},
                atoms=atoms_of(tables, ids, indicators),
            )
            store.runs.save(run, [area_set], JudgingInForce(Choices()))
            for table in tables:
                insert_plain(connection, table)
    return store


def insert_plain(connection, table):
    """A month into the plain table."""
    connection.executemany(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        table.itertuples(index=False, name=None),
    )
    connection.commit()


def register(rng):
    """A month of 100,000 persons as a CSV file's text, with what most indicators read."""
    x = WEST - 100_000 + rng.uniform(0, COLUMNS * SIDE, PERSONS)
    table = pd.DataFrame(
        {
            "x": x,
            "y": SOUTH + rng.uniform(0, AREAS // COLUMNS * SIDE, PERSONS),
            "age": rng.integers(0, 95, PERSONS),
            "sex": rng.choice(["k", "m"], PERSONS),
            "origin": rng.choice(["dansk", "vestlig", "ikke_vestlig"], PERSONS),
            "household_id": rng.integers(0, PERSONS // 2, PERSONS),
            "outside_work": rng.integers(0, 2, PERSONS),
            "employed": rng.integers(0, 2, PERSONS),
            "student": rng.integers(0, 2, PERSONS),
            "education": rng.choice([10, 20, 35, 60], PERSONS),
            "gross_income": rng.integers(100, 600, PERSONS) * 1000,
            "convicted": (rng.random(PERSONS) < 0.02).astype(int),
            "low_income": (rng.random(PERSONS) < 0.1).astype(int),
        }
    )
    text = io.StringIO()
    table.to_csv(text, sep=";", index=False)
    return text.getvalue()


def added(path, file, area_set):
    """Seconds to add the month of ``file``, and what was added."""
    from geofa_sociodemografi.core.pipeline.adding import add_period
    from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.delivery import Delivery
    from geofa_sociodemografi.core.registers.sources import file_sources
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile

    given = Inputs([area_set], [Delivery("persons", file_sources(file))])
    begun = time.perf_counter()
    done = add_period(given, Choices(), MonitorFile(path), Silent())
    return time.perf_counter() - begun, done


def best(action, rounds=ROUNDS):
    """The least seconds of some rounds."""
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        action()
        found.append(time.perf_counter() - begun)
    return min(found)


def main(months):
    """Measure and print."""
    from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
    from geofa_sociodemografi.core.pipeline.adding import undo_period
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile
    from geofa_sociodemografi.core.store.opening import wholeness
    from geofa_sociodemografi.core.store.results import read_results

    area_set, indicators = grid(), list(all_indicators())[:84]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        file = folder / "borgere_2026-01.csv"
        file.write_text(register(np.random.default_rng(2)), encoding="utf-8")
        alone = []
        for n in range(3):
            seconds, done = added(folder / f"alone{n}.gpkg", file, area_set)
            alone.append(seconds)
        counted = len(done.observations["grid"]) // AREAS
        print(
            f"counting the month alone, {counted} indicators, into a new file: {min(alone):.2f} s"
        )
        for count in months:
            path, plain = folder / f"{count}.gpkg", folder / f"{count}.sqlite"
            store = history(path, plain, count, area_set, indicators)
            figures = AREAS * len(indicators) * count
            size, plain_size = path.stat().st_size, plain.stat().st_size
            with contextlib.closing(sqlite3.connect(path)) as connection:
                of_figures = connection.execute(
                    "SELECT sum(pgsize) FROM dbstat WHERE name IN ('figures', 'parts')"
                ).fetchone()[0]
            wholeness._found_whole.clear()
            opening = best(lambda s=store: read_results(s, ["grid"]), 1)
            again = best(lambda s=store: read_results(MonitorFile(s.path, at_once=True), ["grid"]))
            shown = best(lambda s=store: s.in_force.assessments("grid", "2025-06"))
            numbers = best(lambda s=store: s.in_force.observations("grid", (), ["2025-06"]))
            trend = best(lambda s=store: s.in_force.observations("grid", ["employed"]))
            with contextlib.closing(sqlite3.connect(plain)) as connection:
                peer = best(
                    lambda c=connection: pd.read_sql_query(
                        "SELECT * FROM figures WHERE period = '2025-06'", c
                    )
                )
                table = month(np.random.default_rng(3), "2026-01", area_set.area_ids, indicators)
                peer_adding = best(lambda c=connection, t=table: insert_plain(c, t), 1)
            found = []
            for _ in range(3):
                found.append(added(path, file, area_set)[0])
                undo_period(MonitorFile(path), Silent())
            print(
                f"{count} months, {figures:,} figures: opened {opening:.2f} s with the search for "
                f"damage, {again:.2f} s without; a month's assessments {shown:.3f} s, its figures "
                f"{numbers:.3f} s (plain table {peer:.3f} s), a trend of all areas {trend:.3f} s; "
                f"a month added in {min(found):.2f} s, {min(found) / min(alone):.2f} × alone "
                f"(plain insert {peer_adding:.2f} s); {of_figures / figures:.1f} bytes a figure "
                f"(plain {plain_size / figures:.1f}), file {size / figures:.1f}"
            )


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [12, 60, 120])
