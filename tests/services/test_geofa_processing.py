"""The GeoFA algorithms and the panel's page, from a layer to PostGIS, with a login that leaves no trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from geofa_sociodemografi.core.catalogue.themes import theme
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.gis.settings import PREFIX
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from tests.qgis.test_dock import wait
from tests.services.geofa import ddl
from tests.services.geofa.districts import SIDE, shape, table
from tests.services.wire import wire

THEME = theme("5713")
ODENSES = "kommunekode = 461"
CANARY = "kanariefugl-æøå-7731"


@pytest.fixture(scope="session")
def master(qgis_application):
    """QGIS' store of passwords, open."""
    assert QgsApplication.authManager().setMasterPassword("hovedkode", True)


def stored_login(name, password, user="kom461"):
    config = QgsAuthMethodConfig()
    config.setName(name)
    config.setMethod("Basic")
    config.setConfigMap({"username": user, "password": password, "realm": ""})
    done = QgsApplication.authManager().storeAuthenticationConfig(config)
    assert done[0] if isinstance(done, tuple) else done
    return config.id()


@pytest.fixture
def login(master):
    """An authentication configuration of kom461."""
    identifier = stored_login("odense", "workshop")
    yield identifier
    QgsApplication.authManager().removeAuthenticationConfig(identifier)


@pytest.fixture
def empty(geofa):
    """No district of Odense."""
    geofa.forget(THEME, ODENSES)
    yield geofa
    geofa.forget(THEME, ODENSES)


def layer_of(rows, crs="EPSG:25832", kind="Polygon"):
    """A layer as a municipality has it: its own field names, single polygons."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=nr:integer&field=navn:string&field=nøgle:string", "distrikter", "memory")
    features = []
    for row in rows.to_dict("records"):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([row["prog_distrikt_nr"], row["prog_distrikt_navn"], row["noegle"]])
        if kind != "None":
            geometry = QgsGeometry()
            geometry.fromWkb(row["wkb"])
            geometry.convertToSingleType()
            feature.setGeometry(geometry)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    QgsProject.instance().addMapLayer(layer)
    return layer


MAPPING = json.dumps({"prog_distrikt_nr": "nr", "prog_distrikt_navn": "navn", "noegle": "nøgle",
                      "prog_distrikt_type_kode": "=11"})


def given(geofa, login, layer, **more):
    return {"INPUT": layer, "MAPPING": MAPPING, "THEME": "5713", "MUNICIPALITY": "461", "URL": geofa.url + "/gc2" if geofa else "",
            "AUTHCFG": login, "USER": "gis-medarbejder", **more}


def count(geofa):
    return int(geofa.sql(f"SELECT count(*) FROM fkg.hist_t_5713_prog_stat_dis WHERE {ODENSES}"))


@pytest.mark.parametrize("way", ["wfs-t", "sql"])
def test_a_layer_is_compared_sent_and_read_back(empty, login, algorithm, tmp_path, way):
    layer = layer_of(table(range(1, 21)))
    shared = given(empty, login, layer)
    changes = algorithm("comparegeofa", **shared)["OUTPUT"]
    assert {f["change"] for f in changes.getFeatures()} == {"insert"} and count(empty) == 0
    assert {(f["column"], f["after"]) for f in changes.getFeatures() if f["label"] == "Distrikt 7"} >= {
        ("noegle", "O007"), ("off_kode", "1"), ("cvr_kode", "35209115"), ("bruger_id", "gis-medarbejder")}
    dry = algorithm("sendgeofa", **shared, WAY=way)
    assert dry["OUTPUT"].featureCount() == 0 and count(empty) == 0
    assert any("A dry run: 20 objects would be sent" in text for text in algorithm.said)
    monitor = tmp_path / "m.gpkg"
    sent = algorithm("sendgeofa", **shared, WAY=way, DRY_RUN=False, MONITOR=str(monitor))
    assert sent["OUTPUT"].featureCount() == 20 and count(empty) == 20
    row = empty.sql("SELECT bruger_id, oprindkode, statuskode, off_kode, cvr_kode, noegle FROM fkg.t_5713_prog_stat_dis "
                    f"WHERE prog_distrikt_nr = 7 AND {ODENSES}")
    assert row == "gis-medarbejder|5|3|1|35209115|O007"
    again = algorithm("comparegeofa", **shared)["OUTPUT"]
    assert {f["change"] for f in again.getFeatures()} == {"unchanged"}
    receipts = MonitorFile(monitor).receipts()
    assert len(receipts) == 20 and set(receipts["outcome"]) == {"done"} and set(receipts["user"]) == {"kom461"}
    assert set(receipts["versions_id"]) == set(empty.sql(
        f"SELECT versions_id FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES}").split("\n"))
    with pytest.raises(QgsProcessingException, match="nothing to send"):
        algorithm("sendgeofa", **shared, WAY=way, DRY_RUN=False)


def test_a_layer_in_another_coordinate_system_and_keys_from_a_table(empty, login, algorithm):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    layer = layer_of(table([1, 2]))
    degrees = QgsVectorLayer("Polygon?crs=EPSG:4326&field=nr:integer&field=navn:string&field=nøgle:string", "d", "memory")
    to = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    features = []
    for feature in layer.getFeatures():
        moved = QgsFeature(feature)
        geometry = feature.geometry()
        geometry.transform(to)
        moved.setGeometry(geometry)
        moved["nøgle"] = None
        features.append(moved)
    degrees.dataProvider().addFeatures(features)
    algorithm("sendgeofa", **given(empty, login, degrees), DRY_RUN=False)
    area = float(empty.sql(f"SELECT sum(ST_Area(geometri)) FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES}"))
    assert area == pytest.approx(2 * SIDE**2, abs=1)
    keys = layer_of(table([1, 2]), kind="None")
    algorithm("sendgeofa", **given(empty, login, keys), DRY_RUN=False)
    assert empty.sql(f"SELECT string_agg(noegle, ' ' ORDER BY noegle) FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES}"
                     ) == "O001 O002"


def test_what_breaks_a_rule_is_not_sent(empty, login, algorithm):
    rows = table([1, 2, 3])
    rows.at[1, "wkb"] = shape(2, 50.0)  # over district 3
    layer = layer_of(rows)
    with pytest.raises(QgsProcessingException, match="Distrikt 2 and Distrikt 3 overlap by 10,000 m²"):
        algorithm("sendgeofa", **given(empty, login, layer), DRY_RUN=False)
    assert count(empty) == 0
    algorithm("sendgeofa", **given(empty, login, layer), DRY_RUN=False, GO_ON=True)
    assert count(empty) == 3
    long = layer_of(table([4], prog_distrikt_navn="x" * 129))
    with pytest.raises(QgsProcessingException, match="has 129 characters; 128 are allowed"):
        algorithm("sendgeofa", **given(empty, login, long), DRY_RUN=False, GO_ON=True)
    assert count(empty) == 3


def test_production_is_named_before_it_is_changed(empty, login, algorithm, monkeypatch):
    from geofa_sociodemografi.core.geofa import server

    layer = layer_of(table([1, 2]))
    monkeypatch.setattr(server, "PRODUCTION", empty.url)
    with pytest.raises(QgsProcessingException, match='2 objects of Odense would be changed in production.*"0461 2"'):
        algorithm("sendgeofa", **given(empty, login, layer), DRY_RUN=False)
    with pytest.raises(QgsProcessingException, match="in production"):
        algorithm("sendgeofa", **given(empty, login, layer), DRY_RUN=False, CONFIRM="0461 3")
    assert count(empty) == 0
    algorithm("sendgeofa", **given(empty, login, layer), DRY_RUN=False, CONFIRM="0461 2")
    assert count(empty) == 2


def test_a_password_goes_nowhere_unencrypted(login, algorithm):
    with pytest.raises(QgsProcessingException, match="is not encrypted"):
        algorithm("comparegeofa", **{**given(None, login, layer_of(table([1]))), "URL": "http://geofa.example.dk"})


def test_sending_goes_to_the_test_server_unless_told_otherwise(login, algorithm):
    from geofa_sociodemografi.core.geofa.server import TEST
    from geofa_sociodemografi.core.gis.settings import Settings

    assert Settings().geofa_write_url == TEST and "test" in TEST


def test_without_login_nothing_is_sent(empty, algorithm):
    layer = layer_of(table([1]))
    with pytest.raises(QgsProcessingException, match="needs a login"):
        algorithm("sendgeofa", **given(empty, "", layer), DRY_RUN=False)
    assert any("only public objects" in text for text in algorithm.said)


@pytest.mark.parametrize("ending", ["status", "delete"])
def test_missing_objects_end_one_by_one(empty, login, algorithm, ending):
    algorithm("sendgeofa", **given(empty, login, layer_of(table([1, 2, 3]))), DRY_RUN=False)
    left = layer_of(table([1, 2]))
    changes = {f["label"]: f for f in algorithm("comparegeofa", **given(empty, login, left))["OUTPUT"].getFeatures()}
    identifier = changes["Distrikt 3"]["objekt_id"]
    assert changes["Distrikt 3"]["change"] == "missing" and count(empty) == 3
    algorithm("sendgeofa", **given(empty, login, left), DRY_RUN=False, END=identifier, ENDING=ending, GO_ON=True)
    current = empty.sql(f"SELECT statuskode FROM fkg.t_5713_prog_stat_dis WHERE objekt_id = '{identifier}'")
    assert current == {"status": "4", "delete": ""}[ending]


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_the_upload_file_is_what_geofas_editor_takes(empty, login, algorithm, tmp_path, ending):
    algorithm("sendgeofa", **given(empty, login, layer_of(table([1, 2, 3]))), DRY_RUN=False)
    rows = table([1, 2, 4])
    rows.loc[0, "prog_distrikt_navn"] = "Nyt navn æøå"
    path = tmp_path / f"upload.{ending}"
    algorithm("geofauploadfile", **given(empty, login, layer_of(rows)), OUTPUT=str(path), GO_ON=True)
    layer = QgsVectorLayer(str(path), "u", "ogr")
    features = sorted(layer.getFeatures(), key=lambda f: f["objekt_id"] or "")
    names = [field.name() for field in layer.fields() if field.name() != "fid"]
    short = {column.name: (column.short_name or column.name)[:10] for column in THEME.user_columns}
    expected = list(short.values()) if ending == "shp" else list(short)
    assert names == ["temakode", "objekt_id", *expected] and all(len(n) <= 10 for n in names) == (ending == "shp")
    assert [f["temakode"] for f in features] == [5713, 5713], "what is unchanged is not in the file"
    assert not features[0]["objekt_id"] and len(features[1]["objekt_id"]) == 36
    name = short["prog_distrikt_navn"] if ending == "shp" else "prog_distrikt_navn"
    assert features[1][name] == "Nyt navn æøå" and layer.crs().authid() == "EPSG:25832"
    for column in THEME.user_columns:
        if column.required:
            assert features[0][short[column.name] if ending == "shp" else column.name] is not None, column.name
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert "Do NOT tick the box that deletes" in text and "1 new objects, 1 changed" in text
    assert text
    if ending == "shp":
        rows.loc[0, "prog_distrikt_navn"] = "æ" * 128
        with pytest.raises(QgsProcessingException, match="would be cut"):
            algorithm("geofauploadfile", **given(empty, login, layer_of(rows)), OUTPUT=str(tmp_path / "x.shp"), GO_ON=True)
        path.unlink()  # the other parts are there
    with pytest.raises(QgsProcessingException, match="exists already"):
        algorithm("geofauploadfile", **given(empty, login, layer_of(rows)), OUTPUT=str(path), GO_ON=True)


# -- the panel -----------------------------------------------------------------------------------


@pytest.fixture
def page(empty, login, tmp_path):
    """The panel's GeoFA page at the stand-in, and what it says."""
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    dock = SociodemografiDock()
    dock.said = []
    dock.session.done.connect(lambda text, warnings: dock.said.append(text))
    dock.session.failed.connect(lambda error: dock.said.append(str(error)))
    dock.session.open_monitor(tmp_path / "monitor.gpkg")
    MonitorFile(tmp_path / "monitor.gpkg").save_deliveries([{"name": "x"}])
    page = dock.geofa
    page.access.server.setCurrentText(empty.url + "/gc2")
    page.access.login.setConfigId(login)
    page.source.choose_municipality("0461")
    yield dock
    dock.disconnect_project()
    QgsSettings().remove(PREFIX, QgsSettings.Section.Plugins)


def done(dock):
    wait(lambda: not dock.session.busy, 60)
    return dock.said[-1]


def test_the_page_compares_shows_the_difference_and_sends(page, empty, monkeypatch, tmp_path):
    form = page.geofa
    rows = table([1, 2, 3])
    form.source.layer.setLayer(layer_of(rows))
    for column, field in json.loads(MAPPING).items():
        row = next(r for r in range(form.source.mapping.rowCount())
                   if form.source.mapping.item(r, 0).toolTip() == column)
        form.source.mapping.cellWidget(row, 1).setCurrentText(field)
    form.compare.click()
    assert "3 new, 0 changed, 0 unchanged, 0 in GeoFA alone." in done(page)
    assert form.send.text() == "Send 3 objects…" and form.tree.topLevelItemCount() == 1
    asked = []
    monkeypatch.setattr(form, "confirmed", lambda comparison, server: asked.append(server.host) or True)
    form.send.click()
    wait(lambda: any("are in GeoFA as sent" in text for text in page.said), 60)
    assert asked == [empty.url.partition("//")[2]] and count(empty) == 3
    assert len(MonitorFile(tmp_path / "monitor.gpkg").receipts()) == 3
    form.compare.click()
    assert "0 new, 0 changed, 3 unchanged" in done(page) and not form.send.isVisibleTo(form)


def test_the_working_copy_is_edited_checked_mended_and_sent(page, empty, login, algorithm, tmp_path, monkeypatch):
    algorithm("sendgeofa", **given(empty, login, layer_of(table([1, 2, 3]))), DRY_RUN=False)
    form = page.geofa
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
    assert "0 new, 2 changed, 1 unchanged" in done(page) and form.mend.isVisibleTo(form)
    form.problems.itemClicked.emit(form.problems.item(0))
    form.tree.setCurrentItem(form.tree.topLevelItem(0).child(0))
    form.mend.click()
    wait(lambda: page.said[-1].count("unchanged") and "0 errors and 0" not in page.said[-1], 60)
    done(page)
    assert form.problems.count() == 0
    monkeypatch.setattr(form, "confirmed", lambda comparison, server: True)
    form.send.click()
    wait(lambda: any("are in GeoFA as sent" in text for text in page.said), 60)
    assert empty.sql(f"SELECT note FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES} AND prog_distrikt_nr = 2") == "ny note"
    overlap = empty.sql(f"SELECT ST_Area(ST_Intersection(a.geometri, b.geometri)) FROM fkg.t_5713_prog_stat_dis a, "
                        f"fkg.t_5713_prog_stat_dis b WHERE a.{ODENSES} AND b.{ODENSES} AND a.prog_distrikt_nr = 1 "
                        "AND b.prog_distrikt_nr = 2")
    assert float(overlap) == 0
    form.edit(tmp_path / "kopi.gpkg")
    assert "was there already" in page.said[-1]


def test_ending_a_district_that_leaves_a_hole_can_be_wanted(page, empty, login, algorithm, monkeypatch):
    numbers = [r * 25 + c for r in range(3) for c in (1, 2, 3)]
    algorithm("sendgeofa", **given(empty, login, layer_of(table(numbers))), DRY_RUN=False)
    form = page.geofa
    form.source.layer.setLayer(layer_of(table([n for n in numbers if n != 27])))
    for column, field in json.loads(MAPPING).items():
        row = next(r for r in range(form.source.mapping.rowCount())
                   if form.source.mapping.item(r, 0).toolTip() == column)
        form.source.mapping.cellWidget(row, 1).setCurrentText(field)
    form.compare.click()
    assert "8 unchanged, 1 in GeoFA alone" in done(page) and not form.go_on.isVisibleTo(form)
    item = form.tree.topLevelItem(0).child(0)
    item.setCheckState(0, Qt.CheckState.Checked)
    monkeypatch.setattr(form, "confirmed", lambda comparison, server: True)
    form.send.click()
    assert "There is a hole of 40,000 m²" in done(page) and form.go_on.isVisibleTo(form)
    form.go_on.setChecked(True)
    form.send.click()
    wait(lambda: any("are in GeoFA as sent" in text for text in page.said), 60)
    assert empty.sql(f"SELECT statuskode FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES} AND prog_distrikt_nr = 27") == "4"
    assert not form.go_on.isChecked()


def test_the_page_asks_once_and_production_twice(page, monkeypatch):
    from geofa_sociodemografi.core.geofa import server
    from geofa_sociodemografi.core.geofa.comparison import Change, Comparison
    from qgis.PyQt.QtWidgets import QMessageBox

    asked = []
    answers = {"question": QMessageBox.StandardButton.Ok, "warning": QMessageBox.StandardButton.Cancel}
    for name in answers:
        monkeypatch.setattr(QMessageBox, name, lambda *a, _n=name: asked.append((_n, a[2])) or answers[_n])
    comparison = Comparison(THEME, "0461", (Change("insert", "x", "", "1"), Change("end", "y", "v", "2")))
    assert page.geofa.confirmed(comparison, server.server_of(server.TEST)) and len(asked) == 1
    assert "Odense, theme 5713: 1 new, 1 deleted are sent to geofa-test" in asked[0][1]
    assert not page.geofa.confirmed(comparison, server.server_of(server.PRODUCTION))
    assert asked[-1] == ("warning", "This is PRODUCTION, which everybody reads. Change 2 objects of Odense?")


# -- secrets -------------------------------------------------------------------------------------


def test_no_password_or_token_is_left_anywhere(empty, master, algorithm, tmp_path, capfd):
    """Work with a canary for password, well and badly, and look for it and its tokens in all that is left."""
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    empty.sql("DROP ROLE IF EXISTS kom430; DELETE FROM api.account WHERE name = 'kom430'")
    empty.sql(ddl.account("kom430", CANARY))
    login = stored_login("faaborg", CANARY, "kom430")
    logged, texts = [], []
    QgsApplication.messageLog().messageReceived.connect(lambda *words: logged.append(" ".join(map(str, words))))
    dock = SociodemografiDock()
    dock.session.failed.connect(lambda error: texts.append(f"{error} {error.details} {error.__dict__}"))
    try:
        layer = layer_of(table([1, 2], noegle=None))
        with wire(empty.url) as line:
            shared = given(empty, login, layer, MUNICIPALITY="430", URL=line.url + "/gc2", MONITOR=str(tmp_path / "m.gpkg"))
            for way in ("wfs-t", "sql"):
                for fault in ("", "after", (500, b"boom"), (401, b""), (200, b"<html>")):
                    line.fault, line.times = fault, 1
                    try:
                        algorithm("sendgeofa", **shared, WAY=way, DRY_RUN=False)
                    except QgsProcessingException as error:
                        texts.append(repr(error))
                    texts.extend(algorithm.said)
            dock.geofa.access.server.setCurrentText(line.url)
            dock.geofa.access.login.setConfigId(login)
            dock.geofa.source.layer.setLayer(layer)
            line.fault, line.times = (401, b""), None
            dock.geofa.compare.click()
            wait(lambda: not dock.session.busy, 60)
        project = tmp_path / "projekt.qgs"
        dock.session.save()
        assert QgsProject.instance().write(str(project))
        tokens = [t for t in empty.sql("SELECT token FROM api.token WHERE name = 'kom430'").split("\n") if t]
        settings = QgsSettings()
        values = " ".join(f"{key}={settings.value(key)}" for key in settings.allKeys())
        sources = " ".join(each.source() for each in QgsProject.instance().mapLayers().values())
        places = {"settings": values, "log": " ".join(logged), "said": " ".join(texts), "sources": sources,
                  "printed": "".join(capfd.readouterr())}
        for folder in (tmp_path, Path(QgsApplication.qgisSettingsDirPath())):
            for file in folder.rglob("*"):
                if file.is_file() and not file.name.startswith("qgis-auth"):
                    places[str(file)] = file.read_bytes().decode("latin-1")
        for secret in [CANARY, CANARY.encode("utf-8").decode("latin-1"), *tokens]:
            assert [place for place, text in places.items() if secret in text] == []
        assert tokens and login in values, "only the configuration's id is kept"
    finally:
        dock.disconnect_project()
        QgsApplication.authManager().removeAuthenticationConfig(login)
        QgsSettings().remove(PREFIX, QgsSettings.Section.Plugins)
        empty.forget(THEME, "kommunekode = 430")


def test_an_address_with_a_password_in_it_is_refused(algorithm):
    from geofa_sociodemografi.core.geofa.server import server_of

    with pytest.raises(InputError, match="user name or password") as error:
        server_of("https://kom461:hemmelig@geofa.geodanmark.dk")
    assert "hemmelig" not in str(error.value)
