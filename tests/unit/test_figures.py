"""Finished figures: the layouts they come in, what is worked out of them, and how they are carried over."""

from __future__ import annotations

import numpy as np
import openpyxl
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.finished.completion import completed
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery, DeliveryProfile
from geofa_sociodemografi.core.registers.reading import Reading
from geofa_sociodemografi.core.registers.sources import TableSource, file_sources
from geofa_sociodemografi.core.registers.tables.figures import read_figures

from tests.unit.helpers import grid, write

KNOWN = all_indicators()


def read(sources, mapping=None, period=""):
    return completed(read_figures(sources, mapping or {}, KNOWN, Silent(), period), KNOWN, Silent())


def test_a_row_per_area_period_and_indicator(tmp_path):
    file = write(
        tmp_path / "lbf.csv",
        "Område;År;Nøgletal;Tæller;Nævner;Pct\n0101;2024;Valgdeltagelse;60;80;\n"
        "0102;2024;turnout;;80;25,5\n0103;2024;turnout;*;*;*\nI alt;2024;turnout;1;2;\n",
    )
    silent = Silent()
    figures = completed(
        read_figures(file_sources(file), {"period": "År"}, KNOWN, silent), KNOWN, silent
    )
    assert figures["area_code"].tolist() == ["0101", "0102", "0103"] and set(
        figures["indicator"]
    ) == {"turnout"}
    assert figures["value"].tolist()[:2] == [75.0, 25.5] and figures["numerator"].tolist()[
        1
    ] == pytest.approx(20.4)
    assert (
        figures["hidden"].tolist() == [False, False, True]
        and "1 rows with totals" in silent.warnings[0]
    )


def workbook(path, rows, merge=None, sheet="Tabel 7"):
    book = openpyxl.Workbook()
    book.active.title = "Forside"
    book.active["A1"] = "Beboerdata 2024"
    page = book.create_sheet(sheet)
    for row in rows:
        page.append(row)
    for cells in merge or ():
        page.merge_cells(cells)
    book.save(path)
    return path


def test_a_workbook_with_titles_and_years_as_columns(tmp_path):
    path = workbook(
        tmp_path / "valg.xlsx",
        [
            ["Tabel 7. Valgdeltagelse i procent"],
            [],
            ["Afdeling", 2021, 2022, "2023"],
            [101, 51.5, "..", 60],
            [102, 49, 50, "<5"],
            ["Hele kommunen", 50, 51, 52],
        ],
    )
    figures = read(file_sources(path), {"indicator": "=turnout", "area_code": "Afdeling"})
    assert len(figures) == 6 and set(figures["period"]) == {"2021", "2022", "2023"}
    of = figures.set_index(["area_code", "period"])
    assert of.loc[("101", "2021"), "value"] == 51.5 and of.loc[("101", "2022"), "hidden"]
    assert of.loc[("102", "2023"), "hidden"] and np.isnan(of.loc[("102", "2023"), "value"])


def test_a_header_of_two_rows_with_merged_cells(tmp_path):
    path = workbook(
        tmp_path / "beboere_2024.xlsx",
        [
            ["Beboerdata"],
            ["Afdeling", "Valg", None, "Tryghed", None],
            [None, "Valgdeltagelse", "Stemmeberettigede", "Trygge", "Svar"],
            ["101", 75, 80, 90, 40],
            ["102", 50, 60, 85, 20],
        ],
        ["B2:C2", "D2:E2"],
    )
    (source,) = file_sources(path)
    assert source.columns == (
        "Afdeling",
        "Valg / Valgdeltagelse",
        "Valg / Stemmeberettigede",
        "Tryghed / Trygge",
        "Tryghed / Svar",
    )
    figures = read(
        [source],
        {
            "value:turnout": "Valg / Valgdeltagelse",
            "denominator:turnout": "Valg / Stemmeberettigede",
            "value:safe": "Tryghed / Trygge",
            "denominator:safe": "Tryghed / Svar",
        },
    )
    turnout = figures[figures["indicator"] == "turnout"]
    assert turnout["numerator"].tolist() == [60, 30] and turnout["period"].tolist() == [
        "2024",
        "2024",
    ]
    assert figures[figures["indicator"] == "safe"]["numerator"].tolist() == [36, 17]


def test_the_user_can_choose_sheet_and_header_row(tmp_path):
    path = workbook(
        tmp_path / "tal_2024.xlsx",
        [["x", "y", "z"], ["Område", "Valgdeltagelse", "n"], ["a", 40, 1]],
    )
    (source,) = file_sources(path, Reading(sheet="Tabel 7", header_row=2))
    assert source.columns == ("Område", "Valgdeltagelse", "n")
    with pytest.raises(InputError, match="no sheet Tabel 9.*Forside, Tabel 7"):
        file_sources(path, Reading(sheet="Tabel 9"))


@pytest.mark.parametrize(
    ("rows", "mapping", "says"),
    [
        (
            "area;period;indicator;numerator;denominator\na;2024;turnout;9;8\n",
            {},
            "the part is larger than the whole",
        ),
        (
            "area;period;indicator;value\na;2024;turnout;120\n",
            {},
            "the percentage is outside 0-100",
        ),
        (
            "area;period;indicator;numerator;denominator;value\na;2024;turnout;4;8;70\n",
            {},
            "contradict each other",
        ),
        (
            "area;period;indicator;value\na;2024;turnout;x7\n",
            {},
            "row 2, field value: text where a number",
        ),
        (
            "area;period;indicator;value\na;20x4;turnout;7\n",
            {},
            "row 2, field period: the period cannot be read",
        ),
        ("area;period;value\na;2024;7\n", {}, "does not say which indicator"),
        ("area;indicator;value\na;turnout;7\n", {}, "does not say which period"),
        ("sted;indicator;value\na;turnout;7\n", {}, "no column for Area code"),
        (
            "area;period;indicator;value\na;2024;turnout;7\n",
            {"value:nonsense": "value"},
            "unknown role value:nonsense",
        ),
        ("area;period;indicator;value\na;2024;turnout;7\n", {"value": "pct"}, "no column pct"),
    ],
)
def test_figures_that_cannot_be_right_are_named(tmp_path, rows, mapping, says):
    with pytest.raises(InputError, match=says):
        read(file_sources(write(tmp_path / "tal.csv", rows)), mapping)


def test_a_number_of_a_workbook_is_not_read_as_thousands(tmp_path):
    path = workbook(
        tmp_path / "tal_2024.xlsx",
        [
            ["area", "indicator", "value"],
            ["a", "gp_contacts", 5.125],
            ["b", "gp_contacts", "-"],
            ["c", "gp_contacts", "1.234"],
        ],
    )
    assert read(file_sources(path))["value"].tolist()[::2] == [5.125, 1234]


def test_a_workbook_of_texts_keeps_its_rows_and_one_without_names_is_refused(tmp_path):
    rows = [
        ["pnr", "adresse_id", "koen", "note", None],
        ["A1", "vej 3", "M", "x", "y"],
        ["A2", "vej 4", "K", "x", "y"],
        ["A3", "vej 5", "K", "x", "y"],
    ]
    (source,) = file_sources(workbook(tmp_path / "a.xlsx", rows))
    assert source.columns[:3] == ("pnr", "adresse_id", "koen") and len(source.table) == 3
    nameless = [
        ["010203-1234", "04610855__18__1__tv", "M", 35],
        ["010203-1235", "04610855__18__1__th", "K", 36],
    ]
    with pytest.raises(InputError, match="looks like data") as error:
        file_sources(workbook(tmp_path / "b.xlsx", nameless))
    assert "1234" not in f"{error.value}{error.value.details}"


def test_registers_win_over_finished_figures_and_it_is_told():
    persons = TableSource(
        "p",
        pd.DataFrame(
            {
                "x": [500_005.0],
                "y": [6_200_005.0],
                "age": [40],
                "convicted": [1],
                "period": "2026-01",
            }
        ),
    )
    figures = TableSource(
        "f",
        pd.DataFrame(
            {
                "area": ["c0r0", "c0r0"],
                "period": "2026-01",
                "indicator": ["convicted", "turnout"],
                "value": [3.0, 70.0],
                "denominator": [1.0, 10.0],
            }
        ),
    )
    silent = Silent()
    inputs = Inputs(
        [grid(1, 1)],
        [
            Delivery("persons", [persons]),
            Delivery("figures", [figures], DeliveryProfile("", "figures", {})),
        ],
    )
    table = count_areas(inputs, Choices(), silent).observations["grid"].set_index("indicator")
    assert table.loc["convicted", "value"] == 100 and table.loc["turnout", "value"] == 70
    assert any("1 finished figures are not used" in warning for warning in silent.warnings)


def test_a_formula_without_a_result_is_refused(tmp_path):
    path = workbook(
        tmp_path / "x_2024.xlsx", [["area", "indicator", "value"], ["a", "turnout", "=1+1"]]
    )
    with pytest.raises(InputError, match="row 2, column 3: the formula has no saved result"):
        file_sources(path)


def test_a_negative_part_is_refused_and_figures_of_another_unit_are_told():
    rows = {"area_code": ["a", "b"], "period": "2026", "indicator": "turnout"}
    with pytest.raises(InputError, match="area a, 2026, turnout: the part is negative"):
        read([TableSource("f", pd.DataFrame({**rows, "numerator": [-12, 3], "denominator": 100}))])
    for indicator, values, says in (
        ("income", [312.0, 305.0], "income are 308.5 as a rule"),
        ("turnout", [0.5, 0.605], "turnout are at most 1"),
        ("income", [312_000, 305_000], ""),
        ("turnout", [50, 60.5], ""),
        ("turnout", [0.5, 0.61], "turnout are at most 1"),
        ("turnout", [0.5, 0.6], ""),
        ("convicted", [0.712, 0.5], ""),
    ):
        silent = Silent()
        table = pd.DataFrame({**rows, "indicator": indicator, "value": values})
        completed(
            read_figures([TableSource("f", table)], {}, all_indicators(), silent),
            all_indicators(),
            silent,
        )
        assert [says in warning for warning in silent.warnings] == ([True] if says else [])


def test_a_text_file_may_have_a_column_per_year_too(tmp_path):
    file = write(tmp_path / "valg.csv", "område;2024;2025\n01;61,5;62,5\n")
    table = read(file_sources(file), {"indicator": "=turnout"})
    assert table[["period", "value"]].values.tolist() == [["2024", 61.5], ["2025", 62.5]]


def of_convicted(**columns):
    table = pd.DataFrame({"area_code": ["01"], **columns})
    return read_figures(
        [TableSource("f", table)], {"indicator": "=convicted"}, all_indicators(), Silent()
    )


@pytest.mark.parametrize(
    "columns, wanted",
    [
        ({"period": ["2062-01"], "value": ["2,6"]}, "row 1, field period: the period lies in the"),
        ({"2061": ["2,6"], "2024": ["2,7"]}, "the period 2061 lies in the future"),
    ],
    ids=["a row", "a column"],
)
def test_figures_of_a_period_that_has_not_begun_are_refused_as_persons_are(columns, wanted):
    with pytest.raises(InputError, match=wanted) as refused:
        of_convicted(**columns)
    assert refused.value.next_step == "Correct the period, or check the clock of this machine."


def test_an_empty_column_of_a_year_to_come_is_no_figure():
    found = of_convicted(**{"2024": ["2,6"], "2061": [""]})
    assert found.loc[found["value"].notna(), "period"].tolist() == ["2024"]


def test_shares_of_two_decimals_are_told_and_codes_of_no_area_are_named(tmp_path):
    rows = [("c0r0", "0,65"), ("c1r0", "0,55"), *((f"x{n}", "0,5") for n in range(7))]
    table = pd.DataFrame(rows, columns=["area_code", "value"]).assign(
        period="2024", indicator="basic_education"
    )
    silent = Silent()
    given = Inputs([grid(2, 1)], [Delivery("figures", [TableSource("f", table)])])
    count_areas(given, Choices(), silent)
    assert any("If they are shares" in text for text in silent.warnings)
    assert any(
        "7 area codes" in text and "(x0, x1, x2, x3, x4, …)" in text for text in silent.warnings
    )
