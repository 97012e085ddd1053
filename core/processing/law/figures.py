"""Parameters for the figures of the law, and how they are read: assesscriteria and whatif share
them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from qgis.core import (
    QgsFeatureSource,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ...catalogue.law.measured import against_nation, figures_of_law, spans
from ...catalogue.law.rule_sets import rule_set_faults
from ...errors import InputError
from ...gis.host import compat
from ...gis.host.compat import text_of
from ...gis.law.figures import figures_of, given_or_guessed, number_of
from ...gis.sources.field_names import AREA_FIELDS
from ...i18n import in_language, tr
from ..base import SociodemografiAlgorithm
from ..parameters import rule_set_choices

if TYPE_CHECKING:
    import pandas as pd

    from ...catalogue.law.figures import LawFigure
    from ...catalogue.law.rules import RuleSet
    from ...gis.law.cut_names import CutNames

INPUT, RULE_SET, YEAR_FIELD, AREA_ID_FIELD = "INPUT", "RULE_SET", "YEAR_FIELD", "AREA_ID_FIELD"
PERIOD_FIELD = "PERIOD_FIELD"


def add_figure_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The table, the rule set and the fields of the figures."""
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            INPUT, tr("Areas or table with figures"), [compat.ANY_VECTOR_SOURCE]
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            RULE_SET, tr("Rule set (auto: by year)"), rule_set_choices(), False, "auto", False, True
        )
    )
    add_field(algorithm, YEAR_FIELD, tr("Field with the list year"))
    for figure in figures_of_law().values():
        add_field(algorithm, figure.parameter, in_language(figure.field_label))
    for figure in against_nation():
        if figure.nation is not None:
            text = in_language(figure.nation.field_label)
            algorithm.addParameter(
                QgsProcessingParameterString(figure.nation_parameter, text, None, False, True)
            )


def add_field(
    algorithm: SociodemografiAlgorithm, name: str, text: str, advanced: bool = False
) -> None:
    """An optional field of the table."""
    parameter = QgsProcessingParameterField(
        name, text, None, INPUT, QgsProcessingParameterField.DataType.Any, False, True
    )
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    algorithm.addParameter(parameter)


def source_of(
    algorithm: SociodemografiAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> QgsFeatureSource:
    """The table given as INPUT."""
    source = algorithm.source_in_sheet(parameters, INPUT, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, INPUT))
    return source


def rules_of(
    algorithm: SociodemografiAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> "Optional[RuleSet]":
    """The rule set chosen; None for by year."""
    from ...catalogue.law.rule_sets import rule_set

    choice = algorithm.parameterAsString(parameters, RULE_SET, context) or "auto"
    return None if choice == "auto" else rule_set(choice)


def read_law_figures(
    algorithm: SociodemografiAlgorithm,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    source: QgsFeatureSource,
    feedback: QgsProcessingFeedback,
) -> "pd.DataFrame":
    """The figures ``criteria.assess`` takes, one row per feature, with ``period`` where the table
    has one; what a user must know of the fields they are read from is pushed as warnings.

    Raises:
        InputError: a field is not there, or a cell is no number.
    """
    from ...gis.law.fields import law_fields, of_the_rules
    from ...gis.law.spans import check_figures, told_twice
    from ...measures.figure_notes import sentences

    names = source.fields().names()

    def given(parameter: str) -> str:
        known = algorithm.parameterDefinition(parameter) is not None
        return algorithm.parameterAsString(parameters, parameter, context).strip() if known else ""

    def field_of(parameter: str, guesses: Sequence[str]) -> Optional[str]:
        return given_or_guessed(given(parameter), guesses, names, parameter, source.sourceName())

    year, period = field_of(YEAR_FIELD, ("year",)), field_of(PERIOD_FIELD, ("period", "periode"))
    fields = law_fields(names, _cut_names(source, period or year), given, source.sourceName())
    wanted = {**fields.wanted(), **({"year": year} if year else {})}
    read = figures_of(source, wanted, field_of(AREA_ID_FIELD, AREA_FIELDS))
    said = check_figures(read, fields, source.sourceName())
    table = of_the_rules(read, fields, rules_of(algorithm, parameters, context))
    for figure in against_nation():
        national = given(figure.nation_parameter)
        if national and national not in names:
            table[figure.nation_column] = _national(national, figure, names, source.sourceName())
    if period:
        table["period"] = [text_of(feature[period]) for feature in source.getFeatures()]
    for sentence in (
        *map(str, rule_set_faults()),
        *fields.warnings,
        *said,
        *told_twice(table, source.sourceName()),
        *sentences(table),
    ):
        feedback.pushWarning(sentence)
    return table


def _cut_names(source: QgsFeatureSource, dated: Optional[str]) -> "CutNames":
    """What the names of a shapefile's fields were before they were cut; ``dated`` the field with
    period or year."""
    from ...gis.law.cut_names import cut_names

    def column(field: str) -> List[float]:
        return [
            number_of(feature[field], row, field, source.sourceName())
            for row, feature in enumerate(source.getFeatures(), start=1)
        ]

    def periods() -> List[str]:
        return [text_of(feature[dated]) if dated else "" for feature in source.getFeatures()]

    return cut_names(source.fields().names(), periods, column)


def _national(text: str, figure: "LawFigure", names: List[str], table: str) -> float:
    """The nation's ``figure`` as a number that the user has written."""
    parameter = figure.nation_parameter
    try:
        national = number_of(text, 0, parameter, "")
    except InputError:
        raise InputError(
            tr(
                "{parameter} is neither a number nor a field of {table}.",
                parameter=parameter,
                table=table,
            ),
            tr("Write percent, for example 0.7, or one of: {choices}.", choices=", ".join(names)),
        ) from None
    least, most = spans()[figure.nation_column]
    if not least <= national <= most and not math.isnan(national):
        raise InputError(
            tr(
                "{parameter} is {value} percent, which cannot be right; it lies between {least} "
                "and {most}.",
                parameter=parameter,
                value=f"{national:g}",
                least=f"{least:g}",
                most=f"{most:g}",
            ),
            tr("Write it in percent, for example 0.7."),
        )
    return national
