"""Damaged workbooks end in a clear error or the right count, as damaged text files do."""

from __future__ import annotations

import random

import openpyxl
import pytest
from geofa_sociodemografi.core.errors import InputError

from tests.unit.rows_of_a_register import HEADER, PEOPLE, count, good_rows, truth


def workbook(path, rows, change=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    book.save(path)


def sheet_rows():
    return [HEADER] + [
        [
            r[0],
            float(r[1].replace(",", ".")),
            float(r[2].replace(",", ".")),
            int(r[3]),
            r[4],
            float(r[5].replace(",", ".")),
            int(r[6]),
            r[7],
            r[8],
        ]
        for r in good_rows()
    ]


def damaged_workbooks():
    def formulas(book):
        book.active["D5"] = "=1+1"

    def merged(book):
        book.active.insert_rows(1)
        book.active["A1"] = "Udtræk"
        book.active.merge_cells("A1:I1")

    def hidden(book):
        book.create_sheet("Skjult", 0).sheet_state = "hidden"
        book["Skjult"]["A1"] = "x"

    def error_cell(book):
        book.active["D7"] = "#N/A"

    return {
        "formulas": (formulas, None),
        "merged": (merged, "right"),
        "hidden": (hidden, "right"),
        "error": (error_cell, None),
    }


@pytest.mark.parametrize("name", damaged_workbooks())
def test_a_damaged_workbook(tmp_path, name):
    change, expected = damaged_workbooks()[name]
    workbook(tmp_path / "borgere.xlsx", sheet_rows(), change)
    if expected is None:
        with pytest.raises(InputError):
            count(tmp_path / "borgere.xlsx")
        return
    found, _, _ = count(tmp_path / "borgere.xlsx")
    for indicator, (numerator, _) in truth(good_rows()).items():
        assert found[indicator][0] == pytest.approx(numerator)


@pytest.mark.parametrize("seed", range(12))
def test_a_workbook_with_broken_bytes_is_named(tmp_path, seed):
    workbook(tmp_path / "good.xlsx", sheet_rows())
    data = bytearray((tmp_path / "good.xlsx").read_bytes())
    rng = random.Random(seed)
    if seed % 2:
        data = data[: rng.randrange(100, len(data) - 30)]
    else:
        for _ in range(60):
            data[rng.randrange(len(data))] = rng.randrange(256)
    (tmp_path / "borgere.xlsx").write_bytes(bytes(data))
    try:
        found, _, _ = count(tmp_path / "borgere.xlsx")
    except InputError as error:
        assert "borgere.xlsx" in error.message and error.next_step
        return
    assert (
        found["population"][0] == PEOPLE
        and found["convicted"][0] == truth(good_rows())["convicted"][0]
    )
