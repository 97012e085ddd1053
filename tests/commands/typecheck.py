"""``make typecheck``: mypy over ``core/`` under the package's own name, as ``pyproject.toml`` says; prints what is left by room."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import List, Tuple

from tests.package import NAME, ROOT

CACHE = ROOT / "build" / "mypy"
COMPLAINT = re.compile(rf"^{NAME}/((\w+/\w+)[^:]*:\d+: error: .*)$")
FAULTLESS, COMPLAINTS = 0, 1


def complaints() -> Tuple[int, List[str], str]:
    """(mypy's answer, a line for each complaint, all that it said)."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / NAME).symlink_to(ROOT, target_is_directory=True)
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml")]
            + ["--cache-dir", str(CACHE), "-p", f"{NAME}.core"],
            cwd=folder,
            capture_output=True,
            text=True,
        )
    found = [m.group(1) for m in map(COMPLAINT.match, done.stdout.splitlines()) if m]
    return done.returncode, found, done.stdout + done.stderr


def main() -> int:
    """Print them; 1 where there are any."""
    answer, found, said = complaints()
    if answer not in (FAULTLESS, COMPLAINTS) or (answer and not found):
        print(said)
        return answer
    print("\n".join(found))
    for room, count in sorted(
        Counter(line.split(":")[0].rsplit("/", 1)[0] for line in found).items()
    ):
        print(f"{count:5} {room}")
    return answer


if __name__ == "__main__":
    raise SystemExit(main())
