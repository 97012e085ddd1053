"""Problems, changes and objects as layers, for the GeoFA algorithms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Sequence, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFields, QgsProcessingContext

from ...catalogue.geofa.themes import Theme
from ...gis.host import compat
from ...gis.sources.geometries import geometry_of
from ..base import SociodemografiAlgorithm

if TYPE_CHECKING:
    import pandas as pd

    from ...geofa.comparison.changes import Comparison
    from ...geofa.rules.broken_rule import BrokenRule

PROBLEMS = (
    ("rule", "text"),
    ("severity", "text"),
    ("row", "integer"),
    ("label", "text"),
    ("column", "text"),
    ("text", "text"),
    ("next_step", "text"),
)
CHANGES = (
    ("change", "text"),
    ("objekt_id", "text"),
    ("label", "text"),
    ("row", "integer"),
    ("column", "text"),
    ("before", "text"),
    ("after", "text"),
)


def _write(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    context: QgsProcessingContext,
    columns: "Sequence[Tuple[str, str]]",
    rows: "Sequence[Tuple[Sequence[object], bytes]]",
    geometry: object,
) -> str:
    fields = QgsFields()
    for column, kind in columns:
        fields.append(compat.field(column, kind))
    sink, identifier = algorithm.sink(
        parameters, name, context, fields, geometry, QgsCoordinateReferenceSystem("EPSG:25832")
    )
    features = []
    for values, wkb in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(list(values))
        if wkb:
            shape = geometry_of(wkb)
            shape.convertToMultiType()
            feature.setGeometry(shape)
        features.append(feature)
    algorithm.write(sink, features)
    return identifier


def write_problems(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    context: QgsProcessingContext,
    problems: "Sequence[BrokenRule]",
) -> str:
    """Problems with their places; ``row`` is empty where the set as a whole is meant."""
    rows = [
        (
            (
                p.rule,
                p.severity,
                p.row if p.row > 0 else None,
                p.label,
                p.column,
                p.text,
                p.next_step,
            ),
            p.place,
        )
        for p in problems
    ]
    return _write(algorithm, parameters, name, context, PROBLEMS, rows, compat.MULTI_POLYGON)


def write_changes(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    context: QgsProcessingContext,
    comparison: "Comparison",
) -> str:
    """What would change, a row per attribute; the geometry is the new one, or GeoFA's."""
    from ...gis.jobs.registration import change_rows

    rows = [(values, change.after or change.before) for change, values in change_rows(comparison)]
    return _write(
        algorithm,
        parameters,
        name,
        context,
        CHANGES,
        rows,
        compat.MULTI[comparison.theme.geometry_type],
    )


def write_objects(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    context: QgsProcessingContext,
    theme: Theme,
    table: "pd.DataFrame",
) -> str:
    """The theme's columns that ``table`` has, with geometry."""
    columns = [("objekt_id", "text")] if "objekt_id" in table else []
    columns += [
        (c.name, "integer" if c.type == "integer" else "text")
        for c in theme.user_columns
        if c.name in table
    ]
    rows = [
        ([_plain(row[column], kind) for column, kind in columns], row["wkb"])
        for row in table.to_dict("records")
    ]
    return _write(
        algorithm, parameters, name, context, columns, rows, compat.MULTI[theme.geometry_type]
    )


def _plain(value: Any, kind: str) -> object:
    if value is None or value != value:
        return None
    return int(float(value)) if kind == "integer" else str(value)
