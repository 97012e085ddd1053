"""The whole index against Berlin's published table."""

from __future__ import annotations

import csv
import math

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.presets import definition_of
from geofa_sociodemografi.core.index.composite import score_index

from tests.unit.index_helpers import NAN, Z, cube, definition, up

STATUS = {"hoch": 1, "mittel": 2, "niedrig": 3, "sehr niedrig": 4}
DYNAMICS = {"positiv": 1, "stabil": 2, "negativ": 3}


@pytest.fixture(scope="module")
def berlin(shared):
    with (shared / "mss2021_berlin.csv").open(encoding="utf-8-sig") as stream:
        return [
            {key.strip(): text.strip() for key, text in row.items()}
            for row in csv.DictReader(stream, delimiter=";")
        ]


def _column(rows, name):
    return [
        float(row[name].replace(",", "."))
        if row[name].replace(",", ".").lstrip("-").replace(".", "").isdigit()
        else NAN
        for row in rows
    ]


BERLIN = {
    "status": (
        "zS",
        "Status-summe",
        "Status-Index (standardisierte Statussumme)",
        "Zuordnung Klasse Status-Index",
        STATUS,
    ),
    "dynamics": (
        "zD",
        "Dynamik-summe",
        "Dynamik-Index (standardisierte Dynamik-summe)",
        "Zuordnung Klasse Dynamik-Index",
        DYNAMICS,
    ),
}


def _berlin_scores(rows, names, part, normalisation):
    about = definition_of("berlin_mss")
    classes = about.classes if part == "status" else about.dynamics.classes
    figures = cube(
        population=_column(rows, "EW 31.12.2020"), **{n: _column(rows, n) for n in names}
    )
    return score_index(
        figures,
        definition(
            *names,
            normalisation=normalisation,
            rescale=Z,
            minimum_population=300,
            classes={
                "method": "sd",
                "cuts": [
                    {"at": at, "in": "below" if below else "above"} for at, below in classes.cuts
                ],
            },
        ),
        up(*names),
    )


@pytest.mark.parametrize("part", list(BERLIN))
@pytest.mark.parametrize(
    "normalisation", [{"method": "none"}, Z], ids=["their z-values", "standardised again"]
)
def test_berlin_gives_all_classes_and_the_index_within_rounding(berlin, part, normalisation):
    prefix, whole, published, class_name, codes = BERLIN[part]
    theirs = _column(berlin, published)
    valid = [row for row in range(len(berlin)) if not math.isnan(theirs[row])]
    assert len(berlin) == 542 and len(valid) == 536
    scores = _berlin_scores(berlin, [f"{prefix}{n}" for n in (1, 3, 4)], part, normalisation)
    assert [scores.index_class[0, row] for row in valid] == [
        codes[berlin[row][class_name]] for row in valid
    ]
    assert all(scores.index_class[0, row] == 0 for row in range(542) if row not in valid)
    # three figures rounded to 0.005 each, over the sum's spread, and the printed index rounded to 0.005
    spread = np.std([sum(float(berlin[row][f"{prefix}{n}"]) for n in (1, 3, 4)) for row in valid])
    assert (
        max(abs(scores.score[0, row] - theirs[row]) for row in valid)
        < 3 * 0.005 / spread + 0.005 + 1e-4
    )
    of_sum = _berlin_scores(berlin, [whole], part, normalisation)
    assert max(abs(of_sum.score[0, row] - theirs[row]) for row in valid) < 0.0075
