"""The differences between QGIS 3.22 and 4.x, and between Qt 5 and Qt 6; nothing else tests
versions."""

from __future__ import annotations

import math
from typing import Any

from qgis.core import (
    NULL,
    Qgis,
    QgsDataItem,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLegendStyle,
    QgsProcessing,
    QgsRenderContext,
    QgsTask,
    QgsTextFormat,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QByteArray, QVariant
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument

from ...plain_text import written_in_spreadsheet

if Qgis.QGIS_VERSION_INT >= 33800:
    from qgis.PyQt.QtCore import QMetaType

    _TYPES = {
        "text": QMetaType.Type.QString,
        "integer": QMetaType.Type.LongLong,
        "real": QMetaType.Type.Double,
        "boolean": QMetaType.Type.Bool,
        "date": QMetaType.Type.QDate,
    }
else:
    _TYPES = {
        "text": QVariant.Type.String,
        "integer": QVariant.Type.LongLong,
        "real": QVariant.Type.Double,
        "boolean": QVariant.Type.Bool,
        "date": QVariant.Type.Date,
    }

PROVIDER_FIELD = (
    Qgis.FieldOrigin.Provider
    if hasattr(Qgis, "FieldOrigin")
    else QgsFields.FieldOrigin.OriginProvider
)
POLYGON_SOURCE = QgsProcessing.SourceType.TypeVectorPolygon
ANY_VECTOR_SOURCE = QgsProcessing.SourceType.TypeVector
MULTI_POLYGON = QgsWkbTypes.Type.MultiPolygon
MULTI = {"MultiPolygon": MULTI_POLYGON, "MultiPoint": QgsWkbTypes.Type.MultiPoint}
NO_GEOMETRY = QgsWkbTypes.Type.NoGeometry
if hasattr(Qgis, "GeometryValidationEngine"):
    GEOS_VALIDATION = Qgis.GeometryValidationEngine.Geos
else:
    GEOS_VALIDATION = QgsGeometry.ValidationMethod.ValidatorGeos
if hasattr(Qgis, "TextRenderFormat"):
    TEXT_AS_TEXT = Qgis.TextRenderFormat.AlwaysText
else:
    TEXT_AS_TEXT = QgsRenderContext.TextRenderFormat.TextFormatAlwaysText
if hasattr(Qgis, "LayerType"):
    VECTOR_LAYER = Qgis.LayerType.Vector
else:
    from qgis.core import QgsMapLayerType

    VECTOR_LAYER = QgsMapLayerType.VectorLayer
TASK_FLAGS = QgsTask.Flag.CanCancel
if hasattr(QgsTask.Flag, "Silent"):
    TASK_FLAGS |= QgsTask.Flag.Silent


def open_on_main_thread(item: QgsDataItem) -> None:
    """Let a node of the Browser make its children, and their icons, on the main thread; they cost
    nothing."""
    if hasattr(item, "setCapabilities"):
        item.setCapabilities(QgsDataItem.Capability.Fertile | QgsDataItem.Capability.Fast)
    else:
        item.setCapabilitiesV2(Qgis.BrowserItemCapability.Fertile | Qgis.BrowserItemCapability.Fast)


def set_label_text_style(label: QgsLayoutItemLabel, font: QFont, colour: QColor) -> None:
    """Font and colour of a layout label; text formats came with QGIS 3.24."""
    if hasattr(label, "setTextFormat"):
        style = QgsTextFormat.fromQFont(font)
        style.setColor(colour)
        label.setTextFormat(style)
    else:
        label.setFont(font)
        label.setFontColor(colour)


def set_legend_font(legend: QgsLayoutItemLegend, part: QgsLegendStyle.Style, font: QFont) -> None:
    """The font of one part of a legend."""
    style = legend.style(part)
    if hasattr(style, "setTextFormat"):
        style.setTextFormat(QgsTextFormat.fromQFont(font))
    else:
        style.setFont(font)
    legend.setStyle(part, style)


def field(name: str, kind: str) -> QgsField:
    """A field of ``kind`` ``text``, ``integer``, ``real``, ``boolean`` or ``date``."""
    return QgsField(name, _TYPES[kind])


def is_text(column: QgsField) -> bool:
    """Does the field hold texts?"""
    return column.type() == _TYPES["text"]


def plain_number(flag: Any) -> int:
    """The number of an enum's member: Qt 6's are no numbers, and a variant does not take them."""
    return int(getattr(flag, "value", flag))


def value(attribute: object) -> object:
    """An attribute with QGIS' NULL and the float NaN as None."""
    if attribute is None or attribute == NULL:
        return None
    if isinstance(attribute, QVariant) and attribute.isNull():
        return None
    if isinstance(attribute, float) and math.isnan(attribute):
        return None
    return attribute


def is_read(document: QDomDocument, xml: bytes) -> bool:
    """Read ``xml`` into ``document``; False where it is none. Qt 6.5 answers with a result instead
    of a list."""
    answer = document.setContent(QByteArray(xml))
    return bool(answer[0] if isinstance(answer, tuple) else answer)


def text_of(attribute: object) -> str:
    """An id as text: whole numbers without decimals, NULL as an empty text, the mark of a CSV file
    taken off."""
    plain = value(attribute)
    if plain is None:
        return ""
    if isinstance(plain, float) and plain == int(plain):
        return str(int(plain))
    return written_in_spreadsheet(str(plain).strip())
