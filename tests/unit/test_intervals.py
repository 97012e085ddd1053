"""Intervals of shares and counts, and shrinkage, from the books and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.index.certainty.intervals import byar, interval, wilson
from geofa_sociodemografi.core.index.steps.shrinkage import shrunk
from scipy import stats

from tests.unit.index_helpers import NAN


def test_intervals_of_the_books():
    # Newcombe (1998), Statistics in Medicine 17: 857-872, table I: 81/263, 15/148, 0/20, 1/29
    for (x, n), score in (
        ((81, 263), (0.2553, 0.3662)),
        ((15, 148), (0.0624, 0.1605)),
        ((0, 20), (0.0, 0.1611)),
        ((1, 29), (0.0061, 0.1718)),
    ):
        assert wilson(np.array([x]), np.array([n])) == (
            pytest.approx([score[0]], abs=6e-5),
            pytest.approx([score[1]], abs=6e-5),
        )


@pytest.mark.parametrize("events", [0, 1, 2, 5, 10, 100])
def test_byars_interval_is_near_the_exact_one(events):
    low, high = byar(np.array([float(events)]), np.array([10.0]))
    exact = (
        stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0.0,
        stats.chi2.ppf(0.975, 2 * events + 2) / 2,
    )
    assert (10 * low[0], 10 * high[0]) == pytest.approx(exact, rel=0.01, abs=0.03)


def test_intervals_lie_around_the_share_and_unknown_stays_unknown():
    low, high = interval(np.array([20.0, NAN, 5.0]), np.array([100.0, 50.0, 0.0]), 100.0, False)
    assert low[0] < 20 < high[0] and np.isnan(low[1:]).all() and np.isnan(high[1:]).all()
    low, high = interval(np.array([20.0, NAN, 5.0]), np.array([100.0, 50.0, 0.0]), 1000.0, True)
    assert low[0] < 200 < high[0] and np.isnan(low[1:]).all() and np.isnan(high[1:]).all()


def test_shrinkage_by_hand():
    k, n = [[10.0, 0.0, 90.0]], [[100.0, 10.0, 190.0]]
    m = 100 / 300
    share = [0.1, 0.0, 90 / 190]
    spread = sum(w * (p - m) ** 2 for w, p in zip(n[0], share)) / 300
    between = spread - m * (1 - m) / 100
    expected = []
    for w, p in zip(n[0], share):
        b = (1 / (m * (1 - m) / w)) / (1 / (m * (1 - m) / w) + 1 / between)
        expected.append(100 * (b * p + (1 - b) * m))
    found = shrunk(np.array([[100 * p for p in share]]), np.array(k), np.array(n))
    assert found[0] == pytest.approx(expected)
    assert abs(found[0, 1] - 0) > abs(found[0, 2] - 100 * share[2])  # the small area moves most


def test_shrinkage_of_noise_alone_gives_the_municipality_and_uncounted_stays():
    even = shrunk(
        np.array([[50.0, 50.0, 7.0]]), np.array([[5.0, 50.0, NAN]]), np.array([[10.0, 100.0, NAN]])
    )
    assert even[0].tolist() == [50.0, 50.0, 7.0]


def test_more_than_everybody_is_everybody():
    with np.errstate(all="raise"):
        assert wilson(np.array([12.0]), np.array([10.0])) == pytest.approx(
            wilson(np.array([10.0]), np.array([10.0]))
        )
