"""``make demo``'s program, on a small municipality."""

from __future__ import annotations

import subprocess

from tests.package import ROOT

PYTHON = "/usr/bin/python3"


def test_the_demo_runs_from_end_to_end(tmp_path):
    done = subprocess.run(
        [PYTHON, "-m", "tests.commands.demo", str(tmp_path), "da", "3000"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    assert {"monitor.gpkg", "demo.qgz", "risk.png", "example"} <= {
        p.name for p in tmp_path.iterdir()
    }
    assert (
        "85 indicators counted and judged" in done.stdout
        and "Boligområder (fiktive), 2026-01" in done.stdout
    )
