"""Another boundary from the sums by atom is what counting that boundary would have given."""

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.assessment.what_if import FigureChange, References
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import LAW, Choices
from geofa_sociodemografi.core.pipeline.what_if import (
    areas_to_take,
    figures_of,
    ground_of,
    what_if,
    with_areas,
)
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import areas, grid, inputs, persons, polygon_wkb, square

X, Y = 500_000.0, 6_200_000.0


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """2,400 people over a grid of four by three, two periods; housing areas that overlap basic districts."""
    random = np.random.default_rng(2)
    n = 2400
    columns = {
        "x": X + random.uniform(0, 40, n),
        "y": Y + random.uniform(0, 30, n),
        "age": random.integers(0, 80, n),
        "origin": random.choice(["dansk", "ikke_vestlig"], n),
        "outside_work": random.uniform(0, 1, n).round(2),
        "convicted": random.integers(0, 2, n),
        "education": random.choice(["10", "30"], n),
        "income": random.integers(100_000, 400_000, n),
        "student": 0,
        "period": random.choice(["2025-01", "2026-01"], n),
    }
    housing = areas(
        {
            "home": polygon_wkb(square(X + 3, Y + 3, 14)),
            "far": polygon_wkb(square(X + 25, Y + 12, 9)),
        },
        "housing",
        "free",
    )
    union = areas(
        {"union": polygon_wkb([(X, Y), (X + 20, Y), (X + 20, Y + 20), (X, Y + 20)])},
        "drawn",
        "free",
    )
    sets = [grid(4, 3), housing, union]
    store = MonitorFile(tmp_path_factory.mktemp("town") / "m.gpkg")
    add_period(inputs(sets, [persons(**columns)]), Choices(scope=LAW), store, Silent())
    return store


BLOCK = [
    ("grid", name) for name in ("c0r0", "c1r0", "c0r1", "c1r1")
]  # 0-20 × 0-20, which holds the housing area


def test_areas_of_another_set_taken_in_count_nobody_twice(town):
    ground = ground_of(town, "housing")
    drawn = figures_of(with_areas(ground, "home", BLOCK), Choices(), "2026-01").set_index("area_id")
    counted = figures_of(ground_of(town, "drawn"), Choices(), "2026-01").set_index("area_id")
    for figure in (
        "population",
        "nonwestern",
        "no_work",
        "convicted",
        "basic_education",
        "no_work_denominator",
    ):
        assert drawn.loc["home", figure] == pytest.approx(counted.loc["union", figure]), figure
    as_it_is = figures_of(ground, Choices(), "2026-01").set_index("area_id")
    assert drawn.loc["far", "no_work"] == as_it_is.loc["far", "no_work"]
    assert drawn.loc["home", "population"] > as_it_is.loc["home", "population"]


def test_taken_in_and_left_out_again_is_as_it_was(town):
    ground = ground_of(town, "grid")
    other = [("grid", "c1r0")]
    back = with_areas(with_areas(ground, "c0r0", other), "c0r0")
    assert figures_of(back, Choices(), "2026-01").set_index("area_id").loc[
        "c0r0"
    ].to_dict() == pytest.approx(
        figures_of(ground, Choices(), "2026-01").set_index("area_id").loc["c0r0"].to_dict(),
        nan_ok=True,
    )
    with pytest.raises(InputError, match="Nobody would be left"):
        with_areas(ground, "c0r0", left_out=[("grid", "c0r0")])
    with pytest.raises(InputError, match="no area c9 in grid"):
        with_areas(ground, "c0r0", [("grid", "c9")])


def test_what_if_tells_both_categories(town):
    ground = ground_of(town, "grid")
    choices = Choices(allow_fewer_years=True)
    as_it_is = what_if(ground, choices, "2026-01")
    assert not as_it_is["moved"].any() and set(as_it_is["category_before"]) == {"ingen"}
    larger = what_if(
        ground,
        choices,
        "2026-01",
        [FigureChange("population", "c0r0", persons=1000)],
        References({"convicted": 0.01}),
    ).set_index("area_id")
    assert larger.loc["c0r0", "moved"] and not larger.loc["c1r0", "moved"]


def test_every_area_can_be_taken_and_what_was_not_counted_is_told(town, tmp_path):
    found = areas_to_take(town)
    assert len(found) == 12 + 2 + 1 and (("housing", "home"), "home (housing)") in found
    empty = MonitorFile(tmp_path / "e.gpkg")
    empty.areas.save([grid(2, 2)])
    with pytest.raises(InputError, match="have not been counted"):
        ground_of(empty, "grid")
    with pytest.raises(InputError, match="no building blocks"):
        from dataclasses import replace

        with_areas(replace(ground_of(town, "grid"), atoms=None), "c0r0", BLOCK)
