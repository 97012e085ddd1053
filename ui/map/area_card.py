"""One area's card: level, criteria and margins, with n and N and the period."""

from __future__ import annotations

import math
from typing import Mapping, Optional

from ...core.catalogue.law.measured import figure_labels, figures_of_law
from ...core.catalogue.law.rule_sets import rule_set
from ...core.catalogue.law.rules import Criterion
from ...core.i18n import in_language, tr
from ...core.numbers import number, signed
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
    text = signed(float(str(margin)))
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
    """The level, and of each section of the law a line for each criterion."""
    from ...core.assessment.criteria_words import floor_text, met_text, sections
    from ...core.pipeline.shown.law import level_label

    label = as_html(level_label(row))
    population = number(row["population"]) if _known(row.get("population")) else "–"
    of = date_and_age(row.get("population_period"), row.get("population_age"))
    residents = tr("{count} residents", count=population) + (f" ({of})" if of else "")
    few = floor_text(row)
    residents = as_html(", ".join(filter(None, (residents, few))))
    value, margin = as_html(tr("Value")), as_html(tr("Margin (percentage points)"))
    lines, shown = [], set()
    for section in sections(rule_set(row["rule_set"])):
        title = as_html(f"{section.paragraph}: {', '.join(section.names)}")
        lines.append(f"<tr><td colspan='4'><i>{title}</i></td></tr>")
        for criterion in section.criteria:
            lines.append(_criterion_line(row, criterion, criterion.figure not in shown))
            shown.add(criterion.figure)
    table = (
        f"<table cellpadding='2' width='100%'><tr><td></td><td></td><td "
        f"align='right'><i>{value}</i></td>"
        f"<td align='right'><i>{margin}</i></td></tr>{''.join(lines)}</table>"
    )
    met = as_html(tr("{met} criteria met", met=met_text(row)))
    told = as_html(row.get("note") or "")
    return f"{label}<br/>{met}<br/>{residents}{table}" + (f"<i>{told}</i>" if told else "")


def _criterion_line(row: Mapping[str, object], criterion: Criterion, with_value: bool) -> str:
    """Met or not, the figure with its threshold, its value (told once) and the margin."""
    from ...core.assessment.criteria_words import mean_text, missing_year, threshold_text

    met = row.get(f"met_{criterion.id}")
    mark = {True: "●", False: "○"}[bool(met)] if _known(met) else "?"
    figure = figures_of_law()[criterion.figure]
    value, period = row.get(criterion.figure), row.get(figure.period_column)
    by, told = figure.approximated_by, ""
    if by is not None and row.get(figure.approximation_column) == 1:
        told = in_language(by.label)
    lacking = missing_year(row, criterion)
    if lacking is not None:
        shown = "– (" + tr("{period} is missing", period=period_text(lacking)) + ")"
    else:
        mean = mean_text(period, criterion, row.get("note")) if not told else ""
        shown = dated(value, period, row.get(figure.age_column), told=told, mean=mean)
    name = as_html(figure_labels()[criterion.figure])
    limit = as_html(threshold_text(criterion, row))
    return (
        f"<tr><td>{mark}</td><td>{name}<br/><small>{limit}</small></td>"
        f"<td align='right'>{as_html(shown) if with_value else ''}</td>"
        f"<td align='right'>{as_html(_margin(row, criterion.id, criterion))}</td></tr>"
    )
