"""What a Danish municipality has: registers that lack columns, and the figures of those columns as tables."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.assessment.what_if import FigureChange
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.measures.figures import with_comparisons
from geofa_sociodemografi.core.measures.windows import WINDOWS, over_window, warn_of_windows
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas, whole_of
from geofa_sociodemografi.core.pipeline.inputs import ALL, Choices, Inputs
from geofa_sociodemografi.core.pipeline.judging import judge
from geofa_sociodemografi.core.pipeline.what_if import figures_of, ground_of, what_if
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid

AREAS = ("c0r0", "c1r0")
X, Y = 500_005.0, 6_200_005.0
ABOUT = {i.id: i for i in all_indicators()}


def figures(*rows):
    """(area, period, indicator, value, denominator)."""
    return TableSource(
        "tal",
        pd.DataFrame(rows, columns=["area_code", "period", "indicator", "value", "denominator"]),
    )


def residents(periods=("2025-01", "2026-01"), **columns):
    """Three residents a month of 40 years in the first area, one in the second."""
    rows = len(periods) * 4
    return TableSource(
        "borgere",
        pd.DataFrame(
            {
                "x": [X, X, X, X + 10] * len(periods),
                "y": Y,
                "age": 40,
                "period": np.repeat(periods, 4),
                **{name: list(cells) * (rows // len(cells)) for name, cells in columns.items()},
            }
        ),
    )


def count(sources, silent=None, references=(), **choices):
    inputs = Inputs(
        [grid(2, 1)],
        [Delivery(kind, [source]) for kind, source in sources.items()],
        references=references,
    )
    return count_areas(inputs, Choices(**choices), silent or Silent(), with_atoms=True)


def yearly(**of_indicator):
    return figures(
        *[
            (area, year, indicator, value, None)
            for area in AREAS
            for indicator, values in of_indicator.items()
            for year, value in values.items()
        ]
    )


LAW = {
    "convicted": {"2023": 2.6, "2024": 2.2, "2025": 2.4},
    "basic_education": {"2025": 65.0},
    "income": {"2025": 2e5},
}


def test_what_the_register_has_no_column_for_comes_from_the_figures_and_it_is_told():
    silent = Silent()
    counted = count(
        {"persons": residents(origin=["dansk", "ikke_vestlig"]), "figures": yearly(**LAW)}, silent
    )
    table = counted.observations["grid"].set_index(["indicator", "period", "area_id"])
    assert table.loc[("population", "2026-01"), "value"].tolist() == [3, 1]
    assert table.loc[("nonwestern", "2026-01", "c0r0"), "value"] == pytest.approx(100 / 3)
    assert {(i, p) for i, p, _ in table.index if i in LAW} == {
        (i, p) for i, of in LAW.items() for p in of
    }
    assert table.loc[("convicted", "2025", "c1r0"), "value"] == 2.4
    wide = with_comparisons(whole_of(counted.observations["grid"])).set_index(["area_id", "period"])
    assert wide.loc[("c0r0", "2025"), "convicted_2y"] == pytest.approx(2.3)
    assert any("Taken from the finished figures" in w and "convicted" in w for w in silent.warnings)
    assert any(
        "2023 – 2025" in w and "January 2025 – January 2026" in w and "undecided" in w
        for w in silent.warnings
    )
    assert {key[1] for key in counted.atoms.values} & set(LAW) == set()
    of_register = {r["register"]: r["definitions"] for r in counted.records}
    assert "convicted" in of_register["figures"] and "convicted" not in of_register["persons"]


def test_the_whole_job_runs_on_months_beside_yearly_figures(tmp_path):
    inputs = Inputs(
        [grid(2, 1)], [Delivery("persons", [residents()]), Delivery("figures", [yearly(**LAW)])]
    )
    done = add_period(inputs, Choices(), MonitorFile(tmp_path / "m.gpkg"), Silent())
    judged = done.assessments["grid"]
    assert set(judged["period"]) == {"2025-01", "2026-01"}  # of no other who lives there is known
    kept = MonitorFile(tmp_path / "m.gpkg").in_force.observations("grid", ["convicted"])
    assert kept["period"].tolist() == [p for p in ("2023", "2024", "2025") for _ in AREAS]
    assert set(kept["source"]) == {"figures"}


@pytest.mark.parametrize(("reading", "period"), [("list", "2026"), ("current", "2026-01")])
def test_one_month_asked_for_is_served_by_what_came_before(tmp_path, reading, period):
    inputs = Inputs(
        [grid(2, 1)],
        [
            Delivery("persons", [residents(outside_work=[1, 0, 0, 0])]),
            Delivery("figures", [yearly(**LAW)]),
        ],
    )
    done = add_period(
        inputs,
        Choices(period="2026-01", reading=reading),
        MonitorFile(tmp_path / "m.gpkg"),
        Silent(),
    )
    judged = done.assessments["grid"].set_index("area_id")
    assert judged["period"].max() == period
    judged = judged[judged["period"] == period]
    assert set(done.observations["grid"]["period"]) >= {"2025-01", "2025", "2026-01"}, (
        "what serves it is kept, for the register may go"
    )
    assert judged["convicted"].tolist() == pytest.approx([2.3, 2.3])
    assert judged["no_work"].tolist() == pytest.approx([100 / 3, 0])
    assert judged["basic_education"].tolist() == [65, 65]


@pytest.mark.parametrize("reading", ["current", "list"])
def test_the_monitor_file_keeps_what_another_reading_and_a_what_if_rest_on(tmp_path, reading):
    references = TableSource(
        "r",
        pd.DataFrame(
            [("nation", "", y, "convicted", 0.7, None) for y in ("2024", "2025")]
            + [
                ("region", "1084", "2025", "income", 4e5, 1_200_000),
                ("region", "1085", "2025", "income", 34e4, 600_000),
            ],
            columns=["level", "code", "period", "indicator", "value", "persons"],
        ),
    )
    inputs = Inputs(
        [grid(2, 1)],
        [Delivery("persons", [residents()]), Delivery("figures", [yearly(**LAW)])],
        references=[references],
    )
    store, choices = MonitorFile(tmp_path / "m.gpkg"), Choices(region="1085", reading=reading)
    done = add_period(inputs, choices, store, Silent())
    kept = store.in_force.assessments("grid").set_index(["area_id", "period"])
    row = kept.loc[("c0r0", {"current": "2026-01", "list": "2026"}[reading])]
    assert row["convicted"] == pytest.approx(2.3) and row["convicted_period"] == "2025"
    assert row["convicted_age"] == {"current": 1, "list": 12}[reading]
    assert row["income_region"] == "1085" and row["income"] == pytest.approx(100 * 20 / 34)
    assert store.in_force.references()["persons"].dropna().tolist() == [1_200_000, 600_000]
    ground = ground_of(store, "grid")
    found = figures_of(ground, choices, "2026-01")
    assert found["convicted"].tolist() == pytest.approx([2.3, 2.3])
    table = done.assessments["grid"]
    wanted = table[table["period"] == found["period"].iloc[0]]["income"].tolist()
    assert found["income"].tolist() == wanted
    moved = what_if(ground, choices, "2026-01", [FigureChange("convicted", "c0r0", value=0.1)])
    assert moved.set_index("area_id").loc["c0r0", "criteria_after"] == 1
    assert moved.set_index("area_id").loc["c0r0", "criteria_before"] == 2


def test_without_residents_of_a_january_no_list_is_judged_and_what_came_is_kept(tmp_path):
    inputs = Inputs([grid(2, 1)], [Delivery("persons", [residents(("2025-02", "2026-03"))])])
    store, silent = MonitorFile(tmp_path / "m.gpkg"), Silent()
    add_period(inputs, Choices(reading="list"), store, silent)
    assert any("no residents of a 1 January" in said for said in silent.warnings)
    assert not store.in_force.judged("grid") and not len(store.in_force.lists("grid"))
    assert store.in_force.periods("grid", ["population"])["population"] == ["2025-02", "2026-03"]


def test_monthly_figures_beside_a_monthly_register_are_judged_together():
    monthly = figures(
        *[
            (area, period, i, v, 1000)
            for area in AREAS
            for period in ("2025-01", "2026-01")
            for i, v in (("basic_education", 65), ("no_work", 41), ("convicted", 1))
        ]
    )
    counted = count({"persons": residents(), "figures": monthly})
    judged = judge(whole_of(counted.observations["grid"]), Choices(), period="2026-01")
    assert judged["met_basic_education"].tolist() == [1, 1] and judged["met_no_work"].tolist() == [
        1,
        1,
    ]


@pytest.mark.parametrize("kind", WINDOWS)
def test_windows_of_counted_and_finished_figures(kind):
    periods = [str(p) for p in pd.period_range("2024-01", "2025-12", freq="M")]
    given = {p: (10 + n, 40 + n % 3) for n, p in enumerate(periods)}
    rows = [
        (area, p, "turnout", 100 * have / whole, whole)
        for area in AREAS
        for p, (have, whole) in given.items()
    ]
    rows += [(area, p, "population", 50 + n, None) for area in AREAS for n, p in enumerate(periods)]
    rows += [("c0r0", p, "basic_education", 30, None) for p in periods]
    silent = Silent()
    counted = count(
        {"persons": residents(periods, convicted=[1, 0, 0, 1]), "figures": figures(*rows)},
        scope=ALL,
    )
    table = over_window(counted.observations["grid"], kind, counted.indicators)
    warn_of_windows(counted.observations["grid"], kind, counted.indicators, silent)
    assert any("without denominators" in w and "Basic school" in w for w in silent.warnings)
    months = {
        "2025-12": periods[-12:] if kind == "rolling_12" else ["2024-12", "2025-12"],
        "2025K4": periods[-3:],
        "2025": periods[-12:],
    }
    name = {"quarter": "2025K4", "year": "2025"}.get(kind, "2025-12")
    row = table.set_index(["indicator", "period", "area_id"]).loc
    have, whole = (sum(given[p][part] for p in months[name]) for part in (0, 1))
    assert row[("turnout", name, "c0r0")]["value"] == pytest.approx(100 * have / whole)
    assert row[("turnout", name, "c0r0")]["status"] == "finished"
    assert row[("turnout", name, "c0r0")]["numerator"] == pytest.approx(have / len(months[name]))
    assert row[("convicted", name, "c0r0")]["value"] == pytest.approx(100 / 3)
    assert row[("convicted", name, "c0r0")]["status"] == "counted"
    assert row[("population", name, "c0r0")]["value"] == 3  # the register wins
    assert row[("basic_education", name, "c0r0")]["status"] == "incomplete"


def test_a_window_over_residents_of_a_table_and_one_that_lacks_a_month():
    rows = [
        ("c0r0", p, "population", 100 + n, None)
        for n, p in enumerate(("2025-01", "2025-02", "2025-03"))
    ]
    rows += [("c1r0", p, "population", 7, None) for p in ("2025-01", "2025-03")]
    counted = count({"figures": figures(*rows)})
    table = over_window(counted.observations["grid"], "quarter", counted.indicators).set_index(
        "area_id"
    )
    assert table.loc["c0r0", ["value", "status"]].tolist() == [101, "finished"]
    assert np.isnan(table.loc["c1r0", "value"]) and table.loc["c1r0", "status"] == "incomplete"


def test_two_years_of_yearly_figures_are_put_together_and_other_windows_say_they_are_not():
    rows = [
        (area, year, "turnout", 100 * n / d, d)
        for area in AREAS
        for year, n, d in (("2023", 10, 40), ("2024", 30, 60), ("2025", 1, 1))
    ]
    counted = count({"persons": residents(), "figures": figures(*rows)}, scope=ALL)
    table = over_window(counted.observations["grid"], "two_years", counted.indicators)
    of = table[table["indicator"] == "turnout"].set_index(["period", "area_id"])
    assert (
        of.loc[("2024", "c0r0"), "value"] == pytest.approx(40)
        and of.loc[("2023", "c0r0"), "status"] == "incomplete"
    )
    silent = Silent()
    warn_of_windows(counted.observations["grid"], "year", counted.indicators, silent)
    assert any("whole years" in w and ABOUT["turnout"].name["en"] in w for w in silent.warnings)
    assert "turnout" not in set(
        over_window(counted.observations["grid"], "year", counted.indicators)["indicator"]
    )


def test_persons_and_households_of_a_window_are_of_all_its_months_or_not_told():
    counted = count(
        {
            "persons": residents(("2025-01", "2025-02"), household_id=["a", "a", "b", "c"]),
            "figures": figures(("c0r0", "2025-03", "population", 3, None)),
        },
        indicators=("population",),
    )
    table = over_window(counted.observations["grid"], "quarter", counted.indicators).set_index(
        "area_id"
    )
    assert table.loc["c0r0", "value"] == 3 and np.isnan(table.loc["c0r0", "households"])


def test_a_figure_of_a_table_without_a_value_says_so():
    rows = [
        ("c0r0", "2025", "turnout", None, 40),
        ("c1r0", "2025", "turnout", 50, None),
        ("c0r0", "2024", "turnout", None, 0),
        ("c1r0", "2024", "population", 7, None),
    ]
    counted = count({"figures": figures(*rows)}, scope=ALL)
    status = counted.observations["grid"].set_index(["period", "area_id"])["status"]
    assert status[("2025", "c0r0")] == "unknown" and status[("2025", "c1r0")] == "no_denominator"
    assert status[("2024", "c0r0")] == "nobody" and status[("2024", "c1r0")] == "finished"
