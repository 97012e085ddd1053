"""The algorithms through ``processing.run``, with good and bad input."""

from __future__ import annotations

import pytest
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)

from tests.qgis.inputs import GOOD, SQUARE, count, last_month, polygons, register, rows

IDS = {
    "loadtheme": ["THEME", "MUNICIPALITY", "DISTRICT_TYPE", "GRADE", "STATUS", "URL", "OUTPUT"],
    "countindicators": [
        "AREAS",
        "AREA_ID_FIELD",
        "PERSONS",
        "ADDRESSES",
        "MAPPING",
        "VALUES",
        "PERIOD",
        "REFERENCE",
        "OUTPUT",
        "OBSERVATIONS",
    ],
    "assesscriteria": [
        "INPUT",
        "RULE_SET",
        "YEAR_FIELD",
        "POPULATION",
        "NONWESTERN",
        "NO_WORK",
        "CONVICTED",
        "BASIC_EDUCATION",
        "INCOME",
        "CONVICTED_NATIONAL",
        "HISTORY",
        "USE_ORIGIN",
        "OUTPUT",
    ],
    "stylerisk": ["INPUT", "FIELD"],
    "runmonitor": [
        "AREAS",
        "AREA_ID_FIELD",
        "PERSONS",
        "ADDRESSES",
        "MAPPING",
        "VALUES",
        "REFERENCE",
        "RULE_SET",
        "OUTPUT",
    ],
    "examplemunicipality": ["RESIDENTS", "MONTHS", "SEED", "OUTPUT"],
}


@pytest.mark.parametrize("identifier", list(IDS))
def test_ids_and_parameters_are_the_promised_ones_and_explained(identifier):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"sociodemografi:{identifier}")
    names = [p.name() for p in algorithm.parameterDefinitions()]
    assert [n for n in names if n in IDS[identifier]] and set(IDS[identifier]) <= set(names)
    assert (
        len(algorithm.shortHelpString()) > 200
        and algorithm.displayName()
        and algorithm.canExecute()[0]
    )


def test_count_assess_style_from_files_in_a_folder_with_danish_letters(algorithm, example, housing):
    counted = count(algorithm, example, housing, PERSONS=str(example.persons), PERIOD="2026-01")
    observations = rows(counted["OBSERVATIONS"])
    assert list(observations[0]) == [
        "area_id",
        "period",
        "indicator",
        "numerator",
        "denominator",
        "value",
        "persons",
        "households",
        "status",
        "vintage",
        "source",
    ]
    assert len(observations) == 60 and {o["period"] for o in observations} == {"2026-01"}
    assert {o["indicator"] for o in observations} == {
        "population",
        "no_work",
        "convicted",
        "basic_education",
        "income",
        "nonwestern",
    }
    areas = rows(counted["OUTPUT"])
    with open(last_month(example), encoding="utf-8") as stream:
        read = sum(1 for _ in stream) - 1
    assert sum(a["population"] for a in areas) < read and all(
        a["no_work_2y"] is not None for a in areas
    )
    assert any("placed" in text for text in algorithm.said)
    assessed = algorithm(
        "assesscriteria", INPUT=counted["OUTPUT"], YEAR_FIELD="year", HISTORY=str(example.history)
    )
    result = {r["area_id"]: r for r in rows(assessed["OUTPUT"])}
    assert all(isinstance(r["decided"], bool) for r in result.values())
    assert result["B01"]["margin_nonwestern"] == pytest.approx(50 - result["B01"]["nonwestern"])
    styled = algorithm("stylerisk", INPUT=assessed["OUTPUT"], FIELD="risk_level")
    assert styled["OUTPUT"] == assessed["OUTPUT"].id()
    assert [c.value() for c in assessed["OUTPUT"].renderer().categories()] == [
        "ingen",
        "tæt på",
        "forebyggelse",
        "udsat",
        "parallelsamfund",
        "omdannelse",
        "",
    ]


def test_all_periods_when_none_is_named_and_a_layer_works_as_a_register(
    algorithm, example, housing
):
    register = QgsVectorLayer(last_month(example), "borgere", "ogr")
    from_layer = count(algorithm, example, housing, PERSONS=register)
    from_file = count(algorithm, example, housing)
    assert rows(from_layer["OBSERVATIONS"]) == rows(from_file["OBSERVATIONS"])


def points(example):
    """The last month as a point layer in WGS 84 without address keys."""
    import pandas as pd

    people = pd.read_csv(last_month(example), sep=";", decimal=",", dtype={"education": str})
    spots = pd.read_csv(example.addresses, sep=";", decimal=",")
    people = people.merge(spots, on="address_key")
    layer = QgsVectorLayer(
        "Point?crs=EPSG:25832&field=age:integer&field=convicted:integer&field=origin:string(20)",
        "points",
        "memory",
    )
    features = []
    for row in people.itertuples():
        feature = QgsFeature(layer.fields())
        feature.setAttributes([row.age, row.convicted, row.origin])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point({row.x} {row.y})"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_a_point_layer_places_people_by_its_points_in_any_reference_system(
    algorithm, example, housing
):
    import processing

    layer = points(example)
    degrees = processing.run(
        "native:reprojectlayer",
        {
            "INPUT": layer,
            "TARGET_CRS": QgsCoordinateReferenceSystem("EPSG:4326"),
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    by_point = count(algorithm, example, housing, PERSONS=degrees, ADDRESSES=None, PERIOD="2026-01")
    by_key = count(algorithm, example, housing)
    wanted = {(r["area_id"]): r["population"] for r in rows(by_key["OUTPUT"])}
    found = {(r["area_id"]): r["population"] for r in rows(by_point["OUTPUT"])}
    assert sum(abs(wanted[a] - found[a]) for a in wanted) <= 0.002 * sum(wanted.values())


def test_areas_in_another_reference_system_are_reprojected_and_it_is_said(
    algorithm, example, housing
):
    import processing

    moved = processing.run(
        "native:reprojectlayer",
        {
            "INPUT": housing,
            "TARGET_CRS": QgsCoordinateReferenceSystem("EPSG:3857"),
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    there = count(algorithm, example, moved)
    assert any("reprojected" in text for text in algorithm.said)
    here = count(algorithm, example, housing)
    assert [r["population"] for r in rows(there["OUTPUT"])] == pytest.approx(
        [r["population"] for r in rows(here["OUTPUT"])], rel=0.01
    )


def test_the_whole_job_makes_a_monitor_file_qgis_can_show(algorithm, example, housing, tmp_path):
    path = str(tmp_path / "kommunens måler.gpkg")
    algorithm(
        "runmonitor",
        AREAS=housing,
        AREA_ID_FIELD="noegle",
        PERSONS=str(example.persons),
        ADDRESSES=str(example.addresses),
        MAPPING="",
        REFERENCE=str(example.references),
        RULE_SET="auto",
        OUTPUT=path,
    )
    layer = QgsVectorLayer(f"{path}|layername=risk_map", "r", "ogr")
    assert layer.isValid() and layer.featureCount() == 250 and layer.crs().authid() == "EPSG:25832"


def test_the_example_municipality_through_processing(algorithm, tmp_path):
    folder = tmp_path / "eksempel"
    algorithm("examplemunicipality", RESIDENTS=1000, MONTHS=2, SEED=3, OUTPUT=str(folder))
    assert len(list((folder / "persons").iterdir())) == 2


# -- real geography --------------------------------------------------------------------------------


def test_odense_every_real_address_is_placed_in_a_parish_and_counts_add_up(
    algorithm, shared, tmp_path
):
    import numpy as np
    import pandas as pd
    from geofa_sociodemografi.core.example.households import Group
    from geofa_sociodemografi.core.example.people import Population

    real = pd.read_csv(shared / "geo" / "dar_adresser_sample_2015.csv", dtype=str)
    real = real[real["kommunekode"] == "0461"]
    assert len(real) == 1776
    profile = {
        "single_young": 0.1,
        "single": 0.2,
        "couple": 0.2,
        "family": 0.25,
        "single_parent": 0.1,
        "old_single": 0.1,
        "old_couple": 0.05,
    }
    group = Group("odense", 4_000, 0.1, [0.2, 0.2], 0.01, 0.3, 1.0, profile)
    invented = Population(
        groups=[group], region_income=380_000, turning_month=6, rng=np.random.default_rng(1)
    )
    invented.settle()
    people = invented.table()
    people["address_key"] = real["kvhx"].to_numpy()[people.pop("dwelling").to_numpy() % len(real)]
    people["period"] = "2026-01"
    people.to_csv(tmp_path / "odense.csv", sep=";", decimal=",", index=False)
    addresses = real[["kvhx", "etrs89_oest", "etrs89_nord"]]
    addresses.to_csv(tmp_path / "adresser.csv", sep=";", index=False)
    parishes = QgsVectorLayer(
        f"{shared / 'geo' / 'dk_admin_25832.gpkg'}|layername=dk_sogne_2014", "sogne", "ogr"
    )
    parishes.setSubsetString("\"kommunekode\" = '0461'")
    id_field = next(
        n for n in parishes.fields().names() if "sogn" in n.lower() and "kode" in n.lower()
    )
    result = algorithm(
        "countindicators",
        AREAS=parishes,
        AREA_ID_FIELD=id_field,
        PERSONS=str(tmp_path / "odense.csv"),
        ADDRESSES=str(tmp_path / "adresser.csv"),
    )
    populations = [r["population"] for r in rows(result["OUTPUT"])]
    assert sum(populations) == len(people) == 4_000
    assert not any("Not placed" in text for text in algorithm.said)


def test_a_filtered_layer_of_a_text_file_is_counted_as_filtered(algorithm, tmp_path):
    layer = QgsVectorLayer(
        register(tmp_path, GOOD + "660001;6268001;50;2026-01\n"), "filtreret", "ogr"
    )
    layer.setSubsetString("\"age\" = '50'")
    result = algorithm("countindicators", AREAS=polygons(SQUARE), AREA_ID_FIELD="id", PERSONS=layer)
    assert rows(result["OUTPUT"])[0]["population"] == 1


def test_the_municipality_chooses_its_region(algorithm, example, housing, tmp_path):
    path = tmp_path / "ref.csv"
    path.write_text(
        "level;code;period;indicator;value\nregion;1083;2025;income;400000\n"
        "region;1084;2025;income;500000\n",
        encoding="utf-8",
    )
    odense = count(algorithm, example, housing, REFERENCE=str(path), MUNICIPALITY="0461")
    row = rows(odense["OUTPUT"])[0]
    assert row["income_region_pct"] == pytest.approx(100 * row["income"] / 400_000)
    with pytest.raises(QgsProcessingException, match="1083, 1084"):
        count(algorithm, example, housing, REFERENCE=str(path))


@pytest.mark.parametrize("suffix", ["gpkg", "xlsx"])
def test_spreadsheets_and_geopackages_are_registers_too(algorithm, tmp_path, suffix):
    import processing
    from qgis.PyQt.QtCore import QDate

    layer = QgsVectorLayer(
        "NoGeometry?field=x:double&field=y:double&field=birth_date:date&field=convicted:integer&field=origin:string"
        "&field=education:integer&field=student:bool&field=gross_income:double&field=period:date",
        "t",
        "memory",
    )
    features = []
    for n in range(5):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(
            [
                660500.0,
                6268500.0,
                QDate(1980, 1, 1 + n),
                1 if n % 2 else None,
                "Ikke-vestlig" if n else None,
                10 if n < 3 else None,
                bool(n % 2),
                300_000.5 if n else None,
                QDate(2026, 1, 1),
            ]
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    path = str(tmp_path / f"borgere.{suffix}")
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": path})
    result = algorithm("countindicators", AREAS=polygons(SQUARE), AREA_ID_FIELD="id", PERSONS=path)
    counted = {
        r["indicator"]: (r["numerator"], r["denominator"]) for r in rows(result["OBSERVATIONS"])
    }
    assert counted == {
        "population": (5, NULL),
        "convicted": (2, 5),
        "basic_education": (3, 5),
        "income": (600_001, 2),
        "nonwestern": (4, 5),
    }
