"""The staircase: up at once, down slowly."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from geofa_sociodemografi.core.assessment.staircase import climb
from geofa_sociodemografi.core.catalogue.law.staircases import (
    parse_staircase,
    read_staircase,
    staircase,
)
from geofa_sociodemografi.core.errors import CatalogueError

STEPS = staircase()


def levels(*names):
    return pd.DataFrame(
        {
            "area_id": "a",
            "period": [f"2026-{m:02d}" for m in range(1, len(names) + 1)],
            "risk_level": list(names),
        }
    )


def test_an_area_climbs_at_once_and_comes_down_slowly():
    found = climb(levels("ingen", "udsat", "ingen", "ingen", "tæt på", *["ingen"] * 5), STEPS)
    assert found["step"].tolist() == [
        0,
        3,
        3,
        3,
        3,
        3,
        3,
        1,
        1,
        1,
    ]  # down after six, to the highest of them
    assert found["moved"].tolist() == [0, 1, 0, 0, 0, 0, 0, -1, 0, 0]
    assert found["waiting"].tolist() == [
        0,
        0,
        1,
        2,
        3,
        4,
        5,
        3,
        4,
        5,
    ]  # those below the new step count on
    hopping = climb(levels(*["udsat", "ingen"] * 6), STEPS)
    assert set(hopping["step"]) == {3}
    unknown = climb(levels("udsat", "ingen", "ingen data", "ingen"), STEPS)
    assert unknown["period"].tolist() == ["2026-01", "2026-02", "2026-04"] and unknown[
        "waiting"
    ].tolist() == [0, 1, 2]


def test_parallelsamfund_stays_on_the_last_step_and_classes_are_a_basis_too():
    assert climb(levels("omdannelse"), STEPS)["step"].tolist() == [3]
    content = {
        "format": 1,
        "name": {"da": "x", "en": "x"},
        "basis": "index_class",
        "up_after": 2,
        "down_after": 1,
        "steps": [
            {
                "id": str(n),
                "from": n,
                "name": {"da": "x", "en": "x"},
                "action": {"da": "", "en": ""},
            }
            for n in (1, 3, 4)
        ],
    }
    classes = pd.DataFrame(
        {"area_id": "a", "period": list("abcde"), "index_class": [1, 3, 4, 0, 2]}
    )
    assert climb(classes, parse_staircase(content, "x"))["step"].tolist() == [0, 0, 1, 0]


def test_bad_staircases_are_refused_with_the_key(tmp_path):
    good = {
        "format": 1,
        "name": {"da": "x", "en": "x"},
        "basis": "category",
        "up_after": 1,
        "down_after": 1,
        "steps": [
            {
                "id": "s",
                "from": "udsat",
                "name": {"da": "x", "en": "x"},
                "action": {"da": "", "en": ""},
            }
        ],
    }
    path = tmp_path / "staircase.json"
    for change, message in (
        ({"basis": "mood"}, "basis: mood"),
        ({"down_after": 0}, "down_after"),
        ({"steps": []}, "steps"),
        ({"format": 2}, "format"),
        ({"steps": [{**good["steps"][0], "from": "bad"}]}, "bad is no category"),
        ({"steps": good["steps"] * 2}, "do not ascend"),
        ({"basis": "index_class"}, "udsat is no class"),
    ):
        path.write_text(json.dumps({**good, **change}), encoding="utf-8")
        with pytest.raises(CatalogueError, match=message):
            staircase(tmp_path)
    path.write_text(json.dumps(good), encoding="utf-8")
    assert staircase(tmp_path).steps[0].id == "s"
    for text, message in (("{", "line 1"), ("[]", "of another kind")):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(CatalogueError, match=message):
            read_staircase(path)
    with pytest.raises(CatalogueError, match="cannot be opened"):
        read_staircase(tmp_path / "gone.json")
