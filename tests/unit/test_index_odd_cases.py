"""Ties, cuts, constant columns and months that rounding or an odd definition would bring out wrong."""

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.errors import CatalogueError
from geofa_sociodemografi.core.index.composite import score_index
from geofa_sociodemografi.core.index.cube import Cube
from geofa_sociodemografi.core.index.dynamics import judge_index

from tests.unit.index_helpers import NAN, Z, cube, definition, up

SD = {"method": "sd", "cuts": [{"at": -1, "in": "above"}, {"at": 1}, {"at": 1.5}]}


def both(theme="arithmetic", index="arithmetic"):
    return {"themes": {"method": theme}, "index": {"method": index}}


@pytest.mark.parametrize("method", ["copeland_majority", "copeland_outranking"])
def test_areas_of_all_months_are_compared_within_each_month(method):
    figures = cube(periods=("2025-01", "2026-01"), a=[[1, 2, 3, 4, 5]] * 2)
    one, all_months = (
        score_index(
            figures,
            definition(
                "a", aggregation=both(method), rescale=Z, classes=SD, baseline={"kind": kind}
            ),
            up("a"),
        )
        for kind in ("this_period", "all_periods")
    )
    assert (
        all_months.score == pytest.approx(one.score)
        and all_months.index_class.tolist() == one.index_class.tolist()
    )


def test_codes_are_of_four_classes_and_three_alone():
    figures = cube(periods=("2025-01", "2026-01"), a=[[1, 2, 3, 4, 5, 9], [5, 3, 1, 4, 6, 2]])
    for count, moved in ((20, 3), (4, 5), (3, 2)):
        about = definition(
            "a",
            normalisation=Z,
            classes={"method": "quantiles", "count": count},
            dynamics={
                "lag_months": 12,
                "normalisation": Z,
                "classes": {"method": "quantiles", "count": moved},
            },
        )
        judged = judge_index(figures, about, up("a"))
        assert not judged.code.any() and judged.dynamics.index_class.any()


def test_a_theme_below_the_end_of_a_frozen_scale_stands_at_the_end():
    figures = cube(periods=("2025-01", "2026-01"), a=[[1, 2, 3], [0, 2, 3]], b=[[1, 2, 3]] * 2)
    frozen = definition(
        "a",
        "b",
        normalisation=Z,
        theme_normalisation={"method": "min_max", "low": 1, "high": 100},
        aggregation=both(index="geometric"),
        baseline={"kind": "frozen", "period": "2025-01"},
    )
    assert score_index(figures, frozen, up("a", "b")).score[1] == pytest.approx([1, 50.5, 100])


def test_a_constant_column_does_not_become_the_component():
    for rows in ({"a": [1, 2, 3, 4, 5, 6], "b": [0.1] * 6}, {"a": range(10), "b": [7] * 10}):
        method = {"method": "none"} if len(rows["b"]) == 6 else {"method": "exponential"}
        scores = score_index(
            cube(**rows),
            definition("a", "b", normalisation=method, aggregation=both("principal_component")),
            up("a", "b"),
        )
        assert scores.score[0] == pytest.approx(scores.normalised[0, 0])


@pytest.mark.parametrize(
    "rows, method, expected",
    [
        ([0.1, 0.1, 0.1, NAN], {"method": "percentile_rank"}, [0, 0, 0, 0]),
        ([0.1, 0.2, 0.3, NAN], {"method": "rank"}, [1, 2, 4, 2]),
        ([0.1, 0.1, 0.1, NAN], {"method": "rank", "ties": "average"}, [2.5] * 4),
    ],
)
def test_a_mean_put_in_ties_with_the_figures_it_equals(rows, method, expected):
    scores = score_index(
        cube(a=rows, b=[1, 2, 3, 4]),
        definition("a", "b", normalisation=method, missing={"policy": "mean"}),
        up("a", "b"),
    )
    assert scores.normalised[0, 0] == pytest.approx(expected)


def test_a_score_on_a_cut_is_there_in_spite_of_the_order_of_sums():
    two = definition("a", normalisation=Z, rescale=Z, classes=SD)
    for pair in ((10, 20), (51.8, 96.4)):
        assert score_index(cube(a=[*pair, *pair]), two, up("a")).index_class[0].tolist() == [
            2,
            2,
            2,
            2,
        ]
    mirrored = score_index(
        cube(a=[3, 3, 4, 2, 3, 4], b=[2, 2, 1, 3, 2, 1]),
        definition("a", "b", normalisation=Z, classes=SD),
        up("a", "b"),
    )
    assert len(set(mirrored.index_class[0])) == 1
    ranked = definition("a", "b", aggregation=both("geometric"), rescale={"method": "rank"})
    assert score_index(
        cube(a=[2, 6, 3, 4, 1, 5], b=[6, 3, 4, 5, 2, 1]), ranked, up("a", "b")
    ).score[0].tolist() == [3, 5, 3, 6, 1, 2]


def test_ranks_among_a_frozen_months_figures():
    figures = cube(periods=("2025-01", "2026-01"), a=[[1, 2, 3], [2.5, 2, 4]])
    for ties, expected in (
        ("min", [3, 2, 4]),
        ("max", [3, 2, 4]),
        ("average", [3, 2, 4]),
        ("dense", [3, 2, 4]),
    ):
        about = definition(
            "a",
            normalisation={"method": "rank", "ties": ties},
            baseline={"kind": "frozen", "period": "2025-01"},
        )
        assert score_index(figures, about, up("a"), ["2026-01"]).score[0].tolist() == expected
    with pytest.raises(CatalogueError, match="ties in a: the order in which areas stand"):
        definition(
            "a",
            normalisation={"method": "rank", "ties": "ordinal"},
            baseline={"kind": "all_periods"},
        )


def test_areas_left_out_do_not_move_what_the_others_are_drawn_to():
    counts = {"n": [200, 300, 400, 50], "x": [20, 60, 40, 45]}

    def shrunken(areas):
        n, x = (np.array([counts[name][:areas]], dtype=float) for name in ("n", "x"))
        figures = Cube(
            tuple("abcd")[:areas], ("2026-01",), {"a": 100 * x / n}, n, {"a": x}, {"a": n}
        )
        return score_index(
            figures, definition("a", minimum_population=100, shrinkage=True), up("a")
        ).score[0, :3]

    assert shrunken(4) == pytest.approx(shrunken(3))


def test_a_month_with_two_areas_is_not_scored_among_others_either():
    figures = cube(periods=("2025-01", "2026-01"), a=[[1, 2, NAN], [1, 2, 3]])
    scores = score_index(figures, definition("a", normalisation=Z), up("a"))
    assert (
        np.isnan(scores.score[0]).all()
        and not scores.index_class[0].any()
        and np.isfinite(scores.score[1]).all()
    )


@pytest.mark.parametrize(
    "keys, message",
    [
        ({"aggregation": both("copeland_outranking", "geometric")}, "needs numbers above zero"),
        (
            {
                "aggregation": {
                    "themes": {"method": "power", "p": 160},
                    "index": {"method": "arithmetic"},
                },
                "normalisation": {"method": "min_max", "low": 1},
            },
            "out of bounds",
        ),
        ({"normalisation": {"method": "exponential", "scale": 2}}, "out of bounds"),
        (
            {"rescale": {"method": "rank", "ties": "ordinal"}},
            "scores cannot be normalised by rank ordinal",
        ),
        (
            {
                "dynamics": {
                    "lag_months": 12,
                    "normalisation": Z,
                    "rescale": {"method": "log"},
                    "classes": SD,
                }
            },
            "dynamics.rescale in test: scores cannot be normalised by log",
        ),
    ],
)
def test_what_would_come_out_wrong_is_refused(keys, message):
    with pytest.raises(CatalogueError, match=message):
        definition("a", "b", **keys)
