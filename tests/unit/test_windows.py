"""Figures over several periods, worked by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.measures.observations import COLUMNS
from geofa_sociodemografi.core.measures.windows import over_window


def monthly(indicator, figures, first="2025-01"):
    """(numerator, denominator) for month after month of one area."""
    periods = [str(p) for p in pd.period_range(first, periods=len(figures), freq="M")]
    return pd.DataFrame(
        {
            "area_id": "a",
            "period": periods,
            "indicator": indicator,
            "numerator": [n for n, _ in figures],
            "denominator": [d for _, d in figures],
            "value": [100.0 * n / d if d else np.nan for n, d in figures],
            "persons": [d for _, d in figures],
            "households": [d / 2 for _, d in figures],
            "status": "counted",
            "vintage": "2026-02-01",
        },
        columns=list(COLUMNS),
    ).astype({"numerator": float, "denominator": float})


def one(table, period):
    return table[table["period"] == period].iloc[0]


def test_a_share_over_a_quarter_is_the_whole_numerator_over_the_whole_denominator():
    table = over_window(
        monthly("employed", [(1, 10), (9, 10), (50, 100)]), "quarter", all_indicators()
    )
    row = one(table, "2025K1")
    assert (row["numerator"], row["denominator"]) == (20, 40) and row["value"] == pytest.approx(50)
    assert row["persons"] == 40 and row["households"] == 20 and row["status"] == "counted"


def test_what_happens_is_added_up_over_twelve_months_against_the_mean_population():
    table = over_window(
        monthly("moves_in", [(2, 1000)] * 6 + [(4, 2000)] * 6), "rolling_12", all_indicators()
    )
    row = one(table, "2025-12")
    assert (row["numerator"], row["denominator"]) == (36, 1500) and row["value"] == pytest.approx(
        24
    )
    earlier = one(table, "2025-11")
    assert np.isnan(earlier["value"]) and earlier["status"] == "incomplete"


def test_lettings_of_a_year_are_added_up_in_numerator_and_denominator():
    table = over_window(
        monthly("municipal_allocation", [(1, 4), (0, 2)] * 6), "year", all_indicators()
    )
    assert one(table, "2025")["value"] == pytest.approx(100 * 6 / 36)


def test_two_years_are_a_month_and_the_same_the_year_before():
    figures = [(3, 10)] + [(0, 10)] * 11 + [(5, 10)]
    table = over_window(monthly("no_work", figures), "two_years", all_indicators())
    assert one(table, "2026-01")["value"] == pytest.approx(40)


def test_a_quarter_that_lacks_a_month_has_no_value():
    table = over_window(monthly("employed", [(1, 10), (1, 10)]), "quarter", all_indicators())
    assert np.isnan(one(table, "2025K1")["value"])


def test_a_month_that_is_unknown_or_lacks_its_denominator_leaves_no_figure():
    table = monthly("convicted", [(1, 1), (0, 1), (1, 1)])
    table.loc[1, ["status", "value"]] = ["unknown", np.nan]
    row = one(over_window(table, "quarter", all_indicators()), "2025K1")
    assert row["status"] == "incomplete" and np.isnan(row["value"]) and np.isnan(row["numerator"])
    rates = monthly("moves_in", [(1, 100)] * 12)
    rates.loc[2:, ["denominator", "value"]], rates.loc[2:, "status"] = np.nan, "no_denominator"
    assert (
        one(over_window(rates, "rolling_12", all_indicators()), "2025-12")["status"] == "incomplete"
    )


def test_a_month_in_which_nobody_was_counted_is_a_month():
    table = monthly("municipal_allocation", [(1, 2), (0, 0), (1, 2)])
    table.loc[1, "status"] = "nobody"
    assert one(over_window(table, "quarter", all_indicators()), "2025K1")["value"] == 50


def test_medians_cannot_be_put_together():
    assert (
        len(over_window(monthly("median_income", [(1, 10)] * 3), "quarter", all_indicators())) == 0
    )
