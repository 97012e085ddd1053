"""Parameters that several groups have, by one name everywhere, and how they are read."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

from ..catalogue.law.dates import CURRENT, READINGS
from ..catalogue.law.rule_sets import all_rule_sets
from ..i18n import tr
from .base import SociodemografiAlgorithm

CATALOGUE, HISTORY, MUNICIPALITY = "CATALOGUE", "HISTORY", "MUNICIPALITY"
READING = "READING"


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """``parameter``, folded away."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def names_of(text: str) -> "tuple[str, ...]":
    """The names of a text with commas between them."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def reading_parameter() -> QgsProcessingParameterEnum:
    """READING: which periods' figures the criteria are judged on."""
    return QgsProcessingParameterEnum(
        READING,
        tr(
            "Reading (current: the newest figures known, period: those of the same period, list: "
            "the law's own dates)"
        ),
        list(READINGS),
        False,
        CURRENT,
        False,
        True,
    )


def rule_set_choices() -> List[str]:
    """The static strings of RULE_SET."""
    return ["auto"] + [rules.id for rules in all_rule_sets()]


def read_history(
    algorithm: SociodemografiAlgorithm, parameters: dict, name: str, context: QgsProcessingContext
) -> Optional[Dict[Tuple[str, int], str]]:
    """(area, list year) → category from the table ``name``; None where none is given."""
    from ..gis.law.earlier_lists import read_history_source

    table = algorithm.table_or_file(parameters, name, context)
    return None if table is None else read_history_source(table)
