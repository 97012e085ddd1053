"""A layer as its user sees it at one moment: filtered, joined, with virtual fields and unsaved
edits.

It is made in the layer's own thread and read in any other, whatever happens to the layer meanwhile.
Of a layer that was opened from a text file or a workbook the cells nobody has edited are taken from
the file as they stand there: where QGIS has found types for its columns ``0101`` has become 101,
and 60,5 % has become 0.605.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Set, Tuple

from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QUrl, QUrlQuery

from ...errors import InputError
from ...i18n import tr
from ...numbers import with_mark
from ...registers.sources import TEXT_SUFFIXES
from ...registers.texts.text_file import open_text_file
from ...registers.workbooks.cell_reader import as_percent
from ...registers.workbooks.marks import SheetMarks, document_marks
from ...registers.workbooks.remarks import remarks_of
from ...registers.workbooks.workbook import SHEET_SUFFIXES, sheet_rows
from ..host import compat
from ..host.handles import let_go
from .geometries import crs_of

OGR, DELIMITED, DOCUMENT = "ogr", "delimitedtext", ".ods"
UNTYPED = "AUTODETECT_TYPE=NO"


class ShownLayer:
    """What ``layer`` shows; where ``chosen`` is given, of the features with these ids alone."""

    def __init__(self, layer: QgsVectorLayer, chosen: Optional[Set[int]] = None):
        self._features = QgsVectorLayerFeatureSource(layer)
        self._fields, self._crs, self._name = QgsFields(layer.fields()), crs_of(layer), layer.name()
        self._chosen = chosen
        self._wkb_type = layer.wkbType()
        self.count = layer.featureCount() if chosen is None else len(chosen)
        self.selected = layer.selectedFeatureCount() if chosen is None else 0
        self.source, self.provider = layer.source(), layer.providerType()
        self.path = path_of(layer)
        self.cells = cells_of(layer)
        self._is_file = chosen is None and shows_its_file(layer)

    def name(self) -> str:
        """The layer's name."""
        return self._name

    sourceName = name  # noqa: N815 (as QGIS' own sources call it)

    def fields(self) -> QgsFields:
        """Its fields, joined and virtual ones too."""
        return self._fields

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:  # noqa: N802
        """Its coordinate reference system."""
        return self._crs

    def wkbType(self) -> object:  # noqa: N802
        """The type of its geometry."""
        return self._wkb_type

    def getFeatures(self, request: Optional[QgsFeatureRequest] = None) -> QgsFeatureIterator:  # noqa: N802
        """The features of ``request``."""
        wanted = QgsFeatureRequest() if request is None else request
        return self._features.getFeatures(
            wanted if self._chosen is None else wanted.setFilterFids(list(self._chosen))
        )

    @property
    def text_file(self) -> Optional[Path]:
        """The text file of which the layer shows all and nothing else; None for any other layer."""
        if self.path is None or not self._is_file or self.provider != OGR:
            return None
        is_text = self.path.suffix.lower() in TEXT_SUFFIXES
        return self.path if is_text and self.path.is_file() else None


def shows_its_file(layer: QgsVectorLayer) -> bool:
    """Does the layer show what its file holds: no filter, join, virtual field or unsaved edit?"""
    return (
        not layer.subsetString()
        and not layer.vectorJoins()
        and not layer.isModified()
        and layer.fields().names() == layer.dataProvider().fields().names()
    )


def path_of(layer: QgsVectorLayer) -> Optional[Path]:
    """The text file or workbook the layer was opened from; None for layers of other kinds."""
    if layer.providerType() not in (OGR, DELIMITED):
        return None
    text = (
        layer.source().split("|")[0]
        if layer.providerType() == OGR
        else QUrl(layer.source()).toLocalFile()
    )
    path = Path(text)
    return path if path.suffix.lower() in (*TEXT_SUFFIXES, *SHEET_SUFFIXES, DOCUMENT) else None


class FileCells:
    """The cells of a layer as its file holds them; ``read`` them before they are asked for.

    Attributes:
        decimal: the decimal sign of the file's numbers that are texts.
        in_sheet: are they of a workbook?
    """

    def __init__(self, layer: QgsVectorLayer, path: Path):
        self._path, self._provider, self._source = path, layer.providerType(), layer.source()
        fields = layer.fields()
        own = layer.dataProvider().fields()
        self._names = own.names()
        self._places = [
            fields.fieldOriginIndex(i) if fields.fieldOrigin(i) == compat.PROVIDER_FIELD else -1
            for i in range(fields.count())
        ]
        edits = layer.editBuffer()
        self._edited = (
            {}
            if edits is None
            else {
                feature: set(changed) for feature, changed in edits.changedAttributeValues().items()
            }
        )
        self.in_sheet = path.suffix.lower() in (*SHEET_SUFFIXES, DOCUMENT)
        self._typed = self.in_sheet or any(not compat.is_text(field) for field in own)
        self._rows: Mapping[int, Sequence[object]] = {}
        self._marks = SheetMarks()
        self.decimal = ","

    def read(self) -> None:
        """Read the file.

        Raises:
            InputError: the workbook cannot be read.
        """
        if self._path.suffix.lower() == DOCUMENT:
            self._marks = _document_marks(self._path, self._sheet())
            return
        if self.in_sheet:
            self._rows, self._marks = sheet_rows(self._path, self._sheet())
            return
        try:
            self.decimal = open_text_file(self._path).decimal
        except InputError:  # read by QGIS, for all that, with choices of the user's
            self.decimal = ","
        if self._typed:
            self._rows = self._untyped()

    def cell(self, feature: QgsFeature, index: int) -> object:
        """The cell of field ``index``: the file's, unless it was edited or is of no file."""
        place, number = self._places[index], feature.id()
        row = self._rows.get(number)
        if (
            row is None
            and (number, place + 1) in self._marks.percent
            and index not in self._edited.get(number, ())
        ):
            return as_percent(compat.value(feature[index]))
        if place < 0 or row is None or index in self._edited.get(number, ()):
            shown = feature[index]
            if isinstance(shown, float) and place >= 0 and self._rows and not self.in_sheet:
                return (
                    with_mark(repr(shown), self.decimal)
                    if not shown.is_integer()
                    else str(int(shown))
                )
            return shown
        return row[place] if place < len(row) else None

    def is_empty_row(self, feature: QgsFeature) -> bool:
        """Is it a row of a sheet in which nothing stands, and which nobody has filled? The sheet
        itself has none."""
        number = feature.id()
        return (
            bool(self._rows)
            and self.in_sheet
            and number > 0
            and number not in self._rows
            and not self._edited.get(number)
        )

    def remarks(self, name: str, features: Set[int]) -> Tuple[str, ...]:
        """What must be known of how the sheet's rows of ``features`` were read."""
        if self._path.suffix.lower() == DOCUMENT:
            return remarks_of(name, (), sorted(features), [], self._marks, (0, 0, 0), 0)
        numbers = sorted(features.intersection(self._rows))
        width = len(self._names)
        rows = [[*self._rows[n][:width], *[None] * (width - len(self._rows[n]))] for n in numbers]
        return (
            remarks_of(name, self._names, numbers, rows, self._marks, (0, 0, 0), 0)
            if self.in_sheet
            else ()
        )

    def _sheet(self) -> str:
        named = QgsProviderRegistry.instance().decodeUri(OGR, self._source).get("layerName")
        if compat.value(named):
            return str(named)
        source = ogr.Open(str(self._path))
        return source.GetLayer(0).GetName() if source is not None and source.GetLayerCount() else ""

    def _untyped(self) -> Dict[int, List[object]]:
        """The same file opened once more, every column as text; nothing where it is not alike."""
        layer = QgsVectorLayer(self._text_source(), "", self._provider)
        if not layer.isValid() or layer.fields().names() != self._names:
            return {}
        request = QgsFeatureRequest()
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        rows = {
            feature.id(): [compat.value(cell) for cell in feature.attributes()]
            for feature in layer.getFeatures(request)
        }
        let_go(layer)
        return rows

    def _text_source(self) -> str:
        if self._provider == DELIMITED:
            url = QUrl(self._source)
            query = QUrlQuery(url)
            for name in ("detectTypes", "subset", "field"):
                query.removeAllQueryItems(name)
            query.addQueryItem("detectTypes", "no")
            url.setQuery(query)
            return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        registry = QgsProviderRegistry.instance()
        parts = {
            name: part
            for name, part in registry.decodeUri(OGR, self._source).items()
            if name != "subset"
        }
        options = [
            option
            for option in parts.get("openOptions") or ()
            if not option.startswith("AUTODETECT_TYPE")
        ]
        return registry.encodeUri(OGR, {**parts, "openOptions": [*options, UNTYPED]})


def _document_marks(path: Path, sheet: str) -> SheetMarks:
    try:
        return document_marks(path, sheet)
    except (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError) as error:
        problem = type(error).__name__
    raise InputError(
        tr("The workbook {file} cannot be read.", file=path.name),
        tr(
            "Open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV "
            "(UTF-8)."
        ),
        problem,
    )


def cells_of(layer: QgsVectorLayer) -> Optional[FileCells]:
    """The cells of the text file or workbook that ``layer`` was opened from; None for layers of
    other kinds."""
    path = path_of(layer)
    return FileCells(layer, path) if path is not None and path.is_file() else None


def cells_of_sheet(layer: QgsVectorLayer) -> Optional[FileCells]:
    """``cells_of`` a layer of a workbook; None for layers of other kinds."""
    cells = cells_of(layer)
    return cells if cells is not None and cells.in_sheet else None
