"""Parameters for the figures of the law, and how they are read: assesscriteria and whatif share them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from qgis.core import (
    QgsFeatureSource,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ..errors import InputError
from ..gis import compat
from ..gis.compat import text_of
from ..gis.field_names import AREA_FIELDS
from ..gis.finished_figures import LAW_FIELDS, NATIONAL_FIELDS, figures_of, given_or_guessed, number_of
from ..i18n import tr
from .base import SociodemografiAlgorithm
from .tables import rule_set_choices

if TYPE_CHECKING:
    import pandas as pd

    from ..catalogue.rule_sets import RuleSet

INPUT, RULE_SET, YEAR_FIELD, AREA_ID_FIELD = "INPUT", "RULE_SET", "YEAR_FIELD", "AREA_ID_FIELD"
PERIOD_FIELD, CONVICTED_NATIONAL = "PERIOD_FIELD", "CONVICTED_NATIONAL"


def add_figure_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The table, the rule set and the fields of the figures."""
    algorithm.addParameter(QgsProcessingParameterFeatureSource(
        INPUT, tr("Areas or table with figures"), [compat.ANY_VECTOR_SOURCE]))
    algorithm.addParameter(QgsProcessingParameterEnum(
        RULE_SET, tr("Rule set (auto: by year)"), rule_set_choices(), False, "auto", False, True))
    texts = {
        YEAR_FIELD: tr("Field with the list year"),
        "POPULATION": tr("Residents"),
        "NONWESTERN": tr("Non-western origin, percent of residents"),
        "NO_WORK": tr("Outside work and education 18-64, percent (mean of two years)"),
        "CONVICTED": tr("Convicted 18+, percent (mean of two years)"),
        "BASIC_EDUCATION": tr("Basic school only 30-59, percent"),
        "INCOME": tr("Gross income, percent of the region"),
    }
    for name, text in texts.items():
        add_field(algorithm, name, text)
    algorithm.addParameter(QgsProcessingParameterString(
        CONVICTED_NATIONAL, tr("Convicted, national mean in percent (a number, or a field)"), None, False, True))


def add_field(algorithm: SociodemografiAlgorithm, name: str, text: str, advanced: bool = False) -> None:
    """An optional field of the table."""
    parameter = QgsProcessingParameterField(
        name, text, None, INPUT, QgsProcessingParameterField.DataType.Any, False, True)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    algorithm.addParameter(parameter)


def source_of(algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext) -> QgsFeatureSource:
    """The table given as INPUT."""
    source = algorithm.parameterAsSource(parameters, INPUT, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, INPUT))
    return source


def rules_of(algorithm: SociodemografiAlgorithm, parameters: dict,
             context: QgsProcessingContext) -> "Optional[RuleSet]":
    """The rule set chosen; None for by year."""
    from ..catalogue.rule_sets import rule_set

    choice = algorithm.parameterAsString(parameters, RULE_SET, context) or "auto"
    return None if choice == "auto" else rule_set(choice)


def read_law_figures(algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext,
                     source: QgsFeatureSource) -> "pd.DataFrame":
    """The figures ``criteria.assess`` takes, one row per feature, with ``period`` where the table has one.

    Raises:
        InputError: a field is not there, or a cell is no number.
    """
    names = source.fields().names()

    def field_of(parameter: str, guesses: tuple) -> Optional[str]:
        known = algorithm.parameterDefinition(parameter) is not None
        given = algorithm.parameterAsString(parameters, parameter, context).strip() if known else ""
        return given_or_guessed(given, guesses, names, parameter, source.sourceName())

    wanted: Dict[str, str] = {}
    for figure, guesses in LAW_FIELDS.items():
        field = field_of(figure.upper(), guesses)
        if field:
            wanted[figure] = field
    for figure in list(wanted):
        if f"{figure}_denominator" in names:
            wanted[f"{figure}_denominator"] = f"{figure}_denominator"
    year = field_of(YEAR_FIELD, ("year",))
    if year:
        wanted["year"] = year
    national = algorithm.parameterAsString(parameters, CONVICTED_NATIONAL, context).strip()
    national_field = national if national in names else None
    if not national:
        national_field = given_or_guessed("", NATIONAL_FIELDS, names, CONVICTED_NATIONAL,
                                          source.sourceName())
    if national_field:
        wanted["convicted_national"] = national_field
    table = figures_of(source, wanted, field_of(AREA_ID_FIELD, AREA_FIELDS))
    if national and national not in names:
        table["convicted_national"] = _national(national, names, source.sourceName())
    period = field_of(PERIOD_FIELD, ("period", "periode"))
    if period:
        table["period"] = [text_of(feature[period]) for feature in source.getFeatures()]
    return table


def _national(text: str, names: list, table: str) -> float:
    try:
        return number_of(text, 0, CONVICTED_NATIONAL, "")
    except InputError:
        raise InputError(
            tr("CONVICTED_NATIONAL is neither a number nor a field of {table}.", table=table),
            tr("Write percent, for example 0.7, or one of: {choices}.", choices=", ".join(names)),
        ) from None
