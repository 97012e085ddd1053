"""The scales and breaks that a shared index may carry: worked out from released figures alone.

Those that an index was judged with rest on every area, and would tell of those that are hidden.
"""

from __future__ import annotations

from dataclasses import replace
from typing import List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.index.definitions import IndexDefinition
from ..catalogue.index.methods import GIVEN, THIS_PERIOD
from ..catalogue.index.traits import aggregation_traits, class_traits, normalisation_traits
from ..catalogue.indicators.definitions import Indicator
from ..errors import InputError, SociodemografiError
from ..i18n import tr
from ..index.composite import Scores, score_index, signs
from ..index.cube import cube_of
from ..index.steps.classes import fixed_at
from ..index.steps.normalisation import scale_numbers


def with_released_scales(
    definitions: Sequence[IndexDefinition], cells: pd.DataFrame, known: Mapping[str, Indicator]
) -> Tuple[List[IndexDefinition], List[str]]:
    """The definitions with scales and breaks of the released figures, and the ids of those shared
    without."""
    shared, bare = [], []
    for one in definitions:
        _refuse_named_areas(one)
        frozen = _frozen(one, cells, known)
        shared.append(frozen or _without_numbers(one))
        bare += [] if frozen else [one.id]
    return shared, bare


def _refuse_named_areas(definition: IndexDefinition) -> None:
    """A definition that names an area may name one that was not released."""
    methods = {definition.normalisation_of(member).name for member in definition.members}
    if any(normalisation_traits(name).of_area for name in methods):
        raise InputError(
            tr("The index {name} names an area, and cannot be shared.", name=definition.id),
            tr("Choose another normalisation than reference."),
        )


def _without_numbers(definition: IndexDefinition) -> IndexDefinition:
    """``definition`` without scales that may rest on figures that were not released."""
    themes = tuple(
        replace(theme, members=tuple(replace(m, scale=None) for m in theme.members))
        for theme in definition.themes
    )
    return replace(definition, themes=themes, baseline=THIS_PERIOD, baseline_period="")


def _frozen(
    definition: IndexDefinition, cells: pd.DataFrame, known: Mapping[str, Indicator]
) -> Optional[IndexDefinition]:
    """``definition`` with the numbers and breaks that the released figures give; None where it has
    none to give.

    Only steps that are a shift and a stretch can be told in numbers, and only where the released
    figures carry the index at all, with breaks that differ.
    """
    methods = {definition.normalisation_of(member).name for member in definition.members}
    aggregations = {definition.theme_aggregation.name, definition.index_aggregation.name}
    if (
        not all(normalisation_traits(name).linear for name in methods)
        or definition.theme_normalisation is not None
        or not all(aggregation_traits(name).area_by_area for name in aggregations)
    ):
        return None
    if definition.rescale is not None:
        rescale = normalisation_traits(definition.rescale.name)
        # cuts in standard deviations fall where they fell, whatever the score is stretched to
        stretched = rescale.linear or rescale.unchanged
        if not stretched or not class_traits(definition.classes.method).in_spreads:
            return None
    own = replace(_without_numbers(definition), rescale=None, shrinkage=False, dynamics=None)
    scores = _scored(own, cells, known)
    if scores is None or np.any(np.diff(scores.fitted.cuts[-1]) <= 0):
        return None
    sign_of = signs(own, known)
    numbers = [
        scale_numbers(scale, own.normalisation_of(member), sign_of[member.indicator])
        for member, scale in zip(own.members, scores.fitted.members)
    ]
    if not all(found is not None and found.get("sd", 1.0) > 0 for found in numbers):
        return None
    by_member = dict(zip(own.indicators, numbers))
    themes = tuple(
        replace(
            theme, members=tuple(replace(m, scale=by_member[m.indicator]) for m in theme.members)
        )
        for theme in own.themes
    )
    return replace(
        own, themes=themes, baseline=GIVEN, classes=fixed_at(own.classes, scores.fitted.cuts)
    )


def _scored(
    definition: IndexDefinition, cells: pd.DataFrame, known: Mapping[str, Indicator]
) -> Optional[Scores]:
    """The index of the released figures, over the area set that has most of them."""
    if not len(cells):
        return None
    largest = cells["area_set"].value_counts().index[0]
    try:
        return score_index(
            cube_of(cells[cells["area_set"] == largest]), definition, signs(definition, known)
        )
    except SociodemografiError:
        return None
