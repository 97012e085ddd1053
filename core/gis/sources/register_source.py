"""Register sources from what a user points at: a text file, a folder of them, or any QGIS layer."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, List, Optional, Set, Tuple, Union

import pandas as pd
from qgis.core import (
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ...catalogue.registers.kinds import RegisterKind
from ...errors import InputError
from ...files import cure_of_reading
from ...i18n import tr
from ...numbers import number
from ...progress import Progress, checkpoint
from ...registers.column_names import looks_like_data
from ...registers.reading import AS_GUESSED, Reading
from ...registers.sources import TEXT_SUFFIXES, RegisterSource, file_sources
from ...registers.texts.text_file import CHUNK_ROWS, TEXT_TYPES
from ...registers.workbooks.workbook import SHEET_SUFFIXES
from ..host import compat
from ..host.connections import database_layer, is_database_table
from ..host.handles import let_source_go
from .area_source import transform_to_25832
from .shown_layer import FileCells, ShownLayer

EASTING, NORTHING = "$x", "$y"
Readable = Union[str, QgsVectorLayer, ShownLayer, List[RegisterSource]]
"""Where rows can be read: a path, a table of a saved connection
(``postgres:connection/schema/table``), a layer or what it showed, or the sources made of it."""


class LayerSource:
    """The features of a vector layer as rows; a point layer also has the columns ``$x`` and ``$y``.

    Made in the layer's own thread, or of what was made there; its rows can then be read in another,
    whatever happens to the layer meanwhile. Of a layer ``opened_here`` for its rows the file is
    closed when they are read.
    """

    def __init__(
        self,
        layer: "QgsVectorLayer | ShownLayer",
        context: QgsCoordinateTransformContext,
        opened_here: bool = False,
        said_decimal: str = "",
    ):
        self._shown = layer if isinstance(layer, ShownLayer) else ShownLayer(layer)
        self._to_close = self._shown.source if opened_here else ""
        self._fields = self._shown.fields()
        self.name, self.said_decimal = self._shown.name(), said_decimal
        self._transform: Optional[QgsCoordinateTransform] = None
        columns = self._fields.names()
        if (
            QgsWkbTypes.geometryType(self._shown.wkbType())
            == QgsWkbTypes.GeometryType.PointGeometry
        ):
            self._transform = transform_to_25832(self._shown.sourceCrs(), self.name, context)
            columns = columns + [EASTING, NORTHING]
        self.columns: Tuple[str, ...] = tuple(columns)
        if looks_like_data(self._fields.names()):
            raise InputError(
                tr(
                    "The layer {name} looks as if data stood in its heading: the names of its "
                    "columns are no names.",
                    name=self.name,
                ),
                tr("Write the column names in the first line of the file, and open it again."),
            )

    @property
    def size(self) -> int:
        """Number of features, 1 where the provider does not know."""
        return max(1, self._shown.count)

    def pieces(
        self, roles: "dict[str, str]", kind: RegisterKind, progress: Progress
    ) -> Iterator[Tuple[int, pd.DataFrame]]:
        """The mapped columns, ``CHUNK_ROWS`` features at a time; features are counted from 1."""
        fields = [
            column for column in dict.fromkeys(roles.values()) if column not in (EASTING, NORTHING)
        ]
        request = QgsFeatureRequest().setSubsetOfAttributes(fields, self._fields)
        wants_point = EASTING in roles.values() or NORTHING in roles.values()
        if not wants_point:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        rows: List[List[object]] = []
        seen: Set[int] = set()
        empty: List[int] = []
        first_row, cells = 1, self._shown.cells
        if self._shown.selected:
            progress.warn(
                tr(
                    "{count} rows are selected in the layer {name}; all its {all} rows are read.",
                    count=number(self._shown.selected),
                    name=self.name,
                    all=number(self.size),
                )
            )
        indexes = [self._fields.lookupField(name) for name in fields]
        try:
            if cells is not None:
                cells.read()
            for feature in self._shown.getFeatures(request):
                row = self._row(feature, indexes, cells, wants_point)
                if row is None:
                    empty.append(len(rows))
                elif cells is not None:
                    seen.add(feature.id())
                rows.append(row or [None] * (len(fields) + 2 * wants_point))
                if len(rows) >= CHUNK_ROWS:
                    yield (
                        first_row,
                        self._table(rows, fields, roles, wants_point, kind).drop(index=empty),
                    )
                    first_row, rows, empty = first_row + len(rows), [], []
                if len(rows) % 2000 == 0:
                    checkpoint(progress)
                    progress.report(min(1.0, (first_row + len(rows)) / self.size))
            for remark in cells.remarks(self.name, seen) if cells is not None else ():
                progress.warn(remark)
            if rows:
                yield (
                    first_row,
                    self._table(rows, fields, roles, wants_point, kind).drop(index=empty),
                )
        finally:
            if self._to_close:
                let_source_go(self._to_close)

    def _row(
        self, feature: QgsFeature, indexes: List[int], cells: Optional[FileCells], wants_point: bool
    ) -> Optional[list]:
        """The cells of ``feature``; None where it is an empty row of a sheet."""
        if cells is None:
            row = [_plain(feature[index]) for index in indexes]
        elif cells.is_empty_row(feature):
            return None
        else:
            row = [_plain(cells.cell(feature, index)) for index in indexes]
        return row + self._point(feature) if wants_point else row

    def _point(self, feature: QgsFeature) -> List[Optional[float]]:
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            return [None, None]
        try:
            geometry.transform(self._transform)
        except QgsCsException:
            return [None, None]
        point = geometry.asPoint() if not geometry.isMultipart() else geometry.asMultiPoint()[0]
        return [point.x(), point.y()]

    def _table(
        self,
        rows: list,
        fields: List[str],
        roles: "dict[str, str]",
        wants_point: bool,
        kind: RegisterKind,
    ) -> pd.DataFrame:
        """The cells as they are, but in columns of numbers: pandas gives whole numbers beside an
        empty cell decimals, and a key of nineteen digits loses some."""
        table = pd.DataFrame(
            rows, columns=fields + ([EASTING, NORTHING] if wants_point else []), dtype=object
        )
        as_they_are = self._shown.cells is not None
        return pd.DataFrame(
            {
                role: table[column]
                if as_they_are or kind.column(role).type in TEXT_TYPES
                else table[column].infer_objects()
                for role, column in roles.items()
            }
        )


def _plain(attribute: object) -> object:
    plain = compat.value(attribute)
    if isinstance(plain, QDateTime) and plain.timeSpec() == Qt.TimeSpec.UTC:
        return plain.toString("yyyy-MM-dd'T'HH:mm:ss'Z'")
    if hasattr(plain, "toString") and hasattr(plain, "isValid"):
        return plain.toString("yyyy-MM-dd")
    return plain


def sources_of(
    given: Readable, context: QgsCoordinateTransformContext, reading: Reading = AS_GUESSED
) -> List[RegisterSource]:
    """Sources of the rows ``given``.

    A layer is read as it is shown (``shown_layer``): with its filter, joins, virtual fields and
    unsaved edits. One that QGIS made from a text file on disk, and that shows nothing else, is read
    as the text file it is: that is faster.

    Raises:
        InputError: nothing usable; names it.
    """
    if isinstance(given, list):
        return given
    if isinstance(given, str) and is_database_table(given):
        given = database_layer(given)
    if isinstance(given, QgsVectorLayer):
        if not given.isValid():
            raise InputError(
                tr("The layer {name} cannot be read.", name=given.name()),
                tr("Check its data source."),
            )
        given = ShownLayer(given)
    if isinstance(given, ShownLayer):
        if given.text_file is None:
            return [LayerSource(given, context, said_decimal=reading.decimal)]
        return file_sources(given.text_file, reading)
    path = Path(str(given))
    if path.is_dir() or path.suffix.lower() in TEXT_SUFFIXES + SHEET_SUFFIXES:
        return file_sources(path, reading)
    layer = QgsVectorLayer(str(given), path.stem, "ogr")
    if not layer.isValid():
        raise InputError(
            tr("The file {file} cannot be opened.", file=str(given)),
            cure_of_reading(
                str(given).split("|")[0],
                tr(
                    "Choose a CSV file, a folder of them, a spreadsheet, a GeoPackage table or a "
                    "layer."
                ),
            ),
        )
    return [LayerSource(layer, context, opened_here=True, said_decimal=reading.decimal)]


def point_mapping(sources: List[RegisterSource], mapping: "dict[str, str]") -> "dict[str, str]":
    """``mapping`` with x and y taken from the points of a point layer, unless it says otherwise."""
    pointed = bool(sources) and all(EASTING in source.columns for source in sources)
    if pointed and not {"x", "y", "address_key"} & set(mapping):
        return {**mapping, "x": EASTING, "y": NORTHING}
    return mapping
