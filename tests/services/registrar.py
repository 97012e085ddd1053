"""A municipality's user who registers in GeoFA, and what is in PostGIS afterwards."""

from __future__ import annotations

import pandas as pd
import pytest
import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from geofa_sociodemografi.core.geofa.comparison.compare import compare
from geofa_sociodemografi.core.geofa.login import Login
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.sending.send import send
from geofa_sociodemografi.core.geofa.sending.sql_transaction import SqlTransaction
from geofa_sociodemografi.core.geofa.sending.wfs_transaction import WfsTransaction
from geofa_sociodemografi.core.geofa.server import server_of
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent

THEME = theme("5713")
ODENSE, USER, PASSWORD = "0461", "kom461", "workshop"
WAYS = {
    "WFS-T, QGIS Server": ("", "wfs-t"),
    "WFS-T, GC2's rules": ("/gc2", "wfs-t"),
    "SQL API v4": ("", "sql"),
}
ODENSES = "kommunekode = 461"


def not_waiting(seconds):
    assert seconds >= 0


class Registrar:
    """A municipality's user at one server by one way."""

    def __init__(
        self, base: str, way: str, password: str = PASSWORD, seconds: float = 60, user: str = USER
    ):
        basic = requests.Session()
        basic.auth = (user, password)
        self.client = GeofaClient(
            requests.Session(), server_of(base), seconds, Login(user, basic, lambda: password)
        )
        self.way = (
            SqlTransaction(self.client.sql)
            if way == "sql"
            else WfsTransaction(basic, self.client.server, seconds)
        )

    def current(self) -> pd.DataFrame:
        return self.client.current(THEME, DistrictFilter(ODENSE, None, None), Silent())

    def compare(self, wanted: pd.DataFrame):
        return compare(THEME, ODENSE, wanted, self.current(), "gis")

    def send(self, comparison):
        return send(comparison, self.way, self.client, Silent(), not_waiting)


@pytest.fixture(params=list(WAYS))
def place(request, geofa):
    """(path below the server, way), with no district of Odense registered."""
    geofa.forget(THEME, ODENSES)
    yield WAYS[request.param]
    geofa.forget(THEME, ODENSES)


def stored(geofa, condition="true"):
    """(objects in force, versions, ended versions) of Odense in PostGIS."""
    answer = geofa.sql(
        "SELECT count(*) FILTER (WHERE systid_til IS NULL), count(*), count(systid_til) "
        f"FROM fkg.hist_t_5713_prog_stat_dis WHERE kommunekode = 461 AND {condition}"
    )
    return tuple(map(int, answer.split("|")))
