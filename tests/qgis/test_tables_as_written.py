"""Tables as municipalities get them, through Processing: marks for no figure, thousands, instants, lost rows."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from tests.qgis.inputs import FIELDS, SQUARE, figures, polygons, register, rows


def assessed(algorithm, tmp_path, line):
    (row,) = rows(
        algorithm(
            "assesscriteria",
            INPUT=figures(tmp_path, line),
            RULE_SET="2021",
            CONVICTED_NATIONAL="1,98",
            **FIELDS,
        )["OUTPUT"]
    )
    return row


@pytest.mark.parametrize("mark", ["*", "<5", "< 4", "<2", "≤4", "x", "X", ":", "..", ".", "-", ""])
def test_a_mark_leaves_its_criterion_undecided_and_refuses_nothing(algorithm, tmp_path, mark):
    row = assessed(algorithm, tmp_path, f"A;2021;1500;60,5;45,1;{mark};70,2;50,1")
    assert row["category"] == "parallelsamfund" and row["risk_level"] == "parallelsamfund"
    assert row["criteria_met"] == 3 and not isinstance(row["met_convicted"], bool)


@pytest.mark.parametrize(
    ("residents", "no_work"),
    [("1.500", "45,1"), ("1500", "45.125"), ("1 500", "45,125"), ("1,500", "45,1")],
)
def test_residents_with_thousands_are_people_and_percentages_with_three_decimals_are_percentages(
    algorithm, tmp_path, residents, no_work
):
    row = assessed(algorithm, tmp_path, f"A;2021;{residents};60,5;{no_work};2,1;70,2;50,1")
    assert (
        row["category"] == "parallelsamfund"
        and row["met_no_work"]
        and row["risk_level"] == "parallelsamfund"
    )


@pytest.mark.parametrize(
    ("residents", "refused"),
    [((1.5, 2.25), True), ((1500.0, 2250.0), False), ((1.0625, 2.0), False)],
)
def test_residents_that_a_reader_has_made_thousandths_of_are_asked_about(
    algorithm, residents, refused
):
    layer = QgsVectorLayer(
        "None?field=beboere:double&field=udenfor:double&field=aar:integer", "tal", "memory"
    )
    for number in residents:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, 45.5, 2021])
        layer.dataProvider().addFeatures([feature])
    given = {
        "INPUT": layer,
        "RULE_SET": "2021",
        "YEAR_FIELD": "aar",
        "POPULATION": "beboere",
        "NO_WORK": "udenfor",
    }
    if not refused:
        assert len(rows(algorithm("assesscriteria", **given)["OUTPUT"])) == 2
        return
    with pytest.raises(
        QgsProcessingException, match="row 1, field beboere: the number can be read in two ways"
    ):
        algorithm("assesscriteria", **given)


def test_a_text_that_is_no_number_is_refused_by_row_and_field(algorithm, tmp_path):
    with pytest.raises(
        QgsProcessingException, match="row 1, field doemte: text where a number is expected"
    ):
        assessed(algorithm, tmp_path, "A;2021;1500;60,5;45,1;mange;70,2;50,1")


def test_what_the_reader_leaves_out_is_said_by_processing(algorithm, tmp_path):
    text = "x;y;age;period\n660000;6268000;40;2026-01\n;;;\n;;;\n"
    result = algorithm(
        "countindicators",
        AREAS=polygons(SQUARE),
        AREA_ID_FIELD="id",
        PERSONS=register(tmp_path, text),
    )
    assert rows(result["OUTPUT"])[0]["population"] == 1
    assert any(
        "rows of separators alone are left out (2 in all, the first in row 3)" in text
        for text in algorithm.said
    )


def test_an_instant_in_a_layer_is_the_day_it_was_in_denmark(algorithm):
    layer = QgsVectorLayer(
        "Point?crs=EPSG:25832&field=age:integer&field=period:datetime", "personer", "memory"
    )
    feature = QgsFeature(layer.fields())
    feature.setAttributes([40, QDateTime(QDate(2025, 12, 31), QTime(23, 0), Qt.TimeSpec.UTC)])
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(660000, 6268000)))
    layer.dataProvider().addFeatures([feature])
    result = algorithm(
        "countindicators",
        AREAS=polygons(SQUARE),
        AREA_ID_FIELD="id",
        PERSONS=layer,
        INDICATORS="population",
    )
    assert [row["period"] for row in rows(result["OUTPUT"])] == ["2026-01"]


def test_numbers_as_texts_in_a_layer_are_read_by_their_whole_column(algorithm):
    layer = QgsVectorLayer(
        "Point?crs=EPSG:25832&field=age:integer&field=period:string&field=gross_income:string"
        "&field=student:integer",
        "personer",
        "memory",
    )
    for income in ("312.450", "287.300"):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([40, "2026-01", income, 0])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(660000, 6268000)))
        layer.dataProvider().addFeatures([feature])
    result = algorithm(
        "countindicators",
        AREAS=polygons(SQUARE),
        AREA_ID_FIELD="id",
        PERSONS=layer,
        INDICATORS="income",
    )
    assert rows(result["OUTPUT"])[0]["income"] == 299875


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "A;2021;1500;60,5;45,1;2,1;70,2;225000",
            "row 1, field indkomst: the value is outside 0-999.999",
        ),
        ("A;2021;1500;605;45,1;2,1;70,2;50,1", "row 1, field ikkevest: the value is outside 0-100"),
        (
            "A;2021;1500;60,5;-45,1;2,1;70,2;50,1",
            "row 1, field udenfor: the value is outside 0-100",
        ),
    ],
)
def test_a_figure_that_is_none_of_the_laws_is_refused_by_row_and_field(
    algorithm, tmp_path, line, says
):
    with pytest.raises(QgsProcessingException, match=says):
        assessed(algorithm, tmp_path, line)


def test_shares_for_percentages_and_rows_without_figures_are_told(algorithm, tmp_path):
    assessed(algorithm, tmp_path, "A;2021;1500;0,605;0,451;0,021;0,702;0,501")
    said = [text for text in algorithm.said if "at most 1 percent" in text]
    assert len(said) == 4 and all(
        any(field in text for text in said) for field in ("ikkevest", "udenfor", "indkomst")
    )
    algorithm(
        "assesscriteria",
        INPUT=figures(tmp_path, "A;2021;1500;60,5;45,1;2,1;70,2;50,1\n;;;;;;;"),
        RULE_SET="2021",
        **FIELDS,
    )
    assert any("1 rows have no figures" in text and "row 2" in text for text in algorithm.said)
    assert not any("at most 1 percent" in text for text in algorithm.said)


@pytest.mark.parametrize("national", ["0.0071", "71", "-1"])
def test_a_national_share_that_cannot_be_right_is_refused(algorithm, tmp_path, national):
    with pytest.raises(QgsProcessingException, match="cannot be right"):
        algorithm(
            "assesscriteria",
            INPUT=figures(tmp_path, "A;2021;1500;1;1;1;1;1"),
            CONVICTED_NATIONAL=national,
            **FIELDS,
        )


def test_an_area_that_stands_twice_in_one_year_is_told(algorithm, tmp_path):
    lines = "A;2021;1500;60,5;45,1;2,1;70,2;50,1\nA;{};1200;10,5;5,1;1,1;10,2;90,1"
    for year, told in ((2021, 1), (2022, 0)):
        algorithm(
            "assesscriteria",
            INPUT=figures(tmp_path, lines.format(year)),
            RULE_SET="2021",
            AREA_ID_FIELD="omraade",
            **FIELDS,
        )
        assert (
            len([text for text in algorithm.said if "1 rows are of an area and time" in text])
            == told
        )
