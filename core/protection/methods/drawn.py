"""Figures of areas that users draw themselves, by the cell-key method.

What will be drawn cannot be foreseen, so nothing can be hidden beforehand. Instead every count is
changed a little, always in the same way for the same persons; so drawing the same area again tells
no more.
"""

from __future__ import annotations

from typing import List, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.rules import CellKeyRules, Profile
from ...measures.atom_counts import AtomCounts
from ..statuses import HIDDEN, SHOWN
from ..system.families import KERNEL, SHARE, kind_of
from ..system.places import areas_of, residents_of
from .cell_key import Perturbation, perturbation
from .record_keys import cell_keys
from .shown import shown_value

COLUMNS = ("area_id", "period", "indicator", "numerator", "denominator", "value", "status")


def may_be_keyed(indicator: Indicator) -> bool:
    """Is the indicator a count of persons, or a share of two such counts?"""
    return indicator.numerator_kind == "count" and kind_of(indicator) in (KERNEL, SHARE)


def drawn_figures(
    counts: AtomCounts,
    area_set: str,
    indicators: Sequence[Indicator],
    period: str,
    profile: Profile,
    rules: CellKeyRules,
) -> Tuple[pd.DataFrame, List[str]]:
    """(``COLUMNS`` of every area and indicator, the indicators left out).

    Numerators and denominators are changed each by its own persons' keys, and the value is worked
    out from the two changed ones. An area with fewer residents or households than the profile, or
    the indicator's source, asks for shows nothing. Left out are indicators the
    profile may not hold, and those whose register has no identifiers.
    """
    changes = perturbation(rules.deviation, rules.variance, rules.blocked)
    residents, homes = residents_of(counts, period)
    inside = {
        place.area_id: place.atoms for place in areas_of(counts) if place.area_set == area_set
    }
    rows, left_out = [], []
    for indicator in indicators:
        values = counts.values.get((period, indicator.id), {})
        if (
            not profile.may_hold(indicator)
            or not may_be_keyed(indicator)
            or "numerator_key" not in values
        ):
            left_out.append(indicator.id)
            continue
        for area, here in inside.items():
            figures = [np.nan, np.nan, np.nan]
            least, least_homes = profile.gate(indicator)
            seen = residents[here].sum() >= least and (
                homes is None or homes.within(here) >= least_homes
            )
            if seen and not counts.unknown(period, indicator.id, here):
                part, whole = (
                    _changed(changes, values, kind, here) for kind in ("numerator", "denominator")
                )
                figures = [min(part, whole) if whole == whole else part, whole, np.nan]
                if indicator.scale is None:
                    figures[2] = figures[0]
                elif whole > 0:
                    figures[2] = shown_value(
                        indicator.scale * figures[0] / whole, whole, indicator, profile
                    )
            rows.append((area, period, indicator.id, *figures, SHOWN if seen else HIDDEN))
    return pd.DataFrame(rows, columns=list(COLUMNS)), left_out


def _changed(
    changes: Perturbation, values: Mapping[str, np.ndarray], kind: str, atoms: np.ndarray
) -> float:
    if kind not in values or f"{kind}_key" not in values:
        return np.nan
    count = int(round(float(values[kind][atoms].sum())))
    return float(
        changes.shown([count], cell_keys(np.array([values[f"{kind}_key"][atoms].sum()])))[0]
    )
