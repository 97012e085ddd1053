"""The index, its stability, neighbours, what-if and packages through ``processing.run``."""

from __future__ import annotations

import csv
import json
import math

import pytest
from geofa_sociodemografi.core.catalogue.index.presets import as_json, definition_of
from geofa_sociodemografi.core.gis.host.compat import value
from qgis.core import QgsApplication, QgsFeature, QgsProcessingException, QgsVectorLayer

from tests.qgis.inputs import rows as rows_of
from tests.unit.index_helpers import content
from tests.unit.test_indexing import INDICATORS, observations, released
from tests.unit.test_indexing import monitor as monitor_file

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
monitor = monitor_file


def rows(layer):
    """The rows with None for NULL."""
    return [{name: value(cell) for name, cell in row.items()} for row in rows_of(layer)]


@pytest.mark.parametrize("identifier", list(IDS))
def test_ids_and_parameters_are_the_promised_ones_explained_and_named_by_static_strings(identifier):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"sociodemografi:{identifier}")
    names = {p.name() for p in algorithm.parameterDefinitions()}
    assert set(IDS[identifier]) <= names
    assert len(algorithm.shortHelpString()) > 200 and algorithm.canExecute()[0]
    enums = [p for p in algorithm.parameterDefinitions() if p.type() == "enum"]
    assert all(p.usesStaticStrings() for p in enums)


def table(path, columns, *lines):
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows(lines)
    return QgsVectorLayer(str(path), path.stem, "ogr")


@pytest.fixture
def wide(tmp_path):
    """The invented areas, one row each and period, with counts."""
    long = observations()
    lines = []
    for (period, area), part in long.groupby(["period", "area_id"]):
        by = part.set_index("indicator")
        lines.append(
            [area, period, 500]
            + [by.loc[i, c] for i in INDICATORS for c in ("value", "numerator", "denominator")]
        )
    return table(
        tmp_path / "areas.csv",
        ["area_id", "period", "population"]
        + [f"{i}{s}" for i in INDICATORS for s in ("", "_numerator", "_denominator")],
        *lines,
    )


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


def test_stability_says_it_in_words_and_numbers(algorithm, wide):
    done = algorithm("stability", INPUT=wide, DEFINITION="berlin_mss", RUNS=200)
    found = [row for row in rows(done["OUTPUT"]) if row["period"] == "2026-01"]
    assert len(found) == 12 and all(0 <= row["kept"] <= 1 for row in found)
    assert all(sum(row[f"in_class_{n}"] for n in range(1, 5)) == pytest.approx(1) for row in found)
    assert any(
        row["stability"] == f"{row['class_label']} in {round(100 * row['kept'])} % of 200 runs"
        for row in found
    )
    assert all(row["kept"] is None for row in rows(done["OUTPUT"]) if row["period"] != "2026-01")
    assert 0 <= done["NOISE_SHARE"] <= 1 and not any(
        "without noise" in text for text in algorithm.said
    )
    algorithm("stability", INPUT=wide, FIELDS=["population"], MISSING="drop", RUNS=5)
    assert any("without noise: population" in text for text in algorithm.said)


def test_units_of_own_fields_are_found_from_their_counts(algorithm, tmp_path):
    lines = [[f"a{n}", 1000 * k / 50, k, 50] for n, k in enumerate((1, 5, 9, 2, 3, 30))]
    layer = table(
        tmp_path / "r.csv", ["area_id", "rate", "rate_numerator", "rate_denominator"], *lines
    )
    done = algorithm(
        "stability",
        INPUT=layer,
        FIELDS=["rate"],
        MISSING="drop",
        RUNS=300,
        WEIGHT_SPREAD=0,
        SCALES=False,
    )
    assert {row["area_id"]: row["kept"] for row in rows(done["OUTPUT"])}["a5"] > 0.9 and done[
        "NOISE_SHARE"
    ] > 0


def test_neighbours_of_a_table_and_a_package(algorithm, wide, monitor, tmp_path):
    released(monitor)
    package = tmp_path / "pakke.json"
    algorithm(
        "exportpackage",
        MONITOR=str(monitor.path),
        MUNICIPALITY="0461",
        DEFINITIONS="dansk_kommunal",
        OUTPUT=str(package),
    )
    newest = tmp_path / "newest.csv"
    layer = table(
        newest,
        ["area_id", *INDICATORS],
        *[
            [r["area_id"], *[r[i] for i in INDICATORS]]
            for r in rows(wide)
            if r["period"] == "2026-01"
        ],
    )
    done = algorithm(
        "neighbours", INPUT=layer, FIELDS=list(INDICATORS), COUNT=2, PACKAGES=[str(package)]
    )
    found = rows(done["OUTPUT"])
    assert len(found) == 24
    assert all(
        r["neighbour_id"] == r["area_id"] and r["distance"] < 1e-9 for r in found if r["rank"] == 1
    )


def test_packages_there_and_back(algorithm, monitor, tmp_path):
    released(monitor, indicators=INDICATORS)
    package, own = tmp_path / "pakke.json", tmp_path / "egne"
    own.mkdir()
    done = algorithm(
        "exportpackage",
        MONITOR=str(monitor.path),
        MUNICIPALITY="0461",
        DEFINITIONS="berlin_mss",
        OUTPUT=str(package),
    )
    assert (
        done["FIGURES"] == 48
        and len(done["SHA256"]) == 64
        and any("without scale" in t for t in algorithm.said)
    )
    back = algorithm(
        "importpackage", INPUT=str(package), MONITOR=str(monitor.path), CATALOGUE=str(own)
    )
    assert len(rows(back["OUTPUT"])) == 48 and definition_of("berlin_mss_0461", own).origin == "own"
    whole = json.loads(package.read_text(encoding="utf-8"))
    whole["content"]["municipality"]["name"] = "Elsewhere"
    package.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="hash does not fit"):
        algorithm("importpackage", INPUT=str(package), MONITOR=str(monitor.path))
    assert as_json(definition_of("berlin_mss_0461", own))["id"] == "berlin_mss_0461"


LAW = [
    "area_id",
    "period",
    "year",
    "population",
    "nonwestern",
    "no_work",
    "no_work_denominator",
    "convicted",
    "convicted_denominator",
    "basic_education",
    "basic_education_denominator",
    "income_pct",
    "convicted_national",
]


@pytest.fixture
def law(tmp_path):
    return table(
        tmp_path / "law.csv",
        LAW,
        ["a", "2025-12", 2025, 2000, 20, 39.0, 1000, 0.5, 1500, 61, 700, 70, 0.7],
        ["a", "2026-01", 2026, 2000, 20, 40.5, 1000, 0.5, 1500, 61, 700, 70, 0.7],
        ["b", "2025-12", 2025, 1500, 20, 10, 900, 0.5, 1500, 20, 700, 90, 0.7],
        ["b", "2026-01", 2026, 1500, 20, 10, 900, 0.5, 1500, 20, 700, 90, 0.7],
    )


def test_the_whole_reading_of_the_law(algorithm, law, tmp_path):
    state = table(
        tmp_path / "liste.csv",
        ["area", "year", "no_work_pct", "basic_edu_pct"],
        ["a", 2026, 39.5, 61.2],
    )
    done = algorithm(
        "assesscriteria",
        INPUT=law,
        CRITERIA="memory:",
        ALERTS="memory:",
        DIFFERENCES="memory:",
        STEPS="memory:",
        STATE_LIST=state,
    )
    criteria = {(r["area_id"], r["period"], r["criterion"]): r for r in rows(done["CRITERIA"])}
    assert criteria[("a", "2026-01", "no_work")]["persons"] == -5
    assert (
        "5 full-time persons above the threshold" in criteria[("a", "2026-01", "no_work")]["text"]
    )
    alerts = rows(done["ALERTS"])
    assert [r["kind"] for r in alerts] == ["changed", "near", "near"] and alerts[0][
        "area_id"
    ] == "a"
    differences = {r["criterion"]: r["cause"] for r in rows(done["DIFFERENCES"])}
    assert differences["no_work"] == "method" and differences["basic_education"] == "same"
    steps = rows(done["STEPS"])
    assert [
        (r["area_id"], r["period"], r["step"], r["moved"]) for r in steps if r["area_id"] == "a"
    ] == [("a", "2025-12", 1, 0), ("a", "2026-01", 3, 1)]
    plain = algorithm("assesscriteria", INPUT=law)
    assert set(plain) == {"OUTPUT"}


def test_what_if_moves_a_category(algorithm, law, tmp_path):
    newest = table(
        tmp_path / "n.csv", LAW, *[list(r.values()) for r in rows(law) if r["period"] == "2026-01"]
    )
    done = algorithm("whatif", INPUT=newest, AREA="a", FIGURE="no_work", PERSONS=-5)
    found = {r["area_id"]: r for r in rows(done["OUTPUT"])}
    assert (found["a"]["category_before"], found["a"]["category_after"], done["MOVED"]) == (
        "udsat",
        "ingen",
        1,
    )
    assert not found["b"]["moved"] and any("a: udsat → tæt på" in text for text in algorithm.said)
    poor = algorithm("whatif", INPUT=newest, INCOME_OF_REGION=140)
    assert {r["area_id"]: r["criteria_after"] for r in rows(poor["OUTPUT"])} == {"a": 3, "b": 0}
    together = rows(algorithm("whatif", INPUT=newest, AREA="a", MERGE_WITH="b")["OUTPUT"])
    assert [r["area_id"] for r in together] == ["a"] and together[0]["category_after"] == "ingen"
    for wrong, message in (
        (dict(FIGURE="no_work"), "either PERSONS or VALUE"),
        (dict(PERSONS=1), "Which figure"),
        (dict(MERGE_WITH="b"), "Which area"),
        (dict(AREA="z", FIGURE="no_work", VALUE=1), "no area z"),
    ):
        with pytest.raises(QgsProcessingException, match=message):
            algorithm("whatif", INPUT=newest, **wrong)


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


def test_steps_by_the_classes_of_an_index(algorithm, wide, tmp_path):
    stairs = tmp_path / "trappe.json"
    texts = {"da": "x", "en": "Step"}
    stairs.write_text(
        json.dumps(
            {
                "format": 1,
                "name": texts,
                "basis": "index_class",
                "up_after": 1,
                "down_after": 1,
                "steps": [
                    {"id": str(n), "from": n, "name": texts, "action": texts} for n in (1, 2, 3, 4)
                ],
            }
        ),
        encoding="utf-8",
    )
    done = algorithm(
        "compositeindex",
        INPUT=wide,
        DEFINITION="berlin_mss",
        STAIRCASE=str(stairs),
        STEPS="memory:",
    )
    classes = {(r["area_id"], r["period"]): r["index_class"] for r in rows(done["OUTPUT"])}
    assert all(r["step"] == classes[(r["area_id"], r["period"])] - 1 for r in rows(done["STEPS"]))
    with pytest.raises(QgsProcessingException, match="basis is index_class"):
        algorithm("compositeindex", INPUT=wide, DEFINITION="berlin_mss", STEPS="memory:")


def test_neighbours_refuse_what_cannot_be_compared(algorithm, wide):
    with pytest.raises(QgsProcessingException, match="is there twice"):
        algorithm("neighbours", INPUT=wide, FIELDS=list(INDICATORS))
    wide.setSubsetString("period = '2026-01'")
    for weights, message in (
        ("1,2", "2 entries for 4 fields"),
        ("1,1,1,-1", "one is negative"),
        ("0,0,0,0", "sum to zero"),
    ):
        with pytest.raises(QgsProcessingException, match=message):
            algorithm("neighbours", INPUT=wide, FIELDS=list(INDICATORS), WEIGHTS=weights)
    with pytest.raises(QgsProcessingException, match="gone.json cannot be opened"):
        algorithm(
            "neighbours", INPUT=wide, FIELDS=list(INDICATORS), PACKAGES="gone.json;gone2.json"
        )


def test_what_if_of_several_periods_earlier_lists_and_impossible_merges(algorithm, law, tmp_path):
    older = rows(
        algorithm("whatif", INPUT=law, AREA="a", FIGURE="no_work", VALUE=50, PERIOD="2025-12")[
            "OUTPUT"
        ]
    )
    newest = rows(algorithm("whatif", INPUT=law, AREA="a", FIGURE="no_work", VALUE=50)["OUTPUT"])
    assert {r["area_id"]: r["category_before"] for r in older}["a"] == "ingen"
    assert {r["area_id"]: r["category_before"] for r in newest}["a"] == "udsat"
    history = table(
        tmp_path / "h.csv",
        ["area", "year", "category"],
        *[["a", y, "parallelsamfund"] for y in range(2022, 2026)],
    )
    found = rows(
        algorithm("whatif", INPUT=law, AREA="a", FIGURE="nonwestern", VALUE=60, HISTORY=history)[
            "OUTPUT"
        ]
    )
    assert {r["area_id"]: r["category_after"] for r in found}["a"] == "omdannelse"
    for wrong, message in (
        (dict(AREA="a", MERGE_WITH="a"), "into itself"),
        (dict(PERIOD="1999-01"), "no period 1999-01"),
        (dict(AREA_ID_FIELD="year"), "is there twice"),
    ):
        with pytest.raises(QgsProcessingException, match=message):
            algorithm("whatif", INPUT=law, **wrong)


def test_residents_read_from_another_field_are_told(algorithm, tmp_path):
    layer = table(
        tmp_path / "tal.csv",
        ["area_id", "x", "beboere"],
        *((a, n, 900) for n, a in enumerate("abcd")),
    )
    algorithm("compositeindex", INPUT=layer, FIELDS=["x"], MISSING="drop", MINIMUM_POPULATION=300)
    assert any("Residents are read from the field beboere" in text for text in algorithm.said)
