"""Workbooks as exports and colleagues make them: wrong sizes, percentages, merged cells, filters, long numbers."""

from __future__ import annotations

import os
import re
import time
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.finished.completion import completed
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.columns.canonical import to_canonical
from geofa_sociodemografi.core.registers.problems import ReadingProblems
from geofa_sociodemografi.core.registers.reading import Reading
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.registers.tables.figures import read_figures
from geofa_sociodemografi.core.registers.tables.register import open_register
from geofa_sociodemografi.core.registers.workbooks import marks as workbook_marks
from geofa_sociodemografi.core.registers.workbooks.cell_reader import Percent, as_percent
from geofa_sociodemografi.core.registers.workbooks.workbook import open_workbook_table

HEADER = ["household_id", "area_code", "age", "benefit_share"]
ROWS = [["a", "01", 30, 0.5], ["b", "01", 40, 1], ["c", "02", 50, 0.25], ["d", "02", 60, 0]]


def workbook(path, rows, change=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    book.save(path)
    return path


def sheet_changed(path, pattern, replacement):
    """The first sheet's XML with ``pattern`` replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    changed = re.sub(pattern, replacement, parts[name].decode())
    assert changed != parts[name].decode()
    parts[name] = changed.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
    return path


def told_of(path):
    """The table, and what reading it says."""
    (source,) = file_sources(path)
    silent = Silent()
    list(
        source.pieces(
            {column: column for column in source.columns[:1]}, register_kind("persons"), silent
        )
    )
    return source.table, silent.warnings


def open_files():
    return [
        os.readlink(f"/proc/self/fd/{n}")
        for n in os.listdir("/proc/self/fd")
        if os.path.islink(f"/proc/self/fd/{n}")
    ]


@pytest.mark.parametrize("dimension", ["A1:D3", "A1", "A1:B9", "B2:C3", "A1:XFD1048576", None])
def test_what_a_sheet_says_of_its_size_is_not_believed(tmp_path, dimension):
    path = workbook(tmp_path / "x.xlsx", [HEADER, *ROWS])
    sheet_changed(
        path, '<dimension ref="A1:D5"/>', f'<dimension ref="{dimension}"/>' if dimension else ""
    )
    table = open_workbook_table(path).table
    assert table.to_numpy().tolist() == ROWS and list(table) == HEADER


def test_a_cell_shown_as_a_percentage_is_one(tmp_path):
    def shown(sheet):
        for row in sheet["C2:D9"]:
            for cell, code in zip(row, ("0.0%", "0%")):
                cell.number_format = code

    rows = [
        ["Område", "År", "turnout", "safe"],
        ["01", 2024, 0.605, 0.07],
        ["02", 2024, 0.085, 1],
        ["03", 2024, 0, None],
    ]
    path = workbook(tmp_path / "x.xlsx", rows, shown)
    table = open_workbook_table(path).table
    assert table["turnout"].tolist() == [60.5, 8.5, 0] and table["safe"].tolist()[:2] == [
        7.0,
        100.0,
    ]
    assert table["År"].tolist() == [2024] * 3 and all(
        isinstance(cell, Percent) for cell in table["turnout"]
    )
    known = all_indicators()
    figures = completed(
        read_figures(file_sources(path), {"area_code": "Område", "period": "År"}, known, Silent()),
        known,
        Silent(),
    )
    of = figures.set_index(["area_code", "indicator"])["value"]
    assert of["01", "turnout"] == 60.5 and of["02", "turnout"] == 8.5 and of["02", "safe"] == 100


def test_a_column_of_shares_keeps_its_shares_however_they_are_shown(tmp_path):
    def shown(sheet):
        for (cell,) in sheet["D2:D5"]:
            cell.number_format = "0%"

    kind = register_kind("persons")
    for change in (shown, None):
        (source,) = file_sources(workbook(tmp_path / "x.xlsx", [HEADER, *ROWS], change))
        ((row, piece),) = source.pieces({"benefit_share": "benefit_share"}, kind, Silent())
        read = to_canonical(piece, kind, {}, source.name, row, ["benefit_share"])["benefit_share"]
        assert read.tolist() == [0.5, 1, 0.25, 0]


def test_percentages_among_plain_numbers_are_told(tmp_path):
    def shown(sheet):
        sheet["B2"].number_format = sheet["B3"].number_format = "0.00%"

    path = workbook(
        tmp_path / "x.xlsx",
        [["area_code", "turnout"], ["01", 0.605], ["02", 0.4], ["03", 61.2], ["04", 0]],
        shown,
    )
    table, said = told_of(path)
    assert table["turnout"].tolist() == [60.5, 40, 61.2, 0]
    (mixed,) = said
    assert (
        "x.xlsx, column turnout: 2 cells are shown as percentages" in mixed
        and "1 as plain numbers" in mixed
    )


@pytest.mark.parametrize(
    ("code", "percent"),
    [
        ("0%", True),
        ("0.0 %", True),
        ("[Red]0.0%", True),
        ("#,##0.00%;[Red]-0%", True),
        ('0 "%"', False),
        (r"0\%", False),
        ("General", False),
        ("0;0%", False),
    ],
)
def test_which_formats_show_percentages(code, percent):
    assert workbook_marks.shows_percent(code) is percent


def test_a_percentage_is_moved_in_its_decimal_form():
    assert [as_percent(n) for n in (0.07, 0.285, 0.605, 1, 1.1, -0.003)] == [
        7,
        28.5,
        60.5,
        100,
        110,
        -0.3,
    ]
    assert as_percent("x") == "x" and as_percent(True) is True and as_percent(None) is None
    assert all(as_percent(n / 1000) == n / 10 for n in range(3000))


def test_merged_cells_stand_for_every_row_they_span(tmp_path):
    def merge(sheet):
        sheet.merge_cells("A3:A5")
        sheet.merge_cells("B6:C6")
        sheet.merge_cells("A1:C1")

    path = workbook(
        tmp_path / "x.xlsx",
        [
            ["Beboere"],
            ["område", "alder", "n"],
            ["Nord", "0-17", 3],
            [None, "18-64", 5],
            [None, "65-", 2],
            ["Syd", "0-17", 4],
        ],
        merge,
    )
    table, said = told_of(path)
    assert table["område"].tolist() == ["Nord", "Nord", "Nord", "Syd"]
    assert any(
        "1 merged cells are used for every row they span; the first stands in row 3" in text
        for text in said
    )
    assert any("1 merged cells span several columns" in text for text in said) and len(said) == 2


def test_what_is_hidden_is_told_with_whether_it_is_read(tmp_path):
    def hide(sheet):
        sheet.auto_filter.ref = "A1:D5"
        sheet.row_dimensions[3].hidden = sheet.row_dimensions[4].hidden = sheet.row_dimensions[
            90
        ].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.column_dimensions["G"].hidden = True
        sheet.parent.create_sheet("Gammel").sheet_state = "veryHidden"

    table, said = told_of(workbook(tmp_path / "x.xlsx", [HEADER, *ROWS], hide))
    assert len(table) == 4
    assert said == [
        "x.xlsx: 2 rows are hidden by a filter of the sheet; they are read all the same.",
        "x.xlsx: the columns age are hidden in the sheet; they are read all the same.",
        "x.xlsx: 1 hidden sheets are not read.",
    ]
    assert told_of(workbook(tmp_path / "y.xlsx", [HEADER, *ROWS]))[1] == []


def test_long_whole_numbers_keep_their_digits_and_lost_ones_are_refused(tmp_path):
    first = 1234567890123456789
    rows = [
        ["household_id", "address_key"],
        [first, first],
        [first + 1, first + 1],
        [None, 5],
        [7, 8],
    ]
    kind, roles = (
        register_kind("persons"),
        {"household_id": "household_id", "address_key": "address_key"},
    )

    def read(path):
        (source,) = file_sources(path)
        ((row, piece),) = source.pieces(roles, kind, Silent())
        return to_canonical(piece, kind, roles, source.name, row, list(roles))

    path = workbook(
        tmp_path / "x.xlsx", [rows[0], [10, 20], [11, 21], *rows[3:]]
    )  # openpyxl writes 16 digits
    for short, whole in ((10, first), (20, first), (11, first + 1), (21, first + 1)):
        sheet_changed(path, f"<v>{short}</v>", f"<v>{whole}</v>")
    table = read(path)
    as_text = pd.util.hash_array(
        np.array([str(first), str(first + 1), "", "7"], dtype=object), categorize=False
    )
    assert table["household_id"].tolist() == [*as_text[:2].tolist(), 0, int(as_text[3])]
    assert table["address_key"].tolist()[:2] == [str(first), str(first + 1)]
    (tmp_path / "x.csv").write_text(
        "\n".join(";".join("" if c is None else str(c) for c in row) for row in rows) + "\n"
    )
    assert read(tmp_path / "x.csv")["household_id"].tolist() == table["household_id"].tolist()
    lost = workbook(tmp_path / "y.xlsx", [rows[0], [1.2345678901234568e18, 8], [1, 2]])
    with pytest.raises(
        InputError,
        match="y.xlsx, row 2, field household_id: the identifier has been turned into a number",
    ):
        read(lost)
    with pytest.raises(
        InputError, match="row 2, field address_key: the key has been turned into a number"
    ):
        read(workbook(tmp_path / "y.xlsx", [rows[0], [8, 1.2345678901234568e18], [1, 2]]))
    for written in ("1,23457E+18", "1.23457E+18", "1E+18", "1.234E18"):
        (tmp_path / "z.csv").write_text(f"household_id;address_key\n{written};x\n1;y\n")
        with pytest.raises(InputError, match="row 2, field household_id"):
            read(tmp_path / "z.csv")
    (tmp_path / "z.csv").write_text(
        "household_id;address_key\n7e12;x\n1001.0;46101234.0\n1001;46101234\n"
    )
    whole = read(tmp_path / "z.csv")
    assert whole["household_id"][1] == whole["household_id"][2] != whole["household_id"][0] != 0


def test_a_sheet_that_declares_words_has_no_marks(tmp_path):
    path = workbook(tmp_path / "x.xlsx", [HEADER, *ROWS])
    sheet_changed(path, "<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')
    with pytest.raises(ValueError, match="declares"):
        workbook_marks.marks_of(path)


@pytest.mark.parametrize(
    "more",
    [
        "<mergeCells>" + '<mergeCell ref="A2:A1048576"/>' * 50_000 + "</mergeCells>",
        "<cols>" + '<col min="1" max="999999999" hidden="1"/>' * 50_000 + "</cols>",
    ],
    ids=["merged", "columns"],
)
def test_more_marks_than_a_sheet_can_have_are_refused_at_once(tmp_path, more):
    path = workbook(tmp_path / "x.xlsx", [HEADER, *ROWS])
    sheet_changed(path, "<sheetData>", more + "<sheetData>")
    before = time.monotonic()
    with pytest.raises(InputError, match="x.xlsx cannot be read"):
        open_workbook_table(path)
    assert time.monotonic() - before < 20


def test_a_row_that_says_it_stands_far_below_is_refused_at_once(tmp_path):
    path = workbook(tmp_path / "x.xlsx", [HEADER, *ROWS])
    sheet_changed(path, '<row r="5">', '<row r="99999999999">')
    before = time.monotonic()
    with pytest.raises(InputError, match="x.xlsx"):
        open_workbook_table(path)
    assert time.monotonic() - before < 30


def test_nothing_stays_open_whatever_happens(tmp_path):
    good = workbook(
        tmp_path / "good.xlsx",
        [HEADER, *ROWS, ["e", "02", "=1+1", 0]],
        lambda sheet: sheet.merge_cells("A2:A3"),
    )
    formula = Path(good).read_bytes()
    cases = {"formula": formula, "cut": formula[:900], "none": b"PK\x03\x04 no workbook"}
    before = len(open_files())
    for name, data in cases.items():
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(data)
        with pytest.raises(InputError) as error:
            open_workbook_table(path)
        assert not [p for p in open_files() if p.endswith(".xlsx")] and error.value.next_step
    broken = workbook(tmp_path / "broken.xlsx", [HEADER, *ROWS])
    sheet_changed(broken, "</sheetData>", "")
    with pytest.raises(InputError, match="broken.xlsx cannot be read"):
        open_workbook_table(broken)
    open_workbook_table(workbook(tmp_path / "ok.xlsx", [HEADER, *ROWS]))
    assert len(open_files()) == before


def test_other_sheets_with_tables_are_told_until_one_is_chosen(tmp_path):
    def more(sheet):
        for name, rows in (
            ("Februar", [HEADER, *ROWS]),
            ("Læs mig", [["Udtræk fra CPR"], ["Kilde: CPR"]]),
        ):
            other = sheet.parent.create_sheet(name)
            for row in rows:
                other.append(row)

    path = workbook(tmp_path / "x.xlsx", [HEADER, *ROWS], more)
    _, said = told_of(path)
    assert ["1 other sheets hold tables and are not read: Februar" in one for one in said] == [True]
    assert not open_workbook_table(path, Reading(sheet="Februar")).remarks


def test_a_row_below_empty_ones_is_told_by_its_number_in_the_sheet(tmp_path):
    path = workbook(tmp_path / "x_2026-01.xlsx", [HEADER, ROWS[0], [], [], ["b", "01", "forty", 1]])
    register = open_register("persons", file_sources(path))
    with pytest.raises(InputError, match="row 5, field age"):
        list(register.pieces(["age"], Silent()))
    problems = ReadingProblems()
    assert [len(piece) for piece in register.pieces(["age"], Silent(), problems)] == [2]
    assert [problem.first_row for problem in problems.all()] == [5]


def test_true_is_no_number_but_a_whole_share(tmp_path):
    path = workbook(
        tmp_path / "x_2026-01.xlsx", [HEADER, ["a", "01", 30, True], ["b", "01", 40, False]]
    )
    (piece,) = open_register("persons", file_sources(path)).pieces(["benefit_share"], Silent())
    assert piece["benefit_share"].tolist() == [1, 0]
    for row in (["a", "01", True, 1], ["a", "01", "TRUE", 1]):
        path = workbook(tmp_path / "y_2026-01.xlsx", [HEADER, row])
        with pytest.raises(InputError, match="row 2, field age: text where a number is expected"):
            list(open_register("persons", file_sources(path)).pieces(["age"], Silent()))
    (tmp_path / "z_2026-01.csv").write_text("area_code;age\n01;TRUE\n01;TRUE\n")
    with pytest.raises(InputError, match="row 2, field age"):
        list(
            open_register("persons", file_sources(tmp_path / "z_2026-01.csv")).pieces(
                ["age"], Silent()
            )
        )
