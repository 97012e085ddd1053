"""The state's list beside our own reading."""

from __future__ import annotations

import csv

import pandas as pd
import pytest
from geofa_sociodemografi.core.assessment.state_list import (
    compare_with_list,
    of_year,
    on_areas,
    period_of_list,
)
from geofa_sociodemografi.core.errors import InputError

from tests.unit.law_figures import NAN, figures


def test_the_states_list_beside_our_own_reading():
    own = figures(
        {
            "period": "2026-06",
            "no_work": 41.5,
            "convicted": 2.2,
            "basic_education": 61.0,
            "nonwestern": 48.0,
        },
        {
            "period": "2026-01",
            "no_work": 39.2,
            "convicted": 2.2,
            "basic_education": 59.0,
            "nonwestern": 48.0,
        },
        {
            "period": "2025-10",
            "no_work": 30.0,
            "convicted": 2.0,
            "basic_education": 61.5,
            "nonwestern": 48.0,
        },
    )
    state = pd.DataFrame(
        [
            {
                "area_id": "a",
                "year": 2026,
                "no_work": 39.0,
                "convicted": 1.98,
                "basic_education": 60.0,
                "nonwestern": 50.2,
                "income": NAN,
                "convicted_national": 0.75,
            }
        ]
    )
    found = compare_with_list(own, state).set_index("criterion")
    assert (
        period_of_list(2026, "no_work") == "2026-01"
        and period_of_list(2026, "basic_education") == "2025-10"
    )
    work = found.loc["no_work"]
    assert (work["own_met"], work["state_met"], work["cause"]) == (1, 0, "date")
    assert (work["since"], work["method"]) == (pytest.approx(2.3), pytest.approx(0.2))
    assert found.loc["convicted", "cause"] == "reference"  # 2.2 ≥ 3 × 0.7, but not ≥ 3 × 0.75
    assert found.loc["basic_education", "cause"] == "rounding"
    assert (
        found.loc["nonwestern", "cause"] == "method"
        and found.loc["prevention_nonwestern", "cause"] == "same"
    )
    assert found.loc["income", "cause"] == "unknown"
    assert "Since the list's date +2.3" in work["text"]


def test_the_published_lists_can_be_read_beside_figures(shared):
    with (shared / "published_lists.csv").open(encoding="utf-8") as stream:
        rows = [
            row for row in csv.DictReader(stream) if row["no_work_pct"] and int(row["year"]) >= 2018
        ]
    state = pd.DataFrame(
        [
            {
                "area_id": row["area"],
                "year": int(row["year"]),
                "no_work": float(row["no_work_pct"]),
                "nonwestern": float(row["nonwestern_pct"] or "nan"),
            }
            for row in rows
        ]
    )
    own = pd.concat(
        [state.assign(period=[f"{year}-01" for year in state["year"]])], ignore_index=True
    )
    for year in sorted(set(state["year"])):
        found = compare_with_list(own, state[state["year"] == year], f"{year}-01")
        known = found[found["figure"].isin(["no_work", "nonwestern"]) & found["own"].notna()]
        assert set(known["cause"]) == {"same"} and len(known)


def test_why_the_lists_differ_is_not_guessed_without_our_figure_at_the_date():
    own = figures({"period": "2026-05", "no_work": 41.0})
    state = pd.DataFrame([{"area_id": "a", "year": 2025, "no_work": 38.0}])
    found = compare_with_list(own, state).set_index("criterion")
    assert found.loc["no_work", "cause"] == "undated"
    yearly = compare_with_list(
        figures({"period": "2026", "no_work": 41.0}, {"period": "2025", "no_work": 38.1}), state
    )
    assert yearly.set_index("criterion").loc["no_work", "cause"] == "date"


def test_the_lists_rows_find_their_areas_by_id_or_name():
    areas = pd.DataFrame(
        {"area_id": ["1", "2", "3", "4"], "name": ["Nordby", "Åparken", "Tvilling", "Tvilling"]}
    )
    state = pd.DataFrame(
        {
            "area_id": ["2", " nordBY ", "Tvilling", "4711", "4"],
            "name": ["", "", "", "Ukendt", "Tvilling"],
            "year": 2026,
            "no_work": 1.0,
        }
    )
    placed = on_areas(state, areas)
    assert placed.rows["area_id"].tolist() == ["2", "1", "4"]
    assert (placed.unknown, placed.ambiguous) == (("Ukendt",), ("Tvilling",))
    numbered = on_areas(state.assign(area_id="4711", name=["Åparken", "x", "y", "z", "w"]), areas)
    assert numbered.rows["area_id"].tolist() == ["2"]
    with pytest.raises(InputError, match="names the area 2 twice in 2026"):
        on_areas(pd.concat([state, state.iloc[:1].assign(area_id="åparken")]), areas)


def test_the_list_that_a_month_answers_to():
    state = pd.DataFrame({"year": [2024.0, 2025.0, 2025.0, 2027.0]})
    assert of_year(state, "2026-08")["year"].tolist() == [2025, 2025]
    assert of_year(state, "2027-01")["year"].tolist() == [2027] and not len(of_year(state, "2019"))


def test_areas_without_a_name_are_not_found_by_it():
    state = pd.DataFrame({"area_id": ["Ukendt"], "name": [""], "year": 2026})
    assert on_areas(state, pd.DataFrame({"area_id": ["1"], "name": [""]})).unknown == ("Ukendt",)


def test_a_threshold_at_the_end_of_what_is_rounded_so_is_not_within_it():
    own = figures({"period": "2023-01", "convicted": 2.2, "convicted_national": 0.715}).assign(
        year=2020
    )
    state = pd.DataFrame(
        [{"area_id": "a", "year": 2020, "convicted": 2.14, "convicted_national": 0.715}]
    )
    assert (
        compare_with_list(own, state).set_index("criterion").loc["convicted", "cause"] == "undated"
    )


def test_a_list_without_the_national_share_is_held_against_ours_of_its_date():
    own = figures(
        {"period": "2023-01", "convicted": 2.2, "convicted_national": 0.7},
        {"period": "2023-05", "convicted": 2.2, "convicted_national": 0.8},
    ).assign(year=2023)
    state = pd.DataFrame([{"area_id": "a", "year": 2023, "convicted": 2.2}])
    found = compare_with_list(own, state).set_index("criterion").loc["convicted"]
    assert (found["own_met"], found["state_met"], found["cause"]) == (0, 1, "reference")
    nobody = (
        compare_with_list(own.assign(convicted_national=NAN), state)
        .set_index("criterion")
        .loc["convicted"]
    )
    assert nobody["cause"] == "unmeasured" and "national share" in nobody["text"]
