"""The law's figures: means of years, the references beside them, and the months that are judged."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.law.rule_sets import rule_set
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.figures import law_figures, mean_of_years, wide
from geofa_sociodemografi.core.measures.reference_values import reference_values
from geofa_sociodemografi.core.measures.references import read_references
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.judging import judge
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import TableSource

from tests.unit.counted import X, Y, count
from tests.unit.helpers import grid, inputs, persons


def test_means_of_years_by_hand():
    table = pd.DataFrame(
        {
            "area_id": ["a"] * 3 + ["b"],
            "period": ["2024-03", "2025-03", "2026-03", "2026-03"],
            "no_work": [30.0, 40.0, 50.0, 20.0],
        }
    )
    np.testing.assert_allclose(mean_of_years(table, "no_work", 2), [np.nan, 35, 45, np.nan])
    np.testing.assert_allclose(mean_of_years(table, "no_work", 2, True), [30, 35, 45, 20])
    np.testing.assert_allclose(mean_of_years(table, "no_work", 3), [np.nan, np.nan, 40, np.nan])


def references(*rows):
    return read_references(
        [
            TableSource(
                "r", pd.DataFrame(rows, columns=["level", "code", "period", "indicator", "value"])
            )
        ],
        Silent(),
    )


def test_the_latest_reference_known_by_the_period_serves_for_its_time():
    table = references(
        ("nation", "", "2024", "convicted", 0.7), ("nation", "", "2025-06", "convicted", 0.8)
    )
    values = reference_values(
        table, "nation", "convicted", ["2024-12", "2025-01", "2025-07", "2026-05", "2026-06"]
    )
    np.testing.assert_allclose(values, [np.nan, 0.7, 0.8, 0.8, np.nan])
    table = references(("region", "", "2023", "income", 300_000))
    values = reference_values(table, "region", "income", ["2024", "2025-12", "2026-01"])
    np.testing.assert_allclose(values, [300_000, 300_000, np.nan])


def test_one_years_national_share_is_not_taken_for_two():
    source = persons(
        x=[X] * 2, y=[Y] * 2, age=[40] * 2, convicted=[1, 0], period=["2025-01", "2026-01"]
    )
    observations, _ = count(source, grid(1, 1))
    one_year = law_figures(
        observations, rule_set("2021"), references(("nation", "", "2025", "convicted", 0.6))
    )
    assert np.isnan(one_year["convicted_national"].iloc[-1])
    both = references(
        ("nation", "", "2024", "convicted", 0.8), ("nation", "", "2025", "convicted", 0.6)
    )
    assert law_figures(observations, rule_set("2021"), both)["convicted_national"].iloc[
        -1
    ] == pytest.approx(0.7)


def test_the_region_must_be_the_municipalitys():
    table = references(
        ("region", "1081", "2025", "income", 3e5), ("region", "1082", "2025", "income", 4e5)
    )
    assert reference_values(table, "region", "income", ["2026-01"], "1082").tolist() == [4e5]
    for wanted in ("", "1084"):
        with pytest.raises(InputError, match="1081, 1082"):
            reference_values(table, "region", "income", ["2026-01"], wanted)
    only = references(("region", "1084", "2025", "income", 3e5))
    assert reference_values(only, "region", "income", ["2026-01"]).tolist() == [3e5]
    with pytest.raises(InputError, match="not for 1081"):
        reference_values(only, "region", "income", ["2026-01"], "1081")


def test_reference_tables_that_cannot_be_right_are_refused_or_told():
    with pytest.raises(InputError, match="1234 percent for Convicted, 18 and over in 2025"):
        references(("nation", "", "2025", "convicted", 1234))
    silent = Silent()
    read_references(
        [
            TableSource(
                "r",
                pd.DataFrame(
                    [("nation", "2025", "dømte", 1.0)],
                    columns=["level", "period", "indicator", "value"],
                ),
            )
        ],
        silent,
    )
    assert "dømte" in silent.warnings[0]
    with pytest.raises(InputError, match="no rows"):
        read_references(
            [TableSource("r", pd.DataFrame(columns=["level", "period", "indicator", "value"]))],
            silent,
        )


def test_one_period_can_be_judged_though_the_register_reaches_back_before_the_rules():
    source = persons(
        x=[X] * 2, y=[Y] * 2, age=[40] * 2, convicted=[0, 0], period=["2009-01", "2012-01"]
    )
    counted = count_areas(inputs([grid(1, 1)], [source]), Choices(period="2012-01"), Silent())
    judged = judge(counted.observations["grid"], Choices(), period=counted.period)
    assert judged["rule_set"].tolist() == ["2010"]


def test_the_laws_figures_by_hand():
    source = persons(
        x=[X] * 4,
        y=[Y] * 4,
        age=[40] * 4,
        outside_work=[1, 0, 1, 1],
        convicted=[1, 0, 0, 0],
        gross_income=[100_000] * 4,
        student=[0] * 4,
        period=["2025-01"] * 2 + ["2026-01"] * 2,
    )
    observations, _ = count(source, grid(1, 1))
    table = references(
        ("nation", "", "2025-01", "convicted", 0.6),
        ("nation", "", "2026-01", "convicted", 0.8),
        ("region", "", "2026-01", "income", 200_000),
    )
    figures = law_figures(observations, rule_set("2021"), table).set_index("period").loc["2026-01"]
    assert (figures["no_work"], figures["convicted"], figures["income"]) == (75.0, 25.0, 50.0)
    assert figures["convicted_national"] == pytest.approx(0.7)
    assert figures["no_work_denominator"] == 2 and figures["year"] == 2026
    assert wide(observations)["no_work_numerator"].tolist() == [1.0, 2.0]
