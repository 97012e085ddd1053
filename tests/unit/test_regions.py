"""Regions by date."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.assessment.criteria import assess
from geofa_sociodemografi.core.catalogue.law.municipalities import municipalities
from geofa_sociodemografi.core.catalogue.law.regions import (
    region_of_municipality,
    region_on,
    regions,
)
from geofa_sociodemografi.core.catalogue.law.rule_sets import rule_set
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.figures import (
    comparison_notes,
    law_figures,
    with_comparisons,
)
from geofa_sociodemografi.core.measures.reference_values import reference_values
from geofa_sociodemografi.core.measures.region_readings import regions_told
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.judging import judge, judge_lists

BEFORE, AFTER = datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)


def test_two_regions_become_one_on_1_january_2027():
    assert (
        region_of_municipality("0101", BEFORE).code == "1084"
        and region_of_municipality("0265", BEFORE).code == "1085"
    )
    assert {region_of_municipality(code, AFTER).code for code in ("0101", "0265")} == {
        "oestdanmark"
    }
    assert region_on("1084", AFTER).name == "Region Østdanmark" and region_on("9", AFTER) is None


def test_every_municipality_has_one_region_on_both_days():
    for code, about in municipalities().items():
        if about.region:
            assert region_of_municipality(code, BEFORE).code == about.region
            assert region_of_municipality(code, AFTER).exists(AFTER)
    assert sum(region.exists(BEFORE) for region in regions()) == 5
    assert sum(region.exists(AFTER) for region in regions()) == 4


def test_reference_values_follow_the_region_through_the_merger():
    table = pd.DataFrame(
        [
            ("region", "1084", "2026-06", "income", 300.0),
            ("region", "1085", "2026-06", "income", 200.0),
            ("region", "oestdanmark", "2027-01", "income", 260.0),
        ],
        columns=["level", "code", "period", "indicator", "value"],
    )
    values = reference_values(table, "region", "income", ["2026-07", "2027-01", "2027-05"], "1084")
    assert values.tolist() == [300.0, 260.0, 260.0]
    old = table[table["code"] != "oestdanmark"]
    assert reference_values(old, "region", "income", ["2027-05"], "1085").tolist() == [200.0]


def test_an_old_regions_income_is_named_where_the_new_ones_is_not_there():
    old = pd.DataFrame(
        [
            ("region", "1085", "2026-06", "income", 200.0),
            ("region", "1084", "2026-06", "income", 300.0),
        ],
        columns=["level", "code", "period", "indicator", "value"],
    )
    observations = pd.DataFrame(
        [("a", period, "income", 100.0, 1.0, 100.0) for period in ("2026-12", "2027-01")],
        columns=["area_id", "period", "indicator", "numerator", "denominator", "value"],
    )
    figures = law_figures(observations, rule_set("2021"), old, "1085")
    assert figures["income"].tolist() == [50.0, 50.0]
    judged = assess(figures, rule_set("2021"))
    said = "Income is held against Region Sjælland, which became part of Region Østdanmark on 2027-01-01"
    assert [said in note for note in judged["note"]] == [
        False,
        True,
    ] and "figure_note" not in judged
    told = comparison_notes(with_comparisons(observations, old, "1085"), old, "1085")
    assert len(told) == 1 and said in told[0]
    assert (
        comparison_notes(with_comparisons(observations, old, "1085"), old, "1085", "2026-12") == []
    )
    only = old[old["code"] == "1084"]  # the municipality is not known, and the table has one region
    both = ["2026-12", "2027-01"]
    assert [bool(said) for said in regions_told(only, "income", both, both)] == [False, True]
    new = pd.concat([old, old.assign(code="oestdanmark", period="2027-01", value=250.0)])
    (told,) = regions_told(new, "income", ["2027-01"], ["2027-01"], "1085")
    assert told.startswith("Income is held against Region Østdanmark, which Region Sjælland became")
    assert law_figures(observations, rule_set("2021"), new, "1085")["income"].tolist() == [
        50.0,
        40.0,
    ]


def test_the_dock_says_which_region_and_how_few_years():
    told = {}
    observations = pd.DataFrame(
        [
            ("a", "2027-01", figure, 50.0, 100.0, 50.0)
            for figure in ("income", "no_work", "convicted", "population")
        ],
        columns=["area_id", "period", "indicator", "numerator", "denominator", "value"],
    )
    references = pd.DataFrame(
        [
            ("region", "1085", "2026-06", "income", 200.0),
            ("nation", "", "2027-01", "convicted", 0.7),
        ],
        columns=["level", "code", "period", "indicator", "value"],
    )
    result = judge(
        observations, Choices(municipality="0265", allow_fewer_years=True), references, told=told
    )
    assert any("Region Sjælland" in text for text in told)
    fewer = [text for text in told if "the mean of 1 of the 2 years" in text]
    assert len(fewer) == 3 and all(text in result["note"].iloc[0] for text in told)


# -- both readings while the two become one -----------------------------------------------------

COLUMNS = ["level", "code", "period", "indicator", "value", "persons"]


def regional(*rows):
    """(code, period, income[, persons])."""
    return pd.DataFrame(
        [
            ("region", code, period, "income", value, *(persons or [float("nan")]))
            for code, period, value, *persons in rows
        ],
        columns=COLUMNS,
    )


def areas_with_income(periods, **incomes):
    """Areas of 1,500 residents, over 60 % with basic school only: udsat if their income is low."""
    rows = []
    for area, income in incomes.items():
        for period in periods:
            for indicator, value in (
                ("population", 1500.0),
                ("nonwestern", 10.0),
                ("no_work", 10.0),
                ("convicted", 0.1),
                ("basic_education", 65.0),
                ("income", income),
            ):
                rows.append((area, period, indicator, value, 100.0, value))
    return pd.DataFrame(
        rows, columns=["area_id", "period", "indicator", "numerator", "denominator", "value"]
    )


NATION = pd.DataFrame(
    [("nation", "", p, "convicted", 0.7, 1.0) for p in ("2025", "2026", "2026-02")],
    columns=COLUMNS,
)
TWO = regional(("1084", "2026", 400_000.0, 1_200_000), ("1085", "2026", 340_000.0, 600_000))
# (400 000 x 1.2 + 340 000 x 0.6) / 1.8 = 380 000; 55 %: 220 000, 187 000 and 209 000


def test_the_new_regions_income_is_worked_out_from_the_two_by_their_persons():
    values = reference_values(TWO, "region", "income", ["2026-12", "2027-01"], "1085")
    assert np.isnan(values["2026-12"]) and values["2027-01"] == pytest.approx(380_000)
    one = TWO[TWO["code"] == "1085"]
    assert reference_values(one, "region", "income", ["2027-01"], "1085").tolist() == [340_000]
    bare = TWO.drop(columns="persons")
    assert reference_values(bare, "region", "income", ["2027-01"], "1085").tolist() == [340_000]
    own = pd.concat([TWO, regional(("oestdanmark", "2026", 390_000.0))])
    assert reference_values(own, "region", "income", ["2027-01"], "1085").tolist() == [390_000]
    zero = TWO.assign(persons=[1_200_000, 0])
    assert reference_values(zero, "region", "income", ["2027-01"], "1085").tolist() == [340_000]


@pytest.mark.parametrize(("code", "flips"), [("1085", ["b"]), ("1084", ["c"])])
def test_both_readings_and_the_areas_whose_category_hangs_on_them(code, flips):
    observations = areas_with_income(["2026-02", "2027-02"], a=150e3, b=200e3, c=215e3, d=300e3)
    references = pd.concat([NATION, TWO.assign(period="2026-02")])
    told = {}
    choices = Choices(region=code, allow_fewer_years=True)
    found = judge(observations, choices, references, told=told).set_index(["area_id", "period"])
    old = {"1085": 340_000, "1084": 400_000}[code]
    for area, income in (("a", 150e3), ("b", 200e3), ("c", 215e3), ("d", 300e3)):
        row, before = found.loc[(area, "2027-02")], found.loc[(area, "2026-02")]
        assert row["income"] == pytest.approx(100 * income / 380_000)
        assert row["income_other_region"] == pytest.approx(100 * income / old)
        assert (row["income_region"], row["income_other_region_code"]) == ("oestdanmark", code)
        assert before["income"] == pytest.approx(100 * income / old)
        assert before["income_region"] == code and np.isnan(before["income_other_region"])
        assert ("Held against" in row["note"]) == (area in flips)
        assert "worked out from Region Hovedstaden, Region Sjælland" in row["note"]
        assert "Østdanmark" not in before["note"]
    name = {"1085": "Region Sjælland", "1084": "Region Hovedstaden"}[code]
    said = [text for text in told if "these areas would have another category" in text]
    assert said == [
        f"2027-02: held against {name} instead, these areas would have another category: "
        + ", ".join(flips)
        + "."
    ]


def test_the_list_of_2027_holds_income_of_2026_against_both():
    rows = areas_with_income(["2027-01"], a=150e3)
    rows = rows[rows["indicator"].isin(["population", "nonwestern"])]
    years = areas_with_income(["2025", "2026"], a=200e3)
    references = pd.concat([NATION, TWO])
    table = judge_lists(pd.concat([rows, years]), Choices(region="1085"), references)
    row = table[table["period"] == "2027"].iloc[0]
    assert row["income"] == pytest.approx(100 * 200 / 380) and row["income_region"] == "oestdanmark"
    assert row["income_other_region"] == pytest.approx(100 * 200 / 340)
    assert row["category"] == "udsat" and "Held against Region Sjælland instead: no" in row["note"]


def test_the_old_region_serves_where_the_new_one_has_no_value_yet():
    new = pd.concat([TWO.drop(columns="persons"), regional(("oestdanmark", "2027-06", 380_000.0))])
    found = judge(
        areas_with_income(["2027-02", "2027-06"], a=200e3), Choices(region="1085"), new
    ).set_index("period")
    assert found.loc["2027-02", "income"] == pytest.approx(100 * 200 / 340)
    assert found.loc["2027-06", "income"] == pytest.approx(100 * 200 / 380)
    assert "has no values of Region Østdanmark" in found.loc["2027-02", "note"]
    assert "held against Region Østdanmark, which" in found.loc["2027-06", "note"]
    only = regional(("oestdanmark", "2027-01", 380_000.0))
    alone = judge(areas_with_income(["2027-02"], a=200e3), Choices(region="1085"), only)
    assert alone["income"].iloc[0] == pytest.approx(100 * 200 / 380)
    with pytest.raises(InputError, match="not for 1085"):
        judge(areas_with_income(["2026-12"], a=200e3), Choices(region="1085"), only)
