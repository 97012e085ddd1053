"""Which indicators vary as small numbers do: shares of persons, and rates of events."""

from __future__ import annotations

from typing import Dict, Mapping, Tuple

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.registers.kinds import register_kind
from .variation import Units


def small_number_units(known: Mapping[str, Indicator]) -> Units:
    """Indicator → (scale, events?) of the shares and rates that vary as small numbers do; means and
    sums of money do not."""
    found: Dict[str, Tuple[float, bool]] = {}
    for identifier, indicator in known.items():
        if (
            indicator.scale is not None
            and indicator.numerator_kind in ("count", "sum")
            and indicator.unit in ("percent", "per_1000")
        ):
            flow = indicator.numerator_kind == "count" and register_kind(indicator.register).flow
            found[identifier] = (indicator.scale, flow or indicator.unit == "per_1000")
    return found
