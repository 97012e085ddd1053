"""A household that lies in several places of one area is one household of it: against sets of households by hand."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.own import catalogue
from geofa_sociodemografi.core.catalogue.protection.rules import profile
from geofa_sociodemografi.core.measures.homes import Homes, homes_from
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.system.places import (
    areas_of,
    gated,
    residents_of,
    too_small,
)
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import areas, grid, polygon_wkb

MONTHS = ("2025-12", "2026-01")
WEST, SOUTH = 500_000.0, 6_200_000.0
OVERLAPPING = {
    "left": (0, 30),
    "middle": (20, 50),
    "right": (40, 60),
    "all": (0, 60),
    "nobody": (70, 80),
}


def strips():
    """Areas that lie over each other from west to east, so that one home's rows may lie in several atoms of each."""
    shapes = {
        name: polygon_wkb(
            [(WEST + a, SOUTH), (WEST + b, SOUTH), (WEST + b, SOUTH + 10), (WEST + a, SOUTH + 10)]
        )
        for name, (a, b) in OVERLAPPING.items()
    }
    return areas(shapes, "strips", "free")


def people(seed, scattered):
    draw = random.Random(seed)
    homes = [f"h{n}" for n in range(25)]
    spot = {home: draw.uniform(0, 62) for home in homes}
    rows = []
    for month in MONTHS:
        for _ in range(60):
            home = draw.choice([*homes, None])
            x = draw.uniform(0, 62) if home is None or draw.random() < scattered else spot[home]
            rows.append(
                (
                    WEST + x,
                    SOUTH + 5,
                    home,
                    month,
                    draw.choice([10, 30, 50]),
                    draw.choice([0, 1, None]),
                )
            )
    draw.shuffle(rows)
    return pd.DataFrame(rows, columns=["x", "y", "household_id", "period", "age", "employed"])


def by_hand(frame, inside):
    return len(set(frame.loc[inside & frame["household_id"].notna(), "household_id"]))


def within(frame, name):
    low, high = OVERLAPPING[name]
    return (frame["x"] > WEST + low) & (frame["x"] < WEST + high)


@pytest.mark.parametrize(("seed", "scattered"), [(1, 0.0), (2, 0.3), (3, 0.3), (4, 1.0), (5, 1.0)])
def test_households_of_areas_and_of_any_places_together(tmp_path, seed, scattered):
    frame = people(seed, scattered)
    sources = [
        TableSource(f"p{n}", part) for n, part in enumerate((frame[:37], frame[37:80], frame[80:]))
    ]
    inputs = Inputs([strips(), grid(7, 1)], [Delivery("persons", sources)])
    monitor = MonitorFile(tmp_path / "m.gpkg")
    result = add_period(inputs, Choices(indicators=("population", "employed")), monitor, Silent())
    table = result.observations["strips"].set_index(["indicator", "period", "area_id"])[
        "households"
    ]
    for month in MONTHS:
        here = frame["period"] == month
        for name in OVERLAPPING:
            inside = here & within(frame, name)
            assert table[("population", month, name)] == by_hand(frame, inside)
            assert table[("employed", month, name)] == by_hand(frame, inside & (frame["age"] >= 18))
    counts, _ = monitor.runs.counted()
    assert bool(counts.several) == (scattered > 0)
    for place in areas_of(counts):
        inside = (
            here
            if not place.area_set
            else here
            & (
                within(frame, place.area_id)
                if place.area_set == "strips"
                else (np.floor((frame["x"] - WEST) / 10) == int(place.area_id[1:].split("r")[0]))
            )
        )
        adult = inside & (frame["age"] >= 18)
        for name, rows in (
            ("numerator_households", adult & (frame["employed"] == 1)),
            ("households", adult),
            ("rest_households", adult & (frame["employed"] != 1)),
        ):
            assert counts.homes(MONTHS[1], "employed", name).within(place.atoms) == by_hand(
                frame, rows
            )
        kept = counts.homes(MONTHS[1], "population").within(place.atoms)
        assert kept == by_hand(frame, inside)


def test_an_area_of_one_scattered_household_is_too_small(tmp_path):
    """Twelve persons of one household all over an area of several atoms are one household."""
    frame = pd.DataFrame(
        {
            "x": [WEST + 1 + 4.5 * n for n in range(12)],
            "y": SOUTH + 5,
            "age": 40,
            "employed": 1,
            "household_id": "h",
            "period": "2026-01",
        }
    )
    monitor = MonitorFile(tmp_path / "m.gpkg")
    add_period(
        Inputs([strips()], [Delivery("persons", [TableSource("p", frame)])]),
        Choices(indicators=("population", "employed")),
        monitor,
        Silent(),
    )
    counts, _ = monitor.runs.counted()
    residents, homes = residents_of(counts, "2026-01")
    assert homes.by_atom.sum() > 1 and homes.within(np.arange(counts.atoms)) == 1
    wary = replace(profile("parter", ""), gate_persons=0, gate_households=2)
    small = {
        one.area_id: one.households for one in too_small(areas_of(counts), residents, homes, wary)
    }
    assert small == {"left": 1, "middle": 1, "right": 1, "all": 1}
    employed = [i for i in catalogue("") if i.id == "employed"]
    assert ("strips", "all", "employed") in gated(
        areas_of(counts), residents, homes, employed, wary
    )


@pytest.mark.parametrize(
    "numbers", [[1, 2, 0], [0, 2, 0, 1], [1, 1, 0], [1, 2, 0, 9], [1], [1, 2, -1, 0]]
)
def test_a_file_with_other_numbers_is_refused(numbers):
    with pytest.raises(ValueError):
        homes_from(np.ones(3), np.array(numbers, dtype=float))


def test_numbers_there_and_back():
    homes = Homes(
        np.array([4.0, 3, 2]),
        np.array([2, 1]),
        np.array([0, 0, 1, 1, 1]),
        np.array([0, 1, 0, 1, 2]),
    )
    again = homes_from(homes.by_atom, homes.as_numbers())
    for some in ([0], [0, 1], [1, 2], [0, 1, 2], []):
        assert homes.within(np.array(some, dtype=int)) == again.within(np.array(some, dtype=int))
    assert homes.within(np.arange(3)) == 9 - 2 - 2
