"""Those who watch a program name the step at which it stopped, and leave nothing of it behind."""

from __future__ import annotations

import os

import pytest

from tests import watched

SCRIPT = 'echo "$$" > "$0"; printf {first} > "$1"; {then}'


def script(folder, then):
    """A shell program that tells its group, names a step, and goes on."""
    return [
        "/bin/sh",
        "-c",
        SCRIPT.format(first="drawing", then=then),
        str(folder / "group.txt"),
        str(folder / "step.txt"),
    ]


def left(folder):
    return list(watched.members(int((folder / "group.txt").read_text())))


@pytest.mark.parametrize(
    ("then", "limits"),
    [
        ("(trap '' TERM; sleep 600) & sleep 600", {"work": 60, "clock": 0.3}),
        ("while :; do :; done", {"work": 0.5, "clock": 60}),
    ],
)
def test_a_step_that_does_not_end_is_named_and_all_is_ended(tmp_path, monkeypatch, then, limits):
    monkeypatch.setattr(watched, "FAREWELL", 0.3)
    monkeypatch.setattr(watched, "LOOK", 0.1)
    with pytest.raises(watched.StuckError, match="'drawing' had not ended"):
        watched.run(script(tmp_path, then), os.environ, tmp_path / "step.txt", **limits)
    assert left(tmp_path) == []


def test_a_program_that_ends_tells_what_it_printed_and_leaves_no_child(tmp_path):
    said = watched.run(
        script(tmp_path, "sleep 600 & echo done"), os.environ, tmp_path / "step.txt", 60, 60
    )
    assert said == "done\n" and left(tmp_path) == []
