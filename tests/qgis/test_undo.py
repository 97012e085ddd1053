"""Choices, rules and weights are taken back change by change, and reset to what is recommended."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

from dataclasses import asdict

from geofa_sociodemografi.core.catalogue.law.recommended import RECOMMENDED
from geofa_sociodemografi.core.pipeline.inputs import Choices
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.assessment import page  # noqa: F401 (a fixture)
from tests.qgis.test_dock import dock  # noqa: F401 (a fixture)

RULES = {
    "rule_set": "auto",
    "reading": "current",
    "closeness_percent": 5.0,
    "use_origin": True,
    "allow_fewer_years": False,
    "unknown_education_as_basic": False,
}
"""The law's own rules of the year; what a court or a registrar leaves open as the law has it."""


def settle():
    for _ in range(3):
        QApplication.processEvents()


def test_every_door_begins_with_what_is_recommended():
    from geofa_sociodemografi.core.assessment.criteria import Options
    from geofa_sociodemografi.core.gis.host.project_state import ProjectState

    assert asdict(RECOMMENDED) == RULES
    for defaults in (Choices(), ProjectState(), Options()):
        for name, value in RULES.items():
            assert getattr(defaults, name, value) == value


def test_rules_are_taken_back_and_reset(dock):
    box = dock.page("calculation").rules
    assert not box.undo.undo.isEnabled() and not box.undo.reset.isEnabled()
    box.rule_set.setCurrentIndex(box.rule_set.findData("2014"))
    settle()
    box.closeness.setValue(10)
    settle()
    box.use_origin.setChecked(False)
    settle()
    box.undo.undo.click()
    settle()
    assert box.rules() == RECOMMENDED.__class__("2014", "current", 10.0, True, False, False)
    box.undo.reset.click()
    settle()
    assert asdict(box.rules()) == RULES and not box.undo.reset.isEnabled()
    box.undo.undo.click()  # the reset itself
    settle()
    assert box.rule_set.currentData() == "2014" and box.closeness.value() == 10
    for _ in range(2):
        box.undo.undo.click()
    assert asdict(box.rules()) == RULES and not box.undo.undo.isEnabled()


def test_another_project_is_not_undone_into_the_one_before(dock):
    box = dock.page("calculation").rules
    box.closeness.setValue(20)
    settle()
    QgsProject.instance().clear()
    settle()
    assert box.closeness.value() == 5 and not box.undo.undo.isEnabled()


def test_ticks_are_taken_back_a_theme_at_a_time(dock):
    calculation = dock.page("calculation")
    tree = calculation.indicators
    everything = tree.ticked()
    theme = tree.tree.topLevelItem(0)
    theme.setCheckState(0, Qt.CheckState.Unchecked)
    settle()
    assert len(tree.ticked()) == len(everything) - theme.childCount()
    tree.tree.topLevelItem(1).child(0).setCheckState(0, Qt.CheckState.Unchecked)
    settle()
    calculation.undo.undo.click()
    settle()
    assert len(tree.ticked()) == len(everything) - theme.childCount()
    calculation.undo.undo.click()
    settle()
    assert tree.ticked() == everything and not calculation.undo.reset.isEnabled()


def test_weights_and_method_are_taken_back_and_reset(page):
    panel = page.index
    first = panel.definition
    spins = panel.members.weights
    assert not panel.undo.undo.isEnabled() and not panel.undo.reset.isEnabled()
    spins["low_income"].setValue(3.0)
    settle()
    combo = panel.method.combos["normalisation"]
    combo.setCurrentIndex(combo.findData("rank"))
    settle()
    assert panel.definition.normalisation.name == "rank"
    panel.undo.undo.click()
    settle()
    assert combo.currentData() == first.normalisation.name
    assert panel.members.weights["low_income"].value() == 3.0
    panel.undo.reset.click()
    settle()
    assert panel.definition == first
    assert panel.members.weights["low_income"].value() == first.members[1].weight
    panel.undo.undo.click()
    settle()
    assert panel.members.weights["low_income"].value() == 3.0


def test_a_change_that_makes_no_sense_is_taken_back(page):
    panel = page.index
    first = panel.definition
    for spin in panel.members.weights.values():
        spin.blockSignals(True)
        spin.setValue(0.0)
        spin.blockSignals(False)
    panel.members.edited.emit()
    settle()
    assert not panel.workbench.makes_sense and panel.undo.undo.isEnabled()
    panel.undo.undo.click()
    settle()
    assert panel.workbench.makes_sense and panel.definition == first
    assert panel.members.weights["low_income"].value() == first.members[1].weight
    assert not panel.undo.undo.isEnabled()
