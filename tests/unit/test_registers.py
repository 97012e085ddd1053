"""Registers of every kind: several sources, periods, flows and what they are set against."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.checking import check_inputs
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource, file_sources
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons, write

X, Y = 500_005.0, 6_200_005.0


def children(period, count):
    return persons(x=[X] * count, y=[Y] * count, age=[5] * count, period=period)


def events(*dates, kind="underretning"):
    return TableSource("events", pd.DataFrame({"date": list(dates), "type": kind, "x": X, "y": Y}))


def count(persons_, events_, **choices):
    given = Inputs([grid(1, 1)], [Delivery("persons", persons_), Delivery("events", events_)])
    table = count_areas(given, Choices(indicators=("notifications",), **choices), Silent())
    return table.of_period(table.observations["grid"]).set_index("period")


def test_a_rate_is_set_against_the_latest_population_not_later_than_its_month():
    people = [children("2025-03", 100), children("2026-01", 50), children("2026-06", 10)]
    table = count(people, [events("05-03-2026", "09-03-2026")])
    assert (table.loc["2026-03", "denominator"], table.loc["2026-03", "value"]) == (50, 40)
    assert (
        count(people, [events("05-03-2026", "09-03-2026")], period="2026-03").loc[
            "2026-03", "value"
        ]
        == 40
    )


def test_a_rate_without_a_population_is_missing_and_says_so():
    row = count([children("2026-06", 10)], [events("05-03-2026")]).loc["2026-03"]
    assert np.isnan(row["value"]) and row["status"] == "no_denominator" and row["numerator"] == 1


def test_a_month_without_events_between_two_is_zero_whatever_period_is_asked_for():
    people = [children("2025-12", 10)]
    for choices in ({}, {"period": "2026-01"}):
        row = count(people, [events("05-12-2025", "05-02-2026")], **choices).loc["2026-01"]
        assert (row["numerator"], row["value"], row["status"]) == (0, 0, "counted")


def test_a_monthly_file_without_rows_is_a_month_with_none(tmp_path):
    write(tmp_path / "e_2026-01.csv", "date;type;x;y\n05-01-2026;underretning;500005;6200005\n")
    write(tmp_path / "e_2026-02.csv", "date;type;x;y\n")
    table = count([children("2026-01", 10)], file_sources(tmp_path))
    assert table["numerator"].to_dict() == {"2026-01": 1, "2026-02": 0}


def test_a_register_of_residents_without_rows_is_refused(tmp_path):
    write(tmp_path / "p_2026-01.csv", "x;y;age\n")
    with pytest.raises(InputError, match="p_2026-01.csv has a header but no rows"):
        count_areas(inputs([grid(1, 1)], file_sources(tmp_path)), Choices(), Silent())


@pytest.mark.parametrize("date", ["05-01-2226", "01-01-1900"])
def test_an_event_that_cannot_have_happened_is_refused_or_left_out(date):
    people, wrong = [children("2026-01", 10)], [events("05-01-2026", date)]
    with pytest.raises(
        InputError, match="row 2, field date: the date lies before 1990-01-01 or in the future"
    ):
        count(people, wrong)
    table = count(people, wrong, go_on=True)
    assert table["numerator"].to_dict() == {"2026-01": 1}


def test_sources_that_place_their_rows_in_different_ways_are_all_placed():
    by_code = TableSource("p_2026-02", pd.DataFrame({"area_code": ["c1r0"], "age": [7]}))
    by_point = TableSource("p_2026-01", pd.DataFrame({"x": [X], "y": [Y], "age": [5]}))
    counted = count_areas(inputs([grid(2, 1)], [by_point, by_code]), Choices(), Silent())
    population = counted.observations["grid"].query("indicator == 'population'")
    assert population[["period", "area_id", "numerator"]].values.tolist() == [
        ["2026-01", "c0r0", 1],
        ["2026-01", "c1r0", 0],
        ["2026-02", "c0r0", 0],
        ["2026-02", "c1r0", 1],
    ]


def test_a_run_of_a_period_the_person_register_lacks_is_refused_in_words(tmp_path):
    given = Inputs(
        [grid(1, 1)],
        [Delivery("persons", [children("2026-01", 3)]), Delivery("events", [events("05-02-2026")])],
    )
    with pytest.raises(InputError, match="person register has no rows for the period 2026-02"):
        add_period(given, Choices(period="2026-02"), MonitorFile(tmp_path / "m.gpkg"), Silent())
    assert list(tmp_path.iterdir()) == []


def test_a_decimal_point_is_no_thousands_when_a_cell_is_wrong(tmp_path):
    file = write(
        tmp_path / "p_2026-01.csv",
        "x,y,age,gross_income\n500005.5,6200005.5,40,245.125\n"
        "500005.5,6200005.5,40,fejl\n500005.5,6200005.5,40,12.5\n",
    )
    counted = count_areas(
        inputs([grid(1, 1)], file_sources(file)),
        Choices(go_on=True, indicators=("population",)),
        Silent(),
    )
    assert counted.findings["persons"].rows == {"2026-01": 3}
    from geofa_sociodemografi.core.registers.problems import ReadingProblems
    from geofa_sociodemografi.core.registers.tables.register import open_register

    (piece,) = open_register("persons", file_sources(file)).pieces(
        ["gross_income"], Silent(), ReadingProblems()
    )
    np.testing.assert_array_equal(piece["gross_income"], [245.125, np.nan, 12.5])


def test_a_header_of_several_lines_loses_no_row(tmp_path):
    file = write(
        tmp_path / "p_2026-01.csv", 'x;y;"age\n(år)"\n500005;6200005;40\n500005;6200005;41\n'
    )
    given = inputs([grid(1, 1)], file_sources(file), mapping={"age": "age\n(år)"})
    table = count_areas(given, Choices(), Silent()).observations["grid"].set_index("indicator")
    assert table.loc["population", "numerator"] == 2 and table.loc["mean_age", "value"] == 40.5


def test_the_self_check_never_tells_an_address_that_many_have():
    rows = [
        (f"{day:02d}-{month:02d}-2025", f"04610855__{18 + month}__1__tv")
        for month in range(1, 9)
        for day in range(1, 13)
    ]
    source = TableSource(
        "e",
        pd.DataFrame(
            {
                "date": [d for d, _ in rows],
                "address_key": [k for _, k in rows],
                "type": "udsaettelse",
            }
        ),
    )
    spots = TableSource(
        "a", pd.DataFrame({"address_key": ["04610855__19__1__tv"], "x": [X], "y": [Y]})
    )
    checks = check_inputs(
        Inputs([grid(1, 1)], [Delivery("events", [source])], addresses=[spots]),
        Choices(),
        Silent(),
    )["events"]
    assert not any("0461" in check.text for check in checks)
