"""Registering in GeoFA against real servers: what is in PostGIS afterwards, and what a broken wire leaves there."""

from __future__ import annotations

import time
from dataclasses import replace

import pandas as pd
import pytest
import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import proposed_theme, theme
from geofa_sociodemografi.core.errors import InputError, ServiceError
from geofa_sociodemografi.core.geofa.comparison.compare import compare
from geofa_sociodemografi.core.geofa.login import Login
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.sending.receipt import DONE, NOT_DONE
from geofa_sociodemografi.core.geofa.sending.send import send
from geofa_sociodemografi.core.geofa.sending.sql_transaction import SqlTransaction
from geofa_sociodemografi.core.geofa.sending.wfs_transaction import WfsTransaction
from geofa_sociodemografi.core.geofa.server import server_of
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent

from tests.services.faulty import LOGIN_PAGE
from tests.services.geofa import ddl
from tests.services.geofa.districts import shape, table
from tests.services.wire import wire

THEME = theme("5713")
ODENSE, USER, PASSWORD = "0461", "kom461", "workshop"
WAYS = {
    "WFS-T, QGIS Server": ("", "wfs-t"),
    "WFS-T, GC2's rules": ("/gc2", "wfs-t"),
    "SQL API v4": ("", "sql"),
}
ODENSES = "kommunekode = 461"


def not_waiting(seconds):
    assert seconds >= 0


class Registrar:
    """A municipality's user at one server by one way."""

    def __init__(
        self, base: str, way: str, password: str = PASSWORD, seconds: float = 60, user: str = USER
    ):
        basic = requests.Session()
        basic.auth = (user, password)
        self.client = GeofaClient(
            requests.Session(), server_of(base), seconds, Login(user, basic, lambda: password)
        )
        self.way = (
            SqlTransaction(self.client.sql)
            if way == "sql"
            else WfsTransaction(basic, self.client.server, seconds)
        )

    def current(self) -> pd.DataFrame:
        return self.client.current(THEME, DistrictFilter(ODENSE, None, None), Silent())

    def compare(self, wanted: pd.DataFrame):
        return compare(THEME, ODENSE, wanted, self.current(), "gis")

    def send(self, comparison):
        return send(comparison, self.way, self.client, Silent(), not_waiting)


@pytest.fixture(params=list(WAYS))
def place(request, geofa):
    """(path below the server, way), with no district of Odense registered."""
    geofa.forget(THEME, ODENSES)
    yield WAYS[request.param]
    geofa.forget(THEME, ODENSES)


@pytest.fixture
def registrar(geofa, place):
    return Registrar(geofa.url + place[0], place[1])


def stored(geofa, condition="true"):
    """(objects in force, versions, ended versions) of Odense in PostGIS."""
    answer = geofa.sql(
        "SELECT count(*) FILTER (WHERE systid_til IS NULL), count(*), count(systid_til) "
        f"FROM fkg.hist_t_5713_prog_stat_dis WHERE kommunekode = 461 AND {condition}"
    )
    return tuple(map(int, answer.split("|")))


def test_five_hundred_districts_there_and_back(geofa, registrar):
    wanted = table(range(1, 501))
    receipt = registrar.send(registrar.compare(wanted))
    assert receipt.problem is None and receipt.count(DONE) == 500 and stored(geofa) == (500, 500, 0)
    again = registrar.compare(wanted)
    assert again.counts() == {"insert": 0, "update": 0, "unchanged": 500, "missing": 0, "end": 0}
    with pytest.raises(InputError, match="nothing to send"):
        registrar.send(again)
    assert stored(geofa) == (500, 500, 0)

    edited = wanted.copy()
    for position in range(37):
        edited.at[position, ("prog_distrikt_navn", "note", "noegle")[position % 3]] = (
            f"Nyt {position} <&\"'> æøå"
        )
    for position in range(100, 112):
        edited.at[position, "wkb"] = shape(position + 1, -0.5)
    edited = edited.iloc[:-3].reset_index(drop=True)
    comparison = registrar.compare(edited)
    assert comparison.counts() == {
        "insert": 0,
        "update": 49,
        "unchanged": 448,
        "missing": 3,
        "end": 0,
    }
    assert sum(c.geometry_changes for c in comparison.changes) == 12
    comparison = comparison.ending(
        [c.objekt_id for c in comparison.of_kind("missing")], by_status=False
    )
    receipt = registrar.send(comparison)
    assert receipt.problem is None and receipt.count(DONE) == 52
    assert stored(geofa) == (497, 549, 52)
    versions = geofa.sql(
        "SELECT n, count(*) FROM (SELECT count(*) AS n FROM fkg.hist_t_5713_prog_stat_dis "
        "WHERE kommunekode = 461 GROUP BY objekt_id) AS t GROUP BY n ORDER BY n"
    )
    assert versions == "1|451\n2|49"
    assert (
        geofa.sql("SELECT note FROM fkg.t_5713_prog_stat_dis WHERE noegle = 'O002'")
        == "Nyt 1 <&\"'> æøå"
    )
    assert (
        float(
            geofa.sql(
                "SELECT ST_Area(geometri) FROM fkg.t_5713_prog_stat_dis WHERE noegle = 'O101'"
            )
        )
        == 39_900
    )
    assert registrar.compare(edited).to_send == []
    kept = set(receipt.rows["versions_id"]) - {""}
    now = set(
        geofa.sql("SELECT versions_id FROM fkg.t_5713_prog_stat_dis WHERE kommunekode = 461").split(
            "\n"
        )
    )
    assert len(kept) == 49 and kept <= now


def test_ending_by_status_keeps_the_object_and_it_is_missed_no_more(geofa, registrar):
    registrar.send(registrar.compare(table(range(1, 5))))
    left = registrar.compare(table(range(1, 4)))
    (missing,) = left.of_kind("missing")
    assert registrar.send(left.ending([missing.objekt_id])).problem is None
    assert stored(geofa, "noegle = 'O004'") == (1, 2, 1)
    assert geofa.sql("SELECT statuskode FROM fkg.t_5713_prog_stat_dis WHERE noegle = 'O004'") == "4"
    assert registrar.compare(table(range(1, 4))).of_kind("missing") == []
    with pytest.raises(InputError, match="not among the objects"):
        left.ending(["00000000-0000-0000-0000-000000000000"])


def test_the_key_goes_back_to_districts_from_a_table_without_geometry(geofa, registrar):
    registrar.send(registrar.compare(table(range(1, 4), noegle=None)))
    keys = pd.DataFrame(
        {
            "prog_distrikt_nr": [1, 2, 3],
            "prog_distrikt_type_kode": [11] * 3,
            "noegle": ["a", "b", "c"],
            "link": ["https://kommune.example/rapport?a=1&b=2"] * 3,
            "wkb": [b""] * 3,
            "row": [1, 2, 3],
        },
        dtype=object,
    )
    receipt = registrar.send(registrar.compare(keys))
    assert (
        receipt.problem is None
        and set(receipt.rows["columns"]) == {"link, noegle"}
        or set(receipt.rows["columns"]) == {"noegle, link"}
    )
    assert (
        geofa.sql(
            "SELECT string_agg(noegle, '' ORDER BY noegle), min(link), count(*) FROM fkg.t_5713_prog_stat_dis "
            "WHERE kommunekode = 461"
        )
        == "abc|https://kommune.example/rapport?a=1&b=2|3"
    )


def test_an_object_that_changed_since_the_comparison_is_not_overwritten(geofa, registrar):
    registrar.send(registrar.compare(table(range(1, 4))))
    comparison = registrar.compare(table(range(1, 4), note="mit"))
    geofa.sql("UPDATE fkg.t_5713_prog_stat_dis SET note = 'kollegas' WHERE noegle = 'O002'")
    with pytest.raises(InputError, match="1 objects have changed in GeoFA.*Distrikt 2"):
        registrar.send(comparison)
    assert stored(geofa) == (3, 4, 1)


# -- refusals ------------------------------------------------------------------------------------


def test_a_wrong_password_changes_nothing_and_says_so(geofa, place):
    good = Registrar(geofa.url + place[0], place[1])
    comparison = good.compare(table([1]))
    wrong = Registrar(geofa.url + place[0], place[1], "forkert")
    with pytest.raises(ServiceError, match="does not accept the user name and password") as error:
        wrong.send(comparison)
    assert "authentication configuration" in error.value.next_step and "forkert" not in repr(
        error.value.__dict__
    )
    assert stored(geofa) == (0, 0, 0)


def test_a_neighbours_district_is_refused_and_the_receipt_tells_what_is_there(
    geofa, registrar, place
):
    wanted = table([1, 2])
    wanted.loc[1, "cvr_kode"] = 29189722  # Nyborg
    receipt = registrar.send(registrar.compare(wanted))
    if place == WAYS["WFS-T, QGIS Server"]:  # takes the good one, and says success of both
        assert "1 of 2 objects are in GeoFA as sent. Not: Distrikt 2" in str(receipt.problem)
        assert stored(geofa) == (1, 1, 0) and receipt.count(DONE) == 1
    else:
        assert "refuses: an object is not the municipality's own" in str(receipt.problem)
        assert stored(geofa) == (0, 0, 0) and receipt.count(NOT_DONE) == 2


def test_a_district_far_outside_the_municipality_is_refused(geofa, place):
    example = Registrar(geofa.url + place[0], place[1], user="kom999")
    wanted = table([1], noegle="langt-ude")
    comparison = compare(
        THEME,
        "0999",
        wanted,
        example.client.current(THEME, DistrictFilter("0999", None), Silent()),
        "x",
    )
    receipt = send(comparison, example.way, example.client, Silent(), not_waiting)
    assert "outside it" in str(receipt.problem) and receipt.count(NOT_DONE) == 1
    assert (
        geofa.sql("SELECT count(*) FROM fkg.hist_t_5713_prog_stat_dis WHERE noegle = 'langt-ude'")
        == "0"
    )


def test_a_value_the_database_refuses_is_told_in_its_words(geofa, registrar):
    receipt = registrar.send(registrar.compare(table([1], prog_distrikt_nr=100_000)))
    assert (
        receipt.problem is not None and receipt.count(NOT_DONE) == 1 and stored(geofa) == (0, 0, 0)
    )
    assert "Nothing was changed in GeoFA" in str(receipt.problem)


def test_an_expired_token_is_refreshed_once(geofa):
    geofa.forget(THEME, ODENSES)
    with wire(geofa.url) as line:
        registrar = Registrar(line.url, "sql")
        registrar.current()
        geofa.sql("UPDATE api.token SET ends = now() - interval '1 hour' WHERE kind = 'access'")
        registrar.current()
        assert [h for h in line.heard if "oauth" in h] == ["POST /api/v4/oauth"] * 2
        geofa.sql("UPDATE api.token SET ends = now() - interval '1 hour'")
        registrar.current()
        assert line.heard.count("POST /api/v4/oauth") == 4, (
            "the refresh token is refused, then name and password"
        )
    with wire(
        geofa.url, (401, b'{"message": "Token expired"}'), lambda m, path, b: path == "/api/v4/sql"
    ) as line:
        with pytest.raises(ServiceError, match="does not accept"):
            Registrar(line.url, "sql").client.sql.select("select 1 as a")
        assert line.heard.count("POST /api/v4/sql") == 2, "tried again once, not for ever"


# -- a broken wire -------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    "way", [("", "sql"), ("/gc2", "wfs-t")], ids=["SQL API v4", "WFS-T, GC2's rules"]
)
def test_the_proposed_theme_works_the_day_it_exists(geofa, way):
    about = proposed_theme()
    geofa.forget(THEME, ODENSES)
    geofa.sql(ddl.added(about))
    try:
        registrar = Registrar(geofa.url + way[0], way[1])
        rows = [
            {
                "distrikt_objekt_id": "0a3f50b4-1111-32b8-e044-0003ba298018",
                "distrikt_noegle": "O001",
                "periode": period,
                "indikator_kode": 2,
                "vaerdi": value,
                "naevner": 80,
                "tal_status_kode": 1,
                "udgave_kode": 2,
                "opgjort": "2026-01-01",
                "wkb": shape(1),
                "row": row,
            }
            for row, (period, value) in enumerate((("2026-01", 12.5), ("2026-02", 13.333)), start=1)
        ]

        def compared():
            current = registrar.client.current(about, DistrictFilter(ODENSE, None, None), Silent())
            return compare(about, ODENSE, pd.DataFrame(rows, dtype=object), current, "gis")

        assert registrar.send(compared()).count(DONE) == 2 and compared().to_send == []
        rows[0]["vaerdi"] = 12.75
        (change,) = compared().to_send
        assert change.attributes == {"vaerdi": (12.5, 12.75)}
        assert registrar.send(compared()).problem is None
        assert (
            geofa.sql(
                f"SELECT string_agg(vaerdi::text, ' ' ORDER BY periode) FROM fkg.{about.view}"
            )
            == "12.75 13.33"
        )
    finally:
        geofa.sql(ddl.removed(about))


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
