"""The page Assessment used in odd orders: what is refused is mended on the page, and nothing old stays behind."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.definitions import Method
from geofa_sociodemografi.core.catalogue.index.parser import parse_definition
from geofa_sociodemografi.core.catalogue.index.presets import definition_of, own_definitions
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from tests.qgis.assessment import OURS, live, page, shown  # noqa: F401 (a fixture)
from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)
from tests.unit.helpers import grid
from tests.unit.invented_town import monitor, people, slices


def pick(combo, choice):
    combo.setCurrentIndex(combo.findData(choice))


def members(*indicators, **keys):
    """Our index of ``indicators`` (JSON objects)."""
    return parse_definition(
        {
            **OURS,
            "id": "other",
            "themes": [{**OURS["themes"][0], "indicators": list(indicators)}],
            **keys,
        },
        "other.json",
    )


def first(panel, row=0):
    return panel.members.tree.topLevelItem(0).child(row)


def test_an_indicator_without_direction_is_given_one(page):
    panel = page.index
    panel.take(
        members({"indicator": "no_work"}, {"indicator": "low_income"}, {"indicator": "age_0_5"})
    )
    assert "direction in age_0_5" in panel.problem.text() and not panel.judge.isEnabled()
    assert not live() and panel.result.areas.rowCount() == 0
    panel.members.tree.itemClicked.emit(first(panel, 2), 1)
    assert not panel.problem.isVisible() and panel.judge.isEnabled() and len(live()) == 1
    assert panel.members.marked_indicator == ""


def test_what_cannot_be_read_is_told_once(dock, tmp_path):
    path = monitor(tmp_path / "monitor.gpkg", people())
    own = tmp_path / "egne"
    own.mkdir()
    (own / "x.json").write_text("{", encoding="utf-8")
    dock.session.open_monitor(
        path, ProjectState(monitor=str(path), area_sets=["grid"], catalogue=str(own))
    )
    dock.said.clear()
    dock.go_to("assessment")
    wait(lambda: not dock.session.busy)
    for _ in range(50):
        QApplication.processEvents()
    assert len(dock.said) == 1 and not dock.session.busy
    (own / "x.json").unlink()
    dock.go_to("map")
    dock.go_to("assessment")  # who comes back asks again
    wait(lambda: not dock.session.busy and dock.page("assessment").index.definition is not None)


def test_a_month_that_is_refused_leaves_nothing_of_the_one_before(page):
    panel = page.index
    panel.workbench.figures.cube.values["no_work"][1] += 20.0
    page.session.shown.show(period="2025-01")
    panel.take(
        members(
            {"indicator": "no_work", "normalisation": {"method": "target", "target": 10}},
            {"indicator": "low_income"},
        )
    )
    panel.result.areas.selectRow(0)
    assert not panel.problem.isVisible() and panel.result.areas.rowCount() == 6
    page.session.shown.show(period="2026-01")
    assert "at or beyond the least disadvantaged" in panel.problem.text()
    assert panel.result.areas.rowCount() == 0 and not live() and not panel.result.card.text()
    page.session.changed.emit()
    assert not panel.judge.isEnabled()


def test_months_come_back_when_what_was_not_counted_is_taken_out(page):
    panel = page.index
    values = panel.workbench.figures.cube.values
    values["convicted"][0], values["age_0_5"][1] = np.nan, np.nan
    panel.take(
        members(
            {"indicator": "convicted"}, {"indicator": "age_0_5", "direction": "higher_is_worse"}
        )
    )
    assert "No month has figures" in panel.problem.text() and panel.period == "" and not live()
    panel.members.tree.setCurrentItem(first(panel))
    panel.members.remove.click()
    assert panel.definition.indicators == ("age_0_5",) and not live()
    assert "2025-01" in panel.problem.text()
    panel.problem.linkActivated.emit("2025-01")
    assert not panel.problem.isVisible() and len(live()) == 1
    panel.members.add_indicator("no_work")
    assert panel.workbench.whole_periods == ("2025-01",)


def test_a_monitor_file_that_has_gone_is_told(page, tmp_path):
    QgsProject.instance().removeAllMapLayers()  # Windows keeps what is a layer
    page.session.monitor_path.unlink()
    panel = page.index
    for act in (
        lambda: panel.sharing.export_package(tmp_path / "p.json"),
        lambda: panel.sharing.import_package(tmp_path / "p.json"),
        panel.judge.click,
        lambda: page.session.shown.show(area_set="slices"),
    ):
        page.dock.said.clear()
        act()
        wait(lambda: not page.session.busy)
        assert "does not exist" in str(page.dock.said[-1])
    assert page.session.shown.area_set == "grid" == panel.workbench.figures.area_set.id
    page.tabs.setCurrentIndex(1)
    page.law._show()
    page.session.changed.emit()
    assert (
        "does not exist" in page.law.what_if.answer.text()
        and "does not exist" in page.dock.page("disclosure").note.text()
    )


def test_the_map_has_the_areas_of_the_newest_run(page):
    panel = page.index
    assert len(shown(live()[0])) == 6
    monitor(
        page.session.monitor_path, people(2, "2025-01"), people(), area_sets=[grid(2, 2), slices()]
    )
    page.session.load_results()
    page.session.changed.emit()
    panel.load()
    wait(lambda: not page.session.busy)
    assert (
        set(shown(live()[0]))
        == set(panel.workbench.figures.cube.areas)
        == {"c0r0", "c1r0", "c0r1", "c1r1"}
    )


def test_an_index_does_not_take_anothers_place_by_its_name(page, monkeypatch):
    sharing = page.index.sharing
    sharing.save_as("Udsathed 2025")
    sharing.save_as("Udsathed (2025)!")
    names = {one.name["da"]: one.id for one in own_definitions(page.index.folder)}
    assert {"Udsathed 2025", "Udsathed (2025)!"} <= set(names) and names[
        "Udsathed (2025)!"
    ] == "own_udsathed_2025_2"
    asked = []
    monkeypatch.setattr(
        QMessageBox, "question", lambda *args: asked.append(args) or QMessageBox.StandardButton.No
    )
    page.index.members.weights["no_work"].setValue(9.0)
    sharing.save_with_leave("Udsathed 2025")
    assert (
        len(asked) == 1
        and definition_of("own_udsathed_2025", page.index.folder).members[0].weight == 1.0
    )
    sharing.save_with_leave("Et nyt navn")
    assert len(asked) == 1 and page.index.index.currentData() == "own_et_nyt_navn"


def test_a_theme_left_alone_weighs_something(page):
    panel = page.index
    two = {
        **OURS["themes"][0],
        "id": "two",
        "weight": 0,
        "indicators": [{"indicator": "convicted"}],
    }
    panel.take(parse_definition({**OURS, "id": "other", "themes": [OURS["themes"][0], two]}, "x"))
    panel.members.tree.setCurrentItem(panel.members.tree.topLevelItem(0))
    panel.members.remove.click()
    assert not panel.problem.isVisible() and panel.definition.effective_weights() == {
        "convicted": 1.0
    }


def test_a_choice_that_is_refused_stays_while_weights_are_touched(page):
    panel = page.index
    pick(panel.method.combos["weighting"], "equal")
    pick(panel.method.combos["index"], "geometric")
    assert "above zero" in panel.problem.text()
    panel.members.weights["no_work"].setValue(3.0)
    assert (
        panel.method.combos["index"].currentData() == "geometric"
        and "above zero" in panel.problem.text()
    )
    assert panel.method.combos["weighting"].currentData() == "given"


def test_what_is_said_of_an_indicator_and_an_area_is_of_what_is_shown(page):
    panel = page.index
    panel.members.tree.setCurrentItem(first(panel))
    said = panel.members.about.text()
    page.session.shown.show(period="2025-01")
    assert panel.members.about.text() and panel.members.about.text() != said
    panel.result.areas.selectRow(2)
    assert panel.result.card.text()
    page.session.shown.show(area_set="slices")
    wait(lambda: not page.session.busy)
    assert not panel.result.marked_area() and not panel.result.card.text()


def test_a_month_that_was_not_counted_is_not_replaced_by_another(page):
    panel = page.index
    panel.take(replace(panel.definition, baseline="frozen", baseline_period="2020-01"))
    assert (
        "frozen at 2020-01" in panel.problem.text()
        and panel.method.combos["period"].currentIndex() == -1
    )
    panel.members.weights["no_work"].setValue(2.0)
    assert "frozen at 2020-01" in panel.problem.text()
    pick(panel.method.combos["period"], "2025-01")
    assert panel.definition.baseline_period == "2025-01" and not panel.problem.isVisible()


def test_an_index_from_a_file_is_an_entry_of_its_own(page):
    panel = page.index
    before = panel.index.currentText()
    mine = replace(definition_of("england_imd"), name={"da": "Mit", "en": "Mine"})
    panel.sharing.opened.emit(mine)
    assert (
        panel.index.currentText() == "Mine (from a file)"
        and panel.definition.id == "england_imd_file"
    )
    panel.index.setCurrentIndex(panel.index.findText(before))
    assert panel.definition.id == "ours"
    panel.index.setCurrentIndex(panel.index.findText("Mine (from a file)"))
    assert panel.definition.id == "england_imd_file"
    pick(panel.index, "ours")
    (page.dock.session.monitor_path.parent / "egne" / "indices" / "ours.json").unlink()
    panel.index.setCurrentIndex(panel.index.findText("Mine (from a file)"))
    pick(panel.index, "ours")
    assert "ours" in str(page.dock.said[-1]) and panel.index.currentText() == "Mine (from a file)"


def test_numbers_are_not_rounded_by_being_shown(page):
    panel = page.index
    panel.take(replace(panel.definition, missing=Method("threshold", {"share": 0.666})))
    panel.members.weights["no_work"].setValue(2.0)
    assert panel.definition.missing.options["share"] == 0.666
    panel.method.share.setValue(0)
    assert panel.definition.missing.options["share"] == pytest.approx(0.01)
    posts = {"method": "goalposts", "from": 0.001234, "to": 5e9}
    panel.take(
        members({"indicator": "no_work", "normalisation": posts}, {"indicator": "low_income"})
    )
    panel.members.tree.setCurrentItem(first(panel))
    panel.members.scale.spins["from"].setValue(1.0)
    own = panel.definition.members[0].normalisation.options
    assert (own["from"], own["to"]) == (1.0, 5e9)


def test_another_path_is_told_without_a_layer_on_the_way(page, tmp_path):
    told = []
    source = page.law.state_list.source
    source.set_value(str(tmp_path / "a.csv"))
    source.changed.connect(lambda: told.append(source.value()))
    source.set_value(str(tmp_path / "b.csv"))
    assert told == [str(tmp_path / "b.csv")]


def test_what_is_changed_while_it_is_judged_is_not_shown_as_judged(page):
    panel = page.index
    panel.judge.click()
    assert page.session.busy
    panel.members.weights["no_work"].setValue(7.0)
    wait(lambda: not page.session.busy)
    assert "areas scored in 2 months" in page.dock.said[-1] and page.session.indices == ["ours"]
    assert (
        panel.definition.members[0].weight == 7.0
        and not panel.workbench.indexed.kept
        and len(live()) == 1
    )
    scores = shown(live()[0], "score")
    status = panel.workbench.indexed.judged.status
    assert [scores[area] for area in status.areas] == pytest.approx(status.score[0].tolist())
    assert status.definition.members[0].weight == 7.0 and panel.judge.isEnabled()
