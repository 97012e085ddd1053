"""Months, quarters and years: arithmetic, and how people read them."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from geofa_sociodemografi.core import i18n
from geofa_sociodemografi.core.periods import (
    MONTHS_OF_HALF,
    MONTHS_OF_QUARTER,
    are_years,
    as_month,
    day_after,
    is_future,
    is_period,
    month_number,
    month_numbers,
    month_text,
    months_before,
    months_between,
    part_of_year,
    period_of_day,
    period_text,
    quarter_start,
    quarter_text,
    reference_date,
    years_before,
    years_of,
)


def test_time_goes_back_and_forth():
    assert years_before("2026-03", 2) == "2024-03" and years_before("2026", 1) == "2025"
    assert is_future("2199-01") and not is_future("2020-01")
    assert not is_future("2026-01", datetime.date(2026, 1, 1))
    assert months_before("2026-01", 12) == "2025-01" and months_before("2026-03", 5) == "2025-10"
    assert months_before("2026", 24) == "2024" and months_before("2026", 6) == ""
    assert months_before("", 6) == ""


def test_months_are_counted_across_years():
    numbers = [month_number(period) for period in ("2025-11", "2025-12", "2026-01", "2026")]
    assert [n - numbers[0] for n in numbers] == [0, 1, 2, 2]
    assert [month_text(n) for n in numbers] == ["2025-11", "2025-12", "2026-01", "2026-01"]
    assert months_between("2025-11", "2026-02") == ["2025-11", "2025-12", "2026-01", "2026-02"]
    dates = pd.Series(pd.to_datetime(["2025-11-30", None, "2026-01-01"]))
    assert month_numbers(dates).dropna().tolist() == [numbers[0], numbers[2]]


def test_quarters_and_halves_begin_where_statistics_denmark_begins_them():
    number = month_number("2025-12")
    assert quarter_text(number) == "2025K4" and month_text(quarter_start(number)) == "2025-10"
    assert part_of_year("2026", 2, MONTHS_OF_QUARTER) == "2026-04"
    assert part_of_year("2026", 2, MONTHS_OF_HALF) == "2026-07"


def test_a_period_ends_where_the_next_begins():
    assert reference_date("2025") == reference_date("2025-01") == datetime.date(2025, 1, 1)
    assert day_after("2025-12") == day_after("2025") == datetime.date(2026, 1, 1)
    assert day_after("2026-02") == datetime.date(2026, 3, 1)
    assert period_of_day(datetime.date(2026, 2, 28)) == "2026-02"


def test_years_are_told_from_months():
    periods = pd.Series(["2025", "2025-12"])
    assert are_years(periods).tolist() == [True, False]
    assert years_of(periods).tolist() == [2025, 2025]
    assert [as_month(period) for period in periods] == ["2025-01", "2025-12"]


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "26-01", "2026-1", "2026-01\n", "", "2026K1"]
)
def test_what_is_no_period(text):
    assert not is_period(text)


@pytest.mark.parametrize(
    ("language", "texts"),
    [("en", ("January 2026", "May 2026", "2026")), ("da", ("januar 2026", "maj 2026", "2026"))],
)
def test_periods_are_read_in_the_language_in_use(language, texts):
    i18n.install(None, language)
    try:
        assert tuple(map(period_text, ("2026-01", "2026-05", "2026"))) == texts
    finally:
        i18n.uninstall()
