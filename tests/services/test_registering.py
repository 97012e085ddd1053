"""Registering in GeoFA against real servers: what is in PostGIS afterwards."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.geofa.themes import proposed_theme
from geofa_sociodemografi.core.errors import InputError, ServiceError
from geofa_sociodemografi.core.geofa.comparison.compare import compare
from geofa_sociodemografi.core.geofa.sending.receipt import DONE, NOT_DONE
from geofa_sociodemografi.core.geofa.sending.send import send
from geofa_sociodemografi.core.geofa.words.wfs_words import DistrictFilter
from geofa_sociodemografi.core.progress import Silent

from tests.services.geofa import ddl
from tests.services.geofa.districts import shape, table
from tests.services.registrar import (
    ODENSE,
    ODENSES,
    THEME,
    WAYS,
    Registrar,
    not_waiting,
    place,  # noqa: F401 (fixtures)
    stored,
)
from tests.services.wire import wire


@pytest.fixture
def registrar(geofa, place):
    return Registrar(geofa.url + place[0], place[1])


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
