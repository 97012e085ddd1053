"""The matrix: by hand, against plain dictionaries, as text for a spreadsheet, and how long it takes."""

from __future__ import annotations

import math
import random
import time

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core import i18n
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.change.matrix import matrix, matrix_text

KNOWN = {indicator.id: indicator for indicator in all_indicators()}
NAMES = {"a": "Søparken", "b": "=Bakken", "c": 'Nr. "3"; syd'}


def table(*rows):
    return pd.DataFrame(rows, columns=["area_id", "period", "indicator", "value"]).astype(
        {"value": "float64"}
    )


FIGURES = table(
    ("a", "2026-01", "no_work", 40.25),
    ("b", "2026-01", "no_work", 30.0),
    ("a", "2026-01", "population", 1234.0),
    ("b", "2026-01", "population", 500.0),
    ("c", "2026-01", "population", 867.0),
    ("c", "2026-01", "no_work", math.nan),
    ("a", "2025-12", "no_work", 99.0),
    ("a", "2024", "income", 250_000.5),
    ("b", "2023", "income", 1.0),
    ("a", "2026", "income", 2.0),
    ("gone", "2026-01", "population", 1.0),
)


@pytest.fixture
def danish():
    i18n.install(None, "da")
    yield
    i18n.uninstall()


def test_one_period_in_the_catalogues_order_with_colours_within_each_indicator():
    found = matrix(FIGURES, "2026-01", NAMES, KNOWN)
    order = [one for one in KNOWN if one in ("no_work", "population")]
    assert [column.indicator.id for column in found.columns] == order
    assert found.areas == ("a", "b", "c") and found.period == "2026-01"
    made = found.table()
    assert list(made) == ["area_id", "name", "period", *order]
    assert made["population"].tolist() == [1234.0, 500.0, 867.0]
    assert made["no_work"].tolist() == pytest.approx([40.25, 30.0, math.nan], nan_ok=True)
    shares = dict(zip(order, found.shares.T.tolist()))
    assert shares["no_work"] == pytest.approx([1.0, 0.0, math.nan], nan_ok=True)
    assert shares["population"] == pytest.approx([1.0, 0.0, 0.5])


def test_figures_of_whole_years_stand_beside_a_month_only_where_asked_and_say_so():
    assert "income" not in [
        c.indicator.id for c in matrix(FIGURES, "2026-01", NAMES, KNOWN).columns
    ]
    found = matrix(FIGURES, "2026-01", NAMES, KNOWN, with_years=True)
    by_id = {column.indicator.id: column for column in found.columns}
    assert by_id["income"].period == "2024" and by_id["no_work"].period == "2026-01"
    assert found.table()["income"].tolist() == pytest.approx(
        [250_000.5, math.nan, math.nan], nan_ok=True
    )
    # too old to stand beside a month, and of a year that is not over
    assert "income" not in [
        c.indicator.id for c in matrix(FIGURES, "2030-01", NAMES, KNOWN, with_years=True).columns
    ]


def test_indicators_asked_for_stand_there_without_figures_too():
    found = matrix(FIGURES, "2026-01", NAMES, KNOWN, ("convicted", "population"))
    assert {c.indicator.id for c in found.columns} == {"convicted", "population"}
    assert found.table()["convicted"].isna().all()
    assert np.isnan(
        found.shares[:, [c.indicator.id for c in found.columns].index("convicted")]
    ).all()


def test_where_all_are_alike_the_colour_is_the_middle():
    found = matrix(
        table(("a", "2026-01", "no_work", 5), ("b", "2026-01", "no_work", 5)),
        "2026-01",
        NAMES,
        KNOWN,
    )
    assert found.shares[:, 0].tolist() == pytest.approx([0.5, 0.5, math.nan], nan_ok=True)


def test_nothing_at_all_is_an_empty_matrix():
    found = matrix(FIGURES[:0], "2026-01", NAMES, KNOWN, with_years=True)
    assert found.values.shape == (3, 0) and list(found.table()) == ["area_id", "name", "period"]
    assert matrix_text(found).splitlines()[0] == "Area"


def test_text_for_a_spreadsheet_has_decimal_commas_units_and_computes_nothing(danish):
    lines = matrix_text(matrix(FIGURES, "2026-01", NAMES, KNOWN, ("no_work", "population"))).split(
        "\n"
    )
    heading = lines[0].split("\t")
    assert heading[0] == "Area" and all(text.endswith(")") for text in heading[1:])
    columns = [one for one in KNOWN if one in ("no_work", "population")]
    cells = {line.split("\t")[0]: dict(zip(columns, line.split("\t")[1:])) for line in lines[1:-1]}
    assert cells["Søparken"] == {"no_work": "40,25", "population": "1234"}
    assert cells["'=Bakken"]["no_work"] == "30" and lines[-1] == ""
    assert cells['"Nr. ""3""; syd"']["no_work"] == ""
    as_csv = matrix_text(matrix(FIGURES, "2026-01", NAMES, KNOWN), rows=[2], separator=";")
    assert as_csv.split("\n")[1].startswith('"Nr. ""3""; syd";') and len(as_csv.split("\n")) == 3


def test_a_year_beside_the_month_is_named_in_the_heading():
    text = matrix_text(matrix(FIGURES, "2026-01", NAMES, KNOWN, with_years=True))
    assert "2024)" in text.splitlines()[0] and "250000.5" in text


@pytest.mark.parametrize("seed", range(10))
def test_random_figures_agree_with_plain_dictionaries(seed):
    chance = random.Random(seed)
    names = {f"a{n}": f"Area {n}" for n in range(7)}
    some = chance.sample(list(KNOWN), 6)
    rows = [
        (area, period, one, chance.choice([math.nan, chance.uniform(0, 100)]))
        for period in ("2025-01", "2026-01")
        for area in names
        for one in some
        if chance.random() < 0.7
    ]
    chance.shuffle(rows)
    found = matrix(table(*rows), "2026-01", names, KNOWN)
    cells = {(a, i): v for a, p, i, v in rows if p == "2026-01" and not math.isnan(v)}
    expected = [one for one in KNOWN if one in {i for _, i in cells}]
    assert [c.indicator.id for c in found.columns] == expected
    for row, area in enumerate(names):
        for column, one in enumerate(expected):
            value, share = found.values[row, column], found.shares[row, column]
            if (area, one) not in cells:
                assert math.isnan(value) and math.isnan(share)
                continue
            alike = [v for (_, i), v in cells.items() if i == one]
            low, high = min(alike), max(alike)
            assert value == cells[area, one]
            assert share == pytest.approx(0.5 if low == high else (value - low) / (high - low))


def test_a_month_of_500_areas_and_84_indicators_takes_less_than_a_fifth_of_a_second():
    ids, areas = list(KNOWN)[:84], [f"a{n}" for n in range(500)]
    figures = pd.DataFrame(
        {
            "area_id": np.tile(areas, len(ids)),
            "period": "2026-01",
            "indicator": np.repeat(ids, len(areas)),
            "value": np.random.default_rng(1).random(len(ids) * len(areas)),
        }
    )
    names = dict(zip(areas, areas))
    best = math.inf
    for _ in range(3):
        started = time.process_time()
        found = matrix(figures, "2026-01", names, KNOWN, with_years=True)
        shares = found.shares
        best = min(best, time.process_time() - started)
    assert shares.shape == (500, 84) and best < 0.2
