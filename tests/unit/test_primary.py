"""Primary rules and geographic differencing against the handbooks' worked examples."""

import json

import numpy as np
import pytest
from geofa_sociodemografi.core.protection.system.differencing import (
    Zonings,
    difference_atoms,
    small_differences,
)
from geofa_sociodemografi.core.protection.system.primary import (
    dominated,
    heavy,
    small_difference,
    too_few,
)

from tests.unit.published_disclosure import (
    compatible_counts,
    dominance_protection,
    p_percent,
    p_percent_protection,
    weighted_contributions,
)


@pytest.fixture
def published(shared):
    return json.loads((shared / "sdc_examples/published_examples.json").read_text())


def test_dominance_and_p_percent_of_the_handbook(published):
    rules = published["primary_rules"]["cases"]
    for case in (c for c in rules if "k" in c):
        values = sorted(case["x"], reverse=True)[: case["n"]]
        total = sum(case["x"])
        assert dominated(values, total, case["k"]) == case["expected_sensitive"]
        if "expected_upper_protection_level" in case:
            margin = dominance_protection(values, total, case["k"])
            assert margin == pytest.approx(case["expected_upper_protection_level"], abs=0.005)
            assert total + margin == pytest.approx(case["safe_upper_bound_needed"], abs=0.005)
    case = next(c for c in rules if "p" in c)
    largest, second = sorted(case["x"], reverse=True)[:2]
    assert bool(p_percent(sum(case["x"]), largest, second, case["p"])) == case["expected_sensitive"]
    assert float(p_percent_protection(100_000, 50_000, 49_000, 10)) == 4_000.0
    weighted = next(c for c in rules if "weighted_total" in c)
    found = weighted_contributions([100, 10], [4, 7])
    assert found == weighted["approx_contributions"] and sum(found) == weighted["weighted_total"]
    assert found[:2] == weighted["largest_two"]


def test_few_are_too_few_and_nobody_unless_told():
    counts = np.array([0.0, 4.0, 5.0, np.nan])
    assert too_few(counts, 5).tolist() == [True, True, False, False]
    assert too_few(counts, 5, zeros_too=False).tolist() == [False, True, False, False]


def test_the_p_percent_rule_of_what_is_left():
    """100 = 50 + 45 + 5: the second estimates the largest within 10 %: exactly at the limit that is no more heavy."""
    assert not heavy(5 / 50, 10) and heavy(4.999 / 50, 10) and not heavy(np.inf, 10)
    assert p_percent(99.999, 50, 45, 10) and not p_percent(100, 50, 45, 10)


def test_a_number_within_another_leaves_few():
    assert small_difference(12, 10, 5) and small_difference(12, 12, 5)
    assert not small_difference(20, 10, 5) and not small_difference(3, 0, 5)


def test_rounded_shares_give_the_count_away():
    """With the whole known, a whole percentage is one count up to 100 and at least two only from 201."""
    assert all(len(compatible_counts(n, 100)) == 1 for n in range(101))
    least = {
        whole: min(len(compatible_counts(p, whole)) for p in range(101)) for whole in (200, 201)
    }
    assert least == {200: 1, 201: 2}
    assert min(len(compatible_counts(p, 500)) for p in range(1, 100)) == 5
    assert min(len(compatible_counts(p, 499)) for p in range(1, 100)) == 4
    assert all(len(compatible_counts(n / 10, 1000, 1)) == 1 for n in range(1001))


def test_the_guidelines_first_example_of_differencing(published):
    case = published["geo_guidelines_example1"]
    pieces = {}
    for area, tiles in enumerate(case["tiles_inside"].values()):
        for persons in tiles:
            pieces[(area, len(pieces))] = persons
    crossing = len(pieces)
    for area, name in enumerate(case["tiles_inside"]):
        inside = sum(case["tiles_inside"][name])
        pieces[(area, crossing)] = case["municipality"][name] - inside
    zonings = Zonings(pieces)
    for area, name in enumerate(case["municipality"]):
        assert zonings.persons(zonings.internal([area])) == case["expected"]["internal"][name]
        assert zonings.persons(zonings.external([area])) == case["expected"]["external"][name]
    found = small_differences(zonings, case["threshold_households"])
    assert [(sorted(union), zonings.persons(pieces)) for union, pieces in found] == [([0], 3)]


def test_the_guidelines_second_example_needs_a_union(published):
    """Four municipalities share tiles so that only all of them together leave 3; F's tiles leave 3 outside."""
    case = published["geo_guidelines_example2"]
    tiles = case["ABCD_intern_tiles"]
    pieces = {
        (0, 0): 70,
        (0, 1): 30,
        (1, 1): 10,
        (1, 2): 110,
        (1, 3): 30,
        (2, 3): 30,
        (2, 4): 210,
        (2, 6): 10,
        (3, 5): 350,
        (3, 6): 47,
        (3, 7): 3,
        (4, 7): 27,
        (5, 8): 597,
        (5, 9): 3,
        (6, 9): 3,
    }
    assert [sum(n for (_, t), n in pieces.items() if t == tile) for tile in range(7)] == tiles
    assert [sum(n for (a, _), n in pieces.items() if a == area) for area in range(4)] == case[
        "group_ABCD"
    ]
    zonings = Zonings(pieces)
    together = [0, 1, 2, 3]
    assert (
        zonings.persons(zonings.internal(together)) == case["expected"]["ABCD_internal_difference"]
    )
    assert zonings.persons(zonings.external([5])) == case["expected"]["F_external_difference"]
    assert frozenset(together) in {union for union, _ in small_differences(zonings, 4)}


def test_the_handbooks_two_boundaries_of_one_area(published):
    """Table by table the difference of the two boundaries is what lives between them."""
    case = published["handbook_geo_differencing"]
    assert (np.array(case["area_1991"]) - np.array(case["area_2001"])).tolist() == case[
        "expected_difference"
    ]
    new, between = np.array(case["area_2001"]).sum(), np.array(case["expected_difference"]).sum()
    persons = np.array([new, between], dtype=float)
    one, other = (np.array([0, 1]), np.array([0, 0])), (np.array([0]), np.array([0]))
    groups = difference_atoms([one, other], persons, 8)
    assert [group.tolist() for group in groups] == [[1]]
    assert Zonings({(0, 0): new, (0, -1): between}).internal([0]) == [(0, -1)]


def test_small_groups_of_several_atoms_are_found():
    """Set 1: {0,1,2} and {3}; set 2: {0} and {1,2,3}: the tile of 1-3 reaches out of {0,1,2} by 3 persons."""
    persons = np.array([100.0, 2.0, 1.0, 80.0])
    first = (np.arange(4), np.array([0, 0, 0, 1]))
    second = (np.arange(4), np.array([0, 1, 1, 1]))
    third = (np.arange(4), np.array([0, 1, 2, 2]))
    assert [1, 2] in [
        group.tolist() for group in difference_atoms([first, second, third], persons, 5)
    ]
