"""Every aggregator against values worked out by hand from its formula, and in the odd cases."""

from __future__ import annotations

import math

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.definitions import Method
from geofa_sociodemografi.core.catalogue.index.methods import methods
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.index.steps.aggregation import aggregate, principal_weights

NAN = np.nan
SCORES = [[1.0, 4.0, 2.0], [9.0, 4.0, 8.0], [3.0, 5.0, 2.0]]  # three members, three areas
WEIGHTS = [2.0, 1.0, 1.0]


def aggregated(name, scores=SCORES, weights=WEIGHTS, **options):
    method = Method(name, {**methods("aggregation")[name]["options"], **options})
    return aggregate(np.asarray(scores, dtype=float)[:, None, :], weights, method, "theme")[
        0
    ].tolist()


BY_HAND = {
    "arithmetic": [14 / 4, 17 / 4, 14 / 4],
    "geometric": [27**0.25, 320**0.25, 64**0.25],
    "harmonic": [4 / (2 + 1 / 9 + 1 / 3), 4 / (0.5 + 0.25 + 0.2), 4 / (1 + 1 / 8 + 0.5)],
    "power": [math.sqrt(92 / 4), math.sqrt(73 / 4), math.sqrt(76 / 4)],
    "weighted_median": [
        2.0,
        4.0,
        2.0,
    ],  # area 0: 1 has just half the weight, so the mean of 1 and 3
    # outranking: area 0 over 1: 1/4 (second member); 0 over 2: 1/4 + 1/4 (second, third); 1 over 2: 2/4 + 1/4
    "copeland_majority": [-1.0, 2.0, -1.0],
    "copeland_outranking": [0.25 + 0.5, 0.75 + 0.75, 0.5 + 0.25],
    "count_above": [3 * 1 / 4, 3 * 1 / 4, 3 * 1 / 4],
}


@pytest.mark.parametrize("name", [n for n in methods("aggregation") if n != "principal_component"])
def test_every_method_by_hand(name):
    expected = BY_HAND[name]
    if name == "count_above":
        assert aggregated(name, threshold=4.5) == pytest.approx([0.75, 0.75, 0.75])
        assert aggregated(name, weights=[1, 1, 1], threshold=3.5) == [1.0, 3.0, 1.0]
    else:
        assert aggregated(name) == pytest.approx(expected)


def test_copeland_brute_force():
    random = np.random.default_rng(3)
    scores, weights = (
        random.integers(0, 4, size=(4, 6)).astype(float),
        np.array([1.0, 2.0, 3.0, 1.5]),
    )
    sums, signs = [], []
    for p in range(6):
        over = []
        for q in range(6):
            if p != q:
                over.append(
                    sum(
                        w * (1.0 if s[p] > s[q] else 0.5 if s[p] == s[q] else 0.0)
                        for s, w in zip(scores, weights)
                    )
                    / weights.sum()
                )
        sums.append(sum(over))
        signs.append(sum(int(o > 0.5 + 1e-12) - int(o < 0.5 - 1e-12) for o in over))
    assert aggregated("copeland_outranking", scores, weights) == pytest.approx(sums)
    assert aggregated("copeland_majority", scores, weights) == signs


@pytest.mark.parametrize("p", [-2.0, 0.5, 1.0, 3.0, 60.0])
def test_power_means_contain_the_others(p):
    found = aggregated("power", p=p)
    assert found == pytest.approx(
        [(sum(w * x**p for w, x in zip(WEIGHTS, area)) / 4) ** (1 / p) for area in zip(*SCORES)]
    )
    if p == 1.0:
        assert found == pytest.approx(aggregated("arithmetic"))
    if p == 60.0:
        assert found == pytest.approx([9, 5, 8], rel=0.03)


def test_harmonic_geometric_arithmetic_are_in_order():
    rows = zip(
        aggregated("harmonic"),
        aggregated("geometric"),
        aggregated("arithmetic"),
        aggregated("power"),
    )
    assert all(a <= b <= c <= d for a, b, c, d in rows)


@pytest.mark.parametrize(
    "name", [n for n in methods("aggregation") if not n.startswith("copeland")]
)
def test_a_missing_member_leaves_the_rest_as_the_whole(name):
    gone = [[1.0, NAN, 2.0], [9.0, 4.0, 8.0], [3.0, 5.0, 2.0]]
    without = [[2.0], [4.0], [5.0]]
    found = aggregated(name, gone)
    if name != "count_above":
        assert found[1] == pytest.approx(aggregated(name, without[1:], WEIGHTS[1:])[0])
    assert found[0] == pytest.approx(aggregated(name)[0])
    assert math.isnan(aggregated(name, [[NAN], [NAN], [NAN]])[0])


def test_copeland_passes_over_an_area_that_has_nothing():
    found = aggregated("copeland_majority", [[1.0, NAN, 3.0], [1.0, NAN, 3.0]], [1, 1])
    assert found[0] == -1.0 and math.isnan(found[1]) and found[2] == 1.0


@pytest.mark.parametrize(
    ("name", "options"), [("geometric", {}), ("harmonic", {}), ("power", {"p": -1})]
)
def test_means_that_need_numbers_above_zero_refuse_others(name, options):
    with pytest.raises(InputError, match="theme: 1 numbers are not above zero"):
        aggregated(name, [[0.0, 1.0], [1.0, 1.0]], [1, 1], **options)
    with pytest.raises(InputError):
        aggregated(name, [[-3.0, 1.0], [1.0, 1.0]], [1, 1], **options)
    assert aggregated(name, [[0.0, 1.0], [2.0, 2.0]], [0, 1], **options) == pytest.approx(
        [2.0, 2.0]
    )


def test_principal_weights_are_the_first_component_of_the_correlations():
    random = np.random.default_rng(1)
    common = random.normal(size=200)
    values = np.stack([common + random.normal(scale=s, size=200) for s in (0.2, 0.5, 2.0)]) * [
        [1],
        [10],
        [100],
    ]
    found = principal_weights(values)
    # power iteration on the correlation matrix, another way to the same vector
    matrix, vector = np.corrcoef(values), np.ones(3)
    for _ in range(500):
        vector = matrix @ vector
        vector /= np.linalg.norm(vector)
    assert found == pytest.approx(vector) and found[0] > found[2]
    with pytest.raises(InputError, match="Only 2 areas"):
        principal_weights(values[:, :2])
