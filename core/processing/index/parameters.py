"""The parameters of an index: ready-made, or put together on the spot."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...catalogue.index.methods import GIVEN, THIS_PERIOD, methods
from ...gis.host import compat
from ...i18n import tr
from ..base import SociodemografiAlgorithm
from ..law.figures import INPUT, add_field
from ..parameters import CATALOGUE

ID_FIELD, PERIOD_FIELD, POPULATION_FIELD = "ID_FIELD", "PERIOD_FIELD", "POPULATION_FIELD"
DEFINITION, FIELDS, DIRECTIONS, WEIGHTS = "DEFINITION", "FIELDS", "DIRECTIONS", "WEIGHTS"
NORMALISATION, OPTIONS, AGGREGATION, MISSING = "NORMALISATION", "OPTIONS", "AGGREGATION", "MISSING"
MISSING_SHARE, BASELINE, BASELINE_PERIOD = "MISSING_SHARE", "BASELINE", "BASELINE_PERIOD"
CLASSES, CLASS_COUNT, CUTS = "CLASSES", "CLASS_COUNT", "CUTS"
MINIMUM_POPULATION, AGGREGATION_OPTIONS = "MINIMUM_POPULATION", "AGGREGATION_OPTIONS"


def add_index_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The table, the index by name, or its parts."""
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            INPUT, tr("Areas or table with figures"), [compat.ANY_VECTOR_SOURCE]
        )
    )
    add_field(algorithm, ID_FIELD, tr("Field with the area id"))
    algorithm.addParameter(
        QgsProcessingParameterString(
            DEFINITION,
            tr(
                "Index: a preset (berlin_mss, dansk_kommunal, england_imd, hamburg, nzdep), an own "
                "one, or a "
                "JSON file"
            ),
            None,
            False,
            True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterField(
            FIELDS,
            tr("… or the fields of an index put together here"),
            None,
            INPUT,
            QgsProcessingParameterField.DataType.Numeric,
            True,
            True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterString(
            DIRECTIONS,
            tr(
                "Direction of each field: + more is worse, - less is worse (with comma; empty: all "
                "+)"
            ),
            None,
            False,
            True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterString(
            WEIGHTS, tr("Weight of each field (with comma; empty: all equal)"), None, False, True
        )
    )
    for name, text, step, default in (
        (NORMALISATION, tr("Normalisation"), "normalisation", "z"),
        (AGGREGATION, tr("Aggregation"), "aggregation", "arithmetic"),
        (MISSING, tr("Missing figures (must be chosen for fields)"), "missing", None),
    ):
        algorithm.addParameter(
            QgsProcessingParameterEnum(name, text, list(methods(step)), False, default, True, True)
        )
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            CLASSES, tr("Classes"), list(methods("classes")), False, "sd", True, True
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterNumber(
            MINIMUM_POPULATION,
            tr("Leave out areas with fewer residents than"),
            QgsProcessingParameterNumber.Type.Integer,
            0,
            False,
            0,
        )
    )
    _add_advanced(algorithm)


def _add_advanced(algorithm: SociodemografiAlgorithm) -> None:
    text = QgsProcessingParameterString
    number, real = QgsProcessingParameterNumber, QgsProcessingParameterNumber.Type.Double
    advanced: List[QgsProcessingParameterDefinition] = [
        text(
            OPTIONS,
            tr(
                "Options of the normalisation (JSON: one object, or a list with one for each field)"
            ),
            None,
            True,
            True,
        ),
        text(AGGREGATION_OPTIONS, tr("Options of the aggregation (JSON)"), None, False, True),
        number(
            MISSING_SHARE,
            tr("Share of the weight that must be there (threshold)"),
            real,
            0.66,
            False,
            0.0,
            1.0,
        ),
        QgsProcessingParameterEnum(
            BASELINE,
            tr("Measured against"),
            [one for one in methods("baseline") if one != GIVEN],
            False,
            THIS_PERIOD,
            True,
            True,
        ),
        text(BASELINE_PERIOD, tr("Period of the frozen baseline (YYYY-MM)"), None, False, True),
        number(
            CLASS_COUNT,
            tr("Number of classes (quantiles, natural_breaks)"),
            QgsProcessingParameterNumber.Type.Integer,
            5,
            False,
            2,
            20,
        ),
        text(
            CUTS,
            tr("Cuts (sd: in standard deviations; fixed: in scores; with comma)"),
            "-1, 1, 1.5",
            False,
            True,
        ),
        QgsProcessingParameterField(
            PERIOD_FIELD,
            tr("Field with the period (YYYY-MM), where there are several"),
            None,
            INPUT,
            QgsProcessingParameterField.DataType.Any,
            False,
            True,
        ),
        QgsProcessingParameterField(
            POPULATION_FIELD,
            tr("Residents"),
            None,
            INPUT,
            QgsProcessingParameterField.DataType.Numeric,
            False,
            True,
        ),
        QgsProcessingParameterFile(
            CATALOGUE,
            tr("Folder with the municipality's own indicators"),
            QgsProcessingParameterFile.Behavior.Folder,
            "",
            None,
            True,
        ),
    ]
    for parameter in advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        algorithm.addParameter(parameter)
