"""Who reads GeoFA: the public, and a municipality's user."""

from __future__ import annotations

import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from geofa_sociodemografi.core.geofa.login import Login
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.server import server_of

THEME = theme("5711")


def public(url, **options):
    return GeofaClient(requests.Session(), server_of(url), 30, **options)


def user(url, name="kom999"):
    basic = requests.Session()
    basic.auth = (name, "workshop")
    return GeofaClient(
        requests.Session(), server_of(url), 30, Login(name, basic, lambda: "workshop")
    )
