"""Numbers in an indicator's own unit, where its normalisation needs them: a first choice that tells
nothing of areas.

They are the natural ends of the unit, or the power of ten beyond the figures, and never a figure: a
definition is shared, what is not released is not.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import AbstractSet, Dict, Mapping, Set, Tuple

from ...catalogue.index.definitions import IndexDefinition, Member, Method, needed
from ...catalogue.indicators.definitions import Indicator

PERCENT = (0.0, 100.0)


def natural_ends(low: float, high: float, unit: str) -> Tuple[float, float]:
    """Where figures from ``low`` to ``high`` of a unit begin and end by nature: 0 to 100 percent,
    else 0 to the power of ten at or above the largest (and from the one below zero, where there are
    negative figures)."""
    if unit == "percent" and PERCENT[0] <= low and high <= PERCENT[1]:
        return PERCENT
    return (-_power_of_ten(-low) if low < 0 else 0.0), _power_of_ten(high)


def _power_of_ten(largest: float) -> float:
    return 10.0 ** math.ceil(math.log10(largest)) if largest > 0 else 1.0


def lacking_goals(
    before: IndexDefinition, wanted: IndexDefinition, known: Mapping[str, Indicator]
) -> Set[str]:
    """The indicators of ``wanted`` that need a first choice of numbers: all without their own where
    the index's normalisation is another than ``before``, else those that are new, and those whose
    target lies on the side they were turned away from."""
    bare = {member.indicator for member in wanted.members if member.normalisation is None}
    if wanted.normalisation.name != before.normalisation.name:
        return bare
    directions = {member.indicator: _direction(member, known) for member in before.members}
    turned = {
        member.indicator
        for member in wanted.members
        if "target" in wanted.normalisation_of(member).options
        and directions.get(member.indicator, _direction(member, known)) != _direction(member, known)
    }
    return turned | (bare - set(before.indicators))


def _direction(member: Member, known: Mapping[str, Indicator]) -> str:
    return member.direction or (
        known[member.indicator].direction if member.indicator in known else ""
    )


def with_goals(
    definition: IndexDefinition,
    indicators: AbstractSet[str],
    ranges: Mapping[str, Tuple[float, float]],
    known: Mapping[str, Indicator],
    sign_of: Mapping[str, float],
) -> IndexDefinition:
    """``definition`` with a first choice of the numbers that the normalisation of ``indicators``
    needs.

    Args:
        ranges: indicator → its lowest and highest figure; 0 and 1 are taken where it is not there.
        sign_of: indicator → 1 where more is more disadvantage, −1 where less is.
    """

    def first_choice(member: Member) -> Member:
        method = definition.normalisation_of(member)
        if member.indicator not in indicators or not needed(method):
            return member
        unit = known[member.indicator].unit if member.indicator in known else ""
        ends = natural_ends(*ranges.get(member.indicator, (0.0, 1.0)), unit)
        least, most = ends if sign_of[member.indicator] > 0 else ends[::-1]
        numbers: Dict[str, float] = {
            name: least if name == "from" else most for name in needed(method)
        }
        return replace(member, normalisation=Method(method.name, {**method.options, **numbers}))

    return replace(
        definition,
        themes=tuple(
            replace(theme, members=tuple(map(first_choice, theme.members)))
            for theme in definition.themes
        ),
    )
