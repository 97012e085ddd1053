"""The map and report of an edition: renderer, project and layouts, all built from the written
edition."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import List, Sequence, Tuple

import numpy as np
import pandas as pd
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsLinePatternFillSymbolLayer,
    QgsNumericFormatContext,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRuleBasedRenderer,
    QgsTableCell,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ...areas.area_set import CRS
from ...catalogue.indicators.definitions import Indicator
from ...catalogue.law.risk_levels import outline
from ...catalogue.protection.rules import look
from ...errors import StoreError
from ...i18n import in_language, tr
from ...numbers import number
from ...plain_text import expression_text
from ...protection.edition import Edition
from ...protection.statuses import HIDDEN
from ..host import compat
from ..host.anonymous import forget_author, without_user
from ..maps.map_image import EDITION, MILLIMETRES, add_label, map_layout
from ..maps.project_layers import extent_of
from ..maps.style import HATCH_DISTANCE_MM, HATCH_WIDTH_MM, labels, tip_as_text
from ..sources.geometries import geometry_of
from .tables import (
    GEOPACKAGE,
    HIDDEN_NAME,
    NOBODY,
    STATUS,
    Content,
    promise_text,
    status_name,
    status_of,
    title_of,
)

PROJECT, MAP_PDF, MAP_SVG, REPORT = "udgave.qgz", "kort.pdf", "kort.svg", "rapport.pdf"
CLASSES = 5
DPI = 200
TABLE_TOP, TABLE_HEIGHT = 22.0, 176.0
GRID, GRID_MM = "#B8B8B8", 0.15


@dataclass(frozen=True)
class Subject:
    """What the map shows: one indicator of one area set."""

    area_set: str
    indicator: Indicator


def shown_values(edition: Edition, subject: Subject) -> np.ndarray:
    """The values the map may know: those shown."""
    rows = edition.table[
        (edition.table["area_set"] == subject.area_set)
        & (edition.table["indicator"] == subject.indicator.id)
        & (edition.table["status"] != HIDDEN)
    ]
    return rows["value"].dropna().to_numpy(dtype="float64")


def nobody_in(edition: Edition, subject: Subject) -> bool:
    """Is there an area shown with nobody in the group?"""
    rows = edition.table[
        (edition.table["area_set"] == subject.area_set)
        & (edition.table["indicator"] == subject.indicator.id)
        & (edition.table["status"] != HIDDEN)
    ]
    return bool(rows["value"].isna().any())


def class_breaks(values: np.ndarray) -> List[float]:
    """Round class limits over ``values`` (from, …, to), at most five classes; empty where nothing
    is shown."""
    if not len(values):
        return []
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return [low, high]
    rough = (high - low) / CLASSES
    size = 10.0 ** np.floor(np.log10(rough))
    for step in (size, 2 * size, 5 * size, 10 * size, 20 * size):
        first = np.floor(low / step) * step
        count = int(np.ceil((high - first) / step - 1e-9))
        if count <= CLASSES:
            return [float(np.round(first + n * step, 10)) for n in range(max(count, 1) + 1)]
    return [low, high]


def value_text(value: float, indicator: Indicator) -> str:
    """``43 %`` or ``1.234``: no more decimals than the value has."""
    decimals = next((d for d in range(3) if abs(round(value, d) - value) < 1e-9), 3)
    unit = {"percent": " %", "kroner": " kr."}.get(indicator.unit, "")
    return number(value, decimals) + unit


def renderer(edition: Edition, subject: Subject) -> QgsRuleBasedRenderer:
    """Classes by the shown values; one colour and hatch for what is hidden, whatever the reason."""
    about, field = look(), subject.indicator.id
    breaks = class_breaks(shown_values(edition, subject))
    root = QgsRuleBasedRenderer.Rule(None)
    hidden, nobody = status_name(HIDDEN_NAME), status_name(NOBODY)
    last = len(breaks) - 2
    for position, (low, high) in enumerate(zip(breaks, breaks[1:])):
        below = "<=" if position == last else "<"
        rule = QgsRuleBasedRenderer.Rule(
            _symbol(about.classes[position * (len(about.classes) - 1) // max(last, 1)]),
            filterExp=f'"{field}" >= {low:.10g} AND "{field}" {below} {high:.10g}',
            label=f"{value_text(low, subject.indicator)} – {value_text(high, subject.indicator)}",
        )
        root.appendChild(rule)
    if nobody_in(edition, subject):
        root.appendChild(
            QgsRuleBasedRenderer.Rule(
                _symbol("#FFFFFF"),
                filterExp=f'"{field}{STATUS}" = {expression_text(nobody)}',
                label=nobody,
            )
        )
    rest = QgsRuleBasedRenderer.Rule(_symbol(about.hidden_colour, about.hidden_hatch), label=hidden)
    rest.setIsElse(True)
    root.appendChild(rest)
    return QgsRuleBasedRenderer(root)


def _symbol(colour: str, hatch: str = "") -> QgsFillSymbol:
    line = outline()
    symbol = QgsFillSymbol.createSimple(
        {
            "color": colour,
            "outline_color": line["colour"],
            "outline_width": str(line["width_mm"]),
            "outline_style": "solid",
        }
    )
    if hatch:
        lines = QgsLinePatternFillSymbolLayer()
        lines.setLineAngle(45.0)
        lines.setDistance(HATCH_DISTANCE_MM)
        lines.setLineWidth(HATCH_WIDTH_MM)
        lines.setColor(QColor(hatch))
        symbol.appendSymbolLayer(lines)
    return symbol


def write_map_and_report(content: Content, subject: Subject, folder: Path) -> List[str]:
    """Write project, map (PDF, SVG) and report into ``folder``, which holds the edition's
    GeoPackage.

    Runs on the main thread: layouts and projects belong to it. No file of the folder is open
    afterwards.

    Returns:
        The numbers of the scale bar as they are written, the only ones that QGIS itself puts on the
        map.
    Raises:
        StoreError: a file cannot be written.
    """
    texts = map_texts(content, subject)
    drawing, project = QgsProject(), QgsProject()
    try:
        table = content.tables[subject.area_set]
        shown = _in_memory(folder / GEOPACKAGE, table)
        plan = _plan(drawing, shown, content, subject, extent_of(shown), texts)
        scale = _scale_numbers(plan)
        _export(plan, folder)
        _to_pdf(_report(drawing, shown, content, subject, extent_of(shown), texts), folder / REPORT)
        layer = QgsVectorLayer(f"{folder / GEOPACKAGE}|layername={table}", "", "ogr")
        if not layer.isValid():
            raise _unreadable()
        layer.setReadOnly(True)
        kept = _plan(project, layer, content, subject, extent_of(shown), texts)
        _follow_project(kept)
        project.layoutManager().addLayout(kept)
        project.viewSettings().setDefaultViewExtent(
            QgsReferencedRectangle(extent_of(shown), project.crs())
        )
        if not project.write(str(folder / PROJECT)):
            raise StoreError(
                tr("The edition cannot be written to {folder}.", folder=str(folder.parent)),
                tr("Choose a folder that may be written to, with enough room."),
                project.error(),
            )
        without_user(folder / PROJECT)
        return scale
    finally:
        drawing.clear()
        project.clear()


def _unreadable() -> StoreError:
    return StoreError(
        tr("The edition cannot be read again."), tr("Choose another folder, on a local disk.")
    )


def _in_memory(path: Path, name: str) -> QgsVectorLayer:
    """The written areas as a layer that holds no file: QGIS keeps what it drew open for a minute,
    and Windows would not let the edition be put in its place."""
    source = ogr.Open(str(path))
    table = source.GetLayerByName(name) if source is not None else None
    if table is None:
        raise _unreadable()
    about = table.GetLayerDefn()
    layer = QgsVectorLayer(f"MultiPolygon?crs={CRS}", "", "memory")
    fields = QgsFields()
    for column in (about.GetFieldDefn(n) for n in range(about.GetFieldCount())):
        fields.append(
            compat.field(column.GetName(), "real" if column.GetType() == ogr.OFTReal else "text")
        )
    layer.dataProvider().addAttributes(fields.toList())
    layer.updateFields()
    features = []
    for row in table:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([row.GetField(n) for n in range(row.GetFieldCount())])
        feature.setGeometry(geometry_of(bytes(row.GetGeometryRef().ExportToWkb())))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    del table, source  # closes the file
    return layer


def _plan(
    project: QgsProject,
    layer: QgsVectorLayer,
    content: Content,
    subject: Subject,
    extent: QgsRectangle,
    texts: Sequence[str],
) -> QgsPrintLayout:
    """The map of ``layer``, dressed as the edition's, in a project of its own."""
    edition = content.edition
    layer.setName(content.area_sets[subject.area_set].name)
    layer.setCustomProperty(EDITION, title_of(edition))
    layer.setRenderer(renderer(edition, subject))
    layer.setLabeling(labels("name"))
    layer.setLabelsEnabled(True)
    tip_as_text(layer)
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    project.setTitle(title_of(edition))
    forget_author(project)
    project.addMapLayer(layer)
    plan = map_layout(
        project, [layer], extent, *texts, legend_title=in_language(subject.indicator.name)
    )
    plan.setName(title_of(edition))
    return plan


def map_texts(content: Content, subject: Subject) -> List[str]:
    """Title, line below, and source of the map."""
    edition = content.edition
    return [
        in_language(subject.indicator.name),
        tr(
            "{area_set}, {title}",
            area_set=content.area_sets[subject.area_set].name,
            title=title_of(edition),
        ),
        tr(
            "Certificate {id}. Hidden for disclosure control: {hidden} of {all} figures. Source: "
            "{source}.",
            id=str(content.certificate["certificate"]),
            hidden=number(edition.hidden),
            all=number(len(edition.table)),
            source=in_language(subject.indicator.source),
        ),
    ]


def _export(layout: QgsPrintLayout, folder: Path) -> None:
    """The map as PDF and SVG."""
    _to_pdf(layout, folder / MAP_PDF)
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.textRenderFormat = compat.TEXT_AS_TEXT
    settings.exportMetadata = False
    _refuse_failed(
        QgsLayoutExporter(layout).exportToSvg(str(folder / MAP_SVG), settings), folder / MAP_SVG
    )


def _scale_numbers(layout: QgsPrintLayout) -> List[str]:
    """What stands on the scale bars of ``layout``."""
    found = []
    for bar in layout.items():
        if isinstance(bar, QgsLayoutItemScaleBar):
            step = bar.unitsPerSegment() / bar.mapUnitsPerScaleBarUnit()
            found += [
                bar.numericFormat().formatDouble(n * step, QgsNumericFormatContext())
                for n in range(bar.numberOfSegments() + 1)
            ]
    return found


def _follow_project(layout: QgsPrintLayout) -> None:
    """Let the layout's map show the project's layers, so that no path is kept in it."""
    for item in layout.items():
        if isinstance(item, QgsLayoutItemMap):
            item.setLayers([])
            item.setKeepLayerSet(False)


def _to_pdf(layout: QgsPrintLayout, path: Path) -> None:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = DPI
    settings.textRenderFormat = compat.TEXT_AS_TEXT
    settings.exportMetadata = False
    settings.writeGeoPdf = False
    _refuse_failed(QgsLayoutExporter(layout).exportToPdf(str(path), settings), path)


def _refuse_failed(result: object, path: Path) -> None:
    if result != QgsLayoutExporter.ExportResult.Success:
        raise StoreError(
            tr("The picture {file} cannot be written.", file=str(path)),
            tr("Check that the folder may be written to and that no other program holds the file."),
        )


def _report(
    project: QgsProject,
    layer: QgsVectorLayer,
    content: Content,
    subject: Subject,
    extent: QgsRectangle,
    texts: Sequence[str],
) -> QgsPrintLayout:
    """The map, a page or more with the table, and the certificate in words."""
    layout = map_layout(
        project, [layer], extent, *texts[:3], legend_title=in_language(subject.indicator.name)
    )
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
        counts = [
            "" if state == HIDDEN_NAME or np.isnan(n) else number(n, 0 if n == int(n) else 1)
            for n in (part, whole)
        ]
        lines.append((names.get((area_set, area), content.municipality), *counts, text))
    return lines
