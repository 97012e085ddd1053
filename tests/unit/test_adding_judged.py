"""What is judged rests on all that was ever given, however late, and on nothing that was taken back."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import joined, people
from tests.unit.monitor_content import assert_same, content

REFERENCES = pd.DataFrame(
    [
        (level, code, str(year), indicator, value)
        for year in range(2014, 2026)
        for level, code, indicator, value in (
            ("nation", "", "convicted", "0,7"),
            ("region", "1083", "income", "380000"),
        )
    ],
    columns=["level", "code", "period", "indicator", "value"],
)
TOWN = [grid(1, 1, side=40.0)]
JANUARIES = [f"{year}-01" for year in range(2018, 2027)]
FEWER = Choices(allow_fewer_years=True)


def given(*months, **others):
    return inputs(TOWN, [persons(**joined(*(people(1, month) for month in months)))], **others)


def seen(path):
    return content(path, ("grid",))


def hard_times(month, origin="ikke_vestlig"):
    """A town that is a parallel society in every year but 2024, when it is an exposed area."""
    table = people(1, month)
    count = len(table["x"])
    share = 2 if month == "2024-01" else 7
    table["origin"] = [origin if n % 10 < share else "dansk" for n in range(count)]
    table["outside_work"] = [float(n % 2) for n in range(count)]
    table["convicted"] = [int(n % 10 == 0) for n in range(count)]
    table["education"] = [10 if n % 10 < 7 else 30 for n in range(count)]
    return inputs(TOWN, [persons(**table)])


def with_references(made):
    return replace(made, references=[TableSource("r", REFERENCES)])


LATE = {
    "references": lambda: with_references(given("2026-01")),
    "earlier lists": lambda: given(
        "2026-01", history={("c0r0", year): "parallelsamfund" for year in range(2018, 2026)}
    ),
    "other choices": lambda: given("2026-01"),
}


@pytest.mark.parametrize("late", LATE)
def test_what_comes_late_and_is_taken_back(tmp_path, late):
    path, whole = tmp_path / "m.gpkg", tmp_path / "whole.gpkg"
    choices = Choices(use_origin=False, closeness_percent=20.0) if "choices" in late else Choices()
    store, made = MonitorFile(path), LATE[late]()
    add_period(given("2024-01"), Choices(), store, Silent())
    before = seen(path)
    add_period(made, choices, store, Silent())
    both = replace(made, deliveries=given("2024-01", "2026-01").deliveries)
    add_period(both, choices, MonitorFile(whole), Silent())
    assert_same(seen(path), seen(whole))
    undo_period(store, Silent())
    assert_same(seen(path), before)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_memory_of_months_and_lists_is_the_file_s_in_any_order(tmp_path, seed):
    """The references come once, with the first addition: nothing but the figures is then new."""
    path, whole = tmp_path / "m.gpkg", tmp_path / "whole.gpkg"
    order = JANUARIES[:]
    if seed:
        random.Random(seed).shuffle(order)
    for n, month in enumerate(order):
        made = hard_times(month) if n else with_references(hard_times(month))
        add_period(made, FEWER, MonitorFile(path), Silent())
    tables = [hard_times(month).deliveries[0].sources[0] for month in JANUARIES]
    add_period(
        with_references(inputs(TOWN, tables)),
        FEWER,
        MonitorFile(whole),
        Silent(),
    )
    assert_same(seen(path), seen(whole))
    lists = MonitorFile(path).in_force.lists("grid").set_index("period")
    assert lists.loc["2018", "note"].count("Earlier years were not looked at") == 1
    assert "Earlier years" not in lists.loc["2024", "note"]


def test_lists_that_are_taken_back_are_remembered_no_more(tmp_path):
    """Five years of a parallel society come and go: the list of 2025 knows nothing of them."""
    store = MonitorFile(tmp_path / "m.gpkg")
    add_period(with_references(hard_times("2025-01")), FEWER, store, Silent())
    before = seen(store.path)
    tables = [hard_times(month).deliveries[0].sources[0] for month in JANUARIES[:7]]
    add_period(inputs(TOWN, tables), FEWER, store, Silent())
    with_memory = store.in_force.lists("grid").set_index("period")
    undo_period(store, Silent())
    assert_same(seen(store.path), before)
    without = store.in_force.lists("grid").set_index("period")
    assert without.loc["2025", "note"] != with_memory.loc["2025", "note"]


def table_of(town, *rows):
    """Finished figures of (area, period, indicator, value) as an addition."""
    table = pd.DataFrame(rows, columns=["area_code", "period", "indicator", "value"])
    return Inputs([town], [Delivery("figures", [TableSource("f", table)])])


def test_years_are_judged_again_when_the_first_residents_are_taken_back(tmp_path):
    """With residents the file judges their months alone; without them all it has figures of."""
    store, town = MonitorFile(tmp_path / "m.gpkg"), TOWN[0]
    rows = [("c0r0", year, "convicted", "2,6") for year in ("2023", "2024")]
    add_period(table_of(town, *rows), Choices(), store, Silent())
    before = store.in_force.assessments("grid").drop(columns=["fid", "run"])
    add_period(given("2026-01"), Choices(), store, Silent())
    assert store.in_force.judged("grid") == ["2026-01"]
    undo_period(store, Silent())
    assert store.in_force.judged("grid") == ["2023", "2024"]
    after = store.in_force.assessments("grid").drop(columns=["fid", "run"])
    pd.testing.assert_frame_equal(after, before)


def test_the_same_references_given_again_judge_nothing_anew(tmp_path):
    """They come with every month: every month would be judged again, and each a little slower than the last."""
    from tests.unit.test_adding import add

    path = tmp_path / "m.gpkg"
    for month in ("2024-01", "2025-01", "2026-01"):
        add(path, month)
    judged = MonitorFile(path).in_force.assessments("grid")
    assert dict(zip(judged["period"], judged["run"])) == {"2024-01": 1, "2025-01": 2, "2026-01": 3}
    with closing(sqlite3.connect(path)) as connection:
        kept = connection.execute("SELECT run, count(*) FROM reference_values GROUP BY run")
        assert kept.fetchall() == [(1, 6)]


def test_an_area_that_the_newest_table_lacks_is_judged_on_the_one_before(tmp_path):
    """A table of January of one area beside December's of all: the others' December is the newest that is known."""
    from geofa_sociodemografi.core.pipeline.judging import judge

    store = MonitorFile(tmp_path / "m.gpkg")

    def figures(*rows):
        columns = ["area_code", "period", "indicator", "value", "denominator"]
        source = TableSource("f", pd.DataFrame(rows, columns=columns))
        return replace(inputs([grid(2, 2)], []), deliveries=[Delivery("figures", [source])])

    ids = grid(2, 2).area_ids
    add_period(
        figures(
            *((a, p, "basic_education", "65", "100") for a in ids for p in ("2025-10", "2025-12")),
            ("c0r0", "2026-01", "basic_education", "66", "100"),
        ),
        Choices(),
        store,
        Silent(),
    )
    source = persons(x=[500_005.0] * 3, y=[6_200_005.0] * 3, age=40, period="2026-01")
    add_period(inputs([grid(2, 2)], [source]), Choices(), store, Silent())
    judged = store.in_force.assessments("grid", "2026-01").set_index("area_id")
    assert judged["basic_education"].to_dict() == {"c0r0": 66, "c1r0": 65, "c0r1": 65, "c1r1": 65}
    assert judged.loc["c1r0", "basic_education_period"] == "2025-12"
    whole = judge(store.in_force.observations("grid"), Choices(), period="2026-01")
    assert whole.set_index("area_id")["basic_education"].to_dict() == (
        judged["basic_education"].to_dict()
    )


@pytest.mark.parametrize("seed", range(10))
def test_what_is_read_for_judging_is_enough(tmp_path, seed):
    """Tables of any areas, months and years, some cells empty, in any order: judged as from all figures at once."""
    from geofa_sociodemografi.core.pipeline.judging import judge

    dice, store = random.Random(seed), MonitorFile(tmp_path / "m.gpkg")
    ids, months = grid(2, 2).area_ids, [f"{y}-{m:02d}" for y in (2024, 2025) for m in (1, 6, 7, 12)]
    columns = ["area_code", "period", "indicator", "value", "denominator"]
    for _ in range(8):
        if dice.random() < 0.5:
            month = dice.choice(months)
            source = persons(
                x=[500_005.0, 500_015.0], y=[6_200_005.0] * 2, age=[40, 20], period=month
            )
            add_period(inputs([grid(2, 2)], [source]), Choices(), store, Silent())
            continue
        rows = [
            (
                area,
                period,
                indicator,
                str(dice.randint(1, 99)) if dice.random() < 0.8 else "",
                "100",
            )
            for indicator in ("basic_education", "convicted", "no_work")
            for period in dice.sample([*months, "2022", "2023", "2024"], 3)
            for area in dice.sample(ids, dice.randint(1, 4))
        ]
        table = TableSource("f", pd.DataFrame(rows, columns=columns))
        made = replace(inputs([grid(2, 2)], []), deliveries=[Delivery("figures", [table])])
        add_period(made, Choices(), store, Silent())
    judged = store.in_force.assessments("grid")
    if "population" not in store.in_force.periods("grid"):
        return
    whole = judge(
        store.in_force.observations("grid"), Choices(), periods=sorted(set(judged["period"]))
    )
    names = ["area_id", "period", "category", "decided", "basic_education", "convicted", "no_work"]
    names += [f"{name}_period" for name in names[4:]]
    one, other = (
        t[names].sort_values(["area_id", "period"], ignore_index=True).fillna("-").astype(str)
        for t in (judged.assign(decided=judged["decided"].astype(bool)), whole)
    )
    pd.testing.assert_frame_equal(one, other)


def shown_lists(path):
    """(list, area) → the outline it is drawn in."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT s.period, s.area_id, a.geom FROM lists s JOIN areas a ON a.fid = s.area"
        )
        return {(period, area): bytes(geometry) for period, area, geometry in rows}


def test_a_list_is_of_the_areas_and_boundaries_of_its_january_whenever_it_is_judged(tmp_path):
    """A table of two areas before or after the residents of all; redrawn since; judged anew."""
    found = []
    town, redrawn = grid(2, 2), grid(2, 2, side=9.0)
    table = table_of(town, *((area, "2023", "population", "900") for area in ("c0r0", "c1r0")))
    residents = inputs([town], [persons(**people(1, "2024-01"))])
    later = inputs([redrawn], [persons(**people(1, "2025-06"))])
    for name, steps in (("tp", (table, residents)), ("pt", (residents, table))):
        path = tmp_path / f"{name}.gpkg"
        for made in (*steps, later):
            add_period(made, Choices(), MonitorFile(path), Silent())
        found.append(shown_lists(path))
        add_period(later, Choices(use_origin=False), MonitorFile(path), Silent())
        found.append(shown_lists(path))
    assert [area for year, area in sorted(found[0]) if year == "2023"] == ["c0r0", "c1r0"]
    assert len(found[0]) == 6 and all(one == found[0] for one in found)


def test_by_the_laws_own_dates_things_may_come_in_any_order(tmp_path):
    """Figures of the years before the residents of the January they serve, and a February between."""
    by_list, path, whole = Choices(reading="list"), tmp_path / "m.gpkg", tmp_path / "whole.gpkg"
    rows = [("c0r0", year, "convicted", "2,6") for year in ("2024", "2025")]
    table, silent = table_of(TOWN[0], *rows), Silent()
    add_period(table, by_list, MonitorFile(path), silent)
    assert any("No list can be judged" in text for text in silent.warnings)
    assert MonitorFile(path).in_force.judged("grid") == []
    add_period(given("2026-02"), by_list, MonitorFile(path), Silent())
    silent = Silent()
    add_period(given("2026-01"), by_list, MonitorFile(path), silent)
    assert not any("No list can be judged" in text for text in silent.warnings)
    both = replace(table, deliveries=[*given("2026-01", "2026-02").deliveries, *table.deliveries])
    add_period(both, by_list, MonitorFile(whole), Silent())
    assert_same(seen(path), seen(whole))
    assert MonitorFile(path).in_force.judged("grid") == ["2026"]


@pytest.mark.parametrize("late", ["references", "earlier lists"])
def test_references_and_earlier_lists_may_come_alone(tmp_path, late):
    """Once a year, with no register: judged as if they had come with the residents."""
    path, whole = tmp_path / "m.gpkg", tmp_path / "whole.gpkg"
    alone = replace(LATE[late](), deliveries=[])
    store, residents = MonitorFile(path), given("2024-01", "2026-01")
    add_period(residents, Choices(), store, Silent())
    before = seen(path)
    add_period(alone, Choices(), store, Silent())
    both = replace(alone, deliveries=residents.deliveries)
    add_period(both, Choices(), MonitorFile(whole), Silent())
    assert_same(seen(path), seen(whole))
    undo_period(store, Silent())
    assert_same(seen(path), before)


def test_nothing_is_no_addition(tmp_path):
    with pytest.raises(InputError, match="Nothing was given"):
        add_period(Inputs(TOWN, []), Choices(), MonitorFile(tmp_path / "m.gpkg"), Silent())
    assert not (tmp_path / "m.gpkg").exists()
