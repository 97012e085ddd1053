"""The panel in every width: names where there is room, pictures with names for those who cannot see them where not."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.change_town import town
from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)


@pytest.fixture
def opened(dock, tmp_path):
    path = town(tmp_path / "monitor.gpkg")
    dock.session.open_monitor(path, ProjectState(monitor=str(path), area_sets=["grid", "slices"]))
    wait(lambda: not dock.session.busy)
    return dock


def steps(dock):
    return [dock.steps.button(n) for n in range(len(dock.pages))]


def test_the_panel_can_be_so_narrow_that_the_window_fits_a_scaled_screen(opened):
    parts = [opened.widget().layout().itemAt(n) for n in range(opened.widget().layout().count())]
    wide = {n: part.minimumSize().width() for n, part in enumerate(parts)}
    assert opened.widget().minimumSizeHint().width() <= 215, wide
    assert opened.minimumSizeHint().width() <= 240


def test_a_narrow_panel_shows_pictures_with_names_in_tips_and_for_screen_readers(opened):
    opened.resize(320, 700)
    QApplication.processEvents()
    for button, page in zip(steps(opened), opened.pages):
        assert page.title() not in button.text() and not button.icon().isNull()
        assert button.accessibleName() == page.title()
        assert page.ICON or button.toolTip().startswith(page.title())
    assert steps(opened)[opened.pages.index(opened.page("map"))].text() == "✓"
    opened.resize(600, 700)
    QApplication.processEvents()
    wide = steps(opened)[opened.pages.index(opened.page("map"))]
    assert wide.text() == "✓Map" and wide.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextOnly


@pytest.mark.parametrize("width", [320, 410, 600])
def test_no_page_is_cut(opened, width):
    opened.resize(width, 700)
    cut = []
    for page in opened.pages:
        opened.go_to(page.ID)
        wait(lambda: not opened.session.busy)
        QApplication.processEvents()
        if page.widget().minimumSizeHint().width() > page.viewport().width():
            cut.append((page.ID, page.widget().minimumSizeHint().width()))
    assert cut == []


def test_the_keyboard_turns_the_pages(opened):
    opened.go_to("map")
    opened.activateWindow()
    opened.take_focus()
    QApplication.processEvents()
    at = opened.pages.index(opened.page("map"))
    QTest.keyClick(opened, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert opened.stack.currentIndex() == (at + 1) % len(opened.pages)
    QTest.keyClick(opened, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert opened.stack.currentIndex() == at
