"""Parameters of one register read by itself: its kind, its profile, and how its file is to be
read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...catalogue.registers.kinds import ALL_KINDS
from ...errors import InputError
from ...i18n import tr
from ...registers.reading import ENCODINGS
from ..base import SociodemografiAlgorithm
from ..parameters import advanced
from .inputs import MAPPING, VALUES, add_values_parameter

if TYPE_CHECKING:
    from ...registers.delivery import Delivery, DeliveryProfile


KIND, PROFILE, PERIOD = "KIND", "PROFILE", "PERIOD"
READING = ("ENCODING", "SEPARATOR", "DECIMAL", "HEADER_ROW", "SHEET")


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
    add_values_parameter(algorithm)
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
            advanced(QgsProcessingParameterString(name, text, None, False, True))
        )
    algorithm.addParameter(
        advanced(
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
) -> "DeliveryProfile":
    """The profile the parameters give: the file's, with what the other parameters say on top."""
    from dataclasses import asdict, replace

    from ...registers.columns.mapping import parse_mapping
    from ...registers.delivery import DeliveryProfile, load_profile
    from ...registers.reading import reading_of
    from ...registers.values.rules import merged, parse_rules

    kind = algorithm.parameterAsString(parameters, KIND, context) or "persons"
    path = algorithm.parameterAsFile(parameters, PROFILE, context)
    profile = load_profile(path) if path else DeliveryProfile("", kind)
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
    text = algorithm.parameterAsString(parameters, VALUES, context)
    values = parse_rules(text, ALL_KINDS, profile.register).get(profile.register, {})
    return replace(
        profile,
        name=name or profile.name,
        mapping=mapping,
        reading=reading,
        values=merged(profile.values, values),
    )


def profiled_delivery(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    source: str,
    profile: "DeliveryProfile",
    context: QgsProcessingContext,
) -> "Delivery":
    """The delivery given as ``source``, read by ``profile``; raises where nothing is given."""
    found = earlier_delivery(algorithm, parameters, source, profile, context)
    if found is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, source))
    return found


def earlier_delivery(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    source: str,
    profile: "DeliveryProfile",
    context: QgsProcessingContext,
) -> "Optional[Delivery]":
    """The delivery given as ``source``, read by ``profile``; None where nothing is given."""
    from dataclasses import replace

    from ...gis.sources.register_source import point_mapping, sources_of
    from ...registers.delivery import Delivery

    rows = algorithm.table_or_file(parameters, source, context)
    if rows is None:
        return None
    sources = sources_of(rows, context.transformContext(), profile.reading)
    period = algorithm.parameterAsString(parameters, PERIOD, context).strip()
    return Delivery(
        profile.register,
        sources,
        replace(profile, mapping=point_mapping(sources, dict(profile.mapping))),
        period,
    )
