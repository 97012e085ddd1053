"""Parameters that the algorithms of disclosure control share."""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...catalogue.protection.entries import Entry, standard_entries
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
                choices=", ".join(in_language(one["name"]) for one in _profiles(with_internal)),
            ),
            [one["id"] for one in _profiles(with_internal)],
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


def _profiles(with_internal: bool) -> List[Entry]:
    return [one for one in standard_entries() if with_internal or one["protects"]]


class WantedEdition(NamedTuple):
    """Which edition is asked for, in the order that ``prepare_edition`` takes."""

    monitor: str
    profile: str
    period: str
    catalogue: str


def read_edition(
    algorithm: SociodemografiAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> WantedEdition:
    """What the parameters say of the edition; no period where the algorithm has none."""
    has_period = algorithm.parameterDefinition(PERIOD) is not None
    return WantedEdition(
        monitor=algorithm.parameterAsFile(parameters, MONITOR, context),
        profile=algorithm.parameterAsString(parameters, PROFILE, context) or WIDEST,
        period=(
            algorithm.parameterAsString(parameters, PERIOD, context).strip() if has_period else ""
        ),
        catalogue=algorithm.parameterAsString(parameters, CATALOGUE, context),
    )
