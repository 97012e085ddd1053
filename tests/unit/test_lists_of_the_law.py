"""The figures and categories by the law's own dates, list by list; by hand."""

from __future__ import annotations

import csv

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.law.dates import LIST, ListDate
from geofa_sociodemografi.core.catalogue.law.measured import figures_of_law
from geofa_sociodemografi.core.measures.figures import law_figures
from geofa_sociodemografi.core.measures.list_figures import list_figures
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.judging import judge, judge_lists

from tests.unit.law_observations import (
    NAN,
    NATION,
    REGION,
    RULES,
    held,
    municipality,
    observed,
    only,
)


def test_the_list_of_2026_by_hand():
    table = judge_lists(municipality(), Choices(), held(NATION, REGION))
    assert sorted(set(table["period"])) == ["2025", "2026"]
    for area in ("a", "b"):
        row = only(table, area, "2026")
        assert row["year"] == 2026 and row["population"] == 2400 and row["nonwestern"] == 20
        assert row["convicted"] == pytest.approx(2.3) and row["margin_convicted"] == pytest.approx(
            -0.2
        ), "2.3 against 3 x 0.7"
        assert row["basic_education"] == 65 and row["income"] == pytest.approx(52.63, abs=0.005)
        assert row[["met_convicted", "met_basic_education", "met_income"]].tolist() == [1, 1, 1]
        assert row["category"] == "udsat" and row["decided"]
        assert row[["convicted_period", "income_period", "population_period"]].tolist() == [
            "2025",
            "2025",
            "2026-01",
        ]
        assert (row["population_age"], row["convicted_age"]) == (11, 12), "on 1 December 2026"
        assert (
            "Outside work and education, 18-64: the one of 2025 is missing; it usually comes in "
            "November 2026." in row["note"]
        )
        before = only(table, area, "2025")
        assert before["convicted"] == pytest.approx(2.4), "the mean of 2023 and 2024"


@pytest.mark.parametrize(
    ("indicator", "given", "figure", "period"),
    [
        # outside work and convicted: the mean of Y-2 and Y-1, whatever else is there
        ("no_work", {"2023": 1, "2024": 30, "2025": 40, "2026": 9, "2026-06": 9}, 35.0, "2025"),
        ("convicted", {"2024": 2.0, "2025": 3.0, "2026-01": 9}, 2.5, "2025"),
        ("no_work", {"2024": 30, "2026": 40}, NAN, ""),
        ("no_work", {"2025": 30}, NAN, "2025"),
        # only months: the year up to January after is the year's, else its December
        ("no_work", {"2025-01": 30, "2026-01": 50, "2025-12": 9, "2024-12": 9}, 40.0, "2026-01"),
        ("no_work", {"2024-12": 10, "2025-12": 20}, 15.0, "2025-12"),
        ("no_work", {"2024-12": 10, "2025-12": 20, "2025": 60}, 35.0, "2025"),
        ("no_work", {"2024-11": 10, "2025-11": 20}, NAN, ""),
        # education at 30 September Y-1: the year's, the September month, 1 October
        ("basic_education", {"2025": 61, "2025-09": 62, "2026": 9}, 61, "2025"),
        ("basic_education", {"2025-09": 62, "2025-10": 63, "2026-01": 9}, 62, "2025-09"),
        ("basic_education", {"2025-10": 63, "2025-12": 9}, 63, "2025-10"),
        ("basic_education", {"2024": 61, "2026-01": 61}, NAN, ""),
        # residents and origin at 1 January Y
        ("nonwestern", {"2026-01": 40, "2026": 9, "2025-12": 9}, 40, "2026-01"),
        ("nonwestern", {"2026": 41, "2025": 9}, 41, "2026"),
        ("nonwestern", {"2025-12": 9, "2026-02": 9}, NAN, ""),
        # income of Y-1 against the region's Y-1
        ("income", {"2025": 200_000, "2024": 1e5, "2026-03": 1e5}, 50.0, "2025"),
        ("income", {"2024": 200_000}, NAN, ""),
    ],
)
def test_every_figure_of_the_list_of_2026(indicator, given, figure, period):
    rows = [("a", "2026-01", "population", 1500)]
    rows += [("a", p, indicator, float(v)) for p, v in given.items()]
    references = held(None, {"2024": 9e5, "2025": 400_000.0, "2026-01": 9e5})
    row = only(judge_lists(observed(*rows), Choices(), references), period="2026")
    np.testing.assert_allclose(row[indicator], figure)
    assert row[f"{indicator}_period"] == period


def test_the_lists_of_2010_take_four_years_and_come_in_october():
    rows = [("a", "2012-01", "population", 1500)]
    rows += [("a", str(y), "no_work", float(y - 2000)) for y in range(2006, 2013)]
    row = only(judge_lists(observed(*rows), Choices()), period="2012")
    assert row["no_work"] == pytest.approx((8 + 9 + 10 + 11) / 4) and row["rule_set"] == "2010"
    assert (row["no_work_age"], row["population_age"]) == (10, 9), "on 1 October 2012"


def test_what_the_list_lacks_is_told_with_when_it_usually_comes():
    told = {}
    rows = [("a", "2026-01", "population", 1500), ("b", "2026-01", "population", 1500)]
    rows += [("a", "2025", "basic_education", 61.0), ("a", "2025", "income", 2e5)]
    rows += [("a", p, "no_work", 45.0) for p in ("2024-12", "2025-12")]
    table = judge_lists(observed(*rows), Choices(), held({"2025": 0.7}), None, told)
    a, b = (only(table, area, "2026")["note"] for area in "ab")
    assert "the year up to December 2025, not the yearly figure of 2025." in a
    assert "30 September 2025 is missing; it usually comes in November 2026." in b
    assert "30 September" not in a and "not the yearly figure" not in b
    assert "1 January 2026 is missing; it usually comes in January 2026." in a, "of origin"
    assert "The national share of convicted: the one of 2024 is missing" in a
    assert "Income of the region: the one of 2025 is missing" in a
    assert "The national share of convicted: the one of 2025" not in a
    assert all(any(sentence in note for note in (a, b)) for sentence in told) and len(told) > 6


def test_months_of_references_stand_in_for_their_years():
    nation = {"2025-01": 0.6, "2025-12": 0.8, "2026-06": 9}  # the years up to them: 2024 and 2025
    table = judge_lists(municipality(), Choices(), held(nation, {"2026-01": 400_000.0}))
    row = only(table, period="2026")
    assert row["convicted_national"] == pytest.approx(0.7) and row["income"] == 50


def test_a_year_is_served_where_residents_of_1_january_are_there():
    rows = [("a", p, "population", 1500) for p in ("2024-12", "2025-02", "2026-01", "2027")]
    rows.append(("b", "2028-01", "population", NAN, NAN, "unknown"))
    table = judge_lists(observed(*rows), Choices())
    assert sorted(set(table["period"])) == ["2026", "2027"]
    assert set(table["area_id"]) == {"a", "b"} and not only(table, "b", "2026")["decided"]
    empty = judge_lists(observed(("a", "2025-02", "population", 1500)), Choices())
    assert not len(empty) and "category" in empty and "convicted_period" in empty


def test_the_reading_list_of_one_month_is_the_list_of_its_year():
    table, references = municipality(), held(NATION, REGION)
    whole = judge(table, Choices(reading=LIST), references)
    pd.testing.assert_frame_equal(whole, judge_lists(table, Choices(), references))
    one = judge(table, Choices(reading=LIST), references, period="2026-01")
    assert set(one["period"]) == {"2026"} and len(one) == 2


def five_years(last=2026, first=2022, nonwestern=60.0):
    rows = []
    for year in range(first, last + 1):
        rows += [
            ("a", f"{year}-01", "population", 1500),
            ("a", f"{year}-01", "nonwestern", nonwestern),
        ]
    for year in range(first - 2, last):
        rows += [
            ("a", str(year), "no_work", 45.0),
            ("a", str(year), "convicted", 0.1),
            ("a", str(year), "basic_education", 65.0),
            ("a", str(year), "income", 3e5),
        ]
    return observed(*rows), held(
        {str(y): 0.7 for y in range(first - 2, last)}, {str(y): 4e5 for y in range(first - 2, last)}
    )


def test_the_lists_judged_before_are_the_memory_of_the_later_ones():
    observations, references = five_years()
    table = judge_lists(observations, Choices(), references, {}).set_index("period")
    assert table["category"].tolist() == [*["parallelsamfund"] * 4, "omdannelse"]
    assert judge(observations, Choices(reading=LIST), references, {}, "2026-03")[
        "category"
    ].tolist() == ["omdannelse"], "also where that list alone is asked for"
    given = judge_lists(observations, Choices(), references, {("a", 2024): "udsat"})
    assert given["category"].tolist() == ["parallelsamfund"] * 5, "what is given goes before"
    milder = judge_lists(five_years(nonwestern=40.0)[0], Choices(), references, {})
    assert milder["category"].tolist() == ["udsat"] * 5
    assert judge_lists(observations, Choices(), references)["category"].iloc[-1] != "omdannelse"


def test_dates_are_data_of_the_rule_set():
    dates = {one.id: RULES.dates_of(one) for one in figures_of_law().values()}
    assert dates == {
        "population": ListDate((0,), "01-01"),
        "nonwestern": ListDate((0,), "01-01"),
        "no_work": ListDate((1, 2), "year"),
        "convicted": ListDate((1, 2), "year"),
        "basic_education": ListDate((1,), "09-30"),
        "income": ListDate((1,), "year"),
    }


def test_the_same_figures_give_the_same_list_as_january_where_all_are_monthly():
    """A month's figure is of the year up to it, so January is the list but for education."""
    rows = [
        ("a", p, i, v)
        for p in ("2025-01", "2025-09", "2026-01")
        for i, v in (
            ("population", 1500),
            ("nonwestern", 20.0),
            ("no_work", 41.0 if p == "2026-01" else 40.5),
            ("convicted", 1.0),
            ("basic_education", 61.0 if p == "2025-09" else 50.0),
        )
    ]
    january = only(judge(observed(*rows), Choices()), period="2026-01")
    listed = only(judge(observed(*rows), Choices(reading=LIST)), period="2026")
    assert listed["no_work"] == january["no_work"] == pytest.approx(40.75)
    assert (listed["basic_education"], january["basic_education"]) == (61, 50)


def test_published_lists_keep_their_category_by_the_laws_own_dates(shared):
    """Each published row as observations at the law's dates; the same verdict as from its figures."""
    names = {
        "population": "population",
        "nonwestern_pct": "nonwestern",
        "no_work_pct": "no_work",
        "convicted_pct": "convicted",
        "basic_edu_pct": "basic_education",
        "income_pct": "income",
    }
    decided = []
    for row in csv.DictReader((shared / "published_lists.csv").open(encoding="utf-8")):
        year = int(row["year"])
        figures = {ours: float(row[theirs]) for theirs, ours in names.items() if row[theirs]}
        if "population" not in figures:
            continue
        rows = []
        for figure, value in figures.items():
            if figure in ("population", "nonwestern"):
                rows.append(("a", f"{year}-01", figure, value))
            else:
                rows += [
                    ("a", str(year - back), figure, value * (4000.0 if figure == "income" else 1))
                    for back in range(1, 5 if year < 2014 else 3)
                ]
        table = judge_lists(observed(*rows), Choices(), held(None, {str(year - 1): 400_000.0}))
        found = only(table, period=str(year))
        for figure, value in figures.items():
            assert found[figure] == pytest.approx(value), (row["area"], figure)
        if found["decided"]:
            decided.append((row["year"], row["area"]))
            on_list = {"0": False, "1": True}.get(row["parallelsamfund"])
            assert (found["category"] in ("parallelsamfund", "omdannelse")) == on_list, row
    assert decided == [
        ("2014", "Agervang"),
        ("2014", "Bispehaven"),
        ("2018", "Agervang"),
        ("2023", "Mjølnerparken"),
    ]


def test_a_figure_of_the_whole_table_is_asked_for_by_its_own_name():
    found = list_figures(municipality(), RULES, [2026], held(NATION, REGION), "1083")
    assert {f"{one}_{what}" for one in figures_of_law() for what in ("period", "age")} <= set(found)
    table = law_figures(municipality(), RULES, held(NATION, REGION), "1083", periods=["2026-01"])
    assert set(table["period"]) == {"2026-01"} and np.isnan(table["convicted"]).all()
