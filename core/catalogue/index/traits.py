"""What other steps of an index must know of a method: its traits, as ``index_methods.json`` has
them.

Code asks for the trait, never for the name, so a method is added by its formula and its entry in
the file alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Mapping, Optional, Tuple, Union

from .methods import Options, entry, methods


@dataclass(frozen=True)
class NormalisationTraits:
    """What other steps must know of a normalisation.

    Attributes:
        lowest: the lowest number it gives, the option that says it, or None for any number.
        needs: options that are numbers in the indicator's unit.
        given: the numbers that can be given instead of the areas' own scale.
        unchanged: figures stay as they are; what they can be is known when they are there.
        members_alone: for figures, which have a unit and a place; scores have neither.
        linear: a shift and a stretch (of logarithms for ``logarithm``).
        logarithm: of figures above zero.
        fixed: its own numbers are its scale; no baseline moves it.
        goal: the distance to a goal, which must lie beyond the least disadvantaged area.
        of_area: the goal is one of the areas.
    """

    lowest: Union[float, str, None]
    needs: Tuple[str, ...] = ()
    given: Tuple[str, ...] = ()
    unchanged: bool = False
    members_alone: bool = False
    linear: bool = False
    logarithm: bool = False
    fixed: bool = False
    goal: bool = False
    of_area: bool = False

    def lowest_of(self, options: Options) -> Optional[float]:
        """The lowest number it gives with ``options``; None for any number."""
        return options.get(self.lowest) if isinstance(self.lowest, str) else self.lowest


@dataclass(frozen=True)
class AggregationTraits:
    """What other steps must know of an aggregation.

    Attributes:
        above, at_least: the numbers it takes lie above this, or at the least at this; None for any.
        above_where_negative: an option; where that is below zero, numbers must lie above
            ``at_least``.
        linear: a weighted sum.
        of_any_scale: makes sense of numbers on any scale.
        within: its result lies between the numbers it is made of.
        loadings: weights are fitted to the numbers.
        compares_areas: an area's result rests on the numbers of all.
    """

    above: Optional[float] = None
    at_least: Optional[float] = None
    above_where_negative: str = ""
    linear: bool = False
    of_any_scale: bool = False
    within: bool = False
    loadings: bool = False
    compares_areas: bool = False

    @property
    def area_by_area(self) -> bool:
        """Does an area's result rest on its own numbers alone?"""
        return not self.loadings and not self.compares_areas

    @property
    def needs_positive(self) -> bool:
        """Does it need numbers above, or from, zero, and give such?"""
        return self.above is not None or self.at_least is not None

    def above_of(self, options: Options) -> Optional[float]:
        """What numbers must lie above with ``options``; None where there is no such limit."""
        negative = self.above_where_negative and options[self.above_where_negative] < 0
        return self.at_least if negative else self.above


@dataclass(frozen=True)
class MissingTraits:
    """``looks_back``: takes figures of earlier months; ``refuses``: nothing may be missing."""

    looks_back: bool = False
    refuses: bool = False


@dataclass(frozen=True)
class WeightingTraits:
    """Do the weights given to themes, and to the indicators within them, count?"""

    of_themes: bool = False
    of_members: bool = False


@dataclass(frozen=True)
class ClassTraits:
    """Classes by ``cuts`` that are given (else by their number): ``in_spreads`` from the mean, or
    ``in_scores``; ``searched``: somebody must look for the breaks, which takes its time."""

    cuts: bool = False
    in_spreads: bool = False
    in_scores: bool = False
    searched: bool = False


@cache
def normalisation_traits(name: str) -> NormalisationTraits:
    """The traits of the normalisation ``name``."""
    step = "normalisation"
    return NormalisationTraits(
        lowest=entry(step, name, "lowest", None),
        needs=tuple(entry(step, name, "needs", ())),
        given=tuple(entry(step, name, "given", ())),
        **_flags(step, name),
    )


@cache
def aggregation_traits(name: str) -> AggregationTraits:
    """The traits of the aggregation ``name``."""
    step = "aggregation"
    return AggregationTraits(
        above=entry(step, name, "above", None),
        at_least=entry(step, name, "from", None),
        above_where_negative=entry(step, name, "above_where_negative", ""),
        **_flags(step, name),
    )


@cache
def missing_traits(name: str) -> MissingTraits:
    """The traits of the missing-data policy ``name``."""
    return MissingTraits(**_flags("missing", name))


@cache
def weighting_traits(name: str) -> WeightingTraits:
    """The traits of the weighting ``name``."""
    return WeightingTraits(**_flags("weighting", name))


@cache
def class_traits(name: str) -> ClassTraits:
    """The traits of the way to make classes ``name``."""
    return ClassTraits(**_flags("classes", name))


def weighting_of(of_themes: bool, of_members: bool) -> str:
    """The weighting that counts the weights of themes, or of their indicators too."""
    wanted = WeightingTraits(of_themes, of_members)
    return next(name for name in methods("weighting") if weighting_traits(name) == wanted)


def _flags(step: str, name: str) -> Mapping[str, Any]:
    return {trait: True for trait in entry(step, name, "traits", ())}
