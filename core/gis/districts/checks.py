"""GeoFA's rules for the geometry of a theme's objects. GeoFA itself checks no topology.

Areas are 2D, valid after OGC's simple features to the millimetre, not smaller than the theme's
least size, do not overlap within a type (school districts: within a type and shared grades), leave
no hole where the theme must cover the municipality, and lie inside the municipality (more than 1 km
outside is refused by GeoFA).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Optional, Sequence, Tuple, Union

import pandas as pd
from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from ...catalogue.geofa.themes import Theme
from ...geofa import shapes
from ...geofa.comparison.changes import CLOSED_STATUS, END, Comparison, resulting
from ...geofa.comparison.plain import label_of
from ...geofa.rules.broken_rule import ERROR, WARNING, BrokenRule
from ...geofa.rules.of_row import grade_position
from ...geofa.server import LIMITS
from ...geofa.words.wfs_words import IN_FORCE
from ...i18n import tr
from ...numbers import number
from ...progress import Part, Progress, checkpoint
from ..sources.geometries import geometry_of, polygon_parts, polygons_of
from .topology import polygon_holes

SLIVER_M2 = 1.0
"""Overlaps and holes smaller than this are slivers of digitising: warnings that can be mended."""
NOISE_M2 = 0.001
SIGN_M = 5.0
"""How large the place of a point is drawn."""
NEAR_M = 0.01
PARTLY_COVERED = 0.5
"""Where more of the municipality than this is missing, the type is told as incomplete, not as one
great hole."""


@dataclass(frozen=True)
class _Area:
    row: int
    label: str
    group: Union[int, float, str, None]
    """Its type as the table writes it: a code, or what stands in its place."""
    grades: Optional[Tuple[int, int]]
    shape: QgsGeometry
    is_draft: bool = False


def check_result(
    comparison: Comparison,
    current: pd.DataFrame,
    progress: Progress,
    municipality: Optional[QgsGeometry] = None,
) -> List[BrokenRule]:
    """The broken rules of geometry in the theme as it would be once ``comparison`` is sent.

    What neither touches an object that changes nor lies beside one is GeoFA's already, and a
    warning.
    """
    theme = comparison.theme
    placing = {theme.fields.get(part) for part in ("type", "grade_from", "grade_to")} | {
        "statuskode"
    }
    touched = [
        change
        for change in comparison.to_send
        if change.kind == END or change.after or placing & set(change.attributes)
    ]
    rows = {change.row for change in touched if change.row}
    places = [
        geometry_of(wkb) for change in touched for wkb in (change.before, change.after) if wkb
    ]

    def as_found(problem: BrokenRule) -> BrokenRule:
        if problem.severity == WARNING or problem.row in rows:
            return problem
        place = geometry_of(problem.place)
        near = not place.isEmpty() and any(
            place.boundingBoxIntersects(other) and place.distance(other) <= NEAR_M
            for other in places
        )
        return problem if near else replace(problem, severity=WARNING)

    table = resulting(comparison, current)
    return list(map(as_found, check_geometry(comparison.theme, table, progress, municipality)))


def check_geometry(
    theme: Theme,
    wanted: pd.DataFrame,
    progress: Progress,
    municipality: Optional[QgsGeometry] = None,
) -> List[BrokenRule]:
    """The broken rules of the geometries in ``wanted`` (as ``registration.wanted_table``).

    Args:
        municipality: its area (EPSG:25832), where known; without it nothing is said about holes
            along its border and about what lies outside.
    Returns:
        Problems with their places; rules ``no_geometry``, ``validity``, ``size``, ``overlap``,
        ``hole``, ``outside``.
    """
    problems: List[BrokenRule] = []
    areas: List[_Area] = []
    rows = wanted.to_dict("records")
    for position, row in enumerate(rows):
        checkpoint(progress)
        progress.report(0.3 * position / len(rows), tr("Checking geometry"))
        found = _of_shape(theme, row)
        problems += found
        if (
            row["wkb"]
            and not any(problem.rule == "validity" for problem in found)
            and _is_in_force(row)
        ):
            areas.append(_area(theme, row))
    if theme.has_areas and theme.overlap != "allowed":
        problems += _overlaps(areas, Part(progress, 0.3, 0.7))
    if theme.has_areas and theme.covers_municipality:
        problems += _holes(areas, municipality, Part(progress, 0.7, 0.9))
    if municipality is not None:
        problems += _outside(areas, municipality)
    progress.report(1.0)
    return problems


def _is_in_force(row: dict) -> bool:
    return str(row.get("statuskode") or "") != str(CLOSED_STATUS)


def _area(theme: Theme, row: dict) -> _Area:
    grades = None
    if theme.has_grades and theme.overlap == "within_type_and_grade":
        first, last = (
            grade_position(row.get(theme.fields[part])) for part in ("grade_from", "grade_to")
        )
        grades = (first, last) if first is not None and last is not None else None
    draft = str(row.get("statuskode") or IN_FORCE) != str(IN_FORCE)
    return _Area(
        row["row"],
        label_of(row, theme),
        row.get(theme.fields["type"]),
        grades,
        geometry_of(row["wkb"]),
        draft,
    )


def _of_shape(theme: Theme, row: dict) -> List[BrokenRule]:
    def problem(
        rule: str, severity: str, text: str, step: str, place: bytes, can_mend: bool = False
    ) -> BrokenRule:
        return BrokenRule(
            rule=rule,
            severity=severity,
            row=row["row"],
            label=label_of(row, theme),
            column="",
            text=text,
            next_step=step,
            place=place,
            can_mend=can_mend,
        )

    if not row["wkb"]:
        return [
            problem("no_geometry", ERROR, tr("There is no geometry."), tr("Draw the object."), b"")
        ]
    shape = geometry_of(shapes.rounded(row["wkb"], theme.geometry_type))
    if shape.isEmpty():
        return [
            problem(
                "validity",
                ERROR,
                tr("Nothing is left of the geometry at a millimetre's precision."),
                tr("Draw the object anew."),
                row["wkb"],
            )
        ]
    if not theme.has_areas:
        return []
    found = []
    if not shape.isGeosValid():
        reason = shape.lastError() or next((e.what() for e in shape.validateGeometry()), "")
        found.append(
            problem(
                "validity",
                ERROR,
                tr("The geometry is not valid: {reason}", reason=reason),
                tr("Let the plugin mend it, and look at the result; or draw it anew."),
                row["wkb"],
                True,
            )
        )
    if theme.minimum_area_m2 and shape.area() < theme.minimum_area_m2:
        found.append(
            problem(
                "size",
                ERROR,
                tr(
                    "The area is {size} m²; {limit} m² is the least.",
                    size=number(shape.area()),
                    limit=number(theme.minimum_area_m2),
                ),
                tr("Merge it with a neighbour."),
                row["wkb"],
            )
        )
    return found


# -- between the objects -------------------------------------------------------------------------


def _share_grades(first: _Area, second: _Area) -> bool:
    """Do the two span a common grade? Districts without known grades do."""
    if first.grades is None or second.grades is None:
        return True
    return first.grades[0] <= second.grades[1] and second.grades[0] <= first.grades[1]


def _overlaps(areas: Sequence[_Area], progress: Progress) -> List[BrokenRule]:
    found = []
    index = _index(areas)
    for position, area in enumerate(areas):
        checkpoint(progress)
        progress.report(position / len(areas))
        engine = QgsGeometry.createGeometryEngine(area.shape.constGet())
        engine.prepareGeometry()
        for other in index.intersects(area.shape.boundingBox()):
            second = areas[other]
            if other <= position or area.group != second.group or not _share_grades(area, second):
                continue
            if not engine.intersects(second.shape.constGet()):
                continue
            common = polygons_of(area.shape.intersection(second.shape))
            if common.area() > NOISE_M2:
                small = common.area() < SLIVER_M2
                planned = area.is_draft or second.is_draft
                found.append(
                    BrokenRule(
                        rule="overlap",
                        severity=WARNING if small or planned else ERROR,
                        row=area.row,
                        label=area.label,
                        column="",
                        text=tr(
                            "{first} and {second} overlap by {size} m².",
                            first=area.label,
                            second=second.label,
                            size=number(common.area(), 2 if small else 0),
                        ),
                        next_step=tr(
                            "Snap the borders to each other; slivers can be mended by the plugin."
                        ),
                        place=bytes(common.asWkb()),
                        can_mend=small and not planned,
                        rows=(area.row, second.row),
                    )
                )
    return found


def _index(areas: Sequence[_Area]) -> QgsSpatialIndex:
    index = QgsSpatialIndex()
    for position, area in enumerate(areas):
        feature = QgsFeature(position)
        feature.setGeometry(area.shape)
        index.addFeature(feature)
    return index


def _holes(
    areas: Sequence[_Area], municipality: Optional[QgsGeometry], progress: Progress
) -> List[BrokenRule]:
    """Land no area of a type covers: inside the municipality where it is known, else inside the
    areas' outline.

    Of school districts every grade is looked at by itself. Drafts cover nothing yet.
    """
    groups: "Dict[tuple, List[_Area]]" = {}
    for area in areas:
        if not area.is_draft:
            for grade in range(area.grades[0], area.grades[1] + 1) if area.grades else (None,):
                groups.setdefault((area.group, grade), []).append(area)
    found: Dict[bytes, BrokenRule] = {}
    for members in groups.values():
        checkpoint(progress)
        whole = QgsGeometry.unaryUnion([member.shape for member in members])
        holes = polygon_holes(whole)
        if municipality is not None and len(members) > 1:
            missing = municipality.difference(whole)
            if missing.area() > municipality.area() * PARTLY_COVERED:
                problem = _partly(members[0], whole, municipality)
                found.setdefault(problem.place, problem)
            else:
                holes = polygon_parts(missing)
        for hole in holes:
            if hole.area() > NOISE_M2:
                place = bytes(hole.asWkb())
                found.setdefault(place, _hole(hole, place, members))
    return list(found.values())


def _partly(area: _Area, whole: QgsGeometry, municipality: QgsGeometry) -> BrokenRule:
    share = 100 * whole.intersection(municipality).area() / municipality.area()
    return BrokenRule(
        rule="hole",
        severity=WARNING,
        row=0,
        label="",
        column="",
        text=tr(
            "Type {type} covers {share} % of the municipality.",
            type=area.group,
            share=number(share),
        ),
        next_step=tr(
            "The theme should cover the whole municipality; add the districts that are missing."
        ),
        place=bytes(whole.asWkb()),
    )


def _hole(hole: QgsGeometry, place: bytes, members: Sequence[_Area]) -> BrokenRule:
    small = hole.area() < SLIVER_M2
    around = tuple(member.row for member in members if member.shape.boundingBoxIntersects(hole))
    return BrokenRule(
        rule="hole",
        severity=WARNING if small else ERROR,
        row=0,
        label="",
        column="",
        text=tr(
            "There is a hole of {size} m² between the areas.",
            size=number(hole.area(), 2 if small else 0),
        ),
        next_step=tr("Snap the borders to each other; slivers can be mended by the plugin."),
        place=place,
        can_mend=small,
        rows=around,
    )


def _outside(areas: Sequence[_Area], municipality: QgsGeometry) -> List[BrokenRule]:
    """Beyond the municipality: up to 1 km is told, more is refused by GeoFA."""
    limit = LIMITS["municipality_buffer_metres"]
    reach = municipality.buffer(limit, 16)
    found = []
    for area in areas:
        beyond = area.shape.difference(municipality)
        if beyond.isEmpty() or (beyond.area() <= SLIVER_M2 and area.shape.area() > SLIVER_M2):
            continue
        far = not area.shape.difference(reach).isEmpty()
        place = polygons_of(beyond)
        if place.isEmpty():
            place = beyond.buffer(SIGN_M, 8)
        found.append(
            BrokenRule(
                rule="outside",
                severity=ERROR if far else WARNING,
                row=area.row,
                label=area.label,
                column="",
                text=tr(
                    "{label} lies more than {limit} km outside the municipality.",
                    label=area.label,
                    limit=number(limit / 1000),
                )
                if far
                else tr("{label} reaches outside the municipality.", label=area.label),
                next_step=tr("GeoFA refuses it. Cut it at the municipality's border.")
                if far
                else tr(
                    "GeoFA takes it; cut it at the municipality's border if it is not meant so."
                ),
                place=bytes(place.asWkb()),
            )
        )
    return found
