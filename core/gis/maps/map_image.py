"""A map with legend as a picture, through QGIS' print layout."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import List

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ...errors import StoreError
from ...files import cure, written_whole
from ...i18n import tr
from ...plain_text import legend_text, not_evaluated
from ..host import compat
from .project_layers import ROLE, ROLE_AREAS, extent_of

MILLIMETRES = QgsUnitTypes.LayoutUnit.LayoutMillimeters
DPI = 150
EDITION = "sociodemografi/edition"
"""The property of a layer made of an edition: the edition's title."""
MARK_COLOUR, MARK_TEXT, MARK_TOP, MARK_HEIGHT, PAGE_WIDTH = "#262626", "#FFFFFF", 203.0, 7.2, 297.0
LINE_BREAK, LEGEND_LINE = "\n", 30


def _place(
    item: QgsLayoutItem, x: float, y: float, width: float, height: float, page: int = 0
) -> None:
    item.attemptMove(QgsLayoutPoint(x, y, MILLIMETRES), True, False, page)
    item.attemptResize(QgsLayoutSize(width, height, MILLIMETRES))


def add_label(
    layout: QgsPrintLayout,
    text: str,
    size: int,
    bold: bool,
    x: float,
    y: float,
    width: float,
    height: float,
    page: int = 0,
    colour: str = "#262626",
) -> QgsLayoutItemLabel:
    """Put ``text`` on a page; millimetres from its upper left corner."""
    label = QgsLayoutItemLabel(layout)
    label.setText(not_evaluated(text))
    font = QFont()
    font.setPointSize(size)
    font.setBold(bold)
    compat.set_label_text_style(label, font, QColor(colour))
    layout.addLayoutItem(label)
    _place(label, x, y, width, height, page)
    return label


def _legend(
    layout: QgsPrintLayout, layer: QgsVectorLayer, map_item: QgsLayoutItemMap, title: str
) -> None:
    legend = QgsLayoutItemLegend(layout)
    legend.setTitle(legend_text(title))
    legend.setWrapString(LINE_BREAK)
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    node = root.addLayer(layer)
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    for style, size in ((QgsLegendStyle.Style.Title, 11), (QgsLegendStyle.Style.SymbolLabel, 9)):
        font = QFont()
        font.setPointSize(size)
        font.setBold(style == QgsLegendStyle.Style.Title)
        compat.set_legend_font(legend, style, font)
    layout.addLayoutItem(legend)
    legend.attemptMove(QgsLayoutPoint(228, 28, MILLIMETRES))


def in_lines(text: str) -> str:
    """``text`` with line breaks, so that a legend's title stays beside the map."""
    return LINE_BREAK.join(textwrap.wrap(text, LEGEND_LINE))


def map_layout(
    project: QgsProject,
    layers: List[QgsVectorLayer],
    extent: QgsRectangle,
    title: str,
    subtitle: str,
    source: str,
    legend_title: str = "",
) -> QgsPrintLayout:
    """A landscape A4 with map, legend of the first layer, scale bar, title and source."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    map_item = QgsLayoutItemMap(layout)
    map_item.setLayers(layers)
    map_item.setCrs(layers[0].crs())
    map_item.setBackgroundColor(QColor("#EEF1F3"))
    map_item.setFrameEnabled(True)
    map_item.setFrameStrokeColor(QColor("#B8B8B8"))
    extent = QgsRectangle(extent)
    extent.scale(1.08)
    map_item.setRect(0, 0, 1, 1)  # without a size QGIS computes the extent as NaN
    layout.addLayoutItem(map_item)
    _place(map_item, 10, 28, 212, 164)
    map_item.zoomToExtent(extent)
    add_label(layout, title, 16, True, 10, 8, 277, 9)
    add_label(layout, subtitle, 10, False, 10, 18, 277, 7)
    _legend(layout, layers[0], map_item, in_lines(legend_title or tr("Risk level")))
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(map_item)
    bar.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setNumberOfSegmentsLeft(0)
    bar.setMaximumBarWidth(50)
    bar.setHeight(2)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(228, 172, MILLIMETRES))
    add_label(layout, source, 8, False, 10, 195, 277, 8)
    return layout


def mark_of(layers: List[QgsVectorLayer]) -> str:
    """What must stand on a picture of ``layers``: the edition they are all of, else that it is
    internal.

    Outlines hold no figures, and count for neither.
    """
    editions = {
        str(layer.customProperty(EDITION) or "")
        for layer in layers
        if layer.customProperty(ROLE) != ROLE_AREAS
    }
    return (
        editions.pop()
        if len(editions) == 1 and "" not in editions
        else tr("Internal – must not leave the municipality")
    )


def _add_mark(layout: QgsPrintLayout, text: str) -> None:
    """``text`` across the foot, so that it cannot be cut away unseen or be taken for a caption."""
    label = add_label(
        layout, text, 12, True, 0, MARK_TOP, PAGE_WIDTH, MARK_HEIGHT, colour=MARK_TEXT
    )
    label.setBackgroundEnabled(True)
    label.setBackgroundColor(QColor(MARK_COLOUR))
    label.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)


def save_map_image(
    project: QgsProject,
    layers: List[QgsVectorLayer],
    path: Path,
    title: str,
    subtitle: str,
    source: str,
    legend_title: str = "",
) -> None:
    """Write the map of ``layers``, zoomed to the first, as PNG (A4 landscape, 150 dpi), with
    ``mark_of`` them across the foot.

    Raises:
        StoreError: the picture cannot be written.
    """
    extent = extent_of(layers[0])
    layout = map_layout(project, layers, extent, title, subtitle, source, legend_title)
    _add_mark(layout, mark_of(layers))
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    try:
        with written_whole(path) as work:
            work.touch()  # a folder that cannot be written tells so itself
            done = QgsLayoutExporter(layout).exportToImage(str(work), settings)
            if done != QgsLayoutExporter.ExportResult.Success:
                raise OSError(str(done))
    except OSError as error:
        raise StoreError(
            tr("The picture {file} cannot be written.", file=str(path)),
            cure(error, path),
            str(error),
        ) from None
