"""Which periods' figures a criterion is judged on: as things stand, the same month, the law's own dates; by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.assessment.both_readings import side_by_side
from geofa_sociodemografi.core.catalogue.law.dates import CURRENT, LIST, PERIOD
from geofa_sociodemografi.core.catalogue.law.measured import figures_of_law
from geofa_sociodemografi.core.measures.table_reading import by_reading
from geofa_sociodemografi.core.periods import month_number, month_text
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.judging import judge, judge_lists

from tests.unit.law_observations import (
    NAN,
    NATION,
    REGION,
    RULES,
    held,
    municipality,
    observed,
    only,
)

# -- as things stand --------------------------------------------------------------------------


def test_a_month_is_judged_on_the_newest_yearly_figures_with_their_dates():
    row = only(judge(municipality(), Choices(), held(NATION, REGION)))
    assert row["convicted"] == pytest.approx(2.3), "the mean of 2024 and 2025"
    assert row["convicted_national"] == pytest.approx(0.7)
    assert row["income"] == pytest.approx(100 * 200 / 380) and row["basic_education"] == 65
    assert (row["convicted_period"], row["convicted_age"]) == ("2025", 1)
    assert (row["population_period"], row["population_age"]) == ("2026-01", 0)
    assert row["met_convicted"] == row["met_basic_education"] == row["met_income"] == 1
    assert row["category"] == "udsat" and row["decided"]
    same = only(judge(municipality(), Choices(reading=PERIOD), held(NATION, REGION)))
    assert np.isnan(same["convicted"]) and same["convicted_period"] == ""
    assert not same["decided"] and same["population_period"] == "2026-01"


def test_a_year_is_not_known_before_it_is_over():
    months = [("a", f"2025-{m:02d}", "population", 2400) for m in (1, 6, 12)]
    table = judge(municipality(*months[1:], areas=("a",)), Choices(), held(NATION, REGION))
    assert only(table, period="2025-01")["convicted"] == pytest.approx(2.4), "2023 and 2024"
    row = only(table, period="2025-12")
    assert (row["convicted_period"], row["convicted_age"]) == ("2024", 12)
    assert row["convicted"] == pytest.approx(2.4)


def test_the_nation_and_the_region_are_of_the_figures_own_years():
    nation = {"2023": 0.5, "2024": 0.6, "2025": 0.8, "2026-01": 9.0}
    region = {"2024": 500_000.0, "2025": 400_000.0, "2026-01": 100_000.0}
    table = judge(municipality(), Choices(), held(nation, region))
    assert only(table)["convicted_national"] == pytest.approx(0.7), "2024 and 2025"
    assert only(table)["income"] == pytest.approx(50.0), "200 000 of 400 000 in 2025"
    assert only(table, period="2025-01")["income"] == pytest.approx(40.0), "of 500 000 in 2024"
    lacking = only(judge(municipality(), Choices(), held({"2025": 0.8}, {"2024": 5e5})))
    assert np.isnan(lacking["convicted_national"]) and np.isnan(lacking["income"])


def test_the_newest_of_months_and_years_is_taken_and_the_years_own_at_its_end():
    rows = [
        ("a", "2026-05", "population", 1500),
        ("a", "2025", "basic_education", 61.0),
        ("a", "2025-12", "basic_education", 62.0),
        ("a", "2025-10", "basic_education", 63.0),
        ("b", "2026-05", "population", 1500),
        ("b", "2025", "basic_education", 61.0),
        ("b", "2026-03", "basic_education", 59.0),
    ]
    table = judge(observed(*rows), Choices())
    assert only(table, "a", "2026-05")["basic_education"] == 61
    assert only(table, "a", "2025-12")["basic_education"] == 62, "the month's own"
    row = only(table, "b", "2026-05")
    assert (row["basic_education"], row["basic_education_period"]) == (59, "2026-03")
    assert row["basic_education_age"] == 2


def test_residents_of_a_year_are_those_of_its_1_january():
    rows = [
        ("a", "2025", "population", 1400),
        ("a", "2026", "population", 1500),
        ("a", "2026-03", "basic_education", 61.0),
        ("a", "2025-12", "basic_education", 61.0),
    ]
    table = judge(observed(*rows), Choices())
    row = only(table, period="2026-03")
    assert (row["population"], row["population_period"], row["population_age"]) == (1500, "2026", 2)
    assert only(table, period="2025-12")[["population", "population_age"]].tolist() == [1400, 11]


def test_a_year_is_served_by_years_alone():
    rows = [
        ("a", "2024", "basic_education", 61.0),
        ("a", "2024-12", "convicted", 1.0),
        ("a", "2023-12", "convicted", 1.0),
        ("a", "2025", "income", 2e5),
        ("a", "2024-12", "population", 1500),
    ]
    row = only(judge(observed(*rows), Choices()), period="2025")
    assert (row["basic_education"], row["basic_education_period"]) == (61, "2024")
    assert np.isnan(row["population"]) and np.isnan(row["convicted"])


def test_hidden_and_nobody_are_answers_and_unknown_is_none():
    rows = []
    for area, status, denominator in (
        ("h", "hidden", NAN),
        ("n", "nobody", 0),
        ("m", "nobody", NAN),
        ("u", "unknown", 50),
        ("z", "finished", NAN),
    ):
        rows += [
            (area, "2025-06", "basic_education", 70.0),
            (area, "2026-01", "basic_education", NAN, denominator, status),
            (area, "2026-01", "population", 1500),
        ]
    table = judge(observed(*rows), Choices())
    assert [only(table, area)["basic_education_period"] for area in "hnmuz"] == [
        "2026-01",
        "2026-01",
        "2026-01",
        "2025-06",
        "2025-06",
    ]
    assert (
        np.isnan(only(table, "h")["basic_education"])
        and only(table, "h")["basic_education_age"] == 0
    )
    assert only(table, "u")["basic_education"] == 70
    bare = judge(observed(*rows).drop(columns="status"), Choices())
    assert only(bare, "n")["basic_education_period"] == "2026-01", "its denominator is 0"
    assert only(bare, "h")["basic_education_period"] == "2025-06"


def test_a_figure_older_than_its_limit_is_missing_and_told():
    limit = figures_of_law()["basic_education"].serves.oldest_months
    assert limit == 26
    rows = [("a", m, "population", 1500) for m in ("2025-02", "2025-03")]
    table = judge(observed(*rows, ("a", "2022", "basic_education", 70.0)), Choices())
    served, old = only(table, period="2025-02"), only(table, period="2025-03")
    assert (served["basic_education"], served["basic_education_age"]) == (70, 26)
    assert np.isnan(old["basic_education"]) and old["basic_education_period"] == ""
    assert "of 2022, is more than 26 months old and is not used" in old["note"]
    assert "not used" not in served["note"]


def _benefits(area, first, count, value=45.0, persons=1000.0):
    months = [month_text(month_number(first) + n) for n in range(count)]
    return [(area, month, "no_work_benefits", value, persons, "counted") for month in months]


def test_outside_work_is_approximated_by_benefits_where_the_yearly_figure_is_missing_and_told():
    given = [("a", "2026-01", "population", 1500), *_benefits("a", "2024-02", 23)]
    given += _benefits("a", "2026-01", 1, 57.0, 2000.0)
    row = only(judge(observed(*given), Choices()))
    newest = (11 * 45 * 1000 + 57 * 2000) / 13_000
    assert row["no_work"] == pytest.approx((newest + 45) / 2), "persons weigh, then two years"
    assert (row["no_work_period"], row["no_work_age"], row["met_no_work"]) == ("2026-01", 0, 1)
    assert "approximated: benefits of the latest 12 months" in row["note"]
    assert row["no_work_approximated"] == 1
    beside = side_by_side(
        judge(observed(*given), Choices(), period="2026-01"), row.to_frame().T[:0]
    )
    told = beside.set_index("figure")["current_approximated"]
    assert told["no_work"] == "approximated: benefits of the latest 12 months"
    assert told["income"] == ""
    for reading in (PERIOD, LIST):
        other = judge(observed(*given), Choices(reading=reading))
        assert other["no_work"].isna().all() and not other["note"].str.contains("approx").any()
    assert judge_lists(observed(*given), Choices())["no_work"].isna().all()
    short = only(judge(observed(given[0], *given[2:]), Choices()))
    assert np.isnan(short["no_work"]), "23 months are no two years"
    fewer = only(judge(observed(given[0], *given[2:]), Choices(allow_fewer_years=True)))
    assert fewer["no_work"] == pytest.approx(newest) and "approximated: benefits" in fewer["note"]


def test_the_yearly_figure_goes_before_its_approximation_until_it_is_too_old():
    own = [("a", year, "no_work", 30.0, 1000.0) for year in ("2021", "2022")]
    rows = [("a", month, "population", 1500) for month in ("2025-02", "2025-03")]
    given = observed(*rows, *own, *_benefits("a", "2023-01", 27))
    table = judge(given, Choices())
    served, old = only(table, period="2025-02"), only(table, period="2025-03")
    assert (served["no_work"], served["no_work_period"]) == (30, "2022")
    assert "approximated" not in served["note"]
    assert (old["no_work"], old["no_work_period"]) == (45, "2025-03")
    assert "approximated" in old["note"] and "is not used" in old["note"]


def test_an_approximation_serves_for_three_months_and_lacks_no_month():
    late = [("a", month, "population", 1500) for month in ("2026-03", "2026-04")]
    table = judge(observed(*late, *_benefits("a", "2024-01", 24)), Choices())
    assert only(table, period="2026-03")["no_work"] == 45, "of December"
    assert np.isnan(only(table, period="2026-04")["no_work"])
    gap = [row for row in _benefits("a", "2024-01", 24) if row[1] != "2025-06"]
    assert judge(observed(*late, *gap), Choices())["no_work"].isna().all()


def test_a_year_before_that_is_missing_makes_no_mean_unless_fewer_are_taken():
    rows = [("a", "2026-01", "population", 1500), ("a", "2025", "convicted", 2.4)]
    assert np.isnan(only(judge(observed(*rows), Choices()))["convicted"])
    fewer = only(judge(observed(*rows), Choices(allow_fewer_years=True), held(NATION)))
    assert fewer["convicted"] == 2.4 and "mean of 1 of the 2 years" in fewer["note"]


def test_one_period_is_judged_as_among_all():
    table, whole = municipality(), judge(municipality(), Choices(), held(NATION, REGION))
    one = judge(table, Choices(), held(NATION, REGION), period="2026-01")
    pd.testing.assert_frame_equal(one, whole[whole["period"] == "2026-01"].reset_index(drop=True))


@pytest.mark.parametrize("seed", range(12))
def test_where_every_figure_is_there_as_things_stand_is_the_same_month(seed):
    """Random months (some missing), areas, years, nobodies: the two readings give one table."""
    random = np.random.default_rng(seed)
    months = [f"{y}-{m:02d}" for y in range(2019, 2027) for m in range(1, 13)]
    months = sorted(random.choice(months, 30, replace=False))
    if seed % 2:
        months += [str(y) for y in range(2019, 2026)]
    rows = []
    for area in "abc":
        for period in months:
            for figure in figures_of_law().values():
                whole = float(random.integers(0, 4))
                value = 250_000.0 if figure.indicator == "income" else random.uniform(0, 90)
                status = "counted" if whole else "nobody"
                rows.append(
                    (area, period, figure.indicator, value if whole else NAN, whole, status)
                )
    references = held(
        {p: random.uniform(0.5, 0.9) for p in random.choice(months, 15, replace=False)},
        {p: random.uniform(3e5, 5e5) for p in random.choice(months, 15, replace=False)},
    )
    table = observed(*rows).sample(frac=1, random_state=seed)
    for fewer in (False, True):
        choices = [Choices(reading=r, allow_fewer_years=fewer) for r in (CURRENT, PERIOD)]
        history = {("a", 2018): "ingen"}
        found, wanted = (judge(table, c, references, history) for c in choices)
        pd.testing.assert_frame_equal(found, wanted)


# -- a finished table, and two readings side by side ------------------------------------------------


def test_a_finished_table_takes_its_own_rows_figures():
    """Means stand in the table already: one row of it gives a figure."""
    table = pd.DataFrame(
        [
            ("a", "2024", NAN, 2.4, 0.6, 61.0, 400.0),
            ("a", "2025", NAN, 2.3, 0.7, 62.0, 410.0),
            ("a", "2026-01", 1500.0, NAN, NAN, NAN, NAN),
            ("a", "2026-03", 1600.0, NAN, NAN, 63.0, 420.0),
            ("b", "2026-03", 1700.0, NAN, 0.8, NAN, NAN),
        ],
        columns=[
            "area_id",
            "period",
            "population",
            "convicted",
            "convicted_national",
            "basic_education",
            "basic_education_denominator",
        ],
    )
    now = by_reading(table, CURRENT).set_index(["area_id", "period"])
    row = now.loc[("a", "2026-03")]
    assert row[["population", "convicted", "convicted_national"]].tolist() == [1600, 2.3, 0.7]
    assert row[["basic_education", "basic_education_denominator"]].tolist() == [63, 420]
    assert (row["convicted_period"], row["convicted_age"]) == ("2025", 3)
    before = now.loc[("a", "2026-01")]
    assert before[["basic_education", "basic_education_denominator"]].tolist() == [62, 410]
    other = now.loc[("b", "2026-03")]
    assert np.isnan(other["convicted"]) and other["convicted_national"] == 0.8
    listed = by_reading(table, LIST).set_index(["area_id", "period"])
    row = listed.loc[("a", "2026-03")]
    assert row[["population", "convicted", "basic_education"]].tolist() == [1500, 2.3, 62]
    assert (row["population_period"], row["population_age"]) == ("2026-01", 11)
    assert "1 January 2026 is missing" in listed.loc[("b", "2026-03"), "figure_note"]
    pd.testing.assert_frame_equal(by_reading(table, PERIOD), table)
    for odd in (table.drop(columns="period"), table.assign(period="spring"), table.iloc[[0, 0]]):
        pd.testing.assert_frame_equal(by_reading(odd, CURRENT), odd)
    old = by_reading(table.assign(period=["2020", "2021", "2026-01", "2026-03", "2026-03"]), LIST)
    assert np.isnan(old["convicted"].iloc[3])
    aged = by_reading(
        table.assign(period=["2020", "2021", "2026-01", "2026-03", "2026-04"]), CURRENT
    )
    assert np.isnan(aged["convicted"].iloc[3]) and "not used" in aged["figure_note"].iloc[3]


def test_the_two_readings_side_by_side_with_the_states_list():
    observations = municipality(("a", "2026-01", "basic_education", 58.0), areas=("a",))
    references = held(NATION, REGION)
    now = judge(observations, Choices(), references, period="2026-01")
    listed = judge_lists(observations, Choices(), references)
    state = pd.DataFrame({"area_id": ["a"], "year": [2026], "basic_education": [64.2]})
    found = side_by_side(now, listed, state).set_index("criterion")
    assert list(found.index) == [c.id for c in RULES.leading] and set(found["year"]) == {2026}
    row = found.loc["basic_education"]
    assert row[["current", "list", "difference", "state"]].tolist() == [58, 65, -7, 64.2]
    assert row[["current_period", "list_period"]].tolist() == ["2026-01", "2025"]
    assert row[["current_age", "list_age", "current_met", "list_met"]].tolist() == [0, 12, 0, 1]
    assert np.isnan(found.loc["convicted", "state"]) and found.loc["convicted", "difference"] == 0
    alone = side_by_side(now, listed.iloc[:0])
    assert alone["list"].isna().all() and set(alone["list_period"]) == {""}
