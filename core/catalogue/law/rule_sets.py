"""The law's dated rules as data: criteria with operators, n-of-m, gates, floor and memory.

Source of the rules: almenboligloven §§ 61 a and 61 b and their predecessors; each file of
``resources/catalogue/rulesets`` names its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Mapping, Optional, Tuple

from ...errors import CatalogueError, InputError
from ...i18n import in_language, tr
from .. import files

OPERATORS = (">", ">=", "<", "<=")


@dataclass(frozen=True)
class Criterion:
    """One test of one figure against a threshold.

    Attributes:
        id: ``no_work``, ``prevention_no_work``, …
        figure: indicator whose figure is tested.
        operator: as the law has it: ``>`` overstiger, ``>=`` mindst, ``<`` mindre end.
        threshold: in the figure's unit (percent; income in percent of the region), or None.
        times_national: the threshold is this many times the national figure, or None.
        averaging_years: how many years the figure is the mean of.
        law: where the rule stands.
        variant: the indicator's variant the rule means, or None for the indicator as it is.
    """

    id: str
    figure: str
    operator: str
    threshold: Optional[float]
    times_national: Optional[float]
    averaging_years: int
    law: str
    variant: Optional[str] = None

    @property
    def paragraph(self) -> str:
        """Where the rule stands, in short: ``§ 61 a, stk. 1, nr. 1``."""
        return self.law.split(":")[0]


@dataclass(frozen=True)
class Category:
    """A category: at least n of some criteria, all gates, and perhaps n years of memory."""

    id: str
    label: Mapping[str, str]
    at_least: int
    of: Tuple[str, ...]
    gate: Tuple[str, ...]
    memory_years: int
    memory_category: str


@dataclass(frozen=True)
class RuleSet:
    """The rules behind the lists of some years.

    ``categories`` go from the mildest to the gravest. ``counted`` are the criteria that
    ``criteria_met`` counts.
    """

    id: str
    name: Mapping[str, str]
    first_year: int
    last_year: Optional[int]
    floor: Criterion
    criteria: Mapping[str, Criterion]
    counted: Tuple[str, ...]
    categories: Tuple[Category, ...]
    origin_figure: str
    sources: Tuple[str, ...]

    def label(self, category: str) -> str:
        """The name of ``category`` at the time of these rules, in the user's language."""
        for candidate in self.categories:
            if candidate.id == category:
                return in_language(candidate.label)
        return ""


def _criterion(identifier: str, entry: dict, file: str) -> Criterion:
    operator = files.need(entry, "operator", file)
    if operator not in OPERATORS:
        raise CatalogueError(
            tr(
                "The catalogue file {file} has the unknown operator {operator} in {entry}.",
                file=file,
                operator=str(operator),
                entry=identifier,
            ),
            tr("Use one of {choices}.", choices=" ".join(OPERATORS)),
        )
    if ("threshold" in entry) == ("times_national" in entry):
        raise CatalogueError(
            tr(
                "The catalogue file {file} must give either threshold or times_national in "
                "{entry}.",
                file=file,
                entry=identifier,
            ),
            tr("Give exactly one of the two."),
        )
    return Criterion(
        identifier,
        files.need(entry, "figure", file),
        operator,
        entry.get("threshold"),
        entry.get("times_national"),
        files.need(entry, "averaging_years", file),
        files.need(entry, "law", file),
        entry.get("variant"),
    )


def _category(entry: dict, criteria: Mapping[str, Criterion], file: str) -> Category:
    memory = entry.get("memory", {})
    category = Category(
        files.need(entry, "id", file),
        files.need(entry, "label", file),
        files.need(entry, "at_least", file),
        tuple(files.need(entry, "of", file)),
        tuple(entry.get("gate", ())),
        memory.get("years", 0),
        memory.get("category", ""),
    )
    for criterion in category.of + category.gate:
        if criterion not in criteria:
            raise CatalogueError(
                tr(
                    "The catalogue file {file} names the unknown criterion {criterion} in {entry}.",
                    file=file,
                    criterion=criterion,
                    entry=category.id,
                ),
                tr("Add the criterion, or take the name out."),
            )
    return category


def parse(entry: dict, file: str) -> RuleSet:
    """The rule set of one catalogue file's content.

    Raises:
        CatalogueError: a key is missing, an operator or a criterion is unknown.
    """
    criteria = {
        identifier: _criterion(identifier, criterion, file)
        for identifier, criterion in files.need(entry, "criteria", file).items()
    }
    first_year, last_year = files.need(entry, "list_years", file)
    return RuleSet(
        files.need(entry, "id", file),
        files.need(entry, "name", file),
        first_year,
        last_year,
        _criterion("floor", files.need(entry, "floor", file), file),
        criteria,
        tuple(files.need(entry, "counted", file)),
        tuple(_category(c, criteria, file) for c in files.need(entry, "categories", file)),
        files.need(entry, "origin_criterion", file),
        tuple(files.need(entry, "sources", file)),
    )


@cache
def all_rule_sets() -> Tuple[RuleSet, ...]:
    """Every rule set, oldest first."""
    sets = [parse(files.read(name), name) for name in files.names("rulesets")]
    return tuple(sorted(sets, key=lambda rule_set: rule_set.first_year))


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
    """The rules behind the list of ``year``; the newest rules when ``year`` is None."""
    if year is None:
        return all_rule_sets()[-1]
    for candidate in all_rule_sets():
        if candidate.first_year <= year and (
            candidate.last_year is None or year <= candidate.last_year
        ):
            return candidate
    raise InputError(
        tr("No rules are known for the year {year}.", year=year),
        tr(
            "The first list came in {first}. Check the year, or choose a rule set yourself.",
            first=all_rule_sets()[0].first_year,
        ),
    )


def category_names() -> Mapping[str, str]:
    """Lower-case category id or name of any time, in any language → category id; ``ingen`` too."""
    names = {"ingen": "ingen"}
    for rules in all_rule_sets():
        for category in rules.categories:
            names[category.id] = category.id
            names.update({name.lower(): category.id for name in category.label.values()})
    return names


def published_national_threshold(year: Optional[int], times: float) -> Optional[float]:
    """The conviction threshold (percent) published with the list of ``year``, if a source has
    it."""
    for entry in files.read("national_convicted.json")["published_thresholds"]:
        if entry["list_year"] == year and entry["times_national"] == times:
            return entry["percent"]
    return None


@cache
def possible_national_share(year: int) -> Optional[Tuple[float, float]]:
    """The national shares of convicted (percent) that every threshold published with the list of
    ``year`` lets be: each is a multiple, printed with so many decimals. None where nothing was
    published."""
    about = files.read("national_convicted.json")
    half = 0.5 * 10.0 ** -files.need(about, "decimals", "national_convicted.json")
    spans = [
        (
            (entry["percent"] - half) / entry["times_national"],
            (entry["percent"] + half) / entry["times_national"],
        )
        for entry in about["published_thresholds"]
        if entry["list_year"] == year
    ]
    return (max(low for low, _ in spans), min(high for _, high in spans)) if spans else None
