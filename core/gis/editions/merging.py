"""Areas too small to show: which neighbours to merge them with, and the merged area set."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, FrozenSet, List, Sequence, Set, Tuple

import pandas as pd
from qgis.core import QgsGeometry, QgsSpatialIndex

from ...areas.area_set import AreaSet, Provenance, make_area_set
from ...i18n import tr
from ...pipeline.protecting import Prepared
from ...progress import Progress, checkpoint
from ...protection.system.places import areas_of, residents_of, suggested_merges
from ..sources.geometries import geometry_of

MERGED = "-samlet"
JOINER = "+"
BORDER_METRES = 1.0
"""Areas are neighbours where they share a border of more than this; a corner is none."""


def neighbours_of(area_set: AreaSet, progress: Progress) -> Dict[str, Set[str]]:
    """Area → the areas it shares a border with."""
    ids, shapes = list(area_set.area_ids), [geometry_of(wkb) for wkb in area_set.areas["wkb"]]
    index = QgsSpatialIndex()
    for position, shape in enumerate(shapes):
        index.addFeature(position, shape.boundingBox())
    found: Dict[str, Set[str]] = {area: set() for area in ids}
    for position, shape in enumerate(shapes):
        checkpoint(progress)
        near = shape.buffer(BORDER_METRES / 2, 2)
        for other in index.intersects(near.boundingBox()):
            if other > position and _share_border(near, shapes[other]):
                found[ids[position]].add(ids[other])
                found[ids[other]].add(ids[position])
    return found


def _share_border(near: QgsGeometry, other: QgsGeometry) -> bool:
    common = near.intersection(other)
    return not common.isEmpty() and common.area() > BORDER_METRES**2


def suggestions(prepared: Prepared, identifier: str, progress: Progress) -> List[FrozenSet[str]]:
    """The groups of areas of one set to merge so that each is large enough for the edition."""
    counts, profile = prepared.counts, prepared.edition.profile
    residents, homes = residents_of(counts, prepared.edition.period)
    sizes: Dict[str, Tuple[float, float]] = {
        place.area_id: (
            float(residents[place.atoms].sum()),
            float("nan") if homes is None else homes.within(place.atoms),
        )
        for place in areas_of(counts)
        if place.area_set == identifier
    }
    around = neighbours_of(prepared.area_sets[identifier], progress)
    return suggested_merges(sizes, around, (profile.gate_persons, profile.gate_households))


def merged(area_set: AreaSet, groups: Sequence[FrozenSet[str]]) -> AreaSet:
    """``area_set`` with every group as one area; the ids and names of its parts are joined with
    +."""
    group_of = {area: group for group in groups for area in group}
    rows, done = [], set()
    for row in area_set.areas.to_dict("records"):
        group = group_of.get(row["area_id"])
        if group is None:
            rows.append(row)
        elif group not in done:
            done.add(group)
            parts = area_set.areas[area_set.areas["area_id"].isin(list(group))]
            shape = QgsGeometry.unaryUnion([geometry_of(wkb) for wkb in parts["wkb"]])
            shape.convertToMultiType()
            rows.append(
                {
                    "area_id": JOINER.join(parts["area_id"]),
                    "name": f" {JOINER} ".join(parts["name"]),
                    "objekt_id": "",
                    "versions_id": "",
                    "wkb": bytes(shape.asWkb()),
                }
            )
    name = tr("{name}, merged", name=area_set.name)
    made = make_area_set(
        area_set.id.replace(MERGED, "") + MERGED, name, area_set.kind, pd.DataFrame(rows)
    )
    return replace(
        made, municipality=area_set.municipality, theme="", provenance=Provenance(area_set.name)
    )
