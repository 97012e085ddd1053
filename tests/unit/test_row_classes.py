"""Which filters a row can be in together: every value tried, and relations that the definitions imply."""

import itertools

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.indicators.filters import filter_text
from geofa_sociodemografi.core.catalogue.protection.row_classes import (
    TooManyClassesError,
    row_classes,
    shared_groups,
)
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.measures.plan.terms import plan
from geofa_sociodemografi.core.protection.system import blocks as blocks_module
from geofa_sociodemografi.core.protection.system.blocks import counted, make_blocks

from tests.unit.disclosure_attacker import holds

DOMAIN = {
    "age": [*range(0, 126), None],
    "employed": [0, 1, None],
    "student": [0, 1, None],
    "sex": ["m", "k", None],
    "outside_work": [None, 0.0, 0.1, 0.25, 0.5, 0.75, 1.0],
    "education": [*register_kind("persons").column("education").codes, None],
}
PERSONS = register_kind("persons").countable


def random_filter(random, depth=2):
    if depth and random.random() < 0.6:
        parts = [random_filter(random, depth - 1) for _ in range(int(random.integers(1, 4)))]
        return [{"all": parts}, {"any": parts}, {"not": parts[0]}][int(random.integers(0, 3))]
    name = list(DOMAIN)[int(random.integers(0, len(DOMAIN)))]
    values = [value for value in DOMAIN[name] if value is not None]
    one, other = (values[int(random.integers(0, len(values)))] for _ in range(2))
    if random.random() < 0.15:
        return {"column": name, "operator": "missing"}
    if name in ("sex", "education"):
        return [
            {"column": name, "operator": "=", "value": one},
            {"column": name, "operator": "in", "value": [one, other]},
        ][int(random.integers(0, 2))]
    return [
        {"column": name, "operator": "between", "value": sorted([one, other])},
        *({"column": name, "operator": sign, "value": one} for sign in ("=", ">=", "<=", ">", "<")),
    ][int(random.integers(0, 6))]


def used(nodes):
    def columns(node):
        children = node.get("all") or node.get("any") or ([node["not"]] if "not" in node else [])
        return set().union(*map(columns, children)) if "column" not in node else {node["column"]}

    return sorted(set().union(*map(columns, nodes)))


@pytest.mark.slow
def test_the_classes_are_those_that_rows_can_be_in():
    """500 random sets of filters over six columns, nested three deep, every row there can be tried."""
    tried = 0
    for seed in range(500):
        random = np.random.default_rng(seed)
        nodes = [random_filter(random) for _ in range(int(random.integers(1, 5)))]
        names = used(nodes)
        if np.prod([len(DOMAIN[name]) for name in names]) > 30_000:
            continue
        wanted = set()
        for values in itertools.product(*(DOMAIN[name] for name in names)):
            row = dict(zip(names, values))
            wanted.add(frozenset(n for n, node in enumerate(nodes) if holds(node, row)))
        found = {one.holds for one in row_classes(nodes, PERSONS, ("age", "sex"))}
        assert found == wanted - {frozenset()}, (seed, nodes)
        tried += 1
    assert tried > 300


def test_groups_that_two_blocks_share_do_not_overlap_and_leave_nobody_out():
    first = [{"column": "age", "operator": "between", "value": [16, 24]}]
    second = [
        {"column": "age", "operator": "between", "value": [18, 64]},
        {"column": "age", "operator": "=", "value": 24},
    ]
    groups = shared_groups([first, second], ["age"], PERSONS)
    inside = [sum(holds(group, {"age": age}) for group in groups) for age in range(126)]
    assert {age for age in range(126) if inside[age]} == set(range(16, 65)) and max(inside) == 1
    assert len(groups) == 4, "16-17, 18-23, 24, 25-64"


def test_more_classes_than_can_be_followed_are_told():
    nodes = [
        {"column": name, "operator": "=", "value": value}
        for name in ("education", "employed", "student", "sex")
        for value in DOMAIN[name]
        if value is not None
    ]
    with pytest.raises(TooManyClassesError):
        row_classes(nodes, PERSONS, most=20)


def vectors(*names):
    """(cells by atom of numerator and denominator of each indicator, the blocks)."""
    about = {i.id: i for i in all_indicators()}
    plans = [plan(about[name]) for name in names]
    texts = [
        tuple(text for term in (one.numerator, one.denominator) for text, _ in counted(term))
        for one in plans
    ]
    blocks = make_blocks(texts, plans[0].numerator.register)

    def cells(term, beside):
        return {cell for text, _ in counted(term) for cell in blocks.vector(text, beside)}

    return {
        name: (cells(one.numerator, text[0]), cells(one.denominator, text[0]))
        for name, one, text in zip(names, plans, texts)
    }, blocks


def test_what_vacancy_is_set_against_is_social_and_private_rentals_together():
    """14 of which 12 are private leave 2 social dwellings: the definitions of the catalogue say so."""
    found, blocks = vectors(
        "vacant", "long_vacant", "social_housing", "private_rental", "owner_occupied"
    )
    social, private = found["social_housing"][0], found["private_rental"][0]
    assert found["vacant"][1] == social | private and not social & private
    assert found["long_vacant"][0] < found["vacant"][0] and not found["owner_occupied"][0] & social
    assert blocks.whole and blocks.zeros() == []


def test_dwellings_without_residents_are_those_that_crowding_is_not_set_against():
    found, _ = vectors("crowding", "empty_dwellings")
    empty, lived_in, every = (
        found["empty_dwellings"][0],
        found["crowding"][1],
        found["empty_dwellings"][1],
    )
    assert not empty & lived_in and len(every - empty - lived_in) == 1, (
        "the rest: how many live there is not known"
    )


def test_benefits_are_parts_of_one_column_and_nobody_is_in_two():
    found, _ = vectors("cash_benefit", "sickness_benefit", "disability_pension", "public_support")
    assert found["cash_benefit"][0] < found["public_support"][0]
    assert not found["cash_benefit"][0] & found["sickness_benefit"][0]
    assert found["sickness_benefit"][0] - found["public_support"][0], "65 and 66 years old"


def test_where_there_are_too_many_classes_blocks_are_tied_by_what_they_share():
    """School: many columns beside that of being a pupil, which they share."""
    found, blocks = vectors(
        "high_absence", "unauthorised_absence", "low_wellbeing", "other_district_school"
    )
    assert len(blocks.blocks) > 1 and blocks.whole
    assert len(blocks.zeros()) >= len(blocks.blocks) - 1
    assert all(part < whole for part, whole in found.values())


def circle():
    """Numbers over residents and vacancy, vacancy and tenure, tenure and residents; of each (filter, population)."""
    empty, vacant = (
        {"column": "residents", "operator": "=", "value": 0},
        {"column": "vacant", "operator": "=", "value": 1},
    )
    social = {"column": "tenure", "operator": "in", "value": ["almen", "andel"]}
    return [
        tuple(map(filter_text, pair))
        for pair in ((empty, vacant), (vacant, social), (social, empty))
    ]


def test_blocks_that_hang_together_in_a_circle_are_one_after_all(monkeypatch):
    monkeypatch.setattr(blocks_module, "MOST_TOGETHER", 4)
    found = make_blocks(circle(), "dwellings")
    assert len(found.blocks) == 1 and found.whole and not found.ties


def test_a_circle_that_is_too_large_is_tied_all_round_and_said_not_to_be_whole(monkeypatch):
    monkeypatch.setattr(blocks_module, "MOST_TOGETHER", 4)
    monkeypatch.setattr(blocks_module, "MOST_ROUND", 4)
    found = make_blocks(circle(), "dwellings")
    assert {tie[:2] for tie in found.ties} == {(0, 1), (0, 2), (1, 2)} and not found.whole
