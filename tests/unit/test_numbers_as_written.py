"""Texts become numbers by what the whole column says, never by one cell or one file; marks are no numbers."""

from __future__ import annotations

import sqlite3

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.registers.marks import marks
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.references import read_references
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.checking import check_inputs
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.problems import ReadingProblems
from geofa_sociodemografi.core.registers.reading import Reading
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.registers.tables.figures import read_figures
from geofa_sociodemografi.core.registers.tables.register import open_register
from geofa_sociodemografi.core.registers.texts.doubtful_fields import doubtful_fields
from geofa_sociodemografi.core.registers.written.numbers import (
    Evidence,
    Span,
    all_cleaned,
    cleaned,
    read_numbers,
)
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.helpers import grid, inputs, persons, write

INCOME = Span(-1e8, 1e10, (10_000, 5_000_000))
SHARE = Span(0, 1)


def numbers(cells, span=Span()):
    evidence = Evidence()
    evidence.add(cells)
    return read_numbers(
        pd.Series(cells, dtype=object), lambda: evidence.sign({"": span}), percent=True
    )


@pytest.mark.parametrize(
    ("cells", "span", "read"),
    [
        (["312.450", "287.300"], INCOME, [312450, 287300]),
        (["312,450", "287,300"], INCOME, [312450, 287300]),
        (["312.450", "1.287.300"], Span(), [312450, 1287300]),
        (["312.450", "0,5"], Span(), [312450, 0.5]),
        (["312.450", "0.5"], Span(), [312.45, 0.5]),
        (["312,450", "7,25"], Span(), [312.45, 7.25]),
        (["312,450", "7.25"], Span(), [312450, 7.25]),
        (["312.450,50", "1.500"], Span(), [312450.5, 1500]),
        (["312,450.50", "1,500"], Span(), [312450.5, 1500]),
        (["0.250", "1.000"], Span(), [0.25, 1]),
        (["1.000"], SHARE, [1]),
        (["1,000"], SHARE, [1]),
        (["34.000"], Span(0, 125, whole=True), [34]),
        (["1.965"], Span(0, 2100, whole=True), [1965]),
        (["312\u00a0450", "1 234,5"], Span(), [312450, 1234.5]),
        (["-12,5", "\u22123", "+4"], Span(), [-12.5, -3, 4]),
        (["0,25", "0.25"], Span(), [0.25, 0.25]),
        (["1e3", "2,5E2"], Span(), [1000, 250]),
        (["60,5 %", "70%"], Span(), [60.5, 70]),
        ([7.125, "8"], Span(), [7.125, 8]),
        (["560500.250", "560501.5"], Span(), [560500.25, 560501.5]),
        (["'-5", '="0461"'], Span(), [-5, 461]),
    ],
)
def test_a_column_says_its_decimal_sign(cells, span, read):
    found = numbers(cells, span)
    assert found.values.tolist() == read and not found.wrong.any() and not found.doubtful.any()


@pytest.mark.parametrize(
    ("cells", "span"),
    [
        (["312.450", "1.500"], Span()),
        (["312,450"], Span()),
        (["1.000"], Span(0, 5000, (15, 500))),
        (["0,25", "0.25", "1.500"], Span()),
        (["2.000"], Span(0, whole=True)),
    ],
)
def test_a_column_that_does_not_say_is_asked_about(cells, span):
    found = numbers(cells, span)
    assert found.doubtful[-1] and np.isnan(found.values[-1])


@pytest.mark.parametrize(
    "cell",
    ["1.2.3", "1,2,3", "12.34.567", "abc", "1_000", "inf", "nan5", "1e999", "--5", "5-", "1 23"],
)
def test_what_is_no_number_is_not_read_as_one(cell):
    assert numbers([cell]).wrong.tolist() == [True]


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        *[
            (mark, "hidden")
            for mark in ("*", "<5", "< 4", "<2", "≤4", "x", "X", "..", "<10", "under 5", "Skjult")
        ],
        *[(mark, "missing") for mark in ("", ".", ":", "...", "NA", "null", "uoplyst")],
        ("-", "zero"),
        ("–", "zero"),
        *[(text, "") for text in ("0", "a", "5<", "-5", "xx", "<", "< abc")],
    ],
)
def test_every_mark_has_one_meaning(cell, meaning):
    assert marks().meaning(cell) == meaning


INC_PT = (
    "person_id;x;y;age;period;gross_income;student\na;500005.25;6200005.75;30;2026-01;312.450;0\n"
    "b;500005.5;6200005.5;40;2026-01;287.300;0\n"
)
INC_EN = (
    "person_id;x;y;age;period;gross_income;student\na;500005;6200005;30;2026-01;312,450;0\n"
    "b;500005;6200005;40;2026-01;287,300;0\n"
)


@pytest.mark.parametrize(
    "text",
    [
        INC_PT,
        INC_EN,
        INC_EN.replace(",", ".").replace(";", ","),
        INC_EN.replace(",", ".").replace(";", "\t"),
    ],
)
@pytest.mark.parametrize("more", [0, 300])
def test_incomes_with_thousands_are_incomes(tmp_path, text, more):
    header, first, second, _ = text.split("\n")
    file = write(tmp_path / "p.csv", "\n".join([header, *[first, second] * (1 + more)]) + "\n")
    counted = count_areas(
        inputs([grid(1, 1)], file_sources(file)), Choices(indicators=("income",)), Silent()
    )
    assert counted.observations["grid"]["value"].tolist() == [299875]  # (312450 + 287300) / 2


def test_the_cell_that_says_it_may_stand_in_the_last_row(tmp_path):
    rows = "\n".join(["500005;6200005;40;1.250"] * 120_000)
    file = write(
        tmp_path / "p_2026-01.csv", f"x;y;age;gross_income\n{rows}\n500005;6200005;40;1.250,75\n"
    )
    pieces = list(open_register("persons", file_sources(file)).pieces(["gross_income"], Silent()))
    assert [piece["gross_income"].iloc[0] for piece in pieces] == [1250, 1250]
    assert pieces[-1]["gross_income"].iloc[-1] == 1250.75


def test_a_column_nobody_can_tell_is_refused_by_row_and_field_until_the_user_says(tmp_path):
    file = write(
        tmp_path / "d_2026-01.csv", "x;y;floor_area\n500005;6200005;1.250\n500005;6200005;2.000\n"
    )
    with pytest.raises(
        InputError, match="row 2, field floor_area: the number can be read in two ways"
    ) as error:
        list(open_register("dwellings", file_sources(file)).pieces(["floor_area"], Silent()))
    assert "decimal sign" in error.value.next_step and "1.250" not in str(error.value)
    for sign, right in ((",", [1250, 2000]), (".", [1.25, 2])):
        (piece,) = open_register("dwellings", file_sources(file, Reading(decimal=sign))).pieces(
            ["floor_area"], Silent()
        )
        assert piece["floor_area"].tolist() == right


def test_references_are_read_by_what_each_indicator_can_be(tmp_path):
    file = write(
        tmp_path / "r.csv",
        "level,code,period,indicator,value\nregion,1084,2025,income,312.450\n"
        "region,1084,2024,income,305.100\n",
    )
    assert read_references(file_sources(file), Silent())["value"].tolist() == [312450, 305100]
    percent = write(
        tmp_path / "n.csv", "level;period;indicator;value\nnation;2025;convicted;1.234\n"
    )
    assert read_references(file_sources(percent), Silent())["value"].tolist() == [1.234]


def figures(tmp_path, text, name="f.csv"):
    silent, notes = Silent(), ReadingProblems()
    table = read_figures(
        file_sources(write(tmp_path / name, text)), {}, all_indicators(), silent, notes=notes
    )
    return table, {(note.reason, note.rows) for note in notes.all()}, silent.warnings


def test_marks_of_finished_figures_are_hidden_missing_or_zero_and_told(tmp_path):
    table, told, warnings = figures(
        tmp_path,
        "area_code;period;indicator;numerator;denominator\n01;2026;turnout;12;100\n"
        "02;2026;turnout;-;100\n03;2026;turnout;..;100\n04;2026;turnout;.;100\n"
        "05;2026;turnout;< 4;100\n06;2026;turnout;≤4;100\n07;2026;turnout;:;100\n",
    )
    np.testing.assert_array_equal(
        table["numerator"], [12, 0, np.nan, np.nan, np.nan, np.nan, np.nan]
    )
    assert table["hidden"].tolist() == [False, False, True, False, True, True, False]
    assert told == {("dash", 1), ("no_figure", 2)} and len(warnings) == 2


def test_a_dash_beside_the_figure_it_would_contradict_is_no_zero(tmp_path):
    table, _, _ = figures(
        tmp_path,
        "area_code;period;indicator;value;numerator;denominator\n01;2026;turnout;25,5;-;-\n",
    )
    assert table["value"].tolist() == [25.5] and table[["numerator", "denominator"]].isna().all(
        axis=None
    )


def test_denominators_with_thousands_are_whole_people(tmp_path):
    table, _, _ = figures(
        tmp_path, "area_code,period,indicator,value,denominator\n01,2026,turnout,60.125,1.250\n"
    )
    assert table["denominator"].tolist() == [1250] and table["value"].tolist() == [60.125]


def test_rows_without_an_area_and_headings_that_are_no_year_are_told(tmp_path):
    silent, notes = Silent(), ReadingProblems()
    file = write(
        tmp_path / "f.csv", "area_code;2024;2025 (foreløbig)\n01;50;51\n;60;61\n02;52;53\n"
    )
    table = read_figures(
        file_sources(file), {"indicator": "=turnout"}, all_indicators(), silent, notes=notes
    )
    assert table["value"].tolist() == [50, 52]
    assert {(note.reason, note.rows) for note in notes.all()} == {("no_area", 1), ("columns", 1)}
    assert any("2025 (foreløbig)" in warning for warning in silent.warnings)


def test_a_hidden_number_of_a_register_is_unknown_and_told_with_the_run(tmp_path):
    file = write(
        tmp_path / "p_2026-01.csv",
        "x;y;age;gross_income;student\n"
        + "500005;6200005;40;300000;0\n" * 9
        + "500005;6200005;40;*;0\n500005;6200005;40;-;0\n",
    )
    silent = Silent()
    counted = count_areas(
        inputs([grid(1, 1)], file_sources(file)), Choices(indicators=("income",)), silent
    )
    assert counted.observations["grid"]["value"].tolist() == [300000]
    assert [(p.reason, p.role, p.rows) for p in counted.findings["persons"].told] == [
        ("hidden", "gross_income", 1)
    ]
    assert any("hides the number" in warning for warning in silent.warnings)


def test_ids_that_say_there_is_none_are_told(tmp_path):
    file = write(
        tmp_path / "p_2026-01.csv",
        "person_id;x;y;age\nNA;500005;6200005;40\nnull;500005;6200005;41\n"
        "-;500005;6200005;42\n;500005;6200005;43\nb;500005;6200005;44\n",
    )
    notes = ReadingProblems()
    (piece,) = open_register("persons", file_sources(file)).pieces(
        ["person_id"], Silent(), None, notes
    )
    assert (piece["person_id"] == 0).tolist() == [True, True, True, True, False]
    assert [(note.reason, note.rows) for note in notes.all()] == [("no_id", 3)]


def test_an_empty_age_beside_a_date_of_birth_is_worked_out_and_told(tmp_path):
    file = write(
        tmp_path / "p_2026-01.csv",
        "x;y;age;birth_date\n500005;6200005;;01-01-1990\n500005;6200005;40;\n500005;6200005;;\n",
    )
    notes = ReadingProblems()
    (piece,) = open_register("persons", file_sources(file)).pieces(["age"], Silent(), None, notes)
    np.testing.assert_array_equal(piece["age"], [36, 40, np.nan])
    assert [(note.reason, note.rows, note.first_row) for note in notes.all()] == [
        ("stands_in", 1, 2)
    ]


@pytest.mark.parametrize("header", ["x;y;Age;age", "x;y;age;Age"])
def test_of_two_columns_with_one_name_the_exact_one_is_read_and_told(tmp_path, header):
    file = write(tmp_path / "p_2026-01.csv", f"{header}\n500005;6200005;40;70\n")
    notes = ReadingProblems()
    (piece,) = open_register("persons", file_sources(file)).pieces(["age"], Silent(), None, notes)
    assert piece["age"].tolist() == [70 if header.endswith("age") else 40]
    assert [(note.reason, note.field) for note in notes.all()] == [("same_name", "age")]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("a;b\n1;312.450\n", {1}),
        ("a;b\n1;312,450\n", {1}),
        ("a;b\n560500.250;0.250\n", set()),
        ("a;b\n1;1.2345\n", set()),
        ("a;b\n-1.250;24.12.1990\n", {0}),
        ('a;b\n"1;2";1.250\n', None),
        ("a;b\n1;2\n1.250;3", {0}),
        ("", set()),
    ],
)
def test_doubtful_numbers_are_found_in_the_bytes(tmp_path, text, fields):
    found = doubtful_fields(write(tmp_path / "f.csv", text), ";")
    assert found == (None if fields is None else frozenset(fields))


def test_doubtful_numbers_are_found_across_the_blocks_a_file_is_read_in(tmp_path):
    file = write(
        tmp_path / "f.csv", "a;b\n" + "12;3456\n" * 100_000 + "12;1.250\n" + "12;3456\n" * 100_000
    )
    assert doubtful_fields(file, ";") == frozenset({1})


def test_persons_in_memory_are_read_like_files():
    source = persons(
        x=["500.005"], y=["6.200.005"], age=["40"], period=["2026-01"], gross_income=["312.450"]
    )
    (piece,) = open_register("persons", [source]).pieces(["x", "y", "gross_income"], Silent())
    assert piece[["x", "y", "gross_income"]].values.tolist() == [[500005, 6200005, 312450]]


def test_what_is_told_is_kept_with_the_run(tmp_path):
    file = write(
        tmp_path / "p_2026-01.csv",
        "x;y;age;road_code\n500005;6200005;40;17\n;;;\n500005;6200005;41;0017\n",
    )
    store = MonitorFile(tmp_path / "m.gpkg")
    silent = Silent()
    add_period(
        inputs([grid(1, 1)], file_sources(file)),
        Choices(indicators=("population",)),
        store,
        silent,
    )
    with sqlite3.connect(tmp_path / "m.gpkg") as connection:
        told = connection.execute(
            "SELECT register, finding, persons FROM findings WHERE finding LIKE 'told %'"
        ).fetchall()
    assert told == [("persons", "told empty_rows", 1)]
    assert any("separators alone" in warning for warning in silent.warnings)
    notes = ReadingProblems()
    (piece,) = open_register("persons", file_sources(file)).pieces(
        ["road_code"], Silent(), None, notes
    )
    assert piece["road_code"].tolist() == ["0017", "0017"]
    assert {(note.reason, note.rows) for note in notes.all()} == {("empty_rows", 1), ("zeros", 1)}


def test_a_column_whose_numbers_are_unusual_is_a_finding_of_the_self_check(tmp_path):
    rows = "".join(
        f"500005;6200005;40;{300 + n % 7},5\n" for n in range(200)
    )  # thousands of kroner
    file = write(tmp_path / "p_2026-01.csv", "x;y;age;gross_income\n" + rows + ";;;\n")
    checks = check_inputs(inputs([grid(1, 1)], file_sources(file)), Choices(), Silent())["persons"]
    assert [(c.field, c.rows) for c in checks if c.check == "direction"] == [("gross_income", 200)]
    assert [(c.severity, c.rows) for c in checks if "separators alone" in c.text] == [
        ("warning", 1)
    ]


@pytest.mark.parametrize(("odd", "warned"), [("0.5", True), ("0,5", False), ("950000", False)])
def test_one_odd_cell_does_not_turn_a_column_without_a_word(tmp_path, odd, warned):
    file = write(
        tmp_path / "p_2026-01.csv",
        f"x;y;age;gross_income\n500005;6200005;40;312.450\n500005;6200005;40;{odd}\n",
    )
    silent = Silent()
    list(open_register("persons", file_sources(file)).pieces(["gross_income"], silent))
    assert [
        ("gross_income: other cells say that the decimal sign is ." in text)
        for text in silent.warnings
    ] == [True] * warned


@given(st.lists(st.text(alphabet="ab1_=,'\" \t\n\r\x0b\x1c\x85\xa0å", max_size=5), max_size=5))
def test_many_cells_are_cleaned_as_each_is(cells):
    assert all_cleaned(cells) == [cleaned(cell) for cell in cells]
