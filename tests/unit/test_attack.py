"""What a reader can work out: bounds against lpSolve's and the handbook's, and the audit built on them."""

import json

import numpy as np
import pytest
from geofa_sociodemografi.core.protection.attack import bounds as attack_module
from geofa_sociodemografi.core.protection.attack.audit import audit
from geofa_sociodemografi.core.protection.attack.bounds import (
    AttackError,
    Known,
    matrix_of,
)
from geofa_sociodemografi.core.protection.attack.findings import Guarded

from tests.unit.published_disclosure import interval, whole_interval
from tests.unit.test_elimination import CASES, gauss_case


def known_of(columns, values, rows):
    values = np.array(values, dtype=float)
    return Known(matrix_of(columns, rows), values, values)


@pytest.mark.parametrize("name", [n for n in CASES if n != "z3_maxN5"])
def test_the_intervals_are_those_of_the_reference(shared, name):
    case, columns, _ = gauss_case(shared, name)
    count = next(key for key in ("freq", "values", "ant") if key in case["cells"][0])
    shown = [n for n, cell in enumerate(case["cells"]) if not cell["suppressed"]]
    known = known_of(
        [columns[n] for n in shown], [case["cells"][n][count] for n in shown], len(case["inner"])
    )
    for kind, ask in (("continuous", interval), ("integer", whole_interval)):
        for row in case[f"expected_interval_{kind}"]:
            assert ask(known, columns[row["cell"] - 1]) == pytest.approx(
                (row["lo"], row["up"]), abs=1e-6
            )


def test_the_handbooks_feasibility_interval(shared):
    """SDC Handbook 2nd ed., 4.2.2 example 3 (Geurts 1992): X11 lies in [3, 6]."""
    case = json.loads((shared / "sdc_examples/published_examples.json").read_text())[
        "handbook_feasibility_example3"
    ]
    columns = [{0: 1, 1: 1}, {2: 1, 3: 1}, {0: 1, 2: 1}, {1: 1, 3: 1}]
    values = [7, 3, 9 - 3, 7 - 3]
    for name, row in (("X11", 0), ("X12", 1), ("X21", 2), ("X22", 3)):
        found = interval(known_of(columns, values, 4), {row: 1})
        assert list(found) == pytest.approx(case["own_check_HiGHS"][name])
    assert list(interval(known_of(columns, values, 4), {0: 1})) == pytest.approx(
        case["expected"]["X11"]
    )


def test_two_hidden_in_every_row_and_column_are_not_enough(shared):
    """sdcTable, test-simpleheuristic: 47 follows exactly until one more is hidden."""
    case = json.loads((shared / "sdc_examples/published_examples.json").read_text())[
        "sdctable_recomputable_cell"
    ]
    cells = [(r, c) for r in "wxyz" for c in "abcd"]
    value = {cell: case["inner"][cell[0]][cell[1]] for cell in cells}
    sums = [[c for c in cells if c[0] == r] for r in "wxyz"] + [
        [c for c in cells if c[1] == k] for k in "abcd"
    ]
    hidden = {tuple(name.split("|")) for name in case["primary"]}

    def bounds(also):
        shown = sums + [cells] + [[c] for c in cells if c not in hidden | also]
        columns = [{cells.index(c): 1 for c in group} for group in shown]
        return interval(
            known_of(columns, [sum(value[c] for c in group) for group in shown], 16), {1: 1}
        )

    assert bounds(set()) == pytest.approx((47, 47))
    assert bounds({("x", "d")}) == pytest.approx(
        (case["expected"]["low_after"], case["expected"]["up_after"])
    )


def test_a_rounded_number_is_an_interval_to_the_reader():
    """Two cells add up to what is shown as 10, rounded to 5; one is shown as 4."""
    known = Known(matrix_of([{0: 1, 1: 1}, {0: 1}], 2), np.array([7.5, 4.0]), np.array([12.5, 4.0]))
    assert interval(known, {1: 1}) == pytest.approx((3.5, 8.5))
    assert interval(Known(matrix_of([{0: 1}], 2), np.array([1.0]), np.array([1.0])), {1: 1}) == (
        0.0,
        np.inf,
    )


def test_numbers_that_contradict_each_other_stop_everything():
    known = known_of([{0: 1, 1: 1}, {0: 1}], [3, 5], 2)
    with pytest.raises(AttackError, match="status 2"):
        interval(known, {1: 1})
    with pytest.raises(AttackError):
        audit(known, [Guarded(name="a", column={1: 1}, value=1.0, values=3)])


def test_any_other_end_of_a_programme_is_a_failure(monkeypatch):
    class GaveUp:
        status, message, fun, x = 1, "iteration limit", 0.0, None

    monkeypatch.setattr(attack_module, "linprog", lambda *a, **k: GaveUp())
    with pytest.raises(AttackError, match="status 1"):
        audit(
            known_of([{0: 1, 1: 1}], [8], 2),
            [Guarded(name="a", column={0: 1}, value=2.0, values=5)],
        )


def test_the_audit_asks_for_values_not_for_width():
    """3a + 3b = 12 and a shown total leave a = 0, 3, …: the width is 12, the whole values that fit are five."""
    known = known_of([{0: 1, 1: 3}], [12], 2)
    assert not audit(known, [Guarded(name="a", column={0: 1}, value=3.0, values=5)]).exposed
    exposed = audit(known, [Guarded(name="a", column={0: 1}, value=3.0, values=6)]).exposed
    assert [e.guarded.name for e in exposed] == ["a"] and (exposed[0].lower, exposed[0].upper) == (
        0.0,
        12.0,
    )
    assert exposed[0].by == (0,)


def test_the_audit_tells_which_number_gives_it_away():
    known = known_of([{0: 1, 1: 1}, {1: 1}, {2: 1}], [5, 3, 9], 3)
    outcome = audit(known, [Guarded(name="two", column={0: 1}, value=2.0, values=3)])
    assert (outcome.exposed[0].lower, outcome.exposed[0].upper) == (2.0, 2.0)
    assert set(outcome.exposed[0].by) == {0, 1}


def test_a_sum_must_be_wide_to_both_sides():
    known = known_of([{0: 1, 1: 1}], [100], 2)
    wide = [
        Guarded(name="a", column={0: 1}, value=40.0, values=1, below=40.0, above=60.0, whole=False)
    ]
    assert not audit(known, wide).exposed
    assert audit(
        known,
        [
            Guarded(
                name="a", column={0: 1}, value=40.0, values=1, below=40.0, above=61.0, whole=False
            )
        ],
    ).exposed


@pytest.mark.parametrize("value", [-40.0, 0.0, 40.0])
def test_a_sum_that_may_be_below_zero_and_that_nothing_holds_is_safe(value):
    """Of incomes, losses among them, of which nothing is published: every value fits, to both sides."""
    alone = {0: 1, 1: 1}
    nothing = Known(matrix_of([], 3), np.zeros(0), np.zeros(0), -np.inf)
    assert not audit(
        nothing,
        [Guarded(name="a", column=alone, value=value, values=1, below=4.0, above=4.0, whole=False)],
    ).exposed
    another = Known(matrix_of([{2: 1}], 3), np.array([7.0]), np.array([7.0]), -np.inf)
    outcome = audit(
        another,
        [
            Guarded(
                name="a", column=alone, value=value, values=1, below=4.0, above=4.0, whole=False
            ),
            Guarded(
                name="shown", column={2: 1}, value=7.0, values=1, below=1.0, above=1.0, whole=False
            ),
        ],
    )
    assert [one.guarded.name for one in outcome.exposed] == ["shown"]
