"""Regions by date."""

from __future__ import annotations

import datetime

import pandas as pd
from geofa_sociodemografi.core.assessment.criteria import assess
from geofa_sociodemografi.core.catalogue.law.municipalities import municipalities
from geofa_sociodemografi.core.catalogue.law.regions import (
    region_of_municipality,
    region_on,
    regions,
)
from geofa_sociodemografi.core.catalogue.law.rule_sets import rule_set
from geofa_sociodemografi.core.measures.figures import (
    comparison_notes,
    law_figures,
    with_comparisons,
)
from geofa_sociodemografi.core.measures.references import old_regions, reference_values
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.judging import judge

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
    assert list(old_regions(only, "income", ["2026-12", "2027-01"])) == ["2027-01"]
    new = pd.concat([old, old.assign(code="oestdanmark", period="2027-01", value=250.0)])
    assert not old_regions(new, "income", ["2027-01"], "1085")
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
