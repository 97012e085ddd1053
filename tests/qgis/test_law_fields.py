"""assesscriteria judges the fields the law means, whatever file they come in, and says so where it cannot."""

from __future__ import annotations

import math

import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

from tests.qgis.inputs import count, rows

FINISHED = "area_id;year;population;nonwestern;no_work;convicted;basic_education;income_region_pct;convicted_nation_2y"


def table(tmp_path, *lines, name="tal.csv"):
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return QgsVectorLayer(str(path), "tal", "ogr")


def judged(algorithm, source, **more):
    return {
        row["area_id"]: row
        for row in rows(algorithm("assesscriteria", INPUT=source, **more)["OUTPUT"])
    }


def compared(result):
    """What must not depend on the file: categories, and what the criteria say of the figures."""
    kept = ("category", "decided", "criteria_met", "met_", "margin_")
    return {
        area: {name: value for name, value in row.items() if name.startswith(kept)}
        for area, row in result.items()
    }


@pytest.fixture
def counted(algorithm, example, housing):
    return count(algorithm, example, housing, PERSONS=str(example.persons), PERIOD="2026-01")[
        "OUTPUT"
    ]


def test_a_shapefile_of_the_count_is_judged_as_the_count_itself(
    algorithm, example, housing, counted, tmp_path
):
    import processing

    path = str(tmp_path / "tal.shp")
    processing.run("native:savefeatures", {"INPUT": counted, "OUTPUT": path})
    cut = QgsVectorLayer(path, "tal", "ogr")
    assert "convicted_2y" not in cut.fields().names() and "convicte_2" in cut.fields().names()
    right, found = compared(judged(algorithm, counted)), compared(judged(algorithm, cut))
    for area, row in right.items():
        assert found[area] == {
            name: value
            if not isinstance(value, float) or math.isnan(value)
            else pytest.approx(value, abs=1e-9)
            for name, value in row.items()
        }
    assert any("convicte_2 is read as convicted_2y" in text for text in algorithm.said)
    by_hand = {row["area_id"]: row for row in rows(counted)}["B01"]
    assert right["B01"]["margin_convicted"] == pytest.approx(
        3 * by_hand["convicted_nation_2y"] - by_hand["convicted_2y"]
    )


def test_cut_names_that_could_be_several_columns_are_refused_not_replaced(
    algorithm, counted, tmp_path
):
    import processing

    fewer = processing.run(
        "native:deletecolumn",
        {"INPUT": counted, "COLUMN": ["convicted_numerator"], "OUTPUT": "memory:"},
    )
    path = str(tmp_path / "tal.shp")
    processing.run("native:savefeatures", {"INPUT": fewer["OUTPUT"], "OUTPUT": path})
    with pytest.raises(
        QgsProcessingException, match="cannot be told which of them is convicted_2y.*CONVICTED"
    ):
        judged(algorithm, path)
    assert judged(algorithm, path, CONVICTED="convicte_1")["B01"]["margin_convicted"] is not None


def test_every_margin_in_persons_of_the_count_is_the_smallest_found_by_trying(
    algorithm, example, housing, counted
):
    observations = rows(
        count(algorithm, example, housing, PERSONS=str(example.persons))["OBSERVATIONS"]
    )
    counts = {
        (o["area_id"], o["indicator"], o["period"]): (o["numerator"], o["denominator"])
        for o in observations
    }
    result = algorithm("assesscriteria", INPUT=counted, CRITERIA="memory:")
    tried = 0
    for row in rows(result["CRITERIA"]):
        if row["figure"] not in ("nonwestern", "no_work", "convicted", "basic_education"):
            continue
        periods = (
            ("2026-01", "2025-01") if row["figure"] in ("no_work", "convicted") else ("2026-01",)
        )
        of_years = [counts[row["area_id"], row["figure"], period] for period in periods]

        def met(more, of_years=of_years, row=row):
            value = sum(100 * (k + more) / n for k, n in of_years) / len(of_years)
            return (
                value > row["threshold"] + 1e-9
                if row["operator"] == ">"
                else value >= row["threshold"] - 1e-9
            )

        sign = -1 if met(0) else 1
        assert row["persons"] == sign * next(k for k in range(10_000) if met(sign * k) != met(0))
        tried += 1
    assert tried == 10 * 8 and len({row["area_id"] for row in rows(result["CRITERIA"])}) == 10


def test_a_field_that_does_not_say_its_years_is_told_in_the_result_and_the_log(algorithm, tmp_path):
    source = table(tmp_path, FINISHED, "A;2024;1500;60;41;2;61;80;0.7")
    row = judged(algorithm, source)["A"]
    assert row["margin_no_work"] == pytest.approx(-1)
    for field in ("no_work", "convicted"):
        sentence = f"{field} is taken as the mean of 2 years"
        assert sentence in row["note"] and any(sentence in text for text in algorithm.said)
    assert (
        "is taken"
        not in judged(algorithm, source, NO_WORK="no_work", CONVICTED="convicted")["A"]["note"]
    )


def test_the_rules_of_2010_take_means_of_four_years_and_no_other(algorithm, tmp_path):
    head = "area_id;year;population;nonwestern;no_work;no_work_2y;convicted;convicted_2y"
    line = "A;2012;1500;60;50;45;1;1"
    alone = judged(algorithm, table(tmp_path, head, line))["A"]
    assert (alone["met_no_work"], alone["met_convicted"], alone["decided"]) == (NULL, NULL, False)
    assert any("no mean of 4 years of no_work" in text for text in algorithm.said)
    both = judged(
        algorithm,
        table(tmp_path, head + ";no_work_4y;convicted_4y", line + ";39;2,8", name="fire.csv"),
    )["A"]
    assert (both["margin_no_work"], both["category"], both["decided"]) == (
        pytest.approx(1),
        "parallelsamfund",
        True,
    )
    assert judged(
        algorithm,
        table(tmp_path, head + ";no_work_4y", "A;2026;1500;60;50;45;1;1;39", name="ny.csv"),
    )["A"]["margin_no_work"] == pytest.approx(-5)
    told = judged(algorithm, table(tmp_path, head, line, name="valgt.csv"), NO_WORK="no_work_2y")[
        "A"
    ]
    assert "no_work_2y is a mean of 2 years, where the rules take 4" in told["note"]


def test_fewer_years_than_the_law_takes_are_told_through_the_count_and_in_the_result(
    algorithm, example, housing
):
    counted = count(algorithm, example, housing, SINGLE_YEAR=True)["OUTPUT"]
    assert {row["no_work_2y_years"] for row in rows(counted)} == {1}
    assert any("the mean of 1 of the 2 years" in text for text in algorithm.said)
    assert all(
        "the mean of 1 of the 2 years" in row["note"] for row in judged(algorithm, counted).values()
    )
