"""The parts of an indicator by facets, as indicators themselves: those who are employed and women.

Disclosure control needs them so: a part lies within its whole, and the parts of a facet add up to
it.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Collection, Dict, List, Sequence, Tuple, cast

from ..indicators.breakdowns import Breakdown, breakdown_id
from ..indicators.definitions import DISCLOSURE_CLASSES, SHARING, Indicator
from ..indicators.facets import CROSSED_BY, Facet, all_facets, unknown_group
from ..indicators.filters import Filter, both
from ..registers.kinds import register_kind
from .rules import Identity, is_kernel

PART = "|"
Names = Tuple[str, ...]


def part_id(indicator: str, breakdown: str, group: str) -> str:
    """``employed|sex=k``; of crossed facets ``employed|sex*age_band=k*18-29``."""
    return f"{indicator}{PART}{breakdown}={group}"


def is_part(indicator: str) -> bool:
    """Is it the id of a part?"""
    return PART in indicator


def may_be_parted(indicator: Indicator, breakdown: Breakdown) -> bool:
    """Is it a count of rows of a register, alone or set against a count of the same register?

    Core demographics are shown as they are, so they are parted by age and sex alone: of other
    parts, all but one would give the last away.
    """
    if (
        indicator.numerator_kind != "count"
        or indicator.register != indicator.denominator_register
        or indicator.denominator_sum
    ):
        return False
    numerator = cast(Filter, indicator.numerator)  # a count's is a filter
    filters = [indicator.population, numerator, indicator.denominator_population]
    return not is_kernel(indicator.register, filters) or is_kernel(
        indicator.register, [], [facet.column for facet in breakdown]
    )


def parts_of(indicator: Indicator, breakdown: Breakdown) -> List[Indicator]:
    """The parts of ``indicator`` by all groups of ``breakdown``, the group of the unknown among
    them."""
    groups = [_groups(facet, indicator.register) for facet in breakdown]
    identifier = breakdown_id(breakdown)
    return [
        _part(indicator, breakdown, identifier, chosen) for chosen in itertools.product(*groups)
    ]


def with_parts(indicators: Sequence[Indicator], identifiers: Collection[str]) -> List[Indicator]:
    """``indicators``, and behind each those of its parts that are among ``identifiers``."""
    breakdowns = sorted(
        {name.split(PART)[1].split("=")[0] for name in identifiers if is_part(name)}
    )
    found: List[Indicator] = []
    for indicator in indicators:
        found.append(indicator)
        for name in breakdowns:
            facets = tuple(all_facets()[facet] for facet in name.split(CROSSED_BY))
            if any(i.startswith(part_id(indicator.id, name, "")) for i in identifiers):
                found += [part for part in parts_of(indicator, facets) if part.id in identifiers]
    return found


def sums_of_parts(identifiers: Sequence[str]) -> List[Identity]:
    """What adds up among the parts ``identifiers``: the groups of a breakdown to the whole, and the
    groups of crossed facets to those of fewer facets."""
    there = set(identifiers)
    by_breakdown: Dict[Tuple[str, Names], List[Names]] = {}
    for identifier in identifiers:
        whole, _, rest = identifier.partition(PART)
        facets, _, group = rest.partition("=")
        if rest:
            key = (whole, tuple(facets.split(CROSSED_BY)))
            by_breakdown.setdefault(key, []).append(tuple(group.split(CROSSED_BY)))
    found = []
    for (whole, names), groups in by_breakdown.items():
        for size in range(len(names)):
            for kept in itertools.combinations(range(len(names)), size):
                sums = _sums_over_the_rest(whole, names, groups, kept)
                found += [
                    Identity(outer, inner, True) for outer, inner in sums.items() if outer in there
                ]
    return found


def _sums_over_the_rest(
    whole: str, names: Names, groups: Sequence[Names], kept: Sequence[int]
) -> Dict[str, Dict[str, int]]:
    """Part by the ``kept`` facets alone (the whole where none is) → the parts it is the sum of."""
    sums: Dict[str, Dict[str, int]] = {}
    for group in groups:
        outer = whole
        if kept:
            outer = part_id(whole, _crossed(names, kept), _crossed(group, kept))
        inner = part_id(whole, CROSSED_BY.join(names), CROSSED_BY.join(group))
        sums.setdefault(outer, {})[inner] = 1
    return sums


def _crossed(names: Names, kept: Sequence[int]) -> str:
    return CROSSED_BY.join(names[position] for position in kept)


def sums_within_parts(declared: Sequence[Identity], identifiers: Sequence[str]) -> List[Identity]:
    """The ``declared`` sums for every group there is of them all: what adds up, adds up among women
    too."""
    there = set(identifiers)
    groups = sorted({name.partition(PART)[2] for name in identifiers if is_part(name)})
    found = [
        Identity(
            f"{one.whole}{PART}{group}",
            {f"{part}{PART}{group}": times for part, times in one.parts.items()},
        )
        for one in declared
        for group in groups
    ]
    return [one for one in found if {one.whole, *one.parts} <= there]


def _groups(facet: Facet, register: str) -> List[Tuple[str, Filter]]:
    """(code, filter) of every group of a facet."""
    found = [
        (
            code,
            {"column": facet.column, "operator": ">=", "value": low}
            if high is None
            else {"column": facet.column, "operator": "between", "value": [low, high]},
        )
        for code, low, high in facet.bands
    ]
    if not facet.bands:
        codes = register_kind(register).countable[facet.column].codes
        found = [(code, {"column": facet.column, "operator": "=", "value": code}) for code in codes]
    outside = {"not": {"any": [node for _, node in found]}}
    return [*found, (unknown_group(), outside)]


def _part(
    indicator: Indicator,
    breakdown: Breakdown,
    identifier: str,
    chosen: Sequence[Tuple[str, Filter]],
) -> Indicator:
    condition = {"all": [node for _, node in chosen]}

    def groups_in_words(language: str) -> str:
        return ", ".join(
            f"{facet.name[language].lower()}: {code}" for facet, (code, _) in zip(breakdown, chosen)
        )

    return replace(
        indicator,
        id=part_id(indicator.id, identifier, CROSSED_BY.join(code for code, _ in chosen)),
        name={
            language: f"{text} ({groups_in_words(language)})"
            for language, text in indicator.name.items()
        },
        disclosure_class=max(
            [indicator.disclosure_class, *(f.disclosure_class for f in breakdown)],
            key=DISCLOSURE_CLASSES.index,
        ),
        sharing=min([indicator.sharing, *(f.sharing for f in breakdown)], key=SHARING.index),
        part_of=indicator.id,
        parts_sharing=min((f.sharing for f in breakdown), key=SHARING.index),
        population=both(indicator.population, condition),
        denominator_population=both(indicator.denominator_population, condition),
    )
