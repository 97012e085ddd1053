"""The disclosure page's long jobs: paths and plain values in, plain data out; no widget, no project."""

from __future__ import annotations

from pathlib import Path

from ..pipeline.protecting import Prepared, prepare_edition
from ..progress import Part, Progress
from .publishing import Staged, stage


def check_edition(monitor: Path, profile: str, period: str, catalogue: str, progress: Progress) -> Prepared:
    """Protect and audit; nothing is written."""
    return prepare_edition(monitor, profile, period, catalogue, progress)


def stage_edition(monitor: Path, profile: str, period: str, catalogue: str, folder: Path, purpose: str,
                  progress: Progress) -> Staged:
    """Protect and audit anew, and write the tables aside."""
    return stage(prepare_edition(monitor, profile, period, catalogue, Part(progress, 0.0, 0.95)), folder, purpose)
