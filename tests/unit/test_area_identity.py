"""Area sets in one file: their ids, names and ends; and the key and name of one's own layers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from geofa_sociodemografi.core.areas.identity import id_beside_others, id_in_file, is_same_place
from geofa_sociodemografi.core.areas.keys import best_key, best_name
from geofa_sociodemografi.core.errors import InputError, StoreError
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import areas, grid, inputs, persons, polygon_wkb, square

ODENSE, AARHUS = "0461", "0751"
USUAL = ("area_id", "objekt_id", "kode", "id", "fid")


def sogne(municipality="", east=0.0, identifier="sogne"):
    shapes = {"a": polygon_wkb(square(500_000 + east, 6_200_000, 100))}
    return replace(areas(shapes, identifier), municipality=municipality)


def file_of(*area_sets):
    kept = {one.id: one for one in area_sets}
    return kept.get


def test_two_municipalities_do_not_replace_each_other():
    odense, aarhus = sogne(ODENSE), sogne(AARHUS, 90_000)
    first = id_in_file(odense, file_of())
    second = id_in_file(aarhus, file_of(replace(odense, id=first)))
    assert (first, second) == ("0461-sogne", "0751-sogne")
    again = id_in_file(odense, file_of(replace(odense, id=first), replace(aarhus, id=second)))
    assert again == first


def test_a_set_of_an_earlier_file_goes_on_under_its_id():
    assert id_in_file(sogne(ODENSE), file_of(sogne(ODENSE))) == "sogne"
    assert id_in_file(sogne(ODENSE), file_of(sogne())) == "sogne", "it lies there"
    assert id_in_file(sogne(AARHUS, 90_000), file_of(sogne(ODENSE))) == "0751-sogne"
    assert id_in_file(sogne(AARHUS, 90_000), file_of(sogne())) == "0751-sogne", "it lies elsewhere"


def test_layers_of_one_name_from_two_places_are_two_without_any_municipality():
    here, there, beyond = sogne(), sogne(east=90_000), sogne(east=200_000)
    assert id_in_file(there, file_of(here)) == "sogne (2)"
    both = (here, replace(there, id="sogne (2)"))
    assert id_in_file(there, file_of(*both)) == "sogne (2)"
    assert id_in_file(beyond, file_of(*both)) == "sogne (3)"
    assert not is_same_place(here, sogne(east=100.0)), "neighbours share a border alone"


def test_a_run_keeps_its_id_where_no_other_place_has_it():
    assert id_beside_others(sogne(), ODENSE, file_of()) == "sogne"
    assert id_beside_others(sogne(), ODENSE, file_of(sogne())) == "sogne"
    assert id_beside_others(sogne(east=90_000), AARHUS, file_of(sogne())) == "0751-sogne"


def test_a_given_name_stays_when_the_set_is_fetched_again(tmp_path):
    store = MonitorFile(tmp_path / "m.gpkg")
    store.areas.save([grid(1, 1, identifier="0461-sogne"), grid(2, 1, identifier="andet")])
    store.areas.rename("0461-sogne", "  Odenses\nsogne ")
    assert store.areas.load("0461-sogne").name == "Odenses sogne"
    store.areas.save([grid(1, 1, identifier="0461-sogne")])
    names = store.areas.sets().set_index("area_set")["name"].to_dict()
    assert names["0461-sogne"] == "Odenses sogne" and names["andet"] != "Odenses sogne"
    for wrong in ("", "  ", "x" * 121):
        with pytest.raises(InputError):
            store.areas.rename("0461-sogne", wrong)
    with pytest.raises(StoreError):
        store.areas.rename("ikke her", "x")


def test_a_set_is_removed_whole_and_not_while_it_has_figures(tmp_path):
    store = MonitorFile(tmp_path / "m.gpkg")
    wrong, right = grid(1, 1, identifier="forkert"), grid(2, 1, identifier="ret")
    store.areas.save([wrong, right])
    store.areas.rename("forkert", "Forkert sæt")
    store.areas.remove("forkert")
    assert store.areas.sets()["area_set"].tolist() == ["ret"]
    assert store.areas.find("forkert") is None and store.areas.find("ret") is not None
    store.areas.save([wrong])
    assert store.areas.load("forkert").name == wrong.name, "nothing of it was left"
    people = persons(x=[500_001.0], y=[6_200_001.0], age=[40], period=["2026-01"])
    add_period(inputs([wrong], [people]), Choices(indicators=("population",)), store, Silent())
    with pytest.raises(InputError, match="has figures"):
        store.areas.remove("forkert")
    undo_period(store, Silent())
    store.areas.remove("forkert")
    assert store.areas.sets()["area_set"].tolist() == ["ret"]
    with pytest.raises(StoreError):
        store.areas.remove("forkert")


def test_a_key_is_unique_and_no_row_number():
    sogne = {
        "fid": ["1", "2", "3"],
        "Kommune": ["461", "461", "461"],
        "Sognekode": ["7001", "7002", "7010"],
        "Sognenavn": ["Vor Frue", "Sankt Hans", "Dalum"],
    }
    assert best_key(sogne, USUAL) == "Sognekode"
    assert best_name(sogne, ("name", "navn"), "Sognekode") == "Sognenavn"
    assert best_key({**sogne, "kode": ["1", "2", "3"]}, USUAL) == "kode", "districts may be 1 to n"
    assert best_key({**sogne, "kode": ["1", "1", "3"]}, USUAL) == "Sognekode", "it is not unique"
    assert best_key({**sogne, "objekt_id": ["a", "", "c"]}, USUAL) == "Sognekode", "one lacks"
    assert best_key({"id": ["1", "2"], "navn": ["Nord", "Syd"]}, USUAL) == "navn"
    assert best_key({"id": ["17", "4"], "navn": ["Nord", "Syd"]}, USUAL) == "id"
    assert best_key({"nr": ["0", "1"], "navn": ["Nord", "Syd"]}, USUAL) == "navn"
    assert best_key({"fid": ["1", "2"], "navn": ["Nord", "Nord"]}, USUAL) == "fid", "the last way"
    assert best_key({"navn": ["Nord", "Nord"]}, USUAL) == "" == best_key({}, USUAL)


def test_a_name_is_a_column_that_is_there():
    fields = {"kode": ["1", "2"], "distrikt": ["Nord", "Syd"], "type": ["skole", "skole"]}
    assert best_name(fields, ("navn",), "kode") == "distrikt"
    assert best_name({**fields, "navn": ["", ""]}, ("navn",), "kode") == "distrikt", "it is empty"
    assert best_name({"kode": ["1", "2"]}, ("navn",), "kode") == ""
