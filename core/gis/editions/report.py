"""The report of an edition: its map, its table, and its certificate in words."""

from __future__ import annotations

from typing import List, Sequence, Tuple

import numpy as np
import pandas as pd
from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutItemPage,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTableCell,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ...i18n import in_language, tr
from ...numbers import number
from ..maps.map_image import MILLIMETRES, add_label, map_layout
from .classes import Subject, value_text
from .tables import HIDDEN_NAME, NOBODY, Content, promise_text, status_name, status_of

TABLE_TOP, TABLE_HEIGHT = 22.0, 176.0
GRID, GRID_MM = "#B8B8B8", 0.15


def report_of(
    project: QgsProject,
    layer: QgsVectorLayer,
    content: Content,
    subject: Subject,
    extent: QgsRectangle,
    texts: Sequence[str],
) -> QgsPrintLayout:
    """The map, a page or more with the table, and the certificate in words."""
    title, below, source = texts
    legend = in_language(subject.indicator.name)
    layout = map_layout(project, [layer], extent, title, below, source, legend)
    lines = _table_lines(content, subject)
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setIncludeTableHeader(True)
    table.setHeaders(
        [QgsLayoutTableColumn(text) for text in (tr("Area"), tr("Number"), tr("Of"), tr("Value"))]
    )
    table.setTableContents(
        [[_cell(text, right=column > 0) for column, text in enumerate(line)] for line in lines]
    )
    table.setGridColor(QColor(GRID))
    table.setGridStrokeWidth(GRID_MM)
    table.setColumnWidths([110.0, 45.0, 45.0, 70.0])
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    page = _page(layout)
    frame = QgsLayoutFrame(layout, table)
    frame.attemptSetSceneRect(QRectF(10.0, page + TABLE_TOP, 277.0, TABLE_HEIGHT))
    table.addFrame(frame)
    table.setResizeMode(QgsLayoutTable.ResizeMode.ExtendToNextPage)
    table.recalculateFrameSizes()
    _page(layout)
    number_of = layout.pageCollection().pageCount() - 1
    add_label(layout, promise_text(content), 10, False, 10, 12, 277, 180, number_of)
    add_label(
        layout,
        tr("{indicator} by area", indicator=in_language(subject.indicator.name)),
        14,
        True,
        10,
        8,
        277,
        9,
        1,
    )
    return layout


def _cell(text: str, right: bool) -> QgsTableCell:
    cell = QgsTableCell(text)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    cell.setHorizontalAlignment(side)
    return cell


def _page(layout: QgsPrintLayout) -> float:
    """A new landscape page at the end; where it begins (millimetres from the top)."""
    page = QgsLayoutItemPage(layout)
    page.setPageSize(QgsLayoutSize(297, 210, MILLIMETRES))
    layout.pageCollection().addPage(page)
    return page.pos().y()


def _table_lines(content: Content, subject: Subject) -> List[Tuple[str, str, str, str]]:
    """Name, number, of how many, value; the municipality first, then in the order of the areas,
    never by value."""
    rows = content.edition.table
    rows = rows[rows["indicator"] == subject.indicator.id]
    rows = pd.concat([rows[rows["area_set"] == ""], rows[rows["area_set"] == subject.area_set]])
    names = content.names
    lines = []
    for area_set, area, part, whole, value, status in zip(
        rows["area_set"],
        rows["area_id"],
        rows["numerator"],
        rows["denominator"],
        rows["value"],
        rows["status"],
    ):
        state = status_of(status, value)
        text = (
            status_name(state)
            if state in (HIDDEN_NAME, NOBODY)
            else value_text(value, subject.indicator)
        )
        count, of = (
            "" if state == HIDDEN_NAME or np.isnan(n) else number(n, 0 if n == int(n) else 1)
            for n in (part, whole)
        )
        lines.append((names.get((area_set, area), content.municipality), count, of, text))
    return lines
