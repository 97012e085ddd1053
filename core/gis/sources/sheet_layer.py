"""A table that QGIS opened from a workbook, with the cells shown as percentages as percentages:
GDAL gives 0.605 for 60,5 %."""

from __future__ import annotations

from typing import List, Tuple

from qgis.core import QgsFeature, QgsFeatureSource, QgsField, QgsVectorLayer

from ...registers.workbooks.cell_reader import Percent
from ..host import compat
from .shown_layer import FileCells


def in_percent(
    source: QgsFeatureSource, cells: FileCells
) -> "Tuple[QgsFeatureSource, Tuple[str, ...]]":
    """``source`` as its sheet shows it, and what must be known of how it was read.

    Args:
        cells: those of the file ``source`` was opened from.
    Returns:
        ``source`` itself where no cell is a percentage, else a table in memory with its fields and
        rows.
    Raises:
        InputError: the workbook cannot be read.
    """
    cells.read()
    fields, features = list(source.fields()), list(source.getFeatures())
    remarks = cells.remarks(source.sourceName(), {feature.id() for feature in features})
    rows = [
        [_percent_or(cells.cell(feature, place), feature[place]) for place in range(len(fields))]
        for feature in features
    ]
    shown = [any(isinstance(row[place], Percent) for row in rows) for place in range(len(fields))]
    if not any(shown):
        return source, remarks
    return _in_memory(
        source.sourceName(),
        [
            compat.field(field.name(), "real") if percent and not compat.is_text(field) else field
            for field, percent in zip(fields, shown)
        ],
        rows,
    ), remarks


def _percent_or(cell: object, shown: object) -> object:
    return cell if isinstance(cell, Percent) else shown


def _in_memory(name: str, fields: List[QgsField], rows: List[List[object]]) -> QgsVectorLayer:
    layer = QgsVectorLayer("NoGeometry", name, "memory")
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    features = []
    for row in rows:
        features.append(QgsFeature(layer.fields()))
        features[-1].setAttributes(
            [
                str(float(cell))
                if isinstance(cell, Percent) and compat.is_text(field)
                else float(cell)
                if isinstance(cell, Percent)
                else cell
                for field, cell in zip(fields, row)
            ]
        )
    layer.dataProvider().addFeatures(features)
    return layer
