"""``sociodemografi:countindicators``."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ..gis import compat
from ..gis.feedback import FeedbackProgress
from ..i18n import tr
from .base import SociodemografiAlgorithm
from .inputs import (
    add_expert_parameters,
    add_reference_parameter,
    add_register_parameters,
    read_choices,
    read_inputs,
)

if TYPE_CHECKING:
    import pandas as pd

    from ..areas.area_set import AreaSet


class CountIndicators(SociodemografiAlgorithm):
    """Counts the indicators of persons in areas."""

    ID = "countindicators"
    PERIOD, INDICATORS, OUTPUT, OBSERVATIONS = "PERIOD", "INDICATORS", "OUTPUT", "OBSERVATIONS"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Count indicators")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_register_parameters(self)
        self.addParameter(QgsProcessingParameterString(
            self.PERIOD, tr("Period (YYYY-MM; empty for all)"), None, False, True))
        add_reference_parameter(self)
        self.addParameter(QgsProcessingParameterString(
            self.INDICATORS, tr("Indicators (ids with comma between; empty for all the register can serve)"), None,
            False, True))
        add_expert_parameters(self)
        self.addParameter(QgsProcessingParameterFeatureSink(
            self.OUTPUT, tr("Areas with figures"), compat.POLYGON_SOURCE))
        self.addParameter(QgsProcessingParameterFeatureSink(
            self.OBSERVATIONS, tr("Observations"), compat.ANY_VECTOR_SOURCE))

    def compute(self, parameters: dict, context: QgsProcessingContext, feedback: object) -> dict:
        """Count, then write both tables."""
        from ..measures.counting import OBSERVATION_COLUMNS
        from ..measures.figures import with_comparisons
        from ..pipeline import Choices, count_areas

        progress = FeedbackProgress(feedback)
        inputs = read_inputs(self, parameters, context, progress)
        names = self.parameterAsString(parameters, self.INDICATORS, context)
        choices = Choices(
            period=self.parameterAsString(parameters, self.PERIOD, context).strip(),
            indicators=tuple(n.strip() for n in names.split(",") if n.strip() and names.strip() != "all"),
            **read_choices(self, parameters, context),
        )
        counted = count_areas(inputs, choices, progress)
        area_set = inputs.area_sets[0]
        observations = counted.observations[area_set.id]
        figures = counted.of_period(with_comparisons(
            observations, counted.references, choices.region, choices.allow_fewer_years))
        observations = counted.of_period(observations)
        return {
            self.OUTPUT: self._write_areas(parameters, context, area_set, figures),
            self.OBSERVATIONS: self._write_observations(parameters, context, observations[list(OBSERVATION_COLUMNS)]),
        }

    def _write_areas(self, parameters: dict, context: QgsProcessingContext, area_set: "AreaSet",
                     figures: "pd.DataFrame") -> str:
        fields = QgsFields()
        for column in ("area_id", "name", "period"):
            fields.append(compat.field(column, "text"))
        fields.append(compat.field("year", "integer"))
        numbers = [c for c in figures if c not in ("area_id", "period", "year")]
        for column in numbers:
            fields.append(compat.field(column, "real"))
        shapes = {}
        for area, name, wkb in area_set.areas[["area_id", "name", "wkb"]].itertuples(index=False):
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            shapes[area] = (name, geometry)
        features: List[QgsFeature] = []
        for row in figures.to_dict("records"):
            name, geometry = shapes[row["area_id"]]
            feature = QgsFeature(fields)
            feature.setAttributes(
                [row["area_id"], name, row["period"], row["year"]] + [compat.value(row[c]) for c in numbers])
            feature.setGeometry(geometry)
            features.append(feature)
        sink, identifier = self.sink(parameters, self.OUTPUT, context, fields, compat.MULTI_POLYGON,
                                     QgsCoordinateReferenceSystem("EPSG:25832"))
        self.write(sink, features)
        return identifier

    def _write_observations(self, parameters: dict, context: QgsProcessingContext,
                            observations: "pd.DataFrame") -> str:
        fields = QgsFields()
        for column in observations:
            fields.append(compat.field(column, "real" if observations[column].dtype.kind == "f" else "text"))
        features = []
        for row in observations.itertuples(index=False):
            feature = QgsFeature(fields)
            feature.setAttributes([compat.value(v) for v in row])
            features.append(feature)
        sink, identifier = self.sink(parameters, self.OBSERVATIONS, context, fields, compat.NO_GEOMETRY,
                                     QgsCoordinateReferenceSystem())
        self.write(sink, features)
        return identifier
