"""The areas by the law: level, and every criterion's figure, threshold and margin."""

from __future__ import annotations

import math
from typing import Any, Dict, List, Mapping, Tuple

import pandas as pd

from ...assessment.criteria_words import met_text
from ...assessment.margins import criteria_table
from ...catalogue.law.dates import CURRENT, LIST, PERIOD
from ...catalogue.law.figures import LawFigure
from ...catalogue.law.measured import figure_labels, figures_of_law
from ...catalogue.law.risk_levels import NO_DATA, risk_levels
from ...catalogue.law.rule_sets import rule_set
from ...catalogue.law.rules import Criterion, RuleSet
from ...i18n import in_language, tr
from ...numbers import number, signed
from .table import AreaTable, Cell, Heading, Row


def law_table(assessments: pd.DataFrame, period: str, reading: str = "") -> AreaTable:
    """The table of ``assessments`` (``InForce.assessments`` of ``period``), in the areas' order.

    Args:
        reading: what they were judged on (``catalogue.law.dates.READINGS``); empty where that is
            not known.
    """
    names = {level.id: in_language(level.name) for level in risk_levels()}
    colours = {level.id: level.colour for level in risk_levels()}
    rules = _rules(assessments)
    criteria = rules[0].leading if rules else ()
    margins = {
        (row["area_id"], row["criterion"]): row
        for row in criteria_table(assessments).to_dict("records")
    }
    rows: List[Row] = []
    sentences: Dict[str, str] = {}
    for row in assessments.to_dict("records"):
        area, level = str(row["area_id"]), row["risk_level"]
        label = level_label(row)
        cells = [
            Cell(str(row["name"])),
            Cell(label, float(list(names).index(level))),
            Cell(met_text(row), _met(row)),
            Cell(_count(row, "population"), _value(row.get("population"))),
        ]
        for criterion in criteria:
            cells += _cells(margins.get((area, criterion.id)), figures_of_law()[criterion.figure])
        rows.append(Row(area, tuple(cells), colours[level]))
        sentences[area] = label
    return AreaTable(
        subject=tr("Level by the law"),
        period=period,
        note=rules_text(assessments, reading),
        headings=_headings(criteria),
        rows=tuple(rows),
        values={},
        sentences=sentences,
    )


def level_label(row: Mapping[Any, Any]) -> str:
    """What an assessment says: the category as the rules call it, else the level."""
    names = {level.id: in_language(level.name) for level in risk_levels()}
    level = names.get(str(row.get("risk_level")), names[NO_DATA])
    if row.get("decided"):
        return str(row.get("label") or "") or level
    if row.get("risk_level") in (None, NO_DATA):
        return level
    return " ".join([level, tr("(undecided)")])


def rules_text(assessments: pd.DataFrame, reading: str = "") -> str:
    """Which rules ``assessments`` are judged by, and on what: ``Kriterier fra 2021 · som tallene
    står``; empty where nothing is judged."""
    rules = [in_language(one.name) for one in _rules(assessments)]
    if not rules:
        return ""
    on = {
        CURRENT: tr("as things stand"),
        PERIOD: tr("the same month"),
        LIST: tr("the law's own dates"),
    }.get(reading, "")
    return " · ".join([" / ".join(rules), *([on] if on else [])])


def _rules(assessments: pd.DataFrame) -> List[RuleSet]:
    return [rule_set(one) for one in dict.fromkeys(assessments["rule_set"].dropna())]


def _headings(criteria: Tuple[Criterion, ...]) -> Tuple[Heading, ...]:
    found = [
        Heading(tr("Area"), numbers=False),
        Heading(tr("Level"), numbers=False),
        Heading(tr("Criteria"), tr("How many of the law's criteria are met")),
        Heading(tr("Residents")),
    ]
    for criterion in criteria:
        name = figure_labels()[criterion.figure]
        found += [
            Heading(name, tr("The figure that the law looks at")),
            Heading(
                tr("{figure}: threshold", figure=name),
                f"{criterion.paragraph} ({criterion.operator})",
            ),
            Heading(
                tr("{figure}: margin", figure=name),
                tr("Percentage points to the threshold; negative where the criterion is met"),
            ),
        ]
    return tuple(found)


def _cells(row: "Mapping[Any, Any] | None", figure: LawFigure) -> List[Cell]:
    """Figure, threshold and margin of one criterion."""
    if row is None:
        return [Cell("–")] * 3
    unit = " %"
    texts = str(row["text"] or "")
    return [
        Cell(_text(row["value"], 1, unit), _value(row["value"]), texts),
        Cell(_text(row["threshold"], 1, unit), _value(row["threshold"])),
        Cell(
            "–" if _value(row["margin"]) is None else signed(float(row["margin"]), 1),
            _value(row["margin"]),
            texts,
        ),
    ]


def _met(row: Mapping[Any, Any]) -> "float | None":
    """What the criteria are sorted by; nothing where none is known."""
    met = met_text(row).split("/")[0]
    return float(met) if met.isdigit() else None


def _text(found: object, decimals: int, unit: str) -> str:
    value = _value(found)
    return "–" if value is None else number(value, decimals) + unit


def _count(row: Mapping[Any, Any], column: str) -> str:
    value = _value(row.get(column))
    return "–" if value is None else number(value)


def _value(found: object) -> "float | None":
    if found is None or isinstance(found, str):
        return None
    value = float(found)  # type: ignore[arg-type]
    return None if math.isnan(value) else value
