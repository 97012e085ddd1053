"""The figures of an area set, with all that an index of it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Dict, Mapping, Sequence, Tuple

import numpy as np

from ..areas.area_set import AreaSet
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.own import catalogue
from ..i18n import tr
from ..index.cube import Cube
from ..progress import Progress, checkpoint
from ..store.monitor_file import MonitorFile
from .indexing import cube_in


@dataclass(frozen=True)
class IndexFigures:
    """All that an index of one area set is made of: the areas, their figures, the catalogue, and
    the packages of other municipalities."""

    area_set: AreaSet
    cube: Cube
    known: Mapping[str, Indicator]
    packages: Sequence[Mapping[str, Any]]

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


def read_figures(monitor: Path, area_set: str, folder: str, progress: Progress) -> IndexFigures:
    """Read the figures of ``area_set``, the catalogue and the packages kept."""
    store = MonitorFile(monitor)
    progress.report(0.0, tr("Reading the figures"))
    cube = cube_in(store, area_set)
    checkpoint(progress)
    progress.report(0.8, tr("Reading the areas"))
    own = folder if folder and Path(folder).is_dir() else ""
    known = {indicator.id: indicator for indicator in catalogue(own)}
    return IndexFigures(store.areas.load(area_set), cube, known, store.packages.all())
