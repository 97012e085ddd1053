"""What registration would change: matching, difference, and geometry to the millimetre."""

from __future__ import annotations

import struct
import uuid

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.geofa.themes import all_themes, proposed_theme, theme
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.geofa import shapes
from geofa_sociodemografi.core.geofa.comparison.changes import resulting
from geofa_sociodemografi.core.geofa.comparison.compare import compare
from geofa_sociodemografi.core.geofa.sending.sql_transaction import statements_of
from geofa_sociodemografi.core.geofa.sending.wfs_transaction import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr

from tests.unit.helpers import multipolygon_wkb, polygon_wkb, square

THEME, SCHOOLS = theme("5713"), theme("5710")


def area(x=0.0, side=100.0):
    return multipolygon_wkb(polygon_wkb(square(580_000 + x, 6_130_000, side)))


def point():
    return struct.pack("<BII", 1, 4, 1) + struct.pack("<BIdd", 1, 1, 580_000.0, 6_130_000.0)


def there(*rows, about=THEME):
    """Objects as GeoFA has them."""
    table = []
    for number, row in enumerate(rows, start=1):
        table.append(
            {
                **{c.name: None for c in about.columns if c.type != "geometry"},
                "objekt_id": str(uuid.UUID(int=number)),
                "versions_id": f"v{number}",
                "statuskode": 3,
                "cvr_kode": 35209115,
                "bruger_id": "x",
                "oprindkode": 5,
                "off_kode": 1,
                about.fields["type"]: about.default_type,
                "wkb": area(200.0 * number),
                **row,
            }
        )
    return pd.DataFrame(
        table,
        columns=[c.name for c in about.columns if c.type != "geometry"] + ["wkb"],
        dtype=object,
    )


def wanted(*rows):
    """Rows of a source."""
    return pd.DataFrame(
        [{"wkb": b"", "row": n, **row} for n, row in enumerate(rows, start=1)], dtype=object
    )


def kinds(comparison):
    return [change.kind for change in comparison.changes]


def test_objects_are_matched_on_id_then_key_then_number_and_type():
    current = there(
        {"noegle": "a", "prog_distrikt_nr": 1},
        {"noegle": "b", "prog_distrikt_nr": 2},
        {"noegle": None, "prog_distrikt_nr": 3},
    )
    found = compare(
        THEME,
        "0461",
        wanted(
            {
                "objekt_id": str(uuid.UUID(int=1)).upper(),
                "noegle": "ny",
                "prog_distrikt_nr": 2,
                "prog_distrikt_type_kode": 11,
            },
            {
                "objekt_id": None,
                "noegle": "b",
                "prog_distrikt_nr": 9,
                "prog_distrikt_type_kode": 11,
            },
            {
                "objekt_id": None,
                "noegle": "c",
                "prog_distrikt_nr": 3,
                "prog_distrikt_type_kode": 11,
            },
        ),
        current,
    )
    assert [(c.objekt_id, set(c.attributes)) for c in found.changes] == [
        (str(uuid.UUID(int=1)), {"noegle", "prog_distrikt_nr"}),
        (str(uuid.UUID(int=2)), {"prog_distrikt_nr"}),
        (str(uuid.UUID(int=3)), {"noegle"}),
    ]


def test_school_districts_with_one_number_are_told_apart_by_their_grades():
    current = there(
        {"udd_distrikt_nr": 1, "starttrin_kode": 11, "sluttrin_kode": 6},
        {"udd_distrikt_nr": 1, "starttrin_kode": 7, "sluttrin_kode": 9},
        about=SCHOOLS,
    )
    found = compare(
        SCHOOLS,
        "0461",
        wanted(
            {
                "udd_distrikt_nr": 1,
                "udd_distrikt_type_kode": 5,
                "starttrin_kode": 7,
                "sluttrin_kode": 9,
                "note": "ny",
            }
        ),
        current,
    )
    assert [(c.kind, c.objekt_id) for c in found.changes] == [
        ("update", str(uuid.UUID(int=2))),
        ("missing", str(uuid.UUID(int=1))),
    ]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{"objekt_id": str(uuid.uuid4())}], "Row 1: GeoFA has no object with the objekt_id"),
        ([{"noegle": "a"}, {"noegle": "a"}], "Rows 1 and 2 are the same object in GeoFA .noegle a"),
        (
            [{"noegle": "ny", "wkb": area()}, {"noegle": "ny", "wkb": area(1)}],
            "Rows 1 and 2 have the same key: noegle ny",
        ),
        ([{"noegle": "tvilling"}], "Row 1: 2 objects in GeoFA have noegle tvilling"),
        ([{"noegle": "ny"}], "Row 1 is no object in GeoFA yet, and it has no geometry"),
        (
            [{"note": "x", "wkb": area()}, {"note": "x", "wkb": area()}],
            "Rows 1 and 2 are equal in all they hold",
        ),
    ],
)
def test_keys_that_fit_twice_or_nowhere_name_the_rows(rows, says):
    current = there({"noegle": "a"}, {"noegle": "tvilling"}, {"noegle": "tvilling"})
    with pytest.raises(InputError, match=says):
        compare(THEME, "0461", wanted(*rows), current)


def test_a_column_the_source_lacks_is_not_touched_and_an_empty_cell_empties():
    current = there({"noegle": "a", "note": "bliver", "link": "væk"})
    (change,) = compare(THEME, "0461", wanted({"noegle": "a", "link": " "}), current).changes
    assert change.attributes == {"link": ("væk", None)} and not change.geometry_changes


def test_who_registers_is_sent_with_a_change_and_makes_none():
    current = there({"noegle": "a", "note": "x"})
    same, changed = (
        compare(THEME, "0461", wanted({"noegle": "a", "note": note}), current, "ny bruger")
        for note in ("x", "y")
    )
    assert kinds(same) == ["unchanged"] and same.to_send == []
    assert changed.to_send[0].sent_values == {"bruger_id": "ny bruger", "note": "y"}
    copied = compare(
        THEME, "0461", wanted({"noegle": "a", "note": "y", "bruger_id": "x"}), current, "ny bruger"
    )
    assert copied.to_send[0].sent_values["bruger_id"] == "ny bruger", (
        "not whoever registered what was copied"
    )


def test_missing_are_those_in_force_of_the_sources_types_alone():
    current = there(
        {"noegle": "a"},
        {"noegle": "b"},
        {"noegle": "c", "prog_distrikt_type_kode": 12},
        {"noegle": "d", "statuskode": 4},
    )
    found = compare(THEME, "0461", wanted({"noegle": "a", "prog_distrikt_type_kode": 11}), current)
    assert kinds(found) == ["unchanged", "missing"] and found.to_send == []
    ended = found.ending([found.changes[1].objekt_id], by_status=False)
    assert kinds(ended) == ["unchanged", "end"] and len(resulting(ended, current)) == 3
    closed = found.ending([found.changes[1].objekt_id])
    assert (
        closed.changes[1].attributes == {"statuskode": (3, 4)}
        and len(resulting(closed, current)) == 4
    )


def test_a_source_without_types_means_the_usual_one():
    """Else every edited district would be registered a second time."""
    current = there({"prog_distrikt_nr": 1, "prog_distrikt_navn": "A"})
    found = compare(
        THEME,
        "0461",
        wanted({"prog_distrikt_nr": 1, "prog_distrikt_navn": "B", "wkb": area(200)}),
        current,
    )
    assert [(c.kind, set(c.attributes)) for c in found.changes] == [
        ("update", {"prog_distrikt_navn"})
    ]


def test_a_key_of_another_type_is_another_district():
    current = there({"noegle": "01", "prog_distrikt_type_kode": 12})
    row = {"noegle": "01", "prog_distrikt_type_kode": 11, "wkb": area()}
    assert [c.kind for c in compare(THEME, "0461", wanted(row), current).changes] == ["insert"]
    found = compare(
        SCHOOLS,
        "0461",
        wanted({"noegle": "01", "starttrin_kode": 7, "sluttrin_kode": 9, "note": "x"}),
        there(
            {"noegle": "01", "starttrin_kode": 11, "sluttrin_kode": 6},
            {"noegle": "01", "starttrin_kode": 7, "sluttrin_kode": 9},
            about=SCHOOLS,
        ),
    )
    assert found.changes[0].objekt_id == str(uuid.UUID(int=2))


def test_of_a_split_district_the_largest_part_is_the_object():
    current = there({"noegle": "a", "prog_distrikt_nr": 1})
    identifier = str(uuid.UUID(int=1))
    small = {"objekt_id": identifier, "noegle": "a2", "prog_distrikt_nr": 2, "wkb": area(0, 30)}
    large = {"objekt_id": identifier, "noegle": "a", "prog_distrikt_nr": 1, "wkb": area(30, 90)}
    found = compare(THEME, "0461", wanted(small, large), current)
    assert [(c.kind, c.row) for c in found.changes] == [("insert", 1), ("update", 2)]
    with pytest.raises(InputError, match="Rows 1 and 2 have the same key: noegle a") as error:
        compare(THEME, "0461", wanted({**small, "noegle": "a"}, large), current)
    assert "After a split the new part needs a key of its own" in error.value.next_step


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (101.0, "101"),
        ("101", "101 "),
        ("a\r\nb", "a\nb"),
        ("", None),
        (" ", None),
        (float("nan"), None),
    ],
)
def test_values_that_are_the_same_make_no_change(mine, theirs):
    current = there({"noegle": "k", "note": theirs})
    assert kinds(compare(THEME, "0461", wanted({"noegle": "k", "note": mine}), current)) == [
        "unchanged"
    ]


def test_a_value_that_is_none_of_its_type_is_left_to_the_rules():
    from geofa_sociodemografi.core.geofa.rules.check import check_comparison

    current = there({"noegle": "k"})
    for value in ("12A", 11.7, float("inf")):
        comparison = compare(
            THEME, "0461", wanted({"noegle": "k", "prog_distrikt_nr": value}), current
        )
        assert [p.rule for p in check_comparison(comparison, current)] == ["number"], value


def test_rules_between_columns_see_the_object_as_it_would_be():
    from geofa_sociodemografi.core.geofa.rules.check import check_comparison

    current = there({"noegle": "k", "starttrin_kode": 7, "sluttrin_kode": 9}, about=SCHOOLS)
    comparison = compare(SCHOOLS, "0461", wanted({"noegle": "k", "sluttrin_kode": 3}), current)
    assert [p.rule for p in check_comparison(comparison, current)] == ["grades"]
    about = proposed_theme()
    figure = {
        "distrikt_objekt_id": str(uuid.UUID(int=7)),
        "periode": "2026-01",
        "indikator_kode": 2,
    }
    current = there(
        {
            **figure,
            "vaerdi": None,
            "naevner": 3,
            "tal_status_kode": 2,
            "udgave_kode": 2,
            "opgjort": "2026-01-01",
        },
        about=about,
    )
    comparison = compare(about, "0461", wanted({**figure, "vaerdi": 66.7}), current)
    assert [p.rule for p in check_comparison(comparison, current)] == ["small_figure"]


def test_a_new_object_gets_the_usual_values_and_an_id_of_its_content():
    rows = wanted({"noegle": "ny", "wkb": area(), "statuskode": None})
    first, second = (
        compare(
            THEME, "0461", rows, there({"noegle": "a", "prog_distrikt_type_kode": 12}), who
        ).changes[0]
        for who in ("mig", "dig")
    )
    assert first.objekt_id == second.objekt_id and first.kind == "insert"
    assert first.values == {
        "cvr_kode": 35209115,
        "bruger_id": "mig",
        "prog_distrikt_type_kode": 11,
        "oprindkode": 5,
        "statuskode": 3,
        "off_kode": 1,
        "noegle": "ny",
    }
    assert set(first.usual) == {
        "cvr_kode",
        "bruger_id",
        "prog_distrikt_type_kode",
        "oprindkode",
        "statuskode",
        "off_kode",
    }
    home = compare(
        theme("5715"),
        "0461",
        wanted({"botilbud_navn": "H", "wkb": point()}),
        there(about=theme("5715")),
        "mig",
    )
    assert not {"off_kode", "botilbud_type_kode"} & set(home.changes[0].values), (
        "somebody has to decide who may see it"
    )
    other = compare(
        THEME, "0461", wanted({"noegle": "ny", "wkb": area(1)}), there(), "mig"
    ).changes[0]
    assert other.objekt_id != first.objekt_id
    sent = there({"objekt_id": first.objekt_id, "noegle": "rettet siden", "wkb": area()})
    assert kinds(compare(THEME, "0461", rows, sent, "mig"))[0] == "update", (
        "the same object, not a second one"
    )


# -- geometry ------------------------------------------------------------------------------------


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


# -- words of a transaction ----------------------------------------------------------------------


def test_texts_cannot_break_out_of_a_transaction():
    nasty = '</wfs:Value> "q=\'1\'" & word="væk" ;drop table'
    rows = wanted({"noegle": "a", "note": nasty}, {"noegle": "ny", "note": nasty, "wkb": area()})
    comparison = compare(THEME, "0461", rows, there({"noegle": "a"}), "mig")
    sent = transaction(THEME, comparison.to_send)
    tree = gdal.ParseXMLString(sent)
    assert [text for text in texts_of(tree) if "drop" in text] == [
        nasty,
        nasty,
    ] and '"q=' not in sent
    assert sent.count("<wfs:Insert ") == 1 and sent.count("<wfs:Update ") == 1
    statements = [body for _, body in statements_of(comparison)]
    assert all(
        "drop" not in body["q"] and body["params"][0]["note"] == nasty for body in statements
    )


def texts_of(node):
    """Every text of a tree parsed by GDAL."""
    kind, value, *children = node
    yield from [value] if kind == gdal.CXT_Text else ()
    for child in children:
        yield from texts_of(child)


def test_updates_of_the_same_columns_are_one_statement_with_many_parameter_sets():
    current = there(*({"noegle": str(n)} for n in range(10)))
    comparison = compare(
        THEME, "0461", wanted(*({"noegle": str(n), "note": "ny"} for n in range(10))), current
    )
    ((kind, body),) = statements_of(comparison)
    assert kind == "update" and len(body["params"]) == 10 and body["srs"] == 25832
    assert (
        body["q"] == "update fkg.t_5713_prog_stat_dis set note = :note where objekt_id = :objekt_id"
    )


# -- the proposed theme --------------------------------------------------------------------------


def test_the_proposed_theme_is_matched_by_district_period_and_indicator():
    about = proposed_theme()
    assert about not in all_themes() and theme("6300") is about
    figure = {
        "distrikt_objekt_id": str(uuid.UUID(int=7)),
        "periode": "2026-01",
        "indikator_kode": 2,
        "vaerdi": 12.5,
        "naevner": 80,
        "tal_status_kode": 1,
        "udgave_kode": 2,
        "opgjort": "2026-01-01",
    }
    current = there(figure, about=about)
    same = compare(about, "0461", wanted(figure), current)
    assert kinds(same) == ["unchanged"]
    found = compare(about, "0461", wanted({**figure, "vaerdi": 13.0}), current)
    assert found.changes[0].attributes == {"vaerdi": (12.5, 13.0)}
    assert np.isclose(found.changes[0].attributes["vaerdi"][1], 13)
