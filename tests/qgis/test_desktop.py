"""The real QGIS on a virtual screen, with its own interface object."""

from __future__ import annotations

import json
import os
import shutil

import pytest

from tests import watched
from tests.commands.profile import make_profile
from tests.package import ROOT

WORK, CLOCK = 300.0, 1800.0
"""Seconds of work, and by the clock, that a step may take; the longest, protecting, works for a quarter of a minute."""


def test_the_whole_way_in_the_real_window_in_danish(tmp_path):
    if not shutil.which("xvfb-run") or not shutil.which("qgis"):
        pytest.fail("qgis and xvfb are not installed: make apt-test")
    make_profile(tmp_path / "profil", "da")
    (tmp_path / "run").mkdir(mode=0o700)
    environment = {
        k: v
        for k, v in os.environ.items()
        if k not in ("QT_QPA_PLATFORM", "QGIS_CUSTOM_CONFIG_PATH")
    }
    environment.update(
        SOCIODEMOGRAFI_OUT=str(tmp_path),
        XDG_RUNTIME_DIR=str(tmp_path / "run"),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
    )
    printed = watched.run(
        [
            *("xvfb-run", "-a", "-f", str(tmp_path / "Xauthority"), "-s", "-screen 0 1600x1000x24"),
            *("qgis", "--nologo", "--noversioncheck"),
            *("--profiles-path", str(tmp_path / "profil")),
            *("--code", str(ROOT / "tests" / "qgis" / "desktop_script.py")),
        ],
        environment,
        tmp_path / "step.txt",
        work=WORK,
        clock=CLOCK,
    )
    assert (tmp_path / "seen.json").exists(), printed
    seen = json.loads((tmp_path / "seen.json").read_text(encoding="utf-8"))
    assert "error" not in seen, seen["error"]
    assert seen["iface"] == "QgisInterface" and seen["made"] and seen["loaded"] and seen["computed"]
    assert len(seen["themes"]) == 9 and "5713 Prognose- og statistikdistrikter" in seen["themes"]
    assert (seen["page"], seen["areas"]) == ("MapPage", 10)
    assert (
        "Boligområder (fiktive), risikoniveau januar 2026" in seen["layers"]
        and len(seen["layers"]) == 7
    )
    assert "rækker placeret i Basisdistrikter (fiktive): 25 måneder" in seen["result"]
    assert "beholder deres klasse i mindst 80 % af 1.000 gennemregninger" in seen["judged"]
    assert seen["since"][:2] == ["2026-01", "2025-12"] and seen["since"][2] >= 5
    assert " siden januar 2025, " in seen["trend"] and seen["matrix"].startswith("10 områder, ")
    assert seen["weight"] == 15 and "Nu: " in seen["what_if"]
    assert "kriterier læses ens, " in seen["state_list"]
    assert "ingen kan beregnes" in seen["checked"] and len(seen["published"]) == 9
    assert not seen["cut_off"]
    assert seen["reloaded"]
    assert (tmp_path / "map.png").stat().st_size > 50_000
