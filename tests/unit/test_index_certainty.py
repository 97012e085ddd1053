"""Intervals, shrinkage, stability and sensitivity, against published values, brute force and the definition by hand."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from geofa_sociodemografi.core.errors import CancelledError, InputError
from geofa_sociodemografi.core.index.certainty.sensitivity import sensitivity, variance_shares
from geofa_sociodemografi.core.index.certainty.stability import StabilityChoices, stability
from geofa_sociodemografi.core.index.certainty.variation import MANY, Sample
from geofa_sociodemografi.core.index.composite import score_index
from geofa_sociodemografi.core.index.cube import Cube
from geofa_sociodemografi.core.progress import Silent
from scipy import stats

from tests.unit.index_helpers import NAN, Z, cube, definition, up

THREE = {"method": "sd", "cuts": [{"at": -1, "in": "above"}, {"at": 1, "in": "below"}]}


def _counted(numerators, denominators, names=("a", "b", "c")):
    k, n = np.asarray(numerators, dtype=float), np.asarray(denominators, dtype=float)
    areas = tuple(f"a{i}" for i in range(k.shape[1]))
    rows = {name: row[None] for name, row in zip(names, k)}
    size = {name: row[None] for name, row in zip(names, n)}
    return Cube(
        areas,
        ("2026-01",),
        {name: 100 * rows[name] / size[name] for name in rows},
        n[:1],
        rows,
        size,
    )


def _index(**keys):
    return definition("a", "b", "c", normalisation=Z, rescale=Z, classes=THREE, **keys)


RANDOM = np.random.default_rng(8)
N = RANDOM.integers(20, 400, size=(3, 12))
TOWN = _counted(RANDOM.binomial(N, RANDOM.beta(2, 6, size=(3, 12))), N)
UNITS = dict.fromkeys("abc", (100.0, False))


def _stable(town=TOWN, about=None, **choices):
    scores = score_index(town, about or _index(), up("a", "b", "c"))
    return scores, stability(
        town, scores, "2026-01", UNITS, up("a", "b", "c"), StabilityChoices(**choices), Silent()
    )


def most_common(stable):
    """The class each area had most often; all areas have one."""
    return np.argmax(stable.in_class, axis=0) + 1


def test_without_anything_to_vary_every_run_is_the_index_itself():
    scores, stable = _stable(runs=7, weight_spread=0.0, scales=False, noise=False)
    assert stable.kept.tolist() == [1.0] * 12 and stable.noisy == ()
    assert most_common(stable).tolist() == scores.index_class[0].tolist()
    assert stable.rank_low.tolist() == stable.rank_high.tolist()


def test_weights_alone_agree_with_brute_force():
    scores, stable = _stable(runs=400, scales=False, noise=False)
    z = np.array([(row - row.mean()) / row.std() for row in (TOWN.values[i][0] for i in "abc")])
    random, counts = np.random.default_rng(99), np.zeros(12)
    for _ in range(4000):
        score = random.uniform(0.75, 1.25, size=3) @ z
        score = (score - score.mean()) / score.std()
        counts += (1 + (score >= -1) + (score > 1)) == scores.index_class[0]
    assert stable.kept == pytest.approx(counts / 4000, abs=0.08)


def test_noise_alone_agrees_with_brute_force():
    scores, stable = _stable(runs=1000, weight_spread=0.0, scales=False)
    random, counts = np.random.default_rng(5), np.zeros(12)
    for _ in range(3000):
        x = (
            random.binomial(
                N,
                TOWN.values["a"][0] / 100
                if False
                else np.array([TOWN.numerators[i][0] for i in "abc"]) / N,
            )
            / N
        )
        z = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
        score = z.sum(axis=0)
        score = (score - score.mean()) / score.std()
        counts += (1 + (score >= -1) + (score > 1)) == scores.index_class[0]
    assert stable.kept == pytest.approx(counts / 3000, abs=0.06) and stable.noisy == ("a", "b", "c")


def test_larger_areas_are_more_certain_and_the_seed_repeats():
    large = Cube(
        TOWN.areas,
        TOWN.periods,
        TOWN.values,
        TOWN.population,
        {i: 400 * TOWN.numerators[i] for i in "abc"},
        {i: 400 * TOWN.denominators[i] for i in "abc"},
    )
    _, few = _stable(runs=300, weight_spread=0.0, scales=False)
    _, many = _stable(large, runs=300, weight_spread=0.0, scales=False)
    assert many.kept.mean() > few.kept.mean() and np.all(
        many.rank_high - many.rank_low <= few.rank_high - few.rank_low
    )
    assert _stable(runs=250)[1].in_class.tolist() == _stable(runs=250)[1].in_class.tolist()
    assert np.allclose(_stable(runs=250)[1].in_class.sum(axis=0), 1.0)


def test_a_frozen_index_is_varied_on_its_frozen_scale():
    later = Cube(
        TOWN.areas,
        ("2025-01", "2026-01"),
        {i: np.vstack([TOWN.values[i], TOWN.values[i] + 30]) for i in "abc"},
        np.vstack([TOWN.population] * 2),
        {},
        {},
    )
    about = _index(baseline={"kind": "frozen", "period": "2025-01"})
    scores = score_index(later, about, up("a", "b", "c"))
    stable = stability(
        later, scores, "2026-01", {}, up("a", "b", "c"), StabilityChoices(runs=60), Silent()
    )
    assert scores.index_class[1].tolist() == most_common(stable).tolist()
    still = stability(
        later,
        scores,
        "2026-01",
        {},
        up("a", "b", "c"),
        StabilityChoices(runs=5, weight_spread=0.0, scales=False),
        Silent(),
    )
    assert still.kept.tolist() == [1.0] * 12


@pytest.mark.parametrize("events", [False, True])
def test_samples_have_the_distribution_they_stand_for(events):
    numerators, denominators = np.array([3.0, 30.0, 0.0, NAN]), np.array([40.0, 1000.0, 50.0, 10.0])
    drawn = Sample(numerators, denominators, 100.0, events).draw(
        np.random.default_rng(2), np.array([1, 2, 3, 4.0]), 40000
    )
    half = 0.5 if events else 0.5 * 50 / 51  # nobody of fifty: half a person's chance
    assert (
        drawn[:, 2].mean() * 50 / 100 == pytest.approx(half, rel=0.05)
        and drawn[:, 3].tolist() == [4.0] * 40000
    )
    for at in (0, 1):
        k, n = numerators[at], denominators[at]
        law = stats.poisson(k) if events else stats.binom(int(n), k / n)
        assert (law.var() > MANY) == (at == 1)
        counts = drawn[:, at] * n / 100.0
        for share in (0.05, 0.5, 0.95):
            assert np.quantile(counts, share) == pytest.approx(law.ppf(share), abs=1.01)
        assert counts.mean() == pytest.approx(law.mean(), rel=0.01)
        assert counts.std() == pytest.approx(law.std(), rel=0.02)
        assert stats.skew(counts) == pytest.approx(float(law.stats("s")), abs=0.06)


def test_wrong_choices_and_cancel():
    with pytest.raises(InputError, match="at least one run"):
        _stable(runs=0)
    scores = score_index(TOWN, _index(), up("a", "b", "c"))

    class Stopped(Silent):
        def is_cancelled(self):
            return True

    with pytest.raises(CancelledError):
        stability(TOWN, scores, "2026-01", UNITS, up("a", "b", "c"), StabilityChoices(), Stopped())


def test_variance_shares_of_known_parts():
    a, b, c = np.arange(4.0), np.arange(3.0) * 2, np.zeros(5)
    added = np.array([[[[x + y + z] for z in c] for y in b] for x in a])
    found = variance_shares(added)
    whole = a.var() + b.var()
    assert found.first == pytest.approx(
        {"weights": a.var() / whole, "normalisation": b.var() / whole, "noise": 0.0}
    )
    assert found.together == pytest.approx(0.0) and found.spread == pytest.approx(math.sqrt(whole))
    times = np.array([[[[x * y] for _ in c] for y in (-1.0, 1.0)] for x in (-1.0, 1.0)])
    assert variance_shares(times).together == pytest.approx(1.0)
    assert math.isnan(variance_shares(np.ones((2, 2, 2, 3))).together)


def test_sensitivity_adds_up_and_sees_what_is_not_there():
    scores = score_index(TOWN, _index(), up("a", "b", "c"))
    found = sensitivity(TOWN, scores, "2026-01", UNITS, up("a", "b", "c"), Silent())
    assert sum(found.first.values()) + found.together == pytest.approx(1.0)
    assert (
        all(share >= 0 for share in found.first.values())
        and found.first["noise"] > found.first["normalisation"]
    )
    without = sensitivity(TOWN, scores, "2026-01", {}, up("a", "b", "c"), Silent())
    assert without.first["noise"] == pytest.approx(0.0)


def test_stability_of_every_preset_like_shape():
    shapes = itertools.product(
        (
            {"method": "geometric"},
            {"method": "weighted_median"},
            {"method": "copeland_majority"},
            {"method": "count_above", "threshold": 50},
        ),
        ({"method": "min_max", "low": 1},),
    )
    for aggregation, normalisation in shapes:
        about = definition(
            "a",
            "b",
            "c",
            normalisation=normalisation,
            classes={"method": "quantiles", "count": 3},
            aggregation={"themes": aggregation, "index": {"method": "arithmetic"}},
        )
        _, stable = _stable(about=about, runs=30)
        assert np.allclose(stable.in_class.sum(axis=0), 1.0)
    gaps = cube(a=[1, 2, 3, NAN, 5], b=[5, 2, 3, 1, 1], c=[1, 1, 2, 3, 4])
    about = _index(missing={"policy": "threshold", "share": 0.5})
    assert not np.isnan(_stable(gaps, about, runs=20)[1].kept).any()


GAPS = cube(
    periods=("2025-01", "2026-01"),
    a=[[1, 2, 3, NAN, 5, 8], [2, 2, 4, 6, NAN, 9]],
    b=[[5, 2, 3, 1, 1, 7], [6, 2, 3, 1, 2, 2]],
    c=[[1, NAN, 2, 3, 4, 4], [1, 1, 2, 3, 4, 9]],
)
COUNTED = Cube(
    GAPS.areas,
    GAPS.periods,
    GAPS.values,
    GAPS.population,
    {i: GAPS.values[i] * np.array([2.0, 0.5, 3.0, 1.0, 9.0, 0.2]) for i in "abc"},
    {i: 100 * np.array([[2.0, 0.5, 3.0, 1.0, 9.0, 0.2]] * 2) for i in "abc"},
)
AGGREGATIONS = [
    ("arithmetic", "arithmetic"),
    ("arithmetic", "geometric"),
    ("geometric", "arithmetic"),
    ("count_above", "arithmetic"),
    ("principal_component", "arithmetic"),
    ("weighted_median", "power"),
]


@pytest.mark.parametrize("aggregation", AGGREGATIONS, ids="-".join)
@pytest.mark.parametrize(
    "missing",
    [
        {"policy": "drop"},
        {"policy": "threshold", "share": 0.5},
        {"policy": "mean"},
        {"policy": "carried_forward", "months": 12},
    ],
    ids=lambda m: m["policy"],
)
@pytest.mark.parametrize(
    "baseline",
    [{"kind": "this_period"}, {"kind": "all_periods"}, {"kind": "frozen", "period": "2025-01"}],
    ids=lambda b: b["kind"],
)
@pytest.mark.parametrize("shrinkage", [False, True])
@pytest.mark.parametrize("period", ["2025-01", "2026-01"])
def test_a_run_with_nothing_varied_is_always_the_index_itself(
    aggregation, missing, baseline, shrinkage, period
):
    themes, index = aggregation
    about = definition(
        "a",
        "b",
        "c",
        normalisation={"method": "min_max", "low": 20, "high": 100},
        missing=missing,
        baseline=baseline,
        shrinkage=shrinkage,
        aggregation={
            "themes": {"method": themes, **({"threshold": 50} if themes == "count_above" else {})},
            "index": {"method": index},
        },
        classes={"method": "quantiles", "count": 3},
    )
    try:
        scores = score_index(COUNTED, about, up("a", "b", "c"))
    except InputError:
        return  # too few areas have everything, which is refused elsewhere
    stable = stability(
        COUNTED,
        scores,
        period,
        {},
        up("a", "b", "c"),
        StabilityChoices(runs=3, weight_spread=0.0, scales=False, noise=False),
        Silent(),
    )
    row = scores.periods.index(period)
    scored = ~np.isnan(scores.score[row])
    assert scored.any() and stable.kept[scored].tolist() == [1.0] * int(scored.sum())
    varied = stability(
        COUNTED, scores, period, UNITS, up("a", "b", "c"), StabilityChoices(runs=5), Silent()
    )
    assert np.allclose(varied.in_class[:, scored].sum(axis=0), 1.0)


SMALL = Cube(
    tuple("abcd"),
    ("2026-01",),
    {"x": np.array([[5.0, 10.0, 22.5, 40.0]])},
    np.full((1, 4), 50.0),
    {"x": np.array([[1.0, 3.0, 9.0, 20.0]])},
    {"x": np.array([[20.0, 30.0, 40.0, 50.0]])},
)


@pytest.mark.parametrize(
    "method",
    [
        {"method": "target", "target": 6.0},
        {"method": "reference", "area": "b"},
        {"method": "log", "zero": "refuse"},
        {"method": "z"},
    ],
    ids=lambda m: m["method"],
)
def test_no_sample_turns_an_indicator_round(method):
    about = definition(
        "x",
        normalisation=method,
        rescale={"method": "z"},
        classes={"method": "fixed", "cuts": [{"at": 0}]},
    )
    scores = score_index(SMALL, about, up("x"))
    stable = stability(
        SMALL,
        scores,
        "2026-01",
        {"x": (100.0, False)},
        up("x"),
        StabilityChoices(runs=2000, scales=False),
        Silent(),
    )
    assert (
        stable.in_class[1, 0] < 0.02 and stable.in_class[1, 3] > 0.98
    )  # the least and the most disadvantaged


@pytest.mark.parametrize(
    "themes, index", [("copeland_majority", "arithmetic"), ("arithmetic", "copeland_outranking")]
)
def test_nothing_varied_is_the_index_itself_for_areas_compared_over_all_months(themes, index):
    about = definition(
        "a",
        "b",
        "c",
        normalisation={"method": "z"},
        baseline={"kind": "all_periods"},
        rescale={"method": "z"},
        aggregation={"themes": {"method": themes}, "index": {"method": index}},
        classes={"method": "quantiles", "count": 3},
    )
    scores = score_index(COUNTED, about, up("a", "b", "c"))
    stable = stability(
        COUNTED,
        scores,
        "2026-01",
        {},
        up("a", "b", "c"),
        StabilityChoices(runs=3, weight_spread=0.0, scales=False, noise=False),
        Silent(),
    )
    scored = ~np.isnan(scores.score[scores.periods.index("2026-01")])
    assert scored.any() and stable.kept[scored].tolist() == [1.0] * int(scored.sum())
