"""Areas of every kind of geometry and reference system: used, or told by name."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.gis.sources.area_source import area_set_of
from geofa_sociodemografi.core.gis.sources.geometries import geometry_of
from geofa_sociodemografi.core.gis.sources.shown_layer import ShownLayer
from geofa_sociodemografi.core.progress import Silent
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from tests.qgis.inputs import BOW_TIE, SQUARE, polygons, register, rows

RING = "(660000 6268000, 661000 6268000, 661000 6269000, 660000 6269000, 660000 6268000)"
EAST = RING.replace("661000", "662000").replace("660000", "661000")
POINT, LINE = "Point(660000 6268000)", "LineString(660000 6268000, 661000 6268000)"


def mixed(tmp_path, *wkts):
    """A GeoPackage layer of any geometry, areas A, B, C …"""
    path = tmp_path / "mixed.gpkg"
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(25832)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("mixed", reference, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTString))
    for name, wkt in zip("ABCDE", wkts):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["id"] = name
        if wkt:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    del layer, source
    return QgsVectorLayer(str(path), "mixed", "ogr")


def read(layer, progress=None):
    found = area_set_of(
        layer, "id", "s", "mixed", progress or Silent(), QgsCoordinateTransformContext()
    )
    return {row.area_id: geometry_of(row.wkb) for row in found.areas.itertuples()}


def test_the_polygons_of_a_collection_are_used_and_the_rest_is_told(tmp_path):
    silent = Silent()
    found = read(
        mixed(
            tmp_path,
            f"Polygon({RING})",
            f"GeometryCollection(Polygon({RING}), {POINT})",
            f"GeometryCollection({LINE}, GeometryCollection(Polygon({EAST}), {POINT}), Polygon({RING}))",
            f"GeometryCollection(Polygon({RING}))",
        ),
        silent,
    )
    assert {name: shape.area() for name, shape in found.items()} == {
        "A": 1e6,
        "B": 1e6,
        "C": 2e6,
        "D": 1e6,
    }
    assert silent.warnings == [
        "mixed: of 2 areas only the polygons are used, and lines and points beside them left out: B, C."
    ]


@pytest.mark.parametrize(
    ("wkt", "said"),
    [
        (LINE, "the geometry of area B is LineString, not a polygon"),
        (POINT, "the geometry of area B is Point, not a polygon"),
        (
            f"GeometryCollection({LINE}, {POINT})",
            "the geometry of area B is GeometryCollection, not a polygon",
        ),
        ("", "the area B has no geometry"),
        ("Polygon EMPTY", "the area B has no geometry"),
        ("GeometryCollection EMPTY", "the area B has no geometry"),
    ],
)
def test_an_area_that_is_no_polygon_is_named(tmp_path, wkt, said):
    with pytest.raises(InputError, match=said) as error:
        read(mixed(tmp_path, f"Polygon({RING})", wkt))
    assert error.value.next_step


def test_parts_of_a_collection_that_overlap_are_one_area_and_a_crossed_one_is_named(tmp_path):
    shifted = RING.replace("660000", "660500").replace("661000", "661500")
    layer = mixed(tmp_path, f"GeometryCollection(Polygon({RING}), Polygon({shifted}))")
    assert {name: shape.area() for name, shape in read(layer).items()} == {"A": 1.5e6}
    (tmp_path / "b").mkdir()
    crossed = BOW_TIE.replace("Polygon(", "GeometryCollection(Polygon(") + f", Polygon({EAST}))"
    with pytest.raises(InputError, match="the polygon of area A is not valid"):
        read(mixed(tmp_path / "b", crossed))


def test_processing_counts_in_collections_and_names_the_line(algorithm, tmp_path):
    persons = register(
        tmp_path, "x;y;age;period\n660500;6268500;40;2026-01\n661500;6268500;41;2026-01\n"
    )
    areas = mixed(tmp_path, f"GeometryCollection(Polygon({RING}), {POINT})", f"Polygon({EAST})")
    done = algorithm(
        "countindicators", AREAS=areas, AREA_ID_FIELD="id", PERSONS=persons, INDICATORS="population"
    )
    assert [o["numerator"] for o in rows(done["OBSERVATIONS"])] == [1, 1]
    assert any("of 1 areas only the polygons are used" in text for text in algorithm.said)
    (tmp_path / "b").mkdir()
    with pytest.raises(QgsProcessingException, match="the geometry of area B is LineString"):
        algorithm(
            "countindicators",
            AREAS=mixed(tmp_path / "b", f"Polygon({RING})", LINE),
            AREA_ID_FIELD="id",
            PERSONS=persons,
            INDICATORS="population",
        )


def test_a_virtual_layer_of_collections_is_counted_in(algorithm, tmp_path):
    base = polygons(SQUARE)
    QgsProject.instance().addMapLayer(base)
    virtual = QgsVectorLayer(
        f'?query=select id, st_collect(geometry, st_startpoint(st_exteriorring(geometry))) as geometry from "{base.id()}"'
        "&geometry=geometry:6:25832",
        "v",
        "virtual",
    )
    assert virtual.isValid()
    persons = register(tmp_path, "x;y;age;period\n660500;6268500;40;2026-01\n")
    done = algorithm(
        "countindicators",
        AREAS=virtual,
        AREA_ID_FIELD="id",
        PERSONS=persons,
        INDICATORS="population",
    )
    assert [o["numerator"] for o in rows(done["OBSERVATIONS"])] == [1]


def test_layers_without_areas_or_reference_system_are_named_when_they_are_opened():
    for kind in ("Point", "LineString", "NoGeometry"):
        with pytest.raises(InputError, match="mixed holds no areas"):
            read(QgsVectorLayer(f"{kind}?crs=EPSG:25832&field=id:string", "mixed", "memory"))
    areas = polygons(SQUARE)
    areas.setCrs(QgsCoordinateReferenceSystem())
    for layer in (areas, ShownLayer(areas)):
        with pytest.raises(InputError, match="mixed has no coordinate reference system"):
            read(layer)


def test_areas_that_lie_elsewhere_than_their_reference_system_says_are_told():
    way = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:25832"),
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateTransformContext(),
    )
    degrees = QgsGeometry.fromWkt(SQUARE)
    degrees.transform(way)
    silent = Silent()
    read(polygons(degrees.asWkt(12), SQUARE, ids=["grader", "meter"]), silent)
    assert silent.warnings == [
        "mixed: 1 areas lie outside Denmark (grader); check the layer's coordinate reference system."
    ]
    right = QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:string", "x", "memory")
    feature = QgsFeature(right.fields())
    feature.setAttributes(["a"])
    feature.setGeometry(degrees)
    right.dataProvider().addFeatures([feature])
    silent = Silent()
    assert read(right, silent)["a"].area() == pytest.approx(1e6, rel=1e-3)
    assert len(silent.warnings) == 1 and "reprojected" in silent.warnings[0]
