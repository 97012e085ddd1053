"""A layer of areas is the set of the monitor file that has its areas, or one of its own: never another's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.own_area_set import as_in_file
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import areas, grid, inputs, persons
from tests.unit.invented_town import people, slices

DISTRICTS = grid(3, 2, identifier="boligomraader")


@pytest.fixture
def store(tmp_path):
    monitor = MonitorFile(tmp_path / "m.gpkg")
    made = inputs([DISTRICTS, slices("skoler")], [persons(**people())])
    add_period(made, Choices(), monitor, Silent())
    return monitor


def layer(area_set, name="Skoledistrikter Øst 2026"):
    return replace(area_set, id="areas", name=name)


def asked(area_set, store, wanted=""):
    silent = Silent()
    return as_in_file(layer(area_set), store, silent, wanted).id, silent.warnings


def test_the_same_areas_are_the_same_set(store):
    assert asked(grid(3, 2), store) == ("boligomraader", [])
    assert asked(grid(2, 2, side=9.0), store) == ("boligomraader", [])  # redrawn, and some gone
    assert asked(slices(), store) == ("skoler", [])


def test_areas_known_by_their_outline_alone_are_the_same_set(store):
    shapes = {f"nr {n}": wkb for n, wkb in enumerate(slices().areas["wkb"])}
    assert asked(areas(shapes), store) == ("skoler", [])


def test_other_areas_become_a_set_of_their_own_which_is_told(store):
    shapes = {f"s{n}": wkb for n, wkb in enumerate(grid(2, 1, side=14.0).areas["wkb"])}
    made, (told,) = asked(areas(shapes), store)
    assert made == "skoledistrikter_oest_2026"
    assert "boligomraader, skoler" in told and made in told and "AREA_SET" in told
    before = store.in_force.observations("boligomraader")
    own = replace(areas(shapes), id=made)
    add_period(inputs([own], [persons(**people())]), Choices(), store, Silent())
    assert store.in_force.observations("boligomraader").equals(before)
    assert len(store.in_force.judged(made)) == 1
    assert asked(areas(shapes), store) == (made, [])


def test_what_the_user_says_goes_first_and_a_new_file_has_the_usual_id(store, tmp_path):
    shapes = {"other": grid(1, 1).areas["wkb"].iloc[0]}
    assert asked(areas(shapes), store, "skoler") == ("skoler", [])
    assert asked(areas(shapes), MonitorFile(tmp_path / "new.gpkg")) == ("areas", [])


def test_an_id_is_not_given_twice(store):
    shapes = {f"s{n}": wkb for n, wkb in enumerate(grid(2, 1, side=14.0).areas["wkb"])}
    silent = Silent()
    found = as_in_file(layer(areas(shapes), "Skoler"), store, silent)
    assert found.id == "skoler_2"


def test_another_places_areas_of_the_same_ids_are_a_set_of_their_own(store):
    wide = grid(4, 2, side=9_000.0).areas
    away = wide.loc[~wide["area_id"].str.startswith("c0"), "wkb"]
    far = dict(zip(DISTRICTS.area_ids, away))
    silent = Silent()
    found = as_in_file(layer(areas(far)), store, silent, "", "0461")
    assert found.id not in ("boligomraader", "skoler") and found.id in silent.warnings[0]
