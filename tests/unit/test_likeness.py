"""Neighbours by brute force, explanations that add up, and the identities of segregation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.index.composite import score_index
from geofa_sociodemografi.core.index.explanation import correlations, double_counting, explain
from geofa_sociodemografi.core.index.neighbours import Group, neighbours
from geofa_sociodemografi.core.index.segregation import segregation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.index_helpers import NAN, Z, cube, definition, up


def test_neighbours_by_brute_force_at_home_and_away():
    random = np.random.default_rng(4)
    home, away = (
        random.normal(size=(3, 8)) * [[1], [50], [0.01]],
        random.normal(size=(3, 5)) * [[1], [50], [0.01]],
    )
    home[1, 2] = away[2, 0] = NAN
    found = neighbours(
        Group([f"h{i}" for i in range(8)], "", home),
        [Group([f"o{i}" for i in range(5)], "0461", away)],
        3,
        [1.0, 2.0, 1.0],
    )
    mean, sd = np.nanmean(home, axis=1), np.nanstd(home, axis=1)
    for at in range(8):
        rows = []
        for origin, table, letter in (("", home, "h"), ("0461", away, "o")):
            for other in range(table.shape[1]):
                if (origin, other) == ("", at):
                    continue
                parts = [
                    (w, ((home[k, at] - table[k, other]) / sd[k]) ** 2)
                    for k, w in enumerate((1.0, 2.0, 1.0))
                    if not math.isnan(home[k, at] + table[k, other])
                ]
                if sum(w for w, _ in parts) >= 2:
                    rows.append(
                        (
                            math.sqrt(sum(w * d for w, d in parts) / sum(w for w, _ in parts)),
                            f"{letter}{other}",
                            origin,
                            len(parts),
                        )
                    )
        ours = found[found["area_id"] == f"h{at}"]
        best = sorted(rows)[:3]
        assert ours["neighbour_id"].tolist() == [r[1] for r in best]
        assert ours["distance"].tolist() == pytest.approx([r[0] for r in best])
        assert ours["neighbour_from"].tolist() == [r[2] for r in best]
        assert ours["compared"].tolist() == [r[3] for r in best] and ours["rank"].tolist() == [
            1,
            2,
            3,
        ]
    assert mean.shape == (3,)


def test_neighbours_that_cannot_be_found_are_refused():
    with pytest.raises(InputError, match="None of the chosen indicators differs"):
        neighbours(Group(["a", "b"], "", np.ones((2, 2))), [])
    with pytest.raises(InputError, match="None of the chosen indicators differs"):
        neighbours(
            Group(["a", "b"], "", np.array([[1.0, 1.0], [1.0, 2.0]])), [], weights=[1.0, 0.0]
        )
    alone = neighbours(
        Group(["a", "b", "c"], "", np.array([[1.0, NAN, 2.0], [NAN, 1.0, NAN]])), [], 2
    )
    assert alone[["area_id", "neighbour_id"]].to_numpy().tolist() == [["a", "c"], ["c", "a"]]


LINEAR = definition(
    "a",
    "b",
    {"indicator": "c", "direction": "lower_is_worse"},
    normalisation=Z,
    rescale={"method": "z", "ddof": 0, "mean": 50, "sd": 10},
)
CUBE = cube(a=[1, 2, 3, 9], b=[7, 1, 5, 5], c=[0, 2, 8, 2])
TURNED = {"a": 1.0, "b": 1.0, "c": -1.0}


def test_contributions_of_a_sum_are_the_weighted_normalised_numbers():
    scores = score_index(CUBE, LINEAR, TURNED)
    raw = scores.normalised[:, 0].mean(axis=0)
    for at, area in enumerate(scores.areas):
        told = explain(scores, "2026-01", area)
        assert told.middle == pytest.approx(50.0) and told.together == pytest.approx(0.0, abs=1e-9)
        assert told.score == pytest.approx(scores.score[0, at])
        by_hand = 10 * scores.normalised[:, 0, at] / 3 / raw.std()
        assert list(told.contributions.values()) == pytest.approx(by_hand.tolist())


@pytest.mark.parametrize("aggregation", ["geometric", "copeland_majority", "weighted_median"])
def test_what_does_not_add_up_is_said(aggregation):
    about = definition(
        "a",
        "b",
        "c",
        normalisation={"method": "min_max", "low": 1, "high": 100},
        aggregation={"themes": {"method": aggregation}, "index": {"method": "arithmetic"}},
    )
    scores = score_index(CUBE, about, up("a", "b", "c"))
    told = explain(scores, "2026-01", "a3")
    assert told.middle + sum(told.contributions.values()) + told.together == pytest.approx(
        told.score
    )
    if aggregation == "geometric":
        assert told.score == pytest.approx(scores.score[0, 3]) and abs(told.together) > 0.01


def test_an_area_without_a_score_or_a_figure_has_no_contribution_there():
    figures = cube(a=[1, 2, 3, NAN], b=[7, 1, 5, 5])
    about = definition("a", "b", normalisation=Z, missing={"policy": "threshold", "share": 0.5})
    told = explain(score_index(figures, about, up("a", "b")), "2026-01", "a3")
    assert math.isnan(told.contributions["a"]) and told.together == pytest.approx(0.0)
    dropped = explain(
        score_index(figures, definition("a", "b", normalisation=Z), up("a", "b")), "2026-01", "a3"
    )
    assert math.isnan(dropped.score)


def test_correlations_and_double_counting():
    known = {i.id: i for i in all_indicators()}
    figures = cube(
        low_income=[1, 2, 3, 4, 5],
        child_low_income=[2, 1, 4, 3, 9],
        car=[5, 4, 3, 2, 1.1],
        crowding=[3, 3, 3, 3, 3],
    )
    about = definition(
        "low_income",
        "child_low_income",
        {"indicator": "car", "direction": "lower_is_worse"},
        "crowding",
        normalisation=Z,
    )
    scores = score_index(figures, about, {**up(*about.indicators), "car": -1.0})
    found = correlations(scores, "2026-01")
    assert found[0, 1] == pytest.approx(np.corrcoef([1, 2, 3, 4, 5], [2, 1, 4, 3, 9])[0, 1])
    assert found[0, 2] > 0.99 and math.isnan(found[0, 3])
    told = double_counting(scores, "2026-01", known)
    assert len(told) == 2 and "r = 1.00" in told[1]
    assert told[0].startswith(
        f"{known['child_low_income'].name['en']} is a part of {known['low_income'].name['en']}"
    )


def test_a_benefit_within_the_benefits_counts_double_and_two_apart_do_not():
    known = {i.id: i for i in all_indicators()}
    about = definition("public_support", "cash_benefit", "disability_pension")
    scores = score_index(
        cube(
            public_support=[1, 2, 3, 4], cash_benefit=[4, 1, 2, 3], disability_pension=[1, 9, 2, 3]
        ),
        about,
        up(*about.indicators),
    )
    told = double_counting(scores, "2026-01", known)
    assert (
        len(told) == 1 and known["cash_benefit"].name["en"] in told[0]
    )  # the pension's ages are wider


def test_segregation_at_both_ends():
    apart = segregation(np.array([10.0, 0, 20]), np.array([10.0, 30, 20]))
    assert (apart.dissimilarity, apart.entropy, apart.gini, apart.isolation) == pytest.approx(
        (1, 1, 1, 1)
    )
    even = segregation(np.array([1.0, 3, 2]), np.array([10.0, 30, 20]))
    assert (even.dissimilarity, even.entropy, even.gini, even.correlation_ratio) == pytest.approx(
        (0, 0, 0, 0), abs=1e-12
    )
    assert even.corrected == pytest.approx(0.0) and even.areas == 3 and even.mean_size == 20
    nobody = segregation(np.array([0.0, 0]), np.array([5.0, 5]))
    assert math.isnan(nobody.dissimilarity) and math.isnan(nobody.isolation)
    with pytest.raises(InputError, match="more persons of the group than residents"):
        segregation(np.array([6.0]), np.array([5.0]))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 60)), min_size=2, max_size=12))
def test_segregation_identities_and_the_definitions_by_hand(rows):
    x = np.array([min(a, b) for a, b in rows], dtype=float)
    t = np.array([b for _, b in rows], dtype=float)
    found = segregation(x, t, redraws=5)
    whole, people = x.sum(), t.sum()
    if whole in (0, people):
        assert math.isnan(found.gini)
        return
    share, p = whole / people, x / t
    assert found.isolation + found.interaction == pytest.approx(1.0)
    assert found.dissimilarity == pytest.approx(
        (t * abs(p - share)).sum() / (2 * people * share * (1 - share))
    )
    assert found.gini == pytest.approx(
        sum(a * b * abs(c - d) for a, c in zip(t, p) for b, d in zip(t, p))
        / (2 * people**2 * share * (1 - share))
    )
    assert found.correlation_ratio == pytest.approx((found.isolation - share) / (1 - share))
    for index in (
        found.dissimilarity,
        found.entropy,
        found.gini,
        found.correlation_ratio,
        found.corrected,
    ):
        assert -1e-9 <= index <= 1 + 1e-9
    assert found.dissimilarity <= found.gini + 1e-9


def test_chance_alone_in_small_areas_is_taken_away():
    random = np.random.default_rng(11)
    t = np.full(400, 12.0)
    x = random.binomial(12, 0.2, size=400).astype(float)
    found = segregation(x, t)
    assert found.dissimilarity > 0.25 and found.corrected < 0.7 * found.dissimilarity


def test_less_than_one_full_time_person_is_no_warning():
    with np.errstate(all="raise"):
        found = segregation(np.array([0.3, 0.1]), np.array([10.0, 10.0]))
    assert found.dissimilarity == pytest.approx(
        0.5 * (abs(0.75 - 9.7 / 19.6) + abs(0.25 - 9.9 / 19.6))
    )
    assert 0 <= found.corrected <= 1
