"""The dock through its real widgets: the whole way, errors, cancelling, and the state of a project."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QApplication


def wait(condition, seconds=300):
    """Let events run until ``condition`` holds."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    assert condition()


ROLE = Qt.ItemDataRole.UserRole


def all_assessments(dock, area_set):
    """What the monitor file of ``dock`` has in every period."""
    return MonitorFile(dock.session.state.monitor).in_force.assessments(area_set)


NO_WRITE_AHEAD_LOG = b"\x01\x01"
"""Bytes 18 and 19 of a SQLite file that is written with a rollback journal, as network drives need it."""


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
    """A dock with a small example municipality, not yet counted."""
    dock.page("start").counted.setChecked(False)
    dock.page("start").folder = tmp_path / "Eksempel å"
    dock.page("start").residents.setValue(2_000)
    dock.page("start").example.click()
    wait(lambda: not dock.session.busy)
    return dock


def load(dock):
    dock.page("data").load.click()
    wait(lambda: not dock.session.busy)


def compute(dock):
    dock.page("calculation").compute.click()
    wait(lambda: not dock.session.busy)


def test_an_empty_dock_asks_to_begin_and_lets_nothing_else_be_done(dock):
    assert dock.stack.currentWidget() is dock.page("start")
    # the start, and what is new since last, which says that nothing is: no step
    assert [dock.steps.button(i).isEnabled() for i in range(5)] == [True, True, *[False] * 3]


def test_the_whole_way_from_example_to_map(made, tmp_path):
    assert made.stack.currentWidget() is made.page("data") and made.page("areas").sets.count() == 3
    load(made)
    assert made.page("data").mapping.rowCount() > 10 and "37 files" in made.result.text()
    made.go_to("calculation")
    compute(made)
    assert made.stack.currentWidget() is made.page("map"), made.said
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert "Housing areas (fictional), risk level January 2026" in names
    group = QgsProject.instance().layerTreeRoot().findGroup("Sociodemografi")
    assert group is not None and len(group.findLayers()) == 7
    assert (
        QgsProject.instance().timeSettings().temporalRange().begin().toString("yyyy-MM")
        == "2024-01"
    )
    assert len(made.page("map").areas.areas()) == 10 and made.shown.period.count() == 25
    made.page("map").areas.view.selectRow(2)
    assert (
        made.page("map").areas.sorted.index(2, 0).data() in made.page("map").card.text()
        and "points" in made.page("map").card.text()
    )
    made.shown.period.setCurrentText("March 2025")
    layer = next(
        la for la in QgsProject.instance().mapLayers().values() if la.name().endswith("March 2025")
    )
    assert {f["period"] for f in layer.getFeatures()} == {"2025-03"}
    monitor = Path(made.session.state.monitor)
    assert (
        monitor.read_bytes()[18:20] == NO_WRITE_AHEAD_LOG
        and not monitor.with_name(f"{monitor.name}-wal").exists()
    )
    layer.selectByExpression("\"area_id\" = 'B05'")
    assert made.page("map").areas.marked() == "B05" and "Søparken" in made.page("map").card.text()
    made.page("map").save_picture(tmp_path / "kort.png")
    assert (tmp_path / "kort.png").stat().st_size > 20_000


def test_personal_columns_are_not_shown_as_examples(made):
    load(made)
    shown = {
        made.page("data").mapping.item(r, 0).data(ROLE): made.page("data").mapping.item(r, 2).text()
        for r in range(made.page("data").mapping.rowCount())
    }
    assert (
        shown["address_key"] == "(not shown)"
        and shown["convicted"] == "(not shown)"
        and shown["sex"] in ("m", "k")
    )
    assert shown["person_id"] == "(not shown)" and shown["moved_in"] == "(not shown)"


def test_computing_again_keeps_the_layers_and_the_users_style(made):
    load(made)
    compute(made)
    layers = set(QgsProject.instance().mapLayers())
    layer = next(
        la for la in QgsProject.instance().mapLayers().values() if "risk level" in la.name()
    )
    layer.setOpacity(0.4)
    compute(made)
    assert set(QgsProject.instance().mapLayers()) == layers and layer.opacity() == pytest.approx(
        0.4
    )
    assert len(list(layer.getFeatures())) > 0


def test_cancelling_leaves_things_as_they_were(made):
    load(made)
    before = Path(made.session.state.monitor).read_bytes()
    made.page("calculation").compute.click()
    wait(lambda: made.progress.value() > 20)
    made.session.cancel()
    wait(lambda: not made.session.busy)
    assert "Cancelled" in str(made.said[-1]) and not made.session.judged
    assert Path(made.session.state.monitor).read_bytes() == before
    assert not made.progress_row.isVisible() and made.page("calculation").isEnabled()


def test_an_error_is_a_sentence_in_the_bar_with_details_and_the_dock_goes_on(made):
    file = sorted(Path(made.session.state.registers["persons"]).iterdir())[3]
    text = file.read_text(encoding="utf-8").splitlines()
    text[10] = text[10].rsplit(";", 1)[0]
    file.write_text("\n".join(text), encoding="utf-8")
    load(made)
    made.go_to("calculation")
    compute(made)
    error = made.said[-1]
    assert file.name in error.message and "line 11" in error.message and error.next_step
    assert file.name in made.bar.currentItem().text()
    assert (
        made.stack.currentWidget() is made.page("calculation")
        and made.page("calculation").compute.isEnabled()
    )


def test_a_mapping_changed_by_hand_is_used_and_remembered(made):
    load(made)
    row = next(
        r
        for r in range(made.page("data").mapping.rowCount())
        if made.page("data").mapping.item(r, 0).data(ROLE) == "convicted"
    )
    made.page("data").mapping.cellWidget(row, 1).setCurrentIndex(0)
    load(made)
    assert (
        "convicted" not in made.session.servable
        and made.session.state.mappings["persons"]["convicted"] == ""
    )
    item = next(
        i for i in made.page("calculation").indicators.items() if i.data(0, ROLE) == "convicted"
    )
    assert item.isDisabled()
    compute(made)
    assert all_assessments(made, "boligomraader")["convicted"].isna().all()


def test_a_layer_of_ones_own_becomes_an_area_set(made, housing):
    QgsProject.instance().addMapLayer(housing)
    made.page("areas").layer.setLayer(housing)
    made.page("areas").id_field.setField("noegle")
    made.page("areas").covers.setChecked(True)
    made.page("areas").use.click()
    wait(lambda: not made.session.busy)
    assert (
        "0999-Boligområder" in made.session.state.area_sets
        and "10 areas in Boligområder" in made.said[-1]
    )
    load(made)
    compute(made)
    group = QgsProject.instance().layerTreeRoot().findGroup("Sociodemografi")
    names = [node.layer().name() for node in group.findLayers()]
    assert "Boligområder, outlines" in names[-2:], "outlines lie under the risk maps"


def test_overlaps_and_holes_are_listed(made):
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=id:string(10)", "flader", "memory")
    from qgis.core import QgsFeature, QgsGeometry

    features = []
    for number, (x, y, w, h) in enumerate(
        [(0, 0, 30, 10), (0, 9, 10, 21), (20, 10, 10, 20), (0, 30, 30, 10)]
    ):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"f{number}"])
        e, n = 660_000 + x, 6_268_000 + y
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"Polygon(({e} {n}, {e + w} {n}, {e + w} {n + h}, {e} {n + h}, {e} {n}))"
            )
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    made.page("areas").layer.setLayer(layer)
    made.page("areas").id_field.setField("id")
    made.page("areas").covers.setChecked(True)
    made.page("areas").use.click()
    wait(lambda: not made.session.busy)
    texts = [
        made.page("areas").faults.item(r).text() for r in range(made.page("areas").faults.count())
    ]
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
    again.show()
    try:
        assert again.session.state.registers["persons"].endswith(
            "persons"
        ) and again.stack.currentWidget() is again.page("map")
        assert len(again.page("map").areas.areas()) == 10
    finally:
        again.disconnect_project()


def test_a_monitor_file_can_be_opened_later(made):
    path = Path(made.session.state.monitor)
    QgsProject.instance().clear()
    made.page("start").resume(path)
    assert made.page("areas").sets.count() == 3
    made.page("start").resume(path.with_name("nothing.gpkg"))
    assert "does not exist" in made.said[-1].message


def test_no_widget_sits_outside_the_page_at_the_narrowest_width(made):
    load(made)
    made.resize(made.MINIMUM_WIDTH, 700)
    for page in made.pages:
        assert page.widget().minimumSizeHint().width() <= 320, type(page).__name__


def test_choices_not_yet_used_are_kept_when_something_else_changes(made, tmp_path):
    made.page("calculation").rules.rule_set.setCurrentIndex(
        made.page("calculation").rules.rule_set.findData("2014")
    )
    made.page("areas").municipality.setCurrentIndex(
        made.page("areas").municipality.findData("0157")
    )
    made.page("data").addresses.set_value("")
    made.page("areas").sets.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert made.page("calculation").rules.rule_set.currentData() == "2014"
    assert (
        made.page("areas").municipality.currentData() == "0157"
        and made.page("data").addresses.value() == ""
    )
    assert len(made.session.state.area_sets) == 2


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Odense", "0461"), ("0461", "0461"), ("gentof", "0157"), ("by", None), ("Atlantis", None)],
)
def test_a_municipality_can_be_typed(made, typed, code):
    made.page("areas").server.setCurrentText("http://127.0.0.1:9/ows/fkg/fkg")
    made.page("areas").municipality.setEditText(typed)
    made.page("areas").fetch.click()
    wait(lambda: not made.session.busy)
    if code:
        assert (
            made.session.state.municipality == code and "cannot be reached" in made.said[-1].message
        )
    else:
        assert (
            "municipalities" in made.said[-1].message and made.session.state.municipality == "0999"
        )


def test_another_monitor_file_or_project_begins_afresh(made, tmp_path):
    load(made)
    compute(made)
    first = Path(made.session.state.monitor)
    made.page("start").begin(tmp_path / "ny.gpkg")
    assert (
        made.session.judged == {}
        and made.session.state.area_sets == []
        and made.page("map").areas.areas() == []
    )
    assert made.page("data").mapping.rowCount() == 0 and made.stack.currentWidget() is made.page(
        "areas"
    )
    made.page("start").resume(first)
    assert len(made.page("map").areas.areas()) == 10
    QgsProject.instance().clear()
    assert made.stack.currentWidget() is made.page("start") and not made.steps.button(2).isEnabled()


def test_a_result_is_not_published_into_another_project(made):
    load(made)
    made.page("calculation").compute.click()
    wait(lambda: made.progress.value() > 5)
    QgsProject.instance().clear()
    assert not made.session.busy
    end = time.monotonic() + 4
    wait(lambda: time.monotonic() > end)
    assert QgsProject.instance().mapLayers() == {} and made.session.judged == {}


def test_unloading_while_a_task_runs_is_safe(made):
    from geofa_sociodemografi.core.gis.host import tasks

    load(made)
    made.page("calculation").compute.click()
    wait(lambda: made.progress.value() > 5)
    tasks.end_all()
    end = time.monotonic() + 1
    wait(lambda: time.monotonic() > end)
    assert not tasks._running
    made.session._task = None


def test_the_state_follows_a_project_saved_elsewhere(made, tmp_path):
    load(made)
    persons = made.session.state.registers["persons"]
    for folder in ("p1", "p2/deep"):
        (tmp_path / folder).mkdir(parents=True)
        assert QgsProject.instance().write(str(tmp_path / folder / "p.qgz"))
    QgsProject.instance().clear()
    assert QgsProject.instance().read(str(tmp_path / "p2" / "deep" / "p.qgz"))
    assert Path(made.session.state.registers["persons"]).resolve() == Path(persons).resolve()


def test_without_any_indicator_nothing_is_computed(made):
    load(made)
    for item in made.page("calculation").indicators.items():
        item.setCheckState(0, Qt.CheckState.Unchecked)
    made.page("calculation").compute.click()
    assert "No indicator is chosen" in made.said[-1].message and not made.session.busy


def test_the_users_reference_system_and_messages_are_left_alone(made, housing):
    from qgis.core import Qgis, QgsCoordinateReferenceSystem

    QgsProject.instance().addMapLayer(housing)
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    made.bar.pushMessage("somebody else's", Qgis.MessageLevel.Critical)
    load(made)
    compute(made)
    assert QgsProject.instance().crs().authid() == "EPSG:3857"
    assert "somebody else's" in [item.text() for item in made.bar.items()]


def test_a_layer_without_rows_is_said_to_be_so(made):
    layer = QgsVectorLayer(
        "NoGeometry?field=age:integer&field=x:double&field=y:double&field=period:string",
        "tom",
        "memory",
    )
    QgsProject.instance().addMapLayer(layer)
    made.page("data").persons.set_value(layer.id())
    load(made)
    assert "tom has no rows" in made.said[-1].message
