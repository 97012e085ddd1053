"""What became of the areas of an area set: same, renamed, redrawn, new, gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from geofa_sociodemografi.core.areas.area_set import Provenance
from geofa_sociodemografi.core.areas.versions import versions_of
from geofa_sociodemografi.core.progress import Silent

from tests.unit.helpers import areas
from tests.unit.test_crosswalk import box, keyed


def became(old, new):
    table = versions_of(old, new, Silent())
    return {
        row.from_area or f"+{row.to_area}": (row.to_area, row.change, row.by)
        for row in table.itertuples()
    }


def test_every_kind_of_change():
    old = keyed(
        {
            "same": box(0, 0, 10, 10),
            "named": box(10, 0, 20, 10),
            "drawn": box(20, 0, 30, 10),
            "gone": box(30, 0, 40, 10),
            "keyless": box(40, 0, 50, 10),
        },
        objects=["1", "2", "3", "4", ""],
    )
    new = keyed(
        {
            "same": box(0, 0, 10, 10),
            "renamed": box(10, 0, 20, 10),
            "drawn2": box(20, 0, 30, 5),
            "other": box(40, 0, 50, 10),
            "fresh": box(60, 0, 70, 10),
        },
        objects=["1", "2", "3", "", "9"],
    )
    assert became(old, new) == {
        "same": ("same", "same", "objekt_id"),
        "named": ("renamed", "renamed", "objekt_id"),
        "drawn": ("drawn2", "redrawn", "objekt_id"),
        "gone": ("", "gone", ""),
        "keyless": ("other", "renamed", "outline"),
        "+fresh": ("fresh", "new", ""),
    }
    table = versions_of(old, new, Silent()).set_index("from_area")
    assert table.loc["drawn", "share"] == pytest.approx(0.5)
    assert table.loc["drawn", "share_of_new"] == pytest.approx(1)


def test_the_area_id_tells_where_geofa_knows_neither():
    old, new = areas({"a": box(0, 0, 10, 10)}), areas({"a": box(0, 0, 9, 10)})
    assert became(old, new) == {"a": ("a", "redrawn", "area_id")}


def test_a_key_that_two_areas_have_tells_nothing():
    shapes = {"a": box(0, 0, 10, 10), "b": box(10, 0, 20, 10)}
    old = keyed(shapes, objects=["1", "1"])
    new = keyed({"x": shapes["a"], "y": shapes["b"]}, objects=["1", "2"])
    assert became(old, new) == {"a": ("x", "renamed", "outline"), "b": ("y", "renamed", "outline")}


def test_a_version_says_since_when_it_holds():
    old = areas({"a": box(0, 0, 10, 10)})
    assert old.valid_from == ""
    dated = replace(old, provenance=Provenance("GeoFA", valid_from="2024-01-01"))
    assert dated.valid_from == "2024-01-01"
