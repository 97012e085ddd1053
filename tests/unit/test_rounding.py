"""Small count rounding against Statistics Norway's outputs (SmallCountRounding 1.2.5)."""

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.protection.methods.rounding import round_small_counts
from scipy import sparse

from tests.unit.published_disclosure import distance


class RandomOfR:
    """``sample.int`` of R 4 after ``set.seed``: the Mersenne Twister with rejection sampling, which breaks the
    reference's ties."""

    def __init__(self, seed):
        state = []
        for _ in range(50):
            seed = (69069 * seed + 1) & 0xFFFFFFFF
        for _ in range(625):
            seed = (69069 * seed + 1) & 0xFFFFFFFF
            state.append(seed)
        self._twister = np.random.RandomState()
        self._twister.set_state(("MT19937", np.array(state[1:], dtype="uint32"), 624))

    def _index(self, below):
        bits = int(np.ceil(np.log2(below))) if below > 1 else 0
        while True:
            found = 0
            for _ in range(0, bits + 1, 16):
                share = (
                    int(self._twister.randint(0, 2**32, dtype="uint32")) * 2.3283064365386963e-10
                )
                found = 65536 * found + int(np.floor(share * 65536))
            found &= (1 << bits) - 1
            if found < below:
                return found

    def order(self, count):
        left, taken = list(range(count)), []
        for size in range(count, 0, -1):
            place = self._index(size)
            taken.append(left[place])
            left[place] = left[size - 1]
        return taken


def test_the_random_order_is_rs():
    """``set.seed(123); sample.int(10)`` in any R since 3.6."""
    assert [n + 1 for n in RandomOfR(123).order(10)] == [3, 10, 2, 8, 6, 9, 1, 7, 5, 4]


def margins(table):
    """Total, rows and columns of the exPSD table."""
    rows = [np.ones(len(table))]
    rows += [(table["rows"] == f"row{n}").to_numpy(float) for n in (1, 2, 3)]
    rows += [(table["cols"] == f"col{n}").to_numpy(float) for n in range(1, 6)]
    return sparse.csr_matrix(np.array(rows))


EXPSD = {
    "exPSD_base5": {"base": 5},
    "exPSD_base5_noIdentifyNew": {"base": 5, "look_again": False},
    "exPSD_base5_zeroCandidates": {"base": 5, "zero_candidates": True},
    "exPSD_base3_maxRound4": {"base": 3, "largest": 4},
}


@pytest.mark.parametrize("name", list(EXPSD))
def test_the_example_of_the_paper_exactly(shared, name):
    folder = shared / "sdc_examples/rounding_cases"
    table = pd.read_csv(folder / f"{name}_inner.csv")
    numbers, counts = margins(table), table["original"].to_numpy()
    found = round_small_counts(numbers, counts, order=RandomOfR(123).order, **EXPSD[name])
    assert found.tolist() == table["rounded"].tolist()
    metric = pd.read_csv(folder / f"{name}_metrics.csv").set_index("metric")["value"]
    told = distance(numbers @ counts, numbers @ found)
    assert told == pytest.approx(
        (metric["maxdiff"], metric["meanAbsDiff"], metric["HDutility"]), abs=1e-12
    )


def crossed(inner, publish):
    """(published numbers × inner cells): a published row is what has each of its codes in some column."""
    codes = [c for c in publish if c not in ("original", "rounded", "difference")]
    return sparse.csr_matrix(
        np.array(
            [
                np.logical_and.reduce(
                    [np.ones(len(inner), dtype=bool)]
                    + [
                        (inner == value).any(axis=1).to_numpy()
                        for value in wanted
                        if value != "Total"
                    ]
                )
                for wanted in publish[codes].itertuples(index=False)
            ],
            dtype=float,
        )
    )


CASES = [
    ("e6_base3_all", "SCR_e6", 3),
    ("e6_base5_main", "SCR_e6", 5),
    ("km2_base3", "my_km2", 3),
    ("z2_base3", "z2", 3),
    ("z2_base3_leverage", "z2", 3),
    ("z2_base10", "z2", 10),
    ("z3_base3", "z3", 3),
    ("z3_base5", "z3", 5),
]


@pytest.mark.parametrize(("name", "data", "base"), CASES)
def test_other_cases_by_their_invariants(shared, name, data, base):
    """The reference breaks its ties by chance: what must be the same is which counts may change and by how much."""
    table = pd.read_csv(shared / f"sdc_examples/ssbtools_data/{data}.csv", dtype=str)
    publish = pd.read_csv(shared / f"sdc_examples/rounding_cases/{name}_publish.csv", dtype=str)
    counts = table.pop("ant" if "ant" in table else "freq").to_numpy(int)
    numbers = crossed(table, publish)
    assert (numbers @ counts == publish["original"].to_numpy(int)).all()
    found = round_small_counts(numbers, counts, base)
    shown = numbers @ found
    assert not ((shown > 0) & (shown < base)).any()
    assert ((found == counts) | (found % base == 0)).all() and (found[counts == 0] == 0).all()
    metric = pd.read_csv(shared / f"sdc_examples/rounding_cases/{name}_metrics.csv").set_index(
        "metric"
    )["value"]
    worst, mean, _ = distance(numbers @ counts, shown)
    assert worst <= metric["maxdiff"] + base and mean <= 1.25 * metric["meanAbsDiff"] + 0.5


def test_many_random_tables_show_no_small_number_and_add_up():
    random = np.random.default_rng(5)
    for _ in range(60):
        cells = random.integers(4, 60)
        numbers = sparse.csr_matrix(
            (random.random((random.integers(2, 20), cells)) < 0.4).astype(float)
        )
        counts = random.integers(0, 9, cells)
        found = round_small_counts(numbers, counts, 5)
        shown = numbers @ found
        assert not ((shown > 0) & (shown < 5)).any()
        assert (found[counts == 0] == 0).all() and (found >= 0).all()


def test_a_base_that_makes_no_sense_is_refused():
    with pytest.raises(InputError):
        round_small_counts(sparse.csr_matrix(np.ones((1, 2))), np.array([1, 2]), 1)
    with pytest.raises(InputError):
        round_small_counts(sparse.csr_matrix(np.ones((1, 2))), np.array([1, 2]), 5, largest=3)
