"""QGIS' Windows installers have no openpyxl: workbooks are read and written there all the same.

The tests of workbooks are run once more with openpyxl absent; it is lent to them while they make their files.
"""

from __future__ import annotations

import datetime
import os
import random
import re
import subprocess
import sys
import textwrap
import zipfile

import openpyxl
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.gis.sources.spreadsheets import write_workbook
from geofa_sociodemografi.core.gis.sources.workbook_cells import read_cells
from geofa_sociodemografi.core.packages import FOR_DISCLOSURE, missing
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.registers.workbooks import openpyxl_reader
from openpyxl.styles import NamedStyle

from tests.package import ROOT
from tests.unit import test_damaged_workbooks as damaged
from tests.unit import test_figures, test_workbooks_as_delivered

MODULES = (damaged, test_figures, test_workbooks_as_delivered)


@pytest.fixture
def absent(monkeypatch):
    """No openpyxl but for those who make the files."""
    kept = {
        name: module for name, module in sys.modules.items() if name.split(".")[0] == "openpyxl"
    }

    def hide():
        for name in kept:
            sys.modules.pop(name, None)
        sys.modules["openpyxl"] = None

    def lent(make):
        def made(*args, **more):
            sys.modules.pop("openpyxl", None)
            sys.modules.update(kept)
            try:
                return make(*args, **more)
            finally:
                hide()

        return made

    for module in MODULES:
        monkeypatch.setattr(module, "workbook", lent(module.workbook))
    hide()
    yield
    sys.modules.pop("openpyxl", None)
    sys.modules.update(kept)


def test_openpyxl_is_absent(absent):
    assert missing("openpyxl") == ["openpyxl"] and missing(*FOR_DISCLOSURE) == []
    with pytest.raises(ImportError):
        __import__("openpyxl")


@pytest.mark.parametrize(
    "test",
    [
        "test_a_workbook_with_titles_and_years_as_columns",
        "test_a_header_of_two_rows_with_merged_cells",
        "test_the_user_can_choose_sheet_and_header_row",
        "test_a_number_of_a_workbook_is_not_read_as_thousands",
        "test_a_workbook_of_texts_keeps_its_rows_and_one_without_names_is_refused",
        "test_a_formula_without_a_result_is_refused",
    ],
)
def test_figures_in_workbooks(absent, tmp_path, test):
    getattr(test_figures, test)(tmp_path)


@pytest.mark.parametrize(
    "test",
    [
        "test_a_cell_shown_as_a_percentage_is_one",
        "test_a_column_of_shares_keeps_its_shares_however_they_are_shown",
        "test_percentages_among_plain_numbers_are_told",
        "test_merged_cells_stand_for_every_row_they_span",
        "test_what_is_hidden_is_told_with_whether_it_is_read",
        "test_nothing_stays_open_whatever_happens",
        "test_long_whole_numbers_keep_their_digits_and_lost_ones_are_refused",
    ],
)
def test_workbooks_as_they_are_delivered(absent, tmp_path, test):
    getattr(test_workbooks_as_delivered, test)(tmp_path)


@pytest.mark.parametrize("name", damaged.damaged_workbooks())
def test_damaged_workbooks(absent, tmp_path, name):
    damaged.test_a_damaged_workbook(tmp_path, name)


@pytest.mark.parametrize("seed", range(40))
def test_workbooks_with_broken_bytes(absent, tmp_path, seed):
    damaged.test_a_workbook_with_broken_bytes_is_named(tmp_path, seed)


def styled(path, seed):
    """A workbook of every kind of cell, and one of chance."""
    chosen, book = random.Random(seed), openpyxl.Workbook()
    sheet = book.active
    cells = [
        1,
        -7,
        2.5,
        1e-9,
        10**12,
        0.437,
        True,
        False,
        "12.345",
        "01",
        "Å & <b>",
        "to\nlinjer",
        "  rum ",
        None,
        "",
        datetime.datetime(2026, 1, 31),
        datetime.date(2024, 2, 29),
        datetime.time(12, 30),
        12.345,
        "#N/A",
        datetime.datetime(2025, 12, 31, 23, 59, 59),
    ]
    formats = [
        "General",
        "0.0%",
        "[$-406]d. mmmm yyyy",
        '0 "dage"',
        "[Red]0",
        "yyyy-mm-dd",
        "hh:mm",
        "#,##0.00",
        "@",
    ]
    sheet.append(cells)
    for _ in range(12):
        sheet.append([chosen.choice(cells) for _ in range(chosen.randrange(1, 9))])
        if chosen.random() < 0.3:
            sheet.append([])
    for number, shown in enumerate(formats, start=1):
        cell = sheet.cell(row=30, column=number, value=chosen.choice([45_000, 3, 0.25, 61, 12.5]))
        cell.number_format = shown
    book.create_sheet("Skjult").sheet_state = "hidden"
    book["Skjult"]["A1"] = "x"
    book.create_sheet("Anden").append(["y", 2])
    book.add_named_style(NamedStyle("Dato", number_format="dd-mm-yyyy"))
    book["Anden"]["C3"].style = "Dato"
    book["Anden"]["C3"] = 45_001
    book.epoch = chosen.choice([datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)])
    book.save(path)


def cut(rows):
    """Rows without empty ones at all, and without empty cells at the end."""
    found = []
    for number, row in rows:
        last = max((n for n, cell in enumerate(row, start=1) if cell is not None), default=0)
        if last:
            found.append((number, list(row[:last])))
    return found


@pytest.mark.parametrize("seed", range(20))
def test_the_cells_are_those_that_openpyxl_reads(tmp_path, seed):
    styled(tmp_path / "x.xlsx", seed)
    ours, theirs = read_cells(tmp_path / "x.xlsx"), openpyxl_reader.read_cells(tmp_path / "x.xlsx")
    assert list(ours) == list(theirs) == ["Sheet", "Anden"]
    for sheet in ours:
        assert cut(ours[sheet]) == cut(theirs[sheet])
        assert [[type(c) for c in row] for _, row in cut(ours[sheet])] == [
            [type(c) for c in row] for _, row in cut(theirs[sheet])
        ]
    assert "Skjult" in read_cells(tmp_path / "x.xlsx", with_hidden=True)


def parts_of(path, change):
    """The workbook at ``path`` with its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def replaced(part, old, new):
    def change(parts):
        name = next(n for n in parts if n.endswith(part))
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    "change",
    [
        replaced("sheet2.xml", b"<worksheet", BOMB + b"<worksheet"),
        replaced("sheet2.xml", b"</sheetData>", b""),
        replaced("workbook.xml.rels", b"sheet2", b"sheet7"),
        replaced("sheet2.xml", b"<v>41", b"<v>4e1x"),
        lambda parts: parts.pop("xl/workbook.xml"),
        replaced("sheet2.xml", b"<sheetData>", b"<sheetData>\xff\xfe"),
    ],
)
def test_a_workbook_that_is_none_is_a_sentence(absent, tmp_path, change):
    test_figures.workbook(tmp_path / "x_2024.xlsx", [["area", "value"], ["a", 41]], sheet="Ark")
    parts_of(tmp_path / "x_2024.xlsx", change)
    with pytest.raises(
        InputError, match="The workbook x_2024.xlsx (cannot be read|declares words of its own)"
    ) as error:
        file_sources(tmp_path / "x_2024.xlsx")
    assert error.value.next_step


def test_a_text_that_is_not_among_the_shared_ones_is_a_sentence(absent, tmp_path):
    write_workbook(
        [("Ark", pd.DataFrame({"area": ["a"], "value": [41.0]}))], tmp_path / "x_2024.xlsx"
    )
    assert len(file_sources(tmp_path / "x_2024.xlsx")[0].table) == 1
    parts_of(tmp_path / "x_2024.xlsx", replaced("sheet1.xml", b"<v>0</v>", b"<v>990</v>"))
    with pytest.raises(InputError, match="cannot be read"):
        file_sources(tmp_path / "x_2024.xlsx")


def test_rows_and_cells_that_do_not_say_their_place_follow_each_other(tmp_path):
    test_figures.workbook(tmp_path / "x.xlsx", [["area", "value"], ["a", 41]], sheet="Ark")

    def change(parts):
        for name in parts:
            if name.startswith("xl/worksheets/"):
                text = parts[name].decode()
                parts[name] = re.sub(r' r="[A-Z]*\d+"', "", text).encode()

    parts_of(tmp_path / "x.xlsx", change)
    assert read_cells(tmp_path / "x.xlsx")["Ark"] == [(1, ["area", "value"]), (2, ["a", 41])]


def test_without_either_reader_the_package_is_named(absent, tmp_path, monkeypatch):
    from geofa_sociodemografi.core.registers.workbooks import cell_reader

    test_figures.workbook(tmp_path / "x.xlsx", [["area", "value"], ["a", 41]])
    monkeypatch.setattr(cell_reader, "installed", lambda: None)
    with pytest.raises(InputError, match="openpyxl"):
        file_sources(tmp_path / "x.xlsx")


def test_the_workbook_written_without_openpyxl_has_the_same_cells(absent, tmp_path):
    table = pd.DataFrame(
        {"navn": ["=1+1", "a", None, "Å\x01"], "tal": [0.1, float("nan"), 3, 123456.789]}
    )
    sheets = [("Tal", table), ("Om", pd.DataFrame({"Om": ["-1", "x"]}))]
    write_workbook(sheets, tmp_path / "gdal.xlsx")
    found = read_cells(tmp_path / "gdal.xlsx")
    assert cut(found["Tal"]) == [
        (1, ["navn", "tal"]),
        (2, ["=1+1", 0.1]),
        (3, ["a"]),
        (4, [None, 3]),
        (5, ["Å", 123456.789]),
    ]
    assert cut(found["Om"]) == [(1, ["Om"]), (2, ["-1"]), (3, ["x"])]


def test_the_page_and_the_algorithms_of_disclosure_do_without(absent):
    from geofa_sociodemografi.ui.dock import SociodemografiDock
    from qgis.core import QgsApplication

    dock = SociodemografiDock()
    assert "openpyxl" not in dock.page("disclosure").lacks()
    dock.disconnect_project()
    for name in ("protect", "publishedition", "auditrelease", "drawnareas"):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"sociodemografi:{name}")
        assert algorithm is None or algorithm.canExecute()[0], name


def test_without_scipy_the_page_says_so_before_it_starts():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            textwrap.dedent("""
        import os, sys
        sys.modules["scipy"] = None
        from tests import package
        from tests.commands.application import start_qgis
        kept = start_qgis()
        from geofa_sociodemografi.ui.dock import SociodemografiDock
        dock = SociodemografiDock()
        print("LACKS", dock.page("disclosure").lacks(), dock.page("disclosure").check.isEnabled(), dock.page("disclosure").note.text())
        sys.stdout.flush()
        os._exit(0)
    """),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (
        "LACKS This step needs the Python package scipy" in done.stdout and " False " in done.stdout
    ), done.stderr[-2000:]
