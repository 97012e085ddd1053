"""Parameters that the algorithms of disclosure control share."""

from __future__ import annotations

from typing import List

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...catalogue.protection.rules import standard_profiles
from ...i18n import in_language, tr
from ..base import SociodemografiAlgorithm
from ..parameters import CATALOGUE

MONITOR, PROFILE, PERIOD = "MONITOR", "PROFILE", "PERIOD"
WIDEST = "offentlig"


def add_edition_parameters(
    algorithm: SociodemografiAlgorithm, with_internal: bool = False, with_period: bool = True
) -> None:
    """Monitor file, edition, period, and the municipality's own catalogue."""
    algorithm.addParameter(
        QgsProcessingParameterFile(
            MONITOR, tr("Monitor file"), QgsProcessingParameterFile.Behavior.File, "gpkg"
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            PROFILE,
            tr(
                "Edition ({choices})",
                choices=", ".join(in_language(p.name) for p in _profiles(with_internal)),
            ),
            [p.id for p in _profiles(with_internal)],
            False,
            WIDEST,
            False,
            True,
        )
    )
    if with_period:
        algorithm.addParameter(
            QgsProcessingParameterString(
                PERIOD, tr("Period (YYYY-MM; empty for the newest)"), None, False, True
            )
        )
    algorithm.addParameter(
        QgsProcessingParameterFile(
            CATALOGUE,
            tr("Folder with the municipality's own indicators and limits"),
            QgsProcessingParameterFile.Behavior.Folder,
            "",
            None,
            True,
        )
    )


def _profiles(with_internal: bool) -> List[object]:
    return [p for p in standard_profiles() if with_internal or p.protects]


def read_edition(
    algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext
) -> "tuple":
    """(monitor file, profile id, period, catalogue folder)."""
    return (
        algorithm.parameterAsFile(parameters, MONITOR, context),
        algorithm.parameterAsString(parameters, PROFILE, context) or WIDEST,
        (
            algorithm.parameterAsString(parameters, PERIOD, context).strip()
            if algorithm.parameterDefinition(PERIOD) is not None
            else ""
        ),
        algorithm.parameterAsString(parameters, CATALOGUE, context),
    )
