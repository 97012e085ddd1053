"""A small municipality with every column of every register, some left out and their figures given as a table instead."""

from __future__ import annotations

import itertools
import random
import warnings

import numpy as np
import pandas as pd
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.registers.kinds import COUNTED_KINDS, register_kind
from geofa_sociodemografi.core.errors import SociodemografiError
from geofa_sociodemografi.core.measures.windows import WINDOWS, over_window, warn_of_windows
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas, whole_of
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.pipeline.judging import judge
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource

from tests.unit.helpers import grid

AREAS = ("c0r0", "c1r0", "c2r0")
MONTHS = ("2025-01", "2026-01")
ROWS = 36
WEST, SOUTH = 500_000.0, 6_200_000.0
ABOUT = {i.id: i for i in all_indicators()}
ALWAYS = ("period", "date")


def _cells(column, draw, rows, period):
    """Cells that the column's type, bounds and codes allow, some of them empty."""
    low, high = column.minimum, column.maximum
    makes = {
        "identifier": lambda: f"{column.name}{draw.randrange(20)}",
        "boolean": lambda: draw.choice([0, 1]),
        "code": lambda: draw.choice(list(column.codes)),
        "education": lambda: draw.choice(list(column.codes)),
        "date": lambda: f"{period[:4]}-{period[5:7]}-15"
        if column.name in ALWAYS
        else f"{draw.randint(1950, 2020)}-03-01",
        "digits": lambda: str(draw.randrange(10**column.width)).zfill(column.width),
        "integer": lambda: draw.randint(
            int(low or 0), int(min(high if high is not None else 90, 90))
        ),
        "number": lambda: round(
            draw.uniform(low or 0, min(high if high is not None else 50, 50)), 2
        ),
    }
    make = makes.get(column.type, lambda: str(draw.randint(1, 9)))
    sparse = not (column.required or column.name in ALWAYS or column.type == "identifier")
    return [None if sparse and draw.random() < 0.1 else make() for _ in range(rows)]


def municipality(seed=1):
    """Register kind → table with all columns."""
    draw, found = random.Random(seed), {}
    for kind in COUNTED_KINDS:
        about, months = register_kind(kind), []
        for period in MONTHS:
            table = pd.DataFrame(
                {c.name: _cells(c, draw, ROWS, period) for c in about.columns}, dtype=object
            )
            number = [draw.randrange(4) for _ in range(ROWS)]
            table["x"], table["y"] = [WEST + 10 * n + 5 for n in number], SOUTH + 5
            table["area_code"] = [f"c{n}r0" if n < 3 else None for n in number]
            if "period" in table:
                table["period"] = period
            months.append(table)
        table = pd.concat(months, ignore_index=True)
        for identifier in about.unique:
            table[identifier] = [f"{kind}{n}" for n in range(len(table))]
        for part, whole in about.parts:
            table[part] = np.minimum(table[part].astype(float), table[whole].astype(float))
        found[kind] = table.drop(columns=[c for c in ("birth_date",) if c in table])
    return found


def columns(tables):
    """(kind, column) of every column of every register."""
    return [(kind, column) for kind, table in tables.items() for column in table]


def needing(kind, column):
    """The indicators that need the column, also to make another of it."""
    about = register_kind(kind)
    wanted = {column} | {d.name for d in about.derived if column in d.sources}
    return {
        i.id
        for i in ABOUT.values()
        if i.numerator_kind != "finished" and set(i.columns_of(kind)) & wanted
    }


def value_of(indicator, area):
    return {"percent": 20, "kroner": 200_000}.get(ABOUT[indicator].unit, 7) + AREAS.index(area)


def figures_of(indicators, periods, with_denominators):
    rows = [
        (area, period, i, value_of(i, area), 50 if with_denominators and ABOUT[i].scale else None)
        for i in sorted(indicators)
        for area in AREAS
        for period in periods
    ]
    return pd.DataFrame(rows, columns=["area_code", "period", "indicator", "value", "denominator"])


def beside(kinds, tables):
    """The tables of ``kinds``, and those that their indicators are set against."""
    wanted = {
        *kinds,
        *(register for i in ABOUT.values() for register in i.registers if i.register in kinds),
    }
    return {kind: table for kind, table in tables.items() if kind in wanted}


def count(tables, figures=None, facets=()):
    sources = {kind: [TableSource(kind, table)] for kind, table in tables.items()}
    if figures is not None and len(figures):
        sources["figures"] = [TableSource("tal", figures)]
    silent = Silent()
    inputs = Inputs([grid(3, 1)], [Delivery(kind, given) for kind, given in sources.items()])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return count_areas(inputs, Choices(facets=facets), silent), silent


def wrong_without(left_out, tables, baseline, periods=("2024", "2025"), with_denominators=False):
    """What is wrong where the columns ``left_out`` are not there and their figures come as a table; empty where all is
    counted, told, or refused in words."""
    lacking = set().union(*(needing(*one) for one in left_out))
    tables = beside({kind for kind, _ in left_out}, tables)
    cut = {
        kind: table.drop(columns=[c for k, c in left_out if k == kind])
        for kind, table in tables.items()
    }
    try:
        counted, silent = count(cut, figures_of(lacking, periods, with_denominators))
    except SociodemografiError as error:
        return [] if error.next_step else [f"no next step: {error}"]
    table = counted.observations["grid"].set_index(["indicator", "area_id", "period"]).sort_index()
    said, faults = " ".join(silent.warnings), []
    for indicator in ABOUT:
        there = indicator in table.index
        if indicator in lacking and not there and indicator not in said:
            faults.append(f"{indicator} is neither there nor told")
        if indicator in lacking and there:
            finished = table.loc[indicator][
                lambda rows: ~rows["status"].isin(["counted", "nobody", "unknown"])
            ]
            faults += [
                f"{indicator} {area} {period}: another value"
                for (area, period), row in finished.iterrows()
                if row["status"] in ("finished", "no_denominator")
                and period in periods
                and row["value"] != value_of(indicator, area)
            ]
        elif (
            set(ABOUT[indicator].registers) <= set(tables)
            and indicator in baseline.index
            and not (there and _same(table.loc[indicator], baseline.loc[indicator]))
        ):
            faults.append(f"{indicator} has other figures")
    empty = (table["status"].isin(["counted", "finished"])) & table["value"].isna()
    faults += [
        f"{key} says {row['status']} and has no value" for key, row in table[empty].iterrows()
    ]
    return faults + (_of_the_next_steps(counted) if with_denominators else [])


def _same(mine, theirs):
    wanted = ["numerator", "denominator", "value"]
    return (
        mine.index.equals(theirs.index)
        and np.allclose(mine[wanted].astype(float), theirs[wanted].astype(float), equal_nan=True)
        and (mine["status"] == theirs["status"]).all()
    )


def _of_the_next_steps(counted):
    observations, whole = (
        counted.observations["grid"],
        whole_of(counted.observations["grid"]),
    )
    for kind in WINDOWS:
        over_window(observations, kind, counted.indicators)
        warn_of_windows(observations, kind, counted.indicators, Silent())
    judged = (
        judge(
            whole[whole["indicator"].isin([i.id for i in ABOUT.values() if i.law])],
            Choices(),
        )
        if whole["indicator"].isin([i.id for i in ABOUT.values() if i.law]).any()
        else whole
    )
    return [] if len(judged) else ["nothing is judged"]


def pairs(tables):
    """Pairs of the columns that an indicator needs."""
    return list(itertools.combinations([one for one in columns(tables) if needing(*one)], 2))
