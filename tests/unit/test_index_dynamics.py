"""How an index moves: status, dynamics and what other baselines say, by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.presets import definition_of
from geofa_sociodemografi.core.index.cube import changes
from geofa_sociodemografi.core.index.dynamics import dynamics_definition, judge_index

from tests.unit.index_helpers import NAN, Z, cube, definition, up


def _status(periods, **values):
    return judge_index(
        cube(periods=periods, **values),
        definition(
            *values,
            normalisation=Z,
            rescale=Z,
            classes={"method": "sd", "cuts": [{"at": -1, "in": "above"}, {"at": 1}, {"at": 1.5}]},
            dynamics={
                "lag_months": 12,
                "normalisation": Z,
                "rescale": Z,
                "classes": {"method": "sd", "cuts": [{"at": -1, "in": "above"}, {"at": 1}]},
            },
        ),
        up(*values),
    )


def test_status_and_dynamics_by_hand():
    earlier, now = [10.0, 10, 10, 10, 10, 10], [10.0, 10, 10, 10, 10, 40]
    judged = _status(("2025-01", "2026-01"), a=[earlier, now])
    assert judged.dynamics.periods == ("2026-01",)
    # one outlier of six: z = sqrt(5) for it, −1/sqrt(5) for the rest, in the figures and in the changes
    assert (
        judged.status.score[1, 5]
        == pytest.approx(math.sqrt(5))
        == pytest.approx(judged.dynamics.score[0, 5])
    )
    assert judged.code[1].tolist() == [23, 23, 23, 23, 23, 45]
    assert judged.code[0].tolist() == [0] * 6
    assert judged.dynamics.index_class[0].tolist() == [2, 2, 2, 2, 2, 3]


def test_where_the_baselines_disagree_it_is_said():
    judged = _status(("2025-01", "2026-01"), a=[[1.0, 2, 3, 4, 5], [11.0, 12, 13, 14, 15]])
    assert (
        judged.other.definition.baseline == "frozen"
        and judged.other.definition.baseline_period == "2025-01"
    )
    assert judged.other.index_class[1].tolist() == [4, 4, 4, 4, 4]
    assert judged.status.index_class[1].tolist() == [1, 2, 2, 2, 3]
    assert "2025-01" in judged.note(1, 0) and "4 of 4" in judged.note(1, 0)
    assert judged.note(0, 0) == ""


def test_a_definition_without_dynamics_has_none_and_the_change_uses_the_same_weights():
    assert judge_index(cube(a=[1, 2, 3]), definition("a"), up("a")).dynamics is None
    about = definition_of("hamburg")
    assert (
        dynamics_definition(about, about.dynamics).effective_weights() == about.effective_weights()
    )
    assert about.dynamics.lag_months == 36 and definition_of("berlin_mss").dynamics.lag_months == 24


def test_changes():
    moved = changes(cube(periods=("2024-01", "2025-01", "2026-01"), a=[[1, 1], [2, 4], [9, 9]]), 12)
    assert moved.periods == ("2025-01", "2026-01") and moved.values["a"].tolist() == [
        [1, 3],
        [7, 5],
    ]


def test_what_stands_beside_the_index_never_brings_it_down():
    figures = cube(
        periods=("2025-01", "2026-01"),
        a=[[10, 20, 30, 40], [5, 20, 30, 40]],
        b=[[1, 2, NAN, NAN], [1, 2, 3, 4]],
    )
    about = definition(
        "a",
        "b",
        normalisation=Z,
        dynamics={
            "lag_months": 12,
            "normalisation": Z,
            "classes": {"method": "quantiles", "count": 3},
        },
    )
    judged = judge_index(figures, about, up("a", "b"), ["2026-01"])
    assert (
        np.isfinite(judged.status.score).all()
        and judged.dynamics is None
        and "dynamics" in judged.warnings[0]
    )
    geometric = definition(
        "a",
        normalisation={"method": "min_max", "low": 1, "high": 100},
        aggregation={"themes": {"method": "geometric"}, "index": {"method": "arithmetic"}},
    )
    judged = judge_index(figures, geometric, up("a"), ["2026-01"])
    assert judged.other is not None and judged.other.score[0, 0] == pytest.approx(
        1.0
    )  # as good as 2025 knew
