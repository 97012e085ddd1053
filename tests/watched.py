"""A program run in a process group of its own, watched step by step, and ended with all it started.

The program writes the name of what it does to a file. A step that takes too much work, or stands too long, ends the
program, and the step is named; a machine busy with other things takes longer and harms nobody.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Iterator, List, Mapping, Tuple

TICKS = os.sysconf("SC_CLK_TCK")
LOOK = 0.5
"""Seconds between two looks."""
FAREWELL = 10.0
"""Seconds that those who are asked to end have for it."""


class StuckError(AssertionError):
    """A step that did not end."""


def run(
    command: List[str], environment: Mapping[str, str], step: Path, work: float, clock: float
) -> str:
    """Run the program to its end; returns what it printed.

    Args:
        step: the file it writes its steps to. work: processor seconds of the whole group that a step may take. clock:
            seconds by the clock, for a step that waits for what never comes.

    Raises:
        StuckError: a step passed a limit. The program and all in its group have ended.
    """
    printed = step.with_name("printed.txt")
    with printed.open("wb") as output:
        program = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _watch(program, step, work, clock)
    finally:
        end_group(program)
    return printed.read_text(encoding="utf-8", errors="replace")


def _watch(program: subprocess.Popen, step: Path, work: float, clock: float) -> None:
    name, since, before = "starting", time.monotonic(), 0.0
    while program.poll() is None:
        time.sleep(LOOK)
        now, done = time.monotonic(), worked(program.pid)
        named = step.read_text(encoding="utf-8") if step.exists() else name
        if named and named != name:
            name, since, before = named, now, done
        if done - before > work or now - since > clock:
            raise StuckError(
                f"{name!r} had not ended after {done - before:.0f} s of work "
                f"and {now - since:.0f} s by the clock"
            )


def members(group: int) -> Iterator[Tuple[int, float]]:
    """(process id, processor seconds of its own and of its children that have ended) of all in the group."""
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                stat = Path("/proc", entry, "stat").read_text(encoding="utf-8", errors="replace")
            except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
                continue
            fields = stat.rpartition(")")[2].split()  # the name before may hold anything
            if int(fields[2]) == group and fields[0] != "Z":
                yield int(entry), sum(map(int, fields[11:15])) / TICKS


def worked(group: int) -> float:
    """Processor seconds of the group."""
    return sum(seconds for _, seconds in members(group))


def end_group(program: subprocess.Popen) -> None:
    """Ask all that the program started to end, and end those who do not."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        last = time.monotonic() + FAREWELL
        if any(members(program.pid)):
            os.killpg(program.pid, sign)
        while any(members(program.pid)) and time.monotonic() < last:
            program.poll()
            time.sleep(0.05)
    program.wait()
