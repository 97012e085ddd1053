"""The whole index by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.definitions import Classes, Method
from geofa_sociodemografi.core.catalogue.index.presets import definition_of, presets
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from geofa_sociodemografi.core.index.composite import score_index, signs
from geofa_sociodemografi.core.index.cube import cube_of
from geofa_sociodemografi.core.index.steps.classes import classify, cuts_of

from tests.unit.index_helpers import NAN, Z, cube, definition, up


def test_two_themes_by_hand():
    figures = cube(a=[1, 2, 3], b=[30, 20, 10], c=[0, 5, 10])
    themes = [
        {
            "id": "x",
            "name": {"da": "x", "en": "x"},
            "weight": 3,
            "indicators": [
                {"indicator": "a", "direction": "higher_is_worse", "weight": 1},
                {"indicator": "b", "direction": "lower_is_worse", "weight": 4},
            ],
        },
        {
            "id": "y",
            "name": {"da": "y", "en": "y"},
            "weight": 1,
            "indicators": [{"indicator": "c", "direction": "higher_is_worse"}],
        },
    ]
    sign_of = {"a": 1.0, "b": -1.0, "c": 1.0}
    small = {"themes": themes, "normalisation": {"method": "min_max", "low": 1, "high": 3}}
    scored = {
        kind: score_index(figures, definition(weighting=kind, **small), sign_of)
        for kind in ("given", "by_theme", "equal")
    }
    for scores in scored.values():  # all three say the same of every area
        assert scores.normalised[:, 0] == pytest.approx(np.array([[1, 2, 3]] * 3))
        assert scores.score[0] == pytest.approx([1, 2, 3])
    assert scored["given"].definition.effective_weights() == pytest.approx(
        {"a": 0.15, "b": 0.6, "c": 0.25}
    )
    assert scored["by_theme"].definition.effective_weights() == pytest.approx(
        {"a": 0.375, "b": 0.375, "c": 0.25}
    )
    assert scored["equal"].definition.effective_weights() == pytest.approx(
        {"a": 1 / 3, "b": 1 / 3, "c": 1 / 3}
    )
    mixed = score_index(
        figures,
        definition(
            weighting="given",
            **small,
            aggregation={"themes": {"method": "geometric"}, "index": {"method": "power", "p": 2}},
        ),
        {"a": 1.0, "b": 1.0, "c": 1.0},
    )
    theme = [1**0.2 * 3**0.8, 2.0, 3**0.2 * 1**0.8]
    assert mixed.theme_scores[0, 0] == pytest.approx(theme)
    assert mixed.score[0] == pytest.approx(
        [math.sqrt(0.75 * t * t + 0.25 * c * c) for t, c in zip(theme, (1, 2, 3))]
    )


POLICIES = {
    "drop": ({}, [NAN, 2.0, 5.0, 6.0]),
    "threshold": ({"share": 0.5}, [1.0, 2.0, 5.0, 6.0]),
    "mean": ({}, [(1 + 17 / 3) / 2, 2.0, 5.0, 6.0]),  # the other areas' mean of b
    "carried_forward": ({"months": 2}, [(1 + 9) / 2, 2.0, 5.0, 6.0]),
}


@pytest.mark.parametrize("policy", list(POLICIES))
def test_missing_figures_by_hand(policy):
    options, expected = POLICIES[policy]
    figures = cube(
        periods=("2025-12", "2026-01"),
        a=[[0, 0, 0, 0], [1, 2, 3, 4]],
        b=[[9, 0, 0, 0], [NAN, 2, 7, 8]],
    )
    scores = score_index(
        figures,
        definition("a", "b", missing={"policy": policy, **options}),
        up("a", "b"),
        ["2026-01"],
    )
    assert scores.score[0] == pytest.approx(expected, nan_ok=True)
    assert scores.lacking[0].tolist() == [policy == "drop", False, False, False]
    assert bool(scores.filled[1, 0, 0]) == (policy in ("mean", "carried_forward"))
    assert scores.reason(0, 0) == ("Figures are missing" if policy == "drop" else "")


def test_a_threshold_of_weight_leaves_out_and_an_old_figure_is_not_carried():
    figures = cube(
        periods=("2025-10", "2026-01"),
        a=[[0, 0, 0, 0], [1, 2, 3, 4]],
        b=[[9, 0, 0, 0], [NAN, 2, 7, 8]],
    )
    for policy in (
        {"policy": "threshold", "share": 0.6},
        {"policy": "carried_forward", "months": 2},
    ):
        scores = score_index(
            figures, definition("a", "b", missing=policy), up("a", "b"), ["2026-01"]
        )
        assert math.isnan(scores.score[0, 0]) and scores.lacking[0, 0]


def test_nothing_may_be_missing_names_area_period_and_indicator():
    figures = cube(a=[1, 2, 3], b=[1, NAN, 3])
    with pytest.raises(InputError, match="a1 2026-01 b"):
        score_index(figures, definition("a", "b", missing={"policy": "none_allowed"}), up("a", "b"))
    still = definition(
        {"indicator": "a", "direction": "higher_is_worse"},
        {"indicator": "b", "direction": "higher_is_worse", "weight": 0},
        missing={"policy": "none_allowed"},
    )
    assert score_index(figures, still, up("a", "b")).score[0].tolist() == [1, 2, 3]


def test_small_areas_take_no_part_and_do_not_move_the_scale():
    figures = cube(population=[50, 500, 500, NAN, 500], a=[1000, 1, 2, -1000, 3])
    scores = score_index(figures, definition("a", normalisation=Z, minimum_population=100), up("a"))
    assert scores.score[0, [1, 2, 4]] == pytest.approx([-math.sqrt(1.5), 0, math.sqrt(1.5)])
    assert np.isnan(scores.score[0, [0, 3]]).all() and scores.few[0].tolist() == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert scores.reason(0, 0) == "Fewer than 100 residents" and scores.reason(0, 1) == ""


BASELINES = {
    "this_period": ([-1.224745, 0, 1.224745], [-1.224745, 0, 1.224745]),
    "all_periods": None,
    "frozen": ([-1.224745, 0, 1.224745], [1.224745, 2.449490, 3.674235]),
}


@pytest.mark.parametrize("kind", list(BASELINES))
def test_baselines_by_hand(kind):
    figures = cube(periods=("2025-01", "2026-01"), a=[[1, 2, 3], [3, 4, 5]])
    about = {"kind": kind, **({"period": "2025-01"} if kind == "frozen" else {})}
    scores = score_index(figures, definition("a", normalisation=Z, baseline=about), up("a"))
    expected = BASELINES[kind]
    if expected is None:  # six figures together: mean 3, population sd sqrt(10 / 6)
        sd = math.sqrt(10 / 6)
        expected = [[(v - 3) / sd for v in (1, 2, 3)], [(v - 3) / sd for v in (3, 4, 5)]]
    assert scores.score == pytest.approx(np.array(expected), abs=1e-6)
    one = score_index(
        figures, definition("a", normalisation=Z, baseline=about), up("a"), ["2026-01"]
    )
    assert one.score[0] == pytest.approx(scores.score[1])


def test_numbers_given_score_another_municipality_alike():
    member = {"indicator": "a", "direction": "lower_is_worse", "scale": {"mean": 10, "sd": 5}}
    scores = score_index(
        cube(a=[10, 5, 20]),
        definition(member, normalisation=Z, baseline={"kind": "given"}),
        {"a": -1.0},
    )
    assert scores.score[0].tolist() == [0.0, 1.0, -2.0]
    with pytest.raises(CatalogueError, match="min_max"):
        score_index(
            cube(a=[1, 2, 3]),
            definition(member, normalisation={"method": "min_max"}, baseline={"kind": "given"}),
            {"a": -1.0},
        )


def test_england_ranks_domains_and_transforms_them():
    figures = cube(a=[1, 2, 3, 4], b=[4, 3, 2, 1])
    themes = [
        {
            "id": i,
            "name": {"da": i, "en": i},
            "weight": w,
            "indicators": [{"indicator": i, "direction": "higher_is_worse"}],
        }
        for i, w in (("a", 3), ("b", 1))
    ]
    scores = score_index(
        figures,
        definition(themes=themes, theme_normalisation={"method": "exponential", "scale": 23}),
        up("a", "b"),
    )

    def x(share):
        return -23 * math.log(1 - share * (1 - math.exp(-100 / 23)))

    assert scores.score[0] == pytest.approx(
        [(3 * x(r) + x(1.25 - r)) / 4 for r in (0.25, 0.5, 0.75, 1.0)]
    )


def test_classes_by_hand():
    values = np.array([[0.0, 1.0, 2.0, 3.0, NAN]])
    fixed = Classes("fixed", ((1.0, True), (2.0, False)))
    assert classify(values, fixed, cuts_of(fixed, values)).tolist() == [[1, 1, 3, 3, 0]]
    quarter = Classes("quantiles", count=4)
    assert cuts_of(quarter, values).tolist() == [[0.75, 1.5, 2.25]]
    assert classify(values, quarter, cuts_of(quarter, values)).tolist() == [[1, 2, 3, 4, 0]]
    sd = Classes("sd", ((-1.0, False), (1.0, True)))
    assert cuts_of(sd, values)[0] == pytest.approx([1.5 - math.sqrt(1.25), 1.5 + math.sqrt(1.25)])
    natural = Classes("natural_breaks", count=2)
    assert cuts_of(natural, values, lambda scores, count: [1.0, 3.0]).tolist() == [[1.0]]
    with pytest.raises(InputError, match="found by QGIS"):
        cuts_of(natural, values)
    with pytest.raises(InputError, match="4 different scores, too few for 6"):
        cuts_of(Classes("natural_breaks", count=6), values, lambda scores, count: [])


def test_a_cube_from_observations():
    import pandas as pd

    rows = [
        ("b", "2026-01", "x", 1.0, 4.0, 25.0),
        ("a", "2026-01", "x", 2.0, 4.0, 50.0),
        ("b", "2025-12", "x", 3.0, 4.0, 75.0),
        ("b", "2026-01", "population", NAN, NAN, 400.0),
    ]
    table = pd.DataFrame(
        rows, columns=["area_id", "period", "indicator", "numerator", "denominator", "value"]
    )
    found = cube_of(table)
    assert (found.areas, found.periods) == (("b", "a"), ("2025-12", "2026-01"))
    assert found.values["x"].tolist()[1] == [25.0, 50.0] and math.isnan(found.values["x"][0, 1])
    assert found.population[1, 0] == 400.0 and "population" not in found.numerators


def test_too_few_areas_and_what_was_not_counted_are_refused():
    with pytest.raises(InputError, match="Fewer than 3 areas"):
        score_index(cube(a=[1, 2]), definition("a"), up("a"))
    with pytest.raises(InputError, match="have no figures: b"):
        score_index(cube(a=[1, 2, 3]), definition("a", "b"), up("a", "b"))
    with pytest.raises(InputError, match="residents are not known"):
        score_index(
            cube(population=NAN, a=[1, 2, 3]), definition("a", minimum_population=10), up("a")
        )
    with pytest.raises(InputError, match="frozen at 2020-01, which was not counted"):
        score_index(
            cube(a=[1, 2, 3]),
            definition("a", baseline={"kind": "frozen", "period": "2020-01"}),
            up("a"),
        )
    told = score_index(
        cube(periods=("2025-01", "2026-01"), a=[[1, NAN, NAN], [1, 2, 3]]), definition("a"), up("a")
    )
    assert "2025-01" in told.warnings[0]


def test_presets_stand_on_the_catalogue_and_never_on_origin():
    known = {i.id: i for i in all_indicators()}
    assert {p.id for p in presets()} == {
        "berlin_mss",
        "hamburg",
        "england_imd",
        "nzdep",
        "dansk_kommunal",
    }
    for preset in presets():
        signs(preset, known)
        for identifier in preset.indicators:
            assert not known[identifier].legal_note and "origin" not in str(
                known[identifier].numerator
            ), identifier
    assert sum(theme.weight for theme in definition_of("england_imd").themes) == pytest.approx(
        0.999
    )
    assert Method("z", {"ddof": 0, "mean": 0, "sd": 1}) == definition_of("berlin_mss").normalisation


def test_the_month_it_is_frozen_at_needs_areas_too():
    figures = cube(
        periods=("2025-01", "2026-01"), a=[[1, 2, 3], [1, 2, 3]], b=[[NAN, NAN, NAN], [1, 2, 3]]
    )
    with pytest.raises(InputError, match="frozen at 2025-01, when fewer than 3 areas"):
        score_index(
            figures,
            definition("a", "b", baseline={"kind": "frozen", "period": "2025-01"}),
            up("a", "b"),
        )
    assert np.isfinite(
        score_index(figures, definition("a", "b"), up("a", "b"), ["2026-01"]).score
    ).all()


def test_an_area_with_nothing_known_is_not_made_of_the_others():
    scores = score_index(
        cube(a=[1, 2, 3, NAN], b=[1, 2, 3, NAN]),
        definition("a", "b", missing={"policy": "mean"}),
        up("a", "b"),
    )
    assert math.isnan(scores.score[0, 3]) and scores.reason(0, 3) == "Figures are missing"


def test_periods_come_in_the_order_they_are_asked_for():
    figures = cube(periods=("2025-01", "2026-01"), a=[[1, 2, 3], [6, 5, 4]])
    asked = score_index(figures, definition("a"), up("a"), ["2026-01", "2025-01"])
    assert asked.periods == ("2026-01", "2025-01") and asked.score.tolist() == [
        [6, 5, 4],
        [1, 2, 3],
    ]
