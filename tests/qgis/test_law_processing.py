"""The whole reading of the law, what-if and the staircase through ``processing.run``."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProcessingException

from tests.qgis.index_tables import (
    rows,
    table,
    wide,  # noqa: F401 (fixtures)
)

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
