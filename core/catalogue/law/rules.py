"""The law's dated rules as data, one file at a time: criteria with operators, n-of-m, gates, floor
and memory.

Source of the rules: almenboligloven §§ 61 a and 61 b and their predecessors; each file of
``resources/catalogue/rulesets`` names its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple

from ...errors import CatalogueError
from ...i18n import in_language, tr
from ..indicators.entries import Entry
from .dates import NEW_YEAR, ListDate, list_date
from .figures import LawFigure, refusal


@dataclass(frozen=True)
class Criterion:
    """One test of one figure against a threshold.

    Attributes:
        id: ``no_work``, ``prevention_no_work``, …
        figure: the law's figure that is tested.
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
    ``criteria_met`` counts. The lists are published on the 1st of ``published_month``;
    ``list_dates`` are the dates of figures that these rules take otherwise than the figure says.
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
    published_month: int = 12
    list_dates: Mapping[str, ListDate] = field(default_factory=dict)

    def dates_of(self, figure: LawFigure) -> ListDate:
        """What these rules' lists take of ``figure``: as they say, else as the figure says (its
        newest year, and as many as these rules take the mean of), else 1 January of the list's
        year and the years before."""
        if figure.id in self.list_dates:
            return self.list_dates[figure.id]
        years = self.averaging_years.get(figure.id, 1)
        of_figure = figure.list_date or ListDate((0,), NEW_YEAR)
        if years == len(of_figure.years_back):
            return of_figure
        first = of_figure.years_back[0]
        return ListDate(tuple(range(first, first + years)), of_figure.moment)

    @property
    def fewest(self) -> float:
        """The fewest residents that an area is judged from (§ 61 a, stk. 3)."""
        return self.floor.threshold or 0.0

    @property
    def averaging_years(self) -> Mapping[str, int]:
        """Figure → how many years its criteria take the mean of."""
        return {c.figure: c.averaging_years for c in (self.floor, *self.criteria.values())}

    @property
    def leading(self) -> Tuple[Criterion, ...]:
        """The criteria that are counted, and those that are gates beside them; not those of
        categories with criteria of their own (§ 61 b)."""
        gates = {
            gate
            for category in self.categories
            if set(category.of) <= set(self.counted)
            for gate in category.gate
        }
        return tuple(
            criterion
            for criterion in self.criteria.values()
            if criterion.id in self.counted or criterion.id in gates
        )

    def label(self, category: str) -> str:
        """The name of ``category`` at the time of these rules, in the user's language."""
        for candidate in self.categories:
            if candidate.id == category:
                return in_language(candidate.label)
        return ""


def _criterion(identifier: str, entry: Mapping[str, Any], file: str) -> Criterion:
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
        id=identifier,
        figure=entry["figure"],
        operator=entry["operator"],
        threshold=entry.get("threshold"),
        times_national=entry.get("times_national"),
        averaging_years=entry["averaging_years"],
        law=entry["law"],
        variant=entry.get("variant"),
    )


def _category(entry: Mapping[str, Any], criteria: Mapping[str, Criterion], file: str) -> Category:
    memory = entry.get("memory", {})
    category = Category(
        id=entry["id"],
        label=entry["label"],
        at_least=entry["at_least"],
        of=tuple(entry["of"]),
        gate=tuple(entry.get("gate", ())),
        memory_years=memory.get("years", 0),
        memory_category=memory.get("category", ""),
    )
    _check_criteria(category.of + category.gate, criteria, category.id, file)
    return category


def _check_criteria(
    named: Sequence[str], criteria: Mapping[str, Criterion], entry: str, file: str
) -> None:
    for criterion in named:
        if criterion not in criteria:
            raise CatalogueError(
                tr(
                    "The catalogue file {file} names the unknown criterion {criterion} in {entry}.",
                    file=file,
                    criterion=criterion,
                    entry=entry,
                ),
                tr("Add the criterion, or take the name out."),
            )


def parse(entry: Mapping[str, Any], file: str) -> RuleSet:
    """The rule set of one catalogue file's content, which keeps ``ruleset.schema.json``.

    Raises:
        CatalogueError: a criterion is unknown, or has not exactly one threshold; names the file.
    """
    criteria = {
        identifier: _criterion(identifier, criterion, file)
        for identifier, criterion in entry["criteria"].items()
    }
    first_year, last_year = entry["list_years"]
    if first_year is None:
        raise refusal(file, "list_years", tr("the first year is missing."))
    counted = tuple(entry["counted"])
    origin = entry["origin_criterion"]
    _check_criteria(counted, criteria, "counted", file)
    _check_criteria((origin,), criteria, "origin_criterion", file)
    categories = tuple(_category(one, criteria, file) for one in entry["categories"])
    for place, category in enumerate(categories):
        if category.memory_years and category.memory_category not in {c.id for c in categories}:
            raise refusal(
                file,
                f"categories.{place}.memory.category",
                tr("{found} is not known.", found=category.memory_category),
                tuple(one.id for one in categories),
            )
    return RuleSet(
        id=entry["id"],
        name=entry["name"],
        first_year=first_year,
        last_year=last_year,
        floor=_criterion("floor", entry["floor"], file),
        criteria=criteria,
        counted=counted,
        categories=categories,
        origin_figure=criteria[origin].figure,
        published_month=entry.get("published_month", 12),
        list_dates=_list_dates(entry.get("list_dates", {})),
    )


def _list_dates(entries: Mapping[str, Mapping[str, Any]]) -> Dict[str, ListDate]:
    found = {figure: list_date(entry) for figure, entry in entries.items()}
    return {figure: dates for figure, dates in found.items() if dates is not None}


def check_measured(
    rules: RuleSet,
    figures: Mapping[str, LawFigure],
    indicators: Mapping[str, Entry],
    file: str,
) -> None:
    """Raise ``CatalogueError`` unless every criterion of ``rules`` measures one of ``figures`` in a
    way that it can be measured; names ``file`` and field."""
    places = {"floor": rules.floor}
    places.update({f"criteria.{name}": one for name, one in rules.criteria.items()})
    years: Dict[str, int] = {}
    for place, criterion in places.items():
        figure = figures.get(criterion.figure)
        if figure is None:
            raise refusal(
                file,
                f"{place}.figure",
                tr("{figure} is no figure of the law.", figure=criterion.figure),
                tuple(figures),
            )
        if criterion.times_national is not None and figure.nation is None:
            raise refusal(
                file,
                f"{place}.times_national",
                tr("{figure} is not set against the nation's.", figure=figure.id),
            )
        variants = indicators[figure.indicator].get("variants", {})
        if criterion.variant is not None and criterion.variant not in variants:
            raise refusal(
                file,
                f"{place}.variant",
                tr(
                    "The indicator {indicator} has no variant {variant}.",
                    indicator=figure.indicator,
                    variant=criterion.variant,
                ),
                tuple(variants),
            )
        # a table of the law's figures has one column per figure: one mean of it
        if years.setdefault(figure.id, criterion.averaging_years) != criterion.averaging_years:
            raise refusal(
                file,
                f"{place}.averaging_years",
                tr(
                    "another criterion takes {figure} as the mean of other years.", figure=figure.id
                ),
            )
    _check_dates(rules, figures, file)


def _check_dates(rules: RuleSet, figures: Mapping[str, LawFigure], file: str) -> None:
    """Refuse dates of no figure, or of other years than its criteria take the mean of."""
    for identifier, dates in rules.list_dates.items():
        if identifier not in figures:
            raise refusal(
                file,
                f"list_dates.{identifier}",
                tr("{figure} is no figure of the law.", figure=identifier),
                tuple(figures),
            )
        years = rules.averaging_years.get(identifier, 1)
        if years != len(dates.years_back):
            raise refusal(
                file,
                f"list_dates.{identifier}.years_back",
                tr(
                    "{figure} is the mean of {years} years, and {named} are named.",
                    figure=identifier,
                    years=years,
                    named=len(dates.years_back),
                ),
            )
