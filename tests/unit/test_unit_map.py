"""Finished figures of housing departments added up to areas, as Landsbyggefonden delivers them."""

from __future__ import annotations

import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery, DeliveryProfile
from geofa_sociodemografi.core.registers.sources import TableSource, file_sources
from geofa_sociodemografi.core.registers.tables.figure_map import read_figure_map

from tests.unit.helpers import grid, write

MEDIAN = next(i.id for i in all_indicators() if i.numerator_kind == "median")
AREA = grid(2, 1, identifier="areas")
FIGURES = (
    "afdeling;periode;indikator;tæller;nævner;værdi\n"
    "0101;2025;turnout;60;100;\n"
    "0102;2025;turnout;;80;25\n"
    "0103;2025;turnout;40;40;\n"
)
MAP = "afdeling;område;andel\n101;c0r0;\n0102;c0r0;1\n103;c0r0;0,5\n"


def counted(tmp_path, figures=FIGURES, units=MAP, area_sets=(AREA,), **more):
    silent = Silent()
    sources = file_sources(write(tmp_path / "lbf.csv", figures))
    inputs = Inputs(
        list(area_sets),
        [Delivery("figures", sources, DeliveryProfile("", "figures", {}))],
        figure_map=file_sources(write(tmp_path / "afdelinger.csv", units)),
        **more,
    )
    return count_areas(inputs, Choices(), silent).observations, silent.warnings


def test_three_departments_of_which_one_lies_half_outside(tmp_path):
    observations, said = counted(tmp_path)
    (row,) = observations["areas"].to_dict("records")
    assert (row["area_id"], row["numerator"], row["denominator"]) == ("c0r0", 60 + 20 + 20, 200)
    assert row["value"] == 50 and row["status"] == "finished" and row["source"] == "figures"
    assert any("1 units lie partly outside the areas of areas" in text for text in said)
    assert any("103 (50.0 %)" in text for text in said)


def test_a_percentage_without_its_denominator_is_refused_by_row(tmp_path):
    with pytest.raises(
        InputError, match=r"lbf.csv, row 3, field denominator: .* without denominators"
    ) as error:
        counted(tmp_path, FIGURES.replace("0102;2025;turnout;;80;25", "0102;2025;turnout;;;25"))
    assert "Give the denominators too" in error.value.next_step


def test_a_median_is_refused_by_row(tmp_path):
    figures = FIGURES + f"0101;2025;{MEDIAN};;10;300000\n"
    with pytest.raises(InputError, match="row 5, field value: .* is a median"):
        counted(tmp_path, figures)


def test_a_department_without_a_figure_makes_the_areas_missing(tmp_path):
    figures = "".join(FIGURES.splitlines(keepends=True)[:3])
    observations, said = counted(tmp_path, figures, MAP + "0104;c1r0;\n")
    (row,) = observations["areas"].to_dict("records")
    assert row["status"] == "unknown" and pd.isna(row["value"]) and pd.isna(row["numerator"])
    (text,) = [text for text in said if "because units of theirs have none" in text]
    assert "areas: 1 figures are missing, and 1 areas have none at all" in text
    assert text.endswith("103, 0104.")


def test_a_figure_that_is_hidden_hides_the_areas(tmp_path):
    observations, _ = counted(
        tmp_path, FIGURES.replace("0101;2025;turnout;60;100;", "0101;2025;turnout;*;*;*")
    )
    assert observations["areas"]["status"].tolist() == ["hidden"]


def test_a_department_in_two_areas_and_one_in_none(tmp_path):
    units = "afdeling;område;andel\n0101;c0r0;0,25\n0101;c1r0;0,75\n0102;c1r0;\n"
    observations, said = counted(tmp_path, units=units)
    table = observations["areas"].set_index("area_id")
    assert table.loc["c0r0", ["numerator", "denominator"]].tolist() == [15, 25]
    assert table.loc["c1r0", ["numerator", "denominator"]].tolist() == [65, 155]
    assert any("1 units of the finished figures are not in the table" in text for text in said)
    assert any(text.endswith("in no area: 0103.") for text in said)


@pytest.mark.parametrize(
    ("units", "says"),
    [
        ("unit;area;share\n0101;c0r0;0,75\n0101;c1r0;0,5\n", "row 3, field share: .* sum to 1.25"),
        ("unit;area\n0101;c0r0\n0101;c0r0\n", "row 3, field unit: the unit 0101 stands more than"),
        ("unit;area;share\n0101;c0r0;50\n", "row 2, field share"),
        ("unit;share\n0101;1\n", "no column for Area"),
        ("unit;area\n9999;c0r0\n", "leads none of the finished figures to an area of areas"),
        ("unit;area\n0101;zz\n", "leads none of the finished figures to an area of areas"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused(tmp_path, units, says):
    with pytest.raises(InputError, match=says):
        counted(tmp_path, units=units)


def test_a_department_that_stands_twice_is_refused(tmp_path):
    with pytest.raises(InputError, match="turnout of area 0101 in 2025 more than once"):
        counted(tmp_path, FIGURES + "0101;2025;turnout;60;100;\n")


def test_figures_are_of_areas_or_of_units_not_both(tmp_path):
    with pytest.raises(InputError, match="cannot be both of other areas"):
        counted(tmp_path, figure_areas=AREA)


def test_areas_of_the_table_that_an_area_set_lacks_are_told(tmp_path):
    _, said = counted(tmp_path, units=MAP + "0103;zz;0,5\n")
    assert any("areas: 1 areas of the table of units and areas are no areas" in t for t in said)


def test_rows_that_lack_a_unit_or_an_area_are_told(tmp_path):
    silent = Silent()
    source = TableSource(
        "afdelinger", pd.DataFrame({"afdeling": [101, 102], "omraade": ["a", None]}), first_row=2
    )
    table = read_figure_map([source], silent)
    assert table[["unit", "area", "share"]].values.tolist() == [["101", "a", 1.0]]
    assert any("1 rows" in text and "row 3 of afdelinger" in text for text in silent.warnings)


def test_a_table_of_units_without_figures_is_told(tmp_path):
    silent = Silent()
    persons = pd.DataFrame({"x": [500_005.0], "y": [6_200_005.0], "age": [40], "period": "2026-01"})
    inputs = Inputs(
        [AREA],
        [Delivery("persons", [TableSource("p", persons)])],
        figure_map=file_sources(write(tmp_path / "afdelinger.csv", MAP)),
    )
    count_areas(inputs, Choices(), silent)
    assert any("table of units and areas is not used" in text for text in silent.warnings)
