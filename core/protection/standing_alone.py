"""Figures that no system of numbers binds, each judged by itself: medians, finished figures, and
those that are known of nobody."""

from __future__ import annotations

from typing import Dict, FrozenSet, Mapping, Sequence

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..measures.observations import OF_REGISTER, SOURCE
from .period_systems import PeriodSystems
from .system.families import MEDIAN
from .system.places import WHOLE, Cell
from .system.reasons import FEW, GATE, MISSING, UNKNOWN
from .system.sums import LEAST_UNITS


def hidden_alone(
    systems: PeriodSystems, observations: Mapping[str, pd.DataFrame], gated: FrozenSet[Cell]
) -> Dict[Cell, str]:
    """The medians and finished figures that must not be shown, each by its own persons and its
    area's size, with why.

    Args:
        observations: area set id → observations.
        gated: what areas that are too small do not show.
    """
    found: Dict[Cell, str] = {}
    for indicator in systems.of(MEDIAN, ""):
        least = max(systems.profile.least_persons(indicator), LEAST_UNITS)
        for area_set, table in observations.items():
            rows = table[(table["indicator"] == indicator.id) & (table["period"] == systems.period)]
            counted = _from_registers(rows)
            for area, numerator, denominator, persons, in_register in zip(
                rows["area_id"], rows["numerator"], rows["denominator"], rows["persons"], counted
            ):
                cell = (area_set, area, indicator.id)
                counts = (
                    [persons]
                    if systems.kinds[indicator.id] == MEDIAN
                    else [numerator, denominator, denominator - numerator]
                )
                if cell in gated:
                    found[cell] = GATE
                elif any(n < least for n in counts):
                    found[cell] = FEW
                elif any(np.isnan(n) for n in counts) or (
                    in_register and not systems.kinds[indicator.id]
                ):
                    found[cell] = UNKNOWN
    return found


def _from_registers(rows: pd.DataFrame) -> Sequence[bool]:
    """Which figures were counted: where finished figures have taken their place elsewhere, they
    stand in no system that could tell what else they give away."""
    if SOURCE not in rows:
        return [False] * len(rows)
    return [OF_REGISTER in str(source) for source in rows[SOURCE]]


def known_of_nobody(systems: PeriodSystems, indicators: Sequence[Indicator]) -> Dict[Cell, str]:
    """The figures of ``indicators`` that are known of none of those they are of: shown, they would
    read as none."""
    places = [
        *((place.key, place.atoms) for place in systems.areas),
        (WHOLE, np.arange(systems.counts.atoms)),
    ]
    return {
        (*key, indicator.id): MISSING
        for indicator in indicators
        for key, atoms in places
        if systems.counts.unknown(systems.period, indicator.id, atoms)
    }
