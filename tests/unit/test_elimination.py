"""Secondary suppression against Statistics Norway's outputs (GaussSuppression 1.2.3) and cases worked by hand."""

import json

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.protection.methods.elimination import suppress

CASES = (
    "docs_15cells",
    "km2_overlap",
    "mun_accidents",
    "mun_accidents_kdisc1",
    "vign_T1",
    "vign_T2",
    "vign_T3",
    "vign_T4",
    "vign_T6",
    "vign_T7",
    "z1_default",
    "z2_default",
    "z2_noZeroProtect",
    "z3_maxN5",
)
METHODS = ("none", "anySum", "anySumNOTprimary")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def gauss_case(shared, name):
    """(case, columns of all cells, then virtual primary columns)."""
    case = json.loads((shared / "sdc_examples/gauss_cases" / f"{name}.json").read_text())
    columns = [{} for _ in case["cells"]]
    for row, cell, value in case["x_triplets_inner_cell_value"]:
        columns[cell - 1][row - 1] = value
    extra = {}
    for row, cell, value in case.get("x_extra_primary_triplets_inner_extra_value", []):
        extra.setdefault(cell, {})[row - 1] = value
    return case, columns, [extra[key] for key in sorted(extra)]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", CASES)
def test_the_secondary_set_is_that_of_the_reference(shared, name, method):
    case, columns, virtual = gauss_case(shared, name)
    if method not in case["expected_secondary_by_method"]:
        pytest.skip("not run with this method")
    primary = [cell - 1 for cell in case["primary"]] + [
        len(columns) + n for n in range(len(virtual))
    ]
    found = suppress(
        columns + virtual,
        [cell - 1 for cell in case["candidates_order"]],
        primary,
        (),
        {row - 1 for row in case["singleton_rows"]},
        method,
    )
    assert sorted(cell + 1 for cell in found.secondary) == sorted(
        case["expected_secondary_by_method"][method]
    )
    assert not found.unsafe


def reference_order(columns, counts, rows):
    """The reference's order of candidates: large first, ties by how much they share with others."""
    matrix = np.zeros((rows, len(columns)))
    for number, column in enumerate(columns):
        matrix[list(column), number] = list(column.values())
    above = np.array(counts, dtype=float) + 1
    shared_with = matrix.T @ (matrix @ above)
    return np.argsort(
        -(np.abs(above) + 0.99 * shared_with / np.abs(shared_with).max()), kind="stable"
    ).tolist()


def cumulated(shared, quarters, sub_totals, total):
    """(inner counts, names of cells, their columns, columns of what a sub-total leaves out)."""
    data = pd.read_csv(shared / "sdc_examples/time_series/input_4quarters.csv")
    inner = data.groupby(["quarter", "main_income", "size"], as_index=False)["freq"].sum()
    inner = inner[inner["quarter"].isin(QUARTERS[:quarters])].reset_index(drop=True)
    times = {q: {q} for q in QUARTERS[:quarters]}
    times[total] = set(QUARTERS[:quarters])
    rests = {}
    for upto in range(2, quarters) if sub_totals else ():
        times[f"quarter_Q1_{QUARTERS[upto - 1]}"] = set(QUARTERS[:upto])
        rests[upto] = set(QUARTERS[upto:quarters])

    def crossed(spans):
        for name, span in spans.items():
            for income in ["Total", *sorted(inner["main_income"].unique())]:
                for size in ["Total", *sorted(inner["size"].unique())]:
                    rows = inner["quarter"].isin(span)
                    rows &= (inner["main_income"] == income) | (income == "Total")
                    rows &= (inner["size"] == size) | (size == "Total")
                    yield (name, income, size), {int(row): 1 for row in np.flatnonzero(rows)}

    cells = dict(crossed(times))
    return (
        inner["freq"].to_numpy(),
        list(cells),
        list(cells.values()),
        [column for _, column in crossed(rests)],
    )


TIMES = {
    "a1": (1, False, False, None),
    "a2": (2, False, False, None),
    "a3": (3, False, False, None),
    "a4": (4, False, True, None),
    "b2": (2, False, False, "a1"),
    "b3": (3, False, False, "b2"),
    "b4": (4, False, True, "b3"),
    "c2": (2, True, True, None),
    "d2": (2, True, True, "a1"),
    "d3": (3, True, True, "d2"),
    "d4": (4, True, True, "d3"),
}


@pytest.mark.parametrize("name", list(TIMES))
def test_cumulated_quarters_keep_to_what_earlier_releases_showed(shared, name):
    """``IncrementalTimeSuppression`` of four quarters; d takes the release before into account, c does not."""
    quarters, sub_totals, total_first, before = TIMES[name]
    folder = shared / "sdc_examples/time_series"
    total = (
        "Total"
        if quarters == 4
        else "Q1"
        if quarters == 1
        else f"quarter_Q1_{QUARTERS[quarters - 1]}"
    )
    inner, cells, columns, rests = cumulated(shared, quarters, sub_totals, total)
    everything = columns + rests
    counts = [int(sum(inner[row] for row in column)) for column in everything]
    order = [n for n in reference_order(everything, counts, len(inner)) if n < len(columns)]
    late = {f"quarter_Q1_{q}" for q in QUARTERS[1 : quarters - 1]} | (
        set() if total_first else {total}
    )
    order.sort(key=lambda n: cells[n][0] in late)
    primary, forced = {n for n, count in enumerate(counts) if count <= 15}, []
    if before:
        for row in pd.read_csv(folder / f"out_{before}.csv").to_dict("records"):
            name_of_cell = (row["quarter"], row["main_income"], row["size"])
            if name_of_cell not in cells:  # a sub-total that this release does not show
                continue
            cell = cells.index(name_of_cell)
            if row["suppressed"]:
                primary.add(cell)
            else:
                primary.discard(cell)
                forced.append(cell)
    found = suppress(
        everything, order, sorted(primary), forced, np.flatnonzero(inner == 0).tolist()
    )
    expected = pd.read_csv(folder / f"out_{name}.csv")
    expected = expected[expected["suppressed"]]
    hidden = {cells[n] for n in (*found.secondary, *primary) if n < len(cells)}
    assert hidden == set(zip(expected["quarter"], expected["main_income"], expected["size"]))
    assert not found.unsafe


def test_two_area_sets_together_give_away_what_each_alone_does_not(shared):
    """sdcTable, test-linked-tables: small − county-1 = K + N, so N must be hidden too."""
    case = json.loads((shared / "sdc_examples/published_examples.json").read_text())[
        "sdctable_linked_area_sets"
    ]
    regions = list(case["regions"])
    groups = [set(regions)] + [
        {r for r in regions if case[s][r] == g}
        for s in ("area_set_1", "area_set_2")
        for g in sorted(set(case[s].values()))
    ]
    columns = [{regions.index(r): 1 for r in group} for group in groups] + [
        {n: 1} for n in range(len(regions))
    ]
    primary = [len(groups) + regions.index(r) for r in case["expected"]["primary"]]
    found = suppress(
        columns, [*range(len(groups)), *(len(groups) + n for n in range(len(regions)))], primary
    )
    assert [regions[n - len(groups)] for n in found.secondary] == case["expected"][
        "secondary_needed"
    ]


def test_a_primary_number_that_is_known_already_is_called_unsafe():
    found = suppress([{0: 1, 1: 1}, {0: 1}, {1: 1}], [2], [1], forced=[0, 2])
    assert found.unsafe == (1,)
    assert suppress([{0: 1, 1: 1}, {0: 1}, {1: 1}], [2], [1], forced=[0]).secondary == (2,)


def test_numbers_made_of_the_same_cells_share_one_fate():
    columns = [{0: 1, 1: 1}, {0: 1}, {1: 1}, {1: 1}]
    assert suppress(columns, [0, 2, 3], [1]).secondary == (2, 3)


def test_whole_numbers_stay_exact_where_floats_would_not():
    """Factors grow beyond 2**53 in the elimination; the answer is the definition's."""
    size = 40
    columns = [{n: 3, n + 1: 7} for n in range(size)] + [{0: 3**size, size: -((-7) ** size)}]
    assert suppress(columns, range(size), [size]).secondary == (size - 1,)
    columns[-1] = {0: 3**size, size: -((-7) ** size) + 1}
    assert suppress(columns, range(size), [size]).secondary == ()
