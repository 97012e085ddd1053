"""Run as a script: saves into a monitor file in a child that is killed, again and again; prints what was found.

``python -m tests.unit.killed_saves FOLDER KILLS SEED`` prints one line of JSON per kill: was there a file before, the
last save the child announced, and what the file holds afterwards.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from tests import package

NEW_EVERY = 4
"""Every fourth child begins without a file."""
LONGEST_SECONDS = 0.12


def main(folder: str, kills: str, seed: str) -> None:
    """Save, kill, look; ``kills`` times."""
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile

    from tests.unit.helpers import grid

    assert package.NAME
    dice, path = random.Random(int(seed)), Path(folder) / "monitor.gpkg"
    squares = {size: grid(size, 12) for size in range(1, 9)}
    for kill in range(int(kills)):
        if kill % NEW_EVERY == 0 and path.exists():
            path.unlink()
        before = _sizes(MonitorFile(path)) if path.exists() else None
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _save_for_ever(MonitorFile(path), squares, writing, kill)
        os.close(writing)
        time.sleep(dice.uniform(0.0, LONGEST_SECONDS))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as stream:
            announced = stream.read()
        after = _sizes(MonitorFile(path)) if path.exists() else None
        print(
            json.dumps({"before": before, "announced": list(announced), "after": after}), flush=True
        )


def _save_for_ever(store: object, squares: dict, announce: int, kill: int) -> None:
    try:
        for turn in range(1_000_000):
            size = 1 + (kill + turn) % len(squares)
            os.write(announce, bytes([size]))
            store.areas.save([squares[size]])
            os.write(announce, b"\x00")
    finally:
        os._exit(1)


def _sizes(store: object) -> list:
    """The areas listed, and those that are there with their geometry."""
    return [store.areas.sets()["areas"].tolist(), len(store.areas.load("grid").areas)]


if __name__ == "__main__":
    main(*sys.argv[1:])
