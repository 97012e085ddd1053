"""The index of a table through ``processing.run``."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import json
import math

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsProcessingException, QgsVectorLayer

from tests.qgis.index_tables import (
    rows,
    table,
    wide,  # noqa: F401 (fixtures)
)
from tests.unit.index_helpers import content
from tests.unit.index_town import INDICATORS

IDS = {
    "compositeindex": [
        "INPUT",
        "ID_FIELD",
        "DEFINITION",
        "FIELDS",
        "DIRECTIONS",
        "WEIGHTS",
        "NORMALISATION",
        "AGGREGATION",
        "MISSING",
        "CLASSES",
        "MINIMUM_POPULATION",
        "OUTPUT",
    ],
    "stability": ["INPUT", "ID_FIELD", "DEFINITION", "FIELDS", "RUNS", "OUTPUT"],
    "neighbours": ["INPUT", "ID_FIELD", "FIELDS", "COUNT", "PACKAGES", "OUTPUT"],
    "whatif": ["INPUT", "AREA", "FIGURE", "PERSONS", "VALUE", "MERGE_WITH", "OUTPUT"],
    "exportpackage": ["MONITOR", "MUNICIPALITY", "DEFINITIONS", "RELEASE", "OUTPUT"],
    "importpackage": ["INPUT", "MONITOR", "CATALOGUE", "OUTPUT"],
    "assesscriteria": [
        "PERIOD_FIELD",
        "STATE_LIST",
        "STAIRCASE",
        "CRITERIA",
        "ALERTS",
        "DIFFERENCES",
        "STEPS",
    ],
}


@pytest.mark.parametrize("identifier", list(IDS))
def test_ids_and_parameters_are_the_promised_ones_explained_and_named_by_static_strings(identifier):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"sociodemografi:{identifier}")
    names = {p.name() for p in algorithm.parameterDefinitions()}
    assert set(IDS[identifier]) <= names
    assert len(algorithm.shortHelpString()) > 200 and algorithm.canExecute()[0]
    enums = [p for p in algorithm.parameterDefinitions() if p.type() == "enum"]
    assert all(p.usesStaticStrings() for p in enums)


def test_berlin_from_its_own_table(algorithm, shared):
    layer = QgsVectorLayer(
        f"file:///{shared / 'mss2021_berlin.csv'}?delimiter=;&detectTypes=yes&geomType=none",
        "mss",
        "delimitedtext",
    )
    assert layer.isValid()
    population = next(f.name() for f in layer.fields() if f.name().startswith("EW"))
    done = algorithm(
        "compositeindex",
        INPUT=layer,
        ID_FIELD=layer.fields()[0].name(),
        FIELDS=["zS1", "zS3", "zS4"],
        DIRECTIONS="+,+,+",
        WEIGHTS="1,1,1",
        NORMALISATION="z",
        AGGREGATION="arithmetic",
        MISSING="drop",
        CLASSES="sd",
        MINIMUM_POPULATION=300,
        POPULATION_FIELD=population,
    )
    codes = {"hoch": 1, "mittel": 2, "niedrig": 3, "sehr niedrig": 4}
    found = rows(done["OUTPUT"])
    named = next(k for k in found[0] if k.startswith("Zuordnung Klasse Status"))
    valid = [row for row in found if row["index_class"] is not None]
    assert len(valid) == 536 and all(
        codes[row[named].strip()] == row["index_class"] for row in valid
    )
    assert {"score", "index_class", "n_zS1", "n_zS3", "n_zS4"} <= set(found[0])


def test_a_preset_by_name_scores_every_period_with_dynamics(algorithm, wide):
    done = algorithm("compositeindex", INPUT=wide, DEFINITION="berlin_mss")
    found = rows(done["OUTPUT"])
    assert len(found) == 36 and all(row["score"] is not None for row in found)
    assert {row["period"] for row in found if row["code"] is not None} == {"2026-01"}
    newest = [row for row in found if row["period"] == "2026-01"]
    assert abs(sum(row["score"] for row in newest)) < 1e-6
    assert sum(row["n_unemployed"] ** 2 for row in newest) == pytest.approx(12)
    assert any("25.0 % of the weight" in text for text in algorithm.said)


def test_a_json_file_with_themes(algorithm, wide, tmp_path):
    themes = [
        {"id": i, "name": {"da": i, "en": i}, "indicators": [{"indicator": i}]}
        for i in INDICATORS[:2]
    ]
    path = tmp_path / "indeks æøå.json"
    path.write_text(
        json.dumps(content(themes=themes, normalisation={"method": "min_max"})), encoding="utf-8"
    )
    found = rows(algorithm("compositeindex", INPUT=wide, DEFINITION=str(path))["OUTPUT"])
    assert all(
        row["score"] == pytest.approx((row["t_unemployed"] + row["t_public_support"]) / 2)
        for row in found
    )


def test_the_score_of_fields_is_the_weighted_mean_of_the_normalised_columns_by_hand(
    algorithm, tmp_path
):
    layer = table(
        tmp_path / "tal.csv", ["area_id", "x", "y"], ["a", 1, 5], ["b", 2, 1], ["c", 3, 3]
    )
    found = rows(
        algorithm("compositeindex", INPUT=layer, FIELDS=["x", "y"], WEIGHTS="1,3", MISSING="drop")[
            "OUTPUT"
        ]
    )
    z = math.sqrt(1.5)  # (3 - 2) / sqrt(2/3), and (5 - 3) / sqrt(8/3)
    assert [row["n_x"] for row in found] == pytest.approx([-z, 0, z])
    assert [row["n_y"] for row in found] == pytest.approx([z, -z, 0])
    assert [row["score"] for row in found] == pytest.approx([z / 2, -3 * z / 4, z / 4])
    for method in ("z", "log", "winsorised", "min_max", "none"):
        for row in rows(
            algorithm(
                "compositeindex",
                INPUT=layer,
                FIELDS=["x", "y"],
                WEIGHTS="1,3",
                MISSING="drop",
                NORMALISATION=method,
            )["OUTPUT"]
        ):
            assert row["score"] == pytest.approx((row["n_x"] + 3 * row["n_y"]) / 4), method


def test_fields_that_differ_in_case_alone_are_not_taken_for_each_other(algorithm):
    layer = QgsVectorLayer(
        "NoGeometry?field=area_id:string&field=Ledige:double&field=ledige:double", "tal", "memory"
    )
    if layer.fields().names() != ["area_id", "Ledige", "ledige"]:
        pytest.skip("this QGIS has no two such fields")
    for number, area in enumerate("abcd"):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([area, float(number), float(9 - number)])
        layer.dataProvider().addFeature(feature)
    by = {
        name: [
            row["score"]
            for row in rows(
                algorithm(
                    "compositeindex",
                    INPUT=layer,
                    FIELDS=[name],
                    MISSING="drop",
                    NORMALISATION="none",
                )["OUTPUT"]
            )
        ]
        for name in ("Ledige", "ledige")
    }
    assert by == {"Ledige": [0, 1, 2, 3], "ledige": [9, 8, 7, 6]}
    with pytest.raises(QgsProcessingException, match="differ in upper and lower case alone"):
        algorithm("compositeindex", INPUT=layer, FIELDS=["LEDIGE"], MISSING="drop")


@pytest.mark.parametrize("classes", ["quantiles", "natural_breaks", "fixed"])
def test_every_kind_of_class(algorithm, wide, classes):
    found = rows(
        algorithm(
            "compositeindex",
            INPUT=wide,
            FIELDS=["unemployed"],
            MISSING="drop",
            CLASSES=classes,
            CLASS_COUNT=3,
            CUTS="-0.5,0.5",
            NORMALISATION="min_max",
            PERIOD_FIELD="period",
        )["OUTPUT"]
    )
    assert {row["index_class"] for row in found} <= {1, 2, 3} and len(
        {row["index_class"] for row in found}
    ) > 1
    if classes == "quantiles":
        assert (
            sorted(row["index_class"] for row in found if row["period"] == "2026-01")
            == [1] * 4 + [2] * 4 + [3] * 4
        )


REFUSED = {
    "both": (dict(DEFINITION="berlin_mss", FIELDS=["unemployed"]), "either an index"),
    "neither": ({}, "either an index"),
    "no missing policy": (
        dict(FIELDS=["unemployed"]),
        "MISSING: what to do with missing figures is not chosen",
    ),
    "unknown field": (dict(FIELDS=["unemployed", "gone"], MISSING="drop"), "lacks: gone"),
    "unknown preset": (dict(DEFINITION="nothing"), "There is no index nothing"),
    "preset without fields": (
        dict(DEFINITION="nzdep"),
        "needs fields that areas lacks: low_income",
    ),
    "twice": (dict(FIELDS=["unemployed", "unemployed"], MISSING="drop"), "there twice"),
    "weights": (
        dict(FIELDS=["unemployed"], WEIGHTS="1,2", MISSING="drop"),
        "WEIGHTS has 2 entries for 1 fields",
    ),
    "zero": (dict(FIELDS=["unemployed"], WEIGHTS="0", MISSING="drop"), "sum to zero"),
    "direction": (
        dict(FIELDS=["unemployed"], DIRECTIONS="up", MISSING="drop"),
        "up is no direction",
    ),
    "geometric": (
        dict(FIELDS=["unemployed"], AGGREGATION="geometric", MISSING="drop"),
        "above zero",
    ),
    "options": (dict(FIELDS=["unemployed"], OPTIONS="{", MISSING="drop"), "OPTIONS is no JSON"),
    "area twice": (
        dict(FIELDS=["unemployed"], MISSING="drop", ID_FIELD="period"),
        "is there twice",
    ),
    "weights in words": (
        dict(FIELDS=["unemployed"], WEIGHTS="much", MISSING="drop"),
        "WEIGHTS: much is no number",
    ),
    "cuts": (dict(FIELDS=["unemployed"], CUTS="-1;x", MISSING="drop"), "CUTS: x is no number"),
    "options that are none": (
        dict(FIELDS=["unemployed"], OPTIONS="3", MISSING="drop"),
        "OPTIONS is no JSON object",
    ),
    "aggregation options": (
        dict(FIELDS=["unemployed"], AGGREGATION_OPTIONS="[1]", MISSING="drop"),
        "no JSON object",
    ),
    "periods": (
        dict(FIELDS=["unemployed"], PERIOD_FIELD="area_id", MISSING="drop"),
        "row 1: c.r. is no period",
    ),
    "crowded": (
        dict(FIELDS=["unemployed"], MISSING="drop", MINIMUM_POPULATION=501),
        "Fewer than 3 areas",
    ),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_bad_input_is_refused_with_reason(algorithm, wide, name):
    parameters, message = REFUSED[name]
    with pytest.raises(QgsProcessingException, match=message):
        algorithm("compositeindex", INPUT=wide, **parameters)


def test_an_origin_field_is_told_of_the_ruling(algorithm, tmp_path):
    layer = table(
        tmp_path / "o.csv",
        ["area_id", "nonwestern_pct", "b"],
        ["a", 1, 2],
        ["b", 3, 1],
        ["c", 2, 2],
    )
    algorithm("compositeindex", INPUT=layer, FIELDS=["nonwestern_pct", "b"], MISSING="drop")
    assert any("C-417/23" in text for text in algorithm.said)
    algorithm("compositeindex", INPUT=layer, FIELDS=["b"], MISSING="drop")
    assert not any("C-417/23" in text for text in algorithm.said)


def test_an_empty_cell_is_missing_not_zero(algorithm, tmp_path):
    layer = table(
        tmp_path / "g.csv",
        ["area_id", "x", "y"],
        ["a", "1", "5"],
        ["b", "", "4"],
        ["c", "3", "3"],
        ["d", "2,5", "1"],
    )
    found = {
        r["area_id"]: r
        for r in rows(
            algorithm(
                "compositeindex",
                INPUT=layer,
                FIELDS=["x", "y"],
                MISSING="threshold",
                MISSING_SHARE=0.5,
            )["OUTPUT"]
        )
    }
    assert (
        found["b"]["n_x"] is None
        and found["b"]["score"] is not None
        and not math.isnan(found["b"]["score"])
    )
    dropped = {
        r["area_id"]: r
        for r in rows(
            algorithm("compositeindex", INPUT=layer, FIELDS=["x", "y"], MISSING="drop")["OUTPUT"]
        )
    }
    assert dropped["b"]["score"] is None and dropped["b"]["note"] == "Figures are missing"


def test_its_own_output_can_be_scored_again(algorithm, wide):
    parameters = dict(
        FIELDS=["unemployed", "public_support"], MISSING="drop", PERIOD_FIELD="period"
    )
    first = algorithm("compositeindex", INPUT=wide, **parameters)["OUTPUT"]
    second = algorithm("compositeindex", INPUT=first, **parameters)["OUTPUT"]
    third = algorithm("compositeindex", INPUT=second, WEIGHTS="1;0", **parameters)["OUTPUT"]
    once = rows(algorithm("compositeindex", INPUT=wide, WEIGHTS="1;0", **parameters)["OUTPUT"])
    assert [r["score"] for r in rows(third)] == [r["score"] for r in once]
    assert {"score_input", "score_input2"} <= set(rows(third)[0])
    stable = algorithm("stability", INPUT=third, RUNS=5, **parameters)["OUTPUT"]
    assert rows(stable)[-1]["kept"] is not None


def test_a_preset_on_one_month_without_a_period_has_no_dynamics(algorithm, wide, tmp_path):
    newest = [r for r in rows(wide) if r["period"] == "2026-01"]
    names = [n for n in newest[0] if n != "period"]
    layer = table(tmp_path / "one.csv", names, *[[r[n] for n in names] for r in newest])
    found = rows(algorithm("compositeindex", INPUT=layer, DEFINITION="berlin_mss")["OUTPUT"])
    assert all(r["score"] is not None and r["code"] is None for r in found)


def test_choices_beside_a_definition_are_told_and_the_least_population_counts(algorithm, wide):
    algorithm("compositeindex", INPUT=wide, DEFINITION="berlin_mss", NORMALISATION="rank")
    assert any("NORMALISATION say; they are not used" in text for text in algorithm.said)
    with pytest.raises(QgsProcessingException, match="Fewer than 3 areas"):
        algorithm("compositeindex", INPUT=wide, DEFINITION="berlin_mss", MINIMUM_POPULATION=501)


def test_weights_and_cuts_may_have_decimal_commas(algorithm, wide):
    parameters = dict(
        INPUT=wide,
        FIELDS="unemployed;public_support",
        MISSING="drop",
        NORMALISATION="min_max",
        CLASSES="fixed",
        CUTS="33,3; 66,7",
    )
    found = rows(algorithm("compositeindex", WEIGHTS="0,5; 1,5", **parameters)["OUTPUT"])
    assert all(
        r["score"] == pytest.approx((r["n_unemployed"] + 3 * r["n_public_support"]) / 4)
        for r in found
    )
    assert {r["index_class"] for r in found} == {1, 2, 3}


def test_residents_read_from_another_field_are_told(algorithm, tmp_path):
    layer = table(
        tmp_path / "tal.csv",
        ["area_id", "x", "beboere"],
        *((a, n, 900) for n, a in enumerate("abcd")),
    )
    algorithm("compositeindex", INPUT=layer, FIELDS=["x"], MISSING="drop", MINIMUM_POPULATION=300)
    assert any("Residents are read from the field beboere" in text for text in algorithm.said)
