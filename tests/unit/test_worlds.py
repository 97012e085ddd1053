"""What one attack has found possible serves the next, and never more than it may."""

import numpy as np
import pytest
from geofa_sociodemografi.core.protection.attack.audit import audit
from geofa_sociodemografi.core.protection.attack.bounds import Known, matrix_of
from geofa_sociodemografi.core.protection.attack.findings import Guarded
from geofa_sociodemografi.core.protection.attack.reduction import Start
from geofa_sociodemografi.core.protection.attack.worlds import Worlds
from scipy import sparse

ROWS = 12


def random_system(seed):
    """(truth, sums as columns): whole numbers; some rows stand in the same sums, and are one to the attack."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, 6, ROWS).astype(float)
    kind = random.integers(0, 6, ROWS)
    columns = []
    for _ in range(5):
        inside = np.isin(kind, np.flatnonzero(random.random(6) < 0.5))
        columns.append({int(row): 1 for row in np.flatnonzero(inside)} or {0: 1})
    return truth, columns


def audited(truth, columns, guarded, worlds):
    matrix = matrix_of(columns, ROWS)
    known = Known(matrix, matrix @ truth, matrix @ truth)
    return audit(known, guarded, start=Start(truth, sparse.identity(ROWS, format="csr"), worlds))


def guarded_rows(truth):
    return [
        Guarded(name=row, column={row: 1}, value=float(truth[row]), values=3) for row in range(ROWS)
    ]


@pytest.mark.slow
def test_every_world_found_agrees_with_all_that_is_known():
    found = 0
    for seed in range(200):
        truth, columns = random_system(seed)
        matrix = matrix_of(columns, ROWS)
        for world in audited(truth, columns, guarded_rows(truth), np.zeros((0, ROWS))).worlds:
            assert np.allclose(matrix @ world, matrix @ truth, atol=1e-6) and world.min() > -1e-6, (
                seed
            )
            found += 1
    assert found > 1000


@pytest.mark.slow
def test_what_was_found_before_is_not_looked_for_again_and_changes_no_outcome():
    fewer = 0
    for seed in range(200):
        truth, columns = random_system(seed)
        guarded = guarded_rows(truth)
        worlds = Worlds(matrix_of(columns, ROWS), *[matrix_of(columns, ROWS) @ truth] * 2)
        first = audited(truth, columns[1:], guarded, np.zeros((0, ROWS)))
        worlds.add(first.worlds)
        for shown in (columns[1:], columns):
            fresh = audited(truth, shown, guarded, np.zeros((0, ROWS)))
            here = np.array([columns.index(column) for column in shown])
            again = audited(truth, shown, guarded, worlds.fitting(here))
            assert {one.guarded.name for one in again.exposed} == {
                one.guarded.name for one in fresh.exposed
            }, seed
            fewer += (
                fresh.programmes
                + fresh.whole_programmes
                - again.programmes
                - again.whole_programmes
            )
    assert fewer > 500


def test_only_worlds_that_agree_with_what_is_shown_fit():
    matrix = matrix_of([{0: 1, 1: 1}, {0: 1}], 2)
    worlds = Worlds(matrix, np.array([5.0, 2.0]), np.array([5.0, 3.0]))
    assert worlds.fitting(np.array([0])).shape == (0, 2)
    worlds.add([np.array([1.0, 4.0]), np.array([3.0, 2.0]), np.array([3.0, 3.0])])
    assert worlds.fitting(np.array([0])).tolist() == [[1.0, 4.0], [3.0, 2.0]]
    assert worlds.fitting(np.array([0, 1])).tolist() == [[3.0, 2.0]], (
        "the second number lies between two ends"
    )
