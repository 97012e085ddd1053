"""The index's long jobs, as plain functions for the background: plain data in, plain data out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Dict, List, Mapping, Sequence, Tuple

import numpy as np

from ...areas.area_set import AreaSet
from ...catalogue.index.definitions import IndexDefinition
from ...catalogue.indicators.definitions import Indicator
from ...catalogue.own import catalogue
from ...i18n import tr
from ...index.cube import Cube
from ...index.stability import Choices
from ...pipeline.indexing import Indexed, cube_in, keep_index, run_index
from ...progress import Part, Progress, checkpoint
from ...store.monitor_file import MonitorFile
from ..maps.natural_breaks import natural_breaks


@dataclass(frozen=True)
class Workbench:
    """All that an index of one area set is made of."""

    area_set: AreaSet
    cube: Cube
    known: Mapping[str, Indicator]
    packages: Sequence[Mapping[str, object]]

    @property
    def names(self) -> Dict[str, str]:
        """Area id → its name."""
        return dict(zip(self.area_set.areas["area_id"], self.area_set.areas["name"]))

    @cached_property
    def ranges(self) -> Dict[str, Tuple[float, float]]:
        """Indicator → its lowest and highest figure, of those that have figures."""
        return {
            name: (float(np.nanmin(values)), float(np.nanmax(values)))
            for name, values in self.cube.values.items()
            if not np.isnan(values).all()
        }


def open_workbench(monitor: Path, area_set: str, folder: str, progress: Progress) -> Workbench:
    """Read the figures of ``area_set``, the catalogue and the packages kept."""
    store = MonitorFile(monitor)
    progress.report(0.0, tr("Reading the figures"))
    cube = cube_in(store, area_set)
    checkpoint(progress)
    progress.report(0.8, tr("Reading the areas"))
    known = {
        indicator.id: indicator
        for indicator in catalogue(folder if folder and Path(folder).is_dir() else "")
    }
    return Workbench(store.areas.load(area_set), cube, known, store.packages.all())


def judge_and_keep(
    monitor: Path,
    bench: Workbench,
    definition: IndexDefinition,
    period: str,
    periods: List[str],
    progress: Progress,
) -> Indexed:
    """Score all ``periods``, draw the certainty of ``period``, and keep it all in the monitor
    file."""
    indexed = run_index(
        bench.cube,
        definition,
        bench.known,
        Part(progress, 0.0, 0.9),
        period,
        periods,
        Choices(),
        natural_breaks,
    )
    checkpoint(progress)
    progress.report(0.9, tr("Writing the monitor file"))
    keep_index(MonitorFile(monitor), bench.area_set.id, indexed)
    return replace(indexed, kept=True)
