"""What is unknown is unknown: sums and ratios of sums against every way the empty cells could be filled."""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.protection.rules import OWN_FILE
from geofa_sociodemografi.core.measures.counting import count as count_in
from geofa_sociodemografi.core.measures.engines.masks import Masks
from geofa_sociodemografi.core.measures.plan.terms import plan
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, open_registers
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import TableSource

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import SOUTH, WEST, monitor, people

X, Y, SIDE = 500_005.0, 6_200_005.0, 10.0
ABOUT = {i.id: i for i in all_indicators()}
SHARED_OUT = [
    i.id for i in all_indicators() if i.numerator_kind == "sum" and i.where != {"all": []}
]
BENEFITS, SHARES = (
    ("kontanthjaelp", "sygedagpenge", "foertidspension", "su", "ingen"),
    (0.0, 0.5, 1.0),
)


def count(kind, frame, indicators, areas):
    others = {} if kind == "persons" else {kind: [TableSource(kind, frame)]}
    residents = [TableSource("persons", frame)] if kind == "persons" else []
    counted = count_areas(
        inputs([grid(areas, 1)], residents, **others),
        Choices(indicators=tuple(indicators)),
        Silent(),
    )
    return counted.observations["grid"].set_index(["indicator", "area_id"]), counted.findings[kind]


def test_a_benefit_whose_share_is_empty_is_not_zero():
    frame = pd.DataFrame(
        {
            "x": X,
            "y": Y,
            "age": 40,
            "period": "2026-01",
            "benefit": ["kontanthjaelp"] * 10,
            "benefit_share": pd.Series([None] * 10, dtype=float),
        }
    )
    table, findings = count("persons", frame, SHARED_OUT, 1)
    assert np.isnan(table.loc[("cash_benefit", "c0r0"), "value"])
    assert table.loc[("cash_benefit", "c0r0"), "status"] == "unknown"
    assert table.loc[("sickness_benefit", "c0r0"), ["value", "status"]].tolist() == [0, "counted"]
    assert findings.missing[("2026-01", "benefit_share")] == 10


def share_of(indicator, benefit, share):
    return share if benefit in ABOUT[indicator].where["value"] else 0.0


def oracle(indicator, rows):
    """(rows, sum, rows whose part of it is the same however their empty cells are filled)."""
    low, high = ABOUT[indicator].population["value"]
    mine = [(benefit, share) for age, benefit, share in rows if low <= age <= high]
    total, known = 0.0, 0
    for benefit, share in mine:
        could_be = {
            share_of(indicator, b, s)
            for b, s in itertools.product(
                [benefit] if benefit is not None else BENEFITS,
                [share] if share is not None else SHARES,
            )
        }
        known += len(could_be) == 1
        total += next(iter(could_be)) if len(could_be) == 1 else 0.0
    return len(mine), total, known


@pytest.mark.parametrize("seed", range(12))
def test_sums_over_some_rows_against_every_filling_of_the_empty_cells(seed):
    draw = random.Random(seed)
    areas = 40
    rows = [
        [
            (
                draw.choice([17, 18, 40, 64, 66, 70]),
                draw.choice([*BENEFITS, None]),
                draw.choice([*SHARES, None, None]),
            )
            for _ in range(draw.randint(0, 4))
        ]
        for _ in range(areas)
    ]
    flat = [(X + SIDE * area, Y, *row) for area, of_area in enumerate(rows) for row in of_area]
    frame = pd.DataFrame(flat, columns=["x", "y", "age", "benefit", "benefit_share"]).assign(
        period="2026-01"
    )
    table, _ = count("persons", frame, SHARED_OUT, areas)
    seen = set()
    for indicator, (area, of_area) in itertools.product(SHARED_OUT, enumerate(rows)):
        people, total, known = oracle(indicator, of_area)
        row = table.loc[(indicator, f"c{area}r0")]
        status = "nobody" if not people else "counted" if known else "unknown"
        assert (row["status"], row["denominator"], row["numerator"]) == (
            status,
            people,
            pytest.approx(total),
        )
        assert row["value"] == pytest.approx(100 * total / people if known else np.nan, nan_ok=True)
        seen.add(status)
    assert seen == {"nobody", "counted", "unknown"}


def test_a_ratio_of_sums_takes_rows_that_have_both_and_tells_the_rest():
    frame = pd.DataFrame(
        {
            "x": [X, X, X, X + SIDE, X + 2 * SIDE],
            "y": Y,
            "age": 10,
            "pupil": 1,
            "period": "2026-01",
            "absence_days": [10, 20, None, 7, 4],
            "school_days": [100, None, 100, None, 200],
        }
    )
    table, findings = count("children", frame, ["school_absence"], 4)
    absence = table.loc["school_absence"]
    assert absence.loc["c0r0", ["numerator", "denominator", "value"]].tolist() == [10, 100, 10]
    assert absence.loc["c1r0", "status"] == "unknown" and np.isnan(absence.loc["c1r0", "value"])
    assert absence.loc["c2r0", "value"] == 2 and absence.loc["c3r0", "status"] == "nobody"
    assert findings.missing[("2026-01", "school_days")] == 2


def test_medians_by_facets_are_the_groups_own_and_no_row_is_counted_without_a_value():
    draw = random.Random(5)
    rows = [
        (
            X + SIDE * draw.randrange(6),
            Y,
            draw.choice([10, 20, 40, 70]),
            draw.choice(["m", "k", None]),
            draw.choice([None, 100.0, 250.0, 400.0, 90.0]),
        )
        for _ in range(60)
    ]
    frame = pd.DataFrame(rows, columns=["x", "y", "age", "sex", "gross_income"]).assign(
        student=0, period="2026-01"
    )
    cut = [
        TableSource("a", frame[:25].assign(period="2025-01")),
        TableSource("b", frame[25:]),
        TableSource("c", frame[:25]),
    ]
    counted = count_areas(
        inputs([grid(8, 1)], cut),
        Choices(indicators=("median_income", "income"), facets=("sex", "sex*age_band")),
        Silent(),
    )
    table = counted.observations["grid"]
    assert not ((table["status"] == "counted") & table["value"].isna()).any()
    medians = table[table["indicator"] == "median_income"]
    adults = frame[frame["age"].between(15, 64)].assign(area=((frame["x"] - X) / SIDE).astype(int))
    adults["sex"] = adults["sex"].fillna("ukendt")
    adults["band"] = adults["age"].map({20: "18-29", 40: "30-49"})
    seen = 0
    for row in medians[medians["period"] == "2026-01"].itertuples():
        mine = adults[adults["area"] == int(row.area_id[1:].split("r")[0])]
        if row.facet:
            mine = mine[mine["sex"] == row.facet_value.split("*")[0]]
        if row.facet == "sex*age_band":
            mine = mine[mine["band"] == row.facet_value.split("*")[1]]
        incomes = mine["gross_income"].dropna().tolist()
        assert row.value == (
            pytest.approx(np.median(incomes)) if incomes else pytest.approx(np.nan, nan_ok=True)
        )
        assert row.denominator == len(incomes)
        seen += bool(row.facet and incomes)
    assert seen > 15


HAPPENS = {
    "events": ("type", {"date": "2026-01-10"}),
    "moves": ("direction", {"date": "2026-01-10", "age": 30}),
}


@pytest.mark.parametrize(
    ("kind", "indicators"),
    [("events", ["vandalism", "burglary"]), ("moves", ["moves_in", "moves_out", "net_moves"])],
)
def test_what_happened_and_nobody_knows_what_it_was_is_not_zero(kind, indicators):
    column, more = HAPPENS[kind]
    known, other = {"events": ("haervaerk", "indbrud"), "moves": ("ind", "ud")}[kind]
    frame = pd.DataFrame(
        {
            "x": [X, X, X + SIDE, X + SIDE, X + 2 * SIDE],
            "y": Y,
            "period": "2026-01",
            **more,
            column: [None, None, known, None, other],
        }
    )
    residents = persons(
        x=[X + SIDE * n for n in range(4)], y=[Y] * 4, age=[40] * 4, period=["2026-01"] * 4
    )
    homes = TableSource(
        "dwellings",
        pd.DataFrame({"x": [X + SIDE * n for n in range(4)], "y": Y, "period": "2026-01"}),
    )
    counted = (
        count_areas(
            inputs(
                [grid(4, 1)],
                [residents],
                **{kind: [TableSource(kind, frame)], "dwellings": [homes]},
            ),
            Choices(indicators=tuple(indicators)),
            Silent(),
        )
        .observations["grid"]
        .set_index(["indicator", "area_id"])
    )
    for indicator in indicators:
        table = counted.loc[indicator]
        assert table["status"].tolist() == ["unknown", "counted", "counted", "counted"]
        assert np.isnan(table.loc["c0r0", "value"]) and table.loc["c3r0", "value"] == 0
    assert counted.loc[(indicators[0], "c1r0"), "value"] == 1000


@pytest.mark.parametrize("profile", ["afrundet", "offentlig", "intern"])
def test_an_edition_shows_no_zero_where_nothing_is_known(tmp_path, profile):
    town = people()
    for column, nobody in (
        ("employed", ("c0r0",)),
        ("convicted", ("c0r0", "c1r0", "c2r0", "c0r1", "c1r1", "c2r1")),
    ):
        where = [
            f"c{int((x - WEST) // SIDE)}r{int((y - SOUTH) // SIDE)}"
            for x, y in zip(town["x"], town["y"])
        ]
        town[column] = [
            None if area in nobody else value for area, value in zip(where, town[column])
        ]
    own = tmp_path / "katalog"
    own.mkdir()
    (own / OWN_FILE).write_text(
        json.dumps(
            {"profiles": {profile: {"shared": {"convicted": "public", "employed": "public"}}}}
            if profile != "intern"
            else {}
        ),
        encoding="utf-8",
    )
    path = monitor(tmp_path / "m.gpkg", town)
    table = prepare_edition(path, profile, "", str(own), Silent()).edition.table
    table = table.set_index(["indicator", "area_set", "area_id"]).sort_index()
    shown = ["numerator", "denominator", "value"]
    assert table.loc["convicted", shown].isna().all(axis=None) and len(table.loc["convicted"]) == 10
    assert table.loc[("employed", "grid", "c0r0"), shown].isna().all()
    assert table.loc[("employed", "", ""), "value"] > 30


def test_who_is_not_something_is_not_counted_where_nobody_knows():
    test = {"column": "employed", "operator": "=", "value": 1}
    young = {"column": "age", "operator": "<=", "value": 17}
    for node, wanted in (
        ({"not": test}, (2, 0)),
        ({"not": {"not": test}}, (1, 0)),
        ({"not": {"all": [test, young]}}, (3, 2)),
        ({"not": {"any": [test, young]}}, (1, 0)),
        ({"not": {"column": "employed", "operator": "missing"}}, (3, 0)),
    ):
        table = pd.DataFrame(
            {
                "employed": [1.0, 0.0, 0.0, np.nan, np.nan, np.nan, np.nan],
                "age": [40.0, 40.0, 10.0, 10.0, 40.0, 40.0, 10.0],
            }
        )
        rows = Masks(table).rows(plan(replace(ABOUT["low_income"], numerator=node)).numerator)
        assert (int(rows[:3].sum()), int(rows[3:].sum())) == wanted, node


def test_nobody_concerned_is_zero_of_those_who_are_there():
    frame = pd.DataFrame(
        {
            "x": [X, X, X + SIDE, X + SIDE],
            "y": Y,
            "age": [40, 50, 10, 40],
            "low_income": [None, 1, None, 1],
            "period": "2026-01",
        }
    )
    children = replace(
        ABOUT["low_income"], population={"column": "age", "operator": "<=", "value": 17}
    )
    register = open_registers(
        inputs([grid(2, 1)], [TableSource("persons", frame)]), Choices(), False
    )
    table = count_in(register, None, [grid(2, 1)], [children], Silent()).observations["grid"]
    assert table["status"].tolist() == ["counted", "unknown"]
    assert table["value"].tolist() == [0.0, pytest.approx(np.nan, nan_ok=True)]
