"""One area's card: level, criteria and margins, with n and N and the period."""

from __future__ import annotations

import math
from typing import Mapping, Optional

from ...core.catalogue.law.measured import figure_labels, figures_of_law
from ...core.catalogue.law.rule_sets import rule_set
from ...core.catalogue.law.rules import Criterion
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ...core.periods import period_text
from ...core.plain_text import as_html
from ..widgets.dated import date_and_age, dated


def _known(value: object) -> bool:
    return value is not None and not (isinstance(value, float) and math.isnan(value))


def _margin(row: Mapping[str, object], identifier: str, criterion: Criterion) -> str:
    """Percentage points, and the fewest persons that turn the criterion; negative beyond the
    threshold."""
    from ...core.assessment.margins import turning_persons

    margin = row.get(f"margin_{identifier}")
    if not _known(margin):
        return "–"
    text = tr("{points} pp", points=number(margin, 1))
    whole = turning_persons(row, identifier, criterion)
    if _known(whole):
        text += " (" + tr("{count} persons", count=number(whole)) + ")"
    return text


def card_html(
    name: str,
    period: str,
    row: "Optional[Mapping[str, object]]",
    said: str = "",
    note: str = "",
) -> str:
    """HTML of an area's card.

    Args:
        row: its assessment (a row of ``assessments``); None where it is not judged.
        said: what the map shows of it, where that is not the law's level.
        note: which rules, or which method, it is read by.
    """
    heading = f"<b>{as_html(name)}</b>, {as_html(period_text(period))}"
    parts = [heading, *([as_html(said)] if said else [])]
    if row is not None:
        parts.append(_judged(row))
    if note:
        parts.append(f"<i>{as_html(note)}</i>")
    return "<br/>".join(parts)


def _judged(row: Mapping[str, object]) -> str:
    """The level, and a line for each criterion."""
    rules = rule_set(row["rule_set"])
    marks = {True: "●", False: "○"}
    lines = []
    for criterion in rules.leading:
        identifier = criterion.id
        met, value = row.get(f"met_{identifier}"), row.get(criterion.figure)
        mark = marks[bool(met)] if _known(met) else "?"
        figure = figures_of_law()[criterion.figure]
        by, told = figure.approximated_by, ""
        if by is not None and row.get(figure.approximation_column) == 1:
            told = in_language(by.label)
        period, age = row.get(figure.period_column), row.get(figure.age_column)
        shown = as_html(dated(value, period, age, told=told))
        lines.append(
            f"<tr><td>{mark}</td><td>{as_html(figure_labels()[criterion.figure])}</td>"
            f"<td align='right'>{shown}</td>"
            f"<td align='right'>{as_html(_margin(row, identifier, criterion))}</td></tr>"
        )
    label = as_html(row.get("label") or tr("No category"))
    if not row.get("decided"):
        label += " " + as_html(tr("(undecided)"))
    population = number(row["population"]) if _known(row.get("population")) else "–"
    of = date_and_age(row.get("population_period"), row.get("population_age"))
    residents, value, margin = (
        as_html(text)
        for text in (tr("{count} residents", count=population), tr("Value"), tr("Margin"))
    )
    table = (
        f"<table cellpadding='2' width='100%'><tr><td></td><td></td><td "
        f"align='right'><i>{value}</i></td>"
        f"<td align='right'><i>{margin}</i></td></tr>{''.join(lines)}</table>"
    )
    told = as_html(row.get("note") or "")
    residents += as_html(f" ({of})" if of else "")
    return f"{label}<br/>{residents}{table}" + (f"<i>{told}</i>" if told else "")
