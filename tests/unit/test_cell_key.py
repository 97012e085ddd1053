"""The cell-key method against the ptable package's vectors, the handbook's look-up and the ONS' documentation."""

import json

import numpy as np
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.protection.methods.cell_key import (
    Perturbation,
    perturbation,
)
from geofa_sociodemografi.core.protection.methods.record_keys import KEYS, cell_keys, record_keys

from tests.unit.published_disclosure import published_count_row

SECRET = bytes(range(32))


@pytest.fixture
def published(shared):
    return json.loads((shared / "sdc_examples/published_examples.json").read_text())


def test_the_tables_of_changes_are_those_of_ptable(published):
    for case in published["ckm_ptable_vectors"]["cases"]:
        if "tMatrix" in case:
            found = perturbation(case["D"], case["V"], case["js"]).probability
            for row, expected in case["tMatrix"].items():
                assert found[int(row)] == pytest.approx(expected, abs=2e-7)
        elif "row1" in case:
            found = perturbation(case["D"], case["V"], case["js"]).probability[1]
            assert {n: p for n, p in enumerate(found) if p > 1e-9} == pytest.approx(
                {int(n): p for n, p in case["row1"].items()}, abs=1e-7
            )


@pytest.mark.parametrize(
    ("deviation", "variance", "blocked", "stay"), [(5, 3.0, 2, 0.5), (3, 1.5, 0, 0.0)]
)
def test_a_change_is_nothing_in_the_mean_and_as_wide_as_asked(deviation, variance, blocked, stay):
    table = perturbation(deviation, variance, blocked, stay).probability
    targets = np.arange(table.shape[1])
    for count in range(len(table)):
        assert table[count].sum() == pytest.approx(1.0)
        assert table[count] @ targets == pytest.approx(count, abs=1e-7)
        assert not table[count, 1 : blocked + 1].any()
    last = len(table) - 1
    assert table[last] @ (targets - last) ** 2 == pytest.approx(variance, abs=1e-6)
    assert stay == 0.0 or table[last, last] >= stay - 1e-9


def test_a_count_that_must_not_be_shown_becomes_nothing_or_the_next_that_may():
    """1 to 4 are never shown: 3 is 5 in 3 of 5 cases, which is 3 in the mean."""
    table = perturbation(5, 3.0, 4).probability
    for count in range(1, 5):
        assert {n: p for n, p in enumerate(table[count]) if p > 1e-9} == pytest.approx(
            {0: 1 - count / 5, 5: count / 5}
        )


def test_the_handbooks_look_up(published):
    case = published["ckm_handbook"]
    table = np.zeros((4, 5))
    for original, shown, probability, _, _, _ in case["ptable"]:
        table[original, shown] = probability
    key = cell_keys(np.array([KEYS * sum(case["record_keys"])]))
    assert key == pytest.approx(case["cell_key"])
    assert Perturbation(table).shown([3], key).tolist() == [case["expected_perturbed"]]
    assert Perturbation(table).shown([0, 12], [0.5, 0.2]).tolist() == [0, 11]


def test_the_rows_of_the_ons_for_large_counts(published):
    for count, row in published["ckm_ons"]["pcv_vectors"].items():
        assert published_count_row(int(count)) == row


def test_the_same_persons_are_changed_the_same_way_in_every_map():
    people = [f"P{n}" for n in range(40)]
    keys = record_keys(people, SECRET)
    assert (record_keys(people, SECRET) == keys).all() and ((keys >= 0) & (keys < KEYS)).all()
    assert (record_keys(people, SECRET[::-1]) != keys).all()
    one, two = (cell_keys(np.array([sum(some)])) for some in (keys, keys[::-1]))
    assert one == two, "whole keys add up exactly in any order"
    table = perturbation(3, 1.5)
    assert table.shown([40], one).tolist() == table.shown([40], two).tolist()


def test_keys_are_spread_evenly():
    """Chi-square over ten bins of 20,000 keys: below the 99.9 % point of nine degrees of freedom, 27.88."""
    found = np.histogram(
        record_keys((f"P{n}" for n in range(20_000)), SECRET), bins=10, range=(0, KEYS)
    )[0]
    assert ((found - 2000) ** 2 / 2000).sum() < 27.88


def test_a_short_secret_is_none():
    with pytest.raises(InputError):
        record_keys(["P1"], b"short")


def test_exact_means_beside_changed_counts_would_give_the_counts_back(published):
    """The handbook's attack, 5.7: why a share beside changed counts is made of the changed counts."""
    case = published["handbook_mean_attack"]
    found = []
    for shown, mean in zip(case["perturbed_counts"], case["original_means"]):
        fits = [
            n
            for n in range(shown - case["max_dev"], shown + case["max_dev"] + 1)
            if abs(round(mean * n) / n - mean) < 5e-5
        ]
        found.append(fits)
    assert [n[0] for n in found] == case["expected_recovered"] and all(len(n) == 1 for n in found)
