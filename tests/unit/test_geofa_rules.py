"""GeoFA's rules for values, as its own published constraints say them."""

from __future__ import annotations

import time

import pandas as pd
import pytest
import requests
from geofa_sociodemografi.core.catalogue.geofa.themes import proposed_theme, theme
from geofa_sociodemografi.core.errors import InputError, ServiceError
from geofa_sociodemografi.core.geofa.comparison import mapping
from geofa_sociodemografi.core.geofa.login import Login, Token
from geofa_sociodemografi.core.geofa.reading.client import GeofaClient
from geofa_sociodemografi.core.geofa.replies import gml
from geofa_sociodemografi.core.geofa.replies.answers import RefusedError, UnansweredError, refusal
from geofa_sociodemografi.core.geofa.rules.check import check_values
from geofa_sociodemografi.core.geofa.rules.of_row import small_figure
from geofa_sociodemografi.core.geofa.server import server_of
from geofa_sociodemografi.core.geofa.words.statements import conditions, moment
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.web.answer_cache import AnswerCache

GOOD = {
    "cvr_kode": 35209115,
    "bruger_id": "x",
    "oprindkode": 5,
    "statuskode": 3,
    "off_kode": 1,
    "row": 1,
    "wkb": b"",
}
OF = {
    "5713": {"prog_distrikt_nr": 1, "prog_distrikt_type_kode": 11},
    "5710": {
        "udd_distrikt_nr": 1,
        "udd_distrikt_type_kode": 5,
        "starttrin_kode": 11,
        "sluttrin_kode": 6,
    },
    "5700": {"forening_type_kode": 7, "forening_navn": "B"},
}


def rules(code="5713", **changed):
    row = {**GOOD, **OF[code], **changed}
    return [
        (p.rule, p.column, p.severity)
        for p in check_values(theme(code), "0461", pd.DataFrame([row], dtype=object))
    ]


@pytest.mark.parametrize("code", list(OF))
def test_a_good_object_breaks_no_rule(code):
    assert rules(code) == []


@pytest.mark.parametrize(
    ("code", "changed", "rule"),
    [
        ("5713", {"cvr_kode": None}, "mandatory"),
        ("5713", {"bruger_id": " "}, "mandatory"),
        ("5713", {"oprindkode": None}, "mandatory"),
        ("5713", {"statuskode": None}, "mandatory"),
        ("5713", {"off_kode": None}, "mandatory"),
        ("5713", {"prog_distrikt_type_kode": None}, "mandatory"),
        ("5713", {"prog_distrikt_type_kode": 13}, "code"),
        ("5713", {"statuskode": 9}, "code"),
        ("5713", {"prog_distrikt_nr": 0}, "range"),
        ("5713", {"prog_distrikt_nr": 100_000}, "range"),
        ("5713", {"prog_distrikt_nr": 1.5}, "number"),
        ("5713", {"prog_distrikt_nr": "otte"}, "number"),
        ("5713", {"prog_distrikt_navn": "x" * 129}, "length"),
        ("5713", {"note": "x" * 255}, "length"),
        ("5713", {"cvr_kode": 29189722}, "municipality"),
        ("5713", {"note": "3 borgere uden arbejde"}, "small_figure"),
        ("5710", {"starttrin_kode": 9, "sluttrin_kode": 11}, "grades"),
        ("5710", {"udd_hovedomr_nr": 99_999}, "range"),
        ("5700", {"gf_adr_beskyt_kode": "X"}, "code"),
        ("5700", {"forening_navn": None}, "mandatory"),
    ],
)
def test_every_rule_is_told_by_its_column(code, changed, rule):
    (found,) = rules(code, **changed)
    assert found[0] == rule and found[2] == "error"
    assert found[1] in changed or rule == "grades"


def test_a_column_that_is_not_mapped_is_not_looked_at():
    row = {"noegle": "a", "row": 4, "wkb": b""}
    assert check_values(theme("5713"), "0461", pd.DataFrame([row], dtype=object)) == []


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("3 borgere", 3),
        ("kun 4 unge ledige", 4),
        ("antal: 2", 2),
        ("n=1", 1),
        ("0 dømte", 0),
        ("2 børn under 6", 2),
        ("12 borgere", None),
        ("5 personer", None),
        ("1. januar 2026", None),
        ("Skole 3", None),
        ("Nr. 4, se kort 2", None),
        ("1.234 borgere", None),
        ("43,2 borgere pr. ha", None),
        (None, None),
        ("", None),
        ("14 unge ledige", None),
    ],
)
def test_small_figures_about_people_are_found_and_other_numbers_are_not(note, found):
    assert small_figure(note) == found


def test_the_proposed_theme_takes_no_figure_about_few():
    row = {
        **GOOD,
        "distrikt_objekt_id": "0a3f50b4-1111-32b8-e044-0003ba298018",
        "periode": "2026-01",
        "indikator_kode": 2,
        "vaerdi": 50.0,
        "naevner": 4,
        "tal_status_kode": 1,
        "udgave_kode": 2,
        "opgjort": "2026-01-01",
    }
    (found,) = check_values(proposed_theme(), "0461", pd.DataFrame([row], dtype=object))
    assert found.rule == "small_figure" and found.column == "naevner"
    for changed, rule in (
        ({"naevner": 40, "periode": "2026-13"}, "pattern"),
        ({"naevner": 40, "tal_status_kode": 2}, "figure_status"),
        ({"naevner": None, "vaerdi": None}, "figure_status"),
    ):
        (found,) = check_values(
            proposed_theme(), "0461", pd.DataFrame([{**row, **changed}], dtype=object)
        )
        assert found.rule == rule, changed


def test_production_is_known_however_it_is_written():
    for address in (
        "https://geofa.geodanmark.dk",
        "https://GeoFA.geodanmark.dk/",
        "https://geofa.geodanmark.dk:443",
        "https://geofa.geodanmark.dk.",
        "https://geofa.geodanmark.dk/ows/fkg/fkg",
    ):
        assert server_of(address).is_production and server_of(address).is_safe, address
    assert not server_of("https://geofa-test.geodanmark.dk").is_production
    assert (
        not server_of("http://geofa-test.geodanmark.dk").is_safe
        and server_of("http://127.0.0.1:8765").is_safe
    )


def test_keys_keep_their_zeros_and_points_whatever_gdal_guesses():
    body = (
        '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" '
        'xmlns:fkg="http://x">{}</wfs:FeatureCollection>'
    )
    member = "<wfs:member><fkg:t gml:id='t.{0}'><fkg:noegle>{1}</fkg:noegle></fkg:t></wfs:member>"
    for keys in (
        ["001", "002"],
        ["1.10", "2.10"],
        ["1e5", "2e5"],
        ["12345678901234567890", "12345678901234567891"],
        ["true", "false"],
    ):
        sent = body.format("".join(member.format(n, key) for n, key in enumerate(keys)))
        assert gml.read(sent, theme("5713"))["noegle"].tolist() == keys


def test_what_a_server_repeats_of_a_login_is_not_told():
    class Echo(requests.Session):
        def request(self, method, url, **parts):
            answer = requests.Response()
            answer.status_code, answer._content = (
                400,
                str({"error": "x", "error_description": parts["json"]}).replace("'", '"').encode(),
            )
            return answer

    login = Login("kom461", requests.Session(), lambda: "KANARIEFUGL")
    with pytest.raises(RefusedError) as error:
        Token(Echo(), server_of("http://127.0.0.1:9"), login, 5).header()
    assert "KANARIEFUGL" not in repr(error.value.__dict__) + str(error.value) + repr(login)


def test_what_may_tell_of_persons_is_not_kept_and_neither_is_a_damaged_answer(tmp_path):
    class Answers(requests.Session):
        body = b'{"features": []}'

        def request(self, method, url, **parts):
            answer = requests.Response()
            answer.status_code, answer._content = 200, self.body
            return answer

    session = Answers()
    cache = AnswerCache(tmp_path, 12)
    client = GeofaClient(session, server_of("http://127.0.0.1:9"), 5, cache=cache)
    client.as_of(theme("5713"), DistrictFilter(), "2026-01-01", Silent())
    assert len(list(tmp_path.iterdir())) == 1
    session.body = b'{"features": [{"prop'
    with pytest.raises(ServiceError):
        client.as_of(theme("5713"), DistrictFilter(), "2026-01-01", Silent())
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b'{"features": []}']
    session.body = b'<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" numberMatched="0"></wfs:FeatureCollection>'
    assert (
        len(client.current(theme("5700"), DistrictFilter(), Silent())) == 0
        and len(list(tmp_path.iterdir())) == 1
    )
    late = AnswerCache(tmp_path, 12, lambda: time.time() + 40 * 86400)
    late.put("andet", b"x")
    assert len(list(tmp_path.iterdir())) == 1, "what is a month old is deleted"


# -- mapping -------------------------------------------------------------------------------------


def test_fields_are_guessed_from_long_short_and_danish_names():
    guessed = mapping.guess(
        theme("5713"),
        ["PRO_DIS_NR", "Distriktsnavn", "noegle", "objekt_id", "prog_distrikt_type_kode"],
    )
    assert guessed == {
        "prog_distrikt_nr": "PRO_DIS_NR",
        "prog_distrikt_navn": "Distriktsnavn",
        "noegle": "noegle",
        "objekt_id": "objekt_id",
        "prog_distrikt_type_kode": "prog_distrikt_type_kode",
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "cannot be read"),
        ('["a"]', "cannot be read"),
        ('{"versions_id": "a"}', "no column versions_id"),
        ('{"noegle": "x"}', "no field x"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(text, says):
    with pytest.raises(InputError, match=says):
        mapping.parse(text, theme("5713"), ["a"])


# -- words ---------------------------------------------------------------------------------------


def test_only_names_numbers_ids_and_times_get_into_a_statement():
    assert moment("2024-01-01") == "2024-01-01 23:59:59.999999"
    for wrong in ("2024", "2024-01-01'; drop table x", "i dag"):
        with pytest.raises(ValueError, match="no date"):
            moment(wrong)
    with pytest.raises(ValueError):
        conditions(theme("5713"), DistrictFilter(), ids=["'; drop table x"])


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (401, "", "does not accept"),
        (400, '{"error":"invalid_grant"}', "does not accept"),
        (403, "", "refuses"),
        (500, '{"success":false,"message":"LIMIT ERROR","code":500}', "refuses"),
        (500, '{"success":false,"message":"COUNT 0 ERROR"}', "refuses"),
        (
            200,
            "<ows:ExceptionReport><ows:ExceptionText>Geofence violation</ows:ExceptionText></ows:ExceptionReport>",
            "refuses",
        ),
        (
            200,
            "<ServiceExceptionReport><ServiceException>x &lt; y</ServiceException></ServiceExceptionReport>",
            "x < y",
        ),
        (302, "", "error 302"),
        (200, "  <!DOCTYPE HTML><html>", "web page"),
    ],
)
def test_every_no_is_a_sentence(status, body, says):
    problem = refusal(status, body, "https://geofa.geodanmark.dk/x")
    assert says in str(problem) and problem.next_step and problem.status == status


def test_a_gateways_no_is_silence():
    for status in (408, 502, 503, 504):
        assert isinstance(refusal(status, "", "http://x"), UnansweredError)
    assert isinstance(refusal(500, "", "http://x"), RefusedError)


def test_a_good_answer_is_no_refusal():
    for body in (
        '{"data": []}',
        "<wfs:FeatureCollection/>",
        '{"success": true, "message": "LIMIT ERROR?"}',
    ):
        assert refusal(200, body, "http://x") is None
