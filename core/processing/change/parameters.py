"""Parameters that the algorithms of change share: which figures of which monitor file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...errors import InputError
from ...i18n import tr
from ..base import SociodemografiAlgorithm
from ..parameters import CATALOGUE, advanced, names_of

if TYPE_CHECKING:
    from ...catalogue.indicators.definitions import Indicator
    from ...pipeline.changing import Held
    from ...store.monitor_file import MonitorFile

MONITOR, AREA_SET, INDICATORS = "MONITOR", "AREA_SET", "INDICATORS"


class Chosen(NamedTuple):
    """What was chosen: the file, what it has of the area set, and the indicators."""

    store: "MonitorFile"
    there: "Held"
    indicators: "List[Indicator]"
    catalogue: str


def add_text(
    algorithm: SociodemografiAlgorithm, name: str, text: str, optional: bool = True
) -> None:
    """A line of text."""
    algorithm.addParameter(QgsProcessingParameterString(name, text, None, False, optional))


def add_figures_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """Monitor file, area set, indicators, and the municipality's own catalogue."""
    algorithm.addParameter(
        QgsProcessingParameterFile(
            MONITOR, tr("Monitor file"), QgsProcessingParameterFile.Behavior.File, "gpkg"
        )
    )
    add_text(algorithm, AREA_SET, tr("Area set (its id; empty: the only one in the file)"))
    add_text(algorithm, INDICATORS, tr("Indicators (ids with comma; empty: all)"))
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


def read_chosen(
    algorithm: SociodemografiAlgorithm,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    areas: "tuple[str, ...]" = (),
) -> Chosen:
    """What the parameters choose.

    Raises:
        InputError: an area set, indicator or one of the ``areas`` is not there; says what is.
        StoreError: the file cannot be read.
    """
    from ...pipeline.changing import asked, held
    from ...store.monitor_file import MonitorFile

    store = MonitorFile(algorithm.parameterAsFile(parameters, MONITOR, context))
    store.check_there()
    folder = algorithm.parameterAsString(parameters, CATALOGUE, context)
    area_set = algorithm.parameterAsString(parameters, AREA_SET, context).strip()
    if not area_set:
        area_set = _the_only_one(store.areas.sets()["area_set"].tolist())
    there = held(store, area_set, folder)
    names = names_of(algorithm.parameterAsString(parameters, INDICATORS, context))
    return Chosen(store, there, asked(there, names, areas), folder)


def _the_only_one(area_sets: List[str]) -> str:
    if len(area_sets) != 1:
        raise InputError(
            tr("AREA_SET: the monitor file has {count} area sets.", count=len(area_sets)),
            tr("Choose one of {choices}.", choices=", ".join(area_sets) or "-"),
        )
    return area_sets[0]


def read_period(
    algorithm: SociodemografiAlgorithm,
    parameters: Dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> str:
    """The period given as ``name``; empty where none is.

    Raises:
        InputError: it is none.
    """
    from ...periods import is_period

    text = algorithm.parameterAsString(parameters, name, context).strip()
    if text and not is_period(text):
        raise InputError(
            tr("{name}: {text} is not a period.", name=name, text=text),
            tr("Write a month as 2026-01, or a year as 2025."),
        )
    return text


def read_boundaries(
    algorithm: SociodemografiAlgorithm,
    parameters: Dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> str:
    """The boundaries given as ``name``: empty, ``today`` or an ISO date.

    Raises:
        InputError: it is neither.
    """
    import datetime

    text = algorithm.parameterAsString(parameters, name, context).strip().lower()
    if text in ("", "today"):
        return text
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(
            tr("{name}: {text} is not a date.", name=name, text=text),
            tr("Write today, or a date as 2026-01-31."),
        ) from None
