"""What registration would change: matching and difference."""

from __future__ import annotations

import uuid

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.geofa.themes import all_themes, proposed_theme, theme
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.geofa.comparison.changes import resulting
from geofa_sociodemografi.core.geofa.comparison.compare import compare

from tests.unit.geofa_tables import SCHOOLS, THEME, area, point, there, wanted


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
