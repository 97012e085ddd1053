"""``sociodemografi:neighbours``."""

from __future__ import annotations

from typing import Any, Dict, List

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...errors import InputError
from ...gis.host import compat
from ...gis.sources.field_names import AREA_FIELDS
from ...i18n import tr
from ..base import SociodemografiAlgorithm
from ..law.figures import INPUT, add_field, source_of
from ..tables import write_table
from .parameters import ID_FIELD


class FindNeighbours(SociodemografiAlgorithm):
    """The areas most alike in chosen figures, among the areas themselves and those of shared
    packages."""

    ID = "neighbours"
    FIELDS, WEIGHTS, COUNT, SHARED, OUTPUT = "FIELDS", "WEIGHTS", "COUNT", "PACKAGES", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Nearest statistical neighbours (twin areas)")

    def initAlgorithm(self, configuration: "Dict[str, Any] | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                INPUT, tr("Areas or table with figures"), [compat.ANY_VECTOR_SOURCE]
            )
        )
        add_field(self, ID_FIELD, tr("Field with the area id"))
        self.addParameter(
            QgsProcessingParameterField(
                self.FIELDS,
                tr("Figures to compare by"),
                None,
                INPUT,
                QgsProcessingParameterField.DataType.Numeric,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.WEIGHTS,
                tr("Weight of each field (with comma; empty: all equal)"),
                None,
                False,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.COUNT,
                tr("Neighbours of each area"),
                QgsProcessingParameterNumber.Type.Integer,
                5,
                False,
                1,
            )
        )
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.SHARED,
                tr("Indicator packages of other municipalities"),
                QgsProcessing.SourceType.TypeFile,
                None,
                True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Neighbours"), compat.ANY_VECTOR_SOURCE
            )
        )

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Read, compare, write."""
        from ...gis.law.figures import figures_of, given_or_guessed
        from ...index.neighbours import Group, neighbours
        from ...pipeline.twin_areas import groups_of_package
        from ...store.packages.file import read_package
        from .given.ad_hoc import check_count, names_of_fields, numbers_of

        source = source_of(self, parameters, context)
        names = source.fields().names()
        given = self.parameterAsString(parameters, ID_FIELD, context).strip()
        id_field = given_or_guessed(given, AREA_FIELDS, names, ID_FIELD, source.sourceName())
        fields = names_of_fields(parameters.get(self.FIELDS))
        for field in fields:
            given_or_guessed(field, (), names, self.FIELDS, source.sourceName())
        table = figures_of(source, {field: field for field in fields}, id_field)
        _refuse_twice(table["area_id"].tolist(), source.sourceName())
        weights = numbers_of(
            self.parameterAsString(parameters, self.WEIGHTS, context), self.WEIGHTS
        )
        if weights:
            check_count(weights, len(fields), self.WEIGHTS)
        if any(weight < 0 for weight in weights) or (weights and not sum(weights) > 0):
            raise InputError(
                tr("WEIGHTS: the weights sum to zero, or one is negative."),
                tr("Write a number from 0 for each field."),
            )
        others: List[Group] = []
        for path in paths_of(parameters.get(self.SHARED)):
            groups, warnings = groups_of_package(read_package(str(path)), fields)
            others += [group for group, _ in groups]
            for sentence in warnings:
                feedback.pushWarning(sentence)
        home = Group(table["area_id"].tolist(), "", table[fields].to_numpy(dtype="float64").T)
        found = neighbours(
            home, others, self.parameterAsInt(parameters, self.COUNT, context), weights
        )
        return {self.OUTPUT: write_table(self, parameters, self.OUTPUT, context, found)}


def paths_of(given: Any) -> List[str]:
    """File paths from a list, or a text with semicolons."""
    if isinstance(given, str):
        return [path for path in (part.strip() for part in given.split(";")) if path]
    return [str(path) for path in given or ()]


def _refuse_twice(areas: List[str], table: str) -> None:
    seen: set = set()
    for row, area in enumerate(areas, start=1):
        if area in seen or not area:
            raise InputError(
                tr(
                    "{table}, row {row}: the area {area} is there twice.",
                    table=table,
                    row=row,
                    area=area or "NULL",
                ),
                tr("Choose the field with the area's id as ID_FIELD, and rows of one period."),
            )
        seen.add(area)
