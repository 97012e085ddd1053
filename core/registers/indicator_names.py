"""What a table may call an indicator: its id, or its name in any language."""

from __future__ import annotations

from typing import Dict, Mapping

from ..catalogue.indicators.definitions import Indicator
from .column_names import plain_name


def indicators_by_name(indicators: Mapping[str, Indicator]) -> Dict[str, str]:
    """The ids and names of ``indicators``, as ``plain_name`` compares them → the id."""
    return {
        plain_name(text): indicator.id
        for indicator in indicators.values()
        for text in (indicator.id, *indicator.name.values())
    }
