"""Registers the example municipality's districts in the stand-in."""

from __future__ import annotations

import numpy as np
from geofa_sociodemografi.core.catalogue.themes import theme
from geofa_sociodemografi.core.example.districts import all_districts, district_rows
from geofa_sociodemografi.core.example.geography import make_land

from .server import LocalGeofa

MUNICIPALITY = {"code": "0999", "name": "Eksempelkommune (fiktiv)", "cvr": 99999999}


def register_example(service: LocalGeofa, seed: int = 1) -> None:
    """Every district of the example with ``seed``."""
    land = make_land(np.random.default_rng(seed))
    for code, districts in all_districts(land).items():
        service.insert(theme(code), district_rows(code, districts, MUNICIPALITY))
