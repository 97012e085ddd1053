"""Thousands of random small tables with overlapping areas, every whole solution tried: does the promise hold?

The oracle knows nothing of elimination or programmes. It enumerates all inner cells in whole numbers that agree with
what the protected table shows, and counts the values that every number of the rules can have.
"""

from dataclasses import replace

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.protection.rules import profile
from geofa_sociodemografi.core.protection.attack import audit, component
from geofa_sociodemografi.core.protection.methods.suppression import protect_numbers
from geofa_sociodemografi.core.protection.methods.suppression_plan import SuppressionPlan
from geofa_sociodemografi.core.protection.system.context import Context
from geofa_sociodemografi.core.protection.system.families import Family
from geofa_sociodemografi.core.protection.system.family_numbers import FamilyNumbers
from geofa_sociodemografi.core.protection.system.places import Place

SHARE = next(i for i in all_indicators() if i.id == "employed")
LEAST = 3
RULES = replace(profile("offentlig"), persons=LEAST, special_persons=LEAST, values=LEAST)
MOST_SOLUTIONS = 25_000


def random_table(seed):
    """(has and has not by atom, area sets as lists of atoms by area, is the whole known to everybody)."""
    random = np.random.default_rng(seed)
    atoms = int(random.integers(2, 6))
    cells = random.integers(0, int(random.integers(2, 6)), (atoms, 2)).astype(float)
    sets = []
    for _ in range(int(random.integers(1, 4))):
        of = random.integers(-1, int(random.integers(1, 4)), atoms)  # −1: in no area of the set
        sets.append(
            [np.flatnonzero(of == area) for area in range(of.max() + 1) if (of == area).any()]
        )
    if random.random() < 0.3:  # a free set: areas that overlap each other
        sets.append([np.flatnonzero(random.random(atoms) < 0.5) for _ in range(2)])
    return cells, [[area for area in areas if len(area)] for areas in sets], seed % 2 == 0


def system_of(cells, sets, fixed):
    atoms = len(cells)
    family = Family(
        indicators={SHARE.id: SHARE},
        values=cells,
        numerators={SHARE.id: {0: 1}},
        denominators={SHARE.id: {0: 1, 1: 1}},
        fixed={SHARE.id} if fixed else set(),
    )
    places = [Place("", "", np.arange(atoms))]
    places += [
        Place(f"s{n}", f"a{m}", area)
        for n, areas in enumerate(sets)
        for m, area in enumerate(areas)
    ]
    places += [Place("", f"#{atom}", np.array([atom]), shown=False) for atom in range(atoms)]
    return FamilyNumbers(family, places, RULES, Context()), places


def shown_numbers(places, cells, hidden, fixed):
    """(rows by (atom, cell), value) of every number that the protected table shows or everybody knows."""
    for place in places:
        for kind, parts in (("numerator", (0,)), ("denominator", (0, 1))):
            everybody = kind == "denominator" and fixed
            if place.shown and (everybody or (*place.key, SHARE.id, kind) not in hidden):
                rows = [(atom, part) for atom in place.atoms for part in parts]
                yield (rows, sum(cells[row] for row in rows)), place, kind


def possible_values(numbers, cells, wanted):
    """For each of ``wanted`` (rows → factor) the set of values in all whole solutions; None where there are too many.

    A row of an atom where nobody lives is no unknown. A row in no shown number may be anything: a few are enough.
    """
    rows = [(a, c) for a in range(len(cells)) for c in (0, 1) if cells[a].any()]
    place = {row: n for n, row in enumerate(rows)}
    matrix = np.array([[row in shown for row in rows] for shown, _ in numbers], dtype=float)
    total = np.array([value for _, value in numbers])
    asked = np.zeros((len(wanted), len(rows)))
    for number, column in enumerate(wanted):
        for row, factor in column.items():
            asked[number, place[row]] = factor
    partial, values = np.zeros((1, len(total))), np.zeros((1, len(wanted)))
    for n in range(len(rows)):
        caps = total[matrix[:, n] > 0]
        choices = np.arange(int(caps.min()) + 1 if len(caps) else 2 * LEAST)
        partial = (partial[:, None] + choices[None, :, None] * matrix[:, n]).reshape(-1, len(total))
        values = (values[:, None] + choices[None, :, None] * asked[:, n]).reshape(-1, len(wanted))
        done = ~matrix[:, n + 1 :].any(axis=1)
        fits = (partial <= total).all(axis=1) & (partial[:, done] == total[done]).all(axis=1)
        both = np.unique(np.hstack([partial[fits], values[fits]]), axis=0)
        partial, values = both[:, : len(total)], both[:, len(total) :]
        if len(partial) > MOST_SOLUTIONS:
            return None
    return [set(values[:, n]) for n in range(len(wanted))]


@pytest.mark.slow
@pytest.mark.parametrize("block", range(8))
def test_no_protected_number_has_fewer_values_than_promised(block):
    tables = guarded = narrow = 0
    for seed in range(400 * block, 400 * (block + 1)):
        cells, sets, fixed = random_table(seed)
        system, places = system_of(cells, sets, fixed)
        found = protect_numbers(system)
        must_not = [n for n in system.numbers if n.reason]
        if not found.safe or not must_not:
            continue
        numbers_of = list(shown_numbers(places, cells, found.hidden, fixed))
        numbers = [number for number, _, _ in numbers_of]
        if not numbers:
            continue
        values = possible_values(
            numbers, cells, [{divmod(row, 2): f for row, f in n.column.items()} for n in must_not]
        )
        if values is None:
            continue
        tables += 1
        guarded += len(must_not)
        for number, possible in zip(must_not, values):
            assert number.value in possible, seed
            if (
                len(possible) < number.values
            ):  # then not even by what everybody knows there are more
                narrow += 1
                anyway = [
                    n
                    for n, place, kind in numbers_of
                    if place.key == ("", "") or (kind == "denominator" and fixed)
                ]
                (before,) = possible_values(
                    anyway, cells, [{divmod(row, 2): f for row, f in number.column.items()}]
                )
                assert len(possible) == len(before), (
                    seed,
                    number.key,
                    sorted(possible),
                    sorted(before),
                )
    assert tables > 130 and guarded > 700 and narrow < guarded / 4


@pytest.mark.slow
def test_moving_the_rows_around_a_number_finds_what_the_whole_system_finds(monkeypatch):
    """In a large system numbers are first attacked from near by; the outcome must be that of the whole."""
    for seed in range(150):
        system, _ = system_of(*random_table(seed))
        whole = protect_numbers(system)
        with monkeypatch.context() as patch:
            patch.setattr(audit, "LARGE", 0)
            patch.setattr(component, "AROUND", (2, 4, 7))
            near = protect_numbers(system)
        assert near.safe == whole.safe, seed
        assert {g.guarded.name for g in near.audit.exposed} == {
            g.guarded.name for g in whole.audit.exposed
        }, seed


def test_what_is_not_safe_is_not_called_safe():
    """Two areas, one hidden, the total known: nothing can be hidden instead, and the outcome says so."""
    cells = np.array([[1.0, 9.0], [8.0, 9.0]])
    system, _ = system_of(cells, [[np.array([0])], [np.array([1])]], True)
    found = protect_numbers(system)
    assert found.safe and ("s1", "a0", SHARE.id, "numerator") in found.hidden
    released = {("s1", "a0", SHARE.id, "numerator")}
    again = protect_numbers(system, released)
    assert not again.safe and ("s0", "a0", SHARE.id, "numerator") in again.unsafe


@pytest.mark.slow
def test_every_secondary_suppression_is_needed():
    """Mutation: whichever secondary number is shown after all, the audit no longer clears the table."""
    tried = 0
    for seed in range(400):
        cells, sets, fixed = random_table(seed)
        system, _ = system_of(cells, sets, fixed)
        plan = SuppressionPlan(system, frozenset())
        hidden = plan.hide(None)
        hidden, outcome = plan.repair(hidden, plan.attack(hidden, plan.guarded(), None), None)
        if outcome.exposed or plan.unsafe:
            continue
        for position in sorted(hidden - set(plan.primary)):
            alike = {
                n for n in hidden if system.numbers[n].column == system.numbers[position].column
            }
            if alike & set(plan.primary):
                continue
            tried += 1
            assert plan.attack(hidden - alike, plan.guarded(), None).exposed, (
                seed,
                system.numbers[position].key,
            )
    assert tried > 200
