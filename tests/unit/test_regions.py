"""Regions by date."""

from __future__ import annotations

import datetime

import pandas as pd
from geofa_sociodemografi.core.catalogue.municipalities import municipalities
from geofa_sociodemografi.core.catalogue.regions import region_of_municipality, region_on, regions
from geofa_sociodemografi.core.measures.references import reference_values

BEFORE, AFTER = datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)


def test_two_regions_become_one_on_1_january_2027():
    assert region_of_municipality("0101", BEFORE).code == "1084" and region_of_municipality("0265", BEFORE).code == "1085"
    assert {region_of_municipality(code, AFTER).code for code in ("0101", "0265")} == {"oestdanmark"}
    assert region_on("1084", AFTER).name == "Region Østdanmark" and region_on("9", AFTER) is None


def test_every_municipality_has_one_region_on_both_days():
    for code, about in municipalities().items():
        if about.region:
            assert region_of_municipality(code, BEFORE).code == about.region
            assert region_of_municipality(code, AFTER).exists(AFTER)
    assert sum(region.exists(BEFORE) for region in regions()) == 5
    assert sum(region.exists(AFTER) for region in regions()) == 4


def test_reference_values_follow_the_region_through_the_merger():
    table = pd.DataFrame([
        ("region", "1084", "2026-06", "income", 300.0), ("region", "1085", "2026-06", "income", 200.0),
        ("region", "oestdanmark", "2027-01", "income", 260.0)],
        columns=["level", "code", "period", "indicator", "value"])
    values = reference_values(table, "region", "income", ["2026-07", "2027-01", "2027-05"], "1084")
    assert values.tolist() == [300.0, 260.0, 260.0]
    old = table[table["code"] != "oestdanmark"]
    assert reference_values(old, "region", "income", ["2027-05"], "1085").tolist() == [200.0]
