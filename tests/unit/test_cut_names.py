"""Names cut to ten letters by a shapefile: which columns they were, or that it cannot be told."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest
from geofa_sociodemografi.core.gis.law.cut_names import cut, cut_names
from geofa_sociodemografi.core.measures.figures import with_comparisons

WRITTEN = [
    "convicted",
    "convicted_numerator",
    "convicted_denominator",
    "basic_education",
    "basic_education_numerator",
    "basic_education_denominator",
    "convicted_2y",
    "convicted_nation_2y",
    "income_region_pct",
    "no_work_2y",
    "no_work_2y_denominator",
    "convicted_2y_denominator",
]
ROWS = [
    [1.0, 10, 1000, 50.0, 200, 400, 1.5, 0.7, 60.0, 40.0, 900.0, 800.0],
    [2.0, 10, 500, 25.0, 50, 200, 2.5, 0.7, 70.0, 30.0, 450.0, 480.0],
]
AS_GDAL_3_CUT_THEM = [
    "convicted",
    "convicted_",
    "convicte_1",
    "basic_educ",
    "basic_ed_1",
    "basic_ed_2",
    "convicte_2",
    "convicte_3",
    "income_reg",
    "no_work_2y",
    "no_work__1",
    "convicte_4",
]


def read(table):
    return cut_names(list(table), lambda: [""] * len(table), lambda field: table[field].tolist())


def shapefile(columns):
    table = pd.DataFrame(ROWS, columns=WRITTEN)[list(columns)]
    return table.set_axis(cut(columns), axis=1)


def test_names_are_cut_as_gdal_cuts_them_and_read_back():
    assert cut(WRITTEN) == AS_GDAL_3_CUT_THEM
    found = read(shapefile(WRITTEN))
    assert dict(found.columns) == {
        whole: short for whole, short in zip(WRITTEN, AS_GDAL_3_CUT_THEM) if whole != short
    }
    assert not found.unclear


def test_names_of_earlier_versions_are_read_too():
    found = read(shapefile([name for name in WRITTEN if not name.endswith("2y_denominator")]))
    assert (
        found.columns["convicted_2y"] == "convicte_2"
        and found.columns["basic_education"] == "basic_educ"
    )


@pytest.mark.parametrize(
    "gone",
    [
        ["convicted_numerator"],
        ["convicted_denominator"],
        ["convicted_2y"],
        ["convicted_nation_2y"],
        ["convicted_numerator", "convicted_denominator"],
    ],
)
def test_names_that_could_be_several_are_not_guessed(gone):
    found = read(shapefile([name for name in WRITTEN if name not in gone]))
    assert "convicted_2y" not in found.columns and "convicted_nation_2y" not in found.columns
    assert found.unclear["convicted"][0] == "convicte_1"
    assert found.columns["income_region_pct"] == "income_reg"


def test_whole_names_need_no_reading():
    assert not read(pd.DataFrame(ROWS, columns=WRITTEN)).columns


LAW = ("population", "nonwestern", "no_work", "convicted", "basic_education", "income", "employed")


@pytest.mark.slow
@pytest.mark.parametrize("fewer", [False, True])
@pytest.mark.parametrize(
    "periods",
    [
        ("2026-01",),
        ("2025-01", "2026-01"),
        ("2010-01", "2011-01", "2012-01", "2013-01"),
        ("2022-01", "2023-01", "2024-01", "2025-01", "2026-01"),
    ],
)
def test_every_table_of_the_count_is_read_back_as_it_was_written(periods, fewer):
    for indicators in [
        LAW,
        *itertools.permutations(("no_work", "convicted", "income")),
        *((one,) for one in LAW),
    ]:
        rows = [
            (area, period, one, 10.0 + n, None if one == "population" else 100.0, 10.0 + n)
            for one in indicators
            for n, area in enumerate("ab")
            for period in periods
        ]
        written = with_comparisons(
            pd.DataFrame(
                rows,
                columns=["area_id", "period", "indicator", "numerator", "denominator", "value"],
            ),
            None,
            "",
            fewer,
        )
        figures = {i for i in indicators if i != "employed"}
        shorts = cut(list(written))
        found = cut_names(
            shorts,
            lambda table=written: table["period"].tolist(),
            lambda field, table=written.set_axis(shorts, axis=1): table[field].tolist(),
        )
        assert not found.unclear
        assert dict(found.columns) == {
            whole: short
            for whole, short in zip(written, shorts)
            if whole != short and whole.startswith(tuple(figures))
        }
