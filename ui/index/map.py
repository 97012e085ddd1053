"""The index on the map: the trial layer while it is changed, the kept one when it is judged."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer

from ...core.catalogue.index.definitions import IndexDefinition
from ...core.packages import NEEDED, missing

if TYPE_CHECKING:
    import pandas as pd

    from ...core.areas.area_set import AreaSet
    from ...core.gis.maps.index_layer import LiveIndexLayer


class IndexMap:
    """What the index panel shows of an index in the project."""

    def __init__(self) -> None:
        self.live: Optional[LiveIndexLayer] = None
        self._area_set: Optional[AreaSet] = None

    def clear(self, later: bool = False) -> None:
        """Take the trial layer away, also one that a project was saved with.

        Args:
            later: in a moment. While a project is read QGIS does not hear that a layer goes: its
                snapping settings keep the address, and the next save of the project crashes (3.22).
        """
        if missing(*NEEDED):
            return
        from ...core.gis.maps.project_layers import live_layers

        self.live, project = None, QgsProject.instance()
        gone = live_layers(project)
        if later:
            QTimer.singleShot(0, partial(project.removeMapLayers, gone))
        else:
            project.removeMapLayers(gone)

    def show_trial(
        self,
        table: pd.DataFrame,
        definition: IndexDefinition,
        area_set: AreaSet,
        period: str,
        by_dynamics: bool,
    ) -> None:
        """Show ``table`` on the trial layer, which is made anew where the user, or judging, took it
        away."""
        from ...core.gis.maps.index_layer import LiveIndexLayer, publish_live

        project = QgsProject.instance()
        live = self.live
        # an area set of the same id may have other areas since
        same = live is not None and self._area_set is area_set
        if live is None or not same or project.mapLayer(live.id) is None:
            live = LiveIndexLayer(area_set)
        self.live, self._area_set = live, area_set
        live.show(table, definition, by_dynamics, period)
        if project.mapLayer(live.id) is None:
            publish_live(project, live)

    def show_kept(
        self,
        monitor: Path,
        definition: IndexDefinition,
        area_set: AreaSet,
        period: str,
        by_dynamics: bool,
    ) -> None:
        """Show what the monitor file keeps of the index; the trial layer goes. Raises
        ``StoreError``."""
        from ...core.gis.maps.index_layer import publish_index
        from ...core.store.monitor_file import MonitorFile

        store = MonitorFile(monitor, at_once=True)
        publish_index(QgsProject.instance(), store, definition, area_set, period, by_dynamics)
        self.live = None

    def select(self, area_set: AreaSet, area: str) -> None:
        """Select the area."""
        from ...core.gis.maps.index_layer import select_area

        select_area(QgsProject.instance(), area_set.id, area)
