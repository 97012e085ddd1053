"""Counts against the definition worked by hand, plain pandas, and what must always hold."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import chosen
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.figures import with_comparisons
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import TableSource, file_sources
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.counted import X, Y, count
from tests.unit.helpers import grid, inputs, persons


def one(observations, indicator, area="c0r0"):
    row = observations[
        (observations["indicator"] == indicator) & (observations["area_id"] == area)
    ].iloc[0]
    return row["numerator"], row["denominator"], row["value"]


def test_the_six_indicators_by_hand():
    source = persons(
        x=[X] * 8,
        y=[Y] * 8,
        period="2026-01",
        age=[17, 18, 40, 64, 65, 30, 59, None],
        origin=[
            "dansk",
            "ikke_vestlig",
            "vestlig",
            None,
            "ikke_vestlig",
            "dansk",
            "dansk",
            "dansk",
        ],
        outside_work=[1, 0.5, 0.25, 1, 1, None, 0, 1],
        student=[0, 1, 0, 0, 0, 0, None, 0],
        education=["10", "10", "10", "30", "10", "90", None, "10"],
        convicted=[1, 1, 0, 0, 1, 0, 0, 1],
        gross_income=[50_000, 90_000, 300_000, 200_000, 400_000, None, 100_000, 500_000],
    )
    observations, findings = count(source, grid(1, 1))
    assert one(observations, "population")[0] == 8
    assert one(observations, "no_work") == (1.75, 5, 35.0)
    assert one(observations, "convicted") == (2, 6, pytest.approx(100 / 3))
    assert one(observations, "basic_education") == (1, 3, pytest.approx(100 / 3))
    assert one(observations, "income") == (650_000, 4, 162_500)
    assert one(observations, "nonwestern") == (2, 8, 25.0)
    assert findings.missing == {
        ("2026-01", "age"): 1,
        ("2026-01", "outside_work"): 1,
        ("2026-01", "origin"): 1,
        ("2026-01", "education"): 1,
        ("2026-01", "student"): 2 - 1,
    }


def test_unknown_education_can_count_as_basic_school():
    source = persons(
        x=[X] * 4, y=[Y] * 4, period="2026-01", age=[40] * 4, education=["10", "90", None, "30"]
    )
    assert one(count(source, grid(1, 1))[0], "basic_education")[0] == 1
    observations, _ = count(source, grid(1, 1), unknown_education_as_basic=True)
    assert one(observations, "basic_education")[0] == 3
    nobody_known = persons(
        x=[X] * 2, y=[Y] * 2, period="2026-01", age=[40] * 2, education=[None, None]
    )
    assert np.isnan(one(count(nobody_known, grid(1, 1))[0], "basic_education")[2])
    observations, _ = count(nobody_known, grid(1, 1), unknown_education_as_basic=True)
    assert one(observations, "basic_education")[2] == 100


def test_age_comes_from_the_date_of_birth_on_the_first_of_the_month():
    births = ["02-01-2008", "01-01-2008", "31-12-2007", "29-02-2008"]
    source = persons(x=[X] * 4, y=[Y] * 4, period="2026-01", birth_date=births, convicted=[1] * 4)
    assert one(count(source, grid(1, 1))[0], "convicted")[:2] == (2, 2)


def test_a_birth_after_the_reference_date_is_refused():
    source = persons(x=[X], y=[Y], period="2026-01", birth_date=["02-01-2026"])
    with pytest.raises(InputError, match="row 1, field birth_date"):
        count(source, grid(1, 1))


def recomputed(frame, zone):
    """The indicators from their definition texts, with plain pandas."""
    group = frame.assign(zone=zone)
    adults = group[group["age"].between(18, 64)]
    eighteen = group[group["age"] >= 18]
    middle = group[group["age"].between(30, 59)]
    earners = group[
        group["age"].between(15, 64) & (group["student"] == 0) & group["gross_income"].notna()
    ]
    return {
        "population": (group.groupby("zone").size(), None),
        "no_work": (adults.groupby("zone")["outside_work"].sum(), adults.groupby("zone").size()),
        "convicted": (eighteen.groupby("zone")["convicted"].sum(), eighteen.groupby("zone").size()),
        "basic_education": (
            (middle["education"] == "10").groupby(middle["zone"]).sum(),
            middle.groupby("zone").size(),
        ),
        "income": (earners.groupby("zone")["gross_income"].sum(), earners.groupby("zone").size()),
        "nonwestern": (
            (group["origin"] == "ikke_vestlig").groupby(group["zone"]).sum(),
            group.groupby("zone").size(),
        ),
    }


def test_the_example_municipality_recomputed_with_plain_pandas(example):
    file = sorted(example.persons.iterdir())[-1]
    frame = pd.read_csv(file, sep=";", decimal=",", dtype={"education": str, "address_key": str})
    spots = pd.read_csv(example.addresses, sep=";", decimal=",").set_index("address_key")
    x, y = (spots[c].reindex(frame["address_key"]).to_numpy() for c in ("x", "y"))
    west, south, side = np.floor(x.min() / 1000) * 1000, np.floor(y.min() / 1000) * 1000, 4000.0
    columns, rows = int((x.max() - west) // side + 1), int((y.max() - south) // side + 1)
    from tests.unit.helpers import areas, inputs, polygon_wkb, square

    area_set = areas(
        {
            f"{c}-{r}": polygon_wkb(square(west + c * side, south + r * side, side))
            for c in range(columns)
            for r in range(rows)
        }
    )
    zone = [f"{int((a - west) // side)}-{int((b - south) // side)}" for a, b in zip(x, y)]
    counted = count_areas(
        inputs([area_set], file_sources(file), file_sources(example.addresses)),
        Choices(),
        Silent(),
    )
    observations = counted.observations["set"].set_index(["indicator", "area_id"])
    assert counted.findings["persons"].placed[("set", "2026-01")] == len(frame)
    for indicator, (numerators, denominators) in recomputed(frame, zone).items():
        ours = observations.loc[indicator]
        np.testing.assert_allclose(
            ours["numerator"], numerators.reindex(ours.index).fillna(0), rtol=1e-12
        )
        if denominators is not None:
            np.testing.assert_allclose(
                ours["denominator"], denominators.reindex(ours.index).fillna(0)
            )


row = st.fixed_dictionaries(
    {
        "x": st.floats(499_990, 500_050),
        "y": st.floats(6_199_990, 6_200_040),
        "age": st.integers(0, 125),
        "convicted": st.sampled_from([0, 1, None]),
        "origin": st.sampled_from(["dansk", "vestlig", "ikke_vestlig", None]),
        "outside_work": st.one_of(st.none(), st.floats(0, 1)),
        "period": st.sampled_from(["2024-01", "2025-01"]),
    }
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(row, min_size=1, max_size=40), st.randoms())
def test_a_partition_adds_up_and_order_and_splitting_change_nothing(rows, random):
    frame = pd.DataFrame(rows)
    partition = grid(4, 3)
    observations, findings = count(TableSource("p", frame), partition)
    population = (
        observations[observations["indicator"] == "population"].groupby("period")["numerator"].sum()
    )
    for period, read in findings.rows.items():
        lost = sum(n for (_, p, _), n in findings.unplaced.items() if p == period)
        assert population[period] == findings.placed[("grid", period)] == read - lost
    percent = [i.id for i in chosen() if i.unit == "percent"]
    shares = observations[observations["indicator"].isin(percent)]
    assert len(shares)
    assert (shares["numerator"] <= shares["denominator"] + 1e-9).all()
    shuffled = frame.sample(frac=1, random_state=random.randint(0, 9999)).assign(unrelated="z")
    again, _ = count(TableSource("p", shuffled), partition)
    pd.testing.assert_frame_equal(observations, again)
    cut = len(frame) // 2
    halves = [
        TableSource(n, part) for n, part in (("a", frame[:cut]), ("b", frame[cut:])) if len(part)
    ]
    split = count_areas(inputs([partition], halves), Choices(), Silent())
    pd.testing.assert_frame_equal(observations, split.observations["grid"])


def test_what_cannot_be_placed_is_counted_by_reason():
    spots = TableSource(
        "addresses",
        pd.DataFrame(
            {"address_key": ["A1", "A2", "A3"], "x": [X, None, 400_500.0], "y": [Y, None, Y]}
        ),
    )
    source = persons(address_key=["A1", "A2", "A3", "A9", None], age=[1] * 5, period="2026-01")
    counted = count_areas(inputs([grid(1, 1)], [source], [spots]), Choices(), Silent())
    assert counted.findings["persons"].placed == {("grid", "2026-01"): 1}
    assert dict(counted.findings["persons"].total_unplaced("grid")) == {
        "no_coordinates": 1,
        "outside": 1,
        "not_in_list": 1,
        "no_key": 1,
    }


def test_coordinates_win_and_the_address_list_helps_where_they_are_missing():
    spots = TableSource("addresses", pd.DataFrame({"address_key": ["A1"], "x": [X + 10], "y": [Y]}))
    source = persons(
        x=[X, None], y=[Y, None], address_key=["A1", "A1"], age=[1, 1], period="2026-01"
    )
    counted = count_areas(inputs([grid(2, 1)], [source], [spots]), Choices(), Silent())
    population = (
        counted.observations["grid"].query("indicator == 'population'")["numerator"].tolist()
    )
    assert population == [1, 1]


def test_indicators_without_their_column_are_left_out_with_a_warning_or_refused_when_asked_for():
    source = persons(x=[X], y=[Y], age=[40], period="2026-01")
    silent = Silent()
    counted = count_areas(inputs([grid(1, 1)], [source]), Choices(), silent)
    counted_ids = set(counted.observations["grid"]["indicator"])
    assert {"population", "age_0_5", "mean_age"} <= counted_ids and not counted_ids & {
        "convicted",
        "evictions",
    }
    assert any("convicted" in warning for warning in silent.warnings)
    with pytest.raises(InputError, match="needs convicted, which the registers do not have"):
        count(source, grid(1, 1), indicators=("convicted",))


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"age": [4], "period": ["2026-01"]}, "where its rows are"),
        ({"x": [X], "y": [Y], "period": ["2026-01"]}, r"Age \(whole years\) / Date of birth"),
        ({"x": [X], "y": [Y], "age": [4]}, "which period"),
        ({"address_key": ["a"], "age": [4], "period": ["2026-01"]}, "no address list"),
        (
            {"x": [X, X], "y": [Y, Y], "age": [4, 4], "period": ["2026-01", None]},
            "row 2: the period is empty",
        ),
    ],
)
def test_registers_that_cannot_be_counted_say_what_is_missing(columns, says):
    with pytest.raises(InputError, match=says):
        count(persons(**columns), grid(1, 1))


def test_a_period_without_data_names_the_period():
    with pytest.raises(InputError, match="2025-07"):
        count(persons(x=[X], y=[Y], age=[4], period="2026-01"), grid(1, 1), period="2025-07")


def test_one_period_alone_still_knows_the_year_before():
    source = persons(
        x=[X] * 4,
        y=[Y] * 4,
        age=[40] * 4,
        outside_work=[1, 0, 1, 1],
        period=["2025-01", "2025-01", "2026-01", "2026-01"],
    )
    counted = count_areas(inputs([grid(1, 1)], [source]), Choices(period="2026-01"), Silent())
    figures = counted.of_period(with_comparisons(counted.observations["grid"]))
    assert figures["period"].tolist() == ["2026-01"] and figures["no_work_2y"].tolist() == [75.0]
    assert counted.findings["persons"].rows == {"2026-01": 2}


def test_a_column_nobody_has_a_value_in_is_a_missing_figure_not_zero():
    source = persons(
        x=[X, X, X + 10], y=[Y] * 3, age=[40] * 3, convicted=[None, None, 0], period="2026-01"
    )
    observations, _ = count(source, grid(2, 1))
    assert (
        np.isnan(one(observations, "convicted")[2])
        and one(observations, "convicted", "c1r0")[2] == 0
    )


def test_a_partition_that_overlaps_counts_nobody_twice_and_says_so():
    from tests.unit.helpers import areas, inputs, polygon_wkb, square

    overlapping = {
        n: polygon_wkb(square(500_000 + x, 6_200_000, 10)) for n, x in (("a", 0), ("b", 5))
    }
    source = persons(x=[500_002.0, 500_007.0, 500_012.0], y=[Y] * 3, age=[1] * 3, period="2026-01")
    silent = Silent()
    spots = inputs(
        [areas(overlapping, "p", "partition"), areas(overlapping, "f", "free")], [source]
    )
    counted = count_areas(spots, Choices(), silent)
    populations = {
        i: o.query("indicator == 'population'")["numerator"].tolist()
        for i, o in counted.observations.items()
    }
    assert populations == {"p": [2, 1], "f": [2, 2]}
    assert any("more than one area" in w for w in silent.warnings)


def test_files_with_age_and_files_with_date_of_birth_go_together():
    sources = [
        TableSource(
            "a",
            pd.DataFrame(
                {"x": [X], "y": [Y], "age": [40], "convicted": [1], "period": ["2025-01"]}
            ),
        ),
        TableSource(
            "b",
            pd.DataFrame(
                {
                    "x": [X],
                    "y": [Y],
                    "birth_date": ["01-01-1980"],
                    "convicted": [1],
                    "period": ["2026-01"],
                }
            ),
        ),
    ]
    counted = count_areas(inputs([grid(1, 1)], sources), Choices(), Silent())
    convicted = counted.observations["grid"].query("indicator == 'convicted'")
    assert convicted["denominator"].tolist() == [1, 1]


def test_a_file_named_after_a_month_to_come_is_refused():
    source = TableSource("p_2099-01.csv", pd.DataFrame({"x": [X], "y": [Y], "age": [4]}))
    with pytest.raises(InputError, match="2099-01 lies in the future"):
        count(source, grid(1, 1))


def test_every_indicator_says_which_columns_it_needs():
    needs = {i.id: i.columns_of("persons") for i in chosen()}
    assert needs["no_work"] == ("age", "outside_work")
    assert needs["income"] == ("age", "gross_income", "student")
    assert needs["notifications"] == ("age",)
    (notifications,) = chosen(["notifications"])
    assert notifications.columns_of("events") == ("type",) and notifications.registers == (
        "events",
        "persons",
    )
    with pytest.raises(InputError, match="no indicator nonsense"):
        chosen(["nonsense"])
