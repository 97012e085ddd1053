"""``sociodemografi:neighbours``."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..gis import compat
from ..gis.field_names import AREA_FIELDS
from ..i18n import tr
from .base import SociodemografiAlgorithm
from .index_parameters import ID_FIELD, names_of_fields
from .inputs import names_of
from .law_figures import INPUT, add_field, source_of
from .tables import figures_of, given_or_guessed, number_of, write_table


class FindNeighbours(SociodemografiAlgorithm):
    """The areas most alike in chosen figures, among the areas themselves and those of shared packages."""

    ID = "neighbours"
    FIELDS, WEIGHTS, COUNT, SHARED, OUTPUT = "FIELDS", "WEIGHTS", "COUNT", "PACKAGES", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Nearest statistical neighbours (twin areas)")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(QgsProcessingParameterFeatureSource(
            INPUT, tr("Areas or table with figures"), [compat.ANY_VECTOR_SOURCE]))
        add_field(self, ID_FIELD, tr("Field with the area id"))
        self.addParameter(QgsProcessingParameterField(
            self.FIELDS, tr("Figures to compare by"), None, INPUT, QgsProcessingParameterField.DataType.Numeric, True))
        self.addParameter(QgsProcessingParameterString(
            self.WEIGHTS, tr("Weight of each field (with comma; empty: all equal)"), None, False, True))
        self.addParameter(QgsProcessingParameterNumber(
            self.COUNT, tr("Neighbours of each area"), QgsProcessingParameterNumber.Type.Integer, 5, False, 1))
        self.addParameter(QgsProcessingParameterMultipleLayers(
            self.SHARED, tr("Indicator packages of other municipalities"), QgsProcessing.SourceType.TypeFile, None,
            True))
        self.addParameter(QgsProcessingParameterFeatureSink(
            self.OUTPUT, tr("Neighbours"), compat.ANY_VECTOR_SOURCE))

    def compute(self, parameters: dict, context: QgsProcessingContext, feedback: object) -> dict:
        """Read, compare, write."""
        from ..index.neighbours import Group, neighbours
        from ..pipeline.exchange import groups_of_package
        from ..store.package_file import read_package

        source = source_of(self, parameters, context)
        names = source.fields().names()
        given = self.parameterAsString(parameters, ID_FIELD, context).strip()
        id_field = given_or_guessed(given, AREA_FIELDS, names, ID_FIELD, source.sourceName())
        fields = names_of_fields(parameters.get(self.FIELDS))
        for field in fields:
            given_or_guessed(field, (), names, self.FIELDS, source.sourceName())
        table = figures_of(source, {field: field for field in fields}, id_field)
        weights = [number_of(text, 0, self.WEIGHTS, "") for text in
                   names_of(self.parameterAsString(parameters, self.WEIGHTS, context))]
        others: List[Group] = []
        for path in parameters.get(self.SHARED) or ():
            groups, warnings = groups_of_package(read_package(str(path)), fields)
            others += [group for group, _ in groups]
            for sentence in warnings:
                feedback.pushWarning(sentence)
        home = Group(table["area_id"].tolist(), "", table[fields].to_numpy(dtype="float64").T)
        found = neighbours(home, others, self.parameterAsInt(parameters, self.COUNT, context), weights)
        return {self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, found)}
