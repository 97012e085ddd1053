"""The page Diskretion through its real widgets: check, publish, ledger, merging."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.errors import SociodemografiError
from geofa_sociodemografi.core.gis.editions import tables as edition_tables
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from qgis.PyQt.QtCore import Qt

from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)
from tests.unit.invented_town import FEW_AREA, monitor


@pytest.fixture
def page(dock, tmp_path):  # noqa: F811
    path = monitor(tmp_path / "monitor.gpkg")
    dock.session.open_monitor(path, ProjectState(monitor=str(path), area_sets=["grid", "slices"]))
    dock.go_to("disclosure")
    dock.page("disclosure").session_of_dock = dock
    return dock.page("disclosure")


def checked(page, profile):
    page.profile.setCurrentIndex(page.profile.findData(profile))
    page.check.click()
    wait(lambda: not page.session.busy)
    return page.session_of_dock.said[-1]


def texts(item):
    return [item.text(0), *(t for n in range(item.childCount()) for t in texts(item.child(n)))]


def test_a_check_says_what_is_hidden_and_why_but_never_a_value(page):
    said = checked(page, "parter")
    assert "figures are hidden" in said and "none can be worked out" in said
    everything = [
        t
        for n in range(page.hidden.topLevelItemCount())
        for t in texts(page.hidden.topLevelItem(n))
    ]
    assert any("Few persons" in t for t in everything) and FEW_AREA in everything
    assert not any("271" in t or "2.87" in t for t in everything)
    assert FEW_AREA in page.small.text() and page.publish_box.isVisibleTo(page)
    assert "can be worked out" in page.promise.text()


def test_the_internal_edition_offers_no_publication(page):
    assert "none hidden" in checked(page, "intern")
    assert not page.publish_box.isVisibleTo(page)


def test_another_choice_forgets_what_was_checked(page):
    checked(page, "parter")
    page.profile.setCurrentIndex(page.profile.findData("offentlig"))
    assert page.prepared is None and not page.publish_box.isVisibleTo(page)
    assert page.session.state.edition == "offentlig" and "below 10" in page.rules.text()


def test_publishing_writes_a_folder_and_a_line_in_the_ledger(page, tmp_path):
    checked(page, "parter")
    folder = tmp_path / "ud"
    folder.mkdir()
    page.publish_in(str(folder))
    assert isinstance(page.session_of_dock.said[-1], SociodemografiError), "a purpose is asked for"
    page.purpose.setText("dagsorden")
    page.publish_in(str(folder))
    wait(lambda: not page.session.busy)
    assert str(page.session_of_dock.said[-1]).startswith("Release U")
    made = next(folder.iterdir())
    assert (made / "certifikat.json").exists()
    assert page.ledger.topLevelItemCount() == 1 and page.finished()
    item = page.ledger.topLevelItem(0)
    assert item.text(0) in made.name and '"passed"' in item.data(0, Qt.ItemDataRole.UserRole)


def test_cancelling_leaves_no_file(page, tmp_path, monkeypatch):
    """The user stops while the tables are being written: the work sees it there, and takes away what it wrote."""
    checked(page, "parter")
    folder = tmp_path / "ud"
    folder.mkdir()
    written = []

    def stopped_here(*args):
        write_workbook(*args)
        written.append([p.name for p in folder.glob("*/*.xlsx")])
        page.session.cancel()

    write_workbook = edition_tables._write_workbook
    monkeypatch.setattr(edition_tables, "_write_workbook", stopped_here)
    page.purpose.setText("p")
    page.publish_in(str(folder))
    wait(lambda: not page.session.busy)
    assert written == [["udgave.xlsx"]]
    assert not list(folder.iterdir()) and page.ledger.topLevelItemCount() == 0


def test_small_areas_become_a_merged_area_set(page):
    checked(page, "parter")
    page.merge.click()
    wait(lambda: not page.session.busy)
    assert (
        "merged" in page.session_of_dock.said[-1] and "grid-samlet" in page.session.state.area_sets
    )
