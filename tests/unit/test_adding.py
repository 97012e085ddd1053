"""A month at a time: what is added, in any order and with the register gone, is what one run over all would have given."""

from __future__ import annotations

import itertools
import random
import sqlite3
from contextlib import closing

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import people, slices
from tests.unit.monitor_content import assert_same, content

MONTHS = ["2024-01", "2024-07", "2025-01", "2025-07", "2026-01", "2026-07"]
REFERENCES = pd.DataFrame(
    [("nation", "", year, "convicted", 0.7) for year in ("2023", "2024", "2025")]
    + [("region", "1083", year, "income", 380_000.0) for year in ("2023", "2024", "2025")],
    columns=["level", "code", "period", "indicator", "value"],
)


def given(*months, seed=0, references=True):
    from dataclasses import replace

    from geofa_sociodemografi.core.registers.sources import TableSource

    tables = [people(seed + MONTHS.index(month), month) for month in months]
    columns = {name: [v for table in tables for v in table[name]] for name in tables[0]}
    made = inputs([grid(3, 2), slices()], [persons(**columns)])
    if references:
        made = replace(made, references=[TableSource("r", REFERENCES.astype(str))])
    return made


def add(path, *months, seed=0):
    return add_period(given(*months, seed=seed), Choices(), MonitorFile(path), Silent(), "t")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "m.gpkg"
    add(path, *MONTHS)
    return path


def orders():
    shuffled = list(MONTHS)
    random.Random(3).shuffle(shuffled)
    return [MONTHS, MONTHS[::-1], shuffled]


@pytest.mark.parametrize("order", orders(), ids=["in order", "backwards", "shuffled"])
def test_months_one_by_one_give_what_one_run_gives(whole, tmp_path, order):
    path = tmp_path / "m.gpkg"
    for month in order:
        add(path, month)
    assert_same(content(path), content(whole))


def test_a_month_delivered_twice_and_wrong_at_first(whole, tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, "2025-07", seed=40)
    for pair in (MONTHS[3:], MONTHS[:2], MONTHS[1:3]):
        add(path, *pair)
    assert_same(content(path), content(whole))
    revisions = MonitorFile(path).runs.revisions()
    assert set(revisions["period"]) >= {"2025-07"}
    assert (revisions.loc[revisions["period"] == "2024-07", "areas"] == 0).all()


def test_what_was_added_is_taken_back(whole, tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, *MONTHS)
    add(path, "2025-07", "2026-01", seed=70)
    assert undo_period(MonitorFile(path), Silent()) == {
        "grid": ["2025-07", "2026-01"],
        "slices": ["2025-07", "2026-01"],
    }
    assert_same(content(path), content(whole))
    with closing(sqlite3.connect(path)) as connection:
        undone = connection.execute("SELECT run, undone <> '' FROM runs ORDER BY run").fetchall()
    assert undone == [(1, None), (2, 1)]
    undo_period(MonitorFile(path), Silent())
    store = MonitorFile(path)
    assert not len(store.in_force.observations("grid"))
    assert not len(store.in_force.assessments("grid")) and not len(store.in_force.lists("grid"))
    with pytest.raises(InputError, match="no addition to take back"):
        undo_period(store, Silent())
    add(path, *MONTHS)
    assert_same(content(path), content(whole))


def test_editions_of_any_month_are_those_of_one_run(whole, tmp_path):
    path = tmp_path / "m.gpkg"
    for month in ("2026-07", "2024-01", "2025-01", "2026-01", "2024-07", "2025-07"):
        add(path, month)
    for month in ("2024-01", "2026-07"):
        one = prepare_edition(whole, "parter", month, "", Silent()).edition
        other = prepare_edition(path, "parter", month, "", Silent()).edition
        pd.testing.assert_frame_equal(one.table, other.table)


def yearly(**figures):
    """Finished figures of the grid's areas: indicator → {year: value}."""
    rows = [
        (area, year, indicator, str(value).replace(".", ","))
        for area in grid(3, 2).area_ids
        for indicator, of_years in figures.items()
        for year, value in of_years.items()
    ]
    from geofa_sociodemografi.core.registers.sources import TableSource

    table = pd.DataFrame(rows, columns=["area_code", "period", "indicator", "value"])
    return Delivery("figures", [TableSource("figures", table)])


def residents(month):
    """Residents alone: what a municipality has every month."""
    table = people(MONTHS.index(month), month)
    kept = {name: table[name] for name in ("x", "y", "age", "household_id", "period")}
    origin = ["ikke_vestlig" if n % 3 == 0 else "dansk" for n in range(len(kept["x"]))]
    return persons(**kept, origin=origin)


LAW = {
    "no_work": {"2024": 41, "2025": 42},
    "convicted": {"2024": 2.2, "2025": 2.4},
    "basic_education": {"2025": 65},
    "income": {"2025": 200_000},
}


@pytest.mark.parametrize("figures_first", [True, False])
def test_figures_that_come_alone_decide_the_months(tmp_path, figures_first):
    from dataclasses import replace

    from geofa_sociodemografi.core.registers.sources import TableSource

    path = tmp_path / "m.gpkg"
    months = inputs([grid(3, 2)], [residents("2026-01")])
    alone = replace(
        inputs([grid(3, 2)], []),
        deliveries=[yearly(**LAW)],
        references=[TableSource("r", REFERENCES.astype(str))],
    )
    for made in (alone, months) if figures_first else (months, alone):
        add_period(made, Choices(), MonitorFile(path), Silent())
    judged = MonitorFile(path).in_force.assessments("grid")
    assert judged["period"].unique().tolist() == ["2026-01"]
    big = judged[judged["area_id"] == "c0r0"].iloc[0]
    assert big["no_work"] == pytest.approx(41.5) and big["met_no_work"] == 1
    assert big["convicted"] == pytest.approx(2.3) and big["met_convicted"] == 1
    assert big["income"] == pytest.approx(100 * 200 / 380) and big["met_income"] == 1
    assert big["convicted_period"] == "2025" and big["population_period"] == "2026-01"
    lists = MonitorFile(path).in_force.lists("grid")
    assert lists["period"].unique().tolist() == ["2026"]
    assert lists["convicted"].tolist() == pytest.approx([2.3] * 6)


def test_a_table_of_figures_of_some_areas_leaves_the_others(tmp_path):
    path = tmp_path / "m.gpkg"
    store = MonitorFile(path)

    def figures(**of_areas):
        from geofa_sociodemografi.core.registers.sources import TableSource

        rows = [(area, "2025", "turnout", str(v)) for area, v in of_areas.items()]
        table = pd.DataFrame(rows, columns=["area_code", "period", "indicator", "value"])
        return inputs([grid(2, 2)], []).__class__(
            [grid(2, 2)], [Delivery("figures", [TableSource("f", table)])]
        )

    add_period(figures(c0r0="50", c1r0="60"), Choices(), store, Silent())
    add_period(figures(c1r0="61", c0r1="70"), Choices(), store, Silent())

    def now():
        table = store.in_force.observations("grid", ["turnout"])
        return dict(zip(table["area_id"], table["value"]))

    assert now() == {"c0r0": 50, "c1r0": 61, "c0r1": 70}
    add_period(figures(c1r1="80"), Choices(), store, Silent())
    assert now() == {"c0r0": 50, "c1r0": 61, "c0r1": 70, "c1r1": 80}
    undo_period(store, Silent())
    undo_period(store, Silent())
    assert now() == {"c0r0": 50, "c1r0": 60}


def test_vintages_beyond_those_kept_lose_their_figures_and_keep_their_totals(tmp_path):
    path = tmp_path / "m.gpkg"
    store = MonitorFile(path)
    add(path, "2024-01")
    store.settings.choose("vintages_kept", "1")
    for seed in (1, 2, 3):
        add(path, "2024-01", seed=seed)
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT run, kept, in_force, total FROM parts WHERE area_set = 'grid' "
            "AND indicator = 'employed' ORDER BY run"
        ).fetchall()
    assert [row[:3] for row in found] == [(1, 0, 0), (2, 0, 0), (3, 1, 0), (4, 1, 1)]
    assert all(row[3] > 0 for row in found)
    undo_period(store, Silent())
    assert len(store.in_force.observations("grid", ["employed"]))


def test_boundaries_that_change_keep_the_figures_of_their_time(tmp_path):
    path = tmp_path / "m.gpkg"
    store = MonitorFile(path)
    source = persons(x=[500_005.0] * 3, y=[6_200_005.0] * 3, age=40, period="2026-01")
    add_period(inputs([grid(2, 1)], [source]), Choices(), store, Silent())
    later = persons(x=[500_011.0] * 3, y=[6_200_005.0] * 3, age=40, period="2026-02")
    add_period(inputs([grid(2, 1, side=12.0)], [later]), Choices(), store, Silent())
    table = store.in_force.observations("grid", ["population"])
    assert table["value"].tolist() == [3, 0, 3, 0]
    assert len(set(table["area"])) == 4, "each month in its own boundary"
    with closing(sqlite3.connect(path)) as connection:
        drawn = connection.execute(
            "SELECT period, count(DISTINCT geom) FROM risk_map GROUP BY period"
        ).fetchall()
        boundaries = connection.execute("SELECT count(DISTINCT geom) FROM risk_map").fetchone()
    assert drawn == [("2026-01", 2), ("2026-02", 2)] and boundaries == (4,)
    assert store.in_force.assessments("grid")["population"].tolist() == [3, 0, 3, 0]


def test_every_pair_of_orders_is_the_same_file_to_a_reader(tmp_path):
    found = []
    for n, order in enumerate(itertools.permutations(MONTHS[2:5])):
        path = tmp_path / f"{n}.gpkg"
        for month in order:
            add(path, month)
        found.append(content(path))
    for other in found[1:]:
        assert_same(found[0], other)
    assert np.isfinite(found[0]["grid"]["numerator"]).any()
