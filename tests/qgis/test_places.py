"""What QGIS has of the plugin outside its panel: areas in the locator, the layers' menu, the options, the functions."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from geofa_sociodemografi.core.gis.host.settings import Settings, load_settings, save_settings
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsFeature,
    QgsFeedback,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QWidget

from tests.qgis.change_town import town
from tests.qgis.test_plugin import KEPT, Iface


@pytest.fixture
def plugin(tmp_path):
    """The plugin in a window, with the panel open on a small town."""
    import geofa_sociodemografi

    registry = QgsApplication.processingRegistry()
    registry.removeProvider(registry.providerById("sociodemografi"))
    made = geofa_sociodemografi.classFactory(Iface())
    made.initGui()
    made.path = town(tmp_path / "by.gpkg")
    yield made
    made.unload()
    save_settings(Settings())
    KEPT.append(geofa_sociodemografi.classFactory(None))
    KEPT[-1].initProcessing()


def opened(plugin):
    panel = plugin._panel()
    panel.session.open_monitor(
        plugin.path, ProjectState(monitor=str(plugin.path), area_sets=["grid", "slices"])
    )
    return panel


def found(plugin, text, prefixed=True):
    (locator,) = [one for one in plugin._iface.locators if one.prefix() == "omr"]
    results = []
    copy = locator.clone()
    copy.resultFetched.connect(
        lambda one: results.append(QgsLocatorResult(one))
    )  # it is gone after
    context = QgsLocatorContext()
    context.usingPrefix = prefixed
    copy.fetchResults(text, context, QgsFeedback())
    return copy, results


def test_an_area_is_found_by_name_and_shown(plugin):
    panel = opened(plugin)
    names = MonitorFile(plugin.path).in_force.assessments("grid").groupby("area_id")["name"].first()
    name = names.iloc[0]
    locator, results = found(plugin, name.lower())
    assert results[0].displayString == name
    locator.triggerResult(results[0])
    assert panel.isVisibleTo(plugin._iface.window)
    assert names[panel.session.shown.area] == name
    assert panel.stack.currentWidget() is panel.page("map")
    assert found(plugin, "xyz")[1] == [] and found(plugin, "c", prefixed=False)[1] == []


def test_nothing_is_found_where_no_file_is_open(plugin):
    assert found(plugin, "c0r0")[1] == []


def test_the_layers_of_areas_have_the_card_in_their_menu(plugin):
    panel, iface = opened(plugin), plugin._iface
    ours = QgsVectorLayer("Polygon?field=area_id:string", "vores", "memory")
    ours.setCustomProperty("sociodemografi/area_set", "grid")
    feature = QgsFeature(ours.fields())
    feature["area_id"] = "c1r0"
    ours.dataProvider().addFeature(feature)
    theirs = QgsVectorLayer("Polygon?field=area_id:string", "deres", "memory")
    QgsProject.instance().addMapLayers([ours, theirs])
    assert ours.id() in iface.layers and theirs.id() not in iface.layers
    iface.active = ours
    (action,) = iface.layer_actions
    action.trigger()
    assert panel.session.shown.area == ""
    assert "No area is selected" in iface.bar.currentItem().text()
    ours.selectAll()
    action.trigger()
    assert (panel.session.shown.area_set, panel.session.shown.area) == ("grid", "c1r0")


def test_settings_chosen_in_the_options_are_those_of_the_panel(plugin):
    panel = opened(plugin)
    (factory,) = plugin._iface.options
    assert factory.title() == "GeoFA Sociodemografi" and not factory.icon().isNull()
    parent = QWidget()
    page = factory.createWidget(parent)
    page.municipality.setCurrentIndex(page.municipality.findData("0461"))
    page.seconds.setValue(17)
    page.apply()
    assert load_settings().municipality == "0461" and load_settings().geofa_seconds == 17
    panel.session.save()  # which saves all that the panel holds
    assert load_settings().municipality == "0461" and load_settings().geofa_seconds == 17


def test_expressions_answer_from_the_file_that_is_open(plugin):
    assert QgsExpression("sd_value('c0r0', 'no_work')").evaluate() is None
    panel = opened(plugin)
    first = QgsExpression("sd_value('c0r0', 'no_work')").evaluate()
    assert isinstance(first, float)
    QgsProject.instance().clear()
    assert panel.session.state.monitor == ""
    assert QgsExpression("sd_value('c0r0', 'no_work')").evaluate() is None


def test_a_project_is_enough_for_expressions(plugin, tmp_path):
    from geofa_sociodemografi.core.gis.host.project_state import save_state

    project = QgsProject.instance()
    save_state(project, ProjectState(monitor=str(plugin.path), area_sets=["grid"]))
    assert project.write(str(tmp_path / "projekt.qgz"))
    project.clear()
    assert QgsExpression("sd_value('c0r0', 'no_work')").evaluate() is None
    assert project.read(str(tmp_path / "projekt.qgz"))
    assert plugin._dock is None
    assert isinstance(QgsExpression("sd_value('c0r0', 'no_work')").evaluate(), float)
