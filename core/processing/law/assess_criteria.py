"""``sociodemografi:assesscriteria``."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ...catalogue.law.dates import CURRENT
from ...catalogue.law.measured import figures_of_law
from ...catalogue.law.recommended import RECOMMENDED
from ...i18n import tr
from ..base import SociodemografiAlgorithm, TableOrFile
from ..parameters import READING, read_history, reading_parameter
from ..tables import write_joined
from .figures import (
    AREA_ID_FIELD,
    add_field,
    add_figure_parameters,
    read_law_figures,
    rules_of,
    source_of,
)
from .reading import add_reading_outputs, write_reading

KINDS = {
    "rule_set": "text",
    "category": "text",
    "label": "text",
    "risk_level": "text",
    "decided": "boolean",
    "category_possible": "text",
    "criteria_met": "integer",
    "criteria_counted": "integer",
    "origin_used": "boolean",
    "note": "text",
}


class AssessCriteria(SociodemografiAlgorithm):
    """Classifies areas, counted or with finished figures, by the law's dated criteria."""

    ID = "assesscriteria"
    HISTORY, USE_ORIGIN, CLOSENESS, OUTPUT = "HISTORY", "USE_ORIGIN", "CLOSENESS", "OUTPUT"

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Assess areas by the law's criteria")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        add_figure_parameters(self)
        self.addParameter(reading_parameter())
        self.addParameter(
            TableOrFile(self.HISTORY, tr("Earlier lists (area, year, category)"), True)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(self.USE_ORIGIN, tr("Use the origin criterion"), True)
        )
        add_field(
            self,
            AREA_ID_FIELD,
            tr("Field with the area id (to match earlier lists)"),
            advanced=True,
        )
        closeness = QgsProcessingParameterNumber(
            self.CLOSENESS,
            tr("Close to a threshold: within this many percent of it"),
            QgsProcessingParameterNumber.Type.Double,
            RECOMMENDED.closeness_percent,
            False,
            0.0,
            50.0,
        )
        closeness.setFlags(closeness.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(closeness)
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Assessed areas")))
        add_reading_outputs(self)

    def compute(
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, Any]:
        """Read the figures, assess, write."""
        from ...assessment.criteria import Options, assess, result_columns
        from ...measures.figure_notes import sentences
        from ...measures.table_reading import by_reading

        source = source_of(self, parameters, context)
        table = read_law_figures(self, parameters, context, source, feedback)
        reading = self.parameterAsString(parameters, READING, context) or CURRENT
        rules = rules_of(self, parameters, context)
        said = set(sentences(table))
        table = by_reading(table, reading, rules)
        for sentence in sentences(table):
            if sentence not in said:
                feedback.pushWarning(sentence)
        closeness = self.parameterAsDouble(parameters, self.CLOSENESS, context)
        result = assess(
            table,
            rules,
            Options(self.parameterAsBool(parameters, self.USE_ORIGIN, context), closeness),
            read_history(self, parameters, self.HISTORY, context),
        )
        undecided = int((~result["decided"].astype(bool)).sum()) if len(result) else 0
        feedback.pushInfo(tr("Indicative calculation: the ministry's list is the decision."))
        if undecided:
            feedback.pushInfo(
                tr(
                    "{count} of {all} rows are undecided because figures are missing.",
                    count=undecided,
                    all=len(result),
                )
            )
        kinds = {
            column: KINDS.get(column, "boolean" if column.startswith("met_") else "real")
            for column in result_columns()
        }
        for figure in figures_of_law().values():
            if figure.period_column in result:
                kinds.update({figure.period_column: "text", figure.age_column: "integer"})
            if figure.approximation_column in result:
                kinds[figure.approximation_column] = "boolean"
        return {
            self.OUTPUT: write_joined(
                self, parameters, self.OUTPUT, context, source, result, kinds
            ),
            **write_reading(self, parameters, context, result, closeness),
        }
