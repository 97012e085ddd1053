"""Reading GeoFA in every way there is: history, versions, visibility, and what goes wrong."""

from __future__ import annotations

import time

import pytest
import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import all_themes, code_list, theme
from geofa_sociodemografi.core.errors import InputError, ServiceError
from geofa_sociodemografi.core.geofa.comparison.history import changes_between
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.server import server_of
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.web.answer_cache import AnswerCache
from qgis.core import QgsProcessingException

from tests.services.readers import THEME, public, user
from tests.services.wire import wire

WANTED = DistrictFilter("0999", None, None)
WFS, V2 = "/ows/fkg/fkg", "/api/v2/sql/fkg"


def on(part):
    """Hits requests to one access point."""
    return lambda method, path, body: path.startswith(part)


@pytest.fixture
def times(geofa):
    """Theme 5711 as in 2024: all registered in January, one renamed in June, one ended in January 2025.

    Gives a date in each state.
    """
    import numpy as np
    from geofa_sociodemografi.core.example.districts import all_districts, district_rows
    from geofa_sociodemografi.core.example.geography import make_land

    from tests.services.geofa.example import MUNICIPALITY

    geofa.forget(THEME)
    geofa.insert(
        THEME,
        district_rows(
            "5711", all_districts(make_land(np.random.default_rng(1)))["5711"], MUNICIPALITY
        ),
    )
    geofa.sql("UPDATE fkg.t_5711_and_dis SET an_distrikt_navn = 'Nyt navn' WHERE noegle = 'F01'")
    geofa.sql("DELETE FROM fkg.t_5711_and_dis WHERE noegle = 'F02'")
    renamed, ended = "2024-06-01 12:00:00+02", "2025-01-01 12:00:00+01"
    geofa.sql(f"""
        UPDATE fkg.generel g SET systid_fra = '2024-01-01 12:00:00+01', systid_til =
          CASE WHEN g.noegle = 'F01' AND systid_til IS NOT NULL THEN '{renamed}'::timestamptz
               WHEN g.noegle = 'F02' THEN '{ended}'::timestamptz END
        WHERE EXISTS (SELECT FROM fkg.t_5711_and_dis_t t WHERE t.versions_id = g.versions_id);
        UPDATE fkg.generel SET systid_fra = '{renamed}' WHERE noegle = 'F01' AND systid_til IS NULL AND versions_id IN (
          SELECT versions_id FROM fkg.t_5711_and_dis_t)""")
    return ["2024-03-01", "2024-09-01", "2025-06-01"]


@pytest.mark.parametrize("broken", ["", V2], ids=["by SQL", "by WFS where SQL is away"])
def test_districts_as_they_were(geofa, times, broken):
    silent = Silent()
    with wire(geofa.url, (503, b"away") if broken else "", on(broken)) as line:
        client = public(line.url)
        states = [client.as_of(THEME, WANTED, moment, silent) for moment in times]
    names = [set(state["an_distrikt_navn"]) for state in states]
    assert [len(state) for state in states] == [6, 6, 5]
    assert "Nyt navn" not in names[0] and "Nyt navn" in names[1] and "Nyt navn" in names[2]
    assert bool(silent.warnings) == bool(broken)
    assert (
        not broken
        or "answered with error 503. Another way to GeoFA was used." in silent.warnings[0]
    )


def test_the_versions_of_an_object_and_what_changed(geofa, times):
    client = public(geofa.url)
    before, after = (
        client.as_of(THEME, WANTED, moment, Silent()) for moment in (times[0], times[2])
    )
    changes = changes_between(THEME, before, after)
    assert sorted(zip(changes["change"], changes["columns"])) == [
        ("changed", "an_distrikt_navn"),
        ("ended", ""),
    ]
    identifier = changes.loc[changes["change"] == "changed", "objekt_id"].iloc[0]
    versions = client.history(THEME, DistrictFilter("0999", None), Silent(), [identifier])
    assert len(versions) == 2 and list(versions["systid_til"].isna()) == [False, True]
    assert versions["systid_til"].iloc[0] == versions["systid_fra"].iloc[1], "no gap in system time"
    with pytest.raises(InputError, match="no history of theme 5701"):
        client.as_of(theme("5701"), WANTED, "2026-01-01", Silent())
    with pytest.raises(InputError, match="is no date"):
        client.as_of(THEME, WANTED, "i går", Silent())


def test_the_algorithm_gives_a_date_and_what_changed_since(geofa, times, algorithm):
    done = algorithm(
        "loadtheme",
        THEME="5711",
        MUNICIPALITY="999",
        DISTRICT_TYPE="6",
        STATUS=-1,
        URL=geofa.url,
        AS_OF=times[1],
        SINCE=times[0],
        CHANGES="memory:",
    )
    assert done["OUTPUT"].featureCount() == 6
    (change,) = done["CHANGES"].getFeatures()
    assert (change["change"], change["columns"]) == ("changed", "an_distrikt_navn")
    assert "0 new, 1 changed, 0 ended." in algorithm.said
    versions = algorithm(
        "loadtheme", THEME="5711", MUNICIPALITY="999", STATUS=-1, URL=geofa.url, VERSIONS=True
    )["OUTPUT"]
    assert versions.featureCount() == 7
    from geofa_sociodemografi.core.gis.districts.theme_layer import show_versions_in_time
    from qgis.core import QgsDateTimeRange, QgsVectorLayerTemporalContext
    from qgis.PyQt.QtCore import QDateTime, Qt

    show_versions_in_time(versions)
    shown = []
    for date in times:
        moment = QDateTime.fromString(f"{date}T00:00:00Z", Qt.DateFormat.ISODate)
        context = QgsVectorLayerTemporalContext()
        context.setLayer(versions)
        test = versions.temporalProperties().createFilterString(
            context, QgsDateTimeRange(moment, moment)
        )
        shown.append(sum(1 for _ in versions.getFeatures(test)))
    assert shown == [6, 6, 5], "as many as there were on the dates"
    with pytest.raises(QgsProcessingException, match="need a date"):
        algorithm("loadtheme", THEME="5711", MUNICIPALITY="999", URL=geofa.url, CHANGES="memory:")


def test_a_refresh_asks_for_the_versions_and_fetches_what_changed(geofa, times, tmp_path):
    from geofa_sociodemografi.core.gis.host.settings import Settings
    from geofa_sociodemografi.core.gis.jobs.areas import fetch_districts
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile
    from qgis.core import QgsFeedback

    wanted = DistrictFilter("0999", None, 6)
    with wire(geofa.url) as line:
        settings, monitor = Settings(geofa_url=line.url), tmp_path / "m.gpkg"

        def fetch():
            line.heard.clear()
            return fetch_districts("5711", wanted, settings, monitor, Silent(), QgsFeedback()).news

        assert fetch() == "" and line.heard == [f"GET {WFS}"] * 2, (
            "the page, and that none comes behind it"
        )
        assert "Nothing has changed since" in fetch() and line.heard == [f"GET {V2}"]
        geofa.sql(
            "UPDATE fkg.t_5711_and_dis SET an_distrikt_navn = 'Nyere' WHERE noegle = 'F03';"
            "DELETE FROM fkg.t_5711_and_dis WHERE noegle = 'F04'"
        )
        assert "0 new, 1 changed, 1 ended." in fetch() and line.heard == [f"GET {V2}"] * 2
    kept = MonitorFile(monitor).areas.load("0999-5711-6").areas
    assert len(kept) == 4 and "Nyere" in set(kept["name"])


def test_boundaries_of_a_date_stand_beside_todays(geofa, times, tmp_path):
    from geofa_sociodemografi.core.gis.host.settings import Settings
    from geofa_sociodemografi.core.gis.jobs.areas import fetch_districts
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile
    from qgis.core import QgsFeedback

    monitor = tmp_path / "m.gpkg"
    for as_of in ("", times[0]):
        fetch_districts(
            "5711",
            DistrictFilter("0999", None, 6),
            Settings(geofa_url=geofa.url),
            monitor,
            Silent(),
            QgsFeedback(),
            as_of,
        )
    sets = MonitorFile(monitor).areas.sets()
    assert set(sets["area_set"]) == {"0999-5711-6", f"0999-5711-6@{times[0]}"}
    assert sorted(sets["areas"]) == [
        5,
        6,
    ]


# -- who sees what -------------------------------------------------------------------------------


def test_limited_objects_are_seen_by_those_who_may(geofa):
    geofa.sql(
        "UPDATE fkg.t_5712_plej_aeldr_dis SET off_kode = 2 WHERE noegle = 'A01';"
        "UPDATE fkg.t_5712_plej_aeldr_dis SET off_kode = 3 WHERE noegle = 'A02'"
    )
    try:
        counts = {}
        for who, client in (
            ("public", public(geofa.url)),
            ("own", user(geofa.url)),
            ("neighbour", user(geofa.url, "kom461")),
        ):
            counts[who] = len(client.current(theme("5712"), WANTED, Silent()))
        assert counts == {"public": 4, "own": 6, "neighbour": 5}
        with wire(geofa.url, (503, b""), on("/api/")) as line:
            silent = Silent()
            assert len(user(line.url).current(theme("5712"), WANTED, silent)) == 6
            assert (
                "Another way to GeoFA was used" in silent.warnings[0]
                and "GET /wfs/fkg/fkg/25832" in line.heard
            )
            own = geofa.sql("SELECT objekt_id FROM fkg.t_5712_plej_aeldr_dis WHERE noegle = 'A01'")
            assert len(user(line.url).objects(theme("5712"), [own], Silent())) == 1
    finally:
        geofa.sql("UPDATE fkg.t_5712_plej_aeldr_dis SET off_kode = 1 WHERE off_kode <> 1")


# -- what goes wrong -----------------------------------------------------------------------------


def test_what_was_read_serves_with_its_age_when_geofa_is_away(geofa, tmp_path):
    clock = [time.time()]
    cache = AnswerCache(tmp_path / "c", 12, lambda: clock[0])
    with wire(geofa.url) as line:
        there = public(line.url, cache=cache).districts(theme("5713"), WANTED, Silent())
        line.fault, silent = "before", Silent()
        clock[0] += 5 * 3600
        away = public(line.url, cache=cache).districts(theme("5713"), WANTED, silent)
        assert away.equals(there) and "An answer kept 5.0 hours ago is shown" in silent.warnings[0]
        assert len(silent.warnings) == 1
        line.heard.clear()
        public(line.url, cache=cache, max_age=12).districts(theme("5713"), WANTED, Silent())
        assert line.heard == [], "young enough, nobody is asked"
        with pytest.raises(ServiceError, match="cannot be reached"):
            public(line.url, cache=cache).districts(theme("5710"), WANTED, Silent())
    assert user(geofa.url).public._cache is None, "what a login sees is never kept"


def test_an_answer_in_another_coordinate_system_is_not_used(geofa):
    class Mercator(requests.Session):
        """Asks as one who forgot GeoFA's default of EPSG:3857."""

        def request(self, method, url, **parts):
            parts["params"] = {k: "3857" if k == "srs" else v for k, v in parts["params"].items()}
            return super().request(method, url, **parts)

    with wire(geofa.url, (503, b""), on(WFS)) as line:
        client = GeofaClient(Mercator(), server_of(line.url), 30)
        with pytest.raises(
            ServiceError, match="another coordinate system than EPSG:25832"
        ) as error:
            client.districts(theme("5713"), WANTED, Silent())
        assert "Nothing was used" in error.value.next_step


@pytest.mark.parametrize("part", [WFS, V2], ids=["GML", "GeoJSON"])
def test_a_cut_off_answer_is_damaged_and_the_other_way_serves(geofa, part):
    full = public(geofa.url).districts(theme("5713"), WANTED, Silent())
    with wire(geofa.url, "half", on(part)) as line:
        silent = Silent()
        found = (
            public(line.url).districts(theme("5713"), WANTED, silent)
            if part == WFS
            else public(line.url).as_of(theme("5713"), WANTED, "2100-01-01", silent)
        )
    assert len(found) == len(full) and len(silent.warnings) == 1


def test_a_hundred_thousand_and_one_rows_all_come(geofa):
    about = theme("5716")
    geofa.sql("""
        INSERT INTO fkg.generel SELECT gen_random_uuid(), gen_random_uuid(), now(), NULL, now(), 35209115, 'hundredetusind', 0, 3, 1
          FROM generate_series(1, 100001);
        INSERT INTO fkg.t_5716_servicetilbud_t (versions_id, service_type_kode, servicetilbud_navn, geometri)
          SELECT versions_id, 99, 'S', ST_Multi(ST_SetSRID(ST_MakePoint(580000 + random(), 6130000), 25832))
          FROM fkg.generel WHERE bruger_id = 'hundredetusind'""")
    try:
        with wire(geofa.url, (503, b""), on(WFS)) as line:
            found = public(line.url).current(about, DistrictFilter("0461", 3), Silent())
            assert line.heard.count(f"GET {V2}") == 2
        assert len(found) == 100_001 and found["objekt_id"].is_unique
    finally:
        geofa.forget(about)


# -- QGIS' own provider --------------------------------------------------------------------------


@pytest.mark.parametrize("about", all_themes(), ids=lambda t: t.code)
def test_every_theme_opens_live_with_its_form(geofa, about):
    from geofa_sociodemografi.core.gis.districts.theme_layer import live_layer

    layer = live_layer(about, server_of(geofa.url), "0999")
    assert layer.isValid()
    form, fields = layer.editFormConfig(), layer.fields()
    assert form.readOnly(fields.lookupField("versions_id")) and not form.readOnly(
        fields.lookupField("noegle")
    )
    code = fields.lookupField(about.fields["type"])
    assert layer.editorWidgetSetup(code).type() == "ValueMap" and layer.attributeAlias(code)
    assert len(layer.renderer().categories()) == len(code_list(f"{about.code}_type")) + 1
    assert layer.featureCount() == sum(1 for _ in layer.getFeatures())


def test_qgis_reads_back_what_was_written(geofa):
    from geofa_sociodemografi.core.geofa import shapes
    from geofa_sociodemografi.core.geofa.comparison.compare import compare
    from geofa_sociodemografi.core.geofa.sending.send import send
    from geofa_sociodemografi.core.geofa.sending.wfs_transaction import WfsTransaction
    from geofa_sociodemografi.core.gis.districts.theme_layer import live_layer

    from tests.services.geofa.districts import table

    geofa.forget(theme("5713"), "kommunekode = 461")
    try:
        client = user(geofa.url, "kom461")
        wanted = table(range(1, 31), note="æøå & <ja>")
        comparison = compare(
            theme("5713"),
            "0461",
            wanted,
            client.current(theme("5713"), DistrictFilter("0461", None), Silent()),
            "gis",
        )
        assert (
            send(
                comparison, WfsTransaction(client.login.basic, client.server, 30), client, Silent()
            ).problem
            is None
        )
        layer = live_layer(theme("5713"), server_of(geofa.url), "0461")
        read = {f["noegle"]: f for f in layer.getFeatures()}
        assert set(read) == set(wanted["noegle"])
        for row in wanted.to_dict("records"):
            feature = read[row["noegle"]]
            assert (
                feature["note"] == "æøå & <ja>"
                and feature["bruger_id"] == "gis"
                and feature["kommunekode"] == 461
            )
            assert shapes.same(bytes(feature.geometry().asWkb()), row["wkb"])
    finally:
        geofa.forget(theme("5713"), "kommunekode = 461")
