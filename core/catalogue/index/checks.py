"""Refuses index definitions that no data could make right: by file, key and entry."""

from __future__ import annotations

from typing import NoReturn

from ...errors import CatalogueError
from ...i18n import tr
from .definitions import ORDINAL, IndexDefinition, Member, Method
from .methods import ALL_PERIODS, FROZEN, GIVEN, method_name
from .traits import aggregation_traits, normalisation_traits

LEAST_WEIGHT = 1e-12


def refuse(key: str, entry: str, file: str, problem: str, next_step: str) -> NoReturn:
    """Raise a ``CatalogueError`` that names file, key and entry."""
    raise CatalogueError(
        tr(
            "The index definition {file}: {key} in {entry}: {problem}",
            file=file,
            key=key,
            entry=entry,
            problem=problem,
        ),
        next_step,
    )


def check_definition(definition: IndexDefinition, file: str) -> None:
    """Refuse what no data could make right: the same indicator twice, weights that sum to zero, a
    mean of what may be negative."""
    _check_twice(definition, file)
    _check_weights(definition, file)
    for member in definition.members:
        _check_baseline(definition, member, file)
    _check_signs(definition, file)


def _check_twice(definition: IndexDefinition, file: str) -> None:
    seen = set()
    for identifier in definition.indicators:
        if identifier in seen:
            refuse(
                "indicators",
                identifier,
                file,
                tr("the indicator is there twice."),
                tr("Remove one."),
            )
        seen.add(identifier)


def _check_weights(definition: IndexDefinition, file: str) -> None:
    outer, inner = definition.weights()
    if sum(outer) < LEAST_WEIGHT:
        refuse(
            "themes.weight",
            definition.id,
            file,
            tr("the weights sum to zero."),
            tr("Give a theme a weight."),
        )
    for theme, row in zip(definition.themes, inner):
        if sum(row) < LEAST_WEIGHT:
            refuse(
                "indicators.weight",
                theme.id,
                file,
                tr("the weights sum to zero."),
                tr("Give an indicator a weight."),
            )


def _check_baseline(definition: IndexDefinition, member: Member, file: str) -> None:
    """What a member's normalisation cannot be measured against."""
    method = definition.normalisation_of(member)
    traits = normalisation_traits(method.name)
    if traits.of_area and definition.baseline == ALL_PERIODS:
        refuse(
            "baseline",
            member.indicator,
            file,
            tr("all months together have no reference area."),
            tr("Measure each month by itself, or against a frozen month."),
        )
    if definition.baseline in (ALL_PERIODS, FROZEN) and method.options.get("ties") == ORDINAL:
        refuse(
            "ties",
            member.indicator,
            file,
            tr("the order in which areas stand is each month's own."),
            tr("Choose min, max, average or dense."),
        )
    if definition.baseline == GIVEN and not member.scale and not traits.fixed:
        refuse(
            "scale",
            member.indicator,
            file,
            tr("it is missing."),
            tr("Write mean and sd, or low and high, or choose another baseline."),
        )


def _check_signs(definition: IndexDefinition, file: str) -> None:
    """A geometric, harmonic or power mean needs numbers above (or from) zero.

    What the mean of the themes meets depends on the step before it: the themes' own normalisation;
    else a mean within the themes, whose result lies between the members' numbers; else one that
    can give anything.
    """
    of_themes, of_index = definition.theme_aggregation, definition.index_aggregation
    for member in definition.members:
        _check_sign(definition.normalisation_of(member), of_themes, member.indicator, file)
    traits = aggregation_traits(of_themes.name)
    if definition.theme_normalisation is not None:
        _check_sign(definition.theme_normalisation, of_index, definition.id, file)
    elif traits.within:
        for member in definition.members:
            _check_sign(definition.normalisation_of(member), of_index, member.indicator, file)
    elif not traits.needs_positive and _above(of_index) is not None:
        refuse(
            "aggregation",
            definition.id,
            file,
            tr(
                "a {aggregation} needs numbers above zero, and {normalisation} can give others.",
                aggregation=method_name("aggregation", of_index.name).lower(),
                normalisation=method_name("aggregation", of_themes.name).lower(),
            ),
            tr("Normalise the themes with min_max from 1 to 100, or choose the arithmetic mean."),
        )


def _above(aggregation: Method) -> "float | None":
    return aggregation_traits(aggregation.name).above_of(aggregation.options)


def _check_sign(normalisation: Method, aggregation: Method, entry: str, file: str) -> None:
    traits = normalisation_traits(normalisation.name)
    if traits.unchanged:  # looked at when the figures are known
        return
    lowest = traits.lowest_of(normalisation.options)
    above, at_least = _above(aggregation), aggregation_traits(aggregation.name).at_least
    too_low = above is not None and (lowest is None or lowest <= above)
    if too_low or (at_least is not None and (lowest is None or lowest < at_least)):
        refuse(
            "aggregation",
            entry,
            file,
            tr(
                "a {aggregation} needs numbers above zero, and {normalisation} can give others.",
                aggregation=method_name("aggregation", aggregation.name).lower(),
                normalisation=method_name("normalisation", normalisation.name).lower(),
            ),
            tr("Normalise with min_max from 1 to 100, or choose the arithmetic mean."),
        )
