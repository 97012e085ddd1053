"""The index from and to the monitor file."""

from __future__ import annotations

import json
import sqlite3

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.parser import parse_definition
from geofa_sociodemografi.core.catalogue.index.presets import definition_of
from geofa_sociodemografi.core.catalogue.own import catalogue
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.index.certainty.small_numbers import small_number_units
from geofa_sociodemografi.core.index.certainty.stability import StabilityChoices
from geofa_sociodemografi.core.pipeline.indexing import (
    countable,
    cube_in,
    keep_index,
    run_index,
)
from geofa_sociodemografi.core.progress import Silent

from tests.unit.earlier_versions import made_by
from tests.unit.index_helpers import NAN, cube, definition
from tests.unit.index_town import kept_town

KNOWN = {one.id: one for one in catalogue()}


@pytest.fixture
def monitor(tmp_path):
    return kept_town(tmp_path / "monitor.gpkg")


def test_an_index_is_judged_kept_and_read_again(monitor):
    found = run_index(
        cube_in(monitor, "grid"),
        definition_of("berlin_mss"),
        KNOWN,
        Silent(),
        choices=StabilityChoices(runs=50),
    )
    assert found.judged.dynamics.periods == ("2026-01",) and found.period == "2026-01"
    keep_index(monitor, "grid", found)
    kept = monitor.indices.scores("berlin_mss", "grid")
    newest = kept[kept["period"] == "2026-01"]
    assert len(kept) == 36 and newest["score"].to_numpy() == pytest.approx(
        found.judged.status.score[2]
    )
    assert (
        newest["kept"].between(0, 1).all()
        and kept[kept["period"] == "2025-01"]["kept"].isna().all()
    )
    assert newest["code"].tolist() == found.judged.code[2].tolist()
    assert (newest["period_start"].iloc[0], newest["period_end"].iloc[0]) == (
        "2026-01-01",
        "2026-02-01",
    )
    with sqlite3.connect(monitor.path) as connection:
        ((text,),) = connection.execute("SELECT definition FROM index_definitions").fetchall()
    assert parse_definition(json.loads(text), "kept") == definition_of("berlin_mss")
    keep_index(monitor, "grid", found)
    assert len(monitor.indices.scores("berlin_mss", "grid")) == 36
    assert monitor.indices.definitions()["index_id"].tolist() == ["berlin_mss"]
    with sqlite3.connect(monitor.path) as connection:
        assert connection.execute("SELECT count(*), count(geom) FROM index_map").fetchone() == (
            36,
            36,
        )


def test_indicators_not_counted_are_left_out_and_named(monitor):
    cube = cube_in(monitor, "grid")
    smaller, lacking = countable(definition_of("dansk_kommunal"), cube)
    assert set(smaller.indicators) == {
        "unemployed",
        "public_support",
        "child_low_income",
        "lone_parent_children",
    }
    assert "neet" in lacking and [t.id for t in smaller.themes] == ["work", "families"]
    with pytest.raises(InputError, match="None of the indicators"):
        countable(definition({"indicator": "car", "direction": "lower_is_worse"}), cube)
    with pytest.raises(InputError, match="Nothing has been counted"):
        cube_in(monitor, "elsewhere")


def test_shares_and_rates_vary_and_money_does_not():
    units = small_number_units(KNOWN)
    assert units["unemployed"] == (100.0, False) and units["burglary"] == (1000.0, True)
    assert "income" not in units and "median_income" not in units and "population" not in units


def test_a_file_of_a_version_without_indices_has_none_and_keeps_one(tmp_path):
    store = kept_town(made_by("0.2", tmp_path))
    shelf = store.indices
    assert not len(shelf.definitions()) and not len(shelf.scores("x", "grid"))
    keep_index(
        store,
        "grid",
        run_index(cube_in(store, "grid"), definition_of("berlin_mss"), KNOWN, Silent()),
    )
    assert len(shelf.scores("berlin_mss", "grid")) == 36


def test_a_newest_month_without_enough_areas_leaves_the_other_months_judged():
    random = np.random.default_rng(5)
    a, b = random.normal(size=(2, 8)), random.normal(size=(2, 8))
    b[1, 1:] = NAN
    figures = cube(periods=("2025-01", "2026-01"), no_work=a, low_income=b)
    about = definition(
        "no_work",
        "low_income",
        normalisation={"method": "z"},
        aggregation={
            "themes": {"method": "principal_component"},
            "index": {"method": "arithmetic"},
        },
    )
    found = run_index(figures, about, KNOWN, Silent(), choices=StabilityChoices(runs=10))
    assert found.stable is None and found.table["score"].notna().sum() == 8
    assert any(
        "stability cannot be told. No area has a score in 2026-01" in text
        for text in found.warnings
    )
    earlier = run_index(
        figures, about, KNOWN, Silent(), period="2025-01", choices=StabilityChoices(runs=10)
    )
    assert earlier.stable is not None and earlier.table["kept"].notna().sum() == 8
