"""The map and report of an edition: project and layouts, all built from the written
edition."""

from __future__ import annotations

from pathlib import Path
from typing import List, Sequence

from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsMapSettings,
    QgsNumericFormatContext,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtXml import QDomDocument

from ...areas.area_set import CRS
from ...errors import StoreError
from ...i18n import in_language, tr
from ...numbers import number
from ..host import compat
from ..host.anonymous import forget_author, without_user
from ..maps.map_image import EDITION, map_layout
from ..maps.project_layers import extent_of
from ..maps.style import labels
from ..sources.geometries import geometry_of
from .classes import Subject, renderer
from .names import legend_title, project_title, show_names
from .report import report_of
from .tables import (
    GEOPACKAGE,
    Content,
    title_of,
)

PROJECT, MAP_PDF, MAP_SVG, REPORT = "udgave.qgz", "kort.pdf", "kort.svg", "rapport.pdf"
DPI = 200
BESIDE, WINDOW, MAIN_WINDOW = 1.1, (800, 600), "theMapCanvas"
"""How much wider than the areas the project opens, a window's size in pixels, and what QGIS calls
the map of its window."""


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
        _to_pdf(
            report_of(drawing, shown, content, subject, extent_of(shown), texts), folder / REPORT
        )
        layer = QgsVectorLayer(f"{folder / GEOPACKAGE}|layername={table}", "", "ogr")
        if not layer.isValid():
            raise _unreadable()
        layer.setReadOnly(True)
        kept = _plan(project, layer, content, subject, extent_of(shown), texts)
        _follow_project(kept)
        project.layoutManager().addLayout(kept)
        _open_at(project, extent_of(shown))
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
    legend = legend_title(subject)
    layer.setName(
        tr("{areas}: {subject}", areas=content.area_sets[subject.area_set].name, subject=legend)
    )
    layer.setCustomProperty(EDITION, title_of(edition))
    layer.setRenderer(renderer(edition, subject))
    layer.setLabeling(labels("name"))
    layer.setLabelsEnabled(True)
    show_names(layer, content, subject)
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    project.setTitle(project_title(content))
    forget_author(project)
    project.addMapLayer(layer)
    title, below, source = texts
    plan = map_layout(project, [layer], extent, title, below, source, legend)
    plan.setName(title_of(edition))
    return plan


def _open_at(project: QgsProject, extent: QgsRectangle) -> None:
    """Let whoever opens ``project`` see ``extent``: QGIS looks where the window that saved it
    looked, and here no window did."""
    around = QgsRectangle(extent)
    around.scale(BESIDE)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(around, project.crs()))

    def add_window(document: QDomDocument) -> None:
        settings = QgsMapSettings()
        settings.setDestinationCrs(project.crs())
        settings.setOutputSize(QSize(*WINDOW))
        settings.setExtent(around)
        window = document.createElement("mapcanvas")
        window.setAttribute("name", MAIN_WINDOW)
        settings.writeXml(window, document)
        document.documentElement().appendChild(window)

    project.writeProject.connect(add_window)


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
