"""The page Assessment and its files: an index saved, opened and shared, one that is broken, another monitor file."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.assessment import (
    live,
    page,  # noqa: F401 (fixtures)
    shown,
)
from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)


def test_an_index_is_saved_opened_and_shared(page, tmp_path):
    panel = page.index
    panel.members.weights["no_work"].setValue(3.0)
    panel.sharing.save_as("Vores åbne indeks")
    assert panel.index.currentData() == "own_vores_aabne_indeks"
    assert panel.definition.effective_weights()["no_work"] == pytest.approx(0.6)
    panel.sharing.export_package(tmp_path / "pakke.json")
    assert "Nothing has been released" in str(page.dock.said[-1])
    observations = MonitorFile(page.session.monitor_path).in_force.observations("grid")
    cells = observations[observations["period"] == "2026-01"].assign(
        area_set="grid", status="shown", release="r"
    )
    MonitorFile(page.session.monitor_path).ledger.enter(
        {
            "release": "r",
            "created": "2026-02-01",
            "profile": "offentlig",
            "audience": 2,
            "method": "suppression",
            "period": "2026-01",
            "purpose": "",
            "place": "",
            "certificate": "",
            "salt": "",
        },
        cells,
        {"grid": "x"},
    )
    page.session.state.municipality = "0461"
    panel.sharing.export_package(tmp_path / "pakke.json")
    assert "released figures" in page.dock.said[-1]
    panel.sharing.import_package(tmp_path / "pakke.json")
    assert "is kept" in page.dock.said[-1], page.dock.said
    assert panel.index.findData("own_vores_aabne_indeks_0461") >= 0
    panel.result.areas.selectRow(0)
    assert "Odense, grid" in panel.result.card.text()


def test_a_broken_own_index_is_told_and_the_presets_are_there(page, tmp_path):
    (tmp_path / "egne" / "indices" / "broken.json").write_text("{", encoding="utf-8")
    page.refresh()
    assert (
        "broken.json" in page.index.problem.text()
        and page.index.index.findData("dansk_kommunal") >= 0
    )


def test_a_preset_whose_indicators_were_not_counted_says_so(page):
    panel = page.index
    panel.index.setCurrentIndex(panel.index.findData("england_imd"))
    assert "Not counted, and so left out" in panel.about.text()
    assert panel.definition.indicators == ("low_income", "no_work")
    panel.index.setCurrentIndex(panel.index.findData("berlin_mss"))
    assert "None of the indicators" in panel.problem.text()
    panel.index.setCurrentIndex(panel.index.findData("ours"))
    assert panel.definition.id == "ours" and not panel.problem.isVisible()


def test_another_area_set_and_another_file_start_anew(page, tmp_path):
    panel = page.index
    page.session.shown.show(area_set="slices")
    wait(lambda: not page.session.busy)
    assert set(shown(live()[0])) == {"west", "middle", "east"} and len(live()) == 1
    page.session.open_monitor(tmp_path / "new.gpkg")
    assert (
        panel.definition is None
        and panel.result.areas.rowCount() == 0
        and not panel.judge.isEnabled()
    )


def test_work_on_an_index_goes_on_with_other_areas_and_a_changed_preset_is_no_preset(page):
    panel = page.index
    panel.index.setCurrentIndex(panel.index.findData("england_imd"))
    panel.members.weights["no_work"].setValue(4.0)
    assert panel.definition.id == "england_imd_changed" and "(changed)" in live()[0].name()
    page.session.shown.show(area_set="slices")
    wait(lambda: not page.session.busy)
    assert (
        panel.members.weights["no_work"].value() == 4.0
        and panel.workbench.figures.area_set.id == "slices"
    )


def test_the_trial_layer_goes_with_the_file_and_the_law_forgets(page, tmp_path):
    page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    assert page.law.what_if.area.count() and page.law.what_if.answer.text()
    page.session.open_monitor(tmp_path / "new.gpkg")
    assert not live() and not page.law.what_if.area.count() and not page.law.what_if.answer.text()


def test_the_page_can_be_opened_without_the_packages(page, monkeypatch):
    import geofa_sociodemografi.ui.assessment.page as module

    monkeypatch.setattr(module, "missing", lambda *names: ["pandas"])
    page.index.workbench.forget()
    page.hide()
    page.show()
    assert not page.session.busy
