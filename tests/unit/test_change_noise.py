"""The interval of a difference: against published examples, and against what it promises in many drawn worlds."""

from __future__ import annotations

import math

import numpy as np
import pytest
from geofa_sociodemografi.core.change.noise import Counted, difference

NEWCOMBE = [
    ((56, 70), (48, 80), 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926),
    ((0, 10), (0, 20), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0000),
    ((10, 10), (0, 10), 0.6075, 1.0000),
]
"""Newcombe (1998), Statistics in Medicine 17: 873-890, table II, method 10 (score without continuity correction)."""


def counted(*pairs):
    numerators, denominators = zip(*pairs)
    return Counted(np.array(numerators, float), np.array(denominators, float))


@pytest.mark.parametrize("now, before, low, high", NEWCOMBE)
def test_shares_are_compared_as_newcombe_printed(now, before, low, high):
    found = difference(counted(before), counted(now), 1.0, False)
    assert found.low[0] == pytest.approx(low, abs=6e-5)
    assert found.high[0] == pytest.approx(high, abs=6e-5)
    assert found.change[0] == pytest.approx(now[0] / now[1] - before[0] / before[1])


def test_the_unit_scales_all_three():
    one = difference(counted((48, 80)), counted((56, 70)), 1.0, False)
    hundred = difference(counted((48, 80)), counted((56, 70)), 100.0, False)
    for name in ("change", "low", "high"):
        assert getattr(hundred, name)[0] == pytest.approx(100 * getattr(one, name)[0])


def test_turned_round_the_interval_is_mirrored():
    there = difference(counted((12, 300)), counted((25, 280)), 100.0, False)
    back = difference(counted((25, 280)), counted((12, 300)), 100.0, False)
    assert (back.low[0], back.high[0]) == pytest.approx((-there.high[0], -there.low[0]))


@pytest.mark.parametrize("events", [False, True])
def test_of_worlds_in_which_nothing_changed_one_in_twenty_is_told_as_changed(events):
    random = np.random.default_rng(4)
    runs, whole = 20_000, np.full(20_000, 400.0)
    level = 0.12
    draw = (
        (lambda: random.poisson(level * 400, runs))
        if events
        else (lambda: random.binomial(400, level, runs))
    )
    found = difference(
        Counted(draw().astype(float), whole), Counted(draw().astype(float), whole), 100.0, events
    )
    told = np.mean(found.more_than_noise.astype(bool))
    assert 0.035 < told < 0.06


def test_where_most_people_are_the_same_it_tells_less_than_one_in_twenty():
    """The reason the page says that a change within chance may still be real."""
    random = np.random.default_rng(5)
    runs, people, stay = 4_000, 400, 360
    same = random.binomial(stay, 0.12, runs)
    before, now = (
        Counted(
            (same + random.binomial(people - stay, 0.12, runs)).astype(float), np.full(runs, 400.0)
        )
        for _ in range(2)
    )
    told = np.mean(difference(before, now, 100.0, False).more_than_noise.astype(bool))
    assert told < 0.001


def test_a_period_without_people_has_no_interval():
    found = difference(
        counted((0, 0), (3, 50)), counted((3, 50), (math.nan, math.nan)), 100.0, False
    )
    assert np.isnan(found.low).all() and np.isnan(found.high).all()
    assert found.more_than_noise.tolist() == [None, None]


def test_more_full_time_persons_than_everybody_end_at_everybody():
    found = difference(counted((40, 50)), counted((51, 50)), 100.0, False)
    assert found.change[0] == pytest.approx(22.0) and found.high[0] >= found.change[0]
