"""GeoFA in the Browser and in the locator."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.catalogue.geofa.themes import all_themes, theme
from geofa_sociodemografi.core.gis.districts.browser import KEY, GeofaBrowser, uri_of
from geofa_sociodemografi.ui.areas.find_theme import (
    ThemeActions,
    ThemeDrop,
    ThemeLocator,
    fitting,
    open_theme,
)
from qgis.core import QgsFeedback, QgsLocatorContext, QgsMimeDataUtils, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu

CODES = ["5700", "5701", "5710", "5711", "5712", "5713", "5715", "5716", "5717"]
KEPT = []


@pytest.fixture
def items():
    """The themes under the node, as the Browser makes them."""
    browser = GeofaBrowser(QIcon())
    root = browser.createDataItem("", None)
    KEPT.append((browser, root))
    return root.createChildren()


def test_the_node_has_every_theme_with_what_it_is(items):
    assert [item.code for item in items] == CODES == [t.code for t in all_themes()]
    for item in items:
        about = theme(item.code)
        for text in (about.definition["en"], about.purpose["en"], about.instruction["en"]):
            assert text in item.toolTip()
        assert item.hasDragEnabled()


def test_a_dragged_theme_opens_where_it_is_dropped(items):
    opened = []
    drop = ThemeDrop(opened.append)
    assert drop.customUriProviderKey() == KEY
    (uri,) = items[5].mimeUris()
    carried = QgsMimeDataUtils.decodeUriList(QgsMimeDataUtils.encodeUriList([uri]))
    assert drop.canHandleCustomUriCanvasDrop(carried[0], None) and carried[0].layerType == "custom"
    drop.handleCustomUriDrop(carried[0])
    drop.handleCustomUriCanvasDrop(uri_of("5710"), None)
    assert opened == ["5713", "5710"]


def test_menu_and_double_click(items):
    opened = []
    actions, menu = ThemeActions(opened.append), QMenu()
    actions.populateContextMenu(items[0], menu, [], None)
    assert [action.text() for action in menu.actions()] == ["Show on the map", "About the theme…"]
    menu.actions()[0].trigger()
    assert actions.handleDoubleClick(items[1], None) and opened == ["5700", "5701"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("5713", "5713"),
        ("skole", "5710"),
        ("SSP", "5710"),
        ("basisdistrikt", "5713"),
        ("sygepleje", "5712"),
        ("krisecenter", "5716"),
        ("school districts", "5710"),
        ("almennyttig", "5700"),
        ("social", "5711"),
    ],
)
def test_words_lead_to_a_theme(typed, first):
    found = fitting(typed)
    assert first in [about.code for about, _, _ in sorted(found, key=lambda f: -f[2])][:3]


def test_words_that_fit_nothing():
    assert fitting("parallelsamfund") == []


def test_the_locator_gives_results_and_opens_them():
    opened, results = [], []
    locator = ThemeLocator(opened.append)
    locator.resultFetched.connect(results.append)
    context = QgsLocatorContext()
    locator.fetchResults("sk", context, QgsFeedback())
    assert results == [] and locator.prefix() == "geofa"
    context.usingPrefix = True
    locator.clone().fetchResults("skole", context, QgsFeedback())
    locator.fetchResults("skole", context, QgsFeedback())
    assert results and results[0].displayString.startswith("5710")
    locator.triggerResult(results[0])
    assert opened == ["5710"]


def test_a_server_that_is_away_is_said_and_nothing_is_added():
    class Iface:
        bar = QgsMessageBar()

        def messageBar(self):
            return self.bar

    from geofa_sociodemografi.core.gis.host.settings import Settings, save_settings

    save_settings(Settings(geofa_url="http://127.0.0.1:9", municipality="0461"))
    try:
        assert open_theme(Iface(), "5713") is None
        assert (
            QgsProject.instance().mapLayers() == {}
            and "cannot be read from GeoFA" in Iface.bar.items()[0].text()
        )
    finally:
        save_settings(Settings())
