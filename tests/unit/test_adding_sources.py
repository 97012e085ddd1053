"""Registers and finished figures of one period, whichever comes first, twice, or not at all."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from dataclasses import replace

import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.adding import add_period, sentences_of, undo_period
from geofa_sociodemografi.core.pipeline.inputs import FIGURES_FIRST, Choices, Inputs
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import people, slices
from tests.unit.monitor_content import assert_same, content

MONTH = "2026-01"
AREAS = [grid(3, 2), slices()]
FIRST = Choices(source_order=FIGURES_FIRST)


def register(seed=1, **columns):
    return inputs(AREAS, [persons(**{**people(seed, MONTH), **columns})])


def figures(**values):
    """Finished figures of the employed in areas of the grid."""
    rows = [(area, MONTH, "employed", value) for area, value in values.items()]
    table = pd.DataFrame(rows, columns=["area_code", "period", "indicator", "value"])
    return Delivery("figures", [TableSource("figures", table)])


def alone(**values):
    return Inputs(AREAS, [figures(**values)])


def employed(path):
    table = MonitorFile(path).in_force.observations("grid", ["employed"])
    assert not table.duplicated(["area_id", "period"]).any()
    return dict(zip(table["area_id"], zip(table["value"].round(1), table["source"])))


def both(seed=1):
    given = register(seed)
    return Inputs(AREAS, [*given.deliveries, figures(c1r0="77,7")])


def test_two_sources_in_one_addition_are_one_figure_of_an_area(tmp_path):
    path, whole = tmp_path / "m.gpkg", tmp_path / "whole.gpkg"
    store = MonitorFile(path)
    add_period(both(), FIRST, store, Silent())
    add_period(both(), FIRST, MonitorFile(whole), Silent())
    assert employed(path)["c1r0"] == (77.7, "figures") and len(employed(path)) == 6
    add_period(register(9), FIRST, store, Silent())
    assert employed(path)["c1r0"] == (77.7, "figures") and len(employed(path)) == 6
    add_period(both(), FIRST, store, Silent())
    assert employed(path) == employed(whole)
    undo_period(store, Silent())
    undo_period(store, Silent())
    assert employed(path) == employed(whole)


@pytest.mark.parametrize("order", list(itertools.permutations("fku")), ids="".join)
def test_what_nobody_knows_hides_no_figure_of_the_other_source(tmp_path, order):
    """The register of the month with work, without it (later), and finished figures."""
    if order.index("k") > order.index("u"):
        pytest.skip("the newest register knows")
    nobody_knows = register(employed=[""] * len(people(1, MONTH)["x"]))
    steps = {"f": alone(**dict.fromkeys(AREAS[0].area_ids, "50")), "k": register()}
    for step in order:
        add_period(steps.get(step, nobody_knows), Choices(), MonitorFile(tmp_path / "m"), Silent())
    assert set(employed(tmp_path / "m").values()) == {(50.0, "figures")}


@pytest.mark.parametrize("figures_come", ["before", "after"])
@pytest.mark.parametrize("of_areas", [["c1r0"], AREAS[0].area_ids], ids=["one", "all"])
def test_an_edition_shows_no_finished_figure_of_another_addition(tmp_path, figures_come, of_areas):
    """It hides by the sums by atom: in one run a figure that is not made of them is not shown."""
    path = tmp_path / "m.gpkg"
    steps = [alone(**dict.fromkeys(of_areas, "77,7")), register()]
    for step in steps if figures_come == "before" else steps[::-1]:
        add_period(step, FIRST, MonitorFile(path), Silent())
    table = prepare_edition(path, "parter", MONTH, "", Silent()).edition.table
    shown = table[(table["indicator"] == "employed") & (table["status"] == "shown")]
    assert not len(shown)
    assert (table["status"] == "shown").any()


@pytest.mark.parametrize("facets", [("sex",), ()], ids=["fewer groups", "no groups"])
def test_groups_a_register_has_no_more_are_not_shown_beside_its_figures(tmp_path, facets):
    path, whole = tmp_path / "m.gpkg", tmp_path / "whole.gpkg"
    count = len(people(1, MONTH)["x"])
    first = register(sex=["M" if n % 2 else "F" for n in range(count)])
    second = register(2, sex=["M"] * len(people(2, MONTH)["x"]))
    store = MonitorFile(path)
    add_period(first, Choices(facets=("sex",)), store, Silent())
    before = content(path)
    add_period(second, Choices(facets=facets), store, Silent())
    add_period(second, Choices(facets=facets), MonitorFile(whole), Silent())
    assert_same(content(path), content(whole))
    undo_period(store, Silent())
    assert_same(content(path), before)


def test_what_the_figures_in_force_replaced_can_come_back_after_many_vintages(tmp_path):
    store = MonitorFile(tmp_path / "m.gpkg")
    every = AREAS[0].area_ids
    add_period(alone(**dict.fromkeys(every, "50")), FIRST, store, Silent())
    for seed in range(1, 5):
        add_period(register(seed), FIRST, store, Silent())
    add_period(alone(**dict.fromkeys(every, "60")), FIRST, store, Silent())
    undo_period(store, Silent())
    assert set(employed(store.path).values()) == {(50.0, "figures")}


def test_a_register_that_is_not_used_revises_nothing(tmp_path):
    store = MonitorFile(tmp_path / "m.gpkg")
    every = AREAS[0].area_ids
    add_period(alone(**dict.fromkeys(every, "50")), FIRST, store, Silent())
    number = add_period(register(), FIRST, store, Silent()).number
    assert "employed" not in set(store.runs.revisions(number, "grid")["indicator"])


def test_a_new_name_takes_no_figure_from_an_area(tmp_path):
    store = MonitorFile(tmp_path / "m.gpkg")
    add_period(alone(c0r0="50", c1r0="60"), Choices(), store, Silent())
    town = grid(3, 2)
    town.areas.loc[town.areas["area_id"] == "c1r0", "name"] = "another name"
    add_period(Inputs([town], [figures(c0r0="51")]), Choices(), store, Silent())
    assert {area: value for area, (value, _) in employed(store.path).items()} == {
        "c0r0": 51,
        "c1r0": 60,
    }


def test_what_is_not_kept_any_more_is_not_taken_back_to(tmp_path):
    store = MonitorFile(tmp_path / "m.gpkg")
    store.areas.save(AREAS)
    store.settings.choose("vintages_kept", "1")
    for seed in range(1, 5):
        add_period(register(seed), Choices(), store, Silent())
    undo_period(store, Silent())
    before = content(store.path)
    with pytest.raises(InputError, match="2026-01.*not kept any more") as told:
        undo_period(store, Silent())
    assert told.value.next_step and store.runs.newest() == 3
    assert_same(content(store.path), before)


@pytest.mark.parametrize("facets", [("sex",), ()], ids=["by sex", "whole"])
def test_households_across_a_border_go_with_the_sums_a_table_took_the_place_of(tmp_path, facets):
    """Two of the table and of the register at once: an edition is made of what is left."""
    columns = people(1, MONTH)
    columns["household_id"] = [str(n % 300) for n in range(len(columns["x"]))]
    columns["sex"] = ["M" if n % 2 else "F" for n in range(len(columns["x"]))]
    given = inputs(AREAS, [persons(**columns)])
    whole = Inputs(AREAS, [*given.deliveries, figures(c1r0="77,7")])
    path = tmp_path / "m.gpkg"
    add_period(whole, replace(FIRST, facets=facets), MonitorFile(path), Silent())
    atoms, _ = MonitorFile(path).runs.counted()
    assert {key[1] for key in atoms.several} >= {"population"}
    assert not any(key[1].split("|")[0] == "employed" for key in atoms.several)
    table = prepare_edition(path, "parter", MONTH, "", Silent()).edition.table
    assert (table["status"] == "shown").any()


def told(path, given, choices=None):
    silent = Silent()
    add_period(given, choices or Choices(), MonitorFile(path), silent)
    return [text for text in silent.warnings if "from another source" in text]


def in_findings(path):
    """(addition, rows) of the findings that two sources differ."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT run, persons FROM findings WHERE finding LIKE 'told two_sources%'"
        ).fetchall()


@pytest.mark.parametrize("choices", [Choices(), FIRST], ids=["registers first", "figures first"])
@pytest.mark.parametrize("figures_come", ["before", "after"])
def test_another_source_of_what_the_file_has_is_a_finding(tmp_path, figures_come, choices):
    """The register's own figures are read from a file of its own; two of the table are far from them."""
    path, other = tmp_path / "m.gpkg", tmp_path / "register.gpkg"
    assert told(other, register()) == []
    counted = MonitorFile(other).in_force.observations("grid", ["employed"])
    own = dict(zip(counted["area_id"], counted["value"]))
    table = alone(c0r0=f"{own['c0r0']:.1f}", c1r0=f"{own['c1r0'] - 3:.1f}", c2r0="10,1")
    far = f"{own['c2r0'] - 10.1:.3g} percentage points"
    steps = [table, register()] if figures_come == "before" else [register(), table]
    assert told(path, steps[0], choices) == []
    (text,) = told(path, steps[1], choices)
    came = "the registers" if figures_come == "before" else "the finished figures"
    assert f"2 figures of 2 areas are others in {came} that came now" in text
    assert f"by at most {far} (c2r0, January 2026)" in text
    used = "those of the registers" if choices is not FIRST else "the finished figures"
    assert text.endswith(f"By the chosen order of sources {used} are in force.")
    assert employed(path)["c2r0"][0] == (10.1 if choices is FIRST else round(own["c2r0"], 1))
    assert in_findings(path) == [(2, 2)]


def test_the_same_source_again_and_one_that_agrees_are_no_finding(tmp_path):
    path = tmp_path / "m.gpkg"
    told(path, register())
    assert told(path, register(2)) == []
    counted = MonitorFile(path).in_force.observations("grid", ["employed"])
    agreed = {area: f"{v:.1f}" for area, v in zip(counted["area_id"], counted["value"])}
    assert told(path, alone(**agreed)) == []
    assert in_findings(path) == []


@pytest.mark.parametrize("choices", [Choices(), FIRST], ids=["registers first", "figures first"])
@pytest.mark.parametrize("order", ["both", "fr", "rf", "nrf", "rnf"])
def test_a_figure_that_its_table_hides_hides_no_counted_one(tmp_path, choices, order):
    """The register, the table with a star for one area, and an earlier one that had its figure."""
    given, star = register(), figures(c1r0="*", c2r0="77,7")
    steps = {
        "r": given,
        "f": Inputs(AREAS, [star]),
        "n": alone(c1r0="60", c2r0="60"),
        "b": Inputs(AREAS, [*given.deliveries, star]),
    }
    for step in "b" if order == "both" else order:
        add_period(steps[step], choices, MonitorFile(tmp_path / "m.gpkg"), Silent())
    found = employed(tmp_path / "m.gpkg")
    assert found["c1r0"][0] > 0 and found["c1r0"][1] == "register:persons"
    assert found["c2r0"][1] == ("register:persons" if choices == Choices() else "figures")


@pytest.mark.parametrize("order", ["uf", "fu", "f"])
def test_a_hidden_figure_stays_hidden_where_the_register_knows_nothing(tmp_path, order):
    store = MonitorFile(tmp_path / "m.gpkg")
    unknown = register(employed=[""] * len(people(1, MONTH)["x"]))
    for step in order:
        add_period(unknown if step == "u" else alone(c1r0="*"), FIRST, store, Silent())
    table = store.in_force.observations("grid", ["employed"]).set_index("area_id")
    assert table.loc["c1r0", ["status", "source"]].tolist() == ["hidden", "figures"]


def test_a_month_that_comes_again_unchanged_is_told(tmp_path):
    store, said = MonitorFile(tmp_path / "m.gpkg"), []
    for given in (register(), register(), alone(c1r0="50"), register(2)):
        added = add_period(given, Choices(), store, Silent())
        said.append([one for one in sentences_of(added, store) if "was there already" in one])
    unchanged = "January 2026 was there already, and no figure of it changed."
    assert said[0] == [] and said[1] == said[2] == [unchanged]
    assert said[3] and all("are others now" in one for one in said[3])
