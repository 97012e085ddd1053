"""A layer in memory with the areas of one set, whose figures are replaced as they change."""

from __future__ import annotations

from typing import Dict, Mapping

import pandas as pd
from qgis.core import QgsFeature, QgsFields, QgsVectorLayer

from ...areas.area_set import CRS, AreaSet
from ...i18n import tr
from ..host import compat
from ..sources.geometries import geometry_of
from .layers import metadata_of
from .project_layers import AREA_SET


class AreasInMemory:
    """The areas of ``area_set`` with the fields ``area_id``, ``name`` and those of ``kinds`` (name
    → ``text``, ``integer`` or ``real``)."""

    def __init__(self, area_set: AreaSet, kinds: Mapping[str, str]):
        self.areas, self.set_name, self._kinds = area_set, area_set.name, dict(kinds)
        self.layer = QgsVectorLayer(f"MultiPolygon?crs={CRS}", area_set.name, "memory")
        self.id = self.layer.id()
        self.layer.setCustomProperty(AREA_SET, area_set.id)
        self.layer.setCustomProperty("skipMemoryLayersCheck", 1)  # its figures are kept elsewhere
        fields = QgsFields()
        for name, kind in {"area_id": "text", "name": "text", **self._kinds}.items():
            fields.append(compat.field(name, kind))
        provider = self.layer.dataProvider()
        provider.addAttributes(list(fields))
        self.layer.updateFields()
        features = []
        for area, name, wkb in area_set.areas[["area_id", "name", "wkb"]].itertuples(index=False):
            feature = QgsFeature(self.layer.fields())
            feature.setGeometry(geometry_of(wkb))
            feature.setAttributes([area, name] + [None] * len(self._kinds))
            features.append(feature)
        _, added = provider.addFeatures(features)
        self._ids: Dict[str, int] = {feature["area_id"]: feature.id() for feature in added}
        self._shown: Dict[int, Dict[int, object]] = {}
        self.layer.setMetadata(
            metadata_of(area_set.provenance, area_set.name, tr("For use within the municipality."))
        )

    def fill(self, table: pd.DataFrame) -> None:
        """Show ``table`` (``area_id`` and the layer's fields); only what has changed is written."""
        positions = {name: self.layer.fields().lookupField(name) for name in self._kinds}
        columns = list(self._kinds)
        cells = table[columns].astype(object).where(table[columns].notna(), None)
        wanted: Dict[int, Dict[int, object]] = {}
        for area, row in zip(table["area_id"], cells.itertuples(index=False)):
            if area in self._ids:
                wanted[self._ids[area]] = {
                    positions[name]: value for name, value in zip(self._kinds, row)
                }
        changed = {fid: row for fid, row in wanted.items() if self._shown.get(fid) != row}
        if changed:
            self.layer.dataProvider().changeAttributeValues(changed)
            self._shown.update(changed)
