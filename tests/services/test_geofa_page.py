"""The panel's GeoFA page, from a layer or a working copy to PostGIS."""

from __future__ import annotations

import json

import pytest
from geofa_sociodemografi.core.gis.host.settings import PREFIX
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import QgsGeometry, QgsSettings
from qgis.PyQt.QtCore import Qt

from tests.qgis.test_dock import wait
from tests.services.geofa.districts import shape, table
from tests.services.odense import MAPPING, ODENSES, THEME, count, given, layer_of


@pytest.fixture
def page(empty, login, tmp_path):
    """The panel's GeoFA page at the stand-in, and what it says."""
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    dock = SociodemografiDock()
    dock.said, dock.noted = [], []
    dock.session.done.connect(
        lambda text, warnings: (dock.said.append(text), dock.noted.extend(warnings))
    )
    dock.session.failed.connect(lambda error: dock.said.append(str(error)))
    dock.session.open_monitor(tmp_path / "monitor.gpkg")
    MonitorFile(tmp_path / "monitor.gpkg").deliveries.save([{"name": "x"}])
    page = dock.page("registration")
    page.access.server.setCurrentText(empty.url + "/gc2")
    page.access.login.setConfigId(login)
    page.source.choose_municipality("0461")
    yield dock
    dock.disconnect_project()
    QgsSettings().remove(PREFIX, QgsSettings.Section.Plugins)


QUESTION = "geofa_sociodemografi.ui.registration.page.confirmed"


def done(dock):
    wait(lambda: not dock.session.busy, 60)
    return dock.said[-1]


def test_the_page_compares_shows_the_difference_and_sends(page, empty, monkeypatch, tmp_path):
    form = page.page("registration")
    rows = table([1, 2, 3])
    form.source.layer.setLayer(layer_of(rows))
    for column, field in json.loads(MAPPING).items():
        row = next(
            r
            for r in range(form.source.mapping.rowCount())
            if form.source.mapping.item(r, 0).toolTip() == column
        )
        form.source.mapping.cellWidget(row, 1).setCurrentText(field)
    assert form.review.isHidden(), "what is not compared yet takes no room"
    form.compare.click()
    assert "3 new, 0 changed, 0 unchanged, 0 in GeoFA alone." in done(page)
    assert (
        form.review.send.text() == "Send 3 objects…" and form.review.tree.topLevelItemCount() == 1
    )
    asked = []
    monkeypatch.setattr(
        QUESTION, lambda parent, comparison, server: asked.append(server.host) or True
    )
    form.review.send.click()
    wait(lambda: any("are in GeoFA as sent" in text for text in page.said), 60)
    assert asked == [empty.url.partition("//")[2]] and count(empty) == 3
    assert form.review.isHidden()
    assert len(MonitorFile(tmp_path / "monitor.gpkg").receipts.all()) == 3
    form.compare.click()
    assert "0 new, 0 changed, 3 unchanged" in done(page) and not form.review.send.isVisibleTo(form)


def test_the_working_copy_is_edited_checked_mended_and_sent(
    page, empty, login, algorithm, tmp_path, monkeypatch
):
    algorithm("sendgeofa", **given(empty, login, layer_of(table([1, 2, 3]))), DRY_RUN=False)
    form = page.page("registration")
    form.edit(tmp_path / "kopi.gpkg")
    assert "3 objects to edit." in done(page)
    layer = form.source.layer.currentLayer()
    assert layer.editFormConfig().readOnly(layer.fields().lookupField("objekt_id"))
    by_number = {f["prog_distrikt_nr"]: f for f in layer.getFeatures()}
    layer.startEditing()
    grown = QgsGeometry()
    grown.fromWkb(shape(1, 0.004))  # a sliver over district 2
    layer.changeGeometry(by_number[1].id(), grown)
    layer.changeAttributeValue(by_number[2].id(), layer.fields().lookupField("note"), "ny note")
    assert layer.commitChanges()
    form.compare.click()
    assert "0 new, 2 changed, 1 unchanged" in done(page) and form.review.mend.isVisibleTo(form)
    form.review.problems.itemClicked.emit(form.review.problems.item(0))
    form.review.tree.setCurrentItem(form.review.tree.topLevelItem(0).child(0))
    form.review.mend.click()
    wait(lambda: page.said[-1].count("unchanged") and "0 errors and 0" not in page.said[-1], 60)
    done(page)
    assert any("m² of overlap with" in text for text in page.noted), "what was mended is told"
    assert form.review.problems.count() == 0
    monkeypatch.setattr(QUESTION, lambda parent, comparison, server: True)
    form.review.send.click()
    wait(lambda: any("are in GeoFA as sent" in text for text in page.said), 60)
    assert (
        empty.sql(
            f"SELECT note FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES} AND prog_distrikt_nr = 2"
        )
        == "ny note"
    )
    overlap = empty.sql(
        f"SELECT ST_Area(ST_Intersection(a.geometri, b.geometri)) FROM fkg.t_5713_prog_stat_dis a, "
        f"fkg.t_5713_prog_stat_dis b WHERE a.{ODENSES} AND b.{ODENSES} AND a.prog_distrikt_nr = 1 "
        "AND b.prog_distrikt_nr = 2"
    )
    assert float(overlap) == 0
    form.edit(tmp_path / "kopi.gpkg")
    assert "was there already" in page.said[-1]


def test_ending_a_district_that_leaves_a_hole_can_be_wanted(
    page, empty, login, algorithm, monkeypatch
):
    numbers = [r * 25 + c for r in range(3) for c in (1, 2, 3)]
    algorithm("sendgeofa", **given(empty, login, layer_of(table(numbers))), DRY_RUN=False)
    form = page.page("registration")
    form.source.layer.setLayer(layer_of(table([n for n in numbers if n != 27])))
    for column, field in json.loads(MAPPING).items():
        row = next(
            r
            for r in range(form.source.mapping.rowCount())
            if form.source.mapping.item(r, 0).toolTip() == column
        )
        form.source.mapping.cellWidget(row, 1).setCurrentText(field)
    form.compare.click()
    assert "8 unchanged, 1 in GeoFA alone" in done(page) and not form.review.go_on.isVisibleTo(form)
    item = form.review.tree.topLevelItem(0).child(0)
    item.setCheckState(0, Qt.CheckState.Checked)
    monkeypatch.setattr(QUESTION, lambda parent, comparison, server: True)
    form.review.send.click()
    assert "There is a hole of 40,000 m²" in done(page) and form.review.go_on.isVisibleTo(form)
    form.review.go_on.setChecked(True)
    form.review.send.click()
    wait(lambda: any("are in GeoFA as sent" in text for text in page.said), 60)
    assert (
        empty.sql(
            f"SELECT statuskode FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES} AND prog_distrikt_nr = 27"
        )
        == "4"
    )
    assert not form.review.go_on.isChecked()


def test_the_page_asks_once_and_production_twice(page, monkeypatch):
    from geofa_sociodemografi.core.geofa import server
    from geofa_sociodemografi.core.geofa.comparison.changes import Comparison, ObjectChange
    from geofa_sociodemografi.ui.registration.confirmation import confirmed
    from qgis.PyQt.QtWidgets import QMessageBox

    asked = []
    answers = {
        "question": QMessageBox.StandardButton.Ok,
        "warning": QMessageBox.StandardButton.Cancel,
    }
    for name in answers:
        monkeypatch.setattr(
            QMessageBox, name, lambda *a, _n=name: asked.append((_n, a[2])) or answers[_n]
        )
    comparison = Comparison(
        THEME,
        "0461",
        (
            ObjectChange(kind="insert", objekt_id="x", versions_id="", label="1"),
            ObjectChange(kind="end", objekt_id="y", versions_id="v", label="2"),
        ),
    )
    assert confirmed(page, comparison, server.server_of(server.TEST)) and len(asked) == 1
    assert "Odense, theme 5713: 1 new, 1 deleted are sent to geofa-test" in asked[0][1]
    assert not confirmed(page, comparison, server.server_of(server.PRODUCTION))
    assert asked[-1] == (
        "warning",
        "This is PRODUCTION, which everybody reads. Change 2 objects of Odense?",
    )
