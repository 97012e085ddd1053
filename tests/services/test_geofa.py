"""Districts from a real WFS on loopback, and what happens when it fails."""

from __future__ import annotations

import time

import pytest
import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from geofa_sociodemografi.core.errors import CancelledError, ServiceError
from geofa_sociodemografi.core.example.districts import district_rows
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.server import server_of
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent
from qgis.core import QgsFeedback, QgsProcessingException, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from tests.qgis.test_dock import wait
from tests.services.faulty import EMPTY, EXCEPTION, LOGIN_PAGE, answering
from tests.services.geofa.example import MUNICIPALITY
from tests.unit.helpers import multipolygon_wkb, polygon_wkb, square

EXAMPLE = DistrictFilter("0999", 3, 11)


def fetch(url, theme_code="5713", wanted=EXAMPLE, **options):
    return GeofaClient(requests.Session(), server_of(url), **options).districts(
        theme(theme_code), wanted, Silent()
    )


@pytest.fixture(params=["requests", "QGIS' network"])
def session(request):
    """The same client on both transports."""
    if request.param == "requests":
        return requests.Session()
    from geofa_sociodemografi.core.gis.host.network import qgis_session

    return qgis_session()


def test_what_was_registered_comes_back(geofa, session):
    table = GeofaClient(session, server_of(geofa.url)).districts(theme("5713"), EXAMPLE, Silent())
    assert len(table) == 48 and list(table)[:-1] == [
        c.name for c in theme("5713").columns if c.type != "geometry"
    ]
    row = table[table["noegle"] == "D01"].iloc[0]
    assert (row["kommunekode"], row["statuskode"], row["status"]) == (999, 3, "Gældende / Vedtaget")
    assert (
        row["prog_distrikt_type"] == "Basisdistrikt"
        and row["systid_fra"].startswith("20")
        and row["systid_til"] is None
    )
    area = geofa.sql(
        "SELECT round(sum(ST_Area(geometri))) FROM fkg.t_5713_prog_stat_dis WHERE prog_distrikt_type_kode=11"
    )
    from osgeo import ogr

    assert sum(ogr.CreateGeometryFromWkb(w).GetArea() for w in table["wkb"]) == pytest.approx(
        float(area), rel=1e-9
    )


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({"THEME": "5713", "DISTRICT_TYPE": "11"}, 48),
        ({"THEME": "5713", "DISTRICT_TYPE": "12"}, 9),
        ({"THEME": "5713"}, 57),
        ({"THEME": "5710", "DISTRICT_TYPE": "5", "GRADE": "0"}, 8),
        ({"THEME": "5710", "DISTRICT_TYPE": "5", "GRADE": "6"}, 8),
        ({"THEME": "5710", "DISTRICT_TYPE": "5", "GRADE": "7"}, 4),
        ({"THEME": "5711"}, 6),
        ({"THEME": "5712"}, 6),
        ({"THEME": "5701"}, 3),
    ],
)
def test_every_theme_by_type_and_grade(geofa, algorithm, parameters, count):
    layer = algorithm("loadtheme", MUNICIPALITY="999", URL=geofa.url, **parameters)["OUTPUT"]
    assert layer.featureCount() == count and layer.crs().authid() == "EPSG:25832"
    assert all(f.geometry().isGeosValid() for f in layer.getFeatures())
    overlaps = [text for text in algorithm.said if "overlap" in text or "hole" in text]
    assert overlaps == []


def test_only_the_current_version_and_the_chosen_status_are_read(geofa):
    geofa.sql("UPDATE fkg.t_5711_and_dis SET an_distrikt_navn = 'Nyt navn' WHERE noegle = 'F01'")
    geofa.sql("UPDATE fkg.t_5711_and_dis SET statuskode = 4 WHERE noegle = 'F02'")
    table = fetch(geofa.url, "5711", DistrictFilter("0999", 3, 6))
    assert len(table) == 5 and "Nyt navn" in set(table["an_distrikt_navn"])
    assert len(fetch(geofa.url, "5711", DistrictFilter("0999", None, 6))) == 6
    versions = geofa.sql(
        "SELECT count(*) FROM fkg.hist_t_5711_and_dis WHERE noegle IN ('F01', 'F02')"
    )
    assert versions == "4"
    geofa.sql("UPDATE fkg.t_5711_and_dis SET statuskode = 3 WHERE noegle = 'F02'")


def test_an_unknown_theme_on_the_server_is_said_in_its_words(geofa):
    from dataclasses import replace

    with pytest.raises(ServiceError, match="refused the request.*doesn't exist"):
        GeofaClient(requests.Session(), server_of(geofa.url)).districts(
            replace(theme("5713"), wfs_typename="fkg:fkg.t_9999", view="t_9999"), EXAMPLE, Silent()
        )


def test_a_municipality_without_districts(geofa):
    with pytest.raises(ServiceError, match="no districts in theme 5713") as error:
        fetch(geofa.url, wanted=DistrictFilter("0461", 3, 11))
    assert "voluntary" in error.value.next_step


def test_ten_thousand_districts_come_page_by_page_and_the_window_lives(geofa, tmp_path):
    about = theme("5712")
    rows = [
        (
            f"M{n}",
            f"Distrikt {n}",
            {"type": 13, "nr": n % 99_999 + 1},
            multipolygon_wkb(
                polygon_wkb(square(500_000 + (n % 100) * 50, 6_100_000 + (n // 100) * 50, 50))
            ),
        )
        for n in range(10_000)
    ]
    geofa.insert(about, _of_odense(about, rows))
    from geofa_sociodemografi.ui.dock import SociodemografiDock

    dock = SociodemografiDock()
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    try:
        dock.page("start").begin(tmp_path / "monitor.gpkg")
        dock.page("areas").server.setCurrentText(geofa.url)
        dock.page("areas").municipality.setCurrentIndex(
            dock.page("areas").municipality.findData("0461")
        )
        dock.page("areas").theme.setCurrentIndex(dock.page("areas").theme.findData("5712"))
        dock.page("areas").district_type.setCurrentIndex(
            dock.page("areas").district_type.findData(13)
        )
        said = []
        dock.session.done.connect(lambda text, warnings: said.append(text))
        dock.session.failed.connect(lambda error: said.append(str(error)))
        timer.start(20)
        beats.append(time.monotonic())
        dock.page("areas").fetch.click()
        wait(lambda: not dock.session.busy)
        (shown,) = QgsProject.instance().mapLayers().values()
        assert (
            shown.metadata().licenses() == ["CC BY 4.0"]
            and geofa.url in shown.metadata().history()[0]
        )
        assert said == ["10,000 areas in Care and elderly districts: Sygepleje."]
        stalls = [b - a for a, b in zip(beats, beats[1:])]
        assert len(beats) > 20 and max(stalls) < 2.0, "the window stood still"
    finally:
        timer.stop()
        dock.disconnect_project()
    layer = QgsVectorLayer(f"{tmp_path / 'monitor.gpkg'}|layername=areas", "a", "ogr")
    assert layer.featureCount() == 10_000


def _of_odense(about, rows):
    """Districts of Odense: the service looks the municipality up by its CVR number."""
    table = district_rows(about.code, rows, MUNICIPALITY)
    table["cvr_kode"] = 35209115
    return table


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ({"body": LOGIN_PAGE}, "answered with a web page"),
        ({"body": b"just text"}, "something that is not map data"),
        ({"body": LOGIN_PAGE, "status": 503}, "answered with error 503"),
        ({"body": EXCEPTION}, "Databasen er <nede>"),
        ({"body": EXCEPTION, "status": 400}, "Databasen er <nede>"),
        ({"body": EMPTY}, "no districts"),
        ({"body": EMPTY[:-30]}, "damaged"),
        ({"body": EMPTY, "seconds": 5}, "did not answer in time"),
    ],
)
def test_every_fault_is_a_sentence_with_a_way_on(session, fault, says):
    with answering(**fault) as url, pytest.raises(ServiceError, match=says) as error:
        GeofaClient(session, server_of(url), 1).districts(theme("5713"), EXAMPLE, Silent())
    assert error.value.next_step


def test_a_server_that_is_down(session):
    with pytest.raises(ServiceError, match="cannot be reached") as error:
        GeofaClient(session, server_of("http://127.0.0.1:9/ows/fkg/fkg")).districts(
            theme("5713"), EXAMPLE, Silent()
        )
    assert "monitor file" in error.value.next_step


def test_a_compressed_answer_is_unpacked(geofa, session):
    body = requests.get(
        geofa.url + "/ows/fkg/fkg",
        params={
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": "fkg:fkg.t_5701_lok_omr",
        },
        timeout=30,
    ).content
    with answering(body, compressed=True) as url:
        assert (
            len(
                GeofaClient(session, server_of(url)).districts(
                    theme("5701"), DistrictFilter(), Silent()
                )
            )
            == 3
        )


def test_cut_off_gml_is_damaged_and_not_half_read(geofa):
    body = requests.get(
        geofa.url + "/ows/fkg/fkg",
        params={
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": "fkg:fkg.t_5713_prog_stat_dis",
        },
        timeout=30,
    ).content
    with answering(body[: len(body) // 2]) as url, pytest.raises(ServiceError, match="damaged"):
        fetch(url)


def test_cancel_ends_a_slow_request_at_once(geofa):
    from geofa_sociodemografi.core.gis.host.network import qgis_session
    from geofa_sociodemografi.core.gis.host.tasks import WorkTask, start

    ended = []
    with answering(EMPTY, seconds=20) as url:
        started = time.monotonic()
        task = start(
            WorkTask(
                "slow",
                lambda progress, feedback: GeofaClient(
                    qgis_session(feedback), server_of(url), 60
                ).districts(theme("5713"), EXAMPLE, progress),
                lambda *_: ended.append("done"),
                ended.append,
                lambda _: None,
            )
        )
        QTimer.singleShot(500, task.cancel)
        wait(lambda: ended)
        assert isinstance(ended[0], CancelledError) and time.monotonic() - started < 10


def test_the_algorithm_says_the_sentence(algorithm):
    with answering(LOGIN_PAGE) as url, pytest.raises(QgsProcessingException, match="login page"):
        algorithm("loadtheme", THEME="5713", MUNICIPALITY="0461", URL=url)
    for wrong, says in (
        ({"THEME": "9999"}, "9999"),
        ({"MUNICIPALITY": "12345"}, "not a municipality code"),
        ({"MUNICIPALITY": "0002"}, "No municipality"),
        ({"DISTRICT_TYPE": "77"}, "district type 77"),
        ({"GRADE": "3"}, "grade 3"),
    ):
        with pytest.raises(QgsProcessingException, match=says):
            algorithm(
                "loadtheme",
                **{"THEME": "5713", "MUNICIPALITY": "0461", "URL": "http://127.0.0.1:9/", **wrong},
            )


def test_districts_are_kept_with_time_source_and_licence_and_work_offline(geofa, tmp_path):
    from geofa_sociodemografi.core.gis.host.settings import Settings
    from geofa_sociodemografi.core.gis.jobs.areas import fetch_districts
    from geofa_sociodemografi.core.gis.maps.layers import publish_risk_maps
    from geofa_sociodemografi.core.pipeline.adding import add_period
    from geofa_sociodemografi.core.pipeline.inputs import Choices
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile

    from tests.unit.helpers import inputs, persons

    path = tmp_path / "monitor.gpkg"
    loaded = fetch_districts(
        "5713", EXAMPLE, Settings(geofa_url=geofa.url), path, Silent(), QgsFeedback()
    )
    assert loaded.faults == []
    kept = MonitorFile(path).areas.load("0999-5713-11")
    assert kept.provenance.licence == "CC BY 4.0" and geofa.url in kept.provenance.source
    assert kept.provenance.retrieved.startswith("20") and kept.kind == "partition"
    register = persons(x=[660_000.0], y=[6_268_000.0], age=[40], period="2026-01")
    add_period(inputs([kept], [register]), Choices(), MonitorFile(path), Silent())
    (layer,) = publish_risk_maps(QgsProject.instance(), MonitorFile(path), [kept], ["2026-01"])
    assert (
        layer.metadata().licenses() == ["CC BY 4.0"] and geofa.url in layer.metadata().history()[0]
    )


def test_the_stand_in_leaves_no_program_behind(tmp_path_factory):
    import os
    import shutil
    import tempfile
    from pathlib import Path

    from tests.services.geofa import server

    folder = Path(tempfile.mkdtemp(prefix="geofa-test-"))
    folder.chmod(0o755)
    service = server.new(folder / "service")
    try:
        service.start()
        programs = [
            int((service.folder / name).read_text()) for name in ("nginx.pid", "mapserv.pid")
        ]
        programs.append(
            int((service.folder / "pg" / "data" / "postmaster.pid").read_text().split()[0])
        )
        assert server.running(service.folder) is not None
    finally:
        service.stop()
        shutil.rmtree(folder, ignore_errors=True)

    def ended(pid):
        status = Path(f"/proc/{pid}/stat")
        return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] == "Z"

    wait(lambda: all(ended(pid) for pid in programs), 10)
    assert server.running(service.folder) is None and os.getpid() not in programs


def test_the_proposed_theme_can_be_made_and_keeps_its_rules(geofa):
    import uuid

    from tests.commands.docs import proposal_sql

    geofa.sql(proposal_sql())
    version, thing = uuid.uuid4(), uuid.uuid4()
    geofa.sql(
        f"INSERT INTO fkg.generel VALUES ('{version}', '{thing}', now(), NULL, now(), 99999999, 'x', 5, 3, 1);"
    )
    row = (
        "INSERT INTO fkg.t_6300_sociodemografi_t (versions_id, distrikt_objekt_id, periode, indikator_kode, vaerdi, naevner,"
        " tal_status_kode, udgave_kode, opgjort, geometri) VALUES ('{version}', '{thing}', '{period}', {code}, {value},"
        " NULL, {status}, 2, '2026-01-01', ST_Multi(ST_MakeEnvelope(0, 0, 9, 9, 25832)));"
    )
    good = {
        "version": version,
        "thing": thing,
        "period": "2026-01",
        "code": 2,
        "value": 12.5,
        "status": 1,
    }
    for wrong in ({"period": "2026-13"}, {"code": 9999}, {"status": 2}, {"value": "NULL"}):
        with pytest.raises(Exception, match="returned non-zero|violates"):
            geofa.sql(row.format(**{**good, **wrong}))
    geofa.sql(row.format(**good))
    assert (
        geofa.sql("SELECT temakode, indikator_kode, tal_status FROM fkg.t_6300_sociodemografi;")
        == "6300|2|Frigivet"
    )
    geofa.sql(
        "DROP TABLE fkg.t_6300_sociodemografi_t, fkg.d_6300_indikator, fkg.d_6300_tal_status, fkg.d_6300_udgave CASCADE;"
        f"DELETE FROM fkg.generel WHERE versions_id = '{version}'"
    )
