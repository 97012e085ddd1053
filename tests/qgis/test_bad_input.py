"""What the algorithms refuse: named by file, row or field, and nothing half-written."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProcessingException

from tests.qgis.inputs import BOW_TIE, GOOD, SQUARE, count, polygons, register, rows


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "borgere.csv is empty"),
        ("x y age period\n660000 6268000 40 2026-01\n", "No column separator"),
        ("x;age;period\n660000;40;2026-01\n", "where its rows are"),
        (GOOD + "660000;6268000;gammel;2026-01\n", "row 3, field age: text"),
        (GOOD + "660000;6268000;126;2026-01\n", "row 3, field age: the value is outside 0-125"),
        (GOOD + "10.2;55.3;40;2026-01\n", "row 3, field x.*EPSG:25832"),
        (GOOD + "660000;6268000;40;2098-01\n", "row 3, field period.*future"),
        (GOOD + "660000;6268000;40\n", "line 3: there are 3 fields"),
        (GOOD.replace("age", "birth_date").replace("40", "02-03-2026"), "row 2, field birth_date"),
    ],
)
def test_bad_registers_are_named_by_file_row_or_field_and_nothing_is_written(
    algorithm, housing, tmp_path, text, says
):
    target = tmp_path / "out" / "m.gpkg"
    target.parent.mkdir()
    with pytest.raises(QgsProcessingException, match=says):
        algorithm(
            "runmonitor",
            AREAS=housing,
            AREA_ID_FIELD="noegle",
            PERSONS=register(tmp_path, text),
            OUTPUT=str(target),
        )
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("layer", "field", "says"),
    [
        (
            lambda: polygons(SQUARE, SQUARE, ids=["a", "a"]),
            "id",
            "area id a is used more than once",
        ),
        (lambda: polygons(SQUARE, BOW_TIE, ids=["a", "b"]), "id", "polygon of area b is not valid"),
        (lambda: polygons(SQUARE, ids=[""]), "id", "empty area id"),
        (lambda: polygons(), "id", "no areas"),
        (lambda: polygons(SQUARE), "findes_ikke", "no field findes_ikke"),
    ],
)
def test_bad_areas_are_named(algorithm, tmp_path, layer, field, says):
    with pytest.raises(QgsProcessingException, match=says):
        algorithm(
            "countindicators", AREAS=layer(), AREA_ID_FIELD=field, PERSONS=register(tmp_path, GOOD)
        )


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ("{not json", "not valid JSON"),
        ('{"agge": "age"}', "unknown role agge"),
        ('{"age": "alder"}', "no column alder"),
    ],
)
def test_bad_mappings_are_named(algorithm, housing, tmp_path, mapping, says):
    with pytest.raises(QgsProcessingException, match=says):
        algorithm(
            "countindicators",
            AREAS=housing,
            AREA_ID_FIELD="noegle",
            PERSONS=register(tmp_path, GOOD),
            MAPPING=mapping,
        )


def test_a_mapping_names_the_columns(algorithm, housing, tmp_path):
    text = "a;b;c;d\n660000;6268000;40;2026-01\n"
    mapping = json.dumps({"x": "a", "y": "b", "age": "c", "period": "d"})
    result = algorithm(
        "countindicators",
        AREAS=polygons(SQUARE),
        AREA_ID_FIELD="id",
        PERSONS=register(tmp_path, text),
        MAPPING=mapping,
    )
    assert rows(result["OUTPUT"])[0]["population"] == 1


def test_a_period_without_data_is_named(algorithm, example, housing):
    with pytest.raises(QgsProcessingException, match="2019-01"):
        count(algorithm, example, housing, PERIOD="2019-01")


def test_a_folder_that_cannot_be_written_is_named(algorithm, housing, tmp_path):
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        algorithm(
            "runmonitor",
            AREAS=housing,
            AREA_ID_FIELD="noegle",
            PERSONS=register(tmp_path, GOOD),
            OUTPUT="/proc/m.gpkg",
        )


def test_a_large_file_is_cancelled_in_the_middle_and_nothing_is_written(housing, tmp_path):
    import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    large = register(tmp_path, GOOD + "660000;6268000;40;2026-01\n" * 1_000_000)

    class CancelHalfWay(QgsProcessingFeedback):
        def setProgress(self, percent):
            if percent > 40:
                self.cancel()

    target = tmp_path / "out" / "m.gpkg"
    target.parent.mkdir()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run(
            "sociodemografi:runmonitor",
            {
                "AREAS": housing,
                "AREA_ID_FIELD": "noegle",
                "PERSONS": large,
                "RULE_SET": "auto",
                "OUTPUT": str(target),
            },
            feedback=CancelHalfWay(False),
            context=QgsProcessingContext(),
        )
    assert list(target.parent.iterdir()) == []


def test_an_unforeseen_error_never_shows_a_cell(algorithm, housing, tmp_path, monkeypatch):
    from geofa_sociodemografi.core.measures.engines.masks import Masks

    def broken(*_):
        raise ValueError("could not convert string to float: '0101901234'")

    monkeypatch.setattr(Masks, "rows", broken)
    with pytest.raises(QgsProcessingException) as error:
        algorithm(
            "countindicators",
            AREAS=housing,
            AREA_ID_FIELD="noegle",
            PERSONS=register(tmp_path, GOOD),
        )
    said = str(error.value) + " ".join(algorithm.said)
    assert "ValueError" in said and "0101901234" not in said
