"""The dock through its real widgets: the whole way, errors, cancelling, and the state of a project."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QApplication


def wait(condition, seconds=60):
    """Let events run until ``condition`` holds."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    assert condition()


@pytest.fixture
def dock():
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    made = SociodemografiDock()
    made.show()
    made.said = []
    made.session.done.connect(lambda text, warnings: made.said.append(text))
    made.session.failed.connect(lambda error: made.said.append(error))
    yield made
    made.session.cancel()
    wait(lambda: not made.session.busy)
    made.disconnect_project()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def made(dock, tmp_path):
    """A dock with a small example municipality."""
    dock.start.folder = tmp_path / "Eksempel å"
    dock.start.residents.setValue(2_000)
    dock.start.example.click()
    wait(lambda: not dock.session.busy)
    return dock


def load(dock):
    dock.data.load.click()
    wait(lambda: not dock.session.busy)


def compute(dock):
    dock.calculation.compute.click()
    wait(lambda: not dock.session.busy)


def test_an_empty_dock_asks_to_begin_and_lets_nothing_else_be_done(dock):
    assert dock.stack.currentWidget() is dock.start
    assert [dock.steps.button(i).isEnabled() for i in range(5)] == [True, False, False, False, False]


def test_the_whole_way_from_example_to_map(made, tmp_path):
    assert made.stack.currentWidget() is made.data and made.areas.sets.count() == 3
    load(made)
    assert made.data.mapping.rowCount() > 10 and "25 files" in made.data.note.text()
    made.go_to(3)
    compute(made)
    assert made.stack.currentWidget() is made.map, made.said
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert "Housing areas (fictional), risk level 2026-01" in names
    group = QgsProject.instance().layerTreeRoot().findGroup("Sociodemografi")
    assert group is not None and len(group.findLayers()) == 7
    assert QgsProject.instance().timeSettings().temporalRange().begin().toString("yyyy-MM") == "2024-01"
    assert made.map.areas.rowCount() == 10 and made.map.period.count() == 25
    made.map.areas.selectRow(2)
    assert made.map.areas.item(2, 0).text() in made.map.card.text() and "pp" in made.map.card.text()
    made.map.period.setCurrentText("2025-03")
    layer = next(la for la in QgsProject.instance().mapLayers().values() if la.name().endswith("2025-03"))
    assert {f["period"] for f in layer.getFeatures()} == {"2025-03"}
    layer.selectByExpression("\"area_id\" = 'B05'")
    assert made.map.areas.selectedItems()[0].text() == "Søparken" and "Søparken" in made.map.card.text()
    made.map.save_picture(tmp_path / "kort.png")
    assert (tmp_path / "kort.png").stat().st_size > 20_000


def test_personal_columns_are_not_shown_as_examples(made):
    load(made)
    shown = {made.data.mapping.item(r, 0).toolTip(): made.data.mapping.item(r, 2).text()
             for r in range(made.data.mapping.rowCount())}
    assert shown["address_key"] == "(not shown)" and shown["convicted"] == "(not shown)" and shown["sex"] in "mk"
    assert "person_id" not in shown


def test_computing_again_keeps_the_layers_and_the_users_style(made):
    load(made)
    compute(made)
    layers = set(QgsProject.instance().mapLayers())
    layer = next(la for la in QgsProject.instance().mapLayers().values() if "risk level" in la.name())
    layer.setOpacity(0.4)
    compute(made)
    assert set(QgsProject.instance().mapLayers()) == layers and layer.opacity() == pytest.approx(0.4)
    assert len(list(layer.getFeatures())) > 0


def test_cancelling_leaves_things_as_they_were(made):
    load(made)
    before = Path(made.session.state.monitor).read_bytes()
    made.calculation.compute.click()
    made.session.cancel()
    wait(lambda: not made.session.busy)
    assert "Cancelled" in str(made.said[-1]) and not made.session.results
    assert Path(made.session.state.monitor).read_bytes() == before
    assert not made.progress_row.isVisible() and made.calculation.isEnabled()


def test_an_error_is_a_sentence_in_the_bar_with_details_and_the_dock_goes_on(made):
    file = sorted(Path(made.session.state.persons).iterdir())[3]
    text = file.read_text(encoding="utf-8").splitlines()
    text[10] = text[10].rsplit(";", 1)[0]
    file.write_text("\n".join(text), encoding="utf-8")
    load(made)
    made.go_to(3)
    compute(made)
    error = made.said[-1]
    assert file.name in error.message and "line 11" in error.message and error.next_step
    assert file.name in made.bar.currentItem().text()
    assert made.stack.currentWidget() is made.calculation and made.calculation.compute.isEnabled()


def test_a_mapping_changed_by_hand_is_used_and_remembered(made):
    load(made)
    row = next(r for r in range(made.data.mapping.rowCount())
               if made.data.mapping.item(r, 0).toolTip() == "convicted")
    made.data.mapping.cellWidget(row, 1).setCurrentIndex(0)
    load(made)
    assert "convicted" not in made.session.servable and "convicted" not in made.session.state.mapping
    item = next(made.calculation.indicators.item(r) for r in range(6)
                if "Convicted" in made.calculation.indicators.item(r).text())
    assert not item.flags()


def test_a_layer_of_ones_own_becomes_an_area_set(made, housing):
    QgsProject.instance().addMapLayer(housing)
    made.areas.layer.setLayer(housing)
    made.areas.id_field.setField("noegle")
    made.areas.covers.setChecked(True)
    made.areas.use.click()
    wait(lambda: not made.session.busy)
    assert "Boligområder" in made.session.state.area_sets and "10 areas in Boligområder" in made.said[-1]


def test_overlaps_and_holes_are_listed(made):
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=id:string(10)", "flader", "memory")
    from qgis.core import QgsFeature, QgsGeometry

    features = []
    for number, (x, y, w, h) in enumerate([(0, 0, 30, 10), (0, 9, 10, 21), (20, 10, 10, 20), (0, 30, 30, 10)]):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"f{number}"])
        e, n = 660_000 + x, 6_268_000 + y
        feature.setGeometry(QgsGeometry.fromWkt(
            f"Polygon(({e} {n}, {e + w} {n}, {e + w} {n + h}, {e} {n + h}, {e} {n}))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    made.areas.layer.setLayer(layer)
    made.areas.id_field.setField("id")
    made.areas.covers.setChecked(True)
    made.areas.use.click()
    wait(lambda: not made.session.busy)
    texts = [made.areas.faults.item(r).text() for r in range(made.areas.faults.count())]
    assert texts == ["There is a hole of 200 m² between the areas.", "f0 and f1 overlap by 10 m²."]


def test_the_state_survives_a_restart_of_the_project(made, tmp_path):
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    load(made)
    compute(made)
    path = str(tmp_path / "projekt.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert not made.session.state.monitor and made.session.state.area_sets == []
    assert QgsProject.instance().read(path)
    again = SociodemografiDock()
    try:
        assert again.session.state.persons.endswith("persons") and again.stack.currentWidget() is again.map
        assert again.map.areas.rowCount() == 10
    finally:
        again.disconnect_project()


def test_a_monitor_file_can_be_opened_later(made):
    path = Path(made.session.state.monitor)
    QgsProject.instance().clear()
    made.start.resume(path)
    assert made.areas.sets.count() == 3
    made.start.resume(path.with_name("nothing.gpkg"))
    assert "does not exist" in made.said[-1].message


def test_no_widget_sits_outside_the_page_at_the_narrowest_width(made):
    load(made)
    made.resize(made.MINIMUM_WIDTH, 700)
    for page in made.pages:
        assert page.widget().minimumSizeHint().width() <= made.MINIMUM_WIDTH, type(page).__name__
