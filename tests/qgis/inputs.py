"""Small inputs that the tests of the algorithms share."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer


def rows(layer):
    return [dict(zip(layer.fields().names(), f.attributes())) for f in layer.getFeatures()]


def last_month(example):
    return str(sorted(example.persons.iterdir())[-1])


def count(algorithm, example, areas, **more):
    parameters = {
        "AREAS": areas,
        "AREA_ID_FIELD": "noegle",
        "PERSONS": last_month(example),
        "ADDRESSES": str(example.addresses),
        "REFERENCE": str(example.references),
        **more,
    }
    return algorithm("countindicators", **parameters)


def figures(tmp_path, *lines):
    path = tmp_path / "tal.csv"
    path.write_text(
        "omraade;aar;beboere;ikkevest;udenfor;doemte;grundskole;indkomst\n"
        + "\n".join(lines)
        + "\n",
        encoding="utf-8",
    )
    return str(path)


FIELDS = {
    "YEAR_FIELD": "aar",
    "POPULATION": "beboere",
    "NONWESTERN": "ikkevest",
    "NO_WORK": "udenfor",
    "CONVICTED": "doemte",
    "BASIC_EDUCATION": "grundskole",
    "INCOME": "indkomst",
}


def register(tmp_path, text, name="borgere.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


GOOD = "x;y;age;period\n660000;6268000;40;2026-01\n"


def polygons(*wkts, ids=None):
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=id:string(10)", "områder", "memory")
    features = []
    for number, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([ids[number] if ids else str(number)])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


SQUARE = "Polygon((660000 6268000, 661000 6268000, 661000 6269000, 660000 6269000, 660000 6268000))"
BOW_TIE = (
    "Polygon((660000 6268000, 661000 6269000, 661000 6268000, 660000 6269000, 660000 6268000))"
)
