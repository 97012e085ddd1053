"""The workbench of an index, without a widget: taken, changed, refused, scored, judged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.definitions import Method
from geofa_sociodemografi.core.catalogue.index.parser import parse_definition
from geofa_sociodemografi.core.catalogue.index.presets import definition_of
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from geofa_sociodemografi.core.pipeline.index_figures import IndexFigures
from geofa_sociodemografi.ui.index.themes import (
    theme_key,
    turned,
    weighed,
    with_indicator,
    with_member,
    without,
)
from geofa_sociodemografi.ui.index.workbench import IndexWorkbench

from tests.unit.helpers import grid
from tests.unit.index_helpers import content, cube

KNOWN = {indicator.id: indicator for indicator in all_indicators()}
FIGURES = {"no_work": [10.0, 20.0, 60.0], "low_income": [5.0, 15.0, 10.0]}


def as_it_is(definition):
    return definition


def index(*members, **more):
    given = members or ({"indicator": "no_work"}, {"indicator": "low_income"})
    return parse_definition(content(*given, **{"id": "ours", "origin": "own", **more}), "ours.json")


@pytest.fixture
def bench():
    made = IndexWorkbench()
    made.lay_out(IndexFigures(grid(3, 1), cube(**FIGURES), KNOWN, []))
    made.take(index())
    return made


def weighing(bench, **weights):
    """The themes with the weights of some indicators changed."""
    return [
        replace(
            theme,
            members=tuple(
                replace(m, weight=weights.get(m.indicator, m.weight)) for m in theme.members
            ),
        )
        for theme in bench.definition.themes
    ]


def test_an_index_is_scored_once_until_it_is_changed(bench):
    (period,) = bench.whole_periods
    first = bench.score(period)
    assert bench.score(period) is first and len(bench.table(period)) == 3
    bench.change(weighing(bench, low_income=0.0), as_it_is)
    assert bench.indexed is None and bench.table(period) is None
    changed = bench.score(period)
    assert changed is not first
    assert np.argsort(changed.judged.status.score[0]).tolist() == [0, 1, 2]


def test_what_was_not_counted_is_left_out_and_named(bench):
    bench.take(index({"indicator": "no_work"}, {"indicator": "convicted"}))
    assert bench.left_out == ("convicted",) and bench.definition.indicators == ("no_work",)
    with pytest.raises(InputError):
        bench.take(index({"indicator": "convicted"}))
    assert bench.definition is None and bench.score("2026-01") is None
    assert bench.whole_periods == ()


def test_weights_that_are_touched_count_as_given(bench):
    bench.take(index(weighting="equal"))
    assert not bench.weigh(bench.definition.themes)
    heavier = [replace(theme, weight=theme.weight + 1) for theme in bench.definition.themes]
    assert bench.weigh(heavier) and bench.definition.weighting == "by_theme"
    assert bench.weigh(weighing(bench, no_work=3.0)) and bench.definition.weighting == "given"


def test_a_change_that_makes_no_sense_leaves_the_index_as_it_was(bench):
    before = bench.definition
    bench.score("2026-01")
    with pytest.raises(CatalogueError, match="sum to zero"):
        bench.change(weighing(bench, no_work=0.0, low_income=0.0), as_it_is)
    assert bench.definition is before and bench.indexed is None and not bench.makes_sense
    bench.change(weighing(bench, no_work=2.0), as_it_is)
    assert bench.makes_sense and bench.definition.members[0].weight == 2.0


def test_a_changed_preset_is_no_preset_and_gets_the_numbers_it_needs(bench):
    bench.take(definition_of("england_imd"))
    preset = bench.definition
    goalposts = index(
        {"indicator": "no_work"}, normalisation={"method": "goalposts", "from": 0, "to": 1}
    ).normalisation
    bench.change(preset.themes, lambda one: replace(one, normalisation=goalposts))
    changed = bench.definition
    assert (changed.id, changed.origin) == ("england_imd_changed", "own")
    assert changed.name["da"].endswith("(ændret)")
    own = changed.members[0].normalisation
    assert (own.options["from"], own.options["to"]) == (0.0, 100.0)


def test_other_areas_go_on_with_the_index_and_a_judged_one_is_kept_where_it_is_still_shown(bench):
    bench.change(weighing(bench, no_work=2.0), as_it_is)
    indexed, figures = bench.score("2026-01"), bench.figures
    bench.clear_scores()
    assert bench.keep(figures, indexed) and bench.indexed is indexed
    others = replace(figures, packages=[{}])
    assert bench.lay_out(others) is bench.definition and bench.indexed is None
    assert not bench.keep(figures, indexed) and bench.indexed is None
    bench.put_packages([])
    assert bench.figures.packages == []
    bench.forget()
    assert (bench.figures, bench.definition, bench.lay_out(others)) == (None, None, None)


def test_themes_are_added_to_turned_weighed_and_emptied_without_a_window():
    (theme,) = index().themes
    (more,) = with_indicator([theme], 0, "convicted", "neutral")
    assert more.members[-1].direction == "higher_is_worse"  # neither good nor bad of itself
    assert with_indicator([theme], 0, "employed", "lower_is_worse")[0].members[-1].direction == ""
    other = replace(theme, id="other", weight=0.0)
    (left,) = without([theme, other], theme_key(theme))
    assert (left.id, left.weight) == ("other", 1.0)  # alone, it has no weight to be seen
    assert without(without([theme], "no_work"), "low_income") == []
    (given,) = weighed([theme], {"no_work": 4.0, "low_income": 0.5})
    assert [m.weight for m in given.members] == [4.0, 0.5] and given.weight == theme.weight
    posts = Method("goalposts", {"from": 0.0, "to": 100.0})
    member = turned(theme.members[0], "higher_is_worse", posts)
    assert member.direction == "lower_is_worse" and member.normalisation.options["from"] == 100.0
    assert turned(member, "lower_is_worse", Method("z")).direction == "higher_is_worse"
    (changed,) = with_member([theme], "no_work", lambda one: replace(one, weight=9.0))
    assert [m.weight for m in changed.members][0] == 9.0 and changed.members[1] == theme.members[1]
