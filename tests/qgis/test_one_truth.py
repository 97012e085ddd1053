"""Whatever is clicked, map, table and card say the same of an area, and the same as the monitor file."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import random

import pytest
from geofa_sociodemografi.core.catalogue.law.risk_levels import risk_levels
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from geofa_sociodemografi.core.gis.maps.project_layers import ROLE, ROLE_AREAS
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.ui.shown.choice import CHANGE, INDEX, INDICATOR, LAW
from qgis.core import QgsProject, QgsRenderContext
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.change_town import town
from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)

ACTIONS = 300


@pytest.fixture
def opened(dock, tmp_path):
    path = town(tmp_path / "monitor.gpkg")
    dock.session.open_monitor(path, ProjectState(monitor=str(path), area_sets=["grid", "slices"]))
    wait(lambda: not dock.session.busy)
    return dock


def seen_layers():
    """The plugin's maps that are seen, without outlines."""
    root = QgsProject.instance().layerTreeRoot()
    nodes = [node for node in root.findLayers() if node.isVisible() and node.layer() is not None]
    roles = {node.layer(): node.layer().customProperty(ROLE) for node in nodes}
    return [layer for layer, role in roles.items() if role and role != ROLE_AREAS]


def drawn(layer, area):
    """(the feature of ``area``, the colour it is drawn in)."""
    context, renderer = QgsRenderContext(), layer.renderer().clone()
    features = [f for f in layer.getFeatures() if f["area_id"] == area]
    assert len(features) == 1, (area, [f.attributes() for f in features])
    context.expressionContext().setFields(layer.fields())
    context.expressionContext().setFeature(features[0])
    renderer.startRender(context, layer.fields())
    symbols = renderer.symbolsForFeature(features[0], context)
    colour = symbols[0].color().name().upper()
    renderer.stopRender(context)
    return features[0], colour


def of_the_file(dock, area):
    """What the monitor file itself says of ``area``: a level, or a number."""
    shown, store = dock.session.shown, MonitorFile(dock.session.state.monitor)
    if shown.theme == LAW:
        rows = store.in_force.assessments(shown.area_set, shown.period)
        return rows.set_index("area_id")["risk_level"][area]
    indicator = dock.session.table.indicator().id
    rows = store.in_force.observations(shown.area_set, [indicator])
    rows = rows[rows["area_id"] == area].set_index("period")["value"]

    def at(period):
        if period in rows:
            return rows[period]
        years = [p for p in rows.index if len(p) == 4 and p < period[:4]]
        return rows[max(years)] if years else float("nan")

    if shown.theme == INDICATOR:
        return at(shown.period)
    return at(shown.period) - at(shown.compared_with)


def agree(dock, dice):
    """Map, table, card and file say the same of an area drawn by lot."""
    session = dock.session
    table, layer = session.table.table(), session.map.layer
    assert seen_layers() == ([] if layer is None else [layer])
    if layer is None:
        return
    row = dice.choice(table.rows)
    feature, colour = drawn(layer, row.area)
    if session.shown.theme == LAW:
        level = of_the_file(dock, row.area)
        assert feature["period"] == session.shown.period and feature["risk_level"] == level
        wanted = next(one.colour for one in risk_levels() if one.id == level)
        assert colour == row.colour.upper() == wanted.upper()
    elif session.shown.theme == INDEX:
        assert row.colour == "" or session.map.by_dynamics or colour == row.colour.upper()
        assert feature["class_label"] in (row.cells[1].text.split(",")[0], "", None)
    else:
        value = of_the_file(dock, row.area)
        told = table.values.get(row.area, float("nan"))
        there = feature["value"] if isinstance(feature["value"], float) else float("nan")
        assert [told, there] == pytest.approx([value, value], nan_ok=True)
    picked = session.shown.area
    known = picked in [one.area for one in table.rows]
    assert [f["area_id"] for f in layer.selectedFeatures()] == ([picked] if known else [])
    page = dock.page("map")
    if page.isVisible():
        assert page.areas.model.table is table
        assert page.areas.marked() == (picked if known else "")
        if known:
            assert table.of(picked).name in page.card.text()


class Hand:
    """What a hand does on the dock, by dice."""

    def __init__(self, dock, dice):
        self.dock, self.dice = dock, dice

    def combo(self):
        bar = self.dock.shown
        combos = [bar.area_set, bar.period, bar.theme, bar.indicator, bar.since]
        one = self.dice.choice([*combos, self.dock.page("change").indicator])
        if one.count():
            one.setCurrentIndex(self.dice.randrange(one.count()))

    def page(self):
        self.dock.go_to(self.dice.choice(self.dock.pages).ID)

    def tab(self):
        tabs = self.dock.page("assessment").tabs
        tabs.setCurrentIndex(self.dice.randrange(tabs.count()))

    def row(self):
        areas = self.dock.page("map").areas
        if areas.areas():
            areas.view.selectRow(self.dice.randrange(len(areas.areas())))

    def on_map(self):
        layer = self.dock.session.map.layer
        if layer is not None:
            ids = sorted(feature.id() for feature in layer.getFeatures())
            layer.selectByIds([self.dice.choice(ids)])

    def weight(self):
        spins = list(self.dock.page("assessment").index.members.weights.values())
        if spins:
            self.dice.choice(spins).setValue(self.dice.choice([0.5, 1.0, 2.0]))

    def slide(self):
        slider = self.dock.page("change").months.slider
        slider.setValue(self.dice.randint(slider.minimum(), slider.maximum()))

    def remove(self):
        QgsProject.instance().removeAllMapLayers()
        self.dock.session.shown.changed.emit()

    def sort(self):
        view = self.dock.page("map").areas.view
        orders = [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder]
        view.sortByColumn(self.dice.randrange(2), self.dice.choice(orders))

    def do(self):
        """One thing; its name."""
        often = [self.combo, self.combo, self.page]
        one = self.dice.choice(
            [
                *often,
                *(self.combo, self.page, self.tab, self.row, self.on_map),
                *(self.weight, self.slide, self.remove, self.sort),
            ]
        )
        one()
        wait(lambda: not self.dock.session.busy)
        for _ in range(3):
            QApplication.processEvents()
        self.dock.page("change").months._pause.timeout.emit()  # the slider stands still
        wait(lambda: not self.dock.session.busy)
        return one.__name__


@pytest.mark.parametrize("seed", range(3))
def test_map_table_card_and_file_agree_after_whatever_is_done(opened, seed):
    dice, done = random.Random(seed), []
    hand = Hand(opened, dice)
    for _ in range(ACTIONS // 3):
        done.append(hand.do())
        try:
            agree(opened, dice)
        except AssertionError as error:
            raise AssertionError(
                f"after {len(done)} actions, the last {done[-4:]}: {error}"
            ) from error
    failures = [str(one) for one in opened.said if isinstance(one, Exception)]
    assert not [one for one in failures if "No month has figures" not in one]
    roles = [la.customProperty(ROLE) for la in QgsProject.instance().mapLayers().values()]
    assert roles.count("live_index") <= 1 and roles.count("figures") <= 1


def test_the_trial_goes_with_its_page_and_the_law_comes_back(opened):
    opened.go_to("assessment")
    opened.page("assessment").tabs.setCurrentIndex(0)
    wait(lambda: not opened.session.busy)
    index = opened.page("assessment").index
    index.take(index.definition) if index.definition is not None else None
    if opened.session.table.trial is not None:
        assert opened.session.shown.theme == INDEX
    opened.go_to("map")
    assert opened.session.shown.theme == LAW and opened.session.table.trial is None
    (layer,) = seen_layers()
    assert layer.customProperty(ROLE) == "risk"


def test_the_area_that_is_looked_at_stays_through_period_page_and_theme(opened):
    opened.go_to("map")
    opened.session.shown.pick("c1r0")
    for change in ({"period": "2025-01"}, {"theme": CHANGE}, {"theme": INDICATOR}, {"theme": LAW}):
        opened.session.shown.show(**change)
        assert opened.page("map").areas.marked() == "c1r0"
        assert [f["area_id"] for f in opened.session.map.layer.selectedFeatures()] == ["c1r0"]
    for page in ("change", "since", "assessment", "map"):
        opened.go_to(page)
        wait(lambda: not opened.session.busy)
    assert "c1r0" in opened.page("map").card.text()


def test_another_area_set_has_other_areas_and_the_law_asks_of_one_of_them(opened):
    opened.go_to("assessment")
    opened.page("assessment").tabs.setCurrentIndex(1)
    opened.session.shown.pick("c1r0")
    opened.session.shown.show(area_set="slices")
    wait(lambda: not opened.session.busy)
    law = opened.page("assessment").law
    assert opened.session.shown.area == "" and law.what_if.area.currentData() in (
        *("west", "middle", "east"),
    )
    assert law.what_if.answer.text().startswith("As it is")


def test_what_is_saved_is_what_is_seen(opened, tmp_path, monkeypatch):
    from geofa_sociodemografi.core.gis.maps import map_image

    saved = []
    monkeypatch.setattr(map_image, "save_map_image", lambda *given: saved.append(given))
    opened.go_to("map")
    for theme in (LAW, INDICATOR, CHANGE):
        opened.session.shown.show(theme=theme, indicator="no_work", period="2025-12")
        opened.page("map").save_picture(tmp_path / "kort.png")
        _, layers, _, title, subtitle, note, _ = saved[-1]
        assert layers[0] is opened.session.map.layer
        assert title.startswith(opened.session.table.table().subject)
        assert subtitle == "December 2025"
        if theme == LAW:
            assert note.startswith("Criteria from 2021 · as things stand")
