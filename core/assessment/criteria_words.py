"""What one assessment says of its criteria, in words: each section of the law by its own
thresholds, and how many are met in the section that the area's category is of."""

from __future__ import annotations

import math
from typing import Any, List, Mapping, NamedTuple, Optional, Tuple

from ..catalogue.law.measured import figure_name, figures_of_law
from ..catalogue.law.rule_sets import rule_set
from ..catalogue.law.rules import Category, Criterion, RuleSet
from ..i18n import tr
from ..measures.figure_notes import few_years_note
from ..numbers import number
from ..periods import period_text, years_before

MEASURED_IN = " %"
Assessed = Mapping[Any, Any]


class Section(NamedTuple):
    """A section of the law: where it stands (``§ 61 b``), what its categories are called, and its
    criteria."""

    paragraph: str
    names: Tuple[str, ...]
    criteria: Tuple[Criterion, ...]


def sections(rules: RuleSet) -> List[Section]:
    """The sections of ``rules``: first the one whose criteria are counted, then those of categories
    with criteria of their own."""
    own = [one for one in rules.categories if not set(one.of) <= set(rules.counted)]
    mine = [one for one in rules.categories if one not in own]
    found = [_section(rules, mine, rules.leading)]
    for category in own:
        ids = (*category.of, *category.gate)
        found.append(_section(rules, [category], tuple(rules.criteria[one] for one in ids)))
    return found


def _section(
    rules: RuleSet, categories: List[Category], criteria: Tuple[Criterion, ...]
) -> Section:
    paragraph = criteria[0].paragraph.split(",")[0] if criteria else ""
    return Section(paragraph, tuple(rules.label(one.id) for one in categories), criteria)


def met_text(row: Assessed) -> str:
    """``2/4``: how many of the criteria are met that the area's category counts, those of § 61 a
    where it has none; ``–/4`` where not one is known."""
    counted = _counted(row)
    known = [met for met in (_number(row.get(f"met_{one}")) for one in counted) if met == met]
    return f"{number(sum(known)) if known else '–'}/{number(len(counted))}"


def _counted(row: Assessed) -> Tuple[str, ...]:
    rules = rule_set(row["rule_set"])
    for category in rules.categories:
        if category.id == row.get("category"):
            return category.of
    return rules.counted


def threshold_text(criterion: Criterion, row: Assessed) -> str:
    """``over 40,0 %``; where the nation's share is missing, of how many times it."""
    limit = criterion.threshold
    if limit is None:
        value, margin = (
            _number(row.get(criterion.figure)),
            _number(row.get(f"margin_{criterion.id}")),
        )
        limit = value + margin if criterion.operator.startswith(">") else value - margin
    if limit != limit:
        return _without_nation(criterion, row)
    shown = number(limit, 1) + MEASURED_IN
    return {
        ">": tr("above {limit}", limit=shown),
        ">=": tr("at least {limit}", limit=shown),
        "<": tr("below {limit}", limit=shown),
        "<=": tr("at most {limit}", limit=shown),
    }[criterion.operator]


def _without_nation(criterion: Criterion, row: Assessed) -> str:
    figure = figures_of_law()[criterion.figure]
    times = number(criterion.times_national or 1.0, 0)
    if _number(row.get(figure.nation_column)) == _number(row.get(figure.nation_column)):
        return tr("{times} times the nation's", times=times)
    return tr(
        "{times} times {share}, which is missing",
        times=times,
        share=figure_name(figure.nation_column),
    )


def floor_text(row: Assessed) -> str:
    """That too few live there to be judged; empty where they are enough, or not known."""
    floor = rule_set(row["rule_set"]).floor
    residents = _number(row.get(floor.figure))
    if floor.threshold is None or not residents < floor.threshold:
        return ""
    return tr("below the {floor} that the law asks for", floor=number(floor.threshold))


def mean_text(period: object, criterion: Criterion, note: object = "") -> str:
    """``gennemsnit af 2024 og 2025``: of which years a figure is the mean whose newest is of
    ``period``; empty where it is of one.

    Args:
        note: what is noted of the assessment: a mean of fewer years is told there.
    """
    years = criterion.averaging_years
    if not period or not isinstance(period, str) or years < 2:
        return ""
    for fewer in range(1, years):
        if few_years_note(criterion.figure, fewer, years) in str(note or ""):
            return "" if fewer == 1 else tr("mean of {count} years", count=number(fewer))
    return mean_of(period, years)


def mean_of(period: str, years: int) -> str:
    """Of which years a mean of ``years`` up to ``period`` is."""
    last, first = period_text(period), period_text(years_before(period, years - 1))
    if years == 2:
        return tr("mean of {first} and {last}", first=first, last=last)
    return tr("mean of {first} to {last}", first=first, last=last)


def missing_year(row: Assessed, criterion: Criterion) -> Optional[str]:
    """The year before, of a mean of two whose newest year is there and which is missing all the
    same; None where that is not what is missing."""
    period = row.get(figures_of_law()[criterion.figure].period_column)
    missing = math.isnan(_number(row.get(criterion.figure)))
    if criterion.averaging_years != 2 or not missing or not isinstance(period, str) or not period:
        return None
    return years_before(period, 1)


def _number(found: Any) -> float:
    return math.nan if found is None or found == "" else float(found)
