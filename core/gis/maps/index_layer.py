"""The index on the map: a layer that follows every change at once, and one of what is kept in the
monitor file."""

from __future__ import annotations

from typing import Dict, Optional

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsProject,
    QgsVectorLayer,
)

from ...areas.area_set import CRS, AreaSet
from ...catalogue.index.definitions import IndexDefinition
from ...errors import StoreError
from ...i18n import in_language, tr
from ...index.certainty.stability import CERTAIN
from ...periods import period_text
from ...store.form.schema import INDEX_MAP
from ...store.monitor_file import MonitorFile
from ..host import compat
from ..sources.geometries import geometry_of
from .index_style import index_tip, style_index
from .layers import metadata_of, subset
from .project_layers import (
    AREA_SET,
    ROLE,
    ROLE_LIVE,
    add_to_group,
    area_expression,
    existing,
    live_layers,
)
from .style import renew_tip

ROLE_INDEX = "index"
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


class LiveIndexLayer:
    """A layer in memory with the areas of one set, whose figures are replaced as the index
    changes."""

    def __init__(self, area_set: AreaSet):
        self.area_set = area_set.id
        self.layer = QgsVectorLayer(f"MultiPolygon?crs={CRS}", area_set.name, "memory")
        self.id = self.layer.id()
        self._name = area_set.name
        self.layer.setCustomProperty(AREA_SET, area_set.id)
        self.layer.setCustomProperty("skipMemoryLayersCheck", 1)  # its figures are kept elsewhere
        fields = QgsFields()
        for name, kind in {"area_id": "text", "name": "text", **KINDS}.items():
            fields.append(compat.field(name, kind))
        provider = self.layer.dataProvider()
        provider.addAttributes(list(fields))
        self.layer.updateFields()
        features = []
        for area, name, wkb in area_set.areas[["area_id", "name", "wkb"]].itertuples(index=False):
            feature = QgsFeature(self.layer.fields())
            feature.setGeometry(geometry_of(wkb))
            feature.setAttributes([area, name] + [None] * len(KINDS))
            features.append(feature)
        _, added = provider.addFeatures(features)
        self._ids: Dict[str, int] = {feature["area_id"]: feature.id() for feature in added}
        self._shown: Dict[int, Dict[int, object]] = {}
        self._style: Optional[tuple] = None
        self.layer.setMetadata(
            metadata_of(area_set.provenance, area_set.name, tr("For use within the municipality."))
        )

    def show(
        self, table: pd.DataFrame, definition: IndexDefinition, by_dynamics: bool, period: str
    ) -> None:
        """Show ``table`` (``results.COLUMNS`` of one period); only what has changed is written, and
        the legend is made again only where the classes have changed."""
        positions = {name: self.layer.fields().lookupField(name) for name in KINDS}
        cells = table[list(KINDS)].astype(object).where(table[list(KINDS)].notna(), None)
        wanted: Dict[int, Dict[int, object]] = {}
        for area, row in zip(table["area_id"], cells.itertuples(index=False)):
            if area in self._ids:
                wanted[self._ids[area]] = {
                    positions[name]: value for name, value in zip(KINDS, row)
                }
        changed = {fid: row for fid, row in wanted.items() if self._shown.get(fid) != row}
        if changed:
            self.layer.dataProvider().changeAttributeValues(changed)
            self._shown.update(changed)
        style = (definition.classes, definition.name["da"], by_dynamics)
        if style != self._style:
            style_index(self.layer, definition, by_dynamics, None)
            self._style = style
            self.layer.emitStyleChanged()
        self.layer.setName(
            tr(
                "{index}, {name}, {period} (trial)",
                index=in_language(definition.name),
                name=self._name,
                period=period_text(period),
            )
        )
        self.layer.triggerRepaint()


def publish_live(project: QgsProject, live: LiveIndexLayer) -> None:
    """Put the live layer at the top of the plugin's group, in the place of an earlier one."""
    remove_live(project)
    add_to_group(project, live.layer, ROLE_LIVE)
    _to_top(project, live.layer)


def _to_top(project: QgsProject, layer: QgsVectorLayer) -> None:
    node = project.layerTreeRoot().findLayer(layer.id())
    group = node.parent()
    group.insertChildNode(0, node.clone())
    group.removeChildNode(node)


def remove_live(project: QgsProject) -> None:
    """Take every live layer out of the project."""
    project.removeMapLayers(live_layers(project))


def select_area(project: QgsProject, area_set: str, area: str) -> None:
    """Select the area in every index layer of ``area_set``."""
    for layer in project.mapLayers().values():
        role = str(layer.customProperty(ROLE) or "")
        if layer.customProperty(AREA_SET) == area_set and (
            role == ROLE_LIVE or role.startswith(f"{ROLE_INDEX}:")
        ):
            layer.selectByExpression(area_expression(area))


def publish_index(
    project: QgsProject,
    monitor: MonitorFile,
    definition: IndexDefinition,
    area_set: AreaSet,
    period: str,
    by_dynamics: bool,
) -> QgsVectorLayer:
    """Show the kept index of ``area_set`` in ``period``; the trial layer goes.

    A layer that shows the index already is pointed at the period; a style the user gave it stays
    until the classes, or what is shown, are others.

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
    role = f"{ROLE_INDEX}:{definition.id}"
    earlier = existing(project, role, area_set.id)
    shown = add_to_group(project, layer, role)
    if earlier is None:
        _to_top(project, shown)
    style = repr((definition.classes, by_dynamics))
    if shown.customProperty(STYLE) != style:
        style_index(shown, definition, by_dynamics, CERTAIN)
        shown.setCustomProperty(STYLE, style)
        shown.emitStyleChanged()
    renew_tip(shown, index_tip(definition))
    shown.setName(title)
    remove_live(project)
    return shown
