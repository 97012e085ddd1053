"""Geometry to the millimetre, in every form in which it comes."""

from __future__ import annotations

import struct

import pytest
from geofa_sociodemografi.core.geofa import shapes
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from tests.unit.geofa_tables import area
from tests.unit.helpers import multipolygon_wkb, polygon_wkb, square


def turned(ring, start, backward):
    points = ring[start:] + ring[:start]
    return points[::-1] if backward else points


RINGS = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), min_size=3, max_size=12, unique=True
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(RINGS, RINGS, st.integers(0, 11), st.booleans(), st.booleans())
def test_where_a_ring_begins_and_which_way_it_runs_makes_no_difference(
    first, second, start, backward, exchanged
):
    def wkb(rings):
        return multipolygon_wkb(
            *(
                polygon_wkb([(x / 1000 + 580_000, y / 1000 + 6_130_000) for x, y in ring])
                for ring in rings
            )
        )

    one = wkb([first, second])
    other = [
        turned(first, start % len(first), backward),
        turned(second, start % len(second), backward),
    ]
    assert shapes.same(one, wkb(other[::-1] if exchanged else other))
    moved = [(first[0][0] + 5, first[0][1]), *first[1:]]
    assert not shapes.same(one, wkb([moved, second])) or sorted(moved) == sorted(first)


def test_a_millimetres_half_is_no_change_and_a_centimetre_is():
    assert shapes.same(area(), area(0.0006)) and not shapes.same(area(), area(0.01))


def test_rounding_takes_away_what_is_smaller_than_a_millimetre():
    spike = polygon_wkb(
        [(0, 0), (10, 0), (10.0002, 0.0001), (10, 10), (0, 10)], [(5, 5), (5.0001, 5), (5, 5.0001)]
    )
    shape = ogr.CreateGeometryFromWkb(shapes.rounded(spike, "MultiPolygon"))
    assert (
        shape.GetGeometryName() == "MULTIPOLYGON"
        and shape.GetGeometryRef(0).GetGeometryCount() == 1
    )
    assert shape.GetGeometryRef(0).GetGeometryRef(0).GetPointCount() == 5
    three = struct.pack("<BIddd", 1, 1001, 1.00049, 2.0, 3.0)
    point = ogr.CreateGeometryFromWkb(shapes.rounded(three, "MultiPoint"))
    assert point.ExportToWkt() == "MULTIPOINT (1.0 2)" or point.GetGeometryRef(0).GetX() == 1.0


def test_gml_and_geojson_hold_the_same_shape():
    hole = multipolygon_wkb(
        polygon_wkb(square(580_000, 6_130_000, 100), square(580_010, 6_130_010, 5)),
        polygon_wkb(square(580_200.123, 6_130_000, 10)),
    )
    back = ogr.CreateGeometryFromGML(shapes.gml(hole, "EPSG:25832"))
    assert shapes.same(bytes(back.ExportToWkb(ogr.wkbNDR)), hole)
    sent = shapes.geojson(hole)
    assert sent["crs"]["properties"]["name"] == "EPSG:25832"
    assert shapes.same(
        bytes(ogr.CreateGeometryFromJson(str(sent).replace("'", '"')).ExportToWkb(ogr.wkbNDR)), hole
    )


def test_coordinates_of_another_system_are_noticed():
    assert shapes.is_in_denmark([area(), b""])
    assert shapes.is_in_denmark([area(), area(), multipolygon_wkb(polygon_wkb(square(0, 0)))]), (
        "one stray object"
    )
    assert shapes.is_in_denmark(
        [bytes(ogr.CreateGeometryFromWkt("MULTIPOLYGON EMPTY").ExportToWkb())]
    )
    assert not shapes.is_in_denmark([multipolygon_wkb(polygon_wkb(square(1_100_000, 7_400_000)))])
    assert not shapes.is_in_denmark([multipolygon_wkb(polygon_wkb(square(10.0, 55.0, 0.1)))])
