"""Parameters that countindicators and runmonitor share, and how they become the pipeline's inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ..catalogue.municipalities import municipalities, municipality_code
from ..gis import compat
from ..gis.feedback import FeedbackProgress
from ..i18n import tr
from .base import SociodemografiAlgorithm, TableOrFile

if TYPE_CHECKING:
    from ..pipeline import Inputs

AREAS, AREA_ID_FIELD, PERSONS, ADDRESSES = "AREAS", "AREA_ID_FIELD", "PERSONS", "ADDRESSES"
MAPPING, REFERENCE, HISTORY = "MAPPING", "REFERENCE", "HISTORY"
MUNICIPALITY = "MUNICIPALITY"
SINGLE_YEAR, UNKNOWN_AS_BASIC = "SINGLE_YEAR", "UNKNOWN_AS_BASIC"
AREA_SET_ID = "areas"


def add_register_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The areas, the register, and what places and compares it."""
    algorithm.addParameter(QgsProcessingParameterFeatureSource(AREAS, tr("Areas"), [compat.POLYGON_SOURCE]))
    algorithm.addParameter(QgsProcessingParameterField(
        AREA_ID_FIELD, tr("Field with the area id"), None, AREAS, QgsProcessingParameterField.DataType.Any, False,
        True))
    algorithm.addParameter(TableOrFile(PERSONS, tr("Persons (CSV file, folder of monthly files, layer or table)")))
    algorithm.addParameter(TableOrFile(ADDRESSES, tr("Address list (address_key, x, y)"), True))
    algorithm.addParameter(QgsProcessingParameterString(
        MAPPING, tr("Mapping (JSON: role → column; the rest is guessed from names)"), None, True, True))


def add_reference_parameter(algorithm: SociodemografiAlgorithm) -> None:
    """The reference table."""
    algorithm.addParameter(TableOrFile(REFERENCE, tr("Reference values (level, period, indicator, value)"), True))


def add_expert_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The municipality, and choices that depart from the law's method, folded away."""
    municipality = QgsProcessingParameterString(
        MUNICIPALITY, tr("Municipality code (to choose its region among reference values)"), None, False, True)
    municipality.setFlags(municipality.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    algorithm.addParameter(municipality)
    for name, text in (
        (SINGLE_YEAR, tr("Use the years there are where the law wants the mean of more years (approximation)")),
        (UNKNOWN_AS_BASIC, tr("Count unknown education as basic school")),
    ):
        parameter = QgsProcessingParameterBoolean(name, text, False)
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        algorithm.addParameter(parameter)


def read_choices(algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext) -> dict:
    """What the expert parameters say, as keywords of ``pipeline.Choices``."""
    code = algorithm.parameterAsString(parameters, MUNICIPALITY, context).strip()
    code = municipality_code(code) if code else ""
    return {
        "municipality": code,
        "region": municipalities()[code].region if code else "",
        "allow_fewer_years": algorithm.parameterAsBool(parameters, SINGLE_YEAR, context),
        "unknown_education_as_basic": algorithm.parameterAsBool(parameters, UNKNOWN_AS_BASIC, context),
    }


def read_inputs(algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext,
                progress: FeedbackProgress) -> "Inputs":
    """The pipeline's inputs; history is left to the caller."""
    from .. import pipeline
    from ..gis.area_source import area_set_of
    from ..gis.register_source import point_mapping, sources_of
    from ..registers.mapping import parse_mapping

    source = algorithm.parameterAsSource(parameters, AREAS, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, AREAS))
    transforms = context.transformContext()
    area_set = area_set_of(
        source, algorithm.parameterAsString(parameters, AREA_ID_FIELD, context), AREA_SET_ID, source.sourceName(),
        progress, transforms)

    def read(name: str) -> list:
        thing = algorithm.table_or_file(parameters, name, context)
        return [] if thing is None else sources_of(thing, transforms)

    persons = read(PERSONS)
    mapping = point_mapping(persons, parse_mapping(algorithm.parameterAsString(parameters, MAPPING, context)))
    return pipeline.Inputs([area_set], persons, read(ADDRESSES), read(REFERENCE), mapping)
