"""The index on the map: a layer that follows every change at once, and one of what is kept in the
monitor file."""

from __future__ import annotations

from typing import Optional

import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

from ...areas.area_set import CRS, AreaSet
from ...catalogue.index.definitions import IndexDefinition
from ...errors import StoreError
from ...i18n import in_language, tr
from ...index.certainty.stability import CERTAIN
from ...periods import period_text
from ...store.form.schema import INDEX_MAP
from ...store.monitor_file import MonitorFile
from .areas_in_memory import AreasInMemory
from .index_style import index_tip, style_index
from .layers import metadata_of, subset
from .project_layers import (
    AREA_SET,
    OF_EARLIER_INDEX,
    ROLE,
    ROLE_INDEX,
    ROLE_LIVE,
    add_to_group,
    existing,
    live_layers,
    to_top,
)
from .style import renew_tip

STYLE = "sociodemografi/style"
KINDS = {
    "score": "real",
    "index_class": "integer",
    "class_label": "text",
    "dynamics_label": "text",
    "code": "integer",
    "kept": "real",
    "note": "text",
}


class LiveIndexLayer(AreasInMemory):
    """The areas of one set by an index that is being worked on."""

    def __init__(self, area_set: AreaSet):
        super().__init__(area_set, KINDS)
        self._style: Optional[tuple] = None

    def show(
        self, table: pd.DataFrame, definition: IndexDefinition, by_dynamics: bool, period: str
    ) -> None:
        """Show ``table`` (``results.COLUMNS`` of one period); only what has changed is written, and
        the legend is made again only where the classes have changed."""
        self.fill(table)
        style = (definition.classes, definition.name["da"], by_dynamics)
        if style != self._style:
            style_index(self.layer, definition, by_dynamics, None)
            self._style = style
            self.layer.emitStyleChanged()
        self.layer.setName(
            tr(
                "{index}, {name}, {period} (trial)",
                index=in_language(definition.name),
                name=self.set_name,
                period=period_text(period),
            )
        )
        self.layer.triggerRepaint()


def publish_live(project: QgsProject, live: LiveIndexLayer) -> None:
    """Put the live layer at the top of the plugin's group, in the place of an earlier one."""
    remove_live(project)
    add_to_group(project, live.layer, ROLE_LIVE)
    to_top(project, live.layer)


def remove_live(project: QgsProject) -> None:
    """Take every trial layer out of the project."""
    project.removeMapLayers(live_layers(project, [ROLE_LIVE]))


def publish_index(
    project: QgsProject,
    monitor: MonitorFile,
    definition: IndexDefinition,
    area_set: AreaSet,
    period: str,
    by_dynamics: bool,
) -> QgsVectorLayer:
    """Show the kept index of ``area_set`` in ``period``; the trial layer goes.

    There is one layer for all indices of an area set: it is pointed at the index and the period; a
    style the user gave it stays until the index, its classes, or what is shown, are others.

    Raises:
        StoreError: the monitor file has no such map.
    """
    title = tr(
        "{index}, {name}, {period}",
        index=in_language(definition.name),
        name=area_set.name,
        period=period_text(period),
    )
    wanted = f"\"index_id\" = '{definition.id}' AND {subset(area_set.id, period)}"
    layer = QgsVectorLayer(f"{monitor.path}|layername={INDEX_MAP}|subset={wanted}", title, "ogr")
    if not layer.isValid():
        raise StoreError(
            tr("The monitor file {file} cannot be shown.", file=str(monitor.path)),
            tr("Judge again, or choose another file."),
        )
    layer.setCrs(QgsCoordinateReferenceSystem(CRS))
    layer.setCustomProperty(AREA_SET, area_set.id)
    layer.setMetadata(
        metadata_of(area_set.provenance, title, tr("For use within the municipality."))
    )
    earlier = existing(project, ROLE_INDEX, area_set.id)
    shown = add_to_group(project, layer, ROLE_INDEX)
    if earlier is None:
        to_top(project, shown)
    style = repr((definition.id, definition.classes, by_dynamics))
    if shown.customProperty(STYLE) != style:
        style_index(shown, definition, by_dynamics, CERTAIN)
        shown.setCustomProperty(STYLE, style)
        shown.emitStyleChanged()
    renew_tip(shown, index_tip(definition))
    shown.setName(title)
    remove_live(project)
    _remove_earlier(project)
    return shown


def _remove_earlier(project: QgsProject) -> None:
    """Take the layers out that versions before 0.9 made, one for every index."""
    gone = [
        layer.id()
        for layer in project.mapLayers().values()
        if str(layer.customProperty(ROLE) or "").startswith(OF_EARLIER_INDEX)
    ]
    project.removeMapLayers(gone)
