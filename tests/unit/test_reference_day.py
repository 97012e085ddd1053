"""The day that residents are counted at: the day a period is written as, else the first of its month."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.periods import day_text
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource, file_sources
from geofa_sociodemografi.core.registers.written.periods import day_in_name, day_of
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from hypothesis import given
from hypothesis import strategies as st

from tests.package import SHARED
from tests.unit.helpers import areas, grid, polygon_wkb, square, write

CASE = SHARED / "data" / "cases" / "10-day-in-the-period"


def count(sources, silent=None, area_set=None, **choices):
    inputs = Inputs([area_set or grid(1, 1)], [Delivery("persons", sources)])
    return count_areas(inputs, Choices(**choices), silent or Silent())


def convicted(counted):
    table = next(iter(counted.observations.values())).set_index("indicator")
    return tuple(table.loc["convicted", ["numerator", "denominator"]])


def two(tmp_path, period="", name="ultimo.csv", born="15-12-2007"):
    column, cell = (";period", f";{period}") if period else ("", "")
    return file_sources(
        write(
            tmp_path / name,
            f"x;y;birth_date;convicted{column}\n"
            f"500005;6200005;{born};1{cell}\n500005;6200005;15-11-2007;0{cell}\n",
        )
    )


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2025-12-31", (1, 2)),
        ("31-12-2025", (1, 2)),
        ("31.12.2025", (1, 2)),
        ("2025-12-31 00:00:00", (1, 2)),
        ("2025-12-15", (1, 2)),
        ("2025-12-14", (0, 1)),
        ("2025-12-01", (0, 1)),
        ("2025-12", (0, 1)),
        ("202512", (0, 1)),
    ],
)
def test_ages_are_counted_at_the_day_that_the_period_is_written_as(tmp_path, period, expected):
    silent = Silent()
    counted = count(two(tmp_path, period), silent)
    assert convicted(counted) == expected
    assert set(counted.observations["grid"]["period"]) == {"2025-12"}
    day = {"2025-12-15": "2025-12-15", "2025-12-14": "2025-12-14"}.get(
        period, "2025-12-31" if "31" in period else "2025-12-01"
    )
    assert [record["reference_day"] for record in counted.records] == [day]
    assert any(day_text(day) in w for w in silent.warnings) == (day != "2025-12-01")


def test_a_day_in_the_name_of_the_file_or_in_the_period_given(tmp_path):
    assert convicted(count(two(tmp_path, name="borgere_2025-12-31.csv"))) == (1, 2)
    assert convicted(count(two(tmp_path), period="31-12-2025")) == (1, 2)
    assert convicted(count(two(tmp_path, name="borgere_2025-12.csv"), period="2025-12")) == (0, 1)


def test_a_child_born_in_the_month_is_not_born_after_the_day(tmp_path):
    counted = count(two(tmp_path, "2025-12-31", born="30-12-2025"), indicators=("age_0_5",))
    assert counted.observations["grid"]["numerator"].tolist() == [1]
    with pytest.raises(InputError, match="after the reference date"):
        count(two(tmp_path, "2025-12", born="30-12-2025"))


def test_years_at_the_address_are_whole_years_at_the_day():
    frame = pd.DataFrame(
        {
            "x": [500_005.0] * 3,
            "y": 6_200_005.0,
            "age": 40,
            "period": "2025-12-31",
            "moved_in": ["31-12-2020", "01-01-2021", "02-12-2020"],
        }
    )
    counted = count([TableSource("p", frame)], indicators=("lived_five_years",))
    assert counted.observations["grid"]["numerator"].tolist() == [2]


def test_several_days_of_one_month_are_told_and_kept_in_the_record(tmp_path):
    rows = [
        f"500005;6200005;01-06-2000;{day}" for day in ("2025-12-01", "2025-12-31", "2025-11-01")
    ]
    file = write(tmp_path / "uger.csv", "x;y;birth_date;period\n" + "\n".join(rows) + "\n")
    silent = Silent()
    monitor = MonitorFile(tmp_path / "m.gpkg")
    add_period(
        Inputs([grid(1, 1)], [Delivery("persons", file_sources(file))]),
        Choices(),
        monitor,
        silent,
    )
    assert any(
        "December 2025 are of 2 days" in w and "several extracts" in w for w in silent.warnings
    )
    kept = monitor.deliveries.all().set_index("period")["reference_day"]
    assert kept.to_dict() == {"2025-12": "2025-12-01, 2025-12-31", "2025-11": "2025-11-01"}


def test_rows_without_a_period_do_not_move_the_days_of_others(tmp_path):
    file = write(
        tmp_path / "p.csv",
        "x;y;birth_date;convicted;period\n500005;6200005;01-01-1990;0;\n"
        "500005;6200005;15-12-2007;1;2025-12-31\n500005;6200005;15-12-2007;1;2025-12\n",
    )
    assert convicted(count(file_sources(file), go_on=True)) == (1, 1)


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)))
def test_every_day_is_read_in_every_form(day):
    forms = (
        f"{day:%Y-%m-%d}",
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%Y}",
        f" {day:%d/%m/%Y} ",
        f"{day:%Y-%m-%d} 00:00:00",
    )
    assert {day_of(form) for form in forms} == {day}
    assert day_in_name(f"borgere_{day:%Y-%m-%d}.csv") == day
    for other in (f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y%m}", f"{day:%m-%Y}", f"{day:%Y}M{day:%m}"):
        assert day_of(other) is None and day_in_name(f"borgere_{other}.csv") is None


@pytest.mark.skipif(not CASE.exists(), reason="the shared cases are not here")
def test_the_case_of_an_ultimo_day():
    shape = areas({"01": polygon_wkb(square(560_000, 6_230_000, 1000))})
    counted = count(file_sources(CASE / "ultimo.csv"), area_set=shape, indicators=("convicted",))
    assert convicted(counted) == (1, 2)
