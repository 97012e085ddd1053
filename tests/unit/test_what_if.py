"""What-if: one number, reference or boundary otherwise, against the law by hand."""

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.assessment.criteria import assess
from geofa_sociodemografi.core.assessment.what_if import (
    FigureChange,
    References,
    changed,
    compare,
    merged,
)
from geofa_sociodemografi.core.errors import InputError

from tests.unit.law_figures import figures


def test_one_number_otherwise_and_the_category_that_follows():
    table = figures({"no_work": 41.0, "basic_education": 59.9})
    after = changed(table, [FigureChange("basic_education", "a", persons=1)])
    assert after["basic_education"].iloc[0] == pytest.approx(59.9 + 100 / 700)
    moved = compare(table, after).iloc[0]
    assert (moved["category_before"], moved["category_after"], moved["moved"]) == (
        "ingen",
        "udsat",
        True,
    )
    same = compare(table, changed(table, [FigureChange("basic_education", "a", value=60.0)]))
    assert same["moved"].tolist() == [False]
    smaller = changed(
        table.assign(basic_education=61.0), [FigureChange("population", persons=-1001)]
    )
    assert compare(table.assign(basic_education=61.0), smaller).iloc[0]["category_after"] == "ingen"


def test_references_otherwise():
    table = figures({"no_work": 41.0, "convicted": 2.0, "income": 56.0})
    assert assess(table)["category"].iloc[0] == "ingen"
    lower = changed(table, [], References(nation={"convicted": 0.66}))
    assert assess(lower)["category"].iloc[0] == "udsat"
    richer = changed(table, [], References(region={"income": 102.0}))  # 56 / 1.02 = 54.9
    assert (
        richer["income"].iloc[0] == pytest.approx(56 / 1.02)
        and assess(richer)["category"].iloc[0] == "udsat"
    )
    with pytest.raises(InputError, match="above zero"):
        changed(table, [], References(region={"income": 0.0}))


def test_a_boundary_otherwise_adds_up_persons():
    table = figures(
        {"area_id": "a", "population": 900, "no_work": 45, "no_work_denominator": 400},
        {"area_id": "b", "population": 300, "no_work": 20, "no_work_denominator": 100},
        {"area_id": "c"},
    )
    one = merged(table, "a", ["b"]).set_index("area_id")
    assert one.loc["a", "population"] == 1200 and one.loc["a", "no_work"] == pytest.approx(
        (180 + 20) / 500 * 100
    )
    assert np.isnan(one.loc["a", "income"]) and list(one.index) == ["a", "c"]
    weighted = merged(
        table.assign(income_denominator=[100.0, 300, 1], income=[40.0, 80, 90]), "a", ["b"]
    )
    assert weighted["income"].iloc[0] == pytest.approx(70.0)
    with pytest.raises(InputError, match="no area z"):
        merged(table, "a", ["z"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (FigureChange("height"), "height is no figure"),
        (FigureChange("no_work", "z"), "no area z"),
        (FigureChange("income", persons=1), "is not known"),
        (FigureChange("no_work", persons=2000), "would be 210"),
        (FigureChange("population", persons=-9999), "would be −"),
        (FigureChange("basic_education", value=101), "would be 101"),
    ],
)
def test_impossible_changes_are_refused(change, message):
    with pytest.raises(InputError, match=message):
        changed(figures({}), [change])
