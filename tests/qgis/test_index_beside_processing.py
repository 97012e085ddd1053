"""What stands beside the index, through ``processing.run``: its stability, neighbours, and packages between municipalities."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import json

import pytest
from geofa_sociodemografi.core.catalogue.index.presets import as_json, definition_of
from qgis.core import QgsProcessingException

from tests.qgis.index_tables import (
    rows,
    table,
    wide,  # noqa: F401 (fixtures)
)
from tests.unit.index_town import INDICATORS, kept_town, released


@pytest.fixture
def monitor(tmp_path):
    return kept_town(tmp_path / "monitor.gpkg")


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
