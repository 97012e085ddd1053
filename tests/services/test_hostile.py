"""Whatever a server answers or a file holds: it is told in words, soon, and in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MOST_MB = 1500
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kind", ["requests", "qgis", "files"])
def test_every_hostile_answer_and_file_is_told_in_bounded_memory(kind, tmp_path):
    """Each case ends within a minute: the whole run would not end otherwise."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.hostile", kind, str(tmp_path)],
        cwd=ROOT,
        timeout=600,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split("\t") for line in done.stdout.splitlines() if line.count("\t") == 2]
    assert len(lines) > 50
    assert [line for line in lines if not line[1].startswith("told: ")] == []
    assert max(int(peak) for _, _, peak in lines) < MOST_MB
    assert not [line for line in lines if "Traceback" in line[1] or len(line[1]) > 300]
