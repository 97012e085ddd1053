"""A register of sixty residents whose figures are known, and its count."""

from __future__ import annotations

import numpy as np
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import file_sources

from tests.unit.helpers import grid

PEOPLE = 60
SQUARES = grid(3, 2)


def good_rows():
    rng = np.random.default_rng(11)
    return [
        [
            f"P{n:04d}",
            f"{500_001 + rng.integers(0, 28)},5",
            f"{6_200_001 + rng.integers(0, 18)},5",
            str(rng.integers(18, 65)),
            rng.choice(["dansk", "vestlig", "ikke-vestlig"]),
            f"{rng.integers(0, 11) / 10:.1f}".replace(".", ","),
            str(rng.integers(0, 2)),
            "2026-01",
            "Sø Ærø Å",
        ]
        for n in range(PEOPLE)
    ]


HEADER = [
    "person_id",
    "x",
    "y",
    "age",
    "origin",
    "outside_work",
    "convicted",
    "period",
    "bemærkning",
]


def truth(rows):
    """What a register of ``rows`` holds, worked out by hand."""
    people = [
        (
            float(r[1].replace(",", ".")),
            float(r[2].replace(",", ".")),
            int(r[3]),
            r[4],
            float(r[5].replace(",", ".")),
            int(r[6]),
        )
        for r in rows
    ]
    return {
        "population": (len(people), None),
        "nonwestern": (sum(p[3] == "ikke-vestlig" for p in people), len(people)),
        "no_work": (sum(p[4] for p in people), len(people)),
        "convicted": (sum(p[5] for p in people), len(people)),
    }


def count(path):
    silent = Silent()
    inputs = Inputs([SQUARES], [Delivery("persons", file_sources(path))])
    counted = count_areas(inputs, Choices(scope="law"), silent)
    table = counted.observations["grid"].groupby("indicator")[["numerator", "denominator"]].sum()
    return (
        {i: (row["numerator"], row["denominator"]) for i, row in table.iterrows()},
        counted.findings["persons"],
        silent,
    )
