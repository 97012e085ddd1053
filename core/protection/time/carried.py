"""How far values carried over are from the new ones, as the readers of an edition are told."""

from __future__ import annotations

from typing import Mapping, Sequence

from ...measures.atom_counts import AtomCounts
from ..system.places import Cell, Place
from .binding import Shown


def largest_distance_told(
    carried: Mapping[Cell, Shown],
    counts: AtomCounts,
    period: str,
    areas: Sequence[Place],
    turnover: int,
) -> float:
    """How far the counts of the shares ``carried`` are from those of ``period`` at the most.

    That is ``turnover`` − 1 by the rule itself, unless a value was carried over for the sake of
    another. Then it is rounded up to 1, 2 or 5 times a power of ten: the largest change itself
    would be an equation to whoever knows the rules.
    """
    inside = {place.key: place.atoms for place in areas}
    least, largest = float(max(turnover - 1, 0)), 0.0
    for (area_set, area, indicator), (have, whole, _) in carried.items():
        now = counts.values[(period, indicator)]
        numerator, denominator = (
            float(now[kind][inside[(area_set, area)]].sum())
            for kind in ("numerator", "denominator")
        )
        largest = max(
            largest,
            abs(numerator - have),
            abs(denominator - whole),
            abs((denominator - numerator) - (whole - have)),
        )
    if largest <= least:
        return least
    steps = (times * 10**power for power in range(1, 20) for times in (1, 2, 5))
    return float(next(step for step in steps if step >= largest))
