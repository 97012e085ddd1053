"""Registers the example municipality's districts in the stand-in."""

from __future__ import annotations

import numpy as np
from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from geofa_sociodemografi.core.example.districts import all_districts, district_rows
from geofa_sociodemografi.core.example.geography import make_land

from .server import LocalGeofa

MUNICIPALITY = {"code": "0999", "name": "Eksempelkommune (fiktiv)", "cvr": 99999999}

OUTLINE = """
INSERT INTO dagi.kommune SELECT kommunekode, ST_Multi(ST_Union(geometri)) FROM fkg.t_5713_prog_stat_dis
WHERE kommunekode = 999 AND prog_distrikt_type_kode = 11 GROUP BY kommunekode
"""
"""The municipality's outline, which the service wants every object to lie within 1 km of."""


def register_example(service: LocalGeofa, seed: int = 1) -> None:
    """Every district of the example with ``seed``."""
    land = make_land(np.random.default_rng(seed))
    for code, districts in all_districts(land).items():
        service.insert(theme(code), district_rows(code, districts, MUNICIPALITY))
    service.sql(OUTLINE)
