"""Moves and events that come without the residents or dwellings they are set against: the monitor file has them, or waits for them."""

from __future__ import annotations

import itertools
import json
import sqlite3
from contextlib import closing

import numpy as np
import pytest
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import SIDE, SOUTH, WEST, joined, people, slices
from tests.unit.monitor_content import assert_same, content

MONTHS = ["2025-12", "2026-01", "2026-02"]
RATES = ["moves_in", "moves_out", "net_moves", "turnover", "vandalism", "notifications"]
HOMES = ["burglary", "evictions", "household_moves_out"]


def residents(month, seed=0, fewer=0):
    """The town of ``month``, every fifth a child; without the first ``fewer``."""
    table = people(seed + MONTHS.index(month), month)
    table = {**table, "age": [8 if n % 5 == 0 else a for n, a in enumerate(table["age"])]}
    table["sex"] = ["k" if n % 3 else "m" for n in range(len(table["age"]))]
    return {name: values[fewer:] for name, values in table.items()}


def _places(count, seed):
    random = np.random.default_rng(seed)
    return {
        "x": (WEST + random.uniform(0.5, 3 * SIDE - 0.5, count)).tolist(),
        "y": (SOUTH + random.uniform(0.5, 2 * SIDE - 0.5, count)).tolist(),
    }


def moves(month, seed=0, count=240):
    random = np.random.default_rng(100 + seed + MONTHS.index(month))
    return {
        **_places(count, 200 + seed + MONTHS.index(month)),
        "direction": random.choice(["ind", "ud"], count).tolist(),
        "household_move": random.integers(0, 2, count).tolist(),
        "age": random.integers(18, 60, count).tolist(),
        "employed": random.integers(0, 2, count).tolist(),
        "sex": random.choice(["k", "m"], count).tolist(),
        "period": [month] * count,
        "date": [f"{month}-15"] * count,
    }


def events(month, seed=0, count=300):
    random = np.random.default_rng(300 + seed + MONTHS.index(month))
    kinds = ["indbrud", "haervaerk", "underretning", "udsaettelse", "husorden"]
    return {
        **_places(count, 400 + seed + MONTHS.index(month)),
        "type": random.choice(kinds, count).tolist(),
        "age": random.integers(0, 60, count).tolist(),
        "period": [month] * count,
        "date": [f"{month}-15"] * count,
    }


def dwellings(month, seed=0, count=600):
    return {
        **_places(count, 500 + seed + MONTHS.index(month)),
        "vacant": [0] * count,
        "period": [month] * count,
    }


MAKE = {"persons": residents, "moves": moves, "events": events, "dwellings": dwellings}


def given(*came, sets=None, **others):
    """What came: (register, month) or (register, month, keywords of its table)."""
    of_kind = {}
    for kind, month, *more in came:
        of_kind.setdefault(kind, []).append(MAKE[kind](month, **(more[0] if more else {})))
    registers = {kind: [persons(**joined(*tables))] for kind, tables in of_kind.items()}
    return inputs(sets or [grid(3, 2), slices()], registers.pop("persons", []), **registers)


def add(path, *came, choices=None, sets=None, progress=None):
    return add_period(
        given(*came, sets=sets), choices or Choices(), MonitorFile(path), progress or Silent(), "t"
    )


def whole(path, *came, choices=None):
    add(path, *came, choices=choices)
    return content(path)


def figures(path, indicator, period, name="grid"):
    table = MonitorFile(path).in_force.observations(name, [indicator], [period])
    return table.set_index("area_id")


EVERYTHING = [(kind, month) for kind in MAKE for month in MONTHS]


@pytest.mark.parametrize("first", ["stocks", "flows"])
def test_what_came_apart_gives_what_one_run_gives(tmp_path, first):
    stocks = [one for one in EVERYTHING if one[0] in ("persons", "dwellings")]
    flows = [one for one in EVERYTHING if one[0] not in ("persons", "dwellings")]
    path = tmp_path / "m.gpkg"
    for part in (stocks, flows) if first == "stocks" else (flows, stocks):
        add(path, *part)
    one_run = whole(tmp_path / "one.gpkg", *EVERYTHING)
    assert_same(content(path), one_run)
    counted = one_run["grid"].set_index("indicator")
    for name in (*RATES, *HOMES):
        assert (counted.loc[name, "status"] == "counted").any(), name


def test_register_by_register_and_month_by_month_in_other_orders(tmp_path):
    one_run = whole(tmp_path / "one.gpkg", *EVERYTHING)
    shuffled = list(EVERYTHING)
    for seed in (1, 2):
        np.random.default_rng(seed).shuffle(shuffled)
        path = tmp_path / f"{seed}.gpkg"
        for kind, month in shuffled:
            add(path, (str(kind), str(month)))
        assert_same(content(path), one_run)


def _in(table, column, row):
    """Which rows of a table lie in a square of the grid."""
    across = (np.array(table["x"]) - WEST) // SIDE
    up = (np.array(table["y"]) - SOUTH) // SIDE
    return (across == column) & (up == row)


def test_the_rate_is_what_came_by_who_lives_there(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, ("persons", "2026-01"))
    add(path, ("moves", "2026-01"))
    in_squares = figures(path, "moves_in", "2026-01")
    table, town = moves("2026-01"), residents("2026-01")
    for area in in_squares.index:
        column, row = int(area[1]), int(area[3])

        came = int((_in(table, column, row) & (np.array(table["direction"]) == "ind")).sum())
        lives = int(_in(town, column, row).sum())
        found = in_squares.loc[area]
        assert (found["numerator"], found["denominator"], found["persons"]) == (came, lives, lives)
        assert found["value"] == pytest.approx(1000 * came / lives)
        assert found["source"] == "register:moves" and found["status"] == "counted"


def test_moves_alone_wait_without_a_rate_and_say_so(tmp_path):
    class Heard(Silent):
        said: list = []

        def warn(self, text):
            self.said.append(text)

    path = tmp_path / "m.gpkg"
    add(path, ("moves", "2026-01"), progress=Heard())
    waiting = figures(path, "moves_in", "2026-01")
    assert (waiting["status"] == "no_denominator").all() and waiting["value"].isna().all()
    assert waiting["numerator"].sum() > 0
    assert [text for text in Heard.said if "wait" in text and "moves_in" in text]
    add(path, ("persons", "2026-01"))
    assert figures(path, "moves_in", "2026-01")["value"].notna().all()
    assert not len(MonitorFile(path).runs.revisions()), "what was waited for is no correction"


def test_a_month_without_residents_takes_the_latest_before_and_its_own_when_they_come(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, ("persons", "2025-12"))
    add(path, ("moves", "2026-02"))
    before = figures(path, "moves_in", "2026-02")["denominator"]
    assert before.sum() == len(residents("2025-12")["x"])
    add(path, ("persons", "2026-01", {"fewer": 50}))
    assert figures(path, "moves_in", "2026-02")["denominator"].sum() == before.sum() - 50
    add(path, ("persons", "2026-02", {"fewer": 70}))
    assert figures(path, "moves_in", "2026-02")["denominator"].sum() == before.sum() - 70
    undo_period(MonitorFile(path), Silent())
    assert figures(path, "moves_in", "2026-02")["denominator"].sum() == before.sum() - 50


def test_residents_delivered_again_give_a_new_vintage_that_is_taken_back(tmp_path):
    path = tmp_path / "m.gpkg"
    came = [("persons", "2026-01"), ("moves", "2026-01"), ("dwellings", "2026-01")]
    for one in came:
        add(path, one)
    before = content(path)
    add(path, ("persons", "2026-01", {"seed": 7, "fewer": 100}))
    again = [("persons", "2026-01", {"seed": 7, "fewer": 100}), *came[1:]]
    assert_same(content(path), whole(tmp_path / "one.gpkg", *again))
    revisions = MonitorFile(path).runs.revisions()
    assert "moves_in" in set(revisions["indicator"])
    assert "household_moves_out" not in set(revisions["indicator"]), "its dwellings are the same"
    undo_period(MonitorFile(path), Silent())
    assert_same(content(path), before)


def test_moves_delivered_again_and_every_addition_taken_back(tmp_path):
    path = tmp_path / "m.gpkg"
    steps = [
        ("moves", "2026-01", {"seed": 9}),
        ("persons", "2026-01"),
        ("moves", "2026-01"),
        ("persons", "2026-01", {"seed": 5}),
    ]
    seen = []
    for one in steps:
        add(path, one)
        MonitorFile(path).settings.choose("vintages_kept", "9")
        seen.append(content(path))
    right = [("persons", "2026-01", {"seed": 5}), ("moves", "2026-01")]
    assert_same(seen[-1], whole(tmp_path / "one.gpkg", *right))
    for state in reversed(seen[:-1]):
        undo_period(MonitorFile(path), Silent())
        assert_same(content(path), state)


def test_more_vintages_than_are_kept_leave_the_halves_that_are_in_force(tmp_path):
    path = tmp_path / "m.gpkg"
    store = MonitorFile(path)
    add(path, ("moves", "2026-01"))
    store.settings.choose("vintages_kept", "1")
    for seed in range(4):
        add(path, ("persons", "2026-01", {"seed": seed}))
    right = [("persons", "2026-01", {"seed": 3}), ("moves", "2026-01")]
    assert_same(content(path), whole(tmp_path / "one.gpkg", *right))
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT term, count(DISTINCT run) FROM halves GROUP BY term"
        ).fetchall()
    assert max(runs for _, runs in found) == 2
    undo_period(store, Silent())
    right[0] = ("persons", "2026-01", {"seed": 2})
    assert_same(content(path), whole(tmp_path / "two.gpkg", *right))


def test_broken_down_by_sex_too(tmp_path):
    choices = Choices(facets=("sex",))
    path = tmp_path / "m.gpkg"
    came = [("moves", "2026-01"), ("persons", "2026-01")]
    for one in came:
        add(path, one, choices=choices)
    one_run = tmp_path / "one.gpkg"
    assert_same(content(path), whole(one_run, *came, choices=choices))

    def parts(which):
        with closing(sqlite3.connect(which)) as connection:
            return connection.execute(
                "SELECT area_id, facet, facet_value, numerator, denominator, value "
                "FROM observations WHERE indicator = 'moves_in' "
                "ORDER BY area_set, area_id, facet, facet_value"
            ).fetchall()

    assert parts(path) == parts(one_run)
    assert {row[2] for row in parts(path)} == {"", "k", "m"}


def test_an_edition_of_what_came_apart_is_that_of_one_run(tmp_path):
    path, one_run = tmp_path / "m.gpkg", tmp_path / "one.gpkg"
    came = [("moves", "2026-01"), ("persons", "2026-01"), ("events", "2026-01")]
    for one in came:
        add(path, one)
    add(one_run, *came)
    editions = [
        prepare_edition(one, "parter", "2026-01", "", Silent()).edition for one in (path, one_run)
    ]
    assert len(editions[0].table) and "moves_in" in set(editions[0].table["indicator"])
    np.testing.assert_array_equal(editions[0].table.to_numpy(str), editions[1].table.to_numpy(str))


def test_areas_in_other_boundaries_are_not_mixed(tmp_path):
    said = []

    class Heard(Silent):
        def warn(self, text):
            said.append(text)

    path = tmp_path / "m.gpkg"
    add(path, ("persons", "2026-01"), sets=[grid(3, 2)])
    add(path, ("moves", "2026-01"), sets=[grid(3, 2, side=9.5)], progress=Heard())
    assert figures(path, "moves_in", "2026-01")["value"].isna().all()
    assert [text for text in said if "other boundaries" in text and "moves_in" in text]
    add(path, ("persons", "2026-01"), sets=[grid(3, 2, side=9.5)])
    assert figures(path, "moves_in", "2026-01")["value"].notna().all()


def test_households_across_a_border_go_with_the_rate_that_nearer_residents_take_away(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, ("persons", "2026-02"), sets=[grid(3, 2)])
    add(path, ("persons", "2026-01"), ("moves", "2026-02"))
    store = MonitorFile(path)
    assert figures(path, "moves_in", "2026-02")["status"].eq("no_denominator").all()
    atoms, _ = store.runs.counted(like="2026-01")
    assert "households" not in atoms.values[("2026-02", "moves_in")]
    add(path, ("persons", "2026-02"))
    right = [("persons", "2026-01"), ("persons", "2026-02"), ("moves", "2026-02")]
    assert_same(content(path), whole(tmp_path / "one.gpkg", *right))


def test_months_that_are_deleted_take_their_halves_along(tmp_path):
    path = tmp_path / "m.gpkg"
    old = [("persons", "2026-02"), ("moves", "2026-02")]
    for kind, month in old:
        table = {**MAKE[kind](month), "period": "2022-02", "date": "2022-02-15"}
        source = [persons(**table)]
        made = inputs([grid(3, 2), slices()], source if kind == "persons" else [])
        if kind != "persons":
            made = inputs([grid(3, 2), slices()], [], **{kind: source})
        add_period(made, Choices(), MonitorFile(path), Silent())
    later = residents("2026-02")
    add_period(
        inputs([grid(3, 2), slices()], [persons(**later)]), Choices(), MonitorFile(path), Silent()
    )
    store = MonitorFile(path)
    store.retention.forget(store.retention.too_old(2), 2)
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute(
            "SELECT count(*) FROM halves WHERE period = '2022-02'"
        ).fetchone()[0]
        assert connection.execute("SELECT count(*) FROM halves").fetchone()[0]


def test_every_order_of_three_registers(tmp_path):
    came = [("persons", "2026-01"), ("moves", "2026-01"), ("events", "2026-01")]
    one_run = whole(tmp_path / "one.gpkg", *came)
    for n, order in enumerate(itertools.permutations(came)):
        path = tmp_path / f"{n}.gpkg"
        for one in order:
            add(path, one)
        assert_same(content(path), one_run)


def test_no_person_is_in_the_halves(tmp_path):
    path = tmp_path / "m.gpkg"
    add(path, ("persons", "2026-01"))
    with closing(sqlite3.connect(path)) as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(halves)")]
        texts = connection.execute("SELECT DISTINCT term, name, facet FROM halves").fetchall()
    assert names == [
        "fid",
        "run",
        "period",
        "term",
        "name",
        "facet",
        "facet_value",
        "layout",
        "amounts",
    ]
    assert "c0r0-" not in json.dumps(texts)


def test_a_count_that_waits_is_protected_as_all_others_and_has_no_rate(tmp_path):
    path = tmp_path / "m.gpkg"
    for one in (("persons", "2026-01"), ("events", "2026-01")):
        add(path, one)
    table = prepare_edition(path, "parter", "2026-01", "", Silent()).edition.table
    burglaries = table[table["indicator"] == "burglary"]
    assert burglaries["value"].isna().all() and burglaries["denominator"].isna().all()
    found = figures(path, "burglary", "2026-01")["numerator"]
    shown = burglaries[(burglaries["area_set"] == "grid") & (burglaries["status"] == "shown")]
    assert 0 < len(shown) < len(found), "some are shown, few are hidden"
    assert shown.set_index("area_id")["numerator"].to_dict().items() <= found.to_dict().items()
