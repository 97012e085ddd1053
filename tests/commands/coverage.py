"""``make coverage``: how much of each room the quick tests run, and whether it is as much as ``pyproject.toml`` asks for.

The rooms are the folders of ``core/``, and ``ui/``; what lies flat in ``core/`` is a room too. The real window and the
demo run in processes of their own, and are left out here with what is slow.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Dict, List, Tuple

import tomllib

from tests.package import ROOT

DATA = ROOT / "build" / "coverage"
TESTS = ["tests/unit", "tests/qgis", "tests/services"]
ELSEWHERE = ["tests/qgis/test_desktop.py", "tests/qgis/test_demo.py"]


def run_tests() -> int:
    """Pytest's answer, with the lines it came past kept in ``DATA``."""
    DATA.parent.mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, "-m", "coverage", "run", f"--data-file={DATA}", "-m", "pytest", *TESTS]
        + ["-m", "not slow", *(f"--deselect={path}" for path in ELSEWHERE)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ).returncode


def room_of(path: str) -> str:
    """The room a file of the checkout is in."""
    parts = Path(path).parts
    return "/".join(parts[:2]) if parts[0] == "core" and len(parts) > 2 else parts[0]


def by_room(files: "Dict[str, dict]") -> Dict[str, float]:
    """Percent of the lines that were run, by room."""
    lines: Dict[str, List[int]] = defaultdict(lambda: [0, 0])
    for path, found in files.items():
        room = lines[room_of(path)]
        room[0] += found["summary"]["covered_lines"]
        room[1] += found["summary"]["num_statements"]
    return {room: 100.0 * run / max(1, of) for room, (run, of) in sorted(lines.items())}


def wanted() -> Dict[str, int]:
    """The least each room must have."""
    with (ROOT / "pyproject.toml").open("rb") as settings:
        return tomllib.load(settings)["tool"]["geofa-sociodemografi"]["coverage"]


def judged(reached: Dict[str, float], limits: Dict[str, int]) -> Tuple[List[str], bool]:
    """(a line for each room, does every room have a limit and reach it?)."""
    lines, enough = [], True
    for room in sorted(reached.keys() | limits.keys()):
        here, least = reached.get(room), limits.get(room)
        fails = here is None or least is None or here < least
        enough = enough and not fails
        percent = "no such room" if here is None else f"{here:5.1f} %"
        asked = "no limit" if least is None else f"at least {least} %"
        lines.append(f"{room:18} {percent}  ({asked}){'  TOO LITTLE' if fails else ''}")
    return lines, enough


def main() -> int:
    """Run, print, judge."""
    failed = run_tests()
    report = DATA.with_suffix(".json")
    subprocess.run(
        [sys.executable, "-m", "coverage", "json", "-q", f"--data-file={DATA}", "-o", str(report)],
        cwd=ROOT,
        check=True,
    )
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    lines, enough = judged(by_room(files), wanted())
    print("\n".join(lines))
    return failed or int(not enough)


if __name__ == "__main__":
    raise SystemExit(main())
