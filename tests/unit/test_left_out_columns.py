"""Every register column left out, one at a time and in pairs, its figures given as a table instead."""

from __future__ import annotations

import random

import pytest
from geofa_sociodemografi.core.catalogue.registers.kinds import COUNTED_KINDS

from tests.unit.left_out_columns import (
    MONTHS,
    columns,
    count,
    municipality,
    needing,
    pairs,
    wrong_without,
)

PAIRS = 30


@pytest.fixture(scope="module")
def tables():
    return municipality()


@pytest.fixture(scope="module")
def baseline(tables):
    counted, _ = count(tables)
    return counted.observations["grid"].set_index(["indicator", "area_id", "period"]).sort_index()


@pytest.mark.slow
@pytest.mark.parametrize("kind", COUNTED_KINDS)
@pytest.mark.parametrize(
    ("periods", "with_denominators"), [(("2024", "2025"), False), (MONTHS, True)]
)
def test_every_column_left_out_is_counted_or_told(
    tables, baseline, kind, periods, with_denominators
):
    faults = {
        column: found
        for of, column in columns(tables)
        if of == kind and (periods != MONTHS or needing(of, column))
        for found in [wrong_without([(of, column)], tables, baseline, periods, with_denominators)]
        if found
    }
    assert not faults


@pytest.mark.slow
def test_pairs_of_columns_left_out_are_counted_or_told(tables, baseline):
    every = pairs(tables)
    chosen = random.Random(15).sample(every, PAIRS)
    faults = {
        pair: found for pair in chosen for found in [wrong_without(pair, tables, baseline)] if found
    }
    assert len(every) > 1000 and not faults


@pytest.mark.slow
@pytest.mark.parametrize("kind", COUNTED_KINDS)
def test_a_register_left_out_altogether_is_counted_or_told(tables, baseline, kind):
    left_out = [one for one in columns(tables) if one[0] == kind]
    lacking = set().union(*(needing(*one) for one in left_out))
    assert lacking
    faults = wrong_without([(kind, column) for _, column in left_out], tables, baseline)
    assert not faults
