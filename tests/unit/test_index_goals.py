"""Goalposts, targets and reference areas: numbers in the indicator's own unit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from geofa_sociodemografi.core.catalogue.index.definitions import without_goals
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from geofa_sociodemografi.core.index.composite import score_index
from geofa_sociodemografi.core.index.steps.goals import lacking_goals, natural_ends, with_goals

from tests.unit.index_helpers import NAN, Z, cube, definition, up

KNOWN = {one.id: one for one in all_indicators()}


def goals(name, *indicators, **own):
    return definition(
        *[
            {
                "indicator": i,
                "direction": "higher_is_worse",
                **({"normalisation": own[i]} if i in own else {}),
            }
            for i in indicators
        ],
        normalisation={
            "method": name,
            **{"goalposts": {"from": 0, "to": 7, "high": 10}, "target": {"target": 7}}.get(
                name, {}
            ),
        },
    )


@pytest.mark.parametrize(
    "low, high, unit, ends",
    [
        (13.4, 33.3, "percent", (0, 100)),
        (-2, 140, "percent", (-10, 1000)),
        (180_000, 420_000, "kroner", (0, 1_000_000)),
        (0, 1, "ratio", (0, 1)),
        (0, 0, "per_1000", (0, 1)),
        (-0.2, -0.1, "ratio", (-1, 1)),
        (100, 100, "years", (0, 100)),
    ],
)
def test_the_natural_ends_of_a_unit_are_no_areas_figures(low, high, unit, ends):
    assert natural_ends(low, high, unit) == pytest.approx(ends)


def test_a_first_choice_of_numbers_tells_nothing_of_the_areas():
    about, sign_of = (
        goals("goalposts", "no_work", "x", "own", own=Z),
        {"no_work": 1.0, "x": -1.0, "own": 1.0},
    )
    given = with_goals(
        about, {"no_work", "x", "own"}, {"no_work": (13.4, 33.3), "x": (2.0, 37.5)}, KNOWN, sign_of
    )
    posts = [
        (m.normalisation.options.get("from"), m.normalisation.options.get("to"))
        for m in given.members
    ]
    assert (
        posts == [(0.0, 100.0), (100.0, 0.0), (None, None)]
        and given.members[0].normalisation.options["high"] == 10
    )
    assert given.members[2].normalisation.name == "z" and without_goals(given) == about
    assert with_goals(about, {"x"}, {}, KNOWN, sign_of).members[0].normalisation is None


def turned(about, indicator):
    """``about`` with ``indicator`` turned."""
    (theme,) = about.themes
    return replace(
        about,
        themes=(
            replace(
                theme,
                members=tuple(
                    replace(m, direction="lower_is_worse") if m.indicator == indicator else m
                    for m in theme.members
                ),
            ),
        ),
    )


def test_first_choices_are_made_for_what_is_new_or_turned_alone():
    declared, z = goals("goalposts", "a", "b"), goals("z", "a", "b")
    assert lacking_goals(declared, declared, KNOWN) == set()  # the index's own numbers stand
    assert lacking_goals(z, declared, KNOWN) == {"a", "b"}
    assert lacking_goals(goals("goalposts", "a"), declared, KNOWN) == {"b"}
    assert lacking_goals(declared, turned(declared, "a"), KNOWN) == set()
    target = goals("target", "a", "b")
    assert lacking_goals(target, turned(target, "a"), KNOWN) == {"a"}


REFERENCE = {"method": "reference", "area": "a1"}


def test_a_reference_area_without_a_figure_is_told():
    with pytest.raises(InputError, match="a: the reference area a1 has no figure"):
        score_index(cube(a=[10, NAN, 30, 40]), definition("a", normalisation=REFERENCE), up("a"))
    with pytest.raises(
        InputError, match="a: the reference area a1 has no figure, or takes no part"
    ):
        score_index(
            cube(a=[10, 20, 30, 40], population=[100, 50, 100, 100]),
            definition("a", normalisation=REFERENCE, minimum_population=60),
            up("a"),
        )
    two = cube(
        periods=("2025-01", "2026-01"),
        a=[[10, NAN, 30, 40], [10, 20, 30, 40]],
        b=[[1, 2, 3, 4]] * 2,
    )
    found = score_index(
        two,
        definition(
            "a", "b", normalisation=REFERENCE, missing={"policy": "threshold", "share": 0.5}
        ),
        up("a", "b"),
    )
    assert found.warnings == ("2025-01: the reference area has no figure of a.",)
    loadings = definition(
        "a",
        "b",
        normalisation=REFERENCE,
        aggregation={
            "themes": {"method": "arithmetic"},
            "index": {"method": "principal_component"},
        },
    )
    nowhere = cube(periods=("2025-01", "2026-01"), a=[[10, NAN, 30, 40]] * 2, b=[[1, 2, 3, 4]] * 2)
    with pytest.raises(InputError, match="has no figure"):
        score_index(nowhere, loadings, up("a", "b"))


def test_a_reference_area_needs_months_of_its_own():
    with pytest.raises(
        CatalogueError, match="baseline in a: all months together have no reference area"
    ):
        definition("a", normalisation=REFERENCE, baseline={"kind": "all_periods"})


def test_goalposts_bring_their_own_numbers_to_a_given_baseline():
    posts = {"method": "goalposts", "from": 0, "to": 50}
    about = definition("a", normalisation=posts, baseline={"kind": "given"})
    assert score_index(cube(a=[10, 20, 60]), about, up("a")).score[0] == pytest.approx(
        [20, 40, 100]
    )


@pytest.mark.parametrize(
    "normalisation", [{"method": "target", "target": 10}, {"method": "reference", "area": "a0"}]
)
def test_a_goal_on_the_wrong_side_is_refused_with_the_indicator(normalisation):
    with pytest.raises(InputError, match="a: the target or reference lies at or beyond"):
        score_index(cube(a=[12, 20, 30]), definition("a", normalisation=normalisation), up("a"))
    assert score_index(
        cube(a=[12, 20, 30]),
        definition("a", normalisation={"method": "reference", "area": "a1"}),
        up("a"),
    ).score[0] == pytest.approx([0, 1, 2.25])


def test_goalposts_that_would_turn_an_indicator_round_are_refused():
    posts = {"method": "goalposts", "from": 30, "to": 10}
    turned = definition(
        {"indicator": "a", "direction": "higher_is_worse", "normalisation": posts}, "b"
    )
    with pytest.raises(
        CatalogueError, match="normalisation.from in a: it is not less disadvantage than to"
    ):
        score_index(cube(a=[10, 20, 30], b=[1, 2, 3]), turned, up("a", "b"))
    good = score_index(cube(a=[10, 20, 30], b=[1, 2, 3]), turned, {"a": -1.0, "b": 1.0})
    assert good.normalised[0, 0] == pytest.approx([100, 50, 0])
