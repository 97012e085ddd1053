"""A login goes nowhere but to its host: every redirect, both transports, reading and writing; nothing stays behind."""

from __future__ import annotations

import base64
import gzip
import json

import pytest
import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from geofa_sociodemografi.core.errors import InputError, ServiceError
from geofa_sociodemografi.core.geofa.comparison.compare import compare
from geofa_sociodemografi.core.geofa.login import Login
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.replies.answers import RefusedError, UnansweredError, ask
from geofa_sociodemografi.core.geofa.sending.sql_transaction import SqlTransaction
from geofa_sociodemografi.core.geofa.sending.wfs_transaction import WfsTransaction
from geofa_sociodemografi.core.geofa.server import Server, server_of
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.statbank.client import StatBankClient
from geofa_sociodemografi.core.web.address import is_safe_for_login
from qgis.core import QgsApplication, QgsNetworkAccessManager

from tests.services.geofa.districts import table
from tests.services.odense import stored_login
from tests.services.two_hosts import host

USER, PASSWORD, TOKEN, REFRESH = (
    "kom461-prøve",
    "kanarie-fugl-æ-9921",
    "tokenkanarie8812",
    "fornyelse7733",
)
BASIC = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
SECRETS = (USER, PASSWORD, "kanarie-fugl", BASIC, TOKEN, REFRESH)
STATUSES = (301, 302, 303, 307, 308)
THEME = theme("5713")
EMPTY = (
    b"<?xml version='1.0'?><wfs:FeatureCollection xmlns:wfs='http://www.opengis.net/wfs/2.0' "
    b"numberMatched='0' numberReturned='0'></wfs:FeatureCollection>"
)
GRANTED = json.dumps({"access_token": TOKEN, "refresh_token": REFRESH, "expires_in": 3600}).encode()


def ok(body=EMPTY, **headers):
    return lambda method, path, sent: (200, headers, body)


@pytest.fixture(params=["requests", "qgis"])
def sessions(request, master):
    """(a session without login, one with it), by each transport."""
    if request.param == "requests":
        with_login = requests.Session()
        with_login.auth = (USER.encode(), PASSWORD.encode())
        yield requests.Session(), with_login
        return
    from geofa_sociodemografi.core.gis.host.network import qgis_session

    identifier = stored_login("kanarie", PASSWORD, USER)
    yield qgis_session(), qgis_session(None, identifier)
    QgsApplication.authManager().removeAuthenticationConfig(identifier)


def client_at(url, sessions):
    plain, basic = sessions
    return GeofaClient(plain, server_of(url), 10, Login(USER, basic, lambda: PASSWORD))


def a_change():
    return compare(THEME, "0461", table([1]), table([]), "gis")


def read_by_sql(client):
    client.sql.select("SELECT 1")


JOBS = {
    "read by login": lambda client: client._get_with_login(client.server.wfs_t, {"service": "WFS"}),
    "read by token": read_by_sql,
    "write by WFS-T": lambda client: WfsTransaction(client.login.basic, client.server, 10).write(
        a_change()
    ),
    "write by SQL": lambda client: SqlTransaction(client.sql).write(a_change()),
    "a user's districts": lambda client: client.current(THEME, DistrictFilter("0461"), Silent()),
}


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("status", STATUSES)
def test_no_login_reaches_another_host(sessions, status, job):
    """The second host differs in name, in port or in scheme; it hears nothing at all."""
    with host(ok(GRANTED), "127.0.0.2") as other, host(ok(GRANTED)) as port:
        for target in (
            other.url,
            port.url,
            port.url.replace("127.0.0.1", "localhost"),
            "http://a:b@127.0.0.2:9/",
            port.url.replace("http:", "https:"),
            "http://127.0.0.1\\@" + other.url[7:],
            "file:///etc/hostname",
            "//" + other.url[7:],
            "http://[",
            "http://127.0.0.1:99999/",
            other.url + "\\@{first}",
            "http://{first}@" + other.url[7:],
        ):
            for on_token in (True, False):
                at = []

                def reply(method, path, body, target=target, on_token=on_token, at=at):
                    target = target.replace("{first}", at[0])
                    if path.endswith("/oauth") and not on_token:
                        return 200, {}, GRANTED
                    return status, {"Location": target + "/x"}, b"<a>moved</a>"

                with host(reply) as first:
                    at.append(first.url[7:])
                    with pytest.raises(ServiceError) as error:
                        JOBS[job](client_at(first.url, sessions))
                    assert first.heard, "the first host is asked"
                    told = f"{error.value} {error.value.details}"
                    assert not [secret for secret in SECRETS if secret in told]
        assert other.heard == [] and port.heard == []


@pytest.mark.parametrize("status", STATUSES)
def test_within_one_origin_a_login_goes_on_and_only_307_and_308_send_again(sessions, status):
    with host(
        lambda method, path, body: (200, {}, EMPTY)
        if path == "/there"
        else (status, {"Location": "/there"}, b"")
    ) as first:
        for method, parts in (("GET", {}), ("POST", {"data": b"<wfs:Transaction/>"})):
            first.heard.clear()
            assert "FeatureCollection" in ask(sessions[1], method, first.url + "/here", 10, **parts)
            (_, there) = first.heard
            again = method if status in (307, 308) else "GET"
            assert there[0] == again and there[3] == (
                parts.get("data", b"") if again == "POST" else b""
            )
            assert BASIC in there[2]


@pytest.mark.parametrize("status", STATUSES)
def test_what_is_public_may_move_but_not_for_ever(sessions, status):
    with host(ok(EMPTY, **{"Set-Cookie": "a=kage; Path=/"}), "127.0.0.2") as other:
        with host(
            lambda method, path, body: (
                status,
                {"Location": other.url + "/?kom=1", "Set-Cookie": "b=kage"},
                b"x",
            )
        ) as first:
            for _ in range(2):
                assert "FeatureCollection" in ask(sessions[0], "GET", first.url, 10)
            assert "kage" not in first.everything + other.everything, "no cookie is kept"
    with host(lambda method, path, body: (status, {"Location": path + "a"}, b"")) as first:
        with pytest.raises(RefusedError, match="in circles"):
            ask(sessions[0], "GET", first.url, 10)
        assert len(first.heard) == 6


def test_a_write_that_was_sent_on_may_have_been_done(sessions):
    for status in STATUSES:
        with host(
            lambda method, path, body, status=status: (
                status,
                {"Location": "http://127.0.0.2:9/"},
                b"",
            )
        ) as first:
            with pytest.raises(RefusedError if status in (307, 308) else UnansweredError):
                WfsTransaction(sessions[1], server_of(first.url), 10).write(a_change())


def test_statbank_is_asked_the_same_way(sessions):
    with (
        host(ok(b"[]"), "127.0.0.2") as other,
        host(lambda method, path, body: (307, {"Location": other.url + path}, b"")) as first,
    ):
        assert len(StatBankClient(sessions[0], first.url, 10).tables(Silent())) == 0
        assert json.loads(other.heard[0][3])["format"] == "JSON"
        with pytest.raises(ServiceError, match="the login may not go"):
            StatBankClient(sessions[1], first.url, 10).tables(Silent())
        assert len(other.heard) == 1


def test_a_login_over_plain_http_needs_the_users_word(sessions, monkeypatch):
    """A host of another name that leads here stands for one on the network."""
    import socket

    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda name, *rest, **more: real(
            "127.0.0.1" if name == "geofa.invalid" else name, *rest, **more
        ),
    )
    with host(ok(GRANTED)) as first:
        address = first.url.replace("127.0.0.1", "geofa.invalid")
        for job in JOBS.values():
            with pytest.raises(ServiceError, match="not encrypted"):
                job(client_at(address, sessions))
        assert first.heard == []
        if not getattr(
            sessions[0].get_adapter(address), "keeps_time", False
        ):  # Qt looks names up by itself
            allowed = GeofaClient(
                sessions[0],
                Server(address, plain_login=True),
                10,
                Login(USER, sessions[1], lambda: PASSWORD),
            )
            silent = Silent()
            with pytest.raises(ServiceError):  # it has nothing to say, but it was asked
                allowed.current(THEME, DistrictFilter("0461"), silent)
            assert (
                BASIC in first.everything
                and "without encryption, as you have allowed" in silent.warnings[0]
            )


def test_the_users_word_holds_for_one_server(master):
    from geofa_sociodemografi.core.gis.host.geofa_login import client_of
    from geofa_sociodemografi.core.gis.host.settings import Settings

    identifier = stored_login("kanarie", PASSWORD, USER)
    try:
        said = Settings(geofa_plain_login="http://geofa.intern:8080/")
        assert client_of(
            server_of("http://geofa.intern:8080"), said, None, identifier
        ).server.plain_login
        for address, settings in (
            ("http://geofa.intern:8081", said),
            ("http://geofa.intern", said),
            ("http://geofa.intern:8080", Settings()),
        ):
            with pytest.raises(InputError, match="not encrypted"):
                client_of(server_of(address), settings, None, identifier)
    finally:
        QgsApplication.authManager().removeAuthenticationConfig(identifier)


def test_what_counts_as_this_machine():
    for address in (
        "http://127.0.0.1",
        "http://127.8.9.1:80",
        "http://localhost.:1",
        "http://[::1]:8",
        "https://a.dk",
    ):
        assert is_safe_for_login(address), address
    for address in (
        "http://geofa.dk",
        "http://127.0.0.1.evil.dk",
        "http://localhost.evil.dk",
        "http://0.0.0.0",
        "ftp://127.0.0.1",
        "http://",
        "http://[",
        "",
        "http://127.0.0.1@evil.dk",
    ):
        assert not is_safe_for_login(address), address


def test_qgis_keeps_no_answer_of_ours_on_disk(master, tmp_path):
    from geofa_sociodemografi.core.gis.host.network import qgis_session
    from qgis.PyQt.QtCore import QUrl
    from qgis.PyQt.QtNetwork import QNetworkRequest

    manager = QgsNetworkAccessManager.instance()
    cacheable = {
        "Cache-Control": "public, max-age=86400",
        "Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT",
    }
    identifier = stored_login("kanarie", PASSWORD, USER)
    before = manager.cache().cacheDirectory()
    manager.cache().setCacheDirectory(str(tmp_path))

    def is_kept(url):
        return manager.cache().metaData(QUrl(url)).isValid()

    try:
        with host(ok(EMPTY + b"<!--fortroligtsvar-->", **cacheable)) as first:
            for session in (qgis_session(None, identifier), qgis_session()):
                ask(session, "GET", first.url + "/ours", 10)
            assert not is_kept(first.url + "/ours")
            from qgis.core import QgsBlockingNetworkRequest

            QgsBlockingNetworkRequest().get(QNetworkRequest(QUrl(first.url + "/control")))
            assert is_kept(first.url + "/control"), "QGIS itself would have kept it"
    finally:
        QgsApplication.authManager().removeAuthenticationConfig(identifier)
        manager.cache().setCacheDirectory(before)


ECHOES = {
    "exception": lambda said: (
        200,
        b"<ows:ExceptionReport xmlns:ows='x'><ows:ExceptionText>" + said + b"</ows:ExceptionText>",
    ),
    "json": lambda said: (400, json.dumps({"success": False, "message": said.decode()}).encode()),
    "page": lambda said: (200, b"<html>" + said),
    "error": lambda said: (500, b"x" * 480 + said),
    "nothing": lambda said: (200, said),
    "collection": lambda said: (
        200,
        b"<wfs:FeatureCollection>" + said + b"</wfs:FeatureCollection",
    ),
    "refused": lambda said: (403, said),
    "transaction": lambda said: (200, b"<wfs:TransactionResponse>" + said),
}


@pytest.mark.parametrize("echo", ECHOES)
def test_a_server_that_repeats_what_it_was_sent_is_not_repeated(sessions, echo):
    """Headers, body and what they hold, as they are and as a server may write them."""
    from urllib.parse import quote

    sent = " ".join(
        [BASIC, USER, PASSWORD, TOKEN, REFRESH, quote(PASSWORD), json.dumps(PASSWORD)]
    ).encode()

    def reply(method, path, body):
        if path.endswith("/oauth") and b"grant_type" in body:
            return 200, {}, GRANTED
        status, answer = ECHOES[echo](sent)
        return status, {"X-Echo": BASIC, "Content-Type": "text/plain"}, answer

    with host(reply) as first:
        for job in JOBS.values():
            silent, told = Silent(), ""
            try:
                job(client_at(first.url, sessions))
            except ServiceError as error:
                told = " ".join(map(str, (error, error.details, error.args, error.__dict__)))
            assert not [secret for secret in SECRETS if secret in told + " ".join(silent.warnings)]


def test_a_background_task_and_cancel(sessions, qgis_application):
    """A worker thread has a network of its own; a user's Cancel ends a request under way."""
    from geofa_sociodemografi.core.errors import CancelledError
    from geofa_sociodemografi.core.gis.host.network import qgis_session
    from qgis.core import QgsTask

    from tests.services.faulty import answering

    class Task(QgsTask):
        def run(self):
            self.text = ask(sessions[0], "GET", self.url, 10)
            return True

    with host(ok()) as first:
        task = Task("ask")
        task.url = first.url
        QgsApplication.taskManager().addTask(task)
        assert task.waitForFinished(10_000) and "FeatureCollection" in task.text

    class Stopping(QgsTask):
        def run(self):
            from qgis.core import QgsFeedback

            feedback = QgsFeedback()
            import threading

            threading.Timer(0.3, feedback.cancel).start()
            try:
                ask(qgis_session(feedback), "GET", self.url, 30)
            except CancelledError:
                self.stopped = True
            return True

    with answering(b"", seconds=5) as url:
        task = Stopping("stop")
        task.url, task.stopped = url, False
        QgsApplication.taskManager().addTask(task)
        assert task.waitForFinished(4_000) and task.stopped


@pytest.mark.parametrize("cut", [1, 8, 30])
def test_a_packed_answer_that_is_cut_off_is_no_answer(sessions, cut):
    """Its length is that of what came, so only its packing says that some is missing."""
    packed = gzip.compress(EMPTY * 50)
    with host(lambda method, path, body: (200, {"Content-Encoding": "gzip"}, packed)) as whole:
        assert ask(sessions[0], "GET", whole.url, 10).count("FeatureCollection") == 100
    with host(
        lambda method, path, body: (200, {"Content-Encoding": "gzip"}, packed[:-cut])
    ) as short:
        with pytest.raises(ServiceError):
            ask(sessions[0], "GET", short.url, 10)
