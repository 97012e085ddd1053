"""Series: by hand, and a second time in plain lists over random histories with gaps."""

from __future__ import annotations

import math
import random

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.change.beside import Beside
from geofa_sociodemografi.core.change.lines import lines_of
from geofa_sociodemografi.core.change.periods_due import due_periods, step_of
from geofa_sociodemografi.core.change.series import COLUMNS, GAP, series

KNOWN = {indicator.id: indicator for indicator in all_indicators()}
NO_WORK, INCOME, POPULATION = KNOWN["no_work"], KNOWN["income"], KNOWN["population"]
NAN = math.nan


def table(*rows, indicator="no_work", status=True):
    """Observations of rows (area, period, numerator, denominator) of a share; of a count without denominator."""
    made = []
    for area, period, numerator, denominator in rows:
        counted = denominator is None or (denominator > 0 and not math.isnan(numerator))
        value = (
            numerator
            if denominator is None
            else (100 * numerator / denominator if counted else NAN)
        )
        made.append(
            {
                "area_id": area,
                "period": period,
                "indicator": indicator,
                "numerator": float(numerator),
                "denominator": NAN if denominator is None else float(denominator),
                "value": float(value),
                "persons": 0.0,
                **({"status": "counted" if counted else "unknown"} if status else {}),
            }
        )
    return pd.DataFrame(made)


def of(found, area, *columns):
    rows = found[found["area_id"] == area]
    return [tuple(row) for row in rows[list(columns)].itertuples(index=False)]


def test_a_missing_month_is_a_gap_with_the_date_of_the_last_figure_and_never_a_zero():
    found = series(
        table(("a", "2025-01", 40, 100), ("a", "2025-04", 50, 100)), NO_WORK, {"a": "Søparken"}
    )
    assert tuple(found) == COLUMNS
    assert of(found, "a", "period", "status", "last_figure") == [
        ("2025-01", "counted", ""),
        ("2025-02", GAP, "2025-01"),
        ("2025-03", GAP, "2025-01"),
        ("2025-04", "counted", ""),
    ]
    gaps = found[found["status"] == GAP]
    assert gaps[["value", "numerator", "denominator", "change"]].isna().all().all()


def test_an_area_has_no_gap_before_its_first_figure_and_one_after_its_last():
    found = series(
        table(
            *(("a", f"2025-0{m}", 40, 100) for m in (1, 2, 3)),
            ("b", "2025-02", 10, 100),
        ),
        NO_WORK,
        {"a": "A", "b": "B"},
    )
    assert of(found, "b", "period", "status", "last_figure") == [
        ("2025-02", "counted", ""),
        ("2025-03", GAP, "2025-02"),
    ]


def test_a_source_that_stopped_is_seen_from_the_newest_month_of_the_monitor():
    rows = [("a", f"2025-0{m}", 40, 100) for m in range(1, 4)]
    lag = NO_WORK.lag_months
    last = f"2025-{6 + lag:02d}"
    found = series(table(*rows), NO_WORK, {"a": "A"}, until=last)
    assert [p for p, s in of(found, "a", "period", "status") if s == GAP] == [
        "2025-04",
        "2025-05",
        "2025-06",
    ]
    # what is not due yet is not missing
    assert GAP not in set(series(table(*rows), NO_WORK, {"a": "A"}, until="2025-03")["status"])


def test_yearly_figures_are_a_series_of_their_own_beside_the_months():
    found = series(
        table(
            ("a", "2023", 30, 100),
            ("a", "2025", 36, 100),
            *(("a", f"2025-0{m}", 40 + m, 100) for m in (1, 2)),
            *(("a", f"2024-0{m}", 40, 100) for m in (1, 2)),
        ),
        NO_WORK,
        {"a": "A"},
    )
    years = found[found["kind"] == "year"]
    assert years["period"].tolist() == ["2023", "2024", "2025"]
    assert years["status"].tolist() == ["counted", GAP, "counted"]
    assert years["change"].isna().all() and (years["change_from"] == "").all()
    months = found[found["kind"] == "month"]
    assert "2024" not in set(months["period"]) and len(months) == 14
    changed = months.dropna(subset=["change"])
    assert changed["change"].tolist() == pytest.approx([1.0, 2.0])
    assert changed["change_from"].tolist() == ["2024-01", "2024-02"]


def test_twelve_months_are_told_as_more_than_chance_or_within():
    found = series(
        table(
            ("a", "2025-01", 400, 1000),
            ("a", "2026-01", 470, 1000),
            ("b", "2025-01", 40, 100),
            ("b", "2026-01", 47, 100),
        ),
        NO_WORK,
        {"a": "A", "b": "B"},
    )
    now = found[found["period"] == "2026-01"].set_index("area_id")
    assert now.loc["a", "more_than_noise"] is True and now.loc["b", "more_than_noise"] is False
    assert now.loc["a", "change_low"] > 0 > now.loc["b", "change_low"]
    assert now["change"].tolist() == pytest.approx([7.0, 7.0])


def test_means_of_money_and_counts_have_a_change_and_no_interval():
    money = table(
        ("a", "2025-01", 30_000_000, 100), ("a", "2026-01", 31_000_000, 100), indicator="income"
    ).assign(value=[300_000.0, 310_000.0])
    people = table(("a", "2025-01", 900, None), ("a", "2026-01", 950, None), indicator="population")
    for observations, indicator, change in ((money, INCOME, 10_000.0), (people, POPULATION, 50.0)):
        last = series(observations, indicator, {"a": "A"}).iloc[-1]
        assert last["change"] == pytest.approx(change)
        assert math.isnan(last["change_low"]) and last["more_than_noise"] is None


def test_the_municipality_is_the_sum_of_parts_only_where_every_part_is_there():
    whole = table(
        ("x", "2025-01", 10, 100),
        ("y", "2025-01", 30, 100),
        ("x", "2025-02", 10, 100),
        ("y", "2025-02", NAN, 100),
        ("x", "2025-03", 12, 100),
    )
    references = pd.DataFrame(
        [("municipality", "0461", "2025-02", "no_work", 21.5)],
        columns=["level", "code", "period", "indicator", "value"],
    )
    mine = table(*(("a", f"2025-0{m}", 40, 100) for m in (1, 2, 3)))
    beside = Beside(whole=whole, references=references, municipality="0461")
    found = series(mine, NO_WORK, {"a": "A"}, beside=beside)
    assert found["municipality"].tolist() == pytest.approx([20.0, 21.5, 21.5])
    assert found["municipality_from"].tolist() == ["sum", "reference", "reference"]
    without = series(mine, NO_WORK, {"a": "A"}, beside=Beside(whole=whole))
    assert without["municipality"].tolist() == pytest.approx([20.0, NAN, NAN], nan_ok=True)
    assert without["municipality_from"].tolist() == ["sum", "", ""]


def test_the_laws_threshold_is_that_of_the_periods_year_and_its_figure_the_mean():
    mine = table(
        *(("a", f"{y}-01", n, 100) for y, n in ((2015, 50), (2016, 52), (2019, 41), (2020, 43)))
    )
    found = series(mine, NO_WORK, {"a": "A"}).set_index("period")
    assert found.loc["2020-01", "law_value"] == pytest.approx(42.0)
    assert math.isnan(found.loc["2019-01", "law_value"])  # no year before it
    assert found.loc["2020-01", "threshold"] == 40.0
    assert math.isnan(found.loc["2016-01", "prevention_threshold"])  # came in 2021
    newer = series(table(("a", "2025-01", 40, 100)), NO_WORK, {"a": "A"}).iloc[0]
    assert (newer["threshold"], newer["prevention_threshold"]) == (40.0, 30.0)


def test_the_threshold_of_income_is_kroner_of_the_region():
    mine = table(("a", "2025-01", 20_000_000, 100), indicator="income").assign(value=[200_000.0])
    references = pd.DataFrame(
        [
            ("region", "1083", "2025-01", "income", 400_000.0),
            ("region", "1084", "2025-01", "income", 500_000.0),
        ],
        columns=["level", "code", "period", "indicator", "value"],
    )
    row = series(
        mine, INCOME, {"a": "A"}, beside=Beside(references=references, region="1083")
    ).iloc[0]
    assert (row["region"], row["threshold"], row["prevention_threshold"]) == pytest.approx(
        (400_000.0, 220_000.0, 260_000.0)
    )
    assert row["law_value"] == pytest.approx(200_000.0)
    # which region is meant is not known: nothing is guessed, and nothing falls
    row = series(mine, INCOME, {"a": "A"}, beside=Beside(references=references)).iloc[0]
    assert math.isnan(row["region"]) and math.isnan(row["threshold"])


def test_the_income_of_a_year_is_no_mean_and_held_against_the_regions_own_year():
    from geofa_sociodemografi.core.change.lines import lines_of

    mine = table(
        ("a", "2024", 19_434_000, 100), ("a", "2025", 19_700_000, 100), indicator="income"
    ).assign(value=[194_340.0, 197_000.0])
    references = pd.DataFrame(
        [
            ("region", "1083", "2024", "income", 316_400.0),
            ("region", "1083", "2025", "income", 326_100.0),
        ],
        columns=["level", "code", "period", "indicator", "value"],
    )
    beside = Beside(references=references, region="1083")
    found = series(mine, INCOME, {"a": "A"}, beside=beside)
    assert found["threshold"].to_list() == pytest.approx([0.55 * 316_400, 0.55 * 326_100])
    (lines,) = lines_of(found)
    assert "law_value" not in lines.beside and "threshold" in lines.beside


def test_convicted_is_held_against_three_times_the_nation():
    mine = table(("a", "2024-01", 2, 100), ("a", "2025-01", 4, 100), indicator="convicted")
    references = pd.DataFrame(
        [("nation", "", f"{y}-01", "convicted", v) for y, v in ((2024, 0.8), (2025, 1.0))],
        columns=["level", "code", "period", "indicator", "value"],
    )
    found = series(mine, KNOWN["convicted"], {"a": "A"}, beside=Beside(references=references))
    last = found.iloc[-1]
    assert (last["law_value"], last["threshold"], last["prevention_threshold"], last["nation"]) == (
        pytest.approx((3.0, 2.7, 1.8, 1.0))
    )


def test_residents_are_held_against_the_fewest_the_law_judges():
    found = series(
        table(("a", "2025-01", 900, None), indicator="population"), POPULATION, {"a": "A"}
    )
    assert found["threshold"].tolist() == [1000.0] and found["law_value"].tolist() == [900.0]


def test_an_indicator_that_was_never_counted_and_areas_that_are_not_there():
    assert tuple(series(table(("a", "2025-01", 1, 2)), INCOME, {"a": "A"})) == COLUMNS
    assert not len(series(table(("a", "2025-01", 1, 2)), INCOME, {"a": "A"}))
    found = series(table(("a", "2025-01", 1, 2), ("gone", "2025-01", 1, 2)), NO_WORK, {"a": "A"})
    assert set(found["area_id"]) == {"a"}


def test_what_status_a_figure_had_is_kept_or_worked_out():
    rows = (("a", "2025-01", 0, 0), ("a", "2025-02", NAN, 50), ("a", "2025-03", 5, 50))
    kept = series(table(*rows), NO_WORK, {"a": "A"})
    assert kept["status"].tolist() == ["unknown", "unknown", "counted"]
    assert kept["last_figure"].tolist() == ["", "", ""]
    found = series(table(*rows, status=False), NO_WORK, {"a": "A"})
    assert found["status"].tolist() == ["nobody", "unknown", "counted"]


def test_how_often_a_source_comes_is_the_catalogues_or_oftener():
    monthly = next(i for i in KNOWN.values() if i.frequency == "monthly")
    quarterly = next(i for i in KNOWN.values() if i.frequency == "quarterly")
    yearly = next(i for i in KNOWN.values() if i.frequency == "yearly")
    january = 12 * 2025
    assert step_of(monthly, [january, january + 3]) == 1
    assert step_of(quarterly, [january, january + 3, january + 9]) == 3
    assert step_of(quarterly, [january, january + 1]) == 1
    assert step_of(yearly, [january]) == 12 and step_of(yearly, [january, january + 12]) == 12
    assert due_periods(quarterly, ["2025-01", "2025-07"], "") == ["2025-01", "2025-04", "2025-07"]
    assert due_periods(monthly, [], "2025-01") == []
    assert due_periods(yearly, ["2020", "2022"], "") == ["2020", "2021", "2022"]
    lag = yearly.lag_months
    known = 12 * 2024 + lag  # the month in which the figures of 2023 usually are there
    month = f"{known // 12}-{known % 12 + 1:02d}"
    assert due_periods(yearly, ["2020"], month)[-1] == "2023"


def test_between_two_elections_nothing_is_missing():
    turnout = next(i for i in KNOWN.values() if i.frequency == "per_election")
    assert due_periods(turnout, ["2021", "2025"], "2026-11") == ["2021", "2025"]
    assert due_periods(turnout, ["2021-11"], "2026-11") == ["2021-11"]


def brute_force(rows, names):
    """The series of months of a share once more, in plain lists: value, status, last figure, change."""
    cells = {(a, p): (n, d) for a, p, n, d in rows}
    periods = sorted({p for _, p in cells})
    year, month = map(int, periods[0].split("-"))
    every = []
    while f"{year}-{month:02d}" <= periods[-1]:
        every.append(f"{year}-{month:02d}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    told = []
    for area in names:
        began, last = False, ""
        for period in every:
            cell = cells.get((area, period))
            began = began or cell is not None
            if not began:
                continue
            value = None
            if cell is not None and cell[1] > 0 and not math.isnan(cell[0]):
                value = 100 * cell[0] / cell[1]
            status = "gap" if cell is None else ("counted" if value is not None else "unknown")
            earlier = cells.get((area, f"{int(period[:4]) - 1}{period[4:]}"))
            change = None
            if value is not None and earlier and earlier[1] > 0 and not math.isnan(earlier[0]):
                change = value - 100 * earlier[0] / earlier[1]
            told.append((area, period, value, status, "" if value is not None else last, change))
            last = period if value is not None else last
    return told


@pytest.mark.parametrize("seed", range(20))
def test_random_histories_agree_with_plain_lists(seed):
    chance = random.Random(seed)
    names = {f"a{n}": f"Area {n}" for n in range(5)}
    rows = [
        (
            area,
            f"{2024 + m // 12}-{m % 12 + 1:02d}",
            NAN if chance.random() < 0.1 else chance.randint(0, 40),
            chance.choice([0, 40, 80]),
        )
        for area in names
        for m in range(30)
        if chance.random() < 0.6
    ]
    chance.shuffle(rows)
    found = series(table(*rows), NO_WORK, names)
    mine = [
        (r.area_id, r.period, r.value, r.status, r.last_figure, r.change)
        for r in found.itertuples(index=False)
    ]
    expected = brute_force(rows, names)
    assert [row[:2] + row[3:5] for row in mine] == [row[:2] + row[3:5] for row in expected]
    for place in (2, 5):
        assert [row[place] for row in mine] == pytest.approx(
            [NAN if row[place] is None else row[place] for row in expected], nan_ok=True
        )


def test_lines_break_at_gaps_and_years_are_points():
    found = series(
        table(
            ("a", "2025-01", 40, 100),
            ("a", "2025-03", 42, 100),
            ("a", "2024", 39, 100),
            ("b", "2025-01", 4, 100),
        ),
        NO_WORK,
        {"a": "A", "b": "B"},
    )
    first, second = lines_of(found)
    assert (first.area, first.name, second.area) == ("a", "A", "b")
    assert first.months[0].tolist() == [24300.0, 24301.0, 24302.0]
    assert first.months[1].tolist() == pytest.approx([40.0, NAN, 42.0], nan_ok=True)
    assert first.years[0].tolist() == [12 * 2024 + 5.5] and first.years[1].tolist() == [39.0]
    assert first.gaps == (24301.0,) and first.ends == (39.0, 42.0)
    assert set(first.beside) == {"threshold", "prevention_threshold"}
    assert np.isnan(lines_of(found.assign(value=NAN))[0].ends).all()


def test_another_definition_breaks_the_line_and_no_change_is_told_across_it():
    rows = [("a", f"{2024 + m // 12}-{m % 12 + 1:02d}", 40 + m, 100) for m in range(20)]
    old, new = "2024-10", "2025-03"
    definitions = {p: "one" if p <= old else "two" if p >= new else "" for _, p, _, _ in rows}
    found = series(table(*rows), NO_WORK, {"a": "A"}, definitions=definitions).set_index("period")
    assert found.index[found["new_definition"]].tolist() == [new]
    assert found.loc["2025-02", "change"] == pytest.approx(12.0)  # nothing is known of its own
    assert found.loc[new:, "change"].isna().all() and (found.loc[new:, "change_from"] == "").all()
    assert found.loc[new:, "more_than_noise"].tolist() == [None] * 6
    (lines,) = lines_of(found.reset_index())
    at = 12 * 2025 + 2.0
    assert lines.breaks == (at,) and len(lines.months[0]) == 21
    assert math.isnan(lines.months[1][lines.months[0] == at - 0.5][0])
