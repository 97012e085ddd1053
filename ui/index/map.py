"""The index on the map: the trial layer while it is changed, the kept one when it is judged."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer

from ...core.catalogue.index.definitions import IndexDefinition
from ...core.packages import NEEDED, missing


class IndexMap:
    """What the index panel shows of an index in the project."""

    def __init__(self) -> None:
        self.live: Optional[object] = None
        self._area_set: Optional[object] = None

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
        table: object,
        definition: IndexDefinition,
        area_set: object,
        period: str,
        by_dynamics: bool,
    ) -> None:
        """Show ``table`` on the trial layer, which is made anew where the user, or judging, took it
        away."""
        from ...core.gis.maps.index_layer import LiveIndexLayer, publish_live

        project = QgsProject.instance()
        there = self.live is not None and project.mapLayer(self.live.id) is not None
        if (
            not there or self._area_set is not area_set
        ):  # one of the same id may have other areas since
            self.live, self._area_set = LiveIndexLayer(area_set), area_set
        self.live.show(table, definition, by_dynamics, period)
        if project.mapLayer(self.live.id) is None:
            publish_live(project, self.live)

    def show_kept(
        self,
        monitor: Path,
        definition: IndexDefinition,
        area_set: object,
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

    def select(self, area_set: object, area: str) -> None:
        """Select the area."""
        from ...core.gis.maps.index_layer import select_area

        select_area(QgsProject.instance(), area_set.id, area)
