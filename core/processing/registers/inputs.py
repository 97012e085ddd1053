"""Parameters that countindicators and runmonitor share, and how they become the pipeline's
inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...catalogue.indicators.choices import facet_ids
from ...catalogue.registers.kinds import COUNTED_KINDS, register_kind
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import in_language, tr
from ..base import SociodemografiAlgorithm, TableOrFile
from ..parameters import CATALOGUE, MUNICIPALITY, advanced

if TYPE_CHECKING:
    from ...areas.area_set import AreaSet
    from ...pipeline.inputs import Inputs
    from ...registers.delivery import Delivery

AREAS, AREA_ID_FIELD, PERSONS, ADDRESSES = "AREAS", "AREA_ID_FIELD", "PERSONS", "ADDRESSES"
MAPPING, VALUES, REFERENCE = "MAPPING", "VALUES", "REFERENCE"
SINGLE_YEAR, UNKNOWN_AS_BASIC, GO_ON = "SINGLE_YEAR", "UNKNOWN_AS_BASIC", "GO_ON"
FIGURE_AREAS, FIGURE_MAP, FACETS = "FIGURE_AREAS", "FIGURE_MAP", "FACETS"
SOURCE_ORDER = "SOURCE_ORDER"
AREA_SET_ID = "areas"
SOURCE_ORDERS = ("registers first", "figures first")
"""Those of ``pipeline.inputs``, which imports pandas and is not read at start-up."""
PARAMETER_OF = {kind: kind.upper() for kind in (*COUNTED_KINDS, "figures")}
"""Register kind → parameter: ``PERSONS``, ``HOUSEHOLDS``, … ``FIGURES``."""


def add_register_parameters(
    algorithm: SociodemografiAlgorithm, without_persons: bool = False
) -> None:
    """The areas, the register, and what places and compares it; ``without_persons`` where other
    registers or finished figures may come alone."""
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(AREAS, tr("Areas"), [compat.POLYGON_SOURCE])
    )
    algorithm.addParameter(
        QgsProcessingParameterField(
            AREA_ID_FIELD,
            tr("Field with the area id"),
            None,
            AREAS,
            QgsProcessingParameterField.DataType.Any,
            False,
            True,
        )
    )
    algorithm.addParameter(
        TableOrFile(
            PERSONS,
            tr("Persons (CSV file, folder of monthly files, layer or table)"),
            without_persons,
        )
    )
    algorithm.addParameter(TableOrFile(ADDRESSES, tr("Address list (address_key, x, y)"), True))
    algorithm.addParameter(
        QgsProcessingParameterString(
            MAPPING,
            tr("Mapping (JSON: role → column; the rest is guessed from names)"),
            None,
            True,
            True,
        )
    )
    add_values_parameter(algorithm)


def add_values_parameter(algorithm: SociodemografiAlgorithm) -> None:
    """What values mean that the catalogue does not know."""
    algorithm.addParameter(
        advanced(
            QgsProcessingParameterString(
                VALUES,
                tr("Translated values (JSON: role → value → code; an empty code is unknown)"),
                None,
                True,
                True,
            )
        )
    )


def add_more_registers(algorithm: SociodemografiAlgorithm) -> None:
    """The registers besides the persons, and the finished figures."""
    for kind, name in PARAMETER_OF.items():
        if kind != "persons":
            algorithm.addParameter(
                advanced(TableOrFile(name, in_language(register_kind(kind).text), True))
            )
    algorithm.addParameter(
        advanced(
            QgsProcessingParameterFeatureSource(
                FIGURE_AREAS,
                tr("Areas of the finished figures, where they are others"),
                [compat.POLYGON_SOURCE],
                None,
                True,
            )
        )
    )

    algorithm.addParameter(
        advanced(
            TableOrFile(
                FIGURE_MAP,
                tr("Units of the finished figures and their areas (unit, area, share)"),
                True,
            )
        )
    )
    algorithm.addParameter(
        advanced(
            QgsProcessingParameterEnum(
                SOURCE_ORDER,
                tr("Which goes first where a register and the finished figures have a figure"),
                list(SOURCE_ORDERS),
                False,
                SOURCE_ORDERS[0],
                True,
                True,
            )
        )
    )


def add_catalogue_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The municipality's own indicators, and facets."""
    algorithm.addParameter(
        advanced(
            QgsProcessingParameterFile(
                CATALOGUE,
                tr("Folder with the municipality's own indicators"),
                QgsProcessingParameterFile.Behavior.Folder,
                "",
                None,
                True,
            )
        )
    )
    algorithm.addParameter(
        advanced(
            QgsProcessingParameterString(
                FACETS,
                tr(
                    "Break down by ({facets}; several with comma, crossed with *)",
                    facets=", ".join(facet_ids()),
                ),
                None,
                False,
                True,
            )
        )
    )


def add_reference_parameter(algorithm: SociodemografiAlgorithm) -> None:
    """The reference table."""
    algorithm.addParameter(
        TableOrFile(REFERENCE, tr("Reference values (level, period, indicator, value)"), True)
    )


def add_expert_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The municipality, and choices that depart from the law's method, folded away."""
    algorithm.addParameter(
        advanced(
            QgsProcessingParameterString(
                MUNICIPALITY,
                tr("Municipality code (to choose its region among reference values)"),
                None,
                False,
                True,
            )
        )
    )
    for name, text in (
        (
            SINGLE_YEAR,
            tr(
                "Use the years there are where the law wants the mean of more years (approximation)"
            ),
        ),
        (UNKNOWN_AS_BASIC, tr("Count unknown education as basic school")),
        (
            GO_ON,
            tr("Go on although cells cannot be read (they count as unknown, and the run says so)"),
        ),
    ):
        algorithm.addParameter(advanced(QgsProcessingParameterBoolean(name, text, False)))


def read_choices(
    algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext
) -> dict:
    """What the expert parameters say, as keywords of ``pipeline.inputs.Choices``."""
    from ...catalogue.law.municipalities import municipalities, municipality_code

    code = algorithm.parameterAsString(parameters, MUNICIPALITY, context).strip()
    code = municipality_code(code) if code else ""
    return {
        "municipality": code,
        "region": municipalities()[code].region if code else "",
        "allow_fewer_years": algorithm.parameterAsBool(parameters, SINGLE_YEAR, context),
        "unknown_education_as_basic": algorithm.parameterAsBool(
            parameters, UNKNOWN_AS_BASIC, context
        ),
        "go_on": algorithm.parameterAsBool(parameters, GO_ON, context),
        "source_order": algorithm.parameterAsString(parameters, SOURCE_ORDER, context)
        or SOURCE_ORDERS[0],
    }


def read_area_set(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    field: str,
    context: QgsProcessingContext,
    progress: FeedbackProgress,
) -> "Optional[AreaSet]":
    """The area set of the source ``name``; None where none is given."""
    from ...gis.sources.area_source import area_set_of

    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        if parameters.get(name):
            raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
        return None
    return area_set_of(
        source,
        field,
        AREA_SET_ID,
        source.sourceName(),
        progress,
        context.transformContext(),
        crs=algorithm.crs_of_source(name),
    )


def read_delivery(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    name: str,
    kind: str,
    mapping: dict,
    values: dict,
    context: QgsProcessingContext,
) -> "Optional[Delivery]":
    """The delivery of the table, file or folder given as ``name``; None where nothing is."""
    from ...gis.sources.register_source import point_mapping, sources_of
    from ...registers.delivery import Delivery, DeliveryProfile

    rows = algorithm.table_or_file(parameters, name, context)
    if rows is None:
        return None
    sources = sources_of(rows, context.transformContext())
    profile = DeliveryProfile("", kind, point_mapping(sources, mapping), values=values)
    return Delivery(kind, sources, profile)


def read_mappings(text: str) -> "dict[str, dict]":
    """Register kind → role → column, of JSON: ``{"age": "alder"}`` speaks of the persons,
    ``{"persons": {…}, "events": {…}}`` of several registers."""
    from ...registers.columns.mapping import parse_mapping, parse_mappings

    return parse_mappings(text, tuple(PARAMETER_OF)) or {"persons": parse_mapping(text)}


def read_values(text: str) -> "dict[str, dict]":
    """Register kind → role → value → code, of JSON: ``{"sex": {"H": "m"}}`` speaks of the persons,
    ``{"moves": {…}}`` of several registers."""
    from ...registers.values.rules import parse_rules

    return parse_rules(text, tuple(PARAMETER_OF))


def read_inputs(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    progress: FeedbackProgress,
) -> "Inputs":
    """The pipeline's inputs; history is left to the caller."""
    from ...gis.sources.register_source import sources_of
    from ...pipeline.inputs import Inputs

    id_field = algorithm.parameterAsString(parameters, AREA_ID_FIELD, context)
    area_set = read_area_set(algorithm, parameters, AREAS, id_field, context, progress)
    if area_set is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, AREAS))

    def read(name: str) -> list:
        rows = algorithm.table_or_file(parameters, name, context)
        return [] if rows is None else sources_of(rows, context.transformContext())

    mappings = read_mappings(algorithm.parameterAsString(parameters, MAPPING, context))
    values = read_values(algorithm.parameterAsString(parameters, VALUES, context))
    deliveries = [
        read_delivery(
            algorithm,
            parameters,
            name,
            kind,
            mappings.get(kind, {}),
            values.get(kind, {}),
            context,
        )
        for kind, name in PARAMETER_OF.items()
        if algorithm.parameterDefinition(name) is not None
    ]
    figure_areas = None
    if algorithm.parameterDefinition(FIGURE_AREAS) is not None:
        figure_areas = read_area_set(algorithm, parameters, FIGURE_AREAS, "", context, progress)
    return Inputs(
        [area_set],
        [d for d in deliveries if d is not None],
        addresses=read(ADDRESSES),
        references=read(REFERENCE),
        figure_areas=figure_areas,
        figure_map=read(FIGURE_MAP) if algorithm.parameterDefinition(FIGURE_MAP) else (),
    )
