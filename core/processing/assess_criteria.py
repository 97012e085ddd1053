"""``sociodemografi:assesscriteria``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..errors import InputError
from ..gis import compat
from ..gis.field_names import AREA_FIELDS
from ..i18n import tr
from .base import SociodemografiAlgorithm, TableOrFile
from .tables import figures_of, given_or_guessed, number_of, read_history, rule_set_choices

if TYPE_CHECKING:
    import pandas as pd

KINDS = {
    "rule_set": "text", "category": "text", "label": "text", "risk_level": "text", "decided": "boolean",
    "category_possible": "text", "criteria_met": "integer", "criteria_counted": "integer", "origin_used": "boolean",
    "note": "text",
}


class AssessCriteria(SociodemografiAlgorithm):
    """Classifies areas, counted or with finished figures, by the law's dated criteria."""

    ID = "assesscriteria"
    INPUT, RULE_SET, YEAR_FIELD, AREA_ID_FIELD = "INPUT", "RULE_SET", "YEAR_FIELD", "AREA_ID_FIELD"
    CONVICTED_NATIONAL, HISTORY, USE_ORIGIN = "CONVICTED_NATIONAL", "HISTORY", "USE_ORIGIN"
    CLOSENESS, OUTPUT = "CLOSENESS", "OUTPUT"
    FIGURES = {
        "POPULATION": ("population", ("population",)),
        "NONWESTERN": ("nonwestern", ("nonwestern", "nonwestern_pct")),
        "NO_WORK": ("no_work", ("no_work_2y", "no_work", "no_work_pct")),
        "CONVICTED": ("convicted", ("convicted_2y", "convicted", "convicted_pct")),
        "BASIC_EDUCATION": ("basic_education", ("basic_education", "basic_education_pct", "basic_edu_pct")),
        "INCOME": ("income", ("income_region_pct", "income_pct")),
    }

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Assess areas by the law's criteria")

    def initAlgorithm(self, configuration: "dict | None" = None) -> None:  # noqa: N802
        """The parameters."""
        self.addParameter(QgsProcessingParameterFeatureSource(
            self.INPUT, tr("Areas or table with figures"), [compat.ANY_VECTOR_SOURCE]))
        self.addParameter(QgsProcessingParameterEnum(
            self.RULE_SET, tr("Rule set (auto: by year)"), rule_set_choices(), False, "auto", False, True))
        texts = {
            self.YEAR_FIELD: tr("Field with the list year"),
            "POPULATION": tr("Residents"),
            "NONWESTERN": tr("Non-western origin, percent of residents"),
            "NO_WORK": tr("Outside work and education 18-64, percent (mean of two years)"),
            "CONVICTED": tr("Convicted 18+, percent (mean of two years)"),
            "BASIC_EDUCATION": tr("Basic school only 30-59, percent"),
            "INCOME": tr("Gross income, percent of the region"),
        }
        for name, text in texts.items():
            self._add_field(name, text)
        self.addParameter(QgsProcessingParameterString(
            self.CONVICTED_NATIONAL, tr("Convicted, national mean in percent (a number, or a field)"), None, False,
            True))
        self.addParameter(TableOrFile(self.HISTORY, tr("Earlier lists (area, year, category)"), True))
        self.addParameter(QgsProcessingParameterBoolean(
            self.USE_ORIGIN, tr("Use the origin criterion"), True))
        self._add_field(self.AREA_ID_FIELD, tr("Field with the area id (to match earlier lists)"), advanced=True)
        closeness = QgsProcessingParameterNumber(
            self.CLOSENESS, tr("Close to a threshold: within this many percent of it"),
            QgsProcessingParameterNumber.Type.Double, 5.0, False, 0.0, 50.0)
        closeness.setFlags(closeness.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(closeness)
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Assessed areas")))

    def _add_field(self, name: str, text: str, advanced: bool = False) -> None:
        parameter = QgsProcessingParameterField(
            name, text, None, self.INPUT, QgsProcessingParameterField.DataType.Any, False, True)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def compute(self, parameters: dict, context: QgsProcessingContext, feedback: object) -> dict:
        """Read the figures, assess, write."""
        from ..assessment.criteria import Options, assess, result_columns
        from ..catalogue.rule_sets import rule_set

        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        table = self._figures(parameters, context, source)
        choice = self.parameterAsString(parameters, self.RULE_SET, context) or "auto"
        result = assess(
            table,
            None if choice == "auto" else rule_set(choice),
            Options(self.parameterAsBool(parameters, self.USE_ORIGIN, context),
                    self.parameterAsDouble(parameters, self.CLOSENESS, context)),
            read_history(self, parameters, self.HISTORY, context),
        )
        undecided = int((~result["decided"].astype(bool)).sum()) if len(result) else 0
        feedback.pushInfo(tr("Indicative calculation: the ministry's list is the decision."))
        if undecided:
            feedback.pushInfo(tr("{count} of {all} rows are undecided because figures are missing.", count=undecided,
                                 all=len(result)))
        return {self.OUTPUT: self._write(parameters, context, source, result, result_columns())}

    def _figures(self, parameters: dict, context: QgsProcessingContext, source: object) -> "pd.DataFrame":
        names = source.fields().names()

        def field_of(parameter: str, guesses: tuple) -> Optional[str]:
            given = self.parameterAsString(parameters, parameter, context).strip()
            return given_or_guessed(given, guesses, names, parameter, source.sourceName())

        wanted: Dict[str, str] = {}
        for parameter, (figure, guesses) in self.FIGURES.items():
            field = field_of(parameter, guesses)
            if field:
                wanted[figure] = field
        for figure in list(wanted):
            if f"{figure}_denominator" in names:
                wanted[f"{figure}_denominator"] = f"{figure}_denominator"
        year = field_of(self.YEAR_FIELD, ("year",))
        if year:
            wanted["year"] = year
        national = self.parameterAsString(parameters, self.CONVICTED_NATIONAL, context).strip()
        if national in names or (not national and "convicted_nation_2y" in names):
            wanted["convicted_national"] = national or "convicted_nation_2y"
        table = figures_of(source, wanted, field_of(self.AREA_ID_FIELD, AREA_FIELDS))
        if national and national not in names:
            try:
                table["convicted_national"] = number_of(national, 0, self.CONVICTED_NATIONAL, "")
            except InputError:
                raise InputError(
                    tr("CONVICTED_NATIONAL is neither a number nor a field of {table}.", table=source.sourceName()),
                    tr("Write percent, for example 0.7, or one of: {choices}.", choices=", ".join(names)),
                ) from None
        return table

    def _write(self, parameters: dict, context: QgsProcessingContext, source: object, result: "pd.DataFrame",
               columns: list) -> str:
        fields = QgsFields()
        kept = list(source.fields())
        for field in kept:
            renamed = QgsField(field)
            if field.name().lower() in columns:
                renamed.setName(f"{field.name()}_input")
            fields.append(renamed)
        for column in columns:
            kind = KINDS.get(column, "boolean" if column.startswith("met_") else "real")
            fields.append(compat.field(column, kind))
        features = []
        for feature, row in zip(source.getFeatures(), result[columns].itertuples(index=False)):
            assessed = QgsFeature(fields)
            assessed.setGeometry(feature.geometry())
            assessed.setAttributes(
                [feature[f.name()] for f in kept] + [_cell(c, v) for c, v in zip(columns, row)])
            features.append(assessed)
        sink, identifier = self.sink(parameters, self.OUTPUT, context, fields, source.wkbType(), source.sourceCrs())
        self.write(sink, features)
        return identifier


def _cell(column: str, plain: object) -> object:
    plain = compat.value(plain)
    if plain is None:
        return None
    kind = KINDS.get(column, "boolean" if column.startswith("met_") else "real")
    return {"text": str, "boolean": bool, "integer": int, "real": float}[kind](plain)
