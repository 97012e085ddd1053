"""Cells become canonical values, or an error that names row and field and never the cell."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.registers.columns.canonical import to_canonical
from geofa_sociodemografi.core.registers.columns.mapping import (
    complete_mapping,
    guess_mapping,
    parse_mapping,
)
from geofa_sociodemografi.core.registers.problems import ReadingProblems
from geofa_sociodemografi.core.registers.written.days import danish_time
from geofa_sociodemografi.core.registers.written.keys import NORMAL_KVHX, normal_key, normal_keys
from geofa_sociodemografi.core.registers.written.periods import normal_period, period_in_name

PERSONS = register_kind("persons")


def convert(role, cells, dtype=object):
    piece = pd.DataFrame({role: pd.Series(cells, dtype=dtype)})
    return to_canonical(piece, PERSONS, {role: f"felt_{role}"}, "fil.csv", 2, [role])[role]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("312.500", 312500.0),
        ("1.234.567,50", 1234567.5),
        ("0,25", 0.25),
        ("0.25", 0.25),
        ("12", 12.0),
        (" 7 ", 7.0),
        ("0.250", 0.25),
        ("", np.nan),
        ("..", np.nan),
        ("-", np.nan),
        ("uoplyst", np.nan),
    ],
)
def test_numbers_as_danes_write_them(cell, number):
    result = convert("gross_income", [cell])[0]
    assert result == number or (np.isnan(number) and np.isnan(result))


@pytest.mark.parametrize(
    ("role", "cells", "row"),
    [
        ("age", ["4", "hemmelig"], 3),
        ("age", ["4", "126"], 3),
        ("age", ["-31"], 2),
        ("age", ["4.5"], 2),
        ("outside_work", ["0,5", "1,5"], 3),
        ("student", ["1", "måske"], 3),
        ("origin", ["dansk", "klingon"], 3),
        ("education", ["10", "ABC"], 3),
        ("x", ["12.5"], 2),
        ("period", ["2026-01", "2099-01"], 3),
        ("period", ["2026-13"], 2),
        ("birth_date", ["31-02-1990"], 2),
        ("birth_date", ["i går"], 2),
    ],
)
def test_a_bad_cell_is_named_by_row_and_field_and_never_quoted(role, cells, row):
    with pytest.raises(InputError) as error:
        convert(role, cells)
    text = str(error.value)
    assert (
        "fil.csv" in text
        and f"row {row}" in text
        and f"felt_{role}" in text
        and error.value.next_step
    )
    assert cells[-1] not in error.value.message.replace(f"row {row}", "")


def test_codes_are_read_in_their_usual_spellings():
    assert convert("origin", ["Dansk", "Ikke-vestlige lande", "vestlig", "", "ukendt"]).tolist()[
        :3
    ] == ["dansk", "ikke_vestlig", "vestlig"]
    assert convert("origin", ["Dansk", "", "ukendt"]).isna().tolist() == [False, True, True]
    assert convert("education", ["H10", "1010", "30", "90"]).tolist() == ["10", "10", "30", "90"]
    assert convert("education", ["70,0", "70.0", 70.0]).tolist() == ["70"] * 3
    assert convert("student", ["ja", "0", "x", ""]).tolist()[:3] == [1.0, 0.0, 1.0]


def test_dates_in_danish_and_iso_order():
    dates = convert("birth_date", ["24-12-1990", "1.2.1985", "1970-05-06", "19700506"])
    assert [str(d.date()) for d in dates] == [
        "1990-12-24",
        "1985-02-01",
        "1970-05-06",
        "1970-05-06",
    ]


def test_days_with_a_time_of_day_are_days_and_instants_are_danish_days():
    cells = [
        "31-12-2007 00:00:00",
        "31.12.2007 00:00",
        "2007-12-31T00:00:00",
        "2007-12-31 00:00:00.000",
        "2007-12-30T23:00:00Z",
        "2007-12-30T23:00:00.000Z",
        "2007-12-31T00:00:00+01:00",
        "20071231",
    ]
    assert {str(day.date()) for day in convert("birth_date", cells)} == {"2007-12-31"}


@pytest.mark.parametrize(
    ("instant", "day"),
    [  # zdump Europe/Copenhagen: summer time and its years
        ("2007-06-30T22:00:00Z", "2007-07-01"),
        ("1979-06-30T22:30:00Z", "1979-06-30"),
        ("1980-04-06T00:59:00Z", "1980-04-06"),
        ("1980-07-01T22:00:00Z", "1980-07-02"),
        ("1995-10-10T22:30:00Z", "1995-10-10"),
        ("1996-10-10T22:30:00Z", "1996-10-11"),
        ("2026-10-24T22:30:00Z", "2026-10-25"),
        ("2026-10-25T22:30:00Z", "2026-10-25"),
        ("2026-03-28T22:30:00Z", "2026-03-28"),
        ("2026-03-29T22:30:00Z", "2026-03-30"),
    ],
)
def test_an_instant_is_the_day_it_was_in_denmark(instant, day):
    assert str(convert("birth_date", [instant])[0].date()) == day


def test_instants_agree_with_the_time_zone_of_copenhagen():
    zoneinfo = pytest.importorskip("zoneinfo")
    try:
        copenhagen = zoneinfo.ZoneInfo("Europe/Copenhagen")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("no time zones here")
    for hours in range(0, 24 * 365 * 76, 7):
        there = datetime.datetime(1950, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(
            hours=hours
        )
        assert danish_time(there.replace(tzinfo=None)) == there.astimezone(copenhagen).replace(
            tzinfo=None
        )


def test_coordinates_of_zero_are_missing():
    assert np.isnan(convert("x", [0.0], "float64")[0])


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("04610855__18__1__tv", "04610855__18__1__tv"),
        ("4610855__18__1__tv", "04610855__18__1__tv"),
        ("04610855018 01TV  ", "04610855__18__1__tv"),
        ("04610855018 01TV", "04610855__18__1__tv"),
        ("01851640_60C_______", "01851640_60C_______"),
        ("01851640_60C", "01851640_60C_______"),
        ("1851640060C      ", "01851640_60C_______"),
        ("{0A3F507D-F270-32B8-E044-0003BA298018}", "0a3f507d-f270-32b8-e044-0003ba298018"),
        ("A17", "A17"),
    ],
)
def test_address_keys_have_one_form(written, normal):
    assert normal_key(written) == normal


def test_normal_keys_agree_with_the_slow_way():
    written = ["04610855018 01TV", "04610855__18__1__tv", "x"]
    assert normal_keys(written) == ["04610855__18__1__tv", "04610855__18__1__tv", "x"]
    assert normal_keys(written) == [normal_key(key) for key in written]


def test_the_short_cut_for_normal_keys_never_changes_a_key(shared):
    real = pd.read_csv(shared / "geo" / "dar_adresser_sample_2015.csv", dtype=str)["kvhx"]
    assert all(NORMAL_KVHX.match(key) for key in real)
    assert all(normal_key(key) == key for key in real)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-01", "2026-01"),
        ("202601", "2026-01"),
        ("01-2026", "2026-01"),
        ("2026M01", "2026-01"),
        ("2026", "2026"),
        ("2026-01-31", "2026-01"),
        ("31-01-2026", "2026-01"),
        ("2026-13", None),
        ("x", None),
        ("01-01-2026 00:00:00", "2026-01"),
        ("2026-01-01T00:00:00", "2026-01"),
        ("20260101", "2026-01"),
        ("1.2.2026", "2026-02"),
        ("2025-12-31T23:00:00Z", "2026-01"),
        ("2026-06-30T21:59:59Z", "2026-06"),
        ("2026-06-30T22:00:00Z", "2026-07"),
        ("2025-12-31 22:59:59+00:00", "2025-12"),
        ("2026-01-01T00:00:00+01:00", "2026-01"),
        ("2026-02-31", None),
        ("2026-01 - 2026-03", None),
        ("2026-01-01 - 2026-03-31", None),
        ("2026-01-01 til 31.03.2026", None),
        ("202601 (foreløbig)", "2026-01"),
        ("2026-01-31 23:59:59.123456", "2026-01"),
        ("2026-01-01T00:00:00.000000000", "2026-01"),
        ("1-2026", "2026-01"),
        ("0206-01", None),
        ("0461", None),
        ("01-0206", None),
        ("3026-01-01", None),
        ("20261301", None),
    ],
)
def test_periods(text, period):
    assert normal_period(text) == period


def test_periods_in_names():
    assert period_in_name("udtræk_202601_v2.csv") == "2026-01"
    assert period_in_name("kunder_12345678.csv") is None


def test_columns_are_guessed_from_their_names():
    columns = [
        "Alder",
        "KØN",
        "ETRS89_OEST",
        "etrs89_nord",
        "Herkomst",
        "Bruttoindkomst",
        "HFUDD",
        "andet",
    ]
    assert guess_mapping(columns, PERSONS) == {
        "age": "Alder",
        "sex": "KØN",
        "x": "ETRS89_OEST",
        "y": "etrs89_nord",
        "origin": "Herkomst",
        "gross_income": "Bruttoindkomst",
        "education": "HFUDD",
    }


def test_a_column_that_is_called_as_a_role_is_guessed_for_no_other():
    assert guess_mapping(["age", "ancestry"], PERSONS) == {"age": "age", "ancestry": "ancestry"}, (
        "no origin"
    )
    every = [column.name for column in PERSONS.columns]
    for left_out in every:
        there = [name for name in every if name != left_out]
        assert guess_mapping(there, PERSONS) == {name: name for name in there}


def test_a_mapping_wins_over_a_guess_and_is_checked():
    assert complete_mapping({"age": "a"}, ["a", "alder"], PERSONS, "f")["age"] == "a"
    assert "age" not in complete_mapping({"age": ""}, ["alder"], PERSONS, "f")
    with pytest.raises(InputError, match="no column b"):
        complete_mapping({"age": "b"}, ["a"], PERSONS, "f")
    with pytest.raises(InputError, match="unknown role"):
        complete_mapping({"agge": "a"}, ["a"], PERSONS, "f")
    with pytest.raises(InputError, match="JSON"):
        parse_mapping("{age: alder}")


def test_what_is_no_identifier_makes_no_household_and_blanks_around_one_are_none_of_it():
    cells = [
        "  ",
        "\u00a0",
        "#N/A",
        "#I/T",
        "(null)",
        "<NA>",
        "...",
        ":",
        "\\N",
        "H1",
        "H1  ",
        ' ="H1" ',
        "x",
        "H 1",
    ]
    notes = ReadingProblems()
    read = to_canonical(
        pd.DataFrame({"household_id": cells}), PERSONS, {}, "f", 2, ["household_id"], notes=notes
    )
    ids = read["household_id"].tolist()
    assert ids[:9] == [0] * 9 and ids[9] == ids[10] == ids[11] and len({0, *ids[9:]}) == 4
    assert [(note.reason, note.rows) for note in notes.all()] == [
        ("no_id", 7)
    ]  # a blank cell is an empty one


def test_percent_signs_and_codes_with_a_decimal_are_read():
    children = register_kind("children")
    read = to_canonical(
        pd.DataFrame({"absence_percent": ["5,5 %", "12,5%"], "sex": ["1.0", "2.0"]}),
        children,
        {},
        "f",
        2,
        ["absence_percent", "sex"],
    )
    assert read["absence_percent"].tolist() == [5.5, 12.5] and read["sex"].tolist() == ["m", "k"]
    with pytest.raises(
        InputError, match="text where a number is expected"
    ):  # years are no percentages
        to_canonical(pd.DataFrame({"age": ["5 %"]}), children, {}, "f", 2, ["age"])
