"""Optional packages absent, one by one: the main job is done all the same, and what needs one says so in words."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.package import ROOT

LACKS = "This step needs the Python package {package}, which this QGIS does not have."


def steps_without(package, folder):
    """step → what each was found to be."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.qgis.main_job", package, str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    found = {}
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            step = json.loads(line)
            found.setdefault(step.pop("step"), []).append(step)
    assert "done" in found, done.stderr[-3000:]
    return found


@pytest.mark.parametrize("package", ["scipy", "openpyxl", "matplotlib"])
def test_the_main_job_is_done_without_a_package(package, tmp_path):
    found = steps_without(package, tmp_path)
    assert found["dock"] == [{"scipy": False, "bar": ""}]
    computed = found["computed"][0]
    assert computed["failed"] == [] and computed["areas"] == 10
    assert len(computed["features"]) == 3 and all(computed["features"])
    assert found["map"][0]["size"] > 20_000
    assert found["counted"][0]["rows"] > 0
    assert found["judged"] == [{"valid": True, "rows": 10}]
    assert found["workbook"] == [{"rows": 2}]
    assert found["periods"][0]["count"] > 1, "what an edition could be made of needs no package"
    assert found["done"] == [{"loaded": False}]
    if package == "scipy":
        every_door_says_it(found, LACKS.format(package=package))
    else:
        disclosure_is_done(found)


def every_door_says_it(found, lacks):
    page = found["page"][0]
    assert page["lacks"].startswith(lacks) and page["note"].startswith(lacks)
    assert not page["enabled"]
    assert len(found["algorithm"]) == 4
    for one in found["algorithm"]:
        assert one["can"][0] is False and one["can"][1].startswith(lacks), one
    assert lacks in found["published"][0]["error"]
    assert {one["door"] for one in found["python"]} == {"prepare", "audit", "draw"}
    for one in found["python"]:
        assert one["error"].startswith(lacks), one


def disclosure_is_done(found):
    assert found["page"][0]["lacks"] == "" and found["page"][0]["enabled"]
    assert all(one["can"] == [True, ""] for one in found["algorithm"])
    assert found["published"][0]["files"] > 5
