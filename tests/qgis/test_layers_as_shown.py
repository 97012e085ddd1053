"""What is read of a layer is what its user sees: filters, joins, virtual fields, unsaved edits, selections."""

from __future__ import annotations

import openpyxl
import pytest
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.gis.sources.register_source import sources_of
from geofa_sociodemografi.core.gis.sources.shown_layer import ShownLayer
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.columns.canonical import to_canonical
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant

from tests.qgis.inputs import SQUARE, polygons, register, rows

PERSONS = "person_id;area_code;alder;period;convicted\na;0;17;2026-01;1\nb;0;17;2026-01;0\nc;1;40;2026-01;1\n"
EAST = SQUARE.replace("661000", "662000").replace("660000", "661000")


@pytest.fixture
def areas():
    return polygons(SQUARE, EAST)


@pytest.fixture
def layer(tmp_path):
    made = QgsVectorLayer(register(tmp_path, PERSONS), "borgere", "ogr")
    QgsProject.instance().addMapLayer(made)
    return made


def both_doors(algorithm, areas, layer, indicator="population", **more):
    """area → (numerator, denominator), which Processing and the dock's source agree on."""
    done = algorithm(
        "countindicators",
        AREAS=areas,
        AREA_ID_FIELD="id",
        PERSONS=layer,
        INDICATORS=indicator,
        **more,
    )
    return {
        o["area_id"]: (o["numerator"], o["denominator"] or None) for o in rows(done["OBSERVATIONS"])
    }


def column(layer, name, role=None, kind="persons", progress=None):
    """A column as the dock reads it."""
    about, role = register_kind(kind), role or name
    (source,) = sources_of(layer, QgsCoordinateTransformContext())
    return [
        cell
        for row, piece in source.pieces({role: name}, about, progress or Silent())
        for cell in to_canonical(
            piece,
            about,
            {role: name},
            source.name,
            row,
            [role],
            None,
            getattr(source, "decimal", ","),
        )[role].tolist()
    ]


def test_a_virtual_field_of_a_csv_layer_is_read(algorithm, areas, layer):
    assert both_doors(algorithm, areas, layer, "convicted")["0"] == (0, None)
    layer.addExpressionField('to_int("alder") + 1', QgsField("age", QVariant.Int))
    assert both_doors(algorithm, areas, layer, "convicted") == {"0": (1, 2), "1": (1, 1)}
    assert column(layer, "age") == [18, 18, 41]


def test_a_joined_field_is_read(algorithm, areas, tmp_path):
    places = QgsVectorLayer(
        register(tmp_path, "pid;sted\na;1\nb;1\nc;0\n", "steder.csv"), "steder", "ogr"
    )
    people = QgsVectorLayer(
        register(tmp_path, "person_id;age;period\na;1;2026-01\nb;2;2026-01\nc;3;2026-01\n"),
        "b",
        "ogr",
    )
    QgsProject.instance().addMapLayers([places, people])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(places)
    join.setJoinFieldName("pid")
    join.setTargetFieldName("person_id")
    join.setPrefix("")
    join.setUsingMemoryCache(True)
    assert people.addJoin(join)
    counted = both_doors(algorithm, areas, people, MAPPING='{"area_code": "sted"}')
    assert {area: n for area, (n, _) in counted.items()} == {"0": 1, "1": 2}


def test_unsaved_edits_and_filters_are_read(algorithm, areas, layer):
    layer.startEditing()
    first = next(layer.getFeatures())
    layer.changeAttributeValue(first.id(), 1, "1")
    added = QgsFeature(layer.fields())
    added.setAttributes(["d", "1", "9", "2026-01", "0"])
    layer.addFeature(added)
    counted = both_doors(algorithm, areas, layer)
    assert {area: n for area, (n, _) in counted.items()} == {"0": 1, "1": 3}
    layer.deleteFeature(first.id())
    assert sorted(column(layer, "person_id", "area_code")) == ["b", "c", "d"]
    layer.rollBack()
    assert layer.setSubsetString("person_id <> 'a'")
    assert column(layer, "area_code") == ["0", "1"]
    assert sources_of(layer, QgsCoordinateTransformContext())[0].name == "borgere"
    layer.setSubsetString("")
    assert sources_of(layer, QgsCoordinateTransformContext())[0].name == "borgere.csv"


def test_a_selection_is_read_where_it_is_asked_for_and_else_told(algorithm, areas, layer):
    layer.selectByExpression("person_id in ('a', 'c')")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert {a: n for a, (n, _) in both_doors(algorithm, areas, chosen).items()} == {"0": 1, "1": 1}
    assert not any("selected" in text for text in algorithm.said)
    layer.setSubsetString("alder < '99'")  # so that it is read as a layer
    layer.selectByExpression("person_id = 'a'")
    assert both_doors(algorithm, areas, layer)["0"][0] == 2
    assert (
        sum(
            "1 rows are selected in the layer borgere; all its 3 rows are read" in t
            for t in algorithm.said
        )
        == 1
    )


def test_what_is_shown_is_taken_down_once(layer):
    """A layer changed while its rows wait to be read changes nothing of what they were."""
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), 1, "1")
    shown = ShownLayer(layer)
    layer.rollBack()
    layer.setSubsetString("person_id = 'b'")
    assert [f["area_code"] for f in shown.getFeatures()] == ["1", "0", "1"]


TYPED = (
    "id;kode;indkomst;andel;alder\n1;0101;312.450;0,5;17\n2;0202;98.000;1,0;18\n3;0303;1.250;;19\n"
)


@pytest.mark.parametrize("provider", ["delimitedtext", "ogr"])
def test_types_that_qgis_found_take_no_zeros_and_no_thousands(tmp_path, provider):
    path = register(tmp_path, TYPED, "typer.csv")
    uri = {
        "delimitedtext": f"file://{path}?type=csv&delimiter=;&detectTypes=yes&geomType=none",
        "ogr": f"{path}|option:AUTODETECT_TYPE=YES",
    }[provider]
    layer = QgsVectorLayer(uri, "typer", provider)
    assert layer.isValid() and "nteger" in layer.fields().at(0).typeName()
    layer.addExpressionField('"alder" * 2', QgsField("dobbelt", QVariant.Int))
    layer.startEditing()
    indkomst, alder = layer.fields().lookupField("indkomst"), layer.fields().lookupField("alder")
    if provider == "ogr":  # what is edited by hand stands as it was written
        assert layer.changeAttributeValue(2, indkomst, 1234.5)
        assert layer.changeAttributeValue(2, alder, 28)
    second = [1234.5, 28, 56] if provider == "ogr" else [98000, 18, 36]
    assert column(layer, "kode", "area_code") == ["0101", "0202", "0303"]
    assert column(layer, "indkomst", "gross_income") == [312450, second[0], 1250]
    assert column(layer, "alder", "age") == [17, second[1], 19] and column(
        layer, "dobbelt", "age"
    ) == [34, second[2], 38]
    assert column(layer, "andel", "benefit_share")[:2] == [0.5, 1]
    layer.rollBack()
    assert layer.setSubsetString('"alder" >= 18')
    assert column(layer, "kode", "area_code") == ["0202", "0303"]


@pytest.fixture
def sheet(tmp_path):
    """A sheet with percentages, codes with zeros, a long key, an empty row and a hidden one."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Ark"
    for row in [
        ["kode", "andel", "pct", "nr"],
        ["0101", 0.5, 0.605, 12.345],
        [],
        ["0202", 1, 0.07, "x"],
        ["0303", 0.25, 12.5, "12.345"],
    ]:
        page.append(row)
    for place in ("B2", "B4", "B5", "C2", "C4"):
        page[place].number_format = "0.0%"
    page.row_dimensions[5].hidden = True
    book.save(tmp_path / "tal.xlsx")
    return QgsVectorLayer(f"{tmp_path / 'tal.xlsx'}|layername=Ark", "tal", "ogr")


def test_a_layer_of_a_workbook_shows_its_percentages(sheet):
    assert sheet.isValid() and [f["pct"] for f in sheet.getFeatures()][0] == 0.605
    assert [n for n in column(sheet, "andel", "benefit_share") if n == n] == [0.5, 1, 0.25]
    silent = Silent()
    found = column(sheet, "pct", "gross_income", progress=silent)
    assert [n for n in found if n == n] == [60.5, 7, 12.5]
    assert any(
        "column pct: 2 cells are shown as percentages" in text and "1 as plain" in text
        for text in silent.warnings
    )
    assert any("1 rows are hidden in the sheet; they are read" in text for text in silent.warnings)
    sheet.setSubsetString("kode <> '0303'")
    assert [n for n in column(sheet, "pct", "gross_income") if n == n] == [60.5, 7]


def test_a_workbook_that_cannot_be_read_is_named(sheet, tmp_path):
    source = sources_of(sheet, QgsCoordinateTransformContext())[0]
    (tmp_path / "tal.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(InputError, match="tal.xlsx cannot be read"):
        list(source.pieces({"area_code": "kode"}, register_kind("persons"), Silent()))


def test_long_keys_beside_an_empty_cell_keep_their_digits(tmp_path):
    layer = QgsVectorLayer(
        "NoGeometry?field=household_id:int8&field=address_key:int8&field=age:int", "h", "memory"
    )
    features = []
    for key, age in ((1234567890123456788, 30), (1234567890123456789, None), (None, 20)):
        features.append(QgsFeature(layer.fields()))
        features[-1].setAttributes([key, key, age])
    layer.dataProvider().addFeatures(features)
    first, second, missing = column(layer, "household_id")
    assert len({first, second, missing}) == 3 and missing == 0
    assert column(layer, "address_key")[:2] == ["1234567890123456788", "1234567890123456789"]
    ages = column(layer, "age")
    assert ages[0] == 30 and ages[1] != ages[1] and ages[2] == 20


def test_the_areas_of_the_dock_are_those_that_are_drawn_and_not_saved(tmp_path, areas):
    from geofa_sociodemografi.core.gis.jobs.areas import use_layer

    QgsProject.instance().addMapLayer(areas)
    areas.startEditing()
    first = next(areas.getFeatures())
    areas.changeGeometry(first.id(), QgsGeometry.fromWkt(SQUARE.replace("661000", "660500")))
    shown = ShownLayer(areas)
    areas.rollBack()
    loaded = use_layer(
        shown, "id", "", False, tmp_path / "m.gpkg", QgsCoordinateTransformContext(), Silent()
    )
    wkb = loaded.area_set.areas["wkb"][0]
    drawn = QgsGeometry()
    drawn.fromWkb(wkb)
    assert drawn.area() == 500 * 1000


def test_empty_rows_of_a_sheet_are_no_rows_of_its_layer(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["person_id", "area_code", "age", "period"],
        ["a", "0", 17, "2026-01"],
        [],
        [],
        ["b", "0", "tyve", "2026-01"],
    ):
        book.active.append(row)
    book.save(tmp_path / "b.xlsx")
    layer = QgsVectorLayer(str(tmp_path / "b.xlsx"), "bog", "ogr")
    assert (
        layer.featureCount() == 4 and column(layer, "person_id") == column(layer, "person_id")[:2]
    )
    with pytest.raises(InputError, match="row 4, field age"):
        column(layer, "age")


def test_the_points_of_a_layer_are_no_namesakes_of_its_fields(algorithm, areas, tmp_path):
    path = register(tmp_path, "person_id;x;y;age;period\na;660500;6268500;17;2026-01\n")
    layer = QgsVectorLayer(
        f"file://{path}?delimiter=;&xField=x&yField=y&crs=EPSG:25832", "punkter", "delimitedtext"
    )
    QgsProject.instance().addMapLayer(layer)
    assert both_doors(algorithm, areas, layer)["0"] == (1, None)
    assert not [said for said in algorithm.said if "same name" in said]
