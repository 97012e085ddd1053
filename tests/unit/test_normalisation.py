"""Every normaliser against values worked out by hand from its formula, and in the odd cases."""

from __future__ import annotations

import math

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.definitions import Method
from geofa_sociodemografi.core.catalogue.index.methods import methods
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.index.steps.normalisation import (
    apply,
    fit,
    given_scale,
    orient,
    ranks,
    scale_numbers,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata
from scipy.stats.mstats import winsorize

NAN = np.nan
X = [2.0, 4.0, 4.0, 10.0]


def normalised(values, name, sign=1.0, reference=None, **options):
    known = methods("normalisation")[name]["options"]
    method = Method(name, {**known, **options})
    rows = np.atleast_2d(np.asarray(values, dtype=float))
    base = rows if reference is None else np.atleast_2d(np.asarray(reference, dtype=float))
    scale = fit(orient(base, sign, method, "x"), method, sign)
    return apply(orient(rows, sign, method, "x"), method, scale)[0].tolist()


# mean 5; squares 9, 1, 1, 25 = 36; population sd 3, sample sd sqrt(12)
BY_HAND = {
    "none": ({}, X),
    "z": ({}, [-1.0, -1 / 3, -1 / 3, 5 / 3]),
    "min_max": ({"low": 1, "high": 100}, [1.0, 25.75, 25.75, 100.0]),
    "goalposts": ({"from": 3, "to": 8, "low": 0, "high": 10}, [0.0, 2.0, 2.0, 10.0]),
    "percentile_rank": ({}, [0.0, 1 / 3, 1 / 3, 1.0]),
    "rank": ({}, [1.0, 2.0, 2.0, 4.0]),
    "borda": ({}, [0.0, 1.0, 1.0, 3.0]),
    "target": ({"target": 6.0}, [0.0, 0.5, 0.5, 2.0]),
    "reference": ({"area": 1}, [0.0, 1.0, 1.0, 4.0]),
    "log": ({}, None),
    "winsorised": ({"lower": 0.25, "upper": 0.75}, None),
    "exponential": ({}, None),
}


@pytest.mark.parametrize("name", list(methods("normalisation")))
def test_every_method_by_hand(name):
    options, expected = BY_HAND[name]
    if expected is not None:
        assert normalised(X, name, **options) == pytest.approx(expected)


def test_z_with_the_samples_standard_deviation():
    assert normalised(X, "z", ddof=1) == pytest.approx([v / math.sqrt(12) for v in (-3, -1, -1, 5)])
    assert normalised(X, "z", mean=1000, sd=100) == pytest.approx(
        [900, 1000 - 100 / 3, 1000 - 100 / 3, 1000 + 500 / 3]
    )


def test_logarithm_then_z():
    logs = [0.0, 1.0, 2.0]  # of 1, 10, 100: mean 1, population sd sqrt(2/3)
    assert normalised([1, 10, 100], "log") == pytest.approx(
        [(v - 1) / math.sqrt(2 / 3) for v in logs]
    )
    assert normalised([0, 9, 99], "log", zero="plus_one") == pytest.approx(
        normalised([1, 10, 100], "log")
    )
    with pytest.raises(InputError, match="x has 1 figures of zero or less"):
        normalised([0, 10, 100], "log")
    with pytest.raises(InputError, match="2 figures"):
        normalised([-5, -1, 100], "log", zero="plus_one")


def test_winsorised_clips_at_the_quantiles_then_standardises():
    values = [0.0, 10.0, 20.0, 30.0, 1000.0]  # quartiles 10 and 30
    clipped = [10.0, 10.0, 20.0, 30.0, 30.0]  # mean 20, population sd sqrt(80)
    assert normalised(values, "winsorised", lower=0.25, upper=0.75) == pytest.approx(
        [(v - 20) / math.sqrt(80) for v in clipped]
    )
    assert winsorize(np.array(values), limits=(0.2, 0.2)).tolist() == clipped


def test_exponential_has_the_published_values():
    n = 32844
    found = normalised(np.arange(1, n + 1), "exponential")
    assert found[0] == pytest.approx(0.0007, abs=5e-5)
    assert found[n // 2 - 1] == pytest.approx(15.6468, abs=5e-4)
    assert found[-1] == pytest.approx(100.0)
    tenth = normalised(np.arange(1, 11), "exponential")
    assert tenth[8] == pytest.approx(50.4267, abs=5e-4)


def test_distance_to_a_target_turns_with_the_direction():
    # COINr: direction −1: (max − x) / (max − target)
    assert normalised(X, "target", sign=-1.0, target=4.0) == pytest.approx([8 / 6, 1.0, 1.0, 0.0])
    assert normalised(X, "target", sign=-1.0, target=4.0, cap=True) == pytest.approx(
        [1.0, 1.0, 1.0, 0.0]
    )


def test_a_logarithm_turns_with_the_direction():
    assert normalised([1, 10, 1000], "log", sign=-1.0) == pytest.approx(
        [-v for v in normalised([1, 10, 1000], "log")]
    )


@pytest.mark.parametrize("name", ["z", "min_max", "percentile_rank", "rank", "borda", "winsorised"])
def test_turned_indicators_give_the_scale_turned(name):
    assert normalised(X, name, sign=-1.0) == pytest.approx(normalised([-v for v in X], name))


def test_goalposts_are_given_in_the_indicators_own_direction():
    assert normalised(
        [60, 75, 90], "goalposts", sign=-1.0, **{"from": 90, "to": 60}
    ) == pytest.approx([100, 50, 0])


@pytest.mark.parametrize(
    ("name", "options", "middle"),
    [
        ("z", {}, 0.0),
        ("min_max", {}, 50.0),
        ("percentile_rank", {}, 0.0),
        ("rank", {}, 1.0),
        ("borda", {}, 0.0),
        ("log", {}, 0.0),
        ("winsorised", {}, 0.0),
        ("target", {"target": 5}, 0.5),
        ("reference", {"area": 0}, 0.5),
    ],
)
def test_a_constant_column_tells_nothing(name, options, middle):
    assert normalised([5, 5, 5], name, **options) == pytest.approx([middle] * 3)


@pytest.mark.parametrize(
    "name", [n for n in methods("normalisation") if n not in ("goalposts", "target", "reference")]
)
def test_missing_stays_missing_and_does_not_touch_the_others(name):
    whole = normalised([3, 7, 9], name)
    with_gap = normalised([3, NAN, 7, 9], name)
    assert math.isnan(with_gap[1]) and [with_gap[0], *with_gap[2:]] == pytest.approx(whole)
    assert all(math.isnan(v) for v in normalised([NAN, NAN], name))


@pytest.mark.parametrize(
    ("name", "alone"), [("z", 0.0), ("min_max", 50.0), ("percentile_rank", 0.5), ("rank", 1.0)]
)
def test_one_area(name, alone):
    assert normalised([7], name) == [alone]


def test_a_frozen_scale_places_new_figures_on_the_old_one():
    assert normalised([5, 11], "z", reference=X) == pytest.approx([0.0, 2.0])
    assert normalised([6, 12], "min_max", reference=X, low=0, high=1) == pytest.approx([0.5, 1.25])
    assert normalised([1, 3, 4, 11], "rank", reference=X) == [1.0, 2.0, 2.0, 5.0]
    assert normalised([1, 3, 4, 11], "percentile_rank", reference=X) == pytest.approx(
        [0, 1 / 3, 1 / 3, 1.0]
    )


def test_numbers_given_are_the_scale():
    method = Method("z", {"ddof": 0, "mean": 0.0, "sd": 1.0})
    scale = given_scale({"mean": 10, "sd": 2}, method, -1.0)
    assert apply(np.array([[-12.0]]), method, scale)[0, 0] == pytest.approx(-1.0)
    assert scale_numbers(scale, method, -1.0) == {"mean": 10.0, "sd": 2.0}
    assert given_scale({"low": 1}, method, 1.0) is None


def test_an_unknown_reference_area_is_told():
    with pytest.raises(InputError, match="reference area Mars"):
        normalised(X, "reference", area="Mars")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from([1.0, 2.0, 2.5, 3.0, 7.0]), min_size=1, max_size=12),
    st.sampled_from(["min", "max", "average", "dense", "ordinal"]),
)
def test_ranks_are_scipys(values, ties):
    assert ranks(np.array([values, values[::-1]]), ties).tolist() == [
        rankdata(values, ties).tolist(),
        rankdata(values[::-1], ties).tolist(),
    ]
