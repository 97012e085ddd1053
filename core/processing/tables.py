"""Tables written as layers, and the choices that several algorithms give."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Mapping

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsProcessingContext,
)

from ..gis.host import compat
from ..gis.sources.geometries import geometry_of
from .base import SociodemografiAlgorithm

if TYPE_CHECKING:
    import pandas as pd

    from ..areas.area_set import AreaSet


KINDS = {"f": "real", "i": "integer", "u": "integer"}
"""Kind of a column's values → that of its field; the rest are texts."""


def write_table(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    context: QgsProcessingContext,
    table: "pd.DataFrame",
) -> str:
    """Write ``table`` (texts, numbers, and pandas' ``boolean``: true, false or missing) to the sink
    ``name``; returns the id of the layer."""
    fields = QgsFields()
    for column in map(str, table):
        found = table[column]
        logical = str(found.dtype) == "boolean"
        kind = "boolean" if logical else KINDS.get(found.dtype.kind, "text")
        fields.append(compat.field(column, kind))
        if logical:
            told = found.astype(object)
            table = table.assign(**{column: told.where(told.notna(), None)})
    features = []
    for row in table.itertuples(index=False):
        feature = QgsFeature(fields)
        feature.setAttributes([compat.value(value) for value in row])
        features.append(feature)
    sink, identifier = algorithm.sink(
        parameters, name, context, fields, compat.NO_GEOMETRY, QgsCoordinateReferenceSystem()
    )
    algorithm.write(sink, features)
    return identifier


def write_joined(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    context: QgsProcessingContext,
    source: QgsFeatureSource,
    table: "pd.DataFrame",
    kinds: Mapping[str, str],
) -> str:
    """Write the features of ``source``, with the columns of ``table`` (row by row) beside their
    own, to the sink.

    A field of the source that has a new column's name is kept as ``<field>_input``
    (``<field>_input2`` … where that is taken too), whatever the case.

    Args:
        kinds: column → ``text``, ``integer``, ``real`` or ``boolean``, in the order they are
            written.
    """
    fields, kept = QgsFields(), list(source.fields())
    taken = {column.lower() for column in kinds}
    own = {field.name().lower() for field in kept}
    for field in kept:
        renamed = QgsField(field)
        if field.name().lower() in taken:
            renamed.setName(_free_name(f"{field.name()}_input", taken | own))
        taken.add(renamed.name().lower())
        fields.append(renamed)
    for column, kind in kinds.items():
        fields.append(compat.field(column, kind))
    features = []
    cells = table[list(kinds)].astype(object).where(table[list(kinds)].notna(), None)
    for feature, row in zip(source.getFeatures(), cells.itertuples(index=False)):
        joined = QgsFeature(fields)
        joined.setGeometry(feature.geometry())
        joined.setAttributes(
            [feature[f.name()] for f in kept]
            + [_cell(kind, value) for kind, value in zip(kinds.values(), row)]
        )
        features.append(joined)
    sink, identifier = algorithm.sink(
        parameters, name, context, fields, source.wkbType(), source.sourceCrs()
    )
    algorithm.write(sink, features)
    return identifier


def _free_name(name: str, taken: "set[str]") -> str:
    """``name``, or ``name2`` … where it is taken (whatever the case)."""
    names = (name, *(f"{name}{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one.lower() not in taken)


def _cell(kind: str, found: object) -> object:
    plain = compat.value(found)
    if plain is None:
        return None
    return {"text": str, "boolean": bool, "integer": int, "real": float}[kind](plain)


def write_areas(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    context: QgsProcessingContext,
    area_set: "AreaSet",
    figures: "pd.DataFrame",
) -> str:
    """Write the areas with a row of ``figures`` each (``area_id``, ``period``, then figures) to the
    sink ``name``."""
    fields = QgsFields()
    for column in ("area_id", "name", "period"):
        fields.append(compat.field(column, "text"))
    fields.append(compat.field("year", "integer"))
    numbers = [c for c in map(str, figures) if c not in ("area_id", "period", "year")]
    for column in numbers:
        fields.append(compat.field(column, "real"))
    shapes = {}
    for area, text, wkb in area_set.areas[["area_id", "name", "wkb"]].itertuples(index=False):
        shapes[area] = (text, geometry_of(wkb))
    features: List[QgsFeature] = []
    for row in figures.to_dict("records"):
        text, geometry = shapes[row["area_id"]]
        feature = QgsFeature(fields)
        feature.setAttributes(
            [row["area_id"], text, row["period"], row["year"]]
            + [compat.value(row[c]) for c in numbers]
        )
        feature.setGeometry(geometry)
        features.append(feature)
    sink, identifier = algorithm.sink(
        parameters,
        name,
        context,
        fields,
        compat.MULTI_POLYGON,
        QgsCoordinateReferenceSystem("EPSG:25832"),
    )
    algorithm.write(sink, features)
    return identifier
