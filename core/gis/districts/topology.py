"""Overlaps and holes in an area set that should be a partition. GeoFA itself checks no topology."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex, QgsWkbTypes

from ...areas.area_set import AreaSet
from ...i18n import tr
from ...numbers import number
from ...progress import Progress, checkpoint
from ..sources.geometries import geometry_of

SMALLEST_M2 = 1.0


@dataclass(frozen=True)
class Fault:
    """An overlap of two areas or a hole between areas.

    Attributes:
        kind: ``overlap`` or ``hole``.
        areas: names of the areas that overlap; empty for a hole.
        square_metres: its size.
        geometry: where it is, for zooming (EPSG:25832).
    """

    kind: str
    areas: tuple
    square_metres: float
    geometry: QgsGeometry

    @property
    def text(self) -> str:
        """One sentence about the fault."""
        size = number(self.square_metres)
        if self.kind == "overlap":
            first, second = self.areas
            return tr(
                "{first} and {second} overlap by {size} m².", first=first, second=second, size=size
            )
        return tr("There is a hole of {size} m² between the areas.", size=size)


def partition_faults(area_set: AreaSet, progress: Progress) -> List[Fault]:
    """Overlaps and holes larger than 1 m², the largest first.

    A hole is land inside the outline of all areas together that no area covers.
    """
    index, shapes = QgsSpatialIndex(), []
    for position, wkb in enumerate(area_set.areas["wkb"]):
        shape = geometry_of(wkb)
        feature = QgsFeature(position)
        feature.setGeometry(shape)
        index.addFeature(feature)
        shapes.append(shape)
    names = area_set.areas["name"].tolist()
    faults = []
    for position, shape in enumerate(shapes):
        checkpoint(progress)
        progress.report(0.8 * position / len(shapes))
        engine = QgsGeometry.createGeometryEngine(shape.constGet())
        engine.prepareGeometry()
        for other in index.intersects(shape.boundingBox()):
            if other > position and engine.intersects(shapes[other].constGet()):
                common = shape.intersection(shapes[other])
                if common.area() >= SMALLEST_M2:
                    faults.append(
                        Fault("overlap", (names[position], names[other]), common.area(), common)
                    )
    checkpoint(progress)
    whole = QgsGeometry.unaryUnion(shapes)
    faults.extend(
        Fault("hole", (), hole.area(), hole)
        for hole in polygon_holes(whole)
        if hole.area() >= SMALLEST_M2
    )
    progress.report(1.0)
    return sorted(faults, key=lambda fault: -fault.square_metres)


def polygon_holes(whole: QgsGeometry) -> List[QgsGeometry]:
    """The holes inside the outline of ``whole``."""
    if QgsWkbTypes.geometryType(whole.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return []
    whole.convertToMultiType()
    return [
        QgsGeometry.fromPolygonXY([ring])
        for polygon in whole.asMultiPolygon()
        for ring in polygon[1:]
    ]


def warn_of_faults(area_set: AreaSet, progress: Progress) -> List[Fault]:
    """The faults of ``area_set`` if it should be a partition, told to ``progress``."""
    if area_set.kind != "partition":
        return []
    faults = partition_faults(area_set, progress)
    for fault in faults[:5]:
        progress.warn(f"{area_set.name}: {fault.text}")
    if len(faults) > 5:
        progress.warn(
            tr(
                "{name}: {count} more overlaps and holes.",
                name=area_set.name,
                count=len(faults) - 5,
            )
        )
    return faults
