"""Reference values that cannot be right are refused by file, row and field; none is chosen out of two."""

from __future__ import annotations

import itertools
import re

import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue import files
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.reference_values import reference_values
from geofa_sociodemografi.core.measures.references import read_references
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import file_sources

from tests.unit.helpers import write

HEAD = "niveau;kode;periode;indikator;værdi\n"


def read(tmp_path, *lines, progress=None):
    file = write(tmp_path / "referencer.csv", HEAD + "\n".join(lines) + "\n")
    return read_references(file_sources(file), progress or Silent())


@pytest.mark.parametrize(
    ("line", "says", "next_step"),
    [
        (
            "nation;;2025;convicted;0,0071",
            "row 2, field value: 0.0071 percent for Convicted, 18 and over in 2025",
            "in percent: 0.71",
        ),
        (
            "region;1082;2024;income;300",
            "row 2, field value: 300 kroner for Mean gross income, 15-64 without students in 2024",
            "in kroner: 300000",
        ),
        (
            "nation;;2025;no_work;0,204",
            "0.204 percent for Outside work and education, 18-64",
            "in percent: 20.4",
        ),
        ("nation;;2025;convicted;71", "71 percent for Convicted, 18 and over", "Correct the value"),
        ("nation;;2025;convicted;0", "0 percent for Convicted, 18 and over", "Correct the value"),
        ("kommune;0461;2025;employed;-3", "-3 percent for Employed, 18-64", "Correct the value"),
        (
            "region;1082;2024;income;38000000",
            "38000000 kroner for Mean gross income, 15-64 without students",
            "Correct the value",
        ),
    ],
)
def test_a_value_of_another_unit_is_refused_with_the_row_and_the_way_on(
    tmp_path, line, says, next_step
):
    with pytest.raises(InputError, match=f"referencer.csv, .*{says}") as refused:
        read(tmp_path, line)
    assert next_step in refused.value.next_step


def test_the_row_named_is_the_files(tmp_path):
    with pytest.raises(InputError, match="row 3, field value"):
        read(tmp_path, "nation;;2023;convicted;0,7", "nation;;2024;convicted;0,007")


def test_two_values_for_one_year_are_refused_in_any_order_and_equal_ones_told(tmp_path):
    lines = [
        "nation;;2024;convicted;0,70",
        "nation;;2025;convicted;0,71",
        "nation;;2025;convicted;0,73",
    ]
    for order in itertools.permutations(lines):
        with pytest.raises(
            InputError,
            match=r"Convicted, 18 and over in 2025 is 0\.7[13] here and 0\.7[13] in row \d of referencer",
        ):
            read(tmp_path, *order)
    silent = Silent()
    table = read(tmp_path, *lines[:2], lines[1], "nation;;2025;no_work;..", progress=silent)
    assert table["value"].tolist()[:2] == [0.70, 0.71] and len(table) == 3
    assert ["1 rows" in text for text in silent.warnings] == [False, True, True]
    assert "hides the number" in silent.warnings[0]
    regions = read(tmp_path, "region;1081;2025;income;350000", "region;1082;2025;income;360000")
    assert len(regions) == 2


def test_a_months_own_value_goes_before_the_years_whatever_their_order():
    rows = [("nation", "", "2025", "convicted", 0.7), ("nation", "", "2026-01", "convicted", 0.8)]
    for order in (rows, rows[::-1]):
        table = pd.DataFrame(order, columns=["level", "code", "period", "indicator", "value"])
        assert reference_values(table, "nation", "convicted", ["2026-01", "2026-03"]).tolist() == [
            0.8,
            0.8,
        ]


def test_every_indicator_has_a_span_with_a_source():
    spans = files.read("registers/references.json")["spans"]
    assert spans["source"] and {one.unit for one in all_indicators()} <= set(spans["of_unit"])
    assert set(spans["of_indicator"]) <= {one.id for one in all_indicators()}
    assert all(
        least < most
        for group in ("of_unit", "of_indicator")
        for least, most in spans[group].values()
    )


def test_every_row_is_used_or_counted_aloud(tmp_path):
    silent = Silent()
    table = read(
        tmp_path,
        "nation;000;2025;convicted;0,7",
        ";;;;",
        "nation;;;convicted;0,8",
        "nation;;2025;no_work;..",
        "nation;;2025;dømte;1",
        "nation;;2025;convicted;0,7",
        progress=silent,
    )
    assert reference_values(table, "nation", "convicted", ["2026-01"]).tolist() == [0.7]
    used = int((table["value"].notna() & (table["indicator"] == "convicted")).sum())
    told = [
        int(re.search(r"(\d+) (?:rows|in all)", text)[1])
        for text in silent.warnings
        if "hides" not in text
    ]
    assert used == 1 and told == [1, 1, 1, 1, 1] and used + sum(told) == 6
    assert any("row 4 of referencer.csv" in text for text in silent.warnings)
    with pytest.raises(
        InputError, match="Convicted, 18 and over in 2025 is 0.8 here and 0.7 in row 2"
    ):
        read(tmp_path, "nation;000;2025;convicted;0,7", "land;;2025;convicted;0,8")


def test_indicators_may_be_called_by_their_names_and_kroner_are_whole(tmp_path):
    """``316.400`` of a region's income is no 316 kroner, whichever language the name is in."""
    from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
    from geofa_sociodemografi.core.measures.references import read_references
    from geofa_sociodemografi.core.progress import Silent
    from geofa_sociodemografi.core.registers.texts.text_file import open_text_file

    names = next(one.name for one in all_indicators() if one.id == "income")
    for name in (names["da"], names["en"].upper(), "income"):
        path = tmp_path / "ref.csv"
        path.write_text(
            f"niveau;kode;periode;indikator;værdi\nregion;1083;2024;{name};316.400\n",
            encoding="utf-8",
        )
        found = read_references([open_text_file(path)], Silent()).iloc[0]
        assert (found["indicator"], found["value"]) == ("income", 316_400.0)
    path.write_text(
        "niveau;kode;periode;indikator;værdi\nregion;1083;2024;løn;316400\n", encoding="utf-8"
    )
    heard = Silent()
    read_references([open_text_file(path)], heard)
    assert names["en"] in " ".join(heard.warnings)
