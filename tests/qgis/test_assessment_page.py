"""The page Assessment through its real widgets: an index built with the map following, judged and explained."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import QgsProject

from tests.qgis.assessment import (
    live,
    page,  # noqa: F401 (fixtures)
    shown,
)
from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)


def test_the_map_follows_every_change_of_weight_direction_and_method(page):
    panel = page.index
    assert panel.index.currentData() == "ours" and panel.period == "2026-01"
    (layer,) = live()
    before = shown(layer, "score")
    z = {name: panel.workbench.figures.cube.values[name][1] for name in ("no_work", "low_income")}
    z = {name: (v - v.mean()) / v.std() for name, v in z.items()}
    weighted = z["no_work"] / 3 + 2 * z["low_income"] / 3
    expected = (weighted - weighted.mean()) / weighted.std()
    assert [before[a] for a in panel.workbench.figures.cube.areas] == pytest.approx(
        expected.tolist()
    )
    panel.members.weights["low_income"].setValue(0.0)
    assert [shown(layer, "score")[a] for a in panel.workbench.figures.cube.areas] == pytest.approx(
        z["no_work"].tolist()
    )
    item = panel.members.tree.topLevelItem(0).child(0)
    panel.members.tree.itemClicked.emit(item, 1)
    assert [shown(layer, "score")[a] for a in panel.workbench.figures.cube.areas] == pytest.approx(
        (-z["no_work"]).tolist()
    )
    assert panel.members.tree.topLevelItem(0).child(0).text(3) == "100"
    method = panel.method
    method.combos["classes"].setCurrentIndex(method.combos["classes"].findData("quantiles"))
    method.count.setValue(3)
    assert sorted(shown(layer).values()) == [1, 1, 2, 2, 3, 3]
    labels = [rule.label() for rule in layer.renderer().rootRule().children()]
    assert labels == [
        "1 of 3 (least disadvantage)",
        "2 of 3",
        "3 of 3 (most disadvantage)",
        "Not scored",
    ]
    assert [l.id() for l in live()] == [layer.id()]  # noqa: E741


def test_indicators_are_added_and_removed_and_the_ruling_is_told(page):
    panel = page.index
    names = [
        action.data()
        for menu in panel.members.menu.findChildren(type(panel.members.menu))
        for action in menu.actions()
    ]
    assert "convicted" in names and "population" not in names and "no_work" not in names
    panel.members.add_indicator("convicted")
    assert panel.definition.indicators == ("no_work", "low_income", "convicted")
    panel.members.tree.setCurrentItem(panel.members.tree.topLevelItem(0).child(0))
    assert "would have to move" in panel.members.about.text()
    panel.members.remove.click()
    assert panel.definition.indicators == ("low_income", "convicted")
    for _ in range(3):
        panel.members.tree.setCurrentItem(panel.members.tree.topLevelItem(0).child(0))
        panel.members.remove.click()
    assert len(panel.definition.indicators) == 1  # the last stays


def test_what_makes_no_sense_is_told_and_cannot_be_judged(page):
    panel = page.index
    for spin in panel.members.weights.values():
        spin.setValue(0.0)
    assert (
        "sum to zero" in panel.problem.text()
        and panel.problem.isVisible()
        and not panel.judge.isEnabled()
    )
    panel.members.weights["no_work"].setValue(1.0)
    assert not panel.problem.isVisible() and panel.judge.isEnabled()
    combo = panel.method.combos["themes"]
    combo.setCurrentIndex(combo.findData("geometric"))
    assert "above zero" in panel.problem.text()
    normalisation = panel.method.combos["normalisation"]
    normalisation.setCurrentIndex(normalisation.findData("min_max"))
    assert not panel.problem.isVisible(), panel.problem.text()
    assert panel.definition.normalisation.options["low"] == 1.0
    panel.method.population.setValue(99_999)
    assert "Fewer than 3 areas" in panel.problem.text()


def test_numbers_in_the_indicators_unit_are_suggested_and_written_on_the_page(page):
    panel = page.index
    box, values = (
        panel.method.combos["normalisation"],
        panel.workbench.figures.cube.values["no_work"],
    )
    box.setCurrentIndex(box.findData("goalposts"))
    assert not panel.problem.isVisible(), panel.problem.text()
    own = panel.definition.members[0].normalisation
    assert own.name == "goalposts" and (own.options["from"], own.options["to"]) == (0.0, 100.0)
    panel.members.tree.setCurrentItem(panel.members.tree.topLevelItem(0).child(0))
    scale = panel.members.scale
    assert (
        scale.isVisible()
        and scale.spins["to"].value() == 100.0
        and scale.spins["to"].suffix() == " %"
    )
    assert scale.spins["target"].isHidden()
    assert (
        scale.range.text()
        == f"The areas lie between {np.nanmin(values):.2f} % and {np.nanmax(values):.2f} %."
    )
    scale.spins["to"].setValue(50.0)
    panel.method.population.setValue(1)
    assert (
        panel.definition.members[0].normalisation.options["to"] == 50.0
    )  # another choice leaves it
    scale.spins["from"].setValue(0.0)
    scale.spins["to"].setValue(100.0)
    assert panel.definition.members[0].normalisation.options["to"] == 100.0
    at = panel.workbench.indexed.judged.status.normalised[0][-1]
    assert at == pytest.approx(values[-1])  # from 0 to 100 percent on 0 to 100
    scale.spins["to"].setValue(0.0)
    assert (
        "not less disadvantage than to. Write two numbers" in panel.problem.text()
        and not panel.judge.isEnabled()
    )
    scale.spins["to"].setValue(100.0)
    assert not panel.problem.isVisible()
    panel.members.tree.itemClicked.emit(panel.members.tree.topLevelItem(0).child(0), 1)
    assert (
        not panel.problem.isVisible()
        and panel.definition.members[0].normalisation.options["from"] == 100.0
    )
    panel.members.tree.itemClicked.emit(panel.members.tree.topLevelItem(0).child(0), 1)
    panel.members.tree.setCurrentItem(panel.members.tree.topLevelItem(0).child(0))
    box.setCurrentIndex(box.findData("target"))
    assert not panel.problem.isVisible(), panel.problem.text()
    assert (
        set(panel.definition.members[1].normalisation.options) == {"cap", "target"}
        and not scale.spins["target"].isHidden()
    )
    box.setCurrentIndex(box.findData("reference"))
    areas = panel.method.combos["area"]
    assert (
        areas.isVisibleTo(panel.method)
        and panel.definition.normalisation.options["area"] == areas.currentData()
    )
    assert panel.definition.members[1].normalisation is None and scale.isHidden()
    at = panel.workbench.figures.cube.areas.index(areas.currentData())
    if panel.problem.isHidden():
        assert panel.workbench.indexed.judged.status.normalised[0][-1][at] == pytest.approx(1.0)
    box.setCurrentIndex(box.findData("z"))
    assert not panel.problem.isVisible() and not areas.isVisibleTo(panel.method)


def judged(page):
    page.index.judge.click()
    wait(lambda: not page.session.busy)
    return page.dock.said[-1]


def test_judging_keeps_the_index_with_its_certainty_and_shows_it(page):
    panel = page.index
    said = judged(page)
    assert "6 areas scored in 2 months" in said and "of 1,000 runs" in said
    assert not live() and len(live("index")) == 1 and page.finished()
    kept = MonitorFile(page.session.monitor_path).indices.scores("ours", "grid")
    assert len(kept) == 12 and kept[kept["period"] == "2026-01"]["kept"].notna().all()
    (layer,) = live("index")
    assert {f["area_id"] for f in layer.getFeatures()} == set(panel.workbench.figures.cube.areas)
    assert "Hatched" in layer.renderer().rootRule().children()[-1].label()
    panel.shown.setCurrentIndex(1)
    assert len(layer.renderer().rootRule().children()) == 14 and not live()
    page.session.shown.show(period="2025-01")
    assert "2025-01" in layer.subsetString() and not panel.shown.isEnabled()
    panel.members.weights["no_work"].setValue(5.0)
    assert len(live()) == 1  # a change after judging is a trial again


def test_the_card_explains_an_area(page):
    panel = page.index
    judged(page)
    panel.result.areas.selectRow(0)
    area = panel.result.marked_area()
    card = panel.result.card.text()
    assert "of 1,000 runs" in card and "Most alike:" in card and "rank" in card
    assert "Figures (95 % interval):" in card and "n = " in card
    assert "Each month by itself: " in card and "Frozen at a date (January 2025): " in card
    rows = panel.result.bars.rows
    status = panel.workbench.indexed.judged.status
    at = status.areas.index(area)
    assert rows[0][1] == pytest.approx(0.0, abs=1e-9)
    assert rows[-1][1] == pytest.approx(status.score[-1, at])
    assert rows[1][1] == rows[0][2] and rows[2][2] == pytest.approx(rows[-1][1])
    assert [f["area_id"] for f in live("index")[0].selectedFeatures()] == [area]
    panel.result.bars.resize(260, 200)
    assert not panel.result.bars.grab().isNull()


def test_the_baselines_are_compared(page):
    table = page.index.workbench.indexed.table
    assert page.index.workbench.indexed.judged.other.definition.baseline_period == "2025-01"
    disagree = (table["other_class"] != table["index_class"]).sum()
    told = page.index.result.warnings.text()
    assert ("other baseline" in told) == bool(disagree)
    assert table["note"].str.contains("Measured with the areas of").sum() == disagree


def test_a_reference_area_of_other_areas_is_not_replaced(page):
    panel = page.index
    box, areas = panel.method.combos["normalisation"], panel.method.combos["area"]
    box.setCurrentIndex(box.findData("reference"))
    areas.setCurrentIndex(areas.findData("c1r1"))
    assert panel.definition.normalisation.options["area"] == "c1r1"
    page.session.shown.show(area_set="slices")
    wait(lambda: not page.session.busy)
    assert areas.currentIndex() == -1 and "c1r1 is not among the areas" in panel.problem.text()
    panel.method.population.setValue(1)
    assert panel.definition.normalisation.options["area"] == "c1r1"
    areas.setCurrentIndex(areas.findData("east"))
    assert panel.definition.normalisation.options["area"] == "east"


def test_goalposts_take_to_a_mean_that_needs_numbers_above_zero(page):
    panel = page.index
    for combo, choice in (("normalisation", "goalposts"), ("themes", "geometric")):
        box = panel.method.combos[combo]
        box.setCurrentIndex(box.findData(choice))
    assert not panel.problem.isVisible(), panel.problem.text()
    assert {m.normalisation.options["low"] for m in panel.definition.members} == {1.0}


def test_removing_the_layer_by_hand_does_no_harm(page):
    QgsProject.instance().removeMapLayer(live()[0].id())
    page.index.members.weights["no_work"].setValue(2.0)
    assert len(live()) == 1 and np.isfinite([v for v in shown(live()[0], "score").values()]).all()


def test_what_is_refused_is_not_judged_as_the_index_before(page):
    panel = page.index
    for spin in panel.members.weights.values():
        spin.setValue(0.0)
    page.session.shown.show(period="2025-01")
    assert (
        "sum to zero" in panel.problem.text()
        and not panel.judge.isEnabled()
        and not panel.sharing.isEnabled()
    )
    panel.index.setCurrentIndex(panel.index.findData("berlin_mss"))
    assert not live() and panel.result.areas.rowCount() == 0 and not panel.sharing.isEnabled()
    assert panel.members.tree.topLevelItemCount() == 0


def test_cancelling_keeps_the_areas_that_are_shown(page):
    panel = page.index
    page.session.shown.show(area_set="slices")
    page.session.cancel()
    wait(lambda: not page.session.busy)
    assert page.session.shown.area_set == panel.workbench.figures.area_set.id


def test_an_area_without_a_score_has_a_card_that_says_why(page):
    panel = page.index
    panel.method.population.setValue(10)
    judged(page)
    panel.result.mark("c2r1")
    panel.result.marked.emit("c2r1")
    assert "Fewer than 10 residents" in panel.result.card.text() and panel.result.bars.height() == 0
