"""The page Start: the example in two clicks, recent files, and files that are dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest

from tests.qgis.test_dock import dock, made, wait  # noqa: F401 (fixtures)


@pytest.fixture
def counted(dock, tmp_path):  # noqa: F811
    """A dock in whose Start one button was clicked."""
    dock.page("start").folder = tmp_path / "Eksempel å"
    QTest.mouseClick(dock.page("start").example, Qt.MouseButton.LeftButton)
    wait(lambda: not dock.session.busy)
    return dock


def drop(page, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    wait(lambda: not page.session.busy)


def test_one_click_in_the_panel_shows_the_example_on_the_map(counted):
    assert counted.stack.currentWidget() is counted.page("map"), counted.said
    rows = counted.session.assessments(counted.session.shown.area_set, "2026-01")
    levels = set(rows["category"].fillna(""))
    assert len(levels) >= 4, levels  # the law tells something: ten areas are not all alike
    layer = counted.session.map.layer
    assert layer.featureCount() == 10 and layer.labelsEnabled()
    assert counted.page("data").mapping.rowCount() > 10 and counted.page("data").finished()
    assert len(counted.session.servable) > 80 and counted.session.checks is not None
    assert "20,000 residents" in counted.said[-1] and "25 periods" in counted.said[-1]


def test_recent_files_are_there_and_those_that_are_gone_are_not(made, tmp_path):  # noqa: F811
    path = Path(made.session.state.monitor)
    made.session.settings.remember(str(tmp_path / "gone.gpkg"))
    QgsProject.instance().clear()
    start = made.page("start")

    def offered():
        return [button.toolTip() for button in start.recent.buttons]

    wait(lambda: str(path) in offered())
    assert offered()[0] == str(path) and not any("gone" in one for one in offered())
    assert start.recent_box.isVisible()
    start.recent.buttons[0].click()
    assert made.session.state.monitor == str(path)


def test_a_monitor_file_that_is_dropped_is_opened(made):  # noqa: F811
    path = Path(made.session.state.monitor)
    QgsProject.instance().clear()
    drop(made.page("start"), path)
    assert made.session.state.monitor == str(path) and made.page("areas").sets.count() == 3


@pytest.mark.parametrize(
    ("name", "kind"),
    [("persons", "persons"), ("dwellings", "dwellings"), ("moves.csv", "moves")]
    + [("addresses.csv", "addresses"), ("figures.csv", "figures")],
)
def test_a_register_that_is_dropped_is_chosen_on_the_page_data(made, name, kind):  # noqa: F811
    path = Path(made.session.state.monitor).with_name(name)
    QgsProject.instance().clear()
    drop(made.page("start"), path)
    assert made.stack.currentWidget() is made.page("data")
    state = made.session.state
    assert {**state.registers, "addresses": state.addresses}[kind] == str(path)
    assert state.monitor and not Path(state.monitor).exists()


def test_fetching_from_geofa_begins_a_new_file_that_replaces_none(made):  # noqa: F811
    QgsProject.instance().clear()
    made.page("start").fetch.click()
    assert made.stack.currentWidget() is made.page("areas")
    assert made.session.state.monitor.endswith(".gpkg")
    assert not Path(made.session.state.monitor).exists()
