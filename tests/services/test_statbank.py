"""StatBank on loopback: its forms and its faults, by ``requests`` and through QGIS' network."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
import requests
from geofa_sociodemografi.core.catalogue.indicators.comparators import all_comparators, comparator
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import InputError, ServiceError
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.statbank import client as client_module
from geofa_sociodemografi.core.statbank.client import StatBankClient
from geofa_sociodemografi.core.statbank.comparators import areas_of, fetch_comparator, period_of
from geofa_sociodemografi.core.statbank.replies import StatBankError
from geofa_sociodemografi.core.web.answer_cache import AnswerCache

from tests.services.statbank.server import AREAS, SEX, StatBankServer, figure


@pytest.fixture(scope="module")
def running():
    server = StatBankServer()
    yield server
    server.stop()


@pytest.fixture
def server(running):
    running.fault, running.requests[:] = "", []
    yield running
    running.fault = ""


def session(kind):
    if kind == "requests":
        return requests.Session()
    from geofa_sociodemografi.core.gis.host.network import qgis_session

    return qgis_session()


@pytest.fixture(params=["requests", "qgis"])
def client(server, request):
    return StatBankClient(session(request.param), server.url, 2, sleep=lambda seconds: None)


SELECTION = {"OMRÅDE": ["461", "000"], "KØN": ["TOT"], "Tid": ["2026K1", "2026K2"]}


def test_a_table_is_described(client):
    info = client.tableinfo("folk1e", Silent())
    assert (info.table, info.footnote) == ("FOLK1E", "Fodnote")
    assert (
        info.variable("område").values["461"] == "Odense" and not info.variable("Tid").elimination
    )
    assert info.variable("HERKOMST").values["24"] == "a"  # padding is stripped
    assert {"FOLK1A", "HFUDD11"} <= set(client.tables(Silent())["id"])


def test_cells_are_those_asked_for(client):
    cells = client.data("FOLK1E", SELECTION, Silent()).set_index(["OMRÅDE", "Tid"])
    for area, when in itertools.product(("461", "000"), ("2026K1", "2026K2")):
        assert cells.loc[(area, when), "value"] == figure(
            "FOLK1E", {"OMRÅDE": area, "KØN": "TOT", "Tid": when}
        )


def test_a_missing_cell_is_missing(client):
    cells = client.data("FOLK1E", {"OMRÅDE": ["101"], "Tid": ["2025K4", "2026K1"]}, Silent())
    assert np.isnan(cells["value"]).tolist() == [True, False]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("(1)", {"2026K2"}),
        ("(-n+2)", {"2026K1", "2026K2"}),
        ("2026*", {"2026K1", "2026K2"}),
        (">=2026K1", {"2026K1", "2026K2"}),
    ],
)
def test_statbanks_own_rules_for_time(client, rule, expected):
    assert (
        set(client.data("FOLK1E", {"OMRÅDE": ["000"], "Tid": [rule]}, Silent())["Tid"]) == expected
    )


@pytest.mark.parametrize("fault", ["", "bom", "labels", "gzip"])
def test_too_many_cells_are_asked_for_as_bulk_and_give_the_same(client, server, fault, monkeypatch):
    server.fault = fault
    every = {"OMRÅDE": ["*"], "KØN": ["*"], "ALDER": ["*"], "HERKOMST": ["*"], "Tid": ["*"]}
    small = client.data("FOLK1E", {**every, "ALDER": ["IALT"]}, Silent())
    monkeypatch.setattr("tests.services.statbank.server.CELL_LIMIT", 10)
    large = client.data("FOLK1E", {**every, "ALDER": ["IALT"]}, Silent())
    assert [asked.get("format") for _, asked, _ in server.requests[-2:]] == ["JSONSTAT", "BULK"]
    keys = ["OMRÅDE", "KØN", "ALDER", "HERKOMST", "Tid"]
    joined = small.merge(large, on=keys, suffixes=("", "_bulk"))
    assert len(joined) == len(small) == len(AREAS) * len(SEX) * 6 * 3
    np.testing.assert_array_equal(joined["value"], joined["value_bulk"])


def test_bulk_wants_every_variable_and_says_which(client, monkeypatch):
    monkeypatch.setattr("tests.services.statbank.server.CELL_LIMIT", 1)
    with pytest.raises(InputError, match="every variable") as error:
        client.data("FOLK1E", SELECTION, Silent())
    assert "ALDER, HERKOMST" in error.value.next_step


@pytest.mark.parametrize(
    ("table", "selection", "says"),
    [
        ("FOLK1E", {"HØJDE": ["1"]}, "no variable HØJDE"),
        ("FOLK1E", {"OMRÅDE": ["999"], "Tid": ["(1)"]}, "no OMRÅDE with the code 999"),
        ("FOLK1E", {"OMRÅDE": ["000"]}, "chosen for Tid"),
        ("INDKP111", {"REGLAND": ["000"], "Tid": ["(1)"]}, "chosen for ENHED, INDKOMSTTYPE"),
    ],
)
def test_a_selection_that_does_not_fit_is_told_before_it_is_sent(
    client, server, table, selection, says
):
    with pytest.raises(InputError, match=says):
        client.data(table, selection, Silent())
    assert [endpoint for endpoint, _, _ in server.requests] == ["tableinfo"]


def test_statbanks_errors_are_known_by_their_code(client, server):
    with pytest.raises(StatBankError, match="does not have NONSENSE") as error:
        client.tableinfo("NONSENSE", Silent())
    assert error.value.code == "EXTRACT-NOTFOUND" and "renamed" in error.value.next_step
    server.fault = "renamed"
    with pytest.raises(StatBankError):
        client.data("FOLK1E", SELECTION, Silent())


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("500", "error 500"),
        ("503", "error 503"),
        ("html 400", "without saying why"),
        ("html 200", "cannot be read"),
        ("cut off", "cannot be read"),
        ("slow", "did not answer within 2 seconds"),
    ],
)
def test_faults_are_sentences_with_a_way_on(client, server, fault, says):
    server.fault = fault
    with pytest.raises(ServiceError, match=says) as error:
        client.tableinfo("FOLK1E", Silent())
    assert error.value.next_step


def test_a_server_that_is_not_there(server):
    nowhere = StatBankClient(requests.Session(), "http://127.0.0.1:9/v1", 2)
    with pytest.raises(ServiceError, match="cannot be reached"):
        nowhere.tableinfo("FOLK1E", Silent())


def test_bulk_cut_off_in_a_cell_is_noticed():
    from geofa_sociodemografi.core.statbank.replies import TableInfo, Variable, read_bulk

    info = TableInfo("T", "", "", "", (Variable("Tid", "", False, True, {"2025": "2025"}),), "")
    assert read_bulk(b"TID;INDHOLD\r\n2025;1234\r\n", info, ",")["value"].tolist() == [1234]
    with pytest.raises(ServiceError, match="cut off"):
        read_bulk(b"TID;INDHOLD\r\n2025;12", info, ",")


def test_answers_are_kept_for_a_day_and_then_asked_for_again(server, tmp_path):
    now = [time.time()]
    client = StatBankClient(
        requests.Session(),
        server.url,
        2,
        AnswerCache(tmp_path / "c", 24, lambda: now[0]),
        sleep=lambda seconds: None,
    )
    for _ in range(3):
        client.data("FOLK1E", SELECTION, Silent())
    assert len(server.requests) == 2
    now[0] += 25 * 3600
    client.data("FOLK1E", SELECTION, Silent())
    assert len(server.requests) == 4


def test_an_answer_that_cannot_be_read_is_not_kept(server, tmp_path):
    client = StatBankClient(
        requests.Session(),
        server.url,
        2,
        AnswerCache(tmp_path / "c", 24),
        sleep=lambda seconds: None,
    )
    server.fault = "html 200"
    with pytest.raises(ServiceError):
        client.tableinfo("FOLK1E", Silent())
    server.fault = ""
    assert client.tableinfo("FOLK1E", Silent()).table == "FOLK1E"


def test_at_most_four_requests_a_second_are_sent(server):
    waits, clock = [], itertools.count(0, 0.01)
    client = StatBankClient(
        requests.Session(), server.url, 2, clock=lambda: next(clock), sleep=waits.append
    )
    for _ in range(3):
        client.tableinfo("FOLK1E", Silent())
    assert len(waits) == 2 and all(0.2 < wait <= client_module.SECONDS_BETWEEN for wait in waits)


# -- comparators ---------------------------------------------------------------------------------


def test_every_comparator_names_an_indicator_and_how_it_differs():
    known = {i.id for i in all_indicators()}
    for about in all_comparators().values():
        assert about.indicator in known and about.differs["da"] and about.differs["en"]
    assert {"HFUDD11", "INDKP111", "FOLK1E", "LABY07", "AUP01", "STRAFNA6"} <= {
        about.table for about in all_comparators().values()
    }


def test_the_share_with_basic_school_is_summed_over_the_bands(client):
    row = fetch_comparator(
        client, comparator("basic_education_hfudd11"), "0461", Silent()
    ).set_index("level")
    assert set(row.index) == {"nation", "region", "municipality"}
    cell = {"BOPOMR": "461", "HERKOMST": "TOT", "KØN": "TOT", "Tid": "2025"}
    bands = ["30-34", "35-39", "40-44", "45-49", "50-54", "55-59"]

    def people(education):
        return sum(
            figure(
                "HFUDD11",
                {
                    "BOPOMR": cell["BOPOMR"],
                    "HERKOMST": "TOT",
                    "HFUDD": education,
                    "ALDER": band,
                    "KØN": "TOT",
                    "Tid": "2025",
                },
            )
            for band in bands
        )

    assert row.loc["municipality", "value"] == pytest.approx(100 * people("H10") / people("TOT"))
    assert row.loc["municipality", "period"] == "2025" and row.loc["region", "code"] == "1083"


def test_the_income_of_the_region_is_kroner_per_person(client):
    row = (
        fetch_comparator(client, comparator("income_indkp111"), "0461", Silent())
        .set_index("level")
        .loc["region"]
    )
    assert (
        row["value"] == pytest.approx(1000 * row["numerator"] / row["denominator"])
        and row["code"] == "1083"
    )


def test_convictions_are_set_against_another_tables_population(client):
    row = (
        fetch_comparator(client, comparator("convicted_strafna6"), "0461", Silent())
        .set_index("level")
        .loc["nation"]
    )
    adults = sum(
        figure(
            "FOLK1A",
            {"OMRÅDE": "000", "KØN": "TOT", "ALDER": str(a), "CIVILSTAND": "TOT", "Tid": "2025K1"},
        )
        for a in range(18, 126)
    )
    assert row["denominator"] == adults and row["value"] == pytest.approx(
        100 * row["numerator"] / adults
    )


def test_a_ready_percentage_is_taken_as_it_is(client):
    table = fetch_comparator(
        client, comparator("unemployed_aup01"), "", Silent(), ["2026M01", "2026M02"]
    )
    assert table["period"].tolist() == ["2026-01", "2026-02"] and set(table["level"]) == {"nation"}
    assert table["value"].iloc[0] == figure(
        "AUP01", {"OMRÅDE": "000", "ALDER": "TOT", "KØN": "TOT", "Tid": "2026M01"}
    )


def test_times_and_areas():
    import datetime

    assert [period_of(t) for t in ("2025", "2025K3", "2025M02", "2025H2", "2025U01")] == [
        "2025",
        "2025-07",
        "2025-02",
        "2025-07",
        None,
    ]
    assert areas_of("0461", ["nation", "region", "municipality"], datetime.date(2026, 6, 1)) == {
        "000": ("nation", ""),
        "083": ("region", "1083"),
        "461": ("municipality", "0461"),
    }
    with pytest.raises(InputError, match="Østdanmark"):
        areas_of("0101", ["region"], datetime.date(2027, 1, 1))


def test_the_algorithm_writes_a_table_that_serves_as_reference_values(server):
    import processing

    done = processing.run(
        "sociodemografi:statbank",
        {
            "COMPARATOR": "nonwestern_folk1e",
            "MUNICIPALITY": "461",
            "TIME": "(1)",
            "URL": server.url,
            "OUTPUT": "memory:",
        },
    )
    rows = [dict(zip(f.fields().names(), f.attributes())) for f in done["OUTPUT"].getFeatures()]
    assert {r["level"] for r in rows} == {"nation", "region", "municipality"} and {
        r["period"] for r in rows
    } == {"2026-04"}
    done = processing.run(
        "sociodemografi:statbank",
        {
            "COMPARATOR": "table",
            "TABLE": "AUP01",
            "TIME": "(1)",
            "URL": server.url,
            "OUTPUT": "memory:",
            "SELECTION": '{"OMRÅDE": ["000", "461"], "KØN": ["TOT"], "ALDER": ["TOT"]}',
        },
    )
    assert done["OUTPUT"].featureCount() == 2
