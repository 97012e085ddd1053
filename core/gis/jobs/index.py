"""The index's long jobs, as plain functions for the background: plain data in, plain data out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import List

from ...catalogue.index.definitions import IndexDefinition
from ...i18n import tr
from ...index.certainty.stability import StabilityChoices
from ...pipeline.index_figures import IndexFigures
from ...pipeline.indexing import Indexed, keep_index, run_index
from ...progress import Part, Progress, checkpoint
from ...store.monitor_file import MonitorFile
from ..maps.natural_breaks import natural_breaks


def judge_and_keep(
    monitor: Path,
    figures: IndexFigures,
    definition: IndexDefinition,
    period: str,
    periods: List[str],
    progress: Progress,
) -> Indexed:
    """Score all ``periods``, draw the certainty of ``period``, and keep it all in the monitor
    file."""
    indexed = run_index(
        figures.cube,
        definition,
        figures.known,
        Part(progress, 0.0, 0.9),
        period,
        periods,
        StabilityChoices(),
        natural_breaks,
    )
    checkpoint(progress)
    progress.report(0.9, tr("Writing the monitor file"))
    keep_index(MonitorFile(monitor), figures.area_set.id, indexed)
    return replace(indexed, kept=True)
