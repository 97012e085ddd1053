"""Mends, on request, what can be mended safely: invalid geometry, and slivers between areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Sequence, Tuple

import pandas as pd
from qgis.core import QgsGeometry

from ...catalogue.geofa.themes import Theme
from ...geofa import shapes
from ...geofa.rules.broken_rule import BrokenRule
from ...i18n import tr
from ...numbers import number
from ...progress import Progress, checkpoint
from ..sources.geometries import geometry_of, polygons_of

MENDED_AREA_LIMIT = 0.01
"""A mended geometry may not differ by more than this share of its area: more is a person's
decision."""


@dataclass(frozen=True)
class Mended:
    """What was mended.

    Attributes:
        wanted: the table with mended geometries.
        texts: one sentence per change.
        left: problems that were to be mended and were not.
    """

    wanted: pd.DataFrame
    texts: Tuple[str, ...]
    left: Tuple[BrokenRule, ...]


def mend(
    theme: Theme, wanted: pd.DataFrame, problems: Sequence[BrokenRule], progress: Progress
) -> Mended:
    """``wanted`` with the problems mended that ``can_mend``.

    Invalid geometry becomes valid where hardly any area changes. A sliver of overlap is taken from
    the later of the two areas; a sliver of a hole is given to the neighbour of its type it shares
    most border with. Nothing else moves, and nothing beside an object that is not in ``wanted``.
    """
    table = wanted.copy()
    position_of = {row: position for position, row in enumerate(table["row"])}
    texts: List[str] = []
    left: List[BrokenRule] = []
    for number_, problem in enumerate(problems):
        checkpoint(progress)
        progress.report(number_ / max(1, len(problems)), tr("Mending"))
        if not problem.can_mend:
            continue
        if any(row not in position_of for row in problem.rows or (problem.row,)):
            left.append(problem)  # it lies beside an object of GeoFA that is not in the source
            continue
        text = MENDERS[problem.rule](theme, table, problem, position_of)
        if text:
            texts.append(text)
        else:
            left.append(problem)
    return Mended(table, tuple(texts), tuple(left))


def _put(theme: Theme, table: pd.DataFrame, position: int, shape: QgsGeometry) -> bool:
    """Put ``shape`` into the row; False where it is no valid area to the millimetre."""
    whole = polygons_of(shape)
    if whole.isEmpty():
        return False
    wkb = shapes.rounded(bytes(whole.asWkb()), theme.geometry_type)
    if not geometry_of(wkb).isGeosValid():
        return False
    table.iat[position, table.columns.get_loc("wkb")] = wkb
    return True


def _validity(
    theme: Theme, table: pd.DataFrame, problem: BrokenRule, position_of: "dict[int, int]"
) -> str:
    position = position_of[problem.row]
    if not table["wkb"].iloc[position]:
        return ""
    before = geometry_of(shapes.rounded(table["wkb"].iloc[position], theme.geometry_type))
    after = before.makeValid()
    if abs(after.area() - before.area()) > MENDED_AREA_LIMIT * max(
        after.area(), abs(before.area()), 1.0
    ):
        return ""
    if not _put(theme, table, position, after):
        return ""
    return tr("{label}: the geometry was made valid.", label=problem.label)


def _overlap(
    theme: Theme, table: pd.DataFrame, problem: BrokenRule, position_of: "dict[int, int]"
) -> str:
    sliver = geometry_of(problem.place)
    position = max(position_of[row] for row in problem.rows)
    wkb = table["wkb"].iloc[position]
    if not wkb or not _put(theme, table, position, geometry_of(wkb).difference(sliver)):
        return ""
    return tr(
        "{size} m² of overlap with {label} were taken away.",
        size=number(sliver.area(), 2),
        label=problem.label,
    )


def _hole(
    theme: Theme, table: pd.DataFrame, problem: BrokenRule, position_of: "dict[int, int]"
) -> str:
    sliver = geometry_of(problem.place)
    reach = sliver.buffer(shapes.TOUCHING_M, 4)
    best, longest = -1, 0.0
    for position in (position_of[row] for row in problem.rows):
        wkb = table["wkb"].iloc[position]
        shape = geometry_of(wkb) if wkb else QgsGeometry()
        if not shape.isEmpty() and shape.boundingBoxIntersects(reach):
            shared = shape.intersection(reach).length()
            if shared > longest:
                best, longest = position, shared
    if best < 0 or not _put(
        theme, table, best, geometry_of(table["wkb"].iloc[best]).combine(sliver)
    ):
        return ""
    return tr("A hole of {size} m² was closed.", size=number(sliver.area(), 2))


MENDERS: "dict[str, Callable[..., str]]" = {
    "validity": _validity,
    "overlap": _overlap,
    "hole": _hole,
}
