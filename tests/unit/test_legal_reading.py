"""Margins in persons, alerts, what-if, the state's list and the staircase, against the law by hand."""

from __future__ import annotations

import csv
import json

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.assessment.alerts import alerts
from geofa_sociodemografi.core.assessment.criteria import assess
from geofa_sociodemografi.core.assessment.margins import criteria_table, whole_persons
from geofa_sociodemografi.core.assessment.staircase import climb
from geofa_sociodemografi.core.assessment.state_list import (
    compare_with_list,
    of_year,
    on_areas,
    period_of_list,
)
from geofa_sociodemografi.core.assessment.what_if import (
    FigureChange,
    References,
    changed,
    compare,
    merged,
)
from geofa_sociodemografi.core.catalogue.law.staircases import (
    parse_staircase,
    read_staircase,
    staircase,
)
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from hypothesis import given, settings
from hypothesis import strategies as st

NAN = np.nan
SAFE = {
    "population": 2000.0,
    "nonwestern": 10.0,
    "no_work": 10.0,
    "convicted": 0.5,
    "basic_education": 20.0,
    "income": 90.0,
    "convicted_national": 0.7,
    "no_work_denominator": 1000.0,
    "convicted_denominator": 1500.0,
    "basic_education_denominator": 700.0,
}


def figures(*rows):
    return pd.DataFrame(
        [{"area_id": "a", "period": "2026-01", "year": 2026, **SAFE, **row} for row in rows]
    )


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    st.integers(1, 400),
    st.integers(0, 400),
    st.sampled_from([(">", 40.0), (">=", 2.1), (">", 60.0), (">", 50.0)]),
)
def test_whole_persons_are_the_fewest_that_turn_the_criterion(denominator, numerator, rule):
    operator, limit = rule
    numerator = min(numerator, denominator)

    def met(k):
        return (
            k * 1000 > limit * 10 * denominator
            if operator == ">"
            else k * 1000 >= limit * 10 * denominator
        )

    margin = (limit - 100 * numerator / denominator) * denominator / 100
    found = whole_persons(margin, operator, met(numerator))
    turned = numerator + found
    nearer = turned - (1 if found > 0 else -1)
    assert met(turned) != met(numerator) and met(nearer) == met(numerator) and found != 0


def test_the_criteria_in_words():
    judged = assess(
        figures({"no_work": 38.6, "nonwestern": 50.0, "basic_education": 60.2, "income": 54.0})
    )
    table = criteria_table(judged).set_index("criterion")
    assert table.loc["no_work", "persons"] == 15 and table.loc[
        "no_work", "threshold"
    ] == pytest.approx(40)
    assert (
        table.loc["no_work", "text"]
        == "15 full-time persons below the threshold in the mean of 2 years"
    )
    assert table.loc["nonwestern", "persons"] == 1  # just at 50 %, which must be exceeded
    assert table.loc["basic_education", "text"] == "2 persons above the threshold"
    assert (
        table.loc["income", "text"] == "1.0 percentage points below the threshold"
        and table.loc["income", "met"] == 1
    )
    assert np.isnan(table.loc["income", "persons"])
    assert table.loc["prevention_no_work", "persons"] == -86
    unknown = criteria_table(assess(figures({"income": NAN}))).set_index("criterion")
    assert np.isnan(unknown.loc["income", "value"]) and unknown.loc["income", "text"] == ""


def test_alerts_name_what_is_near_and_what_changed():
    before = figures(
        {"area_id": "a", "period": "2025-12", "year": 2025},
        {"area_id": "b", "period": "2025-12", "year": 2025},
        {"area_id": "c", "period": "2025-12", "year": 2025, "income": NAN, "no_work": 45},
    )
    now = figures(
        {"area_id": "a", "no_work": 45.0, "basic_education": 61.0},
        {"area_id": "b", "no_work": 39.0},
        {"area_id": "c", "no_work": 45.0, "basic_education": 70},
        {"area_id": "d", "population": 990.0, "no_work": 39.9},
    )
    judged = assess(pd.concat([before, now], ignore_index=True))
    found = alerts(judged)
    changed_rows = found[found["kind"] == "changed"]
    assert (
        changed_rows["area_id"].tolist() == ["a"] and "no category" in changed_rows["text"].iloc[0]
    )
    near = found[found["kind"] == "near"]
    assert list(zip(near["area_id"], near["criterion"])) == [
        ("a", "basic_education"),
        ("b", "no_work"),
    ]
    floor = found[found["kind"] == "floor"].iloc[0]
    assert (floor["area_id"], floor["persons"]) == (
        "d",
        -10,
    ) and "10 residents below the 1000" in floor["text"]
    assert not len(alerts(judged.iloc[:0]))


def test_alerts_of_a_table_without_residents_or_with_an_area_twice_are_told_in_words():
    judged = assess(figures({"no_work": 39.5}).drop(columns="population"))
    assert not len(alerts(judged)), "nobody knows whether the area is large enough"
    twice = assess(figures({"period": "2025-01"}, {"period": "2025-01"}, {}))
    with pytest.raises(InputError, match="The area a is there twice"):
        alerts(twice)


def test_one_number_otherwise_and_the_category_that_follows():
    table = figures({"no_work": 41.0, "basic_education": 59.9})
    after = changed(table, [FigureChange("basic_education", "a", persons=1)])
    assert after["basic_education"].iloc[0] == pytest.approx(59.9 + 100 / 700)
    moved = compare(table, after).iloc[0]
    assert (moved["category_before"], moved["category_after"], moved["moved"]) == (
        "ingen",
        "udsat",
        True,
    )
    same = compare(table, changed(table, [FigureChange("basic_education", "a", value=60.0)]))
    assert same["moved"].tolist() == [False]
    smaller = changed(
        table.assign(basic_education=61.0), [FigureChange("population", persons=-1001)]
    )
    assert compare(table.assign(basic_education=61.0), smaller).iloc[0]["category_after"] == "ingen"


def test_references_otherwise():
    table = figures({"no_work": 41.0, "convicted": 2.0, "income": 56.0})
    assert assess(table)["category"].iloc[0] == "ingen"
    lower = changed(table, [], References(nation={"convicted": 0.66}))
    assert assess(lower)["category"].iloc[0] == "udsat"
    richer = changed(table, [], References(region={"income": 102.0}))  # 56 / 1.02 = 54.9
    assert (
        richer["income"].iloc[0] == pytest.approx(56 / 1.02)
        and assess(richer)["category"].iloc[0] == "udsat"
    )
    with pytest.raises(InputError, match="above zero"):
        changed(table, [], References(region={"income": 0.0}))


def test_a_boundary_otherwise_adds_up_persons():
    table = figures(
        {"area_id": "a", "population": 900, "no_work": 45, "no_work_denominator": 400},
        {"area_id": "b", "population": 300, "no_work": 20, "no_work_denominator": 100},
        {"area_id": "c"},
    )
    one = merged(table, "a", ["b"]).set_index("area_id")
    assert one.loc["a", "population"] == 1200 and one.loc["a", "no_work"] == pytest.approx(
        (180 + 20) / 500 * 100
    )
    assert np.isnan(one.loc["a", "income"]) and list(one.index) == ["a", "c"]
    weighted = merged(
        table.assign(income_denominator=[100.0, 300, 1], income=[40.0, 80, 90]), "a", ["b"]
    )
    assert weighted["income"].iloc[0] == pytest.approx(70.0)
    with pytest.raises(InputError, match="no area z"):
        merged(table, "a", ["z"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (FigureChange("height"), "height is no figure"),
        (FigureChange("no_work", "z"), "no area z"),
        (FigureChange("income", persons=1), "is not known"),
        (FigureChange("no_work", persons=2000), "would be 210"),
        (FigureChange("population", persons=-9999), "would be -"),
        (FigureChange("basic_education", value=101), "would be 101"),
    ],
)
def test_impossible_changes_are_refused(change, message):
    with pytest.raises(InputError, match=message):
        changed(figures({}), [change])


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


STEPS = staircase()


def levels(*names):
    return pd.DataFrame(
        {
            "area_id": "a",
            "period": [f"2026-{m:02d}" for m in range(1, len(names) + 1)],
            "risk_level": list(names),
        }
    )


def test_an_area_climbs_at_once_and_comes_down_slowly():
    found = climb(levels("ingen", "udsat", "ingen", "ingen", "tæt på", *["ingen"] * 5), STEPS)
    assert found["step"].tolist() == [
        0,
        3,
        3,
        3,
        3,
        3,
        3,
        1,
        1,
        1,
    ]  # down after six, to the highest of them
    assert found["moved"].tolist() == [0, 1, 0, 0, 0, 0, 0, -1, 0, 0]
    assert found["waiting"].tolist() == [
        0,
        0,
        1,
        2,
        3,
        4,
        5,
        3,
        4,
        5,
    ]  # those below the new step count on
    hopping = climb(levels(*["udsat", "ingen"] * 6), STEPS)
    assert set(hopping["step"]) == {3}
    unknown = climb(levels("udsat", "ingen", "ingen data", "ingen"), STEPS)
    assert unknown["period"].tolist() == ["2026-01", "2026-02", "2026-04"] and unknown[
        "waiting"
    ].tolist() == [0, 1, 2]


def test_parallelsamfund_stays_on_the_last_step_and_classes_are_a_basis_too():
    assert climb(levels("omdannelse"), STEPS)["step"].tolist() == [3]
    content = {
        "format": 1,
        "name": {"da": "x", "en": "x"},
        "basis": "index_class",
        "up_after": 2,
        "down_after": 1,
        "steps": [
            {
                "id": str(n),
                "from": n,
                "name": {"da": "x", "en": "x"},
                "action": {"da": "", "en": ""},
            }
            for n in (1, 3, 4)
        ],
    }
    classes = pd.DataFrame(
        {"area_id": "a", "period": list("abcde"), "index_class": [1, 3, 4, 0, 2]}
    )
    assert climb(classes, parse_staircase(content, "x"))["step"].tolist() == [0, 0, 1, 0]


def test_bad_staircases_are_refused_with_the_key(tmp_path):
    good = {
        "format": 1,
        "name": {"da": "x", "en": "x"},
        "basis": "category",
        "up_after": 1,
        "down_after": 1,
        "steps": [
            {
                "id": "s",
                "from": "udsat",
                "name": {"da": "x", "en": "x"},
                "action": {"da": "", "en": ""},
            }
        ],
    }
    path = tmp_path / "staircase.json"
    for change, message in (
        ({"basis": "mood"}, "basis: mood"),
        ({"down_after": 0}, "down_after"),
        ({"steps": []}, "steps"),
        ({"format": 2}, "format"),
        ({"steps": [{**good["steps"][0], "from": "bad"}]}, "bad is no category"),
        ({"steps": good["steps"] * 2}, "do not ascend"),
        ({"basis": "index_class"}, "udsat is no class"),
    ):
        path.write_text(json.dumps({**good, **change}), encoding="utf-8")
        with pytest.raises(CatalogueError, match=message):
            staircase(tmp_path)
    path.write_text(json.dumps(good), encoding="utf-8")
    assert staircase(tmp_path).steps[0].id == "s"
    for text, message in (("{", "line 1"), ("[]", "of another kind")):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(CatalogueError, match=message):
            read_staircase(path)
    with pytest.raises(CatalogueError, match="cannot be opened"):
        read_staircase(tmp_path / "gone.json")


def test_a_margin_over_two_years_is_so_many_persons_in_each():
    from geofa_sociodemografi.core.catalogue.law.rule_sets import rule_set
    from geofa_sociodemografi.core.measures.figures import law_figures

    rows = []
    for period, k, n in (("2025-01", 300.0, 600.0), ("2026-01", 330.0, 1000.0)):
        rows += [
            ("a", period, "no_work", k, n, 100 * k / n),
            ("a", period, "population", NAN, NAN, 2000.0),
        ]
    table = pd.DataFrame(
        rows, columns=["area_id", "period", "indicator", "numerator", "denominator", "value"]
    )
    figures_ = law_figures(table, rule_set("2021"))
    judged = criteria_table(
        assess(figures_[figures_["period"] == "2026-01"], rule_set("2021"))
    ).set_index("criterion")

    def met(fewer):
        return (100 * (300 - fewer) / 600 + 100 * (330 - fewer) / 1000) / 2 > 40

    assert judged.loc["no_work", "persons"] == -next(
        fewer for fewer in range(100) if not met(fewer)
    )


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
