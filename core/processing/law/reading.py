"""What assesscriteria tells besides the categories: margins in persons, alerts, the state's list,
agreed steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
)

from ...errors import InputError
from ...gis.host import compat
from ...gis.law.state_list import read_state_list
from ...i18n import tr
from ..base import SociodemografiAlgorithm
from ..tables import write_table
from .figures import PERIOD_FIELD, add_field

if TYPE_CHECKING:
    import pandas as pd

STATE_LIST, STAIRCASE = "STATE_LIST", "STAIRCASE"
CRITERIA, ALERTS, DIFFERENCES, STEPS = "CRITERIA", "ALERTS", "DIFFERENCES", "STEPS"


def add_reading_outputs(algorithm: SociodemografiAlgorithm) -> None:
    """The state's list, the staircase, and a table for each reading; all optional."""
    add_field(
        algorithm, PERIOD_FIELD, tr("Field with the period (YYYY-MM), where there are several")
    )
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            STATE_LIST,
            tr("The state's list (area, year, figures as printed)"),
            [compat.ANY_VECTOR_SOURCE],
            None,
            True,
        )
    )
    staircase = QgsProcessingParameterFile(
        STAIRCASE,
        tr("Staircase: category → agreed action (JSON; empty for the example)"),
        QgsProcessingParameterFile.Behavior.File,
        "json",
        None,
        True,
    )
    staircase.setFlags(staircase.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    algorithm.addParameter(staircase)
    for name, text in (
        (CRITERIA, tr("Criteria with margins in persons")),
        (ALERTS, tr("Alerts")),
        (DIFFERENCES, tr("Differences from the state's list")),
        (STEPS, tr("Agreed steps")),
    ):
        algorithm.addParameter(
            QgsProcessingParameterFeatureSink(
                name, text, compat.ANY_VECTOR_SOURCE, None, True, False
            )
        )


def write_reading(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    result: "pd.DataFrame",
    closeness: float,
) -> Dict[str, str]:
    """The tables that are asked for, written; output → layer id.

    Raises:
        InputError: one that compares months, or lists, is asked for without periods or list.
    """
    from ...assessment.alerts import alerts
    from ...assessment.margins import criteria_table

    written = {}
    wanted = {name for name in (CRITERIA, ALERTS, DIFFERENCES, STEPS) if parameters.get(name)}
    dated = result if "period" in result else result.assign(period="")
    if CRITERIA in wanted:
        written[CRITERIA] = write_table(
            algorithm, parameters, CRITERIA, context, criteria_table(dated)
        )
    if ALERTS in wanted:
        written[ALERTS] = write_table(
            algorithm,
            parameters,
            ALERTS,
            context,
            alerts(dated, within_percent=closeness).astype({"persons": "float64"}),
        )
    if (DIFFERENCES in wanted or STEPS in wanted) and "period" not in result:
        raise InputError(
            tr("Differences and steps need to know the period of every row."),
            tr("Choose PERIOD_FIELD, a field with YYYY-MM."),
        )
    if DIFFERENCES in wanted:
        written[DIFFERENCES] = write_table(
            algorithm,
            parameters,
            DIFFERENCES,
            context,
            _differences(algorithm, parameters, context, result),
        )
    if STEPS in wanted:
        written[STEPS] = write_table(
            algorithm, parameters, STEPS, context, _steps(algorithm, parameters, context, result)
        )
    return written


def _differences(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    result: "pd.DataFrame",
) -> "pd.DataFrame":
    from ...assessment.state_list import compare_with_list

    source = algorithm.source_in_sheet(parameters, STATE_LIST, context)
    if source is None:
        raise InputError(
            tr("There is no list to compare with."),
            tr("Choose STATE_LIST, the state's list as a table."),
        )
    return compare_with_list(result, read_state_list(source))


def _steps(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    result: "pd.DataFrame",
) -> "pd.DataFrame":
    from ...assessment.staircase import climb
    from ...catalogue.law.staircases import CATEGORY, read_staircase, staircase

    path = algorithm.parameterAsFile(parameters, STAIRCASE, context)
    stairs = read_staircase(path) if path else staircase()
    if stairs.basis != CATEGORY:
        raise InputError(
            tr("The staircase goes by the classes of an index, not by categories."),
            tr("Choose a staircase whose basis is category."),
        )
    return climb(result, stairs)
