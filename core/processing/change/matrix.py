"""``sociodemografi:matrix``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ...errors import StoreError
from ...files import cure, written_whole
from ...gis.host import compat
from ...gis.sources.geometries import geometry_of
from ...i18n import tr
from ...numbers import number
from ..base import SociodemografiAlgorithm
from .parameters import Chosen, add_figures_parameters, add_text, read_chosen, read_period

if TYPE_CHECKING:
    from ...change.matrix import Matrix

CRS = "EPSG:25832"


class MatrixAlgorithm(SociodemografiAlgorithm):
    """Areas × indicators of one period of a monitor file, on the map or in a spreadsheet."""

    ID = "matrix"
    PERIOD, GEOMETRY, OUTPUT, SPREADSHEET = "PERIOD", "GEOMETRY", "OUTPUT", "SPREADSHEET"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Matrix of areas and indicators")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_figures_parameters(self)
        add_text(self, self.PERIOD, tr("Period (YYYY-MM or YYYY; empty: the newest month)"))
        self.addParameter(
            QgsProcessingParameterBoolean(self.GEOMETRY, tr("With the areas' geometry"), True)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Matrix"), compat.ANY_VECTOR_SOURCE)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.SPREADSHEET, tr("CSV file for a spreadsheet"), "CSV (*.csv)", None, True, False
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Read, lay out, write."""
        from ...pipeline.changing import known_by_id, read_matrix

        wanted = read_period(self, parameters, self.PERIOD, context)
        chosen = read_chosen(self, parameters, context)
        found = read_matrix(
            chosen.store,
            chosen.there,
            wanted or chosen.there.newest,
            known_by_id(chosen.catalogue),
            [indicator.id for indicator in chosen.indicators],
        )
        feedback.pushInfo(
            tr(
                "{areas} areas and {indicators} indicators, {period}.",
                areas=number(len(found.areas)),
                indicators=number(len(found.columns)),
                period=found.period,
            )
        )
        results: Dict[str, Any] = {"PERIOD": found.period}
        path = self.parameterAsFileOutput(parameters, self.SPREADSHEET, context)
        if path:
            _write_spreadsheet(found, path)
            results[self.SPREADSHEET] = path
        with_geometry = self.parameterAsBool(parameters, self.GEOMETRY, context)
        results[self.OUTPUT] = self._write(parameters, context, chosen, found, with_geometry)
        return results

    def _write(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        chosen: Chosen,
        found: "Matrix",
        with_geometry: bool,
    ) -> str:
        fields = QgsFields()
        for name in ("area_id", "name", "period"):
            fields.append(compat.field(name, "text"))
        for column in found.columns:
            fields.append(compat.field(column.indicator.id, "real"))
        shapes: Dict[str, QgsGeometry] = {}
        if with_geometry:
            import pandas as pd

            areas = chosen.store.areas.load(chosen.there.area_set).areas
            gone = [area for area in found.areas if area in chosen.there.gone]
            if gone:
                of_then = chosen.store.areas.load_counted(
                    chosen.there.area_set, found.period, gone
                ).areas
                areas = pd.concat([areas, of_then[of_then["area_id"].isin(gone)]])
            shapes = {area: geometry_of(wkb) for area, wkb in zip(areas["area_id"], areas["wkb"])}
        features = []
        for row, (area, name) in enumerate(found.names.items()):
            feature = QgsFeature(fields)
            figures = [compat.value(float(value)) for value in found.values[row]]
            feature.setAttributes([area, name, found.period, *figures])
            if area in shapes:
                feature.setGeometry(shapes[area])
            features.append(feature)
        kind = compat.MULTI_POLYGON if with_geometry else compat.NO_GEOMETRY
        crs = QgsCoordinateReferenceSystem(CRS if with_geometry else "")
        sink, identifier = self.sink(parameters, self.OUTPUT, context, fields, kind, crs)
        self.write(sink, features)
        return identifier


def _write_spreadsheet(found: "Matrix", path: str) -> None:
    """The matrix as a CSV file that a Danish Excel opens by a double click."""
    from ...change.matrix import matrix_text

    try:
        with written_whole(Path(path)) as work:
            work.write_text(matrix_text(found, separator=";"), encoding="utf-8-sig")
    except OSError as error:
        raise StoreError(
            tr("The file {file} cannot be written.", file=path), cure(error, path), str(error)
        ) from None
