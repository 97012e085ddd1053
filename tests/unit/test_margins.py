"""Margins in persons against the smallest number found by trying, in whole numbers throughout."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.assessment.criteria import assess
from geofa_sociodemografi.core.assessment.margins import criteria_table
from geofa_sociodemografi.core.assessment.what_if import FigureChange, changed
from geofa_sociodemografi.core.catalogue.law.rule_sets import rule_set
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.figures import law_figures, with_comparisons

SETS = 5000
SPANS = {
    "nonwestern": (0.2, 0.7),
    "no_work": (0.2, 0.6),
    "convicted": (0.0, 0.05),
    "basic_education": (0.4, 0.8),
}
NATIONAL = Fraction(7, 10)
PERIODS = ("2022-01", "2023-01", "2024-01", "2025-01", "2026-01")


def drawn(sets, seed=15):
    """Observations of ``sets`` areas, and (area, figure) → its (numerator, denominator) by year, newest last."""
    dice, rows, counts = np.random.default_rng(seed), [], {}
    for number in range(sets):
        area, residents = f"a{number}", int(dice.integers(30, 6000))
        for figure, (low, high) in SPANS.items():
            share, of_years = dice.uniform(low, high), []
            for period in PERIODS:
                whole = max(1, int(residents * dice.uniform(0.3, 1.0)))
                having = min(whole, int(dice.binomial(whole, share)))
                if dice.random() < 0.2:  # near, and often just at, a threshold
                    having = min(
                        whole, round(whole * dice.choice([0.3, 0.4, 0.5, 0.6, 0.014, 0.021]))
                    )
                of_years.append((having, whole))
                rows.append(
                    (area, period, figure, float(having), float(whole), 100.0 * having / whole)
                )
            counts[area, figure] = of_years
        rows += [
            (area, period, "population", np.nan, np.nan, float(residents)) for period in PERIODS
        ]
    return pd.DataFrame(
        rows, columns=["area_id", "period", "indicator", "numerator", "denominator", "value"]
    ), counts


def tried(of_years, criterion):
    """The fewest persons, so many in each of the years, that turn the criterion: positive up, negative down."""
    limit = (
        Fraction(criterion.threshold).limit_denominator(1000)
        if criterion.threshold is not None
        else criterion.times_national * NATIONAL
    )
    scale, wholes = Fraction(100, len(of_years)), [whole for _, whole in of_years]
    value = scale * sum(Fraction(having, whole) for having, whole in of_years)
    step = scale * sum(Fraction(1, whole) for whole in wholes)

    def met(persons):
        return (
            value + persons * step > limit
            if criterion.operator == ">"
            else value + persons * step >= limit
        )

    now = met(0)
    sign = -1 if now else 1
    persons = 0
    while met(sign * persons) == now:
        persons += 1
    return sign * persons


@pytest.mark.slow
@pytest.mark.parametrize("identifier", ["2010", "2014", "2018", "2021"])
def test_every_margin_in_persons_is_the_smallest_number_found_by_trying(identifier):
    rules = rule_set(identifier)
    observations, counts = drawn(SETS // 4, int(identifier))
    references = pd.DataFrame(
        [("nation", "", p, "convicted", 0.7) for p in PERIODS],
        columns=["level", "code", "period", "indicator", "value"],
    )
    figures = law_figures(observations, rules, references)
    found = criteria_table(assess(figures[figures["period"] == PERIODS[-1]], rules))
    known = [row for row in found.to_dict("records") if row["figure"] in SPANS]
    assert len(known) == SETS // 4 * sum(c.figure in SPANS for c in rules.criteria.values())
    wrong = []
    for row in known:
        criterion = rules.criteria[row["criterion"]]
        right = tried(
            counts[row["area_id"], row["figure"]][-criterion.averaging_years :], criterion
        )
        wrong += (
            []
            if row["persons"] == right
            else [(row["area_id"], row["criterion"], row["persons"], right)]
        )
    assert not wrong, f"{len(wrong)} of {len(known)}: {wrong[:3]}"


def test_the_table_of_the_count_carries_what_the_margins_rest_on():
    observations, _ = drawn(50)
    for figure, years in (("no_work", 2), ("convicted", 2), ("no_work", 4), ("convicted", 4)):
        rules = rule_set("2021" if years == 2 else "2010")
        wanted, found = law_figures(observations, rules), with_comparisons(observations)
        np.testing.assert_array_equal(found[f"{figure}_{years}y"], wanted[figure])
        np.testing.assert_array_equal(
            found[f"{figure}_{years}y_denominator"], wanted[f"{figure}_denominator"]
        )
    few = with_comparisons(observations[observations["period"] >= "2025"], allow_fewer_years=True)
    assert not [column for column in few if "4y" in column]
    assert few["no_work_2y_years"].tolist() == [1, 2] * 50


def test_a_year_without_a_figure_is_in_neither_the_mean_nor_its_persons():
    rows = [
        ("a", "2025-01", 0.0, 0.0, np.nan),
        ("a", "2026-01", 41.0, 100.0, 41.0),
        ("b", "2025-01", np.nan, np.nan, 39.0),
        ("b", "2026-01", 41.0, 100.0, 41.0),
    ]
    table = pd.DataFrame(
        [(area, period, "no_work", *figures) for area, period, *figures in rows],
        columns=["area_id", "period", "indicator", "numerator", "denominator", "value"],
    )
    found = law_figures(table, rule_set("2021"), allow_fewer_years=True).set_index(
        ["area_id", "period"]
    )
    assert found.loc[("a", "2026-01"), ["no_work", "no_work_denominator"]].tolist() == [41.0, 100.0]
    assert found.loc[("b", "2026-01"), "no_work"] == 40.0 and np.isnan(
        found.loc[("b", "2026-01"), "no_work_denominator"]
    )


def test_income_has_no_margin_in_persons():
    row = {"area_id": "a", "income": 50.0, "income_denominator": 800.0, "population": 1200.0}
    assert np.isnan(assess(pd.DataFrame([row]), rule_set("2021"))["margin_income_persons"].iloc[0])


@pytest.mark.parametrize(
    "of_years", [((1, 1), (1, 29)), ((2, 50), (2, 2)), ((3, 7), (3, 333)), ((1, 3), (1, 101))]
)
def test_the_last_person_may_be_moved_though_binary_fractions_do_not_meet_zero_and_a_hundred(
    of_years,
):
    (one, first), (other, second) = of_years
    whole = 2 / (1 / first + 1 / second)
    for have, more, end in ((one, -one, 0.0), (first - one, one, 100.0)):
        others = other if more < 0 else second - other
        table = pd.DataFrame(
            {
                "area_id": ["a"],
                "population": [1500.0],
                "no_work_denominator": [whole],
                "no_work": [(100 * have / first + 100 * others / second) / 2],
            }
        )
        assert changed(table, [FigureChange("no_work", "a", more)])["no_work"].tolist() == [end]
        with pytest.raises(InputError, match="Move fewer"):
            changed(table, [FigureChange("no_work", "a", 2 * more)])
