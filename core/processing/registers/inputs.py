"""Parameters that countindicators and runmonitor share, and how they become the pipeline's
inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...catalogue.indicators.facets import all_facets
from ...catalogue.law.municipalities import municipalities, municipality_code
from ...catalogue.registers.kinds import ALL_KINDS, COUNTED_KINDS, register_kind
from ...errors import InputError
from ...gis.host import compat
from ...gis.host.feedback import FeedbackProgress
from ...i18n import in_language, tr
from ...registers.reading import ENCODINGS
from ..base import SociodemografiAlgorithm, TableOrFile

if TYPE_CHECKING:
    from ...areas.area_set import AreaSet
    from ...pipeline.inputs import Inputs
    from ...registers.delivery import Delivery, Profile

AREAS, AREA_ID_FIELD, PERSONS, ADDRESSES = "AREAS", "AREA_ID_FIELD", "PERSONS", "ADDRESSES"
MAPPING, REFERENCE, HISTORY = "MAPPING", "REFERENCE", "HISTORY"
MUNICIPALITY = "MUNICIPALITY"
SINGLE_YEAR, UNKNOWN_AS_BASIC, GO_ON = "SINGLE_YEAR", "UNKNOWN_AS_BASIC", "GO_ON"
FIGURES, FIGURE_AREAS, CATALOGUE, FACETS = "FIGURES", "FIGURE_AREAS", "CATALOGUE", "FACETS"
AREA_SET_ID = "areas"
KIND, PROFILE, PERIOD = "KIND", "PROFILE", "PERIOD"
READING = ("ENCODING", "SEPARATOR", "DECIMAL", "HEADER_ROW", "SHEET")
PARAMETER_OF = {kind: kind.upper() for kind in (*COUNTED_KINDS, "figures")}
"""Register kind → parameter: ``PERSONS``, ``HOUSEHOLDS``, … ``FIGURES``."""


def add_register_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The areas, the register, and what places and compares it."""
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
        TableOrFile(PERSONS, tr("Persons (CSV file, folder of monthly files, layer or table)"))
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


def _advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def add_more_registers(algorithm: SociodemografiAlgorithm) -> None:
    """The registers besides the persons, and the finished figures."""
    for kind, name in PARAMETER_OF.items():
        if kind != "persons":
            algorithm.addParameter(
                _advanced(TableOrFile(name, in_language(register_kind(kind).text), True))
            )
    algorithm.addParameter(
        _advanced(
            QgsProcessingParameterFeatureSource(
                FIGURE_AREAS,
                tr("Areas of the finished figures, where they are others"),
                [compat.POLYGON_SOURCE],
                None,
                True,
            )
        )
    )


def add_catalogue_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The municipality's own indicators, and facets."""
    algorithm.addParameter(
        _advanced(
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
        _advanced(
            QgsProcessingParameterString(
                FACETS,
                tr(
                    "Break down by ({facets}; several with comma, crossed with *)",
                    facets=", ".join(all_facets()),
                ),
                None,
                False,
                True,
            )
        )
    )


def add_reading_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The kind of a register, its profile, and how its file is to be read where the guess is
    wrong."""
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            KIND, tr("Kind of register"), list(ALL_KINDS), False, "persons", False, True
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterFile(
            PROFILE,
            tr("Delivery profile (JSON)"),
            QgsProcessingParameterFile.Behavior.File,
            "json",
            None,
            True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterString(
            MAPPING,
            tr("Mapping (JSON: role → column; the rest is guessed from names)"),
            None,
            True,
            True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterString(
            PERIOD, tr("Period of files that do not say theirs (YYYY-MM)"), None, False, True
        )
    )
    texts = (
        ("ENCODING", tr("Encoding ({choices}; empty: found)", choices=", ".join(ENCODINGS))),
        ("SEPARATOR", tr("Separator (empty: found)")),
        ("DECIMAL", tr("Decimal sign (empty: found)")),
        ("SHEET", tr("Sheet of a workbook (empty: the first with a table)")),
    )
    for name, text in texts:
        algorithm.addParameter(
            _advanced(QgsProcessingParameterString(name, text, None, False, True))
        )
    algorithm.addParameter(
        _advanced(
            QgsProcessingParameterNumber(
                "HEADER_ROW",
                tr("Row with the column names (0: found)"),
                QgsProcessingParameterNumber.Type.Integer,
                0,
                False,
                0,
            )
        )
    )


def read_profile(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    name: str = "",
) -> "Profile":
    """The profile the parameters give: the file's, with what the other parameters say on top."""
    from dataclasses import asdict

    from ...registers.columns.mapping import parse_mapping
    from ...registers.delivery import Profile, load_profile
    from ...registers.reading import reading_of

    kind = algorithm.parameterAsString(parameters, KIND, context) or "persons"
    path = algorithm.parameterAsFile(parameters, PROFILE, context)
    profile = load_profile(path) if path else Profile("", kind)
    if path and profile.register != kind and parameters.get(KIND) is not None:
        raise InputError(
            tr(
                "The profile is of the register {found}, not {wanted}.",
                found=profile.register,
                wanted=kind,
            ),
            tr("Choose the profile's kind of register, or another profile."),
        )
    given = {
        key.lower(): algorithm.parameterAsString(parameters, key, context)
        for key in READING
        if key != "HEADER_ROW"
    }
    given["separator"] = {"tab": "\t", "\\t": "\t"}.get(given["separator"], given["separator"])
    given["header_row"] = algorithm.parameterAsInt(parameters, "HEADER_ROW", context)
    reading = reading_of(
        {**asdict(profile.reading), **{key: value for key, value in given.items() if value}}
    )
    mapping = {
        **profile.mapping,
        **parse_mapping(algorithm.parameterAsString(parameters, MAPPING, context)),
    }
    return Profile(name or profile.name, profile.register, mapping, reading)


def profiled_delivery(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    source: str,
    profile: "Profile",
    context: QgsProcessingContext,
) -> "Optional[Delivery]":
    """The delivery given as ``source``, read by ``profile``; None where nothing is given."""
    from dataclasses import replace

    from ...gis.sources.register_source import point_mapping, sources_of
    from ...registers.delivery import Delivery

    thing = algorithm.table_or_file(parameters, source, context)
    if thing is None:
        return None
    sources = sources_of(thing, context.transformContext(), profile.reading)
    period = algorithm.parameterAsString(parameters, PERIOD, context).strip()
    return Delivery(
        profile.register,
        sources,
        replace(profile, mapping=point_mapping(sources, dict(profile.mapping))),
        period,
    )


def add_reference_parameter(algorithm: SociodemografiAlgorithm) -> None:
    """The reference table."""
    algorithm.addParameter(
        TableOrFile(REFERENCE, tr("Reference values (level, period, indicator, value)"), True)
    )


def add_expert_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The municipality, and choices that depart from the law's method, folded away."""
    algorithm.addParameter(
        _advanced(
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
        algorithm.addParameter(_advanced(QgsProcessingParameterBoolean(name, text, False)))


def read_choices(
    algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext
) -> dict:
    """What the expert parameters say, as keywords of ``pipeline.inputs.Choices``."""
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
    }


def names_of(text: str) -> "tuple[str, ...]":
    """The names of a text with commas between them."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


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
    context: QgsProcessingContext,
) -> "Optional[Delivery]":
    """The delivery of the table, file or folder given as ``name``; None where nothing is."""
    from ...gis.sources.register_source import point_mapping, sources_of
    from ...registers.delivery import Delivery, Profile

    thing = algorithm.table_or_file(parameters, name, context)
    if thing is None:
        return None
    sources = sources_of(thing, context.transformContext())
    return Delivery(kind, sources, Profile("", kind, point_mapping(sources, mapping)))


def read_mappings(text: str) -> "dict[str, dict]":
    """Register kind → role → column, of JSON: ``{"age": "alder"}`` speaks of the persons,
    ``{"persons": {…}, "events": {…}}`` of several registers."""
    from ...registers.columns.mapping import parse_mapping, parse_mappings

    return parse_mappings(text, tuple(PARAMETER_OF)) or {"persons": parse_mapping(text)}


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
        thing = algorithm.table_or_file(parameters, name, context)
        return [] if thing is None else sources_of(thing, context.transformContext())

    mappings = read_mappings(algorithm.parameterAsString(parameters, MAPPING, context))
    deliveries = [
        read_delivery(algorithm, parameters, name, kind, mappings.get(kind, {}), context)
        for kind, name in PARAMETER_OF.items()
        if algorithm.parameterDefinition(name) is not None
    ]
    figure_areas = None
    if algorithm.parameterDefinition(FIGURE_AREAS) is not None:
        figure_areas = read_area_set(algorithm, parameters, FIGURE_AREAS, "", context, progress)
    return Inputs(
        [area_set],
        [d for d in deliveries if d is not None],
        read(ADDRESSES),
        read(REFERENCE),
        figure_areas=figure_areas,
    )
