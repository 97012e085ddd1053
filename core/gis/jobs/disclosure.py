"""The disclosure page's long jobs: paths and plain values in, plain data out; no widget, no
project."""

from __future__ import annotations

from pathlib import Path
from typing import List

from ...areas.area_set import AreaSet
from ...errors import CancelledError
from ...pipeline.protecting import Prepared, prepare_edition
from ...progress import Part, Progress, checkpoint
from ...store.monitor_file import MonitorFile
from ..editions.merging import merged, suggestions
from ..editions.publishing import Staged, discard, stage


def stage_edition(
    monitor: Path,
    profile: str,
    period: str,
    catalogue: str,
    folder: Path,
    purpose: str,
    progress: Progress,
) -> Staged:
    """Protect and audit anew, and write the tables aside.

    Raises:
        CancelledError: the user stopped; nothing is left.
    """
    prepared = prepare_edition(monitor, profile, period, catalogue, Part(progress, 0.0, 0.95))
    staged = stage(prepared, folder, purpose)
    try:
        checkpoint(progress)
    except CancelledError:
        discard(staged)
        raise
    return staged


def merge_small(monitor: Path, prepared: Prepared, progress: Progress) -> List[AreaSet]:
    """Make and keep an area set for each partition with areas too small, those merged with their
    neighbours."""
    made = []
    for identifier in dict.fromkeys(one.area_set for one in prepared.too_small):
        area_set = prepared.area_sets[identifier]
        groups = suggestions(prepared, identifier, progress) if area_set.kind == "partition" else []
        if groups:
            made.append(merged(area_set, groups))
    if made:
        MonitorFile(monitor).areas.save(made)
    return made
