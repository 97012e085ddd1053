"""Index definitions as data: themes of indicators, and the declared steps from figures to classes.

The steps are those of the OECD/JRC handbook: normalise, weigh, aggregate, rescale, class; each is
swappable by name. The methods, their options and their texts are in
``resources/catalogue/index_methods.json``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Mapping, Optional, Tuple

from ...i18n import in_language, tr
from .traits import normalisation_traits, weighting_traits

FORMAT = 1
HIGHER, LOWER = "higher_is_worse", "lower_is_worse"
ORDINAL = "ordinal"
"""Ties that rank areas in the order they stand in."""


@dataclass(frozen=True)
class Method:
    """A step by name, with all its options (those not given have the catalogue's defaults)."""

    name: str
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Member:
    """An indicator in a theme.

    Attributes:
        direction: ``higher_is_worse``, ``lower_is_worse``, or empty: as the indicator says.
        weight: its weight among the indicators of its theme.
        normalisation: its own, or None for the definition's.
        scale: numbers given instead of the areas' own (``mean``, ``sd``, ``low``, ``high``).
    """

    indicator: str
    direction: str = ""
    weight: float = 1.0
    normalisation: Optional[Method] = None
    scale: Optional[Mapping[str, float]] = None


@dataclass(frozen=True)
class IndexTheme:
    """Indicators that are aggregated first."""

    id: str
    name: Mapping[str, str]
    members: Tuple[Member, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Classes:
    """How scores become classes 1 … n, class 1 being the lowest score.

    Attributes:
        method: ``sd`` (cuts in standard deviations from the mean), ``fixed`` (cuts in score units),
            ``quantiles`` or ``natural_breaks`` (of ``count``).
        cuts: (value, does a score just there belong to the class below?), ascending.
        labels: the classes' names; empty where they are numbered.
    """

    method: str
    cuts: Tuple[Tuple[float, bool], ...] = ()
    count: int = 0
    labels: Tuple[Mapping[str, str], ...] = ()

    @property
    def number(self) -> int:
        """How many classes."""
        return len(self.cuts) + 1 if self.cuts else self.count

    def label(self, number: int) -> str:
        """The name of class ``number``, in the user's language."""
        if self.labels:
            return in_language(self.labels[number - 1])
        return tr("{number} of {count}", number=number, count=self.number)


@dataclass(frozen=True)
class Dynamics:
    """The change over ``lag_months``, normalised, aggregated as the index, rescaled and classed."""

    lag_months: int
    normalisation: Method
    rescale: Method
    classes: Classes


@dataclass(frozen=True)
class IndexDefinition:
    """A composite index.

    Attributes:
        origin: ``published`` (a known index's method), ``ours`` (proposed here) or ``own`` (the
            user's).
        weighting: ``equal`` (all indicators), ``by_theme`` (themes as given, equal within) or
            ``given``.
        shrinkage: small areas' shares are drawn to the municipality's first.
        theme_aggregation, index_aggregation: of indicators in a theme, and of themes.
        theme_normalisation: of theme scores before they are aggregated, or None.
        rescale: of the score, or None.
        missing: the policy, which must be chosen; ``baseline``: one of ``THIS_PERIOD`` … with
            ``baseline_period``.
        minimum_population: residents an area must have to take part; 0 for no limit.
    """

    id: str
    name: Mapping[str, str]
    description: Mapping[str, str]
    sources: Tuple[str, ...]
    origin: str
    weighting: str
    themes: Tuple[IndexTheme, ...]
    normalisation: Method
    theme_aggregation: Method
    index_aggregation: Method
    theme_normalisation: Optional[Method]
    rescale: Optional[Method]
    missing: Method
    baseline: str
    baseline_period: str
    classes: Classes
    dynamics: Optional[Dynamics]
    minimum_population: int
    shrinkage: bool

    @property
    def members(self) -> Tuple[Member, ...]:
        """The indicators, theme by theme."""
        return tuple(member for theme in self.themes for member in theme.members)

    @property
    def indicators(self) -> Tuple[str, ...]:
        """The indicators' ids."""
        return tuple(member.indicator for member in self.members)

    def normalisation_of(self, member: Member) -> Method:
        """How ``member`` is normalised."""
        return member.normalisation or self.normalisation

    def weights(self) -> Tuple[Tuple[float, ...], Tuple[Tuple[float, ...], ...]]:
        """(weight of every theme, weights of the indicators in every theme); each row sums to 1.

        With ``equal`` a theme weighs as many indicators as it has.
        """
        count = weighting_traits(self.weighting)
        outer = tuple(
            theme.weight if count.of_themes else float(len(theme.members)) for theme in self.themes
        )
        inner = tuple(
            tuple(member.weight if count.of_members else 1.0 for member in theme.members)
            for theme in self.themes
        )
        return _to_one(outer), tuple(_to_one(row) for row in inner)

    def effective_weights(self) -> Mapping[str, float]:
        """Indicator → its share of the whole weight; they sum to 1."""
        outer, inner = self.weights()
        return {
            member.indicator: share * weight
            for theme, share, row in zip(self.themes, outer, inner)
            for member, weight in zip(theme.members, row)
        }


def _to_one(weights: Tuple[float, ...]) -> Tuple[float, ...]:
    whole = sum(weights)
    return tuple(weight / whole for weight in weights) if whole else weights


def needed(method: Method) -> Tuple[str, ...]:
    """The options of a normalisation that are numbers in the indicator's unit."""
    return normalisation_traits(method.name).needs


def without_goals(definition: IndexDefinition) -> IndexDefinition:
    """``definition`` without the numbers of their own that indicators have for the index's
    normalisation."""

    def bare(member: Member) -> Member:
        own = member.normalisation
        same = own is not None and own.name == definition.normalisation.name and needed(own)
        return replace(member, normalisation=None) if same else member

    return replace(
        definition,
        themes=tuple(
            replace(theme, members=tuple(map(bare, theme.members))) for theme in definition.themes
        ),
    )
