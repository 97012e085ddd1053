"""Which rules are behind the list of a year, and what their categories are called."""

from __future__ import annotations

from typing import Dict, Mapping, Optional, Tuple

from ...errors import CatalogueError, InputError
from ...i18n import tr
from .rule_files import the_law
from .rules import Criterion, RuleSet


def all_rule_sets() -> Tuple[RuleSet, ...]:
    """Every rule set that can be used, oldest first."""
    return the_law().rule_sets


def rule_set_faults() -> Tuple[CatalogueError, ...]:
    """What is wrong with files of rule sets, and with the years that they are behind."""
    return the_law().faults


def rule_set(identifier: str) -> RuleSet:
    """The rule set with ``identifier`` (``2010``, ``2014``, ``2018``, ``2021``)."""
    for candidate in all_rule_sets():
        if candidate.id == identifier:
            return candidate
    raise InputError(
        tr("There is no rule set {name}.", name=identifier),
        tr("Choose one of {choices}.", choices=", ".join(r.id for r in all_rule_sets())),
    )


def rule_set_for_year(year: Optional[int]) -> RuleSet:
    """The rules behind the list of ``year``; the newest rules when ``year`` is None.

    Raises:
        InputError: none are behind it. CatalogueError: none could be read.
    """
    if not all_rule_sets():
        raise _none_at_all()
    if year is None:
        return all_rule_sets()[-1]
    for candidate in all_rule_sets():
        if candidate.first_year <= year and (
            candidate.last_year is None or year <= candidate.last_year
        ):
            return candidate
    faults = " ".join(map(str, rule_set_faults()))
    raise InputError(
        tr("No rules are known for the year {year}.", year=year),
        faults
        or tr(
            "The first list came in {first}. Check the year, or choose a rule set yourself.",
            first=all_rule_sets()[0].first_year,
        ),
    )


def _none_at_all() -> CatalogueError:
    return CatalogueError(
        tr("No rule set can be used."),
        " ".join(map(str, rule_set_faults())) or tr("Install the plugin again."),
    )


def leading_criteria() -> Mapping[str, Criterion]:
    """The criteria that tell an area apart, of every time, the newest rules' first, by id."""
    found: Dict[str, Criterion] = {}
    for rules in reversed(all_rule_sets()):
        for criterion in rules.leading:
            found.setdefault(criterion.id, criterion)
    return found


def longest_mean() -> int:
    """The most years that rules of any time take the mean of."""
    return max(
        (years for rules in all_rule_sets() for years in rules.averaging_years.values()), default=1
    )


def category_names() -> Mapping[str, str]:
    """Lower-case category id or name of any time, in any language → category id; ``ingen`` too."""
    names = {"ingen": "ingen"}
    for rules in all_rule_sets():
        for category in rules.categories:
            names[category.id] = category.id
            names.update({name.lower(): category.id for name in category.label.values()})
    return names
