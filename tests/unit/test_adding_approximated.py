"""Benefits of each month stand in for the yearly figure of those outside work, in a file that months are added to."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.periods import month_number, month_text
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.monitor_content import assert_same, content

MONTHS = [month_text(month_number("2024-02") + n) for n in range(24)]


def month(period, on_benefit):
    """100 residents of a square, so many of them on cash benefit all the month."""
    given = ["kontanthjaelp" if n < on_benefit else "ingen" for n in range(100)]
    return {
        "x": [500_005.0] * 100,
        "y": [6_200_005.0] * 100,
        "age": [40] * 100,
        "benefit": given,
        "benefit_share": [float(one != "ingen") for one in given],
        "period": [period] * 100,
    }


def add(path, *periods):
    tables = [month(one, 40 + MONTHS.index(one)) for one in periods]
    columns = {name: [v for table in tables for v in table[name]] for name in tables[0]}
    add_period(inputs([grid(2, 1)], [persons(**columns)]), Choices(), MonitorFile(path), Silent())


def judged(path, period="2026-01"):
    table = MonitorFile(path).in_force.assessments("grid", period)
    return table.set_index("area_id").loc["c0r0"]


def test_months_in_any_order_give_the_same_approximation_and_the_yearly_figure_takes_its_place(
    tmp_path,
):
    whole = tmp_path / "whole.gpkg"
    add(whole, *MONTHS)
    found = judged(whole)
    assert found["no_work"] == pytest.approx(40 + 23 / 2), "the mean of 24 months"
    assert found["met_no_work"] == 1 and "approximated: benefits" in found["note"]
    assert np.isnan(judged(whole, "2025-12")["no_work"]), "23 months are no two years"
    backwards, in_order = tmp_path / "backwards.gpkg", tmp_path / "in order.gpkg"
    for path, order in ((backwards, MONTHS[::-1]), (in_order, MONTHS)):
        for one in order:
            add(path, one)
        assert_same(content(path, ["grid"]), content(whole, ["grid"]))
    rows = [("c0r0", year, "no_work", value) for year, value in (("2024", "30"), ("2025", "32"))]
    table = pd.DataFrame(rows, columns=["area_code", "period", "indicator", "value"])
    came = Inputs([grid(2, 1)], [Delivery("figures", [TableSource("f", table)])])
    add_period(came, Choices(), MonitorFile(whole), Silent())
    own = judged(whole)
    assert (own["no_work"], own["no_work_period"], own["met_no_work"]) == (31, "2025", 0)
    assert "approximated" not in own["note"]
