"""``core/index`` against the specification worked out a second time, on random indices of random figures."""

from __future__ import annotations

import random

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.parser import parse_definition
from geofa_sociodemografi.core.errors import CatalogueError, SociodemografiError
from geofa_sociodemografi.core.index.composite import score_index
from geofa_sociodemografi.core.index.cube import Cube

from tests.unit.index_oracle import NEEDS_POSITIVE, NORMALISE, RefusedError
from tests.unit.whole_index_oracle import Oracle

AGGREGATIONS = [
    "arithmetic",
    "geometric",
    "harmonic",
    "power",
    "weighted_median",
    "copeland_majority",
    "copeland_outranking",
    "count_above",
]
OF_SCORES = ["z", "min_max", "percentile_rank", "rank", "borda", "exponential", "winsorised"]
CUTS = [{"at": -1, "in": "above"}, {"at": 0.5}, {"at": 1.25, "in": "above"}]


def normalisation(dice, name, sign=1.0):
    options = {
        "z": {"ddof": dice.choice([0, 1])},
        "log": {"zero": dice.choice(["refuse", "plus_one"])},
        "winsorised": {"lower": 0.1, "upper": 0.8},
        "min_max": dice.choice([{}, {"low": 1, "high": 100}]),
        "goalposts": {"from": -sign * 5, "to": sign * 15},
        "target": {"target": sign * 25, "cap": dice.random() < 0.5},
        "reference": {"area": f"a{dice.randrange(3)}"},
        "exponential": dice.choice([{}, {"scale": 10}]),
    }
    ties = (
        {"ties": dice.choice(["min", "max", "average", "dense"])}
        if name in ("rank", "borda", "percentile_rank")
        else {}
    )
    return {"method": name, **options.get(name, {}), **ties}


def figures(dice, periods, areas):
    """Rows by period: whole numbers with ties, or any; some missing, some columns the same for all months."""
    whole, gaps, plain = dice.random() < 0.5, dice.random() < 0.4, dice.random() < 0.1
    rows = {
        p: [float(dice.randint(0, 6)) if whole else dice.gauss(5, 4) for _ in range(areas)]
        for p in periods
    }
    if plain:
        rows = dict.fromkeys(periods, [3.0] * areas)
    return {
        p: [np.nan if gaps and dice.random() < 0.15 else x for x in row] for p, row in rows.items()
    }


def themes_of(dice, names):
    found = []
    for theme in range(dice.randint(1, 3)):
        members = []
        for _ in range(dice.randint(1, 3)):
            sign = dice.choice([1.0, 1.0, -1.0])
            identifier = f"i{theme}{len(members)}"
            members.append(
                {
                    "indicator": identifier,
                    "direction": "higher_is_worse" if sign > 0 else "lower_is_worse",
                    "weight": dice.choice([1, 2, 0.5, 0.3]),
                    "normalisation": normalisation(dice, dice.choice(names), sign),
                }
            )
        found.append(
            {
                "id": f"t{theme}",
                "name": {"da": "t", "en": "t"},
                "weight": dice.choice([1, 2, 0.7]),
                "indicators": members,
            }
        )
    return found


def invented(seed):
    """A random definition, figures, population, and the periods to score."""
    dice = random.Random(seed)
    areas = dice.randint(3, 11)
    periods = sorted(
        dice.sample([f"2025-{month:02d}" for month in range(1, 13)], dice.randint(1, 4))
    )
    aggregation = {level: {"method": dice.choice(AGGREGATIONS)} for level in ("themes", "index")}
    for method in aggregation.values():
        method.update({"p": dice.choice([2, 3, 0.5, -1])} if method["method"] == "power" else {})
    above_zero = any(method["method"] in NEEDS_POSITIVE for method in aggregation.values())
    names = (
        ["rank", "exponential"]
        if above_zero
        else list(NORMALISE)
        if dice.random() < 0.5
        else [dice.choice(list(NORMALISE))]
    )
    kind = dice.choice(["this_period", "this_period", "all_periods", "frozen"])
    content = {
        "format": 1,
        "id": "test",
        "name": {"da": "T", "en": "T"},
        "weighting": dice.choice(["equal", "by_theme", "given"]),
        "themes": themes_of(dice, names),
        "normalisation": {"method": "z"},
        "aggregation": aggregation,
        "missing": dice.choice(
            [
                {"policy": "drop"},
                {"policy": "threshold", "share": dice.choice([0.3, 0.5])},
                {"policy": "mean"},
                {"policy": "carried_forward", "months": dice.choice([1, 12])},
            ]
        ),
        "baseline": {
            "kind": kind,
            **({"period": dice.choice(periods)} if kind == "frozen" else {}),
        },
        "classes": dice.choice(
            [
                {"method": "quantiles", "count": 4},
                {"method": "sd", "cuts": CUTS},
                {"method": "fixed", "cuts": CUTS},
            ]
        ),
        "minimum_population": dice.choice([0, 0, 500]),
    }
    if dice.random() < 0.3:
        content["theme_normalisation"] = (
            {"method": "min_max", "low": 1}
            if above_zero
            else normalisation(dice, dice.choice(OF_SCORES))
        )
    if dice.random() < 0.3:
        content["rescale"] = normalisation(dice, dice.choice(OF_SCORES))
    members = [m for theme in content["themes"] for m in theme["indicators"]]
    population = {
        p: [dice.choice([100.0, 800.0, 2000.0, 2000.0]) for _ in range(areas)] for p in periods
    }
    shown = periods if dice.random() < 0.6 else sorted(dice.sample(periods, 1))
    return (
        content,
        {m["indicator"]: figures(dice, periods, areas) for m in members},
        population,
        periods,
        shown,
    )


def both(seed):
    """What the code and the oracle make of it: (scores, classes) each, None where refused; nothing where the
    definition itself is."""
    content, rows, population, periods, shown = invented(seed)
    try:
        definition = parse_definition(content, "x")
    except CatalogueError:
        return None
    areas = tuple(f"a{at}" for at in range(len(population[periods[0]])))
    signs = {
        m.indicator: 1.0 if m.direction == "higher_is_worse" else -1.0 for m in definition.members
    }
    cube = Cube(
        areas,
        tuple(periods),
        {i: np.array([by[p] for p in periods]) for i, by in rows.items()},
        np.array([population[p] for p in periods]),
    )
    try:
        ours = score_index(cube, definition, signs, shown)
    except SociodemografiError:
        ours = None
    try:
        theirs = Oracle(content, rows, population, areas, signs).index(shown, periods)
    except RefusedError:
        theirs = None
    return content, shown, ours, theirs


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(4))
def test_random_indices_are_what_the_specification_says(batch):
    scored = 0
    for seed in range(1000 * batch, 1000 * batch + 600):
        found = both(seed)
        if found is None:
            continue
        content, shown, ours, theirs = found
        assert (ours is None) == (theirs is None), f"seed {seed}: one of the two refuses {content}"
        for row, period in enumerate(shown if ours is not None else ()):
            scores, classes = theirs[period]
            assert ours.score[row] == pytest.approx(scores, rel=1e-6, abs=1e-6, nan_ok=True), (
                f"seed {seed}: {content}"
            )
            assert ours.index_class[row].tolist() == classes, f"seed {seed}: {content}"
            scored += any(classes)
    assert scored > 150
