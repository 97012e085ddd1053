"""The two largest contributions to a sum, kept while it is counted."""

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import chosen
from geofa_sociodemografi.core.progress import Silent
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.counted import X, Y
from tests.unit.helpers import grid, persons


def test_the_two_largest_contributions_are_kept_in_memory_by_area():
    from geofa_sociodemografi.core.measures.counting import count as count_registers
    from geofa_sociodemografi.core.registers.tables.register import open_register

    incomes = [100, 900, 300, 900, 700, None, 50]
    x = [X, X, X, X, X + 10, X + 10, X + 20]
    source = persons(
        x=x, y=[Y] * 7, age=[40] * 7, student=[0] * 7, gross_income=incomes, period="2026-01"
    )
    counts = count_registers(
        {"persons": open_register("persons", [source])},
        None,
        [grid(4, 1), grid(1, 1, 40.0, "all")],
        chosen(["income", "median_income"]),
        Silent(),
    )
    spread = counts.spreads[("grid", "income", "2026-01")]
    np.testing.assert_array_equal(spread.largest, [900, 700, 50, np.nan])
    np.testing.assert_array_equal(spread.second, [900, np.nan, np.nan, np.nan])
    whole = counts.spreads[("all", "median_income", "2026-01")]
    assert (whole.largest[0], whole.second[0], whole.median[0]) == (900, 900, 500)
    assert "900" not in counts.observations["grid"].drop(columns=["value", "numerator"]).to_string()


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-3, 9)), min_size=1, max_size=40))
def test_the_two_largest_by_brute_force(rows):
    from geofa_sociodemografi.core.measures.rollup import two_largest

    atoms, values = (np.array(column) for column in zip(*rows))
    found = {}
    for atom, value in zip(*two_largest(atoms, values.astype(float))):
        found.setdefault(atom, []).append(value)
    assert {a: sorted(v, reverse=True) for a, v in found.items()} == {
        a: sorted(values[atoms == a], reverse=True)[:2] for a in set(atoms)
    }
