"""Numbers in an indicator's own unit, where its normalisation needs them: suggested by the areas' figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, Mapping

import numpy as np

from ..catalogue.index_definitions import IndexDefinition, Member, Method, needed
from .cube import Cube

DIGITS = 2


def with_goals(definition: IndexDefinition, cube: Cube, sign_of: Mapping[str, float]) -> IndexDefinition:
    """Every indicator without a normalisation of its own gets one, where the index's needs numbers in its unit.

    ``from`` is the least disadvantaged figure in ``cube``, ``to`` and ``target`` the most, rounded outwards to
    ``DIGITS``; an indicator without figures gets 0 and 1.
    """
    if not needed(definition.normalisation):
        return definition

    def with_own(member: Member) -> Member:
        if member.normalisation is not None:
            return member
        options = {**definition.normalisation.options, **_suggested(member, definition, cube, sign_of)}
        return replace(member, normalisation=Method(definition.normalisation.name, options))

    return replace(definition, themes=tuple(
        replace(theme, members=tuple(map(with_own, theme.members))) for theme in definition.themes))


def _suggested(member: Member, definition: IndexDefinition, cube: Cube, sign_of: Mapping[str, float]
               ) -> Dict[str, float]:
    figures = cube.values.get(member.indicator)
    known = figures[~np.isnan(figures)] if figures is not None else np.empty(0)
    low, high = (known.min(), known.max()) if len(known) else (0.0, 1.0)
    scale = 10.0 ** DIGITS
    low, high = float(np.floor(low * scale) / scale), float(np.ceil(high * scale) / scale)
    least, most = (low, high) if sign_of[member.indicator] > 0 else (high, low)
    if least == most:  # a column that is the same everywhere has no ends
        most = least + sign_of[member.indicator]
    return {name: least if name == "from" else most for name in needed(definition.normalisation)}
