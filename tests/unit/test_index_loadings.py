"""Principal components: the loadings of each month, and months with too few areas for them."""

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.index.composite import score_index

from tests.unit.index_helpers import NAN, Z, cube, definition, up


def test_a_principal_component_scaled_to_a_thousand():
    random = np.random.default_rng(5)
    common = random.normal(size=60)
    figures = cube(
        a=common + random.normal(size=60), b=10 * common + random.normal(size=60), c=-common
    )
    scores = score_index(
        figures,
        definition(
            "a",
            "b",
            {"indicator": "c", "direction": "lower_is_worse"},
            normalisation=Z,
            aggregation={
                "themes": {"method": "principal_component"},
                "index": {"method": "arithmetic"},
            },
            rescale={"method": "z", "ddof": 0, "mean": 1000, "sd": 100},
            classes={"method": "quantiles", "count": 10},
        ),
        {"a": 1.0, "b": 1.0, "c": -1.0},
    )
    assert scores.score[0].mean() == pytest.approx(1000) and scores.score[0].std() == pytest.approx(
        100
    )
    z = np.array(
        [
            (row - row.mean()) / row.std()
            for row in (figures.values["a"][0], figures.values["b"][0], common)
        ]
    )
    left, _, _ = np.linalg.svd(z, full_matrices=False)
    component = np.abs(left[:, 0]) @ z  # all three go the same way
    assert abs(np.corrcoef(component, scores.score[0])[0, 1]) == pytest.approx(1.0)
    assert [int((scores.index_class[0] == k).sum()) for k in range(1, 11)] == [6] * 10


def test_loadings_are_each_months_own():
    random = np.random.default_rng(3)
    figures = cube(
        periods=("2025-01", "2026-01"),
        a=random.normal(size=(2, 20)),
        b=random.normal(size=(2, 20)),
        c=random.normal(size=(2, 20)),
    )
    about = definition(
        "a",
        "b",
        "c",
        normalisation=Z,
        rescale=Z,
        aggregation={
            "themes": {"method": "principal_component"},
            "index": {"method": "arithmetic"},
        },
    )
    whole, alone = (
        score_index(figures, about, up("a", "b", "c"), periods) for periods in (None, ["2025-01"])
    )
    assert whole.score[0] == pytest.approx(alone.score[0]) and whole.of("2025-01").fitted.weights[
        0
    ][0] == pytest.approx(alone.fitted.weights[0][0])


def test_a_month_with_too_few_areas_for_loadings_has_no_scores_and_the_others_stand():
    random = np.random.default_rng(4)
    a, b = random.normal(size=(3, 6)), random.normal(size=(3, 6))
    b[1, 1:] = NAN
    periods = ("2025-01", "2025-02", "2025-03")
    about = definition(
        "a",
        "b",
        normalisation=Z,
        aggregation={
            "themes": {"method": "principal_component"},
            "index": {"method": "arithmetic"},
        },
    )
    scores = score_index(cube(periods=periods, a=a, b=b), about, up("a", "b"))
    assert (
        np.isfinite(scores.score).all(axis=1).tolist() == [True, False, True]
        and not scores.index_class[1].any()
    )
    assert scores.warnings == ("2025-02: Fewer than 3 areas can take part in the index.",)
    assert [scores.reason(1, area) for area in (0, 1)] == [
        "No score this month",
        "Figures are missing",
    ]
    assert scores.score[2] == pytest.approx(
        score_index(cube(a=a[2], b=b[2]), about, up("a", "b")).score[0]
    )
    bad = cube(periods=periods, a=a, b=np.where(np.arange(3)[:, None] == 1, b, NAN))
    with pytest.raises(InputError, match="can take part|too few for a principal component"):
        score_index(bad, about, up("a", "b"))
