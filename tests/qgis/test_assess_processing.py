"""The law's categories of finished figures and published lists through ``processing.run``."""

from __future__ import annotations

import csv

import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

from tests.qgis.inputs import FIELDS, figures, rows


def published(algorithm, shared, **more):
    return rows(
        algorithm(
            "assesscriteria",
            INPUT=str(shared / "published_lists.csv"),
            RULE_SET="auto",
            YEAR_FIELD="year",
            POPULATION="population",
            NONWESTERN="nonwestern_pct",
            NO_WORK="no_work_pct",
            CONVICTED="convicted_pct",
            BASIC_EDUCATION="basic_edu_pct",
            INCOME="income_pct",
            **more,
        )["OUTPUT"]
    )


def test_published_lists_give_the_published_category_or_are_undecided(algorithm, shared):
    result = published(algorithm, shared)
    assert len(result) == len(
        list(csv.DictReader((shared / "published_lists.csv").open(encoding="utf-8")))
    )
    decided = {(r["year"], r["area"]): r["category"] for r in result if r["decided"]}
    assert decided == {
        ("2014", "Agervang"): "parallelsamfund",
        ("2014", "Bispehaven"): "parallelsamfund",
        ("2018", "Agervang"): "parallelsamfund",
        ("2023", "Mjølnerparken"): "ingen",
    }


def test_with_the_lists_of_earlier_years_agervang_2018_becomes_what_was_published(
    algorithm, shared, tmp_path
):
    lists = tmp_path / "lists.csv"
    lists.write_text(
        "area,year,category\n"
        + "".join(f"Agervang,{y},parallelsamfund\n" for y in range(2014, 2018)),
        encoding="utf-8",
    )
    result = {(r["year"], r["area"]): r for r in published(algorithm, shared, HISTORY=str(lists))}
    assert result[("2018", "Agervang")]["category"] == "omdannelse"


@pytest.mark.parametrize("national", [0.7, "0.7", "0,7"])
def test_the_national_mean_can_be_given_as_number_or_text(algorithm, shared, national):
    result = {
        (r["year"], r["area"]): r for r in published(algorithm, shared, CONVICTED_NATIONAL=national)
    }
    assert (
        result[("2023", "Askerød")]["category"] == "parallelsamfund"
        and result[("2023", "Askerød")]["decided"]
    )


def test_finished_figures_with_decimal_comma_and_empty_cells(algorithm, tmp_path):
    layer = QgsVectorLayer(
        figures(tmp_path, "A;2024;1.500;55,5;41,2;;61,0;54,9", "B;2024;1200;;41,2;1,0;61,0;80"),
        "tal",
        "ogr",
    )
    a, b = rows(
        algorithm("assesscriteria", INPUT=layer, CONVICTED_NATIONAL=0.7, **FIELDS)["OUTPUT"]
    )
    assert (a["category"], a["decided"], a["criteria_met"], a["met_convicted"]) == (
        "parallelsamfund",
        True,
        3,
        NULL,
    )
    assert (b["category"], b["decided"], b["category_possible"]) == (
        "udsat",
        False,
        "parallelsamfund",
    )


@pytest.mark.parametrize(
    ("line", "fields", "says"),
    [
        ("A;2024;mange;1;1;1;1;1", {}, "row 1, field beboere"),
        ("A;2009;1500;1;1;1;1;1", {}, "2009"),
        ("A;2024;1500;1;1;1;1;1", {"NO_WORK": "findes_ikke"}, "findes_ikke"),
    ],
)
def test_bad_finished_figures_name_row_or_field(algorithm, tmp_path, line, fields, says):
    with pytest.raises(QgsProcessingException, match=says):
        algorithm("assesscriteria", INPUT=figures(tmp_path, line), **{**FIELDS, **fields})


def test_origin_can_be_left_out(algorithm, tmp_path):
    path = figures(tmp_path, "A;2024;1500;55,5;41,2;3;61,0;54,9")
    (row,) = rows(
        algorithm("assesscriteria", INPUT=path, USE_ORIGIN=False, CONVICTED_NATIONAL=0.7, **FIELDS)[
            "OUTPUT"
        ]
    )
    assert row["category"] == "udsat" and row["origin_used"] is False and "C-417/23" in row["note"]


def test_the_users_own_fields_of_the_same_name_are_kept_under_another(algorithm, tmp_path):
    path = tmp_path / "tal.csv"
    path.write_text("area,year,note,population\nA,2024,mit notat,900\n", encoding="utf-8")
    (row,) = rows(algorithm("assesscriteria", INPUT=str(path))["OUTPUT"])
    assert row["note_input"] == "mit notat" and "Indicative" in row["note"]


def test_a_national_mean_that_is_neither_number_nor_field(algorithm, tmp_path):
    with pytest.raises(QgsProcessingException, match="neither a number nor a field"):
        algorithm(
            "assesscriteria",
            INPUT=figures(tmp_path, "A;2024;1500;1;1;1;1;1"),
            CONVICTED_NATIONAL="abc",
            **FIELDS,
        )
