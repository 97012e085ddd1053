"""A refused answer is let go at once: nothing waits for the collector, and an error that is kept holds no answer."""

from __future__ import annotations

import gc
import io
import random

import pytest
import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from geofa_sociodemografi.core.errors import SociodemografiError, let_go, lets_go
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.server import server_of
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.statbank.client import StatBankClient
from geofa_sociodemografi.core.web.fetch import fetch
from requests.adapters import BaseAdapter

URL, LARGE, LONG = "http://127.0.0.1", 300_000, 10_000_000
BODIES = {
    "too large": b" " * 129_000_000,
    "too wide": "\U0001f600".encode() + b"a" * 70_000_000,
    "refused": b"<ServiceException>" + b"x" * LARGE + b"</ServiceException>",
    "damaged": b'{"data": [' + b"1," * LARGE,
    "deep": b"[" * LARGE,
    "another thing": b"x" * LARGE,
    "a web page": b"<!doctype html>" + b"x" * LARGE,
    "rows of nothing": b'{"data": [' + b"1," * LARGE + b"1]}",
    "other letters": b"\xff" * LARGE,
    "many members": b"<wfs:FeatureCollection>"
    + b"<wfs:member/>" * LARGE
    + b"</wfs:FeatureCollection>",
    "many values": b'{"features": [' + b"{}," * 5_000_000 + b"{}]}",
}


@pytest.fixture(scope="module", autouse=True)
def only_what_is_new_is_searched():
    """The collector passes over what was there before: a whole session of tests is much to look through again and again."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


class Answering(BaseAdapter):
    """Answers all with ``body``."""

    def __init__(self, body, keeps_time):
        super().__init__()
        self.body, self.keeps_time = body, keeps_time

    def send(self, request, **_):
        answer = requests.Response()
        answer.status_code, answer.url, answer.request, answer.raw = (
            200,
            request.url,
            request,
            io.BytesIO(self.body),
        )
        return answer

    def close(self):
        return


def kept(error):
    """The names of large texts and bytes in the frames that ``error``, and what it came of, passed through."""
    found = []
    while error is not None:
        part = error.__traceback__
        while part is not None:
            found += [
                (part.tb_frame.f_code.co_name, name)
                for name, value in part.tb_frame.f_locals.items()
                if isinstance(value, (str, bytes, bytearray)) and len(value) >= LARGE
            ]
            part = part.tb_next
        error = error.__cause__ or error.__context__
    return found


@pytest.mark.parametrize("keeps_time", [True, False])
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if len(body) > LONG else ())
        for name, body in BODIES.items()
    ],
)
def test_nothing_of_a_refused_answer_waits_for_the_collector(name, keeps_time):
    session = requests.Session()
    session.mount("http://", Answering(BODIES[name], keeps_time))
    client = GeofaClient(session, server_of(URL))
    bank = StatBankClient(session, URL, sleep=lambda _: None)
    about, met = theme("5713"), 0
    for ask in (
        lambda: client.current(about, DistrictFilter("0461"), Silent()),
        lambda: client.coverage([about], Silent()),
        lambda: bank.tables(Silent()),
    ):
        gc.collect()
        gc.disable()
        try:
            try:
                ask()
            except SociodemografiError as error:
                met += 1
                assert kept(error) == []
            gc.set_debug(gc.DEBUG_SAVEALL)
            gc.collect()
            left = [type(one).__name__ for one in gc.garbage]
        finally:
            gc.set_debug(0)
            gc.garbage.clear()
            gc.enable()
        assert {"frame", "traceback"}.isdisjoint(left) and not [
            one for one in left if one.endswith("Error")
        ]
    assert met == 3
    assert client.public.waiting == 0, "what was refused is not kept to be put on disk"


@pytest.mark.slow
def test_an_answer_too_large_is_not_kept_while_less_of_it_is_asked_for():
    session, held = requests.Session(), []
    adapter = Answering(b'{"features": [' + b"{}," * 25_000_000 + b"{}]}", True)
    nowhere = type("Nowhere", (), {"kept": lambda *_: None, "put": lambda *_: True})()
    client = GeofaClient(session, server_of(URL), cache=nowhere)
    send = adapter.send
    adapter.send = lambda request, **more: held.append(client.public.waiting) or send(
        request, **more
    )
    session.mount("http://", adapter)
    with pytest.raises(SociodemografiError):
        client.current(theme("5713"), DistrictFilter("0461"), Silent())
    assert len(held) > 3 and max(held) <= 1


def test_an_error_still_says_where_it_was_raised():
    @lets_go
    def work(answer):
        problem = SociodemografiError("a", "b")
        raise problem

    with pytest.raises(SociodemografiError) as caught:
        work("x" * LARGE)
    names = [entry.name for entry in caught.traceback]
    assert names[-1] == "work"
    let_go(caught.value)
    assert kept(caught.value) == [("working", "values")] or kept(caught.value) == []


def test_a_body_is_the_bytes_that_came_however_they_came():
    random.seed(5)
    body = random.randbytes(1_000_003)
    session = requests.Session()
    session.mount("http://", Answering(body, True))
    assert fetch(session, "GET", URL, 5).body == body
