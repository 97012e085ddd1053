"""Finished figures carried over from their areas to others."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.finished.completion import completed
from geofa_sociodemografi.core.measures.finished.figure_observations import observations_of_figures
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource

from tests.unit.helpers import areas, grid, polygon_wkb, square

KNOWN = all_indicators()


def figures_of(**columns):
    table = pd.DataFrame(
        {
            "period": "2024",
            "indicator": "turnout",
            "value": np.nan,
            "numerator": np.nan,
            "denominator": np.nan,
            "hidden": False,
            **columns,
        }
    )
    return completed(table, KNOWN, Silent())


def test_counts_are_carried_over_by_area_and_percentages_worked_out_anew():
    """Two squares of 10 x 10 against one of 10 x 10 that lies half in each."""
    own = grid(2, 1, identifier="own")
    target = areas({"half": polygon_wkb(square(500_005, 6_200_000))}, "target", "free")
    figures = figures_of(
        area_code=["c0r0", "c1r0"], numerator=[20.0, 90.0], denominator=[100.0, 100.0]
    )
    silent = Silent()
    row = observations_of_figures(figures, target, KNOWN, "2026-01-01", silent, own).iloc[0]
    assert (row["area_id"], row["numerator"], row["denominator"]) == ("half", 55, 100)
    assert row["value"] == pytest.approx(55) and row["status"] == "finished"
    assert any("as if people lived evenly" in warning for warning in silent.warnings)


def test_a_percentage_without_denominator_is_not_carried_over():
    figures = figures_of(area_code=["c0r0"], value=[20.0])
    with pytest.raises(InputError, match="without denominators, so it cannot be carried over"):
        observations_of_figures(
            figures, grid(1, 1), KNOWN, "", Silent(), grid(2, 1, identifier="own")
        )


def test_a_figure_hidden_by_its_source_stays_hidden_where_it_is_carried_over():
    own, target = (
        grid(2, 1, identifier="own"),
        areas({"half": polygon_wkb(square(500_005, 6_200_000))}, "t", "free"),
    )
    figures = figures_of(
        area_code=["c0r0", "c1r0"],
        numerator=[20.0, np.nan],
        denominator=[100.0, np.nan],
        hidden=[False, True],
    )
    row = observations_of_figures(figures, target, KNOWN, "", Silent(), own).iloc[0]
    assert row["status"] == "hidden" and np.isnan(row["value"]) and np.isnan(row["numerator"])


def carried(codes, numerators, denominators, own=None):
    figures = figures_of(area_code=codes, numerator=numerators, denominator=denominators)
    target = areas(
        {
            "T": polygon_wkb(
                [
                    (500_000, 6_200_000),
                    (500_020, 6_200_000),
                    (500_020, 6_200_010),
                    (500_000, 6_200_010),
                ]
            )
        },
        "T",
        "free",
    )
    silent = Silent()
    return observations_of_figures(
        figures, target, KNOWN, "", silent, own or grid(2, 1, identifier="own")
    ), silent


def test_figures_carried_over_are_whole_or_missing():
    whole, _ = carried(["c0r0", "c1r0"], [10.0, 50.0], [100.0, 100.0])
    assert whole["value"].tolist() == [30.0]
    with pytest.raises(InputError, match="more than once"):
        carried(["c0r0", "c1r0", "c1r0"], [10.0, 50.0, 50.0], [100.0] * 3)
    part, silent = carried(["c0r0", "nonsense"], [10.0, 50.0], [100.0, 100.0])
    assert part["value"].isna().all() and any(
        "1 figures are missing in T" in w for w in silent.warnings
    )
    assert any("1 area codes" in w for w in silent.warnings)


def test_a_plain_count_given_as_a_value_is_carried_over():
    figures = figures_of(area_code=["c0r0", "c1r0"], value=[50.0, 10.0], indicator="population")
    target = areas({"half": polygon_wkb(square(500_005, 6_200_000))}, "t", "free")
    row = observations_of_figures(
        figures, target, KNOWN, "", Silent(), grid(2, 1, identifier="own")
    ).iloc[0]
    assert row["value"] == 30


def test_an_exact_code_wins_over_one_without_its_zeros():
    area_set = areas(
        {
            "01": polygon_wkb(square(0, 0)),
            "1": polygon_wkb(square(20, 0)),
            "07": polygon_wkb(square(40, 0)),
        }
    )
    figures = figures_of(area_code=["1", "01", "7"], value=[1.0, 2.0, 3.0])
    found = observations_of_figures(figures, area_set, KNOWN, "", Silent()).set_index("area_id")[
        "value"
    ]
    assert found.to_dict() == {"1": 1.0, "01": 2.0, "07": 3.0}


def test_codes_that_are_no_area_are_refused_or_told():
    figures = TableSource(
        "f", pd.DataFrame({"area": ["zz"], "period": "2024", "indicator": "turnout", "value": 7.0})
    )
    with pytest.raises(
        InputError, match="None of the finished figures' area codes is an area of grid"
    ):
        count_areas(
            Inputs([grid(1, 1)], [Delivery("figures", [figures])]),
            Choices(),
            Silent(),
        )
