"""Margins in persons and alerts, against the law by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.assessment.alerts import alerts
from geofa_sociodemografi.core.assessment.criteria import assess
from geofa_sociodemografi.core.assessment.margins import criteria_table, whole_persons
from geofa_sociodemografi.core.errors import InputError
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.law_figures import NAN, figures


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    st.integers(1, 400),
    st.integers(0, 400),
    st.sampled_from([(">", 40.0), (">=", 2.1), (">", 60.0), (">", 50.0)]),
)
def test_whole_persons_are_the_fewest_that_turn_the_criterion(denominator, numerator, rule):
    operator, limit = rule
    numerator = min(numerator, denominator)

    def met(k):
        return (
            k * 1000 > limit * 10 * denominator
            if operator == ">"
            else k * 1000 >= limit * 10 * denominator
        )

    margin = (limit - 100 * numerator / denominator) * denominator / 100
    found = whole_persons(margin, operator, met(numerator))
    turned = numerator + found
    nearer = turned - (1 if found > 0 else -1)
    assert met(turned) != met(numerator) and met(nearer) == met(numerator) and found != 0


def test_the_criteria_in_words():
    judged = assess(
        figures({"no_work": 38.6, "nonwestern": 50.0, "basic_education": 60.2, "income": 54.0})
    )
    table = criteria_table(judged).set_index("criterion")
    assert table.loc["no_work", "persons"] == 15 and table.loc[
        "no_work", "threshold"
    ] == pytest.approx(40)
    assert (
        table.loc["no_work", "text"]
        == "15 full-time persons below the threshold in the mean of 2 years"
    )
    assert table.loc["nonwestern", "persons"] == 1  # just at 50 %, which must be exceeded
    assert table.loc["basic_education", "text"] == "2 persons above the threshold"
    assert (
        table.loc["income", "text"] == "1.0 percentage points below the threshold"
        and table.loc["income", "met"] == 1
    )
    assert np.isnan(table.loc["income", "persons"])
    assert table.loc["prevention_no_work", "persons"] == -86
    unknown = criteria_table(assess(figures({"income": NAN}))).set_index("criterion")
    assert np.isnan(unknown.loc["income", "value"]) and unknown.loc["income", "text"] == ""


def test_alerts_name_what_is_near_and_what_changed():
    before = figures(
        {"area_id": "a", "period": "2025-12", "year": 2025},
        {"area_id": "b", "period": "2025-12", "year": 2025},
        {"area_id": "c", "period": "2025-12", "year": 2025, "income": NAN, "no_work": 45},
    )
    now = figures(
        {"area_id": "a", "no_work": 45.0, "basic_education": 61.0},
        {"area_id": "b", "no_work": 39.0},
        {"area_id": "c", "no_work": 45.0, "basic_education": 70},
        {"area_id": "d", "population": 990.0, "no_work": 39.9},
    )
    judged = assess(pd.concat([before, now], ignore_index=True))
    found = alerts(judged)
    changed_rows = found[found["kind"] == "changed"]
    assert (
        changed_rows["area_id"].tolist() == ["a"] and "no category" in changed_rows["text"].iloc[0]
    )
    near = found[found["kind"] == "near"]
    assert list(zip(near["area_id"], near["criterion"])) == [
        ("a", "basic_education"),
        ("b", "no_work"),
    ]
    floor = found[found["kind"] == "floor"].iloc[0]
    assert (floor["area_id"], floor["persons"]) == (
        "d",
        -10,
    ) and "10 residents below the 1,000" in floor["text"]
    assert not len(alerts(judged.iloc[:0]))


def test_alerts_of_a_table_without_residents_or_with_an_area_twice_are_told_in_words():
    judged = assess(figures({"no_work": 39.5}).drop(columns="population"))
    assert not len(alerts(judged)), "nobody knows whether the area is large enough"
    twice = assess(figures({"period": "2025-01"}, {"period": "2025-01"}, {}))
    with pytest.raises(InputError, match="The area a is there twice"):
        alerts(twice)


def test_a_margin_over_two_years_is_so_many_persons_in_each():
    from geofa_sociodemografi.core.catalogue.law.rule_sets import rule_set
    from geofa_sociodemografi.core.measures.figures import law_figures

    rows = []
    for period, k, n in (("2025-01", 300.0, 600.0), ("2026-01", 330.0, 1000.0)):
        rows += [
            ("a", period, "no_work", k, n, 100 * k / n),
            ("a", period, "population", NAN, NAN, 2000.0),
        ]
    table = pd.DataFrame(
        rows, columns=["area_id", "period", "indicator", "numerator", "denominator", "value"]
    )
    figures_ = law_figures(table, rule_set("2021"))
    judged = criteria_table(
        assess(figures_[figures_["period"] == "2026-01"], rule_set("2021"))
    ).set_index("criterion")

    def met(fewer):
        return (100 * (300 - fewer) / 600 + 100 * (330 - fewer) / 1000) / 2 > 40

    assert judged.loc["no_work", "persons"] == -next(
        fewer for fewer in range(100) if not met(fewer)
    )
