"""The GeoFA algorithms, from a layer to PostGIS."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import QgsFeature, QgsProcessingException, QgsProject, QgsVectorLayer

from tests.services.geofa.districts import SIDE, shape, table
from tests.services.odense import ODENSES, THEME, count, given, layer_of


@pytest.mark.parametrize("way", ["wfs-t", "sql"])
def test_a_layer_is_compared_sent_and_read_back(empty, login, algorithm, tmp_path, way):
    layer = layer_of(table(range(1, 21)))
    shared = given(empty, login, layer)
    changes = algorithm("comparegeofa", **shared)["OUTPUT"]
    assert {f["change"] for f in changes.getFeatures()} == {"insert"} and count(empty) == 0
    assert {
        (f["column"], f["after"]) for f in changes.getFeatures() if f["label"] == "Distrikt 7"
    } >= {
        ("noegle", "O007"),
        ("off_kode", "1"),
        ("cvr_kode", "35209115"),
        ("bruger_id", "gis-medarbejder"),
    }
    dry = algorithm("sendgeofa", **shared, WAY=way)
    assert dry["OUTPUT"].featureCount() == 0 and count(empty) == 0
    assert any("A dry run: 20 objects would be sent" in text for text in algorithm.said)
    monitor = tmp_path / "m.gpkg"
    sent = algorithm("sendgeofa", **shared, WAY=way, DRY_RUN=False, MONITOR=str(monitor))
    assert sent["OUTPUT"].featureCount() == 20 and count(empty) == 20
    row = empty.sql(
        "SELECT bruger_id, oprindkode, statuskode, off_kode, cvr_kode, noegle FROM fkg.t_5713_prog_stat_dis "
        f"WHERE prog_distrikt_nr = 7 AND {ODENSES}"
    )
    assert row == "gis-medarbejder|5|3|1|35209115|O007"
    again = algorithm("comparegeofa", **shared)["OUTPUT"]
    assert {f["change"] for f in again.getFeatures()} == {"unchanged"}
    receipts = MonitorFile(monitor).receipts.all()
    assert (
        len(receipts) == 20
        and set(receipts["outcome"]) == {"done"}
        and set(receipts["user"]) == {"kom461"}
    )
    assert set(receipts["versions_id"]) == set(
        empty.sql(f"SELECT versions_id FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES}").split("\n")
    )
    with pytest.raises(QgsProcessingException, match="nothing to send"):
        algorithm("sendgeofa", **shared, WAY=way, DRY_RUN=False)


def test_a_layer_in_another_coordinate_system_and_keys_from_a_table(empty, login, algorithm):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    layer = layer_of(table([1, 2]))
    degrees = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=nr:integer&field=navn:string&field=nøgle:string", "d", "memory"
    )
    to = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
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
    area = float(
        empty.sql(f"SELECT sum(ST_Area(geometri)) FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES}")
    )
    assert area == pytest.approx(2 * SIDE**2, abs=1)
    keys = layer_of(table([1, 2]), kind="None")
    algorithm("sendgeofa", **given(empty, login, keys), DRY_RUN=False)
    assert (
        empty.sql(
            f"SELECT string_agg(noegle, ' ' ORDER BY noegle) FROM fkg.t_5713_prog_stat_dis WHERE {ODENSES}"
        )
        == "O001 O002"
    )


def test_what_breaks_a_rule_is_not_sent(empty, login, algorithm):
    rows = table([1, 2, 3])
    rows.at[1, "wkb"] = shape(2, 50.0)  # over district 3
    layer = layer_of(rows)
    with pytest.raises(
        QgsProcessingException, match="Distrikt 2 and Distrikt 3 overlap by 10,000 m²"
    ):
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
    with pytest.raises(
        QgsProcessingException, match='2 objects of Odense would be changed in production.*"0461 2"'
    ):
        algorithm("sendgeofa", **given(empty, login, layer), DRY_RUN=False)
    with pytest.raises(QgsProcessingException, match="in production"):
        algorithm("sendgeofa", **given(empty, login, layer), DRY_RUN=False, CONFIRM="0461 3")
    assert count(empty) == 0
    algorithm("sendgeofa", **given(empty, login, layer), DRY_RUN=False, CONFIRM="0461 2")
    assert count(empty) == 2


def test_a_password_goes_nowhere_unencrypted(login, algorithm):
    with pytest.raises(QgsProcessingException, match="is not encrypted"):
        algorithm(
            "comparegeofa",
            **{**given(None, login, layer_of(table([1]))), "URL": "http://geofa.example.dk"},
        )


def test_sending_goes_to_the_test_server_unless_told_otherwise(login, algorithm):
    from geofa_sociodemografi.core.geofa.server import TEST
    from geofa_sociodemografi.core.gis.host.settings import Settings

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
    changes = {
        f["label"]: f
        for f in algorithm("comparegeofa", **given(empty, login, left))["OUTPUT"].getFeatures()
    }
    identifier = changes["Distrikt 3"]["objekt_id"]
    assert changes["Distrikt 3"]["change"] == "missing" and count(empty) == 3
    algorithm(
        "sendgeofa",
        **given(empty, login, left),
        DRY_RUN=False,
        END=identifier,
        ENDING=ending,
        GO_ON=True,
    )
    current = empty.sql(
        f"SELECT statuskode FROM fkg.t_5713_prog_stat_dis WHERE objekt_id = '{identifier}'"
    )
    assert current == {"status": "4", "delete": ""}[ending]


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_the_upload_file_is_what_geofas_editor_takes(empty, login, algorithm, tmp_path, ending):
    algorithm("sendgeofa", **given(empty, login, layer_of(table([1, 2, 3]))), DRY_RUN=False)
    rows = table([1, 2, 4])
    rows.loc[0, "prog_distrikt_navn"] = "Nyt navn æøå"
    path = tmp_path / f"upload.{ending}"
    algorithm(
        "geofauploadfile", **given(empty, login, layer_of(rows)), OUTPUT=str(path), GO_ON=True
    )
    layer = QgsVectorLayer(str(path), "u", "ogr")
    features = sorted(layer.getFeatures(), key=lambda f: f["objekt_id"] or "")
    names = [field.name() for field in layer.fields() if field.name() != "fid"]
    short = {column.name: (column.short_name or column.name)[:10] for column in THEME.user_columns}
    expected = list(short.values()) if ending == "shp" else list(short)
    assert names == ["temakode", "objekt_id", *expected] and all(len(n) <= 10 for n in names) == (
        ending == "shp"
    )
    assert [f["temakode"] for f in features] == [5713, 5713], "what is unchanged is not in the file"
    assert not features[0]["objekt_id"] and len(features[1]["objekt_id"]) == 36
    name = short["prog_distrikt_navn"] if ending == "shp" else "prog_distrikt_navn"
    assert features[1][name] == "Nyt navn æøå" and layer.crs().authid() == "EPSG:25832"
    for column in THEME.user_columns:
        if column.required:
            assert (
                features[0][short[column.name] if ending == "shp" else column.name] is not None
            ), column.name
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert "Do NOT tick the box that deletes" in text and "1 new objects, 1 changed" in text
    if ending == "shp":
        rows.loc[0, "prog_distrikt_navn"] = "æ" * 128
        with pytest.raises(QgsProcessingException, match="would be cut"):
            algorithm(
                "geofauploadfile",
                **given(empty, login, layer_of(rows)),
                OUTPUT=str(tmp_path / "x.shp"),
                GO_ON=True,
            )
        layer.dataProvider().reloadData()
        del layer
        path.unlink()  # the other parts are there
    with pytest.raises(QgsProcessingException, match="exists already"):
        algorithm(
            "geofauploadfile", **given(empty, login, layer_of(rows)), OUTPUT=str(path), GO_ON=True
        )
