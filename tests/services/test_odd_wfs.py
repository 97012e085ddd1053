"""Pages, letters, comments and redirects of odd servers, by both transports, in loadtheme and in the panel's fetching."""

from __future__ import annotations

import pytest
import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from geofa_sociodemografi.core.errors import ServiceError
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.server import server_of
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.web.text import text_of
from qgis.core import QgsFeedback, QgsProcessingException

from tests.services.certificates import Authority, secure_host
from tests.services.odd_wfs import MANY, PAGES, WHOLE, collection, identifier, member, paged, whole
from tests.services.two_hosts import host

THEME, ODENSE = theme("5713"), DistrictFilter("0461")
REFUSED = {
    "knows no start": "same districts again",
    "knows no start, counts the page": "same districts again",
    "overlapping": "changed while it was read",
    "overlapping, total unknown": "changed while it was read",
}
RIGHT = ("plain", "ISO-8859-1", "Windows-1252", "UTF-16", "with a mark", "a comment behind")


@pytest.fixture(params=["requests", "QGIS' network"])
def session(request, qgis_application):
    if request.param == "requests":
        return requests.Session()
    from geofa_sociodemografi.core.gis.host.network import qgis_session

    return qgis_session()


def districts(session, url, progress=None):
    return GeofaClient(session, server_of(url), 20).districts(THEME, ODENSE, progress or Silent())


@pytest.mark.parametrize("way", [way for way in PAGES if way not in REFUSED])
def test_pages_end_when_the_server_has_no_more(session, way):
    with host(paged(way)) as server:
        found = districts(session, server.url)
        assert sorted(found["objekt_id"]) == sorted(map(identifier, range(MANY)))
        assert len(server.heard) <= 7


@pytest.mark.parametrize("way", REFUSED)
def test_pages_that_repeat_are_refused_at_once(session, way):
    with host(paged(way)) as server:
        with pytest.raises(ServiceError, match=REFUSED[way]):
            districts(session, server.url)
        assert len(server.heard) <= 5  # the other way to GeoFA is tried too


def test_a_server_that_knows_no_start_may_have_given_all_at_once(session):
    """Three of three came, and the same three again: nothing is lacking. Of an unknown total it is asked for."""
    with host(whole("plain")) as server:
        assert len(districts(session, server.url)) == 3

    def unknown(total):
        def reply(method, path, body):
            said = total if "resultType=hits" in path else "unknown"
            return (
                200,
                {},
                WHOLE["plain"].replace(b'numberMatched="3"', f'numberMatched="{said}"'.encode()),
            )

        return reply

    with host(unknown(3)) as server:
        assert len(districts(session, server.url)) == 3
    for total, said in (("unknown", "same districts again"), (4, "3 of 4 districts came")):
        with host(unknown(total)) as server, pytest.raises(ServiceError, match=said):
            districts(session, server.url)


def test_a_server_may_refuse_to_go_on_behind_the_last(session):
    with host(
        lambda method, path, body: (200, {}, WHOLE["plain"])
        if "startIndex=0" in path
        else (
            400,
            {},
            b"<ExceptionReport><ExceptionText>startIndex</ExceptionText></ExceptionReport>",
        )
    ) as server:
        assert len(districts(session, server.url)) == 3


@pytest.mark.parametrize(
    "content_type", ["text/xml", "text/xml; charset=UTF-8", "text/xml; subtype=gml/3.2"]
)
@pytest.mark.parametrize("way", RIGHT)
def test_letters_are_read_as_the_document_says(session, way, content_type):
    with host(whole(way, content_type)) as server:
        found = districts(session, server.url)
    assert list(found["prog_distrikt_navn"]) == ["Nørre Å 0", "Nørre Å 1", "Nørre Å 2"]
    assert list(found["noegle"]) == ["Ø0", "Ø1", "Ø2"]


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("cut and closed", "damaged"),
        ("cut in a comment", "damaged"),
        ("one in another system", "another coordinate system"),
        ("letters it does not have", "not written in the letters"),
    ],
)
def test_nothing_half_read_passes(session, way, said):
    with host(whole(way)) as server, pytest.raises(ServiceError, match=said):
        districts(session, server.url)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_relative_redirect_leads_on(session, status):
    def reply(method, path, body):
        if path.startswith("/moved/"):
            return status, {"Location": "/there/" + path[len("/moved/") :]}, b""
        return 200, {}, WHOLE["plain"]

    with host(reply) as server:
        assert len(districts(session, server.url + "/moved")) == 3


def test_the_header_speaks_where_the_document_does_not():
    assert text_of("Ø".encode("latin-1"), "text/plain; charset=ISO-8859-1") == "Ø"
    assert text_of("Ø€".encode("cp1252"), 'text/plain; charset="windows-1252"') == "Ø€"
    assert text_of("Ø".encode(), "text/plain; charset=ISO-8859-1") == "Ã\x98"
    assert text_of("Ø".encode()) == "Ø" and text_of(b"\xd8") is None
    assert text_of(b"<?xml version='1.0' encoding='zip'?><a/>") is None
    assert (
        text_of("<?xml version='1.0' encoding='utf-8'?>Ø".encode(), "text/xml; charset=ISO-8859-1")[
            -1
        ]
        == "Ø"
    )


# -- one without a geometry ----------------------------------------------------------------------


def test_one_without_a_geometry_is_told_and_the_rest_is_loaded(session, algorithm, tmp_path):
    from geofa_sociodemografi.core.gis.host.settings import Settings
    from geofa_sociodemografi.core.gis.jobs.areas import fetch_districts

    told = f"Left out, for want of a geometry in GeoFA: 1 ({identifier(1)})."
    with host(whole("without geometry")) as server:
        silent = Silent()
        assert list(districts(session, server.url, silent)["objekt_id"]) == [
            identifier(0),
            identifier(2),
        ]
        assert told in silent.warnings
        layer = algorithm("loadtheme", THEME="5713", MUNICIPALITY="0461", URL=server.url)["OUTPUT"]
        assert layer.featureCount() == 2 and told in algorithm.said
        silent = Silent()
        loaded = fetch_districts(
            "5713",
            ODENSE,
            Settings(geofa_url=server.url),
            tmp_path / "m.gpkg",
            silent,
            QgsFeedback(),
        )
        assert len(loaded.area_set.areas) == 2 and told in silent.warnings
    kept = MonitorFile(tmp_path / "m.gpkg").areas.load(loaded.area_set.id)
    assert sorted(kept.area_ids) == [identifier(0), identifier(2)]


def test_none_with_a_geometry_is_refused(session):
    body = collection([member(n, geometry=False) for n in range(3)], 3).encode()
    with host(lambda method, path, sent: (200, {}, body)) as server:
        with pytest.raises(ServiceError, match="None of the 3 objects"):
            districts(session, server.url)


@pytest.mark.parametrize("way", ["capped, total unknown", "counts the page", "capped, total known"])
def test_the_algorithm_and_the_panel_load_all(algorithm, tmp_path, way):
    from geofa_sociodemografi.core.gis.host.settings import Settings
    from geofa_sociodemografi.core.gis.jobs.areas import fetch_districts

    with host(paged(way)) as server:
        layer = algorithm("loadtheme", THEME="5713", MUNICIPALITY="0461", URL=server.url)["OUTPUT"]
        assert layer.featureCount() == MANY
        loaded = fetch_districts(
            "5713",
            ODENSE,
            Settings(geofa_url=server.url),
            tmp_path / "m.gpkg",
            Silent(),
            QgsFeedback(),
        )
        assert len(loaded.area_set.areas) == MANY
    with (
        host(paged("knows no start")) as server,
        pytest.raises(QgsProcessingException, match="same districts again"),
    ):
        algorithm("loadtheme", THEME="5713", MUNICIPALITY="0461", URL=server.url)


# -- certificates --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tls") / "authority")


def trusting(session, authority):
    session.trust_env, session.verify = False, str(authority.own)
    return session


@pytest.mark.parametrize(
    ("name", "made", "said"),
    [
        ("expired", {"begins": -9, "ends": -2}, "has expired"),
        ("notyet", {"begins": 2, "ends": 9}, "not valid yet"),
        ("selfsigned", {"own": True}, "is self-signed"),
        ("unknown", {}, "somebody this machine does not know"),
        ("other", {"host": "DNS:anden.example"}, "another server's"),
    ],
)
def test_a_certificate_that_is_refused_is_named(session, authority, name, made, said):
    if name != "unknown" and isinstance(
        session.get_adapter("https://x"), requests.adapters.HTTPAdapter
    ):
        trusting(session, authority)  # else who issued it would be asked first
    with secure_host(whole("plain"), authority.certificate(name, **made)) as server:
        with pytest.raises(ServiceError, match=said) as error:
            districts(session, server.url)
        assert "Nothing was sent" in error.value.next_step and not server.heard


def test_a_certificate_that_is_trusted_serves(authority):
    session = trusting(requests.Session(), authority)
    with secure_host(whole("plain"), authority.certificate("good")) as server:
        assert len(districts(session, server.url)) == 3


def test_the_algorithm_and_statbank_name_it_too(algorithm, authority, session):
    from geofa_sociodemografi.core.statbank.client import StatBankClient

    with secure_host(whole("plain"), authority.certificate("own2", own=True)) as server:
        with pytest.raises(QgsProcessingException, match="self-signed"):
            algorithm("loadtheme", THEME="5713", MUNICIPALITY="0461", URL=server.url)
        with pytest.raises(ServiceError, match="self-signed"):
            StatBankClient(session, server.url + "/v1").tables(Silent())


def test_a_background_task_names_it_too(authority, qgis_application):
    from geofa_sociodemografi.core.gis.host.network import qgis_session
    from geofa_sociodemografi.core.gis.host.tasks import WorkTask, start

    from tests.qgis.test_dock import wait

    ended = []
    with secure_host(whole("plain"), authority.certificate("late", begins=-9, ends=-2)) as server:
        kept = start(
            WorkTask(
                "tls",
                lambda progress, feedback: districts(qgis_session(feedback), server.url, progress),
                lambda *_: ended.append("done"),
                ended.append,
                lambda _: None,
            )
        )
        wait(lambda: ended)
    assert "has expired" in str(ended[0]) and kept is not None
