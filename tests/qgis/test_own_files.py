"""A broken file in the municipality's own catalogue is told by name, and takes nothing else down."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import SociodemografiError
from geofa_sociodemografi.core.gis.host.project_state import ProjectState

from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)
from tests.unit.invented_town import monitor, people

OWN_FILES = ("own.json", "indices/mine.json", "staircase.json", "diskretion.json")
BROKEN = {
    "cut off": b'{"format": 1, "theme"',
    "another kind": b"[1, 2]",
    "another format": b'{"format": 99}',
    "another content": b'{"format": 1, "indicators": [{"id": 4}], "profiles": {"offentlig": 5}}',
    "not UTF-8": b"\xff\xfe{}",
    "empty": b"",
}


@pytest.fixture
def opened(dock, tmp_path):  # noqa: F811
    """Opens a monitor file whose project has its own catalogue in ``tmp_path``."""

    def made():
        path = monitor(tmp_path / "monitor.gpkg", people(2, "2025-01"), people())
        state = ProjectState(
            monitor=str(path), area_sets=["grid"], catalogue=str(tmp_path / "own"), index="nzdep"
        )
        dock.session.open_monitor(path, state)
        return dock

    (tmp_path / "own" / "indices").mkdir(parents=True)
    return made


@pytest.mark.parametrize("broken", BROKEN)
def test_broken_own_files_are_told_and_every_page_opens(opened, tmp_path, broken):
    for name in OWN_FILES:
        (tmp_path / "own" / name).write_bytes(BROKEN[broken])
    made = opened()
    for name in ("calculation", "assessment", "disclosure", "map", "assessment"):
        made.go_to(name)
        wait(lambda: not made.session.busy)
    made.page("assessment").tabs.setCurrentIndex(1)
    wait(lambda: not made.session.busy)
    said = " ".join(str(one) for one in made.said if isinstance(one, SociodemografiError))
    has_format = broken == "another format"  # the limits of disclosure have none to differ from
    assert "own.json" in said and ("diskretion.json" in said) != has_format, made.said
    assert "mine.json" in made.page("assessment").index.problem.text()
    assert "staircase.json" in made.page("assessment").law.stairs_note.text()
    calculation = made.page("calculation")
    assert len(list(calculation.indicators.items())) == len(all_indicators())


def test_what_is_done_beside_a_broken_own_file_is_refused_with_its_name(opened, tmp_path):
    made = opened()
    made.go_to("calculation")
    page = made.page("calculation")
    page.indicators.tree.setCurrentItem(next(iter(page.indicators.items())))
    made.go_to("disclosure")
    for name in OWN_FILES:
        (tmp_path / "own" / name).write_bytes(BROKEN["cut off"])
    for act, name in (
        (page.copy.click, "own.json"),
        (page.remove_marked, "own.json"),
        (lambda: made.page("disclosure").profile.setCurrentIndex(1), "diskretion.json"),
    ):
        made.said.clear()
        act()
        wait(lambda: not made.session.busy)
        assert any(name in str(one) for one in made.said), (name, made.said)
