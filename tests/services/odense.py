"""Odense's own districts as a municipality has them, and its login: what is to be registered in GeoFA."""

from __future__ import annotations

import json

from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)

THEME = theme("5713")
ODENSES = "kommunekode = 461"


def stored_login(name, password, user="kom461"):
    config = QgsAuthMethodConfig()
    config.setName(name)
    config.setMethod("Basic")
    config.setConfigMap({"username": user, "password": password, "realm": ""})
    done = QgsApplication.authManager().storeAuthenticationConfig(config)
    assert done[0] if isinstance(done, tuple) else done
    return config.id()


def layer_of(rows, crs="EPSG:25832", kind="Polygon"):
    """A layer as a municipality has it: its own field names, single polygons."""
    layer = QgsVectorLayer(
        f"{kind}?crs={crs}&field=nr:integer&field=navn:string&field=nøgle:string",
        "distrikter",
        "memory",
    )
    features = []
    for row in rows.to_dict("records"):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([row["prog_distrikt_nr"], row["prog_distrikt_navn"], row["noegle"]])
        if kind != "None":
            geometry = QgsGeometry()
            geometry.fromWkb(row["wkb"])
            geometry.convertToSingleType()
            feature.setGeometry(geometry)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    QgsProject.instance().addMapLayer(layer)
    return layer


MAPPING = json.dumps(
    {
        "prog_distrikt_nr": "nr",
        "prog_distrikt_navn": "navn",
        "noegle": "nøgle",
        "prog_distrikt_type_kode": "=11",
    }
)


def given(geofa, login, layer, **more):
    return {
        "INPUT": layer,
        "MAPPING": MAPPING,
        "THEME": "5713",
        "MUNICIPALITY": "461",
        "URL": geofa.url + "/gc2" if geofa else "",
        "AUTHCFG": login,
        "USER": "gis-medarbejder",
        **more,
    }


def count(geofa):
    return int(geofa.sql(f"SELECT count(*) FROM fkg.hist_t_5713_prog_stat_dis WHERE {ODENSES}"))
