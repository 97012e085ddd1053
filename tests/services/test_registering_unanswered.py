"""Registering in GeoFA where the answer is a no, late, cut off or half: what is there, and what is said."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from geofa_sociodemografi.core.geofa.sending.receipt import DONE
from geofa_sociodemografi.core.geofa.sending.send import send
from geofa_sociodemografi.core.progress import Silent

from tests.services.faulty import LOGIN_PAGE
from tests.services.geofa.districts import table
from tests.services.registrar import (
    ODENSES,
    THEME,
    Registrar,
    not_waiting,
    place,  # noqa: F401 (fixtures)
    stored,
)
from tests.services.wire import wire


def writes(method, path, body):
    """Is it the request that changes something?"""
    return method == "POST" and (
        b"wfs:Transaction" in body or b"insert into" in body or b"update fkg" in body
    )


@pytest.mark.parametrize(
    ("fault", "there"), [("before", False), ("during", False), ("after", True)]
)
def test_a_wire_cut_around_the_commit_loses_nothing_and_doubles_nothing(geofa, place, fault, there):
    wanted = table(range(1, 6), noegle=None, prog_distrikt_nr=None)
    with wire(geofa.url, fault, writes, times=1) as line:
        registrar = Registrar(line.url + place[0], place[1])
        receipt = registrar.send(registrar.compare(wanted))
        if there:
            assert receipt.problem is None and "answer was lost, but all is there" in receipt.remark
            assert receipt.count(DONE) == 5
        else:
            assert (
                "cannot be reached. Nothing of it is in GeoFA now, but it may still be under way"
                in str(receipt.problem)
            )
            assert (
                "Compare again in a few minutes" in receipt.problem.next_step
                and receipt.count("unknown") == 5
            )
        assert stored(geofa)[1] == (5 if there else 0)
        again = registrar.compare(wanted)
        assert len(again.to_send) == (0 if there else 5), (
            "keyless districts are known by their content"
        )
        if not there:
            assert registrar.send(again).problem is None
    assert stored(geofa) == (5, 5, 0)


def test_a_wire_that_stays_cut_says_that_nobody_knows(geofa, place):
    with wire(geofa.url) as line:
        registrar = Registrar(line.url + place[0], place[1])
        comparison = registrar.compare(table(range(1, 4)))
        line.fault, sent = "after", []
        line.hits = lambda m, path, body: bool(sent) or (
            writes(m, path, body) and not sent.append(1)
        )
        receipt = registrar.send(comparison)
        assert (
            "cannot be read back" in str(receipt.problem)
            and "not sent twice" in receipt.problem.next_step
        )
        assert receipt.count("unknown") == 3
        line.fault = ""
        assert registrar.compare(table(range(1, 4))).to_send == []
    assert stored(geofa) == (3, 3, 0)


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ((200, LOGIN_PAGE), "answered with a web page"),
        ((403, b"Forbidden"), "refuses: an object is not"),
        ((409, b"Conflict"), "answered with error 409"),
        ((500, LOGIN_PAGE), "answered with error 500"),
        (
            (
                200,
                b'<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="x"><ows:Exception><ows:ExceptionText>Layer is locked'
                b"</ows:ExceptionText></ows:Exception></ows:ExceptionReport>",
            ),
            "Layer is locked",
        ),
    ],
)
def test_answers_that_say_no(geofa, place, fault, says):
    with wire(geofa.url, fault, writes) as line:
        registrar = Registrar(line.url + place[0], place[1])
        receipt = registrar.send(registrar.compare(table(range(1, 4))))
    assert says in str(receipt.problem) and "Nothing was changed in GeoFA" in str(receipt.problem)
    assert receipt.problem.next_step and stored(geofa) == (0, 0, 0)


def test_a_server_that_is_too_slow_is_looked_at_again(geofa, place):
    """The server commits after the client has given up waiting; the second look finds it."""
    looks = []

    def slowly(method, path, body):
        if writes(method, path, body):
            time.sleep(2.5)
        return False

    with wire(geofa.url, "before", slowly) as line:
        registrar = Registrar(line.url + place[0], place[1])
        comparison = registrar.compare(table(range(1, 4)))
        impatient = Registrar(line.url + place[0], place[1], seconds=1.5)
        receipt = send(
            comparison,
            impatient.way,
            registrar.client,
            Silent(),
            lambda seconds: (looks.append(seconds), time.sleep(2 if seconds else 0)),
        )
    assert receipt.problem is None and "answer was lost, but all is there" in receipt.remark
    assert len(looks) > 1 and stored(geofa) == (3, 3, 0)


def test_a_gateway_that_gives_up_is_no_answer(geofa, place):
    with wire(geofa.url, (504, b"Gateway Time-out"), writes) as line:
        registrar = Registrar(line.url + place[0], place[1])
        receipt = registrar.send(registrar.compare(table([1])))
    assert "may still be under way" in str(receipt.problem) and receipt.count("unknown") == 1


def test_stopping_while_geofa_is_at_it_tells_what_is_there(geofa, place):
    from geofa_sociodemografi.core.errors import CancelledError

    registrar = Registrar(geofa.url + place[0], place[1])

    class Stopped:
        name = "stopped"

        def write(self, whole):
            registrar.way.write(whole)
            raise CancelledError("Cancelled. Nothing was changed.")

    class Cancelling(Silent):
        def is_cancelled(self):
            return bool(self.warnings)

    progress = Cancelling()
    comparison = registrar.compare(table([1, 2]))
    receipt = send(comparison, Stopped(), registrar.client, progress, not_waiting)
    assert receipt.problem is None and receipt.count(DONE) == 2 and "all is there" in receipt.remark


def test_half_of_a_transaction_is_told_object_by_object(geofa):
    """QGIS Server commits inserts and updates one by one; GeoFA's rules may hide an object from an update."""
    geofa.forget(THEME, ODENSES)
    registrar = Registrar(geofa.url, "sql")
    registrar.send(registrar.compare(table(range(1, 4))))
    comparison = registrar.compare(table(range(1, 4), note="ny"))
    first = comparison.to_send[0]
    changes = tuple(
        replace(c, attributes={**c.attributes, "note": (None, "x" * 10)}) if c is first else c
        for c in comparison.changes
    )

    class HalfWay:
        name = "half"

        def write(self, whole):
            return registrar.way.write(replace(whole, changes=whole.changes[1:]))

    receipt = send(
        replace(comparison, changes=changes), HalfWay(), registrar.client, Silent(), not_waiting
    )
    assert receipt.count(
        DONE
    ) == 2 and "2 of 3 objects are in GeoFA as sent. Not: Distrikt 1" in str(receipt.problem)
    geofa.forget(THEME, ODENSES)
