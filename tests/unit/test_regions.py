"""Regions by date."""

from __future__ import annotations

import datetime

from geofa_sociodemografi.core.catalogue.municipalities import municipalities
from geofa_sociodemografi.core.catalogue.regions import region_of_municipality, region_on, regions

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
